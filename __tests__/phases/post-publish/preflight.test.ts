import { describe, expect, it } from '@jest/globals';
import { createForge } from '../../../src/adapters/github/forge.ts';
import { MARKER } from '../../../src/phases/journal/journal.ts';
import { forgeFaults } from '../../../src/phases/post-publish/preflight.ts';
import type { Project } from '../../../src/release/facts.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { RECORD_NAME, recordOf, recordText } from '../../../src/release/record.ts';
import { runningForge, TOKEN } from '../../emulators/forge/fixture.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { anAsset, aRelease, type MemoryForgeOptions, memoryForge } from '../../support/memory-forge.ts';
import { aBuild, aPlan, aProject, type PlanChanges } from '../../support/world.ts';

const RUN = aPlan().forge.commit;
const OURS = { sha: 'ea41ee', tree: 't', parents: [RUN], message: 'Release v1.2.0' };
const THEIRS = { sha: 'beef', tree: 't', parents: ['dead'], message: 'Fix' };
const RULE = 'the ruleset "All" (nothing is allowed)';

interface Look extends MemoryForgeOptions {
  readonly plan?: PlanChanges;
  readonly project?: Partial<Project> | undefined;
}

function faults({ plan = {}, project = {}, ...forge }: Look) {
  return forgeFaults(aPlan(plan), aProject(project), memoryForge(forge));
}
const codes = async (look: Look) => (await faults(look)).map(({ code }) => code);

/** The record that an earlier run of this commit left on its draft. */
function journal(commit = RUN) {
  const record = new TextEncoder().encode(recordText(recordOf(commit, aProject(), aBuild())));
  const asset = anAsset(RECORD_NAME, record);
  return {
    releases: [aRelease({ notes: MARKER, assets: [asset] })],
    contents: new Map([[asset.id, record]]),
  };
}

describe('the forge, looked at before anything is built', () => {
  it.each(['archived', 'disabled'] as const)('is no place to release to where it is %s', async (state) => {
    const [found, ...others] = await faults({ repository: { [state]: true }, tags: { 'v1.2.0': 'beef' } });
    expect([found?.code, others]).toEqual(['repository-closed', []]);
    expect(found?.finding).toBe(`org/demo is ${state}.`);
  });

  it('may have another name than the run has', async () => {
    expect(await codes({ repository: { fullName: 'org/renamed' } })).toEqual([]);
  });

  it('is told to be without the commit, of which nothing can be released', async () => {
    const found = await faults({ plan: { forge: { commit: 'c0de' } } });
    expect(found.map(({ finding }) => finding)).toEqual(['org/demo has no commit c0de.']);
  });

  it('tells that the token may not see the repository, though the project could not be read', async () => {
    const refusal = new Stopped([fault('forge-token-missing', {})]);
    expect((await forgeFaults(aPlan(), undefined, memoryForge({ refusal })))[0]?.code).toBe(
      'forge-token-missing',
    );
    expect(await forgeFaults(aPlan(), undefined, memoryForge())).toEqual([]);
  });

  it('tells that the token may not write, and takes no other trouble with notes for that', async () => {
    const forbidden = fault('forge-forbidden', {
      ...{ operation: 'notes', status: 403, message: 'no', permission: 'contents: write' },
    });
    const trouble = fault('forge-trouble', { operation: 'notes', attempts: 3, last: '502' });
    const withoutNotes = new Stopped([forbidden]);
    expect(await codes({ withoutNotes })).toEqual(['forge-forbidden']);
    expect(await codes({ withoutNotes, plan: { mode: 'dry-run' } })).toEqual([]);
    expect(await codes({ withoutNotes: new Stopped([trouble]) })).toEqual([]);
  });

  it('tells all that stands in the way at once', async () => {
    const forbidden = fault('forge-forbidden', {
      ...{ operation: 'notes', status: 403, message: 'no', permission: 'contents: write' },
    });
    const found = await codes({
      withoutNotes: new Stopped([forbidden]),
      releases: [aRelease({ notes: 'By hand.' })],
      rules: { 'refs/tags/v1.2.0': [RULE], 'refs/heads/main': [RULE] },
      branches: { main: RUN },
      ...PUSHING,
    });
    expect(found).toEqual(['forge-forbidden', 'draft-foreign', 'tag-forbidden', 'branch-protected']);
  });

  it('does not take a bug for a refusal', async () => {
    await expect(faults({ refusal: new TypeError('ours') })).rejects.toThrow(TypeError);
  });

  it('may hold a draft of anybody where this run makes no release', async () => {
    const releases = [aRelease({ notes: 'By hand.' })];
    expect(await codes({ releases, plan: { forge: { release: 'none' } } })).toEqual([]);
    expect(await codes({ releases })).toEqual(['draft-foreign']);
  });

  it('may have a release of this tag already, made by hand: the run takes it up', async () => {
    expect(await codes({ releases: [aRelease({ draft: false })], tags: { 'v1.2.0': RUN } })).toEqual([]);
  });
});

