/** Reads the project and settles its version: what can be known before anything is built. */

import { normalizedName } from '../../packaging/project-name.ts';
import type { ProjectSource } from '../../packaging/project-source.ts';
import type { TagOwner, VersionTag } from '../../packaging/tag-style.ts';
import { compareVersions, isPrerelease, sameVersion } from '../../packaging/version.ts';
import { versionVariables } from '../../packaging/version-from-tags.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { CheckoutTags } from '../../ports/tags.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, Stopped, stop } from '../../release/fault.ts';
import { readRecord } from '../../release/record.ts';
import { handedVersion } from '../handover/handed-version.ts';
import { changelogFile } from './changelog-file.ts';
import { computedPlaces } from './computed-places.ts';
import { chosenMembers } from './members.ts';
import type { Reading } from './reading.ts';
import { type SettledVersion, settledVersion } from './settled-version.ts';
import { namedAs, readSource } from './source.ts';
import { ownerOf, type Tagging, taggedAs, taggingAs, taggingOf, tagOf, tagsOfProject } from './tagging.ts';
import { projectTogether } from './together.ts';
import { unwrittenPlaces } from './unwritten-places.ts';
import { type FoundPlaces, findVersionPlaces } from './version-places.ts';

export type ProjectReading =
  | { readonly project: Project; readonly faults: readonly [] }
  | { readonly project: undefined; readonly faults: readonly Fault[] };

/** Reads the project, or the packages that are released as one; every fault found comes back, none is thrown. */
export async function readProject(plan: Plan, world: Reading): Promise<ProjectReading> {
  try {
    return { project: await requireProject(plan, world), faults: [] };
  } catch (error) {
    if (error instanceof Stopped) return { project: undefined, faults: error.faults };
    throw error;
  }
}

/** The project, or its faults thrown. */
export async function requireProject(plan: Plan, world: Reading): Promise<Project> {
  const chosen = await chosenMembers(plan, world.files);
  const project = await (chosen === undefined
    ? projectIn(plan, world)
    : projectTogether(chosen, plan, world, projectIn));
  const { version, versionPlaces: places } = project;
  const unwritten = await unwrittenPlaces({ version, places }, plan, world.files);
  if (unwritten.length > 0) throw new Stopped(unwritten);
  return project;
}

/** The project of the working directory, or its faults thrown. */
async function projectIn(plan: Plan, world: Reading, lead?: Project): Promise<Project> {
  const read = await unsettledProject(plan, world, lead);
  const { settled, changelog } = await settle(plan, world, read);
  const versionPlaces = [...read.found.places, ...read.found.followers];
  return { ...projectOf(plan, read, settled), versionPlaces, changelog };
}

/** What is known of a project before its version is settled. */
export interface UnsettledProject {
  readonly source: ProjectSource;
  readonly name: string;
  /** Where the name was read: a file, or in words. */
  readonly nameFrom: string;
  readonly found: FoundPlaces;
  /** Whether git's tags decide the version. */
  readonly isFromTags: boolean;
  readonly tags: CheckoutTags;
  readonly owner: TagOwner;
  readonly tagging: Tagging;
  /** The package that stands for all, where this is another one of them. */
  readonly lead: Project | undefined;
}

/** Reads the project of the working directory so far, or throws its faults. What no file says is asked of the build back end. */
export async function unsettledProject(
  plan: Plan,
  world: Reading,
  lead?: Project,
): Promise<UnsettledProject> {
  const said = await readSource(plan, world.files);
  const { name, from: nameFrom } = await namedAs(said, plan, world);
  const places = await foundPlaces(plan, world, { ...said, name });
  const tags = await world.tags.read();
  const owner = ownerOf(name, plan);
  const tagging = lead === undefined ? sound(taggingOf(plan, tags.all, owner)) : taggingAs(lead, plan);
  return { ...places, name, nameFrom, tags, owner, tagging, lead };
}

