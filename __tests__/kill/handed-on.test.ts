import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { type Kill, type Life, type LifeOptions, openLife, type Ran } from './life.ts';
import type { Turn } from './process.ts';
import { FILES, madeProject, NAME, STAMPED, TAG, VERSION } from './project.ts';

/** Jobs of one workflow run, over GitHub's own client. No two builds give the same bytes. */

// Windows has no process groups.
const claim = process.platform === 'win32' ? it.skip : it;

let scratch: Scratch;
let options: LifeOptions;

beforeAll(async () => {
  scratch = makeScratch();
  const action = await bundledAction(scratch.file('action'));
  options = { origin: madeProject(scratch, STAMPED), action, without: ['testpypi'] };
}, 60_000);

afterAll(() => scratch.remove());

/** Path C, since what is killed here comes after all checks. */
function turn(phase: string, attempt: number, inputs: Turn['inputs'] = {}): Turn {
  return {
    inputs: { path: 'C', phase, ...inputs },
    variables: { GITHUB_JOB: phase, GITHUB_RUN_ATTEMPT: String(attempt) },
  };
}

const failed = ({ exit, report }: Ran) =>
  exit === 0 ? [] : [exit, ...(report?.faults ?? []).map(({ code, finding }) => `${code}: ${finding}`)];

async function expectReleased({ services, violations, announced }: Life, isReleased = true): Promise<void> {
  const { pypi, tags, releases } = await services.world();
  const held = pypi[NAME]?.[VERSION] ?? {};
  expect(Object.keys(held).toSorted()).toEqual([...FILES].toSorted());
  expect(Object.keys(tags)).toEqual([TAG]);
  expect(releases).toMatchObject(isReleased ? [{ tag: TAG, draft: false, assets: held }] : []);
  expect([violations, announced()]).toEqual([[], isReleased ? 1 : 0]);
}

const service = (method: string): RegExp => new RegExp(`ArtifactService/${method}$`);

const PREPARING: readonly (readonly [string, Kill])[] = [
  ['it had begun to hand on', { after: service('CreateArtifact'), n: 1 }],
  ['all bytes of the artifact were there', { after: /^\w+ PUT \/artifacts\//, n: 1 }],
  ['the artifact was whole', { after: service('FinalizeArtifact'), n: 1 }],
  ['it had looked for what stands there', { after: service('ListArtifacts'), n: 1 }],
];

const some = <Case>(cases: readonly Case[]): readonly Case[] =>
  process.env.KILL === 'all' ? cases : cases.slice(0, 1);

claim.each(some(PREPARING))(
  'a job that prepares, killed when %s, is finished by its next attempt, and the release by the job after it',
  async (_when, kill) => {
    const life = await openLife(options);
    try {
      const first = await life.run(kill, turn('prepare', 1));
      const again = await life.run(undefined, turn('prepare', 2));
      const publish = await life.run(undefined, turn('publish', 2));
      expect([first.exit, failed(again), failed(publish)]).toEqual(['SIGKILL', [], []]);
      await expectReleased(life);
    } finally {
      await life.close();
    }
  },
  120_000,
);

const PUBLISHING: readonly (readonly [string, Kill])[] = [
  ['the first file was on PyPI', { after: /^pypi POST \/legacy\/$/, n: 1 }],
  ['it had taken the artifact', { after: /^\w+ GET \/artifacts\//, n: 1 }],
  [
    'the release commit was on the branch',
    { after: /^github PATCH .*\/git\/refs\/heads(?:\/|%2F)main$/, n: 1 },
  ],
  ['the release was public, and nobody told', { after: /^github PATCH .*\/releases\/\d+$/, n: 1 }],
];

claim.each(some(PUBLISHING))(
  'a job that publishes, killed when %s, is finished by its next attempt with the bytes that were prepared',
  async (_when, kill) => {
    const life = await openLife(options);
    try {
      const prepare = await life.run(undefined, turn('prepare', 1));
      const first = await life.run(kill, turn('publish', 1));
      const again = await life.run(undefined, turn('publish', 2));
      expect([failed(prepare), first.exit, failed(again)]).toEqual([[], 'SIGKILL', []]);
      await expectReleased(life);
      expect(again.report?.distributions).toEqual(prepare.report?.distributions);
    } finally {
      await life.close();
    }
  },
  120_000,
);

const ALONE: readonly (readonly [string, Kill])[] = [
  ['the first file was on PyPI', { after: /^pypi POST \/legacy\/$/, n: 1 }],
  ['it had begun to keep its artifact', { after: service('CreateArtifact'), n: 1 }],
  [
    'the release commit was on the branch',
    { after: /^github PATCH .*\/git\/refs\/heads(?:\/|%2F)main$/, n: 1 },
  ],
];

claim.each(some(ALONE))(
  'a release without a draft, killed when %s, is finished by its next attempt with the same bytes',
  async (_when, kill) => {
    const life = await openLife({ ...options, without: ['draft', 'testpypi'] });
    const none = { release: 'none' };
    try {
      const first = await life.run(kill, turn('all', 1, none));
      const again = await life.run(undefined, turn('all', 2, none));
      expect([first.exit, failed(again)]).toEqual(['SIGKILL', []]);
      await expectReleased(life, false);
    } finally {
      await life.close();
    }
  },
  120_000,
);
