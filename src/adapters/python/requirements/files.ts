import { found, type Source } from './source.ts';

/** What projects call the files with their tests' requirements, most telling first. */
export const REQUIREMENTS_FILES = [
  'requirements-test.txt',
  'requirements-tests.txt',
  'test-requirements.txt',
  'tests/requirements.txt',
  'test/requirements.txt',
  'requirements/test.txt',
  'requirements/tests.txt',
  'requirements/testing.txt',
  'requirements/test.in',
  'requirements/tests.in',
  'requirements-dev.txt',
  'dev-requirements.txt',
  'requirements_dev.txt',
  'requirements/dev.txt',
  'requirements/dev.in',
] as const;

/** Requirements files that are there for tests by their names. */
export const requirementsFiles: Source = async ({ text }) => {
  for (const file of REQUIREMENTS_FILES)
    if ((await text(file)) !== undefined) return found(file, [{ what: file, arguments: ['-r', file] }]);
  return undefined;
};

/** requirements.txt may be for anything; where it asks for pytest it is for the tests too. */
export const plainRequirements: Source = async ({ text }) => {
  const file = 'requirements.txt';
  const asks = /^pytest\b/m.test((await text(file)) ?? '');
  return asks ? found(file, [{ what: file, arguments: ['-r', file] }]) : undefined;
};
