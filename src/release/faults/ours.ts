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
