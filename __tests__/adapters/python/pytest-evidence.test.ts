import { expect, it } from '@jest/globals';
import type { JunitReport, Trouble } from '../../../src/adapters/python/junit.ts';
import { pytestEvidence } from '../../../src/adapters/python/pytest-evidence.ts';

const NONE = { failed: 0, errors: 0, skipped: 0, troubles: [], tests: [] };
const GREEN: JunitReport = { ...NONE, passed: 3, seconds: 1.04 };
const troubles = (...reasons: readonly string[]): readonly Trouble[] =>
  reasons.map((reason) => ({ kind: 'error', reason }));

it.each<[string, Partial<JunitReport>]>([
  ['tool: 3 passed in 1.0 s', {}],
  ['tool: 3 passed, 2 skipped in 61.2 s', { skipped: 2, seconds: 61.23 }],
  ['tool: no tests in 1.0 s', { passed: 0 }],
  [
    "tool: 3 passed, 1 error in 1.0 s; 1 error: fixture 'app' not found",
    { errors: 1, troubles: troubles("fixture 'app' not found") },
  ],
  [
    "tool: 3 passed, 4 errors in 1.0 s; 3 errors: fixtures 'app', 'client' not found; 1 error: E",
    {
      errors: 4,
      troubles: troubles(
        "fixture 'client' not found",
        'E',
        "fixture 'app' not found",
        "fixture 'client' not found",
      ),
    },
  ],
  [
    'tool: 3 passed, 1 failed in 1.0 s; 1 failure: Not as root. Try again',
    { failed: 1, troubles: [{ kind: 'failure', reason: 'Not as root. Try again.' }] },
  ],
  [
    'tool: 3 passed, 6 failed in 1.0 s; 3 failures: assert 1 == 2; 1 failure: KeyError; 1 failure: a',
    {
      failed: 6,
      troubles: ['KeyError', 'a', 'assert 1 == 2', 'b', 'assert 1 == 2', 'assert 1 == 2'].map((reason) => ({
        kind: 'failure',
        reason,
      })),
    },
  ],
])('says %s', (sentence, differing) => {
  expect(pytestEvidence('tool', { ...GREEN, ...differing })).toBe(sentence);
});
