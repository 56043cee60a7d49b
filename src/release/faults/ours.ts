import { quoted, type Row, sentence } from './fault-text.ts';

/** The run itself. */
export const ours = {
  bug: ((d) => ({
    title: 'This is a bug in pypi-release',
    finding: `In ${d.phase}: ${sentence(d.message)}`,
    remedy: 'Please report it with the log. What already stands is kept; running again is safe.',
    link: 'https://github.com/org/pypi-release/issues/new',
    blame: 'world',
  })) as Row<{ phase: string; message: string }>,
  'dry-run-copy': ((d) => ({
    title: 'The copy for the dry run could not be made',
    finding: `${quoted(d.directory)} could not be copied: ${sentence(d.problem)}`,
    remedy:
      'A dry run works on a copy of the checkout. Let the runner have the room for it, and let the user of this step read every file: remove what a container or another user left there, or start from a fresh checkout.',
  })) as Row<{ directory: string; problem: string }>,
  'dry-run-linked': ((d) => ({
    title: 'A dry run needs a checkout with a repository of its own',
    finding: `.git in ${quoted(d.directory)} is no directory: it leads to another repository, as in a linked worktree or a submodule. The dry run of a copy would commit there.`,
    remedy: 'Make the dry run in a clone: check out by actions/checkout, or use git clone.',
  })) as Row<{ directory: string }>,
  'rehearsal-impossible': ((d) => ({
    title: 'The rehearsal cannot begin',
    finding: `${quoted(d.directory)} could not be fetched as a git repository: ${sentence(d.problem)}`,
    remedy:
      'Check the repository out with actions/checkout before this step, with a commit in it. Git must be there: a container needs it in its image.',
  })) as Row<{ directory: string; problem: string }>,
  cancelled: ((d) => ({
    title: 'The run was cancelled',
    finding: `${d.signal} came during ${d.phase}.`,
    remedy: 'Run again: the release goes on from what stands.',
    blame: 'world',
  })) as Row<{ signal: string; phase: string }>,
} as const;
