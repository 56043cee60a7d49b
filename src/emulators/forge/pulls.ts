/** Pull requests: open, list, read, change, merge (REST "Pull requests"). */
import { notFound, Refusal, validationFailed } from './errors.ts';
import { inspect, isAncestor, peeled, setRef, writeObject } from './git.ts';
import { formatCommit, isoSeconds } from './object-text.ts';
import { fullPullBody, pullBody } from './pull-bodies.ts';
import { apiOf, bodyOf, type Call, flagOf, json, paged, parameter, type Route, textOf } from './route.ts';
import { type Forge, nextId, type StoredPull } from './state.ts';

export const pullRoutes: readonly Route[] = [
  ['GET', '/pulls', 'pull_requests=read', 'pulls/pulls#list-pull-requests', listPulls],
  ['POST', '/pulls', 'pull_requests=write', 'pulls/pulls#create-a-pull-request', createPull],
  ['GET', '/pulls/:number{[0-9]+}', 'pull_requests=read', 'pulls/pulls#get-a-pull-request', getPull],
  ['PUT', '/pulls/:number{[0-9]+}/merge', 'contents=write', 'pulls/pulls#merge-a-pull-request', mergePull],
  ['PATCH', '/pulls/:number{[0-9]+}', 'pull_requests=write', 'pulls/pulls#update-a-pull-request', updatePull],
];

async function listPulls(call: Call): Promise<Response> {
  const { forge, request } = call;
  const state = request.query('state') ?? 'open';
  const head = request.query('head');
  const base = request.query('base');
  const seen = [...forge.state.pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === undefined || `${forge.owner}:${pull.head}` === head)
    .filter((pull) => base === undefined || pull.base === base)
    .sort((a, b) => b.number - a.number);
  return paged(call, await Promise.all(seen.map((pull) => pullBody(forge, pull))));
}

async function createPull(call: Call): Promise<Response> {
  const { forge } = call;
  // A setting of the repository, which is off from the start (docs: "Managing GitHub Actions settings for a repository").
  if (forge.flags.has('no-pulls-by-actions')) {
    const message = 'GitHub Actions is not permitted to create or approve pull requests.';
    throw new Refusal({ status: 403, message });
  }
  const fields = {
    title: 'string',
    head: 'string!',
    base: 'string!',
    body: 'string?',
    draft: 'boolean',
  } as const;
  const body = await bodyOf(call, fields);
  const head = (textOf(body, 'head') ?? '').replace(`${forge.owner}:`, '');
  const base = textOf(body, 'base') ?? '';
  await requireDifference(forge, head, base);
  const twin = [...forge.state.pulls.values()].find(
    (pull) => pull.state === 'open' && pull.head === head && pull.base === base,
  );
  if (twin !== undefined) throw refused(`A pull request already exists for ${forge.owner}:${head}.`);
  const pull: StoredPull = {
    number: nextId(forge.state),
    title: textOf(body, 'title') ?? '',
    body: textOf(body, 'body') ?? null,
    head,
    base,
    state: 'open',
    draft: flagOf(body, 'draft') ?? false,
    createdAt: forge.now(),
    mergedAt: null,
    mergedHead: undefined,
  };
  forge.state.pulls.set(pull.number, pull);
  return json(await fullPullBody(forge, pull), 201, { location: `${apiOf(forge)}/pulls/${pull.number}` });
}

async function requireDifference(forge: Forge, head: string, base: string): Promise<void> {
  const tips = await Promise.all([head, base].map((branch) => peeled(forge.git, `refs/heads/${branch}`)));
  const [headTip, baseTip] = tips;
  if (headTip === undefined) throw invalid('head');
  if (baseTip === undefined) throw invalid('base');
  if (await isAncestor(forge.git, headTip, baseTip)) throw refused(`No commits between ${base} and ${head}`);
}

function invalid(field: string): Error {
  return validationFailed({ resource: 'PullRequest', field, code: 'invalid' });
}

function refused(message: string): Error {
  return validationFailed({ resource: 'PullRequest', code: 'custom', message });
}

async function getPull(call: Call): Promise<Response> {
  return json(await fullPullBody(call.forge, pullAt(call)));
}

async function updatePull(call: Call): Promise<Response> {
  const body = await bodyOf(call, { title: 'string', body: 'string?', state: 'string' });
  const old = pullAt(call);
  const state = textOf(body, 'state') ?? old.state;
  if (state !== 'open' && state !== 'closed') throw invalid('state');
  const pull = {
    ...old,
    state,
    title: textOf(body, 'title') ?? old.title,
    body: textOf(body, 'body') ?? old.body,
  } satisfies StoredPull;
  call.forge.state.pulls.set(pull.number, pull);
  return json(await fullPullBody(call.forge, pull));
}

/** With a merge commit. Of branches that went apart nothing is merged here: whose changes win is not for an emulator to say. */
async function mergePull(call: Call): Promise<Response> {
  const { forge } = call;
  const pull = pullAt(call);
  const tips = [pull.base, pull.head].map((branch) => peeled(forge.git, `refs/heads/${branch}`));
  const [base = '', head = ''] = await Promise.all(tips);
  const fits = pull.state === 'open' && head !== '' && (await isAncestor(forge.git, base, head));
  if (!fits) throw new Refusal({ status: 405, message: 'Pull Request is not mergeable' });
  const who = { name: forge.owner, email: `${forge.owner}@example.org`, date: isoSeconds(forge.now()) };
  const tree = (await inspect(forge.git, `${head}^{tree}`))?.sha ?? '';
  const message = `Merge pull request #${pull.number} from ${forge.owner}/${pull.head}`;
  const commit = { tree, parents: [base, head], author: who, committer: who, message, signature: null };
  const sha = await writeObject(forge.git, 'commit', formatCommit(commit));
  await setRef(forge.git, `refs/heads/${pull.base}`, sha, base);
  const merged = { state: 'closed', mergedAt: forge.now(), mergedHead: head } as const;
  forge.state.pulls.set(pull.number, { ...pull, ...merged });
  return json({ sha, merged: true, message: 'Pull Request successfully merged' });
}

function pullAt(call: Call): StoredPull {
  const pull = call.forge.state.pulls.get(Number(parameter(call, 'number')));
  if (pull === undefined) throw notFound();
  return pull;
}
