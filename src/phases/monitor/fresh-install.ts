/** Whether a release installs for whoever asks for it today. */

import type { Archive } from '../../packaging/archive.ts';
import { importNames } from '../../packaging/import-names.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Environment } from '../../ports/environments.ts';
import type { World } from '../../ports/world.ts';
import { findingsOf, Stopped } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { smoke } from '../test-local/smoke.ts';
import { type Answer, no, none, yes } from './answers.ts';
import type { Subject } from './look.ts';
import script from './records.py';

/** uv's own words for "what was asked for cannot be had or built"; any other failure is one of the network or of the machine. */
const UNSATISFIABLE = 1;

/**
 * Installs a release by name and version from the index and imports what it brought. The user's smoke tests are left to releases: those in
 * the checkout are of a later version than this one.
 */
export async function freshInstall(
  { name, version }: Subject,
  plan: Plan,
  { environments, indexes }: Pick<World, 'environments' | 'indexes'>,
): Promise<Answer> {
  // No child may see a token.
  if (indexes.pypi.isClosed()) return none('the index lets nobody read without a credential');
  const requirement = `${normalizedName(name)}==${version}`;
  const environment = await environments.create(`monitor-${normalizedName(name)}`);
  const { exitCode, output } = await environment.install([requirement], { index: plan.indexes.pypi.simple });
  if (exitCode !== 0) {
    const says = `${requirement} was not installed: ${lastLines(output, 4)}`;
    return exitCode === UNSATISFIABLE ? no(says) : none(says);
  }
  const modules = await modulesOf(name, environment);
  const answer = await imported(environment, { requirement, modules });
  await environment.remove();
  return answer;
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
