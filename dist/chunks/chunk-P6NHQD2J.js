import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_semver
} from "./chunk-OBTIDVET.js";
import {
  isTagFormat
} from "./chunk-2HHMWO2F.js";
import {
  fault
} from "./chunk-OGE4BZ3F.js";
import {
  BUMPS,
  isVersion
} from "./chunk-JAXPBCDE.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/plan/paths.ts
var PHASES = [
  "setup",
  "develop",
  "build",
  "test-local",
  "testpypi",
  "pypi",
  "post-publish"
];
var PATHS = {
  A: ["setup", "develop", "build", "test-local", "testpypi", "pypi", "post-publish"],
  B: ["setup", "develop", "build", "pypi", "post-publish"],
  C: ["build", "pypi", "post-publish"]
};
var PATH_SPELLINGS = {
  a: "A",
  full: "A",
  b: "B",
  quick: "B",
  c: "C",
  "ultra-fast": "C"
};
var UPLOADS = ["testpypi", "pypi"];
var PHASE_SELECTORS = `all, prepare, publish, one of ${PHASES.join(", ")}, a comma list of them, or a range such as setup..test-local`;
function selectedPhases(path2, selector2) {
  const all = PATHS[path2];
  const firstUpload = all.findIndex((phase) => UPLOADS.includes(phase));
  const text2 = selector2.trim().toLowerCase();
  if (text2 === "all") return all;
  if (text2 === "prepare") return all.slice(0, firstUpload);
  if (text2 === "publish") return all.slice(firstUpload);
  const picked = text2.includes("..") ? withinRange(all, text2) : namedPhases(text2);
  return picked && picked.length > 0 ? picked : void 0;
}
function withinRange(path2, range) {
  const ends = range.split("..").map((name) => PHASES.indexOf(name.trim()));
  const [first, last] = ends;
  if (ends.length !== 2 || first === void 0 || last === void 0 || first < 0 || last < first)
    return void 0;
  const inRange = PHASES.slice(first, last + 1);
  return path2.filter((phase) => inRange.includes(phase));
}
function namedPhases(list2) {
  const names = list2.split(",").map((name) => name.trim());
  if (!names.every((name) => PHASES.includes(name))) return void 0;
  return PHASES.filter((phase) => names.includes(phase));
}

// src/release/checklist.ts
var CHECKLIST_IDS = [
  "tests",
  "format",
  "lint",
  "build",
  "version",
  "changelog",
  "committed",
  "readme",
  "links",
  "size",
  "coverage",
  "credentials",
  "permission",
  "publisher"
];

// src/action/parsers.ts
var import_semver = __toESM(require_semver(), 1);

