/** The cache of the toolchain's downloads: what one run fetched, the next need not. Never on tags, releases or where an upload is planned. */

import path from 'node:path';
import type { CacheService } from '../adapters/actions/cache.ts';
import { UV_VERSION } from '../adapters/python/uv-wheels.ts';

/** The state that main hands to post: which directory to save, under which key; nothing where nothing is to be saved. */
const STATE = { directory: 'cache_directory', key: 'cache_key' } as const;

/**
 * Restores the toolchain before it is first used. Programs in it are checked by digest before they run.
 *
 * @param toolCache the runner's tool cache directory
 * @returns what came of it, for the log
 */
export async function restoreToolCache(toolCache: string): Promise<string> {
  const cacheService = await cache();
  const directory = path.join(toolCache, 'pypi-release');
  const key = `pypi-release-uv-${UV_VERSION}-${process.platform}-${process.arch}`;
  if (await cacheService.restore(directory, key)) return `restored ${key}`;
  cacheService.remember({ [STATE.directory]: directory, [STATE.key]: key });
  return `nothing under ${key}`;
}

/** Saves what `restoreToolCache` did not find. */
export async function saveToolCache(variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  const directory = variables[`STATE_${STATE.directory}`];
  const key = variables[`STATE_${STATE.key}`];
  if (directory === undefined || key === undefined || directory === '') return;
  const cacheService = await cache();
  await cacheService.save(directory, key);
}

async function cache(): Promise<CacheService> {
  const { createCacheService } = await import('../adapters/actions/cache.ts');
  return createCacheService(process.env);
}
