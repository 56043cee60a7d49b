import { describe, expect, it } from '@jest/globals';
import { bringToBranch, releasedCommit } from '../../../src/phases/journal/release-commit.ts';
import type { ChangedFile } from '../../../src/release/facts.ts';
import { type Fault, fault, Stopped } from '../../../src/release/fault.ts';
import { type MemoryForgeOptions, madeCommit, memoryForge } from '../../support/memory-forge.ts';
import {
  aBuild,
  aChange,
  aPlan,
  aProject,
  aWorld,
  codesOf,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const RUN = aPlan().forge.commit;
const MADE = madeCommit();
const EARLIER = { sha: 'ea41ee', tree: 't', parents: [RUN], message: 'Release v1.2.0' };

function committing({
  forge = {},
  plan = {},
  changed = [aChange('pyproject.toml')],
  policy = 'auto',
  recorded,
  ...more
}: {
  readonly forge?: MemoryForgeOptions;
  readonly plan?: PlanChanges;
  readonly changed?: readonly ChangedFile[];
  readonly policy?: 'auto' | 'push' | 'pull-request' | 'none';
  readonly recorded?: string;
  readonly branch?: string | undefined;
} = {}) {
  const branch = 'branch' in more ? more.branch : 'main';
  const memory = memoryForge({ branches: { main: RUN }, ...forge });
  const told = recorder();
  const world = aWorld({ forge: memory });
  const known = { project: aProject(), build: { ...aBuild(), changed } };
  const asked = aPlan({
    version: { kind: 'given', version: '1.2.0' },
    forge: { commitPolicy: policy, branch },
    ...plan,
  });
  const work = (async () => {
    const commit = await releasedCommit(known, recorded, asked, world, told.emit);
    await bringToBranch(commit, known, asked, world, told.emit);
    return commit;
  })();
  return { work, forge: memory, told };
}

const refusing = (...changes: readonly string[]) =>
  refusingWith(fault('rules-forbid', { operation: 'push', status: 422, message: 'rule' }), ...changes);

/** Lets the forge refuse changes that begin with these words. */
function refusingWith(found: Fault, ...changes: readonly string[]) {
  return (change: string): void => {
    if (changes.some((each) => change.startsWith(each))) throw new Stopped([found]);
  };
}

describe('the released commit', () => {
  it('is the run’s own where the release changed nothing', async () => {
    const { work, forge } = committing({ changed: [] });
    expect(await work).toBe(RUN);
    expect(forge.changes).toEqual([]);
  });

  it('is the one that the journal names, whatever else there is', async () => {
    const { work, forge } = committing({ recorded: EARLIER.sha });
    expect(await work).toBe(EARLIER.sha);
    expect(forge.changes).toEqual([`advance main`]);
  });

  it('is the run’s own on a tag', async () => {
    const { work, forge } = committing({ plan: { version: { kind: 'tag', tag: 'v1.2.0' } } });
    expect(await work).toBe(RUN);
    expect(forge.changes).toEqual([]);
  });

  it('is made on top of the run’s own, with what the release changed, and pushed to its branch', async () => {
    const { work, forge } = committing({
      changed: [aChange('pyproject.toml', 'new'), aChange('src/a.py', 'a')],
    });
    expect(await work).toBe(MADE);
    expect(forge.changes).toEqual(['commit', 'advance main']);
    expect(forge.branches.get('main')).toBe(MADE);
    const text = (name: string) => new TextDecoder().decode(forge.made[0]?.files[name] ?? undefined);
    expect(forge.made[0]).toMatchObject({ parent: RUN, message: 'Release v1.2.0' });
    expect([text('pyproject.toml'), text('src/a.py')]).toEqual(['new', 'a']);
  });

  it('is only said in a dry run', async () => {
    const { work, forge, told } = committing({ plan: { mode: 'dry-run' } });
    expect(await work).toBe(RUN);
    expect(forge.changes).toEqual([]);
    expect(told.of('decided')).toEqual([
      {
        kind: 'decided',
        target: 'release commit',
        decision: 'would-act',
        evidence: 'pyproject.toml changed',
      },
    ]);
  });

  it('removes what the release removed', async () => {
    const { work, forge } = committing({ changed: [{ file: 'news/1.feature.md', content: null }] });
    await work;
    expect(forge.made[0]?.files).toEqual({ 'news/1.feature.md': null });
  });
});

describe('a release commit of an earlier run', () => {
  it('is adopted under the tag', async () => {
    const { work, forge } = committing({ forge: { tags: { 'v1.2.0': EARLIER.sha }, commits: [EARLIER] } });
    expect(await work).toBe(EARLIER.sha);
    expect(forge.made).toEqual([]);
    expect(forge.branches.get('main')).toBe(EARLIER.sha);
  });

  it('is adopted from a pull request that waits', async () => {
    const branches = { main: RUN, 'pypi-release/v1.2.0': EARLIER.sha };
    const { work, forge } = committing({ policy: 'pull-request', forge: { branches, commits: [EARLIER] } });
    expect(await work).toBe(EARLIER.sha);
    expect(forge.made).toEqual([]);
  });

  it('is adopted at the tip of the branch, and nothing is changed', async () => {
    const { work, forge, told } = committing({
      forge: { branches: { main: EARLIER.sha }, commits: [EARLIER] },
    });
    expect(await work).toBe(EARLIER.sha);
    expect(forge.changes).toEqual([]);
    expect(told.of('decided').map(({ decision }) => decision)).toEqual(['satisfied']);
  });

  it.each([
    ['on another commit', { parents: ['beef'] }],
    ['of another release', { message: 'Release v1.1.0' }],
  ])('is not taken for ours %s', async (_how, changes) => {
    const other = { ...EARLIER, ...changes };
    const { work } = committing({ forge: { tags: { 'v1.2.0': other.sha }, commits: [other] } });
    expect(await work).toBe(MADE);
  });
});

describe('the way back to the branch', () => {
  it('is a pull request where that is asked for', async () => {
    const { work, forge, told } = committing({ policy: 'pull-request' });
    expect(await work).toBe(MADE);
    expect(forge.changes).toEqual(['commit', 'propose pypi-release/v1.2.0']);
    expect(forge.proposals).toEqual([
      {
        branch: 'pypi-release/v1.2.0',
        base: 'main',
        commit: MADE,
        title: 'Release v1.2.0',
        body: expect.any(String),
      },
    ]);
    expect(told.of('noticed').map(({ says }) => says)).toEqual(['https://forge.example/org/demo/pull/1']);
  });

  it('is none where that is asked for', async () => {
    const { work, forge } = committing({ policy: 'none' });
    expect(await work).toBe(MADE);
    expect(forge.changes).toEqual(['commit']);
  });

  it('is none where there is no branch', async () => {
    const { work, forge } = committing({ branch: undefined });
    expect(await work).toBe(MADE);
    expect(forge.changes).toEqual(['commit']);
  });

  it.each(['beef', undefined])('is a pull request where the branch has moved on to %s', async (tip) => {
    const branches: Record<string, string> = tip === undefined ? {} : { main: tip };
    const { work, forge, told } = committing({ forge: { branches }, policy: 'push' });
    expect(await work).toBe(MADE);
    expect(forge.changes).toEqual(['commit', 'propose pypi-release/v1.2.0']);
    expect(told.of('decided').map(({ decision }) => decision)).toEqual(['conflict']);
  });

  it('is a pull request where a rule forbids the push', async () => {
    const { work, forge } = committing({ forge: { branches: { main: RUN }, before: refusing('advance') } });
    expect(await work).toBe(MADE);
    expect(forge.proposals).toHaveLength(1);
  });

  it('is nothing but a warning where neither push nor pull request is allowed: tag and release must not wait', async () => {
    const { work, forge, told } = committing({
      forge: { branches: { main: RUN }, before: refusing('advance', 'propose') },
    });
    expect(await work).toBe(MADE);
    expect(forge.proposals).toEqual([]);
    expect(told.of('noticed').map(({ level, title }) => [level, title])).toEqual([
      ['warning', 'The release commit is not on main'],
    ]);
    expect(told.of('noticed')[0]?.says).toContain('Merge v1.2.0');
  });

  it('stops where the pull request that is asked for is refused', async () => {
    const { work } = committing({ policy: 'pull-request', forge: { before: refusing('propose') } });
    expect(await codesOf(work)).toEqual(['rules-forbid']);
  });

  it('stops where the forge is in trouble, for a later run to go on', async () => {
    const trouble = fault('forge-trouble', { operation: 'propose', attempts: 3, last: '502' });
    const { work } = committing({
      forge: { branches: { main: 'beef' }, before: refusingWith(trouble, 'propose') },
    });
    expect(await codesOf(work)).toEqual(['forge-trouble']);
  });

  it('is none where somebody has worked on top of the release commit', async () => {
    const theirs = { sha: 'beef', tree: 't', parents: [EARLIER.sha], message: 'More' };
    const { work, forge, told } = committing({
      recorded: EARLIER.sha,
      forge: { branches: { main: theirs.sha }, commits: [EARLIER, theirs] },
    });
    expect(await work).toBe(EARLIER.sha);
    expect(forge.changes).toEqual([]);
    expect(told.of('decided').map(({ evidence }) => evidence)).toEqual([`it has ${EARLIER.sha}`]);
  });
});
