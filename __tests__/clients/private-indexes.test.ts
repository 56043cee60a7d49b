/** Path C, as a whole, to each kind of private index: what it holds decides, whatever it would say or do to a second upload. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ForeignRelease, type ForeignRun, openForeignRelease } from '../support/foreign-release.ts';
import { type Loopback, startLoopback } from '../support/loopback.ts';
import { MANNERS, type Manners, type PrivateIndex, startPrivateIndex } from '../support/private-index.ts';

const WHEEL = 'tiny_tide-1.2.0-py3-none-any.whl';
const SDIST = 'tiny_tide-1.2.0.tar.gz';
const OTHER = Buffer.from('other bytes');

interface Told {
  readonly index: PrivateIndex;
  readonly taken: PrivateIndex;
  readonly released: ForeignRun;
  readonly again: ForeignRun;
  readonly conflicting: ForeignRun;
}

const told = new Map<string, Told>();
const closing: { close(): Promise<unknown> }[] = [];
let pypi: Loopback;

beforeAll(async () => {
  // What stands for PyPI has a project of that name, which is none of the private index's.
  pypi = await startLoopback(() => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<h1>Links for tiny-tide</h1><a href="${WHEEL}#sha256=${'ab'.repeat(32)}">${WHEEL}</a>`,
  }));
  closing.push(pypi);
  for (const manners of MANNERS) told.set(manners.server, await tell(manners));
}, 600_000);
afterAll(() => Promise.all(closing.map((each) => each.close())));

async function tell(manners: Manners): Promise<Told> {
  const beyond = pypi.base.replace('127.0.0.1', 'localhost');
  const [index, taken, release] = await Promise.all([
    startPrivateIndex(manners, beyond),
    startPrivateIndex(manners, beyond),
    openForeignRelease(),
  ]);
  closing.push(index, taken, release);
  taken.put(WHEEL, OTHER);
  const released = await release.run(inputsFor(index, manners));
  const [again, conflicting] = await Promise.all([
    release.run(inputsFor(index, manners)),
    conflict(release, taken, manners),
  ]);
  return { index, taken, released, again, conflicting };
}

function inputsFor({ upload, password }: PrivateIndex, { user }: Manners): Readonly<Record<string, string>> {
  return { 'pypi-url': upload, 'pypi-user': user, 'pypi-token': password };
}

/** Without a journal, which would tell of the bytes before the index is asked. */
function conflict(release: ForeignRelease, index: PrivateIndex, manners: Manners): Promise<ForeignRun> {
  return release.run({ ...inputsFor(index, manners), release: 'none' });
}

function of(server: string): Told {
  const one = told.get(server);
  if (one === undefined) throw new Error(`nothing was released to ${server}`);
  return one;
}

describe.each(MANNERS.map((manners) => [manners.server, manners] as const))('%s', (server, manners) => {
  it('gets the release, by the right of its user, and serves our bytes', () => {
    const { index, released } = of(server);
    expect([released.faults, released.bug, released.outcome]).toEqual([[], undefined, 'released']);
    const ours = released.release.facts.build?.distributions ?? [];
    expect(index.held()).toEqual(Object.fromEntries(ours.map(({ filename, sha256 }) => [filename, sha256])));
    expect(index.uploads.map(({ filename, user }) => [filename, user]).toSorted()).toEqual([
      [WHEEL, manners.user],
      [SDIST, manners.user],
    ]);
  });

  it('is left alone by a second run', () => {
    const { index, again } = of(server);
    expect([again.faults, again.outcome]).toEqual([[], 'satisfied']);
    expect(index.uploads).toHaveLength(2);
  });

  it('is not overwritten where it has other bytes: the run stops before it uploads anything', () => {
    const { taken, conflicting } = of(server);
    expect(conflicting.faults.map(({ code }) => code)).toEqual(['upload-conflict']);
    expect(taken.uploads).toEqual([]);
    expect(Object.keys(taken.held())).toEqual([WHEEL]);
  });

  it('is told of with all that it lacks', () => {
    const steps = of(server).released.events.flatMap((event) =>
      event.kind === 'step-ended' && event.outcome === 'skipped' ? [event.step] : [],
    );
    const lacks = [
      'No JSON API on pypi',
      ...(manners.digest === 'sha256' ? [] : ['No sha256 on its pages on pypi']),
      ...(manners.stranger === undefined ? [] : ['No reading without a credential on pypi']),
      'No page of a version on pypi',
    ];
    expect(steps.filter((step) => step.startsWith('No '))).toEqual(lacks);
    expect(steps).toContain('Attest the distributions');
  });
});
