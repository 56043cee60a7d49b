/** Settles the version of a release: by the tag, as asked for, raised, or as the source, git's tags or the back end say. */

import type { VersionTag } from '../../packaging/tag-style.ts';
import {
  type Bump,
  bumpedVersion,
  hasLocal,
  isVersion,
  normalizedVersion,
  sameVersion,
} from '../../packaging/version.ts';
import { requiredParts, versionText } from '../../packaging/version-parts.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CheckoutTags } from '../../ports/tags.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, Stopped } from '../../release/fault.ts';

type VersionPlace = Project['versionPlaces'][number];

/** What is known of the version before it is settled. */
export interface Known {
  readonly name: string;
  /** Static places, the source of the version first. */
  readonly places: readonly VersionPlace[];
  /** Whether a tool computes it from git's tags; only where there is no static place. */
  readonly isFromTags: boolean;
  readonly tags: Pick<CheckoutTags, 'shallow'> & {
    /** Tags of this project, the newest version first. */
    readonly onHead: readonly VersionTag[];
    readonly inHistory: readonly VersionTag[];
  };
  /** The version of the pushed tag. */
  readonly pushed: string | undefined;
  /** A version that an earlier phase of this release has written. */
  readonly recorded: string | undefined;
  /** The version that another job has built, where this one builds nothing. */
  readonly handed: string | undefined;
  /** Asks the back end. Throws `Stopped`. */
  readonly told: () => Promise<string>;
}

export interface SettledVersion {
  /** PEP 440 normal form. */
  readonly version: string;
  /** Where it was read, as the end of a sentence. */
  readonly from: string;
}

/** A version as it is spelled where it was read. */
interface Found {
  readonly version: string;
  readonly from: string;
}

/** The version to be released, or what is wrong with it. */
export async function settledVersion(plan: Plan, known: Known): Promise<SettledVersion | readonly Fault[]> {
  const wanted = await wantedVersion(plan, known).catch(refusals);
  if ('faults' in wanted) return wanted.faults;
  if ('code' in wanted) return [wanted];
  const faults = [
    ...(hasLocal(wanted.version) ? [fault('version-local', { version: wanted.version })] : []),
    ...(plan.version.kind === 'source' ? unfinished(wanted) : []),
    ...disagreements(plan, known, wanted),
  ];
  return faults.length > 0 ? faults : { ...wanted, version: normalizedVersion(wanted.version) };
}

/** Of a back end that could not be asked. */
function refusals(error: unknown): Pick<Stopped, 'faults'> {
  if (error instanceof Stopped) return error;
  throw error;
}

async function wantedVersion({ version, commands }: Plan, known: Known): Promise<Found | Fault> {
  switch (version.kind) {
    case 'tag':
      return { version: known.pushed ?? version.tag, from: 'the tag' };
    case 'given': {
      const given = { version: version.version, from: 'the version input' };
      return asHanded(given, known) ?? writable(given, known, commands);
    }
    case 'bump': {
      const built = handedOver(known);
      if (built !== undefined) return valid(built);
      if (known.recorded !== undefined) return { version: known.recorded, from: 'an earlier phase' };
      if (known.isFromTags) return bumpedTag(known, version.bump);
      const base = valid(await source(known));
      const raised = 'code' in base ? base : bumped(base, version.bump);
      return 'code' in raised ? raised : writable(raised, known, commands);
    }
    case 'source':
      return valid(handedOver(known) ?? (known.isFromTags ? tagOnHead(known) : await source(known)));
  }
}

async function source({ places, told }: Known): Promise<Found> {
  const [place] = places;
  if (place !== undefined) return { version: place.version, from: place.file };
  return { version: await told(), from: 'the back end' };
}

/** Where what another job has built was read, as the end of a sentence. */
export const HANDED = 'the distributions that are handed over';

