import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecordedRequest } from '../../src/emulators/listen.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { ofRun, ofWorld } from './forge-judge.ts';
import { type ForgeTrialOptions, openForgeTrial } from './forge-trial.ts';
import { madeProject } from './project.ts';

const ALL = process.env.KILL === 'all';
const LIMIT = ALL ? 7_200_000 : 300_000;
/** How many cases are tried where nobody asks for all. */
const SPREAD = Number(process.env.SPREAD ?? 12);
/** What can become of one request, as `mishaps.ts` spells it. */
const EFFECTS = [
  '403',
  '404',
  '409',
  '422',
  '429-retry-after-1',
  '500',
  '502',
  'html-502',
  'lost',
  'drop',
] as const;

let scratch: Scratch;
let origin: string;
let calm: readonly RecordedRequest[];

beforeAll(async () => {
  scratch = makeScratch();
  origin = madeProject(scratch);
  const trial = await openForgeTrial({ origin });
  try {
    const ran = await trial.run();
    expect([ran.outcome, ran.faults, await ofWorld(trial), trial.announced()]).toEqual([
      'released',
      [],
      [],
      1,
    ]);
    calm = [...trial.services.requests];
  } finally {
    await trial.close();
  }
}, 60_000);

afterAll(() => scratch.remove());

interface Tried {
  readonly failed: boolean;
  readonly violations: readonly string[];
}

/** One run in trouble; after a failure another, on the same forge, when all is calm. */
async function tried(name: string, options: Omit<ForgeTrialOptions, 'origin'>): Promise<Tried> {
  const trial = await openForgeTrial({ origin, ...options });
  try {
    const first = await trial.run();
    const failed = first.outcome === 'failed';
    trial.services.calm();
    const again = failed ? await trial.run() : first;
    const unhealed =
      again.outcome === 'failed' ? again.faults.map(({ code, finding }) => `${code}: ${finding}`) : [];
    const broken = [...ofRun(first), ...(failed ? ofRun(again) : []), ...unhealed, ...(await ofWorld(trial))];
    return { failed, violations: broken.map((each) => `${name}: ${each}`) };
  } finally {
    await trial.close();
  }
}

function cases(): readonly string[] {
  return calm.flatMap((request, at) =>
    EFFECTS.map((effect) => `github:* /:${effect}@${at + 1}:1 ${request.method} ${request.path}`),
  );
}

it(
  'trouble at any request to the forge ends in the same release, or in a fault that names what to do and the same release after another run',
  async () => {
    const all = cases();
    // Coprime to the number of effects: all of them come up, at requests from the first to the last.
    const stride = Math.floor(all.length / SPREAD / EFFECTS.length) * EFFECTS.length + 7;
    const some = ALL ? all : Array.from({ length: SPREAD }, (_, at) => all[(at * stride) % all.length] ?? '');
    const results: Tried[] = [];
    for (const name of some) {
      const spec = name.split(' ').slice(0, 2).join(' ');
      results.push(await tried(name, { mishaps: [spec] }));
    }
    const violations = results.flatMap((each) => each.violations);
    const failed = results.filter((each) => each.failed).length;
    process.stdout.write(
      `Forge: ${calm.length} requests, ${results.length} cases, ${results.length - failed} released at once, ${failed} by the next run, ${violations.length} violations\n`,
    );
    expect(violations).toEqual([]);
  },
  LIMIT,
);

it.each(['list-lag', 'starter-asset', 'asset-redirect'])(
  'a forge with %s ends with the same release',
  async (flag) => {
    const { violations } = await tried(flag, { flags: [flag] });
    expect(violations).toEqual([]);
  },
);

it.each([
  'github:POST /uploads:lost:1',
  'github:POST /api/repos/*/*/git/refs:lost:1',
  'github:PATCH /api/repos/*/*/releases:lost:1',
])('a forge whose lists lag, with %s, ends with the same release', async (mishap) => {
  const { violations } = await tried(mishap, { mishaps: [mishap], flags: ['list-lag'] });
  expect(violations).toEqual([]);
});

it.each(['lost', '502', '422'])(
  'a forge that answers %s to the last change of all, the mark’s, ends with one announcement',
  async (effect) => {
    const changes = calm.filter(({ method, path }) => method === 'PATCH' && path.includes('/releases/'));
    const mishaps = [`github:PATCH /api/repos/*/*/releases:${effect}@${changes.length}:1`];
    const { violations } = await tried(effect, { mishaps });
    expect(violations).toEqual([]);
  },
);

it('a forge whose lists lag, the answer to the new draft lost, ends with one release', async () => {
  // The first such request asks for notes.
  const mishaps = ['github:POST /api/repos/*/*/releases:lost@2:1'];
  const { violations } = await tried('lost', { mishaps, flags: ['list-lag'] });
  expect(violations).toEqual([]);
});
