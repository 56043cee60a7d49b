/** `check`: the rows of the checklist that need no server, for the project as it lies there. */

import { mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checklist } from '../phases/pypi/checklist.ts';
import { evidenceBefore } from '../phases/pypi/evidence.ts';
import { requireProject } from '../phases/setup/project.ts';
import { Stopped } from '../release/fault.ts';
import { localPlace } from './local-git.ts';
import { openedWithSettings } from './opened-project.ts';
import type { Print } from './screen.ts';
import { UsageError } from './usage-error.ts';

/** Rows that only a run on the forge can answer. */
const NEEDS_A_RUN = ['credentials', 'permission', 'publisher'];

/**
 * Checks a project.
 *
 * @returns the exit code: 0 only where no row failed
 * @throws UsageError where there is no such directory
 */
export async function check(directory: string, print: Print): Promise<number> {
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new UsageError(`--project is ${directory}. There is no such directory.`);
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-check-'));
  try {
    return await checkIn(scratch, directory, print);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    for (const { title, finding, remedy } of error.faults)
      print(`failed       ${title}: ${finding} ${remedy}`);
    return 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function checkIn(scratch: string, given: string, print: Print): Promise<number> {
  const directory = await realpath(given);
  const workspace = (await localPlace(directory))?.top ?? directory;
  const opened = await openedWithSettings({ workspace, directory, scratch });
  const { plan, world, checkout } = opened;
  const project = await requireProject(plan, world);
  const evidence = await evidenceBefore(project, plan, { files: world.files, checkout });
  const rows = checklist(evidence).filter(({ id }) => !NEEDS_A_RUN.includes(id));
  print(`${project.name} ${project.version}, to be tagged ${project.tag}\n`);
  for (const { id, verdict, evidence: found, cure } of rows) {
    print(`${verdict.padEnd(12)} ${id.padEnd(10)} ${found}${cure === '' ? '' : ` — ${cure}`}`);
  }
  return rows.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}
