import { acceptableOffers } from './accept.ts';
import { type IndexContext, jsonResponse, notFoundPage, redirect } from './errors.ts';
import { latestRelease, releaseOf } from './json-api.ts';
import { normalName } from './names.ts';
import { markupText, sortedJson } from './python-text.ts';
import { cached } from './simple.ts';
import { storedFiles } from './state.ts';
import type { Index } from './upload-steps.ts';

const INTEGRITY_JSON = 'application/vnd.pypi.integrity.v1+json';

/** `GET /project/<project>/[<version>/]`: the page that people see, kept to what a client may look for in it. */
export function projectPage(
  index: Index,
  c: IndexContext,
  name: string,
  version: string | undefined,
): Response {
  const project = index.state.projects.get(normalName(name));
  const hidden = project === undefined || project.status === 'quarantined';
  const release = hidden
    ? undefined
    : version === undefined
      ? latestRelease(project)
      : releaseOf(project, version);
  if (hidden || release === undefined) return notFoundPage();
  const path = version === undefined ? `${project.name}/` : `${project.name}/${release.version}/`;
  if (decodeURIComponent(new URL(c.req.url).pathname) !== `/project/${path}`) {
    return redirect(301, `${index.base()}/project/${path}`);
  }
  const title = `${markupText(project.name)} ${release.version}`;
  const summary = markupText(release.metadata.texts.get('summary') ?? '');
  const description = markupText(release.metadata.texts.get('description') ?? '');
  const head = `<head><title>${markupText(project.name)}</title></head>`;
  const body = `<h1 class="package-header__name">${title}</h1>\n<p class="package-description__summary">${summary}</p>\n<div class="project-description">\n${description}\n</div>`;
  return new Response(`<!DOCTYPE html>\n<html lang="en">\n${head}\n<body>\n${body}\n</body>\n</html>\n`, {
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  });
}

/** `GET /integrity/<project>/<version>/<filename>/provenance`: the attestations of a file (PEP 740). */
export function provenanceAnswer(
  { state }: Index,
  c: IndexContext,
  wanted: { readonly project: string; readonly version: string; readonly filename: string },
): Response {
  const project = state.projects.get(normalName(wanted.project));
  const release = project === undefined ? undefined : releaseOf(project, wanted.version);
  const file = release?.files.find(({ filename }) => filename === wanted.filename);
  if (project === undefined || file === undefined) return notFoundPage();
  const [type] = acceptableOffers(c.req.header('Accept'), [INTEGRITY_JSON, 'application/json']);
  if (type === undefined) return jsonResponse(406, sortedJson({ message: 'Request not acceptable' }));
  if (state.flags.has('disable-pep740'))
    return jsonResponse(403, sortedJson({ message: 'Attestations temporarily disabled' }));
  if (file.provenance === undefined) {
    return jsonResponse(404, sortedJson({ message: `No provenance available for ${file.filename}` }));
  }
  return cached(c, sortedJson(file.provenance), type, project.serial, 600);
}

/** `GET /packages/<2>/<2>/<60>/<filename>[.metadata]`: the bytes of a file, or of the METADATA in a wheel. */
export function fileAnswer({ state }: Index, digest: string, filename: string): Response {
  for (const { file } of storedFiles(state)) {
    if (file.digests.blake2 !== digest) continue;
    if (filename === file.filename) return bytesResponse(file.bytes);
    if (filename === `${file.filename}.metadata` && file.metadata !== undefined)
      return bytesResponse(file.metadata);
  }
  return notFoundPage();
}

function bytesResponse(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'Cache-Control': 'max-age=365000000, immutable, public',
    },
  });
}
