/** What PyPI refuses of a file's name, contents and metadata, as far as the file alone shows it (PyPI's `forklift/legacy.py`, `forklift/metadata.py`). */

import type { CoreMetadata } from '../../packaging/core-metadata.ts';
import type { DistributionName } from '../../packaging/distribution.ts';
import { fileNameStem } from '../../packaging/project-name.ts';
import { hasLocal } from '../../packaging/version.ts';
import { type IndexName, isLaidOutAsPyPI } from '../../plan/known-indexes.ts';
import { PATHS, type PhaseName } from '../../plan/paths.ts';
import type { Plan } from '../../plan/plan.ts';
import { settingOf } from '../../release/faults/metadata-settings.ts';
import type { Opened } from '../opened-distribution.ts';

/** What is wrong, as a clause after the file's name, and what to do. */
export interface Finding {
  readonly problem: string;
  readonly remedy: string;
}

type MetadataRule = readonly [
  field: string,
  trouble: (metadata: CoreMetadata, opened: Opened) => string | undefined,
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
/** Limit of PyPI on one file (its documentation, "Storage limits"). */
const LARGEST = 100 * 1024 * 1024;
const BACK_END = 'Build it with a current PEP 517 back end.';

/** Rules of the metadata, each with the field to correct. */
const METADATA_RULES: readonly MetadataRule[] = [
  [
    'Metadata-Version',
    ({ metadataVersion: version }) =>
      METADATA_VERSIONS.includes(version) ? undefined : `its metadata is of version "${version}"`,
  ],
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

/**
 * What PyPI would refuse of a distribution, rule by rule. Nothing where the release goes to other indexes alone: these take what their
 * owners let them take, private classifiers among it.
 */
export function indexFindings(opened: Opened, plan: Plan): readonly Finding[] {
  if (!goesToPyPI(plan)) return [];
  const { metadata } = opened;
  const ofMetadata = METADATA_RULES.flatMap(([field, trouble]) => {
    const found = metadata === undefined ? undefined : trouble(metadata, opened);
    return found === undefined
      ? []
      : [{ problem: `${found}, which the index refuses.`, remedy: `Correct ${settingOf(field)}.` }];
  });
  return [...RULES.flatMap((rule) => rule(opened) ?? []), ...ofMetadata];
}

const INDEXES: readonly IndexName[] = ['testpypi', 'pypi'];

/** Whether PyPI or one of its like is on the way, in this job or in a later one; an index whose trouble only warns does not count. */
function goesToPyPI({ path, phases, indexes }: Plan): boolean {
  const all: readonly PhaseName[] = [...PATHS[path], ...phases];
  return INDEXES.some(
    (name) => all.includes(name) && indexes[name].required && isLaidOutAsPyPI(indexes[name]),
  );
}

/** All others. */
const RULES: readonly ((opened: Opened) => Finding | undefined)[] = [
  ({ name }) =>
    hasLocal(name.version)
      ? { problem: 'a local version cannot be published.', remedy: 'Release a version without a + part.' }
      : undefined,
  ({ metadata }) => {
    const direct = metadata?.requiresDist.find((requirement) => /^[^;]*@\s*\S+:/.test(requirement));
    return direct === undefined
      ? undefined
      : {
          problem: `it depends on an address (${direct}), which the index refuses.`,
          remedy: 'Depend on a released version by name.',
        };
  },
  ({ metadata }) =>
    metadata?.classifiers.some((classifier) => classifier.startsWith('Private ::'))
      ? {
          problem: 'its classifier "Private ::" says that it must not be published.',
          remedy: 'Remove the classifier, or do not release it.',
        }
      : undefined,
  ({ name }) =>
    name.platform
      ?.split('.')
      .some((platform) => platform.startsWith('linux_') && !/^linux_armv[67]l$/.test(platform))
      ? {
          problem: `its platform tag ${name.platform} is refused by the index.`,
          remedy:
            'Build Linux wheels as manylinux or musllinux, with cibuildwheel or auditwheel, and hand them on in packages-dir.',
        }
      : undefined,
  ({ distribution }) =>
    distribution.size > LARGEST
      ? {
          problem: `it has ${distribution.size} bytes; the index takes ${LARGEST}.`,
          remedy: 'Leave data out of it, or ask the index for a higher limit.',
        }
      : undefined,
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
  { distribution: { filename }, name, archive }: Opened,
): string | undefined {
  if (METADATA_VERSIONS.indexOf(metadataVersion) < LICENSE_FILES_SINCE) return undefined;
  const top = name.kind === 'wheel' ? `${infoFolder(filename)}/licenses` : archive.members[0]?.split('/')[0];
  const lost = licenseFiles.find((file) => !archive.members.includes(`${top}/${file}`));
  return lost === undefined ? undefined : `it names the licence file ${lost} and has no ${top}/${lost}`;
}
