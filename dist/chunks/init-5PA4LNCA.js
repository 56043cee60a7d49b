import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  unsettledProject
} from "./chunk-FOSEIW6Z.js";
import {
  UsageError
} from "./chunk-JR27AX2B.js";
import {
  gitIn,
  localPlace,
  openedWithSettings
} from "./chunk-2LJBBVMU.js";
import {
  actionDirectory
} from "./chunk-UUKMP5QY.js";
import {
  HOME,
  PATHS,
  changelogFile,
  chosenMembers,
  foreignForge,
  leadOf,
  list,
  parsedToml,
  pythonCode,
  requiredName,
  tagFor,
  valueAt
} from "./chunk-UWZJFJ6R.js";
import "./chunk-OBTIDVET.js";
import "./chunk-TD4IKDX2.js";
import "./chunk-MBWH6A5W.js";
import {
  INDEX_LABELS,
  Stopped,
  indexOfDomain,
  normalizedName,
  publisherPages,
  stop,
  triesInPublic
} from "./chunk-U3DV3KVM.js";
import "./chunk-VKGSPYOT.js";
import {
  satisfies
} from "./chunk-VN2YZVVU.js";
import {
  require_dist
} from "./chunk-HZDA7MMY.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/cli/init.ts
import { mkdtemp, realpath as realpath2, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path2 from "node:path";

// src/cli/init/tag-pattern.ts
function tagPattern(format) {
  return format.replace(/\+|^!/g, "\\$&").replace("{version}", "[0-9]*");
}
function letsThrough(filters, tag) {
  const last = filters.findLast((filter) => expression(filter.replace(/^!/, "")).test(tag));
  return last !== void 0 && !last.startsWith("!");
}
var NOTHING = /(?!)/;
var WILD = { "**": ".*", "*": "[^/]*", "?": "?", "+": "+" };
function expression(filter) {
  const source = filter.replace(/\\(.)|\*\*|\[[\w-]+\]|./g, (part, escaped) => {
    if (escaped === void 0 && part.length > 1 && part.startsWith("[")) return part;
    return WILD[part] ?? (escaped ?? part).replace(/[^\w]/, "\\$&");
  });
  try {
    return new RegExp(`^(?:${source})$`);
  } catch {
    return NOTHING;
  }
}

// src/cli/init/token-secrets.ts
var TOKEN_SECRETS = {
  testpypi: "TESTPYPI_TOKEN",
  pypi: "PYPI_TOKEN"
};

// src/cli/init/workflow-traits.ts
function isRaisedByHand({
  versionFromTags,
  compiled
}) {
  return versionFromTags && compiled === void 0;
}
function releasesTagsAlone(traits) {
  return traits.versionFromTags && !isRaisedByHand(traits);
}
function indexesOn(paths) {
  const phases = paths.flatMap((each) => PATHS[each]);
  return ["pypi", "testpypi"].filter((index) => phases.includes(index));
}
function trustingIndexes({ paths, tokens: tokens2 }) {
  return indexesOn(paths).filter((index) => !tokens2.includes(index));
}

// src/cli/init/advice.ts
function advice(advised) {
  return [
    found(advised),
    warnings(advised),
    publishers(advised),
    tokens(advised),
    environment(advised),
    ending(advised)
  ].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}
function found({ project, traits }) {
  const { names, changelog, tagReason, compiledBecause } = project;
  const { tagFormat, versionFromTags, python, hasSubmodules } = traits;
  return rows({
    packages: names.join(", "),
    tags: `${tagPattern(tagFormat)} (${tagReason})`,
    version: versionFromTags ? "computed from the tags" : "",
    changelog: changelog ?? "none: the forge writes the notes from the commits",
    wheels: compiledBecause === void 0 ? "" : `one for each platform (${compiledBecause})`,
    python: python === void 0 ? "" : `${python} (the project does not take the runner's own)`,
    submodules: hasSubmodules ? "checked out, too" : ""
  });
}
function warnings({
  project,
  traits,
  file,
  isKnown,
  forge: { host },
  indexes,
  commands,
  others: others2
}) {
  const { forge, compiled, action, paths } = traits;
  const told = [
    ...others2.map((other) => clash(other, { project, traits, file })),
    !isKnown && 'The remote "origin" leads to no forge: put yours in place of OWNER and REPOSITORY.',
    !forge.isHome && `${host} is taken for a GitHub Enterprise Server.`,
    action.includes("unpinned-uses") && "The workflow names this action by a tag that moves: put the SHA of a commit that you have read in its place.",
    !forge.isHome && "The job runs on ubuntu-latest: put a label of your own runners in its place, where none is called so.",
    !paths.includes("A") && `Path A is left out: it would first put the files on ${indexes.testpypi.upload}, where all can read them, and pypi-url is an index of your own (${indexes.pypi.upload}). To have it, say in [tool.pypi-release] which test index is meant: testpypi-url.`,
    compiled !== void 0 && !forge.isHome && "Only the source distribution is published: jobs of this forge cannot hand on the wheels of a matrix.",
    ...compiled === void 0 ? [] : buildWarnings(commands),
    project.compiledBecause !== void 0 && compiled === void 0 && 'The wheels of several packages are not built for each platform here: add the matrix that they need ("Wheels from a matrix" in the README of the action).'
  ];
  return told.filter((each) => each !== false);
}
function clash({ file: other, by, own }, { project, traits, file }) {
  if (own !== void 0 && !letsThrough(own.tags, tagFor("1.2.3", traits.tagFormat))) return false;
  if (own === void 0 || own.directories.includes(traits.directory))
    return `${other} publishes already, by ${by}: keep one of the two for the same tags.`;
  return `${other} releases another project for the same tags. Give this one tags of its own: tag-format = "${normalizedName(project.names[0])}-v{version}" in [tool.pypi-release]. Then remove ${file} and run this again.`;
}
function buildWarnings({ build, configSettings }) {
  if (build !== void 0)
    return [
      `The wheels come from the matrix: see that build-command (${build}) makes the source distribution alone, in packages-dir.`
    ];
  if (configSettings.length === 0) return [];
  return [
    "The workflow hands config-settings to the build of the source distribution, by its build-command: take them out of [tool.pypi-release], as both are one too many, and give them to cibuildwheel, too."
  ];
}
function publishers({ project, traits, file, forge, indexes }) {
  const named = trustingIndexes(traits);
  if (named.length === 0) return [];
  const several = project.names.length > 1;
  return [
    `Enter this trusted publisher on ${named.map((index) => INDEX_LABELS[index]).join(" and on ")}${several ? ", for each package" : ""}:`,
    "",
    ...rows({
      Owner: forge.owner,
      "Repository name": forge.name,
      "Workflow name": file,
      "Environment name": "pypi"
    }),
    ...named.flatMap((index) => ["", ...pages(INDEX_LABELS[index], project.names, indexes[index])]),
    "",
    "A pending publisher does not reserve the name, and lapses after 30 days.",
    ...several ? ["Only one at a time can be pending: enter that of the next package when the release asks for it."] : []
  ];
}
function pages(label, names, addresses) {
  const ofProject = (name) => publisherPages(addresses, normalizedName(name));
  const [first] = names;
  return [
    `  ${label}: in the settings of the project; where there is none yet, as a pending publisher.`,
    ...rows({
      ...Object.fromEntries(names.map((name) => [name, ofProject(name).existing])),
      "none yet": `${ofProject(first).pending} (PyPI Project Name: ${first})`
    }).map((row) => `  ${row}`)
  ];
}
function tokens({ traits }) {
  if (traits.tokens.length === 0) return [];
  return [
    "Put a token into a secret of the environment (below), since this index takes no identity of these jobs:",
    "",
    ...rows(Object.fromEntries(traits.tokens.map((index) => [TOKEN_SECRETS[index], INDEX_LABELS[index]])))
  ];
}
function environment({ traits, forge, branch }) {
  return [
    "Make the environment in the settings of the repository; the first run would make one without any protection:",
    "",
    ...rows({
      Where: `https://${forge.host}/${forge.owner}/${forge.name}/settings/environments/new`,
      Name: "pypi",
      "Deployment tags": tagPattern(traits.tagFormat),
      "Deployment branches": releasesTagsAlone(traits) ? "" : `${branch} (for "Run workflow")`,
      "Required reviewers": "whoever may publish; without one, whoever may push a tag can"
    })
  ];
}
function ending({ rehearsal }) {
  return [
    "Then commit and push the workflow. To try the release first, on this machine alone:",
    "",
    `  ${rehearsal}`,
    "",
    'To try it on every pull request, see "Rehearse every pull request" in the README of the action.'
  ];
}
function rows(values) {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  const width = Math.max(...given.map(([name]) => name.length));
  return given.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

// src/cli/init/forge-address.ts
var SCP = /^(?:[^@/\s]+@)?(?<host>[^:/\s]{2,}):(?!\/)(?<file>\S+)$/;
var PROTOCOLS = ["https:", "http:", "ssh:", "git:", "git+ssh:", "ssh+git:"];
function forgeAddress(remote) {
  const place = urlPlace(remote) ?? SCP.exec(remote)?.groups;
  const [, owner, name] = /^\/*(?<owner>[\w.-]+)\/(?<name>[\w.-]+?)(?:\.git)?\/*$/.exec(place?.file ?? "") ?? [];
  if (place?.host === void 0 || owner === void 0 || name === void 0) return void 0;
  return { host: hostOf(place.host), owner, name };
}
function urlPlace(remote) {
  if (!URL.canParse(remote)) return void 0;
  const { protocol, host, hostname, pathname } = new URL(remote);
  if (!PROTOCOLS.includes(protocol) || hostname === "") return void 0;
  return { host: protocol.startsWith("http") ? host : hostname, file: pathname };
}
function hostOf(host) {
  const lower = host.toLowerCase();
  const isAlias = !/[.:]/.test(lower) || lower.startsWith(`${HOME}-`);
  return isAlias || lower === `www.${HOME}` || lower === `ssh.${HOME}` ? HOME : lower;
}

// src/cli/init/git-place.ts
async function gitPlace(directory) {
  const place = await localPlace(directory);
  if (place === void 0) return void 0;
  const { line } = gitIn(directory);
  const remote = await line("remote", "get-url", "origin");
  const onForge = await line("symbolic-ref", "--short", "refs/remotes/origin/HEAD");
  return {
    top: place.top,
    forge: forgeAddress(remote ?? ""),
    branch: onForge?.replace(/^origin\//, "") ?? place.branch ?? "main"
  };
}

// src/cli/init/init-project.ts
import path from "node:path";

// src/packaging/compiled-parts.ts
var builtBy = (name) => ({ backEnd }) => (
  // A back end that lies in the tree builds itself, and is plain Python.
  backEnd.name === name && !backEnd.isInTree
);
var isSet = (...keys) => ({ document }) => valueAt(document, keys) !== void 0;
var COMPILERS = ["cffi", "cython", "hatch-cython", "hatch-mypyc", "mypy", "nanobind", "numpy", "pybind11"];
var SIGNS = [
  { fits: builtBy("maturin"), because: "maturin builds it", isRust: true },
  {
    fits: ({ requires }) => requires.includes("setuptools-rust"),
    because: "its build requires setuptools-rust",
    isRust: true
  },
  {
    fits: (read) => builtBy("scikit-build-core")(read) && valueAt(read.document, ["tool", "scikit-build", "wheel", "platlib"]) !== false,
    because: "scikit-build-core builds it"
  },
  { fits: builtBy("meson-python"), because: "meson-python builds it" },
  {
    fits: ({ code }) => /\b(?:ext_modules|cffi_modules|rust_extensions)\s*=|\bcythonize\s*\(/.test(code),
    because: "setup.py has extension modules"
  },
  { fits: isSet("tool", "setuptools", "ext-modules"), because: "[tool.setuptools] has ext-modules" },
  { fits: isSet("tool", "hatch", "build", "hooks", "mypyc"), because: "hatch-mypyc compiles it" },
  { fits: isSet("tool", "hatch", "build", "hooks", "cython"), because: "hatch-cython compiles it" },
  { fits: isSet("tool", "poetry", "build"), because: "[tool.poetry] has a build script" },
  {
    fits: ({ document }) => valueAt(document, ["tool", "pdm", "build", "is-purelib"]) === false,
    because: "[tool.pdm.build] says that it is not pure"
  },
  {
    fits: ({ document }) => valueAt(document, ["tool", "pdm", "build", "run-setuptools"]) === true,
    because: "[tool.pdm.build] runs setuptools"
  },
  {
    fits: ({ requires }) => requires.some((name) => COMPILERS.includes(name)),
    because: "its build requires a compiler of extension modules"
  },
  { fits: isSet("tool", "cibuildwheel"), because: "there are settings for cibuildwheel" }
];
function compiledParts({
  document,
  backEnd,
  setupPy
}) {
  const requires = list(valueAt(document, ["build-system", "requires"])).flatMap(
    (requirement) => requiredName(String(requirement)) ?? []
  );
  const read = { document, backEnd, requires, code: pythonCode(setupPy ?? "") };
  const sign = SIGNS.find(({ fits }) => fits(read));
  return sign === void 0 ? void 0 : { because: sign.because, isRust: sign.isRust ?? false };
}

// src/packaging/python-range.ts
var OFFERED = ["3.12", "3.13", "3.14", "3.15", "3.11", "3.10", "3.9"];
function pythonOtherThanTheRunners(range) {
  if (range === void 0) return void 0;
  const fitting = OFFERED.find((minor) => satisfies(`${minor}.99`, range));
  return fitting === OFFERED[0] ? void 0 : fitting;
}

// src/cli/init/init-project.ts
async function initProject({ plan: opened, inputs, world }, { host, owner, name: repository }) {
  const { files } = world;
  const plan = { ...opened, forge: { ...opened.forge, repository: `${owner}/${repository}` } };
  const members = (await chosenMembers(plan, files))?.members;
  const lead = members && leadOf(members, plan);
  const own = lead === void 0 ? plan : { ...plan, directory: path.join(plan.directory, lead.directory) };
  const { source, name, tagging, isFromTags } = await unsettledProject(own, world);
  const changelog = (lead && await changelogIn(plan, files, name)) ?? await changelogIn(own, files, name);
  const documents = await documentsOf(own, files);
  const compiled = compiledParts({ ...documents, backEnd: source.backEnd });
  const isHome = foreignForge(`https://${host}`) === void 0;
  const paths = pathsFor(inputs);
  return {
    names: [name, ...others(members, lead)],
    changelog,
    tagReason: tagging.reason,
    compiledBecause: compiled?.because,
    traits: {
      forge: { isHome },
      tagFormat: tagging.format,
      path: paths.includes(plan.path) ? plan.path : "B",
      paths,
      versionFromTags: isFromTags,
      // One matrix builds one package.
      compiled: members === void 0 ? compiled : void 0,
      sdistCommand: sdistCommand(own),
      carriesFiles: inputs.handover === "files",
      hasWheelSettings: valueAt(documents.document, ["tool", "cibuildwheel"]) !== void 0,
      hasSubmodules: await files.text(path.join(plan.workspace, ".gitmodules")) !== void 0,
      python: plan.toolchain.python === void 0 ? await otherPython(source, own, files) : void 0,
      tokens: indexesOn(paths).filter((index) => wantsToken(plan.indexes[index], isHome)),
      opensDiscussion: plan.forge.discussionCategory !== void 0
    }
  };
}
function others(members = [], lead) {
  return members.filter((each) => each !== lead).map(({ spelling }) => spelling);
}
async function changelogIn(plan, files, name) {
  const found2 = await changelogFile(plan, files, { name, version: void 0 });
  if (typeof found2 === "object") throw new Stopped([found2]);
  return found2;
}
async function documentsOf({ directory }, files) {
  const text = (file) => files.text(path.join(directory, file));
  return { document: parsedToml(await text("pyproject.toml") ?? ""), setupPy: await text("setup.py") };
}
async function otherPython({ requiresPython }, { directory, workspace }, files) {
  const pins = [directory, workspace].map((level) => files.text(path.join(level, ".python-version")));
  const isPinned = (await Promise.all(pins)).some((text) => text !== void 0);
  return isPinned ? void 0 : pythonOtherThanTheRunners(requiresPython);
}
function pathsFor(inputs) {
  return triesInPublic(inputs) ? ["B", "C"] : ["A", "B", "C"];
}
function sdistCommand({ commands, directory, packages }) {
  if (commands.build !== void 0) return void 0;
  const place = path.relative(directory, packages).split(path.sep).join("/");
  return [
    "uv build --sdist",
    ...place === "dist" ? [] : [`--out-dir ${shellWord(place)}`],
    ...commands.configSettings.map((setting) => `--config-setting=${shellWord(setting)}`)
  ].join(" ");
}
function shellWord(text) {
  return /^[\w./=:,+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function wantsToken({ domain }, isHome) {
  return !isHome || indexOfDomain(domain) === void 0;
}

// src/cli/init/own-reference.ts
import { realpath } from "node:fs/promises";
var PUBLISHED = "org/pypi-release";
async function ownReference(directory, version, host) {
  const place = await gitPlace(directory);
  const isOwn = place !== void 0 && place.top === await realpath(directory);
  const isInReach = place?.forge?.host === host || place?.forge?.host === "github.com";
  const pin = isOwn && isInReach ? await pinOf(directory) : void 0;
  if (place?.forge === void 0 || pin === void 0) return unpinnedReference(version);
  return `${place.forge.owner}/${place.forge.name}@${pin.commit} # ${pin.called}`;
}
function unpinnedReference(version) {
  const [major] = version.split(".");
  return `${PUBLISHED}@v${major} # zizmor: ignore[unpinned-uses] put the SHA that you have read in place of v${major}`;
}
async function pinOf(directory) {
  const { line, lines } = gitIn(directory);
  const commit = await line("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  const release2 = (await lines("tag", "--points-at", "HEAD")).find((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  const branches = await lines(
    "branch",
    "--remotes",
    "--contains",
    "HEAD",
    "--format=%(refname:lstrip=3)",
    "origin/*"
  );
  const branch = branches.find((name) => name !== "HEAD");
  const fetched = await lines("config", "--get-all", "remote.origin.fetch");
  const isFetched = release2 !== void 0 && fetched.some((spec) => spec.includes(`refs/tags/${release2}:`));
  const called = branch === void 0 && !isFetched ? void 0 : release2 ?? branch;
  return commit === void 0 || called === void 0 ? void 0 : { commit, called };
}

// src/cli/init/own-workflows.ts
var import_yaml = __toESM(require_dist(), 1);
function ownWorkflow(text) {
  const document = (0, import_yaml.parseDocument)(text);
  if (document.errors.length > 0) return void 0;
  const content = document.toJS();
  const directories = steps(content).filter((step) => /\/pypi-release@/.test(String(valueAt(step, ["uses"])))).map((step) => placeOf(valueAt(step, ["with", "working-directory"])));
  if (directories.length === 0) return void 0;
  return { directories, tags: [valueAt(content, ["on", "push", "tags"]) ?? []].flat().map(String) };
}
function steps(content) {
  return Object.values(valueAt(content, ["jobs"]) ?? {}).flatMap((job2) => list(valueAt(job2, ["steps"])));
}
function placeOf(directory) {
  return String(directory ?? "").replace(/^(?:\.\/)+|\/+$/g, "") || ".";
}

// src/cli/init/publishing-workflows.ts
var MEANS = [
  { by: "pypa/gh-action-pypi-publish", sign: /\bpypa\/gh-action-pypi-publish\b/ },
  {
    by: "python-semantic-release",
    sign: /\bpython-semantic-release\/(?:python-semantic-release|upload-to-gh-release)\b/
  },
  { by: "PyO3/maturin-action", sign: /\bcommand:\s*upload\b/ },
  {
    by: "the publishing command of a tool",
    sign: /\b(?:twine[ \t]+upload|(?:uv|poetry|pdm|hatch|flit|maturin)[ \t]+(?:[-\w=]+[ \t]+)*publish|maturin[ \t]+upload|setup\.py[ \t].*\bupload)\b/
  }
];
function publishingWorkflows(texts) {
  return Object.entries(texts).flatMap(([file, text]) => {
    const own = ownWorkflow(text);
    const by = own === void 0 ? meansOf(text) : "pypi-release";
    return by === void 0 ? [] : [{ file, by, own }];
  });
}
function meansOf(text) {
  const code = text.replace(/^\s*#.*$/gm, "");
  return MEANS.find(({ sign }) => sign.test(code))?.by;
}

// src/cli/init/pinned-actions.ts
var PINNED = {
  "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
  "actions/upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0"
};
function pinnedAction(name) {
  return `${name}@${PINNED[name]}`;
}

// src/cli/init/yaml-lines.ts
function within(spaces, lines) {
  return lines.map((line) => line === "" ? "" : `${" ".repeat(spaces)}${line}`);
}
function scalar(text) {
  const isPlain = /^[A-Za-z][\w./=-]*(?: [\w./=-]+)*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|[yn])$/i.test(text);
  return isPlain ? text : quoted(text);
}
function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

// src/cli/init/workflow-jobs.ts
function workflowJobs(traits) {
  if (!traits.forge.isHome) return [publishing(traits, { ...ALONE, needs: [] })];
  if (traits.compiled === void 0)
    return [prepare(traits), publishing(traits, { ...LAST, needs: ["prepare"] })];
  return [wheels(traits), sdist(traits), publishing(traits, { ...LAST, needs: ["wheels", "sdist"] })];
}
var HISTORY = "the tags and the history are needed to settle the version";
var READ_ONLY = ["permissions:", "  contents: read # to check out"];
function prepare(traits) {
  return [
    "# The project's own code (its build, its tests, its dependencies) runs here, where there is nothing to steal.",
    ...job("prepare", { title: "Prepare", minutes: 60 }),
    ...within(2, READ_ONLY),
    "  steps:",
    ...within(4, [
      ...checkout(traits, HISTORY),
      ...release(traits, [
        "phase: prepare # ends with an artifact of this run: the distributions, and the record of their digests"
      ])
    ])
  ];
}
function buildCommand({ sdistCommand: sdistCommand2 }) {
  return sdistCommand2 === void 0 ? [] : [`build-command: ${scalar(sdistCommand2)}`];
}
function wheels(traits) {
  const { directory, versionFromTags } = traits;
  const place = directory === "." ? "" : `${/^[\w./-]+$/.test(directory) ? directory : `"${directory}"`} `;
  return [
    "# Each machine builds the wheels for its own kind.",
    ...job("wheels", { title: "Wheels (${{ matrix.os }})", minutes: 120, runsOn: "${{ matrix.os }}" }),
    ...within(2, [
      "strategy:",
      "  matrix:",
      "    os: [ubuntu-latest, ubuntu-24.04-arm, macos-latest, macos-15-intel, windows-latest]",
      ...READ_ONLY
    ]),
    "  steps:",
    ...within(4, [
      ...checkout(traits, versionFromTags ? "the version is computed from the tags" : void 0),
      `- uses: ${pinnedAction("actions/setup-python")}`,
      "  with:",
      "    python-version: '3.13' # for cibuildwheel itself",
      "- run: python -m pip install cibuildwheel==4.3.5",
      `- run: ${scalar(`python -m cibuildwheel ${place}--output-dir wheelhouse`)}`,
      ...rust(traits),
      `- uses: ${pinnedAction("actions/upload-artifact")}`,
      "  with:",
      "    name: dist-${{ matrix.os }}",
      "    path: wheelhouse/*.whl",
      "    if-no-files-found: error"
    ])
  ];
}
function rust({ compiled, hasWheelSettings }) {
  if (compiled?.isRust !== true || hasWheelSettings) return [];
  return within(2, [
    "env:",
    "  CIBW_BEFORE_ALL_LINUX: curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal",
    `  CIBW_ENVIRONMENT_LINUX: 'PATH="$HOME/.cargo/bin:$PATH"'`
  ]);
}
function sdist(traits) {
  return [
    "# The tests, the checks and the source distribution.",
    ...job("sdist", { title: "Source distribution", minutes: 60 }),
    ...within(2, READ_ONLY),
    "  steps:",
    ...within(4, [
      ...checkout(traits, HISTORY),
      ...release(traits, [
        "phase: prepare",
        ...buildCommand(traits),
        "artifact: dist-sdist # left for the job below, with the record of the commit"
      ])
    ])
  ];
}
var LAST = { id: "publish", title: "Publish", phase: ["phase: publish"] };
var ALONE = { id: "release", title: "Release", phase: [] };
function publishing(traits, { id, title, phase, needs }) {
  const { compiled, tokens: tokens2, opensDiscussion } = traits;
  const isAlone = needs.length === 0;
  return [
    ...job(id, { title, minutes: 60, needs }),
    ...within(2, [
      "environment:",
      "  name: pypi",
      "  url: ${{ steps.release.outputs.pypi-url }}",
      "permissions:",
      "  contents: write # to make the tag and the release",
      ...opensDiscussion ? ["  discussions: write # to open the discussion of the release"] : [],
      ...trustingIndexes(traits).length === 0 ? [] : ["  id-token: write # to prove to the index, and to sign as, this workflow"],
      "steps:"
    ]),
    ...within(4, [
      ...checkout(traits, isAlone ? HISTORY : ""),
      ...release(
        traits,
        [
          ...phase,
          ...compiled === void 0 ? [] : isAlone ? buildCommand(traits) : ["artifact: dist-*"],
          ...tokens2.map((index) => `${index}-token: \${{ secrets.${TOKEN_SECRETS[index]} }}`)
        ],
        "release"
      )
    ])
  ];
}
function job(id, { title, minutes, needs = [], runsOn = "ubuntu-latest" }) {
  return [
    `${id}:`,
    `  name: ${title}`,
    ...needs.length === 0 ? [] : [`  needs: ${needs.length === 1 ? needs[0] : `[${needs.join(", ")}]`}`],
    `  runs-on: ${runsOn}`,
    `  timeout-minutes: ${minutes}`
  ];
}
function checkout({ hasSubmodules }, why) {
  return [
    `- uses: ${pinnedAction("actions/checkout")}`,
    "  with:",
    "    persist-credentials: false",
    ...why === void 0 ? [] : [`    fetch-depth: 0${why === "" ? "" : ` # ${why}`}`],
    ...hasSubmodules ? ["    submodules: recursive"] : []
  ];
}
function release(traits, own, id) {
  const { action, directory, path: path3, python, carriesFiles, forge } = traits;
  return [
    `- uses: ${action}`,
    ...id === void 0 ? [] : [`  id: ${id}`],
    "  with:",
    ...within(4, [
      `path: \${{ inputs.path || '${path3}' }}`,
      ...isRaisedByHand(traits) ? ["bump: ${{ inputs.bump }} # empty where a tag was pushed"] : [],
      ...directory === "." ? [] : [`working-directory: ${scalar(directory)}`],
      ...python === void 0 ? [] : [`python-version: ${quoted(python)} # the runner's own does not fit requires-python`],
      ...carriesFiles && forge.isHome ? ["handover: artifact # whatever the settings of the project say"] : [],
      ...own
    ])
  ];
}

// src/cli/init/workflow.ts
function workflow(traits) {
  const { suffix } = traits;
  const lines = [
    ...heading(traits),
    `name: ${scalar(`Release ${suffix}`.trim())}`,
    "",
    ...triggers(traits),
    "",
    "permissions: {}",
    "",
    "concurrency:",
    // One group for all would lose releases: of the runs that wait, the forge keeps the newest alone.
    "  group: ${{ github.workflow }}-${{ github.ref }} # one run of a tag, or from a branch, at a time; others do not touch it",
    "  cancel-in-progress: false # a release that has begun is finished",
    "",
    "jobs:",
    ...workflowJobs(traits).flatMap((job2, at) => [...at === 0 ? [] : [""], ...within(2, job2)])
  ];
  return `${lines.join("\n")}
`;
}
function heading(traits) {
  const byHand = isRaisedByHand(traits) ? '"Run workflow" raises the version of the newest tag' : releasesTagsAlone(traits) ? '"Run workflow" releases the tag that is chosen there' : '"Run workflow" releases the version that stands in the source';
  const known = trustingIndexes(traits);
  const labels = known.map((index) => INDEX_LABELS[index]).join(" and on ");
  const publisher = `# Trusted publisher on ${labels}: this repository, the name of this file, environment "pypi".`;
  return [
    `# A tag ${tagFor("1.2.3", traits.tagFormat)} releases version 1.2.3; ${byHand}.`,
    ...known.length === 0 ? [] : [publisher]
  ];
}
var PATH_LABELS = { A: "full", B: "quick", C: "ultra-fast" };
function triggers(traits) {
  return [
    "on:",
    "  push:",
    `    tags: [${quoted(tagPattern(traits.tagFormat))}]`,
    "  workflow_dispatch:",
    "    inputs:",
    ...within(6, [
      "path:",
      `  description: '${traits.paths.map((each) => `${each}: ${PATH_LABELS[each]}`).join(", ")}'`,
      "  type: choice",
      `  options: [${traits.paths.join(", ")}]`,
      `  default: ${traits.path}`,
      ...isRaisedByHand(traits) ? [
        "bump:",
        "  description: 'How to raise the version'",
        "  type: choice",
        "  options: [patch, minor, major, rc, stable]",
        "  default: patch"
      ] : []
    ])
  ];
}

// src/cli/init.ts
var WORKFLOWS = ".github/workflows";
var FILE = "release.yml";
var PLACEHOLDER = { host: "github.com", owner: "OWNER", name: "REPOSITORY" };
async function init(given, print) {
  const found2 = await stat(given).catch(() => void 0);
  if (found2?.isDirectory() !== true)
    throw new UsageError(`--project is ${given}. There is no such directory.`);
  const scratch = await mkdtemp(path2.join(tmpdir(), "pypi-release-init-"));
  try {
    return await initIn(scratch, await realpath2(given), print);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    for (const { title, finding, remedy } of error.faults) print(`${title}: ${finding} ${remedy}`);
    return 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
async function initIn(scratch, directory, print) {
  const place = await gitPlace(directory) ?? stop("repository-missing", { directory });
  const workspace = place.top;
  const opened = await openedWithSettings({ workspace, directory, scratch });
  const forge = place.forge ?? PLACEHOLDER;
  const project = await initProject(opened, forge);
  const { files } = opened.world;
  const below = path2.relative(workspace, directory).split(path2.sep).join("/") || ".";
  const texts = await workflowTexts(workspace, files);
  const file = fileFor(below, project, texts);
  const traits = {
    ...project.traits,
    action: await ownReference(actionDirectory(), "1.0.0", forge.host),
    directory: below,
    suffix: file === FILE ? "" : normalizedName(project.names[0])
  };
  const name = `${WORKFLOWS}/${file}`;
  const written = { name, text: workflow(traits), there: texts[name] };
  const isThere = await write(written, { files, workspace, scratch, print });
  if (!isThere) return 1;
  const others2 = Object.fromEntries(Object.entries(texts).filter(([each]) => each !== name));
  print("");
  print(advice(advisedOf({ place, forge, project, traits, file, others: others2, opened })));
  return 0;
}
async function workflowTexts(workspace, files) {
  const names = await files.list(path2.join(workspace, WORKFLOWS)) ?? [];
  const texts = names.filter((name) => /\.ya?ml$/.test(name)).map(async (name) => {
    const file = `${WORKFLOWS}/${name}`;
    return [file, await files.text(path2.join(workspace, file)) ?? ""];
  });
  return Object.fromEntries(await Promise.all(texts));
}
function fileFor(below, { names }, texts) {
  const usual = texts[`${WORKFLOWS}/${FILE}`];
  if (usual === void 0) return FILE;
  const released = ownWorkflow(usual)?.directories ?? ["."];
  return released.includes(below) ? FILE : `release-${normalizedName(names[0])}.yml`;
}
async function write({ name, text, there }, { files, workspace, scratch, print }) {
  if (there?.replaceAll("\r\n", "\n") === text) {
    print(`${name} is there already, as it would be written.`);
    return true;
  }
  if (there === void 0) {
    await files.write(path2.join(workspace, name), text);
    print(`Written: ${name}`);
    return true;
  }
  const wanted = path2.join(scratch, path2.basename(name));
  await files.write(wanted, text);
  const { run } = gitIn(workspace);
  const { stdout } = await run(["diff", "--no-index", "--no-color", "--no-ext-diff", "--", name, wanted]);
  print(`${name} is there, and is not overwritten. What would be written differs by:
`);
  print(stdout.replace(/^(?:diff|index|---|\+\+\+) .*\n/gm, "").trimEnd());
  print(`
Change the file by hand, or remove it and run this again.`);
  return false;
}
function advisedOf({ place, forge, project, traits, file, others: others2, opened }) {
  const cli = asWord(path2.relative(".", path2.join(actionDirectory(), "dist", "cli.js")));
  const { directory, indexes, commands } = opened.plan;
  const where = asWord(path2.relative(".", directory) || ".");
  return {
    project,
    traits,
    file,
    forge,
    isKnown: place.forge !== void 0,
    branch: place.branch,
    indexes,
    commands,
    others: publishingWorkflows(others2),
    rehearsal: `node ${cli} rehearse --project ${where}`
  };
}
function asWord(name) {
  return /[^\w.,:/\\+-]/.test(name) ? `"${name}"` : name;
}
export {
  init
};
