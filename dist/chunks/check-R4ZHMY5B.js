import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checklist,
  createCheckout,
  createClock,
  createHttp,
  createProcesses,
  createPython,
  createTags,
  planFrom,
  readProject
} from "./chunk-IXEAGQPW.js";
import "./chunk-Q7TYERKF.js";
import "./chunk-MBWH6A5W.js";
import {
  hostEnvironment
} from "./chunk-TEFUR3OZ.js";
import "./chunk-VHBAKJMK.js";
import {
  environmentOf
} from "./chunk-2YMDPVN4.js";
import {
  createFiles,
  packageDirectories,
  parsedInputs
} from "./chunk-GNJG4C4Y.js";
import "./chunk-OBTIDVET.js";
import "./chunk-TQKYC3OL.js";
import "./chunk-DHUFBJZK.js";
import "./chunk-CP2THCTF.js";
import {
  TOOL_INDEX
} from "./chunk-7ERXJTPL.js";
import "./chunk-GXMKYYJY.js";
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
async function checkIn(scratch, directory, print) {
  const files = createFiles();
  const project = path.resolve(directory);
  const variables = hostEnvironment(process.env);
  const runner = { GITHUB_WORKSPACE: project, RUNNER_TEMP: scratch };
  const environment = environmentOf({ ...variables, ...runner }, project);
  const processes = createProcesses({ environment: variables });
  const checkout = createCheckout(processes, project);
  const head = await checkout.head();
  const { plan } = planFrom(parsedInputs({}, {}).inputs, { ...environment, commit: head?.commit ?? "" });
  const tags = createTags(processes, project);
  const { backEnd } = pythonOf(plan, { processes, files, toolCache: environment.toolCache });
  const reading = await readProject(plan, { files, tags, backEnd });
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
function pythonOf(plan, shared) {
  const { directory, scratch, toolchain, commands } = plan;
  const { PATH = "" } = hostEnvironment(process.env);
  return createPython({
    ...shared,
    directory,
    scratch,
    toolIndex: TOOL_INDEX,
    uvRange: toolchain.uv,
    python: toolchain.python,
    extras: toolchain.extras,
    packages: () => packageDirectories(plan, shared.files),
    configSettings: commands.configSettings,
    http: createHttp({ clock: createClock(), userAgent: "pypi-release check" }),
    searchPath: PATH,
    platform: { os: process.platform, arch: process.arch }
  });
}
export {
  check
};