function projectOf(
  plan: Plan,
  { source, name, nameFrom, found, isFromTags, tags, owner, tagging }: UnsettledProject,
  { version, from }: SettledVersion,
): Omit<Project, 'versionPlaces' | 'changelog'> {
  const tag = tagOf(version, tagging);
  const previous = releaseBefore(version, tagsOfProject(tags.all, plan, owner));
  const extras = plan.toolchain.extras === 'all' ? source.extras : plan.toolchain.extras;
  const identity = { name, normalizedName: normalizedName(name), extras };
  return {
    packages: [{ ...identity, directory: '.' }],
    ...identity,
    version,
    sourceVersion: found.places[0]?.version,
    readFrom: {
      name: nameFrom,
      version: from,
      tagFormat: tagging.reason,
    },
    backEnd: source.backEnd.isInTree ? `${source.backEnd.name}, in the tree` : source.backEnd.name,
    versionFromTags: isFromTags,
    versionVariables: isFromTags ? versionVariables(source.tagTool, { name, version }) : {},
    tag,
    tagFormat: tagging.format,
    previousTag: previous?.tag,
    coverageFloor: source.coverageFloor,
  };
}

/** What came since a candidate is not all that is new in a final release. */
function releaseBefore(version: string, tags: readonly VersionTag[]): VersionTag | undefined {
  const below = tags.filter((each) => compareVersions(each.version, version) < 0);
  const finals = isPrerelease(version) ? [] : below.filter((each) => !isPrerelease(each.version));
  return finals[0] ?? below[0];
}

interface Settled {
  readonly settled: SettledVersion;
  readonly changelog: string | undefined;
}

/** Version and changelog; what is wrong with either is thrown together. */
async function settle(plan: Plan, world: Reading, read: UnsettledProject): Promise<Settled> {
  const { name, found, isFromTags, tags, owner, tagging, lead } = read;
  const ofProject = (all: readonly string[]) => tagsOfProject(all, plan, owner);
  const settled = await settledVersion(plan, {
    name,
    places: found.places,
    isFromTags,
    tags: {
      shallow: tags.shallow,
      onHead: lead === undefined ? ofProject(tags.onHead) : [taggedAs(lead)],
      inHistory: ofProject(tags.inHistory),
    },
    pushed: tagging.pushed?.version,
    recorded: await recordedVersion(plan, world.files, read),
    handed: await handedVersion(plan, world.files, name),
    told: async () => (await world.backEnd.metadata(plan.directory)).version,
  });
  const version = 'version' in settled ? settled.version : undefined;
  const changelog = await changelogFile(plan, world.files, { name, version });
  const faults = [
    ...('version' in settled ? [] : settled),
    ...(typeof changelog === 'object' ? [changelog] : []),
  ];
  if (!('version' in settled) || typeof changelog === 'object') throw new Stopped(faults);
  return { settled, changelog };
}

type Places = Pick<UnsettledProject, 'found' | 'source' | 'isFromTags'>;

/** Where the version stands. Throws `cargo-invalid`. */
async function foundPlaces(plan: Plan, world: Reading, source: NamedSource): Promise<Places> {
  try {
    const found = await findVersionPlaces(plan, world.files, source);
    if (found.places.length > 0) return { found, source, isFromTags: false };
    if (source.tagTool !== undefined) return { found, source, isFromTags: true };
    const { places, isFromTags } = await computedPlaces(source.name, plan, world);
    const asked = isFromTags ? { ...source, tagTool: OWN_CODE } : source;
    return { found: { ...found, places }, source: asked, isFromTags };
  } catch (error) {
    if (error instanceof SyntaxError) stop('cargo-invalid', { problem: error.message });
    throw error;
  }
}

/** What the files say, with the name that the project goes by. */
type NamedSource = ProjectSource & { readonly name: string };

/** In the place of the name of a tool that asks git's tags. */
const OWN_CODE = 'code of its own';

/** A bump that an earlier phase has written is not made twice: the record of the same commit says so. */
async function recordedVersion(
  plan: Plan,
  files: Files,
  { name, found }: UnsettledProject,
): Promise<string | undefined> {
  const record = await readRecord(files, plan.packages);
  if (record === undefined || record.commit !== plan.forge.commit || record.project.name !== name)
    return undefined;
  const [source] = found.places;
  return source !== undefined && sameVersion(source.version, record.project.version)
    ? record.project.version
    : undefined;
}

function sound<Value extends object>(value: Value | Fault): Value {
  if ('code' in value) throw new Stopped([value]);
  return value;
}
