import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UV_VERSION
} from "./chunk-MBWH6A5W.js";

// src/action/tool-cache.ts
import path from "node:path";
var STATE = { directory: "cache_directory", key: "cache_key" };
async function restoreToolCache(toolCache) {
  const cacheService = await cache();
  const directory = path.join(toolCache, "pypi-release");
  const key = `pypi-release-uv-${UV_VERSION}-${process.platform}-${process.arch}`;
  if (await cacheService.restore(directory, key)) return `restored ${key}`;
  cacheService.remember({ [STATE.directory]: directory, [STATE.key]: key });
  return `nothing under ${key}`;
}
async function saveToolCache(variables) {
  const directory = variables[`STATE_${STATE.directory}`];
  const key = variables[`STATE_${STATE.key}`];
  if (directory === void 0 || key === void 0 || directory === "") return;
  const cacheService = await cache();
  await cacheService.save(directory, key);
}
async function cache() {
  const { createCacheService } = await import("./cache-XD6JGHZQ.js");
  return createCacheService(process.env);
}

export {
  restoreToolCache,
  saveToolCache
};
