/** `check`: the rows of the checklist that need no server, for the project as it lies there. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checklist } from '../phases/pypi/checklist.ts';
import { readProject } from '../phases/setup/project.ts';
import { openedProject } from './opened-project.ts';
import type { Print } from './screen.ts';

/** Rows that only a run on the forge can answer. */
const NEEDS_A_RUN = ['credentials', 'permission', 'publisher'];

/** Checks a project. Gives 0 only where no row failed. */
export async function check(directory: string, print: Print): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-check-'));
  try {
    return await checkIn(scratch, directory, print);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function checkIn(scratch: string, given: string, print: Print): Promise<number> {
  const directory = path.resolve(given);
  const { plan, world, head, checkout } = await openedProject({ workspace: directory, directory, scratch });
  const reading = await readProject(plan, world);
  if (reading.project === undefined) {
    for (const { title, finding, remedy } of reading.faults)
      print(`failed       ${title}: ${finding} ${remedy}`);
    return 1;
  }
  const { changelog } = reading.project;
  const rows = checklist({
    plan,
    project: reading.project,
    checks: undefined,
    build: undefined,
    metadata: [],
    changelog: changelog === undefined ? undefined : await world.files.text(path.join(directory, changelog)),
    changes: head === undefined ? [] : await checkout.changes(),
    published: undefined,
    commit: undefined,
    tagged: undefined,
  }).filter(({ id }) => !NEEDS_A_RUN.includes(id));
  print(`${reading.project.name} ${reading.project.version}, to be tagged ${reading.project.tag}\n`);
  for (const { id, verdict, evidence, cure } of rows) {
    print(`${verdict.padEnd(12)} ${id.padEnd(10)} ${evidence}${cure === '' ? '' : ` — ${cure}`}`);
  }
  return rows.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}
