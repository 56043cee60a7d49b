import type { Commits, NewCommit, Proposal, Refs } from '../../ports/forge.ts';
import { stop } from '../../release/fault.ts';
import { forgeFailure, isRequestError } from './errors.ts';
import type { ForgeCalls, Octokit, RepositoryName } from './octokit.ts';

/** A plain file, as git writes its mode. */
const PLAIN = '100644';
// Without that of links: what is written is what a link leads to.
const FILE_MODES = ['100644', '100755'] as const;
type FileMode = (typeof FILE_MODES)[number];

/** Commits made through the API, and pull requests for them. */
export function createCommits(calls: ForgeCalls, named: RepositoryName, refs: Refs): Commits {
  return {
    async read(commit) {
      const found = await calls.find(`Reading the commit ${commit}`, ({ rest }) =>
        rest.git.getCommit({ ...named, commit_sha: commit }),
      );
      if (found === undefined) return undefined;
      const { sha, tree, parents, message } = found.data;
      return { sha, tree: tree.sha, parents: parents.map((parent) => parent.sha), message };
    },
    async create(commit) {
      return calls.call('Making the release commit', async ({ rest }) => {
        const parent = await rest.git.getCommit({ ...named, commit_sha: commit.parent });
        const tree = await treeWith(calls, named, commit, parent.data.tree.sha);
        // Without author and committer: only then the forge signs the commit.
        const { message } = commit;
        const { data } = await rest.git.createCommit({ ...named, message, tree, parents: [commit.parent] });
        return data.sha;
      });
    },
    async isAncestor(commit, of) {
      const found = await calls.find(`Comparing ${commit} with ${of}`, ({ rest }) =>
        rest.repos.compareCommitsWithBasehead({ ...named, basehead: `${commit}...${of}`, per_page: 1 }),
      );
      return found?.data.status === 'ahead' || found?.data.status === 'identical';
    },
    async propose(proposal) {
      const { branch, commit } = proposal;
      const pulls = await pullsOf(calls, named, proposal);
      // What was merged needs no second request, nor its branch, which may have gone with the merge.
      const merged = pulls.find((pull) => typeof pull.merged_at === 'string' && pull.head.sha === commit);
      if (merged !== undefined) return merged.html_url;
      await putBranch(calls, named, refs, branch, commit);
      return pulls.find(isOpen)?.html_url ?? openPull(calls, named, proposal);
    },
  };
}

type Pull = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

function isOpen({ state }: Pull): boolean {
  return state === 'open';
}

/** Pull requests of this branch for that one, whatever became of them. */
async function pullsOf(
  calls: ForgeCalls,
  named: RepositoryName,
  { branch, base }: Proposal,
): Promise<readonly Pull[]> {
  const head = `${named.owner}:${branch}`;
  const { data } = await calls.call(`Looking for pull requests for ${branch}`, ({ rest }) =>
    rest.pulls.list({ ...named, head, base, state: 'all' }),
  );
  return data.filter((pull) => pull.head.ref === branch && pull.base.ref === base);
}

/** Opens the pull request; of two runs at once one is refused, and finds that of the other. */
async function openPull(calls: ForgeCalls, named: RepositoryName, proposal: Proposal): Promise<string> {
  const { branch, base, title, body } = proposal;
  const operation = `Opening a pull request for ${branch}`;
  const made = await calls.attempt(operation, [422], ({ rest }) =>
    rest.pulls.create({ ...named, head: branch, base, title, body }),
  );
  if (!isRequestError(made)) return made.data.html_url;
  const theirs = (await pullsOf(calls, named, proposal)).find(isOpen);
  if (theirs === undefined) throw forgeFailure(operation, made, 1);
  return theirs.html_url;
}

/** The tree of the commit with these files in place of theirs; each keeps the mode that it has. */
async function treeWith(
  calls: ForgeCalls,
  named: RepositoryName,
  commit: NewCommit,
  base_tree: string,
): Promise<string> {
  return calls.call('Making the tree of the release commit', async ({ rest }) => {
    const before = await rest.git.getTree({ ...named, tree_sha: base_tree, recursive: 'true' });
    const modes = new Map(before.data.tree.map((entry) => [entry.path, entry.mode]));
    const tree = await Promise.all(
      Object.entries(commit.files).map(async ([path, content]) => {
        const entry = { path, mode: fileMode(modes.get(path)), type: 'blob' as const };
        // An entry without an object takes the path away (GitHub docs, "Create a tree").
        if (content === null) return { ...entry, sha: null };
        const encoded = Buffer.from(content).toString('base64');
        const { data } = await rest.git.createBlob({ ...named, content: encoded, encoding: 'base64' });
        return { ...entry, sha: data.sha };
      }),
    );
    const { data } = await rest.git.createTree({ ...named, base_tree, tree });
    return data.sha;
  });
}

function fileMode(mode: string | undefined): FileMode {
  return FILE_MODES.find((each) => each === mode) ?? PLAIN;
}

/** Makes the branch on the commit, unless it stands there already. */
async function putBranch(
  calls: ForgeCalls,
  named: RepositoryName,
  refs: Refs,
  branch: string,
  commit: string,
): Promise<void> {
  const operation = `Making the branch ${branch}`;
  const tip = await refs.branch(branch);
  if (tip === commit) return;
  if (tip !== undefined) {
    const message = `the branch is at ${tip}, not at ${commit}`;
    stop('forge-refused', {
      operation,
      status: 422,
      message,
      remedy: `Merge or delete the branch ${branch}, then run again.`,
    });
  }
  const made = await calls.attempt(operation, [422], ({ rest }) =>
    rest.git.createRef({ ...named, ref: `refs/heads/${branch}`, sha: commit }),
  );
  if (isRequestError(made) && (await refs.branch(branch)) !== commit) throw forgeFailure(operation, made, 1);
}
