import { afterEach, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../src/packaging/digest.ts';
import { served } from '../../src/upload/served.ts';
import { type FakeClock, fakeClock } from '../support/fake-clock.ts';
import { faultOf } from '../support/faults.ts';
import { aDistribution, aProject } from '../support/world.ts';
import { type LoopbackIndex, type LoopbackOptions, openIndex } from './loopback-index.ts';

// A seeded file's content is its own name.
const SDIST = aDistribution('demo-1.2.0.tar.gz');
const WHEEL = aDistribution('demo-1.2.0-py3-none-any.whl');
const UNSENT = aDistribution('demo-1.2.0-cp314-cp314-win_amd64.whl');

let index: LoopbackIndex;
afterEach(() => index.close());

/** An index that got both files this moment. */
async function waiting(options: LoopbackOptions, distributions = [WHEEL, SDIST]) {
  const clock: FakeClock = fakeClock();
  const files = [SDIST, WHEEL].map(({ filename }) => filename);
  index = await openIndex({ projects: { demo: { '1.2.0': files } }, now: () => clock.now(), ...options });
  const wait = {
    name: 'pypi',
    index: await index.client(clock),
    project: aProject(),
    distributions,
    clock,
    fresh: true,
  };
  const waited = (): number => clock.slept.reduce((sum, each) => sum + each, 0) / 1_000;
  const pages = (): number => index.requests.filter(({ path }) => path.startsWith('/simple/')).length;
  return { work: served(wait), waited, pages };
}

describe('the wait for an index', () => {
  it('is over after three looks where every node is fresh', async () => {
    const { work, waited, pages } = await waiting({});
    const files = await work;
    expect(files.map(({ filename, sha256 }) => [filename, sha256])).toEqual([
      [WHEEL.filename, sha256Hex(Buffer.from(WHEEL.filename))],
      [SDIST.filename, sha256Hex(Buffer.from(SDIST.filename))],
    ]);
    expect([pages(), waited()]).toEqual([3, 0.2]);
  });

  it('lasts until the last node is purged, and no lucky look ends it before', async () => {
    const { work, waited } = await waiting({ propagation: { 'simple-json': [0, 0, 90] } });
    expect(await work).toHaveLength(2);
    expect(waited()).toBeGreaterThanOrEqual(90);
    expect(waited()).toBeLessThan(150);
  });

  it('does not mind a form of the page that it does not read', async () => {
    const { work, waited } = await waiting({ propagation: { 'simple-html': [3_600] } });
    await work;
    expect(waited()).toBe(0.2);
  });

  it('takes the page’s word where the record does not know the release yet', async () => {
    const { work, waited } = await waiting({ propagation: { record: [3_600], 'simple-json': [5] } });
    await work;
    expect(waited()).toBeGreaterThanOrEqual(5);
    expect(waited()).toBeLessThan(20);
  });

  it('ends after five minutes where the page alone is stale: uploaded, and not yet served', async () => {
    const { work, waited } = await waiting({ propagation: { 'simple-json': [0, 900] } });
    const { code, finding, blame } = await faultOf(work);
    expect([code, blame]).toEqual(['not-served', 'world']);
    expect(finding).toContain(`${WHEEL.filename}, ${SDIST.filename} were uploaded`);
    expect(waited()).toBeGreaterThanOrEqual(300);
    expect(waited()).toBeLessThan(330);
  });

  it('ends after five minutes where the record lacks a file as well: not uploaded, whatever was answered', async () => {
    const { work } = await waiting({}, [WHEEL, UNSENT]);
    const { code, finding, blame } = await faultOf(work);
    expect([code, blame]).toEqual(['not-stored', 'world']);
    expect(finding).toContain(UNSENT.filename);
    expect(finding).not.toContain(WHEEL.filename);
  });

  it('outlasts an index that is in trouble for a minute', async () => {
    const { work, waited } = await waiting({ mishaps: ['pypi:GET /simple/:503:30'] });
    expect(await work).toHaveLength(2);
    expect(waited()).toBeGreaterThan(30);
  });

  it('tells the trouble where it does not end', async () => {
    const { work, waited } = await waiting({ mishaps: ['pypi:GET /simple/:503'] });
    expect((await faultOf(work)).code).toBe('index-trouble');
    expect(waited()).toBeGreaterThanOrEqual(300);
  });

  it('reads a file again that came garbled, and calls only what stays other bytes a conflict', async () => {
    const once = await waiting({ mishaps: ['pypi:GET /packages/:garbled:1'] });
    expect(await once.work).toHaveLength(2);
    await index.close();
    const always = await waiting({ mishaps: ['pypi:GET /packages/:garbled'] }, [WHEEL]);
    expect((await faultOf(always.work)).code).toBe('upload-conflict');
  });
});
