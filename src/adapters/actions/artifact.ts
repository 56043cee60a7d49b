/** The artifact service of GitHub Actions; the only importer of @actions/artifact, which is heavy: load this only where files are handed over. */

import path from 'node:path';
import { ArtifactNotFoundError, DefaultArtifactClient } from '@actions/artifact';
import { unzipSync } from 'fflate';
import { sha256Hex } from '../../packaging/digest.ts';
import type { Artifact, HandedFile, Handover, KeptArtifact } from '../../ports/handover.ts';
import { Stopped, stop } from '../../release/fault.ts';
import { isHanded } from '../../release/record.ts';
import type { LocalFiles } from '../node/files.ts';

export interface ArtifactOptions {
  /** A directory of this run's own, for downloads. */
  readonly scratch: string;
  readonly files: Pick<LocalFiles, 'list' | 'bytes' | 'remove' | 'makeDirectory'>;
}

/** Distributions are compressed already. */
const STORED = { compressionLevel: 0 };

/** An artifact is never written to again, and the service gives a name once (the client's text of the answer 409). */
const TAKEN = /\(409\)|already exists/;

/** The artifacts of this workflow run, by the job's own runtime token: no permission is needed. */
export function createArtifactService({ scratch, files }: ArtifactOptions): Handover {
  const client = new DefaultArtifactClient();
  return {
    keep: ({ name, directory, files: names }: Artifact) =>
      telling(`keeping artifact ${name}`, async () => {
        const entries = names.map((each) => path.join(directory, each));
        try {
          await client.uploadArtifact(name, entries, directory, STORED);
          return true;
        } catch (error) {
          if (TAKEN.test(String(error))) return false;
          throw error;
        }
      }),
    drop: (name) =>
      telling(`removing artifact ${name}`, async () => {
        await client.deleteArtifact(name).catch(ignoringAbsence);
      }),
    left: () =>
      telling('listing the artifacts of this run', async () => {
        // A re-run of some jobs sees those of the attempts before it; of one name, the newest counts.
        const { artifacts } = await client.listArtifacts({ latest: true });
        return artifacts.map(({ id, name, size, digest }) => ({
          ...{ id, name, size },
          sha256: digest?.replace(/^sha256:/, ''),
        }));
      }),
    take: (artifact) =>
      telling(`fetching artifact ${artifact.name}`, async () => {
        refuseHuge(artifact, artifact.size);
        const directory = path.join(scratch, 'artifacts', String(artifact.id));
        await files.remove(directory);
        await files.makeDirectory(directory);
        // Unpacked here rather than by the client, so that no name in the archive can lead out of the directory.
        await client.downloadArtifact(artifact.id, { path: directory, skipDecompress: true });
        const [only] = (await files.list(directory)) ?? [];
        const bytes = only === undefined ? undefined : await files.bytes(path.join(directory, only));
        await files.remove(directory);
        return unpacked(artifact, bytes);
      }),
  };
}

function unpacked(artifact: KeptArtifact, bytes: Uint8Array | undefined): readonly HandedFile[] {
  const { name, sha256 } = artifact;
  if (bytes === undefined) return stop('artifact-damaged', { artifact: name, problem: 'nothing came' });
  const got = sha256Hex(bytes);
  if (sha256 !== undefined && got !== sha256)
    stop('artifact-damaged', {
      artifact: name,
      problem: `its sha256 is ${got}; the service recorded ${sha256}`,
    });
  // actions/upload-artifact with `archive: false` keeps one file as it is, under its own name.
  if (isFile(name, bytes)) return [{ name, bytes }];
  return Object.entries(unzipped(artifact, bytes)).map(([member, content]) => ({
    name: lastPart(member),
    bytes: content,
  }));
}

/** Wheels are archives themselves: there the name decides. A pattern may fit artifacts of other tools, which are for nobody to mend here. */
function isFile(name: string, bytes: Uint8Array): boolean {
  return isHanded(name) || !ZIP.every((byte, at) => bytes[at] === byte);
}

function lastPart(member: string): string {
  return member.split(/[/\\]/).at(-1) ?? member;
}

/** `PK`, as every archive begins, an empty one too (APPNOTE 4.3). */
const ZIP = [0x50, 0x4b];

/** Of what is in it, the files that jobs hand to one another. No more comes out than the archive says, and it may not say too much. */
function unzipped(artifact: KeptArtifact, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isHanded(lastPart(name))) return false;
        total += originalSize;
        refuseHuge(artifact, total);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return stop('artifact-damaged', {
      artifact: artifact.name,
      problem: `it is no whole zip archive (${error instanceof Error ? error.message : String(error)})`,
    });
  }
}

/** Distributions and their archive are held in memory; one file of an index is rarely over 100 MB. */
const LARGEST = 1.5 * 2 ** 30;

function refuseHuge({ name }: KeptArtifact, size: number): void {
  if (size > LARGEST) stop('artifact-huge', { artifact: name, size, limit: LARGEST });
}

function ignoringAbsence(error: unknown): void {
  if (!(error instanceof ArtifactNotFoundError)) throw error;
}

/** The client has retried what may pass by then. */
async function telling<Result>(operation: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    const problem = error instanceof Error ? error.message : String(error);
    return stop(
      'artifact-service',
      { operation, problem: problem.split('\n', 1)[0] ?? '' },
      { cause: error },
    );
  }
}
