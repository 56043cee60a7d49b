import { createHash } from 'node:crypto';
import { acceptableOffers } from './accept.ts';
import { type IndexContext, redirect } from './errors.ts';
import { normalName } from './names.ts';
import { markupText, sortedJson } from './python-text.ts';
import type { Project, Release, StoredFile } from './state.ts';
import type { Index } from './upload-steps.ts';
import { compareVersions } from './versions.ts';

const API_VERSION = '1.4';
const HTML = 'text/html';
const HTML_V1 = 'application/vnd.pypi.simple.v1+html';
const JSON_V1 = 'application/vnd.pypi.simple.v1+json';

/** What every answer carries that a page of another site may read. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers':
    'Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since',
  'Access-Control-Allow-Methods': 'GET',
  'Access-Control-Max-Age': '86400',
  'Access-Control-Expose-Headers': 'X-PyPI-Last-Serial',
};

/** `GET /simple/`: the names of all projects (PEP 503, PEP 691). */
export function simpleIndex({ state }: Index, c: IndexContext): Response {
  const projects = [...state.projects.values()]
    .filter(({ status }) => status !== 'quarantined')
    .sort((one, other) => (one.normalName < other.normalName ? -1 : 1));
  const type = offered(c);
  const meta = { 'api-version': API_VERSION, '_last-serial': state.serial };
  const listed = projects.map(({ name, serial }) => ({ name, '_last-serial': serial }));
  const body = type === JSON_V1 ? `${sortedJson({ meta, projects: listed })}\n` : indexPage(projects);
  return cached(c, body, type, state.serial, 600);
}

/** `GET /simple/<project>/`: the files of a project (PEP 503, 629, 658, 691, 700, 714, 740, 792). */
export function simpleDetail(index: Index, c: IndexContext, name: string): Response {
  if (!new URL(c.req.url).pathname.endsWith('/'))
    return redirect(301, `${index.base()}/simple/${normalName(name)}/`);
  const project = index.state.projects.get(normalName(name));
  if (project === undefined) {
    return new Response('404 Not Found', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=UTF-8' },
    });
  }
  if (name !== project.normalName)
    return redirect(301, `${index.base()}/simple/${project.normalName}/`, CORS_HEADERS);
  const type = offered(c);
  const detail = detailOf(index, project);
  const body = type === JSON_V1 ? `${sortedJson(detail)}\n` : detailPage(detail);
  return cached(c, body, type, project.serial, 600);
}

/**
 * An answer that may be kept: with entity tag, lifetime and serial; without a body when the client has it already.
 *
 * @param seconds how long the client may keep it
 */
export function cached(
  c: IndexContext,
  body: string,
  type: string,
  serial: number,
  seconds: number,
): Response {
  const tag = `"${createHash('md5').update(body).digest('base64').replace(/=+$/, '')}"`;
  const headers = {
    ...CORS_HEADERS,
    'Content-Type': type === HTML ? `${HTML}; charset=UTF-8` : type,
    'X-PyPI-Last-Serial': String(serial),
    'Cache-Control': `max-age=${seconds}, public`,
    'Surrogate-Control': 'max-age=86400, stale-while-revalidate=300, stale-if-error=86400',
    Vary: 'Accept, Accept-Encoding',
    ETag: tag,
  };
  const known = (c.req.header('If-None-Match') ?? '')
    .split(',')
    .some((one) => [tag, '*'].includes(one.trim()));
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { status: 200, headers });
}

/** Files in the order of their versions, then of their names; of quarantined projects none. */
function orderedFiles(project: Project): readonly { readonly release: Release; readonly file: StoredFile }[] {
  if (project.status === 'quarantined') return [];
  return [...project.releases]
    .sort((one, other) => compareVersions(one.version, other.version))
    .flatMap((release) =>
      [...release.files]
        .sort((one, other) => (one.filename < other.filename ? -1 : 1))
        .map((file) => ({ release, file })),
    );
}

/** Where a file is served from: its own digest is in the address, so that the bytes there never change. */
export function fileAddress({ base }: Index, file: StoredFile): string {
  const { blake2 } = file.digests;
  return `${base()}/packages/${blake2.slice(0, 2)}/${blake2.slice(2, 4)}/${blake2.slice(4)}/${encodeURIComponent(file.filename)}`;
}

