/** `rehearse`: the whole release of a project, offline, told in a terminal. */

import { writeFile } from 'node:fs/promises';
import { Stopped } from '../release/fault.ts';
import { page } from './page.ts';
import { sampleProject } from './places.ts';
import { type RehearsalOptions, type Rehearsed, rehearsal } from './rehearsal.ts';
import { createScreen, type Print } from './screen.ts';
import { stagedInputFaults } from './staged-inputs.ts';
import { UsageError } from './usage-error.ts';
import { worldInWords } from './world-in-words.ts';

export interface RehearseOptions extends Omit<RehearsalOptions, 'project'> {
  /** The user's project; undefined: the sample. */
  readonly project: string | undefined;
  /** File for the JSON report with `world`. */
  readonly report: string | undefined;
  /** File for the job summary as a page. */
  readonly page: string | undefined;
}

/**
 * Rehearses a release. Gives the exit code: 0 only where the action ended well.
 *
 * @throws UsageError where an input would lead to a real server
 */
export async function rehearse(options: RehearseOptions, print: Print): Promise<number> {
  const [staged] = stagedInputFaults(options.inputs);
  if (staged !== undefined) throw new UsageError(`${staged.finding} ${staged.remedy}`);
  const project = options.project ?? sampleProject();
  const told = { show: createScreen(print), note: print };
  const rehearsed = await rehearsal({ ...options, project }, told).catch((error) => {
    if (!(error instanceof Stopped)) throw error;
    for (const { finding, remedy } of error.faults) print(`${finding} ${remedy}`);
    return undefined;
  });
  if (rehearsed === undefined) return 1;
  await tell(options, rehearsed, print);
  return rehearsed.exitCode;
}

async function tell(
  options: RehearseOptions,
  { report, summary, world }: Rehearsed,
  print: Print,
): Promise<void> {
  print('');
  print(worldInWords(world, report.commit));
  if (options.report !== undefined) {
    await writeFile(options.report, `${JSON.stringify({ ...report, world }, undefined, 2)}\n`);
    print(`The report: ${options.report}`);
  }
  if (options.page !== undefined) {
    await writeFile(options.page, await page(summary));
    print(`The summary: ${options.page}`);
  }
}
