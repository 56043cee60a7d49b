import path from 'node:path';
import { isAttestation } from '../../packaging/attestation.ts';
import { sha256Hex } from '../../packaging/digest.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ForgeRelease } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import type { Build, Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { writeRecord } from '../../release/record.ts';
import { attestationDirectory } from '../../upload/attestations.ts';
import { adoptArtifact } from './artifact-journal.ts';
import type { ReleaseForge } from './forge-release.ts';
import { findJournal, keepsJournal } from './journal.ts';

/**
 * Takes the bytes of a journal, on the draft, else in the artifact of this job: those of an interrupted run are those of this release,
 * whatever a rebuild would give. They replace what lies in the directory of the distributions.
 *
 * @returns undefined where there is no journal to take from
 * @throws Stopped journal-damaged where the draft has lost a file that its record names; distribution-altered where the artifact has
 */
export async function adoptJournal(
  plan: Plan,
  project: Project,
  world: Pick<World, 'files' | 'forge' | 'handover'>,
): Promise<Build | undefined> {
  return keepsJournal(plan) ? adoptDraft(plan, project, world) : adoptArtifact(plan, project, world);
}

async function adoptDraft(
  plan: Plan,
  project: Project,
  { files, forge }: Pick<World, 'files' | 'forge'>,
): Promise<Build | undefined> {
  const standing = await findJournal(plan, project, forge);
  if (standing.kind !== 'kept') return undefined;
  const { release, record } = standing;
  const contents = await Promise.all(
    record.distributions.map(
      async ({ filename, sha256 }) =>
        [filename, await bytesOf(filename, sha256, { release, forge })] as const,
    ),
  );
  await files.remove(plan.packages);
  for (const [filename, bytes] of contents) await files.write(path.join(plan.packages, filename), bytes);
  await writeRecord(files, plan.packages, record);
  for (const asset of release.assets.filter(({ name, complete: whole }) => whole && isAttestation(name))) {
    await files.write(path.join(attestationDirectory(plan), asset.name), await forge.assets.download(asset));
  }
  return { distributions: record.distributions, changed: record.changed };
}

async function bytesOf(
  filename: string,
  sha256: string,
  { release, forge }: { readonly release: ForgeRelease; readonly forge: ReleaseForge },
): Promise<Uint8Array> {
  const asset = release.assets.find(({ name, complete }) => name === filename && complete);
  if (asset === undefined)
    return stop('journal-damaged', { url: release.url, filename, problem: 'it is not there' });
  const bytes = await forge.assets.download(asset);
  const got = sha256Hex(bytes);
  return got === sha256
    ? bytes
    : stop('journal-damaged', {
        url: release.url,
        filename,
        problem: `its sha256 is ${got}, recorded ${sha256}`,
      });
}