/** The sha256 of the METADATA file served beside a file, or false. */
export function coreMetadata(file: StoredFile): false | { readonly sha256: string } {
  if (file.metadata === undefined) return false;
  return { sha256: createHash('sha256').update(file.metadata).digest('hex') };
}

/** The form of a project's page that a request gets. */
export function offeredForm(c: IndexContext): 'simple-json' | 'simple-html' {
  return offered(c) === JSON_V1 ? 'simple-json' : 'simple-html';
}

function offered(c: IndexContext): string {
  return acceptableOffers(c.req.header('Accept'), [HTML, HTML_V1, JSON_V1])[0] ?? HTML;
}

function detailOf(index: Index, project: Project) {
  const files = orderedFiles(project);
  return {
    meta: { 'api-version': API_VERSION, '_last-serial': project.serial },
    name: project.normalName,
    'project-status': { status: project.status },
    versions: [...new Set(files.map(({ release }) => release.version))],
    files: files.map(({ release, file }) => fileDetail(index, project, release, file)),
  };
}

function fileDetail(index: Index, project: Project, release: Release, file: StoredFile) {
  const provenance = `${index.base()}/integrity/${project.normalName}/${release.version}/${file.filename}/provenance`;
  return {
    filename: file.filename,
    url: fileAddress(index, file),
    hashes: { sha256: file.digests.sha256 },
    'requires-python': requiresPython(release),
    size: file.bytes.length,
    'upload-time': uploadTime(file.uploaded),
    yanked: release.yanked,
    'core-metadata': coreMetadata(file),
    'data-dist-info-metadata': coreMetadata(file),
    provenance: file.provenance === undefined ? null : provenance,
  };
}

/** The Python versions that a release is for, as its first file said; null when it said nothing, or no version. */
export function requiresPython({ metadata }: Release): string | null {
  return metadata.texts.get('requires_python') || null;
}

/** Python's `isoformat()` of a time in UTC: six digits after the second, none at all when they are zero. */
export function uploadTime(date: Date): string {
  const [seconds = '', fraction = '000Z'] = date.toISOString().split('.');
  return fraction === '000Z' ? `${seconds}Z` : `${seconds}.${fraction.slice(0, 3)}000Z`;
}

function indexPage(projects: readonly Project[]): string {
  const links = projects.map(
    ({ name, normalName: path }) => `<a href="/simple/${path}/">${markupText(name)}</a>\n`,
  );
  const head = `<meta name="pypi:repository-version" content="${API_VERSION}">\n    <title>Simple index</title>`;
  return `<!DOCTYPE html>\n<html lang="en">\n  <head>\n    ${head}\n  </head>\n  <body>\n${links.join('')}</body>\n</html>`;
}

function detailPage(detail: ReturnType<typeof detailOf>): string {
  const title = `Links for ${detail.name}`;
  const version = `<meta name="pypi:repository-version" content="${API_VERSION}">`;
  const status = `<meta name="pypi:project-status" content="${detail['project-status'].status}">`;
  const head = `    ${version}\n${status}    <title>${title}</title>`;
  const body = `    <h1>${title}</h1>\n${detail.files.map(fileLink).join('')}`;
  const serial = `<!--SERIAL ${detail.meta['_last-serial']}-->`;
  return `<!DOCTYPE html>\n<html lang="en">\n  <head>\n${head}\n  </head>\n  <body>\n${body}</body>\n</html>\n${serial}`;
}

function fileLink(file: ReturnType<typeof fileDetail>): string {
  const python = file['requires-python'];
  const metadata = file['core-metadata'];
  const parts = [
    `<a href="${file.url}#sha256=${file.hashes.sha256}" `,
    python === null ? '' : `data-requires-python="${markupText(python)}" `,
    file.yanked === false ? '' : `data-yanked="${file.yanked === true ? '' : markupText(file.yanked)}" `,
    metadata === false
      ? ''
      : `data-dist-info-metadata="sha256=${metadata.sha256}" data-core-metadata="sha256=${metadata.sha256}"`,
    file.provenance === null ? '' : ` data-provenance="${file.provenance}"`,
  ];
  return `${parts.join('')}>${file.filename}</a><br />\n`;
}
