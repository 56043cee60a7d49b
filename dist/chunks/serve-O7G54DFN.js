import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createReadmeJudge,
  startServices
} from "./chunk-PMJSZJYP.js";
import {
  cacheDirectory
} from "./chunk-UUKMP5QY.js";
import "./chunk-ZD43BDC6.js";
import "./chunk-NIL74CMH.js";
import "./chunk-TD4IKDX2.js";
import "./chunk-VN2YZVVU.js";
import "./chunk-VX4HL5QL.js";

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
  print(json ? JSON.stringify(await addresses(services)) : inWords(services));
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
  await services.close();
  await rm(scratch, { recursive: true, force: true });
  return 0;
}
async function addresses({
  pypi,
  testpypi,
  github,
  oidc,
  sigstore,
  statistics,
  env
}) {
  const { fulcio, rekor } = sigstore;
  const trusted = { fulcio, rekor, trusted_root: await sigstore.trustedRoot() };
  return { pypi, testpypi, github, oidc, sigstore: trusted, statistics, env };
}
function inWords({ pypi, testpypi, github, oidc, sigstore }) {
  return [
    "Serving on loopback until stopped (Ctrl-C).",
    `  PyPI       upload ${pypi.upload}  simple ${pypi.simple}  token ${pypi.token}`,
    `  TestPyPI   upload ${testpypi.upload}  simple ${testpypi.simple}  token ${testpypi.token}`,
    `  GitHub     api ${github.api}  repository ${github.repository}  token ${github.token}`,
    `  OIDC       sign ${oidc.sign}`,
    `  Sigstore   fulcio ${sigstore.fulcio}  rekor ${sigstore.rekor}`
  ].join("\n");
}
export {
  serve
};
