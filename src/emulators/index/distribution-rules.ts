import { commonFolder } from './archive-checks.ts';
import { areEntryPoints } from './entry-points.ts';
import { type Answer, BROKEN, refused } from './errors.ts';
import { sdistName, wheelName } from './filename.ts';
import { filenameName, normalName } from './names.ts';
import { isAcceptedPlatform } from './platform-tags.ts';
import { pythonLines, pythonRepr } from './python-text.ts';
import type { Rule } from './rules.ts';
import type { Hashed, OpenedSdist, OpenedWheel } from './upload-steps.ts';
import { versionFrom } from './versions.ts';
import { BadArchive, zipFile } from './zip-directory.ts';

const LONGEST_NAME_BYTES = 255;
const LONGEST_COLUMN = 131_072;

/** A source distribution's filename and contents against the form (step 22). */
export const SDIST_RULES: readonly Rule<OpenedSdist>[] = [
  { about: 'a filename with a version', answer: sdistFilename },
  { about: 'the name in the filename', answer: sdistProject },
  { about: 'the filename as PEP 625 has it', answer: sdistSpelling },
  { about: 'licence files', answer: sdistLicenses },
];

/** A wheel's filename and contents against the form (steps 23 to 27). */
export const WHEEL_RULES: readonly Rule<OpenedWheel>[] = [
  { about: 'the parts of the filename', answer: wheelFilename },
  { about: 'platform tags', answer: wheelPlatforms },
  { about: 'the name in the filename', answer: wheelProject },
  { about: 'the spelling of the name', answer: wheelSpelling },
  { about: 'the version in the filename', answer: wheelVersion },
  { about: 'licence files', answer: wheelLicenses },
  { about: 'RECORD', answer: wheelRecord },
  { about: 'entry_points.txt', answer: wheelEntryPoints },
  { about: 'METADATA', answer: wheelMetadata },
  { about: 'room for the name of the METADATA file', answer: metadataNameFitsDisk },
].map(({ about, answer }) => ({ about, answer: damageBreaks(answer) }));

/** Damage in a member that is read only here is one that nobody catches. */
function damageBreaks(answer: (given: OpenedWheel) => Answer | undefined): Rule<OpenedWheel>['answer'] {
  return (given) => {
    try {
      return answer(given);
    } catch (trouble) {
      const fromZlib = (trouble as NodeJS.ErrnoException).code?.startsWith('Z_') === true;
      if (trouble instanceof BadArchive || fromZlib) return BROKEN;
      throw trouble;
    }
  };
}

function sdistFilename({ file }: OpenedSdist) {
  if (sdistName(file.filename) !== undefined) return undefined;
  return refused(400, `Invalid source distribution filename: ${file.filename}`);
}

function sdistProject({ file, project, metadata }: OpenedSdist) {
  const { filename } = file;
  const found = sdistName(filename)?.name ?? '';
  const stem = filename.replace(/\.(tar\.gz|zip)$/, '');
  const [name = '', ...version] = stem.split(/-(?=[^-]+-[^-]+$)/);
  // A version such as 1.0-1 has a hyphen in it: then the name ends before the last but one.
  const hyphenated =
    metadata.version.postrelease &&
    normalName(found) !== project.normalName &&
    versionFrom(version.join('')) !== undefined;
  return normalName(hyphenated ? name : found) === project.normalName
    ? undefined
    : otherProject(project.name, project.normalName);
}

function otherProject(name: string, normal: string): Answer {
  return refused(400, `Start filename for ${pythonRepr(name)} with ${pythonRepr(filenameName(normal))}.`);
}

function sdistSpelling({ file, project, metadata }: OpenedSdist) {
  const expected = `${filenameName(project.normalName)}-${metadata.version.text}.tar.gz`;
  if (file.filename === expected) return undefined;
  return refused(400, `Filename ${pythonRepr(file.filename)} is invalid, should be ${pythonRepr(expected)}.`);
}

