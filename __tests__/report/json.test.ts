import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { CHECKLIST_IDS } from '../../src/release/checklist.ts';
import type { Comparison } from '../../src/release/comparison.ts';
import type { Event } from '../../src/release/event.ts';
import { METRIC_IDS } from '../../src/release/metrics.ts';
import { createReport, type Report } from '../../src/report/json.ts';
import {
  allFacts,
  aPlan,
  COMMIT,
  checks,
  compares,
  ended,
  measures,
  OTHER_COMMIT,
  phase,
  SDIST,
  started,
  story,
  tell,
  WHEEL,
} from '../support/events.ts';
import { dryRun, failed, interrupted, passed, refused } from './stories.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

function reportOf(events: readonly Event[], figures?: Readonly<Record<string, unknown>>): Report {
  const { subscriber, report } = createReport();
  tell(subscriber, events);
  return report(figures);
}

function problems(value: unknown): unknown {
  return valid(value) ? [] : valid.errors;
}

describe('the JSON report', () => {
  it.each(Object.entries({ passed, failed, dryRun, refused, interrupted, nothing: [] }))(
    'is of schema 1 for a release that was %s',
    (_, events) => {
      const written: unknown = JSON.parse(JSON.stringify(reportOf(events)));
      expect(problems(written)).toEqual([]);
    },
  );

  it.each(passed.map((_, count) => count))('is of schema 1 after %i events', (count) =>
    expect(problems(reportOf(passed.slice(0, count)))).toEqual([]),
  );

  it('has every member, null or empty where the release did not get so far', () => {
    expect(reportOf([])).toEqual({
      schema: 1,
      outcome: 'failed',
      path: null,
      project: null,
      commit: null,
      tag: null,
      phases: [],
      distributions: [],
      indexes: { testpypi: null, pypi: null },
      release: null,
      checklist: [],
      changes: [],
      faults: [],
      metrics: null,
      wall_seconds: 0,
    });
  });

  it('tells a released version whole', () => {
    const report = reportOf(passed);
    expect(report).toMatchObject({
      outcome: 'released',
      path: 'A',
      project: { name: 'demo', version: '1.2.0' },
      commit: COMMIT,
      tag: { name: 'v1.2.0', commit: COMMIT, decision: 'satisfied' },
      release: { id: 7, decision: 'act' },
      faults: [],
      wall_seconds: 43.46,
    });
    expect(report.distributions).toEqual([
      { filename: WHEEL.filename, kind: 'wheel', size: 18_311, sha256: WHEEL.sha256 },
      { filename: SDIST.filename, kind: 'sdist', size: 52_004, sha256: SDIST.sha256 },
    ]);
    expect(report.indexes.pypi?.files[1]).toEqual({
      filename: SDIST.filename,
      sha256: SDIST.sha256,
      decision: 'act',
      url: `https://pypi.index.example/files/${SDIST.filename}`,
    });
  });

  it('times steps that ran side by side each by its own start', () => {
    const develop = reportOf(passed).phases[1];
    expect(develop).toEqual({
      name: 'develop',
      outcome: 'passed',
      seconds: 8.25,
      steps: [
        { name: 'Format', outcome: 'passed', seconds: 0.4 },
        { name: 'Lint', outcome: 'passed', seconds: 0.5 },
        { name: 'Tests', outcome: 'passed', seconds: 8.2 },
      ],
    });
  });

  it('tells the phases behind the failed one as not run, and its open step as stopped', () => {
    const { phases, faults } = reportOf(failed.slice(0, -1));
    expect(phases.map(({ name, outcome }) => [name, outcome]).slice(4)).toEqual([
      ['testpypi', 'passed'],
      ['pypi', 'failed'],
      ['post-publish', 'not-run'],
    ]);
    expect(phases[5]?.steps.map(({ outcome }) => outcome)).toEqual(['stopped', 'failed']);
    expect(faults).toMatchObject([{ code: 'upload-conflict', phase: 'pypi' }]);
  });

  it('takes the true end of a step that ended after the release, without counting its time to the release', () => {
    expect(reportOf(failed).phases[5]?.steps[0]?.outcome).toBe('passed');
    expect(reportOf(failed).wall_seconds).toBe(reportOf(failed.slice(0, -1)).wall_seconds);
  });

  it('names the commit of the tag where a release commit was made', () => {
    const facts = allFacts();
    const tagged = {
      ...facts,
      released: { ...facts.released, tag: { ...facts.released.tag, commit: OTHER_COMMIT } },
    };
    expect(reportOf(story(started(aPlan()), ended('released', tagged))).commit).toBe(OTHER_COMMIT);
  });

  it('keeps the latest verdict of a checklist row, and its place', () => {
    const row = { id: CHECKLIST_IDS[0], verdict: 'not-checked', evidence: 'path C', cure: '' } as const;
    const told = phase(
      { name: 'pypi', title: 'Publish' },
      checks(row, { ...row, id: 'readme' }),
      checks({ ...row, verdict: 'passed' }),
    );
    const { checklist } = reportOf(story(started(aPlan()), told));
    expect(checklist.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'tests passed',
      'readme not-checked',
    ]);
  });

  it('carries the figures of the run, and the metrics as they were measured last', () => {
    const stars = { id: 'stars', title: 'Stars', value: 12, verdict: 'none', says: '' } as const;
    const page = { id: 'page', title: 'Page', value: null, verdict: 'none', says: 'no answer' } as const;
    const looked = phase(
      { name: 'monitor', title: 'Look at the latest release', facts: {} },
      measures(page),
      measures(stars, page),
    );
    const events = story(started(aPlan({ phases: ['monitor'] })), looked);
    const report = reportOf(events, { busy_seconds: 1.5 });
    expect(report.metrics).toEqual({
      busy_seconds: 1.5,
      stars: { title: 'Stars', value: 12, verdict: 'none', says: '' },
      page: { title: 'Page', value: null, verdict: 'none', says: 'no answer' },
    });
    expect(problems(report)).toEqual([]);
    expect(problems({ ...report, metrics: { star: 12 } })).not.toEqual([]);
  });

  it('has a place in its schema for every metric', () => {
    const { properties } = (schema.properties as { readonly metrics: { readonly properties: object } })
      .metrics;
    expect(Object.keys(properties)).toEqual(['busy_seconds', ...METRIC_IDS]);
  });
});

