import { type Dist, NOW, type Served, sdist, upload, wheel, zip } from '../../emulators/index/harness.ts';
import { changeProject, GOOD, type RefusedRow } from './row.ts';

/** Enough for uv and twine to send it. */
const PKG_INFO = 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n';
const OTHER = wheel('demo', '1.0', { files: { 'demo/__init__.py': 'x = 2\n' } });
const renamed = (filename: string): Dist => ({ ...GOOD, filename });
const stored = (served: Served) => upload(served, GOOD, { name: 'demo', version: '1.0' });
const limits = (file: number, project: number) => (served: Served) => {
  served.state.limits = { file, project };
};

/** The file against what the index holds and allows: steps 13 to 20 of an upload. */
const HELD: readonly RefusedRow[] = [
  {
    claim: 'the file is too large',
    code: 'file-too-large',
    says: 'File too large.',
    prepare: limits(10, 10),
  },
  {
    claim: 'the project is too large',
    code: 'project-too-large',
    says: 'Project size too large.',
    prepare: limits(10_000, 10),
  },
  {
    claim: 'other bytes have the name',
    code: 'file-exists',
    says: 'File already exists',
    prepare: stored,
    dist: OTHER,
  },
  {
    claim: 'the bytes have another name',
    code: 'file-exists',
    says: 'File already exists',
    prepare: stored,
    dist: renamed('demo-1.1-py3-none-any.whl'),
    fields: { version: '1.1' },
  },
  {
    claim: 'the name was used and deleted',
    code: 'filename-burnt',
    says: 'This filename was previously used',
    prepare: async (served) => {
      await stored(served);
      changeProject(served, { releases: [] });
    },
    dist: OTHER,
  },
  {
    claim: 'the release is closed',
    code: 'release-too-old',
    says: 'releases older than 14 days',
    prepare: async (served, clock) => {
      await stored(served);
      clock.now = new Date(NOW.getTime() + 15 * 86_400_000);
    },
    dist: () => sdist('demo', '1.0', { files: { 'demo-1.0/PKG-INFO': PKG_INFO } }),
  },
  {
    claim: 'the release has an sdist',
    code: 'second-sdist',
    says: 'Only one sdist may be uploaded per release.',
    prepare: async (served) => upload(served, await sdist('demo', '1.0')),
    dist: { filename: 'demo-1.0.zip', bytes: zip({ 'demo-1.0/PKG-INFO': '' }) },
  },
];

/** The file's name against the project, its version and its kind: steps 13, 22, 23 and 27. */
const NAMED: readonly RefusedRow[] = [
  {
    claim: 'the name has control characters',
    code: 'filename-refused',
    says: 'Cannot upload a file with non-printable characters',
    dist: renamed('de\tmo-1.0-py3-none-any.whl'),
  },
  {
    claim: 'the name has a directory',
    code: 'filename-refused',
    says: "Cannot upload a file with '/' or '\\' in the name.",
    dist: renamed('a/demo-1.0-py3-none-any.whl'),
  },
  {
    claim: 'the extension is unknown',
    code: 'file-kind-refused',
    says: 'Invalid file extension: Use .tar.gz, .whl or .zip extension.',
    dist: renamed('demo-1.0.tar.bz2'),
  },
  {
    claim: 'the extension is one of the other kind',
    code: 'file-kind-refused',
    says: 'Extension .whl is invalid for filetype sdist',
    fields: { filetype: 'sdist', pyversion: 'source' },
  },
  {
    claim: 'a wheel has two parts',
    code: 'filename-refused',
    says: 'Unable to parse name and version from wheel filename',
    dist: renamed('demo-1.0.whl'),
  },
  {
    claim: 'a wheel has too few parts',
    code: 'filename-refused',
    says: 'Invalid wheel filename (wrong number of parts)',
    dist: renamed('demo-1.0-any.whl'),
  },
  {
    claim: 'a wheel has an invalid version',
    code: 'filename-refused',
    says: 'Invalid wheel filename (invalid version)',
    dist: () => wheel('demo', 'dog'),
  },
  {
    claim: 'a wheel has an invalid build number',
    code: 'filename-refused',
    says: 'Invalid build number: q',
    dist: renamed('demo-1.0-q-py3-none-any.whl'),
  },
  {
    claim: 'a wheel has an invalid project name',
    code: 'filename-refused',
    says: 'Invalid project name:',
    dist: () => wheel('de__mo', '1.0'),
  },
  {
    claim: 'a wheel is one of Linux alone',
    code: 'platform-tag',
    says: "unsupported platform tag 'linux_x86_64'",
    dist: renamed('demo-1.0-py3-none-linux_x86_64.whl'),
  },
  {
    claim: 'a wheel is one of another project',
    code: 'filename-foreign',
    says: "Start filename for 'demo' with 'demo'.",
    dist: () => wheel('other', '1.0'),
  },
  {
    claim: 'a wheel spells the project otherwise',
    code: 'filename-refused',
    says: "should contain the normalized project name 'demo', not 'Demo'.",
    dist: () => wheel('Demo', '1.0'),
  },
  {
    claim: 'a wheel has another version',
    code: 'filename-refused',
    says: "Version in filename should be '1.1' not '1.0'.",
    fields: { version: '1.1' },
  },
  {
    claim: 'an sdist has no version',
    code: 'filename-refused',
    says: 'Invalid source distribution filename: demo.tar.gz',
    dist: () => sdist('demo', '1.0', { filename: 'demo.tar.gz' }),
  },
  {
    claim: 'an sdist is one of another project',
    code: 'filename-foreign',
    says: "Start filename for 'demo' with 'demo'.",
    dist: () => sdist('demo', '1.0', { filename: 'other-1.0.tar.gz' }),
  },
  {
    claim: 'an sdist is not named as PEP 625 has it',
    code: 'filename-refused',
    says: "is invalid, should be 'demo-1.0.tar.gz'.",
    dist: () => sdist('demo', '1.0', { filename: 'Demo-1.0.tar.gz' }),
  },
  {
    claim: 'an sdist is a zip',
    code: 'filename-refused',
    says: "Filename 'demo-1.0.zip' is invalid, should be 'demo-1.0.tar.gz'.",
    dist: { filename: 'demo-1.0.zip', bytes: zip({ 'demo-1.0/PKG-INFO': '', 'demo-1.0/x': '' }) },
  },
  {
    claim: 'the name leaves no room',
    code: 'filename-too-long',
    says: 'Filename is too long',
    dist: renamed(`demo-1.0-1${'a'.repeat(220)}-py3-none-any.whl`),
  },
];

export const FILES: readonly RefusedRow[] = [...HELD, ...NAMED];
