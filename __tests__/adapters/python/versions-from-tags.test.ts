/** The tools that compute a version from git's tags, each in a project whose newest tag lies a commit behind. */

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTags } from '../../../src/adapters/git/tags.ts';
import { asTagged } from '../../../src/phases/setup/as-tagged.ts';
import { requireProject } from '../../../src/phases/setup/project.ts';
import type { CommandResult } from '../../../src/ports/toolchain.ts';
import { type PythonWorkshop, pythonWorkshop } from '../../support/python-workshop.ts';
import { aPlan } from '../../support/world.ts';

let one: PythonWorkshop | undefined;
afterEach(() => one?.scratch.remove());

const LONG_AGO = '2024-01-02T03:04:05Z';

const PROJECT =
  '[project]\nname = "tiny-project"\ndescription = "Tiny."\nrequires-python = ">=3.10"\ndynamic = ["version"]\n';

function build(backEnd: string, requires: readonly string[], more = ''): Readonly<Record<string, string>> {
  const system = `[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "${backEnd}"\n`;
  return {
    'pyproject.toml': `${system}${PROJECT}${more}`,
    'src/tiny_project/__init__.py': '"""Tiny."""\n',
    '.gitignore': '_version.py\n*.egg-info\n',
  };
}

type Row = readonly [tool: string, files: Readonly<Record<string, string>>];

/** Tools that a variable tells the version. */
const TOLD: readonly Row[] = [
  [
    'setuptools-scm',
    build(
      'setuptools.build_meta',
      ['setuptools>=77', 'setuptools-scm>=8'],
      '[tool.setuptools_scm]\nversion_file = "src/tiny_project/_version.py"\n',
    ),
  ],
  [
    'hatch-vcs',
    build('hatchling.build', ['hatchling', 'hatch-vcs'], '[tool.hatch.version]\nsource = "vcs"\n'),
  ],
  [
    'flit-scm',
    {
      ...build(
        'flit_scm:buildapi',
        ['flit_scm'],
        '[tool.setuptools_scm]\nwrite_to = "src/tiny_project/_version.py"\n',
      ),
      'src/tiny_project/__init__.py': '"""Tiny."""\nfrom ._version import __version__\n',
    },
  ],
  ['pdm-backend', build('pdm.backend', ['pdm-backend'], '[tool.pdm.version]\nsource = "scm"\n')],
  [
    'uv-dynamic-versioning',
    build(
      'hatchling.build',
      ['hatchling', 'uv-dynamic-versioning'],
      '[tool.hatch.version]\nsource = "uv-dynamic-versioning"\n',
    ),
  ],
];

const OTHERS: readonly Row[] = [
  [
    'versioningit',
    build('setuptools.build_meta', ['setuptools>=77', 'versioningit'], '[tool.versioningit]\n'),
  ],
  [
    'setuptools-git-versioning',
    build(
      'setuptools.build_meta',
      ['setuptools>=77', 'setuptools-git-versioning'],
      '[tool.setuptools-git-versioning]\nenabled = true\n',
    ),
  ],
];

/** Asks for 1.1.0, and builds it in a way. */
async function built(files: Row[1], how: typeof asTagged<CommandResult>): Promise<void> {
  one = pythonWorkshop(files);
  const { directory, processes } = one.options;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, GIT_COMMITTER_DATE: LONG_AGO },
    });
  // As old as it would be: some tools go by the time of a tag.
  git('commit', '--quiet', '--amend', '--no-edit', '--date', LONG_AGO);
  git('tag', 'v1.0.0');
  git('commit', '--quiet', '--allow-empty', '--message', 'more');
  const tags = createTags(processes, directory);
  const plan = aPlan({
    ...{ workspace: directory, directory, packages: one.scratch.file('dist'), tagFormat: 'auto' },
    version: { kind: 'bump', bump: 'minor' },
  });
  const { backEnd, builder } = one.python;
  const project = await requireProject(plan, { files: one.options.files, tags, backEnd });
  const { exitCode, output } = await how(project, { tags }, (variables) =>
    builder.build({ packages: plan.packages, epoch: 1_700_000_000, variables }),
  );
  expect([exitCode, exitCode === 0 ? '' : output]).toEqual([0, '']);
  expect(readdirSync(plan.packages).sort()).toEqual([
    'tiny_project-1.1.0-py3-none-any.whl',
    'tiny_project-1.1.0.tar.gz',
  ]);
  expect([git('tag', '--list'), one.status()]).toEqual(['v1.0.0\n', '']);
}

describe('a version that is asked for is the one that is built', () => {
  it.each([...TOLD, ...OTHERS])('by %s', (_tool, files) => built(files, asTagged));

  it.each(TOLD)('by %s, without the tag', (_tool, files) =>
    built(files, (project, _world, work) => work(project.versionVariables)),
  );
});
