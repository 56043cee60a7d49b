import { crc32, inflateRawSync } from 'node:zlib';

// Record signatures and layouts: APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16.
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
const HEADER_SIGNATURE = 0x04034b50;
const HEADER_LENGTH = 30;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_64_SIGNATURE = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const END_64_LENGTH = 56;
const UTF8_FLAG = 0x800;
const EXTRA_HEAD_LENGTH = 4;
// Python breaks over a name that says it is UTF-8 and is not, and nobody catches that.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file inside a zip archive, by its central directory. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

/** A zip archive as an installer sees it. */
export interface ZipArchive {
  readonly bytes: Buffer;
  readonly entries: readonly ZipEntry[];
}

/** What an archive library throws of a damaged archive that it noticed (Python's `BadZipFile`). */
export class BadArchive extends Error {}

/** Whether the bytes end like a zip archive, whatever stands before (as Python's `zipfile.is_zipfile` looks). */
export function looksLikeZip(bytes: Buffer): boolean {
  return endOffset(bytes) !== undefined;
}

/** Reads the central directory. Throws `BadArchive` when it is not where the end record says. */
export function zipArchive(bytes: Buffer): ZipArchive {
  const end = endOffset(bytes);
  if (end === undefined) throw new BadArchive('File is not a zip file');
  const { size, offset: stated, start } = directoryOf(bytes, end);
  // Bytes before the archive proper move every offset in it.
  const shift = start - stated;
  if (start < 0) throw new BadArchive('Bad offset for central directory');
  const entries: ZipEntry[] = [];
  let offset = start;
  while (offset < start + size) {
    const { entry, next } = entryAt(bytes, offset, shift);
    entries.push(entry);
    offset = next;
  }
  return { bytes, entries };
}

/** The content of a file in the archive, or undefined when it is not there. Throws `BadArchive` on a wrong checksum. */
export function zipFile(archive: ZipArchive, name: string): Buffer | undefined {
  const entry = archive.entries.findLast((candidate) => candidate.name === name);
  if (entry === undefined) return undefined;
  const { bytes } = archive;
  const inside = entry.headerOffset >= 0 && entry.headerOffset + HEADER_LENGTH <= bytes.length;
  if (!inside || bytes.readUInt32LE(entry.headerOffset) !== HEADER_SIGNATURE) {
    throw new BadArchive('Bad magic number for file header');
  }
  const names = bytes.readUInt16LE(entry.headerOffset + 26) + bytes.readUInt16LE(entry.headerOffset + 28);
  const start = entry.headerOffset + HEADER_LENGTH + names;
  const packed = bytes.subarray(start, start + entry.packedSize);
  const content = entry.method === 0 ? packed : inflateRawSync(packed);
  if (crc32(content) !== entry.crc) throw new BadArchive(`Bad CRC-32 for file '${name}'`);
  return content;
}

function endOffset(bytes: Buffer): number | undefined {
  const offset = bytes.lastIndexOf(END_SIGNATURE);
  const inReach = offset >= 0 && bytes.length - offset <= LONGEST_COMMENT + END_LENGTH;
  return inReach && offset + END_LENGTH <= bytes.length ? offset : undefined;
}

/** Where the central directory is: with ZIP64 records between it and the end record, those say (APPNOTE.TXT 4.3.14). */
function directoryOf(
  bytes: Buffer,
  end: number,
): { readonly size: number; readonly offset: number; readonly start: number } {
  const end64 = end - LOCATOR_64_LENGTH - END_64_LENGTH;
  if (end64 >= 0 && bytes.readUInt32LE(end - LOCATOR_64_LENGTH) === LOCATOR_64_SIGNATURE) {
    const size = Number(bytes.readBigUInt64LE(end64 + 40));
    return { size, offset: Number(bytes.readBigUInt64LE(end64 + 48)), start: end64 - size };
  }
  const size = bytes.readUInt32LE(end + 12);
  return { size, offset: bytes.readUInt32LE(end + 16), start: end - size };
}

function entryAt(
  bytes: Buffer,
  offset: number,
  shift: number,
): { readonly entry: ZipEntry; readonly next: number } {
  if (offset + ENTRY_LENGTH > bytes.length) throw new BadArchive('Truncated central directory');
  if (bytes.readUInt32LE(offset) !== ENTRY_SIGNATURE)
    throw new BadArchive('Bad magic number for central directory');
  const nameEnd = offset + ENTRY_LENGTH + bytes.readUInt16LE(offset + 28);
  // Without the flag a name is in an old code page: whatever is outside ASCII then reads differently from UTF-8.
  const utf8 = (bytes.readUInt16LE(offset + 8) & UTF8_FLAG) !== 0;
  const name = bytes.subarray(offset + ENTRY_LENGTH, nameEnd);
  const extraEnd = nameEnd + bytes.readUInt16LE(offset + 30);
  refuseTornExtras(bytes.subarray(nameEnd, extraEnd));
  const entry = {
    name: utf8 ? UTF8.decode(name) : name.toString('latin1'),
    method: bytes.readUInt16LE(offset + 10),
    crc: bytes.readUInt32LE(offset + 16),
    packedSize: bytes.readUInt32LE(offset + 20),
    size: bytes.readUInt32LE(offset + 24),
    headerOffset: bytes.readUInt32LE(offset + 42) + shift,
  };
  return { entry, next: extraEnd + bytes.readUInt16LE(offset + 32) };
}

/** Every extra field states its length, which must not reach past the last of them. */
function refuseTornExtras(extras: Buffer): void {
  for (let rest = extras; rest.length >= EXTRA_HEAD_LENGTH; ) {
    const next = EXTRA_HEAD_LENGTH + rest.readUInt16LE(2);
    if (next > rest.length) throw new BadArchive('Corrupt extra field');
    rest = rest.subarray(next);
  }
}
