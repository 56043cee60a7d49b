import { sameVersion } from '../version.ts';
import { type PreStage, requiredParts } from '../version-parts.ts';

const STAGES: Readonly<Record<PreStage, string>> = { a: 'alpha', b: 'beta', rc: 'rc' };

/**
 * `version` (PEP 440) as Cargo spells it (SemVer): `1.3.0rc1` gives `1.3.0-rc.1`, `1.3` gives `1.3.0`. Undefined for what SemVer
 * cannot say: an epoch, a post, development or local part, or a fourth number. The way back is to read the SemVer text by PEP 440, as maturin
 * does (its src/metadata.rs, and "Dynamic metadata" of its guide): `normalizedVersion`. The number has a dot before it, for only
 * so does SemVer compare it as a number (SemVer 2.0.0, 11.4). Throws RangeError on no version.
 */
export function cargoVersion(version: string): string | undefined {
  const { epoch, release, pre, post, dev, local } = requiredParts(version);
  const beyond = release.slice(3).some((number) => number !== 0);
  if (epoch !== 0 || beyond || post !== undefined || dev !== undefined || local !== undefined)
    return undefined;
  const [major = 0, minor = 0, patch = 0] = release;
  return `${major}.${minor}.${patch}${pre ? `-${STAGES[pre.stage]}.${pre.number}` : ''}`;
}

/** What is written in the place of `from`: `to` as Cargo spells it, or `from` itself where both are one version. */
export function cargoSpelling(from: string, to: string): string | undefined {
  return sameVersion(from, to) ? from : cargoVersion(to);
}
