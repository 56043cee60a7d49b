import { listed, quoted, type Row, sentence } from './fault-text.ts';

/** How distributions get from one job to another. */
export const handover = {
  'handover-impossible': (() => ({
    title: 'This runner keeps no artifacts',
    finding:
      'handover is "artifact", and the job has no artifact service that this action knows: the runner gives no ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN, or the forge is a GitHub Enterprise Server.',
    remedy:
      'Set handover: files, and carry packages-dir to the later job by steps of the workflow, or run all phases in one job.',
  })) as Row<Record<never, never>>,
  'artifact-name-unfit': ((d) => ({
    title: 'The artifact to hand on has no single name',
    finding: `artifact is ${quoted(listed(d.names))}, and this job builds and hands on.`,
    remedy:
      'Give this job one name without * and ?, such as wheels-${{ matrix.os }}. Patterns and lists are for a job that takes.',
  })) as Row<{ names: readonly string[] }>,
  'artifact-taken': ((d) => ({
    title: `Two jobs leave one artifact, ${d.artifact}`,
    finding: `Artifact ${d.artifact} of this run is there already, left by ${d.job}${d.files.length === 0 ? '' : `: ${listed(d.files)}`}. It is kept as it is, since the release would lack what is in it.`,
    remedy:
      'Give each job that builds an artifact of its own, such as artifact: wheels-${{ matrix.os }}, and the job that publishes all of them: artifact: wheels-*.',
  })) as Row<{ artifact: string; job: string; files: readonly string[] }>,
  'artifact-service': ((d) => ({
    title: 'The artifact service of the runner failed',
    finding: `It failed at ${d.operation}: ${sentence(d.problem)}`,
    remedy: 'Run the failed job again: what other jobs have left is kept.',
    blame: 'world',
  })) as Row<{ operation: string; problem: string }>,
  'artifact-damaged': ((d) => ({
    title: `Artifact ${d.artifact} is damaged`,
    finding: `What came of artifact ${d.artifact} cannot be used: ${sentence(d.problem)}`,
    remedy: 'Run this job again. If it stays so, run the job again that made the artifact.',
    blame: 'world',
  })) as Row<{ artifact: string; problem: string }>,
  'artifact-huge': ((d) => ({
    title: `Artifact ${d.artifact} is too large`,
    finding: `Artifact ${d.artifact} holds ${d.size} bytes, packed or unpacked, and up to ${d.limit} bytes are taken.`,
    remedy:
      'Leave the distributions alone in the artifact, or those of each job in an artifact of their own. Where they are that large, carry them by steps of the workflow, with handover: files.',
  })) as Row<{ artifact: string; size: number; limit: number }>,
  'artifacts-clash': ((d) => ({
    title: `Two artifacts hold ${d.filename} with different bytes`,
    finding: `${d.filename} is in artifact ${d.one.artifact} with sha256 ${d.one.sha256}, and in artifact ${d.other.artifact} with sha256 ${d.other.sha256}.`,
    remedy:
      'Let one job alone build each file: one wheel for each platform and Python, the sdist and a pure wheel in one of the jobs.',
  })) as Row<{
    filename: string;
    one: { artifact: string; sha256: string };
    other: { artifact: string; sha256: string };
  }>,
  'record-unfit': ((d) => ({
    title: 'The release record cannot be followed',
    finding: `${d.file} with the distributions is a release record, but ${sentence(d.problem)}`,
    remedy:
      'Let the jobs of a release use one version of this action, and run the job again that built. If nobody but this action made the file, report it.',
  })) as Row<{ file: string; problem: string }>,
  'records-disagree': ((d) => ({
    title: 'Jobs of this run prepared different releases',
    finding: `Artifact ${d.one} and artifact ${d.other} differ in ${d.what}.`,
    remedy:
      'Let all building jobs run on one commit with the same version or bump, and one of them alone change files (fix, badges). A changelog that was dated on two days differs too: then run the building jobs again.',
  })) as Row<{ one: string; other: string; what: string }>,
} as const;
