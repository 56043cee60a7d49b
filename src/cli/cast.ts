/** What a rehearsal releases: the projects, the repository's name and the tag, read from the user's own repository. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsedInputs } from '../action/inputs.ts';
import { createFiles } from '../adapters/node/files.ts';
import { normalizedName } from '../packaging/project-name.ts';
import { type ProjectSource, projectSource, SOURCE_FILES } from '../packaging/project-source.ts';
import { chosenMembers, type Member } from '../phases/setup/members.ts';
import { Stopped } from '../release/fault.ts';
import { pushedTag } from './pushed-tag.ts';
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
  /** Of the projects on the index; one that is empty where it is not known. */
  readonly names: readonly string[];
  /** Of the repository. */
  readonly name: string;
  /** The one whose push starts the release, where a push does. */
  readonly tag: string;
}

/** Reads what is to be released, as it lies there. */
export async function castOf({ project: directory, inputs, event, scratch }: CastOptions): Promise<Cast> {
  const found = await sourceOf(directory, scratch);
  const source = { ...found, prefix: directoryBelow(inputs['working-directory']) ?? found.prefix };
  const members = await membersOf(source, inputs);
  const tags = await tagsOnTip(source);
  const project = await identityOf(source, members[0]?.directory ?? '.', {
    // A tag on the tip says it, whatever stands elsewhere.
    version: event === 'tag' && tags.length === 0,
    scratch: path.join(scratch, 'reading'),
  });
  const { name, version } = project;
  return {
    source,
    names: members.length > 0 ? members.map((each) => each.name) : [normalizedName(name ?? '')],
    name: repositoryName(found),
    tag: pushedTag({
      tags,
      all: await allTags(source),
      format: inputs['tag-format'],
      owner: name === undefined ? undefined : { name, isBelowTop: source.prefix !== '' },
      version,
    }),
  };
}

/** The input as a prefix: empty at the top. */
function directoryBelow(input: string | undefined): string | undefined {
  return input ? path.posix.normalize(input).replace(/^\.\/?$|\/$/g, '') : undefined;
}

function repositoryName({ top, prefix }: Source): string {
  return path.basename(prefix === '' ? top : prefix).replace(/[^\w.-]/g, '-');
}

/** The packages that are to be released together; none where the project is released by itself. */
async function membersOf({ top, prefix }: Source, given: CastOptions['inputs']): Promise<readonly Member[]> {
  const root = await projectIn({ top, prefix }, '.');
  const { members } = parsedInputs(given, root?.settings ?? {}).inputs;
  const asked = { workspace: top, directory: path.join(top, prefix), members };
  try {
    return (await chosenMembers(asked, createFiles()))?.members ?? [];
  } catch (error) {
    // What is wrong with them the action itself will say.
    if (error instanceof Stopped) return [];
    throw error;
  }
}

interface Identity {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** Name and, where it is needed, version for the servers' sake: the back end tells what stands in no file. */
async function identityOf(
  { top, prefix }: Source,
  directory: string,
  needed: { readonly version: boolean; readonly scratch: string },
): Promise<Identity> {
  const read = await projectIn({ top, prefix }, directory);
  const { name, version } = read ?? {};
  const isComputed = version === undefined && read?.tagTool === undefined;
  if (name !== undefined && !(needed.version && isComputed)) return { name, version };
  const { scratch } = needed;
  const told = await toldByBackEnd({
    workspace: top,
    directory: path.join(top, prefix, directory),
    scratch,
  });
  return { name: name ?? told?.name, version: version ?? (isComputed ? told?.version : undefined) };
}

/** What the files of a project say; what is wrong with them the action itself will say. */
export async function projectIn(
  { top, prefix }: Pick<Source, 'top' | 'prefix'>,
  directory: string,
): Promise<ProjectSource | undefined> {
  const text = (file: string) =>
    readFile(path.join(top, prefix, directory, file), 'utf8').catch(() => undefined);
  try {
    const texts = await Promise.all(SOURCE_FILES.map(async (file) => [file, await text(file)]));
    return projectSource(Object.fromEntries(texts));
  } catch {
    return undefined;
  }
}
