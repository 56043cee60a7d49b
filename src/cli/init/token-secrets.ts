import type { IndexName } from '../../plan/known-indexes.ts';

/** Names of the secrets that hold the tokens, where an index wants one. */
export const TOKEN_SECRETS: Readonly<Record<IndexName, string>> = {
  testpypi: 'TESTPYPI_TOKEN',
  pypi: 'PYPI_TOKEN',
};
