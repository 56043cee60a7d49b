import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { World } from '../../src/emulators/serve.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { type Kill, type LifeOptions, openLife } from './life.ts';
import { FILES, madeProject, NAME, STAMPED, TAG, VERSION } from './project.ts';

const [WHEEL] = FILES;
/** Distributions, their attestations, SHA256SUMS and the record. */
const WHOLE = 6;

// Windows has no process groups.
const claim = process.platform === 'win32' ? it.skip : it;

let scratch: Scratch;
let options: LifeOptions;
/** Digests of the wheels of all lives. */
const wheels: unknown[] = [];

beforeAll(async () => {
  scratch = makeScratch();
  const action = await bundledAction(scratch.file('action'));
  options = { origin: madeProject(scratch, STAMPED), action };
}, 60_000);

afterAll(() => scratch.remove());

/** Distributions that the one release of the tag has. */
function kept({ releases }: World): Readonly<Record<string, string>> {
  const [release] = releases.filter(({ tag }) => tag === TAG);
  return Object.fromEntries(FILES.map((file) => [file, release?.assets[file] ?? 'none']));
}

const ALL: readonly (readonly [string, Kill])[] = [
  ['the journal was kept', { after: /^github POST .*\/assets$/, n: WHOLE }],
  ['the first file was on PyPI', { after: /^pypi POST \/legacy\/$/, n: 1 }],
  ['the first file was on TestPyPI', { after: /^testpypi POST \/legacy\/$/, n: 1 }],
];

claim.each(process.env.KILL === 'all' ? ALL : ALL.slice(0, 2))(
  'a release whose builds never agree, killed when %s, ends with the bytes of its journal',
  async (_when, kill) => {
    const life = await openLife(options);
    try {
      const first = await life.run(kill);
      const bytes = kept(await life.services.world());
      const again = await life.run();
      const world = await life.services.world();
      expect([first.exit, again.exit, again.report?.faults]).toEqual(['SIGKILL', 0, []]);
      expect(wheels).not.toContain(bytes[WHEEL]);
      wheels.push(bytes[WHEEL]);
      expect(world.pypi[NAME]?.[VERSION]).toEqual(bytes);
      expect(world.testpypi[NAME]?.[VERSION]).toEqual(bytes);
      expect([kept(world), world.releases.map(({ draft }) => draft)]).toEqual([bytes, [false]]);
      expect([life.violations, life.announced()]).toEqual([[], 1]);
    } finally {
      await life.close();
    }
  },
  120_000,
);
