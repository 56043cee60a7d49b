/**
 * The journal: a draft release that holds a release's bytes before any index is touched. A run that finds one takes those bytes,
 * whatever a rebuild would give; publishing the draft is the last step. It is looked for by what is in it, never by its age or order.
 */

import path from 'node:path';
import { isAttestation } from '../../packaging/attestation.ts';
import { sha256Hex } from '../../packaging/digest.ts';
import { isPrerelease } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { ForgeRelease, Releases } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import { converge } from '../../release/converge.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import {
  parsedRecord,
  RECORD_NAME,
  type ReleaseRecord,
  recordOf,
  recordText,
  writeRecord,
} from '../../release/record.ts';
import { type Attested, attestationDirectory } from '../../upload/attestations.ts';
import { type Asset, releaseTarget } from './forge-release.ts';
import { releasedCommit } from './release-commit.ts';

export type JournalWorld = Pick<World, 'forge' | 'files' | 'checkout' | 'clock'>;

/** Written into the notes of a draft that this action made; whoever reads the notes does not see it. */
export const MARKER = '<!-- pypi-release: journal -->';

/** What stands on the forge for a tag. */
export type Standing =
  | { readonly kind: 'none' }
  /** A draft of ours whose record never landed: its bytes bind nobody, since no index was touched before the record. */
  | { readonly kind: 'begun'; readonly release: ForgeRelease }
  /** Bytes that bind: what was or will be uploaded. */
  | { readonly kind: 'kept'; readonly release: ForgeRelease; readonly record: ReleaseRecord };

interface Recorded {
  readonly release: ForgeRelease;
  readonly record: ReleaseRecord | undefined;
}

/** Whether this run keeps a journal: it must be the run that releases, for a draft is a write. */
export function keepsJournal(plan: Plan): boolean {
  return plan.phases.includes('post-publish') && plan.forge.release !== 'none';
}

/**
 * Looks for the journal of a release.
 *
 * @throws Stopped draft-foreign, draft-of-another-commit or drafts-disagree, both sides named
 */
export async function findJournal(
  plan: Plan,
  { tag }: Pick<Project, 'tag'>,
  releases: Releases,
): Promise<Standing> {
  const found = (await releases.find(tag)).toSorted((one, other) => one.id - other.id);
  const recorded = await Promise.all(
    found.map(async (release): Promise<Recorded> => ({ release, record: await recordIn(release, releases) })),
  );
  for (const each of recorded) refuseForeign(each, plan, tag);
  const kept = recorded.flatMap(({ release, record }) => (record === undefined ? [] : [{ release, record }]));
  const [first, ...others] = kept.toSorted(
    (one, other) => Number(one.release.draft) - Number(other.release.draft),
  );
  if (first !== undefined) {
    const differing = others.find(({ record }) => digests(record) !== digests(first.record));
    if (differing !== undefined)
      stop('drafts-disagree', { tag, one: first.release.url, other: differing.release.url });
    return { kind: 'kept', ...first };
  }
  const begun = found.find(({ draft }) => draft);
  return begun === undefined ? { kind: 'none' } : { kind: 'begun', release: begun };
}

function refuseForeign({ release, record }: Recorded, plan: Plan, tag: string): void {
  // A run on the release commit itself, as the push of its tag starts one, is of the same release.
  const commits = [record?.commit, record?.released];
  if (record !== undefined && !commits.includes(plan.forge.commit)) {
    stop('draft-of-another-commit', {
      tag,
      url: release.url,
      theirs: record.commit,
      ours: plan.forge.commit,
    });
  }
  if (record === undefined && release.draft && !release.notes.includes(MARKER))
    stop('draft-foreign', { tag, url: release.url });
}

async function recordIn(release: ForgeRelease, releases: Releases): Promise<ReleaseRecord | undefined> {
  const asset = release.assets.find(({ name, complete }) => name === RECORD_NAME && complete);
  return asset === undefined
    ? undefined
    : parsedRecord(new TextDecoder().decode(await releases.download(asset)));
}

function digests({ distributions }: ReleaseRecord): string {
  return distributions
    .map(({ filename, sha256 }) => `${sha256} ${filename}`)
    .toSorted()
    .join('\n');
}

/**
 * Takes the bytes of a journal: they replace whatever lies in the directory of the distributions.
 *
 * @returns undefined where there is no journal to take from
 * @throws Stopped journal-damaged where the draft has lost a file that its record names
 */
