import path from 'node:path';
import { bumpsFiles } from '../../packaging/bumpversion.ts';
import { sameVersion } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { changesOf } from './changes-of.ts';

type ReplacingWorld = Pick<World, 'versionReplacer' | 'checkout' | 'files'>;

// In the order in which bump-my-version looks for its configuration.
const CONFIGURATIONS = ['.bumpversion.cfg', '.bumpversion.toml', 'setup.cfg', 'pyproject.toml'] as const;

/**
 * Has the project's own bumpversion write the version that is asked for into the files it is configured for. Not where the source
 * has that version already, nor where there is no source to tell what to replace.
 *
 * @returns the files that were changed, below the working directory
 * @throws Stopped `tool-failed`
 */
export async function replaceVersion(
  { version, sourceVersion }: Project,
  plan: Plan,
  world: ReplacingWorld,
  emit: Emit,
): Promise<readonly string[]> {
  const isAsked = plan.version.kind === 'given' || plan.version.kind === 'bump';
  if (!isAsked || sourceVersion === undefined || sameVersion(sourceVersion, version)) return [];
  const configuration = await configured(plan, world.files);
  if (configuration === undefined) return [];
  const title = `Write ${version} where ${configuration} says (bump-my-version replace)`;
  const replace = async () => {
    const { exitCode, output } = await world.versionReplacer.replace({
      configuration,
      from: sourceVersion,
      to: version,
    });
    if (exitCode === 0) return;
    emit({ kind: 'output', title, text: output });
    stop('tool-failed', {
      tool: 'bump-my-version',
      what: `bump-my-version replace --current-version ${sourceVersion} --new-version ${version}`,
      exitCode,
      tail: lastLines(output, 4),
      remedy: `Mend ${configuration}: each file that it names must be there, and hold the version.`,
    });
  };
  return step(
    emit,
    title,
    () => changesOf(replace, plan, world),
    (changed) => changed.join(', ') || 'nothing changed',
  );
}

/** The configuration that names files. */
async function configured({ directory }: Plan, files: Files): Promise<string | undefined> {
  for (const configuration of CONFIGURATIONS) {
    const text = (await files.text(path.join(directory, configuration))) ?? '';
    if (bumpsFiles(configuration, text)) return configuration;
  }
  return undefined;
}
