import path from 'node:path';
import { compareVersions, isPrerelease, latestOf } from '../../packaging/version.ts';
import { versionPage } from '../../plan/known-indexes.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ForgeRelease } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import { converge } from '../../release/converge.ts';
import { type Emit, noticed, skipped, step } from '../../release/event.ts';
import type { Badges, Build, ForgeReleaseReceipt, Project, TagReceipt } from '../../release/facts.ts';
import { definePhase } from '../../release/phase.ts';
import { givenOut } from '../../upload/given-out.ts';
import { announcementOf, badgesOf } from '../badges.ts';
import { settleTree } from '../handover/changed-files.ts';
import { toBeAnnounced } from '../journal/announcement-mark.ts';
import { checksums } from '../journal/checksums.ts';
import { type Asset, releaseTarget, theRelease } from '../journal/forge-release.ts';
import { findJournal, keepsJournal } from '../journal/journal.ts';
import { type Keeping, keepJournal } from '../journal/keep-journal.ts';
import { bringToBranch, releasedCommit } from '../journal/release-commit.ts';
import { strayDraftsTarget, straysAmong } from '../journal/stray-drafts.ts';
import { readmeIn } from '../readme.ts';
import { readProject } from '../setup/project.ts';
import { READING } from '../setup/reading.ts';
import { announceOnce } from './announce.ts';
import { releaseNotes } from './notes.ts';
import { forgeFaults } from './preflight.ts';
import { tagTarget } from './tag.ts';
import { tellMetrics } from './tell-metrics.ts';

const USES = [
  ...READING,
  ...([
    'forge',
    'checkout',
    'clock',
    'indexes',
    'markup',
    'announcer',
    'handover',
    'web',
    'statistics',
  ] as const),
] as const;

type ForgeWorld = Pick<World, (typeof USES)[number]>;

/** Tag and release: last on purpose, once the index serves what they promise. */
export const postPublish = definePhase({
  name: 'post-publish',
  title: 'Tag and release',
  needs: ['project', 'build'],
  wants: ['upload'],
  uses: USES,
  yields: 'released',

  async preflight(plan, world) {
    const { project, faults } = await readProject(plan, world);
    return [...faults, ...(await forgeFaults(plan, project, world.forge))];
  },

  async recall() {
    return undefined;
  },

  async run({ project, build, upload }, plan, world, emit) {
    await settleTree(build.changed, plan, world);
    const recorded = await recordedCommit({ project, build }, plan, world, emit);
    const commit = await releasedCommit({ project, build }, recorded, plan, world, emit);
    await bringToBranch(commit, { project, build }, plan, world, emit);
    const notes = await step(
      emit,
      'Write the notes',
      () => releaseNotes({ project, plan, commit, world, emit }),
      firstLineOf,
    );
    const tag = await tagCommit({ project, commit, notes }, plan, world, emit);
    const { release, made } = await makeRelease({ project, build, commit, notes }, plan, world, emit);
    const badges = await checkBadges(project, plan, world, emit);
    const index = upload?.url ?? versionPage(plan.indexes.pypi, project.normalizedName, project.version);
    const announcement = announcementOf(project, notes, { index, release: release?.url ?? '' });
    await announceOnce(announcement, made, plan, world, emit);
    await tellMetrics({ project, upload }, plan, world, emit);
    return { tag, release, badges, announcement };
  },
});

/** The commit that the journal names. A job that only tags and releases has none yet: it keeps one, so that the next run knows its draft. */
async function recordedCommit(
  known: Pick<Keeping, 'project' | 'build'>,
  plan: Plan,
  world: ForgeWorld,
  emit: Emit,
): Promise<string | undefined> {
  const journal = keepsJournal(plan) ? await findJournal(plan, known.project, world.forge) : undefined;
  if (journal?.kind === 'kept') return journal.record.released;
  if (plan.mode === 'dry-run') return undefined;
  const { project, build } = known;
  // Those of a job that has uploaded; on the draft they are public with it.
  const attestations = keepsJournal(plan)
    ? await givenOut({ plan, project, distributions: build.distributions, world, emit })
    : [];
  return keepJournal({ project, build, attestations }, plan, world, emit);
}

interface Tagging {
  readonly project: Project;
  readonly commit: string;
  readonly notes: string;
}

async function tagCommit(
  { project, commit, notes }: Tagging,
  plan: Plan,
  { forge, clock }: ForgeWorld,
  emit: Emit,
): Promise<TagReceipt> {
  const message = `${project.name} ${project.version}\n\n${notes.split('\n').slice(0, 20).join('\n')}`.trim();
  const wanted = { name: project.tag, commit, message };
  const decision = await step(
    emit,
    `Tag ${project.tag}`,
    () => converge(tagTarget(forge.refs, project.tag), wanted, { mode: plan.mode, clock, emit }),
    (made) =>
      ({
        satisfied: 'it stands already',
        act: `on ${commit.slice(0, 12)}`,
        'would-act': `would be made on ${commit.slice(0, 12)}`,
      })[made],
  );
  return { name: project.tag, commit, decision };
}

