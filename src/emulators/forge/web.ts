/** The forge's web pages that a release links to: just enough HTML for a link checker and a download. */
import type { Hono } from 'hono';
import { assetBytes } from './assets.ts';
import { resolveCommit } from './history.ts';
import { publishedOf } from './publishing.ts';
import { repositoryOf } from './route.ts';
import type { Forge } from './state.ts';

/** Adds the pages below `<base>/<owner>/<repo>` and the storage that downloads are redirected to. */
export function mountPages(app: Hono, forge: Forge): void {
  const home = `/${repositoryOf(forge)}`;
  app.get('/storage/:id{[0-9]+}', (c) =>
    storage(forge, Number(c.req.param('id')), c.req.header('authorization')),
  );
  app.get(home, () => page(repositoryOf(forge)));
  app.get(`${home}/releases`, () => page(`Releases of ${repositoryOf(forge)}`));
  app.get(`${home}/releases/tag/:tag{.+}`, (c) => releasePage(forge, c.req.param('tag')));
  app.get(`${home}/releases/download/:file{.+}`, (c) => download(forge, c.req.param('file')));
  app.get(`${home}/commit/:sha`, (c) => commitPage(forge, c.req.param('sha')));
  app.get(`${home}/compare/:range{.+}`, (c) => page(`Comparing ${c.req.param('range')}`));
  app.get(`${home}/commits/:ref{.+}`, (c) => commitPage(forge, c.req.param('ref')));
  app.get(`${home}/pull/:number`, (c) =>
    forge.state.pulls.has(Number(c.req.param('number')))
      ? page(`Pull request ${c.req.param('number')}`)
      : absent(),
  );
}

function releasePage(forge: Forge, tag: string): Response {
  const release = publishedOf(forge, tag);
  if (release === undefined) return absent();
  const items = release.assets.map((asset) => `<li>${escaped(asset.name)}</li>`).join('');
  return page(release.name ?? tag, `<pre>${escaped(release.body ?? '')}</pre><ul>${items}</ul>`);
}

/** `tag/name`, where the tag may hold slashes and the name may not. */
function download(forge: Forge, file: string): Response {
  const end = file.lastIndexOf('/');
  const release = publishedOf(forge, file.slice(0, end));
  const asset = release?.assets.find((each) => each.name === file.slice(end + 1));
  return asset === undefined ? absent() : assetBytes(asset);
}

/** Object storage takes one way of authorization, and the redirect's address is that one. */
function storage(forge: Forge, id: number, authorization: string | undefined): Response {
  if (authorization !== undefined) {
    return new Response('<Error><Code>InvalidArgument</Code></Error>', { status: 400 });
  }
  const assets = [...forge.state.releases.values()].flatMap((release) => release.assets);
  const asset = assets.find((each) => each.id === id);
  return asset === undefined ? absent() : assetBytes(asset);
}

async function commitPage(forge: Forge, name: string): Promise<Response> {
  const commit = await resolveCommit(forge.git, name);
  return commit === undefined ? absent() : page(`Commit ${commit}`);
}

function page(title: string, content = '', status = 200): Response {
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title>`;
  const body = `<h1>${escaped(title)}</h1>${content}`;
  return new Response(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

function absent(): Response {
  return page('Page not found', '', 404);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