describe('the tag', () => {
  it.each<readonly [string, MemoryForgeOptions, readonly string[]]>([
    ['is free', {}, []],
    ['is on the run’s commit', { tags: { 'v1.2.0': RUN } }, []],
    ['is elsewhere', { tags: { 'v1.2.0': 'beef' } }, ['tag-conflict']],
    ['is on a release commit of an earlier run', { tags: { 'v1.2.0': OURS.sha }, commits: [OURS] }, []],
    [
      'is on a commit further on',
      { tags: { 'v1.2.0': 'beef' }, commits: [{ ...THEIRS, parents: ['x', RUN] }] },
      ['tag-conflict'],
    ],
    ['is forbidden', { rules: { 'refs/tags/v1.2.0': [RULE] } }, ['tag-forbidden']],
    [
      'is forbidden and there already',
      { rules: { 'refs/tags/v1.2.0': [RULE] }, tags: { 'v1.2.0': RUN } },
      [],
    ],
  ])('%s', async (_what, forge, found) => {
    expect(await codes(forge)).toEqual(found);
  });

  it('is in the way on the run’s commit, where the release is of a commit on top of that', async () => {
    const tagged = { tags: { 'v1.2.0': RUN }, branches: { main: RUN } };
    const [found, ...others] = await faults({ ...PUSHING, ...tagged });
    expect([found?.code, others]).toEqual(['tag-conflict', []]);
    expect(found?.finding).toContain(`on top of ${RUN}`);
    expect(await codes({ ...PUSHING, ...tagged, project: {} })).toEqual([]);
  });

  it('is forbidden with the words of the rule', async () => {
    const [found] = await faults({ rules: { 'refs/tags/v1.2.0': [RULE] } });
    expect(found?.finding).toBe(`The tag v1.2.0 is against ${RULE}.`);
  });
});

/** A dispatch that asks for a version that the source has not got. */
const PUSHING = {
  plan: {
    version: { kind: 'given', version: '1.2.0' },
    forge: { branch: 'main', commitPolicy: 'push' },
  },
  project: { versionPlaces: [{ file: 'pyproject.toml', version: '1.1.0' }] },
} as const;

