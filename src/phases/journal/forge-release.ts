/** The forge's release as a target: a draft, its files, then published; a published release keeps what it has. */

import { sha256Hex } from '../../packaging/digest.ts';
import type { Forge, ForgeAsset, ForgeRelease, ReleaseFields } from '../../ports/forge.ts';
import type { Decision, Target } from '../../release/converge.ts';
import { fault, stop } from '../../release/fault.ts';
import { RECORD_NAME } from '../../release/record.ts';

/** What releases and their files are reached by. */
export type ReleaseForge = Pick<Forge, 'releases' | 'assets'>;

export interface Asset {
  readonly name: string;
  readonly content: Uint8Array;
  /** True of a file that no index promises and that each run may make anew, with a time in it, say: the first one stays. */
  readonly isFree?: true;
}

export interface WantedRelease {
  readonly fields: Omit<ReleaseFields, 'draft'>;
  readonly assets: readonly Asset[];
  /** False where the release is to stay a draft. */
  readonly publish: boolean;
}

interface ReleaseChange {
  readonly wanted: WantedRelease;
  /** The release to go on with; undefined: there is none yet. */
  readonly existing: ForgeRelease | undefined;
  readonly missing: readonly Asset[];
  /** Files whose upload began and never ended. */
  readonly broken: readonly ForgeAsset[];
}

/** None, a draft, or published: what is there is finished, never doubled. */
export function releaseTarget(
  forge: ReleaseForge,
  tag: string,
): Target<WantedRelease, readonly ForgeRelease[], ReleaseChange> {
  return {
    name: `release ${tag}`,
    observe: ({ fields }) => forge.releases.find(fields.tag),
    decide: decideRelease,
    act: (change) => finish(forge, change),
  };
}

/** Of several releases of one tag, the one that counts: the published one, else the oldest draft with a record, else the oldest draft. */
export function theRelease(seen: readonly ForgeRelease[]): ForgeRelease | undefined {
  const oldest = seen.toSorted((one, other) => one.id - other.id);
  return oldest.find(({ draft }) => !draft) ?? oldest.find(isRecorded) ?? oldest[0];
}

/** Whether its record landed: what makes a draft binding. */
export function isRecorded({ assets }: Pick<ForgeRelease, 'assets'>): boolean {
  return assets.some(({ name, complete }) => name === RECORD_NAME && complete);
}

function decideRelease(wanted: WantedRelease, seen: readonly ForgeRelease[]): Decision<ReleaseChange> {
  const existing = theRelease(seen);
  if (existing === undefined) {
    return {
      kind: 'act',
      change: { wanted, existing, missing: wanted.assets, broken: [] },
      evidence: 'there is none',
    };
  }
  const state = existing.draft ? 'a draft' : 'published';
  const other = wanted.assets.find((asset) => holds(existing, asset) === 'other');
  if (other !== undefined) return conflict(wanted, existing, other);
  const missing = wanted.assets.filter((asset) => holds(existing, asset) === 'missing');
  if (existing.immutable && missing.length > 0)
    return { kind: 'satisfied', evidence: 'it was published as an immutable release: no file can join it' };
  if (missing.length === 0 && isAsWanted(existing, wanted)) {
    return { kind: 'satisfied', evidence: `it is ${state} with ${existing.assets.length} files` };
  }
  const broken = existing.assets.filter(({ complete }) => !complete);
  return {
    kind: 'act',
    change: { wanted, existing, missing, broken },
    evidence: `it is ${state}, and ${missing.length} of ${wanted.assets.length} files are missing`,
  };
}

/** A published release keeps the text it has: people may have bettered it. A draft of ours does not. */
function isAsWanted({ draft, notes }: ForgeRelease, { publish, fields }: WantedRelease): boolean {
  return !draft || (!publish && sameText(notes, fields.notes));
}

function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}

function holds({ assets }: ForgeRelease, { name, content, isFree }: Asset): 'same' | 'other' | 'missing' {
  const held = assets.find((asset) => assetName(asset.name) === assetName(name));
  if (held === undefined || !held.complete) return 'missing';
  if (isFree === true) return 'same';
  return held.sha256 === undefined || held.sha256 === sha256Hex(content) ? 'same' : 'other';
}

function conflict(
  wanted: WantedRelease,
  existing: ForgeRelease,
  { name, content }: Asset,
): Decision<ReleaseChange> {
  const theirs =
    existing.assets.find((asset) => assetName(asset.name) === assetName(name))?.sha256 ?? 'unknown';
  const found = fault('release-conflict', {
    asset: name,
    tag: wanted.fields.tag,
    ours: sha256Hex(content),
    theirs,
  });
  return { kind: 'conflict', fault: found, evidence: `it holds another ${name}` };
}

/** The forge rewrites unusual characters of file names to dots, and which ones is its own matter: names are compared without them. */
function assetName(name: string): string {
  return name.replace(/[^A-Za-z0-9_+-]+/g, '.').replace(/^\.|\.$/g, '');
}

/** Attaches a file, and sees that the forge holds our bytes before anybody else can see them. */
async function attach({ assets }: Pick<Forge, 'assets'>, release: ForgeRelease, asset: Asset): Promise<void> {
  const { sha256: theirs } = await assets.attach(release, asset);
  const ours = sha256Hex(asset.content);
  if (theirs !== undefined && theirs !== ours)
    stop('release-conflict', { asset: asset.name, tag: release.tag, ours, theirs });
}

async function finish(
  forge: ReleaseForge,
  { wanted, existing, missing, broken }: ReleaseChange,
): Promise<void> {
  const release = existing ?? (await forge.releases.save({ ...wanted.fields, draft: true }));
  for (const asset of broken) await forge.assets.detach(asset);
  for (const asset of missing) await attach(forge, release, asset);
  if (!isAsWanted(release, wanted))
    await forge.releases.save({ ...wanted.fields, draft: !wanted.publish }, release.id);
}
