import { compare } from '@renovatebot/pep440';
import {
  type PreStage,
  requiredParts,
  type VersionParts,
  versionParts,
  versionText,
} from './version-parts.ts';

/** Whether `text` is a PEP 440 version in any permitted spelling. */
export function isVersion(text: string): boolean {
  return versionParts(text) !== undefined;
}

/** The PEP 440 normal form: `v1.3.0-rc.1` gives `1.3.0rc1`. Trailing zeros stay. Throws RangeError on no version. */
export function normalizedVersion(text: string): string {
  return versionText(requiredParts(text));
}

/** Whether two spellings name one version (PEP 440: `1.0` is `1.0.0`); if either is no version, whether the texts are equal. */
export function sameVersion(a: string, b: string): boolean {
  return isVersion(a) && isVersion(b) ? compareVersions(a, b) === 0 : a === b;
}

/** Negative, zero or positive as `a` is below, equal to or above `b` (PEP 440). Throws RangeError on no version. */
export function compareVersions(a: string, b: string): number {
  const { local: localA, ...publicA } = requiredParts(a);
  const { local: localB, ...publicB } = requiredParts(b);
  return compare(versionText(publicA), versionText(publicB)) || comparedLocals(localA, localB);
}

/** PEP 440, "Local version identifiers": none first; then by segment, words before numbers, the shorter before the longer. */
function comparedLocals(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (segment !== other) return comparedSegments(segment, other);
  }
  return left.length - right.length;
}

function comparedSegments(a: string, b: string): number {
  const [numericA, numericB] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
  if (numericA !== numericB) return numericA ? 1 : -1;
  const below = numericA ? BigInt(a) < BigInt(b) : a < b;
  return below ? -1 : 1;
}

/** Whether installers take `v` only when asked: it has a pre-release or a development part. Throws RangeError on no version. */
export function isPrerelease(v: string): boolean {
  const { pre, dev } = requiredParts(v);
  return pre !== undefined || dev !== undefined;
}

/** Whether `v` has a local part (`+abc`), which PyPI refuses. Throws RangeError on no version. */
export function hasLocal(v: string): boolean {
  return requiredParts(v).local !== undefined;
}

/** The highest of `versions` by PEP 440, pre-releases included, in its own spelling; texts that are no versions are passed over. */
export function latestOf(versions: readonly string[]): string | undefined {
  return versions
    .filter(isVersion)
    .reduce<string | undefined>(
      (latest, version) => (latest === undefined || compareVersions(version, latest) > 0 ? version : latest),
      undefined,
    );
}

/** What may be asked to go up, in the words of `uv version --bump`. */
export const BUMPS = ['major', 'minor', 'patch', 'stable', 'alpha', 'beta', 'rc', 'post', 'dev'] as const;

/** One of {@link BUMPS}. */
export type Bump = (typeof BUMPS)[number];

/**
 * The version after `current`, in normal form and always above it; a local part is dropped. As `uv version --bump` does,
 * but where uv gives up because `1.2.3a1` or `1.2.3.dev1` would be below `1.2.3`, the next number is taken first:
 * `alpha` gives `1.2.4a1`, `dev` gives `1.2.4.dev1` (and `1.2.3a2.dev1` from `1.2.3a1`).
 * Throws RangeError when `current` is no version, or when the bump would not go up (`stable` on a stable version, `alpha` on an rc).
 */
export function bumpedVersion(current: string, bump: Bump): string {
  const { local: _, ...parts } = requiredParts(current);
  const bumped = versionText(BUMPED[bump](parts));
  if (compareVersions(bumped, current) > 0) return bumped;
  throw new RangeError(
    `bump "${bump}" would turn ${current} into ${bumped}, which is not above it; ` +
      `choose ${upwardBumps(parts, current).join(', ')}, or give the version itself`,
  );
}

function upwardBumps(parts: VersionParts, current: string): readonly Bump[] {
  return BUMPS.filter((bump) => compareVersions(versionText(BUMPED[bump](parts)), current) > 0);
}

const BUMPED: Readonly<Record<Bump, (parts: VersionParts) => VersionParts>> = {
  major: (parts) => raised(parts, 0),
  minor: (parts) => raised(parts, 1),
  patch: (parts) => raised(parts, 2),
  stable: ({ epoch, release }) => ({ epoch, release }),
  alpha: (parts) => staged(parts, 'a'),
  beta: (parts) => staged(parts, 'b'),
  rc: (parts) => staged(parts, 'rc'),
  post: ({ dev: _, ...parts }) => ({ ...parts, post: (parts.post ?? 0) + 1 }),
  dev: (parts) => ({ ...upcoming(parts), dev: (parts.dev ?? 0) + 1 }),
};

function raised({ epoch, release }: VersionParts, place: number): VersionParts {
  const length = Math.max(release.length, place + 1);
  const numbers = Array.from({ length }, (_, index) => (index > place ? 0 : (release[index] ?? 0)));
  return { epoch, release: numbers.with(place, (numbers[place] ?? 0) + 1) };
}

function staged(parts: VersionParts, stage: PreStage): VersionParts {
  const { epoch, release, pre, post, dev } = parts;
  if (pre) return { epoch, release, pre: { stage, number: pre.stage === stage ? pre.number + 1 : 1 } };
  const unfinished = dev !== undefined && post === undefined;
  return { ...(unfinished ? { epoch, release } : raised(parts, 2)), pre: { stage, number: 1 } };
}

/** The version that a development release of now leads to. */
function upcoming(parts: VersionParts): VersionParts {
  const { epoch, release, pre, post, dev } = parts;
  if (dev !== undefined) return parts;
  if (post !== undefined) return { ...parts, post: post + 1 };
  return pre ? { epoch, release, pre: { ...pre, number: pre.number + 1 } } : raised(parts, 2);
}
