import path from 'node:path';
import { type Layout, pathWith } from './layout.ts';
import type { PythonOptions } from './options.ts';
import type { Uv } from './uv.ts';

/**
 * Variables for a command line of the user's: the programs of these environments first on PATH, in their order, then uv. The first
 * is the active one.
 */
export async function activated(
  [first, ...others]: readonly [Layout, ...Layout[]],
  uv: Uv,
  { searchPath }: Pick<PythonOptions, 'searchPath'>,
): Promise<Readonly<Record<string, string>>> {
  const { program } = await uv.provide();
  const directories = [first, ...others].map(({ scripts }) => scripts);
  return {
    PATH: pathWith([...directories, path.dirname(program)], searchPath),
    VIRTUAL_ENV: first.directory,
  };
}

/**
 * Variables that keep the checkout clean: `uv run` in a command line uses the project's environment as it stands, and makes neither
 * one of its own nor a lock file; Python leaves no bytecode.
 */
export function cleanVariables({ directory }: Layout): Readonly<Record<string, string>> {
  return { UV_PROJECT_ENVIRONMENT: directory, UV_NO_SYNC: '1', PYTHONDONTWRITEBYTECODE: '1' };
}
