import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Loopback, startLoopback } from '../support/loopback.ts';
import { closeScenarios, openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';

const UPLOADS = { path: 'A', phase: 'build,testpypi,pypi,post-publish' } as const;
const FILES = ['tiny_tide-1.2.0-py3-none-any.whl', 'tiny_tide-1.2.0.tar.gz'];

let webhook: Loopback | undefined;
let again: Told & { readonly asked: Loopback['asked']; readonly world: unknown };
let resumed: Told & { readonly heldThen: readonly string[] };
let lost: Told;

interface Told {
  readonly scenario: Scenario;
  readonly first: Ran;
  readonly second: Ran;
}

// Side by side: most of their time is waiting.
beforeAll(async () => {
  [again, resumed, lost] = await Promise.all([tellAgain(), tellResumed(), tellLost()]);
}, 120_000);

afterAll(async () => {
  await closeScenarios();
  await webhook?.close();
});

const open = (...mishaps: readonly string[]) =>
  openScenario({ project: 'tiny', name: 'tiny-tide', mishaps: [...mishaps] });

async function tellAgain(): Promise<typeof again> {
  webhook = await startLoopback(() => ({ status: 204 }));
  const { base, asked } = webhook;
  const scenario = await open();
  const inputs = { ...UPLOADS, 'announce-webhook': `${base}/hook` };
  const first = await scenario.run({ inputs });
  const world = await scenario.services.world();
  return { scenario, asked, first, world, second: await scenario.run({ inputs }) };
}

async function tellResumed(): Promise<typeof resumed> {
  const scenario = await open('pypi:POST /legacy/:403:1');
  const first = await scenario.run({ inputs: UPLOADS });
  const { tags, testpypi } = await scenario.services.world();
  const heldThen = [...held(testpypi), ...Object.keys(tags)];
  return { scenario, first, heldThen, second: await scenario.run({ inputs: UPLOADS }) };
}

async function tellLost(): Promise<Told> {
  const scenario = await open('pypi:POST /legacy/:lost:1', 'github:POST /api/repos/*/*/releases:502-after:1');
  const first = await scenario.run({ inputs: { path: 'C' } });
  return { scenario, first, second: await scenario.run({ inputs: { path: 'C' } }) };
}

/** The files of the one release that an index holds. */
function held(index: Readonly<Record<string, Readonly<Record<string, object>>>>): readonly string[] {
  return Object.keys(index['tiny-tide']?.['1.2.0'] ?? {}).toSorted();
}

describe('a release that is run again', () => {
  it('is released the first time', () => {
    const { first } = again;
    expect([first.exitCode, first.errors, first.output('outcome')]).toEqual([0, [], 'released']);
  });

  it('is satisfied the second time, in every decision', () => {
    const { second } = again;
    expect([second.exitCode, second.errors, second.output('outcome')]).toEqual([0, [], 'satisfied']);
    const { indexes, tag, release } = second.report;
    const files = [...(indexes.testpypi?.files ?? []), ...(indexes.pypi?.files ?? [])];
    expect(files.map(({ decision }) => decision)).toEqual(Array(4).fill('satisfied'));
    expect([tag?.decision, release?.decision]).toEqual(['satisfied', 'satisfied']);
  });

  it('writes nothing at any server the second time', async () => {
    expect(writes(again.first.requests)).not.toEqual([]);
    expect(writes(again.second.requests)).toEqual([]);
    expect(await again.scenario.services.world()).toEqual(again.world);
  });

  it('is announced once', () => {
    const { asked } = again;
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /hook']);
    expect(String(asked[0]?.body)).toContain('tiny-tide 1.2.0');
  });
});

describe('a release that failed between the indexes', () => {
  it('says which phase failed, and leaves TestPyPI’s files and no tag', () => {
    const { first, heldThen } = resumed;
    expect([first.exitCode, first.output('failed-phase')]).toEqual([1, 'pypi']);
    expect(first.report.faults).toMatchObject([{ phase: 'pypi', finding: expect.stringContaining('403') }]);
    expect(heldThen).toEqual(FILES);
  });

  it('finishes when it is run again, with nothing sent to TestPyPI twice', async () => {
    const { second, scenario } = resumed;
    expect([second.exitCode, second.errors, second.output('outcome')]).toEqual([0, [], 'released']);
    expect(writes(second.requests).filter((request) => request.startsWith('testpypi'))).toEqual([]);
    const world = await scenario.services.world();
    expect([held(world.testpypi), held(world.pypi)]).toEqual([FILES, FILES]);
    expect(world.testpypi).toEqual(world.pypi);
    expect(world.tags).toEqual({ 'v1.2.0': scenario.commit });
    expect(world.releases).toMatchObject([{ tag: 'v1.2.0', draft: false }]);
  });
});

describe('a release whose answers get lost', () => {
  it('is finished in the same run, with each file and the release once', async () => {
    const { first, scenario } = lost;
    expect([first.exitCode, first.errors, first.output('outcome')]).toEqual([0, [], 'released']);
    const world = await scenario.services.world();
    expect(held(world.pypi)).toEqual(FILES);
    expect(world.releases.map(({ tag, draft }) => [tag, draft])).toEqual([['v1.2.0', false]]);
  });

  it('stood already for the next run', () => {
    expect([lost.second.output('outcome'), writes(lost.second.requests)]).toEqual(['satisfied', []]);
  });
});
