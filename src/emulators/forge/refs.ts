/** References: read, list by prefix, create, move, delete (REST "Git references"). */
import { emptyRepository, notFound, PROTECTED_REF, unprocessable } from './errors.ts';
import { deleteRef, inspect, isAncestor, isRefName, listRefs, type Ref, readRef, setRef } from './git.ts';
import { apiOf, bodyOf, type Call, flagOf, json, noContent, parameter, type Route, textOf } from './route.ts';
import { rulesAgainst } from './rulesets.ts';
import type { Forge } from './state.ts';

export const refRoutes: readonly Route[] = [
  ['GET', '/git/ref/:ref{.+}', 'contents=read', 'git/refs#get-a-reference', getRef],
  ['GET', '/git/matching-refs/:ref{.*}', 'contents=read', 'git/refs#list-matching-references', matchingRefs],
  ['POST', '/git/refs', 'contents=write', 'git/refs#create-a-reference', createRef],
  ['PATCH', '/git/refs/:ref{.+}', 'contents=write', 'git/refs#update-a-reference', updateRef],
  ['DELETE', '/git/refs/:ref{.+}', 'contents=write', 'git/refs#delete-a-reference', removeRef],
];

/** Refuses (409) the git data calls of a repository that has no reference yet. */
export async function requireRefs(forge: Forge): Promise<void> {
  const first = await forge.git(['for-each-ref', '--count=1']);
  if (first.length === 0) throw emptyRepository();
}

/** The tag names that published immutable releases freeze. */
function isFrozen(forge: Forge, ref: string): boolean {
  return [...forge.state.releases.values()].some(
    (release) => release.immutable && !release.draft && ref === `refs/tags/${release.tag}`,
  );
}

function refuseByRule(forge: Forge, ref: string, change: Parameters<typeof rulesAgainst>[2]): void {
  const said = rulesAgainst(forge, ref, change);
  // Some tokens are not told of the rule (project facts 1.2).
  if (said !== undefined)
    throw unprocessable(forge.flags.has('rulesets-opaque') ? 'Reference update failed' : said);
}

async function getRef(call: Call): Promise<Response> {
  await requireRefs(call.forge);
  const found = await readRef(call.forge.git, `refs/${parameter(call, 'ref')}`);
  if (found === undefined) throw notFound();
  return json(refBody(call.forge, found));
}

async function matchingRefs(call: Call): Promise<Response> {
  await requireRefs(call.forge);
  const prefix = `refs/${parameter(call, 'ref')}`;
  const refs = (await listRefs(call.forge.git, 'refs/')).filter((each) => each.ref.startsWith(prefix));
  return json(refs.map((each) => refBody(call.forge, each)));
}

async function createRef(call: Call): Promise<Response> {
  const { forge } = call;
  await requireRefs(forge);
  const body = await bodyOf(call, { ref: 'string!', sha: 'string!' });
  const ref = textOf(body, 'ref') ?? '';
  if (!/^refs\/[^/]+\/./.test(ref)) {
    throw unprocessable('Reference name must contain at least three slash-separated components.');
  }
  if (!(await isRefName(forge.git, ref))) throw unprocessable(`${ref} is not a valid ref name.`);
  const sha = await requireTarget(forge, ref, textOf(body, 'sha') ?? '');
  if ((await readRef(forge.git, ref)) !== undefined) throw unprocessable('Reference already exists');
  refuseByRule(forge, ref, 'creation');
  if (!(await setRef(forge.git, ref, sha, undefined))) {
    // Somebody was faster, or a reference of that name stands where a folder would.
    const taken = (await readRef(forge.git, ref)) !== undefined;
    throw unprocessable(taken ? 'Reference already exists' : 'Reference update failed');
  }
  return answerWith(forge, ref, 201);
}

async function updateRef(call: Call): Promise<Response> {
  const { forge } = call;
  await requireRefs(forge);
  const body = await bodyOf(call, { sha: 'string!', force: 'boolean' });
  const ref = `refs/${parameter(call, 'ref')}`;
  const old = await readRef(forge.git, ref);
  if (old === undefined) throw unprocessable('Reference does not exist');
  const sha = await requireTarget(forge, ref, textOf(body, 'sha') ?? '');
  if (isFrozen(forge, ref)) throw unprocessable(PROTECTED_REF);
  const forced = flagOf(body, 'force') ?? false;
  if (!forced && !(await isAncestor(forge.git, old.sha, sha)))
    throw unprocessable('Update is not a fast forward');
  if (old.sha !== sha) refuseByRule(forge, ref, 'move');
  if (!(await setRef(forge.git, ref, sha, old.sha))) throw unprocessable('Reference update failed');
  return answerWith(forge, ref, 200);
}

async function removeRef(call: Call): Promise<Response> {
  const { forge } = call;
  await requireRefs(forge);
  const ref = `refs/${parameter(call, 'ref')}`;
  const old = await readRef(forge.git, ref);
  if (old === undefined) throw unprocessable('Reference does not exist');
  if (isFrozen(forge, ref)) throw unprocessable(PROTECTED_REF);
  refuseByRule(forge, ref, 'deletion');
  if (!(await deleteRef(forge.git, ref, old.sha))) throw unprocessable('Reference update failed');
  return noContent();
}

async function requireTarget(forge: Forge, ref: string, sha: string): Promise<string> {
  if (!/^[0-9a-f]{40}$/.test(sha)) {
    throw unprocessable(`The sha parameter must be exactly 40 characters and contain only [0-9a-f].`);
  }
  const object = await inspect(forge.git, sha);
  if (object === undefined) throw unprocessable('Object does not exist');
  if (ref.startsWith('refs/heads/') && object.type !== 'commit')
    throw unprocessable('Reference update failed');
  return sha;
}

async function answerWith(forge: Forge, ref: string, status: number): Promise<Response> {
  const made = await readRef(forge.git, ref);
  if (made === undefined) throw unprocessable('Reference does not exist');
  const headers = status === 201 ? { location: `${apiOf(forge)}/git/${ref}` } : undefined;
  return json(refBody(forge, made), status, headers);
}

function refBody(forge: Forge, { ref, sha, type }: Ref): object {
  const api = apiOf(forge);
  const object = { sha, type, url: `${api}/git/${type}s/${sha}` };
  return { ref, node_id: `REF_${Buffer.from(ref).toString('base64url')}`, url: `${api}/git/${ref}`, object };
}
