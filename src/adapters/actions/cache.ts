/** The cache service of GitHub Actions; the only importer of @actions/cache, which is heavy: load this only where a cache is used. */

import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import { saveState } from '@actions/core';

export const cacheService = {
  /** Whether the directory was filled from the cache. A service that does not answer is a miss. */
  async restore(directory: string, key: string): Promise<boolean> {
    return isFeatureAvailable() && (await restoreCache([directory], key)) !== undefined;
  },

  /** Saves a directory; a key that is there is left alone. */
  async save(directory: string, key: string): Promise<void> {
    if (isFeatureAvailable()) await saveCache([directory], key);
  },

  /** Hands values on to the post step. */
  remember(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) saveState(name, value);
  },
};