// src/plan/handover-policy.ts
function handoverPlan({ asked, names, directory, offered }) {
  if (asked === "files") return { kind: "files", reason: "handover: files" };
  if (!offered && asked === "auto")
    return { kind: "files", reason: "the runner has no artifact service for this job" };
  return { kind: "artifact", names: names.length > 0 ? names : [artifactOf(directory)] };
}
function artifactOf(directory) {
  const parts2 = directory.split("/").filter((part) => part !== "" && part !== ".");
  return ["pypi-release", ...parts2].join("-");
}
function handsOn(phases) {
  return phases.includes("build") && !phases.includes("post-publish");
}
var FORBIDDEN = /["<>|:\\/\r\n]/;
function isArtifactPattern(text2) {
  return text2 !== "" && !FORBIDDEN.test(text2);
}
function isArtifactName(text2) {
  return isArtifactPattern(text2) && !/[*?]/.test(text2);
}
function fitsArtifact(name, pattern) {
  const source = pattern.replace(/[\s\S]/gu, (each) => WILD[each] ?? each.replace(/[^\w]/u, "\\$&"));
  return new RegExp(`^${source}$`, "s").test(name);
}
var WILD = { "*": ".*", "?": "." };

// src/action/parsers.ts
function choice(words) {
  return {
    allowed: words.join(", "),
    parse: (text2) => words.find((word) => word.toLowerCase() === text2.toLowerCase())
  };
}
function spelling(spellings, allowed) {
  return {
    allowed,
    parse: (text2) => Object.hasOwn(spellings, text2.toLowerCase()) ? spellings[text2.toLowerCase()] : void 0
  };
}
var flag = spelling({ true: true, false: false }, "true, false");
var flagOrAuto = {
  allowed: "auto, true, false",
  parse: (text2) => text2.toLowerCase() === "auto" ? "auto" : flag.parse(text2)
};
var text = { allowed: "any text", parse: (given) => given };
var relative = {
  allowed: "a name below the working directory, with / between its parts",
  parse: (given) => /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(given) ? void 0 : given
};
var list = {
  allowed: "a list, one a line or between commas",
  parse: (given) => parts(given, /[,\n]/)
};
function listOf(words) {
  return {
    allowed: `a list of ${words.join(", ")}`,
    parse: (given) => {
      const found = parts(given, /[,\n]/);
      return found.every((word) => words.includes(word)) ? found : void 0;
    }
  };
}
var lines = {
  allowed: "commands, one a line",
  parse: (given) => parts(given, /\n/)
};
var configSettings = {
  allowed: "lines of key=value; a key may come again",
  parse: (given) => {
    const settings = parts(given, /\n/);
    return settings.every((setting) => /^[^\s=][^=]*=/.test(setting)) ? settings : void 0;
  }
};
var artifacts = {
  allowed: 'names of artifacts, one a line or between commas, without " : < > | \\ and /',
  parse: (given) => {
    const names = parts(given, /[,\n]/);
    return names.every(isArtifactPattern) ? names : void 0;
  }
};
function wholeNumber(least, most) {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    parse: (given) => /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most ? Number(given) : void 0
  };
}
var version = {
  allowed: "a PEP 440 version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1",
  parse: (given) => isVersion(given) ? given : void 0
};
var semverRange = {
  allowed: "a semver range such as >=0.9, 0.9.x or ^0.9.2",
  parse: (given) => import_semver.default.validRange(given) === null ? void 0 : given
};
var userName = {
  allowed: "a user name, without colons and line ends",
  parse: (given) => /[:\p{Cc}]/u.test(given) ? void 0 : given
};
var address = {
  allowed: "an https address without a user name or password in it (plain http for loopback only)",
  parse: (given) => URL.canParse(given) && isSafe(new URL(given)) ? given : void 0
};
function withoutUser(given) {
  return given.replace(/^([a-z]+:\/\/)[^/?#]*@/i, "$1***@");
}
var frameworkTests = {
  allowed: "lines of flask=module:callable or fastapi=module:callable",
  parse: (given) => {
    const tests = parts(given, /\n/).map(frameworkTest);
    return tests.every((test) => test !== void 0) ? tests : void 0;
  }
};
var variableNames = {
  allowed: "names of environment variables, but none that carries a credential of the job (INPUT_*, ACTIONS_*, GITHUB_TOKEN)",
  parse: (given) => {
    const names = parts(given, /[,\n]/);
    const fit = (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name);
    return names.every(fit) ? names : void 0;
  }
};
function frameworkTest(line) {
  const match = /^(flask|fastapi)\s*=\s*([\w.]+):([\w.]+)$/i.exec(line);
  const [, framework, module, callable] = match ?? [];
  if (framework === void 0 || module === void 0 || callable === void 0) return void 0;
  return { framework: framework.toLowerCase(), module, callable };
}
function isSafe({ protocol, hostname, username, password }) {
  if (username !== "" || password !== "") return false;
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  return protocol === "https:" || protocol === "http:" && loopback;
}
function parts(given, separator) {
  return given.split(separator).map((part) => part.trim()).filter((part) => part !== "");
}

// src/action/inputs.ts
function row(parser, fallback) {
  return { parser, fallback };
}
function optional(parser) {
  return { parser, fallback: void 0 };
}
var selector = {
  allowed: PHASE_SELECTORS,
  parse: (given) => selectedPhases("A", given) === void 0 ? void 0 : given
};
var tagFormat = {
  allowed: "auto, or a text with {version} once that makes a legal tag name, such as v{version}",
  parse: (given) => isTagFormat(given) ? given : given.toLowerCase() === "auto" ? "auto" : void 0
};
var commandOrFalse = {
  allowed: "a command, or false",
  parse: (given) => given.toLowerCase() === "false" ? false : given
};
var extras = {
  allowed: "all, or a list of extras",
  parse: (given) => given.toLowerCase() === "all" ? "all" : list.parse(given)
};
var members = {
  allowed: "auto, all, or a list of names or directories of packages, each as a glob, such as demo-* or packages/*",
  parse: (given) => {
    const word = choice(["auto", "all"]).parse(given);
    if (word !== void 0) return word;
    const entries = list.parse(given) ?? [];
    return entries.every((entry) => relative.parse(entry) !== void 0) ? entries : void 0;
  }
};
var SETTINGS = {
  path: row(spelling(PATH_SPELLINGS, "A (full), B (quick), C (ultra-fast)"), "A"),
  phase: row(selector, "all"),
  members: row(members, "auto"),
  "packages-dir": row(relative, "dist"),
  handover: row(choice(["auto", "artifact", "files"]), "auto"),
  artifact: row(artifacts, []),
  "dry-run": row(flag, false),
  version: optional(version),
  bump: optional(choice(BUMPS)),
  "tag-format": row(tagFormat, "auto"),
  changelog: row(relative, "auto"),
  commit: row(choice(["auto", "push", "pull-request", "none"]), "auto"),
  "python-version": optional(text),
  "uv-version": row(semverRange, ">=0.9"),
  extras: row(extras, "all"),
  cache: row(flagOrAuto, "auto"),
  env: row(variableNames, []),
  "verify-command": row(text, "auto"),
  "test-command": row(commandOrFalse, "auto"),
  "test-timeout": row(wholeNumber(1, 360), 60),
  "build-command": optional(text),
  "config-settings": row(configSettings, []),
  fix: row(flag, false),
  "smoke-test": row(lines, []),
  "framework-test": row(frameworkTests, []),
  "pypi-url": optional(address),
  "testpypi-url": optional(address),
  "pypi-user": optional(userName),
  "testpypi-user": optional(userName),
  testpypi: row(choice(["required", "best-effort"]), "required"),
  "upload-concurrency": row(wholeNumber(1, 16), 4),
  // Left out: required where trusted publishing is planned.
  attestations: optional(choice(["required", "best-effort", "off"])),
  "fulcio-url": optional(address),
  "rekor-url": optional(address),
  uploader: row(choice(["uv", "twine"]), "uv"),
  preflight: row(choice(["static", "mint"]), "static"),
  release: row(choice(["publish", "draft", "none"]), "publish"),
  prerelease: row(flagOrAuto, "auto"),
  latest: row(flagOrAuto, "auto"),
  notes: row(relative, "changelog"),
  assets: row(list, []),
  "discussion-category": optional(text),
  badges: row(choice(["check", "update"]), "check"),
  allow: row(listOf(CHECKLIST_IDS), [])
};
var SECRET_NAMES = ["pypi-token", "testpypi-token", "github-token", "announce-webhook"];
var INPUT_NAMES = [
  "working-directory",
  ...Object.keys(SETTINGS),
  ...SECRET_NAMES
];
var NO_TOKEN = "trusted-publishing";
function parsedInputs(raw, settings) {
  const faults = [...unknownSettings(settings)];
  const values = Object.entries(SETTINGS).map(([name, { parser, fallback }]) => {
    const given = raw[name]?.trim() || void 0;
    const source = given === void 0 ? "pyproject.toml" : "workflow";
    const value = given ?? settingText(settings[name]);
    if (value === void 0) return [name, fallback];
    const parsed = parser.parse(value);
    if (parsed === void 0) faults.push(refusal(name, value, { parser, source }));
    return [name, parsed ?? fallback];
  });
  const tokens = { pypi: token(raw, "pypi-token", faults), testpypi: token(raw, "testpypi-token", faults) };
  const inputs = {
    ...Object.fromEntries(values),
    "working-directory": workingDirectory(raw, settings, faults),
    tokens,
    githubToken: raw["github-token"]?.trim() || void 0,
    announceWebhook: secretAddress(raw, "announce-webhook", faults)
  };
  return { inputs, faults };
}
function workingDirectory(raw, settings, faults = []) {
  const asked = raw["working-directory"]?.trim() || void 0;
  const given = asked ?? (settingText(settings["working-directory"]) || ".");
  const parsed = relative.parse(given);
  const source = asked === void 0 ? "pyproject.toml" : "workflow";
  if (parsed === void 0)
    faults.push(refusal("working-directory", given, { parser: relative, source }));
  return parsed ?? ".";
}
function refusal(input, value, { parser, source }) {
  if (parser !== address)
    return fault("input-invalid", { input, value, allowed: parser.allowed, source });
  const shown = withoutUser(value);
  if (shown === value && /^http:/i.test(value)) return fault("address-insecure", { input, value });
  return fault("input-invalid", { input, value: shown, allowed: parser.allowed, source });
}
function token(raw, input, faults) {
  const given = raw[input];
  if (given === void 0 || given.trim() === NO_TOKEN) return void 0;
  if (given.trim() === "") faults.push(fault("token-empty", { input }));
  return given.trim();
}
function secretAddress(raw, input, faults) {
  const given = raw[input]?.trim() || void 0;
  if (given === void 0 || address.parse(given) !== void 0) return given;
  faults.push(
    fault("input-invalid", { input, value: "(hidden)", allowed: address.allowed, source: "workflow" })
  );
  return void 0;
}
function unknownSettings(settings) {
  const allowed = ["working-directory", ...Object.keys(SETTINGS)];
  return Object.keys(settings).filter((key) => !allowed.includes(key)).map(
    (key) => fault("setting-unknown", { key, allowed, secret: SECRET_NAMES.includes(key) })
  );
}
function settingText(value) {
  if (value === void 0) return void 0;
  return Array.isArray(value) ? value.map(String).join("\n") : String(value);
}

// src/action/environment.ts
import path from "node:path";
function environmentOf(variables, directory) {
  const say = (name) => variables[name] ?? "";
  const workspace = say("GITHUB_WORKSPACE") || directory;
  return {
    inputs: Object.fromEntries(INPUT_NAMES.map((name) => [name, variables[inputVariable(name)]])),
    event: {
      name: say("GITHUB_EVENT_NAME"),
      ref: say("GITHUB_REF"),
      refName: say("GITHUB_REF_NAME"),
      refType: say("GITHUB_REF_TYPE"),
      payloadFile: variables.GITHUB_EVENT_PATH
    },
    repository: say("GITHUB_REPOSITORY"),
    workflowRef: say("GITHUB_WORKFLOW_REF"),
    commit: say("GITHUB_SHA"),
    server: say("GITHUB_SERVER_URL") || "https://github.com",
    api: say("GITHUB_API_URL") || "https://api.github.com",
    workspace: path.resolve(workspace),
    temp: path.resolve(say("RUNNER_TEMP") || path.join(workspace, "..", ".pypi-release-temp")),
    toolCache: path.resolve(
      say("RUNNER_TOOL_CACHE") || say("RUNNER_TEMP") || path.join(workspace, "..", ".pypi-release-tools")
    ),
    identity: say("ACTIONS_ID_TOKEN_REQUEST_URL") !== "" && say("ACTIONS_ID_TOKEN_REQUEST_TOKEN") !== "",
    artifacts: say("ACTIONS_RESULTS_URL") !== "" && say("ACTIONS_RUNTIME_TOKEN") !== "" && HOSTED.test(hostOf(say("GITHUB_SERVER_URL") || "https://github.com")),
    commandFiles: { output: say("GITHUB_OUTPUT") !== "", summary: say("GITHUB_STEP_SUMMARY") !== "" },
    debug: say("RUNNER_DEBUG") === "1",
    variables
  };
}
var HOSTED = /^github\.com$|\.(?:ghe\.com|localhost)$/i;
function hostOf(address2) {
  return URL.canParse(address2) ? new URL(address2).hostname : "";
}
function inputVariable(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
var ALLOWED = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|CI)$/,
  /^(XDG_\w+_(HOME|DIR)|XDG_RUNTIME_DIR|PYENV_ROOT|UV_CACHE_DIR|UV_PYTHON_INSTALL_DIR|PIP_CACHE_DIR|CARGO_HOME|RUSTUP_HOME|JAVA_HOME)$/,
  /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(\(X86\))?|COMMONPROGRAMFILES|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|OS)$/i,
  /^(RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)|GITHUB_ACTIONS)$/,
  /^(HTTPS?|ALL|NO)_PROXY$/i,
  /^(SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_CERT|NODE_EXTRA_CA_CERTS|GIT_SSL_CAINFO)$/
];
function childEnvironment(variables, named) {
  const seen = Object.entries(variables).filter(
    ([name, value]) => value !== void 0 && (named.includes(name) || ALLOWED.some((allowed) => allowed.test(name)))
  );
  return Object.fromEntries(seen);
}

export {
  handoverPlan,
  handsOn,
  isArtifactName,
  fitsArtifact,
  PATHS,
  selectedPhases,
  choice,
  relative,
  lines,
  SECRET_NAMES,
  INPUT_NAMES,
  NO_TOKEN,
  parsedInputs,
  workingDirectory,
  environmentOf,
  inputVariable,
  childEnvironment
};
