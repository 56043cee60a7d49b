/** The release record beside the distributions: what was built, of which commit. It is compared with what is found, never believed alone. */

import path from 'node:path';
import { isAttestation } from '../packaging/attestation.ts';
import { type Distribution, distributionOf, parsedFileName, uploadOrder } from '../packaging/distribution.ts';
import type { Plan } from '../plan/plan.ts';
import type { Files } from '../ports/files.ts';
import type { Build, ChangedFile, Project } from './facts.ts';
import { stop } from './fault.ts';

export const RECORD_NAME = 'release.json';

/** `release.json`, schema 1. */
export interface ReleaseRecord {
  readonly schema: 1;
  /** Commit that the run was started from. */
  readonly commit: string;
  /** Commit that the release is of, once it is made: the release commit on top of `commit`, or `commit` itself. */
  readonly released?: string;
  readonly project: { readonly name: string; readonly version: string };
  readonly tag: string;
  readonly distributions: readonly Distribution[];
  /** What the release changed in the tree of `commit`: a job with a fresh checkout has it from here. */
  readonly changed: readonly ChangedFile[];
  /** Which job left it for others or for itself, where one did, and in which attempt of the workflow run. */
  readonly job?: string;
  readonly attempt?: number;
}

/** Whether jobs hand a file of this name to one another: a distribution, the record, an attestation. */
export function isHanded(name: string): boolean {
  return parsedFileName(name) !== undefined || name === RECORD_NAME || isAttestation(name);
}

export function recordOf(commit: string, { name, version, tag }: Project, build: Build): ReleaseRecord {
  return { schema: 1, commit, project: { name, version }, tag, ...build };
}

/** Whether a run on this commit is of the same release: on the commit it began from, or on the release commit, as the push of its tag starts one. */
export function isOf({ commit, released }: ReleaseRecord, sha: string): boolean {
  return sha === commit || sha === released;
}

/** Whether both name the same files with the same digests, in whatever order. Jobs that build the very same need not be told apart. */
export function sameDistributions(ours: readonly Distribution[], theirs: readonly Distribution[]): boolean {
  return digestsOf(ours) === digestsOf(theirs);
}

function digestsOf(distributions: readonly Distribution[]): string {
  return distributions
    .map(({ filename, sha256 }) => `${sha256} ${filename}`)
    .toSorted()
    .join('\n');
}

