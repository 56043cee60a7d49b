import { quoted, type Row, sentence } from './fault-text.ts';

/** What the project's own tools and its distributions say. */
export const checks = {
  'uv-unavailable': ((d) => ({
    title: 'uv cannot be provided',
    finding: `uv ${d.range} is neither on PATH nor to be had from PyPI: ${sentence(d.problem)}`,
    remedy:
      'Run again if the network failed. Else install uv before this step, or give a uv-version that includes the pinned one.',
    blame: d.problem.startsWith('HTTP') ? 'world' : 'user',
  })) as Row<{ range: string; problem: string }>,
  'download-altered': ((d) => ({
    title: 'A download is not what it should be',
    finding: `${d.file} has sha256 ${d.got}; ${d.wanted} is pinned.`,
    remedy: 'It is not used. Run again; if it stays so, tell the maintainers of pypi-release.',
  })) as Row<{ file: string; got: string; wanted: string }>,
  'tool-failed': ((d) => ({
    title: `${d.tool} failed`,
    finding: `${d.what} ended with exit code ${d.exitCode}. ${d.tail}`,
    remedy: d.remedy,
  })) as Row<{ tool: string; what: string; exitCode: number; tail: string; remedy: string }>,
  'format-failed': ((d) => ({
    title: 'The code is not formatted',
    finding: d.evidence,
    remedy: 'Run `ruff format`, or set fix: true to have it done in the release commit.',
  })) as Row<{ evidence: string }>,
  'lint-failed': ((d) => ({
    title: 'The code has lint findings',
    finding: d.evidence,
    remedy:
      'Run `ruff check --fix` and mend the rest; fix: true has the mechanical part done in the release commit.',
  })) as Row<{ evidence: string }>,
  'tests-failed': ((d) => ({
    title: 'The tests do not pass',
    finding: d.evidence,
    remedy:
      'Mend what fails. Where the tests cannot run here, give the project’s own test-command, or test-command: false to go without.',
  })) as Row<{ evidence: string }>,
  'build-empty': ((d) => ({
    title: 'The build left no distribution',
    finding: `${d.command} ended well, but ${quoted(d.directory)} holds ${d.found}.`,
    remedy: 'The build must put one sdist (.tar.gz) or wheels (.whl) into packages-dir.',
  })) as Row<{ command: string; directory: string; found: string }>,
  'distribution-unfit': ((d) => ({
    title: 'A distribution would be refused',
    finding: `${d.filename}: ${sentence(d.problem)}`,
    remedy: d.remedy,
  })) as Row<{ filename: string; problem: string; remedy: string }>,
  'distribution-altered': ((d) => ({
    title: 'The distributions are not those that were built',
    finding: `${d.filename} has sha256 ${d.got}; the release record says ${d.recorded}.`,
    remedy: 'Hand the distributions on unchanged (an artifact upload keeps them), or build again.',
  })) as Row<{ filename: string; got: string; recorded: string }>,
  'distributions-of-another-commit': ((d) => ({
    title: 'The distributions are of another commit',
    finding: `${quoted(d.directory)} holds what was built of commit ${d.theirs}; this run is of ${d.ours}.`,
    remedy: 'Hand on what a job of this very run has built, or build again.',
  })) as Row<{ directory: string; theirs: string; ours: string }>,
  'install-failed': ((d) => ({
    title: `${d.what} cannot be installed`,
    finding: d.tail,
    remedy:
      'Install it in a fresh environment to see the same, and mend its dependencies or its Requires-Python.',
  })) as Row<{ what: string; tail: string }>,
  'smoke-failed': ((d) => ({
    title: `${d.what} does not work`,
    finding: d.tail,
    remedy:
      'The distribution was installed into a fresh environment, away from the checkout. What it lacks there it lacks for its users.',
  })) as Row<{ what: string; tail: string }>,
  'phase-missing': ((d) => ({
    title: `Phase ${d.phase} needs phase ${d.first} first`,
    finding: `Phase ${d.phase} works on what ${d.first} yields (${d.fact}): that was not made in this job, and is not to be found in what an earlier one left: ${sentence(d.searched)}`,
    remedy: `Run phase ${d.first} before it, in this job or in one that hands its files on: by artifact, or by steps that carry packages-dir.`,
  })) as Row<{ phase: string; fact: string; first: string; searched: string }>,
  'checklist-failed': ((d) => ({
    title: `The checklist stops the release at ${d.id}`,
    finding: sentence(d.evidence),
    remedy: `${sentence(d.cure)} To go on all the same, name the row in the allow input: allow: ${d.id}.`,
  })) as Row<{ id: string; evidence: string; cure: string }>,
} as const;
