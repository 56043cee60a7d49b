/** Releases: create, change, delete, list, find, and generated notes (REST "Releases"). */
import { randomBytes } from 'node:crypto';
import { invalidRequest, notFound, unprocessable, validationFailed } from './errors.ts';
import { generatedNotes } from './notes.ts';
import { maySeeDrafts } from './permissions.ts';
import {
  checkTagName,
  commitDate,
  guardWorkflows,
  latestRelease,
  type MakeLatest,
  markLatest,
  newestFirst,
  publish,
  publishedOf,
  releaseCommit,
} from './publishing.ts';
import { releaseBody } from './release-bodies.ts';
import {
  apiOf,
  bodyOf,
  type Call,
  flagOf,
  json,
  noContent,
  paged,
  parameter,
  type Route,
  textOf,
} from './route.ts';
import { amendRelease, type Forge, nextId, type StoredRelease } from './state.ts';

export const releaseRoutes: readonly Route[] = [
  ['GET', '/releases', 'contents=read', 'releases/releases#list-releases', listReleases],
  ['POST', '/releases', 'contents=write', 'releases/releases#create-a-release', createRelease],
  ['GET', '/releases/latest', 'contents=read', 'releases/releases#get-the-latest-release', getLatest],
  [
    'GET',
    '/releases/tags/:tag{.+}',
    'contents=read',
    'releases/releases#get-a-release-by-tag-name',
    getByTag,
  ],
  [
    'POST',
    '/releases/generate-notes',
    'contents=write',
    'releases/releases#generate-release-notes-content-for-a-release',
    generateNotes,
  ],
  ['GET', '/releases/:id{[0-9]+}', 'contents=read', 'releases/releases#get-a-release', getRelease],
  ['PATCH', '/releases/:id{[0-9]+}', 'contents=write', 'releases/releases#update-a-release', updateRelease],
  ['DELETE', '/releases/:id{[0-9]+}', 'contents=write', 'releases/releases#delete-a-release', deleteRelease],
];

const FIELDS = {
  target_commitish: 'string',
  name: 'string?',
  body: 'string?',
  draft: 'boolean',
  prerelease: 'boolean',
  make_latest: 'string',
  discussion_category_name: 'string',
} as const;
/** How long the `list-lag` flag hides a new release from lists. */
const LAG_MILLISECONDS = 2000;
/** The categories of this repository's discussions; any other is answered by 404. */
const DISCUSSION_CATEGORIES = ['Announcements', 'General'];

/** A release by the id in the path, for those who may see it; raises 404. */
export function releaseAt(call: Call): StoredRelease {
  const release = call.forge.state.releases.get(Number(parameter(call, 'id')));
  if (release === undefined || (release.draft && !maySeeDrafts(call.forge, call.actor))) throw notFound();
  return release;
}

function listReleases(call: Call): Response {
  const { forge, actor } = call;
  const newest = forge.now().getTime() - (forge.flags.has('list-lag') ? LAG_MILLISECONDS : 0);
  const seen = [...forge.state.releases.values()]
    .filter((release) => maySeeDrafts(forge, actor) || !release.draft)
    .filter((release) => release.madeAt.getTime() <= newest)
    .sort(newestFirst);
  return paged(
    call,
    seen.map((release) => releaseBody(forge, release)),
  );
}

function getRelease(call: Call): Response {
  return json(releaseBody(call.forge, releaseAt(call)));
}

function getLatest(call: Call): Response {
  return found(call.forge, latestRelease(call.forge));
}

/** Never a draft, whoever asks. */
function getByTag(call: Call): Response {
  return found(call.forge, publishedOf(call.forge, parameter(call, 'tag')));
}

function found(forge: Forge, release: StoredRelease | undefined): Response {
  if (release === undefined) throw notFound();
  return json(releaseBody(forge, release));
}

async function createRelease(call: Call): Promise<Response> {
  const { forge } = call;
  const body = await bodyOf(call, { ...FIELDS, tag_name: 'string!', generate_release_notes: 'boolean' });
  const latest = makeLatestOf(body);
  const tag = textOf(body, 'tag_name') ?? '';
  await checkTagName(forge, tag);
  checkCategory(body);
  if ((await forge.git(['for-each-ref', '--count=1'])).length === 0) {
    throw validationFailed({ resource: 'Release', code: 'custom', message: 'Repository is empty.' });
  }
  const target = textOf(body, 'target_commitish') ?? forge.defaultBranch;
  const commit = await releaseCommit(forge, tag, target);
  await guardWorkflows(forge, commit);
  const text = await notesFor(call, body, tag, target);
  const draft = blankDraft(forge, { tag, target, createdAt: await commitDate(forge, commit), ...text });
  const discussion = discussionOf(forge, body);
  const made = { ...draft, discussion, prerelease: flagOf(body, 'prerelease') ?? false };
  const release =
    flagOf(body, 'draft') === true ? amendRelease(forge, made, {}) : await publish(forge, made, latest);
  return json(releaseBody(forge, release), 201, { location: `${apiOf(forge)}/releases/${release.id}` });
}

