/** `check`: the rows of the checklist that need no server, for the project as it lies there. */

import path from 'node:path';
import { environmentOf } from '../action/environment.ts';
import { parsedInputs } from '../action/inputs.ts';
import { planFrom } from '../action/plan-from.ts';
import { createProcesses } from '../adapters/actions/process.ts';
import { createCheckout } from '../adapters/git/checkout.ts';
import { createFiles } from '../adapters/node/files.ts';
import { checklist } from '../phases/pypi/checklist.ts';
import { readProject } from '../phases/setup/project.ts';
import { hostEnvironment } from './runner-environment.ts';
import type { Print } from './screen.ts';

/** Rows that only a run on the forge can answer. */
const NEEDS_A_RUN = ['credentials', 'permission', 'publisher'];

/** Checks a project. Gives 0 only where no row failed. */
export async function check(directory: string, print: Print): Promise<number> {
  const files = createFiles();
  const project = path.resolve(directory);
  const variables = hostEnvironment(process.env);
  const environment = environmentOf({ ...variables, GITHUB_WORKSPACE: project }, project);
  const checkout = createCheckout(createProcesses({ environment: variables }), project);
  const head = await checkout.head();
  const { plan } = planFrom(parsedInputs({}, {}).inputs, { ...environment, commit: head?.commit ?? '' });
  const reading = await readProject(plan, files);
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
