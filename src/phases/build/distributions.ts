/** What a distribution must be before the first byte leaves, as rules. */

import type { Archive } from '../../packaging/archive.ts';
import type { Distribution } from '../../packaging/distribution.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { sameVersion } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, Stopped } from '../../release/fault.ts';
import { hasSeveral, type PackageProject, shares, strangers } from '../../release/packages.ts';
import { distributionsIn } from '../../release/record.ts';
import { type Opened, open } from '../opened-distribution.ts';
import { type Finding, indexFindings } from './index-rules.ts';

/** A rule looks at one distribution beside its package's sdists; it gives nothing where all is well. */
type Rule = (opened: Opened, project: PackageProject, sdists: readonly Opened[]) => Finding | undefined;

const SECRET_FILES = /(^|\/)(\.env|\.pypirc|\.netrc|id_rsa|id_ed25519)$/;
/** Certificates have these endings too; only private keys are secrets. */
const KEY_FILES = /\.(pem|key)$/;
/** What lies among tests, examples or documentation is made up: servers of tests need a key, parsers of such files a sample. */
const SAMPLES = /(^|\/)(tests?|testing|test_?data|fixtures|examples?|samples?|docs?)\//i;

/** Rules of any release, whatever the index. */
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
  ({ name }, _project, sdists) =>
    name.kind === 'sdist' && sdists.length > 1
      ? {
          problem: 'there is more than one sdist, and a release takes one.',
          remedy: 'Leave one .tar.gz in packages-dir.',
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
 * The distributions of a build, each opened and held against every rule; against those of PyPI where the release goes to PyPI or its like.
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
    faults.push(...findings(each, ownerOf(each, project), siblingsOf(each, sdists), plan));
  // A release may have a wheel for each of a hundred platforms: one at a time is held in memory, unpacked.
  for (const wheel of distributions.filter(({ kind }) => kind === 'wheel'))
    judge(await open(wheel, plan.packages, files));
  sdists.forEach(judge);
  if (faults.length > 0) throw new Stopped(faults);
  return distributions;
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

function findings(
  found: Opened,
  project: PackageProject,
  sdists: readonly Opened[],
  plan: Plan,
): readonly Fault[] {
  const { filename } = found.distribution;
  const own = RULES.flatMap((rule) => rule(found, project, sdists) ?? []);
  return [...own, ...indexFindings(found, plan)].map((finding) =>
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
