import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Directory of the action that this command line belongs to: where `action.yml` and `dist/` lie. */
export function actionDirectory(): string {
  // The bundle's chunks lie one or two levels below it.
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.resolve(here, path.basename(here) === 'chunks' ? '../..' : '..');
}

/** The project that is rehearsed where none is named. */
export function sampleProject(): string {
  return path.join(actionDirectory(), 'examples', 'gauge-middleware');
}

/** Where tools outlive one rehearsal, as they outlive one job on a runner. */
export function cacheDirectory(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return path.join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? path.join(homedir(), '.cache'), 'pypi-release');
}

/** The tools that outlive one rehearsal. */
export function toolsDirectory(): string {
  return path.join(cacheDirectory(), 'tools');
}
