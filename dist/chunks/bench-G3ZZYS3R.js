import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runJob,
  setStage
} from "./chunk-XLE4H5UU.js";
import "./chunk-PMJSZJYP.js";
import "./chunk-2LJBBVMU.js";
import {
  sampleProject
} from "./chunk-UUKMP5QY.js";
import "./chunk-ZD43BDC6.js";
import "./chunk-UWZJFJ6R.js";
import "./chunk-OBTIDVET.js";
import "./chunk-NIL74CMH.js";
import {
  check_tools_default
} from "./chunk-TD4IKDX2.js";
import {
  UV_VERSION
} from "./chunk-MBWH6A5W.js";
import "./chunk-U3DV3KVM.js";
import "./chunk-VKGSPYOT.js";
import "./chunk-VN2YZVVU.js";
import "./chunk-HZDA7MMY.js";
import "./chunk-VX4HL5QL.js";

// src/cli/bench.ts
import { mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import path2 from "node:path";
import { performance } from "node:perf_hooks";

// src/cli/handbook.ts
import { execFile } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
var execute = promisify(execFile);
async function stockShelf(scratch) {
  const directory = path.join(scratch, "shelf");
  const programs = path.join(directory, process.platform === "win32" ? "Scripts" : "bin");
  const pinned = [...check_tools_default.matchAll(/^(?:ruff|build|twine)==[^ ;\\]+/gm)].map(
    ([requirement]) => requirement
  );
  await execute(process.platform === "win32" ? "python" : "python3", ["-m", "venv", directory]);
  await execute(path.join(programs, "python"), [
    "-m",
    "pip",
    "install",
    "--quiet",
    `uv==${UV_VERSION}`,
    ...pinned
  ]);
  return { searchPath: `${programs}${path.delimiter}${process.env.PATH ?? ""}` };
}
var check = async ({ run }) => {
  await run("uv", ["sync", "--all-extras", "--all-groups"]);
  await run("uv", ["run", "ruff", "format", "--check", "."]);
  await run("uv", ["run", "ruff", "check", "."]);
  await run("uv", ["run", "pytest", "-q"]);
};
var build = async ({ run, stage }) => {
  for (const left of ["dist", "build"])
    await rm(path.join(projectOf(stage), left), { recursive: true, force: true });
  await run("python", ["-m", "build"]);
  await run("twine", ["check", "--strict", ...await distributionsOf(stage)]);
};
var tryLocally = async (tools) => {
  const wheel = (await distributionsOf(tools.stage)).find((file) => file.endsWith(".whl")) ?? "";
  await installAndImport(tools, "local", [wheel]);
};
var publishToTest = async (tools) => {
  const { testpypi } = tools.stage.services;
  await upload(tools, testpypi);
  await installAndImport(tools, "testpypi", ["--index-url", testpypi.simple, "gauge-middleware"]);
};
var publishOnly = (tools) => upload(tools, tools.stage.services.pypi);
var installBack = (tools) => installAndImport(tools, "pypi", ["--index-url", tools.stage.services.pypi.simple, "gauge-middleware"]);
var tagAndRelease = async ({ run, stage }) => {
  await run("git", ["tag", "v0.3.0"]);
  await run("git", ["push", "--quiet", "origin", "v0.3.0"]);
  const { api, repository, token } = stage.services.github;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ tag_name: "v0.3.0", name: "v0.3.0", body: "See the changelog." });
  const created = await fetch(`${api}/repos/${repository}/releases`, { method: "POST", headers, body });
  const { upload_url: address } = await created.json();
  for (const file of await distributionsOf(stage)) {
    const target = address.replace(/\{.*$/, `?name=${path.basename(file)}`);
    const content = await readFile(file);
    const sent = await fetch(target, {
      method: "POST",
      headers: { ...headers, "content-type": "application/zip" },
      body: content
    });
    if (!sent.ok) throw new Error(`the handbook's release failed: ${sent.status}`);
  }
};
var EDITIONS = {
  first: [check, build, tryLocally, publishToTest, publishOnly, installBack, tagAndRelease],
  usual: [check, build, tryLocally, publishOnly, installBack, tagAndRelease],
  least: [build, publishOnly, tagAndRelease]
};
async function handbook(edition, setting) {
  const run = async (program, args, variables = {}) => {
    const { PATH: _path, ...machine } = setting.stage.job.environment;
    await execute(program, [...args], {
      cwd: projectOf(setting.stage),
      env: { ...machine, PATH: setting.shelf.searchPath, ...variables },
      maxBuffer: 1 << 26
    });
  };
  for (const chapter of EDITIONS[edition]) await chapter({ ...setting, run });
}
async function upload({ run, stage }, index) {
  const secrets = { TWINE_USERNAME: "__token__", TWINE_PASSWORD: index.token };
  await run(
    "twine",
    ["upload", "--repository-url", index.upload, ...await distributionsOf(stage)],
    secrets
  );
}
async function installAndImport({ run, directory }, name, what) {
  const environment = path.join(directory, `environment-${name}`);
  const python = path.join(environment, process.platform === "win32" ? "Scripts" : "bin", "python");
  await run("python", ["-m", "venv", environment]);
  await run(python, ["-m", "pip", "install", "--quiet", ...what]);
  await run(python, ["-I", "-c", "import gauge_middleware"]);
}
function projectOf({ source, job }) {
  return path.join(job.workspace, source.prefix);
}
async function distributionsOf(stage) {
  const directory = path.join(projectOf(stage), "dist");
  return (await readdir(directory)).filter((name) => /\.(whl|tar\.gz)$/.test(name)).map((name) => path.join(directory, name));
}

