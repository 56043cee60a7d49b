import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  vn
} from "./chunk-Q7TYERKF.js";
import {
  BUMPS,
  bumpedVersion,
  fileNameStem,
  hasLocal,
  isProjectName,
  isTagFormat,
  isVersion,
  list,
  normalizedName,
  normalizedVersion,
  parsedPyproject,
  parsedToml,
  requiredParts,
  sameVersion,
  tagFor,
  valueAt,
  versionInTag
} from "./chunk-5QQHPFRR.js";
import {
  exec
} from "./chunk-CP2THCTF.js";
import {
  require_semver
} from "./chunk-OBTIDVET.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/adapters/node/files.ts
import { randomUUID } from "node:crypto";
import { chmod, mkdir, readdir as readdir2, readFile, realpath, rename, rm, stat as stat2, writeFile } from "node:fs/promises";
import path2 from "node:path";

// src/adapters/node/glob.ts
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
async function filesFitting(directory, pattern) {
  const found = /* @__PURE__ */ new Set();
  for (const plain of withoutBraces(pattern)) {
    const segments = plain.split("/").filter((segment) => segment !== "" && segment !== ".");
    for (const file of await expanded(directory, "", segments)) found.add(file);
  }
  return [...found].sort();
}
function withoutBraces(pattern) {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const [before, after] = [pattern.slice(0, braces.index), pattern.slice(braces.index + braces[0].length)];
  return (braces[1] ?? "").split(",").flatMap((choice2) => withoutBraces(`${before}${choice2}${after}`));
}
async function expanded(root, below, segments) {
  const [segment, ...rest] = segments;
  if (segment === void 0) return [];
  if (segment === "**") return expandedAnywhere(root, below, rest);
  const fits = segmentTest(segment);
  const entries = (await entriesOf(root, below)).filter(({ name }) => fits.test(name));
  if (rest.length === 0) return entries.filter(({ kind }) => kind === "file").map(({ file }) => file);
  const deeper = entries.filter(({ kind }) => kind !== "file").map(({ file }) => expanded(root, file, rest));
  return (await Promise.all(deeper)).flat();
}
async function expandedAnywhere(root, below, rest) {
  const directories = (await entriesOf(root, below)).filter(
    ({ name, kind }) => kind === "directory" && !name.startsWith(".")
  );
  const found = await Promise.all([
    expanded(root, below, rest.length === 0 ? ["*"] : rest),
    ...directories.map(({ file }) => expandedAnywhere(root, file, rest))
  ]);
  return found.flat();
}
async function entriesOf(root, below) {
  const directory = path.join(root, below);
  const entries = await readdir(directory, { withFileTypes: true }).catch(noneWhereAbsent);
  return Promise.all(
    entries.map(async (entry) => {
      const linked = entry.isSymbolicLink() && await isDirectory(path.join(directory, entry.name));
      const kind = linked ? "linked directory" : entry.isDirectory() ? "directory" : "file";
      return { name: entry.name, file: path.posix.join(below, entry.name), kind };
    })
  );
}
function noneWhereAbsent(error) {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
  throw error;
}
async function isDirectory(file) {
  const seen = await stat(file).catch(() => void 0);
  return seen?.isDirectory() ?? false;
}
var WILD = { "*": "[^/]*", "?": "[^/]" };
function segmentTest(segment) {
  const source = segment.replace(/\[[^\]]+\]|[\s\S]/g, (part) => {
    if (part.length > 1) return part.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return WILD[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
  });
  const hidden = segment.startsWith(".") ? "" : "(?!\\.)";
  return new RegExp(`^${hidden}${source}$`, "s");
}

