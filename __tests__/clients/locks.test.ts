/** Lock files after a bump, judged by the tool that they belong to. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../src/adapters/actions/process.ts';
import { createCheckout } from '../../src/adapters/git/checkout.ts';
import { createFiles } from '../../src/adapters/node/files.ts';
import { writeVersion } from '../../src/phases/build/write-version.ts';
import { changedFiles } from '../../src/phases/handover/changed-files.ts';
import { requireProject } from '../../src/phases/setup/project.ts';
import type { VersionPlan } from '../../src/plan/plan.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { pythonTools } from '../support/python-tools.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { aPlan, aReading, fakeCheckout } from '../support/world.ts';

const run = promisify(execFile);

let uv: string;
beforeAll(async () => {
  ({ uv } = await pythonTools());
}, 300_000);

const scratches: Scratch[] = [];
afterAll(() => {
  for (const scratch of scratches) scratch.remove();
});

/** A project that needs nothing but a member of its own workspace, so that uv locks it without network. */
function workspace(project: string): Scratch {
  const scratch = makeScratch();
  scratches.push(scratch);
  scratch.write({
    'pyproject.toml': `${project}dependencies = ["other"]\n[tool.uv.sources]\nother = { workspace = true }\n[tool.uv.workspace]\nmembers = ["other"]\n`,
    'other/pyproject.toml': '[project]\nname = "other"\nversion = "1.2.0"\nrequires-python = ">=3.10"\n',
  });
  return scratch;
}

const lock = (directory: string, ...options: readonly string[]) =>
  run(uv, ['lock', '--offline', '--no-config', ...options], { cwd: directory });

async function released(scratch: Scratch, version: VersionPlan): Promise<readonly string[]> {
  const { directory } = scratch;
  const plan = aPlan({ workspace: directory, directory, packages: scratch.file('dist'), version });
  const files = createFiles();
  return writeVersion(await requireProject(plan, aReading(files)), plan, {
    files,
    clock: fakeClock(),
    checkout: fakeCheckout(),
  });
}

describe('uv.lock of a workspace above', () => {
  const member = (name: string, more = '') =>
    `[build-system]\nrequires = ["flit_core"]\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "${name}"\nversion = "1.2.0"\nrequires-python = ">=3.10"\n${more}`;

  /** A repository whose workspace has two members, locked and committed. */
  async function repository(): Promise<Scratch> {
    const scratch = makeScratch();
    scratches.push(scratch);
    scratch.write({
      'pyproject.toml':
        '[project]\nname = "pool"\nversion = "9"\nrequires-python = ">=3.10"\ndependencies = ["demo-tool"]\n[tool.uv.sources]\ndemo-tool = { workspace = true }\n[tool.uv.workspace]\nmembers = ["packages/*"]\n',
      'packages/demo/pyproject.toml': member('Demo.Tool'),
      'packages/other/pyproject.toml': member('other'),
    });
    await lock(scratch.directory);
    await git(scratch, 'init', '--quiet');
    await git(scratch, 'add', '--all');
    await git(scratch, 'commit', '--quiet', '--message', 'first');
    return scratch;
  }

  const git = async ({ directory }: Scratch, ...args: readonly string[]) =>
    (await run('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: directory }))
      .stdout;

  it('has the new version of the member alone, and rides in the release commit', async () => {
    const scratch = await repository();
    const directory = scratch.file('packages/demo');
    const plan = aPlan({
      ...{ workspace: scratch.directory, directory, packages: scratch.file('packages/demo/dist') },
      version: { kind: 'bump', bump: 'minor' },
    });
    const files = createFiles();
    const checkout = createCheckout(
      createProcesses({ environment: { PATH: process.env.PATH ?? '' } }),
      directory,
    );
    const project = await requireProject(plan, aReading(files));
    const written = await writeVersion(project, plan, { files, clock: fakeClock(), checkout });
    const committed = await checkout.commit(written, 'Release');
    await expect(lock(scratch.directory, '--check')).resolves.toBeDefined();
    expect(await git(scratch, 'diff', '--stat', 'HEAD~', 'HEAD')).toContain(
      '2 files changed, 2 insertions(+), 2 deletions(-)',
    );
    const changed = await changedFiles(committed, plan, { files, checkout });
    expect(changed.map(({ file }) => file)).toEqual(['packages/demo/pyproject.toml', 'uv.lock']);
    expect(await git(scratch, 'status', '--short')).toBe('');
  });
});

describe('uv.lock', () => {
  it.each<readonly [kind: string, more: string]>([
    [
      'of a library',
      '[build-system]\nrequires = ["flit_core>=3.12"]\nbuild-backend = "flit_core.buildapi"\n',
    ],
    ['of what is not built', ''],
  ])('%s is what uv would write, and no other line of it changes', async (_kind, build) => {
    const scratch = workspace(
      `${build}[project]\nname = "Demo.Tool"\nversion = "1.2.0"\nrequires-python = ">=3.10"\n`,
    );
    await lock(scratch.directory);
    const before = await readFile(scratch.file('uv.lock'), 'utf8');
    expect(await released(scratch, { kind: 'bump', bump: 'rc' })).toEqual(['pyproject.toml', 'uv.lock']);
    await expect(lock(scratch.directory, '--check')).resolves.toBeDefined();
    const after = await readFile(scratch.file('uv.lock'), 'utf8');
    const changed = after.split('\n').filter((line, at) => line !== before.split('\n')[at]);
    expect(changed).toEqual(['version = "1.2.1rc1"']);
    await lock(scratch.directory);
    expect(await readFile(scratch.file('uv.lock'), 'utf8')).toBe(after);
  });

  it('is refused by uv where its entry is left behind', async () => {
    const scratch = workspace(
      '[project]\nname = "demo-tool"\nversion = "1.2.0"\nrequires-python = ">=3.10"\n',
    );
    await lock(scratch.directory);
    const before = await readFile(scratch.file('uv.lock'), 'utf8');
    await released(scratch, { kind: 'given', version: '2.0' });
    scratch.write({ 'uv.lock': before });
    await expect(lock(scratch.directory, '--check')).rejects.toThrow();
  });
});
