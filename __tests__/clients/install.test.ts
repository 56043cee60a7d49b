import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { type Services, startServices } from '../../src/emulators/serve.ts';
import { sha256Hex } from '../../src/packaging/digest.ts';
import { type PythonTools, pythonTools } from '../support/python-tools.ts';
import { command, type Ended } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';

const scratch = makeScratch();
let services: Services;
let tools: PythonTools;
let older: TinyWheel;
let newer: TinyWheel;
let dependent: TinyWheel;

beforeAll(async () => {
  tools = await pythonTools();
  older = await tinyWheel('tide_base', '1.0');
  newer = await tinyWheel('tide_base', '1.1rc1');
  dependent = await tinyWheel('tide_top', '2.0', 'Requires-Dist: tide-base<2\n');
  services = await startServices({ scratch: scratch.file('servers') });
  const files = [older, newer, dependent].map(({ file }) => file);
  const publish = ['publish', '--no-config', '--publish-url', services.pypi.upload, ...files];
  const variables = { ...hostEnvironment(process.env), UV_PUBLISH_TOKEN: services.pypi.token };
  const { exitCode, stderr } = await command(tools.uv, publish, { environment: variables });
  if (exitCode !== 0) throw new Error(stderr);
}, 300_000);
afterAll(async () => {
  await services.close();
  for (const wheel of [older, newer, dependent]) await wheel.remove();
  scratch.remove();
});

/** No cache: ports, and with them addresses, come back with other files behind them. */
const environment = () => ({
  ...hostEnvironment(process.env),
  PIP_CONFIG_FILE: '/dev/null',
  PIP_NO_INDEX: '',
});

function pip(...args: readonly string[]): Promise<Ended> {
  const [verb = '', ...rest] = args;
  const common = ['--no-cache-dir', '--disable-pip-version-check', '--index-url', services.pypi.simple];
  return command(tools.python, ['-m', 'pip', verb, ...common, ...rest], { environment: environment() });
}

function uvPip(...args: readonly string[]): Promise<Ended> {
  const common = ['--no-config', '--no-cache', '--default-index', services.pypi.simple];
  return command(tools.uv, ['pip', ...args, ...common], { environment: environment() });
}

it('pip install takes a project and its dependency, and no pre-release', async () => {
  const target = scratch.file('pip');
  expect(await pip('install', '--target', target, 'tide-top')).toMatchObject({ exitCode: 0 });
  const found = (await readdir(target)).filter((name) => name.startsWith('tide')).toSorted();
  expect(found).toEqual(['tide_base-1.0.dist-info', 'tide_base.py', 'tide_top-2.0.dist-info', 'tide_top.py']);
});

it('pip install takes a pre-release by its number, by its digest', async () => {
  const requirements = `tide-base==1.1rc1 --hash=sha256:${newer.sha256}\n`;
  scratch.write({
    'pinned.txt': requirements,
    'wrong.txt': requirements.replace(newer.sha256, older.sha256),
  });
  const install = (name: string) =>
    pip('install', '--target', scratch.file(`from-${name}`), '--requirement', scratch.file(name));
  expect(await install('pinned.txt')).toMatchObject({ exitCode: 0 });
  const refused = await install('wrong.txt');
  expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('DO NOT MATCH THE HASHES')]);
});

it('pip download gives the bytes that were uploaded', async () => {
  const to = scratch.file('download');
  expect(await pip('download', '--dest', to, 'tide_Base==1.0')).toMatchObject({ exitCode: 0 });
  expect(await readdir(to)).toEqual([older.filename]);
  expect(sha256Hex(await readFile(path.join(to, older.filename)))).toBe(older.sha256);
});

it('pip says that a project is not there', async () => {
  const missing = await pip('download', '--dest', scratch.file('nothing'), 'tide-absent');
  expect([missing.exitCode, missing.stderr]).toEqual([
    1,
    expect.stringContaining('No matching distribution'),
  ]);
});

it('uv pip install takes a project and its dependency, which can be imported', async () => {
  const directory = scratch.file('venv');
  const made = await command(tools.uv, ['venv', '--no-config', '--python', tools.python, directory]);
  expect(made).toMatchObject({ exitCode: 0 });
  expect(await uvPip('install', '--python', directory, 'tide-top')).toMatchObject({ exitCode: 0 });
  const scripts = path.join(directory, process.platform === 'win32' ? 'Scripts' : 'bin');
  const program = 'import tide_base, tide_top; print(tide_base.answer + tide_top.answer)';
  const { stdout } = await command(path.join(scripts, 'python'), ['-I', '-c', program]);
  expect(stdout.trim()).toBe('84');
  const listed = await command(tools.uv, ['pip', 'freeze', '--python', directory], {
    environment: environment(),
  });
  expect(listed.stdout.trim().split(/\r?\n/)).toEqual(['tide-base==1.0', 'tide-top==2.0']);
});

it('uv resolves by the metadata files alone, without a wheel', async () => {
  scratch.write({ 'wanted.in': 'tide-top\n' });
  const before = services.requests.length;
  const compiled = await uvPip('compile', '--no-header', '--generate-hashes', scratch.file('wanted.in'));
  expect(compiled.stdout).toContain(`--hash=sha256:${older.sha256}`);
  expect(compiled.stdout).toContain(`--hash=sha256:${dependent.sha256}`);
  const asked = services.requests.slice(before).map(({ path: file }) => file);
  expect(asked.filter((file) => file.endsWith('.whl.metadata'))).not.toEqual([]);
  expect(asked.filter((file) => file.endsWith('.whl'))).toEqual([]);
});
