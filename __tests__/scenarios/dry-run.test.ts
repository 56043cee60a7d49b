import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closeScenarios,
  command,
  openScenario,
  type Ran,
  type Scenario,
  writes,
} from '../support/scenario.ts';

const PATHS = ['A', 'B', 'C'] as const;
const stories = new Map<
  string,
  { readonly scenario: Scenario; readonly before: unknown; readonly ran: Ran }
>();

beforeAll(async () => {
  await Promise.all(
    PATHS.map(async (path) => {
      const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
      const before = await scenario.services.world();
      const inputs = {
        path,
        'dry-run': 'true',
        bump: 'minor',
        'test-command': 'python -c "import tiny_tide"',
      };
      stories.set(path, { scenario, before, ran: await scenario.run({ inputs }) });
    }),
  );
}, 120_000);
afterAll(closeScenarios);

function story(path: string) {
  const told = stories.get(path);
  if (told === undefined) throw new Error(`path ${path} was not run`);
  return told;
}

describe.each(PATHS)('a dry run of path %s', (path) => {
  it('passes every phase and ends as a dry run', () => {
    const { ran } = story(path);
    expect(ran.errors).toEqual([]);
    expect([ran.exitCode, ran.output('outcome')]).toEqual([0, 'dry-run']);
    expect(ran.report.phases.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  it('decides everything: the files, the tag and the release would be made', () => {
    const { indexes, tag, release } = story(path).ran.report;
    expect(indexes.pypi?.files.map(({ decision }) => decision)).toEqual(['would-act', 'would-act']);
    expect([tag?.decision, release?.decision]).toEqual(['would-act', 'would-act']);
    expect(indexes.testpypi === null).toBe(path !== 'A');
  });

  it('writes nothing at any server', async () => {
    const { scenario, before, ran } = story(path);
    expect(writes(ran.requests)).toEqual([]);
    expect(await scenario.services.world()).toEqual(before);
    expect(await scenario.forge('rev-parse', 'main')).toBe(scenario.commit);
  });

  it('leaves the checkout as it was, though there is a version to write and a commit to make', async () => {
    const { scenario, ran } = story(path);
    const git = async (...args: readonly string[]): Promise<string> =>
      (await command('git', ['-C', ran.workspace, ...args])).stdout.trim();
    expect(await git('status', '--porcelain', '--ignored')).toBe('');
    expect(await git('rev-parse', 'HEAD')).toBe(scenario.commit);
  });
});
