import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createReadmeJudge,
  startServices
} from "./chunk-PZGEY2ES.js";
import {
  cacheDirectory
} from "./chunk-VHBAKJMK.js";
import "./chunk-D3WN57HA.js";
import "./chunk-XFZIWBZA.js";
import "./chunk-5XWL5JNG.js";

// src/cli/serve.ts
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
async function serve({ json, state, mishaps }, print) {
  const seeds = state === void 0 ? {} : JSON.parse(await readFile(state, "utf8"));
  const scratch = await mkdtemp(path.join(tmpdir(), "pypi-release-serve-"));
  const services = await startServices({
    ...seeds,
    repository: "octo/demo",
    scratch,
    mishaps,
    renders: createReadmeJudge(cacheDirectory())
  });
  print(json ? JSON.stringify(addresses(services)) : inWords(services));
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
  await services.close();
  await rm(scratch, { recursive: true, force: true });
  return 0;
}
function addresses({ pypi, testpypi, github, oidc, env }) {
  return { pypi, testpypi, github, oidc, env };
}
function inWords({ pypi, testpypi, github, oidc }) {
  return [
    "Serving on loopback until stopped (Ctrl-C).",
    `  PyPI       upload ${pypi.upload}  simple ${pypi.simple}  token ${pypi.token}`,
    `  TestPyPI   upload ${testpypi.upload}  simple ${testpypi.simple}  token ${testpypi.token}`,
    `  GitHub     api ${github.api}  repository ${github.repository}  token ${github.token}`,
    `  OIDC       sign ${oidc.sign}`
  ].join("\n");
}
export {
  serve
};