interface MadeRelease {
  readonly release: ForgeReleaseReceipt | undefined;
  /** As it stands now; undefined where there is none. */
  readonly made: ForgeRelease | undefined;
}

async function makeRelease(
  known: Tagging & { readonly build: Build },
  plan: Plan,
  world: ForgeWorld,
  emit: Emit,
): Promise<MadeRelease> {
  const { project, build, commit, notes } = known;
  const { releases } = world.forge;
  if (plan.forge.release === 'none') {
    skipped(emit, 'Release on the forge', 'release: none');
    return { release: undefined, made: undefined };
  }
  const assets = await releaseAssets(build, plan, world, emit);
  const fields = {
    tag: project.tag,
    commit,
    name: `${project.name} ${project.version}`,
    notes: toBeAnnounced(notes, plan),
    prerelease: plan.forge.prerelease === 'auto' ? isPrerelease(project.version) : plan.forge.prerelease,
    latest: plan.forge.latest === 'auto' ? await isLatest(project, world) : plan.forge.latest,
    discussionCategory: plan.forge.discussionCategory,
  };
  const wanted = { fields, assets, publish: plan.forge.release === 'publish' };
  const title = 'Release on the forge: draft, files, publish';
  const decision = await step(
    emit,
    title,
    () =>
      converge(releaseTarget(world.forge, project.tag), wanted, {
        mode: plan.mode,
        clock: world.clock,
        emit,
      }),
    (made) => `${assets.length} files; ${made === 'act' ? (wanted.publish ? 'published' : 'a draft') : made}`,
  );
  const seen = plan.mode === 'dry-run' ? [] : await releases.find(project.tag);
  if (straysAmong(seen).length > 0) await discardStrays(project, plan, world, emit);
  const made = theRelease(seen);
  const names = (made?.assets ?? assets).map(({ name }) => name);
  return { release: { id: made?.id, url: made?.url, decision, assets: names }, made };
}

async function discardStrays(
  { tag }: Project,
  { mode }: Plan,
  { forge, clock }: ForgeWorld,
  emit: Emit,
): Promise<void> {
  await step(emit, 'Discard drafts that were made twice', () =>
    converge(strayDraftsTarget(forge, tag), tag, { mode, clock, emit }),
  );
}

async function releaseAssets(
  { distributions }: Build,
  plan: Plan,
  { files }: ForgeWorld,
  emit: Emit,
): Promise<readonly Asset[]> {
  const extra = await Promise.all(plan.forge.assets.map((pattern) => files.glob(plan.directory, pattern)));
  for (const [place, pattern] of plan.forge.assets.entries())
    if (extra[place]?.length === 0)
      noticed(
        emit,
        'warning',
        `No file fits ${pattern} of assets`,
        'The release has no such file. A job that does not build sees only what it has checked out or downloaded.',
      );
  const bound = distributions.map(({ filename }) => path.join(plan.packages, filename));
  const named = [...bound, ...extra.flat().map((file) => path.join(plan.directory, file))];
  const read = [...new Set(named)].map(async (file): Promise<readonly Asset[]> => {
    const content = await files.bytes(file);
    if (content === undefined) return [];
    return [
      { name: path.basename(file), content, ...(bound.includes(file) ? {} : { isFree: true as const }) },
    ];
  });
  return [...(await Promise.all(read)).flat(), checksums(distributions)];
}

/** A back-port is not the latest release; undefined leaves it to the forge. */
async function isLatest(
  { normalizedName, version }: Project,
  { indexes }: ForgeWorld,
): Promise<boolean | undefined> {
  const published = (await indexes.pypi.project(normalizedName))?.versions ?? [];
  const latest = latestOf(published.filter((each) => !isPrerelease(each)));
  return latest !== undefined && compareVersions(latest, version) > 0 ? false : undefined;
}

async function checkBadges(project: Project, plan: Plan, { files }: ForgeWorld, emit: Emit): Promise<Badges> {
  const readme = await readmeIn(plan.directory, files);
  return step(
    emit,
    'Look at the badges in the README',
    async () => badgesOf(project, plan, readme),
    ({ missing }) =>
      missing.length === 0 ? 'all there' : `missing: ${missing.join(', ')} (the badges output has them)`,
  );
}

function firstLineOf(notes: string): string {
  return (
    notes
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.slice(0, 100) ?? 'empty'
  );
}
