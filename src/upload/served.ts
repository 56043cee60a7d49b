/** Waits until an index serves what was uploaded, everywhere where users will look. */

import type { Distribution } from '../packaging/distribution.ts';
import type { Clock } from '../ports/clock.ts';
import type { IndexFile, PackageIndex } from '../ports/package-index.ts';
import type { Project } from '../release/facts.ts';
import { stop } from '../release/fault.ts';

/** Nodes of an index's CDN disagree for a while: one good answer proves little (uv's own test wants three). */
const STREAK = 3;
const STREAK_PAUSE = 100;
/** Milliseconds between looks while something is missing; the last one repeats. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** Five minutes: normal delay is seconds, single nodes were seen to lag for ten minutes. */
const DEADLINE = 300_000;

export interface Wait {
  readonly name: string;
  readonly index: PackageIndex;
  readonly project: Project;
  readonly distributions: readonly Distribution[];
  readonly clock: Clock;
  /** Whether anything was uploaded just now; what stood before needs no streak. */
  readonly fresh: boolean;
}

/**
 * Waits until the release's record, the simple index and the files themselves answer with our digests.
 *
 * @returns the files as the simple index lists them
 * @throws Stopped `not-served` after five minutes
 */
export async function served(wait: Wait): Promise<readonly IndexFile[]> {
  const { clock, name, distributions } = wait;
  const started = clock.now().getTime();
  const wanted = wait.fresh ? STREAK : 1;
  let streak = 0;
  for (let look = 0; ; look += 1) {
    const missing = await missingPlaces(wait);
    streak = missing.length === 0 ? streak + 1 : 0;
    if (streak >= wanted) break;
    const seconds = Math.round((clock.now().getTime() - started) / 1_000);
    if (missing.length > 0 && seconds * 1_000 >= DEADLINE) {
      const files = [...new Set(missing.map(({ filename }) => filename))];
      const where = [...new Set(missing.map((each) => each.where))].join(' and ');
      stop('not-served', { index: name, files, seconds, where });
    }
    await clock.sleep(streak > 0 ? STREAK_PAUSE : (PAUSES[Math.min(look, PAUSES.length - 1)] ?? 0));
  }
  const listed = await listing(wait);
  const files = distributions.flatMap(({ filename }) => listed.filter((file) => file.filename === filename));
  await Promise.all(files.map((file) => bytesAreOurs(wait, file)));
  return files;
}

async function missingPlaces(
  wait: Wait,
): Promise<readonly { readonly filename: string; readonly where: string }[]> {
  const { index, project, distributions } = wait;
  const [record, simple] = await Promise.all([
    index.release(project.normalizedName, project.version),
    listing(wait),
  ]);
  const absent = (files: readonly IndexFile[], where: string) =>
    distributions
      .filter(
        ({ filename, sha256 }) => !files.some((file) => file.filename === filename && file.sha256 === sha256),
      )
      .map(({ filename }) => ({ filename, where }));
  return [...absent(record, 'the release’s record'), ...absent(simple, 'the simple index')];
}

async function listing({ index, project }: Wait): Promise<readonly IndexFile[]> {
  return (await index.project(project.normalizedName))?.files ?? [];
}

async function bytesAreOurs(
  { index, name, distributions }: Wait,
  { filename, url }: IndexFile,
): Promise<void> {
  const ours = distributions.find((distribution) => distribution.filename === filename)?.sha256 ?? '';
  const theirs = await index.digest(url);
  if (theirs !== ours) stop('upload-conflict', { index: name, filename, ours, theirs });
}
