/**
 * `bench`: the action against the handbook's own commands, on the same project and like servers, by turns on the same machine.
 * Only ratios are claims: machines are noisy.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { PathName } from '../plan/paths.ts';
import { type Edition, handbook, type Shelf, stockShelf } from './handbook.ts';
import { runJob } from './job.ts';
import { sampleProject } from './places.ts';
import type { Print } from './screen.ts';
import { setStage } from './stage.ts';

/**
 * Each path beside the handbook's release that it stands for. Path C is also held against the least that its own steps take
 * by hand, for what speed alone is worth; it installs back from the index besides, which that does not.
 */
const MATCHES: readonly {
  readonly path: PathName;
  readonly against: Edition;
  readonly goal: number | null;
}[] = [
  { path: 'A', against: 'first', goal: 2 },
  { path: 'C', against: 'usual', goal: 3 },
  { path: 'C', against: 'least', goal: null },
];

/** What the action is held to besides: milliseconds to the first line, and its own share of the time. */
const GOALS = { firstLine: 150, ownCost: 0.05 } as const;

interface Sample {
  /** Seconds from the start of the process to its end. */
  readonly wall: number;
  /** Milliseconds to the first line of the log. */
  readonly firstLine: number;
  /** Share of the time in which neither a child nor a server was at work. */
  readonly ownCost: number;
}

interface Figures {
  readonly path: PathName;
  readonly against: Edition;
  readonly runs: number;
  readonly ours_seconds: number;
  readonly handbook_seconds: number;
  readonly ratio: number;
  readonly goal: number | null;
  readonly first_line_ms: number;
  readonly own_cost: number;
}

/** Runs each side so many times, by turns, after one unmeasured turn, and prints a JSON line and a table. */
export async function bench(runs: number, print: Print): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-bench-'));
  try {
    const shelf = await stockShelf(scratch);
    const figures: Figures[] = [];
    for (const match of MATCHES) {
      const found = await compared(match, runs, { scratch, shelf });
      print(
        `Path ${found.path}: ${found.ours_seconds} s; the handbook's ${found.against} release: ${found.handbook_seconds} s`,
      );
      figures.push(found);
    }
    print(JSON.stringify({ bench: figures, goals: GOALS }));
    print(table(figures));
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Ground {
  readonly scratch: string;
  /** The tools that both sides find on PATH. */
  readonly shelf: Shelf;
}

async function compared(match: (typeof MATCHES)[number], runs: number, ground: Ground): Promise<Figures> {
  const ours: Sample[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn <= runs; turn += 1) {
    const sample = await ourTurn(match.path, ground);
    const wall = await theirTurn(match.against, ground);
    if (turn === 0) continue;
    ours.push(sample);
    theirs.push(wall);
  }
  const wall = median(ours.map((sample) => sample.wall));
  const handbookWall = median(theirs);
  return {
    path: match.path,
    against: match.against,
    runs,
    ours_seconds: rounded(wall, 2),
    handbook_seconds: rounded(handbookWall, 2),
    ratio: rounded(handbookWall / wall, 2),
    goal: match.goal,
    first_line_ms: Math.round(median(ours.map(({ firstLine }) => firstLine))),
    own_cost: rounded(median(ours.map(({ ownCost }) => ownCost)), 3),
  };
}

async function ourTurn(name: PathName, { scratch, shelf }: Ground): Promise<Sample> {
  const directory = await mkdtemp(path.join(scratch, 'ours-'));
  const stage = await setStage({
    project: sampleProject(),
    inputs: { path: name },
    event: 'dispatch',
    mishaps: [],
    scratch: directory,
  });
  const environment = { ...stage.job.environment, PATH: shelf.searchPath };
  let firstLine: number | undefined;
  const lines: string[] = [];
  const started = performance.now();
  const { conclusion, outputs } = await runJob({ ...stage.job, environment }, (line) => {
    firstLine ??= performance.now() - started;
    if ('text' in line) lines.push(line.text);
  });
  const wall = (performance.now() - started) / 1_000;
  await stage.services.close();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  if (conclusion !== 'success')
    throw new Error(`path ${name} failed in the benchmark:\n${lines.slice(-30).join('\n')}`);
  const { busy_seconds: busy } = JSON.parse(outputs.get('metrics') ?? '{}') as {
    readonly busy_seconds?: number;
  };
  return { wall, firstLine: firstLine ?? 0, ownCost: busy === undefined ? 1 : (wall - busy) / wall };
}

async function theirTurn(edition: Edition, { scratch, shelf }: Ground): Promise<number> {
  const directory = await mkdtemp(path.join(scratch, 'handbook-'));
  const stage = await setStage({
    project: sampleProject(),
    inputs: {},
    event: 'dispatch',
    mishaps: [],
    scratch: directory,
  });
  const started = performance.now();
  await handbook(edition, { stage, shelf, directory });
  const wall = (performance.now() - started) / 1_000;
  await stage.services.close();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  return wall;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function table(figures: readonly Figures[]): string {
  const head =
    '| path | handbook | runs | action | by hand | ratio | goal | first line | own cost |\n|---|---|---|---|---|---|---|---|---|';
  const rows = figures.map(
    (each) =>
      `| ${each.path} | ${each.against} | ${each.runs} | ${each.ours_seconds} s | ${each.handbook_seconds} s | ${each.ratio} | ${each.goal ?? '-'} | ${each.first_line_ms} ms (goal ${GOALS.firstLine}) | ${rounded(each.own_cost * 100, 1)} % (goal ${GOALS.ownCost * 100}) |`,
  );
  return [head, ...rows].join('\n');
}
