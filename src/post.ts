/** Entry of the post step: saves the cache of the toolchain where the plan allowed it. */

import { saveToolCache } from './action/tool-cache.ts';

await saveToolCache(process.env);
