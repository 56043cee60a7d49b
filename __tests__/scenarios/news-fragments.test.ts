import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';

/** A project that keeps its news in fragments, and its changelog in reStructuredText. */
let scenario: Scenario;
let job: Ran;

const NEWS = '.. towncrier release notes start\n';
const FILES = {
  'towncrier.toml': '[tool.towncrier]\ndirectory = "news"\nname = "tiny-tide"\n',
  'NEWS.rst': NEWS,
  'news/7.feature.rst': 'Neap tides, by ``neap()``.\n',
  'news/.gitignore': '!.gitignore\n',
};

beforeAll(async () => {
  scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', files: FILES });
  job = await scenario.run({ inputs: { path: 'C', bump: 'minor' } });
}, 300_000);

afterAll(closeScenarios);

describe('a release of news fragments', () => {
  it('has them in the changelog, and out of the tree, by the release commit', async () => {
    expect([job.errors, job.exitCode, job.output('outcome')]).toEqual([[], 0, 'released']);
    const changed = await scenario.forge('diff', '--name-status', scenario.commit, 'v1.3.0');
    expect(changed.split('\n').map((line) => line.split('\t'))).toEqual([
      ['M', 'NEWS.rst'],
      ['D', 'news/7.feature.rst'],
      ['M', 'pyproject.toml'],
      ['M', 'src/tiny_tide/__init__.py'],
    ]);
    const news = await scenario.forge('show', 'v1.3.0:NEWS.rst');
    expect(news).toMatch(/tiny-tide 1\.3\.0 \(\d{4}-\d\d-\d\d\)\n=+\n/);
    expect(news.startsWith(NEWS)).toBe(true);
  });

  it('has its notes in Markdown', () => {
    const { long } = JSON.parse(job.output('announcement')) as { readonly long: string };
    expect(long).toContain('- Neap tides, by `neap()`.');
    expect(long).not.toContain('``');
  });
});
