import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  hostEnvironment
} from "./chunk-TEFUR3OZ.js";
import "./chunk-VHBAKJMK.js";
import {
  checklist,
  createCheckout,
  createFiles,
  createProcesses,
  environmentOf,
  parsedInputs,
  planFrom,
  readProject
} from "./chunk-Q2B47QKA.js";
import "./chunk-Q7TYERKF.js";
import "./chunk-5QQHPFRR.js";
import "./chunk-XFZIWBZA.js";
import "./chunk-CP2THCTF.js";
import "./chunk-OBTIDVET.js";
import "./chunk-VX4HL5QL.js";

// src/cli/check.ts
import path from "node:path";
var NEEDS_A_RUN = ["credentials", "permission", "publisher"];
async function check(directory, print) {
  const files = createFiles();
  const project = path.resolve(directory);
  const variables = hostEnvironment(process.env);
  const environment = environmentOf({ ...variables, GITHUB_WORKSPACE: project }, project);
  const checkout = createCheckout(createProcesses({ environment: variables }), project);
  const head = await checkout.head();
  const { plan } = planFrom(parsedInputs({}, {}).inputs, { ...environment, commit: head?.commit ?? "" });
  const reading = await readProject(plan, files);
  if (reading.project === void 0) {
    for (const { title, finding, remedy } of reading.faults)
      print(`failed       ${title}: ${finding} ${remedy}`);
    return 1;
  }
  const { changelog } = reading.project;
  const rows = checklist({
    plan,
    project: reading.project,
    checks: void 0,
    build: void 0,
    metadata: void 0,
    changelog: changelog === void 0 ? void 0 : await files.text(path.join(project, changelog)),
    changes: head === void 0 ? [] : await checkout.changes(),
    published: void 0,
    commit: void 0,
    tagged: void 0
  }).filter(({ id }) => !NEEDS_A_RUN.includes(id));
  print(`${reading.project.name} ${reading.project.version}, to be tagged ${reading.project.tag}
`);
  for (const { id, verdict, evidence, cure } of rows) {
    print(`${verdict.padEnd(12)} ${id.padEnd(10)} ${evidence}${cure === "" ? "" : ` — ${cure}`}`);
  }
  return rows.some(({ verdict }) => verdict === "failed") ? 1 : 0;
}
export {
  check
};
