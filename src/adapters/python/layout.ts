import path from 'node:path';
import type { Platform } from './options.ts';

/** Where the parts of a virtual environment lie: the one place that knows how Windows differs. */
export interface Layout {
  readonly directory: string;
  /** Directory of its programs. */
  readonly scripts: string;
  readonly python: string;
  /** The file of a program that a distribution installs. */
  program(name: string): string;
}

/** The layout of the environment in a directory. */
export function environmentLayout(directory: string, { os }: Pick<Platform, 'os'>): Layout {
  const scripts = path.join(directory, os === 'win32' ? 'Scripts' : 'bin');
  const program = (name: string) => path.join(scripts, programName(name, os));
  return { directory, scripts, python: program('python'), program };
}

/** The file name of a program. */
export function programName(name: string, os: NodeJS.Platform): string {
  return os === 'win32' ? `${name}.exe` : name;
}

/** A value for PATH that looks into these directories first. */
export function pathWith(directories: readonly string[], searchPath: string): string {
  return [...directories, searchPath].join(path.delimiter);
}
