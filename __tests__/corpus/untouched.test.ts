import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runJob } from '../../src/cli/job.ts';
import { setStage } from '../../src/cli/stage.ts';
import { inParallel } from '../../src/release/in-parallel.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import type { CorpusProject } from './project.ts';
import { CHOSEN } from './projects.ts';
import { madeRepository } from './repository.ts';
import { type Tree, treeOf } from './tree.ts';

const LIMIT = 3_600_000;
/** Of the quick projects every fourth one: each is released by the corpus itself, too. */
const TRIED = process.env.CORPUS === undefined ? CHOSEN.filter((_, at) => at % 4 === 0) : CHOSEN;

// As of the corpus itself.
const corpus = process.platform === 'linux' ? describe : describe.skip;

interface DryRun {
  /** `dry-run` where all phases were gone through. */
  readonly outcome: string | undefined;
  readonly before: Tree;
  readonly after: Tree;
}

corpus('a dry run leaves the checkout byte for byte as it was', () => {
  let scratch: Scratch;
  const seen = new Map<CorpusProject, DryRun>();

  beforeAll(async () => {
    scratch = makeScratch();
    const action = await bundledAction(scratch.file('action'));
    await inParallel(TRIED, 2, async (project) => {
      const home = scratch.file(`${project.name}-${project.version}`);
      try {
        seen.set(project, await dryRun(project, action, home));
      } catch (error) {
        process.stdout.write(`${project.name}: ${error}\n`);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    });
  }, LIMIT);
  afterAll(() => scratch.remove());

  it.each(TRIED)('$name $version ($backEnd)', (project) => {
    const run = seen.get(project);
    if (run === undefined) throw new Error(`the dry run of ${project.name} came to no end`);
    expect(run.after).toEqual(run.before);
    expect(run.outcome).toBe(project.verdict.kind === 'released' ? 'dry-run' : 'failed');
  });
});

/** The dry run of path A on a runner's checkout; whether it stops or not, the trees before and after. */
async function dryRun(project: CorpusProject, action: string, home: string): Promise<DryRun> {
  const directory = path.join(home, project.name);
  await madeRepository(project, directory);
  const { services, job } = await setStage({
    project: directory,
    inputs: { path: 'A', 'dry-run': 'true', ...project.inputs?.given },
    event: 'tag',
    mishaps: [],
    scratch: path.join(home, 'stage'),
  });
  try {
    const before = await treeOf(job.workspace);
    const { outputs } = await runJob({ ...job, action }, () => undefined);
    return { outcome: outputs.get('outcome'), before, after: await treeOf(job.workspace) };
  } finally {
    await services.close();
  }
}
