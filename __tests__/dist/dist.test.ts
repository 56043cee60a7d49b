import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { filesBelow, node20 } from '../support/plain-clone.ts';
import { ACTION, command } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const DIST = path.join(ACTION, 'dist');
const scratch = makeScratch();
let node: string;

beforeAll(async () => {
  node = await node20();
}, 120_000);
afterAll(() => scratch.remove());

/** Runs an entry of the bundle as the oldest runner would. */
function entry(name: string, args: readonly string[] = [], variables: Readonly<Record<string, string>> = {}) {
  const environment = { ...hostEnvironment(process.env), ...variables };
  return command(node, [path.join(DIST, name), ...args], { directory: scratch.directory, environment });
}

it('is what the sources make, byte for byte', async () => {
  const fresh = scratch.file('dist');
  const { exitCode, stderr } = await command(process.execPath, ['.github/scripts/bundle.mjs', fresh], {
    directory: ACTION,
  });
  expect([exitCode, stderr]).toEqual([0, '']);
  const files = await filesBelow(fresh);
  expect(await filesBelow(DIST)).toEqual(files);
  for (const file of files) {
    const [made, committed] = await Promise.all([fresh, DIST].map((each) => readFile(path.join(each, file))));
    expect({ file, same: committed?.equals(made ?? Buffer.alloc(0)) }).toEqual({ file, same: true });
  }
});

describe('index.js', () => {
  it('starts under Node 20 and says what it is about to do', async () => {
    const variables = {
      INPUT_PATH: 'C',
      GITHUB_WORKSPACE: scratch.directory,
      RUNNER_TEMP: scratch.file('temp'),
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_API_URL: 'http://127.0.0.1:9/api',
    };
    const { exitCode, stdout, stderr } = await entry('index.js', [], variables);
    const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('::'));
    expect(lines[0]).toMatch(/^Releasing octo\/demo by path C: build, pypi, post-publish\./);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toContain('pyproject.toml');
  });
});

describe('post.js', () => {
  it('ends well where there is nothing to save', async () => {
    expect(await entry('post.js')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });
});

describe('rehearse.js', () => {
  it('starts under Node 20 and says what is wrong with its inputs', async () => {
    const variables = { INPUT_EVENT: 'merge', GITHUB_WORKSPACE: scratch.directory };
    const { exitCode, stdout, stderr } = await entry('rehearse.js', [], variables);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toContain('event is "merge"');
  });
});

describe('cli.js', () => {
  it('tells its commands when asked, and when asked nothing', async () => {
    const asked = await entry('cli.js', ['--help']);
    expect([asked.exitCode, asked.stderr]).toEqual([0, '']);
    for (const name of ['rehearse', 'serve', 'check', 'init'])
      expect(asked.stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
    expect(await entry('cli.js')).toEqual(asked);
  });

  it('tells the version of package.json', async () => {
    const { version } = JSON.parse(await readFile(path.join(ACTION, 'package.json'), 'utf8'));
    expect((await entry('cli.js', ['--version'])).stdout.trim()).toBe(version);
  });

  it.each([
    ['an unknown command', ['publish'], 'There is no command publish.'],
    ['an option of another command', ['check', '--json'], 'check takes no --json.'],
    ['an unknown option', ['rehearse', '--paht', 'A'], '--paht'],
    ['a value that is not one', ['rehearse', '--event', 'push'], 'Allowed: tag, dispatch.'],
    ['an input without a value', ['rehearse', '--input', 'bump'], 'It takes name=value.'],
  ])('ends with 2 for %s, without a stack trace', async (_what, args, text) => {
    const { exitCode, stdout, stderr } = await entry('cli.js', args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
