import { openedSdist, openedWheel } from './archive-checks.ts';
import { provenanceFrom } from './attestations.ts';
import { SDIST_RULES, WHEEL_RULES } from './distribution-rules.ts';
import { ACCEPTED, type Answer, BROKEN, isAnswer, refused } from './errors.ts';
import { firstValue } from './form.ts';
import { identityFrom } from './identity.ts';
import { metadataFrom } from './metadata.ts';
import { firstAnswer } from './rules.ts';
import { type Project, type Release, type StoredFile, saveProject } from './state.ts';
import { digestsOf, KNOWN_RULES, OUTSIDE_RULES } from './upload-file-rules.ts';
import { DOOR_RULES, FORM_RULES } from './upload-form-rules.ts';
import { PROJECT_RULES, projectFor } from './upload-project-rules.ts';
import type { Addressed, Described, Hashed, OpenedWheel, Received } from './upload-steps.ts';
import { zipFile } from './zip-directory.ts';

// A new project, and the owner's role in it; a new release; a file: each is an entry in the journal.
const ENTRIES = { project: 2, release: 1, file: 1 };

/**
 * Judges an upload by all checks, in the order in which Warehouse makes them, and stores it if none refuses. Nothing is stored before the
 * last check has passed.
 */
export async function uploadAnswer(received: Received): Promise<Answer> {
  const described = await describedFrom(received);
  if (isAnswer(described)) return described;
  const place = projectFor(described);
  if (isAnswer(place)) return place;
  const { canonical } = described.metadata.version;
  const release = place.project.releases.find((candidate) => candidate.canonical === canonical);
  const answer = await addressedAnswer({
    ...described,
    project: place.project,
    isNewProject: place.isNewProject,
    release,
  });
  return { ...answer, headers: place.headers };
}

/** Steps 1 to 7: may anybody upload, who is it, what do they say the file is. */
async function describedFrom(received: Received): Promise<Described | Answer> {
  const closed = await firstAnswer(DOOR_RULES, received);
  if (closed !== undefined) return closed;
  const identity = identityFrom(received.index.state, received.authorization);
  if (isAnswer(identity)) return identity;
  const unclear = await firstAnswer(FORM_RULES, received);
  if (unclear !== undefined) return unclear;
  const metadata = metadataFrom(received.form);
  if (typeof metadata === 'string') return refused(400, metadata);
  const file = received.form.files.get('content')?.at(-1);
  if (file !== undefined) {
    const kind = firstValue(received.form, 'filetype') === 'sdist' ? 'sdist' : 'bdist_wheel';
    return { ...received, identity, metadata, kind, file };
  }
  // Warehouse takes any field of that name for a file, and breaks over one that is none.
  return received.form.values.has('content') ? BROKEN : refused(400, 'Upload payload does not have a file.');
}

/** Steps 9 to 28. */
async function addressedAnswer(addressed: Addressed): Promise<Answer> {
  const early =
    (await firstAnswer(PROJECT_RULES, addressed)) ?? (await firstAnswer(OUTSIDE_RULES, addressed));
  if (early !== undefined) return early;
  const hashed = { ...addressed, digests: digestsOf(addressed.file.bytes) };
  const known = await firstAnswer(KNOWN_RULES, hashed);
  if (known !== undefined) return known;
  const metadata = hashed.kind === 'sdist' ? await judgedSdist(hashed) : await judgedWheel(hashed);
  if (isAnswer(metadata)) return metadata;
  const provenance = await provenanceFrom(hashed);
  if (provenance !== undefined && isAnswer(provenance)) return provenance;
  if (hashed.release === undefined) await hashed.index.pause();
  return stored(hashed, metadata.bytes, provenance);
}

/** The METADATA file that is served beside a distribution: none beside a source distribution. */
interface ServedMetadata {
  readonly bytes: Buffer | undefined;
}

async function judgedSdist(hashed: Hashed): Promise<ServedMetadata | Answer> {
  const opened = await openedSdist(hashed);
  if (isAnswer(opened)) return opened;
  return (await firstAnswer(SDIST_RULES, opened)) ?? { bytes: undefined };
}

async function judgedWheel(hashed: Hashed): Promise<ServedMetadata | Answer> {
  const opened: OpenedWheel | Answer = openedWheel(hashed);
  if (isAnswer(opened)) return opened;
  const refusal = await firstAnswer(WHEEL_RULES, opened);
  return refusal ?? { bytes: zipFile(opened.archive, `${opened.infoFolder}/METADATA`) };
}

/**
 * Stores the file with its project and release. Two uploads under way at the same time that both make the release collide in Warehouse's
 * database: the one that comes to it later gets a server error.
 */
function stored(hashed: Hashed, metadata: Buffer | undefined, provenance: unknown): Answer {
  const { index, project: seen, arrival, metadata: described } = hashed;
  const { state } = index;
  const project = state.projects.get(seen.normalName) ?? seen;
  const existing = project.releases.find(({ canonical }) => canonical === described.version.canonical);
  if (existing !== undefined && existing.commit > arrival) return BROKEN;
  if (state.filenames.has(hashed.file.filename)) return BROKEN;
  state.commits += 1;
  const release = existing ?? newRelease(hashed, state.commits);
  const file = storedFile(hashed, metadata, provenance);
  const saved = withFile({ ...project, name: described.name }, release, file);
  const isNewProject = !state.projects.has(project.normalName);
  const entries =
    (isNewProject ? ENTRIES.project : 0) + (existing === undefined ? ENTRIES.release : 0) + ENTRIES.file;
  saveProject(state, saved, entries);
  state.filenames.add(file.filename);
  return ACCEPTED;
}

function newRelease({ metadata, index }: Hashed, commit: number): Release {
  const { text: version, canonical } = metadata.version;
  return { version, canonical, created: index.now(), commit, metadata, yanked: false, files: [] };
}

function storedFile(hashed: Hashed, metadata: Buffer | undefined, provenance: unknown): StoredFile {
  const { form, file, kind, digests, index } = hashed;
  return {
    filename: file.filename,
    kind,
    pythonVersion: kind === 'sdist' ? 'source' : (firstValue(form, 'pyversion') ?? ''),
    comment: firstValue(form, 'comment'),
    bytes: file.bytes,
    digests,
    metadata,
    uploaded: index.now(),
    provenance,
  };
}

function withFile(project: Project, release: Release, file: StoredFile): Project {
  const others = project.releases.filter(({ canonical }) => canonical !== release.canonical);
  return { ...project, releases: [...others, { ...release, files: [...release.files, file] }] };
}
