import path from 'node:path';
import { bumpsFiles } from '../../packaging/bumpversion.ts';
import { sameVersion } from '../../packaging/version.ts';
import { type Plan, writesVersion } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Replacement } from '../../ports/version-replacer.ts';
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
 * Has the project's own bumpversion write the version that is asked for into the files it is configured for: that of the working
 * directory, and that of each package in a directory of its own. Not where the source has that version already, nor where there is no
 * source to tell what to replace.
 *
 * @returns the files that were changed, below the working directory
 * @throws Stopped `tool-failed`
 */
export async function replaceVersion(
  project: Project,
  plan: Plan,
  world: ReplacingWorld,
  emit: Emit,
): Promise<readonly string[]> {
  if (!writesVersion(plan)) return [];
  const changed: string[] = [];
  for (const { directory, from } of sources(project)) {
    if (sameVersion(from, project.version)) continue;
    const configuration = await configured(directory, plan, world.files);
    if (configuration === undefined) continue;
    changed.push(...(await replaceBy({ configuration, from, to: project.version }, plan, world, emit)));
  }
  return changed;
}

interface VersionSource {
  /** Below the working directory. */
  readonly directory: string;
  /** The version that stands there. */
  readonly from: string;
}

/** The working directory and those of the packages, with the versions that their sources say. */
function sources({ packages, sourceVersion, versionPlaces }: Project): readonly VersionSource[] {
  const below = packages.filter(({ directory }) => directory !== '.');
  return [
    ...(sourceVersion === undefined ? [] : [{ directory: '.', from: sourceVersion }]),
    ...below.flatMap(({ directory }) => {
      // The source of a package's version is the first of its places.
      const place = versionPlaces.find(({ file }) => file.startsWith(`${directory}/`));
      return place === undefined ? [] : [{ directory, from: place.version }];
    }),
  ];
}

async function replaceBy(
  replacement: Replacement,
  plan: Plan,
  world: ReplacingWorld,
  emit: Emit,
): Promise<readonly string[]> {
  const { configuration, from, to } = replacement;
  const title = `Write ${to} where ${configuration} says (bump-my-version replace)`;
  const replace = async () => {
    const { exitCode, output } = await world.versionReplacer.replace(replacement);
    if (exitCode === 0) return;
    emit({ kind: 'output', title, text: output });
    stop('tool-failed', {
      tool: 'bump-my-version',
      what: `bump-my-version replace --current-version ${from} --new-version ${to}`,
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

/** The configuration of a directory that names files. */
async function configured(directory: string, plan: Plan, files: Files): Promise<string | undefined> {
  for (const name of CONFIGURATIONS) {
    const configuration = path.posix.join(directory, name);
    const text = (await files.text(path.join(plan.directory, configuration))) ?? '';
    if (bumpsFiles(name, text)) return configuration;
  }
  return undefined;
}
