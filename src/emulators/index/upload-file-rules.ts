import { createHash } from 'node:crypto';
import { blake2b256 } from './blake2b.ts';
import { ACCEPTED, BROKEN, refused } from './errors.ts';
import { filenameTrouble } from './filename.ts';
import { pythonRepr } from './python-text.ts';
import type { Rule } from './rules.ts';
import { type Digests, storedFiles } from './state.ts';
import { formDigests } from './upload-form-rules.ts';
import type { Addressed, Hashed } from './upload-steps.ts';

const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024 * MEBIBYTE;
const DAY_MILLISECONDS = 24 * 3600 * 1000;
const OPEN_DAYS = 14;
// Warehouse keeps the file on a disk whose names end here.
const LONGEST_NAME_BYTES = 255;

/** The file from outside: name, announced type, size (steps 13 to 15). */
export const OUTSIDE_RULES: readonly Rule<Addressed>[] = [
  { about: 'characters and extension of the filename', answer: plainFilename },
  { about: 'media type of the part', answer: notAnImage },
  { about: 'a filename that the disk takes', answer: nameFitsDisk },
  { about: 'size of the file', answer: fileSize },
  { about: 'size of the project', answer: projectSize },
];

/** The file against what the index knows: digests, earlier files, its release (steps 16 to 20). */
export const KNOWN_RULES: readonly Rule<Hashed>[] = [
  { about: 'the digests given', answer: digestsMatch },
  { about: 'a file there already', answer: notThere },
  { about: 'a filename used before', answer: unusedName },
  { about: 'the age of the release', answer: youngRelease },
  { about: 'a second source distribution', answer: onlySdist },
];

/** All digests that the index computes of a file. */
export function digestsOf(bytes: Buffer): Digests {
  return {
    md5: createHash('md5').update(bytes).digest('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    blake2: blake2b256(bytes),
  };
}

function plainFilename({ file, kind }: Addressed) {
  const trouble = filenameTrouble(file.filename, kind);
  return trouble === undefined ? undefined : refused(400, trouble);
}

function notAnImage({ file }: Addressed) {
  const untold = file.mediaType === '' || file.mediaType.startsWith('image/');
  return untold ? refused(400, 'Invalid distribution file.') : undefined;
}

function nameFitsDisk({ file }: Addressed) {
  return Buffer.byteLength(file.filename) > LONGEST_NAME_BYTES ? BROKEN : undefined;
}

function fileSize({ file, project, index }: Addressed) {
  const { file: limit } = index.state.limits;
  if (file.bytes.length <= limit) return undefined;
  const shown = `${Math.floor(limit / MEBIBYTE)} MB`;
  return refused(400, `File too large. Limit for project ${pythonRepr(project.name)} is ${shown}.`);
}

function projectSize({ file, project, index }: Addressed) {
  const { project: limit } = index.state.limits;
  const held = project.releases
    .flatMap(({ files }) => files)
    .reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (held + file.bytes.length <= limit) return undefined;
  const shown = `${Math.floor(limit / GIBIBYTE)} GB`;
  return refused(
    400,
    `Project size too large. Limit for project ${pythonRepr(project.name)} total size is ${shown}.`,
  );
}

function digestsMatch({ form, digests }: Hashed) {
  const given = Object.entries(formDigests(form)) as readonly (readonly [
    keyof Digests,
    string | undefined,
  ])[];
  // Python compares in constant time, which it does with ASCII only.
  if (given.some(([, digest = '']) => /\P{ASCII}/u.test(digest))) return BROKEN;
  const same = given.every(
    ([name, digest]) => digest === undefined || digest.toLowerCase() === digests[name],
  );
  return same
    ? undefined
    : refused(400, 'The digest supplied does not match a digest calculated from the uploaded file.');
}

/** The same file again is no change and no fault; another under its name, or the same under another name, is refused. */
function notThere({ file, digests, index }: Hashed) {
  const known = [...storedFiles(index.state)].map((stored) => stored.file);
  const namesake = known.find(({ filename }) => filename === file.filename);
  const twin = namesake ?? known.find((stored) => stored.digests.blake2 === digests.blake2);
  if (twin === undefined) return undefined;
  const same = twin.filename === file.filename && twin.digests.sha256 === digests.sha256;
  if (same) return ACCEPTED;
  return refused(
    400,
    `File already exists (${pythonRepr(file.filename)}, with blake2_256 hash '${digests.blake2}').`,
  );
}

function unusedName({ file, index }: Hashed) {
  if (!index.state.filenames.has(file.filename)) return undefined;
  const why = 'This filename was previously used by a file that has since been deleted.';
  return refused(400, `${why} Use a different version.`);
}

function youngRelease({ release, index }: Hashed) {
  const age = release === undefined ? 0 : index.now().getTime() - release.created.getTime();
  if (age <= OPEN_DAYS * DAY_MILLISECONDS) return undefined;
  return refused(400, `Uploading new files to releases older than ${OPEN_DAYS} days is not allowed.`);
}

function onlySdist({ kind, release }: Hashed) {
  const second = kind === 'sdist' && release?.files.some((stored) => stored.kind === 'sdist') === true;
  return second ? refused(400, 'Only one sdist may be uploaded per release.') : undefined;
}
