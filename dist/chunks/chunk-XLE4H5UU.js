import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createReadmeJudge,
  startServices
} from "./chunk-PMJSZJYP.js";
import {
  hostEnvironment,
  localPlace,
  openedProject,
  runnerEnvironment
} from "./chunk-2LJBBVMU.js";
import {
  actionDirectory,
  cacheDirectory
} from "./chunk-UUKMP5QY.js";
import {
  TOKEN_USER,
  chosenMembers,
  createFiles,
  formFor,
  killTree,
  leadOf,
  ownerOf,
  parsedInputs,
  projectSource,
  sourceTexts,
  tagFor,
  taggingOf,
  tagsOfProject,
  workingDirectory
} from "./chunk-UWZJFJ6R.js";
import {
  Stopped,
  bumpedVersion,
  compareVersions,
  fault,
  normalizedName
} from "./chunk-U3DV3KVM.js";
import {
  require_dist
} from "./chunk-HZDA7MMY.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/cli/runner/action-step.ts
import path4 from "node:path";

// src/cli/runner/inputs.ts
function inputVariables(declared, given) {
  const defaults = Object.entries(declared).map(
    ([name, input]) => [variableOf(name), String(input.default ?? "")]
  );
  const values = Object.entries(given).map(([name, value]) => [variableOf(name), value]);
  return Object.fromEntries([...defaults, ...values]);
}
function unexpectedInputs(declared, given) {
  const valid = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const unexpected = Object.keys(given).filter((name) => !valid.has(name.toLowerCase()));
  if (unexpected.length === 0) return void 0;
  const list = (names) => `'${names.join("', '")}'`;
  return `Unexpected input(s) ${list(unexpected)}, valid inputs are [${list(Object.keys(declared))}]`;
}
function variableOf(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

// src/cli/runner/step.ts
import { constants } from "node:os";

// src/cli/runner/settles-within.ts
function settlesWithin(limit, promise) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), limit);
    const settled = () => {
      clearTimeout(timer);
      resolve(true);
    };
    promise.then(settled, settled);
  });
}

// src/cli/runner/cancel.ts
async function cancelProcess(step, patience) {
  for (const [name, wait] of [
    ["SIGINT", patience.interrupt],
    ["SIGTERM", patience.terminate]
  ]) {
    step.signal(name);
    if (await settlesWithin(wait, step.end)) return;
  }
  await killTree(step.pid);
}

// src/cli/runner/step-files.ts
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/cli/runner/refusal.ts
var Refusal = class extends Error {
  constructor(message) {
    super(message);
    this.name = "Refusal";
  }
};
function attempt(what, { log, record }, effect) {
  try {
    effect();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.annotate({ level: "error", message: `Unable to process ${what} successfully.` });
    log.annotate({ level: "error", message: error.message });
    record.refusals.push(error.message);
  }
}

// src/cli/runner/key-value-file.ts
function* keyValuePairs(text, windows) {
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at, windows);
    at = line.next;
    if (line.text === "") continue;
    const equals = line.text.indexOf("=");
    const heredoc = line.text.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)];
    } else if (heredoc >= 0) {
      const block = blockAt(text, line, windows);
      at = block.next;
      yield [line.text.slice(0, heredoc), block.value];
    } else {
      throw new Refusal(`Invalid format '${line.text}'`);
    }
  }
}
function lineAt(text, start, windows) {
  const feed = text.indexOf("\n", start);
  if (feed < 0) return { text: text.slice(start), end: text.length, next: text.length };
  const end = windows && text[feed - 1] === "\r" ? feed - 1 : feed;
  return { text: text.slice(start, end), end, next: feed + 1 };
}
function blockAt(text, first, windows) {
  const [name = "", ...rest] = first.text.split("<<");
  const delimiter = rest.join("<<");
  if (name === "" || delimiter === "") {
    throw new Refusal(
      `Invalid format '${first.text}'. Name must not be empty and delimiter must not be empty`
    );
  }
  let valueEnd = first.next;
  for (let at = first.next; at < text.length; ) {
    const line = lineAt(text, at, windows);
    if (line.text === delimiter) return { value: text.slice(first.next, valueEnd), next: line.next };
    if (line.end === text.length) throw new Refusal("Invalid value. EOF marker missing new line.");
    valueEnd = line.end;
    at = line.next;
  }
  throw new Refusal(`Invalid value. Matching delimiter not found '${delimiter}'`);
}

