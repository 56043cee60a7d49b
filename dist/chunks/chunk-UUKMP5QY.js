import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/cli/places.ts
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
function actionDirectory() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.resolve(here, path.basename(here) === "chunks" ? "../.." : "..");
}
function sampleProject() {
  return path.join(actionDirectory(), "examples", "gauge-middleware");
}
function cacheDirectory() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return path.join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? path.join(homedir(), ".cache"), "pypi-release");
}
function toolsDirectory() {
  return path.join(cacheDirectory(), "tools");
}

export {
  actionDirectory,
  sampleProject,
  cacheDirectory,
  toolsDirectory
};
