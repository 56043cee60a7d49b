import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { BuildRequest } from '../../ports/builder.ts';
import type { Files } from '../../ports/files.ts';
import type { Tags } from '../../ports/tags.ts';
import type { CommandResult } from '../../ports/toolchain.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { type Fault, fault, Stopped, stop } from '../../release/fault.ts';
import { allOf } from '../../release/in-parallel.ts';
import { lastLines } from '../../release/last-lines.ts';
import { hasSeveral } from '../../release/packages.ts';
import { definePhase } from '../../release/phase.ts';
import { distributionsIn, observedBuild, readRecord, recordOf, writeRecord } from '../../release/record.ts';
import { badgesOf, README, withBadges } from '../badges.ts';
import { adoptJournal } from '../journal/adopt-journal.ts';
import { keepsJournal } from '../journal/journal.ts';
import { releaseMessage } from '../journal/release-commit.ts';
import { asTagged } from '../setup/as-tagged.ts';
import { readProject } from '../setup/project.ts';
import { READING, type Reading } from '../setup/reading.ts';
import { changedFiles, settleTree } from './changed-files.ts';
import { inspected } from './distributions.ts';
import { adoptHanded, handOn, receive } from './handover.ts';
import { collectNewsFragments } from './news-fragments.ts';
import { replaceVersion } from './replace-version.ts';
import { writeVersion } from './write-version.ts';

type BuildWorld = Reading &
  Pick<World, 'builder' | 'checkout' | 'clock' | 'forge' | 'newsFragments' | 'versionReplacer' | 'handover'>;

/** Settles the version in the tree, builds the sdist, then the wheel from it, and proves what came out. */
export const build = definePhase({
  name: 'build',
  title: 'Build the distributions',
  needs: ['project'],
  wants: ['checks'],
  uses: [...READING, 'builder', 'checkout', 'clock', 'forge', 'newsFragments', 'versionReplacer', 'handover'],
  yields: 'build',

  async preflight(plan, world) {
    const { project, faults } = await readProject(plan, world);
    if (project === undefined) return faults;
    const head = await world.checkout.head();
    if (head === undefined) return [fault('not-a-checkout', { directory: plan.directory })];
    return head.shallow ? shallowFaults(project, plan, world.tags) : [];
  },

  receive,

  async recall(plan, world) {
    const { project } = await readProject(plan, world);
    const kept = project === undefined ? undefined : await fromJournal(project, plan, world);
    if (kept !== undefined) return kept;
    const found = await observedBuild(world.files, plan);
    if (found !== undefined && project !== undefined) await proved(project, plan, world);
    return found;
  },

  async run({ project, checks }, plan, world, emit) {
    const kept = await step(
      emit,
      'Look for what an earlier run has kept',
      () => fromJournal(project, plan, world),
      (found) =>
        found === undefined
          ? 'nothing'
          : `${found.distributions.length} distributions; they are taken, not built again`,
    );
    const epoch = (await world.checkout.head())?.time;
    if (kept !== undefined) {
      // Notes and checklist read the tree.
      await settleTree(kept.changed, plan, world.files);
      await inspected(project, plan, world.files);
      await handOn(plan, world, emit);
      return kept;
    }
    const written = [
      // First, since a changelog that has the version is not dated again.
      ...(await collectNewsFragments(project, plan, world, emit)),
      // Before the version is written elsewhere: bumpversion fails where it does not find the old one.
      ...(await replaceVersion(project, plan, world, emit)),
      ...(await settleVersion(project, plan, world, emit)),
      ...(await renewBadges(project, plan, world.files)),
    ];
    const names = [...new Set([...(checks?.fixed ?? []), ...written])];
    const committed = await commitLocally(project, names, world, emit);
    const changed = await changedFiles(committed, plan, world);
    await step(
      emit,
      'Remove what earlier builds left',
      () => clean(project, plan, world.files),
      (removed) => removed.join(', ') || 'nothing was there',
    );
    const compiled = asTagged(project, world, (variables) =>
      compileAll(project, plan, { ...world, epoch, variables }, emit),
    );
    await allOf([compiled, world.builder.prepare()]);
    const distributions = await step(
      emit,
      'Check the contents of the distributions',
      () => inspected(project, plan, world.files),
      (found) => found.map(({ filename }) => filename).join(', '),
    );
    await step(emit, 'Check metadata and README (twine check --strict)', () =>
      checkMetadata(
        plan,
        world,
        distributions.map(({ filename }) => filename),
      ),
    );
    const result: Build = { distributions, changed };
    await writeRecord(world.files, plan.packages, recordOf(plan.forge.commit, project, result));
    await handOn(plan, world, emit);
    return result;
  },
});

/** A shallow clone without the tag makes version tools compute another version, and most of them say nothing. */
async function shallowFaults(
  { name, tag, versionFromTags }: Project,
  { commands }: Plan,
  tags: Tags,
): Promise<readonly Fault[]> {
  // The user's own build, and a variable that such tools read, may say the version without git.
  const isTold = commands.build !== undefined || commands.env.some((variable) => TOLD_VERSION.test(variable));
  if (!versionFromTags || isTold) return [];
  return (await tags.read()).local.includes(tag) ? [] : [fault('clone-shallow', { project: name, tag })];
}

/** `SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO`, `PDM_BUILD_SCM_VERSION`, `POETRY_DYNAMIC_VERSIONING_BYPASS` and their like. */
const TOLD_VERSION = /_(?:PRETEND_VERSION|SCM_VERSION|VERSIONING_BYPASS)(?:_FOR_\w+)?$/;

