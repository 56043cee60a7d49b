import { constants, gunzipSync } from 'node:zlib';
import { Gunzip } from 'fflate';
import { extract, type Header } from 'tar-stream';

/** What is inside a `.tar.gz`. */
export interface Tarball {
  /** Every member's name, folders too, without a slash at the end. */
  readonly names: readonly string[];
  readonly sparse: boolean;
  /** Contents of Python files, for the scanner. */
  readonly sources: readonly Buffer[];
}

/** What Python's `tarfile` would make of a file: `broken` ends the request with a server error, `unreadable` is noticed too late to be named. */
export type TarballReading = Tarball | 'not a tar' | 'unreadable' | 'broken';

const BLOCK = 512;
// Bounds the memory of an emulator that somebody feeds a decompression bomb.
const LARGEST = 2 ** 30;

/** Whether the bytes begin like a tar archive, packed or not (as `tarfile.is_tarfile` looks). */
export function looksLikeTar(bytes: Buffer): boolean {
  const plain = isGzip(bytes) ? unpacked(bytes).content : bytes;
  return isHeader(plain.subarray(0, BLOCK));
}

/** Reads a gzipped tar archive to its end. */
export async function tarballFrom(bytes: Buffer): Promise<TarballReading> {
  if (!isGzip(bytes)) return looksLikeTar(bytes) || isPackedOtherwise(bytes) ? 'unreadable' : 'not a tar';
  const { content, whole, truncated } = unpacked(bytes);
  if (content.length < BLOCK) return truncated ? 'broken' : 'not a tar';
  if (!isHeader(content.subarray(0, BLOCK))) return 'not a tar';
  // Nothing behind the end of the archive is read, and no damage there noticed.
  return whole || lastMember(content).ended ? membersOf(content) : 'unreadable';
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** bzip2 and xz: `is_tarfile` knows them, but a `.tar.gz` is opened as gzip only. What is packed in them is not looked at here. */
function isPackedOtherwise(bytes: Buffer): boolean {
  return /^(BZh[1-9]|\xfd7zXZ\0)/.test(bytes.toString('latin1', 0, 6));
}

interface Unpacked {
  readonly content: Buffer;
  readonly whole: boolean;
  readonly truncated: boolean;
}

function unpacked(bytes: Buffer): Unpacked {
  try {
    return { content: gunzipSync(bytes, { maxOutputLength: LARGEST }), whole: true, truncated: false };
  } catch (trouble) {
    const truncated = (trouble as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    return { content: truncated ? begunContent(bytes) : contentBeforeDamage(bytes), whole: false, truncated };
  }
}

function begunContent(bytes: Buffer): Buffer {
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST });
}

function contentBeforeDamage(bytes: Buffer): Buffer {
  const chunks: Uint8Array[] = [];
  const stream = new Gunzip((chunk) => chunks.push(chunk));
  try {
    for (let offset = 0; offset < bytes.length; offset += BLOCK)
      stream.push(bytes.subarray(offset, offset + BLOCK));
  } catch {
    // The damage: what came out before is all there is.
  }
  return Buffer.concat(chunks);
}

/** A header block's checksum is the sum of its bytes, those of the checksum itself taken as blanks (POSIX ustar). */
function isHeader(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  if (block.every((byte) => byte === 0)) return true;
  const stated = Number.parseInt(block.toString('latin1', 148, 156).replace(/\0.*$/s, '').trim(), 8);
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  return stated === sum;
}

function membersOf(content: Buffer): Promise<Tarball | 'unreadable'> {
  const names: string[] = [];
  const sources: Buffer[] = [];
  let sparse = false;
  return new Promise((resolve) => {
    const parser = extract();
    parser.on('entry', (header, stream, next) => {
      names.push(header.name.replace(/\/+$/, ''));
      // tar-stream knows no name for the types of GNU's own extensions, of which sparse members are the one that matters.
      sparse ||= isSparse(header);
      const chunks: Buffer[] = [];
      // The parser tells the same trouble; unheard here, it would end the process.
      stream.on('error', () => undefined);
      stream.on('data', (chunk) => chunks.push(chunk as Buffer));
      stream.on('end', () => {
        if (/\.pye?$/i.test(header.name)) sources.push(Buffer.concat(chunks));
        next();
      });
    });
    parser.on('finish', () => resolve({ names, sparse, sources }));
    // tarfile takes a bad or torn header after good members for the end, and only misses data that was announced.
    parser.on('error', () =>
      resolve(lastMember(content).end > content.length ? 'unreadable' : { names, sparse, sources }),
    );
    parser.end(content);
  });
}

/** Where the last member's data end, filled up to a whole block, and whether the blank block that ends an archive follows. */
function lastMember(content: Buffer): { readonly end: number; readonly ended: boolean } {
  let end = 0;
  while (end + BLOCK <= content.length && content[end] !== 0) {
    const header = content.subarray(end, end + BLOCK);
    if (!isHeader(header)) break;
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8) || 0;
    end += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return {
    end,
    ended: end + BLOCK <= content.length && content.subarray(end, end + BLOCK).every((byte) => byte === 0),
  };
}

function isSparse(header: Header): boolean {
  const pax = (header.pax ?? {}) as Readonly<Record<string, string>>;
  return header.type === null || Object.keys(pax).some((key) => key.startsWith('GNU.sparse'));
}
