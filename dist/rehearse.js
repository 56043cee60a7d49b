import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  rehearsal
} from "./chunks/chunk-TUNRFLRA.js";
import {
  stagedInputFaults
} from "./chunks/chunk-XLE4H5UU.js";
import "./chunks/chunk-PMJSZJYP.js";
import "./chunks/chunk-2LJBBVMU.js";
import "./chunks/chunk-UUKMP5QY.js";
import {
  createRunner
} from "./chunks/chunk-P2KXMCX7.js";
import "./chunks/chunk-ZD43BDC6.js";
import {
  INPUT_NAMES,
  choice,
  environmentOf,
  inputVariable,
  lines,
  relative
} from "./chunks/chunk-UWZJFJ6R.js";
import "./chunks/chunk-OBTIDVET.js";
import "./chunks/chunk-NIL74CMH.js";
import "./chunks/chunk-TD4IKDX2.js";
import "./chunks/chunk-MBWH6A5W.js";
import "./chunks/chunk-O2HKKDA3.js";
import {
  Stopped,
  fault
} from "./chunks/chunk-U3DV3KVM.js";
import "./chunks/chunk-VKGSPYOT.js";
import "./chunks/chunk-VN2YZVVU.js";
import "./chunks/chunk-T5YES73P.js";
import "./chunks/chunk-HZDA7MMY.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/cli/sub-action.ts
import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
var INPUTS = ["project", "path", "phase", "inputs", "event"];
async function rehearseAction(variables, directory) {
  const environment = environmentOf(variables, directory);
  const runner = createRunner(environment);
  const given = givenInputs(variables);
  const faults = [...badInputs(given), ...await missingProject(given, environment)];
  if (faults.length > 0) return failed(faults, runner);
  try {
    const rehearsed = await rehearsal(optionsOf(given, environment), onlookerOf(runner));
    await tell(rehearsed, environment, runner);
    return rehearsed.exitCode;
  } catch (error) {
    if (error instanceof Stopped) return failed(error.faults, runner);
    const message = error instanceof Error ? error.stack ?? error.message : String(error);
    runner.untrusted(message);
    return failed(
      [fault("bug", { phase: "the rehearsal", message: message.split("\n", 1)[0] ?? "" })],
      runner
    );
  }
}
function failed(faults, runner) {
  for (const { title, finding, remedy } of faults) runner.annotate("error", title, `${finding}
${remedy}`);
  runner.output("outcome", "failed");
  return 1;
}
function givenInputs(variables) {
  const values = INPUTS.map((name) => [name, variables[inputVariable(name)]?.trim() ?? ""]);
  return Object.fromEntries(values);
}
var EVENT = choice(["tag", "dispatch"]);
function badInputs(given) {
  const parsers = { project: relative, event: EVENT };
  const bad = ["project", "event"].filter(
    (name) => given[name] !== "" && parsers[name].parse(given[name]) === void 0
  );
  const named = namedValues(given);
  const lines2 = named.filter(({ name }) => !INPUT_NAMES.includes(name));
  return [
    ...bad.map((name) => invalid(name, given[name], parsers[name].allowed)),
    ...lines2.map(
      ({ line }) => invalid("inputs", line, "lines of name=value, each name that of an input of pypi-release")
    ),
    ...stagedInputFaults(Object.fromEntries(named.map(({ name, value }) => [name, value])))
  ];
}
function invalid(input, value, allowed) {
  return fault("input-invalid", { input, value, allowed, source: "workflow" });
}
async function missingProject(given, environment) {
  const found = await stat(projectIn(given, environment)).catch(() => void 0);
  return found?.isDirectory() ? [] : [fault("directory-missing", { directory: given.project || "." })];
}
function projectIn({ project }, { workspace }) {
  return path.resolve(workspace, project);
}
function namedValues({ inputs }) {
  return lines.parse(inputs)?.map(namedValue) ?? [];
}
function namedValue(line) {
  const [name = "", ...rest] = line.split("=");
  return rest.length === 0 ? { line, name: "", value: "" } : { line, name: name.trim(), value: rest.join("=").trim() };
}
function optionsOf(given, environment) {
  const { path: asked, phase } = given;
  const named = {
    path: asked,
    phase,
    ...Object.fromEntries(namedValues(given).map(({ name, value }) => [name, value]))
  };
  return {
    project: projectIn(given, environment),
    inputs: Object.fromEntries(Object.entries(named).filter(([, value]) => value !== "")),
    event: EVENT.parse(given.event) ?? "dispatch",
    mishaps: [],
    keep: false
  };
}
function onlookerOf(runner) {
  return {
    note: runner.line,
    show: (line) => {
      if (line.kind === "text") runner.untrusted(line.text);
      if (line.kind === "group") runner.startGroup(line.title);
      if (line.kind === "endgroup") runner.endGroup();
      if (line.kind === "annotation") runner.annotate(line.level, rehearsedTitle(line.title), line.text);
    }
  };
}
function rehearsedTitle(title) {
  return title === "" ? "Rehearsal" : `Rehearsal: ${title}`;
}
var HEADING = `# Rehearsal of the release

Nothing was uploaded or tagged: servers on the runner stood in for PyPI, TestPyPI and GitHub, and are gone. Links below lead nowhere.
`;
async function tell({ report, summary, world }, environment, runner) {
  const directory = path.join(environment.temp, "pypi-release-rehearsal");
  const file = path.join(directory, "report.json");
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...report, world }, void 0, 2)}
`);
  runner.output("outcome", typeof report.outcome === "string" ? report.outcome : "failed");
  runner.output("report", file);
  await runner.summary(`${HEADING}
${summary}`);
}

// src/rehearse.ts
process.exitCode = await rehearseAction(process.env, process.cwd());
