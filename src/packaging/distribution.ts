import { type Sha256, sha256Hex } from './digest.ts';
import { isProjectName, normalizedName } from './project-name.ts';
import { isVersion, normalizedVersion, sameVersion } from './version.ts';

/** A distribution is built (`wheel`, `.whl`) or source (`sdist`, `.tar.gz`). */
export type DistributionKind = 'wheel' | 'sdist';

/** A distribution file as everything after the build knows it. */
export interface Distribution {
  readonly filename: string;
  readonly kind: DistributionKind;
  /** Normalised as PEP 503 says. */
  readonly name: string;
  /** In PEP 440 normal form. */
  readonly version: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: Sha256;
}

/** What a file name says: name by PEP 503, version in PEP 440 normal form, and a wheel's tags (PEP 425, `py2.py3` kept together). */
export interface DistributionName {
  readonly kind: DistributionKind;
  readonly name: string;
  readonly version: string;
  readonly build?: string;
  readonly python?: string;
  readonly abi?: string;
  readonly platform?: string;
}

const WHEEL =
  /^(?<name>[^-]+)-(?<version>[^-]+)(?:-(?<build>[0-9]\w*))?-(?<python>[\w.]+)-(?<abi>[\w.]+)-(?<platform>[\w.]+)\.whl$/;

/**
 * What `filename` (no folders) says, or undefined when it names neither a wheel (PEP 427) nor a `.tar.gz` sdist (PEP 625).
 * Old spellings are read too: names with dots, capitals or hyphens, versions not in normal form.
 */
export function parsedFileName(filename: string): DistributionName | undefined {
  if (filename.endsWith('.tar.gz')) return parsedSdist(filename.slice(0, -'.tar.gz'.length));
  const { name, version, ...tags } = WHEEL.exec(filename)?.groups ?? {};
  const identity = identityOf(name, version);
  if (identity === undefined) return undefined;
  const given = Object.entries(tags).filter(([, tag]) => tag !== undefined);
  return { kind: 'wheel', ...identity, ...Object.fromEntries(given) };
}

/** Whether `filename` names a distribution of this version (PEP 440 equality). */
export function isOfVersion(filename: string, version: string): boolean {
  const parsed = parsedFileName(filename);
  return parsed !== undefined && sameVersion(parsed.version, version);
}

/** The last hyphen divides, unless only more of the stem makes a version (`pkg-1.0-rc1`). */
function parsedSdist(stem: string): DistributionName | undefined {
  for (let at = stem.lastIndexOf('-'); at > 0; at = stem.lastIndexOf('-', at - 1)) {
    const identity = identityOf(stem.slice(0, at), stem.slice(at + 1));
    if (identity) return { kind: 'sdist', ...identity };
  }
  return undefined;
}

function identityOf(name = '', version = ''): Readonly<Record<'name' | 'version', string>> | undefined {
  if (!isProjectName(name) || /\s/.test(version) || !isVersion(version)) return undefined;
  return { name: normalizedName(name), version: normalizedVersion(version) };
}

/**
 * `files` in the order to upload: wheels, then sdists, then anything else, each by name. The sdist comes late so that no
 * installer falls back to building while the wheels are on their way. Equal names keep their order.
 */
export function uploadOrder<T extends { readonly filename: string }>(files: readonly T[]): readonly T[] {
  return files.toSorted(
    (a, b) =>
      rank(a.filename) - rank(b.filename) ||
      Number(a.filename > b.filename) - Number(a.filename < b.filename),
  );
}

function rank(filename: string): number {
  if (filename.endsWith('.whl')) return 0;
  return filename.endsWith('.tar.gz') ? 1 : 2;
}

/** The distribution that `bytes` under the name `filename` are. Throws RangeError when the name is no distribution's. */
export function distributionOf(filename: string, bytes: Uint8Array): Distribution {
  const parsed = parsedFileName(filename);
  if (parsed === undefined)
    throw new RangeError(`"${filename}" is not the name of a wheel or of a .tar.gz sdist`);
  const { kind, name, version } = parsed;
  return { filename, kind, name, version, size: bytes.byteLength, sha256: sha256Hex(bytes) };
}
