import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';

/** What stands in a release's way when it begins: somebody else's tag, draft, version or commit. */
interface Conflict {
  readonly code: string;
  /** What must be named, theirs and ours. */
  sides(scenario: Scenario): Promise<readonly string[]>;
  /** Puts it there. */
  prepare(scenario: Scenario): Promise<void>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly projects?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const NAME = 'tiny-tide';
const SDIST = 'tiny_tide-1.2.0.tar.gz';
const nothing = async (): Promise<void> => {};

const CONFLICTS: Readonly<Record<string, Conflict>> = {
  'a tag on another commit': {
    code: 'tag-conflict',
    async prepare(scenario) {
      await scenario.forge('update-ref', 'refs/tags/v1.2.0', await strangeCommit(scenario));
    },
    sides: async (scenario) => [await scenario.forge('rev-parse', 'v1.2.0'), scenario.commit],
  },
  'a draft that somebody else made': {
    code: 'draft-foreign',
    prepare: (scenario) => draft(scenario, 'v1.2.0', 'My own words.'),
    sides: async () => ['v1.2.0', '/releases/tag/untagged-'],
  },
  'a version that was published by other means': {
    code: 'version-taken',
    prepare: nothing,
    projects: { [NAME]: { '1.2.0': [SDIST] } },
    sides: async () => [`${NAME} 1.2.0`, SDIST, `octo/${NAME}`],
  },
  'a higher version of the same line': {
    code: 'version-behind',
    prepare: nothing,
    projects: { [NAME]: { '1.2.5': ['tiny_tide-1.2.5.tar.gz'] } },
    sides: async () => ['1.2.0', '1.2.5'],
  },
  'a branch that has moved on': {
    code: 'branch-moved',
    inputs: { bump: 'minor' },
    async prepare(scenario) {
      await scenario.forge('update-ref', 'refs/heads/main', await strangeCommit(scenario));
    },
    sides: async (scenario) => [await scenario.forge('rev-parse', 'main'), scenario.commit],
  },
};

/** A commit on top of the run's own that the run knows nothing of. */
async function strangeCommit({ forge, commit }: Scenario): Promise<string> {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  return forge(...who, 'commit-tree', '-p', commit, '-m', 'Moved on', `${commit}^{tree}`);
}

async function draft({ services: { github } }: Scenario, tag: string, notes: string): Promise<void> {
  const answer = await fetch(`${github.api}/repos/${github.repository}/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.token}` },
    body: JSON.stringify({ tag_name: tag, body: notes, draft: true }),
  });
  expect(answer.status).toBe(201);
}

const told = new Map<string, { readonly scenario: Scenario; readonly job: Ran; readonly before: unknown }>();

beforeAll(async () => {
  for (const [name, { prepare, inputs = {}, projects }] of Object.entries(CONFLICTS)) {
    const scenario = await openScenario({
      ...{ project: 'tiny', name: NAME },
      ...(projects === undefined ? {} : { projects }),
    });
    await prepare(scenario);
    const before = await scenario.services.world();
    const job = await scenario.run({ inputs: { path: 'A', ...inputs }, commit: scenario.commit });
    told.set(name, { scenario, job, before });
  }
}, 240_000);

afterAll(closeScenarios);

describe.each(Object.entries(CONFLICTS))('%s', (name, { code, sides }) => {
  const seen = () => {
    const found = told.get(name);
    if (found === undefined) throw new Error(`${name} was not tried`);
    return found;
  };

  it('stops the run before anything is built, with both sides named', async () => {
    const { job, scenario } = seen();
    const [found, ...others] = job.report.faults;
    expect([job.exitCode, found?.code, others]).toEqual([1, code, []]);
    for (const side of await sides(scenario)) expect(found?.finding).toContain(side);
    expect(job.report.phases.flatMap(({ steps }) => steps)).toEqual([]);
  });

  it('leaves every server as it was', async () => {
    const { job, scenario, before } = seen();
    expect(writes(job.requests)).toEqual([]);
    expect(await scenario.services.world()).toEqual(before);
  });
});
