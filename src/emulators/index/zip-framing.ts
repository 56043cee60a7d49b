import type { ZipArchive } from './zip-directory.ts';

// Warehouse reads an archive from its beginning, record by record, and compares what it meets with the central directory: an archive
// that a streaming reader and an indexing reader would take for different ones is refused (`utils/zipfiles.py`).
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ZIP64_EXTRA = 0x0001;
const UNICODE_NAME_EXTRA = 0x7075;
const SENTINEL = 0xffffffff;
const MALFORMED = 'Malformed zip file';

class Framing extends Error {}

/** Where the reader stands and what it has met. */
interface Walk {
  readonly archive: ZipArchive;
  offset: number;
  readonly local: Set<string>;
  readonly listed: Set<string>;
  directory: { start: number | undefined; records: number; size: number };
  end64: { records: number; size: number; start: number } | undefined;
  locator: boolean;
}

/** What is wrong with the order and the sizes of an archive's records; undefined when nothing is. */
export function framingTrouble(archive: ZipArchive): string | undefined {
  const walk: Walk = {
    archive,
    offset: 0,
    local: new Set(),
    listed: new Set(),
    directory: { start: undefined, records: 0, size: 0 },
    end64: undefined,
    locator: false,
  };
  try {
    while (readRecord(walk));
    if (!sameMembers(walk.local, walk.listed)) return 'Mis-matched local headers and central directory';
    return walk.offset === archive.bytes.length ? undefined : 'Trailing data';
  } catch (trouble) {
    if (trouble instanceof Framing) return trouble.message;
    throw trouble;
  }
}

/** Reads one record; false after the last. */
function readRecord(walk: Walk): boolean {
  const signature = take(walk, 4).readUInt32LE(0);
  if (signature === END && walk.end64 !== undefined && !walk.locator) throw new Framing(MALFORMED);
  switch (signature) {
    case LOCAL_HEADER:
      readLocalHeader(walk);
      return true;
    case DIRECTORY_HEADER:
      readDirectoryHeader(walk);
      return true;
    case END_64:
      readEnd64(walk);
      return true;
    case END_64_LOCATOR:
      take(walk, 16);
      walk.locator = true;
      return true;
    case END:
      readEnd(walk);
      return false;
    default:
      throw new Framing('Unknown record signature');
  }
}

function take(walk: Walk, length: number): Buffer {
  const { bytes } = walk.archive;
  if (walk.offset + length > bytes.length) throw new Framing(MALFORMED);
  const taken = bytes.subarray(walk.offset, walk.offset + length);
  walk.offset += length;
  return taken;
}

function readLocalHeader(walk: Walk): void {
  const head = take(walk, 26);
  const name = take(walk, head.readUInt16LE(22));
  const extra = take(walk, head.readUInt16LE(24));
  refuseControlCharacters(name);
  const stated = { packedSize: head.readUInt32LE(14), size: head.readUInt32LE(18) };
  const { packedSize, size } = withExtras(stated, head.readUInt16LE(4), extra);
  if ((head.readUInt16LE(2) & 0x08) !== 0) throw new Framing('ZIP contains a data descriptor');
  const text = utf8(name, 'Filename not unicode');
  const entry = walk.archive.entries.findLast((candidate) => candidate.name === text);
  if (entry === undefined) throw new Framing('Filename not in central directory');
  if (entry.packedSize !== packedSize) throw new Framing('Mis-matched data size');
  if (entry.size !== size) throw new Framing('Mis-matched file size');
  walk.offset += packedSize;
  if (walk.local.has(text)) throw new Framing('Duplicate filename in local headers');
  walk.local.add(text);
}

interface Sizes {
  readonly packedSize: number;
  readonly size: number;
}

