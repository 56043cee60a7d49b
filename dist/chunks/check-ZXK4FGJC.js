import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checklist,
  evidenceBefore
} from "./chunk-WVWURZVP.js";
import {
  requireProject
} from "./chunk-FOSEIW6Z.js";
import {
  UsageError
} from "./chunk-JR27AX2B.js";
import {
  localPlace,
  openedWithSettings
} from "./chunk-2LJBBVMU.js";
import "./chunk-UUKMP5QY.js";
import "./chunk-UWZJFJ6R.js";
import "./chunk-OBTIDVET.js";
import "./chunk-NIL74CMH.js";
import "./chunk-TD4IKDX2.js";
import "./chunk-MBWH6A5W.js";
import {
  Stopped
} from "./chunk-U3DV3KVM.js";
import "./chunk-VKGSPYOT.js";
import "./chunk-VN2YZVVU.js";
import "./chunk-VX4HL5QL.js";

// src/cli/check.ts
import { mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
var NEEDS_A_RUN = ["credentials", "permission", "publisher"];
async function check(directory, print) {
  const found = await stat(directory).catch(() => void 0);
  if (found?.isDirectory() !== true)
    throw new UsageError(`--project is ${directory}. There is no such directory.`);
  const scratch = await mkdtemp(path.join(tmpdir(), "pypi-release-check-"));
  try {
    return await checkIn(scratch, directory, print);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    for (const { title, finding, remedy } of error.faults)
      print(`failed       ${title}: ${finding} ${remedy}`);
    return 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
async function checkIn(scratch, given, print) {
  const directory = await realpath(given);
  const workspace = (await localPlace(directory))?.top ?? directory;
  const opened = await openedWithSettings({ workspace, directory, scratch });
  const { plan, world, checkout } = opened;
  const project = await requireProject(plan, world);
  const evidence = await evidenceBefore(project, plan, { files: world.files, checkout });
  const rows = checklist(evidence).filter(({ id }) => !NEEDS_A_RUN.includes(id));
  print(`${project.name} ${project.version}, to be tagged ${project.tag}
`);
  for (const { id, verdict, evidence: found, cure } of rows) {
    print(`${verdict.padEnd(12)} ${id.padEnd(10)} ${found}${cure === "" ? "" : ` — ${cure}`}`);
  }
  return rows.some(({ verdict }) => verdict === "failed") ? 1 : 0;
}
export {
  check
};
