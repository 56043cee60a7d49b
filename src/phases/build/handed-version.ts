import { parsedFileName } from '../../packaging/distribution.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';

/**
 * The version that an earlier job built, where this one does not build: what the names of a project's distributions agree on. A back end
 * that computes the version would have to run again to say it, and might say another; the names are compared with the metadata in the files
 * when the build is observed.
 *
 * @returns undefined where this job builds, where nothing of the project lies ready, or where two versions do
 */
export async function handedVersion(plan: Plan, files: Files, project: string): Promise<string | undefined> {
  if (plan.phases.includes('build')) return undefined;
  const versions = ((await files.list(plan.packages)) ?? []).flatMap((filename) => {
    const parsed = parsedFileName(filename);
    return parsed?.name === normalizedName(project) ? [parsed.version] : [];
  });
  const [version, ...others] = new Set(versions);
  return others.length === 0 ? version : undefined;
}
