import type { Ran } from './ran.ts';
import type { Suite } from './suite.ts';

/** Of this many files and more, so small a part must have been looked at that the run is of the suite. */
const COUNTED_FROM = 5;
const LEAST_PART = 0.1;

/**
 * Why a run that ended well is no run of the project's suite; undefined where it is one.
 *
 * Two things make a green run of next to nothing. A runner that meets another layout than it is made for reads a file or none of
 * many: less than a tenth of the files that are named like tests. Not all of them, for examples and data of tests are named so too,
 * and suites leave out what is slow. And pytest takes a function `test_suite`, which builds a suite for zope.testrunner, for a test.
 */
export function partialRun({ files }: Suite, { report, meaning }: Ran): string | undefined {
  if (meaning !== 'passed' && meaning !== 'no tests') return undefined;
  const tests = report?.tests ?? [];
  if (tests.length > 0 && tests.every(({ name }) => name === 'test_suite'))
    return 'what ran is the function test_suite alone, which builds the suite for another runner: give the project’s own command as test-command';
  const seen = new Set(tests.map(({ file }) => file.replaceAll('\\', '/')));
  const missed = files.filter((file) => ![...seen].some((one) => endsAlike(one, file)));
  if (files.length < COUNTED_FROM || files.length - missed.length >= LEAST_PART * files.length)
    return undefined;
  const example = missed[0] ?? '';
  return `${missed.length} of ${files.length} files that are named like tests gave none (${example}, …), so that this is not the suite: give the project’s own command as test-command`;
}

/** Runners name files from another root than the project's directory, or in full. */
function endsAlike(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}
