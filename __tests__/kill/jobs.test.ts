import { describe, expect, it } from '@jest/globals';
import { type Blow, lived, type Workflow } from './jobs-trial.ts';

const LINUX = 'demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.whl';
const MACOS = 'demo-1.2.0-cp312-cp312-macosx_11_0_arm64.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const PUBLISH = ['testpypi', 'pypi', 'post-publish'] as const;

const leg = (key: string, file: string) =>
  ({ key, phases: ['build'], artifact: [`dist-${key}`], builds: [file] }) as const;

const WORKFLOWS: Readonly<Record<string, Workflow>> = {
  'one job, without a release on the forge': {
    jobs: [{ key: 'all', phases: ['build', ...PUBLISH] }],
    release: 'none',
  },
  'prepare and publish': {
    jobs: [
      { key: 'prepare', phases: ['build'] },
      { key: 'publish', phases: PUBLISH },
    ],
    release: 'publish',
  },
  'prepare and publish, without a release on the forge': {
    jobs: [
      { key: 'prepare', phases: ['build'] },
      { key: 'publish', phases: PUBLISH },
    ],
    release: 'none',
  },
  'a job for each phase': {
    jobs: [
      { key: 'build', phases: ['build'] },
      { key: 'try', phases: ['testpypi'] },
      { key: 'upload', phases: ['pypi'] },
      { key: 'tell', phases: ['post-publish'] },
    ],
    release: 'publish',
  },
  'a job that uploads what it builds, and one that releases': {
    jobs: [
      { key: 'build', phases: ['build', 'testpypi', 'pypi'] },
      { key: 'tell', phases: ['post-publish'] },
    ],
    release: 'publish',
  },
  'a matrix of wheels and an sdist, gathered': {
    jobs: [
      leg('linux', LINUX),
      leg('macos', MACOS),
      leg('sdist', SDIST),
      { key: 'publish', phases: PUBLISH, artifact: ['dist-*'] },
    ],
    release: 'publish',
  },
};

describe.each(Object.entries(WORKFLOWS))('a release in jobs: %s', (_name, workflow) => {
  it('ends well where nobody harms it', async () => {
    const { violations, ofJobs } = await lived(workflow);
    expect(violations).toEqual([]);
    expect(ofJobs.every((changes) => changes.length > 0)).toBe(true);
  });

  it('ends so in its next attempt, too, whichever job was killed around whichever change', async () => {
    const broken: string[] = [];
    for (const [job, changes] of (await lived(workflow)).ofJobs.entries()) {
      for (const blow of blowsOf(changes)) {
        const { violations } = await lived(workflow, { ...blow, job });
        broken.push(...violations.map((each) => `job ${job}, ${blow.side} ${blow.what}: ${each}`));
      }
    }
    expect(broken).toEqual([]);
  });
});

it('a job that publishes, killed between uploads, goes on from the draft where the artifact has expired meanwhile', async () => {
  const workflow = WORKFLOWS['prepare and publish'] as Workflow;
  const changes = (await lived(workflow)).ofJobs[1] ?? [];
  const n = changes.indexOf('.indexes.pypi.upload') + 1;
  expect(n).toBeGreaterThan(0);
  expect((await lived(workflow, { job: 1, n, side: 'after', expires: true })).violations).toEqual([]);
});

/** Only an artifact has halves. What is left before a change is mostly what was left after the one before it: those are for whoever asks for all. */
function blowsOf(changes: readonly string[]): readonly (Omit<Blow, 'job'> & { readonly what: string })[] {
  return changes.flatMap((what, at) => {
    const sides = [
      ...(process.env.KILL === 'all' || at === 0 ? (['before'] as const) : []),
      ...(what.endsWith('.keep') ? (['during'] as const) : []),
      'after' as const,
    ];
    return sides.map((side) => ({ n: at + 1, side, what: `${at + 1} (${what})` }));
  });
}
