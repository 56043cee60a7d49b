import { type Plan, writesVersion } from '../../plan/plan.ts';
import type { CheckoutTags } from '../../ports/tags.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { allOf } from '../../release/in-parallel.ts';
import { definePhase } from '../../release/phase.ts';
import { observedBuild, readRecord, recordOf, writeRecord } from '../../release/record.ts';
import { changedFiles, settleTree } from '../handover/changed-files.ts';
import { handOn, receive } from '../handover/handover.ts';
import { adoptJournal } from '../journal/adopt-journal.ts';
import { releaseMessage } from '../journal/release-commit.ts';
import { asTagged } from '../setup/as-tagged.ts';
import { readProject } from '../setup/project.ts';
import { READING, type Reading } from '../setup/reading.ts';
import { compileAll } from './compile.ts';
import { inspected } from './distributions.ts';
import { removeLeftovers } from './leftovers.ts';
import { checkMetadata } from './metadata-check.ts';
import { warnOfMissingArtifacts } from './missing-artifacts.ts';
import { collectNewsFragments } from './news-fragments.ts';
import { releasedFaults } from './released-already.ts';
import { readmeFaults, renewBadges } from './renew-badges.ts';
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
    const tags = await world.tags.read();
    return [
      ...releasedFaults(project, plan, tags),
      ...(head.shallow ? shallowFaults(project, plan, tags) : []),
      ...(await readmeFaults(plan, world.files)),
    ];
  },

  receive,

  async recall(plan, world) {
    const { project } = await readProject(plan, world);
    const kept = project === undefined ? undefined : await adoptJournal(plan, project, world);
    if (kept !== undefined) return kept;
    const found = await observedBuild(world.files, plan);
    if (found !== undefined && project !== undefined) await proved(project, plan, world);
    return found;
  },

  async run({ project, checks }, plan, world, emit) {
    const kept = await step(
      emit,
      'Look for what an earlier run has kept',
      () => adoptJournal(plan, project, world),
      (found) =>
        found === undefined
          ? 'nothing'
          : `${found.distributions.length} distributions; they are taken, not built again`,
    );
    const epoch = (await world.checkout.head())?.time;
    if (kept !== undefined) {
      // Notes and checklist read the tree.
      await settleTree(kept.changed, plan, world);
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
      () => removeLeftovers(project, plan, world),
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
    await warnOfMissingArtifacts(project, distributions, plan, world.files, emit);
    await step(emit, 'Check metadata and README (twine check --strict)', () =>
      checkMetadata(plan, world, distributions),
    );
    const result: Build = { distributions, changed };
    await writeRecord(world.files, plan.packages, recordOf(plan.forge.commit, project, result));
    await handOn(plan, world, emit);
    return result;
  },
});

/** A shallow clone without the tag makes version tools compute another version, and most of them say nothing. */
function shallowFaults(
  { name, tag, versionFromTags }: Project,
  { commands }: Plan,
  { local }: CheckoutTags,
): readonly Fault[] {
  // The user's own build, and a variable that such tools read, may say the version without git.
  const isTold = commands.build !== undefined || commands.env.some((variable) => TOLD_VERSION.test(variable));
  if (!versionFromTags || isTold) return [];
  return local.includes(tag) ? [] : [fault('clone-shallow', { project: name, tag })];
}

/** `SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO`, `PDM_BUILD_SCM_VERSION`, `POETRY_DYNAMIC_VERSIONING_BYPASS` and their like. */
const TOLD_VERSION = /_(?:PRETEND_VERSION|SCM_VERSION|VERSIONING_BYPASS)(?:_FOR_\w+)?$/;

/** Distributions that were made elsewhere meet the same rules; where no record of ours is with them, nobody has asked twine either. */
async function proved(project: Project, plan: Plan, world: BuildWorld): Promise<void> {
  const found = await inspected(project, plan, world.files);
  if ((await readRecord(world.files, plan.packages)) !== undefined) return;
  await checkMetadata(plan, world, found);
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
  if (!writesVersion(plan)) {
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