/** The record as it is written. */
export function recordText(record: ReleaseRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

/** Writes the record into the directory of the distributions. */
export async function writeRecord(files: Files, packages: string, record: ReleaseRecord): Promise<void> {
  await files.write(path.join(packages, RECORD_NAME), recordText(record));
}

/** The record of a directory, or undefined where there is none. Throws as `parsedRecord` does. */
export async function readRecord(files: Files, packages: string): Promise<ReleaseRecord | undefined> {
  const text = await files.text(path.join(packages, RECORD_NAME));
  return text === undefined ? undefined : parsedRecord(text);
}

/**
 * The record that a text holds. It came from another job, or from the forge: its names are looked at.
 *
 * @returns undefined where it is somebody else's file: no JSON, or without a schema
 * @throws Stopped record-unfit where it is a record that cannot be followed; to go on without it would be to go on unbound
 */
export function parsedRecord(text: string): ReleaseRecord | undefined {
  const value = parsedJson(text);
  if (typeof value !== 'object' || value === null || !('schema' in value)) return undefined;
  if (value.schema !== 1) return unfit(`its schema is ${JSON.stringify(value.schema)}`);
  const record = value as ReleaseRecord;
  if (!isWhole(record)) return unfit('a part of it is missing, or is none of its kind');
  const changed = record.changed.find(({ file }) => !isInTheTree(file));
  if (changed !== undefined)
    return unfit(`it changes ${JSON.stringify(changed.file)}, which leads out of the tree`);
  const foreign = record.distributions.find(({ filename }) => !isFileName(filename));
  if (foreign !== undefined) return unfit(`${JSON.stringify(foreign.filename)} is no name of a distribution`);
  return record;
}

function unfit(problem: string): never {
  return stop('record-unfit', { file: RECORD_NAME, problem });
}

/** What is read of it is there, and is text where it should be. */
function isWhole(record: ReleaseRecord): boolean {
  const { commit, tag, project, distributions, changed } = record as Partial<ReleaseRecord>;
  const texts = [commit, tag, project?.name, project?.version].every((each) => typeof each === 'string');
  return texts && isListOf(distributions, isDistribution) && isListOf(changed, isChange);
}

function isListOf<Entry>(
  list: readonly Entry[] | undefined,
  fits: (entry: Partial<Entry>) => boolean,
): boolean {
  return (
    Array.isArray(list) && list.every((entry) => typeof entry === 'object' && entry !== null && fits(entry))
  );
}

function isDistribution({ filename, sha256 }: Partial<Distribution>): boolean {
  return typeof filename === 'string' && typeof sha256 === 'string';
}

function isChange({ file, content }: Partial<ChangedFile>): boolean {
  return typeof file === 'string' && (typeof content === 'string' || content === null);
}

function isFileName(filename: string): boolean {
  return parsedFileName(filename) !== undefined && !/[/\\]/.test(filename);
}

/** A name that stays in the checkout, and out of git's own directory. */
function isInTheTree(file: string): boolean {
  return (
    file !== '' &&
    !/^[/\\]|^[A-Za-z]:/.test(file) &&
    !file.split(/[/\\]/).some((part) => part === '..' || isGits(part))
  );
}

/** As file systems read it: case-blind, without what macOS ignores and Windows cuts off, and by its short name (git, `verify_dotfile`). */
function isGits(part: string): boolean {
  return /^(?:\.git|git~1)[. ]*(?::.*)?$/i.test(part.replace(/\p{Cf}/gu, ''));
}

/** A file of that name that is no JSON is somebody else's. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Every distribution in a directory, hashed now, in upload order. Other files are passed over. */
export async function distributionsIn(files: Files, packages: string): Promise<readonly Distribution[]> {
  const names = (await files.list(packages)) ?? [];
  const found = names.filter((name) => parsedFileName(name) !== undefined);
  const hashed = found.map(async (name) => {
    const bytes = await files.bytes(path.join(packages, name));
    return bytes === undefined ? [] : [distributionOf(name, bytes)];
  });
  return uploadOrder((await Promise.all(hashed)).flat());
}

/**
 * The build observed anew: the files are hashed again and compared with the record, where there is one.
 *
 * @returns undefined where the directory holds no distribution
 * @throws Stopped `distribution-altered` where a file is not what the record says, or one of it is gone;
 *   `distributions-of-another-commit` where the record is of another commit than this run
 */
export async function observedBuild(
  files: Files,
  { packages, forge }: Pick<Plan, 'packages' | 'forge'>,
): Promise<Build | undefined> {
  const distributions = await distributionsIn(files, packages);
  if (distributions.length === 0) return undefined;
  const record = await readRecord(files, packages);
  if (record !== undefined && !isOf(record, forge.commit))
    stop('distributions-of-another-commit', {
      directory: packages,
      theirs: record.commit,
      ours: forge.commit,
    });
  for (const { filename, sha256 } of distributions) {
    const recorded = record?.distributions.find((each) => each.filename === filename)?.sha256;
    if (record !== undefined && recorded !== sha256) {
      stop('distribution-altered', { filename, got: sha256, recorded: recorded ?? 'nothing of it' });
    }
  }
  for (const { filename, sha256 } of record?.distributions ?? []) {
    const isThere = distributions.some((each) => each.filename === filename);
    if (!isThere) stop('distribution-altered', { filename, got: 'none, for it is gone', recorded: sha256 });
  }
  return { distributions, changed: record?.changed ?? [] };
}
