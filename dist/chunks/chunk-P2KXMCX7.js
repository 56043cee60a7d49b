import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  debug,
  endGroup,
  error,
  info,
  notice,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning
} from "./chunk-O2HKKDA3.js";

// src/adapters/actions/runner.ts
import { randomUUID } from "node:crypto";
var COMMAND = /^[\s\u0085]*::|##\[/m;
var ANNOTATE = { error, warning, notice };
var SHORTEST_MASK = 4;
function createRunner({ commandFiles }) {
  return {
    line: (text) => info(harmless(text)),
    untrusted: printUntrusted,
    startGroup: (title) => startGroup(title),
    endGroup: () => endGroup(),
    annotate: (level, title, message) => ANNOTATE[level](message, { title }),
    output: commandFiles.output ? setOutput : dropped("GITHUB_OUTPUT is not set: outputs are dropped."),
    summary: commandFiles.summary ? writeSummary : async () => droppedSummary()
  };
}
function mask(secret) {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
  const secrets = lines.length === 1 ? lines : lines.filter((line) => line.length >= SHORTEST_MASK);
  for (const each of new Set(secrets)) if (each !== "") setSecret(each);
}
function harmless(text) {
  return text.replace(/^([\s\u0085]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
function printUntrusted(text) {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const token = COMMAND.test(plain) ? randomUUID() : void 0;
  if (token !== void 0) info(`::stop-commands::${token}`);
  info(plain);
  if (token !== void 0) info(`::${token}::`);
}
async function writeSummary(markdown) {
  await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
}
function droppedSummary() {
  debug("GITHUB_STEP_SUMMARY is not set: the summary is dropped.");
}
function dropped(reason) {
  let said = false;
  return () => {
    if (!said) debug(reason);
    said = true;
  };
}

export {
  createRunner,
  mask
};
