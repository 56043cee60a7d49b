import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../src/packaging/digest.ts';
import { openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';

const WHEEL = 'tiny_tide-1.2.0-py3-none-any.whl';

describe('a dispatch with bump: minor', () => {
  let scenario: Scenario;
  let ran: Ran;
  let again: Ran;

  beforeAll(async () => {
    scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
    ran = await scenario.run({ inputs: { path: 'C', bump: 'minor' } });
    again = await scenario.run({ inputs: { path: 'C', bump: 'minor' }, commit: scenario.commit });
  });
  afterAll(() => scenario.close());

  it('releases the next minor version', async () => {
    expect(ran.errors).toEqual([]);
    expect([ran.exitCode, ran.output('version'), ran.output('tag')]).toEqual([0, '1.3.0', 'v1.3.0']);
    const { pypi } = await scenario.services.world();
    expect(Object.keys(pypi['tiny-tide']?.['1.3.0'] ?? {})).toHaveLength(2);
  });

  it('writes the version wherever it stood, and dates the changelog', async () => {
    expect(await scenario.forge('show', 'main:pyproject.toml')).toContain('version = "1.3.0"');
    expect(await scenario.forge('show', 'main:src/tiny_tide/__init__.py')).toContain('__version__ = "1.3.0"');
    const changelog = await scenario.forge('show', 'main:CHANGELOG.md');
    expect(changelog).toMatch(
      /## \[Unreleased\]\n\n## \[1\.3\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- Neap tides\./,
    );
    expect(changelog).toContain('## [1.2.0] - 2026-11-01');
  });

  it('makes one release commit of just these files on the commit of the run', async () => {
    const release = ran.output('commit');
    expect(await scenario.forge('log', '-1', '--format=%P', release)).toBe(scenario.commit);
    const changed = await scenario.forge('diff', '--name-only', scenario.commit, release);
    expect(changed.split('\n')).toEqual(['CHANGELOG.md', 'pyproject.toml', 'src/tiny_tide/__init__.py']);
    expect(await scenario.forge('diff', '--summary', scenario.commit, release)).toBe('');
  });

  it('moves the branch to the release commit and puts the tag on it', async () => {
    expect(await scenario.forge('rev-parse', 'main')).toBe(ran.output('commit'));
    expect(await scenario.forge('rev-parse', 'v1.3.0^{commit}')).toBe(ran.output('commit'));
    expect(ran.output('commit')).not.toBe(scenario.commit);
  });

  it('adopts that commit when the same run is started again, and writes nothing', () => {
    expect(again.errors).toEqual([]);
    expect([again.exitCode, again.output('outcome')]).toEqual([0, 'satisfied']);
    expect([again.output('version'), again.output('commit')]).toEqual(['1.3.0', ran.output('commit')]);
    expect(writes(again.requests)).toEqual([]);
  });
});

describe('a run started by a tag', () => {
  let scenario: Scenario;
  let ran: Ran;

  beforeAll(async () => {
    scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
    ran = await scenario.run({ inputs: { path: 'C' }, tag: 'v1.2.0' });
  });
  afterAll(() => scenario.close());

  it('releases the version of the tag', async () => {
    expect(ran.errors).toEqual([]);
    expect([ran.exitCode, ran.output('outcome'), ran.output('version')]).toEqual([0, 'released', '1.2.0']);
    const { releases } = await scenario.services.world();
    expect(releases).toMatchObject([{ tag: 'v1.2.0', draft: false }]);
  });

  it('leaves the tag and the branch as they were', async () => {
    expect(ran.report.tag).toEqual({ name: 'v1.2.0', commit: scenario.commit, decision: 'satisfied' });
    expect(await scenario.forge('rev-parse', 'v1.2.0')).toBe(scenario.commit);
    expect(await scenario.forge('rev-parse', 'main')).toBe(scenario.commit);
    expect(writes(ran.requests).filter((request) => request.includes('/git/'))).toEqual([]);
  });
});

describe('a version whose wheel is on PyPI with other bytes', () => {
  let scenario: Scenario;
  let ran: Ran;

  beforeAll(async () => {
    const projects = { 'tiny-tide': { '1.2.0': [WHEEL] } };
    scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', projects });
    ran = await scenario.run({ inputs: { path: 'C' } });
  });
  afterAll(() => scenario.close());

  it('stops with both digests named', () => {
    const ours = ran.report.distributions.find(({ filename }) => filename === WHEEL)?.sha256 ?? 'none';
    const theirs = sha256Hex(Buffer.from(WHEEL));
    expect(ran.exitCode).toBe(1);
    expect(ran.report.faults).toMatchObject([{ code: 'upload-conflict' }]);
    expect(ran.report.faults[0]?.finding).toContain(ours);
    expect(ran.report.faults[0]?.finding).toContain(theirs);
    expect(ours).not.toBe(theirs);
  });

  it('stops before anything is changed', async () => {
    expect(writes(ran.requests)).toEqual([]);
    const { pypi, tags, releases } = await scenario.services.world();
    expect([Object.keys(pypi['tiny-tide']?.['1.2.0'] ?? {}), tags, releases]).toEqual([[WHEEL], {}, []]);
  });
});
