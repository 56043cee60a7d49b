/** What a rehearsal releases: the projects, the repository's name and the tag, read from the user's own repository. */

import path from 'node:path';
import { parsedInputs, workingDirectory } from '../action/inputs.ts';
import { createFiles } from '../adapters/node/files.ts';
import { normalizedName } from '../packaging/project-name.ts';
import { type ProjectSource, projectSource } from '../packaging/project-source.ts';
import { type Chosen, chosenMembers } from '../phases/setup/members.ts';
import { sourceTexts } from '../phases/setup/source.ts';
import { ownerOf } from '../phases/setup/tagging.ts';
import { leadOf } from '../phases/setup/together.ts';
import { Stopped } from '../release/fault.ts';
import type { ProjectPlace } from './opened-project.ts';
import { type RepositoryTags, standingTag, tagToPush } from './pushed-tag.ts';
import { allTags, type Source, sourceOf, tagsOnTip } from './repository.ts';
import { toldByBackEnd } from './told-by-back-end.ts';

export interface CastOptions {
  /** The user's project. */
  readonly project: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: 'tag' | 'dispatch';
  /** A directory for what is needed meanwhile. */
  readonly scratch: string;
}

/** What is to be released. */
export interface Cast {
  readonly source: Source;
  /** The table `[tool.pypi-release]` that counts. */
  readonly settings: ProjectSource['settings'];
  /** Of the projects on the index; one that is empty where it is not known. */
  readonly names: readonly string[];
  /** Of the repository. */
  readonly name: string;
  /** The one whose push starts the release, where a push does. */
  readonly tag: string;
}

/** Reads what is to be released, as it lies there. */
export async function castOf({ project, inputs: given, event, scratch }: CastOptions): Promise<Cast> {
  const source = await sourceOf(project, scratch);
  const raw = { ...given, 'working-directory': given['working-directory'] || source.prefix };
  const settings = (await projectIn(path.resolve(source.top, workingDirectory(raw, {}))))?.settings ?? {};
  const { inputs } = parsedInputs(raw, settings);
  const repository = repositoryName(source);
  const workspace = path.resolve(source.top);
  const whole = { workspace, directory: path.resolve(workspace, inputs['working-directory']) };
  const members = await membersOf({ ...whole, members: inputs.members });
  const lead = members && leadOf(members, { ...whole, forge: { repository } });
  const own = { workspace, directory: path.join(whole.directory, lead?.directory ?? '.') };
  const { name, version } = await identityOf({ ...own, scratch: path.join(scratch, 'reading') });
  const tags: RepositoryTags = {
    onTip: await tagsOnTip(source),
    all: await allTags(source),
    owner: ownerOf(name, own),
    tagFormat: inputs['tag-format'],
  };
  const standing = standingTag(tags);
  return {
    source,
    settings,
    names: members?.map((each) => each.name) ?? [normalizedName(name)],
    name: repository,
    // A tag on the tip says the version, and so does nothing where none is pushed.
    tag: standing ?? tagToPush(tags, event === 'tag' ? await version() : undefined),
  };
}

function repositoryName({ top, prefix }: Source): string {
  return path.basename(prefix === '' ? top : prefix).replace(/[^\w.-]/g, '-');
}

/** The packages that are to be released together; undefined where the project is released by itself. */
async function membersOf(asked: Parameters<typeof chosenMembers>[0]): Promise<Chosen['members'] | undefined> {
  try {
    return (await chosenMembers(asked, createFiles()))?.members;
  } catch (error) {
    // What is wrong with them the action itself will say.
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

interface Identity {
  /** Empty where it is not known. */
  readonly name: string;
  /** Undefined where git's tags decide it, or it is not known. */
  readonly version: () => Promise<string | undefined>;
}

/** Name and version for the servers' sake. The back end, which takes its time, tells what stands in no file, and is asked once. */
async function identityOf(place: ProjectPlace): Promise<Identity> {
  let answer: ReturnType<typeof toldByBackEnd> | undefined;
  const told = () => {
    answer ??= toldByBackEnd(place);
    return answer;
  };
  const read = await projectIn(place.directory);
  return {
    name: read?.name ?? (await told())?.name ?? '',
    async version() {
      if (read?.version !== undefined || read?.tagTool !== undefined) return read.version;
      return (await told())?.version;
    },
  };
}

/** What the files of a project say; what is wrong with them the action itself will say. */
async function projectIn(directory: string): Promise<ProjectSource | undefined> {
  try {
    return projectSource(await sourceTexts(directory, createFiles()));
  } catch {
    return undefined;
  }
}