function sdistLicenses({ file, metadata, tarball }: OpenedSdist) {
  const names = tarball?.names ?? [];
  const top = commonFolder(names) ?? '';
  for (const license of metadata.lists.get('license_file') ?? []) {
    if (!names.includes(`${top}/${license}`))
      return licenseMissing(license, file.filename, `${top}/${license}`);
  }
  return undefined;
}

function licenseMissing(license: string, filename: string, where: string): Answer {
  return refused(400, `License-File ${license} does not exist in distribution file ${filename} at ${where}`);
}

function wheelFilename({ file }: Hashed) {
  const name = wheelName(file.filename);
  return typeof name === 'string' ? refused(400, name) : undefined;
}

function wheelPlatforms({ file }: Hashed) {
  const name = wheelName(file.filename);
  const tag =
    typeof name === 'string' ? undefined : name.platforms.find((platform) => !isAcceptedPlatform(platform));
  if (tag === undefined) return undefined;
  return refused(400, `Binary wheel '${file.filename}' has an unsupported platform tag '${tag}'.`);
}

function wheelProject({ file, metadata, project }: Hashed) {
  const name = wheelName(file.filename);
  const same = typeof name !== 'string' && name.normalName === normalName(metadata.name);
  return same ? undefined : otherProject(project.name, metadata.name);
}

function wheelSpelling({ file, project }: Hashed) {
  const [found = ''] = file.filename.split('-');
  const expected = filenameName(project.normalName);
  if (found === expected) return undefined;
  const should = `should contain the normalized project name ${pythonRepr(expected)}, not ${pythonRepr(found)}`;
  return refused(400, `Filename ${pythonRepr(file.filename)} ${should}.`);
}

function wheelVersion({ file, metadata }: Hashed) {
  const name = wheelName(file.filename);
  if (typeof name === 'string' || name.version.canonical === metadata.version.canonical) return undefined;
  const { text } = metadata.version;
  return refused(
    400,
    `Version in filename should be ${pythonRepr(text)} not ${pythonRepr(name.version.text)}.`,
  );
}

function wheelLicenses({ file, metadata, archive, infoFolder }: OpenedWheel) {
  for (const license of metadata.lists.get('license_file') ?? []) {
    const where = `${infoFolder}/licenses/${license}`;
    if (zipFile(archive, where) === undefined) return licenseMissing(license, file.filename, where);
  }
  return undefined;
}

/** RECORD must be there and readable. What it lists is not enforced: Warehouse only mails the owners about a difference. */
function wheelRecord({ file, archive, infoFolder }: OpenedWheel) {
  const record = zipFile(archive, `${infoFolder}/RECORD`);
  if (record === undefined || !isUtf8(record) || hasLongField(record.toString())) {
    return refused(
      400,
      `Wheel '${file.filename}' does not contain the required RECORD file: ${infoFolder}/RECORD`,
    );
  }
  // An empty line has no first column, over which Warehouse stumbles.
  return pythonLines(record.toString()).includes('') ? BROKEN : undefined;
}

/** Python's reader of comma-separated values gives up on a longer one. */
function hasLongField(record: string): boolean {
  return record.split(/[,\r\n]/).some((field) => field.length > LONGEST_COLUMN);
}

function wheelEntryPoints({ file, archive, infoFolder }: OpenedWheel) {
  const content = zipFile(archive, `${infoFolder}/entry_points.txt`);
  if (content === undefined || (isUtf8(content) && areEntryPoints(content.toString()))) return undefined;
  return refused(
    400,
    `Wheel '${file.filename}' has invalid entry points defined in the entry_points.txt file`,
  );
}

function wheelMetadata({ file, archive, infoFolder }: OpenedWheel) {
  if (zipFile(archive, `${infoFolder}/METADATA`) !== undefined) return undefined;
  return refused(
    400,
    `Wheel '${file.filename}' does not contain the required METADATA file: ${infoFolder}/METADATA`,
  );
}

function metadataNameFitsDisk({ file }: Hashed) {
  const fits = Buffer.byteLength(`${file.filename}.metadata`) <= LONGEST_NAME_BYTES;
  return fits ? undefined : refused(400, `Filename is too long: '${file.filename}'`);
}

function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString()).equals(bytes);
}
