import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PHASE_TABLE } from '../../src/phases/table.ts';
import {
  MONITOR,
  PATH_SPELLINGS,
  PATHS,
  type PathName,
  PHASES,
  selectedPhases,
} from '../../src/plan/paths.ts';
import type { Fact } from '../../src/release/facts.ts';

const NAMES = Object.keys(PATHS) as PathName[];
/** Facts that a phase can observe anew: the others would have to be yielded in the same job. */
const RECALLABLE: readonly Fact[] = ['project', 'build'];

describe('the paths', () => {
  it('are those of the contract', () => {
    expect(PATHS).toEqual({
      A: ['setup', 'develop', 'build', 'test-local', 'testpypi', 'pypi', 'post-publish'],
      B: ['setup', 'develop', 'build', 'pypi', 'post-publish'],
      C: ['build', 'pypi', 'post-publish'],
    });
  });

  it.each(NAMES)('%s keeps the order of the release', (name) => {
    expect(PATHS[name]).toEqual(PHASES.filter((phase) => (PATHS[name] as readonly string[]).includes(phase)));
  });

  it.each(NAMES)('%s yields each need before it is needed, or can recall it', (name) => {
    const yielded = new Set<Fact>(RECALLABLE);
    for (const phase of PATHS[name]) {
      const { needs, yields } = PHASE_TABLE[phase];
      expect(needs.filter((need) => !yielded.has(need))).toEqual([]);
      yielded.add(yields);
    }
  });

  it.each(NAMES)('%s wants nothing that a later phase of it yields', (name) => {
    const phases = PATHS[name].map((phase) => PHASE_TABLE[phase]);
    for (const [at, { wants }] of phases.entries()) {
      const later = phases.slice(at).map(({ yields }) => yields);
      expect(wants.filter((want) => later.includes(want))).toEqual([]);
    }
  });

  it('give each fact to exactly one phase, each under its own name', () => {
    const phases = Object.entries(PHASE_TABLE);
    const names = [...PHASES, MONITOR];
    expect(new Set(phases.map(([, { yields }]) => yields)).size).toBe(names.length);
    expect(phases.map(([name]) => name)).toEqual(names);
    expect(phases.map(([, { name }]) => name)).toEqual(names);
  });

  it('are meant by a letter or a word', () => {
    expect(PATH_SPELLINGS).toEqual({ a: 'A', full: 'A', b: 'B', quick: 'B', c: 'C', 'ultra-fast': 'C' });
  });
});

describe('selectedPhases', () => {
  const table: readonly (readonly [PathName, string, readonly string[] | undefined])[] = [
    ['A', 'all', PATHS.A],
    ['B', ' ALL ', PATHS.B],
    ['A', 'prepare', ['setup', 'develop', 'build', 'test-local']],
    ['A', 'publish', ['testpypi', 'pypi', 'post-publish']],
    ['B', 'Prepare', ['setup', 'develop', 'build']],
    ['B', 'publish', ['pypi', 'post-publish']],
    ['C', 'prepare', ['build']],
    ['A', 'build', ['build']],
    ['A', 'Test-Local', ['test-local']],
    ['A', 'pypi, build', ['build', 'pypi']],
    ['A', 'build,build', ['build']],
    ['C', 'testpypi', ['testpypi']],
    ['A', 'setup..test-local', ['setup', 'develop', 'build', 'test-local']],
    ['A', ' setup .. build ', ['setup', 'develop', 'build']],
    ['A', 'pypi..pypi', ['pypi']],
    ['B', 'build..pypi', ['build', 'pypi']],
    ['C', 'setup..pypi', ['build', 'pypi']],
    ['C', 'setup..develop', undefined],
    ['A', 'pypi..build', undefined],
    ['A', 'setup..', undefined],
    ['A', '..pypi', undefined],
    ['A', 'setup..build..pypi', undefined],
    ['A', 'setup..rubbish', undefined],
    ['A', 'rubbish', undefined],
    ['A', 'build,rubbish', undefined],
    ['A', 'build,', undefined],
    ['A', 'Monitor', ['monitor']],
    ['C', 'monitor', ['monitor']],
    ['A', 'build,monitor', undefined],
    ['A', 'setup..monitor', undefined],
    ['A', 'monitor..monitor', undefined],
    ['A', '', undefined],
  ];

  it.each(table)('on path %s, "%s" selects %j', (path, selector, phases) => {
    expect(selectedPhases(path, selector)).toEqual(phases);
  });

  it('keeps a range within the path, in its order', () => {
    const name = fc.constantFrom(...PHASES);
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), name, name, (path, first, last) => {
        const all: readonly string[] = PATHS[path];
        const picked = (selectedPhases(path, `${first}..${last}`) ??
          []) as readonly (typeof PHASES)[number][];
        expect(picked).toEqual(all.filter((phase) => (picked as readonly string[]).includes(phase)));
        for (const phase of picked) {
          expect(PHASES.indexOf(phase)).toBeGreaterThanOrEqual(PHASES.indexOf(first));
          expect(PHASES.indexOf(phase)).toBeLessThanOrEqual(PHASES.indexOf(last));
        }
      }),
    );
  });

  it('divides every path between prepare and publish', () => {
    for (const path of NAMES) {
      const [before, after] = [selectedPhases(path, 'prepare') ?? [], selectedPhases(path, 'publish') ?? []];
      expect([...before, ...after]).toEqual(PATHS[path]);
      expect(before).not.toContain('testpypi');
      expect(before).not.toContain('pypi');
    }
  });
});
