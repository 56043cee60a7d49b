import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  toolsDirectory
} from "./chunk-UUKMP5QY.js";
import {
  createCheckout,
  createClock,
  createFiles,
  createGit,
  createHttp,
  createProcesses,
  createPython,
  createTags,
  environmentOf,
  packageDirectories,
  parsedInputs,
  planFrom,
  readSource
} from "./chunk-UWZJFJ6R.js";
import {
  Stopped,
  TOOL_INDEX
} from "./chunk-U3DV3KVM.js";

// src/cli/local-git.ts
import { realpath } from "node:fs/promises";

// src/cli/runner-environment.ts
import { writeFile } from "node:fs/promises";
import path from "node:path";
async function runnerEnvironment(run) {
  const { ref, commit, event, repository, workspace, temp } = run;
  const onTag = ref.startsWith("refs/tags/");
  const payloadFile = path.join(temp, "event.json");
  await writeFile(payloadFile, JSON.stringify(payload(run)));
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "release",
    GITHUB_ACTOR: "octocat",
    GITHUB_ACTOR_ID: "583231",
    // Set, and empty, where the event is no pull request.
    GITHUB_BASE_REF: "",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: payloadFile,
    GITHUB_HEAD_REF: "",
    GITHUB_JOB: "release",
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags)\//, ""),
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: onTag ? "tag" : "branch",
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SHA: commit,
    GITHUB_TRIGGERING_ACTOR: "octocat",
    GITHUB_WORKFLOW: "release",
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/release.yml@${ref}`,
    GITHUB_WORKFLOW_SHA: commit,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: { x64: "X64", arm64: "ARM64", ia32: "X86", arm: "ARM" }[process.arch] ?? "X64",
    RUNNER_ENVIRONMENT: "self-hosted",
    RUNNER_NAME: "rehearsal",
    RUNNER_OS: { linux: "Linux", darwin: "macOS", win32: "Windows" }[process.platform] ?? "Linux",
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolsDirectory(),
    RUNNER_WORKSPACE: path.dirname(workspace)
  };
}
function payload({ ref, commit, event, repository, inputs }) {
  const [owner = "", name = ""] = repository.split("/");
  const common = {
    ref,
    repository: { name, full_name: repository, default_branch: "main", owner: { login: owner } },
    sender: { login: "octocat" }
  };
  if (event === "push")
    return { ...common, before: "0".repeat(40), after: commit, created: true, deleted: false, forced: false };
  return { ...common, inputs, workflow: ".github/workflows/release.yml" };
}
var MACHINE = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|PYENV_ROOT|XDG_\w+|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|OS|HTTPS?_PROXY|ALL_PROXY|NO_PROXY|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_CERT|NODE_EXTRA_CA_CERTS)$/i;
function hostEnvironment(variables) {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => value !== void 0 && MACHINE.test(name))
  );
}

// src/cli/local-git.ts
async function localPlace(directory) {
  const { line } = gitIn(directory);
  const top = await line("rev-parse", "--show-toplevel");
  if (top === void 0 || top === "") return void 0;
  const prefix = await line("rev-parse", "--show-prefix") ?? "";
  return {
    top: await realpath(top),
    prefix: prefix.replace(/\/$/, ""),
    branch: await line("symbolic-ref", "--short", "HEAD")
  };
}
function gitIn(directory) {
  return createGit(createProcesses({ environment: hostEnvironment(process.env) }), directory);
}

// src/cli/opened-project.ts
import path2 from "node:path";
async function openedProject(place) {
  const { workspace, directory, scratch, settings = {} } = place;
  const files = createFiles();
  const variables = hostEnvironment(process.env);
  const runner = { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: scratch, RUNNER_TOOL_CACHE: toolsDirectory() };
  const environment = environmentOf({ ...variables, ...runner }, workspace);
  const processes = createProcesses({ environment: variables });
  const checkout = createCheckout(processes, directory);
  const head = await checkout.head();
  const below = path2.relative(workspace, directory).split(path2.sep).join("/");
  const { inputs, faults } = parsedInputs({ "working-directory": below }, settings);
  const { plan } = planFrom(inputs, { ...environment, commit: head?.commit ?? "" });
  const { backEnd } = pythonOf(plan, { processes, files, toolCache: environment.toolCache });
  const tags = createTags(processes, directory);
  return { plan, inputs, faults, checkout, world: { files, tags, backEnd } };
}
async function openedWithSettings(place) {
  const { plan, world } = await openedProject(place);
  const { settings } = await readSource(plan, world.files);
  const opened = await openedProject({ ...place, settings });
  if (opened.faults.length > 0) throw new Stopped(opened.faults);
  return opened;
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
    http: createHttp({ clock: createClock(), userAgent: "pypi-release" }),
    searchPath: PATH,
    platform: { os: process.platform, arch: process.arch }
  });
}

export {
  runnerEnvironment,
  hostEnvironment,
  localPlace,
  gitIn,
  openedProject,
  openedWithSettings
};
