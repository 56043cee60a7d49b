/** The release commit: version, changelog and fixes, made through the forge so that the forge signs it. */

import type { Plan } from '../../plan/plan.ts';
import type { Commit, Forge, NewCommit } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import { type Converged, converge, type Target } from '../../release/converge.ts';
import { type Emit, noticed, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { type FaultCode, fault, findingsOf, Stopped } from '../../release/fault.ts';
import { bytesOf, changedNames } from '../handover/changed-files.ts';

type CommitWorld = Pick<World, 'forge' | 'clock'>;

/** The message of a release's commit, in the checkout as on the forge. The tag tells the packages of one repository apart. */
export function releaseMessage({ tag }: Pick<Project, 'tag'>): string {
  return `Release ${tag}`;
}

/** The branch of a pull request for a release's commit. */
function proposalBranch({ tag }: Pick<Project, 'tag'>): string {
  return `pypi-release/${tag}`;
}

/** Whether a commit is one that an earlier run made for this release: right on top of the run's own, with our message. */
export function isReleaseCommit(
  commit: Pick<Commit, 'parents' | 'message'> | undefined,
  { forge }: Plan,
  project: Pick<Project, 'tag'>,
): boolean {
  return commit?.parents[0] === forge.commit && commit.message === releaseMessage(project);
}

interface Known {
  readonly project: Project;
  readonly build: Build;
}

/**
 * The commit that the release is of: the run's own, or a release commit on top of it where the release changed files.
 * One that was made but recorded nowhere is an unreachable object of the forge and harms nothing.
 *
 * @param recorded the commit that the journal names; undefined where there is none
 * @returns its SHA; in a dry run that would make one, the run's own
 */
export async function releasedCommit(
  { build, project }: Known,
  recorded: string | undefined,
  plan: Plan,
  world: CommitWorld,
  emit: Emit,
): Promise<string> {
  const { commit } = plan.forge;
  if (recorded !== undefined) return recorded;
  if (!hasReleaseCommit(plan, build)) return commit;
  if (plan.mode === 'dry-run') {
    emit({
      kind: 'decided',
      target: 'release commit',
      decision: 'would-act',
      evidence: `${changedNames(build.changed)} changed`,
    });
    return commit;
  }
  const message = releaseMessage(project);
  return step(
    emit,
    'Make the release commit',
    async () =>
      (await earlierCommit(world.forge, plan, project)) ??
      world.forge.commits.create({ parent: commit, message, files: contents(build) }),
    (made) => `${made.slice(0, 12)} on ${commit.slice(0, 12)}: ${changedNames(build.changed)}`,
  );
}

/** On a tag push the tag's commit is the release, whatever changed. */
function hasReleaseCommit({ version }: Plan, { changed }: Build): boolean {
  return changed.length > 0 && version.kind !== 'tag';
}

/** Brings the release commit back to the branch, as the `commit` input says; nothing where there is none. */
export async function bringToBranch(
  sha: string,
  { project, build }: Known,
  plan: Plan,
  world: CommitWorld,
  emit: Emit,
): Promise<void> {
  const { commit, branch, commitPolicy } = plan.forge;
  if (branch === undefined || plan.mode === 'dry-run' || !hasReleaseCommit(plan, build)) return;
  await HAND_ON[commitPolicy]({ branch, sha, base: commit, project }, plan, world, emit);
}

/** A release commit of an earlier run, found where that run would have left it: under the tag, at the tip of the branch, or in a pull request. */
async function earlierCommit(
  { refs, commits }: Forge,
  plan: Plan,
  project: Project,
): Promise<string | undefined> {
  const branches = plan.forge.branch === undefined ? [] : [plan.forge.branch, proposalBranch(project)];
  const places = [await refs.tag(project.tag), ...(await Promise.all(branches.map(refs.branch)))];
  for (const sha of places) {
    const commit = sha === undefined ? undefined : await commits.read(sha);
    if (isReleaseCommit(commit, plan, project)) return sha;
  }
  return undefined;
}

function contents({ changed }: Build): NewCommit['files'] {
  return Object.fromEntries(changed.map((each) => [each.file, bytesOf(each)]));
}

interface HandOn {
  readonly branch: string;
  readonly sha: string;
  readonly base: string;
  readonly project: Project;
}

type Hand = (commit: HandOn, plan: Plan, world: CommitWorld, emit: Emit) => Promise<unknown>;

/** What a pull request can do where a push cannot. */
const UNPUSHABLE: readonly FaultCode[] = ['branch-moved', 'rules-forbid'];

const push: Hand = async (commit, plan, world, emit) => {
  const { forge, clock } = world;
  try {
    return await converge(branchTarget(forge, commit.branch), commit, { mode: plan.mode, clock, emit });
  } catch (error) {
    const code = error instanceof Stopped ? error.faults[0]?.code : undefined;
    if (code === undefined || !UNPUSHABLE.includes(code)) throw error;
    const tip = await forge.refs.branch(commit.branch);
    // A branch that has not moved after all needs no pull request.
    if (code === 'branch-moved' && (tip === commit.base || tip === commit.sha)) throw error;
    return proposeIfAllowed(commit, plan, world, emit);
  }
};

/** The index has the files by now: tag and release must not wait for a right that nobody said would be needed. */
const proposeIfAllowed: Hand = async (commit, plan, world, emit) => {
  try {
    return await propose(commit, plan, world, emit);
  } catch (error) {
    if (!(error instanceof Stopped) || error.faults.some(({ blame }) => blame === 'world')) throw error;
    noticed(
      emit,
      'warning',
      `The release commit is not on ${commit.branch}`,
      `${findingsOf(error)} Merge ${commit.project.tag}, which is on it, by hand.`,
    );
    return 'satisfied';
  }
};

const propose: Hand = async ({ branch, sha, project }, _plan, { forge }, emit): Promise<Converged> => {
  const url = await forge.commits.propose({
    branch: proposalBranch(project),
    base: branch,
    commit: sha,
    title: releaseMessage(project),
    body: 'The version and changelog of the release.',
  });
  noticed(emit, 'notice', 'The release commit waits in a pull request', url);
  return 'act';
};

/** How the release commit goes back to the branch, by the `commit` input. */
const HAND_ON: Readonly<Record<Plan['forge']['commitPolicy'], Hand>> = {
  auto: push,
  push,
  'pull-request': propose,
  none: async () => 'satisfied',
};

interface SeenBranch {
  readonly tip: string | undefined;
  /** Whether the release commit is in its history. */
  readonly holds: boolean;
}

/** The branch moves forward to the release commit, never by force; what was pushed on top of that is somebody's work. */
function branchTarget({ refs, commits }: Forge, branch: string): Target<HandOn, SeenBranch, HandOn> {
  return {
    name: `branch ${branch}`,
    async observe({ sha, base }) {
      const tip = await refs.branch(branch);
      const isElsewhere = tip !== undefined && tip !== sha && tip !== base;
      return { tip, holds: isElsewhere ? await commits.isAncestor(sha, tip) : tip === sha };
    },
    decide(wanted, { tip, holds }) {
      const { sha, base } = wanted;
      if (holds) return { kind: 'satisfied', evidence: `it has ${sha}` };
      if (tip === base)
        return { kind: 'act', change: wanted, evidence: `it is at ${base}, where the release began` };
      const moved = fault('branch-moved', { branch, tip: tip ?? 'gone', base });
      return { kind: 'conflict', fault: moved, evidence: `it is at ${tip ?? 'no commit'}` };
    },
    act: ({ sha }) => refs.advanceBranch(branch, sha),
  };
}
