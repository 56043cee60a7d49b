import path from 'node:path';
import { changelogSections, sectionOf } from '../../packaging/changelog.ts';
import { isoDate } from '../../packaging/changelog-date.ts';
import { type Towncrier, titledVersion } from '../../packaging/towncrier.ts';
import { type Plan, writesVersion } from '../../plan/plan.ts';
import type { CollectedAs } from '../../ports/news-fragments.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { Stopped, stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { readTowncrier } from '../setup/read-towncrier.ts';
import { changesOf } from './changes-of.ts';

type FragmentWorld = Pick<World, 'newsFragments' | 'checkout' | 'files' | 'clock'>;

/**
 * Makes a project's news fragments the changelog's section of this release, where it uses towncrier and a version is asked for
 * (`version` or `bump`): what changed rides in the release commit. Where a tag or the source says the version, the commit to
 * be released is made already, and nothing is run. Neither is where the changelog has the version: an earlier run was here.
 *
 * @returns the files that were written or removed, relative to the working directory
 * @throws Stopped `tool-failed`, `towncrier-invalid`
 */
export async function collectNewsFragments(
  project: Project,
  plan: Plan,
  world: FragmentWorld,
  emit: Emit,
): Promise<readonly string[]> {
  if (!writesVersion(plan)) return [];
  const towncrier = await readTowncrier(plan, world.files);
  if (towncrier === undefined) return [];
  if ('code' in towncrier) throw new Stopped([towncrier]);
  const title = 'Collect the news fragments (towncrier build)';
  const { changelog, version } = project;
  const text = changelog && (await world.files.text(path.join(plan.directory, changelog)));
  if (changelog && text && sectionOf({ file: changelog, text }, version) !== undefined) {
    skipped(emit, title, `${changelog} has ${version} already`);
    return [];
  }
  return step(
    emit,
    title,
    () =>
      changesOf(
        async () => collect(await collectedAs(project, plan, world, towncrier), world, emit, title),
        plan,
        world,
        changelog?.startsWith('../') ? [changelog] : [],
      ),
    (changed) => changed.join(', ') || 'nothing changed',
  );
}

async function collectedAs(
  { name, version, changelog }: Project,
  { directory }: Plan,
  { files, clock }: FragmentWorld,
  towncrier: Towncrier,
): Promise<CollectedAs> {
  const isDirectory = async (...parts: readonly string[]) =>
    (await files.list(path.join(directory, ...parts, 'newsfragments'))) !== undefined;
  const text = changelog && (await files.text(path.join(directory, changelog)));
  const [newest] = text ? changelogSections({ file: changelog, text }) : [];
  const atTop = !towncrier.placesFragments && (await isDirectory()) && !(await isDirectory(name));
  return {
    version: titledVersion(towncrier, newest?.heading, version),
    date: isoDate(clock.now()),
    ...(atTop && { atTop: { settings: towncrier.settingsFile, name } }),
  };
}

async function collect(
  release: CollectedAs,
  { newsFragments }: FragmentWorld,
  emit: Emit,
  title: string,
): Promise<void> {
  const { version, date } = release;
  const { exitCode, output } = await newsFragments.collect(release);
  if (exitCode === 0) return;
  emit({ kind: 'output', title, text: output });
  stop('tool-failed', {
    tool: 'towncrier',
    what: `towncrier build --yes --version ${version} --date ${date}`,
    exitCode,
    tail: lastLines(output, 4),
    remedy:
      'Mend the fragments or the settings of towncrier: `towncrier build --draft --version VERSION` shows the same without writing.',
  });
}
