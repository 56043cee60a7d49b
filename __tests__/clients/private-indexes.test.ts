/** Releases to each kind of private index: what it holds decides, whatever it would say or do to a second upload. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Distribution, distributionOf } from '../../src/packaging/distribution.ts';
import { publish } from '../../src/upload/publish.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { foreignClient, foreignPlan, openForeignRelease } from '../support/foreign-release.ts';
import { type Loopback, startLoopback } from '../support/loopback.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { MANNERS, type Manners, type PrivateIndex, startPrivateIndex } from '../support/private-index.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';
import { aBuild, aPlan, aProject, aWorld, codesOf, recorder } from '../support/world.ts';

let wheel: TinyWheel;
let distribution: Distribution;
let pypi: Loopback;
const closing: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  wheel = await tinyWheel('tiny_tide', '1.2.0');
  distribution = distributionOf(wheel.filename, await readFile(wheel.file));
  // What stands for PyPI has a project of that name, which is none of the private index's.
  pypi = await startLoopback(() => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<h1>Links for tiny-tide</h1><a href="${wheel.filename}#sha256=${'ab'.repeat(32)}">${wheel.filename}</a>`,
  }));
  closing.push(pypi);
});
afterAll(async () => {
  await Promise.all(closing.map((each) => each.close()));
  await wheel.remove();
});

async function started(manners: Manners): Promise<PrivateIndex> {
  // Another name of the same machine: another host, as far as anybody can tell.
  const index = await startPrivateIndex(manners, pypi.base.replace('127.0.0.1', 'localhost'));
  closing.push(index);
  return index;
}

/** Publishes the wheel there as a run of the action does, with a client that knows nothing of earlier ones. */
async function published({ upload, password }: PrivateIndex, { user }: Manners) {
  const index = await foreignClient({ upload, user, token: password });
  const told = recorder();
  const receipt = await publish({
    name: 'pypi',
    plan: aPlan({ packages: path.dirname(wheel.file), pypi: foreignPlan(upload, user) }),
    project: aProject({ name: 'tiny-tide', normalizedName: 'tiny-tide' }),
    build: aBuild(distribution),
    world: aWorld({ indexes: { pypi: index, testpypi: memoryIndex() }, clock: fakeClock() }),
    emit: told.emit,
    keep: async () => undefined,
  });
  const steps = told.of('step-ended').map(({ step }) => step);
  return { decisions: receipt.files.map(({ decision }) => decision), steps };
}

describe.each(MANNERS.map((manners) => [manners.server, manners] as const))('%s', (_server, manners) => {
  it('gets a file once, by the right of its user, and is satisfied the second time', async () => {
    const index = await started(manners);
    const { filename, sha256 } = wheel;
    expect((await published(index, manners)).decisions).toEqual(['act']);
    expect((await published(index, manners)).decisions).toEqual(['satisfied']);
    expect(index.uploads).toEqual([{ filename, user: manners.user }]);
    expect(index.held()).toEqual({ [filename]: sha256 });
  });

  it('is not overwritten where it has other bytes: nothing is uploaded', async () => {
    const index = await started(manners);
    index.put(wheel.filename, Buffer.from('other bytes'));
    const before = index.held();
    expect(await codesOf(published(index, manners))).toEqual(['upload-conflict']);
    expect([index.uploads, index.held()]).toEqual([[], before]);
  });

  it('is told of with all that it lacks', async () => {
    const { steps } = await published(await started(manners), manners);
    expect(steps.filter((step) => step.startsWith('No '))).toEqual([
      'No JSON API on pypi',
      ...(manners.digest === 'sha256' ? [] : ['No sha256 on its pages on pypi']),
      ...(manners.stranger === undefined ? [] : ['No reading without a credential on pypi']),
      'No page of a version on pypi',
    ]);
  });
});

describe('the whole of path C', () => {
  it('goes to an index that lets no stranger read, and sends on to PyPI whom it cannot serve', async () => {
    const manners = MANNERS[0] as Manners;
    const [index, release] = await Promise.all([started(manners), openForeignRelease()]);
    closing.push(release);
    const { upload, password } = index;
    const inputs = { 'pypi-url': upload, 'pypi-user': manners.user, 'pypi-token': password };
    const [first, second] = [await release.run(inputs), await release.run(inputs)];
    expect([first.faults, first.outcome, second.faults, second.outcome]).toEqual([
      [],
      'released',
      [],
      'satisfied',
    ]);
    const built = first.release.facts.build?.distributions ?? [];
    expect(index.held()).toEqual(Object.fromEntries(built.map(({ filename, sha256 }) => [filename, sha256])));
  }, 240_000);
});
