import { afterTries, quoted, type Row, sentence } from './fault-text.ts';

const RULESETS =
  'https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository';
const CLOSED = {
  archived: 'Take the repository out of the archive, then run again.',
  disabled: 'GitHub has shut it: the owner sees why at the repository’s page, or asks GitHub’s support.',
} as const;

/** The forge: tag, commit, release. */
export const forge = {
  'forge-forbidden': ((d) => ({
    title: 'The GitHub token may not do this',
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: `Give the job \`permissions: ${d.permission}\`.`,
    link: 'https://docs.github.com/actions/security-for-github-actions/security-guides/automatic-token-authentication',
  })) as Row<{ operation: string; status: number; message: string; permission: string }>,
  'forge-refused': ((d) => ({
    title: 'GitHub refuses',
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: d.remedy,
  })) as Row<{ operation: string; status: number; message: string; remedy: string }>,
  'tag-burnt': ((d) => ({
    title: 'The tag name can never be released again',
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy:
      'An immutable release once had this tag, and such a name stays used even after deletion. Release a new version.',
  })) as Row<{ operation: string; status: number; message: string }>,
  'release-immutable': ((d) => ({
    title: 'The release can no longer be changed',
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: 'It was published as an immutable release. Release a new version.',
  })) as Row<{ operation: string; status: number; message: string }>,
  'rules-forbid': ((d) => ({
    title: 'A rule of the repository forbids this',
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy:
      'Let GitHub Actions (or the app whose token this is) bypass the ruleset for release tags and branches, or set commit: pull-request.',
  })) as Row<{ operation: string; status: number; message: string }>,
  'forge-trouble': ((d) => ({
    title: 'GitHub does not answer as it should',
    finding: `${d.operation} failed ${afterTries(d.attempts)}: ${sentence(d.last)}`,
    remedy: 'Safe to run again as is: what already stands is looked at first.',
    blame: 'world',
  })) as Row<{ operation: string; attempts: number; last: string }>,
  'forge-token-missing': ((_d) => ({
    title: 'There is no token for GitHub',
    finding: 'github-token is empty.',
    remedy: 'Leave the input out to use the job’s own token.',
  })) as Row<Record<never, never>>,
  'tag-conflict': ((d) => ({
    title: 'The tag stands on another commit',
    finding: `${d.tag} points at ${d.theirs}; this release is of ${d.ours}.`,
    remedy:
      'A published tag is never moved. Release a new version, or run the release on the commit that the tag names.',
  })) as Row<{ tag: string; ours: string; theirs: string }>,
  'release-conflict': ((d) => ({
    title: 'The release holds other files',
    finding: `${d.asset} on the release ${d.tag} has sha256 ${d.theirs}; here it has ${d.ours}.`,
    remedy: 'Look at the release and take off what is not of this version, or release a new version.',
  })) as Row<{ asset: string; tag: string; ours: string; theirs: string }>,
  'draft-foreign': ((d) => ({
    title: 'Somebody else’s draft has this tag',
    finding: `The draft ${d.url} is for ${d.tag}, and this action did not make it.`,
    remedy:
      'Publish it under another tag or delete it; its text can go into a file that the notes input names.',
  })) as Row<{ tag: string; url: string }>,
  'draft-of-another-commit': ((d) => ({
    title: 'The release was begun from another commit',
    finding: `${d.url} holds ${d.tag} of commit ${d.theirs}; this run is of ${d.ours}.`,
    remedy:
      'Run the release again on the commit that it was begun from. If no index has any of its files yet, deleting the draft begins anew.',
  })) as Row<{ tag: string; url: string; theirs: string; ours: string }>,
  'drafts-disagree': ((d) => ({
    title: 'Two releases of one tag hold different files',
    finding: `${d.one} and ${d.other} are both for ${d.tag}, and their records name other digests.`,
    remedy: 'Delete the one whose files no index has.',
  })) as Row<{ tag: string; one: string; other: string }>,
  'journal-damaged': ((d) => ({
    title: 'The draft has lost a file of its record',
    finding: `${d.filename} on ${d.url}: ${d.problem}.`,
    remedy:
      'Put the file back if you have it. If no index has any file of this version yet, deleting the draft begins anew.',
  })) as Row<{ url: string; filename: string; problem: string }>,
  'tag-forbidden': ((d) => ({
    title: 'A rule of the repository forbids the tag',
    finding: `The tag ${d.tag} is against ${d.rules.join(' and ')}.`,
    remedy:
      'Let GitHub Actions (or the app whose token this is) bypass the ruleset, or push the tag by hand and release from that. This run has built nothing yet.',
    link: RULESETS,
  })) as Row<{ tag: string; rules: readonly string[] }>,
  'branch-protected': ((d) => ({
    title: 'A rule of the repository forbids the push of the release commit',
    finding: `A push to ${d.branch} is against ${d.rules.join(' and ')}.`,
    remedy:
      'Set commit: pull-request, or let GitHub Actions (or the app whose token this is) bypass the ruleset. This run has built nothing yet.',
    link: RULESETS,
  })) as Row<{ branch: string; rules: readonly string[] }>,
  'branch-moved': ((d) => ({
    title: 'The branch has moved on',
    finding: d.before
      ? `${d.branch} is ${d.tip === undefined ? 'gone' : `at ${d.tip}`}, but this run is of ${d.base}.`
      : `${d.branch} is at ${d.tip}, but the release commit is made on ${d.base}.`,
    remedy: d.before
      ? `Nothing was built or published yet. Start the release anew on ${d.branch} as it is now, or set commit: pull-request.`
      : 'The tag and the distributions stand. Merge the release commit by hand, or use commit: pull-request.',
  })) as Row<{ branch: string; tip: string | undefined; base: string; before?: true }>,
  'repository-closed': ((d) => ({
    title: 'The repository takes no changes',
    finding: `${d.repository} is ${d.state}.`,
    remedy: CLOSED[d.state],
  })) as Row<{ repository: string; state: keyof typeof CLOSED }>,
  'commit-missing': ((d) => ({
    title: 'GitHub does not have the commit',
    finding: `${d.repository} has no commit ${d.commit}.`,
    remedy: 'Push the commit first: what is released must be what stands on GitHub.',
  })) as Row<{ repository: string; commit: string }>,
  'not-a-checkout': ((d) => ({
    title: 'This is not a git checkout',
    finding: `${quoted(d.directory)} is not in a git repository.`,
    remedy: 'Check the repository out with actions/checkout before this step.',
  })) as Row<{ directory: string }>,
  'announcement-failed': ((d) => ({
    title: 'The announcement was not taken',
    finding: `The webhook answered ${d.answer}.`,
    remedy: 'The release stands. Send the announcement by hand; it is in the announcement output.',
    blame: 'world',
  })) as Row<{ answer: string }>,
} as const;
