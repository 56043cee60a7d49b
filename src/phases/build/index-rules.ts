/** What PyPI refuses of a file's name, contents and metadata, as far as the file alone shows it (PyPI's `forklift/legacy.py`, `forklift/metadata.py`). */

import type { Archive } from '../../packaging/archive.ts';
import type { CoreMetadata } from '../../packaging/core-metadata.ts';
import type { Distribution, DistributionName } from '../../packaging/distribution.ts';
import { fileNameStem } from '../../packaging/project-name.ts';
import { settingOf } from '../../release/faults/metadata-settings.ts';

/** A distribution as these rules look at it. */
export interface Judged {
  readonly distribution: Distribution;
  readonly name: DistributionName;
  readonly archive: Archive;
  readonly metadata: CoreMetadata | undefined;
}

/** What is wrong, as a clause after the file's name, and what to do. */
export interface Finding {
  readonly problem: string;
  readonly remedy: string;
}

type MetadataRule = readonly [
  field: string,
  trouble: (metadata: CoreMetadata, judged: Judged) => string | undefined,
];

const METADATA_VERSIONS = ['1.0', '1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '2.5'];
const LICENSE_FILES_SINCE = METADATA_VERSIONS.indexOf('2.4');
const LONGEST_SUMMARY = 512;
const LONGEST_LABEL = 32;
const CONTENT_TYPE = /^\s*text\/(plain|markdown|x-rst)\s*(;|$)/i;
const WEB_ADDRESS = /^https?:/i;
// Linux tags of one machine have a rule of their own, with another cure.
const PLATFORMS =
  /^(any|linux_\w+|win32|win_(amd64|arm64|ia64)|manylinux(1|2010|2014)_\w+|(many|musl)linux_\d+_\d+_\w+|macosx_10_\d+_\w+|macosx_(1[1-5]|26)_0_\w+|ios_\d+_\d+_\w+|android_\d+_\w+|pyemscripten_\d+_\d+_wasm32)$/;
const BACK_END = 'Build it with a current PEP 517 back end.';

/** Rules of the metadata, each with the field to correct. */
const METADATA_RULES: readonly MetadataRule[] = [
  [
    'Metadata-Version',
    ({ metadataVersion: version }) =>
      METADATA_VERSIONS.includes(version) ? undefined : `its metadata is of version "${version}"`,
  ],
  ['Summary', ({ summary = '' }) => (summary.includes('\n') ? 'its summary has several lines' : undefined)],
  [
    'Summary',
    ({ summary = '' }) =>
      [...summary].length > LONGEST_SUMMARY ? `its summary has ${[...summary].length} characters` : undefined,
  ],
  [
    'Description-Content-Type',
    ({ descriptionContentType: type }) =>
      type === undefined || CONTENT_TYPE.test(type) ? undefined : `its description is of the type ${type}`,
  ],
  [
    'License',
    ({ license, licenseExpression }) =>
      license === undefined || licenseExpression === undefined
        ? undefined
        : 'it has both License and License-Expression',
  ],
  [
    'Home-Page',
    ({ homePage, downloadUrl }) => {
      const bad = [homePage, downloadUrl].find((url) => url !== undefined && !WEB_ADDRESS.test(url));
      return bad === undefined ? undefined : `its address ${bad} is none of http or https`;
    },
  ],
  [
    'Project-URL',
    ({ projectUrls }) => projectUrls.map(addressTrouble).find((trouble) => trouble !== undefined),
  ],
  ['License-File', missingLicense],
];

/** What PyPI would refuse of a distribution, rule by rule. */
export function indexFindings(judged: Judged): readonly Finding[] {
  const { metadata } = judged;
  const ofMetadata = METADATA_RULES.flatMap(([field, trouble]) => {
    const found = metadata === undefined ? undefined : trouble(metadata, judged);
    return found === undefined
      ? []
      : [{ problem: `${found}, which the index refuses.`, remedy: `Correct ${settingOf(field)}.` }];
  });
  return [...FILE_RULES.flatMap((rule) => rule(judged) ?? []), ...ofMetadata];
}

/** Rules of the file's name and contents. */
const FILE_RULES: readonly ((judged: Judged) => Finding | undefined)[] = [
  ({ distribution: { filename }, name }) => {
    const stem = fileNameStem(name.name);
    const expected = name.kind === 'sdist' ? `${stem}-${name.version}.tar.gz` : `${stem}-`;
    const well = name.kind === 'sdist' ? filename === expected : filename.startsWith(expected);
    return well
      ? undefined
      : {
          problem: `the index takes only a file name that is ${described(name, expected)}.`,
          remedy: BACK_END,
        };
  },
  ({ name: { platform } }) => {
    const refused = platform?.split('.').find((tag) => !PLATFORMS.test(tag));
    return refused === undefined
      ? undefined
      : {
          problem: `its platform tag ${refused} is refused by the index.`,
          remedy: 'Build for a platform that the index knows; from macOS 11 on the minor version is 0.',
        };
  },
  ({ name, archive }) => {
    const tops = new Set(archive.members.map((member) => member.split('/')[0] ?? ''));
    return name.kind !== 'sdist' || tops.size === 1
      ? undefined
      : {
          problem: `it has ${tops.size} top directories (${[...tops].sort().join(', ')}); the index takes one.`,
          remedy: BACK_END,
        };
  },
];

function described({ kind }: DistributionName, expected: string): string {
  return kind === 'sdist' ? expected : `normalised, so that it begins with ${expected}`;
}

/** Spelt as in the file's name, which is where the index looks. */
function infoFolder(filename: string): string {
  return `${filename.split('-').slice(0, 2).join('-')}.dist-info`;
}

function addressTrouble([label, url]: readonly [label: string, url: string]): string | undefined {
  if (label === '') return `its Project-URL ${url} has no label`;
  if ([...label].length > LONGEST_LABEL) return `its Project-URL label "${label}" is too long`;
  if (url === '') return `its Project-URL "${label}" has no address`;
  return WEB_ADDRESS.test(url) ? undefined : `its Project-URL ${url} is none of http or https`;
}

/** Older metadata has no such field, and uploaders leave it out there. */
function missingLicense(
  { metadataVersion, licenseFiles }: CoreMetadata,
  { distribution: { filename }, name, archive }: Judged,
): string | undefined {
  if (METADATA_VERSIONS.indexOf(metadataVersion) < LICENSE_FILES_SINCE) return undefined;
  const top = name.kind === 'wheel' ? `${infoFolder(filename)}/licenses` : archive.members[0]?.split('/')[0];
  const lost = licenseFiles.find((file) => !archive.members.includes(`${top}/${file}`));
  return lost === undefined ? undefined : `it names the licence file ${lost} and has no ${top}/${lost}`;
}
