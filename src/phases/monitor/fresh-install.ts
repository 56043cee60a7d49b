/** Whether a release installs for whoever asks for it today. */

import path from 'node:path';
import type { Archive } from '../../packaging/archive.ts';
import { type Distribution, distributionOf, isOfVersion } from '../../packaging/distribution.ts';
import { importNames } from '../../packaging/import-names.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Environment } from '../../ports/environments.ts';
import type { World } from '../../ports/world.ts';
import { findingsOf, Stopped } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { fittingHere, isForSome } from '../test-local/fitting.ts';
import { smoke } from '../test-local/smoke.ts';
import { type Answer, no, none, yes } from './answers.ts';
import type { Subject } from './look.ts';
import { isNetworkTrouble } from './network-trouble.ts';
import script from './records.py';

/** Milliseconds in which a release is installed and imported; then its children are ended. */
export const INSTALL_LIMIT = 600_000;

/** uv's exit code where what was asked for cannot be had or built, and for a download that broke off; any other is of uv itself or its machine. */
const UNSATISFIABLE = 1;

type InstallWorld = Pick<World, 'environments' | 'indexes' | 'files' | 'clock'>;

/**
 * Installs a release by name and version from the index and imports what it brought. The user's smoke tests are left to releases: those in
 * the checkout are of a later version than this one.
 */
export async function freshInstall(subject: Subject, plan: Plan, world: InstallWorld): Promise<Answer> {
  const { environments, indexes, clock } = world;
  // No child may see a token.
  if (indexes.pypi.isClosed()) return none('the index lets nobody read without a credential');
  const name = normalizedName(subject.name);
  const requirement = `${name}==${subject.version}`;
  const until = clock.now().getTime() + INSTALL_LIMIT;
  const environment = await environments.create(`monitor-${name}`, INSTALL_LIMIT);
  const answer = await installed(environment, requirement, plan);
  const tried =
    answer ??
    (await imported(environment, { requirement, modules: await modulesOf(subject.name, environment) }));
  // What was ended says nothing, good or bad.
  if (clock.now().getTime() >= until)
    return none(`${requirement} was not installed and imported within ${INSTALL_LIMIT / 1000} s`);
  if (answer?.verdict === 'bad' && !(await hasFileForHere(subject, plan, world)))
    return none(`no file of ${requirement} is for this machine and its Python`);
  await environment.remove();
  return tried;
}

/** Why it was not installed; undefined where it was. Tried twice, since half a download reads as a bad package. */
async function installed(
  environment: Environment,
  requirement: string,
  plan: Plan,
): Promise<Answer | undefined> {
  const attempt = () => environment.install([requirement], { index: plan.indexes.pypi.simple });
  const first = await attempt();
  const { exitCode, output } = first.exitCode === 0 ? first : await attempt();
  if (exitCode === 0) return undefined;
  const says = `${requirement} was not installed: ${lastLines(output, 4)}`;
  return exitCode === UNSATISFIABLE && !isNetworkTrouble(output) ? no(says) : none(says);
}

/** Whether any of its files is for the machine that looks at it: where none is, nothing can be told of those that it is for. */
async function hasFileForHere({ name, version }: Subject, plan: Plan, world: InstallWorld): Promise<boolean> {
  const { indexes, files } = world;
  const listed = (await indexes.pypi.project(normalizedName(name)))?.files ?? [];
  const own = listed.filter(({ filename }) => isOfVersion(filename, version));
  if (own.length === 0 || !own.every(isForSome)) return true;
  const packages = path.join(plan.scratch, `monitor-files-${normalizedName(name)}`);
  const distributions: Distribution[] = [];
  for (const { filename, url } of own) {
    const bytes = await indexes.pypi.download(url);
    await files.write(path.join(packages, filename), bytes);
    distributions.push(distributionOf(filename, bytes));
  }
  const fitting = await fittingHere(distributions, { packages }, world);
  await files.remove(packages);
  return fitting.length > 0;
}

async function imported(
  environment: Environment,
  { requirement: subject, modules }: { readonly requirement: string; readonly modules: readonly string[] },
): Promise<Answer> {
  try {
    const results = await smoke(environment, { subject, modules, commands: [], frameworks: [] });
    return yes(results.map(({ evidence }) => evidence).join('; ') || 'it has no module to import');
  } catch (error) {
    if (error instanceof Stopped) return no(findingsOf(error));
    throw error;
  }
}

/** The modules that it brought, by its own record. */
async function modulesOf(name: string, environment: Environment): Promise<readonly string[]> {
  const { output } = await environment.python(script, [name]);
  const line = output.split('\n').find((each) => each.startsWith('{'));
  const { files, metadata } = JSON.parse(line ?? '{"files":[],"metadata":""}') as {
    readonly files: readonly string[];
    readonly metadata: string;
  };
  const installed: Archive = {
    members: files.filter((file) => !file.startsWith('../') && !file.includes('__pycache__/')),
    read: () => undefined,
    text: () => metadata,
  };
  return importNames(installed, 'wheel');
}
