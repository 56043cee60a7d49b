/**
 * The addresses of the two public indexes: product data, and the only source file that holds them.
 * They are what a user types into `pypi-url` and `testpypi-url` when saying nothing.
 */

export type IndexName = 'testpypi' | 'pypi';

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

/** Download counts by project, for badges and metrics. */
export const STATISTICS = 'https://pypistats.org/api/packages';

/**
 * The addresses of an index, from its upload address.
 *
 * @param name which of the release's two indexes
 * @param upload the user's upload address; absent means the public index of that name. A private index keeps its simple API
 *   beside the upload address, as PyPI does (`<root>/legacy/` and `<root>/simple/`), else under the upload address itself (devpi, pypiserver).
 */
export function indexAddresses(name: IndexName, upload?: string): IndexAddresses {
  if (upload === undefined) return PUBLIC[name];
  const known = Object.values(PUBLIC).find((index) => sameAddress(index.upload, upload));
  if (known !== undefined) return known;
  const root = upload.replace(/\/+$/, '').replace(/\/legacy$/, '');
  return { upload, simple: `${root}/simple/`, web: root, domain: new URL(upload).hostname };
}

/** The public index whose tokens name this domain as their home. */
export function indexOfDomain(domain: string): IndexName | undefined {
  const names: readonly IndexName[] = ['testpypi', 'pypi'];
  return names.find(
    (name) => domain === PUBLIC[name].domain || domain === new URL(PUBLIC[name].upload).hostname,
  );
}

function sameAddress(one: string, other: string): boolean {
  return one.replace(/\/+$/, '') === other.replace(/\/+$/, '');
}
