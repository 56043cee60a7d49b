import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  parse
} from "./chunk-VN2YZVVU.js";

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
var STATISTICS = "https://pypistats.org/api/packages";
var SHAPES = [
  // Pulp and ProGet follow it.
  {
    server: "Warehouse",
    upload: /\/legacy$/,
    tail: "/legacy",
    pages: { project: "/project/{name}/", version: "/project/{name}/{version}/" }
  },
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
    pages: { project: "/{name}", version: "/{name}/{version}" }
  }
];
var PLAIN = { server: "pypiserver", upload: /(?:)/ };
function indexAddresses(name, upload, simple) {
  const addresses = addressesFrom(name, upload);
  return simple === void 0 ? addresses : { ...addresses, simple: simple.replace(/\/*$/, "/") };
}
function addressesFrom(name, upload) {
  if (upload === void 0) return PUBLIC[name];
  const known = Object.values(PUBLIC).find((index) => sameAddress(index.upload, upload));
  if (known !== void 0) return known;
  const { root, shape } = layoutOf(upload);
  const simple = `${root}${shape.simple ?? "/simple/"}`;
  return { upload, simple, web: root, domain: new URL(upload).hostname };
}
function versionPage({ upload, simple, web }, name, version) {
  const { pages } = layoutOf(upload).shape;
  if (pages === void 0) return `${simple}${name}/`;
  return `${web}${pages.version.replace("{name}", name).replace("{version}", version)}`;
}
function projectPage({ upload, simple, web }, name) {
  const { pages } = layoutOf(upload).shape;
  return pages === void 0 ? `${simple}${name}/` : `${web}${pages.project.replace("{name}", name)}`;
}
function publisherPages({ web }, project2) {
  return {
    existing: `${web}/manage/project/${project2}/settings/publishing/`,
    pending: `${web}/manage/account/publishing/`
  };
}
function hasVersionPages({ upload }) {
  return layoutOf(upload).shape.pages !== void 0;
}
function isLaidOutAsPyPI({ upload }) {
  return layoutOf(upload).shape.server === "Warehouse";
}
function layoutOf(upload) {
  const address = upload.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const shape = SHAPES.find((each) => each.upload.test(address)) ?? PLAIN;
  return { root: address.slice(0, address.length - (shape.tail ?? "").length), shape };
}
function statisticsOf({ upload }) {
  return sameAddress(upload, PUBLIC.pypi.upload) ? STATISTICS : void 0;
}
function indexOfDomain(domain) {
  const names = ["testpypi", "pypi"];
  return names.find(
    (name) => domain === PUBLIC[name].domain || domain === new URL(PUBLIC[name].upload).hostname
  );
}
function triesInPublic(given) {
  const own = indexAddresses("pypi", given["pypi-url"]);
  return given["testpypi-url"] === void 0 && indexOfDomain(own.domain) === void 0;
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
  "input-staged": ((d) => ({
    title: `A rehearsal takes no ${d.input}`,
    finding: `${d.input} is given: it would lead the rehearsal out to a real server, where built-in ones stand in.`,
    remedy: `Remove ${d.input} from the inputs of the rehearsal. The release itself keeps it.`
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
    finding: `The workflow was started by ${quoted(d.event)}: ${sentence(d.reason)}`,
    remedy: d.remedy
  })),
  "event-untrusted": ((d) => ({
    title: "A release must not be started by this event",
    finding: `The workflow was started by ${quoted(d.event)}: ${sentence(d.reason)}`,
    remedy: d.remedy
  })),
  "bump-on-tag": ((d) => ({
    title: `${d.input} does not go with a tag push`,
    finding: `${d.input} is ${quoted(d.value)}, but the run was started by tag ${d.tag}: the tag decides the version.`,
    remedy: `Remove ${d.input} from the workflow, or give it only where github.event_name is workflow_dispatch.`
  })),
  "config-settings-unused": ((d) => ({
    title: "config-settings do not go with a build-command",
    finding: `config-settings has ${listed(d.settings)}, and build-command is ${quoted(d.command)}: nothing would hand the settings to the back end.`,
    remedy: "Write them into the command (python -m build -C key=value), or leave build-command out for the built-in build."
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
  "attestations-foreign-forge": ((d) => ({
    title: "The public Sigstore takes no jobs of this forge",
    finding: `attestations is required, and this job is of ${d.forge}: the public Sigstore vouches for jobs on github.com alone.`,
    remedy: "Leave attestations out, and none are signed; or give fulcio-url and rekor-url of a Sigstore that takes this forge."
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
    finding: `Phase ${d.phase} works on what ${d.first} yields (${d.fact}): that was not made in this job, and is not to be found in what an earlier one left: ${sentence(d.searched)}`,
    remedy: `Run phase ${d.first} before it, in this job or in one that hands its files on: by artifact, or by steps that carry packages-dir.`
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
  "identity-foreign": ((d) => ({
    title: `${named(d.index)} takes no identity of this forge`,
    finding: d.reason,
    remedy: `Make an API token in the account settings of ${named(d.index)} and give it as ${d.index}-token, from a secret. Trusted publishing is for jobs on github.com.`
  })),
  "token-malformed": ((d) => ({
    title: `${d.input} is not an API token`,
    finding: `${d.input} does not begin with pypi-, as every API token of PyPI and TestPyPI does.`,
    remedy: "Copy the token whole, with its pypi- at the front. User names and passwords have not been taken for years."
  })),
  "user-without-token": ((d) => ({
    title: `${d.input} is given without a password`,
    finding: `${d.input} is ${quoted(d.value)}, and ${d.token} is not given: trusted publishing has no user name.`,
    remedy: `Give the user's token or password as ${d.token}, from a secret; or remove ${d.input}.`
  })),
  "user-refused": ((d) => ({
    title: `${named(d.index)} takes no user names`,
    finding: `${d.input} is ${quoted(d.value)}, and the release goes to ${named(d.index)}, which takes API tokens and trusted publishing alone.`,
    remedy: `Remove ${d.input}. It is for an index of your own, whose address goes into ${d.index}-url.`
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
    remedy: `See that the token is one of this index, has not expired, and may upload to this project; or that the publisher is registered for it. An index of your own may want a user name beside it: ${d.index}-user.`
  })),
  "index-forbidden": ((d) => ({
    title: `${named(d.index)} does not let this run read it`,
    finding: `${sentence(`${d.operation}: ${d.address} answered ${d.status}`)}`,
    remedy: `This index lets nobody read without a credential. It is read with ${d.index}-token, as the user that ${d.index}-user names, so give a token that may read as well as upload; a token of trusted publishing is good for uploads only.`
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

// src/release/faults/handover.ts
var handover = {
  "handover-impossible": (() => ({
    title: "This runner keeps no artifacts",
    finding: 'handover is "artifact", and the job has no artifact service that this action knows: the runner gives no ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN, or the forge is a GitHub Enterprise Server.',
    remedy: "Set handover: files, and carry packages-dir to the later job by steps of the workflow, or run all phases in one job."
  })),
  "artifact-name-unfit": ((d) => ({
    title: "The artifact to hand on has no single name",
    finding: `artifact is ${quoted(listed(d.names))}, and this job builds and hands on.`,
    remedy: "Give this job one name without * and ?, such as wheels-${{ matrix.os }}. Patterns and lists are for a job that takes."
  })),
  "artifact-taken": ((d) => ({
    title: `Two jobs leave one artifact, ${d.artifact}`,
    finding: `Artifact ${d.artifact} of this run is there already, left by ${d.job}${d.files.length === 0 ? "" : `: ${listed(d.files)}`}. It is kept as it is, since the release would lack what is in it.`,
    remedy: "Give each job that builds an artifact of its own, such as artifact: wheels-${{ matrix.os }}, and the job that publishes all of them: artifact: wheels-*."
  })),
  "artifact-service": ((d) => ({
    title: "The artifact service of the runner failed",
    finding: `It failed at ${d.operation}: ${sentence(d.problem)}`,
    remedy: "Run the failed job again: what other jobs have left is kept.",
    blame: "world"
  })),
  "artifact-damaged": ((d) => ({
    title: `Artifact ${d.artifact} is damaged`,
    finding: `What came of artifact ${d.artifact} cannot be used: ${sentence(d.problem)}`,
    remedy: "Run this job again. If it stays so, run the job again that made the artifact.",
    blame: "world"
  })),
  "artifact-huge": ((d) => ({
    title: `Artifact ${d.artifact} is too large`,
    finding: `Artifact ${d.artifact} holds ${d.size} bytes, packed or unpacked, and up to ${d.limit} bytes are taken.`,
    remedy: "Leave the distributions alone in the artifact, or those of each job in an artifact of their own. Where they are that large, carry them by steps of the workflow, with handover: files."
  })),
  "artifacts-clash": ((d) => ({
    title: `Two artifacts hold ${d.filename} with different bytes`,
    finding: `${d.filename} is in artifact ${d.one.artifact} with sha256 ${d.one.sha256}, and in artifact ${d.other.artifact} with sha256 ${d.other.sha256}.`,
    remedy: "Let one job alone build each file: one wheel for each platform and Python, the sdist and a pure wheel in one of the jobs."
  })),
  "record-unfit": ((d) => ({
    title: "The release record cannot be followed",
    finding: `${d.file} with the distributions is a release record, but ${sentence(d.problem)}`,
    remedy: "Let the jobs of a release use one version of this action, and run the job again that built. If nobody but this action made the file, report it."
  })),
  "records-disagree": ((d) => ({
    title: "Jobs of this run prepared different releases",
    finding: `Artifact ${d.one} and artifact ${d.other} differ in ${d.what}.`,
    remedy: "Let all building jobs run on one commit with the same version or bump, and one of them alone change files (fix, badges). A changelog that was dated on two days differs too: then run the building jobs again."
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
  "testpypi-public": ((d) => ({
    title: "The public TestPyPI would get what is for an index of your own",
    finding: `pypi-url is ${quoted(d.upload)}, and testpypi-url is left out: the phase testpypi would put the files on ${d.trial} first, where all can read them.`,
    remedy: `Leave the phase testpypi out, as paths B and C do; or give the upload address of a test index of your own as testpypi-url; or, where all may have the files, give testpypi-url as ${d.trial}.`
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

// src/release/faults/members.ts
var members = {
  "member-invalid": ((d) => ({
    title: "A package to be released cannot be read",
    finding: `${d.file}, ${sentence(d.problem)}`,
    remedy: "Mend it, such as by a name in [project], or leave its directory out: of the workspace (exclude), or of the members input."
  })),
  "member-unknown": ((d) => ({
    title: "There is no such member",
    finding: `members names ${quoted(d.entry)}, which fits none of: ${listed(d.known) || "nothing, for there is no package"}.`,
    remedy: "Give names of the workspace’s members, or with a / directories that have a pyproject.toml, setup.cfg or setup.py. Both may be globs."
  })),
  "members-private": ((d) => ({
    title: "No package of the workspace is for an index",
    finding: d.known.length === 0 ? `There is no package below ${place(d.directory)}.` : `Below ${place(d.directory)} there are ${listed(d.known)}: each has the classifier "Private ::", no [build-system], or package = false.`,
    remedy: "Name what is to be released in the members input, or take these marks from it."
  })),
  "members-circular": ((d) => ({
    title: "The packages require one another in a circle",
    finding: `${d.circle[0]} requires ${d.circle.slice(1).join(", which requires ")}.`,
    remedy: "What another requires is published before it, which no order can do here: make one of these requirements an extra, or leave a package out (members)."
  })),
  "members-disagree": ((d) => ({
    title: "The packages have different versions",
    finding: `${d.packages.map(({ name, version }) => `${name} is ${version}`).join("; ")}. One tag stands for all of them.`,
    remedy: "Give the version that all shall get as the version input; or release them one by one, each with working-directory and a tag-format of its own, such as NAME-v{version}."
  })),
  "package-unbuilt": ((d) => ({
    title: "A package has no distribution",
    finding: `${d.directory} holds ${listed(d.found)}, and nothing of ${listed(d.packages)}.`,
    remedy: "Let the build put the distributions of every released package there, or name only those that it builds in the members input."
  }))
};

// src/release/faults/monitor.ts
var monitor = {
  "metric-bad": ((d) => ({
    title: `${d.title}: it does not`,
    finding: sentence(d.says),
    remedy: d.cure
  })),
  "nothing-released": ((d) => ({
    title: `${named(d.index)} offers no release of ${d.project}`,
    finding: d.isKnown ? `All releases of ${d.project} on ${named(d.index)} were withdrawn, or have no files.` : `${named(d.index)} does not know ${d.project}: nothing of it was ever released there, or all of it was deleted.`,
    remedy: "Release it first, or look on the index at what became of it. A schedule is of use only once there is a release."
  }))
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
  "dry-run-copy": ((d) => ({
    title: "The copy for the dry run could not be made",
    finding: `${quoted(d.directory)} could not be copied: ${sentence(d.problem)}`,
    remedy: "A dry run works on a copy of the checkout. Let the runner have the room for it, and let the user of this step read every file: remove what a container or another user left there, or start from a fresh checkout."
  })),
  "dry-run-linked": ((d) => ({
    title: "A dry run needs a checkout with a repository of its own",
    finding: `.git in ${quoted(d.directory)} is no directory: it leads to another repository, as in a linked worktree or a submodule. The dry run of a copy would commit there.`,
    remedy: "Make the dry run in a clone: check out by actions/checkout, or use git clone."
  })),
  "rehearsal-impossible": ((d) => ({
    title: "The rehearsal cannot begin",
    finding: `${quoted(d.directory)} could not be fetched as a git repository: ${sentence(d.problem)}`,
    remedy: "Check the repository out with actions/checkout before this step, with a commit in it. Git must be there: a container needs it in its image."
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
  "repository-missing": ((d) => ({
    title: "There is no git repository",
    finding: `${d.directory} lies in no git repository.`,
    remedy: "A workflow lies at the top of a repository of the forge: run git init there, and commit the project."
  })),
  "pyproject-missing": ((d) => ({
    title: "There is no Python project",
    finding: `There is no pyproject.toml, no setup.cfg and no setup.py in ${place(d.directory)}.`,
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
    finding: `No file in ${place(d.directory)} says a name, and neither does the build back end.`,
    remedy: "Add a [project] table with name and version to pyproject.toml."
  })),
  "version-missing": ((d) => ({
    title: "There is no version to raise",
    finding: `The version of ${d.project} is computed from git’s tags, and no tag in the history of this commit names one.`,
    remedy: "Give the first version as the version input, or push its tag."
  })),
  "clone-shallow": ((d) => ({
    title: "The clone is too shallow for the version",
    finding: `The version of ${d.project} is computed from git’s tags, and this shallow clone does not have ${d.tag === void 0 ? "them" : `the tag ${d.tag}`}: the build would get another version.`,
    remedy: "Give actions/checkout `fetch-depth: 0`."
  })),
  "version-untagged": ((d) => ({
    title: "This commit has no version",
    finding: `The version of ${d.project} is computed from git’s tags, and no tag on this commit names one.`,
    remedy: "Give version or bump, or push a tag: what a tool computes between two tags is not for an index."
  })),
  "version-computed": ((d) => ({
    title: "The version is computed, and would not change",
    finding: `The version would be ${d.version}, but the build back end of ${d.project} computes ${d.computed} from a place that this action does not know.`,
    remedy: "Commit the version where it stands and release with neither version nor bump, or give [project] a static version."
  })),
  "version-unfinished": ((d) => ({
    title: "Nobody asked for this kind of version",
    finding: `${d.where} says ${d.version}, which is a ${d.stable === void 0 ? "post" : "development"} release.`,
    remedy: d.stable === void 0 ? `Give version: ${d.version} if that is meant, else a bump.` : `Give bump: stable to release ${d.stable}, or version: ${d.version} if that is meant.`
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
    finding: d.places.map(({ where, version }) => `${where} says ${version}`).join("; ") + ".",
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
  "file-outside": ((d) => ({
    title: "A file of the release lies outside the repository",
    finding: `${d.what} is ${quoted(d.file)}, which leads out of the repository.`,
    remedy: "Keep the file in the repository, itself and not by a link alone: what lies outside is in no commit. Where working-directory is a link, give the directory that it leads to."
  })),
  "towncrier-invalid": ((d) => ({
    title: "The settings of towncrier cannot be read",
    finding: `towncrier.toml: ${sentence(d.problem)}`,
    remedy: "Mend towncrier.toml: no TOML reader takes it as it is."
  })),
  "version-released": ((d) => ({
    title: "This version is already released",
    finding: `${d.project} ${d.version} was released as tag ${d.tag}, of an earlier commit than this one.`,
    remedy: "Raise the version: by bump, or in the source. What was released can be built again from its tag."
  })),
  "version-taken": ((d) => ({
    title: "This version is already published",
    finding: `${d.project} ${d.version} is on ${named(d.index)} with ${listed(d.files)}, and no release ${d.tag} of ${d.repository} holds these files.`,
    remedy: "Release a new version (bump, or one in the source). If these files were published from this very commit by other means, push the tag: the build is then compared with them."
  })),
  "version-behind": ((d) => ({
    title: "A higher version is already published",
    finding: `The version${d.project === void 0 ? "" : ` of ${d.project}`} is ${d.version}, but ${named(d.index)} already has ${d.latest} of that line.`,
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
    remedy: `If this is the first release, enter a pending publisher on ${named(d.index)} whose project name is the name in pyproject.toml; if there is one, its name differs. Or make the first release with a token for the whole account. Of several packages in one release only one can be pending at a time: enter the one that is refused, then run again.`
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
  ...members,
  ...checks,
  ...monitor,
  ...handover,
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
  /** What the phase that stops has found out all the same. */
  found;
  constructor(faults, options) {
    super(faults.map(({ code, finding }) => `${code}: ${finding}`).join("; "), options);
    this.name = "Stopped";
    this.faults = faults;
    this.patience = options?.patience ?? 0;
    this.found = options?.found ?? {};
  }
};
function findingsOf({ faults }) {
  return faults.map(({ finding }) => finding).join(" ");
}
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

// src/packaging/digest.ts
import { createHash } from "node:crypto";
function sha256Hex(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

// src/packaging/project-name.ts
var PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
function normalizedName(name) {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}
function fileNameStem(name) {
  return normalizedName(name).replaceAll("-", "_");
}
function isProjectName(name) {
  return PROJECT_NAME.test(name);
}

// src/release/record.ts
import path from "node:path";

// src/packaging/attestation.ts
function attestationName(filename) {
  return `${filename}${SUFFIX}`;
}
function isAttestation(filename) {
  return filename.endsWith(SUFFIX);
}
var SUFFIX = ".publish.attestation";
function parsedAttestation(value) {
  const material = member(value, "verification_material");
  const envelope = member(value, "envelope");
  const certificate = member(material, "certificate");
  const entries = member(material, "transparency_entries");
  const statement = member(envelope, "statement");
  const signature = member(envelope, "signature");
  if (member(value, "version") !== 1 || !Array.isArray(entries)) return void 0;
  if (typeof certificate !== "string" || typeof statement !== "string" || typeof signature !== "string")
    return void 0;
  return {
    version: 1,
    verification_material: { certificate, transparency_entries: entries },
    envelope: { statement, signature }
  };
}
function readAttestation(text2) {
  return parsedAttestation(parsedJson(text2));
}
function statementOf({ envelope }) {
  const statement = parsedJson(Buffer.from(envelope.statement, "base64").toString());
  const subjects = member(statement, "subject");
  const predicateType = member(statement, "predicateType");
  if (!Array.isArray(subjects) || typeof predicateType !== "string") return void 0;
  return {
    subjects: subjects.map((subject) => ({
      filename: text(member(subject, "name")),
      sha256: text(member(member(subject, "digest"), "sha256"))
    })),
    predicateType
  };
}
function logIndexOf({ verification_material: material }) {
  const index = member(material.transparency_entries[0], "logIndex");
  return typeof index === "string" ? index : void 0;
}
function parsedJson(json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function member(value, key) {
  return typeof value === "object" && value !== null ? value[key] : void 0;
}
function text(value) {
  return typeof value === "string" ? value : "";
}

// src/packaging/version-parts.ts
function versionParts(text2) {
  const trimmed = text2.trim();
  const parsed = parse(trimmed);
  if (parsed === null) return void 0;
  const pre = parsed.pre === null ? void 0 : { stage: stageOf(parsed.pre), number: numberOf(parsed.pre) };
  const post = parsed.post === null ? void 0 : numberOf(parsed.post);
  const dev = parsed.dev === null ? void 0 : numberOf(parsed.dev);
  const numbers = [parsed.epoch, ...parsed.release, pre?.number ?? 0, post ?? 0, dev ?? 0];
  if (!numbers.every(Number.isSafeInteger)) return void 0;
  const local = normalizedLocal(trimmed);
  return {
    epoch: parsed.epoch,
    release: parsed.release,
    ...pre && { pre },
    ...post !== void 0 && { post },
    ...dev !== void 0 && { dev },
    ...local !== void 0 && { local }
  };
}
function stageOf(part) {
  return part[0];
}
function numberOf(part) {
  return Number(part[1]);
}
function normalizedLocal(version) {
  return version.split("+")[1]?.toLowerCase().split(/[-_.]/).map((segment) => /^[0-9]+$/.test(segment) ? BigInt(segment).toString() : segment).join(".");
}
function versionText(parts) {
  const { epoch, release, pre, post, dev, local } = parts;
  return [
    epoch === 0 ? "" : `${epoch}!`,
    release.join("."),
    pre ? `${pre.stage}${pre.number}` : "",
    post === void 0 ? "" : `.post${post}`,
    dev === void 0 ? "" : `.dev${dev}`,
    local === void 0 ? "" : `+${local}`
  ].join("");
}
function requiredParts(text2) {
  const parts = versionParts(text2);
  if (parts === void 0) throw new RangeError(`"${text2}" is not a version as PEP 440 defines it`);
  return parts;
}

// src/packaging/version.ts
function isVersion(text2) {
  return versionParts(text2) !== void 0;
}
function normalizedVersion(text2) {
  return versionText(requiredParts(text2));
}
function sameVersion(a, b) {
  return isVersion(a) && isVersion(b) ? compareVersions(a, b) === 0 : a === b;
}
function compareVersions(a, b) {
  const { local: localA, ...publicA } = requiredParts(a);
  const { local: localB, ...publicB } = requiredParts(b);
  return compare(versionText(publicA), versionText(publicB)) || comparedLocals(localA, localB);
}
function comparedLocals(a, b) {
  if (a === void 0 || b === void 0) return Number(a !== void 0) - Number(b !== void 0);
  const [left, right] = [a.split("."), b.split(".")];
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === void 0) return 1;
    if (segment !== other) return comparedSegments(segment, other);
  }
  return left.length - right.length;
}
function comparedSegments(a, b) {
  const [numericA, numericB] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
  if (numericA !== numericB) return numericA ? 1 : -1;
  const below = numericA ? BigInt(a) < BigInt(b) : a < b;
  return below ? -1 : 1;
}
function isPrerelease(v) {
  const { pre, dev } = requiredParts(v);
  return pre !== void 0 || dev !== void 0;
}
function hasLocal(v) {
  return requiredParts(v).local !== void 0;
}
function latestOf(versions) {
  return versions.filter(isVersion).reduce(
    (latest, version) => latest === void 0 || compareVersions(version, latest) > 0 ? version : latest,
    void 0
  );
}
var BUMPS = ["major", "minor", "patch", "stable", "alpha", "beta", "rc", "post", "dev"];
function bumpedVersion(current, bump) {
  const { local: _, ...parts } = requiredParts(current);
  const bumped = versionText(BUMPED[bump](parts));
  if (compareVersions(bumped, current) > 0) return bumped;
  throw new RangeError(
    `bump "${bump}" would turn ${current} into ${bumped}, which is not above it; choose ${upwardBumps(parts, current).join(", ")}, or give the version itself`
  );
}
function upwardBumps(parts, current) {
  return BUMPS.filter((bump) => compareVersions(versionText(BUMPED[bump](parts)), current) > 0);
}
var BUMPED = {
  major: (parts) => raised(parts, 0),
  minor: (parts) => raised(parts, 1),
  patch: (parts) => raised(parts, 2),
  stable: ({ epoch, release }) => ({ epoch, release }),
  alpha: (parts) => staged(parts, "a"),
  beta: (parts) => staged(parts, "b"),
  rc: (parts) => staged(parts, "rc"),
  post: ({ dev: _, ...parts }) => ({ ...parts, post: (parts.post ?? 0) + 1 }),
  dev: (parts) => ({ ...upcoming(parts), dev: (parts.dev ?? 0) + 1 })
};
function raised({ epoch, release }, place2) {
  const length = Math.max(release.length, place2 + 1);
  const numbers = Array.from({ length }, (_, index) => index > place2 ? 0 : release[index] ?? 0);
  return { epoch, release: numbers.with(place2, (numbers[place2] ?? 0) + 1) };
}
function staged(parts, stage) {
  const { epoch, release, pre, post, dev } = parts;
  if (pre) return { epoch, release, pre: { stage, number: pre.stage === stage ? pre.number + 1 : 1 } };
  const unfinished = dev !== void 0 && post === void 0;
  return { ...unfinished ? { epoch, release } : raised(parts, 2), pre: { stage, number: 1 } };
}
function upcoming(parts) {
  const { epoch, release, pre, post, dev } = parts;
  if (dev !== void 0) return parts;
  if (post !== void 0) return { ...parts, post: post + 1 };
  return pre ? { epoch, release, pre: { ...pre, number: pre.number + 1 } } : raised(parts, 2);
}

// src/packaging/distribution.ts
var WHEEL = /^(?<name>[^-]+)-(?<version>[^-]+)(?:-(?<build>[0-9]\w*))?-(?<python>[\w.]+)-(?<abi>[\w.]+)-(?<platform>[\w.]+)\.whl$/;
function parsedFileName(filename) {
  if (filename.endsWith(".tar.gz")) return parsedSdist(filename.slice(0, -".tar.gz".length));
  const { name, version, ...tags } = WHEEL.exec(filename)?.groups ?? {};
  const identity = identityOf(name, version);
  if (identity === void 0) return void 0;
  const given = Object.entries(tags).filter(([, tag]) => tag !== void 0);
  return { kind: "wheel", ...identity, ...Object.fromEntries(given) };
}
function isOfVersion(filename, version) {
  const parsed = parsedFileName(filename);
  return parsed !== void 0 && sameVersion(parsed.version, version);
}
function parsedSdist(stem) {
  for (let at = stem.lastIndexOf("-"); at > 0; at = stem.lastIndexOf("-", at - 1)) {
    const identity = identityOf(stem.slice(0, at), stem.slice(at + 1));
    if (identity) return { kind: "sdist", ...identity };
  }
  return void 0;
}
function identityOf(name = "", version = "") {
  if (!isProjectName(name) || /\s/.test(version) || !isVersion(version)) return void 0;
  return { name: normalizedName(name), version: normalizedVersion(version) };
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
  const { kind, name, version } = parsed;
  return { filename, kind, name, version, size: bytes.byteLength, sha256: sha256Hex(bytes) };
}

// src/release/record.ts
var RECORD_NAME = "release.json";
function isHanded(name) {
  return parsedFileName(name) !== void 0 || name === RECORD_NAME || isAttestation(name);
}
function recordOf(commit, { name, version, tag }, build) {
  return { schema: 1, commit, project: { name, version }, tag, ...build };
}
function isOf({ commit, released }, sha) {
  return sha === commit || sha === released;
}
function sameDistributions(ours2, theirs) {
  return digestsOf(ours2) === digestsOf(theirs);
}
function digestsOf(distributions) {
  return distributions.map(({ filename, sha256 }) => `${sha256} ${filename}`).toSorted().join("\n");
}
function recordText(record) {
  return `${JSON.stringify(record, void 0, 2)}
`;
}
async function writeRecord(files, packages, record) {
  await files.write(path.join(packages, RECORD_NAME), recordText(record));
}
async function readRecord(files, packages) {
  const text2 = await files.text(path.join(packages, RECORD_NAME));
  return text2 === void 0 ? void 0 : parsedRecord(text2);
}
function parsedRecord(text2) {
  const value = parsedJson2(text2);
  if (typeof value !== "object" || value === null || !("schema" in value)) return void 0;
  if (value.schema !== 1) return unfit(`its schema is ${JSON.stringify(value.schema)}`);
  const record = value;
  if (!isWhole(record)) return unfit("a part of it is missing, or is none of its kind");
  const changed = record.changed.find(({ file }) => !isInTheTree(file));
  if (changed !== void 0)
    return unfit(`it changes ${JSON.stringify(changed.file)}, which leads out of the tree`);
  const foreign = record.distributions.find(({ filename }) => !isFileName(filename));
  if (foreign !== void 0) return unfit(`${JSON.stringify(foreign.filename)} is no name of a distribution`);
  return record;
}
function unfit(problem) {
  return stop("record-unfit", { file: RECORD_NAME, problem });
}
function isWhole(record) {
  const { commit, tag, project: project2, distributions, changed } = record;
  const texts = [commit, tag, project2?.name, project2?.version].every((each) => typeof each === "string");
  return texts && isListOf(distributions, isDistribution) && isListOf(changed, isChange);
}
function isListOf(list, fits) {
  return Array.isArray(list) && list.every((entry) => typeof entry === "object" && entry !== null && fits(entry));
}
function isDistribution({ filename, sha256 }) {
  return typeof filename === "string" && typeof sha256 === "string";
}
function isChange({ file, content }) {
  return typeof file === "string" && (typeof content === "string" || content === null);
}
function isFileName(filename) {
  return parsedFileName(filename) !== void 0 && !/[/\\]/.test(filename);
}
function isInTheTree(file) {
  return file !== "" && !/^[/\\]|^[A-Za-z]:/.test(file) && !file.split(/[/\\]/).some((part) => part === ".." || isGits(part));
}
function isGits(part) {
  return /^(?:\.git|git~1)[. ]*(?::.*)?$/i.test(part.replace(new RegExp("\\p{Cf}", "gu"), ""));
}
function parsedJson2(text2) {
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
    const bytes = await files.bytes(path.join(packages, name));
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

export {
  INDEX_LABELS,
  TOOL_INDEX,
  PUBLISH_PREDICATE,
  indexAddresses,
  versionPage,
  projectPage,
  publisherPages,
  hasVersionPages,
  isLaidOutAsPyPI,
  statisticsOf,
  indexOfDomain,
  triesInPublic,
  named,
  settingOf,
  fault,
  Stopped,
  findingsOf,
  faultsOf,
  stop,
  attestationName,
  isAttestation,
  parsedAttestation,
  readAttestation,
  statementOf,
  logIndexOf,
  sha256Hex,
  normalizedName,
  fileNameStem,
  versionParts,
  versionText,
  requiredParts,
  isVersion,
  normalizedVersion,
  sameVersion,
  compareVersions,
  isPrerelease,
  hasLocal,
  latestOf,
  BUMPS,
  bumpedVersion,
  parsedFileName,
  isOfVersion,
  uploadOrder,
  distributionOf,
  RECORD_NAME,
  isHanded,
  recordOf,
  isOf,
  sameDistributions,
  recordText,
  writeRecord,
  readRecord,
  parsedRecord,
  distributionsIn,
  observedBuild
};
