/** The text of commit and tag objects: reading it into parts and writing it from parts (git's own format). */

/** Who and when: `date` is ISO 8601 with seconds, in UTC. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface CommitText {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  /** The armoured signature, where the commit is signed. */
  readonly signature: string | null;
}

export interface TagText {
  readonly object: string;
  readonly type: string;
  readonly tag: string;
  readonly tagger: Signature | null;
  readonly message: string;
}

interface ObjectText {
  readonly headers: readonly (readonly [string, string])[];
  readonly message: string;
}

/** Reads the text of a commit object. */
export function parseCommit(text: string): CommitText {
  const { headers, message } = parseObject(text);
  return {
    tree: header(headers, 'tree') ?? '',
    parents: headers.filter(([name]) => name === 'parent').map(([, value]) => value),
    author: parseSignature(header(headers, 'author') ?? ''),
    committer: parseSignature(header(headers, 'committer') ?? ''),
    message,
    signature: header(headers, 'gpgsig') ?? null,
  };
}

/** Reads the text of an annotated tag object. */
export function parseTag(text: string): TagText {
  const { headers, message } = parseObject(text);
  const tagger = header(headers, 'tagger');
  return {
    object: header(headers, 'object') ?? '',
    type: header(headers, 'type') ?? '',
    tag: header(headers, 'tag') ?? '',
    tagger: tagger === undefined ? null : parseSignature(tagger),
    message,
  };
}

/** Writes the text of a commit object. */
export function formatCommit(commit: CommitText): string {
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
    // A value of several lines goes on with a space at the start of each.
    ...(commit.signature === null ? [] : [`gpgsig ${commit.signature.replaceAll('\n', '\n ')}`]),
    '',
    commit.message,
  ].join('\n');
}

/** Writes the text of an annotated tag object. */
export function formatTag(tag: TagText): string {
  return [
    `object ${tag.object}`,
    `type ${tag.type}`,
    `tag ${tag.tag}`,
    ...(tag.tagger === null ? [] : [`tagger ${formatSignature(tag.tagger)}`]),
    '',
    tag.message,
  ].join('\n');
}

/** A moment as GitHub's git data API writes it: seconds, no fraction. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function parseObject(text: string): ObjectText {
  const end = text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  const headers = head
    .split(/\n(?! )/)
    .filter((line) => line !== '')
    .map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1).replaceAll('\n ', '\n')] as const;
    });
  return { headers, message: end === -1 ? '' : text.slice(end + 2) };
}

function header(headers: ObjectText['headers'], name: string): string | undefined {
  return headers.find(([each]) => each === name)?.[1];
}

function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (\d+) [+-]\d{4}$/.exec(text);
  const seconds = Number(match?.[3] ?? 0);
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', date: isoSeconds(new Date(seconds * 1000)) };
}

function formatSignature(who: Signature): string {
  const clean = (text: string): string => text.replaceAll(/[<>\n]/g, '');
  const seconds = Math.floor(Date.parse(who.date) / 1000);
  return `${clean(who.name)} <${clean(who.email)}> ${seconds} +0000`;
}
