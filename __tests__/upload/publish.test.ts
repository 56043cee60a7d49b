import { describe, expect, it } from '@jest/globals';
import type { Distribution } from '../../src/packaging/distribution.ts';
import { fault, Stopped } from '../../src/release/fault.ts';
import { credentialFaults, publish } from '../../src/upload/publish.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { type MemoryIndex, type MemoryIndexOptions, memoryIndex } from '../support/memory-index.ts';
import {
  aBuild,
  aDistribution,
  aPlan,
  aPool,
  aProject,
  aWorld,
  codesOf,
  faultsOf,
  type PlanChanges,
  recorder,
} from '../support/world.ts';

const WHEELS = [1, 2, 3, 4, 5].map((n) => aDistribution(`demo-1.2.0-cp31${n}-cp31${n}-win_amd64.whl`));
const SDIST = aDistribution('demo-1.2.0.tar.gz');
const ALL = [SDIST, ...WHEELS];
const TROUBLE = new Stopped([
  fault('index-trouble', { index: 'pypi', operation: 'upload', attempts: 3, last: 'HTTP 503' }),
]);

function publishing(
  options: MemoryIndexOptions = {},
  changes: PlanChanges = {},
  files: readonly Distribution[] = ALL,
) {
  const index: MemoryIndex = memoryIndex(options);
  const told = recorder();
  const clock = fakeClock();
  const begin = () =>
    publish({
      name: 'pypi',
      plan: aPlan(changes),
      project: aProject(),
      build: aBuild(...files),
      world: aWorld({ indexes: { pypi: index, testpypi: memoryIndex() }, clock }),
      keep: async () => {},
      emit: told.emit,
    });
  const uploads = () => index.calls.filter((call) => call.startsWith('upload '));
  return { index, told, begin, uploads, clock };
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('publish', () => {
  it('uploads what the index does not have, and gives every file with its address', async () => {
    const { begin, uploads, told } = publishing({ files: [SDIST] });
    const receipt = await begin();
    expect(receipt.url).toBe('https://pypi.index.example/project/demo/1.2.0/');
    expect(receipt.files.map(({ filename, decision }) => [filename, decision])).toEqual([
      ...WHEELS.map(({ filename }) => [filename, 'act']),
      [SDIST.filename, 'satisfied'],
    ]);
    expect(receipt.files.map(({ url }) => url)).toEqual(
      [...WHEELS, SDIST].map(({ filename }) => `https://index.example/files/${filename}`),
    );
    expect(uploads()).toHaveLength(5);
    expect(told.of('step-ended').map(({ says }) => says)).toEqual([
      '5 uploaded, 1 there already',
      '6 files, each with our sha256',
    ]);
  });

  it('uploads nothing the second time', async () => {
    const { begin, uploads } = publishing();
    await begin();
    const again = await begin();
    expect(uploads()).toHaveLength(6);
    expect(again.files.map(({ decision }) => decision)).toEqual(again.files.map(() => 'satisfied'));
  });

  it('sends the first file alone, and the others side by side within the bound', async () => {
    const seen: string[] = [];
    const { begin, index } = publishing(
      {
        async before(filename) {
          seen.push(`begin ${filename}`);
          await turns(2);
        },
        after: (filename) => void seen.push(`end ${filename}`),
      },
      { uploadConcurrency: 3 },
    );
    await begin();
    const first = WHEELS[0]?.filename;
    expect(seen.slice(0, 2)).toEqual([`begin ${first}`, `end ${first}`]);
    expect(index.mostAtOnce()).toBe(3);
  });

  it('begins no further file after a refusal', async () => {
    const refusal = new Stopped([
      fault('upload-refused', { index: 'pypi', filename: 'f', status: 400, reason: 'no' }),
    ]);
    const { begin, uploads, index } = publishing({
      before: () => {
        throw refusal;
      },
    });
    expect(await codesOf(begin())).toEqual(['upload-refused']);
    expect(uploads()).toEqual([`upload ${WHEELS[0]?.filename}`]);
    expect(index.calls).not.toContain('project');
  });

  it('tells every fault of files that went side by side, each with what stands', async () => {
    const refused = WHEELS.slice(1, 3).map(({ filename }) => filename);
    const { begin, uploads } = publishing(
      {
        async before(filename) {
          await turns(1);
          if (refused.includes(filename))
            throw new Stopped([
              fault('filename-burnt', { index: 'pypi', filename, status: 400, reason: 'no' }),
            ]);
        },
      },
      { uploadConcurrency: 2 },
    );
    const faults = await faultsOf(begin());
    expect(faults.map(({ code }) => code)).toEqual(['filename-burnt', 'filename-burnt']);
    for (const [at, { finding }] of faults.entries()) {
      expect(finding).toContain(refused[at]);
      expect(finding).toContain(
        `On PyPI stand: ${WHEELS[0]?.filename}; are missing: ${SDIST.filename}, ${refused.join(', ')}, `,
      );
    }
    expect(uploads()).toHaveLength(3);
  });

  it('tells what stands after an upload that never came through', async () => {
    const { begin, clock } = publishing({
      before: (filename) => {
        if (filename === SDIST.filename) throw TROUBLE;
      },
    });
    const [only, ...others] = await faultsOf(begin());
    expect(others).toEqual([]);
    const standing = WHEELS.map(({ filename }) => filename).join(', ');
    expect(only?.finding).toContain(`On PyPI stand: ${standing}; are missing: ${SDIST.filename}.`);
    expect(clock.slept).toHaveLength(3);
  });

  it('stops at other bytes under our name, before anything is uploaded', async () => {
    const { begin, uploads } = publishing({ files: [aDistribution(WHEELS[0]?.filename, 'other bytes')] });
    expect(await codesOf(begin())).toEqual(['upload-conflict']);
    expect(uploads()).toEqual([]);
  });

  it('looks again after an upload whose answer was lost, and does not send the file twice', async () => {
    const { begin, uploads } = publishing(
      {
        after: () => {
          throw TROUBLE;
        },
      },
      {},
      [SDIST],
    );
    const { files } = await begin();
    expect(files.map(({ decision }) => decision)).toEqual(['act']);
    expect(uploads()).toHaveLength(1);
  });

  it('sends nothing in a dry run and waits for nothing, and says what it would send', async () => {
    const { begin, uploads, told, clock } = publishing({ files: [SDIST] }, { mode: 'dry-run' });
    const { files } = await begin();
    expect(uploads()).toEqual([]);
    expect(clock.slept).toEqual([]);
    expect(files.map(({ decision, url }) => [decision, url])).toEqual([
      ...WHEELS.map(() => ['would-act', undefined]),
      ['satisfied', undefined],
    ]);
    expect(told.of('step-ended').map(({ outcome, says }) => [outcome, says])).toEqual([
      ['passed', '1 there already, 5 would be uploaded'],
      ['skipped', 'nothing was uploaded in a dry run'],
    ]);
  });

  it('wants a streak of answers only where it uploaded something', async () => {
    const stood = publishing({ files: ALL });
    await stood.begin();
    const looks = ({ index }: { readonly index: MemoryIndex }) =>
      index.calls.filter((call) => call === 'project').length;
    const fresh = publishing();
    await fresh.begin();
    expect(looks(fresh)).toBeGreaterThan(looks(stood));
  });
});

describe('credentialFaults', () => {
  const none = { credential: { kind: 'none', reason: 'there is no identity' } } as const;

  it('finds an identity that the index does not take', async () => {
    const credential = { kind: 'none', reason: 'of another forge', forge: 'forge.example' } as const;
    expect(await credentialFaults('pypi', aPlan({ pypi: { credential } }), memoryIndex())).toEqual([
      fault('identity-foreign', { index: 'pypi', reason: 'of another forge' }),
    ]);
  });

  it('finds a missing credential without asking the index', async () => {
    const index = memoryIndex();
    const faults = await credentialFaults('pypi', aPlan({ pypi: none, preflight: 'mint' }), index);
    expect(faults).toEqual([fault('credential-missing', { index: 'pypi', reason: 'there is no identity' })]);
    expect(index.calls).toEqual([]);
  });

  it('asks the index only where that is asked for', async () => {
    const index = memoryIndex();
    expect(await credentialFaults('pypi', aPlan(), index)).toEqual([]);
    expect(index.calls).toEqual([]);
    expect(await credentialFaults('pypi', aPlan({ preflight: 'mint' }), index)).toEqual([]);
    expect(index.calls).toEqual(['authorise']);
  });

  it('asks no index to mint in a dry run: that alone makes a project of a pending publisher', async () => {
    const index = memoryIndex();
    expect(await credentialFaults('pypi', aPlan({ preflight: 'mint', mode: 'dry-run' }), index)).toEqual([]);
    expect(index.calls).toEqual([]);
  });

  it('stops with the index’s refusal', async () => {
    const index = memoryIndex({ refusal: TROUBLE });
    expect(await codesOf(credentialFaults('pypi', aPlan({ preflight: 'mint' }), index))).toEqual([
      'index-trouble',
    ]);
  });
});

describe('publish of several packages', () => {
  const filesOf = (name: string) => [
    aDistribution(`${name}-1.2.0-py3-none-any.whl`),
    aDistribution(`${name}-1.2.0-cp312-cp312-win_amd64.whl`),
    aDistribution(`${name}-1.2.0.tar.gz`),
  ];
  const [ALPHA, ZULU] = [filesOf('alpha'), filesOf('zulu')];
  const publishingPool = (options: MemoryIndexOptions = {}, files = [...ALPHA, ...ZULU]) => {
    const index = memoryIndex(options);
    const begin = () =>
      publish({
        name: 'pypi',
        plan: aPlan({ uploadConcurrency: 4 }),
        // What comes last by its name comes first by what is required.
        project: aPool('zulu', 'alpha'),
        build: aBuild(...files),
        world: aWorld({ indexes: { pypi: index, testpypi: memoryIndex() }, clock: fakeClock() }),
        keep: async () => {},
        emit: recorder().emit,
      });
    const uploads = () =>
      index.calls.flatMap((call) => (call.startsWith('upload ') ? [call.split(/[ -]/)[1]] : []));
    return { index, begin, uploads };
  };

  it('goes package by package, and gives the files in that order', async () => {
    const { begin, uploads } = publishingPool();
    const receipt = await begin();
    expect(uploads()).toEqual(['zulu', 'zulu', 'zulu', 'alpha', 'alpha', 'alpha']);
    expect(receipt.files.map(({ filename }) => filename.split('-')[0])).toEqual(uploads());
    expect(receipt.url).toBe('https://pypi.index.example/project/alpha/1.2.0/');
  });

  it('sends the first file of each alone, since it makes the release', async () => {
    let under = 0;
    const alone: string[] = [];
    const { begin } = publishingPool({
      before: async (filename) => {
        under += 1;
        await turns(3);
        if (under === 1) alone.push(filename);
        await turns(3);
        under -= 1;
      },
    });
    await begin();
    const first = (name: string) => `${name}-1.2.0-cp312-cp312-win_amd64.whl`;
    expect(alone).toEqual(expect.arrayContaining([first('zulu'), first('alpha')]));
  });

  it('begins no package after one that failed, and says what stands of all', async () => {
    const { begin, uploads } = publishingPool({
      before: (filename) => {
        if (filename === 'zulu-1.2.0.tar.gz')
          throw new Stopped([
            fault('archive-refused', { index: 'pypi', filename, status: 400, reason: 'no' }),
          ]);
      },
    });
    const [found] = await faultsOf(begin());
    expect(new Set(uploads())).toEqual(new Set(['zulu']));
    expect(found?.finding).toMatch(/stand: zulu-.*are missing: .*alpha-1\.2\.0\.tar\.gz/);
  });

  it('passes over what an earlier run has sent, and goes on with the rest', async () => {
    const { begin, uploads } = publishingPool({ files: [...ZULU, ...ALPHA.slice(0, 1)] });
    const { files } = await begin();
    expect(uploads()).toEqual(['alpha', 'alpha']);
    expect(files.filter(({ decision }) => decision === 'satisfied')).toHaveLength(4);
  });

  it('refuses a file that is of none of them, before anything is sent', async () => {
    const { begin, uploads } = publishingPool({}, [...ALPHA, ...ZULU, aDistribution('other-1.2.0.tar.gz')]);
    const [found] = await faultsOf(begin());
    expect([found?.code, uploads()]).toEqual(['distribution-unfit', []]);
    expect(found?.finding).toContain('it is of none of the packages of this release (zulu, alpha)');
  });
});