type Start = Pick<StoredRelease, 'tag' | 'target' | 'createdAt' | 'name' | 'body'>;

function blankDraft(forge: Forge, start: Start): StoredRelease {
  return {
    ...start,
    id: nextId(forge.state),
    draft: true,
    prerelease: false,
    immutable: false,
    publishedAt: null,
    updatedAt: forge.now(),
    madeAt: forge.now(),
    untagged: randomBytes(10).toString('hex'),
    assets: [],
    discussion: undefined,
  };
}

type Text = Pick<StoredRelease, 'name' | 'body'>;

/** With generated notes a given name wins, and a given body stands before the generated text (docs). */
async function notesFor(
  call: Call,
  body: Readonly<Record<string, unknown>>,
  tag: string,
  target: string,
): Promise<Text> {
  const given = { name: textOf(body, 'name') ?? null, body: textOf(body, 'body') ?? null };
  if (flagOf(body, 'generate_release_notes') !== true) return given;
  const generated = await generatedNotes(call.forge, { tag, target, previous: undefined });
  const text = given.body === null ? generated.body : `${given.body}\n\n${generated.body}`;
  return { name: given.name ?? generated.name, body: text };
}

async function updateRelease(call: Call): Promise<Response> {
  const { forge } = call;
  const old = releaseAt(call);
  const body = await bodyOf(call, { ...FIELDS, tag_name: 'string' });
  const given = makeLatestOf(body);
  checkCategory(body);
  // The category is not looked at where a discussion is linked already (docs).
  const wanted = { ...merged(old, body), discussion: old.discussion ?? discussionOf(forge, body) };
  await checkTagName(forge, wanted.tag);
  if (old.immutable) checkFrozen(old, wanted);
  await guardWorkflows(forge, await releaseCommit(forge, wanted.tag, wanted.target));
  const publishing = !wanted.draft && (old.draft || wanted.tag !== old.tag);
  if (publishing) return json(releaseBody(forge, await publish(forge, wanted, given)));
  const release = amendRelease(forge, wanted, {});
  if (body.make_latest !== undefined) markLatest(forge, release, given);
  return json(releaseBody(forge, release));
}

/** Fields left out keep their value. */
function merged(old: StoredRelease, body: Readonly<Record<string, unknown>>): StoredRelease {
  const draft = flagOf(body, 'draft') ?? old.draft;
  return {
    ...old,
    tag: textOf(body, 'tag_name') ?? old.tag,
    target: textOf(body, 'target_commitish') ?? old.target,
    name: textOf(body, 'name') ?? old.name,
    body: textOf(body, 'body') ?? old.body,
    prerelease: flagOf(body, 'prerelease') ?? old.prerelease,
    draft,
    publishedAt: draft ? null : old.publishedAt,
  };
}

function checkFrozen(old: StoredRelease, wanted: StoredRelease): void {
  const problem = wanted.draft
    ? { field: 'state', message: 'state cannot be changed when release is immutable' }
    : { field: 'tag_name', message: 'tag_name cannot be changed when release is immutable' };
  if (wanted.draft || wanted.tag !== old.tag) {
    throw validationFailed({ resource: 'Release', code: 'custom', ...problem });
  }
}

/** The tag stays; the tag name of an immutable release stays burnt. */
function deleteRelease(call: Call): Response {
  call.forge.state.releases.delete(releaseAt(call).id);
  return noContent();
}

async function generateNotes(call: Call): Promise<Response> {
  const fields = {
    tag_name: 'string!',
    target_commitish: 'string',
    previous_tag_name: 'string',
    configuration_file_path: 'string',
  } as const;
  const body = await bodyOf(call, fields);
  const tag = textOf(body, 'tag_name') ?? '';
  const target = textOf(body, 'target_commitish') ?? call.forge.defaultBranch;
  const previous = textOf(body, 'previous_tag_name');
  if (previous !== undefined && (await call.forge.git(['tag', '--list', previous])).length === 0) {
    throw unprocessable('Invalid previous_tag parameter');
  }
  return json(await generatedNotes(call.forge, { tag, target, previous }));
}

/** `make_latest` is one of three strings, never a boolean. */
function makeLatestOf(body: Readonly<Record<string, unknown>>): MakeLatest {
  const given = textOf(body, 'make_latest') ?? 'true';
  if (given === 'true' || given === 'false' || given === 'legacy') return given;
  throw invalidRequest([
    `For 'properties/make_latest', ${given} is not a member of ["true", "false", "legacy"].`,
  ]);
}

function checkCategory(body: Readonly<Record<string, unknown>>): void {
  const category = textOf(body, 'discussion_category_name');
  if (category !== undefined && !DISCUSSION_CATEGORIES.includes(category)) throw notFound();
}

function discussionOf(forge: Forge, body: Readonly<Record<string, unknown>>): number | undefined {
  return textOf(body, 'discussion_category_name') === undefined ? undefined : nextId(forge.state);
}
