/** What a distribution must be before the first byte leaves: every refusal that can be known offline, as rules. */

import path from 'node:path';
import { type Archive, openArchive } from '../../packaging/archive.ts';
import { type CoreMetadata, metadataOf } from '../../packaging/core-metadata.ts';
import { type Distribution, type DistributionName, parsedFileName } from '../../packaging/distribution.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { hasLocal, sameVersion } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, Stopped } from '../../release/fault.ts';
import { hasSeveral, type PackageProject, shares, strangers } from '../../release/packages.ts';
import { distributionsIn } from '../../release/record.ts';
import { type Finding, indexFindings } from './index-rules.ts';

/** A distribution, opened. */
export interface Opened {
  readonly distribution: Distribution;
  readonly name: DistributionName;
  readonly archive: Archive;
  readonly metadata: CoreMetadata | undefined;
}

/** A rule looks at one distribution beside its package's sdists; it gives nothing where all is well. */
type Rule = (opened: Opened, project: PackageProject, sdists: readonly Opened[]) => Finding | undefined;

/** Index limit on one file (docs: "Storage limits"). */
const LARGEST = 100 * 1024 * 1024;

const SECRET_FILES = /(^|\/)(\.env|\.pypirc|\.netrc|id_rsa|id_ed25519)$/;
/** Certificates have these endings too; only private keys are secrets. */
const KEY_FILES = /\.(pem|key)$/;
/** What lies among tests, examples or documentation is made up: servers of tests need a key, parsers of such files a sample. */
const SAMPLES = /(^|\/)(tests?|testing|test_?data|fixtures|examples?|samples?|docs?)\//i;

const RULES: readonly Rule[] = [
  ({ metadata, name }) =>
    metadata === undefined
      ? {
          problem: `it has no ${name.kind === 'wheel' ? 'METADATA' : 'PKG-INFO'}.`,
          remedy: 'Build it with a PEP 517 back end.',
        }
      : undefined,
  ({ metadata }, project) =>
    metadata !== undefined && normalizedName(metadata.name) !== project.normalizedName
      ? {
          problem: `its metadata names ${metadata.name}; the project is ${project.name}.`,
          remedy: 'Give the project’s own directory and packages-dir.',
        }
      : undefined,
  ({ metadata, name }, project) => {
    const versions = [name.version, metadata?.version ?? name.version];
    const other = versions.find((version) => !sameVersion(version, project.version));
    return other === undefined
      ? undefined
      : {
          problem: `it is of version ${other}; this release is ${project.version}.`,
          remedy:
            'A back end that computes the version needs the tag and the full history (fetch-depth: 0) before the build.',
        };
  },
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
  ({ name }, _project, sdists) =>
    name.kind === 'sdist' && sdists.length > 1
      ? {
          problem: 'there is more than one sdist, and a release takes one.',
          remedy: 'Leave one .tar.gz in packages-dir.',
        }
      : undefined,
  ({ distribution }) =>
    distribution.size > LARGEST
      ? {
          problem: `it has ${distribution.size} bytes; the index takes ${LARGEST}.`,
          remedy: 'Leave data out of it, or ask the index for a higher limit.',
        }
      : undefined,
  ({ archive }) => {
    const secret = archive.members.find(
      (member) =>
        !SAMPLES.test(member) &&
        (SECRET_FILES.test(member) ||
          (KEY_FILES.test(member) && /PRIVATE KEY/.test(archive.text(member) ?? ''))),
    );
    return secret === undefined
      ? undefined
      : {
          problem: `it holds ${secret}, which looks like a secret.`,
          remedy: 'Keep it out of the distribution (and change the secret if it was ever published).',
        };
  },
  ({ archive }) => {
    const bytecode = archive.members.find((member) => /\.py[co]$/.test(member));
    return bytecode === undefined
      ? undefined
      : { problem: `it holds bytecode (${bytecode}).`, remedy: 'Leave __pycache__ out of the distribution.' };
  },
  ({ archive, name }, _project, [sdist]) => {
    if (name.kind !== 'wheel' || sdist === undefined) return undefined;
    const lost = lostMarkers(archive, sdist.archive)[0];
    return lost === undefined
      ? undefined
      : {
          problem: `it lacks ${lost}, which the sdist has: its users would lose the type hints.`,
          remedy: 'Declare py.typed as package data.',
        };
  },
];

