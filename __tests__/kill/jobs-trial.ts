/**
 * A workflow run in memory: jobs that hand on to one another by artifacts, each on a fresh checkout, one of them killed at its n-th change of
 * the world outside. The next attempt runs the killed job again and those after it, as "Re-run failed jobs" does. No two builds give the same
 * bytes, so that only what was kept can make two attempts agree.
 */

import { PHASE_TABLE } from '../../src/phases/table.ts';
import { handoverPlan } from '../../src/plan/handover-policy.ts';
import type { Files } from '../../src/ports/files.ts';
import { type Performed, perform } from '../../src/release/perform.ts';
import { tarGzOf, zipOf } from '../packaging/archives.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { memoryForge } from '../support/memory-forge.ts';
import { memoryHandover } from '../support/memory-handover.ts';
import { memoryIndex } from '../support/memory-index.ts';
import {
  aPlan,
  aWorld,
  DIRECTORY,
  DONE,
  fakeBuilder,
  fakeCheckout,
  PACKAGES,
  type PlanChanges,
  sdistMembers,
  wheelMembers,
} from '../support/world.ts';

/** A job of the workflow. */
export interface JobShape {
  readonly key: string;
  readonly phases: NonNullable<PlanChanges['phases']>;
  /** Names of artifacts, where the default will not do. */
  readonly artifact?: readonly string[];
  /** Files that its own build command makes; a wheel and an sdist by the built-in build where absent. */
  readonly builds?: readonly string[];
}

export interface Workflow {
  /** Each needs those before it. */
  readonly jobs: readonly JobShape[];
  readonly release: 'publish' | 'none';
}

/** Where a job is killed. `during`: half of the change is made, where it has halves. */
export interface Blow {
  /** Its place among the jobs. */
  readonly job: number;
  /** Which of its changes of the world outside, from 1. */
  readonly n: number;
  readonly side: 'before' | 'during' | 'after';
  /** Whether the artifacts have expired when the next attempt begins. */
  readonly expires?: boolean;
}

export interface Lived {
  /** Names of the changes outside that each job made in the first attempt. */
  readonly ofJobs: readonly (readonly string[])[];
  /** What every release must end with, as sentences where it did not. */
  readonly violations: readonly string[];
}

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const TAG = 'v1.2.0';

class Killed extends Error {}

/** Runs all jobs; with a blow, the killed one and those after it once more. */
export async function lived(workflow: Workflow, blow?: Blow): Promise<Lived> {
  const outside = {
    indexes: { testpypi: memoryIndex(), pypi: memoryIndex() },
    forge: memoryForge(),
    handover: memoryHandover(),
    announced: [] as string[],
    builds: 0,
  };
  outside.forge.branches.set('main', aPlan().forge.commit);
  const ofJobs: string[][] = workflow.jobs.map(() => []);
  let attempt = 1;
  let at = 0;
  let last: Performed | undefined;
  while (at < workflow.jobs.length) {
    const job = workflow.jobs[at];
    if (job === undefined) break;
    const changes = attempt === 1 ? (ofJobs[at] ?? []) : [];
    const here = attempt === 1 && blow?.job === at ? blow : undefined;
    last = await performed({ job, workflow, attempt, outside, changes, blow: here });
    if (last.outcome !== 'failed') at += 1;
    else if (attempt === 2 || !(last.bug instanceof Killed)) break;
    else attempt = 2;
    if (attempt === 2 && blow?.expires === true) outside.handover.expire();
  }
  if (last === undefined) throw new Error('the workflow has no jobs');
  const struckAt = blow === undefined ? undefined : ofJobs[blow.job]?.[blow.n - 1];
  // Between the two requests a kill leaves the release without its announcement: rather never than twice.
  const mayBeUntold = struckAt !== undefined && /\.(?:annotate|announce)$/.test(struckAt);
  const untold = workflow.release === 'publish' && !mayBeUntold && outside.announced.length === 0;
  return {
    ofJobs,
    violations: [...violationsOf(workflow, outside, last), ...(untold ? ['it was never announced'] : [])],
  };
}

interface Outside {
  readonly indexes: Readonly<Record<'testpypi' | 'pypi', ReturnType<typeof memoryIndex>>>;
  readonly forge: ReturnType<typeof memoryForge>;
  readonly handover: ReturnType<typeof memoryHandover>;
  readonly announced: string[];
  builds: number;
}

interface Performing {
  readonly job: JobShape;
  readonly workflow: Workflow;
  readonly attempt: number;
  readonly outside: Outside;
  readonly changes: string[];
  readonly blow: Blow | undefined;
}

async function performed({ job, workflow, attempt, outside, changes, blow }: Performing): Promise<Performed> {
  const files = memoryFiles({
    [`${DIRECTORY}/pyproject.toml`]: '[project]\nname = "demo"\nversion = "1.1.0"\n',
    [`${DIRECTORY}/CHANGELOG.md`]: '# Changelog\n\n## [Unreleased]\n\n- Neap.\n',
  });
  const doors = struck(
    {
      indexes: outside.indexes,
      forge: outside.forge,
      handover: outside.handover.door(files),
      announcer: {
        announce: async ({ short }: { readonly short: string }) => void outside.announced.push(short),
      },
    },
    { changes, blow, reserve: outside.handover.reserve },
  );
  const builder = fakeBuilder(async () => {
    outside.builds += 1;
    for (const name of job.builds ?? [WHEEL, SDIST]) await written(name, files, outside.builds);
    return DONE;
  });
  const checkout = { ...fakeCheckout([]), commit: async (names: readonly string[]) => names };
  const world = aWorld({ ...doors, files, builder, checkout, clock: fakeClock() });
  const plan = planOf(job, workflow, attempt);
  return perform({ plan, world, table: PHASE_TABLE, subscribers: [], faults: [] });
}

