import { posix } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { unzipSync } from 'fflate';
import { extract, type Header } from 'tar-stream';

/** An opened distribution: its members (no folders; links count) and their contents, all in memory. */
export interface Archive {
  /** Names with `/`, in the order of the archive. */
  readonly members: readonly string[];
  /** The content of `member`, through links within the archive; undefined when there is none. */
  read(member: string): Uint8Array | undefined;
  /** The content of `member` as UTF-8 text. */
  text(member: string): string | undefined;
}

interface Entries {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Link to target, both as members. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * Opens a wheel (`.whl`) or an sdist (`.tar.gz`). Throws an Error that names the file and the trouble when it is neither,
 * or is cut short or garbled.
 */
export async function openArchive(filename: string, bytes: Uint8Array): Promise<Archive> {
  const reader = READERS.find(({ suffix }) => filename.endsWith(suffix));
  if (reader === undefined) throw new Error(`"${filename}" is neither a .whl nor a .tar.gz file`);
  try {
    return archiveOf(await reader.entries(bytes));
  } catch (cause) {
    const { message } = cause as Error;
    throw new Error(`"${filename}" is not a whole ${reader.container} archive: ${message}`, { cause });
  }
}

interface Reader {
  readonly suffix: string;
  readonly container: string;
  entries(bytes: Uint8Array): Promise<Entries>;
}

const READERS: readonly Reader[] = [
  { suffix: '.whl', container: 'zip', entries: zipEntries },
  { suffix: '.tar.gz', container: 'gzipped tar', entries: tarEntries },
];

async function zipEntries(bytes: Uint8Array): Promise<Entries> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  return { files: new Map(files), links: new Map() };
}

async function tarEntries(bytes: Uint8Array): Promise<Entries> {
  const [files, links] = [new Map<string, Uint8Array>(), new Map<string, string>()];
  const tar = extract();
  tar.end(await promisify(gunzip)(bytes));
  for await (const entry of tar) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const member = posix.normalize(entry.header.name);
    const target = linkTarget(entry.header, member);
    if (target !== undefined) links.set(member, target);
    else if (entry.header.type !== 'directory') files.set(member, Buffer.concat(chunks));
  }
  return { files, links };
}

/** A hard link's target counts from the archive's root, a symbolic link's from its own folder (POSIX `pax`, ustar "linkname"). */
function linkTarget({ type, linkname }: Header, member: string): string | undefined {
  if (type !== 'link' && type !== 'symlink') return undefined;
  const base = type === 'link' ? '.' : posix.dirname(member);
  return posix.join(base, linkname);
}

function archiveOf({ files, links }: Entries): Archive {
  const read = (member: string): Uint8Array | undefined =>
    files.get(member) ?? files.get(links.get(member) ?? '');
  return {
    members: [...files.keys(), ...links.keys()],
    read,
    text(member) {
      const bytes = read(member);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}
