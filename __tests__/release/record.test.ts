import { describe, expect, it } from '@jest/globals';
import {
  distributionsIn,
  observedBuild,
  readRecord,
  recordOf,
  writeRecord,
} from '../../src/release/record.ts';
import { faultOf } from '../support/faults.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { aBuild, aDistribution, aProject, PACKAGES } from '../support/world.ts';

const WHEEL = aDistribution('demo-1.2.0-py3-none-any.whl', 'wheel');
const SDIST = aDistribution('demo-1.2.0.tar.gz', 'sdist');
const files = (changes: Readonly<Record<string, string>> = {}) =>
  memoryFiles({
    [`${PACKAGES}/demo-1.2.0.tar.gz`]: 'sdist',
    [`${PACKAGES}/demo-1.2.0-py3-none-any.whl`]: 'wheel',
    [`${PACKAGES}/notes.txt`]: 'not ours',
    ...changes,
  });
const record = (changed: readonly string[] = []) =>
  recordOf('c0ffee', aProject(), { ...aBuild(WHEEL, SDIST), changed });

describe('the release record', () => {
  it('says what was built, of which commit', () => {
    expect(record(['pyproject.toml'])).toEqual({
      schema: 1,
      commit: 'c0ffee',
      project: { name: 'demo', version: '1.2.0' },
      tag: 'v1.2.0',
      distributions: [WHEEL, SDIST],
      changed: ['pyproject.toml'],
    });
  });

  it('is read as it was written, beside the distributions', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record(['pyproject.toml']));
    expect(world.changes).toEqual([`write ${PACKAGES}/release.json`]);
    expect(await readRecord(world, PACKAGES)).toEqual(record(['pyproject.toml']));
  });

  it.each([
    ['another schema', '{"schema": 2}'],
    ['no object', '1'],
    ['null', 'null'],
    ['no JSON', 'name: somebody else’s'],
  ])('is not taken from a file of %s', async (_what, text) => {
    expect(await readRecord(files({ [`${PACKAGES}/release.json`]: text }), PACKAGES)).toBeUndefined();
  });

  it('is not there where nobody wrote it', async () => {
    expect(await readRecord(files(), PACKAGES)).toBeUndefined();
  });
});

describe('distributionsIn', () => {
  it('hashes every distribution, in upload order, and passes over the rest', async () => {
    expect(await distributionsIn(files(), PACKAGES)).toEqual([WHEEL, SDIST]);
  });

  it('finds none where there is no directory', async () => {
    expect(await distributionsIn(memoryFiles(), PACKAGES)).toEqual([]);
  });
});

describe('observedBuild', () => {
  it('believes the files where they are what the record says', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record(['CHANGELOG.md']));
    const seen = await observedBuild(world, PACKAGES);
    expect(seen).toEqual({ distributions: [WHEEL, SDIST], changed: ['CHANGELOG.md'] });
  });

  it('takes files without a record as they are', async () => {
    expect(await observedBuild(files(), PACKAGES)).toEqual({ distributions: [WHEEL, SDIST], changed: [] });
  });

  it('observes nothing where there is no distribution', async () => {
    expect(await observedBuild(memoryFiles(), PACKAGES)).toBeUndefined();
  });

  it('refuses a file whose bytes are not those that were built', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record());
    await world.write(`${PACKAGES}/${SDIST.filename}`, 'other bytes');
    const { code, finding } = await faultOf(observedBuild(world, PACKAGES));
    expect(code).toBe('distribution-altered');
    expect(finding).toContain(SDIST.sha256);
    expect(finding).toContain(SDIST.filename);
  });

  it('refuses a file that the record does not know', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, recordOf('c0ffee', aProject(), aBuild(WHEEL)));
    const { finding } = await faultOf(observedBuild(world, PACKAGES));
    expect(finding).toContain('the release record says nothing of it');
  });

  it('refuses to go on without a file that was built', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record());
    await world.remove(`${PACKAGES}/${WHEEL.filename}`);
    const { code, finding } = await faultOf(observedBuild(world, PACKAGES));
    expect(code).toBe('distribution-altered');
    expect(finding).toContain(`${WHEEL.filename} has sha256 none, for it is gone`);
  });
});
