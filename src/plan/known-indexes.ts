/**
 * The addresses of the two public indexes: product data, and the only source file that holds them.
 * They are what a user types into `pypi-url` and `testpypi-url` when saying nothing.
 */

export type IndexName = 'testpypi' | 'pypi';

/** What people call the indexes. */
export const INDEX_LABELS: Readonly<Record<IndexName, string>> = { testpypi: 'TestPyPI', pypi: 'PyPI' };

/** The addresses of one index, all without a trailing slash but `upload` and `simple`. */
export interface IndexAddresses {
  /** Where distributions are posted (the legacy upload API). */
  readonly upload: string;
  /** Root of the simple API (PEP 503 and PEP 691). */
  readonly simple: string;
  /** Root of the JSON API, the integrity API and the project pages. */
  readonly web: string;
  /** Host that API tokens of this index name as their home. */
  readonly domain: string;
}

const PUBLIC: Readonly<Record<IndexName, IndexAddresses>> = {
  pypi: {
    upload: 'https://upload.pypi.org/legacy/',
    simple: 'https://pypi.org/simple/',
    web: 'https://pypi.org',
    domain: 'pypi.org',
  },
  testpypi: {
    upload: 'https://test.pypi.org/legacy/',
    simple: 'https://test.pypi.org/simple/',
    web: 'https://test.pypi.org',
    domain: 'test.pypi.org',
  },
};

/** Where the toolchain itself (uv) is fetched from: always the public PyPI, whatever index the release goes to. */
export const TOOL_INDEX: string = PUBLIC.pypi.simple;

/** The type of the statement that a file is published by this job: an address on PyPI's documentation host (PyPI docs, "Publish attestation"). */
export const PUBLISH_PREDICATE = `https://docs.${PUBLIC.pypi.domain}/attestations/publish/v1`;

/** Download counts of PyPI by project, for the success metrics. */
const STATISTICS = 'https://pypistats.org/api/packages';

/** How one kind of server lays its addresses out. */
interface Shape {
  readonly server: string;
  /** Fits the upload address, without its last slash. */
  readonly upload: RegExp;
  /** What the upload address has after the root; nothing where absent. */
  readonly tail?: string;
  /** Below the root. `/simple/` where absent. */
  readonly simple?: string;
  /** Pages of a project and of a version of it, below the root; the project's page of the simple API where absent, which every index has. */
  readonly pages?: { readonly project: string; readonly version: string };
}

/**
 * The first row that fits decides (the servers' own documentation, "publish with twine"). An address of two words alone is devpi's:
 * all others of that length are known by one of the words or by their host.
 */
const SHAPES: readonly Shape[] = [
  // Pulp and ProGet follow it.
  {
    server: 'Warehouse',
    upload: /\/legacy$/,
    tail: '/legacy',
    pages: { project: '/project/{name}/', version: '/project/{name}/{version}/' },
  },
  { server: 'pypicloud', upload: /\/simple$/, tail: '/simple' },
  { server: 'Azure Artifacts', upload: /\/_packaging\/[^/]+\/pypi\/upload$/, tail: '/upload' },
  { server: 'Artifactory', upload: /\/api\/pypi\/[^/]+$/ },
  { server: 'GitLab', upload: /\/api\/v4\/projects\/[^/]+\/packages\/pypi$/ },
  { server: 'Gitea and Forgejo', upload: /\/api\/packages\/[^/]+\/pypi$/ },
  { server: 'Nexus', upload: /\/repository\/[^/]+$/ },
  { server: 'CodeArtifact', upload: /\/\/[^/]+\/pypi\/[^/]+$/ },
  { server: 'Artifact Registry', upload: /\/\/[^/]+-python\.pkg\.dev\/[^/]+\/[^/]+$/ },
  {
    server: 'devpi',
    // Nothing is uploaded to an index called pypi, its mirror of PyPI: that is another server below a prefix.
    upload: /\/\/[^/]+(?:\/devpi)?\/[\w.-]+\/(?!pypi$)[\w.-]+$/,
    simple: '/+simple/',
    pages: { project: '/{name}', version: '/{name}/{version}' },
  },
];

/** pypiserver, and whatever else. */
const PLAIN: Shape = { server: 'pypiserver', upload: /(?:)/ };

