import { describe, expect, it } from '@jest/globals';
import type { Distribution } from '../../../src/packaging/distribution.ts';
import { compareWithLast } from '../../../src/phases/pypi/last-release.ts';
import type { IndexFile } from '../../../src/ports/package-index.ts';
import type { ReleasedPackage } from '../../../src/release/facts.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { zipOf } from '../../packaging/archives.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { memoryIndex } from '../../support/memory-index.ts';
import {
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  PACKAGES,
  recorder,
  wheelMembers,
} from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const bytes = zipOf(wheelMembers());

const published = (filename: string, changes: Partial<IndexFile> = {}): IndexFile => ({
  filename,
  url: `https://index.example/files/${filename}`,
  sha256: '',
  size: 1000,
  ...changes,
});

const [aReleased] = aProject().packages as [ReleasedPackage];

async function comparing(
  files: readonly IndexFile[],
  parts: {
    readonly versions?: readonly string[];
    readonly served?: (filename: string) => Uint8Array | undefined;
    readonly built?: readonly Distribution[];
  } = {},
) {
  const told = recorder();
  const built = parts.built ?? [aDistribution(WHEEL, bytes)];
  await compareWithLast(
    {
      share: { project: { ...aReleased, version: '1.2.0' }, distributions: built },
      title: 'Compare with the last release',
      published: { name: 'demo', versions: parts.versions ?? ['1.1.0'], files },
    },
    aPlan(),
    aWorld({
      files: memoryFiles(Object.fromEntries(built.map(({ filename }) => [`${PACKAGES}/${filename}`, bytes]))),
      indexes: {
        testpypi: memoryIndex(),
        pypi: memoryIndex(parts.served === undefined ? {} : { served: parts.served }),
      },
    }),
    told.emit,
  );
  const ends = told.of('step-ended').map(({ outcome, says }) => `${outcome}: ${says}`);
  const comparisons = told.of('compared').map(({ comparison }) => comparison);
  return { comparisons, ends, warnings: told.of('noticed').map(({ title, says }) => `${title}: ${says}`) };
}

describe('the comparison with the last release', () => {
  it('warns of data files that the build lost, with their names', async () => {
    const old = zipOf(wheelMembers({ 'demo/locale/de.mo': 'x', 'demo/gone.py': '' }, ['Requires-Dist: a']));
    const { comparisons, ends, warnings } = await comparing([published('demo-1.1.0-py3-none-any.whl')], {
      served: () => old,
    });
    expect(comparisons).toMatchObject([
      {
        ...{ project: 'demo', last: '1.1.0', lostMachines: [] },
        contents: {
          ...{ before: 'demo-1.1.0-py3-none-any.whl', now: WHEEL },
          difference: { lost: ['demo/locale/de.mo', 'demo/gone.py'], lostRequirements: ['a'] },
        },
      },
    ]);
    expect(ends).toEqual([
      'passed: against 1.1.0: files gone: demo/locale/de.mo, demo/gone.py; requirements gone: a',
    ]);
    expect(warnings).toEqual([
      `${WHEEL} lacks files that 1.1.0 had: demo/locale/de.mo. If a step before the build makes them (compiled translations, bundled assets), it did not run here.`,
    ]);
  });

  it('says so where nothing changed', async () => {
    const { ends, warnings } = await comparing([published('demo-1.1.0-py3-none-any.whl')], {
      served: () => bytes,
    });
    expect([ends, warnings]).toEqual([['passed: against 1.1.0: the same files and requirements'], []]);
  });

  it('takes the highest final version below this one', async () => {
    const versions = ['1.1.0', '1.2.0a1', '1.0', '1.3.0', 'nonsense'];
    const { ends } = await comparing([published('demo-1.1.0-py3-none-any.whl')], {
      versions,
      served: () => bytes,
    });
    expect(ends).toEqual([expect.stringContaining('against 1.1.0')]);
    const first = await comparing([], { versions: ['1.2.0', '1.3.0'] });
    expect(first.ends).toEqual(['skipped: there is no earlier release']);
  });

  it.each([
    ['is too large', { size: 30 * 1024 * 1024 }],
    ['is of a size that the index does not tell', { size: undefined }],
  ])('fetches no wheel that %s', async (_what, changes) => {
    const file = { ...published('demo-1.1.0-py3-none-any.whl'), ...changes } as IndexFile;
    const { ends, comparisons } = await comparing([file]);
    expect(ends).toEqual([expect.stringContaining('skipped: 1.1.0 has no wheel')]);
    expect(comparisons).toMatchObject([{ contents: expect.stringContaining('1.1.0 has no wheel') }]);
  });

  it('compares wheels of the same tags, and warns of machines that have none now', async () => {
    const fetched: string[] = [];
    const { warnings } = await comparing(
      [
        published('demo-1.1.0-cp312-cp312-win_amd64.whl'),
        published('demo-1.1.0-cp312-cp312-manylinux_2_17_x86_64.whl'),
      ],
      {
        built: [aDistribution('demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.whl', bytes)],
        served(filename) {
          fetched.push(filename);
          return bytes;
        },
      },
    );
    expect(fetched).toEqual(['demo-1.1.0-cp312-cp312-manylinux_2_17_x86_64.whl']);
    expect(warnings).toEqual([
      expect.stringContaining('Version 1.1.0 had wheels for win_amd64, this one has none'),
    ]);
  });

  it('is given up, and the release not, where the old wheel cannot be had or read', async () => {
    const trouble = fault('index-trouble', {
      index: 'pypi',
      operation: 'Downloading a file',
      attempts: 5,
      last: '503',
    });
    const away = await comparing([published('demo-1.1.0-py3-none-any.whl')], {
      served() {
        throw new Stopped([trouble]);
      },
    });
    expect(away.ends).toEqual([expect.stringContaining('passed: not compared:')]);
    const garbled = await comparing([published('demo-1.1.0-py3-none-any.whl')], {
      served: () => new Uint8Array(9),
    });
    expect(garbled.ends).toEqual([expect.stringContaining('not compared:')]);
  });
});
