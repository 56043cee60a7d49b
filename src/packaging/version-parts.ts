import { parse } from '@renovatebot/pep440';

/** The stage of a pre-release in its normal spelling (PEP 440, "Pre-releases"). */
export type PreStage = 'a' | 'b' | 'rc';

/** A version taken apart (PEP 440); an absent part is left out. */
export interface VersionParts {
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre?: { readonly stage: PreStage; readonly number: number };
  readonly post?: number;
  readonly dev?: number;
  readonly local?: string;
}

/**
 * The parts of `text`, or undefined when it is no PEP 440 version. White space around it is ignored, as PEP 440 asks.
 * Numbers above 2^53 - 1 are refused: the library would round them, and a rounded version is another version.
 */
export function versionParts(text: string): VersionParts | undefined {
  const trimmed = text.trim();
  const parsed = parse(trimmed);
  if (parsed === null) return undefined;
  const pre = parsed.pre === null ? undefined : { stage: stageOf(parsed.pre), number: numberOf(parsed.pre) };
  const post = parsed.post === null ? undefined : numberOf(parsed.post);
  const dev = parsed.dev === null ? undefined : numberOf(parsed.dev);
  const numbers = [parsed.epoch, ...parsed.release, pre?.number ?? 0, post ?? 0, dev ?? 0];
  if (!numbers.every(Number.isSafeInteger)) return undefined;
  const local = normalizedLocal(trimmed);
  return {
    epoch: parsed.epoch,
    release: parsed.release,
    ...(pre && { pre }),
    ...(post !== undefined && { post }),
    ...(dev !== undefined && { dev }),
    ...(local !== undefined && { local }),
  };
}

function stageOf(part: readonly (string | number)[]): PreStage {
  return part[0] as PreStage;
}

function numberOf(part: readonly (string | number)[]): number {
  return Number(part[1]);
}

/** Not the library's: it reads the local part `1e5` (a piece of a commit's name, say) as the number 100000. */
function normalizedLocal(version: string): string | undefined {
  return version
    .split('+')[1]
    ?.toLowerCase()
    .split(/[-_.]/)
    .map((segment) => (/^[0-9]+$/.test(segment) ? BigInt(segment).toString() : segment))
    .join('.');
}

/** The normal form of a version given in parts (PEP 440, "Normalization"). */
export function versionText(parts: VersionParts): string {
  const { epoch, release, pre, post, dev, local } = parts;
  return [
    epoch === 0 ? '' : `${epoch}!`,
    release.join('.'),
    pre ? `${pre.stage}${pre.number}` : '',
    post === undefined ? '' : `.post${post}`,
    dev === undefined ? '' : `.dev${dev}`,
    local === undefined ? '' : `+${local}`,
  ].join('');
}

/** The parts of `text`. Throws RangeError when it is no PEP 440 version. */
export function requiredParts(text: string): VersionParts {
  const parts = versionParts(text);
  if (parts === undefined) throw new RangeError(`"${text}" is not a version as PEP 440 defines it`);
  return parts;
}
