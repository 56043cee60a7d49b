import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../src/packaging/digest.ts';
import {
  closeScenarios,
  openScenario,
  type Ran,
  type Scenario,
  type ScenarioOptions,
  writes,
} from '../support/scenario.ts';

const WHEEL = 'tiny_tide-1.2.0-py3-none-any.whl';

interface Told {
  readonly scenario: Scenario;
  readonly job: Ran;
}

let bumped: Told & { readonly again: Ran };
let tagged: Told;
let taken: Told;

// Side by side: most of their time is waiting.
beforeAll(async () => {
  [bumped, tagged, taken] = await Promise.all([tellBumped(), tellTagged(), tellTaken()]);
}, 120_000);

afterAll(closeScenarios);

const open = (more: Partial<ScenarioOptions> = {}) =>
  openScenario({ project: 'tiny', name: 'tiny-tide', ...more });

async function tellBumped(): Promise<typeof bumped> {
  const scenario = await open();
  const inputs = { path: 'C', bump: 'minor' };
  const job = await scenario.run({ inputs });
  return { scenario, job, again: await scenario.run({ inputs, commit: scenario.commit }) };
}

async function tellTagged(): Promise<Told> {
  const scenario = await open();
  return { scenario, job: await scenario.run({ inputs: { path: 'C' }, tag: 'v1.2.0' }) };
}

async function tellTaken(): Promise<Told> {
  const scenario = await open({ projects: { 'tiny-tide': { '1.2.0': [WHEEL] } } });
  return { scenario, job: await scenario.run({ inputs: { path: 'C' }, tag: 'v1.2.0' }) };
}

describe('a dispatch with bump: minor', () => {
  it('releases the next minor version', async () => {
    expect(bumped.job.errors).toEqual([]);
    expect([bumped.job.exitCode, bumped.job.output('version'), bumped.job.output('tag')]).toEqual([
      0,
      '1.3.0',
      'v1.3.0',
    ]);
    const { pypi } = await bumped.scenario.services.world();
    expect(Object.keys(pypi['tiny-tide']?.['1.3.0'] ?? {})).toHaveLength(2);
  });

  it('writes the version wherever it stood, and dates the changelog', async () => {
    expect(await bumped.scenario.forge('show', 'main:pyproject.toml')).toContain('version = "1.3.0"');
    expect(await bumped.scenario.forge('show', 'main:src/tiny_tide/__init__.py')).toContain(
      '__version__ = "1.3.0"',
    );
    const changelog = await bumped.scenario.forge('show', 'main:CHANGELOG.md');
    expect(changelog).toMatch(
      /## \[Unreleased\]\n\n## \[1\.3\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- Neap tides\./,
    );
    expect(changelog).toContain('## [1.2.0] - 2026-11-01');
  });

  it('makes one release commit of just these files on the commit of the run', async () => {
    const release = bumped.job.output('commit');
    expect(await bumped.scenario.forge('log', '-1', '--format=%P', release)).toBe(bumped.scenario.commit);
    const changed = await bumped.scenario.forge('diff', '--name-only', bumped.scenario.commit, release);
    expect(changed.split('\n')).toEqual(['CHANGELOG.md', 'pyproject.toml', 'src/tiny_tide/__init__.py']);
    expect(await bumped.scenario.forge('diff', '--summary', bumped.scenario.commit, release)).toBe('');
  });

  it('moves the branch to the release commit and puts the tag on it', async () => {
    expect(await bumped.scenario.forge('rev-parse', 'main')).toBe(bumped.job.output('commit'));
    expect(await bumped.scenario.forge('rev-parse', 'v1.3.0^{commit}')).toBe(bumped.job.output('commit'));
    expect(bumped.job.output('commit')).not.toBe(bumped.scenario.commit);
  });

  it('adopts that commit when the same run is started again, and writes nothing', () => {
    expect(bumped.again.errors).toEqual([]);
    expect([bumped.again.exitCode, bumped.again.output('outcome')]).toEqual([0, 'satisfied']);
    expect([bumped.again.output('version'), bumped.again.output('commit')]).toEqual([
      '1.3.0',
      bumped.job.output('commit'),
    ]);
    expect(writes(bumped.again.requests)).toEqual([]);
  });
});

describe('a run started by a tag', () => {
  it('releases the version of the tag', async () => {
    expect(tagged.job.errors).toEqual([]);
    expect([tagged.job.exitCode, tagged.job.output('outcome'), tagged.job.output('version')]).toEqual([
      0,
      'released',
      '1.2.0',
    ]);
    const { releases } = await tagged.scenario.services.world();
    expect(releases).toMatchObject([{ tag: 'v1.2.0', draft: false }]);
  });

  it('leaves the tag and the branch as they were', async () => {
    expect(tagged.job.report.tag).toEqual({
      name: 'v1.2.0',
      commit: tagged.scenario.commit,
      decision: 'satisfied',
    });
    expect(await tagged.scenario.forge('rev-parse', 'v1.2.0')).toBe(tagged.scenario.commit);
    expect(await tagged.scenario.forge('rev-parse', 'main')).toBe(tagged.scenario.commit);
    expect(writes(tagged.job.requests).filter((request) => request.includes('/git/'))).toEqual([]);
  });
});

describe('a version whose wheel is on PyPI with other bytes', () => {
  it('stops with both digests named', () => {
    const ours = taken.job.report.distributions.find(({ filename }) => filename === WHEEL)?.sha256 ?? 'none';
    const theirs = sha256Hex(Buffer.from(WHEEL));
    expect(taken.job.exitCode).toBe(1);
    expect(taken.job.report.faults).toMatchObject([{ code: 'upload-conflict' }]);
    expect(taken.job.report.faults[0]?.finding).toContain(ours);
    expect(taken.job.report.faults[0]?.finding).toContain(theirs);
    expect(ours).not.toBe(theirs);
  });

  it('stops before anything is changed', async () => {
    expect(writes(taken.job.requests)).toEqual([]);
    const { pypi, tags, releases } = await taken.scenario.services.world();
    const { commit } = taken.scenario;
    expect([Object.keys(pypi['tiny-tide']?.['1.2.0'] ?? {}), tags, releases]).toEqual([
      [WHEEL],
      { 'v1.2.0': commit },
      [],
    ]);
  });
});
