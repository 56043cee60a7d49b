import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createFiles } from '../../src/adapters/node/files.ts';
import { type Distribution, uploadOrder } from '../../src/packaging/distribution.ts';
import { pypi } from '../../src/phases/pypi/pypi.ts';
import { distributionsIn } from '../../src/release/record.ts';
import { publish } from '../../src/upload/publish.ts';
import { type FakeClock, fakeClock } from '../support/fake-clock.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { aPlan, aProject, aWorld, faultsOf, type PlanChanges, recorder } from '../support/world.ts';
import { NAME, type Prepared, prepared, VERSION } from './distributions.ts';
import { type LoopbackIndex, type LoopbackOptions, openIndex } from './loopback-index.ts';

const DAY = 24 * 3_600_000;

let project: Prepared;
let distributions: readonly Distribution[];
let clock: FakeClock;
let index: LoopbackIndex;

beforeAll(async () => {
  project = await prepared();
  distributions = uploadOrder(await distributionsIn(createFiles(), `${project.directory}/dist`));
});
afterAll(() => project.remove());
afterEach(() => index.close());

async function open(options: LoopbackOptions = {}): Promise<void> {
  clock = fakeClock();
  index = await openIndex({ now: () => clock.now(), ...options });
}

const plan = (changes: PlanChanges = {}) =>
  aPlan({
    workspace: project.directory,
    directory: project.directory,
    packages: `${project.directory}/dist`,
    version: { kind: 'source' },
    phases: ['pypi'],
    pypi: index.plan,
    ...changes,
  });

const world = async () =>
  aWorld({
    indexes: { pypi: await index.client(clock), testpypi: memoryIndex() },
    files: createFiles(),
    clock,
  });

async function upload(files: readonly Distribution[]) {
  return publish({
    name: 'pypi',
    plan: plan(),
    project: aProject({ name: NAME, normalizedName: NAME, version: VERSION }),
    build: { distributions: files, changed: [] },
    world: await world(),
    keep: async () => {},
    emit: recorder().emit,
  });
}

const foreseen = async (changes: PlanChanges = {}) =>
  (await pypi.preflight(plan(changes), await world())).map(({ code, finding }) => ({ code, finding }));

describe('a release that an index has in part', () => {
  it('can be completed for fourteen days', async () => {
    await open();
    await upload(distributions.slice(0, 1));
    clock.pass(13 * DAY);
    expect(await foreseen()).toEqual([]);
    const { files } = await upload(distributions);
    expect(files.map(({ decision }) => decision)).toEqual(['satisfied', 'act', 'act', 'act']);
  });

  it('is told in preflight to be closed after that, file by file', async () => {
    await open();
    await upload(distributions.slice(0, 2));
    clock.pass(20 * DAY);
    const missing = distributions.slice(2).map(({ filename }) => filename);
    expect(await foreseen()).toEqual(
      missing.map((filename) => ({
        code: 'release-too-old',
        finding: `${VERSION} came to PyPI 20 days ago, and ${filename} of it is not there: PyPI would answer 400: Uploading new files to releases older than 14 days is not allowed.`,
      })),
    );
  });

  it('is told so before the build by the kind of what is missing', async () => {
    await open();
    await upload(distributions.filter(({ kind }) => kind === 'wheel'));
    clock.pass(15 * DAY);
    const [fault, ...others] = await foreseen({ phases: ['build', 'pypi'] });
    expect(others).toEqual([]);
    expect(fault?.finding).toContain('15 days ago, and the sdist of it is not there');
    // What the user's own command will build is not known before.
    expect(await foreseen({ phases: ['build', 'pypi'], commands: { build: 'make dist' } })).toEqual([]);
  });

  it('may be old where all of it is there', async () => {
    await open();
    await upload(distributions);
    clock.pass(400 * DAY);
    expect(await foreseen()).toEqual([]);
    expect(await foreseen({ phases: ['build', 'pypi'] })).toEqual([]);
    const { files } = await upload(distributions);
    expect(files.map(({ decision }) => decision)).toEqual(files.map(() => 'satisfied'));
  });

  it('is refused in the upload in the same words, with what stands', async () => {
    await open();
    await upload(distributions.slice(0, 3));
    clock.pass(20 * DAY);
    const [fault, ...others] = await faultsOf(upload(distributions));
    expect(others).toEqual([]);
    expect(fault?.code).toBe('release-too-old');
    const names = distributions.map(({ filename }) => filename);
    expect(fault?.finding).toContain(
      `Uploading new files to releases older than 14 days is not allowed. On PyPI stand: ${names.slice(0, 3).join(', ')}; are missing: ${names[3]}.`,
    );
  });
});

describe('a file name that was used before', () => {
  it('is told to be burnt, with what stands of the others', async () => {
    await open();
    const [first, second] = distributions;
    index.emulator.state.filenames.add(second?.filename ?? '');
    const [fault, ...others] = await faultsOf(upload(distributions.slice(0, 2)));
    expect(others).toEqual([]);
    expect(fault?.code).toBe('filename-burnt');
    expect(fault?.finding).toContain(`On PyPI stand: ${first?.filename}; are missing: ${second?.filename}.`);
    expect(index.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });
});
