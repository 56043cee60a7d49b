/** `check`: the rows of the checklist that need no server, for the project as it lies there. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentOf } from '../action/environment.ts';
import { parsedInputs } from '../action/inputs.ts';
import { planFrom } from '../action/plan-from.ts';
import { createProcesses } from '../adapters/actions/process.ts';
import { createCheckout } from '../adapters/git/checkout.ts';
import { createTags } from '../adapters/git/tags.ts';
import { createFiles } from '../adapters/node/files.ts';
import { checklist } from '../phases/pypi/checklist.ts';
import { readProject } from '../phases/setup/project.ts';
import { pythonOf } from './own-python.ts';
import { hostEnvironment } from './runner-environment.ts';
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

async function checkIn(scratch: string, directory: string, print: Print): Promise<number> {
  const files = createFiles();
  const project = path.resolve(directory);
  const variables = hostEnvironment(process.env);
  const runner = { GITHUB_WORKSPACE: project, RUNNER_TEMP: scratch };
  const environment = environmentOf({ ...variables, ...runner }, project);
  const processes = createProcesses({ environment: variables });
  const checkout = createCheckout(processes, project);
  const head = await checkout.head();
  const { plan } = planFrom(parsedInputs({}, {}).inputs, { ...environment, commit: head?.commit ?? '' });
  const tags = createTags(processes, project);
  const { backEnd } = pythonOf(plan, { processes, files, toolCache: environment.toolCache });
  const reading = await readProject(plan, { files, tags, backEnd });
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
    changelog: changelog === undefined ? undefined : await files.text(path.join(project, changelog)),
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
