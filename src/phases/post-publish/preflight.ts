/** What the forge lets one know before anything is built: whether this run could tag, release and push. */

import { isStale } from '../../packaging/version-places.ts';
import { type Plan, writesVersion } from '../../plan/plan.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, faultsOf, Stopped } from '../../release/fault.ts';
import { findJournal, keepsJournal } from '../journal/journal.ts';
import { isReleaseCommit } from '../journal/release-commit.ts';

/**
 * What would keep this run from ending well at the forge. Looks only; what the forge does not tell (403, 404) is no fault.
 *
 * @param project undefined where it could not be read; then only the repository is looked at
 */
export async function forgeFaults(
  plan: Plan,
  project: Project | undefined,
  forge: Forge,
): Promise<readonly Fault[]> {
  const closed = await faultsOf(() => repositoryFaults(forge));
  if (closed.length > 0 || project === undefined) return closed;
  const found = await Promise.all([
    faultsOf(() => permissionFaults(plan, project, forge)),
    faultsOf(() => standingFaults(plan, project, forge)),
  ]);
  return found.flat();
}

interface Look<Seen> {
  /** Undefined where the look was refused. */
  readonly seen: Seen | undefined;
  readonly faults: readonly Fault[];
}

/** A refusal is what is looked for here; anything else thrown is a bug of ours. */
async function look<Seen>(at: () => Promise<Seen>): Promise<Look<Seen>> {
  try {
    return { seen: await at(), faults: [] };
  } catch (error) {
    if (error instanceof Stopped) return { seen: undefined, faults: error.faults };
    throw error;
  }
}

/** A renamed repository is no fault: the forge leads on from the old name. */
async function repositoryFaults(forge: Forge): Promise<readonly Fault[]> {
  const { fullName: repository, archived, disabled } = await forge.repository.read();
  if (archived) return [fault('repository-closed', { repository, state: 'archived' })];
  return disabled ? [fault('repository-closed', { repository, state: 'disabled' })] : [];
}

/**
 * Drawing up notes saves nothing, yet the forge gives them only to a token with `contents: write` (docs: "Generate release
 * notes content for a release"): so a missing permission is known before anything is built.
 */
async function permissionFaults(plan: Plan, project: Project, forge: Forge): Promise<readonly Fault[]> {
  if (plan.mode === 'dry-run') return [];
  const refusals = await faultsOf(async () => {
    await forge.releases.generatedNotes(project.tag, plan.forge.commit);
    return [];
  });
  // Whether these notes can be made is not the question here.
  return refusals.filter(({ code }) => code === 'forge-forbidden');
}

/** What stands on the forge for this release. */
interface Seen {
  readonly plan: Plan;
  readonly project: Project;
  /** The commit that the tag points at. */
  readonly tagged: string | undefined;
  /** Whether the tag is on a release commit of an earlier run. */
  readonly tagIsOurs: boolean;
  /** Whether an earlier run began what this one is to end; undefined where that cannot be told. */
  readonly begun: boolean | undefined;
}

async function standingFaults(plan: Plan, project: Project, forge: Forge): Promise<readonly Fault[]> {
  const { repository, commit } = plan.forge;
  if ((await forge.commits.read(commit)) === undefined)
    return [fault('commit-missing', { repository, commit })];
  const journal = await look(async () =>
    keepsJournal(plan) ? findJournal(plan, project, forge) : ({ kind: 'none' } as const),
  );
  const tagged = await forge.refs.tag(project.tag);
  const tag = tagged === undefined ? undefined : await forge.commits.read(tagged);
  const tagIsOurs = isReleaseCommit(tag, plan, project);
  const isTold = keepsJournal(plan) && journal.seen !== undefined;
  const begun = tagIsOurs || journal.seen?.kind === 'kept' || (isTold ? false : undefined);
  const seen = { plan, project, tagged, tagIsOurs, begun };
  return [
    ...journal.faults,
    ...(await faultsOf(() => tagFaults(seen, forge))),
    ...(await faultsOf(() => branchFaults(seen, forge))),
  ];
}

async function tagFaults(
  { plan, project, tagged, tagIsOurs }: Seen,
  forge: Forge,
): Promise<readonly Fault[]> {
  const { tag } = project;
  const { commit } = plan.forge;
  // The tag on the run's own commit is in the way of a release commit on top of that.
  const isOnTop = makesReleaseCommit(plan, project);
  const ours = isOnTop ? `a commit with ${project.version} in it, on top of ${commit}` : commit;
  if (tagged !== undefined) {
    const fits = tagIsOurs || (tagged === commit && !isOnTop);
    return fits ? [] : [fault('tag-conflict', { tag, ours, theirs: tagged })];
  }
  const rules = await forge.rules.tag(tag);
  return rules.length === 0 ? [] : [fault('tag-forbidden', { tag, rules })];
}

/** Whether a release commit can be pushed, where it is certain already that there will be one to push. */
async function branchFaults({ plan, project, begun }: Seen, forge: Forge): Promise<readonly Fault[]> {
  const { branch, commit, commitPolicy } = plan.forge;
  const pushes = commitPolicy === 'auto' || commitPolicy === 'push';
  if (branch === undefined || !pushes || !makesReleaseCommit(plan, project)) return [];
  // What an earlier run or job began is brought to its end whatever became of the branch: by a pull request, or by hand.
  if (begun === true || !plan.phases.includes('pypi')) return [];
  const tip = await forge.refs.branch(branch);
  if (tip === commit) {
    const rules = await forge.rules.branch(branch);
    return rules.length > 0 ? [fault('branch-protected', { branch, rules })] : [];
  }
  const mayHaveBegun = begun === undefined || !plan.phases.includes('build');
  return mayHaveBegun || (await isPushed(tip, plan, project, forge))
    ? []
    : [fault('branch-moved', { branch, tip, base: commit, before: true })];
}

/** Fixes of the formatter and badges may make a release commit, too; a new version is sure to. */
function makesReleaseCommit(plan: Plan, project: Project): boolean {
  return writesVersion(plan) && project.versionPlaces.some((place) => isStale(place, project.version));
}

/** Whether an earlier run pushed its release commit, and nobody has since. */
async function isPushed(
  tip: string | undefined,
  plan: Plan,
  project: Project,
  { commits }: Forge,
): Promise<boolean> {
  return isReleaseCommit(tip === undefined ? undefined : await commits.read(tip), plan, project);
}