/** What stands in no file was settled when another job built it: raised, too, and neither tags nor back end are asked again. */
function handedOver({ places, handed }: Known): Found | undefined {
  return places.length > 0 || handed === undefined ? undefined : { version: handed, from: HANDED };
}

/** What was asked for must be what another job has built; undefined where that tells nothing. */
function asHanded(given: Found, known: Known): Found | Fault | undefined {
  const built = handedOver(known);
  if (built === undefined) return undefined;
  const places = [given, built].map(({ version, from }) => ({ where: from, version }));
  return sameVersion(built.version, given.version) ? given : fault('version-disagrees', { places });
}

function valid(found: Found | Fault): Found | Fault {
  if ('code' in found || isVersion(found.version)) return found;
  return fault('version-invalid', { where: found.from, value: found.version });
}

/** Where tags say the version, only an exact tag says one that may be released: between two tags each tool has a guess of its own. */
function tagOnHead({ name, tags }: Known): Found | Fault {
  const [newest] = tags.onHead;
  if (newest !== undefined) return { version: newest.version, from: `tag ${newest.tag}` };
  return tags.shallow
    ? fault('clone-shallow', { project: name, tag: undefined })
    : fault('version-untagged', { project: name });
}

/**
 * The version of git's tags, raised. The tag that an earlier run of the same release has put on this commit is taken as it is: it is
 * the next one after the tag before it.
 */
function bumpedTag({ name, tags }: Known, bump: Bump): Found | Fault {
  if (tags.shallow) return fault('clone-shallow', { project: name, tag: undefined });
  const [newest, before] = tags.inHistory.map(({ tag, version }) => ({ version, from: `tag ${tag}` }));
  if (newest === undefined) return fault('version-missing', { project: name });
  const isOnHead = tags.onHead.some(({ version }) => version === newest.version);
  const again = isOnHead && before !== undefined ? bumped(before, bump) : undefined;
  const isMade = again !== undefined && !('code' in again) && sameVersion(again.version, newest.version);
  return isMade ? newest : bumped(newest, bump);
}

function bumped({ version, from }: Found, bump: Bump): Found | Fault {
  try {
    return { version: bumpedVersion(version, bump), from: `${from}, raised by bump: ${bump}` };
  } catch (error) {
    if (error instanceof RangeError)
      return fault('bump-impossible', { bump, version, problem: error.message });
    throw error;
  }
}

/** A version that the back end computes from what this action does not know cannot be written; the user's own build may do it. */
async function writable(
  wanted: Found,
  { name, places, isFromTags, told }: Known,
  commands: Plan['commands'],
): Promise<Found | Fault> {
  if (places.length > 0 || isFromTags || commands.build !== undefined) return wanted;
  const computed = await told();
  return sameVersion(computed, wanted.version)
    ? wanted
    : fault('version-computed', { project: name, version: wanted.version, computed });
}

/** Nobody asked for a development or post release where the source happens to have such a number. */
function unfinished({ version, from }: Found): readonly Fault[] {
  const { dev, post, ...parts } = requiredParts(version);
  if (dev === undefined && post === undefined) return [];
  const { local: _, ...stable } = parts;
  const remedied =
    dev === undefined ? undefined : versionText({ epoch: stable.epoch, release: stable.release });
  return [fault('version-unfinished', { version, where: from, stable: remedied })];
}

/** All places must say the same; and on a tag push, what the tag says. */
function disagreements({ version }: Plan, { places }: Known, wanted: Found): readonly Fault[] {
  const told = places.map(({ file, version: said }) => ({ where: file, version: said }));
  const expected = version.kind === 'tag' ? wanted.version : places[0]?.version;
  if (expected === undefined || told.every((place) => sameVersion(place.version, expected))) return [];
  const tag = version.kind === 'tag' ? [{ where: `tag ${version.tag}`, version: wanted.version }] : [];
  return [fault('version-disagrees', { places: [...tag, ...told] })];
}
