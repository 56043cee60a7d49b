/** One family of platform tags that PyPI takes, and what it asks of the parts of a tag. */
interface Family {
  readonly pattern: RegExp;
  readonly accepts: (parts: Readonly<Record<string, string>>) => boolean;
}

const FIXED: ReadonlySet<string> = new Set([
  'any',
  'win32',
  'win_amd64',
  'win_arm64',
  'win_ia64',
  'manylinux1_x86_64',
  'manylinux1_i686',
  'manylinux2010_x86_64',
  'manylinux2010_i686',
  'manylinux2014_x86_64',
  'manylinux2014_i686',
  'manylinux2014_aarch64',
  'manylinux2014_armv7l',
  'manylinux2014_ppc64',
  'manylinux2014_ppc64le',
  'manylinux2014_s390x',
  'linux_armv6l',
  'linux_armv7l',
]);

const MUSLLINUX: ReadonlySet<string> = new Set('x86_64 i686 aarch64 armv7l ppc64le s390x riscv64'.split(' '));
const MANYLINUX: ReadonlySet<string> = new Set([...MUSLLINUX, 'ppc64']);
const MACOS: ReadonlySet<string> = new Set(
  'ppc ppc64 i386 x86_64 arm64 intel fat fat3 fat64 universal universal2'.split(' '),
);
// From macOS 11 on the minor version says nothing of the ABI, so only 0 is taken.
const MACOS_MAJORS: ReadonlySet<string> = new Set(['11', '12', '13', '14', '15', '26']);
const IOS: ReadonlySet<string> = new Set(['arm64', 'x86_64']);
const ANDROID: ReadonlySet<string> = new Set(['armeabi_v7a', 'arm64_v8a', 'x86', 'x86_64']);

/** PEP 600 and 656 for Linux; the others as python.org, CPython's own ports and Pyodide build them. */
const FAMILIES: readonly Family[] = [
  { pattern: /^manylinux_\d+_\d+_(?<arch>.*)/, accepts: ({ arch = '' }) => MANYLINUX.has(arch) },
  { pattern: /^musllinux_\d+_\d+_(?<arch>.*)/, accepts: ({ arch = '' }) => MUSLLINUX.has(arch) },
  {
    pattern: /^macosx_(?<major>\d+)_(?<minor>\d+)_(?<arch>.*)/,
    accepts: ({ major = '', minor, arch = '' }) =>
      MACOS.has(arch) && (major === '10' || (MACOS_MAJORS.has(major) && minor === '0')),
  },
  {
    pattern: /^ios_\d+_\d+_(?<arch>.*)_(?:iphoneos|iphonesimulator)/,
    accepts: ({ arch = '' }) => IOS.has(arch),
  },
  { pattern: /^android_\d+_(?<arch>.*)/, accepts: ({ arch = '' }) => ANDROID.has(arch) },
  { pattern: /^pyemscripten_\d+_\d+_wasm32/, accepts: () => true },
];

/** Whether PyPI takes wheels with this platform tag. */
export function isAcceptedPlatform(tag: string): boolean {
  if (FIXED.has(tag)) return true;
  return FAMILIES.some(({ pattern, accepts }) => {
    const groups = pattern.exec(tag)?.groups;
    return pattern.test(tag) && accepts(groups ?? {});
  });
}
