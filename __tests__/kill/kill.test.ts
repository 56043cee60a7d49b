import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import type { LifeOptions } from './life.ts';
import { type Calm, calmLife, inPairs, killedLife } from './lives.ts';
import { chosen } from './points.ts';
import { madeProject } from './project.ts';

// `all`, or how many.
const KILL = process.env.KILL ?? '3';
const LIMIT = KILL === 'all' ? 10_800_000 : 1_200_000;
/** After so many lives a line says how far it is. */
const TOLD_EVERY = 20;

// Windows has no process groups.
const claim = process.platform === 'win32' ? it.skip : it;

let scratch: Scratch;
let options: LifeOptions;
let calm: Calm;

beforeAll(async () => {
  scratch = makeScratch();
  const action = await bundledAction(scratch.file('action'));
  options = { origin: madeProject(scratch), action };
  calm = await calmLife(options);
}, 180_000);

afterAll(() => scratch.remove());

claim('a release that nobody harms is released, announced once, with nothing public before its time', () => {
  const { ran, violations, announced } = calm;
  expect([ran.exit, ran.report?.outcome, ran.report?.faults]).toEqual([0, 'released', []]);
  expect([announced, violations]).toEqual([1, []]);
  expect(ran.points.length).toBeGreaterThanOrEqual(150);
});

claim(
  'a release killed anywhere ends, after one more run, as if nobody had killed it',
  async () => {
    const points = chosen(calm.ran.points, KILL === 'all' ? 'all' : Number(KILL));
    let done = 0;
    const lived = await inPairs(points, async (point) => {
      const life = await killedLife(point, calm.ending, options);
      done += 1;
      if (done % TOLD_EVERY === 0 || life.violations.length > 0)
        process.stdout.write(`${[`Kill: ${done} of ${points.length}`, ...life.violations].join('\n  ')}\n`);
      return life;
    });
    const violations = lived.flatMap((each) => each.violations);
    const converged = lived.filter((each) => each.violations.length === 0).length;
    const unannounced = lived.filter(({ announced }) => announced === 0);
    const missed = lived.filter(({ killed }) => !killed).length;
    process.stdout.write(
      `Kill: ${calm.ran.points.length} points, ${lived.length} tried, ${converged} converged, ${violations.length} violations` +
        ` (${missed} ended before their point, ${unannounced.length} never announced)\n`,
    );
    expect(violations).toEqual([]);
  },
  LIMIT,
);
