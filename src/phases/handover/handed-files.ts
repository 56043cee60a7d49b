/** Files that came in several artifacts, as one directory. */

import { sha256Hex } from '../../packaging/digest.ts';
import type { Distribution } from '../../packaging/distribution.ts';
import type { HandedFile } from '../../ports/handover.ts';
import type { ChangedFile } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { parsedRecord, RECORD_NAME, type ReleaseRecord } from '../../release/record.ts';

/** A file and the artifact it came in. */
export interface Handed extends HandedFile {
  readonly artifact: string;
}

interface HandedRecord {
  readonly artifact: string;
  readonly record: ReleaseRecord;
}

/**
 * Each name once.
 *
 * @throws Stopped artifacts-clash where two files of one name differ
 */
export function singleFiles(files: readonly Handed[]): readonly Handed[] {
  const kept = new Map<string, Handed>();
  for (const file of files) {
    const other = kept.get(file.name);
    if (other === undefined) kept.set(file.name, file);
    else if (Buffer.compare(other.bytes, file.bytes) !== 0)
      stop('artifacts-clash', { filename: file.name, one: side(other), other: side(file) });
  }
  return [...kept.values()];
}

/** The records among files. Throws `Stopped` record-unfit. */
export function recordsIn(files: readonly Handed[]): readonly HandedRecord[] {
  return files
    .filter(({ name }) => name === RECORD_NAME)
    .flatMap(({ artifact, bytes }) => {
      const record = parsedRecord(new TextDecoder().decode(bytes));
      return record === undefined ? [] : [{ artifact, record }];
    });
}

function side({ artifact, bytes }: Handed): { readonly artifact: string; readonly sha256: string } {
  return { artifact, sha256: sha256Hex(bytes) };
}

/**
 * One record for all: what the jobs recorded of their own files, and of the files that no record names (wheels of another tool) what they
 * are now. These are of this run's commit too, since artifacts of another run are never seen.
 *
 * @returns undefined where no job left a record
 * @throws Stopped records-disagree where two records are not of one release
 */
export function mergedRecord(
  records: readonly HandedRecord[],
  found: readonly Distribution[],
): ReleaseRecord | undefined {
  const [first, ...others] = records;
  if (first === undefined) return undefined;
  for (const other of others) {
    const what = difference(first.record, other.record);
    if (what !== undefined) stop('records-disagree', { one: first.artifact, other: other.artifact, what });
  }
  const recorded = records.flatMap(({ record }) => record.distributions);
  const named = new Set(recorded.map(({ filename }) => filename));
  const { job: _job, attempt: _attempt, ...release } = first.record;
  return {
    ...release,
    distributions: [
      ...new Map(recorded.map((each) => [each.filename, each])).values(),
      ...found.filter(({ filename }) => !named.has(filename)),
    ],
    changed: mergedChanges(records),
  };
}

/** What makes two records those of different releases, with both values. */
function difference(one: ReleaseRecord, other: ReleaseRecord): string | undefined {
  const sides = [
    ['the commit', one.commit, other.commit],
    ['the project', one.project.name, other.project.name],
    ['the version', one.project.version, other.project.version],
    ['the tag', one.tag, other.tag],
  ] as const;
  const differing = sides.find(([, ours, theirs]) => ours !== theirs);
  return differing === undefined ? undefined : `${differing[0]} (${differing[1]} and ${differing[2]})`;
}

function mergedChanges(records: readonly HandedRecord[]): readonly ChangedFile[] {
  const kept = new Map<string, { readonly artifact: string; readonly change: ChangedFile }>();
  for (const { artifact, record } of records) {
    for (const change of record.changed) {
      const other = kept.get(change.file);
      if (other !== undefined && other.change.content !== change.content)
        stop('records-disagree', {
          one: other.artifact,
          other: artifact,
          what: `the text of ${change.file}`,
        });
      kept.set(change.file, other ?? { artifact, change });
    }
  }
  return [...kept.values()].map(({ change }) => change);
}