// src/cli/runner/file-commands.ts
var FILE_COMMANDS = [
  { name: "path", variable: "GITHUB_PATH", prefix: "add_path_", obey: addPaths },
  { name: "env", variable: "GITHUB_ENV", prefix: "set_env_", obey: setVariables },
  { name: "step_summary", variable: "GITHUB_STEP_SUMMARY", prefix: "step_summary_", obey: upload },
  { name: "state", variable: "GITHUB_STATE", prefix: "save_state_", obey: saveState },
  { name: "output", variable: "GITHUB_OUTPUT", prefix: "set_output_", obey: setOutputs }
];
var LARGEST_SUMMARY = 1024 * 1024;
function addPaths(text, { record: { searchPath } }) {
  for (const line of linesOf(text).filter((each) => each !== "")) {
    searchPath.delete(line);
    searchPath.add(line);
  }
}
function setVariables(text, { record, log }) {
  for (const [name, value] of pairsOf(text)) {
    if (name.toUpperCase() !== "NODE_OPTIONS") record.environment.set(name, value);
    else {
      const message = `Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.`;
      log.annotate({ level: "error", message });
    }
  }
}
function saveState(text, { record }) {
  for (const [name, value] of pairsOf(text)) record.state.set(name, value);
}
function setOutputs(text, { record }) {
  for (const [name, value] of pairsOf(text)) {
    if (name === "") throw new Refusal("Value cannot be null. (Parameter 'name')");
    record.outputs.set(name, value);
  }
}
function upload(text, { record, log, masker }) {
  const size = Buffer.byteLength(text);
  if (size === 0) return;
  if (size > LARGEST_SUMMARY) {
    const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${LARGEST_SUMMARY / 1024}k, got ${Math.floor(size / 1024)}k.`;
    log.annotate({ level: "error", message });
    return;
  }
  const lines = linesOf(text).map((line) => `${masker.mask(line)}
`);
  record.uploads.set("step_summary", lines.join(""));
}
function pairsOf(text) {
  return keyValuePairs(text, process.platform === "win32");
}
function linesOf(text) {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

// src/cli/runner/step-files.ts
function createStepFiles(temp) {
  const directory = path.join(temp, "_runner_file_commands");
  const suffix = randomUUID();
  const files = FILE_COMMANDS.map((row) => ({ row, file: path.join(directory, row.prefix + suffix) }));
  mkdirSync(directory, { recursive: true });
  for (const { file } of files) writeFileSync(file, "");
  return {
    variables: Object.fromEntries(files.map(({ row, file }) => [row.variable, file])),
    obey(step) {
      for (const { row, file } of files)
        attempt(`file command '${row.name}'`, step, () => row.obey(textOf(file), step));
    }
  };
}
function textOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8").replace(/^\uFEFF/, "") : "";
}

// src/cli/runner/step-process.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
var PATIENCE = { interrupt: 7500, terminate: 2500, streams: 5e3 };
function startProcess(program, read, patience) {
  const child = spawn(program.file, [...program.args], {
    cwd: program.directory,
    env: { ...program.environment },
    // On Windows a process of its own group gets a window of its own.
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"]
  });
  const readers = [child.stdout, child.stderr].map(
    (input) => createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on("line", read)
  );
  const streamsEnd = Promise.all(readers.map((reader) => once(reader, "close")));
  const end = exitOf(child).then(async (exit) => {
    if (await settlesWithin(patience.streams, streamsEnd)) return exit;
    await killTree(child.pid ?? 0);
    for (const reader of readers) reader.close();
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    return exit;
  });
  return { pid: child.pid ?? 0, end, signal: (name) => void child.kill(name) };
}
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "SIGKILL"));
  });
}

// src/cli/runner/command-line.ts
function parsedCommand(line, isKnown) {
  return colonForm(line, isKnown) ?? bracketForm(line, isKnown);
}
var IN_DATA = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%25", "%"]
];
var IN_PROPERTY = [["%3A", ":"], ["%2C", ","], ...IN_DATA];
var IN_BRACKETS = [["%3B", ";"], ["%5D", "]"], ...IN_DATA];
var BLANKS = /^(?:(?!\uFEFF)[\s\u0085])+/;
function colonForm(line, isKnown) {
  const text = line.replace(BLANKS, "");
  const end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
  if (end < 0) return void 0;
  const { name, properties } = head(text.slice(2, end));
  if (!isKnown(name)) return void 0;
  return {
    name,
    properties: propertiesOf(properties.trim(), ",", IN_PROPERTY),
    data: unescaped(text.slice(end + 2), IN_DATA)
  };
}
function bracketForm(line, isKnown) {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return void 0;
  const { name, properties } = head(line.slice(start + 3, end));
  if (!isKnown(name)) return void 0;
  return {
    name,
    properties: propertiesOf(properties, ";", IN_BRACKETS),
    data: unescaped(line.slice(end + 1), IN_BRACKETS)
  };
}
function head(text) {
  const [, name = "", properties = ""] = /^([^ ]*) ?(.*)$/s.exec(text) ?? [];
  return { name: name.toLowerCase(), properties };
}
function propertiesOf(text, separator, escapes) {
  const pairs = text.split(separator).flatMap((property) => {
    const equals = property.indexOf("=");
    const [name, value] = [property.slice(0, equals).toLowerCase(), property.slice(equals + 1)];
    return equals < 1 || value === "" ? [] : [[name, unescaped(value, escapes)]];
  });
  return new Map(pairs);
}
function unescaped(text, escapes) {
  return escapes.reduce((shown, [written, meant]) => shown.replaceAll(written, meant), text);
}

// src/cli/runner/annotation-place.ts
import path2 from "node:path";
function annotationPlace({ name, properties }, workspace) {
  const problems = [];
  const told = (problem) => void problems.push(`Invalid ${name} command value. ${problem}`);
  const { file = "", line, endline, col, endcolumn } = Object.fromEntries(properties);
  const lines = range(line, endline, ["line", "endLine"], told);
  const columns = range(col, endcolumn, ["col", "endColumn"], told);
  const hasColumns = isNumber(col) || isNumber(endcolumn);
  const noLine = !isNumber(lines.given) && hasColumns;
  if (noLine) told(`'col' and 'endColumn' can only be set if 'line' value is provided.`);
  const acrossLines = isNumber(endline) && lines.given !== endline && hasColumns;
  if (acrossLines) told(`'col' and 'endColumn' cannot be set if 'line' and 'endLine' are different values.`);
  const place = {
    file: file === "" ? void 0 : relativeFile(file, workspace),
    line: lines.start,
    endLine: lines.end,
    col: noLine || acrossLines ? void 0 : columns.start,
    endColumn: noLine || acrossLines ? void 0 : columns.end
  };
  const there = Object.entries(place).filter(([, value]) => value !== void 0);
  return { place: Object.fromEntries(there), problems };
}
function range(start, end, [startName, endName], told) {
  if (isNumber(end) && !isNumber(start)) {
    told(`'${endName}' can only be set if '${startName}' is provided`);
    return { start: end, end, given: end };
  }
  if (isNumber(start) && isNumber(end) && Number(end) < Number(start)) {
    told(`'${endName}' cannot be less than '${startName}'.`);
    return { start: void 0, end: void 0, given: start };
  }
  return { start, end, given: start };
}
function isNumber(text) {
  return text !== void 0 && /^\s*[+-]?\d{1,10}\s*$/.test(text);
}
function relativeFile(file, workspace) {
  const inside = path2.isAbsolute(file) ? path2.relative(workspace, file) : "..";
  return inside === "" || inside.startsWith("..") || path2.isAbsolute(inside) ? file : inside.replaceAll(path2.sep, "/");
}

// src/cli/runner/commands.ts
var COMMANDS = {
  "add-mask": { echoes: false, obey: addMask },
  debug: { echoes: false, obey: ({ data }, { log }) => log.debug(data) },
  error: { echoes: false, obey: annotating("error") },
  warning: { echoes: false, obey: annotating("warning") },
  notice: { echoes: false, obey: annotating("notice") },
  group: { echoes: true, obey: ({ data }, { log }) => log.group(data) },
  endgroup: { echoes: true, obey: (_command, { log }) => log.endGroup() },
  "set-output": {
    echoes: true,
    obey: deprecated((command, { record }) => record.outputs.set(nameGivenTo(command), command.data))
  },
  "save-state": {
    echoes: true,
    obey: deprecated((command, { record }) => record.state.set(nameGivenTo(command), command.data))
  },
  "set-env": { echoes: true, obey: disabled },
  "add-path": { echoes: true, obey: disabled },
  // What a matcher would find in later lines is not looked for here.
  "add-matcher": { echoes: true, obey: addMatcher },
  "remove-matcher": { echoes: true, obey: removeMatcher }
};
function addMask({ data }, { log, masker }) {
  if (data.trim() !== "") masker.add(data);
  else log.annotate(warning("Can't add secret mask for empty string in ##[add-mask] command."));
}
function annotating(level) {
  return (command, { log, workspace }) => {
    const { place, problems } = annotationPlace(command, workspace);
    for (const problem of problems) log.debug(problem);
    const title = command.properties.get("title") ?? "";
    log.annotate({ level, message: command.data, title, place });
  };
}
function deprecated(obey) {
  return (command, step) => {
    const instead = "Please upgrade to using Environment Files.";
    const message = `The \`${command.name}\` command is deprecated and will be disabled soon. ${instead}`;
    step.log.annotate(warning(message));
    obey(command, step);
  };
}
function disabled({ name }) {
  throw new Refusal(
    `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`
  );
}
function nameGivenTo({ name, properties }) {
  const given = properties.get("name");
  if (given === void 0) throw new Refusal(`Required field 'name' is missing in ##[${name}] command.`);
  return given;
}
function addMatcher({ data }, { log }) {
  if (data === "") log.annotate(warning("File path must be specified."));
}
function removeMatcher({ data, properties }, { log }) {
  const named2 = [properties.has("owner"), data !== ""].filter(Boolean).length;
  const either = "Either an owner name or a file path must be specified in ##[remove-matcher] command.";
  const both = "Either specify an owner name or a file path in ##[remove-matcher] command. Both values cannot be set.";
  if (named2 !== 1) log.annotate(warning(named2 === 0 ? either : both));
}
function warning(message) {
  return { level: "warning", message };
}

