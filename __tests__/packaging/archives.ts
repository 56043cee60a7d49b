import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { type Header, pack } from 'tar-stream';
import type { Archive } from '../../src/packaging/archive.ts';

/** Members by name, with their text. */
export type Members = Readonly<Record<string, string>>;

/** The bytes of a zip file that holds `members`. */
export function zipOf(members: Members): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(members).map(([name, text]) => [name, Buffer.from(text)])),
  );
}

/** The bytes of a gzipped tar file that holds `members`, then `links`. */
export async function tarGzOf(members: Members, links: readonly Partial<Header>[] = []): Promise<Uint8Array> {
  const tar = pack();
  for (const [name, text] of Object.entries(members)) tar.entry({ name }, text);
  for (const { name = '', ...link } of links) tar.entry({ name, ...link });
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

/** An archive in memory, for whoever only reads one. */
export function archiveWith(members: Members): Archive {
  return {
    members: Object.keys(members),
    read: (member) => (member in members ? Buffer.from(members[member] ?? '') : undefined),
    text: (member) => members[member],
  };
}
