/** Files of a commit (REST "Repository contents"; reading only). */
import { notFound } from './errors.ts';
import { objectBytes } from './git.ts';
import { resolveCommit } from './history.ts';
import { apiOf, type Call, json, pageOf, parameter, type Route } from './route.ts';
import type { Forge } from './state.ts';
import { listTree, type TreeEntry } from './trees.ts';

export const contentRoutes: readonly Route[] = [
  ['GET', '/contents', 'contents=read', 'repos/contents#get-repository-content', getContents],
  ['GET', '/contents/:path{.*}', 'contents=read', 'repos/contents#get-repository-content', getContents],
];

interface Place {
  readonly forge: Forge;
  readonly ref: string;
}

async function getContents(call: Call): Promise<Response> {
  const { forge } = call;
  const ref = call.request.query('ref') ?? forge.defaultBranch;
  const commit = await resolveCommit(forge.git, ref);
  if (commit === undefined) throw notFound();
  const place = { forge, ref };
  const file = parameter(call, 'path').replace(/\/+$/, '');
  const entry = await entryAt(forge, commit, file);
  if (entry === 'top' || entry.type === 'tree') {
    const entries = await listTree(forge.git, entry === 'top' ? commit : entry.sha);
    return json(
      entries.map((each) => entryBody(place, each, file === '' ? each.path : `${file}/${each.path}`)),
    );
  }
  const bytes = (await objectBytes(forge.git, entry.sha, 'blob')) ?? Buffer.alloc(0);
  if (/application\/vnd\.github(\.v3)?\.raw/.test(call.request.header('accept') ?? '')) {
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
    });
  }
  const content = `${bytes.toString('base64').replace(/.{60}/g, '$&\n')}\n`;
  return json({ ...entryBody(place, entry, file), content, encoding: 'base64' });
}

async function entryAt(forge: Forge, commit: string, file: string): Promise<TreeEntry | 'top'> {
  if (file === '') return 'top';
  const found = (await listTree(forge.git, commit, true)).find((entry) => entry.path === file);
  if (found === undefined) throw notFound();
  return found;
}

function entryBody({ forge, ref }: Place, entry: TreeEntry, file: string): object {
  const url = `${apiOf(forge)}/contents/${file}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.type === 'tree' ? 'dir' : 'file';
  const html = `${pageOf(forge)}/${kind === 'dir' ? 'tree' : 'blob'}/${ref}/${file}`;
  const git = `${apiOf(forge)}/git/${entry.type}s/${entry.sha}`;
  return {
    name: file.split('/').at(-1),
    path: file,
    sha: entry.sha,
    size: entry.size ?? 0,
    type: kind,
    url,
    html_url: html,
    git_url: git,
    download_url: kind === 'dir' ? null : `${pageOf(forge)}/raw/${ref}/${file}`,
    _links: { self: url, git, html },
  };
}
