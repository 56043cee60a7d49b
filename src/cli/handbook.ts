/** The release handbook's own commands, run in order: what the benchmark compares with. */

import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import checkTools from '../adapters/python/check-tools.txt';
import { UV_VERSION } from '../adapters/python/uv-wheels.ts';
import type { Stage } from './stage.ts';

const execute = promisify(execFile);

/** The tools that a maintainer has installed. */
export interface Shelf {
  /** PATH with uv, ruff, build and twine first. */
  readonly searchPath: string;
}

/** Installs the tools into an environment of their own. */
export async function stockShelf(scratch: string): Promise<Shelf> {
  const directory = path.join(scratch, 'shelf');
  const programs = path.join(directory, process.platform === 'win32' ? 'Scripts' : 'bin');
  const pinned = [...checkTools.matchAll(/^(?:ruff|build|twine)==[^ ;\\]+/gm)].map(
    ([requirement]) => requirement,
  );
  await execute(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', directory]);
  await execute(path.join(programs, 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    `uv==${UV_VERSION}`,
    ...pinned,
  ]);
  return { searchPath: `${programs}${path.delimiter}${process.env.PATH ?? ''}` };
}

interface Setting {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly directory: string;
}

interface Tools extends Setting {
  /** Runs a program in the project's directory. */
  run(program: string, args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<void>;
}

type Chapter = (tools: Tools) => Promise<void>;

const check: Chapter = async ({ run }) => {
  await run('uv', ['sync', '--all-extras', '--all-groups']);
  await run('uv', ['run', 'ruff', 'format', '--check', '.']);
  await run('uv', ['run', 'ruff', 'check', '.']);
  await run('uv', ['run', 'pytest', '-q']);
};

const build: Chapter = async ({ run, stage }) => {
  for (const left of ['dist', 'build'])
    await rm(path.join(projectOf(stage), left), { recursive: true, force: true });
  await run('python', ['-m', 'build']);
  await run('twine', ['check', '--strict', ...(await distributionsOf(stage))]);
};

const tryLocally: Chapter = async (tools) => {
  const wheel = (await distributionsOf(tools.stage)).find((file) => file.endsWith('.whl')) ?? '';
  await installAndImport(tools, 'local', [wheel]);
};

const publishToTest: Chapter = async (tools) => {
  const { testpypi } = tools.stage.services;
  await upload(tools, testpypi);
  await installAndImport(tools, 'testpypi', ['--index-url', testpypi.simple, 'gauge-middleware']);
};

const publishOnly: Chapter = (tools) => upload(tools, tools.stage.services.pypi);

const installBack: Chapter = (tools) =>
  installAndImport(tools, 'pypi', ['--index-url', tools.stage.services.pypi.simple, 'gauge-middleware']);

const tagAndRelease: Chapter = async ({ run, stage }) => {
  await run('git', ['tag', 'v0.3.0']);
  await run('git', ['push', '--quiet', 'origin', 'v0.3.0']);
  const { api, repository, token } = stage.services.github;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ tag_name: 'v0.3.0', name: 'v0.3.0', body: 'See the changelog.' });
  const created = await fetch(`${api}/repos/${repository}/releases`, { method: 'POST', headers, body });
  const { upload_url: address } = (await created.json()) as { readonly upload_url: string };
  for (const file of await distributionsOf(stage)) {
    const target = address.replace(/\{.*$/, `?name=${path.basename(file)}`);
    const content = await readFile(file);
    const sent = await fetch(target, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/zip' },
      body: content,
    });
    if (!sent.ok) throw new Error(`the handbook's release failed: ${sent.status}`);
  }
};

/** What the handbook has a maintainer do: for a first release, for any other, and the least of it that still ends in a release. */
const EDITIONS = {
  first: [check, build, tryLocally, publishToTest, publishOnly, installBack, tagAndRelease],
  usual: [check, build, tryLocally, publishOnly, installBack, tagAndRelease],
  least: [build, publishOnly, tagAndRelease],
} as const satisfies Record<string, readonly Chapter[]>;

export type Edition = keyof typeof EDITIONS;

/** Runs the handbook's commands one after another, as a maintainer types them. Throws where one fails. */
export async function handbook(edition: Edition, setting: Setting): Promise<void> {
  const run: Tools['run'] = async (program, args, variables = {}) => {
    const { PATH: _path, ...machine } = setting.stage.job.environment;
    await execute(program, [...args], {
      cwd: projectOf(setting.stage),
      env: { ...machine, PATH: setting.shelf.searchPath, ...variables },
      maxBuffer: 1 << 26,
    });
  };
  for (const chapter of EDITIONS[edition]) await chapter({ ...setting, run });
}

async function upload(
  { run, stage }: Tools,
  index: { readonly upload: string; readonly token: string },
): Promise<void> {
  const secrets = { TWINE_USERNAME: '__token__', TWINE_PASSWORD: index.token };
  await run(
    'twine',
    ['upload', '--repository-url', index.upload, ...(await distributionsOf(stage))],
    secrets,
  );
}

async function installAndImport(
  { run, directory }: Tools,
  name: string,
  what: readonly string[],
): Promise<void> {
  const environment = path.join(directory, `environment-${name}`);
  const python = path.join(environment, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  await run('python', ['-m', 'venv', environment]);
  await run(python, ['-m', 'pip', 'install', '--quiet', ...what]);
  await run(python, ['-I', '-c', 'import gauge_middleware']);
}

function projectOf({ source, job }: Stage): string {
  return path.join(job.workspace, source.prefix);
}

async function distributionsOf(stage: Stage): Promise<readonly string[]> {
  const directory = path.join(projectOf(stage), 'dist');
  return (await readdir(directory))
    .filter((name) => /\.(whl|tar\.gz)$/.test(name))
    .map((name) => path.join(directory, name));
}
