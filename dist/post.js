import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunks/chunk-MBWH6A5W.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/action/tool-cache.ts
var STATE = { directory: "cache_directory", key: "cache_key" };
async function saveToolCache(variables) {
  const directory = variables[`STATE_${STATE.directory}`];
  const key = variables[`STATE_${STATE.key}`];
  if (directory === void 0 || key === void 0 || directory === "") return;
  const { cacheService } = await import("./chunks/cache-PCX7OHVW.js");
  await cacheService.save(directory, key);
}

// src/post.ts
await saveToolCache(process.env);
