import { normalName } from './names.ts';
import { pythonRepr } from './python-text.ts';
import { type Version, versionFrom } from './versions.ts';

const EXTENSION = /^.+?(\.(?:tar\.gz|zip|whl))$/is;
const EXTENSIONS = { sdist: ['.zip', '.tar.gz'], bdist_wheel: ['.whl'] } as const;
const KINDS_GUIDE = 'See https://www.python.org/dev/peps/pep-0527';

/** What is wrong with a filename's characters and extension, before anything of it is understood. */
export function filenameTrouble(filename: string, kind: 'sdist' | 'bdist_wheel'): string | undefined {
  if ([...filename].some((character) => character < ' ' || character === '\x7f')) {
    return 'Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.';
  }
  if (/[/\\]/.test(filename)) return "Cannot upload a file with '/' or '\\' in the name.";
  const extension = EXTENSION.exec(filename)?.[1];
  if (extension === undefined) {
    const guides = `${KINDS_GUIDE} and https://peps.python.org/pep-0715/ for more information`;
    return `Invalid file extension: Use .tar.gz, .whl or .zip extension. ${guides}`;
  }
  if (EXTENSIONS[kind].some((allowed) => allowed === extension)) return undefined;
  const found = `Extension ${extension} is invalid for filetype ${kind}.`;
  return `Invalid file extension: ${found} ${KINDS_GUIDE} for more information.`;
}

/** A source distribution's filename, taken apart (PEP 625, before it was strict). */
export interface SdistName {
  /** As spelt, or normalised: compare it normalised. */
  readonly name: string;
  readonly version: Version;
}

/** The name and version in a source distribution's filename: what stands before and after the last hyphen. */
export function sdistName(filename: string): SdistName | undefined {
  const stem = filename.replace(/\.(tar\.gz|zip)$/, '');
  const hyphen = stem.lastIndexOf('-');
  const version = hyphen < 0 ? undefined : versionFrom(stem.slice(hyphen + 1));
  return version === undefined ? undefined : { name: stem.slice(0, hyphen), version };
}

/** A wheel's filename, taken apart (PEP 427). */
export interface WheelName {
  readonly normalName: string;
  readonly version: Version;
  readonly platforms: readonly string[];
}

/** The parts of a wheel's filename, or what is wrong with it in the words of the `packaging` library. */
export function wheelName(filename: string): WheelName | string {
  const stem = filename.slice(0, -'.whl'.length);
  const shown = pythonRepr(stem);
  const parts = stem.split('-');
  if (parts.length !== 5 && parts.length !== 6)
    return `Invalid wheel filename (wrong number of parts): ${shown}`;
  const [name = '', versionText = '', build = ''] = parts;
  if (name.includes('__') || !/^[\p{L}\p{N}._]*$/u.test(name)) return `Invalid project name: ${shown}`;
  const version = versionFrom(versionText);
  if (version === undefined) return `Invalid wheel filename (invalid version): ${shown}`;
  if (parts.length === 6 && !/^[0-9]/.test(build)) return `Invalid build number: ${build} in ${shown}`;
  const platforms = (parts.at(-1) ?? '').toLowerCase().split('.');
  return { normalName: normalName(name), version, platforms };
}

/** The `.dist-info` folder that belongs to a wheel, name and version spelt as in its filename; undefined when there are too few parts. */
export function infoFolder(filename: string): string | undefined {
  const [name, version, rest] = filename.split('-');
  return rest === undefined ? undefined : `${name}-${version}.dist-info`;
}
