/** Compares the end of a rehearsal with what the table of projects says of it. */

import type { IndexWorld } from '../../src/emulators/serve.ts';
import type { CorpusProject, Stopped } from './project.ts';
import type { Rehearsed } from './rehearsal.ts';

/** In what the rehearsal ended otherwise than the table says, as sentences; none where it ended as it must. */
export function departures(project: CorpusProject, rehearsal: Rehearsed): readonly string[] {
  const { verdict } = project;
  return verdict.kind === 'released'
    ? ofRelease(project, rehearsal)
    : [...ofStop(verdict, rehearsal), ...ofNothingPublic(rehearsal)];
}

/** Why a rehearsal stopped, in one line; nothing where it did not. */
export function reasonOf({ report }: Rehearsed): string {
  const reasons = report.faults.map(({ phase, code, finding }) => `${phase}: ${code}: ${finding}`);
  return reasons.join('; ').replaceAll(/\s+/g, ' ');
}

function ofRelease({ version, tag }: CorpusProject, rehearsal: Rehearsed): readonly string[] {
  const { exitCode, report } = rehearsal;
  if (exitCode !== 0 || report.outcome !== 'released')
    return [`it ended with ${exitCode} as ${report.outcome}: ${reasonOf(rehearsal)}`];
  const { world } = report;
  const built = report.distributions.map(({ filename }) => filename).sort();
  const published = world.releases.filter((release) => !release.draft).map((release) => release.tag);
  return [
    ...unless(same(kinds(built), ['sdist', 'wheel']), `it built ${built}`),
    ...unless(same(held(world.testpypi), [[version, built]]), `TestPyPI holds ${told(world.testpypi)}`),
    ...unless(same(held(world.pypi), [[version, built]]), `PyPI holds ${told(world.pypi)}`),
    ...unless(same(Object.keys(world.tags), [tag]), `the tags are ${Object.keys(world.tags)}`),
    ...unless(world.tags[tag] === report.commit, `${tag} is not on the commit`),
    ...unless(same(published, [tag]), `the releases are ${told(world.releases)}`),
  ];
}

function ofStop({ phase, codes, finding, remedy }: Stopped, rehearsal: Rehearsed): readonly string[] {
  const { exitCode, report } = rehearsal;
  const wanted = codes.map((code) => `${phase}: ${code}`).sort();
  const seen = [...new Set(report.faults.map((fault) => `${fault.phase}: ${fault.code}`))].sort();
  const says = (part: 'finding' | 'remedy', words: RegExp) =>
    report.faults.some((fault) => words.test(fault[part]));
  return [
    ...unless(
      exitCode !== 0 && report.outcome === 'failed',
      `it ended with ${exitCode} as ${report.outcome}`,
    ),
    ...unless(same(seen, wanted), `it stopped for ${seen}, not ${wanted}: ${reasonOf(rehearsal)}`),
    ...unless(says('finding', finding), `no finding says ${finding}: ${reasonOf(rehearsal)}`),
    ...unless(
      says('remedy', remedy),
      `no remedy says ${remedy}: ${report.faults.map((fault) => fault.remedy)}`,
    ),
  ];
}

function ofNothingPublic({ report: { world } }: Rehearsed): readonly string[] {
  const published = world.releases.filter((release) => !release.draft);
  return [
    ...unless(held(world.pypi).length === 0, `PyPI holds ${told(world.pypi)}`),
    ...unless(published.length === 0, `the releases are ${told(published)}`),
  ];
}

/** What an index holds: version and file names, of every project. */
function held(index: IndexWorld): readonly (readonly [string, readonly string[]])[] {
  return Object.values(index).flatMap((project) =>
    Object.entries(project).map(([version, files]) => [version, Object.keys(files).sort()] as const),
  );
}

function kinds(filenames: readonly string[]): readonly string[] {
  return filenames.map((filename) => (filename.endsWith('.whl') ? 'wheel' : 'sdist')).sort();
}

function unless(holds: boolean, sentence: string): readonly string[] {
  return holds ? [] : [sentence];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function told(value: unknown): string {
  return JSON.stringify(value);
}