/** The sizes of a local file after its extra fields were read (APPNOTE.TXT 4.5.3 for ZIP64). */
function withExtras(stated: Sizes, method: number, extra: Buffer): Sizes {
  const seen = new Set<number>();
  let sizes = stated;
  let rest = extra;
  while (rest.length > 0) {
    if (rest.length < 4) throw new Framing(MALFORMED);
    const id = rest.readUInt16LE(0);
    const length = rest.readUInt16LE(2);
    if (length + 4 > rest.length) throw new Framing(MALFORMED);
    const data = rest.subarray(4, 4 + length);
    const unique = id === ZIP64_EXTRA || id === UNICODE_NAME_EXTRA;
    if (unique && seen.has(id)) throw new Framing('Invalid duplicate extra in local file');
    seen.add(id);
    if (id === ZIP64_EXTRA) sizes = zip64Sizes(sizes, method, data);
    if (id === UNICODE_NAME_EXTRA) {
      refuseControlCharacters(data.subarray(5));
      utf8(data.subarray(5), 'Filename not valid UTF-8');
    }
    rest = rest.subarray(4 + length);
  }
  return sizes;
}

function zip64Sizes(stated: Sizes, method: number, data: Buffer): Sizes {
  if (![0, 8, 16, 24, 28].includes(data.length)) throw new Framing(MALFORMED);
  if (data.length === 0) {
    if (stated.packedSize === SENTINEL || stated.size === SENTINEL) throw new Framing(MALFORMED);
    return stated;
  }
  const size = Number(data.readBigUInt64LE(0));
  if (data.length === 8) {
    if (method !== 0) throw new Framing(MALFORMED);
    return { packedSize: size, size: stated.size === SENTINEL ? size : stated.size };
  }
  return { packedSize: Number(data.readBigUInt64LE(8)), size: stated.size === SENTINEL ? size : stated.size };
}

function readDirectoryHeader(walk: Walk): void {
  walk.directory.start ??= walk.offset - 4;
  walk.directory.records += 1;
  const head = take(walk, 42);
  if (head.readUInt16LE(28) !== 0) throw new Framing('Comment in central directory');
  const name = take(walk, head.readUInt16LE(24));
  const extra = take(walk, head.readUInt16LE(26));
  refuseControlCharacters(name);
  walk.directory.size += 46 + name.length + extra.length;
  const text = name.toString('utf8');
  if (walk.listed.has(text)) throw new Framing('Duplicate filename in central directory');
  if (!walk.local.has(text)) throw new Framing('Missing filename in local headers');
  walk.listed.add(text);
}

function readEnd64(walk: Walk): void {
  const data = take(walk, 52);
  const records = Number(data.readBigUInt64LE(28));
  if (Number(data.readBigUInt64LE(20)) !== records) throw new Framing(MALFORMED);
  if (data.readBigUInt64LE(0) !== 44n) throw new Framing('ZIP64 extensible data not allowed');
  walk.end64 = { records, size: Number(data.readBigUInt64LE(36)), start: Number(data.readBigUInt64LE(44)) };
}

function readEnd(walk: Walk): void {
  const start = walk.directory.start ?? walk.offset - 4;
  const data = take(walk, 18);
  const records = data.readUInt16LE(6);
  if (data.readUInt16LE(4) !== records) throw new Framing(MALFORMED);
  const plain = { records, size: data.readUInt32LE(8), start: data.readUInt32LE(12) };
  walk.offset += data.readUInt16LE(16);
  const stated = (walk.locator ? walk.end64 : undefined) ?? plain;
  if (stated.records !== walk.directory.records) throw new Framing('Mismatched central directory records');
  if (stated.start !== start) throw new Framing('Mismatched central directory offset');
  if (stated.size !== walk.directory.size) throw new Framing('Mismatched central directory size');
}

function refuseControlCharacters(name: Buffer): void {
  if (name.some((byte) => byte < 0x20 || byte === 0x7f)) throw new Framing('Invalid character in filename');
}

function utf8(bytes: Buffer, trouble: string): string {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) throw new Framing(trouble);
  return text;
}

function sameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}