/**
 * The distributions of a build, each opened and held against every rule.
 *
 * @throws Stopped with a `distribution-unfit` for each finding, all together
 */
export async function inspected(
  project: Project,
  plan: Plan,
  files: Files,
): Promise<readonly Distribution[]> {
  const distributions = await distributionsIn(files, plan.packages);
  const sdists = await Promise.all(
    distributions.filter(({ kind }) => kind === 'sdist').map((each) => open(each, plan.packages, files)),
  );
  const faults: Fault[] = [...strangers(project, distributions), ...unbuilt(project, plan, distributions)];
  const judge = (each: Opened) =>
    faults.push(...findings(each, ownerOf(each, project), siblingsOf(each, sdists)));
  // A release may have a wheel for each of a hundred platforms: one at a time is held in memory, unpacked.
  for (const wheel of distributions.filter(({ kind }) => kind === 'wheel'))
    judge(await open(wheel, plan.packages, files));
  sdists.forEach(judge);
  if (faults.length > 0) throw new Stopped(faults);
  return distributions;
}

/** Opens a distribution that lies in a directory. */
export async function open(distribution: Distribution, packages: string, files: Files): Promise<Opened> {
  const bytes = await files.bytes(path.join(packages, distribution.filename));
  if (bytes === undefined) throw new Error(`${distribution.filename} has gone while it was looked at`);
  return opened(distribution, bytes);
}

/**
 * Opens the bytes of a distribution.
 *
 * @throws Stopped `distribution-unfit` where they are no archive
 */
export async function opened(distribution: Distribution, bytes: Uint8Array): Promise<Opened> {
  const { filename } = distribution;
  const name = parsedFileName(filename);
  if (name === undefined) throw new RangeError(`"${filename}" is not the name of a distribution`);
  try {
    const archive = await openArchive(filename, bytes);
    return { distribution, name, archive, metadata: metadataOf(archive, name) };
  } catch (error) {
    const problem = `it cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
    throw new Stopped([fault('distribution-unfit', { filename, problem, remedy: 'Build it again.' })], {
      cause: error,
    });
  }
}

/** The package that a distribution is of, by its file name; the one that stands for all where it is of none. */
function ownerOf({ name }: Opened, { packages, ...project }: Project): PackageProject {
  const owner = packages.find(({ normalizedName: each }) => each === name.name);
  return { ...project, directory: '.', ...(packages.length === 1 ? packages[0] : owner) };
}

function siblingsOf({ name }: Opened, all: readonly Opened[]): readonly Opened[] {
  return all.filter((other) => other.name.name === name.name);
}

/** Of several packages none may be forgotten: another may require it, and the tag says that it is released. */
function unbuilt(
  project: Project,
  { packages: directory }: Plan,
  found: readonly Distribution[],
): readonly Fault[] {
  const missing = shares(project, found).filter(({ distributions }) => distributions.length === 0);
  if (!hasSeveral(project) || missing.length === 0) return [];
  const packages = missing.map(({ project: { name } }) => name);
  return [fault('package-unbuilt', { directory, found: found.map(({ filename }) => filename), packages })];
}

function findings(found: Opened, project: PackageProject, sdists: readonly Opened[]): readonly Fault[] {
  const { filename } = found.distribution;
  const own = RULES.flatMap((rule) => rule(found, project, sdists) ?? []);
  return [...own, ...indexFindings(found)].map((finding) =>
    fault('distribution-unfit', { filename, ...finding }),
  );
}

/** `py.typed` markers of packages that the wheel holds without them. */
function lostMarkers(wheel: Archive, sdist: Archive): readonly string[] {
  return sdist.members
    .filter((member) => member.endsWith('/py.typed'))
    .map((member) => member.split('/').slice(-2).join('/'))
    .filter(
      (marker) =>
        wheel.members.includes(marker.replace('py.typed', '__init__.py')) && !wheel.members.includes(marker),
    );
}
