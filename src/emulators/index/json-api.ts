import { type IndexContext, jsonResponse, redirect } from './errors.ts';
import { normalName } from './names.ts';
import { sortedJson } from './python-text.ts';
import { CORS_HEADERS, cached, coreMetadata, fileAddress, requiresPython, uploadTime } from './simple.ts';
import type { Project, Release, StoredFile } from './state.ts';
import type { Index } from './upload-steps.ts';
import { canonicalVersion, compareVersions, versionFrom } from './versions.ts';

const LIFETIME_SECONDS = 900;
const NO_DOWNLOADS = { last_day: -1, last_week: -1, last_month: -1 };

/** `GET /pypi/<project>/json`: the latest release, and all files of all releases. */
export function projectJson(index: Index, c: IndexContext, name: string): Response {
  const project = readable(index, name);
  const release = project === undefined ? undefined : latestRelease(project);
  if (project === undefined || release === undefined) return notFound();
  if (project.normalName !== name)
    return redirect(301, `${index.base()}/pypi/${project.normalName}/json`, CORS_HEADERS);
  const newestFirst = [...project.releases].sort((one, other) => compareVersions(other.version, one.version));
  const releases = Object.fromEntries(newestFirst.map((each) => [each.version, filesOf(index, each)]));
  return sent(c, { ...releaseData(index, project, release), releases }, project.serial);
}

/** `GET /pypi/<project>/<version>/json`: one release; any spelling of its version will do. */
export function releaseJson(index: Index, c: IndexContext, name: string, version: string): Response {
  const project = readable(index, name);
  const release = project === undefined ? undefined : releaseOf(project, version);
  if (project === undefined || release === undefined) return notFound();
  if (project.normalName === name) return sent(c, releaseData(index, project, release), project.serial);
  return redirect(301, `${index.base()}/pypi/${project.normalName}/${version}/json`, CORS_HEADERS);
}

/** The release of a project with an equal version, however spelt. */
export function releaseOf(project: Project, version: string): Release | undefined {
  const canonical = canonicalVersion(version);
  return project.releases.find((release) => release.canonical === canonical);
}

/** The release that a project is shown by: not withdrawn, not a pre-release, highest; in this order of weight. */
export function latestRelease(project: Project): Release | undefined {
  const rank = (release: Release) =>
    [release.yanked !== false, versionFrom(release.version)?.prerelease === true].map(Number);
  const [latest] = [...project.releases].sort((one, other) => {
    const [yanked = 0, prerelease = 0] = rank(one);
    const [otherYanked = 0, otherPrerelease = 0] = rank(other);
    return (
      yanked - otherYanked || prerelease - otherPrerelease || compareVersions(other.version, one.version)
    );
  });
  return latest;
}

function readable({ state }: Index, name: string): Project | undefined {
  const project = state.projects.get(normalName(name));
  return project?.status === 'quarantined' ? undefined : project;
}

function notFound(): Response {
  return jsonResponse(404, '{"message": "Not Found"}', CORS_HEADERS);
}

function sent(c: IndexContext, data: unknown, serial: number): Response {
  return cached(c, `${sortedJson(data)}\n`, 'application/json', serial, LIFETIME_SECONDS);
}

function releaseData(index: Index, project: Project, release: Release) {
  return {
    info: info(index, project, release),
    urls: filesOf(index, release),
    vulnerabilities: [],
    last_serial: project.serial,
    ownership: { roles: [{ role: 'Owner', user: project.owner.name }], organization: null },
  };
}

function info({ base }: Index, project: Project, release: Release) {
  const { metadata } = release;
  const text = (field: string) => metadata.texts.get(field) ?? null;
  const list = (field: string) => metadata.lists.get(field) ?? null;
  const keywords = metadata.texts.get('keywords');
  const page = `${base()}/project/${project.name}/`;
  return {
    ...Object.fromEntries(
      [
        'summary',
        'description_content_type',
        'license',
        'license_expression',
        'author',
        'author_email',
        'maintainer',
      ]
        .concat(['maintainer_email', 'home_page', 'download_url'])
        .map((field) => [field, text(field)]),
    ),
    name: project.name,
    version: release.version,
    description: text('description') ?? '',
    keywords:
      keywords === undefined
        ? null
        : keywords
            .split(',')
            .map((word) => word.trim())
            .join(', '),
    license_files: list('license_file'),
    classifiers: [...(list('classifiers') ?? [])].sort(),
    requires_python: requiresPython(release),
    platform: list('platform')?.[0] ?? null,
    downloads: NO_DOWNLOADS,
    package_url: page,
    project_url: page,
    project_urls: projectUrls(release),
    release_url: `${page}${release.version}/`,
    requires_dist: list('requires_dist'),
    provides_extra: list('provides_extra'),
    docs_url: null,
    bugtrack_url: null,
    ...yanked(release),
    dynamic: list('dynamic')?.map(titled) ?? null,
  };
}

/** The project's addresses, with the two old fields among them. */
function projectUrls({ metadata }: Release): Readonly<Record<string, string>> | null {
  const home = metadata.texts.get('home_page');
  const download = metadata.texts.get('download_url');
  const urls = {
    ...(home === undefined ? {} : { Homepage: home }),
    ...(download === undefined ? {} : { Download: download }),
    ...Object.fromEntries(metadata.urls),
  };
  return Object.keys(urls).length === 0 ? null : urls;
}

function titled(field: string): string {
  return field.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function yanked({ yanked: state }: Release) {
  return { yanked: state !== false, yanked_reason: typeof state === 'string' ? state : null };
}

function filesOf(index: Index, release: Release): readonly unknown[] {
  const files = [...release.files].sort((one, other) => (one.filename < other.filename ? -1 : 1));
  return files.map((file) => fileData(index, release, file));
}

function fileData(index: Index, release: Release, file: StoredFile) {
  const { md5, sha256, blake2 } = file.digests;
  const time = uploadTime(file.uploaded);
  return {
    filename: file.filename,
    packagetype: file.kind,
    python_version: file.pythonVersion,
    has_sig: false,
    comment_text: file.comment ?? null,
    md5_digest: md5,
    digests: { md5, sha256, blake2b_256: blake2 },
    'core-metadata': coreMetadata(file),
    size: file.bytes.length,
    downloads: -1,
    upload_time: time.slice(0, 'YYYY-MM-DDThh:mm:ss'.length),
    upload_time_iso_8601: time,
    url: fileAddress(index, file),
    requires_python: requiresPython(release),
    ...yanked(release),
  };
}
