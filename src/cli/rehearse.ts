/** `rehearse`: the whole release of a project, offline, by the bundled action against the built-in servers. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Services, startServices } from '../emulators/serve.ts';
import { parsedPyproject } from '../packaging/pyproject.ts';
import { normalizedName } from '../packaging/project-name.ts';
import { tagFor } from '../packaging/tag-format.ts';
import { actionDirectory, sampleProject } from './places.ts';
import { page } from './page.ts';
import { runJob, type StepResult } from './job.ts';
import { checkOut, fillForge, pushTag, type Source, sourceOf } from './repository.ts';
import { hostEnvironment, runnerEnvironment } from './runner-environment.ts';
import { createScreen, type Print } from './screen.ts';

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

const REPOSITORY_OWNER = 'octo';

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

interface Stage {
  readonly options: RehearseOptions;
  readonly scratch: string;
  readonly source: Source;
  readonly services: Services;
  /** Repository name on the forge, `owner/name`. */
  readonly repository: string;
}

async function rehearseIn(scratch: string, options: RehearseOptions, print: Print): Promise<number> {
  const source = await sourceOf(options.project ?? sampleProject(), scratch);
  if (source.dirty) print('Note: changes that are not committed are not part of the rehearsal, as on a runner.');
  const name = await projectName(source);
  const repository = `${REPOSITORY_OWNER}/${path.basename(source.prefix === '' ? source.top : source.prefix)}`.replace(/[^\w./-]/g, '-');
  const publisher = { owner: REPOSITORY_OWNER, owner_id: '3', repository: repository.split('/')[1] ?? '', workflow: 'release.yml', environment: '' };
  const services = await startServices({
    repository,
    scratch: path.join(scratch, 'servers'),
    mishaps: options.mishaps,
    pending: name === undefined ? [] : [{ ...publisher, project: normalizedName(name) }],
  });
  try {
    return await perform({ options, scratch, source, services, repository }, print);
  } finally {
    await services.close();
  }
}

async function projectName({ top, prefix }: Source): Promise<string | undefined> {
  return (await pyproject({ top, prefix }))?.name;
}

async function pyproject({ top, prefix }: Pick<Source, 'top' | 'prefix'>): Promise<ReturnType<typeof parsedPyproject> | undefined> {
  try {
    return parsedPyproject(await readFile(path.join(top, prefix, 'pyproject.toml'), 'utf8'));
  } catch {
    // The action itself says what is wrong with the project; the rehearsal only wants its name for the servers.
    return undefined;
  }
}

async function perform(stage: Stage, print: Print): Promise<number> {
  const { options, scratch, source, services } = stage;
  const commit = await fillForge(source, services.github.gitDirectory);
  const ref = await pushedRef(stage, commit);
  const workspace = path.join(scratch, 'work', path.basename(stage.repository), path.basename(stage.repository));
  await checkOut(services.github.gitDirectory, workspace, { ref, sha: commit });
  const temp = path.join(scratch, 'temp');
  await mkdir(temp, { recursive: true });
  services.setClaims({ ref, sha: commit, event_name: eventName(options) });
  const environment = {
    ...hostEnvironment(process.env),
    ...services.env,
    ...(await runnerEnvironment({ ref, commit, event: eventName(options), repository: stage.repository, inputs: options.inputs, workspace, temp })),
    GITHUB_JOB_TOKEN: services.github.token,
  };
  const inputs = {
    'pypi-url': services.pypi.upload,
    'testpypi-url': services.testpypi.upload,
    ...(source.prefix === '' ? {} : { 'working-directory': source.prefix }),
    ...options.inputs,
  };
  const screen = createScreen(print);
  const result = await runJob({ action: actionDirectory(), inputs, environment, workspace, temp, node: process.execPath }, screen);
  await tell(stage, result, print);
  return result.exitCode;
}

function eventName({ event }: RehearseOptions): string {
  return event === 'tag' ? 'push' : 'workflow_dispatch';
}

/** On a tag push the tag is there before the run: for a rehearsal it is made of the version in the source. */
async function pushedRef({ options, source, services }: Stage, commit: string): Promise<string> {
  if (options.event === 'dispatch') return `refs/heads/${source.branch}`;
  const version = (await pyproject(source))?.version ?? '0.0.0';
  const tag = tagFor(version, options.inputs['tag-format'] ?? 'v{version}');
  await pushTag(services.github.gitDirectory, tag, commit);
  return `refs/tags/${tag}`;
}

async function tell({ options, services }: Stage, { outputs, summary }: StepResult, print: Print): Promise<void> {
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
  const files = (index: World['pypi']): readonly string[] => Object.values(index).flatMap((project) => Object.values(project).flatMap(Object.keys));
  const tags = Object.entries(world.tags).map(([tag, commit]) => `${tag} on ${commit.slice(0, 12)}`);
  const releases = world.releases.map(({ tag, draft, assets }) => `${tag} (${draft ? 'draft' : 'published'}, ${Object.keys(assets).length} files)`);
  const line = (what: string, values: readonly string[]): string => `  ${what.padEnd(9)} ${values.length === 0 ? 'nothing' : values.join(', ')}`;
  return ['The servers hold:', line('TestPyPI', files(world.testpypi)), line('PyPI', files(world.pypi)), line('tags', tags), line('releases', releases)].join('\n');
}
