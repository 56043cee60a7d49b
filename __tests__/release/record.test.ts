import { describe, expect, it } from '@jest/globals';
import { Stopped } from '../../src/release/fault.ts';
import {
  distributionsIn,
  observedBuild,
  parsedRecord,
  readRecord,
  recordOf,
  writeRecord,
} from '../../src/release/record.ts';
import { faultOf } from '../support/faults.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { aBuild, aChange, aDistribution, aPlan, aProject, PACKAGES } from '../support/world.ts';

const WHEEL = aDistribution('demo-1.2.0-py3-none-any.whl', 'wheel');
const SDIST = aDistribution('demo-1.2.0.tar.gz', 'sdist');
const files = (changes: Readonly<Record<string, string>> = {}) =>
  memoryFiles({
    [`${PACKAGES}/demo-1.2.0.tar.gz`]: 'sdist',
    [`${PACKAGES}/demo-1.2.0-py3-none-any.whl`]: 'wheel',
    [`${PACKAGES}/notes.txt`]: 'not ours',
    ...changes,
  });
const PLAN = aPlan();
const record = (...changed: readonly string[]) =>
  recordOf(PLAN.forge.commit, aProject(), {
    ...aBuild(WHEEL, SDIST),
    changed: changed.map((file) => aChange(file)),
  });

describe('the release record', () => {
  it('says what was built, of which commit', () => {
    expect(record('pyproject.toml')).toEqual({
      schema: 1,
      commit: PLAN.forge.commit,
      project: { name: 'demo', version: '1.2.0' },
      tag: 'v1.2.0',
      distributions: [WHEEL, SDIST],
      changed: [aChange('pyproject.toml')],
    });
  });

  it('is read as it was written, beside the distributions', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record('pyproject.toml'));
    expect(world.changes).toEqual([`write ${PACKAGES}/release.json`]);
    expect(await readRecord(world, PACKAGES)).toEqual(record('pyproject.toml'));
  });

  it.each([
    ['no schema', '{"version": 2}'],
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

/** The faults that a text of a record stops with. */
function unfit(text: string): readonly string[] {
  try {
    parsedRecord(text);
    return [];
  } catch (error) {
    if (error instanceof Stopped) return error.faults.map(({ code }) => code);
    throw error;
  }
}

describe('a record that cannot be read', () => {
  it.each([
    ['another schema', { schema: 2 }],
    ['a schema of text', { schema: '1' }],
    ['no commit', { commit: undefined }],
    ['no tag', { tag: 7 }],
    ['no project', { project: undefined }],
    ['no list of distributions', { distributions: {} }],
    ['a distribution that is none', { distributions: [null] }],
    ['a distribution without a digest', { distributions: [{ filename: 'demo-1.2.0.tar.gz' }] }],
    ['a change that is none', { changed: ['a.py'] }],
    ['a change without a name', { changed: [{ file: 1, content: '' }] }],
    ['a change of no text', { changed: [{ file: 'a.py', content: 1 }] }],
  ])('stops the release: %s', (_what, changes) => {
    expect(unfit(JSON.stringify({ ...record(), ...changes }))).toEqual(['record-unfit']);
  });

  it('is one where a file is removed', () => {
    expect(unfit(JSON.stringify({ ...record(), changed: [{ file: 'a.py', content: null }] }))).toEqual([]);
  });
});

describe('a record that would leave its directory', () => {
  const altered = (change: (record_: ReturnType<typeof record>) => object) =>
    unfit(JSON.stringify({ ...record(), ...change(record()) }));

  it.each([
    '../evil.py',
    '/etc/passwd',
    'a/../../b',
    '.git/config',
    'C:\\\\evil.py',
    'a\\..\\b',
    'sub/.git/hooks/x',
    '.GIT/config',
    'GIT~1/config',
    '.git./config',
    '.git /config',
    '.git::$INDEX_ALLOCATION/config',
    '.g\u200cit/config',
    '.git',
    '',
  ])('is not followed: it names %j as changed', (file) => {
    expect(altered(() => ({ changed: [aChange(file)] }))).toEqual(['record-unfit']);
  });

  it.each(['../demo-1.2.0.tar.gz', 'other.txt'])(
    'is not followed: it names %s as a distribution',
    (filename) => {
      expect(altered(({ distributions: [first] }) => ({ distributions: [{ ...first, filename }] }))).toEqual([
        'record-unfit',
      ]);
    },
  );

  it.each(['a..b.py', '.github/workflows/x.yml', '.gitignore', 'digit~1/a.py', 'src/demo/__init__.py'])(
    'is not one that names %s',
    (file) => {
      expect(altered(() => ({ changed: [aChange(file)] }))).toEqual([]);
    },
  );
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
    await writeRecord(world, PACKAGES, record('CHANGELOG.md'));
    const seen = await observedBuild(world, PLAN);
    expect(seen).toEqual({ distributions: [WHEEL, SDIST], changed: [aChange('CHANGELOG.md')] });
  });

  it('takes files without a record as they are', async () => {
    expect(await observedBuild(files(), PLAN)).toEqual({ distributions: [WHEEL, SDIST], changed: [] });
  });

  it('observes nothing where there is no distribution', async () => {
    expect(await observedBuild(memoryFiles(), PLAN)).toBeUndefined();
  });

  it('refuses what was built of another commit', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, { ...record(), commit: 'beef' });
    const { code, finding } = await faultOf(observedBuild(world, PLAN));
    expect(code).toBe('distributions-of-another-commit');
    expect([finding.includes('beef'), finding.includes(PLAN.forge.commit)]).toEqual([true, true]);
  });

  it('takes what was built for the release commit that this run is on', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, { ...record(), commit: 'beef', released: PLAN.forge.commit });
    expect((await observedBuild(world, PLAN))?.distributions).toEqual([WHEEL, SDIST]);
  });

  it('refuses a file whose bytes are not those that were built', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record());
    await world.write(`${PACKAGES}/${SDIST.filename}`, 'other bytes');
    const { code, finding } = await faultOf(observedBuild(world, PLAN));
    expect(code).toBe('distribution-altered');
    expect(finding).toContain(SDIST.sha256);
    expect(finding).toContain(SDIST.filename);
  });

  it('refuses a file that the record does not know', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, recordOf(PLAN.forge.commit, aProject(), aBuild(WHEEL)));
    const { finding } = await faultOf(observedBuild(world, PLAN));
    expect(finding).toContain('the release record says nothing of it');
  });

  it('refuses to go on without a file that was built', async () => {
    const world = files();
    await writeRecord(world, PACKAGES, record());
    await world.remove(`${PACKAGES}/${WHEEL.filename}`);
    const { code, finding } = await faultOf(observedBuild(world, PLAN));
    expect(code).toBe('distribution-altered');
    expect(finding).toContain(`${WHEEL.filename} has sha256 none, for it is gone`);
  });
});
