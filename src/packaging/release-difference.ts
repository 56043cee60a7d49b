import type { CoreMetadata } from './core-metadata.ts';
import { parsedFileName } from './distribution.ts';

/** A wheel as its users see it: what it installs, and what it asks for. */
export interface WheelContents {
  /** Names of all members. */
  readonly members: readonly string[];
  readonly metadata: Pick<CoreMetadata, 'requiresDist' | 'requiresPython'> | undefined;
}

/** What one wheel has and another has not. */
export interface ReleaseDifference {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  /** Those of the lost files that are neither code nor stubs: translations, templates, tables. */
  readonly lostData: readonly string[];
  readonly lostRequirements: readonly string[];
  readonly gainedRequirements: readonly string[];
  /** Both values of Requires-Python, where they differ; empty text where a wheel has none. */
  readonly requiresPython: readonly [before: string, now: string] | undefined;
}

/** What changed from one wheel to the next of a kind. The metadata directory, whose name has the version, does not count, nor do bundled libraries. */
export function releaseDifference(before: WheelContents, now: WheelContents): ReleaseDifference {
  const [old, fresh] = [installed(before), installed(now)];
  const lost = old.filter((member) => !fresh.includes(member));
  const [asked, asks] = [before, now].map(({ metadata }) => metadata?.requiresDist ?? []);
  const [pythonBefore = '', pythonNow = ''] = [before, now].map(({ metadata }) => metadata?.requiresPython);
  return {
    lost,
    gained: fresh.filter((member) => !old.includes(member)),
    lostData: lost.filter((member) => !CODE.test(member)),
    lostRequirements: (asked ?? []).filter((each) => !asks?.includes(each)),
    gainedRequirements: (asks ?? []).filter((each) => !asked?.includes(each)),
    requiresPython: pythonBefore === pythonNow ? undefined : [pythonBefore, pythonNow],
  };
}

const CODE = /\.(?:py|pyi|pyx|pxd|so(?:\.\d+)*|pyd|dll|dylib)$/;

// auditwheel, delvewheel and delocate put copies of the machine's libraries there, with a digest or a version in their names.
const BUNDLED_LIBRARIES = /^[^/]+\.libs\/|(?:^|\/)\.dylibs\//;

function installed({ members }: WheelContents): readonly string[] {
  return members
    .filter((member) => !/^[^/]+\.dist-info\//.test(member) && !BUNDLED_LIBRARIES.test(member))
    .map((member) => member.replace(/^[^/]+\.data\//, '.data/'));
}

/** The tags of a wheel, as its name has them; undefined for an sdist. */
export function wheelTags(filename: string): string | undefined {
  const { kind, python, abi, platform } = parsedFileName(filename) ?? {};
  return kind === 'wheel' ? `${python}-${abi}-${platform}` : undefined;
}

// PyPA's specification of platform tags: `universal2` runs on both processors.
const UNIVERSAL2 = ['macosx_arm64', 'macosx_x86_64'];

/**
 * The machines that wheels are for, by system and processor, whatever the system's version: `manylinux_x86_64`, `macosx_arm64`, `win_amd64`,
 * `any` (PEP 425, PEP 600, PEP 656).
 */
export function machinesOf(filenames: readonly string[]): readonly string[] {
  const platforms = filenames.flatMap((filename) => parsedFileName(filename)?.platform?.split('.') ?? []);
  const machines = platforms
    .map((platform) => platform.replace(/^(manylinux|musllinux|macosx)(?:_\d+_\d+|\d+)_/, '$1_'))
    .flatMap((machine) => (machine === 'macosx_universal2' ? UNIVERSAL2 : [machine]));
  return [...new Set(machines)].sort();
}