function planOf({ key, phases, artifact = [], builds }: JobShape, { release }: Workflow, attempt: number) {
  return aPlan({
    phases,
    version: { kind: 'bump', bump: 'minor' },
    announce: true,
    commands: builds === undefined ? {} : { build: 'make' },
    forge: { branch: 'main', commitPolicy: 'push', release },
    handover: handoverPlan({
      ...{ asked: 'auto', names: artifact, directory: '.', offered: true },
      ...{ job: `${key}, leg 0`, step: 'release', attempt },
    }),
  });
}

async function written(name: string, files: Files, build: number): Promise<void> {
  const stamp = `BUILD = ${build}\n`;
  const bytes = name.endsWith('.whl')
    ? zipOf(wheelMembers({ 'demo/__init__.py': stamp }))
    : await tarGzOf(sdistMembers({ 'demo-1.2.0/demo/__init__.py': stamp }));
  await files.write(`${PACKAGES}/${name}`, bytes);
}

/** What changes the world outside. */
const CHANGES =
  /\.(?:upload|keep|drop|createTag|advanceBranch|create|propose|save|discard|annotate|attach|detach|announce)$/;

interface Striking {
  readonly changes: string[];
  readonly blow: Blow | undefined;
  readonly reserve: (name: string) => void;
}

/** The same doors, through which nothing goes any more after the blow. */
function struck<Doors extends object>(doors: Doors, { changes, blow, reserve }: Striking): Doors {
  let [count, dead] = [0, false];
  const kill = (): never => {
    dead = true;
    throw new Killed('the job was killed');
  };
  const call = async (name: string, work: (...args: unknown[]) => unknown, args: unknown[]) => {
    if (dead) return kill();
    if (!CHANGES.test(name)) return work(...args);
    count += 1;
    const isHere = blow?.n === count;
    changes.push(name);
    if (isHere && blow.side === 'before') return kill();
    if (isHere && blow.side === 'during') {
      if (name.endsWith('.keep')) reserve((args[0] as { readonly name: string }).name);
      return kill();
    }
    const result = await work(...args);
    return isHere ? kill() : result;
  };
  const wrapped = <Part extends object>(part: Part, trail: string): Part =>
    new Proxy(part, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown;
        const name = `${trail}.${String(key)}`;
        // These two answer at once, and change nothing.
        if (key === 'limits' || key === 'isClosed') return value;
        if (typeof value === 'function')
          return (...args: unknown[]) => call(name, value as (...args: unknown[]) => unknown, args);
        return typeof value === 'object' && value !== null && !(value instanceof Map)
          ? wrapped(value, name)
          : value;
      },
    });
  return wrapped(doors, '');
}

function violationsOf(
  { jobs, release }: Workflow,
  { indexes, forge, announced }: Outside,
  { faults, outcome }: Performed,
): readonly string[] {
  const expected = jobs.flatMap(({ builds }) => builds ?? []);
  const names = (expected.length > 0 ? [...new Set(expected)] : [WHEEL, SDIST]).toSorted();
  const held = (index: keyof Outside['indexes']) =>
    [...indexes[index].held.values()].map(({ filename, sha256 }) => `${filename} ${sha256}`).toSorted();
  const uploaded = held('pypi');
  const phases = jobs.flatMap((job) => job.phases);
  const [made, ...others] = forge.shelf;
  const assets = (made?.assets ?? []).map(({ name, sha256 }) => `${name} ${sha256}`);
  const tagged = forge.tags.get(TAG);
  const claims: readonly (readonly [boolean, string])[] = [
    [
      outcome !== 'failed',
      `it ended with ${faults.map(({ code, finding }) => `${code}: ${finding}`).join('; ')}`,
    ],
    [uploaded.map((each) => each.split(' ')[0]).join() === names.join(), `PyPI has ${uploaded.join(', ')}`],
    [!phases.includes('testpypi') || held('testpypi').join() === uploaded.join(), 'TestPyPI has other bytes'],
    [
      tagged !== undefined && forge.branches.get('main') === tagged,
      `the tag is on ${tagged}, main elsewhere`,
    ],
    [
      release === 'none' ? made === undefined : made?.draft === false && others.length === 0,
      `the releases are ${JSON.stringify(forge.shelf.map(({ draft, tag }) => ({ draft, tag })))}`,
    ],
    [
      release === 'none' || uploaded.every((each) => assets.includes(each)),
      `the release holds ${assets.join(', ')}`,
    ],
    [announced.length <= 1, `it was announced ${announced.length} times`],
  ];
  return claims.flatMap(([holds, says]) => (holds ? [] : [says]));
}
