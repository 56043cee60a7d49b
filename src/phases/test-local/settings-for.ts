import type { Distribution } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { InstallOptions } from '../../ports/environments.ts';

/** The settings that the back ends of sdists among these get: what they build here is what the release was built as. */
export function settingsFor(
  distributions: readonly Distribution[],
  { configSettings: settings }: Pick<Plan['commands'], 'configSettings'>,
): Pick<InstallOptions, 'configSettings'> {
  const projects = distributions.filter(({ kind }) => kind === 'sdist').map(({ name }) => name);
  return settings.length > 0 && projects.length > 0 ? { configSettings: { projects, settings } } : {};
}
