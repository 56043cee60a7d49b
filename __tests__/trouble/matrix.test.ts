import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Case, chosen, EFFECTS, matrix } from './cases.ts';
import { type Prepared, prepared } from './distributions.ts';
import { unhealed, violations } from './judge.ts';
import { openTrial, type Ran, type Trial } from './trial.ts';

const ALL = process.env.TROUBLE === 'all';
const LIMIT = ALL ? 3_600_000 : 480_000;
const write = process.stdout.write.bind(process.stdout);

let project: Prepared;

beforeAll(async () => {
  project = await prepared();
  // The identity client prints workflow commands.
  process.stdout.write = () => true;
});

afterAll(() => {
  process.stdout.write = write;
  project.remove();
});

async function evidenceOf(trial: Trial, ran: Ran) {
  const held = { testpypi: await trial.held('testpypi'), pypi: await trial.held('pypi') };
  return { ours: project.digests, ran, held };
}

interface Tried {
  readonly outcome: Ran['outcome'];
  readonly violations: readonly string[];
}

/** One run in trouble; after a failure another, on the same servers, when all is calm. */
async function tried({ name, options }: Case): Promise<Tried> {
  const trial = await openTrial(project, options);
  try {
    const ran = await trial.run();
    const broken = violations(await evidenceOf(trial, ran));
    trial.services.calm();
    const after = ran.outcome === 'failed' ? unhealed(await evidenceOf(trial, await trial.run())) : [];
    return { outcome: ran.outcome, violations: [...broken, ...after].map((each) => `${name}: ${each}`) };
  } finally {
    await trial.close();
  }
}

it(
  'an upload run in any trouble is released, or says what stands and is finished by the next run',
  async () => {
    const calm = await openTrial(project);
    const { requests, outcome } = await calm.run();
    expect(outcome).toBe('released');
    await calm.close();
    const cases = chosen(matrix(requests), ALL);
    const results: Tried[] = [];
    for (const each of cases) results.push(await tried(each));
    const released = results.filter((each) => each.outcome === 'released').length;
    const broken = results.flatMap((each) => each.violations);
    write(
      `Trouble: ${requests.length} points, ${cases.length} cases, ${released} released, ${results.length - released} faulted, ${broken.length} violations\n`,
    );
    expect(broken).toEqual([]);
    expect(EFFECTS.filter((effect) => !cases.some(({ name }) => name.includes(`:${effect}@`)))).toEqual([]);
  },
  LIMIT,
);