// src/adapters/node/files.ts
function createFiles() {
  return {
    text: async (file) => (await content(file))?.toString("utf8"),
    bytes: content,
    list: async (directory) => (await readdir2(directory).catch(noneWhereAbsent2))?.sort(),
    executable: isExecutable,
    glob: filesFitting,
    write: writeWhole,
    remove: (entry) => rm(entry, { recursive: true, force: true, maxRetries: 3 }),
    makeDirectory: async (directory) => void await mkdir(directory, { recursive: true }),
    makeExecutable: (file) => chmod(file, 493)
  };
}
async function content(file) {
  return readFile(file).catch(noneWhereAbsent2);
}
function noneWhereAbsent2(error) {
  if (["ENOENT", "ENOTDIR", "EISDIR"].includes(error.code ?? "")) return void 0;
  throw error;
}
async function isExecutable(file) {
  const seen = await stat2(file).catch(noneWhereAbsent2);
  return seen?.isFile() === true && (path2.sep === "\\" || (seen.mode & 64) !== 0);
}
async function writeWhole(file, bytes) {
  const target = await realpath(file).catch(noneWhereAbsent2) ?? file;
  const former = await stat2(target).catch(noneWhereAbsent2);
  await mkdir(path2.dirname(target), { recursive: true });
  const beside = path2.join(path2.dirname(target), `.${path2.basename(target)}.${randomUUID()}`);
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    if (former !== void 0) await chmod(beside, former.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

// src/phases/setup/project.ts
import path9 from "node:path";

// src/plan/known-indexes.ts
var INDEX_LABELS = { testpypi: "TestPyPI", pypi: "PyPI" };
var PUBLIC = {
  pypi: {
    upload: "https://upload.pypi.org/legacy/",
    simple: "https://pypi.org/simple/",
    web: "https://pypi.org",
    domain: "pypi.org"
  },
  testpypi: {
    upload: "https://test.pypi.org/legacy/",
    simple: "https://test.pypi.org/simple/",
    web: "https://test.pypi.org",
    domain: "test.pypi.org"
  }
};
var TOOL_INDEX = PUBLIC.pypi.simple;
var PUBLISH_PREDICATE = `https://docs.${PUBLIC.pypi.domain}/attestations/publish/v1`;
var SHAPES = [
  // Pulp and ProGet follow it.
  { server: "Warehouse", upload: /\/legacy$/, tail: "/legacy", page: "/project/{name}/{version}/" },
  { server: "pypicloud", upload: /\/simple$/, tail: "/simple" },
  { server: "Azure Artifacts", upload: /\/_packaging\/[^/]+\/pypi\/upload$/, tail: "/upload" },
  { server: "Artifactory", upload: /\/api\/pypi\/[^/]+$/ },
  { server: "GitLab", upload: /\/api\/v4\/projects\/[^/]+\/packages\/pypi$/ },
  { server: "Gitea and Forgejo", upload: /\/api\/packages\/[^/]+\/pypi$/ },
  { server: "Nexus", upload: /\/repository\/[^/]+$/ },
  { server: "CodeArtifact", upload: /\/\/[^/]+\/pypi\/[^/]+$/ },
  { server: "Artifact Registry", upload: /\/\/[^/]+-python\.pkg\.dev\/[^/]+\/[^/]+$/ },
  {
    server: "devpi",
    // Nothing is uploaded to an index called pypi, its mirror of PyPI: that is another server below a prefix.
    upload: /\/\/[^/]+(?:\/devpi)?\/[\w.-]+\/(?!pypi$)[\w.-]+$/,
    simple: "/+simple/",
    page: "/{name}/{version}"
  }
];
var PLAIN = { server: "pypiserver", upload: /(?:)/ };
function indexAddresses(name, upload) {
  if (upload === void 0) return PUBLIC[name];
  const known = Object.values(PUBLIC).find((index) => sameAddress(index.upload, upload));
  if (known !== void 0) return known;
  const { root, shape } = layoutOf(upload);
  const simple = `${root}${shape.simple ?? "/simple/"}`;
  return { upload, simple, web: root, domain: new URL(upload).hostname };
}
function versionPage({ upload, simple, web }, name, version2) {
  const { page } = layoutOf(upload).shape;
  if (page === void 0) return `${simple}${name}/`;
  return `${web}${page.replace("{name}", name).replace("{version}", version2)}`;
}
function layoutOf(upload) {
  const address2 = upload.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const shape = SHAPES.find((each) => each.upload.test(address2)) ?? PLAIN;
  return { root: address2.slice(0, address2.length - (shape.tail ?? "").length), shape };
}
function indexOfDomain(domain) {
  const names = ["testpypi", "pypi"];
  return names.find(
    (name) => domain === PUBLIC[name].domain || domain === new URL(PUBLIC[name].upload).hostname
  );
}
function sameAddress(one, other) {
  return one.replace(/\/+$/, "") === other.replace(/\/+$/, "");
}

// src/release/faults/fault-text.ts
var refused = (text2) => (d) => ({ ...text2(d), finding: refusalFinding(d) });
var refusalFinding = (d) => `${named(d.index)} answered ${d.status} to ${d.filename}: ${sentence(d.reason)}`;
var named = (index) => LABELS[index] ?? index;
var LABELS = INDEX_LABELS;
var quoted = (value) => value === "" ? "empty" : `"${value}"`;
var place = (directory) => directory === "." ? "the working directory (.)" : quoted(directory);
var listed = (values) => values.join(", ");
var sentence = (text2) => {
  const words = text2.trim();
  return words === "" || /[.!?]$/.test(words) ? words : `${words}.`;
};
var afterTries = (attempts) => `after ${attempts} ${attempts === 1 ? "try" : "tries"}`;

// src/release/faults/asked.ts
var asked = {
  "input-invalid": ((d) => ({
    title: `Input ${d.input} is not valid`,
    finding: `${d.input} is ${quoted(d.value)}${d.source === "workflow" ? "" : `, set in ${d.source}`}.`,
    remedy: `Allowed: ${d.allowed}.`
  })),
  "token-empty": ((d) => ({
    title: `${d.input} is empty`,
    finding: `${d.input} was given, but it is empty. A secret that is not set in this repository or environment reads as empty.`,
    remedy: "Set the secret, or remove the input to use trusted publishing."
  })),
  "setting-unknown": ((d) => ({
    title: "Unknown setting in pyproject.toml",
    finding: `[tool.pypi-release] has ${quoted(d.key)}, which is not a setting.`,
    remedy: d.secret ? "A token never stands in a file: give it as an input, from a secret." : `The settings are: ${listed(d.allowed)}.`
  })),
  "address-insecure": ((d) => ({
    title: `${d.input} is not a secure address`,
    finding: `${d.input} is ${quoted(d.value)}: over plain http anyone on the way can read the credential.`,
    remedy: "Use an https address. Plain http is taken for loopback addresses only."
  })),
  "event-unsupported": ((d) => ({
    title: "This event cannot release",
    finding: `The workflow was started by ${quoted(d.event)}${d.detail === "" ? "" : `: ${d.detail}`}.`,
    remedy: "Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch)."
  })),
  "bump-on-tag": ((d) => ({
    title: `${d.input} does not go with a tag push`,
    finding: `${d.input} is ${quoted(d.value)}, but the run was started by tag ${d.tag}: the tag decides the version.`,
    remedy: `Remove ${d.input} from the workflow, or give it only where github.event_name is workflow_dispatch.`
  })),
  "version-and-bump": ((d) => ({
    title: "version and bump exclude one another",
    finding: `version is ${quoted(d.version)} and bump is ${quoted(d.bump)}.`,
    remedy: "Give one of the two."
  }))
};

// src/release/faults/attestations.ts
var attestations = {
  "attestations-need-trusted-publishing": ((d) => ({
    title: `Attestations for ${named(d.index)} need trusted publishing`,
    finding: `attestations is required, and ${d.input} is given: an index takes attestations only with trusted publishing.`,
    remedy: `Remove ${d.input} and register this workflow as trusted publisher; or leave attestations out, and they go to the indexes that take them.`
  })),
  "attestations-refused-reusable-workflow": ((d) => ({
    title: "Attestations from a reusable workflow would be refused",
    finding: `The job stands in ${d.called}, which ${d.caller} calls. The certificate names the caller as the build's configuration, but the publisher that an index knows is the called one.`,
    remedy: "Put the publishing job into the workflow that is started, and register that one as trusted publisher; or set attestations: off."
  })),
  "sigstore-trouble": ((d) => ({
    title: "Sigstore does not answer as it should",
    finding: `${d.operation} failed: ${sentence(d.last)}`,
    remedy: "Safe to run again as is: what already stands is looked at first. To go without attestations while Sigstore is away, set attestations: best-effort.",
    blame: "world"
  })),
  "sigstore-refused": ((d) => ({
    title: "Sigstore refuses to vouch for this job",
    finding: `${d.operation} failed: ${sentence(d.reason)}`,
    remedy: "Sigstore takes the identity of jobs on github.com. Correct fulcio-url and rekor-url where they are your own, or set attestations: off."
  })),
  "provenance-missing": ((d) => ({
    title: `${named(d.index)} does not give out the attestations`,
    finding: `${listed(d.files)} ${d.files.length === 1 ? "was" : "were"} uploaded with an attestation each, but after ${d.seconds} s the integrity API of ${named(d.index)} has none.`,
    remedy: "The files stand, and attestations cannot be added to them. Run again: the run goes on from here, and says which files have none.",
    blame: "world"
  })),
  "provenance-differs": ((d) => ({
    title: `${named(d.index)} gives out other attestations than were sent`,
    finding: `${d.filename}: ${d.problem}.`,
    remedy: `Look at the file on ${named(d.index)}: somebody else may have published it. The release stops before its tag.`
  }))
};

// src/release/faults/checks.ts
var checks = {
  "uv-unavailable": ((d) => ({
    title: "uv cannot be provided",
    finding: `uv ${d.range} is neither on PATH nor to be had from PyPI: ${sentence(d.problem)}`,
    remedy: "Run again if the network failed. Else install uv before this step, or give a uv-version that includes the pinned one.",
    blame: d.problem.startsWith("HTTP") ? "world" : "user"
  })),
  "download-altered": ((d) => ({
    title: "A download is not what it should be",
    finding: `${d.file} has sha256 ${d.got}; ${d.wanted} is pinned.`,
    remedy: "It is not used. Run again; if it stays so, tell the maintainers of pypi-release."
  })),
  "tool-failed": ((d) => ({
    title: `${d.tool} failed`,
    finding: `${d.what} ended with exit code ${d.exitCode}. ${d.tail}`,
    remedy: d.remedy
  })),
  "format-failed": ((d) => ({
    title: "The code is not formatted",
    finding: d.evidence,
    remedy: "Run `ruff format`, or set fix: true to have it done in the release commit."
  })),
  "lint-failed": ((d) => ({
    title: "The code has lint findings",
    finding: d.evidence,
    remedy: "Run `ruff check --fix` and mend the rest; fix: true has the mechanical part done in the release commit."
  })),
  "tests-failed": ((d) => ({
    title: "The tests do not pass",
    finding: d.evidence,
    remedy: "Mend what fails. Where the tests cannot run here, give the project’s own test-command, or test-command: false to go without."
  })),
  "build-empty": ((d) => ({
    title: "The build left no distribution",
    finding: `${d.command} ended well, but ${quoted(d.directory)} holds ${d.found}.`,
    remedy: "The build must put one sdist (.tar.gz) or wheels (.whl) into packages-dir."
  })),
  "distribution-unfit": ((d) => ({
    title: "A distribution would be refused",
    finding: `${d.filename}: ${sentence(d.problem)}`,
    remedy: d.remedy
  })),
  "distribution-altered": ((d) => ({
    title: "The distributions are not those that were built",
    finding: `${d.filename} has sha256 ${d.got}; the release record says ${d.recorded}.`,
    remedy: "Hand the distributions on unchanged (an artifact upload keeps them), or build again."
  })),
  "distributions-of-another-commit": ((d) => ({
    title: "The distributions are of another commit",
    finding: `${quoted(d.directory)} holds what was built of commit ${d.theirs}; this run is of ${d.ours}.`,
    remedy: "Hand on what a job of this very run has built, or build again."
  })),
  "install-failed": ((d) => ({
    title: `${d.what} cannot be installed`,
    finding: d.tail,
    remedy: "Install it in a fresh environment to see the same, and mend its dependencies or its Requires-Python."
  })),
  "smoke-failed": ((d) => ({
    title: `${d.what} does not work`,
    finding: d.tail,
    remedy: "The distribution was installed into a fresh environment, away from the checkout. What it lacks there it lacks for its users."
  })),
  "phase-missing": ((d) => ({
    title: `Phase ${d.phase} needs phase ${d.first} first`,
    finding: `Phase ${d.phase} works on what ${d.first} yields (${d.fact}): that was not made in this job, and is not to be found in what an earlier one left.`,
    remedy: `Run phase ${d.first} before it, in this job or in one that hands its files on.`
  })),
  "checklist-failed": ((d) => ({
    title: `The checklist stops the release at ${d.id}`,
    finding: sentence(d.evidence),
    remedy: `${sentence(d.cure)} To go on all the same, name the row in the allow input: allow: ${d.id}.`
  }))
};

// src/release/faults/credentials.ts
var credentials = {
  "credential-missing": ((d) => ({
    title: `No credential for ${named(d.index)}`,
    finding: d.reason,
    remedy: `Give the job \`permissions: id-token: write\` and register this workflow as a trusted publisher of the project on ${named(d.index)}; or give ${d.index}-token from a secret.`,
    link: "https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect"
  })),
  "token-malformed": ((d) => ({
    title: `${d.input} is not an API token`,
    finding: `${d.input} does not begin with pypi-, as every API token of PyPI and TestPyPI does.`,
    remedy: "Copy the token whole, with its pypi- at the front. User names and passwords have not been taken for years."
  })),
  "token-unknown": refused((d) => ({
    title: `${named(d.index)} does not know the token`,
    remedy: `The token was deleted, is not copied whole, or is one of another index: PyPI and TestPyPI have tokens of their own. Make an API token in the account settings of ${named(d.index)} and put it into the secret behind ${d.index}-token. A minted token ends with its trusted publisher: see that the publisher is still registered.`
  })),
  "token-altered": refused((d) => ({
    title: `The ${named(d.index)} token is not as it was made`,
    remedy: `Copy the token again, whole and without changes, into the secret behind ${d.index}-token, or make a new one.`
  })),
  "token-expired": refused((d) => ({
    title: `The ${named(d.index)} token has expired`,
    remedy: `If it is an API token with an end date, make a new one and put it into the secret behind ${d.index}-token. If trusted publishing minted it, it lived 15 minutes: run again.`
  })),
  "token-scope": refused((d) => ({
    title: `The ${named(d.index)} token is for another project`,
    remedy: `Put a token made for this project into the secret behind ${d.index}-token; for a first release it must be one for the whole account, since a project's token cannot make a project. Or register this workflow as a trusted publisher on ${named(d.index)}.`
  })),
  "publisher-scope": refused((d) => ({
    title: `This trusted publisher belongs to another project on ${named(d.index)}`,
    remedy: `Its token is good for other projects alone, or the publisher was removed since. Add this workflow as a trusted publisher in the publishing settings of this project on ${named(d.index)}, then run again.`
  })),
  "password-refused": refused((d) => ({
    title: `${named(d.index)} takes no user name and password`,
    remedy: `Make an API token in the account settings of ${named(d.index)} and put it into the secret behind ${d.index}-token, or use trusted publishing.`
  })),
  "upload-forbidden": refused((d) => ({
    title: `${named(d.index)} does not accept the credential`,
    remedy: "See that the token is one of this index, has not expired, and may upload to this project; or that the publisher is registered for it."
  })),
  "index-forbidden": ((d) => ({
    title: `${named(d.index)} does not let this run read it`,
    finding: `${sentence(`${d.operation}: ${d.address} answered ${d.status}`)}`,
    remedy: `This index lets nobody read without a credential. It is read with ${d.index}-token, so give a token that may read as well as upload; a token of trusted publishing is good for uploads only.`
  })),
  "email-unverified": refused((d) => ({
    title: `The account on ${named(d.index)} has no verified e-mail address`,
    remedy: `Log in to ${named(d.index)} as the user that the token belongs to, verify the primary e-mail address in the account settings, then run again.`
  })),
  "two-factor-missing": refused((d) => ({
    title: `The account on ${named(d.index)} has no two-factor authentication`,
    remedy: `Log in to ${named(d.index)} as the user that the token belongs to, set up two-factor authentication in the account settings, then run again. The token stays good.`
  })),
  "account-incomplete": refused((d) => ({
    title: `The account on ${named(d.index)} may not upload yet`,
    remedy: `Log in to ${named(d.index)} as the user that the token belongs to, give the account what the answer asks for, then run again.`
  })),
  "project-foreign": refused((d) => ({
    title: `The token's user may not upload to this project on ${named(d.index)}`,
    remedy: `Either the project belongs to others: use a token of an owner or maintainer, or publish under another name. Or it is archived, which ${named(d.index)} answers in the same words: its owner takes it out of the archive in the project's settings.`
  })),
  "project-archived": refused((d) => ({
    title: `The project on ${named(d.index)} takes no uploads`,
    remedy: `It is archived or in quarantine. Archived: take it out of the archive in its settings on ${named(d.index)}, then run again. In quarantine: wait for the administrators of ${named(d.index)}, who wrote to its owners.`
  })),
  "organization-inactive": refused((d) => ({
    title: `The organization on ${named(d.index)} is not active`,
    remedy: `Have an owner of the organization settle its account on ${named(d.index)}, then run again.`
  }))
};

// src/release/faults/forge.ts
var RULESETS = "https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository";
var CLOSED = {
  archived: "Take the repository out of the archive, then run again.",
  disabled: "GitHub has shut it: the owner sees why at the repository’s page, or asks GitHub’s support."
};
var forge = {
  "forge-forbidden": ((d) => ({
    title: "The GitHub token may not do this",
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: `Give the job \`permissions: ${d.permission}\`.`,
    link: "https://docs.github.com/actions/security-for-github-actions/security-guides/automatic-token-authentication"
  })),
  "forge-refused": ((d) => ({
    title: "GitHub refuses",
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: d.remedy
  })),
  "tag-burnt": ((d) => ({
    title: "The tag name can never be released again",
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: "An immutable release once had this tag, and such a name stays used even after deletion. Release a new version."
  })),
  "release-immutable": ((d) => ({
    title: "The release can no longer be changed",
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: "It was published as an immutable release. Release a new version."
  })),
  "rules-forbid": ((d) => ({
    title: "A rule of the repository forbids this",
    finding: `${d.operation}: ${d.status} ${sentence(d.message)}`,
    remedy: "Let GitHub Actions (or the app whose token this is) bypass the ruleset for release tags and branches, or set commit: pull-request."
  })),
  "forge-trouble": ((d) => ({
    title: "GitHub does not answer as it should",
    finding: `${d.operation} failed ${afterTries(d.attempts)}: ${sentence(d.last)}`,
    remedy: "Safe to run again as is: what already stands is looked at first.",
    blame: "world"
  })),
  "forge-token-missing": ((_d) => ({
    title: "There is no token for GitHub",
    finding: "github-token is empty.",
    remedy: "Leave the input out to use the job’s own token."
  })),
  "tag-conflict": ((d) => ({
    title: "The tag stands on another commit",
    finding: `${d.tag} points at ${d.theirs}; this release is of ${d.ours}.`,
    remedy: "A published tag is never moved. Release a new version, or run the release on the commit that the tag names."
  })),
  "release-conflict": ((d) => ({
    title: "The release holds other files",
    finding: `${d.asset} on the release ${d.tag} has sha256 ${d.theirs}; here it has ${d.ours}.`,
    remedy: "Look at the release and take off what is not of this version, or release a new version."
  })),
  "draft-foreign": ((d) => ({
    title: "Somebody else’s draft has this tag",
    finding: `The draft ${d.url} is for ${d.tag}, and this action did not make it.`,
    remedy: "Publish it under another tag or delete it; its text can go into a file that the notes input names."
  })),
  "draft-of-another-commit": ((d) => ({
    title: "The release was begun from another commit",
    finding: `${d.url} holds ${d.tag} of commit ${d.theirs}; this run is of ${d.ours}.`,
    remedy: "Run the release again on the commit that it was begun from. If no index has any of its files yet, deleting the draft begins anew."
  })),
  "drafts-disagree": ((d) => ({
    title: "Two releases of one tag hold different files",
    finding: `${d.one} and ${d.other} are both for ${d.tag}, and their records name other digests.`,
    remedy: "Delete the one whose files no index has."
  })),
  "journal-damaged": ((d) => ({
    title: "The draft has lost a file of its record",
    finding: `${d.filename} on ${d.url}: ${d.problem}.`,
    remedy: "Put the file back if you have it. If no index has any file of this version yet, deleting the draft begins anew."
  })),
  "tag-forbidden": ((d) => ({
    title: "A rule of the repository forbids the tag",
    finding: `The tag ${d.tag} is against ${d.rules.join(" and ")}.`,
    remedy: "Let GitHub Actions (or the app whose token this is) bypass the ruleset, or push the tag by hand and release from that. This run has built nothing yet.",
    link: RULESETS
  })),
  "branch-protected": ((d) => ({
    title: "A rule of the repository forbids the push of the release commit",
    finding: `A push to ${d.branch} is against ${d.rules.join(" and ")}.`,
    remedy: "Set commit: pull-request, or let GitHub Actions (or the app whose token this is) bypass the ruleset. This run has built nothing yet.",
    link: RULESETS
  })),
  "branch-moved": ((d) => ({
    title: "The branch has moved on",
    finding: d.before ? `${d.branch} is ${d.tip === void 0 ? "gone" : `at ${d.tip}`}, but this run is of ${d.base}.` : `${d.branch} is at ${d.tip}, but the release commit is made on ${d.base}.`,
    remedy: d.before ? `Nothing was built or published yet. Start the release anew on ${d.branch} as it is now, or set commit: pull-request.` : "The tag and the distributions stand. Merge the release commit by hand, or use commit: pull-request."
  })),
  "repository-closed": ((d) => ({
    title: "The repository takes no changes",
    finding: `${d.repository} is ${d.state}.`,
    remedy: CLOSED[d.state]
  })),
  "commit-missing": ((d) => ({
    title: "GitHub does not have the commit",
    finding: `${d.repository} has no commit ${d.commit}.`,
    remedy: "Push the commit first: what is released must be what stands on GitHub."
  })),
  "not-a-checkout": ((d) => ({
    title: "This is not a git checkout",
    finding: `${quoted(d.directory)} is not in a git repository.`,
    remedy: "Check the repository out with actions/checkout before this step."
  })),
  "announcement-failed": ((d) => ({
    title: "The announcement was not taken",
    finding: `The webhook answered ${d.answer}.`,
    remedy: "The release stands. Send the announcement by hand; it is in the announcement output.",
    blame: "world"
  }))
};

// src/release/faults/indexes.ts
var indexes = {
  "index-maintenance": refused((d) => ({
    title: `${named(d.index)} takes no uploads at present`,
    remedy: `Wait until ${named(d.index)} takes uploads again, then run again: what stands is kept.`,
    blame: "world"
  })),
  "index-trouble": ((d) => ({
    title: `${named(d.index)} does not answer as it should`,
    finding: `${d.operation} failed ${afterTries(d.attempts)}: ${sentence(d.last)}`,
    remedy: "Safe to run again as is: what already stands is looked at first.",
    blame: "world"
  })),
  "index-address": ((d) => ({
    title: `${d.input} is not an upload address`,
    finding: `${d.address} answered ${d.status} to an upload: it looks like another page of the index.`,
    remedy: "Give the upload address; that of an index laid out as PyPI is ends in /legacy/, slash included."
  })),
  "not-stored": ((d) => {
    const them = d.files.length === 1 ? "it" : "them";
    return {
      title: `${named(d.index)} does not have what it said it took`,
      finding: `The upload of ${listed(d.files)} was answered with success, but after ${d.seconds} s the record of the release on ${named(d.index)} still does not have ${them}.`,
      remedy: "Run again: a file that is there by then is left alone, one that is not is uploaded again.",
      blame: "world"
    };
  }),
  "not-served": ((d) => {
    const [were, them] = d.files.length === 1 ? ["was", "it"] : ["were", "them"];
    return {
      title: `${named(d.index)} does not serve the files yet`,
      finding: `${listed(d.files)} ${were} uploaded, but after ${d.seconds} s ${d.where} still does not list ${them} with our digest.`,
      remedy: "The files are stored; the index is only slow. Run again later: the run goes on from here.",
      blame: "world"
    };
  })
};

// src/release/faults/ours.ts
var ours = {
  bug: ((d) => ({
    title: "This is a bug in pypi-release",
    finding: `In ${d.phase}: ${sentence(d.message)}`,
    remedy: "Please report it with the log. What already stands is kept; running again is safe.",
    link: "https://github.com/org/pypi-release/issues/new",
    blame: "world"
  })),
  cancelled: ((d) => ({
    title: "The run was cancelled",
    finding: `${d.signal} came during ${d.phase}.`,
    remedy: "Run again: the release goes on from what stands.",
    blame: "world"
  }))
};

// src/release/faults/project.ts
var project = {
  "directory-missing": ((d) => ({
    title: "The project directory does not exist",
    finding: `working-directory is ${quoted(d.directory)}, and there is no such directory in the checkout.`,
    remedy: "Check out the repository before this step (actions/checkout), and give the directory relative to its top."
  })),
  "pyproject-missing": ((d) => ({
    title: "There is no pyproject.toml",
    finding: `There is no pyproject.toml in ${place(d.directory)}.`,
    remedy: "Give the directory of the Python project as working-directory, or add a pyproject.toml with a [project] table."
  })),
  "pyproject-invalid": ((d) => ({
    title: "pyproject.toml cannot be read",
    finding: sentence(d.problem),
    remedy: "Mend the file: no TOML reader takes it as it is."
  })),
  "cargo-invalid": ((d) => ({
    title: "Cargo.toml cannot be read",
    finding: sentence(d.problem),
    remedy: "Mend the file: maturin builds by it, and takes the version from it."
  })),
  "project-name-missing": ((d) => ({
    title: "The project has no name",
    finding: `pyproject.toml in ${place(d.directory)} has no [project] name.`,
    remedy: "Add a [project] table with name and version."
  })),
  "version-missing": ((d) => ({
    title: "The version is not known before the build",
    finding: `${d.project} has no static version in pyproject.toml.`,
    remedy: "Release by pushing a tag, or give the version input."
  })),
  "clone-shallow": ((d) => ({
    title: "The clone is too shallow for the version",
    finding: `The version of ${d.project} is computed from git’s tags, and this shallow clone does not have the tag ${d.tag}: the build would get another version.`,
    remedy: "Give actions/checkout `fetch-depth: 0`."
  })),
  "version-invalid": ((d) => ({
    title: "This is not a version",
    finding: `${d.where} is ${quoted(d.value)}, which is not a PEP 440 version.`,
    remedy: "Use a version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1.",
    link: "https://packaging.python.org/specifications/version-specifiers"
  })),
  "version-local": ((d) => ({
    title: "A local version cannot be published",
    finding: `The version is ${d.version}; what follows the + is for local builds only.`,
    remedy: "Release a version without a + part. A version computed from git has one where the commit is not the tag."
  })),
  "version-disagrees": ((d) => ({
    title: "The versions disagree",
    finding: d.places.map(({ where, version: version2 }) => `${where} says ${version2}`).join("; ") + ".",
    remedy: "Make them equal: commit the version that the tag names, or push the tag of the version in the source."
  })),
  "version-unspellable": ((d) => ({
    title: "Cargo has no spelling for this version",
    finding: `The version would be ${d.version}, and ${d.file} takes X.Y.Z alone or with an alpha, beta or rc (SemVer).`,
    remedy: "Choose a version of that form, such as 1.2.3 or 1.2.3rc1."
  })),
  "version-unwritten": ((d) => ({
    title: "The version also stands where this action does not write it",
    finding: `${d.version} would not be written to ${listed(d.files)} (${d.why}).`,
    remedy: "Raise the version with the tool that the project has for it, commit that, and release what the source then says, with neither version nor bump."
  })),
  "bump-impossible": ((d) => ({
    title: `The version cannot be bumped`,
    finding: `bump is ${quoted(d.bump)} and the version is ${d.version}: ${sentence(d.problem)}`,
    remedy: "Choose another bump, or give the version outright."
  })),
  "tag-unfit": ((d) => ({
    title: "The tag names no version",
    finding: `The tag is ${quoted(d.tag)} and tag-format is ${quoted(d.format)}.`,
    remedy: "Let the workflow run only for tags of that form, or set tag-format."
  })),
  "changelog-missing": ((d) => ({
    title: "The changelog file does not exist",
    finding: `changelog is ${quoted(d.file)}, and there is no such file in the working directory.`,
    remedy: "Correct the name, or leave the input out to have the usual names looked for."
  })),
  "towncrier-invalid": ((d) => ({
    title: "The settings of towncrier cannot be read",
    finding: `towncrier.toml: ${sentence(d.problem)}`,
    remedy: "Mend towncrier.toml: no TOML reader takes it as it is."
  })),
  "version-taken": ((d) => ({
    title: "This version is already published",
    finding: `${d.project} ${d.version} is on ${named(d.index)} with ${listed(d.files)}, and no release ${d.tag} of ${d.repository} holds these files.`,
    remedy: "Release a new version (bump, or one in the source). If these files were published from this very commit by other means, push the tag: the build is then compared with them."
  })),
  "version-behind": ((d) => ({
    title: "A higher version is already published",
    finding: `The version is ${d.version}, but ${named(d.index)} already has ${d.latest} of that line.`,
    remedy: "Release a version above it."
  }))
};

// src/release/faults/publishers.ts
var unexchanged = (text2) => (d) => {
  const answer = [d.code, d.description].filter((part) => part !== "").join(": ");
  return {
    ...text2(d),
    finding: `${named(d.index)} answered ${sentence(answer)} This run presents ${d.claims}.`
  };
};
var said = (...sentences) => sentences.filter((one) => one !== "").join(" ");
var publishers = {
  "identity-refused": ((d) => ({
    title: "GitHub gave no identity token",
    finding: `The request for audience ${quoted(d.audience)} answered: ${sentence(d.problem)}`,
    remedy: "Run again. If it stays so, see that the job has `permissions: id-token: write`.",
    blame: "world"
  })),
  "publisher-unknown": unexchanged((d) => ({
    title: `${named(d.index)} does not know this publisher`,
    remedy: said(
      `In the publishing settings of the project on ${named(d.index)}, enter a trusted publisher of exactly these values: ${d.form}.`,
      d.cause,
      `A project that does not exist yet takes a pending publisher, entered in the account's publishing settings: the same values and the project name as in pyproject.toml; it does not reserve the name and lapses after 30 days.`
    )
  })),
  "publisher-claim-differs": unexchanged((d) => ({
    title: `The publisher on ${named(d.index)} was registered for another ${d.claim}`,
    remedy: `Remove the publisher on ${named(d.index)} and enter it anew: ${d.form}. ${named(d.index)} looks up the owner's number when a publisher is entered, so that a renamed or newly made account of the same name is not mistaken for the old one.`
  })),
  "publisher-environment": unexchanged((d) => ({
    title: `The publisher on ${named(d.index)} was registered for another environment`,
    remedy: said(
      d.cause,
      `Make both alike: set \`environment:\` on the job to the one registered on ${named(d.index)}, or register ${d.form}.`
    )
  })),
  "publisher-event": unexchanged((d) => ({
    title: `${named(d.index)} takes no upload from a pull_request_target run`,
    remedy: "Such a run may execute code of a stranger with the rights of the repository. Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch)."
  })),
  "workflow-reusable": unexchanged(
    (d) => ({
      title: `${named(d.index)} takes no upload from a reusable workflow`,
      remedy: `The job stands in ${d.called}, which ${d.caller} calls. Move the step that publishes into a job of the calling workflow itself, and enter that one as trusted publisher on ${named(d.index)}: ${d.form}. A called workflow of the same repository could be registered by its own file, but its attestations would be refused.`
    })
  ),
  "workflow-elsewhere": unexchanged((d) => ({
    title: `The workflow file is not where ${named(d.index)} expects it`,
    remedy: `The job must stand in .github/workflows of the repository that releases, at the commit or tag of the run. Enter it as trusted publisher on ${named(d.index)}: ${d.form}.`
  })),
  "identity-incomplete": unexchanged((d) => ({
    title: "The identity token lacks what a publisher is known by",
    remedy: `Only a job of GitHub Actions has these claims, and a customised token may leave them out: take the customisation back in the repository's OIDC settings. Or give ${d.index}-token from a secret.`
  })),
  "identity-unverified": unexchanged((d) => ({
    title: `${named(d.index)} could not verify the identity token`,
    remedy: `Run again: every run asks for a fresh one. If it stays so, the clock of a self-hosted runner may be off, or ${named(d.index)} does not know the keys of the forge.`,
    blame: "world"
  })),
  "identity-used": unexchanged((d) => ({
    title: `${named(d.index)} says that the identity token was used before`,
    remedy: "Run again: a fresh one is asked for at every try, and none is ever shown twice.",
    blame: "world"
  })),
  "issuer-unknown": unexchanged((d) => ({
    title: `${named(d.index)} does not trust this forge's identities`,
    remedy: `Trusted publishing is for jobs on github.com: a GitHub Enterprise Server or another forge issues identities that ${named(d.index)} does not know. Give ${d.index}-token from a secret.`
  })),
  "pending-publisher-lost": unexchanged((d) => ({
    title: `The project of the pending publisher exists already on ${named(d.index)}`,
    remedy: `A pending publisher does not reserve its name; somebody made the project meanwhile, and ${named(d.index)} has removed the pending publisher. If the project is yours, enter an ordinary publisher in its publishing settings: ${d.form}. Else choose another name.`
  })),
  "pending-publisher-refused": unexchanged((d) => ({
    title: `${named(d.index)} does not make the project of the pending publisher`,
    remedy: `Choose another project name in pyproject.toml, and enter a pending publisher of that name on ${named(d.index)}: ${d.form}.`
  })),
  "exchange-refused": unexchanged((d) => ({
    title: `${named(d.index)} does not take the identity of this job`,
    remedy: `Compare the trusted publisher on ${named(d.index)} with what this run presents: ${d.form}. Or give ${d.index}-token from a secret.`
  })),
  "trusted-publishing-disabled": ((d) => ({
    title: `${named(d.index)} has trusted publishing switched off`,
    finding: `${d.address} answered ${d.status}: ${sentence(d.reason)}`,
    remedy: `Its administrators do so in an emergency. Run again later, or give ${d.index}-token from a secret.`,
    blame: "world"
  })),
  "trusted-publishing-unsupported": ((d) => ({
    title: `${named(d.index)} has no trusted publishing`,
    finding: `${d.address} answered ${d.status}, where an index with trusted publishing gives its audience.`,
    remedy: `Give ${d.index}-token from a secret. If ${d.index}-url is set, see that it is the upload address.`
  }))
};

// src/release/faults/metadata-settings.ts
var SETTINGS = {
  Name: "name in pyproject.toml",
  Version: "the version, which PEP 440 gives the form of",
  Summary: "description in pyproject.toml, which is one line of at most 512 characters",
  "Description-Content-Type": "readme in pyproject.toml: a .md or .rst file, or its content-type, in UTF-8",
  Keywords: "keywords in pyproject.toml",
  "Home-Page": "the addresses under [project.urls] in pyproject.toml",
  "Download-URL": "the addresses under [project.urls] in pyproject.toml",
  "Project-URL": "the addresses under [project.urls] in pyproject.toml: each has a label of at most 32 characters and begins with https:// or http://",
  "Author-Email": "the email of authors and maintainers in pyproject.toml",
  "Maintainer-Email": "the email of authors and maintainers in pyproject.toml",
  License: "license in pyproject.toml: an SPDX expression alone, without the older licence text beside it",
  "License-Expression": "license in pyproject.toml, which is an SPDX expression such as MIT or Apache-2.0",
  "License-File": "license-files in pyproject.toml: patterns below the project, with / between directories and without ..",
  "Requires-Python": "requires-python in pyproject.toml, for instance >=3.10",
  "Requires-Dist": "dependencies and optional-dependencies in pyproject.toml",
  "Provides-Extra": "the names under [project.optional-dependencies] in pyproject.toml",
  Dynamic: "dynamic in pyproject.toml, or update the build back end that wrote it",
  "Import-Name": "import-names in pyproject.toml, which are Python identifiers with dots between them",
  "Import-Namespace": "import-namespaces in pyproject.toml, which are Python identifiers with dots between them"
};
var ANYWHERE = "what the answer names in pyproject.toml, or update the build back end that writes the field";
function settingOf(field) {
  return SETTINGS[field] ?? ANYWHERE;
}

// src/release/faults/uploads.ts
var uploads = {
  "upload-refused": refused((d) => ({
    title: `${named(d.index)} refuses the file`,
    remedy: "Mend what the index says and release again; nothing of this file was stored."
  })),
  "form-refused": refused((d) => ({
    title: `${named(d.index)} cannot read the upload`,
    remedy: "Nothing is wrong with the project: the upload tool and the index do not understand one another, or a proxy between them changes what is sent. Send it with the other tool (uploader: twine or uv), or take a newer pypi-release."
  })),
  "digest-differs": refused((d) => ({
    title: `What reached ${named(d.index)} is not what was sent`,
    remedy: "Run again. If it stays so, look for a proxy on the way that changes what it passes on, or for a step that changes the file during the upload.",
    blame: "world"
  })),
  "project-unregistered": refused((d) => ({
    title: `The project does not exist on ${named(d.index)}, and this publisher may not make it`,
    remedy: `If this is the first release, enter a pending publisher on ${named(d.index)} whose project name is the name in pyproject.toml; if there is one, its name differs. Or make the first release with a token for the whole account.`
  })),
  "project-creation-limited": refused((d) => ({
    title: `${named(d.index)} lets no more projects be made at present`,
    remedy: "Wait an hour, then run again: the limit is by user and address, and trying on does not shorten it. Releases of existing projects do not count. A pending publisher is not limited."
  })),
  "registration-closed": refused((d) => ({
    title: `${named(d.index)} lets nobody make a project at present`,
    remedy: `Its administrators have closed it to new projects for a while. Wait until ${named(d.index)} is open again, then run again; existing projects can be released meanwhile.`,
    blame: "world"
  })),
  "project-name-invalid": refused((d) => ({
    title: `${named(d.index)} does not accept this as a project name`,
    remedy: "Choose a name of ASCII letters, digits, dots, hyphens and underscores that begins and ends with a letter or digit, and set it as name in pyproject.toml.",
    link: "https://packaging.python.org/specifications/name-normalization"
  })),
  "project-name-refused": refused((d) => ({
    title: `${named(d.index)} does not give out this project name`,
    remedy: "Choose another name in pyproject.toml: this one is reserved, or is that of a module of the standard library."
  })),
  "project-similar": refused((d) => ({
    title: `The project name reads too much like one that is on ${named(d.index)}`,
    remedy: "Choose another name in pyproject.toml. Letters that look alike count as the same (l, i and 1; o and 0), and dots, hyphens and underscores do not count."
  })),
  "project-taken": refused((d) => ({
    title: `The project was made on ${named(d.index)} at this very moment`,
    remedy: "Run again: if the project is yours, the release goes on in it. If somebody else took the name, choose another.",
    blame: "world"
  })),
  "file-exists": refused((d) => ({
    title: `${named(d.index)} says that it has this file already`,
    remedy: `${named(d.index)} lists no such file with our digest: the same bytes may stand under another name, or the file is hidden. Look at the project there, or release a new version.`
  })),
  "filename-burnt": refused((d) => ({
    title: `This file name was used once on ${named(d.index)} and deleted`,
    remedy: "A file name is never given out twice, not even after deletion. Release a new version."
  })),
  "release-too-old": ((d) => ({
    title: `The release on ${named(d.index)} is closed for new files`,
    finding: d.foreseen === void 0 ? refusalFinding(d) : `${d.foreseen.version} came to ${named(d.index)} ${d.foreseen.days} days ago, and ${d.filename} of it is not there: ${named(d.index)} would answer ${d.status}: ${sentence(d.reason)}`,
    remedy: "A release takes files for 14 days after it was made. Release a new version with all its files."
  })),
  "second-sdist": refused((d) => ({
    title: `The release on ${named(d.index)} has an sdist already`,
    remedy: "A release takes one sdist. Leave one .tar.gz in packages-dir, the one that is there if it is published; or release a new version."
  })),
  "file-too-large": refused((d) => ({
    title: `The file is over the limit of ${named(d.index)}`,
    remedy: `Take out of the distribution what its users do not need, or ask ${named(d.index)} for a higher limit for this project.`
  })),
  "project-too-large": refused((d) => ({
    title: `The project is over its total size on ${named(d.index)}`,
    remedy: `Delete old pre-releases on ${named(d.index)}, or ask it for a higher limit for this project.`
  })),
  "platform-tag": refused((d) => ({
    title: `${named(d.index)} takes no wheel for this platform`,
    remedy: "Linux: build wheels in a manylinux or musllinux container (cibuildwheel, auditwheel repair). macOS: build with a current cibuildwheel, which writes a minor version of 0. A wheel of pure Python needs no platform tag at all.",
    link: "https://packaging.python.org/specifications/platform-compatibility-tags"
  })),
  "readme-unrenderable": refused((d) => ({
    title: `${named(d.index)} cannot render the README`,
    remedy: "Mend what `twine check --strict` says, or set readme in pyproject.toml to a file of the right type (.md for Markdown, .rst for reStructuredText)."
  })),
  "classifier-refused": refused((d) => ({
    title: `${named(d.index)} does not take a classifier`,
    remedy: "Correct the classifiers in pyproject.toml and build again. One that begins with Private is a guard against publishing by mistake.",
    link: "https://packaging.python.org/specifications/core-metadata"
  })),
  "dependency-direct": refused((d) => ({
    title: `${named(d.index)} takes no dependency by address`,
    remedy: "Name a published version in dependencies or optional-dependencies of pyproject.toml in place of the address, and build again. What only development needs goes into a dependency group, which is not published."
  })),
  "metadata-version-refused": refused((d) => ({
    title: `${named(d.index)} does not take this version of the metadata`,
    remedy: "The build back end wrote a Metadata-Version that the index does not know, or a field that is newer than it. Set a current version of the back end under [build-system] requires in pyproject.toml, and build again.",
    link: "https://packaging.python.org/specifications/core-metadata"
  })),
  "metadata-refused": refused((d) => ({
    title: `${named(d.index)} refuses the metadata${d.field === "" ? "" : ` field ${d.field}`}`,
    remedy: `Correct ${settingOf(d.field)}, and build again.`,
    link: "https://packaging.python.org/specifications/core-metadata"
  })),
  "license-file-missing": refused(() => ({
    title: "A licence file that the metadata names is not in the distribution",
    remedy: "Make license-files in pyproject.toml name files that are there, and build again with a current build back end."
  })),
  "filename-refused": refused((d) => ({
    title: `${named(d.index)} refuses the file name`,
    remedy: "Do not rename what the build made. A current build back end writes names as PEP 625 (sdist) and PEP 427 (wheel) have them, with the project and version of the metadata: update it under [build-system] requires in pyproject.toml, and build again."
  })),
  "filename-foreign": refused(() => ({
    title: "The file is one of another project",
    remedy: "Only files of this project may be in packages-dir: take the other one out, or build anew, which clears the directory."
  })),
  "filename-too-long": refused((d) => ({
    title: `The file name is too long for ${named(d.index)}`,
    remedy: "Shorten the version or the build tag, and build again."
  })),
  "file-kind-refused": refused((d) => ({
    title: `${named(d.index)} does not take this kind of file`,
    remedy: "Only wheels (.whl) and sdists (.tar.gz) are published: take anything else out of packages-dir, or make the build-command write these."
  })),
  "archive-refused": refused((d) => ({
    title: `${named(d.index)} refuses the archive`,
    remedy: "Build the file again with a current build back end, and do not repack or edit it afterwards: an archive that two programs could read differently is not taken."
  })),
  "archive-incomplete": refused((d) => ({
    title: `The archive lacks a file that ${named(d.index)} asks for`,
    remedy: "Build with a current build back end, and do not repack or rename the file afterwards: WHEEL and METADATA stand in the .dist-info directory that the file name gives, PKG-INFO in the top directory of an sdist."
  })),
  "archive-layout": refused(() => ({
    title: "The sdist has no single top directory",
    remedy: "All of an sdist stands in one directory, named as the file without .tar.gz. A build back end does so: make the build-command use one.",
    link: "https://packaging.python.org/specifications/source-distribution-format"
  })),
  "archive-bloated": refused((d) => ({
    title: `The archive unpacks to more than ${named(d.index)} takes`,
    remedy: "An archive may be over 64 MiB unpacked or shrink to less than a fiftieth, but not both. Take out long runs of the same data (blank images, zero-filled tables), or make them when they are needed."
  })),
  "content-forbidden": refused((d) => ({
    title: `${named(d.index)} forbids what is in the distribution`,
    remedy: "Publish the code as it was written: encrypted or obfuscated sources are not taken."
  })),
  "record-missing": refused(() => ({
    title: "The wheel has no readable RECORD",
    remedy: "Every wheel lists its files in RECORD, as UTF-8 text. Build it again with a current build back end; after any change to a wheel pack it with `wheel pack`, which writes RECORD anew.",
    link: "https://packaging.python.org/specifications/binary-distribution-format"
  })),
  "entry-points-invalid": refused(() => ({
    title: "The entry points of the wheel cannot be read",
    remedy: "Correct [project.scripts], [project.gui-scripts] and [project.entry-points] in pyproject.toml: a script name is a plain file name, and its value has the form package.module:function. Then build again.",
    link: "https://packaging.python.org/specifications/entry-points"
  })),
  "attestations-untrusted": refused((d) => ({
    title: `${named(d.index)} takes attestations with trusted publishing alone`,
    remedy: `Remove ${d.index}-token and register this workflow as a trusted publisher on ${named(d.index)}; or set attestations: off.`
  })),
  "attestations-malformed": refused((d) => ({
    title: `${named(d.index)} cannot read the attestations`,
    remedy: "Take attestation files of other tools out of packages-dir, so that those of this action are sent alone; or set attestations: off."
  })),
  "attestations-mismatch": refused(() => ({
    title: "The attestation is one of another file",
    remedy: "The distribution or its attestation was changed or renamed after it was signed. Run again: both are looked at anew. Take attestation files of an earlier build out of packages-dir."
  })),
  "attestations-publisher": refused((d) => ({
    title: `The attestation names another workflow than the publisher on ${named(d.index)}`,
    remedy: "This is so where the job stands in a reusable workflow: the signature names the workflow that was started. Put the publishing job into that one and register it as trusted publisher; or set attestations: off."
  })),
  "attestations-unverified": refused((d) => ({
    title: `${named(d.index)} failed to verify the attestations`,
    remedy: `Run again: ${named(d.index)} asks Sigstore, which may be away. To go on without attestations set attestations: off.`,
    blame: "world"
  })),
  "attestations-refused": refused((d) => ({
    title: `${named(d.index)} refuses the attestations`,
    remedy: "Set attestations: off to publish without them, and tell the maintainers of pypi-release what the index says."
  })),
  "upload-conflict": ((d) => ({
    title: `${named(d.index)} holds other bytes under this name`,
    finding: sentence(`${d.filename}: here sha256 ${d.ours}, on ${named(d.index)} ${d.theirs}`),
    remedy: "An index never takes other bytes under a used file name. Release a new version, or take the bytes that are there."
  }))
};

// src/release/fault-catalogue.ts
var CATALOGUE = {
  ...asked,
  ...project,
  ...checks,
  ...credentials,
  ...publishers,
  ...attestations,
  ...uploads,
  ...indexes,
  ...forge,
  ...ours
};

// src/release/fault.ts
var DOCUMENTATION = "https://github.com/org/pypi-release#faults";
function fault(code, details) {
  const render = CATALOGUE[code];
  const { title, finding, remedy, link, blame } = render(details);
  return { code, title, finding, remedy, link: link ?? DOCUMENTATION, blame: blame ?? "user" };
}
var Stopped = class extends Error {
  faults;
  /** Milliseconds to leave the world alone for before the same is tried again; 0 where nobody asked for it. */
  patience;
  constructor(faults, options) {
    super(faults.map(({ code, finding }) => `${code}: ${finding}`).join("; "), options);
    this.name = "Stopped";
    this.faults = faults;
    this.patience = options?.patience ?? 0;
  }
};
async function faultsOf(look) {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Stopped) return error.faults;
    throw error;
  }
}
function stop(code, details, options) {
  throw new Stopped([fault(code, details)], options);
}