export async function adoptJournal(
  plan: Plan,
  project: Pick<Project, 'tag'>,
  { files, releases }: { readonly files: Files; readonly releases: Releases },
): Promise<Build | undefined> {
  const standing = await findJournal(plan, project, releases);
  if (standing.kind !== 'kept') return undefined;
  const { release, record } = standing;
  const contents = await Promise.all(
    record.distributions.map(
      async ({ filename, sha256 }) =>
        [filename, await bytesOf(filename, sha256, { release, releases })] as const,
    ),
  );
  await files.remove(plan.packages);
  for (const [filename, bytes] of contents) await files.write(path.join(plan.packages, filename), bytes);
  await writeRecord(files, plan.packages, record);
  for (const asset of release.assets.filter(({ name, complete: whole }) => whole && isAttestation(name))) {
    await files.write(path.join(attestationDirectory(plan), asset.name), await releases.download(asset));
  }
  return { distributions: record.distributions, changed: record.changed };
}

async function bytesOf(
  filename: string,
  sha256: string,
  { release, releases }: { readonly release: ForgeRelease; readonly releases: Releases },
): Promise<Uint8Array> {
  const asset = release.assets.find(({ name, complete }) => name === filename && complete);
  if (asset === undefined)
    return stop('journal-damaged', { url: release.url, filename, problem: 'it is not there' });
  const bytes = await releases.download(asset);
  const got = sha256Hex(bytes);
  return got === sha256
    ? bytes
    : stop('journal-damaged', {
        url: release.url,
        filename,
        problem: `its sha256 is ${got}, recorded ${sha256}`,
      });
}

export interface Keeping {
  readonly project: Project;
  readonly build: Build;
  readonly attestations: readonly Attested[];
}

/**
 * Keeps what is about to be uploaded, before any index is touched: distributions, their attestations and digests, and last the record, which
 * makes the rest binding. A journal that is there is left as it is.
 *
 * @throws Stopped release-conflict where the journal holds other bytes than those at hand
 */
export async function keepJournal(
  keeping: Keeping,
  plan: Plan,
  world: JournalWorld,
  emit: Emit,
): Promise<void> {
  const title = 'Keep the distributions on a draft release';
  if (!keepsJournal(plan))
    return skipped(emit, title, 'this run does not make the release; what it uploads is what it was handed');
  const { releases } = world.forge;
  const standing = await findJournal(plan, keeping.project, releases);
  const vouchers = await attestationAssets(keeping, world.files);
  if (standing.kind === 'kept')
    return step(
      emit,
      title,
      () => complete(standing, keeping, { vouchers, plan, releases }),
      () => 'they are there already',
    );
  const commit = await releasedCommit(keeping, undefined, plan, world, emit);
  const assets = [
    ...(await contentsOf(keeping.build, plan, world.files)),
    ...vouchers,
    checksums(keeping.build.distributions),
    recordAsset(keeping, plan, commit),
  ];
  if (standing.kind === 'begun' && plan.mode !== 'dry-run') await clear(standing.release, assets, releases);
  const { name, version, tag } = keeping.project;
  const fields = {
    tag,
    commit,
    name: `${name} ${version}`,
    notes: `${MARKER}\nThis release is being made.`,
    prerelease: isPrerelease(version),
    latest: undefined,
    discussionCategory: undefined,
  };
  await step(
    emit,
    title,
    () =>
      converge(
        releaseTarget(releases, tag),
        { fields, assets, publish: false },
        { mode: plan.mode, clock: world.clock, emit },
      ),
    (made) => (made === 'would-act' ? 'would be kept' : `${assets.length} files`),
  );
}

interface Completion {
  readonly vouchers: readonly Asset[];
  readonly plan: Plan;
  readonly releases: Releases;
}

/** The bytes at hand must be those that are kept; attestations that were signed since are put beside them. */
async function complete(
  { release, record }: Extract<Standing, { kind: 'kept' }>,
  { build, project }: Keeping,
  { vouchers, plan, releases }: Completion,
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
  for (const asset of release.assets.filter(({ complete: whole }) => !whole)) await releases.detach(asset);
  for (const asset of missing) await releases.attach(release, asset);
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

/** `SHA256SUMS`, as sha256sum reads it. */
export function checksums(distributions: Build['distributions']): Asset {
  const lines = distributions.map(({ sha256, filename }) => `${sha256}  ${filename}\n`);
  return { name: 'SHA256SUMS', content: new TextEncoder().encode(lines.join('')) };
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
async function clear(release: ForgeRelease, assets: readonly Asset[], releases: Releases): Promise<void> {
  const stays = (name: string, sha256: string | undefined): boolean =>
    assets.some((asset) => asset.name === name && sha256Hex(asset.content) === sha256);
  for (const asset of release.assets) if (!stays(asset.name, asset.sha256)) await releases.detach(asset);
}
