import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../src/emulators/serve.ts';
import { errorsOf, PROJECT, type Told, workflowRun } from '../support/act.ts';
import { ACTION } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const TAG = 'v0.3.0';

const scratch = makeScratch();
let pushed: Told;
let dispatched: Told;

beforeAll(async () => {
  const run = { workflow: 'rehearsal.yml', action: ACTION };
  [pushed, dispatched] = await Promise.all([
    workflowRun({ ...run, home: scratch.file('push'), tag: TAG }),
    workflowRun({ ...run, home: scratch.file('dispatch'), inputs: { path: 'B' } }),
  ]);
}, 420_000);
afterAll(() => scratch.remove());

/** What the second job printed of the first one's outputs. */
function announced({ lines }: Told): Readonly<Record<string, string>> {
  const said = lines.filter(({ job, raw_output }) => raw_output === true && job?.includes('Announce'));
  const pairs = said.map(({ msg = '' }) => msg.trim()).filter((text) => /^[a-z-]+=/.test(text));
  return Object.fromEntries(
    pairs.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
}

const files = (index: World['pypi']) => Object.keys(index[PROJECT]?.['0.3.0'] ?? {}).toSorted();
const FILES = ['gauge_middleware-0.3.0-py3-none-any.whl', 'gauge_middleware-0.3.0.tar.gz'];

describe.each([
  ['a push of a tag, by path A', () => pushed, FILES],
  ['a dispatch, by path B', () => dispatched, []],
])('the workflow of the examples, run by act: %s', (_what, told, onTestPyPI) => {
  it('ends well', () => {
    expect(errorsOf(told())).toEqual([]);
    expect(told().exitCode).toBe(0);
  });

  it('hands the outputs on to the second job', () => {
    expect(announced(told())).toEqual({
      version: '0.3.0',
      tag: TAG,
      'pypi-url': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/project\/gauge-middleware\/0\.3\.0\/$/),
      'release-url': expect.stringMatching(/\/octo\/demo\/releases\/tag\/v0\.3\.0$/),
      outcome: 'released',
    });
  });

  it('leaves the files, the tag on the commit and the published release', () => {
    const { pypi, testpypi, tags, releases } = told().world;
    expect([files(pypi), files(testpypi)]).toEqual([FILES, onTestPyPI]);
    expect(tags).toEqual({ [TAG]: told().commit });
    expect(releases).toMatchObject([{ tag: TAG, draft: false }]);
  });

  it('writes a job summary', () => {
    const summaries = told().lines.filter(({ command: name }) => name === 'summary');
    expect(JSON.stringify(summaries)).toContain('gauge-middleware 0.3.0');
  });
});
