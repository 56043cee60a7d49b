import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setStage } from '../../src/cli/stage.ts';
import type { Services } from '../../src/emulators/serve.ts';

let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-stage-'));
});

afterEach(async () => {
  await rm(scratch, { recursive: true, force: true });
});

/** A repository of one commit. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = path.join(scratch, 'project');
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await writeFile(path.join(directory, file), text);
  }
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', directory, ...args]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@localhost', 'commit', '--quiet', '--message', 'all');
  return directory;
}

/** Name and version are computed by code that only Python can follow. */
const COMPUTED = {
  'setup.py': [
    'from setuptools import setup',
    'about = {}',
    "exec(open('gull/__version__.py').read(), about)",
    "setup(name=about['__title__'], version=about['__version__'], packages=['gull'])",
  ].join('\n'),
  'gull/__init__.py': '',
  'gull/__version__.py': "__title__ = 'herring-gull'\n__version__ = '2.3.4'\n",
};

/** The index's answer to the job's identity. */
async function minted({ oidc, pypi }: Services): Promise<number> {
  const asked = await fetch(`${oidc.request_url}&audience=pypi`, {
    headers: { authorization: `Bearer ${oidc.request_token}` },
  });
  const { value } = (await asked.json()) as { readonly value: string };
  const answer = await fetch(`${pypi.base}/_/oidc/mint-token`, {
    method: 'POST',
    body: JSON.stringify({ token: value }),
  });
  return answer.status;
}

describe('the stage for a project that only its back end can name', () => {
  it('lets the project’s publisher wait on the index, and pushes the tag of its version', async () => {
    const project = await repository(COMPUTED);
    const { services, job } = await setStage({
      project,
      inputs: {},
      event: 'tag',
      mishaps: [],
      scratch: path.join(scratch, 'stage'),
    });
    try {
      expect(job.environment.GITHUB_REF).toBe('refs/tags/v2.3.4');
      expect(await minted(services)).toBe(200);
    } finally {
      await services.close();
    }
  });
});

describe('the stage for one package of several', () => {
  it.each([
    ['working-directory', 'packages/one/', 'refs/tags/v2.0'],
    ['working-directory', '.', 'refs/tags/v1.0'],
    ['working-directory', '', 'refs/tags/v1.0'],
  ])('reads the one that the inputs name by %s: %s', async (input, value, ref) => {
    const project = await repository({
      'pyproject.toml': '[project]\nname = "whole"\nversion = "1.0"\n',
      'packages/one/pyproject.toml': '[project]\nname = "one"\nversion = "2.0"\n',
    });
    const { services, job } = await setStage({
      project,
      inputs: { [input]: value },
      event: 'tag',
      mishaps: [],
      scratch: path.join(scratch, 'stage'),
    });
    await services.close();
    expect(job.environment.GITHUB_REF).toBe(ref);
  });
});
