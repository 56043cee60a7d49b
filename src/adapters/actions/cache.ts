/** The cache service of GitHub Actions; the only importer of @actions/cache, which is heavy: load this only where a cache is used. */

import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import { saveState } from '@actions/core';

/** What the cache client reads, and what the archiver it starts needs: no input, no token of ours, no identity. */
const NEEDED =
  /^(ACTIONS_(CACHE|RESULTS|RUNTIME)_\w+|GITHUB_(SERVER_URL|REPOSITORY|WORKSPACE|STATE)|RUNNER_\w+|PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|PATHEXT|COMSPEC|NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY|LANG|LC_\w+)$/i;

type Variables = Record<string, string | undefined>;

export interface CacheService {
  /** Whether the directory was filled from the cache. A service that does not answer is a miss. */
  restore(directory: string, key: string): Promise<boolean>;
  /** Saves a directory; a key that is there is left alone. */
  save(directory: string, key: string): Promise<void>;
  /** Hands values on to the post step. */
  remember(values: Readonly<Record<string, string>>): void;
}

/** @param variables the environment of this process, which the client reads, and hands to the archivers that it starts */
export function createCacheService(variables: Variables): CacheService {
  return {
    restore: (directory, key) =>
      sparingly(
        variables,
        async () => isFeatureAvailable() && (await restoreCache([directory], key)) !== undefined,
      ),
    save: (directory, key) =>
      sparingly(variables, async () => {
        if (isFeatureAvailable()) await saveCache([directory], key);
      }),
    remember(values) {
      for (const [name, value] of Object.entries(values)) saveState(name, value);
    },
  };
}

/** While the cache is worked on, there is nothing in the environment to steal but the cache's own key. */
async function sparingly<Result>(variables: Variables, work: () => Promise<Result>): Promise<Result> {
  const withheld = Object.entries(variables).filter(([name]) => !NEEDED.test(name));
  for (const [name] of withheld) delete variables[name];
  try {
    return await work();
  } finally {
    Object.assign(variables, Object.fromEntries(withheld));
  }
}
