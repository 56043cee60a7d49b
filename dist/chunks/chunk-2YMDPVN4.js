import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  INPUT_NAMES
} from "./chunk-GNJG4C4Y.js";

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
    job: ["GITHUB_JOB", "RUNNER_OS", "RUNNER_ARCH"].map(say).join(" ").trim(),
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
function hostOf(address) {
  return URL.canParse(address) ? new URL(address).hostname : "";
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
  environmentOf,
  inputVariable,
  childEnvironment
};