// src/cli/runner/step-reader.ts
var STOP = "stop-commands";
var ECHO = "echo";
var LONGEST_OPEN_TOKEN = 6;
function createStepReader(step) {
  let stoppedBy;
  let echo = false;
  const isKnown = (name) => name === STOP || name === ECHO || Object.hasOwn(COMMANDS, name) || name === stoppedBy;
  const setEcho = ({ data }) => {
    const value = data.trim().toLowerCase();
    if (data === "") throw new Refusal("Value cannot be null. (Parameter 'value')");
    if (value !== "on" && value !== "off") {
      throw new Refusal(
        `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`
      );
    }
    echo = value === "on";
  };
  const stop = ({ data }, line) => {
    const token = data.toLowerCase();
    if (token === "" || token === "pause-logging" || isKnown(token)) {
      refuseToken(step);
      return;
    }
    stoppedBy = token;
    if (token.length > LONGEST_OPEN_TOKEN) step.masker.add(data);
    step.log.text(line);
  };
  return (line) => {
    const command = parsedCommand(line, isKnown);
    if (command === void 0 || stoppedBy !== void 0) {
      if (command?.name === stoppedBy) stoppedBy = void 0;
      step.log.text(line);
      return;
    }
    if (command.name === STOP) {
      stop(command, line);
      return;
    }
    const row = command.name === ECHO ? { echoes: true, obey: setEcho } : COMMANDS[command.name];
    if (echo && row?.echoes) step.log.text(line);
    if (echo && command.name === "add-mask" && command.data.trim() !== "") step.log.text("::add-mask::***");
    attempt(`command '${row?.echoes ? line : command.name}'`, step, () => row?.obey(command, step));
  };
}
function refuseToken({ log, record }) {
  const message = "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";
  log.annotate({ level: "error", message });
  record.refusals.push(message);
}

