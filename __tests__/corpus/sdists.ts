/** The sdists of other people's projects: fetched from the index, known by their digest, never committed. */

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory } from '../../src/cli/places.ts';
import { TOOL_INDEX } from '../../src/plan/known-indexes.ts';

export interface Sdist {
  /** Of the project, as the index lists it. */
  readonly name: string;
  readonly filename: string;
  readonly sha256: string;
}

const CACHE = path.join(cacheDirectory(), 'corpus');
const PATIENCE = 60_000;
const TRIES = 2;
/** PEP 691, "Content-Types". */
const LISTING = 'application/vnd.pypi.simple.v1+json';

/** Gives a file with exactly the pinned bytes; what an earlier run has fetched is used again. Raises where the index has other bytes. */
export async function fetchedSdist(sdist: Sdist): Promise<string> {
  const file = path.join(CACHE, sdist.filename);
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined && digestOf(kept) === sdist.sha256) return file;
  const bytes = await download(sdist);
  if (digestOf(bytes) !== sdist.sha256)
    throw new Error(`${sdist.filename} has sha256 ${digestOf(bytes)}, and is pinned to ${sdist.sha256}`);
  await mkdir(CACHE, { recursive: true });
  // Runs side by side share the cache: none may see half a file.
  const whole = `${file}.${randomUUID()}`;
  await writeFile(whole, bytes);
  await rename(whole, file);
  return file;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function download({ name, filename }: Sdist): Promise<Uint8Array> {
  const listing = `${TOOL_INDEX}${name}/`;
  const { files } = (await (await got(listing, LISTING)).json()) as {
    readonly files: readonly { readonly filename: string; readonly url: string }[];
  };
  const entry = files.find((each) => each.filename === filename);
  if (entry === undefined) throw new Error(`${listing} does not list ${filename}`);
  return (await got(new URL(entry.url, listing).href, '*/*')).bytes();
}

async function got(url: string, accept: string, tries = TRIES): Promise<Response> {
  try {
    const response = await fetch(url, { headers: { accept }, signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return response;
    throw new Error(`${url} answered ${response.status}`);
  } catch (error) {
    if (tries <= 1) throw error;
    return got(url, accept, tries - 1);
  }
}
