import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../src/emulators/serve.ts';
import { errorsOf, PROJECT, type Told, workflowRun } from '../support/act.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch } from '../support/scratch.ts';

/** Workflows whose jobs hand distributions to one another by artifacts alone. */
const scratch = makeScratch();
const BUMPED = 'v0.4.0';
const ASK = [
  ['rev-parse', `${BUMPED}^{tree}`],
  ['rev-parse', `${BUMPED}^`],
];

let wheels: Told;
let split: Told;
let whole: Told;

beforeAll(async () => {
  const action = await bundledAction(scratch.file('action'));
  wheels = await workflowRun({ workflow: 'rehearsal-wheels.yml', action, home: scratch.file('wheels') });
  const bump = { action, inputs: { path: 'B', bump: 'minor' }, ask: ASK };
  split = await workflowRun({ ...bump, workflow: 'rehearsal-split.yml', home: scratch.file('split') });
  whole = await workflowRun({ ...bump, workflow: 'rehearsal.yml', home: scratch.file('whole') });
}, 900_000);
afterAll(() => scratch.remove());

const files = (index: World['pypi'], version: string) =>
  Object.keys(index[PROJECT]?.[version] ?? {}).toSorted();

describe('a matrix of three wheels and an sdist, gathered and published by one job', () => {
  const FILES = [
    'gauge_middleware-0.3.0-py3-none-macosx_11_0_arm64.whl',
    'gauge_middleware-0.3.0-py3-none-manylinux_2_17_x86_64.whl',
    'gauge_middleware-0.3.0-py3-none-win_amd64.whl',
    'gauge_middleware-0.3.0.tar.gz',
  ];

  it('ends well', () => {
    expect(errorsOf(wheels)).toEqual([]);
    expect(wheels.exitCode).toBe(0);
  });

  it('leaves all of them on both indexes and on the release', () => {
    const { pypi, testpypi, tags, releases } = wheels.world;
    expect([files(pypi, '0.3.0'), files(testpypi, '0.3.0')]).toEqual([FILES, FILES]);
    expect(tags).toEqual({ 'v0.3.0': wheels.commit });
    expect(releases).toMatchObject([{ tag: 'v0.3.0', draft: false }]);
    expect(Object.keys(releases[0]?.assets ?? {})).toEqual(expect.arrayContaining(FILES));
  });

  it('says which artifacts they came from, and which wheels are not for its machine', () => {
    const said = JSON.stringify(wheels.lines);
    expect(said).toContain(`dist-win_amd64: ${FILES[2]}`);
    expect(said).toContain(`Try ${FILES[2]}: it is for another platform or Python than this job has`);
  });
});

describe('a release in two jobs, with a bump', () => {
  it('ends well', () => {
    expect([errorsOf(split), errorsOf(whole)]).toEqual([[], []]);
    expect([split.exitCode, whole.exitCode]).toEqual([0, 0]);
  });

  it('makes the release commit that one job makes: of the same tree, on the commit that it began from', () => {
    const [tree, parent] = split.asked;
    expect(tree).toMatch(/^[0-9a-f]{40}$/);
    expect(tree).toBe(whole.asked[0]);
    expect(parent).toBe(split.commit);
  });

  it('leaves the files and the published release', () => {
    const { pypi, releases } = split.world;
    expect(files(pypi, '0.4.0')).toEqual([
      'gauge_middleware-0.4.0-py3-none-any.whl',
      'gauge_middleware-0.4.0.tar.gz',
    ]);
    expect(releases).toMatchObject([{ tag: BUMPED, draft: false }]);
  });
});