// src/cli/runner/step.ts
function startStep({ program, temp, patience }, context) {
  const files = createStepFiles(temp);
  const environment = { ...program.environment, ...files.variables };
  const started = startProcess({ ...program, environment }, createStepReader(context), patience);
  let cancelled = false;
  return {
    process: started,
    result: started.end.then((exit) => resultOf({ exit, files, cancelled }, context)),
    cancel() {
      cancelled = true;
      return cancelProcess(started, patience);
    }
  };
}
function resultOf({ exit, files, cancelled }, context) {
  files.obey(context);
  if (cancelled) context.log.annotate({ level: "error", message: "The operation was canceled." });
  const { record } = context;
  const exitCode = typeof exit === "number" ? exit : 128 + constants.signals[exit];
  const succeeded = exitCode === 0 && record.refusals.length === 0;
  return {
    conclusion: cancelled ? "cancelled" : succeeded ? "success" : "failure",
    exitCode,
    summary: record.uploads.get("step_summary") ?? "",
    record
  };
}

// src/cli/runner/step-log.ts
var MOST_OF_A_LEVEL = 10;
var LONGEST_MESSAGE = 4096;
function createStepLog({ masker, debug, show }) {
  const counts = /* @__PURE__ */ new Map();
  let inGroup = false;
  const endGroup = () => {
    if (inGroup) show({ kind: "endgroup" });
    inGroup = false;
  };
  const text = (line) => show({ kind: "text", text: masker.mask(line) });
  return {
    text,
    endGroup,
    group(title) {
      endGroup();
      inGroup = true;
      show({ kind: "group", title: masker.mask(title) });
    },
    debug(message) {
      for (const line of debug ? message.split(/\r?\n/) : [])
        show({ kind: "debug", text: masker.mask(line) });
    },
    annotate({ level, message, title = "", place = {} }) {
      const shown = masker.mask(message).slice(0, LONGEST_MESSAGE);
      if (shown.trim() === "") return;
      const count = counts.get(level) ?? 0;
      counts.set(level, count + 1);
      if (count >= MOST_OF_A_LEVEL) text(`##[${level}]${shown}`);
      else show({ kind: "annotation", level, title, text: shown, ...isEmpty(place) ? {} : { place } });
    }
  };
}
function isEmpty(place) {
  return Object.keys(place).length === 0;
}

// src/cli/runner/step-context.ts
function createStepContext({ masker, workspace, debug, show }) {
  return {
    log: createStepLog({ masker, debug, show }),
    masker,
    workspace,
    record: {
      outputs: /* @__PURE__ */ new Map(),
      state: /* @__PURE__ */ new Map(),
      environment: /* @__PURE__ */ new Map(),
      searchPath: /* @__PURE__ */ new Set(),
      uploads: /* @__PURE__ */ new Map(),
      refusals: []
    }
  };
}

