import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inParallel } from '../../src/release/in-parallel.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { departures } from './judge.ts';
import type { CorpusProject } from './project.ts';
import { CHOSEN } from './projects.ts';
import { type Rehearsed, rehearsed } from './rehearsal.ts';
import { type Result, resultLine, resultsTable } from './results-table.ts';

/** Milliseconds for all; each rehearsal has its own limit. */
const LIMIT = 3_600_000;

// Suites and wheels of other people's projects differ by platform: the verdicts are those of one.
const corpus = process.platform === 'linux' ? describe : describe.skip;

corpus('a project from the index, released by path A with nothing told but its tag', () => {
  let scratch: Scratch;
  let results: readonly Result[] = [];

  beforeAll(async () => {
    scratch = makeScratch();
    const action = await bundledAction(scratch.file('action'));
    results = await inParallel(CHOSEN, 2, async (project) => {
      const result = { project, rehearsal: await ended(project, action) };
      process.stdout.write(`Corpus: ${resultLine(result)}\n`);
      return result;
    });
    process.stdout.write(`${resultsTable(results)}\n`);
  }, LIMIT);
  afterAll(() => scratch.remove());

  async function ended(project: CorpusProject, action: string): Promise<Rehearsed | undefined> {
    const home = scratch.file(`${project.name}-${project.version}`);
    try {
      return await rehearsed(project, action, home);
    } catch (error) {
      process.stdout.write(`${project.name}: ${error}\n`);
      return undefined;
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }

  it.each(CHOSEN)('$name $version ($backEnd): $standsFor', (project) => {
    const rehearsal = results.find((result) => result.project === project)?.rehearsal;
    if (rehearsal === undefined) throw new Error(`the rehearsal of ${project.name} came to no end`);
    const found = departures(project, rehearsal);
    expect({ departures: found, tail: found.length === 0 ? '' : rehearsal.tail }).toEqual({
      departures: [],
      tail: '',
    });
  });
});
