/** Waits until an index serves what was uploaded, everywhere where users will look. */

import type { Distribution } from '../packaging/distribution.ts';
import type { Clock } from '../ports/clock.ts';
import type { IndexFile, PackageIndex } from '../ports/package-index.ts';
import type { Project } from '../release/facts.ts';
import { Stopped, stop } from '../release/fault.ts';
import { held } from './held.ts';

/** Nodes of an index's CDN disagree for a while: one good answer proves little (uv's own test wants three). */
const STREAK = 3;
const STREAK_PAUSE = 100;
/** Milliseconds between looks while something is missing; the last one repeats. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** Five minutes: normal delay is seconds, single nodes were seen to lag for ten minutes. */
const DEADLINE = 300_000;
/** How often a file is read that does not come as it should, before its bytes count as other bytes. */
const READINGS = 3;

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
 * @throws Stopped after five minutes: `not-stored` where neither the record of the release nor the simple index has a file, `not-served`
 *   where only one of them is behind, or the trouble of the last look; `upload-conflict` where other bytes are served
 */
export async function served(wait: Wait): Promise<readonly IndexFile[]> {
  const listed = await awaited(wait);
  const files = wait.distributions.flatMap((each) => listed.filter((file) => isSame(file, each)));
  await Promise.all(files.map((file) => bytesAreOurs(wait, file)));
  return files;
}

/** What one look found: the simple index's files, and the names that it and the record lack; or that there was no looking. */
type Look =
  | { readonly listed: readonly IndexFile[]; readonly unrecorded: Names; readonly unlisted: Names }
  | { readonly trouble: Stopped };
type Names = readonly string[];

async function awaited(wait: Wait): Promise<readonly IndexFile[]> {
  const { clock } = wait;
  const started = clock.now().getTime();
  const wanted = wait.fresh ? STREAK : 1;
  let streak = 0;
  for (let looks = 0; ; looks += 1) {
    const look = await lookAt(wait);
    const complete = 'listed' in look && look.unrecorded.length === 0 && look.unlisted.length === 0;
    streak = complete ? streak + 1 : 0;
    if (complete && streak >= wanted) return look.listed;
    const waited = clock.now().getTime() - started;
    if (!complete && waited >= DEADLINE) giveUp(wait, look, Math.round(waited / 1_000));
    await clock.sleep(streak > 0 ? STREAK_PAUSE : (PAUSES[Math.min(looks, PAUSES.length - 1)] ?? 0));
  }
}

async function lookAt({ index, project, distributions }: Wait): Promise<Look> {
  try {
    const [record, pages] = await Promise.all([
      held(index, project),
      Promise.all(project.packages.map(({ normalizedName }) => index.project(normalizedName))),
    ]);
    const listed = pages.flatMap((page) => page?.files ?? []);
    const lacking = (files: readonly IndexFile[]) =>
      distributions
        .filter((each) => !files.some((file) => isSame(file, each)))
        .map(({ filename }) => filename);
    return { listed, unrecorded: lacking(record), unlisted: lacking(listed) };
  } catch (error) {
    // An index in trouble is waited for like a slow one: the files are stored, and there is time.
    if (error instanceof Stopped && error.faults.every(({ blame }) => blame === 'world'))
      return { trouble: error };
    throw error;
  }
}

/** What one of the two has was stored, and is on its way to the other; what neither has was not. */
function giveUp({ name }: Wait, look: Look, seconds: number): never {
  if ('trouble' in look) throw look.trouble;
  const { unrecorded, unlisted } = look;
  const unstored = unrecorded.filter((filename) => unlisted.includes(filename));
  if (unstored.length > 0) stop('not-stored', { index: name, files: unstored, seconds });
  const [files, where] =
    unlisted.length > 0 ? [unlisted, 'the simple index'] : [unrecorded, 'the release’s record'];
  stop('not-served', { index: name, files, seconds, where });
}

async function bytesAreOurs(wait: Wait, { filename, url }: IndexFile): Promise<void> {
  const { index, name, distributions, clock } = wait;
  const ours = distributions.find((distribution) => distribution.filename === filename)?.sha256 ?? '';
  for (let readings = 1; ; readings += 1) {
    const theirs = await index.digest(url);
    if (theirs === ours) return;
    // A proxy's page or half a file may come once in place of the file.
    if (readings === READINGS) stop('upload-conflict', { index: name, filename, ours, theirs });
    await clock.sleep(PAUSES[readings] ?? 0);
  }
}

/** An index that tells no sha256 is believed for now: the bytes of every file are read in the end. */
function isSame(file: IndexFile, { filename, sha256 }: Distribution): boolean {
  return file.filename === filename && [sha256, ''].includes(file.sha256);
}