describe('what changed against the last release', () => {
  const changesOf = (comparison: Comparison) => {
    const told = phase({ name: 'pypi', title: 'Publish' }, compares(comparison));
    const report = reportOf(story(started(aPlan()), told));
    expect(problems(report)).toEqual([]);
    return report.changes;
  };
  const base = { project: 'demo', last: '1.1.0', lostMachines: ['win_amd64'] };

  it('is told whole', () => {
    const difference = {
      ...{ lost: ['demo/gone.py'], gained: ['demo/new.py'], lostData: [] },
      ...{ lostRequirements: ['a'], gainedRequirements: ['b>=2'] },
      requiresPython: ['', '>=3.10'] as const,
    };
    const wheels = { before: 'demo-1.1.0-py3-none-any.whl', now: WHEEL.filename };
    expect(changesOf({ ...base, contents: { ...wheels, difference } })).toEqual([
      {
        ...{ project: 'demo', since: '1.1.0', platforms_lost: ['win_amd64'], not_compared: null },
        contents: {
          ...wheels,
          ...{ files_gained: ['demo/new.py'], files_lost: ['demo/gone.py'] },
          ...{ requirements_gained: ['b>=2'], requirements_lost: ['a'] },
          requires_python: { before: '', now: '>=3.10' },
        },
      },
    ]);
  });

  it('has its reason where no wheels could be compared', () => {
    expect(changesOf({ ...base, contents: '1.1.0 has no wheel' })).toEqual([
      {
        ...{ project: 'demo', since: '1.1.0', platforms_lost: ['win_amd64'], contents: null },
        not_compared: '1.1.0 has no wheel',
      },
    ]);
  });
});

describe('the schema', () => {
  it('takes the world of a rehearsal beside the report', () =>
    expect(problems({ ...reportOf(passed), world: { pypi: {} } })).toEqual([]));

  it.each([
    ['a member more', { extra: 1 }],
    ['another schema', { schema: 2 }],
    ['a digest that is none', { distributions: [{ filename: 'a', kind: 'wheel', size: 1, sha256: 'x' }] }],
    [
      'a phase that does not exist',
      { phases: [{ name: 'deploy', outcome: 'passed', seconds: 1, steps: [] }] },
    ],
  ])('refuses %s', (_, change) => expect(problems({ ...reportOf(passed), ...change })).not.toEqual([]));
});