// src/cli/runner/step-environment.ts
import path3 from "node:path";
var NOTHING = { environment: /* @__PURE__ */ new Map(), searchPath: /* @__PURE__ */ new Set(), state: /* @__PURE__ */ new Map() };
var OF_THE_RUNNER = /^(GITHUB|RUNNER|ACTIONS)_/;
function stepEnvironment(job, inherited, inputs) {
  const own = Object.fromEntries(Object.entries(job).filter(([name2]) => OF_THE_RUNNER.test(name2)));
  const state = Object.fromEntries([...inherited.state].map(([name2, value]) => [`STATE_${name2}`, value]));
  const given = { ...job, ...Object.fromEntries(inherited.environment), ...state, ...inputs, ...own };
  const { NODE_ICU_DATA: _conflicting, ...variables } = given;
  if (inherited.searchPath.size === 0) return variables;
  const name = Object.keys(variables).find((each) => each.toUpperCase() === "PATH") ?? "PATH";
  const directories = [...inherited.searchPath].reverse();
  const rest = variables[name] === void 0 || variables[name] === "" ? [] : [variables[name]];
  return { ...variables, [name]: [...directories, ...rest].join(path3.delimiter) };
}

// src/cli/runner/action-step.ts
function startActionStep({ job, definition, script, inherited, masker }, { show, patience }) {
  const { workspace, temp, inputs } = job;
  const debug = job.environment.RUNNER_DEBUG === "1";
  const context = createStepContext({ masker, workspace, debug, show });
  const unexpected = unexpectedInputs(definition.inputs, inputs);
  if (unexpected !== void 0) context.log.annotate({ level: "warning", message: unexpected });
  const program = {
    file: job.node,
    args: [path4.join(job.action, script)],
    directory: workspace,
    environment: stepEnvironment(job.environment, inherited, inputVariables(definition.inputs, inputs))
  };
  return startStep({ program, temp, patience }, context);
}

// src/cli/runner/definition.ts
var import_yaml = __toESM(require_dist(), 1);
import { readFile } from "node:fs/promises";
import path5 from "node:path";
async function definitionOf(action) {
  const { inputs, runs } = (0, import_yaml.parse)(await readFile(path5.join(action, "action.yml"), "utf8"));
  return { inputs: inputs ?? {}, runs };
}

// src/cli/runner/job-outputs.ts
var LARGEST_OUTPUTS = 1024 * 1024;
function jobOutputs(outputs, { masker, log }) {
  const kept = [...outputs].filter(([name, value]) => {
    const isOpen = masker.mask(value) === value;
    if (!isOpen)
      log.annotate({ level: "warning", message: `Skip output '${name}' since it may contain secret.` });
    return isOpen;
  });
  const size = kept.reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 0);
  if (size > LARGEST_OUTPUTS) {
    const message = `The outputs of the job take ${size} bytes in UTF-16. The forge takes at most ${LARGEST_OUTPUTS} of a job.`;
    log.annotate({ level: "error", message });
  }
  return new Map(kept);
}