// src/release/record.ts
import path3 from "node:path";

// src/packaging/digest.ts
import { createHash } from "node:crypto";
function sha256Hex(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

// src/packaging/distribution.ts
var WHEEL = /^(?<name>[^-]+)-(?<version>[^-]+)(?:-(?<build>[0-9]\w*))?-(?<python>[\w.]+)-(?<abi>[\w.]+)-(?<platform>[\w.]+)\.whl$/;
function parsedFileName(filename) {
  if (filename.endsWith(".tar.gz")) return parsedSdist(filename.slice(0, -".tar.gz".length));
  const { name, version: version2, ...tags } = WHEEL.exec(filename)?.groups ?? {};
  const identity = identityOf(name, version2);
  if (identity === void 0) return void 0;
  const given = Object.entries(tags).filter(([, tag]) => tag !== void 0);
  return { kind: "wheel", ...identity, ...Object.fromEntries(given) };
}
function isOfVersion(filename, version2) {
  const parsed = parsedFileName(filename);
  return parsed !== void 0 && sameVersion(parsed.version, version2);
}
function parsedSdist(stem) {
  for (let at = stem.lastIndexOf("-"); at > 0; at = stem.lastIndexOf("-", at - 1)) {
    const identity = identityOf(stem.slice(0, at), stem.slice(at + 1));
    if (identity) return { kind: "sdist", ...identity };
  }
  return void 0;
}
function identityOf(name = "", version2 = "") {
  if (!isProjectName(name) || /\s/.test(version2) || !isVersion(version2)) return void 0;
  return { name: normalizedName(name), version: normalizedVersion(version2) };
}
function uploadOrder(files) {
  return files.toSorted(
    (a, b) => rank(a.filename) - rank(b.filename) || Number(a.filename > b.filename) - Number(a.filename < b.filename)
  );
}
function rank(filename) {
  if (filename.endsWith(".whl")) return 0;
  return filename.endsWith(".tar.gz") ? 1 : 2;
}
function distributionOf(filename, bytes) {
  const parsed = parsedFileName(filename);
  if (parsed === void 0)
    throw new RangeError(`"${filename}" is not the name of a wheel or of a .tar.gz sdist`);
  const { kind, name, version: version2 } = parsed;
  return { filename, kind, name, version: version2, size: bytes.byteLength, sha256: sha256Hex(bytes) };
}

// src/release/record.ts
var RECORD_NAME = "release.json";
function recordOf(commit, { name, version: version2, tag }, build) {
  return { schema: 1, commit, project: { name, version: version2 }, tag, ...build };
}
function isOf({ commit, released }, sha) {
  return sha === commit || sha === released;
}
function recordText(record) {
  return `${JSON.stringify(record, void 0, 2)}
`;
}
async function writeRecord(files, packages, record) {
  await files.write(path3.join(packages, RECORD_NAME), recordText(record));
}
async function readRecord(files, packages) {
  const text2 = await files.text(path3.join(packages, RECORD_NAME));
  return text2 === void 0 ? void 0 : parsedRecord(text2);
}
function parsedRecord(text2) {
  const value = parsedJson(text2);
  if (typeof value !== "object" || value === null || !("schema" in value) || value.schema !== 1)
    return void 0;
  const record = value;
  const isWhole = Array.isArray(record.distributions) && Array.isArray(record.changed);
  return isWhole && record.changed.every(isInTheTree) && record.distributions.every(isFileName) ? record : void 0;
}
function isFileName({ filename }) {
  return parsedFileName(filename) !== void 0 && !/[/\\]/.test(filename);
}
function isInTheTree({ file }) {
  return !/^[/\\]|^[A-Za-z]:|(^|[/\\])(\.\.|\.git)([/\\]|$)/.test(file);
}
function parsedJson(text2) {
  try {
    return JSON.parse(text2);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
async function distributionsIn(files, packages) {
  const names = await files.list(packages) ?? [];
  const found = names.filter((name) => parsedFileName(name) !== void 0);
  const hashed = found.map(async (name) => {
    const bytes = await files.bytes(path3.join(packages, name));
    return bytes === void 0 ? [] : [distributionOf(name, bytes)];
  });
  return uploadOrder((await Promise.all(hashed)).flat());
}
async function observedBuild(files, { packages, forge: forge2 }) {
  const distributions = await distributionsIn(files, packages);
  if (distributions.length === 0) return void 0;
  const record = await readRecord(files, packages);
  if (record !== void 0 && !isOf(record, forge2.commit))
    stop("distributions-of-another-commit", {
      directory: packages,
      theirs: record.commit,
      ours: forge2.commit
    });
  for (const { filename, sha256 } of distributions) {
    const recorded = record?.distributions.find((each) => each.filename === filename)?.sha256;
    if (record !== void 0 && recorded !== sha256) {
      stop("distribution-altered", { filename, got: sha256, recorded: recorded ?? "nothing of it" });
    }
  }
  for (const { filename, sha256 } of record?.distributions ?? []) {
    const isThere = distributions.some((each) => each.filename === filename);
    if (!isThere) stop("distribution-altered", { filename, got: "none, for it is gone", recorded: sha256 });
  }
  return { distributions, changed: record?.changed ?? [] };
}

// src/phases/setup/changelog-file.ts
import path5 from "node:path";

// src/packaging/changelog-heading.ts
var UNRELEASED_WORD = /\b(?:unreleased|not yet released|in development|dev)\b/i;
var UNRELEASED_HEADING = /^\W*(?:unreleased(?: changes)?|not yet released|in development|dev|latest changes)\W*(?:$|\s[-–—:(,])/i;
var VERSION_HEADING = /^\W*(?:(?:version|release)\s+)?(?<name>[a-z][\w.-]*\s+)?v?\.?(?<version>[0-9][\w.!+-]*)(?<rest>(?:$|[\s:,(|/–—]).*)/i;
function headingSays(plain) {
  const text2 = plain.replace(/\{[:#][^}]*\}|:\w+:/g, "").replace(/[[\]*`]/g, " ").replace(/\s+/g, " ");
  if (UNRELEASED_HEADING.test(text2)) return { unreleased: true, certain: true };
  const { name, version: version2 = "", rest = "" } = VERSION_HEADING.exec(text2)?.groups ?? {};
  const spelled = version2.replace(/[.-]+$/, "");
  if (!isVersion(spelled)) return void 0;
  const date = dateIn(rest);
  const unreleased = UNRELEASED_WORD.test(rest);
  const dated = date !== void 0 || unreleased;
  if (name !== void 0 && !dated) return void 0;
  const certain = dated || /^\W*(?:yanked)?\W*$/i.test(rest);
  return { version: spelled, ...date && { date }, unreleased, certain };
}
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var MONTH = `(?<month>${MONTHS.join("|")})[a-z]*\\.?`;
var DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
var YEAR = "(?<year>[0-9]{4})";
var DATES = [
  /\b(?<year>[0-9]{4})(?<divider>[-/.])(?<month>[0-9]{1,2})\k<divider>(?<day>[0-9]{1,2})\b/,
  new RegExp(`\\b${DAY}[ -](?:of )?${MONTH},?[ -]${YEAR}\\b`, "i"),
  new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}\\b`, "i")
];
function dateIn(text2) {
  const match = DATES.map((pattern) => pattern.exec(text2)).find((found) => found !== null);
  const { year = "", month = "", day = "" } = match?.groups ?? {};
  const ordinal = /^[0-9]+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  if (match === void 0 || ordinal < 1 || ordinal > 12 || Number(day) < 1 || Number(day) > 31)
    return void 0;
  const iso = [year, String(ordinal).padStart(2, "0"), day.padStart(2, "0")].join("-");
  return { written: match[0], iso };
}
function dateLine(line) {
  const date = dateIn(line);
  const unreleased = date === void 0 && UNRELEASED_WORD.test(line);
  if (date === void 0 && !unreleased) return void 0;
  const others = line.replace(date?.written ?? UNRELEASED_WORD, "").replace(/\b(?:release(?:d)?|date|on)\b/gi, "");
  return /^[\s*_().,:`>-]*$/.test(others) ? { ...date && { date }, unreleased } : void 0;
}

// src/packaging/outline.ts
function markdownOutline(text2) {
  const headings = [];
  const definitions = [];
  const source = sameLength(text2);
  let cursor = 0;
  for (const token2 of vn(source)) {
    const start = source.indexOf(token2.raw, cursor);
    if (start < 0) continue;
    cursor = start + token2.raw.length;
    const span = { start, end: start + token2.raw.trimEnd().length };
    if (isHeading(token2)) headings.push({ ...span, ...headingOf(token2) });
    if (token2.type === "def") definitions.push({ ...span, label: String(token2.tag) });
  }
  return { headings, definitions };
}
function sameLength(text2) {
  return text2.replace(/^\uFEFF/, " ").replaceAll("\r\n", " \n").replaceAll("\r", "\n");
}
function isHeading(token2) {
  return token2.type === "heading";
}
function headingOf({ depth, text: text2, tokens }) {
  return { depth, source: text2, plain: plainText(tokens) };
}
function plainText(tokens) {
  return tokens.map(tokenText).join("");
}
function tokenText(token2) {
  if (token2.type === "html" || token2.type === "image") return "";
  if ("tokens" in token2 && token2.tokens) return plainText(token2.tokens);
  return "text" in token2 ? String(token2.text) : "";
}

// src/packaging/markdown.ts
var markdown = {
  name: "Markdown",
  outline: markdownOutline,
  /** A Setext underline as long as the old text gets as long as the new one. */
  retitled(heading, source, title) {
    const rewritten = heading.replace(source, () => title);
    return rewritten.replace(
      /(?<=\n)(=+|-+)$/,
      (line) => line.length === source.length ? line.charAt(0).repeat(title.length) : line
    );
  },
  releaseTitle(unreleased, { version: version2, date }) {
    const bracketed = /^\[[^\]]+\](?!\()/.test(unreleased);
    return `${bracketed ? `[${version2}]` : version2} - ${date}`;
  },
  labelIn: (title) => /\[([^\]]+)\]/.exec(title)?.[1],
  // Brackets without a definition are shown as they are.
  unlinked: (title) => title,
  definition: (label, address2) => `[${label}]: ${address2}`,
  refersTo: (text2, label) => text2.toLowerCase().includes(`[${label}]`)
};

// src/packaging/rst-plain-text.ts
var INLINE = [
  [/``(.+?)``/g, "$1"],
  [/(?::[\w:.+-]+:)?`([^`]*?)\s*<[^`>]*>`_{0,2}/g, "$1"],
  [/(?::[\w:.+-]+:)?`([^`]*)`_{0,2}/g, "$1"],
  [/(?<!\\)\*\*(.+?)\*\*/g, "$1"],
  [/(?<!\\)\*(.+?)\*/g, "$1"],
  [/\|([^|]+)\|_{0,2}/g, "$1"],
  [/(\w)__?(?!\w)/g, "$1"],
  [/\\\s/g, ""],
  [/\\(.)/g, "$1"]
];
function rstPlainText(source) {
  return INLINE.reduce((text2, [markup, plain]) => text2.replace(markup, plain), source);
}

// src/packaging/rst-outline.ts
var READERS = [
  indented,
  listItem,
  doctest,
  explicitMarkup,
  overlinedTitle,
  underlinedTitle,
  strongLine
];
function rstOutline(text2) {
  const headings = [];
  const strong = [];
  const definitions = [];
  const styles = [];
  const lines2 = linesOf(text2);
  for (let at = 0; at < lines2.length; ) {
    const { title, definition, next } = blockAt(lines2, at);
    if (title !== void 0) {
      const { style, ...heading } = title;
      if (style !== STRONG && !styles.includes(style)) styles.push(style);
      const plain = rstPlainText(heading.source);
      const depth = style === STRONG ? DEEPEST : styles.indexOf(style) + 1;
      (style === STRONG ? strong : headings).push({ ...heading, depth, plain });
    }
    if (definition !== void 0) definitions.push(definition);
    at = next;
  }
  const releases = strong.filter(({ plain }) => headingSays(plain) !== void 0);
  return { headings: headings.length > 1 ? headings : [...headings, ...releases], definitions };
}
var STRONG = "strong";
var DEEPEST = Number.MAX_SAFE_INTEGER;
function linesOf(text2) {
  return [...text2.matchAll(/(?<line>[^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ index, groups }) => {
    const whole = groups?.line ?? "";
    const mark = index === 0 && whole.startsWith("\uFEFF") ? 1 : 0;
    const line = whole.slice(mark).trimEnd();
    return { text: line, start: index + mark, end: index + mark + line.length };
  });
}
function blockAt(lines2, at) {
  for (const read2 of READERS) {
    const block = read2(lines2, at);
    if (block !== void 0) return block;
  }
  return paragraph(lines2, at);
}
function indented(lines2, at) {
  return /^(?:\s|$)/.test(textAt(lines2, at)) ? { next: at + 1 } : void 0;
}
function listItem(lines2, at) {
  return /^(?:[-+*•‣⁃|](?:\s|$)|:(?![: ])(?:[^:\\]|\\.)*:(?:\s|$))/.test(textAt(lines2, at)) ? { next: at + 1 } : void 0;
}
function doctest(lines2, at) {
  return /^>>>(?:\s|$)/.test(textAt(lines2, at)) ? { next: endOf(lines2, at, (line) => line !== "") } : void 0;
}
function explicitMarkup(lines2, at) {
  if (!/^(?:\.\.|__)(?:\s|$)/.test(textAt(lines2, at))) return void 0;
  const next = endOf(lines2, at + 1, (line) => /^(?:\s|$)/.test(line));
  const own = lines2.slice(at, next).filter(({ text: text2 }) => text2 !== "");
  const label = labelIn(own.map(({ text: text2 }) => text2.trim()).join(" "));
  const [start, end] = [own[0]?.start, own.at(-1)?.end];
  return label === void 0 || start === void 0 || end === void 0 ? { next } : { next, definition: { start, end, label } };
}
var TARGET = /^\.\. _(?!_)(?:`(?<quoted>[^`]+)`|(?<bare>(?:\\.|[^:\\]|:(?=\S))+)): +\S/;
var SUBSTITUTION = /^\.\. (?<bars>\|[^|]+\|) +\S/;
function labelIn(markup) {
  const { quoted: quoted3, bare } = TARGET.exec(markup)?.groups ?? {};
  const { bars } = SUBSTITUTION.exec(markup)?.groups ?? {};
  const label = quoted3 ?? bare ?? bars;
  return label?.replace(/\\(.)/g, "$1").replace(/\s+/g, " ").toLowerCase();
}
function overlinedTitle(lines2, at) {
  const [over, titled, under] = [lines2[at], lines2[at + 1], lines2[at + 2]];
  if (over === void 0 || titled === void 0 || under === void 0 || !isAdornment(over.text))
    return void 0;
  const isTitle = titled.text !== "" && !isAdornment(titled.text) && under.text === over.text;
  if (!isTitle || !reaches(over.text, titled.text)) return void 0;
  const style = over.text.slice(0, 1).repeat(2);
  return { next: at + 3, title: { start: over.start, end: under.end, source: titled.text.trim(), style } };
}
function underlinedTitle(lines2, at) {
  const [titled, under] = [lines2[at], lines2[at + 1]];
  if (titled === void 0 || under === void 0 || isAdornment(titled.text)) return void 0;
  if (!isAdornment(under.text) || !reaches(under.text, titled.text)) return void 0;
  const style = under.text.slice(0, 1);
  return { next: at + 2, title: { start: titled.start, end: under.end, source: titled.text, style } };
}
function strongLine(lines2, at) {
  const line = lines2[at];
  const source = /^\*\*(?<source>[^*]+)\*\*$/.exec(line?.text ?? "")?.groups?.source;
  if (line === void 0 || source === void 0 || textAt(lines2, at + 1) !== "") return void 0;
  return { next: at + 1, title: { start: line.start, end: line.end, source, style: STRONG } };
}
function isAdornment(line) {
  return /^([!-/:-@[-`{-~])\1*$/.test(line);
}
function reaches(adornment, title) {
  return adornment.length >= 4 || adornment.length >= title.length;
}
function paragraph(lines2, at) {
  if (isAdornment(textAt(lines2, at)) && textAt(lines2, at) !== "::") return { next: at + 1 };
  const next = endOf(lines2, at + 1, (line) => /^\S/.test(line));
  if (!textAt(lines2, next - 1).endsWith("::")) return { next };
  const below = endOf(lines2, next, (line) => line === "");
  const quote = textAt(lines2, below).slice(0, 1);
  const isQuoted = isAdornment(quote) && !isAdornment(textAt(lines2, below));
  return { next: isQuoted ? endOf(lines2, below, (line) => line.startsWith(quote)) : next };
}
function endOf(lines2, at, isOne) {
  let end = at;
  while (end < lines2.length && isOne(textAt(lines2, end))) end += 1;
  return end;
}
function textAt(lines2, at) {
  return lines2[at]?.text ?? "";
}

// src/packaging/restructured-text.ts
var restructuredText = {
  name: "reStructuredText",
  outline: rstOutline,
  retitled(heading, source, title) {
    const lines2 = heading.split("\n");
    const titled = lines2.find((line) => line.includes(source))?.trimEnd() ?? source;
    const retitled = titled.replace(source, () => title);
    return lines2.map(
      (line) => line.includes(source) ? line.replace(source, () => title) : fitted(line, titled, retitled)
    ).join("\n");
  },
  releaseTitle(unreleased, { version: version2, date }) {
    return REFERENCE.test(unreleased) ? `\`${version2}\`_ - ${date}` : `${version2} (${date})`;
  },
  labelIn(title) {
    const { quoted: quoted3, bare } = REFERENCE.exec(title)?.groups ?? {};
    return quoted3 ?? bare;
  },
  // A reference without its target is an error of the document, and one that keeps a README from being rendered.
  unlinked: rstPlainText,
  definition: (label, address2) => `.. _${label}: ${address2}`,
  refersTo(text2, label) {
    const lower = text2.toLowerCase().replace(/\s+/g, " ");
    return label.startsWith("|") ? lower.includes(label) : [`\`${label}\`_`, `<${label}_>`].some((form) => lower.includes(form)) || bareReference(lower, label);
  }
};
var REFERENCE = /`(?<quoted>[^`<]+)`_(?!\w)|(?<![\w`.])(?<bare>\w(?:[\w.+-]*\w)?)_(?!\w)/;
function bareReference(text2, label) {
  const at = text2.split(`${label}_`);
  return at.some((before, place2) => {
    const after = at[place2 + 1];
    return after !== void 0 && !/[\w`]$/.test(before) && !/^\w/.test(after);
  });
}
function fitted(adornment, { length: old }, { length: wanted }) {
  const { length } = adornment.trimEnd();
  const ending = adornment.slice(length);
  const kept = length > old && length < wanted ? length - old : 0;
  const fit = length > old && length >= wanted ? length : wanted + kept;
  return adornment.charAt(0).repeat(fit) + ending;
}

// src/packaging/markup.ts
var ENDINGS = [
  { ending: /\.(?:rst|rest)$/i, markup: restructuredText },
  { ending: /\.(?:md|mkd|markdown)$/i, markup: markdown }
];
var MARKDOWN_HEADING = /^#{1,6}[ \t]+\S/m;
function markupNamed(file) {
  return ENDINGS.find(({ ending }) => ending.test(file))?.markup;
}
function markupOf({ file, text: text2 }) {
  return markupNamed(file) ?? (MARKDOWN_HEADING.test(text2) ? markdown : restructuredText);
}

// src/packaging/changelog-sections.ts
function changelogIn(source) {
  const { text: text2 } = source;
  const markup = markupOf(source);
  const outline = markup.outline(text2);
  return { ...outline, text: text2, markup, sections: sectionsIn(outline.headings, text2) };
}
function openSection({ sections }) {
  const isAtEnd = (place2) => place2 === 0 || place2 === sections.length - 1;
  return sections.find(
    ({ says }, place2) => says.unreleased && (says.version === void 0 || isAtEnd(place2))
  );
}
function sectionsIn(headings, text2) {
  const told2 = headings.map((at) => ({ at, says: headingSays(at.plain) })).filter(({ says }) => says);
  const certain = told2.filter(({ says }) => says?.certain);
  const level = Math.min(...(certain.length > 0 ? certain : told2).map(({ at }) => at.depth));
  const heads = told2.filter(({ at, says }) => says?.certain || at.depth === level);
  const starts = new Set(heads.map(({ at }) => at));
  return heads.flatMap(({ at, says }) => {
    const next = headings.find(
      (other) => other.start > at.start && (other.depth <= at.depth || starts.has(other))
    );
    const end = next?.start ?? text2.length;
    return says ? [withLineBelow({ at, says, end }, text2)] : [];
  });
}
function withLineBelow({ at, says, end }, text2) {
  const isOpen = says.version !== void 0 && says.date === void 0 && !says.unreleased;
  const { gap = "", line = "" } = FIRST_LINE.exec(text2.slice(at.end, end))?.groups ?? {};
  const told2 = isOpen ? dateLine(line) : void 0;
  if (told2 === void 0) return { at, says, end, below: void 0 };
  const start = at.end + gap.length;
  return {
    at,
    says: { ...says, unreleased: told2.unreleased },
    end,
    below: { ...told2, start, end: start + line.length }
  };
}
var FIRST_LINE = /^(?<gap>(?:[ \t]*(?:\r\n|\n|\r))+)(?<line>[^\r\n]*)/;

// src/packaging/text-edit.ts
function edited(text2, edits) {
  return edits.toSorted((a, b) => b.start - a.start).reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text2);
}

// src/packaging/changelog.ts
var CHANGELOG_NAMES = [
  ...["CHANGELOG.md", "CHANGES.md", "HISTORY.md", "NEWS.md", "RELEASE_NOTES.md", "RELEASE-NOTES.md"],
  ...["CHANGELOG.rst", "CHANGES.rst", "HISTORY.rst", "NEWS.rst", "RELEASE_NOTES.rst", "RELEASE-NOTES.rst"],
  ...["CHANGELOG", "CHANGES", "HISTORY", "NEWS"],
  ...["docs/CHANGELOG.md", "docs/CHANGES.md", "docs/HISTORY.md", "docs/NEWS.md", "docs/release-notes.md"],
  ...[
    "docs/CHANGELOG.rst",
    "docs/CHANGES.rst",
    "docs/HISTORY.rst",
    "docs/NEWS.rst",
    "docs/release-notes.rst"
  ],
  ...["docs/versionhistory.rst", "docs/versions.rst"]
];
function changelogSections(source) {
  const changelog = changelogIn(source);
  return changelog.sections.map((section) => sectionIn(changelog, section));
}
function sectionOf(source, version2) {
  return changelogSections(source).find(
    (section) => section.version && sameVersion(section.version, version2)
  );
}
function linkedBody(source, { body }) {
  const { text: text2, markup, definitions } = changelogIn(source);
  const elsewhere = definitions.filter(({ label }) => markup.refersTo(body, label)).map(({ start, end }) => text2.slice(start, end)).filter((definition) => !body.includes(definition));
  return elsewhere.length === 0 ? body : [body, "", ...elsewhere].join("\n");
}
function sectionIn({ text: text2, definitions, sections }, { at, says, end, below }) {
  const ours2 = definitions.filter((definition) => definition.start > at.start && definition.start < end);
  const labels = /* @__PURE__ */ new Set(["unreleased", ...sections.map((each) => each.says.version?.toLowerCase())]);
  const dropped = ours2.filter(({ label }) => labels.has(label.replace(/^v/, "")));
  const edits = dropped.map((definition) => {
    const ending = /^\r?\n/.exec(text2.slice(definition.end))?.[0] ?? "";
    return { start: definition.start - at.end, end: definition.end - at.end + ending.length, text: "" };
  });
  const body = edited(text2.slice(at.end, end), edits).replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
  const date = says.date ?? below?.date;
  return {
    heading: at.source,
    ...says.version !== void 0 && { version: says.version },
    ...date && { date: date.iso },
    body
  };
}

// src/packaging/towncrier.ts
function towncrierSettings({ pyproject: pyproject2, towncrier }) {
  const document = parsedToml(towncrier ?? pyproject2 ?? "");
  const settings = valueAt(document, ["tool", "towncrier"]);
  if (typeof settings !== "object" && towncrier === void 0) return void 0;
  const filename = valueAt(settings, ["filename"]);
  return { changelog: typeof filename === "string" ? filename : "NEWS.rst" };
}
function towncrierChangelog({ changelog }, release) {
  return changelog.replace(/\{(name|version)\}/g, (_, field) => release[field]);
}

// src/phases/setup/read-towncrier.ts
import path4 from "node:path";
async function readTowncrier({ directory }, files) {
  const [pyproject2, towncrier] = await Promise.all(
    ["pyproject.toml", "towncrier.toml"].map((name) => files.text(path4.join(directory, name)))
  );
  try {
    return towncrierSettings({ pyproject: pyproject2, towncrier });
  } catch (error) {
    if (error instanceof SyntaxError) return fault("towncrier-invalid", { problem: error.message });
    throw error;
  }
}

// src/phases/setup/changelog-file.ts
async function changelogFile(plan, files, known) {
  const isThere = async (file) => await files.text(path5.join(plan.directory, file)) !== void 0;
  if (plan.changelog !== "auto")
    return await isThere(plan.changelog) ? plan.changelog : fault("changelog-missing", { file: plan.changelog });
  const towncrier = await readTowncrier(plan, files);
  if (towncrier !== void 0 && "code" in towncrier) return towncrier;
  if (towncrier !== void 0 && known.version !== void 0) {
    const file = towncrierChangelog(towncrier, { name: known.name, version: known.version });
    const isToBeMade = plan.version.kind === "given" || plan.version.kind === "bump";
    if (isToBeMade || await isThere(file)) return file;
  }
  return usualFile(plan, files, known.entries);
}
async function usualFile({ directory }, files, entries) {
  const docs = await files.list(path5.join(directory, "docs")) ?? [];
  const names = [...entries, ...docs.map((entry) => `docs/${entry}`)];
  const candidates = CHANGELOG_NAMES.flatMap(
    (name) => names.filter((entry) => entry.toLowerCase() === name.toLowerCase())
  );
  const isFile = async (entry) => await files.list(path5.join(directory, entry)) === void 0;
  const kinds = await Promise.all(candidates.map(isFile));
  return candidates.find((_, place2) => kinds[place2]);
}

// src/phases/setup/unwritten-places.ts
import path6 from "node:path";

// src/packaging/bumpversion.ts
function bumpedFiles(configuration, text2) {
  return configuration.endsWith(".toml") ? inToml(text2) : inCfg(text2);
}
function inToml(text2) {
  return list(valueAt(parsedToml(text2), ["tool", "bumpversion", "files"])).flatMap(
    (entry) => {
      const [file, glob] = [valueAt(entry, ["filename"]), valueAt(entry, ["glob"])];
      if (typeof file === "string") return [{ kind: "file", name: file, exclude: [] }];
      const exclude = list(valueAt(entry, ["glob_exclude"])).map(String);
      return typeof glob === "string" ? [{ kind: "glob", name: glob, exclude }] : [];
    }
  );
}
var HEADER = /^\[bumpversion:(?<kind>file|glob)[ \t]*(?:\([^)\r\n]*\))?:(?<name>[^\]\r\n]+)\]/gm;
function inCfg(text2) {
  return [...text2.matchAll(HEADER)].map(({ groups }) => ({
    kind: groups?.kind === "glob" ? "glob" : "file",
    name: groups?.name?.trim() ?? "",
    exclude: []
  }));
}

// src/packaging/version-places/cargo-version.ts
var STAGES = { a: "alpha", b: "beta", rc: "rc" };
function cargoVersion(version2) {
  const { epoch, release, pre, post, dev, local } = requiredParts(version2);
  const beyond = release.slice(3).some((number) => number !== 0);
  if (epoch !== 0 || beyond || post !== void 0 || dev !== void 0 || local !== void 0)
    return void 0;
  const [major = 0, minor = 0, patch = 0] = release;
  return `${major}.${minor}.${patch}${pre ? `-${STAGES[pre.stage]}.${pre.number}` : ""}`;
}
function cargoSpelling(from, to) {
  return sameVersion(from, to) ? from : cargoVersion(to);
}

// src/phases/setup/unwritten-places.ts
async function unwrittenPlaces(writing, plan, files) {
  const { version: version2, places } = writing;
  const isWritten = plan.version.kind === "given" || plan.version.kind === "bump";
  const source = places[0]?.version;
  if (!isWritten || source !== void 0 && sameVersion(source, version2)) return [];
  return [...above(writing), ...unspellable(writing), ...await configured(writing, plan, files)];
}
function above({ places, version: version2 }) {
  const outside = places.map(({ file }) => file).filter((file) => file.startsWith("../"));
  if (outside.length === 0) return [];
  const why = "above the working directory";
  return [fault("version-unwritten", { version: version2, files: outside, why })];
}
function unspellable({ places, version: version2 }) {
  const manifest = places.find(({ file }) => path6.posix.basename(file) === "Cargo.toml");
  return manifest === void 0 || cargoVersion(version2) !== void 0 ? [] : [fault("version-unspellable", { version: version2, file: manifest.file })];
}
var CONFIGURATIONS = ["pyproject.toml", ".bumpversion.toml", ".bumpversion.cfg", "setup.cfg"];
async function configured({ places, changelog, version: version2 }, plan, files) {
  const written = /* @__PURE__ */ new Set([...places.map(({ file }) => file), changelog]);
  const faults = CONFIGURATIONS.map(async (configuration) => {
    const all = await filesOf(configuration, plan, files);
    const unwritten = [...new Set(all)].filter((file) => !written.has(file));
    const why = `bumpversion writes there, by ${configuration}`;
    return unwritten.length === 0 ? [] : [fault("version-unwritten", { version: version2, files: unwritten, why })];
  });
  return (await Promise.all(faults)).flat();
}
async function filesOf(configuration, { directory }, files) {
  const text2 = await files.text(path6.join(directory, configuration));
  if (text2 === void 0) return [];
  const found = soundly(() => bumpedFiles(configuration, text2)).map(async ({ kind, name, exclude }) => {
    if (kind === "glob") {
      const [all = [], ...excluded] = await Promise.all(
        [name, ...exclude].map((glob) => files.glob(directory, glob))
      );
      return all.filter((file2) => !excluded.flat().includes(file2));
    }
    const file = path6.posix.normalize(name);
    return await files.bytes(path6.join(directory, file)) === void 0 ? [] : [file];
  });
  return (await Promise.all(found)).flat();
}
function soundly(read2) {
  try {
    return read2();
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

// src/phases/setup/version-places.ts
import path8 from "node:path";

// src/packaging/version-places/toml.ts
import { isDeepStrictEqual } from "node:util";
function tomlReader(...places) {
  return {
    version(text2) {
      const document = parsedToml(text2);
      return places.map((keys) => valueAt(document, keys)).find((value) => typeof value === "string");
    },
    rewritten(text2, from, to) {
      const document = parsedToml(text2);
      const stale = places.filter((keys) => valueAt(document, keys) === from);
      return stale.reduce(
        (done, keys) => done === void 0 ? done : rewrittenValue(done, keys, [from, to]),
        stale.length === 0 ? void 0 : text2
      );
    }
  };
}
function rewrittenValue(text2, keys, [from, to]) {
  const wanted = withValueAt(parsedToml(text2), keys, to);
  return ['"', "'"].flatMap((quote) => [...text2.matchAll(literally(`${quote}${from}${quote}`))]).map(({ index }) => edited(text2, [{ start: index + 1, end: index + 1 + from.length, text: to }])).find((candidate) => isDeepStrictEqual(parsedToml(candidate), wanted));
}
function literally(text2) {
  return new RegExp(text2.replace(/[^\w"']/g, "\\$&"), "g");
}
function withValueAt(value, [key, ...rest], leaf) {
  if (key === void 0) return leaf;
  const inner = withValueAt(valueAt(value, [key]), rest, leaf);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return Object.assign(/* @__PURE__ */ Object.create(null), value, { [key]: inner });
}

// src/packaging/version-places/cargo-toml.ts
function cargoToml(table) {
  const { version: version2, rewritten } = tomlReader([...table.split("."), "version"]);
  return {
    version: version2,
    rewritten(text2, from, to) {
      const spelled = cargoSpelling(from, to);
      return spelled === void 0 ? void 0 : rewritten(text2, from, spelled);
    }
  };
}

// src/packaging/version-places/place-reader.ts
function placesReader(places) {
  return {
    version: (text2) => places(text2)[0]?.version,
    rewritten(text2, from, to) {
      const stale = places(text2).filter(({ version: version2 }) => version2 === from);
      if (stale.length === 0) return void 0;
      return edited(
        text2,
        stale.map(({ start, end }) => ({ start, end, text: to }))
      );
    }
  };
}

// src/packaging/version-places/cfg.ts
function cfgReader(section, key) {
  return placesReader((text2) => placesIn(text2, section, key));
}
function placesIn(text2, wanted, key) {
  const assignment = new RegExp(`^(?<before>${key}[ \\t]*[=:][ \\t]*)(?<version>[^\\s:]+)[ \\t]*$`, "i");
  let section = "";
  return [...text2.matchAll(/^.*$/gm)].flatMap(({ 0: line, index }) => {
    section = /^\[([^\]]+)\]/.exec(line)?.[1] ?? section;
    const { before = "", version: version2 = "" } = assignment.exec(line)?.groups ?? {};
    if (section !== wanted || version2 === "") return [];
    const start = index + before.length;
    return [{ version: version2, start, end: start + version2.length }];
  });
}

// src/packaging/version-places/lock-file.ts
function lockFile(name, isOwn, spelled = (_from, to) => to) {
  const reader = tomlReader(["package", "0", "version"]);
  const ownIn = (text2) => stretches(text2).find(({ content: content2 }) => {
    const entry = content2.includes(`"${name}"`) ? valueAt(parsedToml(content2), ["package", "0"]) : void 0;
    return valueAt(entry, ["name"]) === name && isOwn(entry);
  });
  return {
    version(text2) {
      const own = ownIn(text2);
      return own === void 0 ? void 0 : reader.version(own.content);
    },
    rewritten(text2, from, to) {
      const [own, version2] = [ownIn(text2), spelled(from, to)];
      if (own === void 0 || version2 === void 0) return void 0;
      const content2 = reader.rewritten(own.content, from, version2);
      return content2 === void 0 ? void 0 : `${text2.slice(0, own.start)}${content2}${text2.slice(own.start + own.content.length)}`;
    }
  };
}
function stretches(text2) {
  const starts = [...text2.matchAll(/^\[\[package\]\]/gm)].map(({ index }) => index);
  return starts.map((start, place2) => ({ start, content: text2.slice(start, starts[place2 + 1]) }));
}

// src/packaging/version-places/python-code.ts
var QUIET = /#[^\r\n]*|("""|''')(?:\\[\s\S]|(?!\1)[^\\])*\1|"(?:\\[\s\S]|[^"\\\r\n])*"|'(?:\\[\s\S]|[^'\\\r\n])*'/g;
function pythonCode(source) {
  return source.replace(QUIET, (part) => {
    if (part.startsWith("#")) return part.replace(/./g, " ");
    const quiet = part.replace(/[^\r\n]/g, "_");
    return /^(?:"""|''')/.test(part) ? quiet : `${part[0]}${quiet.slice(1, -1)}${part[0]}`;
  });
}
function outermost(code) {
  let depth = 0;
  let ended = false;
  return code.replace(/[([{]|[)\]}]|[^()[\]{}]+/g, (part) => {
    if (/[)\]}]/.test(part)) depth -= 1;
    ended ||= depth < 0;
    const kept = depth === 0 ? part : part.replace(/[^\r\n]/g, " ");
    if (/[([{]/.test(part)) depth += 1;
    return ended ? "" : kept;
  });
}

// src/packaging/version-places/python-module.ts
var pythonModule = placesReader(
  (text2) => assignedVersions(text2).toSorted((a, b) => Number(isDunder(b)) - Number(isDunder(a)))
);
var ASSIGNMENT = /^(?<targets>(?:(?:__version__|version|VERSION)[ \t]*(?::[ \t]*[\w.[\], ]+?)?[ \t]*=[ \t]*)+)(?<quote>["'])(?<literal>_+)\k<quote>[ \t]*(?:;|$)/gm;
function assignedVersions(text2) {
  return [...outermost(pythonCode(text2)).matchAll(ASSIGNMENT)].flatMap(({ index, groups }) => {
    const { targets = "", literal = "" } = groups ?? {};
    const start = index + targets.length + 1;
    const end = start + literal.length;
    const version2 = text2.slice(start, end);
    if (version2.includes("\\")) return [];
    return [{ version: version2, start, end, targets: targets.match(/\b(?:__version__|version|VERSION)\b/g) ?? [] }];
  });
}
function isDunder({ targets }) {
  return targets.includes("__version__");
}

// src/packaging/version-places/setup-py.ts
var setupPy = placesReader((text2) => {
  const assigned = assignedVersions(text2);
  return keywords(text2).flatMap(
    (keyword) => "name" in keyword ? assigned.filter(({ targets }) => targets.includes(keyword.name)) : [keyword]
  );
});
var CALL = /(?<![\w.]|\bdef[ \t]+)(?:setuptools\.|distutils\.core\.)?setup[ \t]*\(/g;
var KEYWORD = /(?<before>(?:^|,)\s*version\s*=\s*)(?:(?<quote>["'])(?<literal>_+)\k<quote>|(?<name>[A-Za-z_]\w*))\s*(?:,|$)/;
function keywords(text2) {
  const code = pythonCode(text2);
  return [...code.matchAll(CALL)].flatMap(({ 0: call, index }) => keywordAt(text2, code, index + call.length));
}
function keywordAt(text2, code, inside) {
  const found = KEYWORD.exec(outermost(code.slice(inside)));
  const { before = "", literal = "", name } = found?.groups ?? {};
  if (name !== void 0) return [{ name }];
  const start = inside + (found?.index ?? 0) + before.length + 1;
  const version2 = text2.slice(start, start + literal.length);
  return version2 === "" || version2.includes("\\") ? [] : [{ version: version2, start, end: start + version2.length }];
}

// src/packaging/version-places.ts
function isStale({ file, version: version2 }, to) {
  return /(?:^|[/\\])Cargo\.(?:toml|lock)$/.test(file) ? !sameVersion(version2, to) : version2 !== to;
}
function placeReader({ file, entry = "" }) {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return FORMATS.find(({ names }) => names.test(name))?.reader(entry);
}
var BUMPVERSION = "bumpversion";
var pyproject = tomlReader(["project", "version"], ["tool", "poetry", "version"]);
var setupCfg = cfgReader("metadata", "version");
var bumpversionToml = tomlReader(["tool", "bumpversion", "current_version"]);
var bumpversionCfg = cfgReader("bumpversion", "current_version");
var FORMATS = [
  { names: /^pyproject\.toml$/, reader: (entry) => entry === BUMPVERSION ? bumpversionToml : pyproject },
  { names: /^setup\.cfg$/, reader: (entry) => entry === BUMPVERSION ? bumpversionCfg : setupCfg },
  { names: /^setup\.py$/, reader: () => setupPy },
  { names: /\.py$/, reader: () => pythonModule },
  { names: /^Cargo\.toml$/, reader: cargoToml },
  { names: /^Cargo\.lock$/, reader: (crate) => lockFile(crate, hasNoSource, cargoSpelling) },
  { names: /^uv\.lock$/, reader: (project2) => lockFile(project2, isHereForUv) },
  { names: /^poetry\.lock$/, reader: (project2) => lockFile(project2, isHereForPoetry) },
  { names: /^\.bumpversion\.toml$/, reader: () => bumpversionToml },
  { names: /^\.bumpversion\.cfg$/, reader: () => bumpversionCfg }
];
function hasNoSource(entry) {
  return valueAt(entry, ["source"]) === void 0;
}
function isHereForUv(entry) {
  return ["editable", "virtual", "directory"].some((kind) => valueAt(entry, ["source", kind]) === ".");
}
function isHereForPoetry(entry) {
  return valueAt(entry, ["source", "type"]) === "directory" && valueAt(entry, ["source", "url"]) === ".";
}

// src/phases/setup/cargo-places.ts
import path7 from "node:path";

// src/packaging/cargo-manifest.ts
function parsedCargoManifest(text2) {
  const document = parsedToml(text2);
  const [name, root] = [valueAt(document, ["package", "name"]), valueAt(document, ["package", "workspace"])];
  const members = valueAt(document, ["workspace", "members"]);
  return {
    crate: typeof name === "string" ? {
      name,
      inheritsVersion: valueAt(document, ["package", "version", "workspace"]) === true,
      root: typeof root === "string" ? root : void 0
    } : void 0,
    workspace: "workspace" in document ? { members: Array.isArray(members) ? members.filter(isText) : [] } : void 0
  };
}
function isText(value) {
  return typeof value === "string";
}

// src/phases/setup/cargo-places.ts
async function cargoPlaces(plan, files, { buildBackend, maturinManifest }) {
  if (buildBackend !== "maturin") return void 0;
  const read2 = manifestReader(plan, files);
  const names = maturinManifest === void 0 ? ["Cargo.toml", "rust/Cargo.toml"] : [maturinManifest];
  for (const name of names.map((each) => path7.posix.normalize(each))) {
    const manifest = await read2(name);
    const crate = manifest?.crate;
    if (manifest !== void 0 && crate !== void 0)
      return placesOf({ name, manifest, crate }, plan, { files, read: read2 });
  }
  return void 0;
}
async function placesOf({ name, manifest, crate }, plan, world) {
  const root = manifest.workspace === void 0 ? await rootOf(name, crate, plan, world) : { name, manifest };
  const inherited = crate.inheritsVersion ? root : void 0;
  const others = inherited === void 0 ? [] : await inheriting(inherited, plan, world);
  const crates = [.../* @__PURE__ */ new Set([crate.name, ...others])];
  const directories = [...new Set([name, root?.name ?? name].map(path7.posix.dirname))].filter(isBelow);
  return {
    manifest: inherited === void 0 ? { file: name, entry: "package" } : { file: inherited.name, entry: "workspace.package" },
    locked: directories.flatMap(
      (directory) => crates.map((entry) => ({ file: path7.posix.join(directory, "Cargo.lock"), entry }))
    )
  };
}
function manifestReader({ directory }, files) {
  return async (name) => {
    const text2 = await files.text(path7.join(directory, name));
    if (text2 === void 0) return void 0;
    try {
      return parsedCargoManifest(text2);
    } catch (error) {
      if (error instanceof SyntaxError) throw new SyntaxError(`${name}, ${error.message}`, { cause: error });
      throw error;
    }
  };
}
async function rootOf(name, { root }, plan, { read: read2 }) {
  const own = path7.posix.dirname(name);
  const above2 = root === void 0 ? directoriesAbove(own, plan) : [path7.posix.join(own, root)];
  for (const directory of above2) {
    const file = path7.posix.join(directory, "Cargo.toml");
    const manifest = await read2(file);
    if (manifest?.workspace !== void 0) return { name: file, manifest };
  }
  return void 0;
}
function directoriesAbove(own, { workspace, directory }) {
  const below = path7.join(path7.relative(workspace, directory), own);
  const levels = path7.normalize(below).split(path7.sep).filter((part) => part !== ".").length;
  return Array.from({ length: levels }, (_, level) => path7.posix.join(own, "../".repeat(level + 1)));
}
async function inheriting({ name, manifest }, { directory }, { files, read: read2 }) {
  const top = path7.posix.dirname(name);
  const patterns = (manifest.workspace?.members ?? []).map(
    (member) => path7.posix.join(top, member, "Cargo.toml")
  );
  const found = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const members = await Promise.all([name, ...found.flat()].map(read2));
  return members.flatMap((member) => member?.crate?.inheritsVersion === true ? [member.crate.name] : []);
}
function isBelow(directory) {
  return directory.split("/")[0] !== "..";
}

// src/phases/setup/version-places.ts
async function findVersionPlaces(plan, files, pyproject2) {
  const cargo = await cargoPlaces(plan, files, pyproject2);
  const { version: version2 } = pyproject2;
  const declared = version2 === void 0 ? [] : [{ file: "pyproject.toml", version: version2 }];
  const rust = cargo === void 0 ? [] : await read(cargo.manifest, plan, files);
  const places = [
    ...declared,
    ...rust.filter((place2) => agrees(place2, pyproject2)),
    ...await inPython(plan, files, pyproject2)
  ];
  const name = normalizedName(pyproject2.name ?? "");
  const candidates = [
    { file: "uv.lock", entry: name },
    { file: "poetry.lock", entry: name },
    ...cargo?.locked ?? [],
    ...["pyproject.toml", "setup.cfg", ".bumpversion.toml", ".bumpversion.cfg"].map((file) => ({
      file,
      entry: BUMPVERSION
    }))
  ];
  const said2 = await Promise.all(candidates.map((candidate) => readIfSound(candidate, plan, files)));
  const source = places[0]?.version;
  const followers = said2.flat().filter(({ version: version3 }) => source !== void 0 && sameVersion(version3, source));
  return { places, followers };
}
function agrees(place2, { version: version2 }) {
  return version2 === void 0 || sameVersion(place2.version, version2);
}
async function read(place2, { directory }, files) {
  const text2 = await files.text(path8.join(directory, place2.file));
  const version2 = text2 === void 0 ? void 0 : placeReader(place2)?.version(text2);
  return version2 === void 0 ? [] : [{ ...place2, version: version2 }];
}
async function readIfSound(place2, plan, files) {
  try {
    return await read(place2, plan, files);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
async function inPython(plan, files, pyproject2) {
  const stem = fileNameStem(pyproject2.name ?? "");
  const modules = ["__init__.py", "_version.py", "__version__.py", "__about__.py"];
  const patterns = [
    `src/*/{${modules}}`,
    `{${stem},${stem.toLowerCase()}}/{${modules}}`,
    `{${stem}.py,setup.cfg,setup.py}`
  ];
  const found = await Promise.all(patterns.map((pattern) => files.glob(plan.directory, pattern)));
  const candidates = [...new Set(found.flat())].map((file) => file.replaceAll("\\", "/"));
  const places = await Promise.all(candidates.map((file) => read({ file }, plan, files)));
  const packages = new Set(
    candidates.filter((file) => file.startsWith("src/")).map((file) => path8.posix.dirname(file))
  );
  const isOurs = (file) => file.startsWith("src/") ? packages.size === 1 || normalizedName(file.split("/")[1] ?? "") === normalizedName(pyproject2.name ?? "") : !/^setup\.(?:cfg|py)$/.test(file);
  return places.flat().filter(({ version: version2 }) => version2 !== pyproject2.placeholder).filter((place2) => isOurs(place2.file) || agrees(place2, pyproject2));
}

// src/phases/setup/project.ts
async function readProject(plan, files) {
  const source = await readPyproject(plan, files);
  if (source.faults.length > 0 || source.pyproject === void 0)
    return { project: void 0, faults: source.faults };
  const { pyproject: pyproject2, entries } = source;
  const { name } = pyproject2;
  if (name === void 0) return refused2(fault("project-name-missing", { directory: told(plan) }));
  const found = await foundPlaces(plan, files, pyproject2);
  if ("code" in found) return refused2(found);
  const { places, followers } = found;
  const versionPlaces = [...places, ...followers];
  const settled2 = await settledVersion(plan, files, { name, places });
  const changelog = await changelogFile(plan, files, {
    name,
    version: typeof settled2 === "string" ? settled2 : void 0,
    entries
  });
  const faults = [
    ...typeof settled2 === "string" ? [] : settled2,
    ...typeof changelog === "object" ? [changelog] : []
  ];
  if (typeof settled2 !== "string" || typeof changelog === "object") return { project: void 0, faults };
  const unwritten = await unwrittenPlaces(
    { version: settled2, places: versionPlaces, changelog },
    plan,
    files
  );
  if (unwritten.length > 0) return { project: void 0, faults: unwritten };
  const project2 = {
    name,
    normalizedName: normalizedName(name),
    version: settled2,
    sourceVersion: places[0]?.version,
    versionFromTags: pyproject2.versionFromTags,
    versionPlaces,
    tag: plan.version.kind === "tag" ? plan.version.tag : tagFor(settled2, plan.tagFormat),
    changelog,
    extras: plan.toolchain.extras === "all" ? pyproject2.extras : plan.toolchain.extras,
    hasLock: entries.includes("uv.lock"),
    coverageFloor: pyproject2.coverageFloor
  };
  return { project: project2, faults: [] };
}
async function requireProject(plan, files) {
  const { project: project2, faults } = await readProject(plan, files);
  if (project2 === void 0) throw new Stopped(faults);
  return project2;
}
async function readPyproject(plan, files) {
  const { directory } = plan;
  const entries = await files.list(directory);
  const failed2 = (found) => ({
    pyproject: void 0,
    entries: entries ?? [],
    faults: [found]
  });
  if (entries === void 0) return failed2(fault("directory-missing", { directory: told(plan) }));
  const text2 = await files.text(path9.join(directory, "pyproject.toml"));
  if (text2 === void 0) return failed2(fault("pyproject-missing", { directory: told(plan) }));
  try {
    return { pyproject: parsedPyproject(text2), entries, faults: [] };
  } catch (error) {
    if (error instanceof SyntaxError) return failed2(fault("pyproject-invalid", { problem: error.message }));
    throw error;
  }
}
function told({ workspace, directory }) {
  return path9.relative(workspace, directory) || ".";
}
async function foundPlaces(plan, files, pyproject2) {
  try {
    return await findVersionPlaces(plan, files, pyproject2);
  } catch (error) {
    if (error instanceof SyntaxError) return fault("cargo-invalid", { problem: error.message });
    throw error;
  }
}
async function settledVersion(plan, files, sources) {
  const wanted = wantedVersion(plan, sources, await recordedVersion(plan, files, sources));
  if (typeof wanted !== "string") return [wanted];
  const local = hasLocal(wanted) ? [fault("version-local", { version: wanted })] : [];
  const faults = [...local, ...disagreements(plan, sources, wanted)];
  return faults.length > 0 ? faults : normalizedVersion(wanted);
}
async function recordedVersion(plan, files, { name, places }) {
  const record = await readRecord(files, plan.packages);
  if (record === void 0 || record.commit !== plan.forge.commit || record.project.name !== name)
    return void 0;
  return places[0] !== void 0 && sameVersion(places[0].version, record.project.version) ? record.project.version : void 0;
}
function wantedVersion({ version: version2, tagFormat: tagFormat2 }, { name, places }, recorded) {
  const source = places[0];
  switch (version2.kind) {
    case "tag":
      return versionInTag(version2.tag, tagFormat2) ?? fault("tag-unfit", { tag: version2.tag, format: tagFormat2 });
    case "given":
      return version2.version;
    case "bump":
      if (recorded !== void 0) return recorded;
      return source === void 0 ? fault("version-missing", { project: name }) : bumped(source, version2.bump);
    case "source":
      return sourceVersion(name, source);
  }
}
function sourceVersion(name, source) {
  if (source === void 0) return fault("version-missing", { project: name });
  return isVersion(source.version) ? source.version : fault("version-invalid", { where: source.file, value: source.version });
}
function bumped({ file, version: version2 }, bump) {
  if (!isVersion(version2)) return fault("version-invalid", { where: file, value: version2 });
  try {
    return bumpedVersion(version2, bump);
  } catch (error) {
    if (error instanceof RangeError)
      return fault("bump-impossible", { bump, version: version2, problem: error.message });
    throw error;
  }
}
function disagreements({ version: version2 }, { places }, wanted) {
  const told2 = places.map(({ file, version: said2 }) => ({ where: file, version: said2 }));
  const expected = version2.kind === "tag" ? wanted : places[0]?.version;
  if (expected === void 0 || told2.every((place2) => sameVersion(place2.version, expected))) return [];
  const tag = version2.kind === "tag" ? [{ where: `tag ${version2.tag}`, version: wanted }] : [];
  return [fault("version-disagrees", { places: [...tag, ...told2] })];
}
function refused2(found) {
  return { project: void 0, faults: [found] };
}

// src/release/converge.ts
var LASTING = [
  "index-maintenance",
  "registration-closed",
  "trusted-publishing-disabled",
  "identity-refused",
  "cancelled",
  "bug"
];
async function converge(target, wanted, { mode, clock, emit, pauses = [1e3, 4e3, 1e4] }) {
  for (let tries = 0; ; tries += 1) {
    const decision = target.decide(wanted, await target.observe(wanted));
    const { evidence } = decision;
    if (decision.kind === "conflict") {
      emit({ kind: "decided", target: target.name, decision: "conflict", evidence });
      throw new Stopped([decision.fault]);
    }
    if (decision.kind === "satisfied") {
      if (tries === 0) emit({ kind: "decided", target: target.name, decision: "satisfied", evidence });
      return tries === 0 ? "satisfied" : "act";
    }
    if (mode === "dry-run") {
      emit({ kind: "decided", target: target.name, decision: "would-act", evidence });
      return "would-act";
    }
    if (tries === 0) emit({ kind: "decided", target: target.name, decision: "act", evidence });
    const failure = await outcomeOf(target.act(decision.change, tries + 1));
    if (failure === void 0) return "act";
    if (!(failure instanceof Stopped)) throw failure;
    const pause = pauses[tries];
    if (pause === void 0 || !mayPass(failure)) return settled(target, wanted, failure);
    await clock.sleep(Math.max(failure.patience, jittered(pause)));
  }
}
async function settled(target, wanted, failure) {
  const seen = await lookedAt(target, wanted);
  if (seen !== void 0 && target.decide(wanted, seen.value).kind === "satisfied") return "act";
  throw failure;
}
async function lookedAt(target, wanted) {
  try {
    return { value: await target.observe(wanted) };
  } catch (error) {
    if (error instanceof Stopped) return void 0;
    throw error;
  }
}
async function outcomeOf(work) {
  try {
    await work;
    return void 0;
  } catch (error) {
    return error;
  }
}
function mayPass({ faults }) {
  return faults.every(({ blame, code }) => blame === "world" && !LASTING.includes(code));
}
function jittered(pause) {
  return Math.round(pause * (0.5 + Math.random() / 2));
}

// src/release/event.ts
async function step(emit, title, work, says = () => "") {
  emit({ kind: "step-started", step: title });
  try {
    const result = await work();
    emit({ kind: "step-ended", step: title, outcome: "passed", says: says(result) });
    return result;
  } catch (error) {
    emit({ kind: "step-ended", step: title, outcome: "failed", says: firstLine(error) });
    throw error;
  }
}
function skipped(emit, title, reason) {
  emit({ kind: "step-ended", step: title, outcome: "skipped", says: reason });
}
function firstLine(error) {
  const text2 = error instanceof Error ? error.message : String(error);
  return text2.split("\n", 1)[0] ?? "";
}

// src/phases/build/changed-files.ts
import path10 from "node:path";
async function changedFiles(names, { directory }, { files, checkout }) {
  const read2 = names.map(async (name) => {
    const bytes = await files.bytes(path10.join(directory, name));
    const committed = bytes?.includes(CARRIAGE_RETURN) ? await checkout.committed(name) ?? bytes : bytes;
    const content2 = committed === void 0 ? null : Buffer.from(committed).toString("base64");
    return { file: name.replaceAll("\\", "/"), content: content2 };
  });
  return Promise.all(read2);
}
var CARRIAGE_RETURN = 13;
function changedNames(changed) {
  return changed.map(({ file }) => file).join(", ");
}
function bytesOf({ content: content2 }) {
  return content2 === null ? null : new Uint8Array(Buffer.from(content2, "base64"));
}
async function settleTree(changed, { directory }, files) {
  for (const each of changed) {
    const target = path10.join(directory, each.file);
    const [wanted, present] = [bytesOf(each), await files.bytes(target)];
    if (wanted === null) await files.remove(target);
    else if (present === void 0 || Buffer.compare(present, wanted) !== 0)
      await files.write(target, wanted);
  }
}

// src/phases/journal/release-commit.ts
function releaseMessage({ tag }) {
  return `Release ${tag}`;
}
function proposalBranch({ tag }) {
  return `pypi-release/${tag}`;
}
function isReleaseCommit(commit, { forge: forge2 }, project2) {
  return commit?.parents[0] === forge2.commit && commit.message === releaseMessage(project2);
}
async function releasedCommit({ build, project: project2 }, recorded, plan, world, emit) {
  const { commit } = plan.forge;
  if (recorded !== void 0) return recorded;
  if (!hasReleaseCommit(plan, build)) return commit;
  if (plan.mode === "dry-run") {
    emit({
      kind: "decided",
      target: "release commit",
      decision: "would-act",
      evidence: `${changedNames(build.changed)} changed`
    });
    return commit;
  }
  const message = releaseMessage(project2);
  return step(
    emit,
    "Make the release commit",
    async () => await earlierCommit(world.forge, plan, project2) ?? world.forge.commits.create({ parent: commit, message, files: await contents(build, world) }),
    (made) => `${made.slice(0, 12)} on ${commit.slice(0, 12)}: ${changedNames(build.changed)}`
  );
}
function hasReleaseCommit({ version: version2 }, { changed }) {
  return changed.length > 0 && version2.kind !== "tag";
}
async function bringToBranch(sha, { project: project2, build }, plan, world, emit) {
  const { commit, branch, commitPolicy } = plan.forge;
  if (branch === void 0 || plan.mode === "dry-run" || !hasReleaseCommit(plan, build)) return;
  await HAND_ON[commitPolicy]({ branch, sha, base: commit, project: project2 }, plan, world, emit);
}
async function earlierCommit({ refs, commits }, plan, project2) {
  const branches = plan.forge.branch === void 0 ? [] : [plan.forge.branch, proposalBranch(project2)];
  const places = [await refs.tag(project2.tag), ...await Promise.all(branches.map(refs.branch))];
  for (const sha of places) {
    const commit = sha === void 0 ? void 0 : await commits.read(sha);
    if (isReleaseCommit(commit, plan, project2)) return sha;
  }
  return void 0;
}
async function contents({ changed }, { checkout }) {
  const prefix = await checkout.prefix();
  return Object.fromEntries(changed.map((each) => [`${prefix}${each.file}`, bytesOf(each)]));
}
var UNPUSHABLE = ["branch-moved", "rules-forbid"];
var push = async (commit, plan, world, emit) => {
  const { forge: forge2, clock } = world;
  try {
    return await converge(branchTarget(forge2, commit.branch), commit, { mode: plan.mode, clock, emit });
  } catch (error) {
    const code = error instanceof Stopped ? error.faults[0]?.code : void 0;
    if (code === void 0 || !UNPUSHABLE.includes(code)) throw error;
    const tip = await forge2.refs.branch(commit.branch);
    if (code === "branch-moved" && (tip === commit.base || tip === commit.sha)) throw error;
    return proposeIfAllowed(commit, plan, world, emit);
  }
};
var proposeIfAllowed = async (commit, plan, world, emit) => {
  try {
    return await propose(commit, plan, world, emit);
  } catch (error) {
    if (!(error instanceof Stopped) || error.faults.some(({ blame }) => blame === "world")) throw error;
    emit({
      kind: "noticed",
      level: "warning",
      title: `The release commit is not on ${commit.branch}`,
      says: `${error.faults.map(({ finding }) => finding).join(" ")} Merge ${commit.project.tag}, which is on it, by hand.`
    });
    return "satisfied";
  }
};
var propose = async ({ branch, sha, project: project2 }, _plan, { forge: forge2 }, emit) => {
  const url = await forge2.commits.propose({
    branch: proposalBranch(project2),
    base: branch,
    commit: sha,
    title: releaseMessage(project2),
    body: "The version and changelog of the release."
  });
  emit({ kind: "noticed", level: "notice", title: "The release commit waits in a pull request", says: url });
  return "act";
};
var HAND_ON = {
  auto: push,
  push,
  "pull-request": propose,
  none: async () => "satisfied"
};
function branchTarget({ refs, commits }, branch) {
  return {
    name: `branch ${branch}`,
    async observe({ sha, base }) {
      const tip = await refs.branch(branch);
      const isElsewhere = tip !== void 0 && tip !== sha && tip !== base;
      return { tip, holds: isElsewhere ? await commits.isAncestor(sha, tip) : tip === sha };
    },
    decide(wanted, { tip, holds }) {
      const { sha, base } = wanted;
      if (holds) return { kind: "satisfied", evidence: `it has ${sha}` };
      if (tip === base)
        return { kind: "act", change: wanted, evidence: `it is at ${base}, where the release began` };
      const moved = fault("branch-moved", { branch, tip: tip ?? "gone", base });
      return { kind: "conflict", fault: moved, evidence: `it is at ${tip ?? "no commit"}` };
    },
    act: ({ sha }) => refs.advanceBranch(branch, sha)
  };
}

// src/phases/pypi/checklist.ts
var passed = (evidence) => ({ verdict: "passed", evidence, cure: "" });
var failed = (evidence, cure) => ({ verdict: "failed", evidence, cure });
var advisory = (evidence, cure) => ({ verdict: "advisory", evidence, cure });
var unchecked = (evidence) => ({ verdict: "not-checked", evidence, cure: "" });
var MEGABYTE = 1024 * 1024;
var ROWS = {
  tests: (seen) => checked(seen, "tests", "Mend the tests."),
  format: (seen) => checked(seen, "format", "Run ruff format."),
  lint: (seen) => checked(seen, "lint", "Run ruff check --fix."),
  build: ({ build }) => build === void 0 ? unchecked("nothing is built yet") : passed(
    `${build.distributions.map(({ filename }) => filename).join(", ")}: metadata, contents and digests verified`
  ),
  version: ({ project: project2, published }) => {
    if (published === void 0) return passed(`${project2.version}; PyPI is not asked`);
    const taken = published.some((version2) => sameVersion(version2, project2.version));
    return passed(`${project2.version}${taken ? ", on PyPI already with some files" : ", not on PyPI yet"}`);
  },
  changelog: ({ project: project2, changelog }) => {
    if (project2.changelog === void 0)
      return advisory("there is no changelog", "Keep a CHANGELOG.md (keepachangelog.com).");
    const section = changelog === void 0 ? void 0 : sectionOf({ file: project2.changelog, text: changelog }, project2.version);
    if (section === void 0)
      return advisory(
        `${project2.changelog} has no section for ${project2.version}`,
        `Add one before the release; the notes are generated by the forge instead.`
      );
    return passed(
      `${project2.changelog} has ${project2.version}${section.date === void 0 ? "" : `, dated ${section.date}`}`
    );
  },
  committed: ({ plan, build, changes, commit, tagged, project: project2 }) => {
    const own = new Set(build?.changed.map(({ file }) => file));
    const dirty = changes.filter((file) => !own.has(file));
    if (dirty.length > 0)
      return failed(
        `not committed: ${dirty.join(", ")}`,
        "Commit or remove these files: what is released must be what is on the forge."
      );
    if (commit === null)
      return failed(`the forge does not have commit ${plan.forge.commit}`, "Push the commit first.");
    if (typeof tagged === "string" && tagged !== plan.forge.commit && own.size === 0) {
      return failed(
        `tag ${project2.tag} is on ${tagged}`,
        "Release a new version: a published tag is never moved."
      );
    }
    const isOnTop = plan.version.kind !== "tag" && commit?.message !== releaseMessage(project2);
    if (tagged === plan.forge.commit && own.size > 0 && isOnTop) {
      return failed(
        `tag ${project2.tag} is on ${tagged}, and the release is of a commit on top of that`,
        "Release a new version: a published tag is never moved."
      );
    }
    const rides = own.size > 0 ? `; ${[...own].join(", ")} ride in the release commit` : "";
    return passed(
      `clean tree at ${plan.forge.commit.slice(0, 12)}${tagged === null ? ", tag free" : ""}${rides}`
    );
  },
  readme: ({ metadata }) => {
    if (metadata === void 0) return unchecked("nothing is built yet");
    if (metadata.description.trim() === "")
      return advisory("the project page will be empty", "Name a readme in pyproject.toml.");
    return passed(
      `${metadata.descriptionContentType ?? "text/x-rst (by default)"}, ${metadata.description.length} characters, rendered by twine check`
    );
  },
  links: () => unchecked("links are not asked"),
  size: ({ build }) => {
    if (build === void 0) return unchecked("nothing is built yet");
    const large = build.distributions.filter(({ size }) => size > MEGABYTE);
    const sizes = build.distributions.map(({ filename, size }) => `${filename} ${Math.ceil(size / 1024)} KiB`).join(", ");
    return large.length > 0 ? advisory(sizes, "Over 1 MiB: see whether data or tests got in.") : passed(sizes);
  },
  coverage: ({ checks: checks2, project: project2 }) => {
    const coverage = checks2?.results.find(({ id }) => id === "tests")?.coverage;
    if (checks2 === void 0 || coverage === void 0) return unchecked("the tests measured no coverage");
    const floor = project2.coverageFloor;
    if (floor === void 0)
      return advisory(
        `${coverage} %, and the project sets no floor`,
        "Set [tool.coverage.report] fail_under."
      );
    return coverage >= floor ? passed(`${coverage} %, floor ${floor} %`) : failed(`${coverage} %, floor ${floor} %`, "Test what is not tested yet.");
  },
  credentials: ({ plan }) => {
    const planned = ["testpypi", "pypi"].filter((name) => plan.phases.includes(name));
    const kinds = planned.map((name) => `${name}: ${plan.indexes[name].credential.kind.replace("-", " ")}`);
    const missing = planned.filter(
      (name) => plan.indexes[name].required && plan.indexes[name].credential.kind === "none"
    );
    return missing.length > 0 ? failed(kinds.join(", "), "Give a token, or id-token: write.") : passed(kinds.join(", ") || "no upload is planned");
  },
  permission: ({ commit, plan }) => {
    if (commit === void 0) return unchecked("the forge is not asked");
    return plan.mode === "dry-run" ? unchecked("a dry run does not ask for anything that needs write permission") : passed("the token may write contents: the forge let it draw up notes");
  },
  publisher: ({ plan: { indexes: indexes2, forge: forge2 } }) => {
    const { kind } = indexes2.pypi.credential;
    if (kind !== "trusted-publishing")
      return unchecked(kind === "token" ? "PyPI gets a token" : "there is no credential");
    const [owner = "", name = ""] = forge2.repository.split("/");
    return passed(
      `this run presents owner ${owner}, repository ${name}, workflow ${forge2.workflow ?? "unknown"}, and the job’s environment`
    );
  }
};
function checklist(evidence) {
  return Object.entries(ROWS).map(([name, judge]) => {
    const id = name;
    const row2 = judge(evidence);
    return {
      id,
      ...row2,
      verdict: row2.verdict === "failed" && evidence.plan.allow.includes(id) ? "allowed" : row2.verdict
    };
  });
}
function checked({ plan, checks: checks2 }, id, cure) {
  const result = checks2?.results.find((each) => each.id === id);
  if (checks2 === void 0) return unchecked(`not checked (path ${plan.path})`);
  if (result === void 0)
    return unchecked(`not checked (${id === "tests" ? "test-command: false" : "left out"})`);
  if (result.outcome === "not-applicable") return unchecked(result.evidence);
  if (result.outcome === "passed") return passed(result.evidence);
  const unfixable = id !== "tests" && plan.commands.fix && plan.version.kind === "tag";
  return unfixable ? advisory(result.evidence, cure) : failed(result.evidence, cure);
}

// src/adapters/actions/process.ts
import { channel } from "node:diagnostics_channel";
import { StringDecoder } from "node:string_decoder";

// src/adapters/node/clock.ts
function createClock() {
  return {
    now: () => /* @__PURE__ */ new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  };
}

// src/adapters/node/which.ts
import path11 from "node:path";
async function programFile(name, search) {
  if (name.includes("/") || name.includes(path11.sep)) return name;
  const { executable } = createFiles();
  for (const directory of search.directories.split(path11.delimiter).filter(path11.isAbsolute)) {
    for (const extension of extensions(name, search)) {
      const file = path11.join(directory, `${name}${extension}`);
      if (await executable(file)) return file;
    }
  }
  return void 0;
}
function extensions(name, search) {
  if (path11.delimiter === ":" || path11.extname(name) !== "") return [""];
  return (search.extensions ?? ".COM;.EXE;.BAT;.CMD").split(";");
}

// src/adapters/actions/running-children.ts
function createRunningChildren(started, clock) {
  const running = /* @__PURE__ */ new Set();
  started.subscribe((message) => {
    const { process: child } = message;
    running.add(child);
    child.once("exit", () => running.delete(child));
    child.once("spawn", () => child.stdin?.on("error", () => void 0));
  });
  return {
    async stop(grace) {
      for (const child of running) child.kill("SIGTERM");
      const until = clock.now().getTime() + grace;
      while (running.size > 0 && clock.now().getTime() < until) await clock.sleep(50);
      for (const child of running) child.kill("SIGKILL");
    }
  };
}

// src/adapters/actions/process.ts
var OUTPUT_LIMIT = 64 * 1024;
var STREAM_LIMIT = 8 * 1024 * 1024;
function createProcesses(options) {
  const clock = createClock();
  const children = createRunningChildren(channel("child_process"), clock);
  return {
    async run(command, args, run) {
      const started = clock.now().getTime();
      const completed = await runToEnd(command, args, {
        ...run,
        environment: { ...options.environment, ...run.environment }
      });
      options.onSpan?.({ command: [command, ...args].join(" "), started, ended: clock.now().getTime() });
      return completed;
    },
    stop: children.stop
  };
}
async function runToEnd(command, args, options) {
  const file = await programFile(command, searchPath(options.environment));
  if (file === void 0) return notStarted(`${command} was not found on PATH.`);
  const [combined, stdout, stderr] = [tailOf(OUTPUT_LIMIT), tailOf(STREAM_LIMIT), tailOf(STREAM_LIMIT)];
  const into = (stream) => {
    const decoder = new StringDecoder(options.encoding ?? "utf8");
    return (data) => {
      const text2 = decoder.write(data);
      stream.add(text2);
      combined.add(text2);
    };
  };
  try {
    const exitCode = await exec(quoted2(file), [...args], {
      cwd: options.directory,
      env: { ...options.environment },
      silent: true,
      ignoreReturnCode: true,
      // Also where there is nothing to read: a child that asks would wait for ever on an open pipe.
      input: Buffer.from(options.input ?? ""),
      listeners: { stdout: into(stdout), stderr: into(stderr) }
    });
    if (exitCode === null) combined.add(`
${command} was ended by a signal.
`);
    return {
      exitCode: exitCode ?? 128,
      output: combined.text(),
      stdout: stdout.text(),
      stderr: stderr.text()
    };
  } catch (error) {
    return notStarted(
      `${command} could not be started: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}
function notStarted(output) {
  return { exitCode: 127, output, stdout: "", stderr: output };
}
function searchPath(environment) {
  const value = (name) => Object.entries(environment).find(([key]) => key.toUpperCase() === name)?.[1];
  return { directories: value("PATH") ?? "", extensions: value("PATHEXT") };
}
function quoted2(file) {
  return `"${file.replaceAll('"', '\\"')}"`;
}
function tailOf(limit) {
  let parts2 = [];
  let length = 0;
  const text2 = () => parts2.join("").slice(-limit);
  return {
    add(part) {
      parts2.push(part);
      length += part.length;
      if (length < 2 * limit) return;
      parts2 = [text2()];
      length = limit;
    },
    text: text2
  };
}

// src/adapters/git/checkout.ts
function createCheckout(processes, directory) {
  const run = async (args, variables = {}, encoding = "utf8") => {
    const options = { directory, environment: { ...QUIET2, ...variables }, encoding };
    const completed = await processes.run("git", [...SETTINGS2, ...args], options);
    if (completed.exitCode === 127) stop("tool-failed", withoutGit(args, completed));
    return completed;
  };
  const git = (...args) => run(args);
  const change = async (args, variables = {}) => {
    const completed = await run(args, variables);
    if (completed.exitCode !== 0) stop("tool-failed", refusedByGit(args, completed));
  };
  const line = async (...args) => lineOf(await git(...args));
  const prefix = async () => await line("rev-parse", "--show-prefix") ?? "";
  return {
    async head() {
      const commit = await line("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
      if (commit === void 0) return void 0;
      const time = await line("log", "-1", "--format=%ct", commit);
      const shallow = await line("rev-parse", "--is-shallow-repository");
      return { commit, time: Number(time), shallow: shallow === "true" };
    },
    async changes() {
      const status = await git(...STATUS);
      if (status.exitCode !== 0) return [];
      const top = await prefix();
      const entries = status.stdout.split("\0").filter((entry) => entry !== "");
      return entries.map((entry) => entry.slice("XY ".length + top.length));
    },
    async tracked(files) {
      const asked2 = await Promise.all(
        files.map((file) => git("--literal-pathspecs", "ls-files", "--stage", "--", file))
      );
      return files.filter((_, place2) => TRACKED_FILE.test(asked2[place2]?.stdout ?? ""));
    },
    async committed(file) {
      const name = `HEAD:./${file}`;
      const [entry, size] = [await line("ls-tree", "HEAD", `./${file}`), await line("cat-file", "-s", name)];
      if (entry === void 0 || !TRACKED_PLAIN.test(entry)) return void 0;
      const shown = await run(["cat-file", "blob", name], {}, "latin1");
      return shown.stdout.length === Number(size) ? Buffer.from(shown.stdout, "latin1") : void 0;
    },
    async tags() {
      const { exitCode, stdout } = await git("tag", "--list");
      return exitCode === 0 ? stdout.split("\n").filter((tag) => tag !== "") : [];
    },
    prefix,
    async commit(files, message) {
      const time = await line("log", "-1", "--format=%cI");
      const dates = { GIT_AUTHOR_DATE: time ?? "", GIT_COMMITTER_DATE: time ?? "" };
      const known = (await git("ls-files", "-z", "--cached", "--others", "--", ...files)).stdout;
      if (known !== "") await change(["add", "--all", "--", ...new Set(known.split("\0").filter(Boolean))]);
      const staged = (await git(...STAGED, "--", ...files)).stdout.split("\0").filter(Boolean);
      if (staged.length > 0) await change([...AS_US, ...COMMIT, message, "--", ...staged], dates);
      return staged;
    }
  };
}
var SETTINGS2 = ["-c", "safe.directory=*", "-c", "core.quotePath=false"];
var AS_US = ["-c", "user.name=pypi-release", "-c", "user.email=pypi-release@localhost"];
var STATUS = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."];
var COMMIT = ["commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message"];
var STAGED = ["diff", "--cached", "--name-only", "--relative", "--no-renames", "-z", "HEAD"];
var TRACKED_PLAIN = /^100\d{3} /;
var TRACKED_FILE = /^1[02]\d{4} /;
var QUIET2 = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
function lineOf({ exitCode, stdout }) {
  return exitCode === 0 ? stdout.trimEnd() : void 0;
}
function withoutGit(args, { exitCode, output }) {
  const remedy = "Install git on the runner: the commit, its time and its changes are read through it.";
  return { tool: "git", what: `git ${args.join(" ")}`, exitCode, tail: output, remedy };
}
function refusedByGit(args, { exitCode, output }) {
  const remedy = "The log has what git says; the checkout must be one that can be written to.";
  return { tool: "git", what: `git ${args.join(" ")}`, exitCode, tail: output.trim(), remedy };
}

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
function selectedPhases(path14, selector2) {
  const all = PATHS[path14];
  const firstUpload = all.findIndex((phase) => UPLOADS.includes(phase));
  const text2 = selector2.trim().toLowerCase();
  if (text2 === "all") return all;
  if (text2 === "prepare") return all.slice(0, firstUpload);
  if (text2 === "publish") return all.slice(firstUpload);
  const picked = text2.includes("..") ? withinRange(all, text2) : namedPhases(text2);
  return picked && picked.length > 0 ? picked : void 0;
}
function withinRange(path14, range) {
  const ends = range.split("..").map((name) => PHASES.indexOf(name.trim()));
  const [first, last] = ends;
  if (ends.length !== 2 || first === void 0 || last === void 0 || first < 0 || last < first)
    return void 0;
  const inRange = PHASES.slice(first, last + 1);
  return path14.filter((phase) => inRange.includes(phase));
}
function namedPhases(list3) {
  const names = list3.split(",").map((name) => name.trim());
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
var list2 = {
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
var address = {
  allowed: "an https address (plain http for loopback only)",
  parse: (given) => URL.canParse(given) && isSafe(new URL(given)) ? given : void 0
};
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
function isSafe({ protocol, hostname }) {
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
  allowed: "a text with {version} once that makes a legal tag name, such as v{version}",
  parse: (given) => isTagFormat(given) ? given : void 0
};
var commandOrFalse = {
  allowed: "a command, or false",
  parse: (given) => given.toLowerCase() === "false" ? false : given
};
var extras = {
  allowed: "all, or a list of extras",
  parse: (given) => given.toLowerCase() === "all" ? "all" : list2.parse(given)
};
var SETTINGS3 = {
  path: row(spelling(PATH_SPELLINGS, "A (full), B (quick), C (ultra-fast)"), "A"),
  phase: row(selector, "all"),
  "packages-dir": row(relative, "dist"),
  "dry-run": row(flag, false),
  version: optional(version),
  bump: optional(choice(BUMPS)),
  "tag-format": row(tagFormat, "v{version}"),
  changelog: row(relative, "auto"),
  commit: row(choice(["auto", "push", "pull-request", "none"]), "auto"),
  "python-version": optional(text),
  "uv-version": row(semverRange, ">=0.9"),
  extras: row(extras, "all"),
  cache: row(flagOrAuto, "auto"),
  env: row(variableNames, []),
  "verify-command": row(text, "auto"),
  "test-command": row(commandOrFalse, "auto"),
  "build-command": optional(text),
  fix: row(flag, false),
  "smoke-test": row(lines, []),
  "framework-test": row(frameworkTests, []),
  "pypi-url": optional(address),
  "testpypi-url": optional(address),
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
  assets: row(list2, []),
  "discussion-category": optional(text),
  badges: row(choice(["check", "update"]), "check"),
  allow: row(listOf(CHECKLIST_IDS), [])
};
var SECRET_NAMES = ["pypi-token", "testpypi-token", "github-token", "announce-webhook"];
var INPUT_NAMES = [
  "working-directory",
  ...Object.keys(SETTINGS3),
  ...SECRET_NAMES
];
var NO_TOKEN = "trusted-publishing";
function parsedInputs(raw, settings) {
  const faults = [...unknownSettings(settings)];
  const values = Object.entries(SETTINGS3).map(([name, { parser, fallback }]) => {
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
  const asked2 = raw["working-directory"]?.trim() || void 0;
  const given = asked2 ?? (settingText(settings["working-directory"]) || ".");
  const parsed = relative.parse(given);
  const source = asked2 === void 0 ? "pyproject.toml" : "workflow";
  if (parsed === void 0)
    faults.push(refusal("working-directory", given, { parser: relative, source }));
  return parsed ?? ".";
}
function refusal(input, value, { parser, source }) {
  if (parser === address && /^http:/i.test(value)) return fault("address-insecure", { input, value });
  return fault("input-invalid", { input, value, allowed: parser.allowed, source });
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
  const allowed = ["working-directory", ...Object.keys(SETTINGS3)];
  return Object.keys(settings).filter((key) => !allowed.includes(key)).map(
    (key) => fault("setting-unknown", { key, allowed, secret: SECRET_NAMES.includes(key) })
  );
}
function settingText(value) {
  if (value === void 0) return void 0;
  return Array.isArray(value) ? value.map(String).join("\n") : String(value);
}

// src/action/environment.ts
import path12 from "node:path";
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
    workspace: path12.resolve(workspace),
    temp: path12.resolve(say("RUNNER_TEMP") || path12.join(workspace, "..", ".pypi-release-temp")),
    toolCache: path12.resolve(
      say("RUNNER_TOOL_CACHE") || say("RUNNER_TEMP") || path12.join(workspace, "..", ".pypi-release-tools")
    ),
    identity: say("ACTIONS_ID_TOKEN_REQUEST_URL") !== "" && say("ACTIONS_ID_TOKEN_REQUEST_TOKEN") !== "",
    commandFiles: { output: say("GITHUB_OUTPUT") !== "", summary: say("GITHUB_STEP_SUMMARY") !== "" },
    debug: say("RUNNER_DEBUG") === "1",
    variables
  };
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
function childEnvironment(variables, named2) {
  const seen = Object.entries(variables).filter(
    ([name, value]) => value !== void 0 && (named2.includes(name) || ALLOWED.some((allowed) => allowed.test(name)))
  );
  return Object.fromEntries(seen);
}

// src/action/plan-from.ts
import path13 from "node:path";

// src/packaging/token.ts
var MACAROON_VERSION = 2;
var LOCATION_FIELD = 1;
function tokenHome(token2) {
  const body = /^pypi-([A-Za-z0-9_-]+)={0,2}$/.exec(token2.trim())?.[1];
  const bytes = Buffer.from(body ?? "", "base64url");
  if (bytes[0] !== MACAROON_VERSION || bytes[1] !== LOCATION_FIELD) return void 0;
  const [low = 0, high = 0] = bytes.subarray(2, 4);
  const start = low < 128 ? 3 : 4;
  const length = low < 128 ? low : low & 127 | high << 7;
  const location = bytes.toString("latin1", start, start + length);
  return location.length === length && /^[a-z0-9.-]+(?::[0-9]+)?$/i.test(location) ? location : void 0;
}

// src/plan/cache-policy.ts
function cachePolicy(asked2, run) {
  if (asked2 === false) return { use: false, reason: "cache: false" };
  if (run.onTag || run.event === "release") return { use: false, reason: "never on a tag or a release" };
  if (run.phases.some((phase) => phase === "testpypi" || phase === "pypi")) {
    return { use: false, reason: "never where an upload is planned" };
  }
  return { use: true, reason: asked2 === true ? "cache: true" : "this run uploads nothing" };
}

// src/plan/credential.ts
function credentialFor(index, token2, identity) {
  if (token2 !== void 0) return { kind: "token" };
  if (identity) return { kind: "trusted-publishing" };
  return {
    kind: "none",
    reason: `${index}-token is not given, and the job has no identity (no \`id-token: write\`; a pull request from a fork never has it).`
  };
}

// src/plan/plan.ts
function frozen(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

// src/action/plan-from.ts
var RELEASING = ["push", "workflow_dispatch", "repository_dispatch", "release", ""];
var LASTING2 = ["testpypi", "pypi", "post-publish"];
function planFrom(inputs, environment) {
  const { event } = environment;
  const phases = selectedPhases(inputs.path, inputs.phase) ?? [];
  const onTag = event.refType === "tag";
  const directory = path13.resolve(environment.workspace, inputs["working-directory"]);
  const plan = {
    path: inputs.path,
    phases,
    mode: inputs["dry-run"] ? "dry-run" : "release",
    workspace: environment.workspace,
    directory,
    packages: path13.resolve(directory, inputs["packages-dir"]),
    scratch: path13.join(environment.temp, "pypi-release"),
    version: versionPlan(inputs, environment),
    tagFormat: inputs["tag-format"],
    changelog: inputs.changelog,
    toolchain: {
      python: inputs["python-version"],
      uv: inputs["uv-version"],
      extras: inputs.extras,
      cache: cachePolicy(inputs.cache, { event: event.name, onTag, phases })
    },
    commands: {
      env: inputs.env,
      verify: inputs["verify-command"],
      test: inputs["test-command"],
      build: inputs["build-command"],
      fix: inputs.fix,
      smoke: inputs["smoke-test"],
      framework: inputs["framework-test"]
    },
    indexes: {
      testpypi: indexPlan("testpypi", inputs, environment),
      pypi: indexPlan("pypi", inputs, environment)
    },
    attestations: {
      policy: inputs.attestations ?? "required",
      fulcio: inputs["fulcio-url"]?.replace(/\/+$/, ""),
      rekor: inputs["rekor-url"]?.replace(/\/+$/, "")
    },
    uploader: inputs.uploader,
    uploadConcurrency: inputs["upload-concurrency"],
    preflight: inputs.preflight,
    forge: {
      repository: environment.repository,
      commit: environment.commit,
      workflow: /([^/]+\.ya?ml)@/.exec(environment.workflowRef)?.[1],
      branch: onTag || event.refName === "" ? void 0 : event.refName,
      server: environment.server,
      commitPolicy: inputs.commit,
      release: inputs.release,
      prerelease: inputs.prerelease,
      latest: inputs.latest,
      notes: inputs.notes,
      assets: inputs.assets,
      discussionCategory: inputs["discussion-category"]
    },
    badges: inputs.badges,
    announce: inputs.announceWebhook !== void 0,
    allow: inputs.allow
  };
  return {
    plan: frozen(plan),
    faults: [
      ...eventFaults(plan, environment),
      ...versionFaults(inputs, environment),
      ...tokenFaults(inputs, plan),
      ...attestationFaults(inputs, plan)
    ]
  };
}
function versionPlan(inputs, { event }) {
  if (event.refType === "tag") return { kind: "tag", tag: event.refName };
  if (inputs.version !== void 0) return { kind: "given", version: inputs.version };
  if (inputs.bump !== void 0) return { kind: "bump", bump: inputs.bump };
  return { kind: "source" };
}
function indexPlan(name, inputs, { identity }) {
  return {
    name,
    ...indexAddresses(name, inputs[`${name}-url`]),
    credential: credentialFor(name, inputs.tokens[name], identity),
    required: name === "pypi" || inputs.testpypi === "required"
  };
}
function eventFaults({ phases, mode }, { event }) {
  if (mode === "dry-run" || !phases.some((phase) => LASTING2.includes(phase))) return [];
  if (!RELEASING.includes(event.name)) return [fault("event-unsupported", { event: event.name, detail: "" })];
  if (event.name === "push" && event.refType !== "tag") {
    return [
      fault("event-unsupported", { event: "push", detail: `a push of ${event.ref}, which is not a tag` })
    ];
  }
  return [];
}
function versionFaults(inputs, { event }) {
  const { version: version2, bump } = inputs;
  if (event.refType === "tag") {
    const asked2 = Object.entries({ version: version2, bump });
    return asked2.flatMap(
      ([input, value]) => value === void 0 ? [] : [fault("bump-on-tag", { input, value, tag: event.refName })]
    );
  }
  return version2 !== void 0 && bump !== void 0 ? [fault("version-and-bump", { version: version2, bump })] : [];
}
function tokenFaults(inputs, { indexes: indexes2 }) {
  return Object.values(indexes2).flatMap(({ name, domain }) => {
    const token2 = inputs.tokens[name];
    const isPublic = indexOfDomain(domain) !== void 0;
    if (token2 === void 0 || token2 === "" || !isPublic || token2.startsWith("pypi-")) return [];
    return [fault("token-malformed", { input: `${name}-token` })];
  });
}
function attestationFaults(inputs, { indexes: indexes2, phases }) {
  if (inputs.attestations !== "required") return [];
  return Object.values(indexes2).flatMap(
    ({ name, credential }) => phases.includes(name) && credential.kind === "token" ? [fault("attestations-need-trusted-publishing", { index: name, input: `${name}-token` })] : []
  );
}
function strayTokens(inputs, { indexes: indexes2 }) {
  return Object.values(indexes2).flatMap(({ name, domain }) => {
    const home = indexOfDomain(tokenHome(inputs.tokens[name] ?? "") ?? "");
    return home === void 0 || home === indexOfDomain(domain) || indexOfDomain(domain) === void 0 ? [] : [{ index: name, home }];
  });
}

export {
  createFiles,
  step,
  skipped,
  INDEX_LABELS,
  TOOL_INDEX,
  PUBLISH_PREDICATE,
  versionPage,
  named,
  fault,
  Stopped,
  faultsOf,
  stop,
  sha256Hex,
  parsedFileName,
  isOfVersion,
  uploadOrder,
  RECORD_NAME,
  recordOf,
  isOf,
  recordText,
  writeRecord,
  parsedRecord,
  distributionsIn,
  observedBuild,
  converge,
  changedFiles,
  settleTree,
  releaseMessage,
  isReleaseCommit,
  releasedCommit,
  bringToBranch,
  UNRELEASED_WORD,
  headingSays,
  markupNamed,
  markupOf,
  changelogIn,
  openSection,
  edited,
  sectionOf,
  linkedBody,
  readTowncrier,
  isStale,
  placeReader,
  readProject,
  requireProject,
  checklist,
  selectedPhases,
  createClock,
  programFile,
  createProcesses,
  createCheckout,
  SECRET_NAMES,
  NO_TOKEN,
  parsedInputs,
  workingDirectory,
  environmentOf,
  childEnvironment,
  planFrom,
  strayTokens
};
