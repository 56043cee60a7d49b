import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

/** Steps of the workflow fill the directory, as those of another tool do: no record, no artifact. */
const scratch = makeScratch();
let scenario: Scenario;
let job: Ran;

beforeAll(async () => {
  const action = await bundledAction(scratch.file('action'));
  scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
  const inputs = { path: 'C', handover: 'files' };
  const built = await scenario.run({ action, inputs: { ...inputs, phase: 'build', cache: 'false' } });
  expect(built.errors).toEqual([]);
  const carried = path.join(built.workspace, 'dist');
  await rm(path.join(carried, 'release.json'));
  job = await scenario.run({ action, carried, inputs: { ...inputs, phase: 'publish' } });
}, 240_000);

afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

describe('distributions that other steps put into packages-dir, without a record', () => {
  it('are released', async () => {
    expect([job.errors, job.output('outcome'), job.output('version')]).toEqual([[], 'released', '1.2.0']);
    const { pypi, tags } = await scenario.services.world();
    expect(Object.keys(pypi['tiny-tide']?.['1.2.0'] ?? {}).sort()).toEqual([
      'tiny_tide-1.2.0-py3-none-any.whl',
      'tiny_tide-1.2.0.tar.gz',
    ]);
    expect(tags).toEqual({ 'v1.2.0': scenario.commit });
  });

  it('were asked of twine before anything was public', () => {
    const check = job.children.findIndex(({ args }) => args.includes('check') && args.includes('--strict'));
    const upload = job.children.findIndex(({ args }) => args.includes('publish'));
    expect([check >= 0, check < upload]).toEqual([true, true]);
  });
});
