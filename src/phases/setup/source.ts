/** The files that say what a project is, and the name that they, or others in their stead, give it. */

import path from 'node:path';
import {
  type ProjectSource,
  projectSource,
  SOURCE_FILES,
  type SourceTexts,
} from '../../packaging/project-source.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { stop } from '../../release/fault.ts';
import { handedName } from '../handover/handed-version.ts';
import type { Reading } from './reading.ts';
import { HANDED } from './settled-version.ts';

/** Their texts, as they lie in a directory. */
export async function sourceTexts(directory: string, files: Files): Promise<SourceTexts> {
  const texts = SOURCE_FILES.map(
    async (file) => [file, await files.text(path.join(directory, file))] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

/** What the files of the working directory say. Throws `directory-missing`, `pyproject-missing` or `pyproject-invalid`. */
export async function readSource(plan: Plan, files: Files): Promise<ProjectSource> {
  const { directory } = plan;
  if ((await files.list(directory)) === undefined)
    return stop('directory-missing', { directory: told(plan) });
  const texts = await sourceTexts(directory, files);
  if (Object.values(texts).every((text) => text === undefined))
    stop('pyproject-missing', { directory: told(plan) });
  try {
    return projectSource(texts);
  } catch (error) {
    if (error instanceof SyntaxError) stop('pyproject-invalid', { problem: error.message });
    throw error;
  }
}

interface Named {
  readonly name: string;
  /** Where it was read: a file, or in words. */
  readonly from: string;
}

/** What no file says is told by what an earlier job has built, else by the back end. Throws `project-name-missing`. */
export async function namedAs(
  source: ProjectSource,
  plan: Plan,
  { files, backEnd }: Reading,
): Promise<Named> {
  const { name: said, nameFile } = source;
  if (said !== undefined && nameFile !== undefined) return { name: said, from: nameFile };
  const handed = await handedName(plan, files);
  if (handed !== undefined) return { name: handed, from: HANDED };
  const { name } = await backEnd.metadata(plan.directory);
  // What setuptools calls a project that says no name.
  return name === '' || name === 'UNKNOWN'
    ? stop('project-name-missing', { directory: told(plan) })
    : { name, from: 'the back end' };
}

/** The working directory as the user gave it. */
function told({ workspace, directory }: Plan): string {
  return path.relative(workspace, directory) || '.';
}
