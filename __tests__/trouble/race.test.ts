import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createFiles } from '../../src/adapters/node/files.ts';
import { distributionsIn } from '../../src/release/record.ts';
import { publish } from '../../src/upload/publish.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { aPlan, aProject, aWorld, recorder } from '../support/world.ts';
import { NAME, type Prepared, prepared, VERSION } from './distributions.ts';
import { type LoopbackIndex, openIndex } from './loopback-index.ts';

let project: Prepared;
let index: LoopbackIndex;
beforeAll(async () => {
  project = await prepared();
});
afterAll(() => project.remove());
afterEach(() => index.close());

/** One job's publication, with a client and a clock of its own. */
async function job() {
  const packages = `${project.directory}/dist`;
  const clock = fakeClock();
  return publish({
    name: 'pypi',
    plan: aPlan({ packages, pypi: index.plan, uploadConcurrency: 4 }),
    project: aProject({ name: NAME, normalizedName: NAME, version: VERSION }),
    build: { distributions: await distributionsIn(createFiles(), packages), changed: [] },
    world: aWorld({ indexes: { pypi: await index.client(clock), testpypi: memoryIndex() }, clock }),
    keep: async () => {},
    emit: recorder().emit,
  });
}

const uploads = () => index.requests.filter(({ method }) => method === 'POST').map(({ status }) => status);
const held = () => index.emulator.world()[NAME]?.[VERSION];

describe('uploads side by side', () => {
  it('do not race to make a release within one job', async () => {
    index = await openIndex({ pause: () => delay(150) });
    await job();
    expect(uploads()).toEqual([200, 200, 200, 200]);
    expect(held()).toEqual(project.digests);
  });

  it('end well where two jobs race to make it: a 500 is looked into, and what is missing is sent', async () => {
    index = await openIndex({ pause: () => delay(400) });
    const receipts = await Promise.all([job(), job()]);
    expect(uploads()).toContain(500);
    expect(held()).toEqual(project.digests);
    for (const { files } of receipts) {
      expect(Object.fromEntries(files.map(({ filename, sha256 }) => [filename, sha256]))).toEqual(
        project.digests,
      );
    }
  });
});
