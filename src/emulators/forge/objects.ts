/** Git objects: blobs, trees, commits, annotated tags (REST "Git database"). */
import { randomBytes } from 'node:crypto';
import { notFound, unprocessable } from './errors.ts';
import { inspect, type ObjectType, objectBytes, peeled, writeObject } from './git.ts';
import { commitBody, signatureOf, tagBody } from './object-bodies.ts';
import { formatCommit, formatTag, isoSeconds, parseCommit, parseTag, type Signature } from './object-text.ts';
import { requireRefs } from './refs.ts';
import { apiOf, bodyOf, type Call, json, parameter, type Route, textOf } from './route.ts';
import { changedTree, checkChanges, emptyTree, listTree, type TreeChange } from './trees.ts';

export const objectRoutes: readonly Route[] = [
  ['POST', '/git/blobs', 'contents=write', 'git/blobs#create-a-blob', createBlob],
  ['GET', '/git/blobs/:sha', 'contents=read', 'git/blobs#get-a-blob', getBlob],
  ['POST', '/git/trees', 'contents=write', 'git/trees#create-a-tree', createTree],
  ['GET', '/git/trees/:sha', 'contents=read', 'git/trees#get-a-tree', getTree],
  ['POST', '/git/commits', 'contents=write', 'git/commits#create-a-commit', createCommit],
  ['GET', '/git/commits/:sha', 'contents=read', 'git/commits#get-a-commit-object', getCommit],
  ['POST', '/git/tags', 'contents=write', 'git/tags#create-a-tag-object', createTag],
  ['GET', '/git/tags/:sha', 'contents=read', 'git/tags#get-a-tag', getTag],
];

/** The identities GitHub puts on a commit that a job's token made without naming any. */
const ROBOT = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
const FORGE = { name: 'GitHub', email: 'noreply@github.com' };

async function createBlob(call: Call): Promise<Response> {
  await requireRefs(call.forge);
  const body = await bodyOf(call, { content: 'string!', encoding: 'string' });
  const encoding = textOf(body, 'encoding') ?? 'utf-8';
  if (encoding !== 'utf-8' && encoding !== 'base64')
    throw unprocessable(`${encoding} is not a valid encoding`);
  const content = Buffer.from(textOf(body, 'content') ?? '', encoding === 'base64' ? 'base64' : 'utf8');
  const sha = await writeObject(call.forge.git, 'blob', content);
  const url = `${apiOf(call.forge)}/git/blobs/${sha}`;
  return json({ sha, url }, 201, { location: url });
}

async function getBlob(call: Call): Promise<Response> {
  const sha = parameter(call, 'sha');
  const bytes = await contentOf(call, sha, 'blob');
  // GitHub breaks base64 into lines of 60.
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  const url = `${apiOf(call.forge)}/git/blobs/${sha}`;
  return json({ sha, node_id: `B_${sha}`, size: bytes.length, url, content, encoding: 'base64' });
}

async function createTree(call: Call): Promise<Response> {
  const { git } = call.forge;
  await requireRefs(call.forge);
  const body = await bodyOf(call, { tree: 'array!', base_tree: 'string' });
  const base = await baseTree(call, textOf(body, 'base_tree'));
  const changes = await Promise.all((body.tree as readonly unknown[]).map((row) => changeOf(call, row)));
  await checkChanges(git, changes);
  const sha = (await changedTree(git, base, changes)) ?? (await emptyTree(git));
  return json(await treeBody(call, sha, false), 201);
}

async function baseTree(call: Call, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const tree = /^[0-9a-f]{40}$/.test(name) ? await inspect(call.forge.git, `${name}^{tree}`) : undefined;
  if (tree === undefined) throw unprocessable('base_tree is not a valid tree oid');
  return tree.sha;
}

async function changeOf(call: Call, row: unknown): Promise<TreeChange> {
  const entry = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  const { path, mode, type = 'blob', sha, content } = entry;
  if (typeof path !== 'string' || typeof mode !== 'string' || typeof type !== 'string') {
    throw unprocessable('Invalid tree info');
  }
  if (typeof content === 'string' && sha === undefined) {
    return { path, mode, type, sha: await writeObject(call.forge.git, 'blob', content) };
  }
  if ((typeof sha !== 'string' && sha !== null) || content !== undefined) {
    throw unprocessable('Must supply either tree.sha or tree.content');
  }
  return { path, mode, type, sha };
}

async function getTree(call: Call): Promise<Response> {
  const name = parameter(call, 'sha');
  const tree =
    (await inspect(call.forge.git, `${name}^{tree}`)) ??
    (await inspect(call.forge.git, `refs/heads/${name}^{tree}`));
  if (tree === undefined || name.startsWith('-')) throw notFound();
  return json(await treeBody(call, tree.sha, call.request.query('recursive') !== undefined));
}