// src/cli/runner/secret-forms.ts
var FORMS = [
  (secret) => base64(secret, 0),
  // In `base64("user:" + secret)` the secret begins at any of three places of a group.
  (secret) => base64(secret, 1),
  (secret) => base64(secret, 2),
  commandLineArgument,
  expressionString,
  jsonString,
  uriData,
  xmlData,
  withoutDoubleQuotes,
  beforeAmpersand,
  afterAmpersand
];
function secretForms(secret) {
  const forms = new Set(FORMS.map((form) => form(secret)));
  return [...forms].filter((form) => form !== "" && form !== secret);
}
function base64(secret, shift) {
  const bytes = Buffer.from(secret);
  return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString("base64");
}
function commandLineArgument(secret) {
  return secret.replaceAll('"', '\\"');
}
function expressionString(secret) {
  return secret.replaceAll("'", "''");
}
function jsonString(secret) {
  return JSON.stringify(secret).slice(1, -1).replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function uriData(secret) {
  return encodeURIComponent(Buffer.from(secret).toString()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
var XML = {
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "&": "&amp;"
};
function xmlData(secret) {
  return secret.replace(/[<>"'&]/g, (mark) => XML[mark] ?? mark);
}
function withoutDoubleQuotes(secret) {
  return secret.length > 8 && /^".*"$/s.test(secret) ? secret.slice(1, -1) : "";
}
var SHORTEST_PART = 6;
function beforeAmpersand(secret) {
  const coloured = secret.indexOf("&+");
  const part = secret.slice(0, coloured >= 0 ? coloured + 2 : secret.lastIndexOf("&") + 1);
  return part.length >= SHORTEST_PART ? part : "";
}
function afterAmpersand(secret) {
  const coloured = secret.indexOf("&+");
  const plain = secret.lastIndexOf("&");
  if (plain < 0) return "";
  const part = secret.slice(coloured >= 0 ? coloured + 3 : plain + 1);
  return part.length >= SHORTEST_PART ? part : "";
}

// src/cli/runner/masker.ts
function createMasker(secrets = []) {
  const hidden = /* @__PURE__ */ new Set();
  const add = (secret) => {
    const lines = secret.split(/[\r\n]/).map((line) => line.trim());
    for (const each of [secret, ...lines].filter((text) => text !== ""))
      for (const form of [each, ...secretForms(each)]) hidden.add(form);
  };
  for (const secret of secrets) add(secret);
  return { add, mask: (text) => withoutStretches(text, stretchesOf(text, hidden)) };
}
function stretchesOf(text, secrets) {
  const found = [...secrets].flatMap((secret) => placesOf(text, secret));
  const merged = [];
  for (const { start, end } of found.sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === void 0 || start > last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}
function placesOf(text, secret) {
  const places = [];
  for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + 1))
    places.push({ start, end: start + secret.length });
  return places;
}
function withoutStretches(text, stretches) {
  const kept = stretches.map(({ start }, at) => text.slice(stretches[at - 1]?.end ?? 0, start));
  return [...kept, text.slice(stretches.at(-1)?.end ?? 0)].join("***");
}

// src/cli/job.ts
async function runJob(job, show, { cancel, patience = PATIENCE } = {}) {
  const definition = await definitionOf(job.action);
  const { main, post } = definition.runs;
  const masker = createMasker(job.secrets);
  const start = (script, inherited = NOTHING) => startActionStep({ job, definition, script, inherited, masker }, { show, patience });
  const { record, ...ended } = await endOf(start(main), cancel);
  const after = post === void 0 ? [] : [await start(post, record).result];
  const log = createStepLog({ masker, debug: job.environment.RUNNER_DEBUG === "1", show });
  const conclusion = worst([ended, ...after].map((step) => step.conclusion));
  return { ...ended, conclusion, outputs: jobOutputs(record.outputs, { masker, log }) };
}
async function endOf(running, cancel) {
  const onCancel = () => void running.cancel();
  if (cancel?.aborted) onCancel();
  cancel?.addEventListener("abort", onCancel, { once: true });
  try {
    return await running.result;
  } finally {
    cancel?.removeEventListener("abort", onCancel);
  }
}
var FROM_WORST = ["cancelled", "failure", "success"];
function worst(conclusions) {
  return FROM_WORST.find((each) => conclusions.includes(each)) ?? "success";
}

// src/cli/staged-inputs.ts
var STAGED = [
  ...["pypi-url", "testpypi-url", "pypi-simple-url", "testpypi-simple-url", "fulcio-url", "rekor-url"],
  "statistics-url",
  ...["pypi-user", "testpypi-user", "pypi-token", "testpypi-token", "github-token", "announce-webhook"]
];
function stagedAmong(given) {
  return STAGED.filter((name) => Object.hasOwn(given, name));
}
function stagedInputFaults(inputs) {
  return stagedAmong(inputs).map((input) => fault("input-staged", { input }));
}

// src/cli/stage.ts
import { mkdir as mkdir2 } from "node:fs/promises";
import path8 from "node:path";

// src/cli/cast.ts
import path7 from "node:path";

// src/cli/pushed-tag.ts
function standingTag({ onTip, all, owner, tagFormat }) {
  const pushed = onTip.flatMap((tag) => {
    const tagging = taggingOf({ tagFormat, version: { kind: "tag", tag } }, all, owner);
    return "code" in tagging ? [] : tagging.pushed ?? [];
  });
  const highest = pushed.toSorted((one, other) => compareVersions(other.version, one.version));
  return [...tagsOfProject(onTip, { tagFormat }, owner), ...highest][0]?.tag;
}
function tagToPush({ all, owner, tagFormat }, version) {
  const [newest] = tagsOfProject(all, { tagFormat }, owner);
  const next = newest === void 0 ? "0.0.0" : bumpedVersion(newest.version, "patch");
  return tagFor(version ?? next, formFor(tagFormat, all, owner).format);
}

// src/cli/repository.ts
import { execFile } from "node:child_process";
import { cp, mkdir, realpath } from "node:fs/promises";
import { devNull } from "node:os";
import path6 from "node:path";
import { promisify } from "node:util";
var execute = promisify(execFile);
async function sourceOf(directory, scratch) {
  const project = await realpath(directory);
  const place = await localPlace(project);
  if (place === void 0) return committedCopy(project, scratch);
  const changes = await git(project, ["status", "--porcelain", "--", "."]);
  return { ...place, branch: place.branch ?? "main", dirty: changes.trim() !== "" };
}
async function committedCopy(project, scratch) {
  const top = path6.join(scratch, "copy");
  await cp(project, top, { recursive: true });
  await git(top, ["init", "--quiet", "--initial-branch", "main"]);
  await git(top, ["add", "--all"]);
  await git(top, ["commit", "--quiet", "--message", "The project as it was found"]);
  return { top, prefix: "", branch: "main", dirty: false };
}
var OF_ANYBODY = ["--upload-pack", 'git -c "safe.directory=*" upload-pack'];
async function fillForge(source, bare) {
  const refs = [`+HEAD:refs/heads/${source.branch}`, "+refs/tags/*:refs/tags/*"];
  await git(bare, ["fetch", "--quiet", ...OF_ANYBODY, "--update-shallow", source.top, ...refs]);
  await git(bare, ["symbolic-ref", "HEAD", `refs/heads/${source.branch}`]);
  return git(bare, ["rev-parse", `refs/heads/${source.branch}`]);
}
async function tagsOnTip({ top }) {
  return named(await git(top, ["tag", "--points-at", "HEAD"]));
}
async function allTags({ top }) {
  return named(await git(top, ["tag", "--list"]));
}
function named(lines) {
  return lines.split("\n").filter((line) => line !== "");
}
async function pushTag(bare, tag, commit) {
  const existing = await git(bare, ["rev-parse", "--verify", "--quiet", `refs/tags/${tag}^{commit}`]).catch(
    () => void 0
  );
  if (existing === void 0) await git(bare, ["tag", tag, commit]);
}
async function checkOut(bare, workspace, commit) {
  await mkdir(path6.dirname(workspace), { recursive: true });
  await git(path6.dirname(workspace), ["clone", "--quiet", "--no-checkout", bare, workspace]);
  const onBranch = commit.ref.startsWith("refs/heads/");
  const branch = commit.ref.replace("refs/heads/", "");
  await git(workspace, ["checkout", "--quiet", ...onBranch ? ["-B", branch, commit.sha] : [commit.sha]]);
}
async function checkOutSubmodules(top, workspace) {
  for (const { name, directory } of await submodulesOf(workspace)) {
    const standing = path6.join(top, directory);
    if (!await isTopOfRepository(standing)) continue;
    await git(workspace, ["config", `submodule.${name}.url`, standing]);
    await git(workspace, [...FROM_FILES, "submodule", "--quiet", "update", "--init", "--", directory]);
    await checkOutSubmodules(standing, path6.join(workspace, directory));
  }
}
var FROM_FILES = ["-c", "protocol.file.allow=always"];
async function submodulesOf(workspace) {
  const asked = ["config", "--file", ".gitmodules", "--get-regexp", String.raw`^submodule\..*\.path$`];
  const declared = await git(workspace, asked).catch(() => "");
  return [...declared.matchAll(/^submodule\.(?<name>.+)\.path (?<directory>.+)$/gm)].flatMap(
    ({ groups }) => groups === void 0 ? [] : [{ name: groups.name ?? "", directory: groups.directory ?? "" }]
  );
}
async function isTopOfRepository(directory) {
  return await git(directory, ["rev-parse", "--show-prefix"]).catch(() => void 0) === "";
}
async function git(directory, args) {
  const identity = [
    "-c",
    "user.name=rehearsal",
    "-c",
    "user.email=rehearsal@localhost",
    "-c",
    "safe.directory=*",
    // What the user's own settings ask of a commit or a tag is not asked here.
    "-c",
    "commit.gpgSign=false",
    "-c",
    "tag.gpgSign=false",
    "-c",
    `core.hooksPath=${devNull}`
  ];
  const { stdout } = await execute(
    "git",
    [...identity, "-c", "core.autocrlf=false", "-C", directory, ...args],
    { maxBuffer: 1 << 26 }
  );
  return stdout.trim();
}

// src/cli/told-by-back-end.ts
async function toldByBackEnd(place) {
  const { world } = await openedProject(place);
  try {
    return await world.backEnd.metadata(place.directory);
  } catch (error) {
    if (error instanceof Stopped) return void 0;
    throw error;
  }
}

// src/cli/cast.ts
async function castOf({ project, inputs: given, event, scratch }) {
  const source = await sourceOf(project, scratch);
  const raw = { ...given, "working-directory": given["working-directory"] || source.prefix };
  const settings = (await projectIn(path7.resolve(source.top, workingDirectory(raw, {}))))?.settings ?? {};
  const { inputs } = parsedInputs(raw, settings);
  const repository = repositoryName(source);
  const workspace = path7.resolve(source.top);
  const whole = { workspace, directory: path7.resolve(workspace, inputs["working-directory"]) };
  const members = await membersOf({ ...whole, members: inputs.members });
  const lead = members && leadOf(members, { ...whole, forge: { repository } });
  const own = { workspace, directory: path7.join(whole.directory, lead?.directory ?? ".") };
  const { name, version } = await identityOf({ ...own, scratch: path7.join(scratch, "reading") });
  const tags = {
    onTip: await tagsOnTip(source),
    all: await allTags(source),
    owner: ownerOf(name, own),
    tagFormat: inputs["tag-format"]
  };
  const standing = standingTag(tags);
  return {
    source,
    settings,
    names: members?.map((each) => each.name) ?? [normalizedName(name)],
    name: repository,
    // A tag on the tip says the version, and so does nothing where none is pushed.
    tag: standing ?? tagToPush(tags, event === "tag" ? await version() : void 0)
  };
}
function repositoryName({ top, prefix }) {
  return path7.basename(prefix === "" ? top : prefix).replace(/[^\w.-]/g, "-");
}
async function membersOf(asked) {
  try {
    return (await chosenMembers(asked, createFiles()))?.members;
  } catch (error) {
    if (error instanceof Stopped) return void 0;
    throw error;
  }
}
async function identityOf(place) {
  let answer;
  const told = () => {
    answer ??= toldByBackEnd(place);
    return answer;
  };
  const read = await projectIn(place.directory);
  return {
    name: read?.name ?? (await told())?.name ?? "",
    async version() {
      if (read?.version !== void 0 || read?.tagTool !== void 0) return read.version;
      return (await told())?.version;
    }
  };
}
async function projectIn(directory) {
  try {
    return projectSource(await sourceTexts(directory, createFiles()));
  } catch {
    return void 0;
  }
}

// src/cli/job-secrets.ts
function jobSecrets({ github, oidc, cache }) {
  return [github.token, oidc.request_token, cache.runtime_token];
}

// src/cli/stage.ts
var OWNER = "octo";
var WORKFLOW = "release.yml";
async function setStage(options) {
  const { scratch, event } = options;
  const cast = await castOf(options);
  const { source, names, name, tag } = cast;
  const publisher = { owner: OWNER, owner_id: "3", repository: name, workflow: WORKFLOW, environment: "" };
  const ref = event === "tag" ? `refs/tags/${tag}` : `refs/heads/${source.branch}`;
  const services = await startServices({
    repository: `${OWNER}/${name}`,
    scratch: path8.join(scratch, "servers"),
    mishaps: options.mishaps,
    ...options.permissions === void 0 ? {} : { permissions: options.permissions },
    renders: createReadmeJudge(cacheDirectory()),
    // An index lets one project wait for its first release by a publisher: several are there already.
    ...names.length === 1 ? { pending: names.filter(Boolean).map((each) => ({ ...publisher, project: each })) } : { publishers: [{ ...publisher, projects: names }] },
    claims: {
      ref,
      event_name: eventNameOf(event),
      workflow_ref: workflowRef(name, ref),
      job_workflow_ref: workflowRef(name, ref)
    }
  });
  try {
    return await stageOf({ ...options, ...cast, services, ref });
  } catch (error) {
    await services.close();
    throw error;
  }
}
async function stageOf({ services, source, settings, name, tag, ref, ...options }) {
  const { scratch, event } = options;
  const commit = await fillForge(source, services.github.gitDirectory);
  if (event === "tag") await pushTag(services.github.gitDirectory, tag, commit);
  const workspace = path8.join(scratch, "work", name, name);
  await checkOut(services.github.gitDirectory, workspace, { ref, sha: commit });
  await checkOutSubmodules(source.top, workspace);
  const temp = path8.join(scratch, "temp");
  await mkdir2(temp, { recursive: true });
  const run = {
    ref,
    commit,
    event: eventNameOf(event),
    repository: `${OWNER}/${name}`,
    inputs: options.inputs,
    workspace,
    temp
  };
  const environment = {
    ...hostEnvironment(process.env),
    ...services.env,
    ...await runnerEnvironment(run)
  };
  const inputs = {
    ...addressesOf(services),
    ...options.inputs,
    ...source.prefix !== "" && !options.inputs["working-directory"] ? { "working-directory": source.prefix } : {}
  };
  return {
    services,
    source,
    overruled: stagedAmong(settings),
    job: {
      action: actionDirectory(),
      inputs,
      environment,
      secrets: jobSecrets(services),
      workspace,
      temp,
      node: process.execPath
    }
  };
}
function eventNameOf(event) {
  return event === "tag" ? "push" : "workflow_dispatch";
}
function addressesOf({
  pypi,
  testpypi,
  sigstore,
  statistics,
  github
}) {
  return {
    "pypi-url": pypi.upload,
    "testpypi-url": testpypi.upload,
    "pypi-simple-url": pypi.simple,
    "testpypi-simple-url": testpypi.simple,
    "pypi-user": TOKEN_USER,
    "testpypi-user": TOKEN_USER,
    "fulcio-url": sigstore.fulcio,
    "rekor-url": sigstore.rekor,
    "statistics-url": statistics.url,
    "github-token": github.token
  };
}
function workflowRef(name, ref) {
  return `${OWNER}/${name}/.github/workflows/${WORKFLOW}@${ref}`;
}

export {
  runJob,
  stagedInputFaults,
  setStage
};
