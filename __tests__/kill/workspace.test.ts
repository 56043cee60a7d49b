import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import type { LifeOptions, Point } from './life.ts';
import { type Calm, calmLife, killedLife } from './lives.ts';
import { madePool, POOL } from './project.ts';

// Windows has no process groups.
const claim = process.platform === 'win32' ? it.skip : it;

let scratch: Scratch;
let options: LifeOptions;
let calm: Calm;

beforeAll(async () => {
  scratch = makeScratch();
  const action = await bundledAction(scratch.file('action'));
  options = { origin: madePool(scratch), action, subject: POOL };
  calm = await calmLife(options);
}, 240_000);

afterAll(() => scratch.remove());

claim(
  'a workspace that nobody harms is released, announced once, with nothing public before its time',
  () => {
    const { ran, violations, announced, ending } = calm;
    expect([ran.exit, ran.report?.outcome, ran.report?.faults]).toEqual([0, 'released', []]);
    expect([announced, violations, ending.oneCommit]).toEqual([1, [], true]);
  },
);

const UPLOAD = / POST \/legacy\/$/;
/** Each package has two distributions. */
const KILLS: readonly (readonly [string, RegExp, number])[] = [
  ['the first package was on PyPI, and none of the second', new RegExp(`^pypi${UPLOAD.source}`), 2],
  ['half of the last package was on PyPI', new RegExp(`^pypi${UPLOAD.source}`), 5],
  ['half of the second package was on TestPyPI', new RegExp(`^testpypi${UPLOAD.source}`), 3],
  ['the release commit was made and no journal kept', /^github POST .*\/git\/commits$/, 1],
];

claim.each(process.env.KILL === 'all' ? KILLS : KILLS.slice(0, 1))(
  'a release of a workspace, killed when %s, ends after one more run as if nobody had killed it',
  async (_when, what, n) => {
    const life = await killedLife(pointAfter(what, n), calm.ending, options);
    expect([life.killed, life.violations]).toEqual([true, []]);
  },
  240_000,
);

/** Right after the n-th request of this name in the calm run. */
function pointAfter(what: RegExp, n: number): Point {
  const fitting = calm.ran.points.filter((point) => point.side === 'after' && what.test(point.what));
  const point = fitting[n - 1];
  if (point === undefined) throw new Error(`the calm run had no ${n} requests ${what.source}`);
  return point;
}
