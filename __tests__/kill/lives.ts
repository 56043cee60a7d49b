/** The same release, lived once unharmed and then again and again, each time killed somewhere else and run again. */

import { type Ending, endingOf } from './ending.ts';
import { type Life, type LifeOptions, openLife, type Point, type Ran } from './life.ts';
import { nameOf } from './points.ts';

export interface Calm {
  readonly ran: Ran;
  readonly ending: Ending;
  readonly announced: number;
  readonly violations: readonly string[];
}

/** The release that nobody harms. */
export async function calmLife(options: LifeOptions): Promise<Calm> {
  const life = await openLife(options);
  try {
    const ran = await life.run();
    return { ran, ending: await endingOf(life), announced: life.announced(), violations: life.violations };
  } finally {
    await life.close();
  }
}

export interface Lived {
  readonly point: Point;
  /** Whether the kill came before the run had ended by itself. */
  readonly killed: boolean;
  readonly announced: number;
  readonly violations: readonly string[];
}

/** The release killed at a point, then run again. Every rule that it broke is a sentence. */
export async function killedLife(point: Point, calm: Ending, options: LifeOptions): Promise<Lived> {
  const life = await openLife(options);
  try {
    const first = await life.run(point);
    const again = await life.run();
    const broken = [...life.violations, ...ofSecond(again), ...(await ofEnding(life, calm))];
    const announced = life.announced();
    return {
      point,
      killed: first.exit === 'SIGKILL',
      announced,
      violations: [...broken, ...(announced > 1 ? [`announced ${announced} times`] : [])].map(
        (each) => `${nameOf(point)}: ${each}`,
      ),
    };
  } finally {
    await life.close();
  }
}

function ofSecond({ exit, report, log }: Ran): readonly string[] {
  if (exit === 0) return [];
  const faults = report?.faults
    .map(({ code, phase, finding }) => `${code} in ${phase}: ${finding}`)
    .join('; ');
  return [`the run after it ended with ${exit}: ${faults ?? log.slice(-1_000)}`];
}

/** What differs between the end of this life and the calm one, member by member. */
export async function ofEnding(life: Life, calm: Ending): Promise<readonly string[]> {
  const ending = await endingOf(life);
  return (Object.keys(calm) as readonly (keyof Ending)[])
    .filter((part) => JSON.stringify(ending[part]) !== JSON.stringify(calm[part]))
    .map((part) => `${part} ended as ${JSON.stringify(ending[part])}, not as ${JSON.stringify(calm[part])}`);
}

/** Runs the work over all of them, two at a time. */
export async function inPairs<Each, Result>(
  all: readonly Each[],
  work: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> {
  const left = [...all];
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) results.push(await work(each));
  };
  await Promise.all([worker(), worker()]);
  return results;
}
