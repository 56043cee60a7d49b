import { clean, compare, explain, type Pep440Version } from '@renovatebot/pep440';

/** A version as PEP 440 reads it. */
export interface Version {
  /** Normal form, trailing zeros kept, with the local part: `1.0.0rc1`. */
  readonly text: string;
  /** Normal form without trailing zeros, under which Warehouse looks a release up: `1.0.0` and `1.0` are both `1`. */
  readonly canonical: string;
  readonly local: boolean;
  readonly prerelease: boolean;
  readonly postrelease: boolean;
}

/** The version that a text spells (PEP 440, blanks around it allowed), or undefined. */
export function versionFrom(text: string): Version | undefined {
  const [open = '', ...local] = text.trim().split('+');
  const normal = clean(open);
  const parts = explain(normal);
  if (normal === null || parts === null || local.length > 1) return undefined;
  const label = local[0]?.toLowerCase();
  if (label !== undefined && !/^[a-z0-9]+([-_.][a-z0-9]+)*$/.test(label)) return undefined;
  const suffix = label === undefined ? '' : `+${label.replace(/[-_]/g, '.')}`;
  return {
    text: normal + suffix,
    canonical: withoutTrailingZeros(normal, parts) + suffix,
    local: label !== undefined,
    prerelease: parts.is_prerelease,
    postrelease: parts.is_postrelease,
  };
}

/** The normal form without trailing zeros of the release segment; a text that is no version stays as it is. */
export function canonicalVersion(text: string): string {
  return versionFrom(text)?.canonical ?? text;
}

/** Order of two versions (PEP 440), for sorting. */
export function compareVersions(one: string, other: string): number {
  return compare(one, other);
}

function withoutTrailingZeros(normal: string, parts: Pep440Version): string {
  const epoch = parts.epoch === 0 ? '' : `${parts.epoch}!`;
  const release = parts.release.join('.');
  const rest = normal.slice(epoch.length + release.length);
  return epoch + release.replace(/(\.0+)+$/, '') + rest;
}
