import path from 'node:path';
import { sha256Hex } from '../../packaging/digest.ts';
import { isPrerelease } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { ForgeRelease } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import { converge } from '../../release/converge.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { RECORD_NAME, recordOf, recordText } from '../../release/record.ts';
import type { Attested } from '../../upload/attestations.ts';
import { toBeAnnounced } from './announcement-mark.ts';
import { keepArtifact } from './artifact-journal.ts';
import { checksums } from './checksums.ts';
import { type Asset, type ReleaseForge, releaseTarget, type WantedRelease } from './forge-release.ts';
import { findJournal, keepsJournal, MARKER, type Standing } from './journal.ts';
import { releasedCommit } from './release-commit.ts';

type JournalWorld = Pick<World, 'forge' | 'files' | 'checkout' | 'clock' | 'handover'>;

export interface Keeping {
  readonly project: Project;
  readonly build: Build;
  readonly attestations: readonly Attested[];
}

/**
 * Keeps what is about to be uploaded, before any index is touched: distributions, their attestations and digests, and last the record, which
 * makes the rest binding. A journal that is there is left as it is. Without a draft an artifact may serve (`keepArtifact`).
 *
 * @returns the commit that the journal names; undefined where none is kept
 * @throws Stopped release-conflict where the journal holds other bytes than those at hand
 */
export async function keepJournal(
  keeping: Keeping,
  plan: Plan,
  world: JournalWorld,
  emit: Emit,
): Promise<string | undefined> {
  if (!keepsJournal(plan)) return keepArtifact(keeping, plan, world, emit);
  const { forge } = world;
  const standing = await findJournal(plan, keeping.project, forge);
  const vouchers = await attestationAssets(keeping, world.files);
  if (standing.kind !== 'kept') return keepOnDraft(standing, keeping, { vouchers, plan, world, emit });
  await step(
    emit,
    TITLE,
    () => complete(standing, keeping, { vouchers, plan, forge }),
    () => 'they are there already',
  );
  return standing.record.released;
}

const TITLE = 'Keep the distributions on a draft release';

interface Drafting {
  readonly vouchers: readonly Asset[];
  readonly plan: Plan;
  readonly world: JournalWorld;
  readonly emit: Emit;
}

/** @returns the commit that the draft is of */
async function keepOnDraft(
  standing: Exclude<Standing, { kind: 'kept' }>,
  keeping: Keeping,
  { vouchers, plan, world, emit }: Drafting,
): Promise<string> {
  const { forge, files, clock } = world;
  const { mode } = plan;
  const commit = await releasedCommit(keeping, undefined, plan, world, emit);
  const assets = [
    ...(await contentsOf(keeping.build, plan, files)),
    ...vouchers,
    checksums(keeping.build.distributions),
    recordAsset(keeping, plan, commit),
  ];
  if (standing.kind === 'begun' && mode !== 'dry-run') await clear(standing.release, assets, forge);
  if (standing.kind === 'published' && mode !== 'dry-run') await markAsNews(standing.release, plan, forge);
  const wanted = { fields: fieldsOf(keeping.project, commit), assets, publish: false };
  await step(
    emit,
    TITLE,
    () => converge(releaseTarget(forge, keeping.project.tag), wanted, { mode, clock, emit }),
    (made) =>
      ({
        act: `${assets.length} files`,
        'would-act': 'would be kept',
        satisfied: 'a release that can no longer be changed keeps nothing',
      })[made],
  );
  return commit;
}

/** Before the record: where that stands, a later run takes the release for told of. */
async function markAsNews(release: ForgeRelease, plan: Plan, { releases }: ReleaseForge): Promise<void> {
  const notes = toBeAnnounced(release.notes, plan);
  // An immutable one takes no record: each run would announce it again.
  if (!release.immutable && notes !== release.notes) await releases.annotate(release, notes);
}

function fieldsOf({ name, version, tag }: Project, commit: string): WantedRelease['fields'] {
  return {
    tag,
    commit,
    name: `${name} ${version}`,
    notes: `${MARKER}\nThis release is being made.`,
    prerelease: isPrerelease(version),
    latest: undefined,
    discussionCategory: undefined,
  };
}

interface Completion {
  readonly vouchers: readonly Asset[];
  readonly plan: Plan;
  readonly forge: ReleaseForge;
}

/** The bytes at hand must be those that are kept; attestations that were signed since are put beside them. */
async function complete(
  { release, record }: Extract<Standing, { kind: 'kept' }>,
  { build, project }: Keeping,
  { vouchers, plan, forge }: Completion,
): Promise<void> {
  for (const { filename, sha256 } of build.distributions) {
    const theirs = record.distributions.find((each) => each.filename === filename)?.sha256;
    if (theirs !== sha256)
      stop('release-conflict', {
        asset: filename,
        tag: project.tag,
        ours: sha256,
        theirs: theirs ?? `none (${release.url})`,
      });
  }
  const missing = vouchers.filter(
    ({ name }) => !release.assets.some((asset) => asset.name === name && asset.complete),
  );
  if (plan.mode === 'dry-run' || !release.draft) return;
  for (const asset of release.assets.filter(({ complete: whole }) => !whole))
    await forge.assets.detach(asset);
  for (const asset of missing) await forge.assets.attach(release, asset);
}

/** Last of the files: what makes the others binding. */
function recordAsset({ project, build }: Keeping, plan: Plan, commit: string): Asset {
  const record = { ...recordOf(plan.forge.commit, project, build), released: commit };
  return { name: RECORD_NAME, content: new TextEncoder().encode(recordText(record)) };
}

async function attestationAssets({ attestations }: Keeping, files: Files): Promise<readonly Asset[]> {
  const read = attestations.map(async ({ file }) => {
    const content = await files.bytes(file);
    return content === undefined ? [] : [{ name: path.basename(file), content }];
  });
  return (await Promise.all(read)).flat();
}

async function contentsOf(
  { distributions }: Build,
  { packages }: Plan,
  files: Files,
): Promise<readonly Asset[]> {
  return Promise.all(
    distributions.map(async ({ filename }) => {
      const content = await files.bytes(path.join(packages, filename));
      if (content === undefined) throw new Error(`${filename} has gone before it was kept`);
      return { name: filename, content };
    }),
  );
}

/** Bytes of a run that was stopped before its record landed give way to ours. */
async function clear(release: ForgeRelease, assets: readonly Asset[], forge: ReleaseForge): Promise<void> {
  const stays = (name: string, sha256: string | undefined): boolean =>
    assets.some((asset) => asset.name === name && sha256Hex(asset.content) === sha256);
  for (const asset of release.assets) if (!stays(asset.name, asset.sha256)) await forge.assets.detach(asset);
}
