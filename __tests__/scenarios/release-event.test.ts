/** A release that a person publishes on the forge starts the run: it is finished, not doubled. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ForeignRelease, type ForeignRun, openForeignRelease } from '../support/foreign-release.ts';

const START = { event: 'release', ref: 'refs/tags/v1.2.0' };
const NOTES = 'Written by hand.';
const WHEEL = 'tiny_tide-1.2.0-py3-none-any.whl';

let release: ForeignRelease;
let first: ForeignRun;
let second: ForeignRun;

beforeAll(async () => {
  release = await openForeignRelease();
  const { github, pypi } = release.services;
  const answer = await fetch(`${github.api}/repos/${github.repository}/releases`, {
    method: 'POST',
    headers: { authorization: `token ${github.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tag_name: 'v1.2.0', target_commitish: release.commit, name: 'Tide', body: NOTES }),
  });
  expect(answer.status).toBe(201);
  const inputs = { 'pypi-url': pypi.upload, 'pypi-token': pypi.token };
  first = await release.run(inputs, START);
  second = await release.run(inputs, START);
}, 240_000);
afterAll(() => release.close());

describe('a release that was published by hand', () => {
  it('gets its version onto the index', () => {
    expect([first.faults, first.bug, first.outcome]).toEqual([[], undefined, 'released']);
    expect(first.release.facts.upload?.files.map(({ decision }) => decision)).toEqual(['act', 'act']);
  });

  it('gets the files, and keeps the name and the notes that it has', async () => {
    const { github } = release.services;
    const answer = await fetch(`${github.api}/repos/${github.repository}/releases/tags/v1.2.0`, {
      headers: { authorization: `token ${github.token}` },
    });
    expect(await answer.json()).toMatchObject({ name: 'Tide', body: NOTES, draft: false });
    const { releases, tags } = await release.services.world();
    expect(releases).toHaveLength(1);
    expect(releases[0]?.assets).toMatchObject({
      [WHEEL]: expect.any(String),
      SHA256SUMS: expect.any(String),
    });
    expect(tags).toEqual({ 'v1.2.0': release.commit });
  });

  it('is satisfied when the run is started again', () => {
    expect([second.faults, second.outcome]).toEqual([[], 'satisfied']);
  });
});
