/** `rehearse`: the whole release of a project, offline, by the bundled action against the built-in servers. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Services } from '../emulators/serve.ts';
import { type JobResult, runJob } from './job.ts';
import { page } from './page.ts';
import { sampleProject } from './places.ts';
import { createScreen, type Print } from './screen.ts';
import { setStage } from './stage.ts';

export interface RehearseOptions {
  /** The user's project; undefined: the sample. */
  readonly project: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: 'tag' | 'dispatch';
  /** File for the JSON report with `world`. */
  readonly report: string | undefined;
  /** File for the job summary as a page. */
  readonly page: string | undefined;
  readonly mishaps: readonly string[];
  /** Whether the servers' and the runner's directories stay for a look. */
  readonly keep: boolean;
}

/** Rehearses a release. Gives the exit code: 0 only where the action ended well. */
export async function rehearse(options: RehearseOptions, print: Print): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-rehearsal-'));
  try {
    return await rehearseIn(scratch, options, print);
  } finally {
    if (options.keep) print(`Kept: ${scratch}`);
    else await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function rehearseIn(scratch: string, options: RehearseOptions, print: Print): Promise<number> {
  const { inputs, event, mishaps } = options;
  const { services, source, job } = await setStage({
    project: options.project ?? sampleProject(),
    inputs,
    event,
    mishaps,
    scratch,
  });
  try {
    if (source.dirty)
      print('Note: changes that are not committed are not part of the rehearsal, as on a runner.');
    const result = await cancellable((cancel) => runJob(job, createScreen(print), { cancel }));
    await tell({ options, services }, result, print);
    if (result.conclusion === 'success') return 0;
    return result.exitCode === 0 ? 1 : result.exitCode;
  } finally {
    await services.close();
  }
}

/** Ctrl-C, and what else ends a program, cancels the job as the forge would, and is not asked twice. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function cancellable<Result>(run: (cancel: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  for (const name of ENDINGS) process.on(name, cancel);
  try {
    return await run(controller.signal);
  } finally {
    for (const name of ENDINGS) process.off(name, cancel);
  }
}

interface Ending {
  readonly options: RehearseOptions;
  readonly services: Services;
}

async function tell(
  { options, services }: Ending,
  { outputs, summary }: JobResult,
  print: Print,
): Promise<void> {
  const file = outputs.get('report');
  const report: unknown = file === undefined ? {} : JSON.parse(await readFile(file, 'utf8'));
  const world = await services.world();
  print('');
  print(worldInWords(world));
  if (options.report !== undefined) {
    await writeFile(options.report, `${JSON.stringify({ ...(report as object), world }, undefined, 2)}\n`);
    print(`The report: ${options.report}`);
  }
  if (options.page !== undefined) {
    await writeFile(options.page, await page(summary));
    print(`The summary: ${options.page}`);
  }
}

type World = Awaited<ReturnType<Services['world']>>;

/** What the servers hold at the end, in a few lines. */
function worldInWords(world: World): string {
  const files = (index: World['pypi']): readonly string[] =>
    Object.values(index).flatMap((project) => Object.values(project).flatMap(Object.keys));
  const tags = Object.entries(world.tags).map(([tag, commit]) => `${tag} on ${commit.slice(0, 12)}`);
  const releases = world.releases.map(
    ({ tag, draft, assets }) =>
      `${tag} (${draft ? 'draft' : 'published'}, ${Object.keys(assets).length} files)`,
  );
  const line = (what: string, values: readonly string[]): string =>
    `  ${what.padEnd(9)} ${values.length === 0 ? 'nothing' : values.join(', ')}`;
  return [
    'The servers hold:',
    line('TestPyPI', files(world.testpypi)),
    line('PyPI', files(world.pypi)),
    line('tags', tags),
    line('releases', releases),
  ].join('\n');
}
