/** The release record beside the distributions: what was built, of which commit. It is compared with what is found, never believed alone. */

import path from 'node:path';
import { type Distribution, distributionOf, parsedFileName, uploadOrder } from '../packaging/distribution.ts';
import type { Files } from '../ports/files.ts';
import type { Build, Project } from './facts.ts';
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
  /** Files that the release changed, below the working directory. */
  readonly changed: readonly string[];
}

export function recordOf(commit: string, { name, version, tag }: Project, build: Build): ReleaseRecord {
  return { schema: 1, commit, project: { name, version }, tag, ...build };
}

/** The record as it is written. */
export function recordText(record: ReleaseRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

/** Writes the record into the directory of the distributions. */
export async function writeRecord(files: Files, packages: string, record: ReleaseRecord): Promise<void> {
  await files.write(path.join(packages, RECORD_NAME), recordText(record));
}

/** The record of a directory, or undefined where there is none of this schema. */
export async function readRecord(files: Files, packages: string): Promise<ReleaseRecord | undefined> {
  const text = await files.text(path.join(packages, RECORD_NAME));
  return text === undefined ? undefined : parsedRecord(text);
}

/** The record that a text holds, or undefined where it is none of this schema. */
export function parsedRecord(text: string): ReleaseRecord | undefined {
  const record = parsedJson(text);
  return typeof record === 'object' && record !== null && 'schema' in record && record.schema === 1
    ? (record as ReleaseRecord)
    : undefined;
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
 * @throws Stopped `distribution-altered` where a file is not what the record says, or one of it is gone
 */
export async function observedBuild(files: Files, packages: string): Promise<Build | undefined> {
  const distributions = await distributionsIn(files, packages);
  if (distributions.length === 0) return undefined;
  const record = await readRecord(files, packages);
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
