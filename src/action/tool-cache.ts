/** The cache of the toolchain's downloads: what one run fetched, the next need not. Never on tags, releases or where an upload is planned. */

import { UV_VERSION } from '../adapters/python/uv-wheels.ts';
import type { Plan } from '../plan/plan.ts';

/** The state that main hands to post: which directory to save, under which key; nothing where nothing is to be saved. */
const STATE = { directory: 'cache_directory', key: 'cache_key' } as const;

/**
 * Restores the toolchain before it is first used. Programs in it are checked by digest before they run.
 *
 * @param toolCache the runner's tool cache directory
 */
export async function restoreToolCache({ toolchain }: Plan, toolCache: string): Promise<string> {
  if (!toolchain.cache.use) return `not used: ${toolchain.cache.reason}`;
  const { cacheService } = await import('../adapters/actions/cache.ts');
  const key = `pypi-release-uv-${UV_VERSION}-${process.platform}-${process.arch}`;
  const restored = await cacheService.restore(toolCache, key);
  if (!restored) cacheService.remember({ [STATE.directory]: toolCache, [STATE.key]: key });
  return restored ? `restored ${key}` : `nothing under ${key}`;
}

/** Saves what `restoreToolCache` did not find. */
export async function saveToolCache(variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  const directory = variables[`STATE_${STATE.directory}`];
  const key = variables[`STATE_${STATE.key}`];
  if (directory === undefined || key === undefined || directory === '') return;
  const { cacheService } = await import('../adapters/actions/cache.ts');
  await cacheService.save(directory, key);
}
