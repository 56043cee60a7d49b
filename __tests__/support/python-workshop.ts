/** The real Python toolchain over a project that a test writes; uv is fetched once for all test files of this machine. */

import { execFileSync } from 'node:child_process';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { childEnvironment } from '../../src/action/environment.ts';
import { createProcesses } from '../../src/adapters/actions/process.ts';
import { createClock } from '../../src/adapters/node/clock.ts';
import { createFiles } from '../../src/adapters/node/files.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import type { PythonOptions } from '../../src/adapters/python/options.ts';
import { createPython, type Python } from '../../src/adapters/python/python.ts';
import { TOOL_INDEX } from '../../src/plan/known-indexes.ts';
import { makeScratch, type Scratch } from './scratch.ts';

export interface PythonWorkshop {
  readonly python: Python;
  /** The project is in `project`, the run's own directory is `run`. */
  readonly scratch: Scratch;
  readonly options: PythonOptions;
  /** What git says of the project, one line a file, ignored ones left out. */
  status(): string;
}

/** What may differ from the usual. */
export interface WorkshopSettings extends Partial<PythonOptions> {
  /** Variables that children see beyond the allow-list. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Writes the project, commits it to a repository of its own, and puts the toolchain over it. */
export function pythonWorkshop(
  project: Readonly<Record<string, string>>,
  { variables, ...settings }: WorkshopSettings = {},
): PythonWorkshop {
  const scratch = makeScratch();
  const directory = scratch.file('project');
  scratch.write(Object.fromEntries(Object.entries(project).map(([name, text]) => [`project/${name}`, text])));
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...IDENTITY, ...args], { cwd: directory, encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'project');
  const environment = { ...childEnvironment(process.env, []), ...variables };
  const options: PythonOptions = {
    directory,
    scratch: scratch.file('run'),
    toolCache: path.join(tmpdir(), 'pypi-release-test-tool-cache'),
    toolIndex: TOOL_INDEX,
    uvRange: '>=0.9',
    python: undefined,
    extras: 'all',
    packages: async () => ['.'],
    configSettings: [],
    processes: createProcesses({ environment }),
    files: createFiles(),
    http: createHttp({ clock: createClock(), userAgent: 'pypi-release-tests' }),
    searchPath: environment.PATH ?? '',
    platform: { os: platform(), arch: arch() },
    ...settings,
  };
  const status = () => git('status', '--porcelain', '--untracked-files=all');
  return { python: createPython(options), scratch, options, status };
}

const IDENTITY = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org'];

/** The settings of a project `tiny-project` 1.2.3 with the module `tiny_project`, and more of TOML after the `[project]` table. */
export function pyproject(more = '', backend: keyof typeof BACKENDS = 'flit'): string {
  return `[build-system]
${BACKENDS[backend]}

[project]
name = "tiny-project"
version = "1.2.3"
description = "Tiny"
requires-python = ">=3.10"
${more}`;
}

/** flit is the quickest; setuptools leaves the most behind. */
const BACKENDS = {
  flit: 'requires = ["flit_core>=3.12"]\nbuild-backend = "flit_core.buildapi"',
  setuptools: 'requires = ["setuptools>=77"]\nbuild-backend = "setuptools.build_meta"',
} as const;

/** Makes workshops that are gone once the last test of the file has ended. */
export function passingWorkshops(): typeof pythonWorkshop {
  const made: PythonWorkshop[] = [];
  afterAll(() => {
    for (const { scratch } of made) scratch.remove();
  });
  return (...args) => {
    const one = pythonWorkshop(...args);
    made.push(one);
    return one;
  };
}