async function treeBody(call: Call, sha: string, recursive: boolean): Promise<object> {
  const api = apiOf(call.forge);
  const entries = await listTree(call.forge.git, sha, recursive);
  const tree = entries.map(({ path, mode, type, size, sha: each }) => ({
    path,
    mode,
    type,
    sha: each,
    ...(size === undefined ? {} : { size }),
    url: `${api}/git/${type}s/${each}`,
  }));
  return { sha, url: `${api}/git/trees/${sha}`, tree, truncated: false };
}

async function createCommit(call: Call): Promise<Response> {
  const { forge } = call;
  await requireRefs(forge);
  const fields = {
    message: 'string!',
    tree: 'string!',
    parents: 'array',
    author: 'object',
    committer: 'object',
  } as const;
  const body = await bodyOf(call, fields);
  const tree = textOf(body, 'tree') ?? '';
  if ((await inspect(forge.git, tree))?.type !== 'tree') throw unprocessable('Tree SHA does not exist');
  const parents = ((body.parents ?? []) as readonly unknown[]).map(String);
  for (const parent of parents)
    await requireObject(call, parent, 'commit', 'Parent SHA does not exist or is not a commit object');
  const now = isoSeconds(forge.now());
  const author = signatureOf(body.author, now);
  const committer = signatureOf(body.committer, now);
  // Only a commit that names nobody is signed by the forge (docs: "Signature verification for bots").
  const own = author === undefined && committer === undefined;
  const text = formatCommit({
    tree,
    parents,
    author: author ?? ({ ...ROBOT, date: now } satisfies Signature),
    committer: committer ?? author ?? { ...FORGE, date: now },
    message: textOf(body, 'message') ?? '',
    signature: own ? forgeSignature() : null,
  });
  const sha = await writeObject(forge.git, 'commit', text);
  return json(commitBody(forge, sha, parseCommit(text)), 201, {
    location: `${apiOf(forge)}/git/commits/${sha}`,
  });
}

/** Stands for the forge's signature: never twice the same, so the SHA of a signed commit is not ours to choose. */
function forgeSignature(): string {
  const lines = [randomBytes(48).toString('base64'), randomBytes(48).toString('base64')];
  return ['-----BEGIN PGP SIGNATURE-----', '', ...lines, '-----END PGP SIGNATURE-----', ''].join('\n');
}

async function getCommit(call: Call): Promise<Response> {
  const sha = parameter(call, 'sha');
  const bytes = await contentOf(call, sha, 'commit');
  return json(commitBody(call.forge, sha, parseCommit(bytes.toString())));
}

async function createTag(call: Call): Promise<Response> {
  const { forge } = call;
  await requireRefs(forge);
  const fields = {
    tag: 'string!',
    message: 'string!',
    object: 'string!',
    type: 'string!',
    tagger: 'object',
  } as const;
  const body = await bodyOf(call, fields);
  const object = textOf(body, 'object') ?? '';
  const type = textOf(body, 'type') ?? '';
  if (!['commit', 'tree', 'blob'].includes(type)) throw unprocessable(`${type} is not a valid object type`);
  await requireObject(call, object, type as ObjectType, 'Object does not exist or is of another type');
  const now = isoSeconds(forge.now());
  const tagger = signatureOf(body.tagger, now) ?? { ...ROBOT, date: now };
  const message = textOf(body, 'message') ?? '';
  const text = formatTag({ object, type, tag: textOf(body, 'tag') ?? '', tagger, message });
  const sha = await writeObject(forge.git, 'tag', text);
  return json(tagBody(forge, sha, parseTag(text)), 201, { location: `${apiOf(forge)}/git/tags/${sha}` });
}

async function getTag(call: Call): Promise<Response> {
  const sha = parameter(call, 'sha');
  const bytes = await contentOf(call, sha, 'tag');
  return json(tagBody(call.forge, sha, parseTag(bytes.toString())));
}

async function contentOf(call: Call, sha: string, type: ObjectType): Promise<Buffer> {
  await requireRefs(call.forge);
  const bytes = await objectBytes(call.forge.git, sha, type);
  if (bytes === undefined) throw notFound();
  return bytes;
}

async function requireObject(call: Call, sha: string, type: ObjectType, complaint: string): Promise<void> {
  const full = /^[0-9a-f]{40}$/.test(sha);
  const found =
    full &&
    (type === 'commit' ? await peeled(call.forge.git, sha) : (await inspect(call.forge.git, sha))?.sha);
  if (found !== sha) throw unprocessable(complaint);
}