describe('the branch of a release commit', () => {
  it('may be where the run began', async () => {
    expect(await codes({ ...PUSHING, branches: { main: RUN } })).toEqual([]);
  });

  it('must not be elsewhere, and both commits are named', async () => {
    const [found, ...others] = await faults({ ...PUSHING, branches: { main: 'beef' }, commits: [THEIRS] });
    expect([found?.code, others]).toEqual(['branch-moved', []]);
    expect(found?.finding).toBe(`main is at beef, but this run is of ${RUN}.`);
    expect(found?.remedy).toContain('Start the release anew on main');
  });

  it('must be there', async () => {
    const [found] = await faults(PUSHING);
    expect(found?.finding).toBe(`main is gone, but this run is of ${RUN}.`);
  });

  it.each([
    ['an earlier run pushed its release commit', { branches: { main: OURS.sha }, commits: [OURS] }],
    ['the journal of an earlier run binds', { branches: { main: 'beef' }, ...journal() }],
    [
      'the tag is on the release commit of an earlier run',
      { branches: { main: 'beef' }, commits: [OURS], tags: { 'v1.2.0': OURS.sha } },
    ],
  ])('may have moved where %s', async (_why, forge) => {
    expect(await codes({ ...PUSHING, ...forge })).toEqual([]);
  });

  it.each([
    ['on another commit', { parents: ['dead'] }],
    ['of another release', { message: 'Release v1.1.0' }],
  ])('has moved where a release commit %s is at its tip', async (_which, changes) => {
    const commits = [{ ...OURS, ...changes }];
    expect(await codes({ ...PUSHING, branches: { main: OURS.sha }, commits })).toEqual(['branch-moved']);
  });

  it('is not spoken of where the journal is of another commit', async () => {
    expect(await codes({ ...PUSHING, branches: { main: 'beef' }, ...journal('dead') })).toEqual([
      'draft-of-another-commit',
    ]);
  });

  const protectedMain = { branches: { main: RUN }, rules: { 'refs/heads/main': [RULE] } };

  it('must be free to push to', async () => {
    const [found, ...others] = await faults({ ...PUSHING, ...protectedMain });
    expect([found?.code, others]).toEqual(['branch-protected', []]);
    expect(found?.finding).toBe(`A push to main is against ${RULE}.`);
    expect(found?.remedy).toContain('commit: pull-request');
  });

  it('may have moved where another job has built, and rules that came since do not matter to what is begun', async () => {
    const plan = { ...PUSHING.plan, phases: ['pypi', 'post-publish'] } as const;
    expect(await codes({ ...PUSHING, plan, branches: { main: 'beef' } })).toEqual([]);
    expect(await codes({ ...PUSHING, plan, ...protectedMain })).toEqual(['branch-protected']);
    const rules = protectedMain.rules;
    for (const main of [RUN, 'beef'])
      expect(await codes({ ...PUSHING, rules, branches: { main }, ...journal() })).toEqual([]);
  });

  it('is not looked at by a job that only tags: the index has the files by then', async () => {
    const plan = { ...PUSHING.plan, phases: ['post-publish'] } as const;
    expect(await codes({ ...PUSHING, plan, ...protectedMain })).toEqual([]);
  });

  it('may have moved where no journal could tell whether the release was begun', async () => {
    const plan = { ...PUSHING.plan, forge: { ...PUSHING.plan.forge, release: 'none' } } as const;
    expect(await codes({ ...PUSHING, plan, branches: { main: 'beef' } })).toEqual([]);
  });

  it('is not looked at where Cargo’s own spelling of the version stays', async () => {
    const places = [
      { file: 'Cargo.toml', part: { kind: 'table', table: 'package' } as const, version: '1.2.0' },
    ];
    const project = { version: '1.2', versionPlaces: places };
    expect(await codes({ ...PUSHING, project, branches: { main: 'beef' } })).toEqual([]);
    const behind = {
      ...project,
      versionPlaces: [
        { file: 'Cargo.toml', part: { kind: 'table', table: 'package' } as const, version: '1.1.0' },
      ],
    };
    expect(await codes({ ...PUSHING, project: behind, branches: { main: 'beef' } })).toEqual([
      'branch-moved',
    ]);
  });

  it('may be protected where the release commit was pushed already', async () => {
    const pushed = { branches: { main: OURS.sha }, commits: [OURS] };
    expect(await codes({ ...PUSHING, ...protectedMain, ...pushed })).toEqual([]);
  });

  it.each<readonly [string, Look]>([
    ['on a tag', { ...PUSHING, plan: { ...PUSHING.plan, forge: { branch: undefined } } }],
    ['for a pull request', { ...PUSHING, plan: withPolicy('pull-request') }],
    ['where it is not handed on', { ...PUSHING, plan: withPolicy('none') }],
    ['where the source has the version', { ...PUSHING, project: {} }],
    ['where no version is asked for', { ...PUSHING, plan: { ...PUSHING.plan, version: { kind: 'source' } } }],
  ])('is not looked at %s', async (_when, look) => {
    expect(await codes({ ...look, rules: protectedMain.rules, branches: { main: 'beef' } })).toEqual([]);
  });

  it('is looked at for a bump, too, and where the policy is left to us', async () => {
    const plan = { ...withPolicy('auto'), version: { kind: 'bump', bump: 'minor' } } as const;
    expect(await codes({ ...PUSHING, plan, ...protectedMain })).toEqual(['branch-protected']);
  });
});

function withPolicy(commitPolicy: 'auto' | 'pull-request' | 'none'): PlanChanges {
  return { ...PUSHING.plan, forge: { ...PUSHING.plan.forge, commitPolicy } };
}

describe('on an emulated forge', () => {
  /** What the adapter finds there for a dispatch of this commit (`moved`: of the one before). */
  async function found(flags: readonly string[], { moved = false } = {}): Promise<readonly string[]> {
    const running = await runningForge({ flags, permissions: { contents: 'write' } });
    try {
      const api = `${running.url}/api`;
      const forge = createForge({ token: TOKEN, repository: 'octo/demo', api, clock: fakeClock() });
      const commit = moved ? running.first : running.second;
      const plan = aPlan({ ...PUSHING.plan, forge: { ...PUSHING.plan.forge, commit } });
      return (await forgeFaults(plan, aProject(PUSHING.project), forge)).map(({ code }) => code);
    } finally {
      await running.stop();
    }
  }

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['lets all be', [], []],
    ['has been renamed', ['renamed'], []],
    ['forbids the tag', ['tag-ruleset'], ['tag-forbidden']],
    ['forbids the push', ['branch-ruleset'], ['branch-protected']],
    ['lets this token pass', ['tag-ruleset', 'branch-ruleset', 'ruleset-bypass'], []],
    ['does not show its rules', ['tag-ruleset', 'branch-ruleset', 'rulesets-hidden'], []],
    ['is archived', ['archived'], ['repository-closed']],
  ])('that %s', async (_which, flags, codesThere) => {
    expect(await found(flags)).toEqual(codesThere);
  });

  it('whose branch has moved on', async () => {
    expect(await found([], { moved: true })).toEqual(['branch-moved']);
  });
});
