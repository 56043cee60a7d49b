import { describe, expect, it } from '@jest/globals';
import type { IndexFile } from '../../src/ports/package-index.ts';
import { served, type Wait } from '../../src/upload/served.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { faultOf } from '../support/faults.ts';
import { type MemoryIndexOptions, memoryIndex } from '../support/memory-index.ts';
import { aDistribution, aProject } from '../support/world.ts';

const WHEEL = aDistribution('demo-1.2.0-py3-none-any.whl');
const SDIST = aDistribution('demo-1.2.0.tar.gz');

function aWait(options: MemoryIndexOptions = {}, changes: Partial<Wait> = {}) {
  const clock = fakeClock();
  const index = memoryIndex({ files: [SDIST, WHEEL], ...options });
  const wait: Wait = {
    name: 'pypi',
    index,
    project: aProject(),
    distributions: [WHEEL, SDIST],
    clock,
    fresh: true,
    ...changes,
  };
  const looks = () => index.calls.filter((call) => call === 'release').length;
  return { wait, clock, looks };
}

/** A simple index that lists a file only from the n-th look on. */
function lateFrom(look: number, filename = WHEEL.filename) {
  let looks = 0;
  return (files: readonly IndexFile[]) => {
    looks += 1;
    return looks < look ? files.filter((file) => file.filename !== filename) : files;
  };
}

describe('served', () => {
  it('gives the files with their addresses, in our order, after three good answers in a row', async () => {
    const { wait, looks, clock } = aWait();
    const files = await served(wait);
    expect(files.map(({ filename }) => filename)).toEqual([WHEEL.filename, SDIST.filename]);
    expect(files[0]?.url).toBe(`https://index.example/files/${WHEEL.filename}`);
    expect(looks()).toBe(3);
    expect(clock.slept).toHaveLength(2);
  });

  it('believes one answer where nothing was uploaded just now', async () => {
    const { wait, looks, clock } = aWait({}, { fresh: false });
    await served(wait);
    expect(looks()).toBe(1);
    expect(clock.slept).toEqual([]);
  });

  it('begins the streak anew after an answer without our file', async () => {
    const answers = [true, true, false, true, true, true];
    let look = 0;
    const { wait, looks } = aWait({
      listed: (files) => ((answers[look++] ?? true) ? files : []),
    });
    await served(wait);
    expect(looks()).toBe(6);
  });

  it('waits longer and longer while something is missing', async () => {
    const { wait, clock } = aWait({ listed: lateFrom(9) });
    await served(wait);
    const waits = clock.slept.slice(0, 8);
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('gives up after five minutes, naming the files and where they are missing', async () => {
    const { wait, clock } = aWait({ listed: lateFrom(1_000) });
    const fault = await faultOf(served(wait));
    expect(fault.code).toBe('not-served');
    expect(fault.blame).toBe('world');
    expect(fault.finding).toContain(WHEEL.filename);
    expect(fault.finding).toContain('simple index');
    expect(fault.finding).not.toContain(SDIST.filename);
    const waited = clock.slept.reduce((sum, each) => sum + each, 0);
    expect(waited).toBeGreaterThanOrEqual(299_500);
    expect(waited).toBeLessThan(320_000);
  });

  it('wants our digest, not only the name', async () => {
    const other = (files: readonly IndexFile[]) => files.map((file) => ({ ...file, sha256: 'beef' }));
    const fault = await faultOf(served(aWait({ listed: other }).wait));
    expect(fault.code).toBe('not-served');
    expect(fault.finding).toContain(`${WHEEL.filename}, ${SDIST.filename}`);
  });

  it('wants the release’s record too', async () => {
    const { wait } = aWait();
    const index = { ...wait.index, release: async () => [] };
    const fault = await faultOf(served({ ...wait, index }));
    expect(fault.finding).toMatch(/after \d+ s .*record/);
  });

  it('reads the bytes that are served and refuses others', async () => {
    const { wait } = aWait({ digest: () => 'beef' });
    const work = served({ ...wait, distributions: [WHEEL] });
    const fault = await faultOf(work);
    expect(fault.code).toBe('upload-conflict');
    expect(fault.finding).toContain(`${WHEEL.filename}: here sha256 ${WHEEL.sha256}, on `);
    expect(fault.finding).toMatch(/ beef\.$/);
  });
});
