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
  [
    'pbr',
    {
      ...build('setuptools.build_meta', ['setuptools>=77', 'pbr>=6']),
      'pyproject.toml':
        '[build-system]\nrequires = ["setuptools>=77", "pbr>=6"]\nbuild-backend = "setuptools.build_meta"\n',
      'setup.cfg':
        '[metadata]\nname = tiny-project\nsummary = Tiny.\n[files]\npackages = tiny_project\n[options]\npackage_dir =\n    =src\n',
      'setup.py': 'import setuptools\n\nsetuptools.setup(setup_requires=["pbr"], pbr=True)\n',
    },
  ],
  [
    'poetry-dynamic-versioning',
    {
      ...build('poetry_dynamic_versioning.backend', ['poetry-core>=2', 'poetry-dynamic-versioning>=1,<2']),
      'pyproject.toml':
        '[build-system]\nrequires = ["poetry-core>=2", "poetry-dynamic-versioning>=1,<2"]\nbuild-backend = "poetry_dynamic_versioning.backend"\n' +
        '[tool.poetry]\nname = "tiny-project"\nversion = "0.0.0"\ndescription = "Tiny."\nauthors = []\n[tool.poetry.dependencies]\npython = ">=3.10"\n' +
        '[tool.poetry-dynamic-versioning]\nenable = true\n',
    },
  ],
];

const OTHERS: readonly Row[] = [
  [
    'versioneer',
    {
      ...build(
        'setuptools.build_meta',
        ['setuptools>=77', 'versioneer[toml]'],
        '[tool.versioneer]\nVCS = "git"\nstyle = "pep440"\nversionfile_source = "src/tiny_project/_version.py"\nversionfile_build = "tiny_project/_version.py"\ntag_prefix = "v"\n',
      ),
      'setup.py':
        'import versioneer\nfrom setuptools import setup\n\nsetup(version=versioneer.get_version(), cmdclass=versioneer.get_cmdclass())\n',
    },
  ],
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

/** Further ways to ask the same tools, for whoever asks for all. */
const VARIANTS: readonly Row[] = [
  [
    'hatch-vcs with options of setuptools-scm',
    build(
      'hatchling.build',
      ['hatchling', 'hatch-vcs'],
      '[tool.hatch.version]\nsource = "vcs"\n[tool.hatch.version.raw-options]\nlocal_scheme = "no-local-version"\nversion_scheme = "no-guess-dev"\n',
    ),
  ],
  [
    'poetry-dynamic-versioning with a [project] table',
    build(
      'poetry_dynamic_versioning.backend',
      ['poetry-core>=2', 'poetry-dynamic-versioning>=1,<2'],
      '[tool.poetry]\nversion = "0.0.0"\n[tool.poetry-dynamic-versioning]\nenable = true\n',
    ),
  ],
  [
    'dunamai',
    {
      ...build('setuptools.build_meta', ['setuptools>=77', 'dunamai']),
      'setup.py':
        'import os\nfrom dunamai import Version\nfrom setuptools import setup\n\n' +
        'built = os.path.exists("PKG-INFO") and next(line for line in open("PKG-INFO") if line.startswith("Version: "))[9:].strip()\n' +
        'setup(version=built or Version.from_git().serialize(metadata=False))\n',
    },
  ],
];
const IN_ALL = process.env.CORPUS === 'all' ? VARIANTS : [];

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
  it.each([...TOLD, ...OTHERS, ...IN_ALL])('by %s', (_tool, files) => built(files, asTagged));

  it.each(TOLD)('by %s, without the tag', (_tool, files) =>
    built(files, (project, _world, work) => work(project.versionVariables)),
  );
});
