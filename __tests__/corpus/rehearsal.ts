/** A rehearsal of a project's release as its maintainer would start it, and what came of it. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import type { World } from '../../src/emulators/serve.ts';
import { command, type Report } from '../support/scenario.ts';
import type { CorpusProject } from './project.ts';
import { madeRepository } from './repository.ts';

type RehearsalReport = Report & { readonly world: World };

/** A rehearsal that has ended. */
export interface Rehearsed {
  readonly exitCode: number;
  readonly report: RehearsalReport;
  readonly seconds: number;
  /** The last lines that were shown. */
  readonly tail: string;
}

const TOLD = 40;

/**
 * Makes the project's repository and rehearses its release by path A, on the push of its tag.
 *
 * @param action directory of the action, with its `dist`
 * @param home a directory of this rehearsal's own
 */
export async function rehearsed(project: CorpusProject, action: string, home: string): Promise<Rehearsed> {
  // The forge calls the repository by its folder.
  const directory = path.join(home, project.name);
  await madeRepository(project, directory);
  const report = path.join(home, 'report.json');
  const since = Date.now();
  const given = Object.entries(project.inputs?.given ?? {});
  const args = [
    path.join(action, 'dist', 'cli.js'),
    'rehearse',
    ...['--project', directory, '--path', 'A', '--event', 'tag', '--report', report],
    ...given.flatMap(([name, value]) => ['--input', `${name}=${value}`]),
  ];
  const { exitCode, stdout, stderr } = await command(process.execPath, args, {
    environment: hostEnvironment(process.env),
  });
  const seconds = (Date.now() - since) / 1_000;
  const tail = `${stdout}${stderr}`.trimEnd().split('\n').slice(-TOLD).join('\n');
  try {
    const told = JSON.parse(await readFile(report, 'utf8')) as RehearsalReport;
    return { exitCode, report: told, seconds, tail };
  } catch (cause) {
    throw new Error(`The rehearsal of ${project.name} left no report:\n${tail}`, { cause });
  }
}
