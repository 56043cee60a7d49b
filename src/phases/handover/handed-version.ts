/**
 * What an earlier job built, where this one does not build: told by its record, or by the distributions. A back end that computes name or
 * version would have to run again to say it, and might say another; the names are compared with the metadata in the files when the build is
 * observed.
 */

import { parsedFileName } from '../../packaging/distribution.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { distributionsIn, isOf, type ReleaseRecord, readRecord } from '../../release/record.ts';
import { open } from '../opened-distribution.ts';

/**
 * The version of a project.
 *
 * @returns undefined where this job builds, where nothing of the project lies ready, or where two versions do
 */
export async function handedVersion(plan: Plan, files: Files, project: string): Promise<string | undefined> {
  if (plan.phases.includes('build')) return undefined;
  const record = await recordHere(plan, files);
  if (record !== undefined && isNamed(project, record)) return record.project.version;
  const versions = ((await files.list(plan.packages)) ?? []).flatMap((filename) => {
    const parsed = parsedFileName(filename);
    return parsed?.name === normalizedName(project) ? [parsed.version] : [];
  });
  const [version, ...others] = new Set(versions);
  return others.length === 0 ? version : undefined;
}

/**
 * The name of the one project that lies ready, as it spells it.
 *
 * @returns undefined where this job builds, or where nothing lies ready, or several projects do
 * @throws Stopped `distribution-unfit` where a distribution cannot be opened
 */
export async function handedName(plan: Plan, files: Files): Promise<string | undefined> {
  if (plan.phases.includes('build')) return undefined;
  const [first, ...others] = await distributionsIn(files, plan.packages);
  if (first === undefined || others.some(({ name }) => name !== first.name)) return undefined;
  const record = await recordHere(plan, files);
  if (record !== undefined && isNamed(first.name, record)) return record.project.name;
  return (await open(first, plan.packages, files)).metadata?.name || first.name;
}

/** The record of the same commit. */
async function recordHere({ packages, forge }: Plan, files: Files): Promise<ReleaseRecord | undefined> {
  const record = await readRecord(files, packages);
  return record !== undefined && isOf(record, forge.commit) ? record : undefined;
}

function isNamed(name: string, { project }: ReleaseRecord): boolean {
  return normalizedName(project.name) === normalizedName(name);
}