/**
 * The addresses of an index, from its upload address.
 *
 * @param name which of the release's two indexes
 * @param upload the user's upload address; absent means the public index of that name. Of a private index the others follow as its
 *   kind of server lays them out: the simple API beside the upload address (PyPI), below it (most), or at `+simple/` (devpi).
 * @param simple the root of the simple API, where the user gives that too: some keep it on another host (Cloudsmith, Gemfury)
 */
export function indexAddresses(name: IndexName, upload?: string, simple?: string): IndexAddresses {
  const addresses = addressesFrom(name, upload);
  return simple === undefined ? addresses : { ...addresses, simple: simple.replace(/\/*$/, '/') };
}

function addressesFrom(name: IndexName, upload: string | undefined): IndexAddresses {
  if (upload === undefined) return PUBLIC[name];
  const known = Object.values(PUBLIC).find((index) => sameAddress(index.upload, upload));
  if (known !== undefined) return known;
  const { root, shape } = layoutOf(upload);
  const simple = `${root}${shape.simple ?? '/simple/'}`;
  return { upload, simple, web: root, domain: new URL(upload).hostname };
}

/**
 * Where people look at a version: the index's own page of it, else the list of the project's files.
 *
 * @param name in normal form (PEP 503)
 */
export function versionPage({ upload, simple, web }: IndexAddresses, name: string, version: string): string {
  const { pages } = layoutOf(upload).shape;
  if (pages === undefined) return `${simple}${name}/`;
  return `${web}${pages.version.replace('{name}', name).replace('{version}', version)}`;
}

/**
 * Where people look at a project, whatever its versions: the index's own page of it, else the list of its files.
 *
 * @param name in normal form (PEP 503)
 */
export function projectPage({ upload, simple, web }: IndexAddresses, name: string): string {
  const { pages } = layoutOf(upload).shape;
  return pages === undefined ? `${simple}${name}/` : `${web}${pages.project.replace('{name}', name)}`;
}

/** Where a trusted publisher is entered: for a project that is there, and for one that a first release is to make (Warehouse, `routes.py`). */
export function publisherPages(
  { web }: IndexAddresses,
  project: string,
): { readonly existing: string; readonly pending: string } {
  return {
    existing: `${web}/manage/project/${project}/settings/publishing/`,
    pending: `${web}/manage/account/publishing/`,
  };
}

/** Whether the index has a page of each version, as PyPI and devpi do. */
export function hasVersionPages({ upload }: IndexAddresses): boolean {
  return layoutOf(upload).shape.pages !== undefined;
}

/** Whether the index is PyPI, TestPyPI, or a server that has its addresses where they have them: it may refuse what they refuse. */
export function isLaidOutAsPyPI({ upload }: IndexAddresses): boolean {
  return layoutOf(upload).shape.server === 'Warehouse';
}

function layoutOf(upload: string): { readonly root: string; readonly shape: Shape } {
  const address = upload.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const shape = SHAPES.find((each) => each.upload.test(address)) ?? PLAIN;
  return { root: address.slice(0, address.length - (shape.tail ?? '').length), shape };
}

/** Where the downloads from an index are counted; undefined where that is known of none. */
export function statisticsOf({ upload }: IndexAddresses): string | undefined {
  return sameAddress(upload, PUBLIC.pypi.upload) ? STATISTICS : undefined;
}

/** The public index whose tokens name this domain as their home. */
export function indexOfDomain(domain: string): IndexName | undefined {
  const names: readonly IndexName[] = ['testpypi', 'pypi'];
  return names.find(
    (name) => domain === PUBLIC[name].domain || domain === new URL(PUBLIC[name].upload).hostname,
  );
}

/**
 * Whether a trial on the test index would show to all what is for an index of one's own: nobody has said which test index is meant, and
 * the usual one is public.
 */
export function triesInPublic(given: {
  readonly 'pypi-url': string | undefined;
  readonly 'testpypi-url': string | undefined;
}): boolean {
  const own = indexAddresses('pypi', given['pypi-url']);
  return given['testpypi-url'] === undefined && indexOfDomain(own.domain) === undefined;
}

function sameAddress(one: string, other: string): boolean {
  return one.replace(/\/+$/, '') === other.replace(/\/+$/, '');
}
