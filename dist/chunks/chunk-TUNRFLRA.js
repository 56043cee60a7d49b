import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runJob,
  setStage
} from "./chunk-XLE4H5UU.js";
import {
  stop
} from "./chunk-U3DV3KVM.js";

// src/cli/rehearsal.ts
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
async function rehearsal(options, onlooker) {
  const scratch = await mkdtemp(path.join(tmpdir(), "pypi-release-rehearsal-"));
  try {
    return await rehearsalIn(scratch, options, onlooker);
  } finally {
    if (options.keep) onlooker.note(`Kept: ${scratch}`);
    else await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
async function rehearsalIn(scratch, options, { show, note }) {
  const { services, source, job, overruled } = await setStage({ ...options, scratch }).catch(
    (error) => impossible(options.project, error)
  );
  try {
    if (source.dirty)
      note("Note: changes that are not committed are not part of the rehearsal, as on a runner.");
    for (const setting of overruled)
      note(`Note: ${setting} of pyproject.toml is not used in the rehearsal: built-in servers stand in.`);
    const result = await cancellable((cancel) => runJob(job, show, { cancel }));
    const { summary } = result;
    const report = await reportOf(result);
    return { exitCode: exitCodeOf(result), summary, report, world: await services.world() };
  } finally {
    await services.close();
  }
}
function impossible(directory, error) {
  const { cmd, stderr, stdout } = error;
  if (!cmd?.startsWith("git ")) throw error;
  const said = (stderr || stdout || "").trim().split("\n").at(-1) ?? "";
  return stop("rehearsal-impossible", { directory, problem: said }, { cause: error });
}
function exitCodeOf({ conclusion, exitCode }) {
  if (conclusion === "success") return 0;
  return exitCode === 0 ? 1 : exitCode;
}
async function reportOf({ outputs }) {
  const file = outputs.get("report");
  return file === void 0 ? {} : JSON.parse(await readFile(file, "utf8"));
}
var ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"];
async function cancellable(run) {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  for (const name of ENDINGS) process.on(name, cancel);
  try {
    return await run(controller.signal);
  } finally {
    for (const name of ENDINGS) process.off(name, cancel);
  }
}

export {
  rehearsal
};
