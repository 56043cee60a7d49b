/** A release is looked at on a schedule: by the real doors, on the servers that it was made on. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../src/release/event.ts';
import type { Metric } from '../../src/release/metrics.ts';
import { type ForeignRelease, type ForeignRun, openForeignRelease } from '../support/foreign-release.ts';
import { writes } from '../support/scenario.ts';

const SCHEDULE = { event: 'schedule', ref: 'refs/heads/main' };

let release: ForeignRelease;
let released: ForeignRun;
let monitored: ForeignRun;
let since: number;

beforeAll(async () => {
  const critical = { title: 'It burns', labels: ['critical'] };
  release = await openForeignRelease({
    services: {
      community: {
        ...{ stars: 12, forks: 4, reactions: { 'v1.2.0': { '+1': 2, rocket: 3 } } },
        issues: [critical, { ...critical, state: 'closed' }, { title: 'A wish', labels: ['wish'] }],
      },
      downloads: { 'tiny-tide': { last_day: 3, last_week: 20, last_month: 1900 } },
    },
  });
  const { pypi, statistics } = release.services;
  const inputs = { 'pypi-url': pypi.upload, 'statistics-url': statistics.url };
  released = await release.run({ ...inputs, 'pypi-token': pypi.token });
  since = release.services.requests.length;
  // What a workflow gives whose secret is not there on a schedule.
  monitored = await release.run({ ...inputs, 'pypi-token': '' }, SCHEDULE);
}, 240_000);
afterAll(() => release.close());

function metricsOf(events: readonly Event[]): readonly Metric[] {
  return events.flatMap((event) => (event.kind === 'measured' ? event.metrics : []));
}

function values(run: ForeignRun): Readonly<Record<string, unknown>> {
  return Object.fromEntries(metricsOf(run.events).map(({ id, value }) => [id, value]));
}

describe('a release', () => {
  it('tells how it does as soon as it is public', () => {
    expect([released.faults, released.bug, released.outcome]).toEqual([[], undefined, 'released']);
    expect(values(released)).toEqual({
      ...{ page: true, install: true, readme: true, links: null, downloads: null },
      ...{ 'critical-issues': 1, stars: 12, forks: 4, reactions: null },
    });
  });
});

describe('on a schedule, where the workflow names no phase', () => {
  it('the newest release is looked at, and all is well', () => {
    expect([monitored.faults, monitored.bug, monitored.outcome]).toEqual([[], undefined, 'satisfied']);
    expect(monitored.release.plan.phases).toEqual(['monitor']);
    expect(monitored.release.facts.monitored).toMatchObject({ name: 'tiny-tide', version: '1.2.0' });
  });

  it('every metric that servers on this machine can answer is told', () => {
    expect(values(monitored)).toEqual({
      ...{ page: true, install: true, readme: true, links: null, downloads: 1900 },
      ...{ 'critical-issues': 1, stars: 12, forks: 4, reactions: 5 },
    });
    const says = Object.fromEntries(metricsOf(monitored.events).map((each) => [each.id, each.says]));
    expect(says.install).toBe('import tiny_tide');
    expect(says.links).toBe('the index is not on the public web');
  });

  it('nothing is changed', () => {
    expect(writes(release.services.requests.slice(since))).toEqual([]);
  });
});

describe('what is asked for outright on a schedule', () => {
  it('is no release', async () => {
    const { pypi } = release.services;
    const refused = await release.run({ 'pypi-url': pypi.upload, phase: 'all' }, SCHEDULE);
    expect(refused.faults).toMatchObject([
      { code: 'event-unsupported', remedy: expect.stringContaining('phase: monitor') },
    ]);
  });
});
