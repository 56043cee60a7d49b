/** Commits and annotated tags as the REST API shows them. */
import type { CommitText, Signature, TagText } from './object-text.ts';
import { isoSeconds } from './object-text.ts';
import { apiOf, pageOf } from './route.ts';
import type { Forge } from './state.ts';

/** The body of `GET /git/commits/{sha}`. */
export function commitBody(forge: Forge, sha: string, commit: CommitText): object {
  const api = apiOf(forge);
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${api}/git/commits/${sha}`,
    html_url: `${pageOf(forge)}/commit/${sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/git/commits/${parent}`,
      html_url: `${pageOf(forge)}/commit/${parent}`,
    })),
    verification: verification(commit.signature, commit.committer.date),
  };
}

/** The body of `GET /git/tags/{sha}`. */
export function tagBody(forge: Forge, sha: string, tag: TagText): object {
  const api = apiOf(forge);
  return {
    node_id: `TA_${sha}`,
    tag: tag.tag,
    sha,
    url: `${api}/git/tags/${sha}`,
    message: tag.message,
    tagger: tag.tagger,
    object: { sha: tag.object, type: tag.type, url: `${api}/git/${tag.type}s/${tag.object}` },
    verification: verification(null, ''),
  };
}

/** An author, committer or tagger of a request; undefined when none was given. `now`: ISO 8601. */
export function signatureOf(given: unknown, now: string): Signature | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { name, email, date } = given as Readonly<Record<string, unknown>>;
  const moment = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return {
    name: String(name ?? ''),
    email: String(email ?? ''),
    date: Number.isNaN(moment) ? now : isoSeconds(new Date(moment)),
  };
}

function verification(signature: string | null, at: string): object {
  return signature === null
    ? { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
    : { verified: true, reason: 'valid', signature, payload: '', verified_at: at };
}
