/** The project whose releases are killed: the least that goes through all of path A, built the same each time. */

import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scratch } from '../support/scratch.ts';

export const NAME = 'ebb-tide';
/** What `bump: minor` makes of it. */
export const VERSION = '1.3.0';
export const TAG = `v${VERSION}`;
export const FILES = ['ebb_tide-1.3.0-py3-none-any.whl', 'ebb_tide-1.3.0.tar.gz'] as const;

/** What is released of a repository. */
export interface Subject {
  readonly repository: string;
  readonly version: string;
  /** By project, in the order of their uploads. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

export const EBB: Subject = { repository: NAME, version: VERSION, files: { [NAME]: FILES } };

/** The workspace of the fixtures: three packages, each of which requires those before it by exact pins. */
export const POOL: Subject = {
  repository: 'tide-pool',
  version: VERSION,
  files: Object.fromEntries(
    ['tide-pool-core', 'tide-pool-plug', 'tide-pool'].map((name) => {
      const stem = `${name.replaceAll('-', '_')}-${VERSION}`;
      return [name, [`${stem}-py3-none-any.whl`, `${stem}.tar.gz`]];
    }),
  ),
};

const POOL_DIRECTORY = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../fixtures/projects/workspace',
);

const FLIT = '[build-system]\nrequires = ["flit_core>=3.11,<4"]\nbuild-backend = "flit_core.buildapi"\n';

const PROJECT = `
[project]
name = "${NAME}"
version = "1.2.0"
description = "The least that can be killed"
readme = "README.md"
requires-python = ">=3.10"
license = "MIT"
license-files = ["LICENSE"]
authors = [{ name = "The ebb-tide authors" }]
dependencies = []
`;

const TEXTS = {
  'pyproject.toml': FLIT + PROJECT,
  'README.md': '# ebb-tide\n\nThe least that can be killed.\n',
  LICENSE: 'MIT License\n\nCopyright (c) the ebb-tide authors\n',
  'CHANGELOG.md':
    '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Slack water.\n\n## [1.2.0] - 2026-01-01\n\n- Ebb.\n',
  '.gitignore': '.venv/\ndist/\n__pycache__/\n',
  'src/ebb_tide/__init__.py': '"""Tides."""\n\n__version__ = "1.2.0"\n',
  'tests/test_ebb.py': 'import ebb_tide\n\n\ndef test_version():\n    assert ebb_tide.__version__\n',
};

/** A back end that is flit's, but for the time in the wheel: no two builds of it give the same bytes. */
const STAMPING = `"""Wheels with the time in them."""

import os
import time
import zipfile

from flit_core.buildapi import *  # noqa: F403
from flit_core import buildapi


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = buildapi.build_wheel(wheel_directory, config_settings, metadata_directory)
    file = os.path.join(wheel_directory, name)
    with zipfile.ZipFile(file) as wheel:
        members = [(info.filename, info.external_attr, wheel.read(info)) for info in wheel.infolist()]
    now = time.time_ns() // 1000
    stamp = (1981 + now % 100, 1 + now // 100 % 12, 1 + now // 1200 % 28, 1, 1, 2)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as wheel:
        for member, mode, content in members:
            info = zipfile.ZipInfo(member, stamp)
            info.external_attr = mode
            info.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(info, content)
    return name
`;

/** A project as changes to the texts of the plain one. */
export type Changes = Readonly<Record<string, string>>;

/** Builds give other bytes each time. */
export const STAMPED: Changes = {
  'pyproject.toml': `${FLIT.replace('flit_core.buildapi"', 'stamping"\nbackend-path = ["backend"]')}${PROJECT}\n[tool.flit.sdist]\ninclude = ["backend/stamping.py"]\n`,
  'backend/stamping.py': STAMPING,
};

/**
 * A project whose test takes half a minute, unless a file says that it need not.
 *
 * @param asleep a file that the test makes when it begins
 * @param awake the file that spares it
 */
export function sleepy(asleep: string, awake: string): Changes {
  const test = [
    'import pathlib\nimport time\n\n\ndef test_slow():',
    `    if not pathlib.Path("${awake}").exists():`,
    `        pathlib.Path("${asleep}").touch()`,
    '        time.sleep(30)\n',
  ];
  return { 'tests/test_ebb.py': test.join('\n') };
}

/** Puts the project into a git repository below the scratch directory. Its commit is the same each time. */
export function madeProject(scratch: Scratch, changes: Changes = {}): string {
  const texts = Object.entries({ ...TEXTS, ...changes });
  scratch.write(Object.fromEntries(texts.map(([file, text]) => [`origin/${file}`, text])));
  return committed(scratch.file('origin'));
}

/** Puts the workspace into a git repository below the scratch directory. */
export function madePool(scratch: Scratch): string {
  const directory = scratch.file('pool');
  cpSync(POOL_DIRECTORY, directory, { recursive: true });
  return committed(directory);
}

function committed(directory: string): string {
  const moment = '2026-01-02T03:04:05Z';
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false'];
  const env = { ...process.env, GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment };
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...who, ...args], { cwd: directory, env, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Ebb');
  return directory;
}
