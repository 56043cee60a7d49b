import { type Answer, BROKEN, refused } from './errors.ts';
import { infoFolder } from './filename.ts';
import { looksLikeTar, type Tarball, tarballFrom } from './tarball.ts';
import type { Hashed, OpenedSdist, OpenedWheel } from './upload-steps.ts';
import { BadArchive, looksLikeZip, type ZipArchive, zipArchive, zipFile } from './zip-directory.ts';
import { framingTrouble } from './zip-framing.ts';

const MEBIBYTE = 1024 * 1024;
const BOMB_SIZE = 64 * MEBIBYTE;
const BOMB_RATIO = 50;
const STORED = 0;
const DEFLATED = 8;

/** What the scanner of PyPI looks for in Python files, and how it says so. */
const SCANNER_RULES: readonly { readonly message: string; readonly matches: (source: string) => boolean }[] =
  [
    {
      message: 'PyArmor-encrypted content is not allowed.',
      matches: (source) =>
        /__pyarmor__\(__name__, __file__,|__pyarmor_(enter|exit|assert|bcc)__/.test(source),
    },
    {
      message: 'SourceDefender-encrypted content is not allowed.',
      matches: (source) => source.includes('---BEGIN PYE FILE---') && source.includes('---END PYE FILE---'),
    },
  ];

/** A check of a zip archive: the words after "Invalid distribution file.", if it fails. */
type ZipCheck = (archive: ZipArchive, filename: string) => string | undefined;

/** The checks of a wheel or of a zipped source distribution, in Warehouse's order (step 21). */
const ZIP_CHECKS: readonly ZipCheck[] = [notABomb, plainCompression, wanted, harmless, framed];

/** Opens a wheel and looks whether it can be one; the archive, or the refusal. */
export function openedWheel(given: Hashed): OpenedWheel | Answer {
  const archive = openedZip(given);
  if ('status' in archive) return archive;
  return { ...given, archive, infoFolder: infoFolder(given.file.filename) ?? '' };
}

/** Opens a source distribution and looks whether it can be one; the archive (none for a zip), or the refusal. */
export async function openedSdist(given: Hashed): Promise<OpenedSdist | Answer> {
  if (given.file.filename.endsWith('.zip')) {
    const archive = openedZip(given);
    return 'status' in archive ? archive : { ...given, tarball: undefined };
  }
  const { bytes } = given.file;
  const reading = await tarballFrom(bytes);
  if (reading === 'broken') return BROKEN;
  if (reading !== 'not a tar' && looksLikeZip(bytes)) return invalid('File is both a zip and a tar file');
  if (reading === 'not a tar') return invalid('File is not a tarfile');
  if (reading === 'unreadable') return invalid('None');
  const trouble = tarballTrouble(scans(given) ? reading : { ...reading, sources: [] });
  return trouble === undefined ? { ...given, tarball: reading } : trouble;
}

/** The folder that all names are in, empty when there is no such one; undefined when Python would fail over the question. */
export function commonFolder(names: readonly string[]): string | undefined {
  const absolute = names.filter((name) => name.startsWith('/')).length;
  if (absolute > 0 && absolute < names.length) return undefined;
  const split = names.map((name) => name.split('/').filter((part) => part !== '' && part !== '.'));
  const [first = []] = split;
  const differs = first.findIndex((part, index) => split.some((parts) => parts[index] !== part));
  const common = differs < 0 ? first : first.slice(0, differs);
  return (absolute > 0 ? '/' : '') + common.join('/');
}

function invalid(why: string): Answer {
  return refused(400, `Invalid distribution file. ${why}`);
}

/** Whether the scanner is switched on, which a flag may change. */
function scans({ index }: Hashed): boolean {
  return !index.state.flags.has('disable-upload-scanning');
}

function openedZip(given: Hashed): ZipArchive | Answer {
  const { file } = given;
  const isZip = looksLikeZip(file.bytes);
  if (isZip && looksLikeTar(file.bytes)) return invalid('File is both a zip and a tar file');
  if (!isZip) return invalid('File is not a zipfile');
  try {
    const archive = zipArchive(file.bytes);
    for (const check of scans(given) ? ZIP_CHECKS : ZIP_CHECKS.filter((each) => each !== harmless)) {
      const trouble = check(archive, file.filename);
      if (trouble !== undefined) return invalid(trouble);
    }
    return archive;
  } catch (trouble) {
    // Damage that Python's zipfile notices is refused without a word; damage that zlib notices breaks the request.
    return trouble instanceof BadArchive ? invalid('None') : BROKEN;
  }
}

function notABomb({ bytes, entries }: ZipArchive): string | undefined {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = size > BOMB_SIZE && size / bytes.length > BOMB_RATIO;
  return bomb ? `File exceeds compression ratio of ${BOMB_RATIO}` : undefined;
}

function plainCompression({ entries }: ZipArchive): string | undefined {
  const plain = entries.every(({ method }) => method === STORED || method === DEFLATED);
  return plain ? undefined : 'File does not use a supported compression type';
}

/** A zipped source distribution needs its PKG-INFO, a wheel its WHEEL file. */
function wanted(archive: ZipArchive, filename: string): string | undefined {
  if (filename.endsWith('.zip')) {
    const top = commonFolder(archive.entries.map(({ name }) => name));
    if (top === undefined) throw new Error('Absolute names beside relative ones have no common folder.');
    return topTrouble(top) ?? absent(archive, 'PKG-INFO', `${top}/PKG-INFO`);
  }
  const folder = infoFolder(filename);
  if (folder === undefined) return 'Unable to parse name and version from wheel filename';
  return absent(archive, 'WHEEL', `${folder}/WHEEL`);
}

function absent(archive: ZipArchive, what: string, where: string): string | undefined {
  return zipFile(archive, where) === undefined ? `${what} not found at ${where}` : undefined;
}

function harmless(archive: ZipArchive): string | undefined {
  const names = archive.entries.map(({ name }) => name).filter((name) => /\.pye?$/i.test(name));
  return scannerTrouble(names.map((name) => zipFile(archive, name) ?? Buffer.alloc(0)));
}

function framed(archive: ZipArchive): string | undefined {
  const trouble = framingTrouble(archive);
  return trouble === undefined ? undefined : `ZIP archive not accepted: ${trouble}.`;
}

function tarballTrouble({ names, sparse, sources }: Tarball): Answer | undefined {
  const top = commonFolder(names);
  if (top === undefined) return BROKEN;
  if (sparse) return invalid('tar archive not accepted: Sparse members are not allowed.');
  const folder = topTrouble(top);
  if (folder !== undefined) return invalid(folder);
  if (!names.includes(`${top}/PKG-INFO`)) return invalid(`PKG-INFO not found at ${top}/PKG-INFO`);
  const scanned = scannerTrouble(sources);
  return scanned === undefined ? undefined : invalid(scanned);
}

function topTrouble(top: string): string | undefined {
  return ['.', '/', ''].includes(top) ? 'Incorrect number of top-level directories in sdist' : undefined;
}

function scannerTrouble(sources: readonly Buffer[]): string | undefined {
  const texts = sources.map((source) => source.toString('latin1'));
  return SCANNER_RULES.find(({ matches }) => texts.some(matches))?.message;
}
