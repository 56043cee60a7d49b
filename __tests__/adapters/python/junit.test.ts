import { describe, expect, it } from '@jest/globals';
import { readJunit } from '../../../src/adapters/python/junit.ts';

const report = (suite: string, cases: string) =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" ${suite}>${cases}</testsuite></testsuites>`;

describe('a JUnit report', () => {
  it('gives the figures', () => {
    const xml = report(
      'errors="2" failures="3" skipped="4" tests="20" time="1.119"',
      '<testcase classname="tests.test_a" name="test_it" file="tests/test_a.py" line="3" /><testcase classname="" name="tests.test_b" />',
    );
    expect(readJunit(xml)).toEqual({
      passed: 11,
      failed: 3,
      errors: 2,
      skipped: 4,
      seconds: 1.119,
      troubles: [],
      tests: [
        { name: 'test_it', file: 'tests/test_a.py' },
        { name: 'tests.test_b', file: 'tests/test_b.py' },
      ],
    });
  });

  it.each([
    [
      'the fixture that is missing',
      `<error message="failed on setup with &quot;file a.py&#10;E       fixture 'app' not found">file a.py\nE       fixture 'app' not found\n&gt;       available fixtures: cache</error>`,
      { kind: 'error', reason: "fixture 'app' not found" },
    ],
    [
      'what a failed test raised, without its markup',
      '<failure message="AssertionError: assert &apos;&lt;a&gt;&apos; == &quot;&amp;lt;&quot;&#10;  second line">def test_a</failure>',
      { kind: 'failure', reason: `AssertionError: assert '<a>' == "&lt;"` },
    ],
    [
      'what a module that cannot be collected raised',
      '<error message="collection failure">ImportError while importing\nE   ImportError: no\nE   ModuleNotFoundError: No module named &apos;flask&apos;</error>',
      { kind: 'error', reason: "ModuleNotFoundError: No module named 'flask'" },
    ],
    [
      'of a setup that says nothing else, that it failed',
      '<error message="failed on setup with &quot;x&quot;">text</error>',
      { kind: 'error', reason: 'failed on setup with "x"' },
    ],
  ])('tells %s', (_, element, trouble) => {
    const xml = report('tests="1"', `<testcase name="a">${element}</testcase>`);
    expect(readJunit(xml)?.troubles).toEqual([trouble]);
  });

  it('is not taken from what is none', () => {
    expect(readJunit('')).toBeUndefined();
    expect(readJunit('<html></html>')).toBeUndefined();
  });
});