// src/cli/bench.ts
var MATCHES = [
  { path: "A", against: "first", goal: 2 },
  { path: "C", against: "usual", goal: 3 },
  { path: "C", against: "least", goal: null }
];
var GOALS = { firstLine: 150, ownCost: 0.05 };
async function bench(runs, print) {
  const scratch = await mkdtemp(path2.join(tmpdir(), "pypi-release-bench-"));
  try {
    const shelf = await stockShelf(scratch);
    const figures = [];
    for (const match of MATCHES) {
      const found = await compared(match, runs, { scratch, shelf });
      print(
        `Path ${found.path}: ${found.ours_seconds} s; the handbook's ${found.against} release: ${found.handbook_seconds} s`
      );
      figures.push(found);
    }
    print(JSON.stringify({ bench: figures, goals: GOALS }));
    print(table(figures));
    return 0;
  } finally {
    await rm2(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
async function compared(match, runs, ground) {
  const ours = [];
  const theirs = [];
  for (let turn = 0; turn <= runs; turn += 1) {
    const sample = await ourTurn(match.path, ground);
    const wall2 = await theirTurn(match.against, ground);
    if (turn === 0) continue;
    ours.push(sample);
    theirs.push(wall2);
  }
  const wall = median(ours.map((sample) => sample.wall));
  const handbookWall = median(theirs);
  return {
    path: match.path,
    against: match.against,
    runs,
    ours_seconds: rounded(wall, 2),
    handbook_seconds: rounded(handbookWall, 2),
    ratio: rounded(handbookWall / wall, 2),
    goal: match.goal,
    first_line_ms: Math.round(median(ours.map(({ firstLine }) => firstLine))),
    own_cost: rounded(median(ours.map(({ ownCost }) => ownCost)), 3)
  };
}
async function ourTurn(name, { scratch, shelf }) {
  const directory = await mkdtemp(path2.join(scratch, "ours-"));
  const stage = await setStage({
    project: sampleProject(),
    inputs: { path: name },
    event: "dispatch",
    mishaps: [],
    scratch: directory
  });
  const environment = { ...stage.job.environment, PATH: shelf.searchPath };
  let firstLine;
  const lines = [];
  const started = performance.now();
  const { conclusion, outputs } = await runJob({ ...stage.job, environment }, (line) => {
    firstLine ??= performance.now() - started;
    if ("text" in line) lines.push(line.text);
  });
  const wall = (performance.now() - started) / 1e3;
  await stage.services.close();
  await rm2(directory, { recursive: true, force: true, maxRetries: 5 });
  if (conclusion !== "success")
    throw new Error(`path ${name} failed in the benchmark:
${lines.slice(-30).join("\n")}`);
  const { busy_seconds: busy } = JSON.parse(outputs.get("metrics") ?? "{}");
  return { wall, firstLine: firstLine ?? 0, ownCost: busy === void 0 ? 1 : (wall - busy) / wall };
}
async function theirTurn(edition, { scratch, shelf }) {
  const directory = await mkdtemp(path2.join(scratch, "handbook-"));
  const stage = await setStage({
    project: sampleProject(),
    inputs: {},
    event: "dispatch",
    mishaps: [],
    scratch: directory
  });
  const started = performance.now();
  await handbook(edition, { stage, shelf, directory });
  const wall = (performance.now() - started) / 1e3;
  await stage.services.close();
  await rm2(directory, { recursive: true, force: true, maxRetries: 5 });
  return wall;
}
function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
function rounded(value, digits) {
  return Number(value.toFixed(digits));
}
function table(figures) {
  const head = "| path | handbook | runs | action | by hand | ratio | goal | first line | own cost |\n|---|---|---|---|---|---|---|---|---|";
  const rows = figures.map(
    (each) => `| ${each.path} | ${each.against} | ${each.runs} | ${each.ours_seconds} s | ${each.handbook_seconds} s | ${each.ratio} | ${each.goal ?? "-"} | ${each.first_line_ms} ms (goal ${GOALS.firstLine}) | ${rounded(each.own_cost * 100, 1)} % (goal ${GOALS.ownCost * 100}) |`
  );
  return [head, ...rows].join("\n");
}
export {
  bench
};
