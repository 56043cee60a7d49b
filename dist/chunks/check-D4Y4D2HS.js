import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checklist
} from "./chunk-4WU4ZKMZ.js";
import {
  readProject
} from "./chunk-JFKCNSPB.js";
import "./chunk-B4EE6Z4Q.js";
import {
  openedProject
} from "./chunk-6E2NNCDV.js";
import "./chunk-UUKMP5QY.js";
import "./chunk-LB26I2IL.js";
import "./chunk-OBTIDVET.js";
import "./chunk-TD4IKDX2.js";
import "./chunk-MBWH6A5W.js";
import "./chunk-RWCPJO4W.js";
import "./chunk-JBDX7OFF.js";
import "./chunk-VKGSPYOT.js";
import "./chunk-VN2YZVVU.js";
import "./chunk-VX4HL5QL.js";

// src/cli/check.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
var NEEDS_A_RUN = ["credentials", "permission", "publisher"];
async function check(directory, print) {
  const scratch = await mkdtemp(path.join(tmpdir(), "pypi-release-check-"));
  try {
    return await checkIn(scratch, directory, print);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
async function checkIn(scratch, given, print) {
  const directory = path.resolve(given);
  const { plan, world, head, checkout } = await openedProject({ workspace: directory, directory, scratch });
  const reading = await readProject(plan, world);
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
    metadata: [],
    changelog: changelog === void 0 ? void 0 : await world.files.text(path.join(directory, changelog)),
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
