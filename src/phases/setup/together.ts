/** Reads several packages as one project: one version, one tag, one of them that stands for all. */

import path from 'node:path';
import { normalizedName } from '../../packaging/project-name.ts';
import { parsedPyproject } from '../../packaging/pyproject.ts';
import { sameVersion } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, Stopped } from '../../release/fault.ts';
import { changelogFile } from './changelog-file.ts';
import type { Chosen, Member } from './members.ts';
import type { Reading } from './reading.ts';
import { saidIn } from './version-places.ts';

type VersionPlace = Project['versionPlaces'][number];

/**
 * Reads the project of a plan's working directory, or throws its faults.
 *
 * @param lead the package that stands for all, where the project is another one of them: its tag is that of the release
 */
export type ReadOne = (plan: Plan, world: Reading, lead?: Project) => Promise<Project>;

/**
 * The members as one project, in the order in which they are given. The version is settled by the one that stands for all; the
 * others have it, or get it.
 *
 * @throws Stopped every fault that was found
 */
export async function projectTogether(
  { members, neighbours }: Chosen,
  plan: Plan,
  world: Reading,
  readOne: ReadOne,
): Promise<Project> {
  const { files } = world;
  const lead = leadOf(members, plan);
  const leader = await readOne(planOf(lead, plan), world);
  const readings = await Promise.allSettled(
    members.map((each) =>
      each === lead ? leader : readOne(planOf(each, plan, leader.version), world, leader),
    ),
  );
  const faults = readings.flatMap(faultsOf);
  const projects = readings.flatMap((reading) => (reading.status === 'fulfilled' ? reading.value : []));
  const changelog = await changelogOf(lead, leader, plan, files);
  if (typeof changelog === 'object') faults.push(changelog);
  if (faults.length === 0) faults.push(...disagreement(projects, plan));
  if (typeof changelog === 'object' || faults.length > 0) throw new Stopped(faults);
  const found = members.flatMap((member, at) => {
    const project = projects[at];
    return project === undefined ? [] : [{ member, project }];
  });
  const { extras: wanted } = plan.toolchain;
  const isAskedFor = (extra: string): boolean => wanted === 'all' || wanted.includes(extra);
  return {
    ...leader,
    packages: found.flatMap(({ member: { directory }, project: { packages } }) =>
      packages.map(({ extras, ...each }) => ({ ...each, directory, extras: extras.filter(isAskedFor) })),
    ),
    extras: leader.extras.filter(isAskedFor),
    versionFromTags: projects.some(({ versionFromTags }) => versionFromTags),
    versionVariables: Object.assign({}, ...projects.map(({ versionVariables }) => versionVariables)),
    versionPlaces: await placesOf({ found, lead, neighbours }, plan, files),
    changelog,
    coverageFloor: await coverageFloor(plan, files),
  };
}

/** Of a reading that was refused; what else broke it is thrown. */
function faultsOf(reading: PromiseSettledResult<Project>): readonly Fault[] {
  if (reading.status === 'fulfilled') return [];
  if (reading.reason instanceof Stopped) return reading.reason.faults;
  throw reading.reason;
}

/** The root stands for all, else the package that is called as the repository or its directory, else the first. */
export function leadOf(
  members: readonly [Member, ...Member[]],
  {
    workspace,
    directory,
    forge,
  }: Pick<Plan, 'workspace' | 'directory'> & { readonly forge: Pick<Plan['forge'], 'repository'> },
): Member {
  const titles = [path.basename(path.resolve(workspace, directory)), path.posix.basename(forge.repository)];
  return (
    members.find((each) => each.directory === '.') ??
    members.find(({ name }) => titles.map(normalizedName).includes(name)) ??
    members[0]
  );
}

/**
 * How a member is read: from its own directory.
 *
 * @param settled the version that the one that stands for all gets by a bump; that of the others is not bumped by itself
 */
function planOf({ directory }: Member, plan: Plan, settled?: string): Plan {
  const bumped = plan.version.kind === 'bump' && settled !== undefined;
  return {
    ...plan,
    members: 'auto',
    toolchain: { ...plan.toolchain, extras: 'all' },
    directory: path.join(plan.directory, directory),
    changelog: directory === '.' ? plan.changelog : 'auto',
    version: bumped ? { kind: 'given', version: settled } : plan.version,
  };
}

/** Below the working directory, else the one beside the package that stands for all. */
async function changelogOf(
  { directory }: Member,
  { name, version, changelog }: Project,
  plan: Plan,
  files: Files,
): Promise<string | undefined | Fault> {
  const shared = await changelogFile(plan, files, { name, version });
  return shared ?? (changelog === undefined ? undefined : path.posix.join(directory, changelog));
}

/** One tag stands for all. A version that is given outright makes them equal. */
function disagreement(all: readonly Project[], { version }: Plan): readonly Fault[] {
  if (version.kind === 'given' || version.kind === 'tag') return [];
  // What is computed gets the version that the others have by the bump.
  const said = all.flatMap(({ name, sourceVersion, version: settled }) => {
    const own = version.kind === 'bump' ? sourceVersion : settled;
    return own === undefined ? [] : [{ name, version: own }];
  });
  const [first] = said;
  const agree = said.every((each) => first === undefined || sameVersion(each.version, first.version));
  return agree ? [] : [fault('members-disagree', { packages: said })];
}

interface Found {
  readonly member: Member;
  readonly project: Project;
}

interface Placing {
  readonly found: readonly Found[];
  readonly lead: Member;
  readonly neighbours: Chosen['neighbours'];
}

/** The places of each, the source of the one that stands for all first; then the pins of one another. */
async function placesOf(
  { found, lead, neighbours }: Placing,
  plan: Plan,
  files: Files,
): Promise<readonly VersionPlace[]> {
  const leading = found.filter(({ member }) => member === lead);
  const places = [...leading, ...found.filter(({ member }) => member !== lead)].flatMap(
    ({ member, project }) =>
      project.versionPlaces.map((place) => ({
        ...place,
        file: path.posix.join(member.directory, place.file),
      })),
  );
  const followers = found.map(async ({ member: { name }, project: { sourceVersion } }) => {
    const candidates = neighbours.map((directory) => ({
      file: path.posix.join(directory, 'pyproject.toml'),
      part: { kind: 'pins', name } as const,
    }));
    const said = await Promise.all(candidates.map((candidate) => saidIn(candidate, plan, files)));
    return said
      .flat()
      .filter(({ version }) => sourceVersion !== undefined && sameVersion(version, sourceVersion));
  });
  const all = [...places, ...(await Promise.all(followers)).flat()];
  const key = ({ file, part }: VersionPlace): string => JSON.stringify([file, part]);
  const keys = all.map(key);
  return all.filter((each, at) => keys.indexOf(key(each)) === at);
}

async function coverageFloor({ directory }: Plan, files: Files): Promise<number | undefined> {
  const text = await files.text(path.join(directory, 'pyproject.toml'));
  try {
    return text === undefined ? undefined : parsedPyproject(text).coverageFloor;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
