import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Mn,
  builtMetadata,
  hasSeveral,
  literally,
  saysNothing,
  sectionOf,
  vn
} from "./chunk-UWZJFJ6R.js";
import {
  descriptionType,
  descriptionTypeInWords
} from "./chunk-NIL74CMH.js";
import {
  Stopped,
  fault,
  findingsOf,
  sameVersion
} from "./chunk-U3DV3KVM.js";

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
function noticed(emit, level, title, says) {
  emit({ kind: "noticed", level, title, says });
}
function firstLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}

// src/phases/handover/changed-files.ts
import path from "node:path";
async function changedFiles(names, { directory }, { files, checkout }) {
  const prefix = await checkout.prefix();
  const read = names.map(async (name) => {
    const bytes = await files.bytes(path.join(directory, name));
    const committed = bytes?.includes(CARRIAGE_RETURN) ? await checkout.committed(name) ?? bytes : bytes;
    const content = committed === void 0 ? null : Buffer.from(committed).toString("base64");
    return { file: path.posix.join(prefix, name.replaceAll("\\", "/")), content };
  });
  return Promise.all(read);
}
var CARRIAGE_RETURN = 13;
function changedNames(changed) {
  return changed.map(({ file }) => file).join(", ");
}
function bytesOf({ content }) {
  return content === null ? null : new Uint8Array(Buffer.from(content, "base64"));
}
async function settleTree(changed, { directory }, { files, checkout }) {
  const prefix = await checkout.prefix();
  for (const each of changed) {
    const target = path.join(directory, path.posix.relative(prefix, each.file));
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
function isReleaseCommit(commit, { forge }, project) {
  return commit?.parents[0] === forge.commit && commit.message === releaseMessage(project);
}
async function releasedCommit({ build, project }, recorded, plan, world, emit) {
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
  const message = releaseMessage(project);
  return step(
    emit,
    "Make the release commit",
    async () => await earlierCommit(world.forge, plan, project) ?? world.forge.commits.create({ parent: commit, message, files: contents(build) }),
    (made) => `${made.slice(0, 12)} on ${commit.slice(0, 12)}: ${changedNames(build.changed)}`
  );
}
function hasReleaseCommit({ version }, { changed }) {
  return changed.length > 0 && version.kind !== "tag";
}
async function bringToBranch(sha, { project, build }, plan, world, emit) {
  const { commit, branch, commitPolicy } = plan.forge;
  if (branch === void 0 || plan.mode === "dry-run" || !hasReleaseCommit(plan, build)) return;
  await HAND_ON[commitPolicy]({ branch, sha, base: commit, project }, plan, world, emit);
}
async function earlierCommit({ refs, commits }, plan, project) {
  const branches = plan.forge.branch === void 0 ? [] : [plan.forge.branch, proposalBranch(project)];
  const places = [await refs.tag(project.tag), ...await Promise.all(branches.map(refs.branch))];
  for (const sha of places) {
    const commit = sha === void 0 ? void 0 : await commits.read(sha);
    if (isReleaseCommit(commit, plan, project)) return sha;
  }
  return void 0;
}
function contents({ changed }) {
  return Object.fromEntries(changed.map((each) => [each.file, bytesOf(each)]));
}
var UNPUSHABLE = ["branch-moved", "rules-forbid"];
var push = async (commit, plan, world, emit) => {
  const { forge, clock } = world;
  try {
    return await converge(branchTarget(forge, commit.branch), commit, { mode: plan.mode, clock, emit });
  } catch (error) {
    const code = error instanceof Stopped ? error.faults[0]?.code : void 0;
    if (code === void 0 || !UNPUSHABLE.includes(code)) throw error;
    const tip = await forge.refs.branch(commit.branch);
    if (code === "branch-moved" && (tip === commit.base || tip === commit.sha)) throw error;
    return proposeIfAllowed(commit, plan, world, emit);
  }
};
var proposeIfAllowed = async (commit, plan, world, emit) => {
  try {
    return await propose(commit, plan, world, emit);
  } catch (error) {
    if (!(error instanceof Stopped) || error.faults.some(({ blame }) => blame === "world")) throw error;
    noticed(
      emit,
      "warning",
      `The release commit is not on ${commit.branch}`,
      `${findingsOf(error)} Merge ${commit.project.tag}, which is on it, by hand.`
    );
    return "satisfied";
  }
};
var propose = async ({ branch, sha, project }, _plan, { forge }, emit) => {
  const url = await forge.commits.propose({
    branch: proposalBranch(project),
    base: branch,
    commit: sha,
    title: releaseMessage(project),
    body: "The version and changelog of the release."
  });
  noticed(emit, "notice", "The release commit waits in a pull request", url);
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

// src/packaging/links.ts
function linksIn(markdown) {
  const found = [];
  Mn(vn(markdown), (token) => {
    if (token.type === "link" || token.type === "image") found.push(String(token.href));
    if (token.type === "html") found.push(...htmlLinks(String(token.text)));
  });
  return [...new Set(found)];
}
function htmlLinks(html) {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  const attributes = shown.matchAll(/\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
  return [...attributes].map(
    ([, double, single]) => (double ?? single ?? "").trim().replaceAll("&amp;", "&")
  );
}
var NOBODYS = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|localdomain|internal|intranet|private|corp|home|lan|svc|consul|onion|home\.arpa)$/;
function isPublicLink(address) {
  if (!/^https?:/i.test(address) || /[<>{}$\s]/.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  const host = hostname.replace(/\.$/, "");
  const isAddress = host.startsWith("[") || /^[\d.]+$/.test(host);
  return host.includes(".") && !isAddress && !NOBODYS.test(host) && username === "" && password === "";
}

// src/release/few.ts
var SHOWN = 5;
function few(texts) {
  const more = texts.length - SHOWN;
  return `${texts.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/release/in-parallel.ts
async function inParallel(items, atOnce, work) {
  const results = /* @__PURE__ */ new Map();
  const failures = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failures.length > 0) return;
      try {
        results.set(index, await work(item));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
async function allOf(work) {
  const failed2 = (await Promise.allSettled(work)).find((result) => result.status === "rejected");
  if (failed2 !== void 0) throw failed2.reason;
}

// src/phases/links.ts
var TIME_LIMIT = 6e4;
var AT_ONCE = 8;
var README = "README";
async function lookAtLinks(described, plan, world, awaited) {
  if (!isPublicLink(plan.indexes.pypi.simple)) return { unchecked: "the index is not on the public web" };
  const all = (await Promise.all(described.map((each) => linksOf(each, world)))).flat();
  const links = distinct(all);
  const asked = links.filter((link) => awaited === void 0 || !comesWith(awaited, link, plan));
  const visits = /* @__PURE__ */ new Map();
  const visited = inParallel(asked, AT_ONCE, async (link) => {
    visits.set(link, await world.web.visit(link.url));
  });
  await world.clock.within(TIME_LIMIT, visited);
  const isClosed = asked.length > 0 && ![...visits.values()].some(({ kind }) => kind === "answered");
  if (isClosed) return { unchecked: "no address answered, as where the network is closed" };
  const judged = asked.map((link) => ({ ...link, ...judgement(visits.get(link)) }));
  const own = await ownRepository(judged, plan, world);
  const dead = judged.filter(({ verdict, url }) => verdict === "dead" && !own.hides(url));
  const untold = judged.filter(
    ({ verdict, url }) => verdict === "untold" || verdict === "dead" && own.hides(url)
  );
  return {
    alive: judged.filter(({ verdict }) => verdict === "alive").length,
    dead: dead.map(toldLink),
    untold: untold.map((link) => toldLink(own.hides(link.url) ? { ...link, why: own.why } : link)),
    awaited: links.length - asked.length
  };
}
function toldLink({ url, place, isMetadata, why, isGone }) {
  return { url, place, isMetadata, why, isGone };
}
function distinct(links) {
  const ofMetadata = links.filter(({ isMetadata }) => isMetadata);
  return [...new Map([...links, ...ofMetadata].map((link) => [link.url, link])).values()];
}
async function linksOf({ description, contentType, urls }, { markup }) {
  const markdown = await asMarkdown(description, contentType, markup);
  const links = [
    ...linksIn(markdown).map((url) => ({ url, place: README, isMetadata: false })),
    ...urls.map(([label, url]) => ({ url, place: label, isMetadata: true }))
  ];
  return links.filter(({ url }) => isPublicLink(url)).map((link) => ({ ...link, url: link.url.replace(/#.*$/, "") }));
}
async function asMarkdown(description, contentType, markup) {
  const type = descriptionType(contentType);
  if (type === "text/markdown") return description;
  if (type !== "text/x-rst" || description.trim() === "") return "";
  const converted = await markup.markdown(description);
  return "markdown" in converted ? converted.markdown : "";
}
function comesWith({ names, version, isFirst }, { url }, { forge }) {
  if (new RegExp(`(?<![0-9A-Za-z])(?<!\\d\\.)v?${literally(version)}(?![0-9A-Za-z]|\\.\\d)`, "i").test(url))
    return true;
  if (!isFirst || url.startsWith(`${forge.server}/`)) return false;
  const plain = url.toLowerCase().replace(/[-_.]+/g, "-");
  return names.some((name) => new RegExp(`(?<![0-9a-z])${name}(?![0-9a-z])`).test(plain));
}
function judgement(visit) {
  const isGone = false;
  if (visit === void 0) return { verdict: "untold", why: "there was no time left", isGone };
  if (visit.kind === "nowhere") return { verdict: "dead", why: "its host was not found", isGone };
  if (visit.kind === "unanswered") return { verdict: "untold", why: visit.reason, isGone };
  const { status } = visit;
  if (status < 400) return { verdict: "alive", why: "", isGone };
  const isTold = status === 404 || status === 410;
  return { verdict: isTold ? "dead" : "untold", why: `${status}`, isGone: isTold };
}
async function ownRepository(judged, { forge }, { web }) {
  const home = placeOf(`${forge.server}/${forge.repository}`);
  const isOwn = (url) => [`${home}/`, `${home}.git/`].some((own) => `${placeOf(url)}/`.startsWith(own));
  const isAsked = judged.some(({ verdict, url }) => verdict === "dead" && isOwn(url));
  const visit = isAsked ? await web.visit(`${forge.server}/${forge.repository}`) : void 0;
  const isHidden = visit !== void 0 && judgement(visit).verdict !== "alive";
  return { hides: (url) => isHidden && isOwn(url), why: "the repository is not open to everybody" };
}
function placeOf(url) {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`.toLowerCase();
}
function linksInWords({ alive, dead, untold, awaited }) {
  const parts = [
    ...dead.length > 0 ? [`dead: ${fewLinks(dead)}`] : [],
    `${alive} ${alive === 1 ? "link leads" : "links lead"} somewhere`,
    ...untold.length > 0 ? [`could not be told: ${fewLinks(untold)}`] : [],
    ...awaited > 0 ? [`${awaited} come with the release`] : []
  ];
  return parts.join("; ");
}
function fewLinks(links) {
  return few(links.map(({ url, place, why }) => `${url} (${place}: ${why})`));
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
  version: ({ project, published }) => {
    if (published === void 0) return passed(`${project.version}; PyPI is not asked`);
    const taken = project.packages.filter((each) => isTaken(each, project.version, published));
    const free = project.packages.filter((each) => !taken.includes(each));
    const told = [
      ...taken.length > 0 ? [`${namesFor(project, taken)}on PyPI already with some files`] : [],
      ...free.length > 0 ? [`${namesFor(project, free)}not on PyPI yet`] : []
    ];
    return passed(`${project.version}, ${told.join("; ")}`);
  },
  changelog: ({ project, changelog }) => {
    if (project.changelog === void 0)
      return advisory("there is no changelog", "Keep a CHANGELOG.md (keepachangelog.com).");
    const section = changelog === void 0 ? void 0 : sectionOf({ file: project.changelog, text: changelog }, project.version);
    if (section === void 0)
      return advisory(
        `${project.changelog} has no section for ${project.version}`,
        `Add one before the release; the notes are generated by the forge instead.`
      );
    if (saysNothing(section))
      return advisory(
        `${project.changelog} says nothing of ${project.version}`,
        "Tell what changed before the release; the notes are generated by the forge instead."
      );
    return passed(
      `${project.changelog} has ${project.version}${section.date === void 0 ? "" : `, dated ${section.date}`}`
    );
  },
  committed: ({ plan, build, changes, commit, tagged, project }) => {
    const own = new Set(build?.changed.map(({ file }) => file));
    const dirty = changes.filter((file) => !own.has(file));
    if (dirty.length > 0)
      return failed(
        `not committed: ${dirty.join(", ")}`,
        "Commit or remove these files: what is released must be what is on the forge."
      );
    if (plan.forge.commit === "") return unchecked("there is no commit");
    if (commit === null)
      return failed(`the forge does not have commit ${plan.forge.commit}`, "Push the commit first.");
    if (typeof tagged === "string" && tagged !== plan.forge.commit && own.size === 0) {
      return failed(
        `tag ${project.tag} is on ${tagged}`,
        "Release a new version: a published tag is never moved."
      );
    }
    const isOnTop = plan.version.kind !== "tag" && commit?.message !== releaseMessage(project);
    if (tagged === plan.forge.commit && own.size > 0 && isOnTop) {
      return failed(
        `tag ${project.tag} is on ${tagged}, and the release is of a commit on top of that`,
        "Release a new version: a published tag is never moved."
      );
    }
    const verb = own.size === 1 ? "rides" : "ride";
    const rides = own.size > 0 ? `; ${[...own].join(", ")} ${verb} in the release commit` : "";
    return passed(
      `clean tree at ${plan.forge.commit.slice(0, 12)}${tagged === null ? ", tag free" : ""}${rides}`
    );
  },
  readme: ({ project, metadata }) => {
    if (metadata.length === 0) return unchecked("nothing is built yet");
    const empty = metadata.filter(({ description }) => description.trim() === "");
    if (empty.length > 0)
      return advisory(
        `${namesFor(project, empty)}the project page will be empty`,
        "Name a readme in pyproject.toml."
      );
    const told = metadata.map(
      (each) => `${namesFor(project, [each])}${descriptionTypeInWords(each.descriptionContentType)}, ${each.description.length} characters`
    );
    return passed(`${told.join("; ")}, rendered by twine check`);
  },
  links: ({ links, project, published = {} }) => {
    if (links === void 0) return unchecked("nothing is built yet");
    if ("unchecked" in links) return unchecked(links.unchecked);
    const evidence = linksInWords(links);
    if (links.dead.length === 0) return passed(evidence);
    const own = links.dead.filter(({ isMetadata }) => isMetadata);
    if (own.length === 0) return advisory(evidence, "Mend the README: the index shows it as it is for ever.");
    if (project.packages.some((each) => isTaken(each, project.version, published)))
      return advisory(
        evidence,
        "Mend the addresses in the next version: files of this one are public with them."
      );
    const cure = "Mend the addresses of the metadata: the index shows them beside the release for ever.";
    return own.some(({ isGone }) => isGone) ? failed(evidence, cure) : advisory(evidence, cure);
  },
  size: ({ build }) => {
    if (build === void 0) return unchecked("nothing is built yet");
    const large = build.distributions.filter(({ size }) => size > MEGABYTE);
    const sizes = build.distributions.map(({ filename, size }) => `${filename} ${Math.ceil(size / 1024)} KiB`).join(", ");
    return large.length > 0 ? advisory(sizes, "Over 1 MiB: see whether data or tests got in.") : passed(sizes);
  },
  coverage: ({ checks, project, plan }) => {
    const coverage = checks?.results.find(({ id }) => id === "tests")?.coverage;
    if (checks === void 0) return unchecked(`not checked (path ${plan.path})`);
    if (coverage === void 0) return unchecked("the tests measured no coverage");
    const floor = project.coverageFloor;
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
  publisher: ({ plan: { indexes, forge } }) => {
    const { kind } = indexes.pypi.credential;
    if (kind !== "trusted-publishing")
      return unchecked(kind === "token" ? "PyPI gets a token" : "there is no credential");
    const [owner = "", name = ""] = forge.repository.split("/");
    return passed(
      `this run presents owner ${owner}, repository ${name}, workflow ${forge.workflow ?? "unknown"}, and the job’s environment`
    );
  }
};
function isTaken({ normalizedName }, version, published) {
  return (published[normalizedName] ?? []).some((each) => sameVersion(each, version));
}
function namesFor(project, packages) {
  return hasSeveral(project) ? `${packages.map(({ name }) => name).join(", ")}: ` : "";
}
function checklist(evidence) {
  return Object.entries(ROWS).map(([name, judge]) => {
    const id = name;
    const row = judge(evidence);
    return {
      id,
      ...row,
      verdict: row.verdict === "failed" && evidence.plan.allow.includes(id) ? "allowed" : row.verdict
    };
  });
}
function checked({ plan, checks }, id, cure) {
  const result = checks?.results.find((each) => each.id === id);
  if (checks === void 0) return unchecked(`not checked (path ${plan.path})`);
  if (result === void 0)
    return unchecked(`not checked (${id === "tests" ? "test-command: false" : "left out"})`);
  if (result.outcome === "not-applicable") return unchecked(result.evidence);
  if (result.outcome === "passed") return passed(result.evidence);
  const unfixable = id !== "tests" && plan.commands.fix && plan.version.kind === "tag";
  return unfixable ? advisory(result.evidence, cure) : failed(result.evidence, cure);
}

// src/phases/pypi/evidence.ts
import path2 from "node:path";
async function gatheredEvidence({ there, ...known }, plan, world) {
  const { project, build } = known;
  const [built, changelog, changes, commit, tagged] = await Promise.all([
    builtMetadata(project, build.distributions, plan, world.files),
    changelogText(project, plan, world.files),
    changesOf(project, plan, world.checkout),
    asksForge(plan) ? world.forge.commits.read(plan.forge.commit) : void 0,
    asksForge(plan) ? world.forge.refs.tag(project.tag) : void 0
  ]);
  const metadata = built.flatMap((each) => each ?? []);
  const isOwn = (version) => sameVersion(version, project.version);
  const isFirst = there.every(({ found }) => (found?.versions ?? []).every(isOwn));
  const awaited = { names: there.map(({ name }) => name), version: project.version, isFirst };
  return {
    plan,
    ...known,
    metadata,
    links: await lookAtLinks(metadata.map(describedBy), plan, world, awaited),
    changelog,
    changes,
    published: Object.fromEntries(there.map(({ name, found }) => [name, found?.versions ?? []])),
    commit: asksForge(plan) ? commit ?? null : void 0,
    tagged: asksForge(plan) ? tagged ?? null : void 0
  };
}
async function evidenceBefore(project, plan, { files, checkout }) {
  const [changelog, changes] = await Promise.all([
    changelogText(project, plan, files),
    changesOf(project, plan, checkout)
  ]);
  const unknown = { checks: void 0, build: void 0, published: void 0, commit: void 0 };
  return { plan, project, metadata: [], changelog, changes, ...unknown, tagged: void 0 };
}
async function changelogText({ changelog }, { directory }, files) {
  return changelog === void 0 ? void 0 : files.text(path2.join(directory, changelog));
}
function describedBy({ description, descriptionContentType, projectUrls, ...old }) {
  const { homePage, downloadUrl } = old;
  const named = [...projectUrls, ["Home-page", homePage ?? ""], ["Download-URL", downloadUrl ?? ""]];
  return {
    description,
    contentType: descriptionContentType,
    urls: named.filter(([, url]) => url !== "")
  };
}
function asksForge({ phases }) {
  return phases.includes("post-publish");
}
async function changesOf({ packages }, { packages: made, directory }, checkout) {
  const prefix = await checkout.prefix();
  const products = [
    path2.relative(directory, made).replaceAll("\\", "/"),
    ...packages.map((each) => path2.posix.join(each.directory, "build"))
  ];
  const changes = (await checkout.changes()).filter((file) => !isProduct(products, file));
  return changes.map((file) => path2.posix.join(prefix, file));
}
function isProduct(products, file) {
  return products.some((product) => file === product || file.startsWith(`${product}/`)) || /(^|\/)[^/]+\.egg-info(\/|$)/.test(file);
}

export {
  step,
  skipped,
  noticed,
  inParallel,
  allOf,
  changedFiles,
  settleTree,
  converge,
  releaseMessage,
  isReleaseCommit,
  releasedCommit,
  bringToBranch,
  isPublicLink,
  few,
  lookAtLinks,
  linksInWords,
  checklist,
  gatheredEvidence,
  evidenceBefore
};
