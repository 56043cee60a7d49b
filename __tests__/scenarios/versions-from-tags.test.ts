import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';

/** The sample with no version in any file that counts. */
const PYPROJECT = `[build-system]
requires = ["setuptools>=77", "setuptools-scm>=8"]
build-backend = "setuptools.build_meta"

[project]
name = "tiny-tide"
description = "Counts tides"
readme = "README.md"
requires-python = ">=3.10"
license = "MIT"
dynamic = ["version"]

[tool.setuptools_scm]
version_file = "src/tiny_tide/_version.py"
`;

let scenario: Scenario;
let plain: Ran;
let bumped: Ran;
let again: Ran;

beforeAll(async () => {
  const ignored = 'dist/\n*.egg-info/\nsrc/tiny_tide/_version.py\n';
  const files = { 'pyproject.toml': PYPROJECT, '.gitignore': ignored };
  scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', files });
  await scenario.forge('tag', '1.2.0', `${scenario.commit}`);
  // Tools go by the commits since the tag.
  const tree = await scenario.forge('rev-parse', `${scenario.commit}^{tree}`);
  const next = await scenario.forge(
    ...['-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit-tree', tree],
    ...['-p', scenario.commit, '-m', 'More tides'],
  );
  await scenario.forge('update-ref', 'refs/heads/main', next);
  plain = await scenario.run({ inputs: { path: 'C' } });
  bumped = await scenario.run({ inputs: { path: 'C', bump: 'minor' } });
  again = await scenario.run({ inputs: { path: 'C', bump: 'minor' }, commit: next });
}, 240_000);

afterAll(closeScenarios);

describe('a project whose version is computed from git’s tags', () => {
  it('is not released between two tags by itself', () => {
    expect(plain.report.faults.map(({ code }) => code)).toEqual(['version-untagged']);
    expect(writes(plain.requests)).toEqual([]);
  });

  it('is released with the version that is asked for, and a tag in the form of the last', async () => {
    expect(bumped.errors).toEqual([]);
    expect([bumped.exitCode, bumped.output('version'), bumped.output('tag')]).toEqual([0, '1.3.0', '1.3.0']);
    const { pypi } = await scenario.services.world();
    expect(Object.keys(pypi['tiny-tide']?.['1.3.0'] ?? {}).sort()).toEqual([
      'tiny_tide-1.3.0-py3-none-any.whl',
      'tiny_tide-1.3.0.tar.gz',
    ]);
    expect(await scenario.forge('rev-parse', '1.3.0^{commit}')).toBe(bumped.output('commit'));
  });

  it('is not released twice when the same run is started again', () => {
    expect(again.errors).toEqual([]);
    expect([again.exitCode, again.output('outcome'), again.output('version')]).toEqual([
      0,
      'satisfied',
      '1.3.0',
    ]);
  });
});
