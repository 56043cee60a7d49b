import { describe, expect, it } from '@jest/globals';
import { develop } from '../../../src/phases/develop/develop.ts';
import type { CheckResult, Checks } from '../../../src/ports/checks.ts';
import {
  aCheck,
  aPlan,
  aProject,
  aWorld,
  codesOf,
  fakeCheckout,
  fakeChecks,
  fakeTags,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const SOURCE = { kind: 'source' } as const;

/** Checks that note when each begins and ends. */
function slowChecks(results: Partial<Record<'format' | 'lint' | 'tests', Partial<CheckResult>>> = {}) {
  const log: string[] = [];
  const slow = async (id: 'format' | 'lint' | 'tests', how: string): Promise<CheckResult> => {
    log.push(`begin ${id}${how}`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`end ${id}`);
    return aCheck(id, results[id]);
  };
  const checks: Checks = fakeChecks({
    format: (fix) => slow('format', fix ? ' fix' : ''),
    lint: (fix) => slow('lint', fix ? ' fix' : ''),
    tests: (command) => slow('tests', ` ${command}`),
  });
  return { checks, log };
}

function developing(checks: Checks, changes: PlanChanges = {}, looks: readonly (readonly string[])[] = []) {
  const told = recorder();
  const world = aWorld({ checks, checkout: fakeCheckout(...looks) });
  return { told, work: develop.run({ project: aProject() }, aPlan(changes), world, told.emit) };
}

const failed = { outcome: 'failed', evidence: 'ruff 0.9: 3 findings', details: 'a.py:1' } as const;

describe('develop', () => {
  it('runs its checks side by side', async () => {
    const { checks, log } = slowChecks();
    const { results, fixed } = await developing(checks).work;
    expect(results.map(({ id }) => id).sort()).toEqual(['format', 'lint', 'tests']);
    expect(fixed).toEqual([]);
    expect(log.slice(0, 3).every((entry) => entry.startsWith('begin'))).toBe(true);
  });

  it('has a project whose version git’s tags say installed as that version, and others when a check wants them', async () => {
    const installed: unknown[] = [];
    const tags = fakeTags();
    const checks = fakeChecks({
      async install(variables) {
        installed.push(variables, ...tags.calls);
      },
    });
    const world = aWorld({ checks, tags });
    const fromTags = {
      versionFromTags: true,
      versionVariables: { X_FOR_DEMO: '1.2.0', PBR_VERSION: '1.2.0' },
    };
    await develop.run({ project: aProject(fromTags) }, aPlan(), world, recorder().emit);
    expect(installed).toEqual([{ X_FOR_DEMO: '1.2.0' }, 'tag v1.2.0']);
    expect(tags.calls).toEqual(['tag v1.2.0', 'untag v1.2.0']);
    await develop.run({ project: aProject() }, aPlan(), world, recorder().emit);
    expect(installed).toHaveLength(2);
  });

  it('fixes lint, then format, and only then tests, and yields what it rewrote', async () => {
    const { checks, log } = slowChecks();
    const plan = { version: SOURCE, commands: { fix: true, test: 'make test' } };
    const { fixed } = await developing(checks, plan, [['mine.py'], ['mine.py', 'a.py', 'b.py']]).work;
    expect(log).toEqual([
      ...['begin lint fix', 'end lint', 'begin format fix', 'end format'],
      ...['begin tests make test', 'end tests'],
    ]);
    expect(fixed).toEqual(['a.py', 'b.py']);
  });

  it('tells each check from start to end, and what a failed one printed', async () => {
    const { told, work } = developing(slowChecks({ lint: failed }).checks, { allow: ['lint'] });
    await work;
    const steps = told.of('step-ended').map(({ step, outcome, says }) => [step, outcome, says]);
    expect(steps).toEqual([
      ['Lint', 'failed', 'ruff 0.9: 3 findings'],
      ['Format', 'passed', 'format is well'],
      ['Tests', 'passed', 'tests is well'],
    ]);
    expect(told.of('step-started')).toHaveLength(3);
    expect(told.of('output')).toEqual([{ kind: 'output', title: 'Lint', text: 'a.py:1' }]);
  });

  it('shows all that failed together', async () => {
    const all = { format: failed, lint: failed, tests: failed };
    expect([...(await codesOf(developing(slowChecks(all).checks).work))].sort()).toEqual([
      'format-failed',
      'lint-failed',
      'tests-failed',
    ]);
  });

  it.each([
    ['lint', 'lint-failed'],
    ['format', 'format-failed'],
    ['tests', 'tests-failed'],
  ] as const)('says which failed: %s', async (id, code) => {
    expect(await codesOf(developing(slowChecks({ [id]: failed }).checks).work)).toEqual([code]);
  });

  it('only warns of what is allowed to fail', async () => {
    const { told, work } = developing(slowChecks({ tests: failed, lint: failed }).checks, {
      allow: ['tests'],
    });
    expect(await codesOf(work)).toEqual(['lint-failed']);
    expect(told.of('noticed')).toEqual([
      {
        kind: 'noticed',
        level: 'warning',
        title: 'The tests do not pass',
        says: 'ruff 0.9: 3 findings',
      },
    ]);
  });

  it('does not count what does not apply as failed', async () => {
    const none = { outcome: 'not-applicable', evidence: 'there are no tests' } as const;
    const { told, work } = developing(slowChecks({ tests: none }).checks);
    await work;
    expect(told.of('step-ended')).toContainEqual({
      kind: 'step-ended',
      step: 'Tests',
      outcome: 'skipped',
      says: 'there are no tests',
    });
  });

  it('warns of what a check would have the reader know, and stops nothing for it', async () => {
    const unsure = { outcome: 'not-applicable', evidence: 'not judged', warning: 'pin ruff' } as const;
    const { told, work } = developing(slowChecks({ lint: unsure }).checks);
    await work;
    expect(told.of('noticed')).toEqual([
      { kind: 'noticed', level: 'warning', title: 'Lint', says: 'pin ruff' },
    ]);
  });

  it('gives the tests the time that the plan has for them', async () => {
    const minutes: number[] = [];
    const tests: Checks['tests'] = async (_command, limit) => {
      minutes.push(limit);
      return aCheck('tests');
    };
    await developing(fakeChecks({ tests }), { commands: { testMinutes: 7 } }).work;
    expect(minutes).toEqual([7]);
  });

  it('skips the tests where test-command is false', async () => {
    const { checks, log } = slowChecks();
    const { told, work } = developing(checks, { commands: { test: false } });
    const { results } = await work;
    expect(results.map(({ id }) => id)).toEqual(['lint', 'format']);
    expect(log.join()).not.toContain('tests');
    expect(told.of('step-ended')[0]).toMatchObject({ outcome: 'skipped', says: 'test-command: false' });
  });

  it('on a tag rewrites nothing, and only warns of what fix would have mended', async () => {
    const { checks, log } = slowChecks({ format: failed, lint: failed });
    const { told, work } = developing(checks, { commands: { fix: true } }, [[], ['a.py']]);
    const { fixed } = await work;
    expect(log.join()).not.toContain('fix');
    expect(fixed).toEqual([]);
    expect(told.of('noticed')).toHaveLength(2);
  });

  it('on a tag with fix still stops at tests that fail', async () => {
    const { work } = developing(slowChecks({ tests: failed }).checks, { commands: { fix: true } });
    expect(await codesOf(work)).toEqual(['tests-failed']);
  });
});