/** Distributions that were made elsewhere meet the same rules; where no record of ours is with them, nobody has asked twine either. */
async function proved(project: Project, plan: Plan, world: BuildWorld): Promise<void> {
  const found = await inspected(project, plan, world.files);
  if ((await readRecord(world.files, plan.packages)) !== undefined) return;
  await checkMetadata(
    plan,
    world,
    found.map(({ filename }) => filename),
  );
}

/** The bytes of an interrupted run are those of this release, whatever a rebuild would give: on the draft, else in the artifact of this job. */
async function fromJournal(
  project: Project,
  plan: Plan,
  world: Pick<World, 'files' | 'forge' | 'handover'>,
): Promise<Build | undefined> {
  return keepsJournal(plan) ? adoptJournal(plan, project, world) : adoptHanded(plan, project, world);
}

/** Back ends that pack or ask the committed tree must find the release in it; the forge makes its own commit of the same tree. */
async function commitLocally(
  project: Project,
  changed: readonly string[],
  { checkout }: BuildWorld,
  emit: Emit,
): Promise<readonly string[]> {
  if (changed.length === 0) return [];
  return step(
    emit,
    'Commit the release in this checkout',
    () => checkout.commit(changed, releaseMessage(project)),
    (committed) => committed.join(', ') || 'git sees no change',
  );
}

async function settleVersion(
  project: Project,
  plan: Plan,
  world: BuildWorld,
  emit: Emit,
): Promise<readonly string[]> {
  const title = `Write version ${project.version}`;
  if (plan.version.kind === 'tag' || plan.version.kind === 'source') {
    skipped(emit, title, `${plan.version.kind === 'tag' ? 'the tag' : 'the source'} says it already`);
    return [];
  }
  return step(
    emit,
    title,
    () => writeVersion(project, plan, world),
    (written) => written.join(', ') || 'it stands already',
  );
}

/** Before the build, since the README goes into the metadata. On a tag push there is no release commit to carry it. */
async function renewBadges(project: Project, plan: Plan, files: Files): Promise<readonly string[]> {
  const file = path.join(plan.directory, README);
  const readme = plan.badges === 'update' && plan.version.kind !== 'tag' ? await files.text(file) : undefined;
  const renewed = readme === undefined ? undefined : withBadges(readme, badgesOf(project, plan, readme));
  if (renewed === undefined || renewed === readme) return [];
  await files.write(file, renewed);
  return [README];
}

async function clean(
  project: Project,
  { packages, directory }: Plan,
  files: Files,
): Promise<readonly string[]> {
  const litter = project.packages.map((each) => litterIn(each.directory, directory, files));
  const left = [
    ...((await files.list(packages)) === undefined ? [] : [path.relative(directory, packages)]),
    ...(await Promise.all(litter)).flat(),
  ];
  await Promise.all(left.map((entry) => files.remove(path.join(directory, entry))));
  return left;
}

async function litterIn(below: string, directory: string, files: Files): Promise<readonly string[]> {
  const [top = [], src = []] = await Promise.all(
    ['.', 'src'].map((name) => files.list(path.join(directory, below, name))),
  );
  const isEggInfo = (entry: string): boolean => entry.endsWith('.egg-info');
  return [
    ...top.filter((entry) => entry === 'build' || isEggInfo(entry)),
    ...src.filter(isEggInfo).map((entry) => path.join('src', entry)),
  ].map((entry) => path.join(below, entry));
}

type Compiling = Pick<BuildWorld, 'builder' | 'files'> & Pick<BuildRequest, 'epoch' | 'variables'>;

/** The user's own build makes everything at once; otherwise one package after the other, since one may be needed to build the next. */
async function compileAll(project: Project, plan: Plan, compiling: Compiling, emit: Emit): Promise<void> {
  const { epoch, variables } = compiling;
  const { build: command, configSettings } = plan.commands;
  const request: BuildRequest = { packages: plan.packages, epoch, variables, configSettings };
  if (command !== undefined) return compile(`Run ${command}`, request, plan, compiling, emit);
  const several = hasSeveral(project);
  for (const [place, { name, directory }] of project.packages.entries()) {
    const title = several
      ? `Build ${name}: the sdist, then the wheel from it`
      : 'Build the sdist, then the wheel from it';
    await compile(title, { ...request, directory, hasSiblings: place > 0 }, plan, compiling, emit);
  }
}

async function compile(
  title: string,
  request: BuildRequest,
  plan: Plan,
  { builder, files }: Compiling,
  emit: Emit,
): Promise<void> {
  const command = plan.commands.build;
  await step(emit, title, async () => {
    const result =
      command === undefined ? await builder.build(request) : await builder.command(command, request);
    if (result.exitCode !== 0) {
      emit({ kind: 'output', title, text: result.output });
      failBuild(title, result);
    }
    if ((await distributionsIn(files, plan.packages)).length > 0) return;
    const found = (await files.list(plan.packages)) ?? [];
    stop('build-empty', { command: title, directory: plan.packages, found: found.join(', ') || 'nothing' });
  });
}

function failBuild(what: string, { exitCode, output }: CommandResult): never {
  const remedy =
    'The log has all that the build printed. The build sees an allow-listed environment: name what it needs in the env input.';
  stop('tool-failed', { tool: 'The build', what, exitCode, tail: lastLines(output, 4), remedy });
}

async function checkMetadata(
  { packages }: Plan,
  { builder }: BuildWorld,
  filenames: readonly string[],
): Promise<void> {
  const { exitCode, output } = await builder.check(
    filenames.map((filename) => path.join(packages, filename)),
  );
  if (exitCode === 0) return;
  const remedy = 'Mend the metadata or the README: the index would show or refuse it as it is.';
  throw new Stopped([
    fault('tool-failed', {
      tool: 'twine check',
      what: 'twine check --strict',
      exitCode,
      tail: lastLines(output, 6),
      remedy,
    }),
  ]);
}
