import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  allOf,
  bringToBranch,
  changedFiles,
  checklist,
  converge,
  evidenceBefore,
  few,
  gatheredEvidence,
  inParallel,
  isPublicLink,
  isReleaseCommit,
  linksInWords,
  lookAtLinks,
  noticed,
  releaseMessage,
  releasedCommit,
  settleTree,
  skipped,
  step
} from "./chunks/chunk-WVWURZVP.js";
import {
  readProject,
  requireProject
} from "./chunks/chunk-FOSEIW6Z.js";
import {
  restoreToolCache
} from "./chunks/chunk-KTETM3RU.js";
import {
  createRunner,
  mask
} from "./chunks/chunk-P2KXMCX7.js";
import {
  decodeJwt
} from "./chunks/chunk-ZD43BDC6.js";
import {
  HttpTrouble,
  LONGEST_ADVICE,
  MONITOR,
  NO_TOKEN,
  PATHS,
  SECRET_NAMES,
  TOKEN_USER,
  UNRELEASED_WORD,
  basicCredential,
  builtMetadata,
  bumpsFiles,
  changelogIn,
  changelogSections,
  childEnvironment,
  chosenMembers,
  createCheckout,
  createClock,
  createFiles,
  createHttp,
  createProcesses,
  createPython,
  createTags,
  dateLike,
  delayBefore,
  edited,
  environmentOf,
  eventDetails,
  fitsWildcards,
  handsOn,
  hasSeveral,
  headingSays,
  isStale,
  isoDate,
  keepsArtifact,
  lastLines,
  linkedBody,
  list,
  literally,
  markupNamed,
  markupOf,
  open,
  openArchive,
  openSection,
  opened,
  ownName,
  ownerOf,
  packageDirectories,
  parsedCoreMetadata,
  parsedInputs,
  parsedPyproject,
  parsedToml,
  placeReader,
  planFrom,
  readSource,
  readTowncrier,
  requiredNames,
  requirementOrder,
  saysNothing,
  sectionOf,
  selectedPhases,
  shares,
  strangers,
  strayTokens,
  tagsOfProject,
  titledVersion,
  userOf,
  valueAt,
  within,
  workingDirectory,
  writesVersion
} from "./chunks/chunk-UWZJFJ6R.js";
import "./chunks/chunk-OBTIDVET.js";
import {
  descriptionType,
  descriptionTypeInWords
} from "./chunks/chunk-NIL74CMH.js";
import "./chunks/chunk-TD4IKDX2.js";
import "./chunks/chunk-MBWH6A5W.js";
import {
  getIDToken
} from "./chunks/chunk-O2HKKDA3.js";
import {
  INDEX_LABELS,
  PUBLISH_PREDICATE,
  RECORD_NAME,
  Stopped,
  TOOL_INDEX,
  attestationName,
  compareVersions,
  distributionOf,
  distributionsIn,
  fault,
  faultsOf,
  fileNameStem,
  findingsOf,
  hasLocal,
  hasVersionPages,
  indexOfDomain,
  isAttestation,
  isHanded,
  isLaidOutAsPyPI,
  isOf,
  isOfVersion,
  isPrerelease,
  isVersion,
  latestOf,
  logIndexOf,
  named,
  normalizedName,
  observedBuild,
  parsedAttestation,
  parsedFileName,
  parsedRecord,
  projectPage,
  readAttestation,
  readRecord,
  recordOf,
  recordText,
  sameDistributions,
  sameVersion,
  settingOf,
  sha256Hex,
  statementOf,
  stop,
  uploadOrder,
  versionPage,
  versionParts,
  writeRecord
} from "./chunks/chunk-U3DV3KVM.js";
import "./chunks/chunk-VKGSPYOT.js";
import "./chunks/chunk-VN2YZVVU.js";
import "./chunks/chunk-T5YES73P.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/action/run.ts
import path28 from "node:path";

// src/release/phase.ts
function definePhase(phase) {
  return phase;
}

// src/phases/handover/handover.ts
import path2 from "node:path";

// src/phases/handover/artifacts.ts
var NAMES = 9;
var PAUSES = [1e3, 2e3, 4e3];
function succession(name) {
  return [name, ...Array.from({ length: NAMES - 1 }, (_, at) => `${name}~${at + 2}`)];
}
function firstName(name) {
  return name.replace(/~[2-9]$/, "");
}
async function openedArtifact(artifact, handover) {
  const taken2 = await handover.take(artifact);
  const files = taken2.filter(({ name }) => isHanded(name)).map(({ name, bytes }) => ({ artifact: artifact.name, name, bytes }));
  const record = files.find(({ name }) => name === RECORD_NAME);
  return {
    name: artifact.name,
    files,
    record: record && parsedRecord(new TextDecoder().decode(record.bytes)),
    distributions: files.filter(({ name }) => parsedFileName(name) !== void 0).map(({ name, bytes }) => distributionOf(name, bytes))
  };
}
async function standingUnder(name, handover) {
  const names = succession(name);
  const fitting = (await handover.left()).filter((artifact) => names.includes(artifact.name)).toSorted((one, other) => other.id - one.id);
  const standing2 = [];
  for (const artifact of fitting) standing2.push(await openedArtifact(artifact, handover));
  return standing2;
}
function isOfEarlierAttempt({ record }, { job, attempt }) {
  return record?.job === job && (record.attempt ?? 0) < attempt;
}
async function leave(leaving, world) {
  for (const name of succession(leaving.name)) if (await placed({ ...leaving, name }, world)) return;
  stop("artifact-taken", { artifact: leaving.name, job: "jobs that never ended", files: [] });
}
async function placed(leaving, { handover, clock }) {
  const before = await exactly(leaving.name, handover);
  if (before !== void 0) return settled(before, leaving, handover);
  if (await handover.keep(artifactOf(leaving))) return true;
  for (const pause of PAUSES) {
    await clock.sleep(pause);
    const since = await exactly(leaving.name, handover);
    if (since !== void 0) return settled(since, leaving, handover);
  }
  return false;
}
async function settled(standing2, leaving, handover) {
  if (sameDistributions(standing2.distributions, leaving.distributions)) return true;
  if (isOfEarlierAttempt(standing2, leaving.by)) {
    await handover.drop(leaving.name);
    return handover.keep(artifactOf(leaving));
  }
  if (leaving.isPrivate) return false;
  return stop("artifact-taken", {
    artifact: leaving.name,
    job: standing2.record?.job ?? "a step that is not this action",
    files: standing2.distributions.map(({ filename }) => filename)
  });
}
async function exactly(name, handover) {
  const artifact = (await handover.left()).find((each) => each.name === name);
  return artifact === void 0 ? void 0 : openedArtifact(artifact, handover);
}
function artifactOf({ name, directory, files }) {
  return { name, directory, files };
}

// src/phases/handover/handed-files.ts
function singleFiles(files) {
  const kept = /* @__PURE__ */ new Map();
  for (const file of files) {
    const other = kept.get(file.name);
    if (other === void 0) kept.set(file.name, file);
    else if (Buffer.compare(other.bytes, file.bytes) !== 0)
      stop("artifacts-clash", { filename: file.name, one: side(other), other: side(file) });
  }
  return [...kept.values()];
}
function recordsIn(files) {
  return files.filter(({ name }) => name === RECORD_NAME).flatMap(({ artifact, bytes }) => {
    const record = parsedRecord(new TextDecoder().decode(bytes));
    return record === void 0 ? [] : [{ artifact, record }];
  });
}
function side({ artifact, bytes }) {
  return { artifact, sha256: sha256Hex(bytes) };
}
function mergedRecord(records, found) {
  const [first, ...others] = records;
  if (first === void 0) return void 0;
  for (const other of others) {
    const what = difference(first.record, other.record);
    if (what !== void 0) stop("records-disagree", { one: first.artifact, other: other.artifact, what });
  }
  const recorded2 = records.flatMap(({ record }) => record.distributions);
  const named2 = new Set(recorded2.map(({ filename }) => filename));
  const { job: _job, attempt: _attempt, ...release } = first.record;
  return {
    ...release,
    distributions: [
      ...new Map(recorded2.map((each) => [each.filename, each])).values(),
      ...found.filter(({ filename }) => !named2.has(filename))
    ],
    changed: mergedChanges(records)
  };
}
function difference(one, other) {
  const sides = [
    ["the commit", one.commit, other.commit],
    ["the project", one.project.name, other.project.name],
    ["the version", one.project.version, other.project.version],
    ["the tag", one.tag, other.tag]
  ];
  const differing = sides.find(([, ours, theirs]) => ours !== theirs);
  return differing === void 0 ? void 0 : `${differing[0]} (${differing[1]} and ${differing[2]})`;
}
function mergedChanges(records) {
  const kept = /* @__PURE__ */ new Map();
  for (const { artifact, record } of records) {
    for (const change of record.changed) {
      const other = kept.get(change.file);
      if (other !== void 0 && other.change.content !== change.content)
        stop("records-disagree", {
          one: other.artifact,
          other: artifact,
          what: `the text of ${change.file}`
        });
      kept.set(change.file, other ?? { artifact, change });
    }
  }
  return [...kept.values()].map(({ change }) => change);
}

// src/phases/handover/strewn-files.ts
import path from "node:path";
var DEPTHS = ["*", "*/*", "*/*/*"];
async function strewnFiles({ packages, directory, workspace }, files) {
  if ([directory, workspace].includes(packages)) return [];
  const found = (await Promise.all(DEPTHS.map((pattern) => files.glob(packages, pattern)))).flat();
  const handed = found.filter((file) => isHanded(nameOf(file)));
  if (!handed.some((file) => file.includes("/") && parsedFileName(nameOf(file)) !== void 0)) return [];
  const read2 = handed.map(async (file) => {
    const bytes = await files.bytes(path.join(packages, file));
    const artifact = path.posix.join(path.basename(packages), path.posix.dirname(file));
    return bytes === void 0 ? [] : [{ artifact, name: nameOf(file), bytes }];
  });
  return (await Promise.all(read2)).flat();
}
function nameOf(file) {
  return path.posix.basename(file);
}

// src/phases/handover/handover.ts
async function handOn(plan, world, emit) {
  const { handover: asked2, phases: phases2 } = plan;
  if (asked2.kind === "files" || !handsOn(phases2)) return;
  const [name = ""] = asked2.names;
  await step(
    emit,
    `Hand on by artifact ${name}`,
    () => leavePackages({ name, isPrivate: false, by: asked2 }, plan, world),
    (names) => names.join(", ")
  );
}
async function leavePackages({ by, ...leaving }, { packages }, world) {
  const { files } = world;
  await signRecord(by, packages, files);
  const names = (await files.list(packages) ?? []).filter(isHanded);
  const distributions = await distributionsIn(files, packages);
  await leave({ ...leaving, by, directory: packages, files: names, distributions }, world);
  return names;
}
async function signRecord({ job, attempt }, packages, files) {
  const record = await readRecord(files, packages);
  if (record === void 0 || record.job === job && record.attempt === attempt) return;
  await writeRecord(files, packages, { ...record, job, attempt });
}
async function receive(plan, { handover, files }, emit) {
  const strewn = await strewnFiles(plan, files);
  if (strewn.length > 0)
    return gather(strewn, { from: strewn.map(({ artifact }) => artifact), plan, files, emit });
  if (plan.handover.kind === "files" || (await distributionsIn(files, plan.packages)).length > 0) return;
  const { names } = plan.handover;
  const fits = ({ name }) => names.some((pattern) => [name, firstName(name)].some((each) => fitsWildcards(each, pattern)));
  const fitting = (await handover.left()).filter(fits).toSorted((one, other) => one.id - other.id);
  const all = [];
  for (const artifact of fitting) all.push(await openedArtifact(artifact, handover));
  const counting = all.filter((one) => !all.some((other) => replaces(other, one)));
  const handed = counting.flatMap((each) => each.files);
  await gather(handed, { from: counting.map(({ name }) => name), plan, files, emit });
}
function replaces(other, one) {
  const isSameJob = one.record?.job !== void 0 && one.record.job === other.record?.job;
  const isLater = (other.record?.attempt ?? 0) > (one.record?.attempt ?? 0);
  return isSameJob && isLater && firstName(one.name) === firstName(other.name);
}
async function gather(handed, { from, plan, files, emit }) {
  const distributions = singleFiles(handed.filter(({ name }) => parsedFileName(name) !== void 0));
  if (distributions.length === 0) return;
  const found = uploadOrder(distributions.map(({ name, bytes }) => distributionOf(name, bytes)));
  const record = mergedRecord(recordsIn(handed), found);
  const others = singleFiles(handed.filter(({ name }) => isAttestation(name)));
  for (const { name, bytes } of [...distributions, ...others])
    await files.write(path2.join(plan.packages, name), bytes);
  if (record !== void 0) await files.write(path2.join(plan.packages, RECORD_NAME), recordText(record));
  noticed(emit, "notice", TAKEN, takenFrom(from, distributions));
}
var TAKEN = "Distributions of earlier jobs were taken over";
function takenFrom(from, distributions) {
  return [...new Set(from)].map((source) => {
    const own = distributions.filter(({ artifact }) => artifact === source).map(({ name }) => name);
    return `${source}: ${own.join(", ") || "nothing new"}`;
  }).join("; ");
}

// src/phases/journal/adopt-journal.ts
import path5 from "node:path";

// src/upload/attestations.ts
import path3 from "node:path";

// src/plan/attestation-policy.ts
function attestationPolicy(plan, index) {
  return plan.indexes[index].credential.kind === "trusted-publishing" ? plan.attestations.policy : "off";
}

// src/upload/patience.ts
var LIMITS = { required: 6e5, "best-effort": 6e4 };
var PAUSES2 = [5e3, 1e4, 2e4, 4e4, 6e4, 9e4, 12e4];
function createPatience({ clock, emit, policy }) {
  let waits2 = 0;
  let deadline;
  return async (work) => {
    for (; ; ) {
      const stopped = await outcomeOf(work);
      if (!(stopped instanceof Stopped)) return stopped.result;
      const now = clock.now().getTime();
      const pause = PAUSES2[Math.min(waits2, PAUSES2.length - 1)] ?? 0;
      deadline ??= now + LIMITS[policy];
      if (!isPassing(stopped) || now + pause > deadline) throw stopped;
      noticed(emit, "notice", "Waiting for Sigstore", told(stopped, pause));
      waits2 += 1;
      await clock.sleep(pause);
    }
  };
}
async function outcomeOf(work) {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof Stopped) return error;
    throw error;
  }
}
function isPassing({ faults }) {
  return faults.every(({ blame }) => blame === "world");
}
function told(stopped, pause) {
  return `${findingsOf(stopped)} Trying again in ${pause / 1e3} s.`;
}

// src/upload/attestations.ts
var TITLE = "Attest the distributions";
async function attestationFaults(name, plan, signer) {
  const first = ["testpypi", "pypi"].find(
    (index) => plan.phases.includes(index) && attestationPolicy(plan, index) === "required"
  );
  if (first !== name) return [];
  return faultsOf(async () => reuseFaults(await signer.signatory()));
}
async function attested(attesting, wanted) {
  const { name, plan, emit } = attesting;
  const policy = attestationPolicy(plan, name);
  if (policy === "off") {
    const reason = unsigned(plan, name);
    if (reason !== void 0) skipped(emit, TITLE, reason);
    return [];
  }
  const subjects = await wanted();
  if (subjects.length === 0) return [];
  if (plan.mode === "dry-run") {
    skipped(emit, TITLE, `${subjects.length} would be signed, and nothing is in a dry run`);
    return [];
  }
  try {
    return await step(emit, TITLE, () => gathered(attesting, subjects, policy), sentence);
  } catch (error) {
    if (policy === "required" || !(error instanceof Stopped)) throw error;
    for (const { title, finding } of error.faults)
      noticed(emit, "warning", title, `${finding} (attestations: best-effort)`);
    return [];
  }
}
function unsigned({ attestations }, name) {
  return attestations.policy === "off" ? attestations.reason : `${name} takes none with a token`;
}
function attestationDirectory({ scratch }) {
  return path3.join(scratch, "attestations");
}
async function gathered({ plan, world, emit }, subjects, policy) {
  const { files, signer, clock } = world;
  const patience = createPatience({ clock, emit, policy });
  if (policy === "best-effort") refuseReuse(await signer.signatory());
  const gathering = [];
  for (const { filename, sha256 } of subjects) {
    const subject2 = { filename, sha256 };
    const file = path3.join(attestationDirectory(plan), attestationName(filename));
    const kept = attestationOf(subject2, await files.text(file));
    const attestation = kept ?? await patience(() => signer.attest(subject2));
    if (kept === void 0) await files.write(file, JSON.stringify(attestation));
    gathering.push({ ...subject2, attestation, file, adopted: kept !== void 0 });
  }
  return gathering;
}
function attestationOf(subject2, text) {
  const attestation = text === void 0 ? void 0 : readAttestation(text);
  return attestation !== void 0 && vouchesFor(attestation, subject2) ? attestation : void 0;
}
function vouchesFor(attestation, { filename, sha256 }) {
  const statement2 = statementOf(attestation);
  const [subject2, ...others] = statement2?.subjects ?? [];
  const isSame2 = subject2?.filename === filename && subject2.sha256 === sha256 && others.length === 0;
  return isSame2 && statement2?.predicateType === PUBLISH_PREDICATE;
}
function sentence(all) {
  const adopted = all.filter((one) => one.adopted).length;
  const parts = [
    [all.length - adopted, "signed"],
    [adopted, "signed earlier in this job"]
  ];
  return parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(", ");
}
function refuseReuse(signatory) {
  const faults = reuseFaults(signatory);
  if (faults.length > 0) throw new Stopped(faults);
}
function reuseFaults({ workflow, jobWorkflow }) {
  const [caller, called] = [fileOf(workflow), fileOf(jobWorkflow)];
  return caller === called ? [] : [fault("attestations-refused-reusable-workflow", { called, caller })];
}
function fileOf(workflow) {
  return workflow.split("@", 1).join("");
}

// src/phases/journal/artifact-journal.ts
import path4 from "node:path";
var TITLE2 = "Keep the distributions as an artifact";
async function keepArtifact(known, plan, world, emit) {
  const { handover, packages, forge } = plan;
  if (handover.kind === "files" || !keepsArtifact(plan)) {
    skipped(emit, TITLE2, reasonOf(plan));
    return void 0;
  }
  const { journal: name } = handover;
  const { project, build: build2 } = known;
  const standing2 = (await standingUnder(name, world.handover)).find(
    (each) => isOfRelease(each, plan, project) && sameDistributions(each.distributions, build2.distributions)
  );
  const recorded2 = standing2?.record?.released;
  if (standing2 !== void 0 && recorded2 !== void 0) {
    await step(emit, TITLE2, async () => standing2, says);
    return recorded2;
  }
  const released = await releasedCommit(known, void 0, plan, world, emit);
  await writeRecord(world.files, packages, { ...recordOf(forge.commit, project, build2), released });
  await step(
    emit,
    TITLE2,
    () => leavePackages({ name, isPrivate: true, by: handover }, plan, world),
    (names) => `${name}: ${names.join(", ")}`
  );
  return released;
}
function says({ name }) {
  return `${name}: they are there already`;
}
async function adoptArtifact(plan, project, { handover, files }) {
  const { handover: asked2, packages } = plan;
  if (asked2.kind === "files") return void 0;
  const name = handsOn(plan.phases) ? asked2.names[0] : keepsArtifact(plan) ? asked2.journal : void 0;
  const standing2 = name === void 0 ? [] : await standingUnder(name, handover);
  const kept = standing2.find((each) => isOfEarlierAttempt(each, asked2) && isOfRelease(each, plan, project));
  if (kept === void 0) return void 0;
  await files.remove(packages);
  for (const each of kept.files) await files.write(path4.join(packages, each.name), each.bytes);
  return observedBuild(files, plan);
}
function isOfRelease({ record }, { forge }, { name, version, tag }) {
  if (record === void 0 || !isOf(record, forge.commit)) return false;
  return record.project.name === name && record.project.version === version && record.tag === tag;
}
function reasonOf({ handover, phases: phases2, mode }) {
  if (!phases2.includes("post-publish"))
    return "this run does not finish the release; what it uploads is what it was handed, or hands on";
  if (mode === "dry-run") return "a dry run keeps nothing";
  const why = handover.kind === "files" ? `, and ${handover.reason}` : "";
  return `there is no release on the forge${why}: a re-run builds again`;
}

// src/phases/journal/forge-release.ts
function releaseTarget(forge, tag) {
  return {
    name: `release ${tag}`,
    observe: ({ fields }) => forge.releases.find(fields.tag),
    decide: decideRelease,
    act: (change) => finish(forge, change)
  };
}
function theRelease(seen2) {
  const oldest = seen2.toSorted((one, other) => one.id - other.id);
  return oldest.find(({ draft }) => !draft) ?? oldest.find(isRecorded) ?? oldest[0];
}
function isRecorded({ assets }) {
  return assets.some(({ name, complete: complete2 }) => name === RECORD_NAME && complete2);
}
function decideRelease(wanted, seen2) {
  const existing = theRelease(seen2);
  if (existing === void 0) {
    return {
      kind: "act",
      change: { wanted, existing, missing: wanted.assets, broken: [] },
      evidence: "there is none"
    };
  }
  const state = existing.draft ? "a draft" : "published";
  const other = wanted.assets.find((asset) => holds(existing, asset) === "other");
  if (other !== void 0) return conflict(wanted, existing, other);
  const missing = wanted.assets.filter((asset) => holds(existing, asset) === "missing");
  if (existing.immutable && missing.length > 0)
    return { kind: "satisfied", evidence: "it was published as an immutable release: no file can join it" };
  if (missing.length === 0 && isAsWanted(existing, wanted)) {
    return { kind: "satisfied", evidence: `it is ${state} with ${existing.assets.length} files` };
  }
  const broken = existing.assets.filter(({ complete: complete2 }) => !complete2);
  return {
    kind: "act",
    change: { wanted, existing, missing, broken },
    evidence: `it is ${state}, and ${missing.length} of ${wanted.assets.length} files are missing`
  };
}
function isAsWanted({ draft, notes }, { publish: publish3, fields }) {
  return !draft || !publish3 && sameText(notes, fields.notes);
}
function sameText(one, other) {
  const plain2 = (text) => text.replaceAll("\r\n", "\n").trim();
  return plain2(one) === plain2(other);
}
function holds({ assets }, { name, content, isFree }) {
  const held2 = assets.find((asset) => assetName(asset.name) === assetName(name));
  if (held2 === void 0 || !held2.complete) return "missing";
  if (isFree === true) return "same";
  return held2.sha256 === void 0 || held2.sha256 === sha256Hex(content) ? "same" : "other";
}
function conflict(wanted, existing, { name, content }) {
  const theirs = existing.assets.find((asset) => assetName(asset.name) === assetName(name))?.sha256 ?? "unknown";
  const found = fault("release-conflict", {
    asset: name,
    tag: wanted.fields.tag,
    ours: sha256Hex(content),
    theirs
  });
  return { kind: "conflict", fault: found, evidence: `it holds another ${name}` };
}
function assetName(name) {
  return name.replace(/[^A-Za-z0-9_+-]+/g, ".").replace(/^\.|\.$/g, "");
}
async function attach({ assets }, release, asset) {
  const { sha256: theirs } = await assets.attach(release, asset);
  const ours = sha256Hex(asset.content);
  if (theirs !== void 0 && theirs !== ours)
    stop("release-conflict", { asset: asset.name, tag: release.tag, ours, theirs });
}
async function finish(forge, { wanted, existing, missing, broken }) {
  const release = existing ?? await forge.releases.save({ ...wanted.fields, draft: true });
  for (const asset of broken) await forge.assets.detach(asset);
  for (const asset of missing) await attach(forge, release, asset);
  if (!isAsWanted(release, wanted))
    await forge.releases.save({ ...wanted.fields, draft: !wanted.publish }, release.id);
}

// src/phases/journal/journal.ts
var MARKER = "<!-- pypi-release: journal -->";
function keepsJournal(plan) {
  return plan.phases.includes("post-publish") && plan.forge.release !== "none";
}
async function findJournal(plan, { tag }, forge) {
  const found = (await forge.releases.find(tag)).toSorted((one, other) => one.id - other.id);
  const recorded2 = await Promise.all(
    found.map(async (release2) => ({ release: release2, record: await recordIn(release2, forge) }))
  );
  for (const each of recorded2) refuseForeign(each, plan, tag);
  const kept = recorded2.flatMap(({ release: release2, record }) => record === void 0 ? [] : [{ release: release2, record }]);
  const [first, ...others] = kept.toSorted(
    (one, other) => Number(one.release.draft) - Number(other.release.draft)
  );
  if (first !== void 0) {
    const differing = others.find(
      ({ record }) => !sameDistributions(record.distributions, first.record.distributions)
    );
    if (differing !== void 0)
      stop("drafts-disagree", { tag, one: first.release.url, other: differing.release.url });
    return { kind: "kept", ...first };
  }
  const release = theRelease(found);
  if (release === void 0) return { kind: "none" };
  return { kind: release.draft ? "begun" : "published", release };
}
function refuseForeign({ release, record }, plan, tag) {
  if (record !== void 0 && !isOf(record, plan.forge.commit)) {
    stop("draft-of-another-commit", {
      tag,
      url: release.url,
      theirs: record.commit,
      ours: plan.forge.commit
    });
  }
  if (record === void 0 && release.draft && !release.notes.includes(MARKER))
    stop("draft-foreign", { tag, url: release.url });
}
async function recordIn(release, { assets }) {
  const asset = release.assets.find(({ name, complete: complete2 }) => name === RECORD_NAME && complete2);
  return asset === void 0 ? void 0 : parsedRecord(new TextDecoder().decode(await assets.download(asset)));
}

// src/phases/journal/adopt-journal.ts
async function adoptJournal(plan, project, world) {
  return keepsJournal(plan) ? adoptDraft(plan, project, world) : adoptArtifact(plan, project, world);
}
async function adoptDraft(plan, project, { files, forge }) {
  const standing2 = await findJournal(plan, project, forge);
  if (standing2.kind !== "kept") return void 0;
  const { release, record } = standing2;
  const contents2 = await Promise.all(
    record.distributions.map(
      async ({ filename, sha256 }) => [filename, await bytesOf(filename, sha256, { release, forge })]
    )
  );
  await files.remove(plan.packages);
  for (const [filename, bytes] of contents2) await files.write(path5.join(plan.packages, filename), bytes);
  await writeRecord(files, plan.packages, record);
  for (const asset of release.assets.filter(({ name, complete: whole2 }) => whole2 && isAttestation(name))) {
    await files.write(path5.join(attestationDirectory(plan), asset.name), await forge.assets.download(asset));
  }
  return { distributions: record.distributions, changed: record.changed };
}
async function bytesOf(filename, sha256, { release, forge }) {
  const asset = release.assets.find(({ name, complete: complete2 }) => name === filename && complete2);
  if (asset === void 0)
    return stop("journal-damaged", { url: release.url, filename, problem: "it is not there" });
  const bytes = await forge.assets.download(asset);
  const got = sha256Hex(bytes);
  return got === sha256 ? bytes : stop("journal-damaged", {
    url: release.url,
    filename,
    problem: `its sha256 is ${got}, recorded ${sha256}`
  });
}

// src/phases/setup/as-tagged.ts
async function asTagged({ versionFromTags, versionVariables, tag }, { tags }, work) {
  return versionFromTags ? tags.during(tag, () => work(versionVariables)) : work({});
}
async function installedAsTagged(project, world, work) {
  const named2 = Object.entries(project.versionVariables).filter(([variable]) => NAMED.test(variable));
  return asTagged({ ...project, versionVariables: Object.fromEntries(named2) }, world, work);
}
var NAMED = /_FOR_\w+$/;

// src/phases/setup/reading.ts
var READING = ["files", "backEnd", "tags"];

// src/phases/build/compile.ts
async function compileAll(project, plan, compiling, emit) {
  const { epoch, variables } = compiling;
  const { build: command, configSettings } = plan.commands;
  const request = { packages: plan.packages, epoch, variables, configSettings };
  if (command !== void 0) return compile(`Run ${command}`, request, plan, compiling, emit);
  const several = hasSeveral(project);
  for (const [place, { name, directory }] of project.packages.entries()) {
    const title = several ? `Build ${name}: the sdist, then the wheel from it` : "Build the sdist, then the wheel from it";
    await compile(title, { ...request, directory, hasSiblings: place > 0 }, plan, compiling, emit);
  }
}
async function compile(title, request, plan, { builder, files }, emit) {
  const command = plan.commands.build;
  await step(emit, title, async () => {
    const result = command === void 0 ? await builder.build(request) : await builder.command(command, request);
    if (result.exitCode !== 0) {
      emit({ kind: "output", title, text: result.output });
      failBuild(title, result);
    }
    if ((await distributionsIn(files, plan.packages)).length > 0) return;
    const found = await files.list(plan.packages) ?? [];
    stop("build-empty", { command: title, directory: plan.packages, found: found.join(", ") || "nothing" });
  });
}
function failBuild(what, { exitCode: exitCode2, output }) {
  const remedy = "The log has all that the build printed. The build sees an allow-listed environment: name what it needs in the env input.";
  stop("tool-failed", { tool: "The build", what, exitCode: exitCode2, tail: lastLines(output, 4), remedy });
}

// src/phases/build/index-rules.ts
var METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];
var LICENSE_FILES_SINCE = METADATA_VERSIONS.indexOf("2.4");
var LONGEST_SUMMARY = 512;
var LONGEST_LABEL = 32;
var CONTENT_TYPE = /^\s*text\/(plain|markdown|x-rst)\s*(;|$)/i;
var WEB_ADDRESS = /^https?:/i;
var PLATFORMS = /^(any|linux_\w+|win32|win_(amd64|arm64|ia64)|manylinux(1|2010|2014)_\w+|(many|musl)linux_\d+_\d+_\w+|macosx_10_\d+_\w+|macosx_(1[1-5]|26)_0_\w+|ios_\d+_\d+_\w+|android_\d+_\w+|pyemscripten_\d+_\d+_wasm32)$/;
var LARGEST = 100 * 1024 * 1024;
var BACK_END = "Build it with a current PEP 517 back end.";
var METADATA_RULES = [
  [
    "Metadata-Version",
    ({ metadataVersion: version }) => METADATA_VERSIONS.includes(version) ? void 0 : `its metadata is of version "${version}"`
  ],
  [
    "Summary",
    ({ summary = "" }) => [...summary].length > LONGEST_SUMMARY ? `its summary has ${[...summary].length} characters` : void 0
  ],
  [
    "Description-Content-Type",
    ({ descriptionContentType: type }) => type === void 0 || CONTENT_TYPE.test(type) ? void 0 : `its description is of the type ${type}`
  ],
  [
    "License",
    ({ license, licenseExpression }) => license === void 0 || licenseExpression === void 0 ? void 0 : "it has both License and License-Expression"
  ],
  [
    "Home-Page",
    ({ homePage, downloadUrl }) => {
      const bad = [homePage, downloadUrl].find((url) => url !== void 0 && !WEB_ADDRESS.test(url));
      return bad === void 0 ? void 0 : `its address ${bad} is none of http or https`;
    }
  ],
  [
    "Project-URL",
    ({ projectUrls }) => projectUrls.map(addressTrouble).find((trouble) => trouble !== void 0)
  ],
  ["License-File", missingLicense]
];
function indexFindings(opened3, plan) {
  if (!goesToPyPI(plan)) return [];
  const { metadata } = opened3;
  const ofMetadata = METADATA_RULES.flatMap(([field, trouble]) => {
    const found = metadata === void 0 ? void 0 : trouble(metadata, opened3);
    return found === void 0 ? [] : [{ problem: `${found}, which the index refuses.`, remedy: `Correct ${settingOf(field)}.` }];
  });
  return [...RULES.flatMap((rule) => rule(opened3) ?? []), ...ofMetadata];
}
var INDEXES = ["testpypi", "pypi"];
function goesToPyPI({ path: path29, phases: phases2, indexes }) {
  const all = [...PATHS[path29], ...phases2];
  return INDEXES.some(
    (name) => all.includes(name) && indexes[name].required && isLaidOutAsPyPI(indexes[name])
  );
}
var RULES = [
  ({ name }) => hasLocal(name.version) ? { problem: "a local version cannot be published.", remedy: "Release a version without a + part." } : void 0,
  ({ metadata }) => {
    const direct = metadata?.requiresDist.find((requirement2) => /^[^;]*@\s*\S+:/.test(requirement2));
    return direct === void 0 ? void 0 : {
      problem: `it depends on an address (${direct}), which the index refuses.`,
      remedy: "Depend on a released version by name."
    };
  },
  ({ metadata }) => metadata?.classifiers.some((classifier) => classifier.startsWith("Private ::")) ? {
    problem: 'its classifier "Private ::" says that it must not be published.',
    remedy: "Remove the classifier, or do not release it."
  } : void 0,
  ({ name }) => name.platform?.split(".").some((platform) => platform.startsWith("linux_") && !/^linux_armv[67]l$/.test(platform)) ? {
    problem: `its platform tag ${name.platform} is refused by the index.`,
    remedy: "Build Linux wheels as manylinux or musllinux, with cibuildwheel or auditwheel, and hand them on in packages-dir."
  } : void 0,
  ({ distribution }) => distribution.size > LARGEST ? {
    problem: `it has ${distribution.size} bytes; the index takes ${LARGEST}.`,
    remedy: "Leave data out of it, or ask the index for a higher limit."
  } : void 0,
  ({ distribution: { filename }, name }) => {
    const stem = fileNameStem(name.name);
    const expected = name.kind === "sdist" ? `${stem}-${name.version}.tar.gz` : `${stem}-`;
    const well = name.kind === "sdist" ? filename === expected : filename.startsWith(expected);
    return well ? void 0 : {
      problem: `the index takes only a file name that is ${described(name, expected)}.`,
      remedy: BACK_END
    };
  },
  ({ name: { platform } }) => {
    const refused2 = platform?.split(".").find((tag) => !PLATFORMS.test(tag));
    return refused2 === void 0 ? void 0 : {
      problem: `its platform tag ${refused2} is refused by the index.`,
      remedy: "Build for a platform that the index knows; from macOS 11 on the minor version is 0."
    };
  },
  ({ name, archive }) => {
    const tops = new Set(archive.members.map((member2) => member2.split("/")[0] ?? ""));
    return name.kind !== "sdist" || tops.size === 1 ? void 0 : {
      problem: `it has ${tops.size} top directories (${[...tops].sort().join(", ")}); the index takes one.`,
      remedy: BACK_END
    };
  }
];
function described({ kind }, expected) {
  return kind === "sdist" ? expected : `normalised, so that it begins with ${expected}`;
}
function infoFolder(filename) {
  return `${filename.split("-").slice(0, 2).join("-")}.dist-info`;
}
function addressTrouble([label, url]) {
  if (label === "") return `its Project-URL ${url} has no label`;
  if ([...label].length > LONGEST_LABEL) return `its Project-URL label "${label}" is too long`;
  if (url === "") return `its Project-URL "${label}" has no address`;
  return WEB_ADDRESS.test(url) ? void 0 : `its Project-URL ${url} is none of http or https`;
}
function missingLicense({ metadataVersion, licenseFiles }, { distribution: { filename }, name, archive }) {
  if (METADATA_VERSIONS.indexOf(metadataVersion) < LICENSE_FILES_SINCE) return void 0;
  const top = name.kind === "wheel" ? `${infoFolder(filename)}/licenses` : archive.members[0]?.split("/")[0];
  const lost = licenseFiles.find((file) => !archive.members.includes(`${top}/${file}`));
  return lost === void 0 ? void 0 : `it names the licence file ${lost} and has no ${top}/${lost}`;
}

// src/phases/build/distributions.ts
var SECRET_FILES = /(^|\/)(\.env|\.pypirc|\.netrc|id_rsa|id_ed25519)$/;
var KEY_FILES = /\.(pem|key)$/;
var SAMPLES = /(^|\/)(tests?|testing|test_?data|fixtures|examples?|samples?|docs?)\//i;
var RULES2 = [
  ({ metadata, name }) => metadata === void 0 ? {
    problem: `it has no ${name.kind === "wheel" ? "METADATA" : "PKG-INFO"}.`,
    remedy: "Build it with a PEP 517 back end."
  } : void 0,
  ({ metadata }, project) => metadata !== void 0 && normalizedName(metadata.name) !== project.normalizedName ? {
    problem: `its metadata names ${metadata.name}; the project is ${project.name}.`,
    remedy: "Give the project’s own directory and packages-dir."
  } : void 0,
  ({ metadata, name }, project) => {
    const versions = [name.version, metadata?.version ?? name.version];
    const other = versions.find((version) => !sameVersion(version, project.version));
    return other === void 0 ? void 0 : {
      problem: `it is of version ${other}; this release is ${project.version}.`,
      remedy: "A back end that computes the version needs the tag and the full history (fetch-depth: 0) before the build."
    };
  },
  ({ name }, _project, sdists) => name.kind === "sdist" && sdists.length > 1 ? {
    problem: "there is more than one sdist, and a release takes one.",
    remedy: "Leave one .tar.gz in packages-dir."
  } : void 0,
  ({ archive }) => {
    const secret = archive.members.find(
      (member2) => !SAMPLES.test(member2) && (SECRET_FILES.test(member2) || KEY_FILES.test(member2) && /PRIVATE KEY/.test(archive.text(member2) ?? ""))
    );
    return secret === void 0 ? void 0 : {
      problem: `it holds ${secret}, which looks like a secret.`,
      remedy: "Keep it out of the distribution (and change the secret if it was ever published)."
    };
  },
  ({ archive }) => {
    const bytecode = archive.members.find((member2) => /\.py[co]$/.test(member2));
    return bytecode === void 0 ? void 0 : { problem: `it holds bytecode (${bytecode}).`, remedy: "Leave __pycache__ out of the distribution." };
  },
  ({ archive, name }, _project, [sdist]) => {
    if (name.kind !== "wheel" || sdist === void 0) return void 0;
    const lost = lostMarkers(archive, sdist.archive)[0];
    return lost === void 0 ? void 0 : {
      problem: `it lacks ${lost}, which the sdist has: its users would lose the type hints.`,
      remedy: "Declare py.typed as package data."
    };
  }
];
async function inspected(project, plan, files) {
  const distributions = await distributionsIn(files, plan.packages);
  const sdists = await Promise.all(
    distributions.filter(({ kind }) => kind === "sdist").map((each) => open(each, plan.packages, files))
  );
  const faults = [...strangers(project, distributions), ...unbuilt(project, plan, distributions)];
  const judge2 = (each) => faults.push(...findings(each, ownerOf2(each, project), siblingsOf(each, sdists), plan));
  for (const wheel of distributions.filter(({ kind }) => kind === "wheel"))
    judge2(await open(wheel, plan.packages, files));
  sdists.forEach(judge2);
  if (faults.length > 0) throw new Stopped(faults);
  return distributions;
}
function ownerOf2({ name }, { packages, ...project }) {
  const owner = packages.find(({ normalizedName: each }) => each === name.name);
  return { ...project, directory: ".", ...packages.length === 1 ? packages[0] : owner };
}
function siblingsOf({ name }, all) {
  return all.filter((other) => other.name.name === name.name);
}
function unbuilt(project, { packages: directory }, found) {
  const missing = shares(project, found).filter(({ distributions }) => distributions.length === 0);
  if (!hasSeveral(project) || missing.length === 0) return [];
  const packages = missing.map(({ project: { name } }) => name);
  return [fault("package-unbuilt", { directory, found: found.map(({ filename }) => filename), packages })];
}
function findings(found, project, sdists, plan) {
  const { filename } = found.distribution;
  const own = RULES2.flatMap((rule) => rule(found, project, sdists) ?? []);
  return [...own, ...indexFindings(found, plan)].map(
    (finding) => fault("distribution-unfit", { filename, ...finding })
  );
}
function lostMarkers(wheel, sdist) {
  return sdist.members.filter((member2) => member2.endsWith("/py.typed")).map((member2) => member2.split("/").slice(-2).join("/")).filter(
    (marker) => wheel.members.includes(marker.replace("py.typed", "__init__.py")) && !wheel.members.includes(marker)
  );
}

// src/phases/build/leftovers.ts
import path6 from "node:path";
async function removeLeftovers(project, { packages, directory }, { files, checkout }) {
  const litter = project.packages.map((each) => litterIn(each.directory, directory, files));
  const made = path6.relative(directory, packages);
  const products = await files.list(packages) ?? [];
  const isKept = (await checkout.tracked([made])).length > 0;
  const found = [
    ...isKept ? products.map((name) => path6.join(made, name)) : products.length > 0 ? [made] : [],
    ...(await Promise.all(litter)).flat()
  ];
  const tracked = await checkout.tracked(found);
  const left = found.filter((each) => isDistribution(each) || !tracked.includes(each));
  await Promise.all(left.map((entry2) => files.remove(path6.join(directory, entry2))));
  return left;
}
function isDistribution(entry2) {
  return parsedFileName(path6.basename(entry2)) !== void 0;
}
async function litterIn(below, directory, files) {
  const [top = [], src = []] = await Promise.all(
    [".", "src"].map((name) => files.list(path6.join(directory, below, name)))
  );
  const isEggInfo = (entry2) => entry2.endsWith(".egg-info");
  return [
    ...top.filter((entry2) => entry2 === "build" || isEggInfo(entry2)),
    ...src.filter(isEggInfo).map((entry2) => path6.join("src", entry2))
  ].map((entry2) => path6.join(below, entry2));
}

// src/phases/build/metadata-check.ts
import path7 from "node:path";
var LACKS = [
  {
    isIn: ({ description: description2 }) => description2.trim() === "",
    remedy: 'Give the project a README for its page, of which one line is enough (`readme = { text = "See the main package.", content-type = "text/markdown" }`, or a file): by readme in [project] of pyproject.toml, else long_description and its content type in setup.cfg or setup.py.'
  },
  {
    isIn: ({ description: description2, descriptionContentType }) => description2.trim() !== "" && descriptionContentType === void 0,
    remedy: "Say what the README is written in, text/x-rst or text/markdown: by readme in [project] of pyproject.toml (the ending of its file tells), else by long_description_content_type in setup.cfg or setup.py."
  }
];
var ANY = "Mend the metadata or the README: the index would show or refuse it as it is.";
async function checkMetadata({ packages }, { builder, files }, distributions) {
  const { exitCode: exitCode2, output } = await builder.check(
    distributions.map(({ filename }) => path7.join(packages, filename))
  );
  if (exitCode2 === 0) return;
  const opened3 = await Promise.all(distributions.map((each) => open(each, packages, files)));
  const metadata = opened3.flatMap((each) => each.metadata ?? []);
  const remedies = LACKS.filter(({ isIn }) => metadata.some(isIn)).map(({ remedy }) => remedy);
  throw new Stopped([
    fault("tool-failed", {
      tool: "twine check",
      what: "twine check --strict",
      exitCode: exitCode2,
      tail: lastLines(unfit(output, packages), 12),
      remedy: remedies.length > 0 ? remedies.join(" ") : ANY
    })
  ]);
}
function unfit(output, packages) {
  return output.replaceAll(path7.join(packages, path7.sep), "").split("\n").filter((line) => !line.endsWith(": PASSED")).join("\n");
}

// src/phases/build/missing-artifacts.ts
import path8 from "node:path";

// src/packaging/hatch-artifacts.ts
var TABLES = [[], ["targets", "sdist"], ["targets", "wheel"]];
function hatchArtifacts(pyproject) {
  const document = parsedToml(pyproject);
  const patterns = TABLES.flatMap(
    (keys) => list(valueAt(document, ["tool", "hatch", "build", ...keys, "artifacts"]))
  ).filter((pattern) => typeof pattern === "string");
  return [...new Set(patterns)].filter((pattern) => !pattern.startsWith("!"));
}
function unfilled(patterns, files) {
  const names = new Set(files.flatMap((file) => file.split("/")));
  return patterns.filter((pattern) => {
    const last = pattern.split("/").filter((part) => !/^\**$/.test(part)).at(-1);
    return last !== void 0 && ![...names].some((name) => fitsWildcards(name, last));
  });
}

// src/phases/build/missing-artifacts.ts
async function warnOfMissingArtifacts(project, distributions, plan, files, emit) {
  for (const share of shares(project, distributions)) {
    const settings = await files.text(path8.join(plan.directory, share.project.directory, "pyproject.toml"));
    const patterns = hatchArtifacts(settings ?? "");
    if (patterns.length === 0) continue;
    const opened3 = await Promise.all(share.distributions.map((each) => open(each, plan.packages, files)));
    const missing = unfilled(
      patterns,
      opened3.flatMap(({ archive }) => archive.members)
    );
    if (missing.length === 0) continue;
    noticed(
      emit,
      "warning",
      "The distributions lack files that the build settings name",
      `artifacts of [tool.hatch.build] names ${missing.join(", ")}, and no such file is in ${share.distributions.map(({ filename }) => filename).join(", ")}. Where a step makes these files before the build, run it in this job before this action, or in build-command.`
    );
  }
}

// src/phases/build/news-fragments.ts
import path10 from "node:path";

// src/phases/build/changes-of.ts
import path9 from "node:path";
async function changesOf(work, { directory }, { checkout, files }, also = []) {
  const before = await contents([...await checkout.changes(), ...also], directory, files);
  await work();
  const after = await contents([...await checkout.changes(), ...also], directory, files);
  return [...after.keys()].filter((file) => !before.has(file) || before.get(file) !== after.get(file));
}
async function contents(names, directory, files) {
  const read2 = names.map(async (name) => [name, await files.text(path9.join(directory, name))]);
  return new Map(await Promise.all(read2));
}

// src/phases/build/news-fragments.ts
async function collectNewsFragments(project, plan, world, emit) {
  if (!writesVersion(plan)) return [];
  const towncrier = await readTowncrier(plan, world.files);
  if (towncrier === void 0) return [];
  if ("code" in towncrier) throw new Stopped([towncrier]);
  const title = "Collect the news fragments (towncrier build)";
  const { changelog, version } = project;
  const text = changelog && await world.files.text(path10.join(plan.directory, changelog));
  if (changelog && text && sectionOf({ file: changelog, text }, version) !== void 0) {
    skipped(emit, title, `${changelog} has ${version} already`);
    return [];
  }
  return step(
    emit,
    title,
    () => changesOf(
      async () => collect(await collectedAs(project, plan, world, towncrier), world, emit, title),
      plan,
      world,
      changelog?.startsWith("../") ? [changelog] : []
    ),
    (changed) => changed.join(", ") || "nothing changed"
  );
}
async function collectedAs({ name, version, changelog }, { directory }, { files, clock }, towncrier) {
  const isDirectory = async (...parts) => await files.list(path10.join(directory, ...parts, "newsfragments")) !== void 0;
  const text = changelog && await files.text(path10.join(directory, changelog));
  const [newest] = text ? changelogSections({ file: changelog, text }) : [];
  const atTop = !towncrier.placesFragments && await isDirectory() && !await isDirectory(name);
  return {
    version: titledVersion(towncrier, newest?.heading, version),
    date: isoDate(clock.now()),
    ...atTop && { atTop: { settings: towncrier.settingsFile, name } }
  };
}
async function collect(release, { newsFragments }, emit, title) {
  const { version, date } = release;
  const { exitCode: exitCode2, output } = await newsFragments.collect(release);
  if (exitCode2 === 0) return;
  emit({ kind: "output", title, text: output });
  stop("tool-failed", {
    tool: "towncrier",
    what: `towncrier build --yes --version ${version} --date ${date}`,
    exitCode: exitCode2,
    tail: lastLines(output, 4),
    remedy: "Mend the fragments or the settings of towncrier: `towncrier build --draft --version VERSION` shows the same without writing."
  });
}

// src/phases/build/released-already.ts
function releasedFaults({ name, version }, plan, { inHistory, onHead }) {
  if (plan.version.kind !== "source" || plan.phases.includes("post-publish")) return [];
  const owner = ownerOf(name, plan);
  const standing2 = tagsOfProject(inHistory, plan, owner).filter((each) => sameVersion(each.version, version));
  const [released] = standing2;
  if (released === void 0 || standing2.some(({ tag }) => onHead.includes(tag))) return [];
  return [fault("version-released", { project: name, version, tag: released.tag })];
}

// src/phases/build/renew-badges.ts
import path12 from "node:path";

// src/phases/badges.ts
var SHIELDS = "https://img.shields.io/pypi";
var NAME = String.raw`(?<name>[\w.-]+)`;
var address = (pattern) => new RegExp(pattern, "g");
var BADGES = [
  {
    label: "PyPI version",
    kind: "v",
    told: [address(`shields\\.io/pypi/v/${NAME}`), address(`badge\\.fury\\.io/py/${NAME}`)]
  },
  { label: "Python versions", kind: "pyversions", told: [address(`shields\\.io/pypi/pyversions/${NAME}`)] },
  {
    label: "Licence",
    kind: "l",
    told: [
      address(`shields\\.io/pypi/l/${NAME}`),
      /shields\.io\/(?:github\/license\/|badge\/licen[cs]e[-_])/gi
    ]
  },
  {
    label: "Downloads",
    kind: "dm",
    told: [
      address(`shields\\.io/pypi/d[dwm]/${NAME}`),
      address(`shields\\.io/pepy/dt/${NAME}`),
      address(`pepy\\.tech/(?:personalized-)?badge/${NAME}`)
    ]
  }
];
var MARKDOWN = {
  name: "markdown",
  badge: (label, image, page2) => `[![${label}](${image})](${page2})`,
  markers: ["<!-- pypi-release:badges -->", "<!-- /pypi-release:badges -->"]
};
var RESTRUCTURED_TEXT = {
  name: "rst",
  badge: (label, image, page2) => `.. image:: ${image}
   :target: ${page2}
   :alt: ${label}`,
  // Comments, which end with a blank line, as a block of images begins and ends.
  markers: [".. pypi-release:badges\n", "\n.. /pypi-release:badges"]
};
function badgesOf({ normalizedName: normalizedName2 }, plan, readme) {
  const page2 = projectPage(plan.indexes.pypi, normalizedName2);
  const written2 = ({ badge }) => BADGES.map(({ label, kind }) => badge(label, `${SHIELDS}/${kind}/${normalizedName2}`, page2)).join("\n");
  const markup = markupOf2(readme);
  return {
    markdown: written2(MARKDOWN),
    pasted: { markup: markup.name, text: written2(markup) },
    missing: BADGES.filter((badge) => !isShown(badge, normalizedName2, readme?.text ?? "")).map(
      ({ label }) => label
    )
  };
}
function markupOf2(readme) {
  return readme !== void 0 && markupNamed(readme.file)?.name === "reStructuredText" ? RESTRUCTURED_TEXT : MARKDOWN;
}
function isShown({ told: told3 }, project, readme) {
  return told3.some(
    (image) => [...readme.matchAll(image)].some(({ groups }) => {
      const name = groups?.name?.replace(/\.(?:svg|png)$/, "");
      return name === void 0 || normalizedName(name) === project;
    })
  );
}
function withBadges(readme, { pasted }) {
  const { text } = readme;
  const [open2, close] = markupOf2(readme).markers;
  const start = text.indexOf(open2);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) return void 0;
  return `${text.slice(0, start + open2.length)}
${pasted.text}
${text.slice(end)}`;
}
var SHORT = 280;
function announcementOf({ name, version }, notes, links3) {
  const bare = cut(`${name} ${version} is out`, SHORT);
  const head = bare.length + links3.index.length + 2 > SHORT ? bare : `${bare}: ${links3.index}`;
  const [firstPoint] = notes.split("\n").flatMap((line) => /^\s*[-*]\s+(.*)/.exec(line)?.[1] ?? []);
  const room = SHORT - head.length - 2;
  const point = firstPoint === void 0 || room < 40 ? "" : cut(`

${firstPoint}`, room);
  return {
    short: `${head}${point}`,
    long: `# ${name} ${version}

${notes.trim()}

- Index: ${links3.index}
- Release: ${links3.release}
`
  };
}
function cut(text, length) {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

// src/phases/readme.ts
import path11 from "node:path";
async function readmeIn(directory, files) {
  const names = (await files.list(directory) ?? []).filter((name) => NAMES2.test(name));
  const file = names.find((name) => /\.(?:md|markdown)$/i.test(name)) ?? names[0];
  const text = file === void 0 ? void 0 : await files.text(path11.join(directory, file));
  return file === void 0 || text === void 0 ? void 0 : { file, text };
}
var NAMES2 = /^readme(?:\.(?:md|markdown|rst|txt))?$/i;

// src/phases/build/renew-badges.ts
async function renewBadges(project, plan, files) {
  if (!renews(plan)) return [];
  const readme = await readmeIn(plan.directory, files);
  const name = readme && await ownName(readme.file, plan, files);
  if (readme === void 0 || name === void 0) return [];
  const renewed = withBadges(readme, badgesOf(project, plan, readme));
  if (renewed === void 0 || renewed === readme.text) return [];
  await files.write(path12.join(plan.directory, name), renewed);
  return [name];
}
async function readmeFaults(plan, files) {
  const readme = renews(plan) ? await readmeIn(plan.directory, files) : void 0;
  if (readme === void 0 || await ownName(readme.file, plan, files) !== void 0) return [];
  return [fault("file-outside", { what: "The README", file: readme.file })];
}
function renews({ badges: badges2, version }) {
  return badges2 === "update" && version.kind !== "tag";
}

// src/phases/build/replace-version.ts
import path13 from "node:path";
var CONFIGURATIONS = [".bumpversion.cfg", ".bumpversion.toml", "setup.cfg", "pyproject.toml"];
async function replaceVersion(project, plan, world, emit) {
  if (!writesVersion(plan)) return [];
  const changed = [];
  for (const { directory, from } of sources(project)) {
    if (sameVersion(from, project.version)) continue;
    const configuration = await configured(directory, plan, world.files);
    if (configuration === void 0) continue;
    changed.push(...await replaceBy({ configuration, from, to: project.version }, plan, world, emit));
  }
  return changed;
}
function sources({ packages, sourceVersion, versionPlaces }) {
  const below = packages.filter(({ directory }) => directory !== ".");
  return [
    ...sourceVersion === void 0 ? [] : [{ directory: ".", from: sourceVersion }],
    ...below.flatMap(({ directory }) => {
      const place = versionPlaces.find(({ file }) => file.startsWith(`${directory}/`));
      return place === void 0 ? [] : [{ directory, from: place.version }];
    })
  ];
}
async function replaceBy(replacement, plan, world, emit) {
  const { configuration, from, to } = replacement;
  const title = `Write ${to} where ${configuration} says (bump-my-version replace)`;
  const replace = async () => {
    const { exitCode: exitCode2, output } = await world.versionReplacer.replace(replacement);
    if (exitCode2 === 0) return;
    emit({ kind: "output", title, text: output });
    stop("tool-failed", {
      tool: "bump-my-version",
      what: `bump-my-version replace --current-version ${from} --new-version ${to}`,
      exitCode: exitCode2,
      tail: lastLines(output, 4),
      remedy: `Mend ${configuration}: each file that it names must be there, and hold the version.`
    });
  };
  return step(
    emit,
    title,
    () => changesOf(replace, plan, world),
    (changed) => changed.join(", ") || "nothing changed"
  );
}
async function configured(directory, plan, files) {
  for (const name of CONFIGURATIONS) {
    const configuration = path13.posix.join(directory, name);
    const text = await files.text(path13.join(plan.directory, configuration)) ?? "";
    if (bumpsFiles(name, text)) return configuration;
  }
  return void 0;
}

// src/phases/build/write-version.ts
import path14 from "node:path";

// src/packaging/release-title.ts
function titleFor({ at, says: says2 }, wanted) {
  const { version, unreleased, date } = says2;
  if (unreleased || version === void 0) return void 0;
  const text = withoutAddresses(at.source);
  const [before = "", after, ...more] = (date ? text.replace(date.written, MARK) : text).split(version);
  if (after === void 0 || more.length > 0 || date && !after.includes(MARK)) return void 0;
  const others = `${before}${after.replace(MARK, "")}`;
  if (!/^(?:\W|_|\bv|\b(?:version|release|released|on)\b)*$/i.test(others)) return void 0;
  return titleOf(at.source, says2, wanted);
}
var MARK = "\0";
var ADDRESSES = /(?<=\])\([^()\s]*\)|\{:[^{}]*\}/g;
function withoutAddresses(title) {
  return title.replace(ADDRESSES, "");
}
function titleOf(title, { version = "", date }, { version: next, tag, date: today }) {
  const old = `(?<![0-9.])${literally(version)}(?![0-9]|\\.[0-9])`;
  const said = new RegExp(old, "g");
  const compared2 = new RegExp(`(/compare/)[^\\s()]+?(\\.{2,3})([^\\s().]*${old})`);
  const addresses = title.match(ADDRESSES) ?? [];
  if (addresses.some((address2) => !address2.match(said))) return void 0;
  const moved = addresses.map((address2) => {
    const { 1: path29, 2: dots, 3: last } = compared2.exec(address2) ?? [];
    if (path29 === void 0) return address2.replace(said, () => next);
    return address2.replace(compared2, () => `${path29}${last}${dots}${tag}`);
  });
  const both = date === void 0 ? said : new RegExp(`${literally(date.written)}|${old}`, "g");
  const retold = (part) => part.replace(both, (found) => date && found === date.written ? dateLike(date, today) : next);
  const [first = "", ...rest] = title.split(ADDRESSES);
  return rest.reduce((whole2, part, place) => whole2 + moved[place] + retold(part), retold(first));
}
function titleInPlace(title, version, next, date) {
  const pieces = `(?<address>${ANY_ADDRESS})|(?<version>${literally(version)})|(?<word>${UNRELEASED_WORD.source})`;
  let isBehind = false;
  let isDated = false;
  const retold = title.replace(new RegExp(pieces, "gi"), (found, ...more) => {
    const groups = more.at(-1);
    if (groups.address !== void 0) return found.replaceAll(version, () => next);
    if (groups.version !== void 0) {
      isBehind = true;
      return next;
    }
    if (!isBehind || isDated) return found;
    isDated = true;
    return date;
  });
  return { title: retold, isDated };
}
var ANY_ADDRESS = "(?<=\\])\\([^()\\s]*\\)|\\{:[^{}]*\\}|<[^<>\\s]+>|https?:\\/\\/[^\\s()<>]+";

// src/packaging/released-section.ts
function withReleasedSection(source, released) {
  const changelog = changelogIn(source);
  const { text, sections: sections2 } = changelog;
  const present = sections2.some(
    ({ says: says2 }) => says2.version && !says2.unreleased && sameVersion(says2.version, released.version)
  );
  if (present) return text;
  const section = openSection(changelog);
  if (section === void 0) return void 0;
  const edits = section.says.version ? datedInPlace(changelog, section, released) : releasedBelow(changelog, section, { ...released, leavesOpen: leavesOpen(source, released) });
  return edited(text, edits);
}
function datedInPlace(changelog, section, released) {
  return [...headingInPlace(changelog, section, released), ...noticeGone(changelog, section)];
}
function headingInPlace(changelog, { at, says: says2, below }, released) {
  const { text, markup, sections: sections2 } = changelog;
  const { version, tag } = released;
  const date = dateLikeOthers(sections2, released);
  const retitled = (title2) => markup.retitled(text.slice(at.start, at.end), at.source, title2);
  const { title: own, isDated } = titleInPlace(at.source, says2.version ?? "", version, date);
  if (below === void 0 && !isDated) {
    const like = titleLike(changelog, at.source, released);
    return [{ ...at, text: `${retitled(like.title)}${like.below}` }];
  }
  const title = own.replace(COMPARED_WITH_BRANCH, (_, before) => before + tag);
  const heading = { ...at, text: retitled(title) };
  if (below === void 0) return [heading];
  const line = text.slice(below.start, below.end);
  const styled = sections2.map((section) => dateLineLike(text, section, released)).find((like) => like);
  const ownLine = line.replace(UNRELEASED_WORD, (word) => word === line.trim() ? `Released ${date}` : date);
  return [heading, { ...below, text: styled ?? ownLine }];
}
var COMPARED_WITH_BRANCH = /(\/compare\/[^\s()<>]+?\.{2,3})[^\s.()<>][^\s()<>]*/;
function noticeGone({ text }, { at, end }) {
  const { gap = "", notice = "" } = QUOTE.exec(text.slice(at.end, end))?.groups ?? {};
  const start = at.end + gap.length;
  return NOT_RELEASED.test(notice) ? [{ start, end: start + notice.length, text: "" }] : [];
}
var QUOTE = /^(?<gap>\s*\n)(?<notice>(?:>[^\n]*(?:\n|$))+\s*)/;
var NOT_RELEASED = /\b(?:unreleased|not (?:yet )?(?:been )?released)\b/i;
function dateLineLike(text, { below }, { date }) {
  if (below?.date === void 0) return void 0;
  return text.slice(below.start, below.end).replace(below.date.written, dateLike(below.date, date));
}
function dateLikeOthers(sections2, { date }) {
  const [newest] = sections2.flatMap(dateOf);
  return newest === void 0 ? date : dateLike(newest, date);
}
function dateOf({ says: says2, below }) {
  const date = says2.date ?? below?.date;
  return date === void 0 ? [] : [date];
}
function leavesOpen({ file }, { previous }) {
  return previous === void 0 || openSection(changelogIn({ file, text: previous })) !== void 0;
}
function releasedBelow(changelog, { at }, released) {
  const { text, markup } = changelog;
  const like = titleLike(changelog, at.source, released);
  const fresh = withComparisonSince(at.source, released.tag);
  const label = markup.labelIn(like.title) ?? released.version;
  const links3 = compareLinks(changelog, label, released);
  const title = isDefined(changelog, label) || links3.length > 0 ? like.title : markup.unlinked(like.title);
  const heading = text.slice(at.start, at.end);
  const ending = lineEnding(text, at.end);
  const retitled = markup.retitled(heading, at.source, title);
  const above = fresh === void 0 ? heading : markup.retitled(heading, at.source, fresh);
  const headings = released.leavesOpen ? [above, "", retitled] : [retitled];
  return [{ ...at, text: headings.join(ending) + like.below }, ...links3];
}
function withComparisonSince(title, tag) {
  const address2 = ADDRESS.exec(title)?.[0] ?? "";
  const { base, old, dots, branch } = COMPARED.exec(address2)?.groups ?? {};
  return old === void 0 ? void 0 : title.replace(address2, () => `${base}${tag}${dots}${branch}`);
}
function titleLike({ text, markup, sections: sections2 }, unreleased, released) {
  const dated = sections2.filter((section) => dateOf(section).length > 0);
  for (const section of dated.length > 0 ? dated : sections2) {
    const title = titleFor(section, released);
    if (title === void 0) continue;
    const line = dateLineLike(text, section, released);
    const gap = text.slice(section.at.end, section.below?.start ?? section.at.end);
    return { title, below: line === void 0 ? "" : gap + line };
  }
  return { title: markup.releaseTitle(unreleased, released), below: "" };
}
var ADDRESS = /https?:\/\/[^\s<>)]+/;
var COMPARED = /^(?<base>\S+\/compare\/)(?<old>\S+?)(?<dots>\.{2,3})(?<branch>[^\s.]\S*)$/;
var LINK = /^(?<head>(?:[^\n]*?\]|\.\. _[^\n]*?):[ \t]*)(?<address>\S+)$/;
function compareLinks(changelog, label, { tag }) {
  const { text, markup, definitions } = changelog;
  const at = definitions.find((definition) => headingSays(definition.label)?.unreleased);
  if (at === void 0) return [];
  const { head, address: compared2 = "" } = LINK.exec(textOf(text, at))?.groups ?? {};
  const { base, old, dots, branch } = COMPARED.exec(compared2)?.groups ?? {};
  if (old === void 0 || old === tag) return [];
  const forward = `${head}${base}${tag}${dots}${branch}`;
  const address2 = pageOfTag(changelog, old, tag) ?? `${base}${old}${dots}${tag}`;
  const past = isDefined(changelog, label) ? [] : [markup.definition(label, address2)];
  return [{ ...at, text: [forward, ...past].join(lineEnding(text, at.end)) }];
}
function pageOfTag({ text, definitions }, before, tag) {
  const ofVersions = definitions.filter(({ label }) => headingSays(label)?.version !== void 0);
  const addresses = ofVersions.map((definition) => /\S+$/.exec(textOf(text, definition))?.[0] ?? "");
  const page2 = addresses.find((each) => each.endsWith(`/${before}`));
  return page2 === void 0 ? void 0 : `${page2.slice(0, -before.length)}${tag}`;
}
function isDefined({ definitions }, wanted) {
  return definitions.some(({ label }) => label === wanted.toLowerCase());
}
function textOf(text, { start, end }) {
  return text.slice(start, end);
}
function lineEnding(text, offset) {
  const found = /\r?\n/.exec(text.slice(offset)) ?? /\r?\n/.exec(text);
  return found?.[0] ?? "\n";
}

// src/phases/build/write-version.ts
async function writeVersion(project, plan, world) {
  const { files, checkout } = world;
  const texts = /* @__PURE__ */ new Map();
  for (const place of project.versionPlaces) {
    const { version } = place;
    const file = await ownName(place.file, plan, files) ?? place.file;
    const old = texts.get(file) ?? await files.text(path14.join(plan.directory, file));
    if (old === void 0 || version === project.version) continue;
    const text = placeReader(place)?.rewritten(old, version, project.version);
    if (text !== void 0 && text !== old) texts.set(file, text);
  }
  const dated = await datedChangelog(project, plan, world);
  if (dated !== void 0) texts.set(dated.file, dated.text);
  for (const [file, text] of texts) await files.write(path14.join(plan.directory, file), text);
  return checkout.tracked([...texts.keys()]);
}
async function datedChangelog({ changelog: file, version, tag, previousTag }, plan, { files, clock, checkout }) {
  const old = file === void 0 ? void 0 : await files.text(path14.join(plan.directory, file));
  if (file === void 0 || old === void 0) return void 0;
  const date = isoDate(clock.now());
  const before = previousTag === void 0 ? void 0 : await checkout.committed(file, previousTag);
  const previous = before && Buffer.from(before).toString();
  const text = withReleasedSection({ file, text: old }, { version, tag, date, previous });
  return text === void 0 || text === old ? void 0 : { file, text };
}

// src/phases/build/build.ts
var build = definePhase({
  name: "build",
  title: "Build the distributions",
  needs: ["project"],
  wants: ["checks"],
  uses: [...READING, "builder", "checkout", "clock", "forge", "newsFragments", "versionReplacer", "handover"],
  yields: "build",
  async preflight(plan, world) {
    const { project, faults } = await readProject(plan, world);
    if (project === void 0) return faults;
    const head = await world.checkout.head();
    if (head === void 0) return [fault("not-a-checkout", { directory: plan.directory })];
    const tags = await world.tags.read();
    return [
      ...releasedFaults(project, plan, tags),
      ...head.shallow ? shallowFaults(project, plan, tags) : [],
      ...await readmeFaults(plan, world.files)
    ];
  },
  receive,
  async recall(plan, world) {
    const { project } = await readProject(plan, world);
    const kept = project === void 0 ? void 0 : await adoptJournal(plan, project, world);
    if (kept !== void 0) return kept;
    const found = await observedBuild(world.files, plan);
    if (found !== void 0 && project !== void 0) await proved(project, plan, world);
    return found;
  },
  async run({ project, checks }, plan, world, emit) {
    const kept = await step(
      emit,
      "Look for what an earlier run has kept",
      () => adoptJournal(plan, project, world),
      (found) => found === void 0 ? "nothing" : `${found.distributions.length} distributions; they are taken, not built again`
    );
    const epoch = (await world.checkout.head())?.time;
    if (kept !== void 0) {
      await settleTree(kept.changed, plan, world);
      await inspected(project, plan, world.files);
      await handOn(plan, world, emit);
      return kept;
    }
    const written2 = [
      // First, since a changelog that has the version is not dated again.
      ...await collectNewsFragments(project, plan, world, emit),
      // Before the version is written elsewhere: bumpversion fails where it does not find the old one.
      ...await replaceVersion(project, plan, world, emit),
      ...await settleVersion(project, plan, world, emit),
      ...await renewBadges(project, plan, world.files)
    ];
    const names = [.../* @__PURE__ */ new Set([...checks?.fixed ?? [], ...written2])];
    const committed = await commitLocally(project, names, world, emit);
    const changed = await changedFiles(committed, plan, world);
    await step(
      emit,
      "Remove what earlier builds left",
      () => removeLeftovers(project, plan, world),
      (removed) => removed.join(", ") || "nothing was there"
    );
    const compiled = asTagged(
      project,
      world,
      (variables) => compileAll(project, plan, { ...world, epoch, variables }, emit)
    );
    await allOf([compiled, world.builder.prepare()]);
    const distributions = await step(
      emit,
      "Check the contents of the distributions",
      () => inspected(project, plan, world.files),
      (found) => found.map(({ filename }) => filename).join(", ")
    );
    await warnOfMissingArtifacts(project, distributions, plan, world.files, emit);
    await step(
      emit,
      "Check metadata and README (twine check --strict)",
      () => checkMetadata(plan, world, distributions)
    );
    const result = { distributions, changed };
    await writeRecord(world.files, plan.packages, recordOf(plan.forge.commit, project, result));
    await handOn(plan, world, emit);
    return result;
  }
});
function shallowFaults({ name, tag, versionFromTags }, { commands }, { local }) {
  const isTold2 = commands.build !== void 0 || commands.env.some((variable) => TOLD_VERSION.test(variable));
  if (!versionFromTags || isTold2) return [];
  return local.includes(tag) ? [] : [fault("clone-shallow", { project: name, tag })];
}
var TOLD_VERSION = /_(?:PRETEND_VERSION|SCM_VERSION|VERSIONING_BYPASS)(?:_FOR_\w+)?$/;
async function proved(project, plan, world) {
  const found = await inspected(project, plan, world.files);
  if (await readRecord(world.files, plan.packages) !== void 0) return;
  await checkMetadata(plan, world, found);
}
async function commitLocally(project, changed, { checkout }, emit) {
  if (changed.length === 0) return [];
  return step(
    emit,
    "Commit the release in this checkout",
    () => checkout.commit(changed, releaseMessage(project)),
    (committed) => committed.join(", ") || "git sees no change"
  );
}
async function settleVersion(project, plan, world, emit) {
  const title = `Write version ${project.version}`;
  if (!writesVersion(plan)) {
    skipped(emit, title, `${plan.version.kind === "tag" ? "the tag" : "the source"} says it already`);
    return [];
  }
  return step(
    emit,
    title,
    () => writeVersion(project, plan, world),
    (written2) => written2.join(", ") || "it stands already"
  );
}

// src/phases/develop/checks.ts
var CHECKS = [
  {
    id: "lint",
    title: "Lint",
    edits: true,
    enabled: () => true,
    run: (checks, _plan, fix) => checks.lint(fix),
    fault: ({ evidence }) => fault("lint-failed", { evidence })
  },
  {
    id: "format",
    title: "Format",
    edits: true,
    enabled: () => true,
    run: (checks, _plan, fix) => checks.format(fix),
    fault: ({ evidence }) => fault("format-failed", { evidence })
  },
  {
    id: "tests",
    title: "Tests",
    edits: false,
    enabled: ({ commands }) => commands.test !== false,
    run: (checks, { commands }) => checks.tests(commands.test === false ? "auto" : commands.test, commands.testMinutes),
    fault: ({ evidence }) => fault("tests-failed", { evidence })
  }
];

// src/phases/develop/develop.ts
var develop = definePhase({
  name: "develop",
  title: "Check format, lint and tests",
  needs: ["project"],
  wants: [],
  uses: ["checks", "checkout", "tags"],
  yields: "checks",
  async preflight() {
    return [];
  },
  async recall() {
    return void 0;
  },
  async run({ project }, plan, { checks, checkout, tags }, emit) {
    const before = await checkout.changes();
    if (project.versionFromTags)
      await installedAsTagged(project, { tags }, (variables) => checks.install(variables));
    const rewrite = plan.commands.fix && plan.version.kind !== "tag";
    const planned = CHECKS.filter((check) => check.enabled(plan));
    for (const { title } of CHECKS.filter((check) => !check.enabled(plan)))
      skipped(emit, title, "test-command: false");
    const run2 = (check) => perform(check, () => check.run(checks, plan, rewrite), emit);
    const results = rewrite ? [
      ...await sequentially(
        planned.filter(({ edits }) => edits),
        run2
      ),
      ...await sideBySide(
        planned.filter(({ edits }) => !edits),
        run2
      )
    ] : await sideBySide(planned, run2);
    judge(results, plan, emit);
    return { results, fixed: rewrite ? await gained(checkout, before) : [] };
  }
});
async function perform(check, run2, emit) {
  emit({ kind: "step-started", step: check.title });
  const result = await run2();
  const outcome = { passed: "passed", failed: "failed", "not-applicable": "skipped" }[result.outcome];
  emit({ kind: "step-ended", step: check.title, outcome, says: result.evidence });
  if (result.warning !== void 0) noticed(emit, "warning", check.title, result.warning);
  if (result.outcome === "failed") emit({ kind: "output", title: check.title, text: result.details });
  return result;
}
async function sideBySide(checks, run2) {
  return Promise.all(checks.map(run2));
}
async function sequentially(checks, run2) {
  const results = [];
  for (const check of checks) results.push(await run2(check));
  return results;
}
function judge(results, plan, emit) {
  const failed = CHECKS.flatMap((check) => {
    const result = results.find(({ id, outcome }) => id === check.id && outcome === "failed");
    return result === void 0 ? [] : [{ ...check, found: check.fault(result) }];
  });
  const unfixable = plan.commands.fix && plan.version.kind === "tag";
  const tolerated = failed.filter(({ edits, id }) => edits && unfixable || plan.allow.includes(id));
  for (const { found } of tolerated) {
    noticed(emit, "warning", found.title, found.finding);
  }
  const faults = failed.filter((each) => !tolerated.includes(each)).map(({ found }) => found);
  if (faults.length > 0) throw new Stopped(faults);
}
async function gained(checkout, before) {
  return checkout.tracked((await checkout.changes()).filter((file) => !before.includes(file)));
}

// src/phases/monitor/fresh-install.ts
import path16 from "node:path";

// src/packaging/import-names.ts
var IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;
var MODULE_FILE = /^([^.]+)(?:\.py|(?:\.[\w-]+)?\.(?:so|pyd))$/;
var NOT_PACKAGES = /* @__PURE__ */ new Set([
  ...[
    "benchmark",
    "benchmarks",
    "bin",
    "build",
    "changelog",
    "ci",
    "debian",
    "dist",
    "doc",
    "docs",
    "documentation"
  ],
  ...[
    "example",
    "examples",
    "exercise",
    "exercises",
    "htmlcov",
    "manpages",
    "news",
    "newsfragments",
    "python"
  ],
  ...["requirements", "script", "scripts", "src", "tasks", "test", "testing", "tests", "tool", "tools"],
  ...["unit_test", "unit_tests", "util", "utils", "venv"]
]);
var NOT_MODULES = /* @__PURE__ */ new Set([
  ...["build", "conf", "conftest", "dodo", "example", "examples", "ez_setup", "fabfile", "manage", "noxfile"],
  ...["pavement", "setup", "tasks", "test", "tests", "toxfile", "versioneer"]
]);
function importNames(archive, kind) {
  const stated = statedNames(archive, kind);
  const names = stated ?? (kind === "wheel" ? wheelNames(archive.members) : sdistNames(archive.members));
  return [...new Set(names)].toSorted();
}
function importNamesBeside(sdist, wheel) {
  const installed3 = importNames(wheel, "wheel");
  const files = new Set(sdist.members.map((member2) => member2.replace(/^[^/]+\/(?:src\/)?/, "")));
  return importNames(sdist, "sdist").filter((name) => installed3.includes(name) || !files.has(`${name}.py`));
}
function statedNames(archive, kind) {
  const file = kind === "wheel" ? /^[^/]+\.dist-info\/METADATA$/ : /^[^/]+\/PKG-INFO$/;
  const text = archive.text(archive.members.find((member2) => file.test(member2)) ?? "");
  const stated = parsedCoreMetadata(text ?? "").importNames;
  if (stated.length === 0) return void 0;
  return stated.map((entry2) => entry2.replace(/;.*/, "").trim()).filter((name) => name !== "");
}
function wheelNames(members) {
  const installed3 = members.map((member2) => member2.replace(/^[^/]+\.data\/(?:purelib|platlib)\//, "")).filter((member2) => !/^[^/]+\.(?:dist-info|data|egg-info)\//.test(member2));
  return namesIn(folderOf(installed3), { looseModules: true });
}
function sdistNames(members) {
  const files = members.map((member2) => member2.replace(/^[^/]+\//, ""));
  const inSource = files.filter((file) => file.startsWith("src/")).map((file) => file.slice("src/".length));
  const names = namesIn(folderOf(inSource), { looseModules: true });
  if (names.length > 0) return names;
  const { modules, folders } = folderOf(files);
  const flat = {
    modules: new Set([...modules].filter((name) => !NOT_MODULES.has(name) && !name.startsWith("test_"))),
    folders: new Map([...folders].filter(([name]) => !NOT_PACKAGES.has(name)))
  };
  return namesIn(flat, { looseModules: false });
}
function folderOf(files) {
  const root = { modules: /* @__PURE__ */ new Set(), folders: /* @__PURE__ */ new Map() };
  for (const file of files) {
    const parts = file.split("/");
    const module = MODULE_FILE.exec(parts.pop() ?? "")?.[1];
    if (module === void 0) continue;
    parts.reduce(subfolder, root).modules.add(module);
  }
  return root;
}
function subfolder(folder, name) {
  const found = folder.folders.get(name) ?? { modules: /* @__PURE__ */ new Set(), folders: /* @__PURE__ */ new Map() };
  folder.folders.set(name, found);
  return found;
}
function namesIn(folder, search) {
  const modules = [...folder.modules].filter((name) => !name.startsWith("__") && IDENTIFIER.test(name));
  const packages = [...folder.folders].filter(([name]) => IDENTIFIER.test(name)).flatMap(([name, inner]) => packageNames(name, inner, search));
  return [...modules, ...packages];
}
function packageNames(name, folder, search) {
  if (folder.modules.has("__init__")) return [name];
  const inner = search.looseModules ? folder : { ...folder, modules: /* @__PURE__ */ new Set() };
  return namesIn(inner, search).map((below) => `${name}.${below}`);
}

// src/phases/test-local/fitting.ts
import path15 from "node:path";
async function fittingHere(distributions, { packages }, { environments }) {
  if (!distributions.some(isForSome)) return distributions;
  const environment = await environments.create("fitting");
  const asked2 = distributions.map(
    async (each) => !isForSome(each) || await environment.fits(path15.join(packages, each.filename)) ? [each] : []
  );
  const fitting = (await Promise.all(asked2)).flat();
  await environment.remove();
  return fitting;
}
function isForSome({ filename }) {
  const { kind, python, abi, platform } = parsedFileName(filename) ?? {};
  const isForAll = platform === "any" && abi === "none" && python?.split(".").includes("py3");
  return kind === "wheel" && isForAll !== true;
}

// src/phases/test-local/framework-test.py
var framework_test_default = `"""Makes a real app of a framework, hands it to the callable under test, and asks it through the framework's own client.

Arguments: framework, module, callable. Exits 0 only where the app answers 200 to a route added after the callable ran.
"""

import functools
import importlib
import sys

ROUTE = "/pypi-release-framework-test"


def flask_answer(hand_over):
    import flask

    app = flask.Flask("pypi_release_framework_test")
    hand_over(app)
    app.add_url_rule(ROUTE, view_func=lambda: "ok", endpoint="pypi_release_framework_test")
    return app.test_client().get(ROUTE).status_code


def fastapi_answer(hand_over):
    import fastapi
    from fastapi.testclient import TestClient

    app = fastapi.FastAPI()
    hand_over(app)
    app.add_api_route(ROUTE, lambda: "ok")
    with TestClient(app) as client:
        return client.get(ROUTE).status_code


FRAMEWORKS = {"flask": flask_answer, "fastapi": fastapi_answer}

framework, module, name = sys.argv[1:4]
target = functools.reduce(getattr, name.split("."), importlib.import_module(module))
status = FRAMEWORKS[framework](target)
print(f"{module}:{name} took a {framework} app; the app answered {status}")
sys.exit(0 if status == 200 else 1)
`;

// src/phases/test-local/imports.py
var imports_default = '"""Imports every module named as an argument, and says where each was found."""\n\nimport importlib\nimport sys\n\nfor name in sys.argv[1:]:\n    module = importlib.import_module(name)\n    print(name, getattr(module, "__file__", None) or "(namespace)")\n';

// src/phases/test-local/smoke.ts
async function smoke(environment, questions) {
  const { modules, commands, frameworks } = questions;
  const results = [];
  if (modules.length > 0) {
    const imported2 = await environment.python(imports_default, modules);
    results.push(
      await passed(environment, questions, {
        id: "import",
        title: `import ${modules.join(", ")}`,
        result: imported2
      })
    );
  }
  for (const command of commands) {
    results.push(
      await passed(environment, questions, {
        id: "smoke",
        title: command,
        result: await environment.command(command)
      })
    );
  }
  for (const { framework, module, callable } of frameworks) {
    const result = await environment.python(framework_test_default, [framework, module, callable]);
    results.push(
      await passed(environment, questions, {
        id: "framework",
        title: `${framework}=${module}:${callable}`,
        result
      })
    );
  }
  return results;
}
async function passed(environment, { subject: subject2 }, { id, title, result }) {
  if (result.exitCode === 0) return { id, outcome: "passed", evidence: title, details: result.output };
  const installed3 = (await environment.packages()).join(", ");
  stop("smoke-failed", {
    what: `${title} with ${subject2}`,
    tail: `${lastLines(result.output, 4)} (exit code ${result.exitCode}; installed: ${installed3})`
  });
}

// src/phases/monitor/answers.ts
var yes = (says2) => ({ value: true, verdict: "good", says: says2 });
var no = (says2) => ({ value: false, verdict: "bad", says: says2 });
var none = (says2) => ({ value: null, verdict: "none", says: says2 });
var count = (value, says2 = "") => ({ value, verdict: "none", says: says2 });
var countOfBad = (value, says2 = "") => ({
  value,
  verdict: value === 0 ? "good" : "bad",
  says: says2
});

// src/phases/monitor/network-trouble.ts
var WORDS = /error sending request|request or response body error|error (?:reading|decoding) (?:a body|response body)|Failed to fetch|network timeout|operation timed out|HTTP status server error/i;
var GONE = /HTTP status client error \((?:404|410)\b/;
function isNetworkTrouble(output) {
  return WORDS.test(output) && !GONE.test(output);
}

// src/phases/monitor/records.py
var records_default = '"""Prints what the installed distribution named as an argument is made of, as one line of JSON: its files, and its METADATA."""\n\nimport importlib.metadata\nimport json\nimport sys\n\ndistribution = importlib.metadata.distribution(sys.argv[1])\nfiles = [file.as_posix() for file in distribution.files or []]\nprint(json.dumps({"files": files, "metadata": distribution.read_text("METADATA") or ""}))\n';

// src/phases/monitor/fresh-install.ts
var INSTALL_LIMIT = 6e5;
var UNSATISFIABLE = 1;
async function freshInstall(subject2, plan, world) {
  const { environments, indexes, clock } = world;
  if (indexes.pypi.isClosed()) return none("the index lets nobody read without a credential");
  const name = normalizedName(subject2.name);
  const requirement2 = `${name}==${subject2.version}`;
  const until = clock.now().getTime() + INSTALL_LIMIT;
  const environment = await environments.create(`monitor-${name}`, INSTALL_LIMIT);
  const answer = await installed(environment, requirement2, plan);
  const tried2 = answer ?? await imported(environment, { requirement: requirement2, modules: await modulesOf(subject2.name, environment) });
  if (clock.now().getTime() >= until)
    return none(`${requirement2} was not installed and imported within ${INSTALL_LIMIT / 1e3} s`);
  if (answer?.verdict === "bad" && !await hasFileForHere(subject2, plan, world))
    return none(`no file of ${requirement2} is for this machine and its Python`);
  await environment.remove();
  return tried2;
}
async function installed(environment, requirement2, plan) {
  const attempt = () => environment.install([requirement2], { index: plan.indexes.pypi.simple });
  const first = await attempt();
  const { exitCode: exitCode2, output } = first.exitCode === 0 ? first : await attempt();
  if (exitCode2 === 0) return void 0;
  const says2 = `${requirement2} was not installed: ${lastLines(output, 4)}`;
  return exitCode2 === UNSATISFIABLE && !isNetworkTrouble(output) ? no(says2) : none(says2);
}
async function hasFileForHere({ name, version }, plan, world) {
  const { indexes, files } = world;
  const listed3 = (await indexes.pypi.project(normalizedName(name)))?.files ?? [];
  const own = listed3.filter(({ filename }) => isOfVersion(filename, version));
  if (own.length === 0 || !own.every(isForSome)) return true;
  const packages = path16.join(plan.scratch, `monitor-files-${normalizedName(name)}`);
  const distributions = [];
  for (const { filename, url } of own) {
    const bytes = await indexes.pypi.download(url);
    await files.write(path16.join(packages, filename), bytes);
    distributions.push(distributionOf(filename, bytes));
  }
  const fitting = await fittingHere(distributions, { packages }, world);
  await files.remove(packages);
  return fitting.length > 0;
}
async function imported(environment, { requirement: subject2, modules }) {
  try {
    const results = await smoke(environment, { subject: subject2, modules, commands: [], frameworks: [] });
    return yes(results.map(({ evidence }) => evidence).join("; ") || "it has no module to import");
  } catch (error) {
    if (error instanceof Stopped) return no(findingsOf(error));
    throw error;
  }
}
async function modulesOf(name, environment) {
  const { output } = await environment.python(records_default, [name]);
  const line = output.split("\n").find((each) => each.startsWith("{"));
  const { files, metadata } = JSON.parse(line ?? '{"files":[],"metadata":""}');
  const installed3 = {
    members: files.filter((file) => !file.startsWith("../") && !file.includes("__pycache__/")),
    read: () => void 0,
    text: () => metadata
  };
  return importNames(installed3, "wheel");
}

// src/phases/monitor/latest-release.ts
function latestRelease({ versions, files }) {
  const named2 = files.flatMap(({ filename }) => parsedFileName(filename)?.version ?? []);
  const all = [.../* @__PURE__ */ new Set([...versions, ...named2])].filter(isVersion);
  const isOffered = (version2) => files.some(({ filename, yanked }) => !yanked && isOfVersion(filename, version2));
  const offered = all.filter(isOffered);
  const version = latestOf(offered.filter((each) => !isPrerelease(each))) ?? latestOf(offered);
  if (version === void 0) return void 0;
  const withdrawn = all.filter(
    (each) => compareVersions(each, version) > 0 && files.some(({ filename }) => isOfVersion(filename, each)) && !isOffered(each)
  );
  return { version, withdrawn };
}

// src/release/metrics.ts
var METRIC_IDS = [
  "page",
  "install",
  "readme",
  "links",
  "downloads",
  "critical-issues",
  "stars",
  "forks",
  "reactions"
];

// src/phases/monitor/community.ts
var CRITICAL = "critical";
async function criticalIssues({ world: { forge } }) {
  return countOfBad(await forge.community.issues(CRITICAL));
}
async function stars({ world: { forge } }) {
  return count((await forge.repository.read()).stars);
}
async function forks({ world: { forge } }) {
  return count((await forge.repository.read()).forks);
}
async function reactions({ world: { forge }, plan, subjects: [subject2] }) {
  if (subject2 === void 0) return none("the index could not be asked for the latest release");
  const releases = await forge.community.reactions();
  const owner = ownerOf(subject2.name, plan);
  const tags = tagsOfProject(
    releases.map(({ tag }) => tag),
    plan,
    owner
  );
  const own = tags.find(({ version }) => sameVersion(version, subject2.version));
  const release = releases.find(({ tag }) => tag === own?.tag);
  return release === void 0 ? none(`the forge has no release of ${subject2.version} among its newest`) : count(release.count, `to ${release.tag}`);
}

// src/phases/monitor/public-face.ts
async function page({ name, version }, { world: { indexes } }) {
  const { url, status, text } = await indexes.pypi.page(name, version);
  if (status === 404 || status === 410) return no(`${url} answered ${status}`);
  if (status !== 200) return none(`${url} answered ${status}`);
  const plain2 = text.toLowerCase().replace(/[-_.]+/g, "-");
  const isOfRelease2 = plain2.includes(normalizedName(name)) && text.includes(version);
  return isOfRelease2 ? yes(url) : none(`${url} answered 200 with a page that names no ${version}, as a check for browsers does`);
}
async function description({ name, version }, look2) {
  const { indexes, markup } = look2.world;
  const described2 = await indexes.pypi.described(name, version);
  if (described2 === void 0) return none("the index does not tell the description");
  const { description: text, contentType } = described2;
  if (text.trim() === "") return none("there is no description, and the project page is empty");
  const says2 = `${descriptionTypeInWords(contentType)}, ${text.length} characters`;
  const type = descriptionType(contentType);
  if (type === "text/markdown" || type === "text/plain") return yes(says2);
  if (type === void 0) return no(`${says2}: the index shows no such type`);
  const judged = await markup.renders(text);
  if (typeof judged === "object") return none(judged.problem);
  return judged === "renders" ? yes(says2) : no(`${says2}: it is shown as plain text`);
}
async function links({ name, version }, { plan, world }) {
  const described2 = await world.indexes.pypi.described(name, version);
  if (described2 === void 0) return none("the index tells neither description nor addresses");
  const report = await lookAtLinks([described2], plan, world);
  return "unchecked" in report ? none(report.unchecked) : countOfBad(report.dead.length, linksInWords(report));
}
async function downloads({ name }, { world: { statistics } }) {
  const figures = await statistics.downloads(normalizedName(name));
  if ("problem" in figures) return none(figures.problem);
  const { day, week, month } = figures;
  return count(month, `${week} in the last week, ${day} on the last day`);
}

// src/phases/monitor/metrics.ts
var LATER = "too early: `phase: monitor` on a schedule counts them";
var METRICS = {
  page: {
    title: "The project page loads",
    ofEach: page,
    cure: "Look at the page. If the project or the release is gone, its owners on the index know why; else the index has trouble."
  },
  install: {
    title: "It installs in a fresh environment",
    ofEach: (subject2, { installs }) => installs(subject2),
    cure: "A requirement may have changed under it: bound that requirement, and release a new version. Where the Python at hand is none that it is for, set python-version.",
    // Longer than the installation takes by its own limit, which ends its children.
    limit: INSTALL_LIMIT + 3e4
  },
  readme: {
    title: "The README renders",
    ofEach: description,
    cure: "Mend the README or its content type in pyproject.toml, and release a new version: what is published stays as it is."
  },
  links: { title: "Dead links in README and metadata", ofEach: links, limit: 12e4 },
  downloads: { title: "Downloads in the last 30 days", ofEach: downloads, tooEarly: LATER },
  "critical-issues": { title: "Open issues labelled critical", ofAll: criticalIssues },
  stars: { title: "Stars", ofAll: stars },
  forks: { title: "Forks", ofAll: forks },
  reactions: { title: "Reactions to the release", ofAll: reactions, tooEarly: LATER }
};
var LIMIT = 6e4;
async function measured(look2) {
  return Promise.all(
    METRIC_IDS.map(async (id) => ({ id, title: METRICS[id].title, ...await answerOf(METRICS[id], look2) }))
  );
}
async function answerOf(row, look2) {
  const { limit = LIMIT, tooEarly } = row;
  if (look2.isFresh && tooEarly !== void 0) return none(tooEarly);
  try {
    const answer = await look2.world.clock.within(limit, asked(row, look2));
    return answer ?? none(`no answer within ${limit / 1e3} s`);
  } catch (error) {
    return none(reasonOf2(error));
  }
}
function reasonOf2(error) {
  if (error instanceof Stopped) return findingsOf(error);
  return error instanceof Error ? error.message : String(error);
}
async function asked({ ofEach, ofAll }, look2) {
  if (ofAll !== void 0) return ofAll(look2);
  const { subjects } = look2;
  if (ofEach === void 0 || subjects.length === 0)
    return none("the index could not be asked for the latest release");
  return folded(
    await Promise.all(subjects.map(async (subject2) => ({ subject: subject2, answer: await ofEach(subject2, look2) })))
  );
}
function folded(all) {
  const [first, ...others] = all;
  if (first !== void 0 && others.length === 0) return first.answer;
  const answers = all.map(({ answer }) => answer);
  const verdict = ["bad", "none"].find((each) => answers.some((one) => one.verdict === each));
  const says2 = all.map(({ subject: subject2, answer }) => `${normalizedName(subject2.name)}: ${answer.says}`).join("; ");
  return { value: together(answers.map(({ value }) => value)), verdict: verdict ?? "good", says: says2 };
}
function together(values) {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length > 0) return numbers.reduce((sum, value) => sum + value, 0);
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}
function metricsInWords(metrics2) {
  const bad = metrics2.filter(({ verdict }) => verdict === "bad").map(({ id }) => id);
  const unknown = metrics2.filter(({ value }) => value === null).map(({ id }) => id);
  const told3 = [
    ...bad.length > 0 ? [`bad: ${bad.join(", ")}`] : [],
    ...unknown.length > 0 ? [`not to be had: ${unknown.join(", ")}`] : []
  ];
  return told3.join("; ") || "all is well";
}

// src/phases/monitor/monitor.ts
var monitor = definePhase({
  name: MONITOR,
  title: "Look at the latest release",
  needs: [],
  wants: [],
  uses: [
    ...["files", "backEnd", "indexes", "environments", "forge"],
    ...["web", "statistics", "markup", "clock"]
  ],
  yields: "monitored",
  async preflight(plan, world) {
    const faults = await faultsOf(async () => {
      await namesOf(plan, world);
      return [];
    });
    return faults.filter((each) => !isPassing2(each));
  },
  async recall() {
    return void 0;
  },
  async run(_given, plan, world, emit) {
    const { name, subjects } = await step(
      emit,
      "Find the latest release",
      () => latestSubjects(plan, world, emit),
      (found) => found.subjects.map((each) => `${each.name} ${each.version}`).join(", ") || "it was not to be had"
    );
    const metrics2 = await step(
      emit,
      "Ask how it does",
      () => measured({
        ...{ subjects, plan, world, isFresh: false },
        installs: (subject2) => freshInstall(subject2, plan, world)
      }),
      metricsInWords
    );
    emit({ kind: "measured", metrics: metrics2 });
    const faults = metrics2.flatMap((metric) => faultOf(metric));
    const monitored = seen(name, subjects, plan);
    if (faults.length > 0) throw new Stopped(faults, { found: { monitored } });
    return monitored;
  }
});
function seen(asked2, [subject2], { indexes }) {
  if (subject2 === void 0) return { name: asked2, version: void 0, url: void 0 };
  const { name, version } = subject2;
  return { name, version, url: versionPage(indexes.pypi, normalizedName(name), version) };
}
async function namesOf(plan, { files, backEnd }) {
  const chosen = await chosenMembers(plan, files);
  if (chosen !== void 0) {
    const [first, ...others] = chosen.members;
    return [first.spelling, ...others.map(({ spelling }) => spelling)];
  }
  const source = await readSource(plan, files);
  return [source.name ?? (await backEnd.metadata(plan.directory)).name];
}
async function latestSubjects(plan, world, emit) {
  const names = await unlessPassing(() => namesOf(plan, world), emit);
  const subjects = names && await unlessPassing(() => subjectsOf(names, world, emit), emit);
  return { name: names?.[0], subjects: subjects ?? [] };
}
async function unlessPassing(ask, emit) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Stopped) || !error.faults.every(isPassing2)) throw error;
    for (const { title, finding } of error.faults) noticed(emit, "warning", title, finding);
    return void 0;
  }
}
async function subjectsOf(names, { indexes }, emit) {
  const listed3 = await Promise.all(
    names.map(async (name) => ({ name, there: await indexes.pypi.project(normalizedName(name)) }))
  );
  const known = listed3.flatMap(({ name, there }) => there === void 0 ? [] : [{ name, there }]);
  const unknown = listed3.filter(({ there }) => there === void 0);
  if (known.length === 0) throw new Stopped(unknown.map(({ name }) => nothingReleased(name, false)));
  for (const { name } of unknown)
    noticed(
      emit,
      "notice",
      `${name} was never released`,
      "The index does not know it. It is left out: what is looked at are the others that are released together."
    );
  return known.map(({ name, there }) => latestSubject(name, there, emit));
}
function isPassing2({ blame, code: code2, finding }) {
  return blame === "world" || code2 === "tool-failed" && isNetworkTrouble(finding);
}
function nothingReleased(project, isKnown) {
  return fault("nothing-released", { project, index: "pypi", isKnown });
}
function latestSubject(name, there, emit) {
  const latest = latestRelease(there);
  if (latest === void 0) throw new Stopped([nothingReleased(name, true)]);
  const { version, withdrawn } = latest;
  if (withdrawn.length > 0)
    noticed(
      emit,
      "notice",
      `${name} ${withdrawn.join(", ")} was withdrawn`,
      `Installers pass it over: what is looked at is ${version}.`
    );
  return { name, version };
}
function faultOf({ id, title, verdict, says: says2 }) {
  const { cure } = METRICS[id];
  return verdict === "bad" && cure !== void 0 ? [fault("metric-bad", { id, title, says: says2, cure })] : [];
}

// src/phases/post-publish/post-publish.ts
import path20 from "node:path";

// src/upload/given-out.ts
import path17 from "node:path";
async function givenOut(asking) {
  const { plan, distributions, emit } = asking;
  if (plan.attestations.policy === "off") return [];
  try {
    const found = await step(
      emit,
      "Take the attestations that pypi gives out",
      async () => (await Promise.all(distributions.map((each) => taken(each, asking)))).flat(),
      (all) => `${all.length} of ${distributions.length} files have one from ${plan.forge.repository}`
    );
    warnOfLack(found, asking);
    return found;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const says2 = findingsOf(error);
    noticed(emit, "warning", "The release holds no attestations", says2);
    return [];
  }
}
function warnOfLack(found, { plan, distributions, emit }) {
  const names = found.map(({ filename }) => filename);
  const lacking = distributions.filter(({ filename }) => !names.includes(filename));
  const isAsked = found.length > 0 || attestationPolicy(plan, "pypi") === "required";
  if (plan.attestations.policy !== "required" || lacking.length === 0 || !isAsked) return;
  noticed(
    emit,
    "warning",
    "The release lacks attestations",
    `pypi gives out none from ${plan.forge.repository} for ${lacking.map(({ filename }) => filename).join(", ")}. The job that uploads makes them, with trusted publishing; none can join a file later.`
  );
}
async function taken({ filename, name, sha256 }, { plan, project, world: { indexes, files } }) {
  const repository = plan.forge.repository.toLowerCase();
  const attestation = (await indexes.pypi.provenance(name, project.version, filename) ?? []).filter(({ publisher }) => publisher.repository?.toLowerCase() === repository).flatMap(({ attestations }) => attestations).find((each) => vouchesFor(each, { filename, sha256 }));
  if (attestation === void 0) return [];
  const file = path17.join(attestationDirectory(plan), attestationName(filename));
  await files.write(file, JSON.stringify(attestation));
  return [{ filename, sha256, attestation, file, adopted: true }];
}

// src/phases/journal/announcement-mark.ts
var MARK2 = "<!-- pypi-release: not announced yet -->";
function toBeAnnounced(notes, { announce, forge }) {
  return announce && forge.release === "publish" && !notes.includes(MARK2) ? `${notes}

${MARK2}` : notes;
}
function waits({ draft, notes }) {
  return !draft && notes.includes(MARK2);
}
function unmarked(notes) {
  return notes.replace(MARK2, "").trim();
}

// src/phases/journal/checksums.ts
function checksums(distributions) {
  const lines = distributions.map(({ sha256, filename }) => `${sha256}  ${filename}
`);
  return { name: "SHA256SUMS", content: new TextEncoder().encode(lines.join("")) };
}

// src/phases/journal/keep-journal.ts
import path18 from "node:path";
async function keepJournal(keeping, plan, world, emit) {
  if (!keepsJournal(plan)) return keepArtifact(keeping, plan, world, emit);
  const { forge } = world;
  const standing2 = await findJournal(plan, keeping.project, forge);
  const vouchers = await attestationAssets(keeping, world.files);
  if (standing2.kind !== "kept") return keepOnDraft(standing2, keeping, { vouchers, plan, world, emit });
  await step(
    emit,
    TITLE3,
    () => complete(standing2, keeping, { vouchers, plan, forge }),
    () => "they are there already"
  );
  return standing2.record.released;
}
var TITLE3 = "Keep the distributions on a draft release";
async function keepOnDraft(standing2, keeping, { vouchers, plan, world, emit }) {
  const { forge, files, clock } = world;
  const { mode } = plan;
  const commit = await releasedCommit(keeping, void 0, plan, world, emit);
  const assets = [
    ...await contentsOf(keeping.build, plan, files),
    ...vouchers,
    checksums(keeping.build.distributions),
    recordAsset(keeping, plan, commit)
  ];
  if (standing2.kind === "begun" && mode !== "dry-run") await clear(standing2.release, assets, forge);
  if (standing2.kind === "published" && mode !== "dry-run") await markAsNews(standing2.release, plan, forge);
  const wanted = { fields: fieldsOf(keeping.project, commit), assets, publish: false };
  await step(
    emit,
    TITLE3,
    () => converge(releaseTarget(forge, keeping.project.tag), wanted, { mode, clock, emit }),
    (made) => ({
      act: `${assets.length} files`,
      "would-act": "would be kept",
      satisfied: "a release that can no longer be changed keeps nothing"
    })[made]
  );
  return commit;
}
async function markAsNews(release, plan, { releases }) {
  const notes = toBeAnnounced(release.notes, plan);
  if (!release.immutable && notes !== release.notes) await releases.annotate(release, notes);
}
function fieldsOf({ name, version, tag }, commit) {
  return {
    tag,
    commit,
    name: `${name} ${version}`,
    notes: `${MARKER}
This release is being made.`,
    prerelease: isPrerelease(version),
    latest: void 0,
    discussionCategory: void 0
  };
}
async function complete({ release, record }, { build: build2, project }, { vouchers, plan, forge }) {
  for (const { filename, sha256 } of build2.distributions) {
    const theirs = record.distributions.find((each) => each.filename === filename)?.sha256;
    if (theirs !== sha256)
      stop("release-conflict", {
        asset: filename,
        tag: project.tag,
        ours: sha256,
        theirs: theirs ?? `none (${release.url})`
      });
  }
  const missing = vouchers.filter(
    ({ name }) => !release.assets.some((asset) => asset.name === name && asset.complete)
  );
  if (plan.mode === "dry-run" || !release.draft) return;
  for (const asset of release.assets.filter(({ complete: whole2 }) => !whole2))
    await forge.assets.detach(asset);
  for (const asset of missing) await forge.assets.attach(release, asset);
}
function recordAsset({ project, build: build2 }, plan, commit) {
  const record = { ...recordOf(plan.forge.commit, project, build2), released: commit };
  return { name: RECORD_NAME, content: new TextEncoder().encode(recordText(record)) };
}
async function attestationAssets({ attestations }, files) {
  const read2 = attestations.map(async ({ file }) => {
    const content = await files.bytes(file);
    return content === void 0 ? [] : [{ name: path18.basename(file), content }];
  });
  return (await Promise.all(read2)).flat();
}
async function contentsOf({ distributions }, { packages }, files) {
  return Promise.all(
    distributions.map(async ({ filename }) => {
      const content = await files.bytes(path18.join(packages, filename));
      if (content === void 0) throw new Error(`${filename} has gone before it was kept`);
      return { name: filename, content };
    })
  );
}
async function clear(release, assets, forge) {
  const stays = (name, sha256) => assets.some((asset) => asset.name === name && sha256Hex(asset.content) === sha256);
  for (const asset of release.assets) if (!stays(asset.name, asset.sha256)) await forge.assets.detach(asset);
}

// src/phases/journal/stray-drafts.ts
function strayDraftsTarget({ releases }, tag) {
  return {
    name: `stray drafts of ${tag}`,
    observe: () => releases.find(tag),
    decide(_tag, seen2) {
      const strays = straysAmong(seen2);
      return strays.length === 0 ? { kind: "satisfied", evidence: "there are none" } : { kind: "act", change: strays, evidence: strays.map(({ url }) => url).join(", ") };
    },
    async act(strays) {
      for (const stray of strays) await releases.discard(stray);
    }
  };
}
function straysAmong(seen2) {
  const release = theRelease(seen2);
  if (release === void 0) return [];
  return seen2.filter(
    (each) => each.draft && each.id !== release.id && each.notes.includes(MARKER) && holdsNothingElse(each, release)
  );
}
function holdsNothingElse({ assets }, release) {
  return assets.filter(({ name, complete: complete2 }) => complete2 && parsedFileName(name) !== void 0).every(
    ({ name, sha256 }) => release.assets.some((asset) => asset.name === name && asset.sha256 === sha256)
  );
}

// src/phases/post-publish/announce.ts
var TITLE4 = "Announce";
async function announceOnce(announcement2, release, plan, world, emit) {
  const waiting = release !== void 0 && waits(release) ? release : void 0;
  if (!plan.announce) {
    if (waiting !== void 0) await takeOff(waiting, plan, world, emit);
    return skipped(emit, TITLE4, "no announce-webhook is given; the text is in the announcement output");
  }
  if (waiting === void 0) return skipped(emit, TITLE4, reasonOf3(release));
  await step(
    emit,
    TITLE4,
    async () => {
      if (await takeOff(waiting, plan, world, emit) !== "act") return "another run has done it";
      await world.announcer.announce({ ...announcement2, url: waiting.url });
      return "sent";
    },
    (says2) => says2
  );
}
function takeOff(release, { mode }, { forge, clock }, emit) {
  return converge(unmarkedTarget(forge.releases), release, { mode, clock, emit });
}
function unmarkedTarget(releases) {
  return {
    name: "the mark that the release is to be announced",
    observe: async ({ id, tag }) => (await releases.find(tag)).find((each) => each.id === id),
    decide: (_release, seen2) => seen2 !== void 0 && waits(seen2) ? { kind: "act", change: seen2, evidence: "its notes have it" } : { kind: "satisfied", evidence: "its notes have none" },
    act: (seen2) => releases.annotate(seen2, unmarked(seen2.notes))
  };
}
function reasonOf3(release) {
  if (release === void 0) return "no release was published";
  if (release.draft) return "the release is a draft still";
  if (release.immutable && !isRecorded(release))
    return "somebody else published it as an immutable release, which cannot hold what tells a later run that it was announced; the text is in the announcement output";
  return "it was announced before, or published while no announce-webhook was given";
}

// src/phases/post-publish/notes.ts
import path19 from "node:path";

// src/packaging/code-fence.ts
function codeFence(content) {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run2]) => run2.length));
  return "`".repeat(longest + 1);
}

// src/phases/post-publish/notes.ts
async function releaseNotes(source) {
  const kind = source.plan.forge.notes;
  if (kind === "changelog") return await fromChangelog(source) ?? generated(source);
  if (kind === "generated") return generated(source);
  if (kind === "both")
    return [await fromChangelog(source), await generated(source)].filter((part) => part !== void 0).join("\n\n");
  return fromFile(kind, source);
}
async function fromFile(file, source) {
  const text = await source.world.files.text(path19.join(source.plan.directory, file));
  if (text === void 0) return stop("changelog-missing", { file });
  return markupNamed(file)?.name === "reStructuredText" ? asMarkdown(text, file, source) : text.trim();
}
async function fromChangelog({ project, plan, world, emit }) {
  const { changelog, version } = project;
  const text = changelog === void 0 ? void 0 : await world.files.text(path19.join(plan.directory, changelog));
  const source = text === void 0 || changelog === void 0 ? void 0 : { file: changelog, text };
  const found = source && sectionOf(source, version);
  const section = found && !saysNothing(found) ? found : void 0;
  if (section === void 0) {
    const lack = found === void 0 ? `has no section for ${version}` : `says nothing of ${version}`;
    const why = changelog === void 0 ? "there is no changelog" : `${changelog} ${lack}`;
    noticed(emit, "notice", "Notes are generated", `${why}; the forge writes the notes.`);
  }
  if (section === void 0 || source === void 0) return void 0;
  const body = linkedBody(source, section);
  return markupOf(source).name === "Markdown" ? body : asMarkdown(body, source.file, { world, emit });
}
async function asMarkdown(body, file, { world, emit }) {
  const converted = await world.markup.markdown(body);
  if ("markdown" in converted) return converted.markdown;
  noticed(
    emit,
    "notice",
    "Notes are shown as they stand",
    `The notes in ${file} could not be turned into Markdown: ${converted.problem}`
  );
  return fenced(body);
}
function fenced(text) {
  const fence2 = codeFence(text);
  return [`${fence2}rst`, text, fence2].join("\n");
}
async function generated({ project, commit, world, plan }) {
  if (plan.mode === "dry-run") return "";
  const { refs, releases } = world.forge;
  const { tag, previousTag } = project;
  const isThere = previousTag !== void 0 && await refs.tag(previousTag) !== void 0;
  return releases.generatedNotes(tag, commit, isThere ? previousTag : void 0);
}

// src/phases/post-publish/preflight.ts
async function forgeFaults(plan, project, forge) {
  const closed2 = await faultsOf(() => repositoryFaults(forge));
  if (closed2.length > 0 || project === void 0) return closed2;
  const found = await Promise.all([
    faultsOf(() => permissionFaults(plan, project, forge)),
    faultsOf(() => standingFaults(plan, project, forge))
  ]);
  return found.flat();
}
async function look(at) {
  try {
    return { seen: await at(), faults: [] };
  } catch (error) {
    if (error instanceof Stopped) return { seen: void 0, faults: error.faults };
    throw error;
  }
}
async function repositoryFaults(forge) {
  const { fullName: repository, archived, disabled } = await forge.repository.read();
  if (archived) return [fault("repository-closed", { repository, state: "archived" })];
  return disabled ? [fault("repository-closed", { repository, state: "disabled" })] : [];
}
async function permissionFaults(plan, project, forge) {
  if (plan.mode === "dry-run") return [];
  const refusals = await faultsOf(async () => {
    await forge.releases.generatedNotes(project.tag, plan.forge.commit);
    return [];
  });
  return refusals.filter(({ code: code2 }) => code2 === "forge-forbidden");
}
async function standingFaults(plan, project, forge) {
  const { repository, commit } = plan.forge;
  if (await forge.commits.read(commit) === void 0)
    return [fault("commit-missing", { repository, commit })];
  const journal = await look(
    async () => keepsJournal(plan) ? findJournal(plan, project, forge) : { kind: "none" }
  );
  const tagged = await forge.refs.tag(project.tag);
  const tag = tagged === void 0 ? void 0 : await forge.commits.read(tagged);
  const tagIsOurs = isReleaseCommit(tag, plan, project);
  const isTold2 = keepsJournal(plan) && journal.seen !== void 0;
  const begun2 = tagIsOurs || journal.seen?.kind === "kept" || (isTold2 ? false : void 0);
  const seen2 = { plan, project, tagged, tagIsOurs, begun: begun2 };
  return [
    ...journal.faults,
    ...await faultsOf(() => tagFaults(seen2, forge)),
    ...await faultsOf(() => branchFaults(seen2, forge))
  ];
}
async function tagFaults({ plan, project, tagged, tagIsOurs }, forge) {
  const { tag } = project;
  const { commit } = plan.forge;
  const isOnTop = makesReleaseCommit(plan, project);
  const ours = isOnTop ? `a commit with ${project.version} in it, on top of ${commit}` : commit;
  if (tagged !== void 0) {
    const fits = tagIsOurs || tagged === commit && !isOnTop;
    return fits ? [] : [fault("tag-conflict", { tag, ours, theirs: tagged })];
  }
  const rules = await forge.rules.tag(tag);
  return rules.length === 0 ? [] : [fault("tag-forbidden", { tag, rules })];
}
async function branchFaults({ plan, project, begun: begun2 }, forge) {
  const { branch, commit, commitPolicy } = plan.forge;
  const pushes = commitPolicy === "auto" || commitPolicy === "push";
  if (branch === void 0 || !pushes || !makesReleaseCommit(plan, project)) return [];
  if (begun2 === true || !plan.phases.includes("pypi")) return [];
  const tip = await forge.refs.branch(branch);
  if (tip === commit) {
    const rules = await forge.rules.branch(branch);
    return rules.length > 0 ? [fault("branch-protected", { branch, rules })] : [];
  }
  const mayHaveBegun = begun2 === void 0 || !plan.phases.includes("build");
  return mayHaveBegun || await isPushed(tip, plan, project, forge) ? [] : [fault("branch-moved", { branch, tip, base: commit, before: true })];
}
function makesReleaseCommit(plan, project) {
  return writesVersion(plan) && project.versionPlaces.some((place) => isStale(place, project.version));
}
async function isPushed(tip, plan, project, { commits }) {
  return isReleaseCommit(tip === void 0 ? void 0 : await commits.read(tip), plan, project);
}

// src/phases/post-publish/tag.ts
function tagTarget(refs, name) {
  return {
    name: `tag ${name}`,
    observe: (wanted) => refs.tag(wanted.name),
    decide(wanted, seen2) {
      if (seen2 === void 0) return { kind: "act", change: wanted, evidence: "there is no such tag" };
      if (seen2 === wanted.commit) return { kind: "satisfied", evidence: `it points at ${seen2}` };
      const conflict2 = fault("tag-conflict", { tag: wanted.name, ours: wanted.commit, theirs: seen2 });
      return { kind: "conflict", fault: conflict2, evidence: `it points at ${seen2}` };
    },
    act: (change) => refs.createTag(change)
  };
}

// src/phases/post-publish/tell-metrics.ts
async function tellMetrics({ project, upload: upload2 }, plan, world, emit) {
  const title = "Ask how the release does";
  if (plan.mode === "dry-run") return skipped(emit, title, "a dry run makes none");
  const installedBack = upload2?.installedBack;
  const installs = async () => installedBack === void 0 ? none("it was not installed back in this job") : yes(`installed back: ${installedBack}`);
  const subjects = project.packages.map(({ name }) => ({ name, version: project.version }));
  const metrics2 = await step(
    emit,
    title,
    () => measured({ subjects, plan, world, installs, isFresh: true }),
    metricsInWords
  );
  emit({ kind: "measured", metrics: metrics2 });
}

// src/phases/post-publish/post-publish.ts
var USES = [
  ...READING,
  ...[
    "forge",
    "checkout",
    "clock",
    "indexes",
    "markup",
    "announcer",
    "handover",
    "web",
    "statistics"
  ]
];
var postPublish = definePhase({
  name: "post-publish",
  title: "Tag and release",
  needs: ["project", "build"],
  wants: ["upload"],
  uses: USES,
  yields: "released",
  async preflight(plan, world) {
    const { project, faults } = await readProject(plan, world);
    return [...faults, ...await forgeFaults(plan, project, world.forge)];
  },
  async recall() {
    return void 0;
  },
  async run({ project, build: build2, upload: upload2 }, plan, world, emit) {
    await settleTree(build2.changed, plan, world);
    const recorded2 = await recordedCommit({ project, build: build2 }, plan, world, emit);
    const commit = await releasedCommit({ project, build: build2 }, recorded2, plan, world, emit);
    await bringToBranch(commit, { project, build: build2 }, plan, world, emit);
    const notes = await step(
      emit,
      "Write the notes",
      () => releaseNotes({ project, plan, commit, world, emit }),
      firstLineOf
    );
    const tag = await tagCommit({ project, commit, notes }, plan, world, emit);
    const { release, made } = await makeRelease({ project, build: build2, commit, notes }, plan, world, emit);
    const badges2 = await checkBadges(project, plan, world, emit);
    const index = upload2?.url ?? versionPage(plan.indexes.pypi, project.normalizedName, project.version);
    const announcement2 = announcementOf(project, notes, { index, release: release?.url ?? "" });
    await announceOnce(announcement2, made, plan, world, emit);
    await tellMetrics({ project, upload: upload2 }, plan, world, emit);
    return { tag, release, badges: badges2, announcement: announcement2 };
  }
});
async function recordedCommit(known, plan, world, emit) {
  const journal = keepsJournal(plan) ? await findJournal(plan, known.project, world.forge) : void 0;
  if (journal?.kind === "kept") return journal.record.released;
  if (plan.mode === "dry-run") return void 0;
  const { project, build: build2 } = known;
  const attestations = keepsJournal(plan) ? await givenOut({ plan, project, distributions: build2.distributions, world, emit }) : [];
  return keepJournal({ project, build: build2, attestations }, plan, world, emit);
}
async function tagCommit({ project, commit, notes }, plan, { forge, clock }, emit) {
  const message = `${project.name} ${project.version}

${notes.split("\n").slice(0, 20).join("\n")}`.trim();
  const wanted = { name: project.tag, commit, message };
  const decision = await step(
    emit,
    `Tag ${project.tag}`,
    () => converge(tagTarget(forge.refs, project.tag), wanted, { mode: plan.mode, clock, emit }),
    (made) => ({
      satisfied: "it stands already",
      act: `on ${commit.slice(0, 12)}`,
      "would-act": `would be made on ${commit.slice(0, 12)}`
    })[made]
  );
  return { name: project.tag, commit, decision };
}
async function makeRelease(known, plan, world, emit) {
  const { project, build: build2, commit, notes } = known;
  const { releases } = world.forge;
  if (plan.forge.release === "none") {
    skipped(emit, "Release on the forge", "release: none");
    return { release: void 0, made: void 0 };
  }
  const assets = await releaseAssets(build2, plan, world, emit);
  const fields = {
    tag: project.tag,
    commit,
    name: `${project.name} ${project.version}`,
    notes: toBeAnnounced(notes, plan),
    prerelease: plan.forge.prerelease === "auto" ? isPrerelease(project.version) : plan.forge.prerelease,
    latest: plan.forge.latest === "auto" ? await isLatest(project, world) : plan.forge.latest,
    discussionCategory: plan.forge.discussionCategory
  };
  const wanted = { fields, assets, publish: plan.forge.release === "publish" };
  const title = "Release on the forge: draft, files, publish";
  const decision = await step(
    emit,
    title,
    () => converge(releaseTarget(world.forge, project.tag), wanted, {
      mode: plan.mode,
      clock: world.clock,
      emit
    }),
    (made2) => `${assets.length} files; ${made2 === "act" ? wanted.publish ? "published" : "a draft" : made2}`
  );
  const seen2 = plan.mode === "dry-run" ? [] : await releases.find(project.tag);
  if (straysAmong(seen2).length > 0) await discardStrays(project, plan, world, emit);
  const made = theRelease(seen2);
  const names = (made?.assets ?? assets).map(({ name }) => name);
  return { release: { id: made?.id, url: made?.url, decision, assets: names }, made };
}
async function discardStrays({ tag }, { mode }, { forge, clock }, emit) {
  await step(
    emit,
    "Discard drafts that were made twice",
    () => converge(strayDraftsTarget(forge, tag), tag, { mode, clock, emit })
  );
}
async function releaseAssets({ distributions }, plan, { files }, emit) {
  const extra = await Promise.all(plan.forge.assets.map((pattern) => files.glob(plan.directory, pattern)));
  for (const [place, pattern] of plan.forge.assets.entries())
    if (extra[place]?.length === 0)
      noticed(
        emit,
        "warning",
        `No file fits ${pattern} of assets`,
        "The release has no such file. A job that does not build sees only what it has checked out or downloaded."
      );
  const bound = distributions.map(({ filename }) => path20.join(plan.packages, filename));
  const named2 = [...bound, ...extra.flat().map((file) => path20.join(plan.directory, file))];
  const read2 = [...new Set(named2)].map(async (file) => {
    const content = await files.bytes(file);
    if (content === void 0) return [];
    return [
      { name: path20.basename(file), content, ...bound.includes(file) ? {} : { isFree: true } }
    ];
  });
  return [...(await Promise.all(read2)).flat(), checksums(distributions)];
}
async function isLatest({ normalizedName: normalizedName2, version }, { indexes }) {
  const published2 = (await indexes.pypi.project(normalizedName2))?.versions ?? [];
  const latest = latestOf(published2.filter((each) => !isPrerelease(each)));
  return latest !== void 0 && compareVersions(latest, version) > 0 ? false : void 0;
}
async function checkBadges(project, plan, { files }, emit) {
  const readme = await readmeIn(plan.directory, files);
  return step(
    emit,
    "Look at the badges in the README",
    async () => badgesOf(project, plan, readme),
    ({ missing }) => missing.length === 0 ? "all there" : `missing: ${missing.join(", ")} (the badges output has them)`
  );
}
function firstLineOf(notes) {
  return notes.split("\n").find((line) => line.trim() !== "")?.slice(0, 100) ?? "empty";
}

// src/upload/held.ts
async function held(index, { packages, version }) {
  return (await Promise.all(packages.map(({ normalizedName: normalizedName2 }) => index.release(normalizedName2, version)))).flat();
}

// src/upload/upload.ts
import path21 from "node:path";
function uploadTarget(name, index, { plan, project, attestations = [], onRefusal }) {
  return ({ filename, name: packageName }) => ({
    name: `${name} ${filename}`,
    async observe(wanted) {
      const files = await index.release(packageName, project.version);
      return files.find((file) => file.filename === wanted.filename)?.sha256;
    },
    decide(wanted, held2) {
      if (held2 === void 0) return { kind: "act", change: wanted, evidence: `${name} does not have it` };
      if (held2 === wanted.sha256)
        return { kind: "satisfied", evidence: `${name} has it with the same sha256` };
      const conflict2 = fault("upload-conflict", {
        index: name,
        filename: wanted.filename,
        ours: wanted.sha256,
        theirs: held2
      });
      return { kind: "conflict", fault: conflict2, evidence: `${name} has other bytes: sha256 ${held2}` };
    },
    async act(change, attempt = 1) {
      const { filename: filename2, sha256 } = change;
      const request = { file: path21.join(plan.packages, filename2), filename: filename2, sha256, attempt };
      const vouched = attestations.filter((one) => one.filename === filename2).map(({ file }) => file);
      try {
        await index.upload({ ...request, attestations: vouched });
      } catch (error) {
        const refusal = refusalOfAttestations(error);
        if (refusal === void 0 || onRefusal === void 0) throw error;
        onRefusal(refusal);
        await index.upload(request);
      }
    }
  });
}
function refusalOfAttestations(error) {
  return error instanceof Stopped ? error.faults.find(({ code: code2 }) => code2 === "attestations-refused") : void 0;
}

// src/upload/conflicts.ts
async function refuseConflicts(candidate) {
  const names = ["testpypi", "pypi"].filter(
    (name) => candidate.plan.phases.includes(name) && candidate.plan.indexes[name].required
  );
  const faults = (await Promise.all(names.map((name) => conflictsOn(name, candidate)))).flat();
  if (faults.length > 0) throw new Stopped(faults);
}
async function conflictsOn(name, { plan, project, build: build2, world }) {
  const there = await held(world.indexes[name], project);
  return build2.distributions.flatMap((distribution) => {
    const target2 = uploadTarget(name, world.indexes[name], { plan, project })(distribution);
    const theirs = there.find(({ filename }) => filename === distribution.filename)?.sha256;
    const decision = target2.decide(distribution, theirs);
    return decision.kind === "conflict" ? [decision.fault] : [];
  });
}

// src/upload/provenance.ts
var PAUSES3 = [1e3, 2e3, 4e3, 8e3, 15e3, 3e4];
async function readBack(given, sent) {
  if (sent.length === 0) return;
  const { name, plan, emit } = given;
  try {
    await step(
      emit,
      `Read the attestations back from ${name}`,
      () => compared(given, sent),
      (lines) => lines.join("; ")
    );
  } catch (error) {
    if (attestationPolicy(plan, name) === "required" || !(error instanceof Stopped)) throw error;
    for (const { title, finding } of error.faults)
      noticed(emit, "warning", title, `${finding} (attestations: best-effort)`);
  }
}
async function tellUnattested(given, there) {
  const { name, plan, emit } = given;
  if (attestationPolicy(plan, name) === "off" || plan.mode === "dry-run") return;
  const seen2 = await Promise.all(
    there.map(async ({ filename }) => ({ filename, provenance: await provenanceOf(given, filename) }))
  );
  const without = seen2.filter(({ provenance }) => provenance === void 0).map(({ filename }) => filename);
  if (without.length === 0) return;
  noticed(
    emit,
    "notice",
    `Files without attestations on ${name}`,
    `${without.join(", ")}: there already, and attestations cannot be added to a file that an index has.`
  );
}
async function compared(given, sent) {
  const { name, world } = given;
  const signatory = await world.signer.signatory();
  const found = await awaited(given, sent);
  return sent.map((one) => {
    const provenance = found.get(one.filename) ?? [];
    const bundle = provenance.find((each) => holds2(each, one));
    if (bundle === void 0)
      stop("provenance-differs", {
        index: name,
        filename: one.filename,
        problem: difference2(provenance, one)
      });
    const problem = stranger(bundle, signatory);
    if (problem !== void 0) stop("provenance-differs", { index: name, filename: one.filename, problem });
    const { repository = "", workflow = "" } = bundle.publisher;
    const entry2 = logIndexOf(one.attestation);
    return `${one.filename} sha256 ${one.sha256.slice(0, 12)}…, by ${repository} ${workflow}, log entry ${entry2}`;
  });
}
async function awaited(given, sent) {
  const { name, world } = given;
  const found = /* @__PURE__ */ new Map();
  const began = world.clock.now().getTime();
  for (const pause of [...PAUSES3, void 0]) {
    const missing = sent.filter(({ filename }) => !found.has(filename));
    await Promise.all(
      missing.map(async ({ filename }) => {
        const provenance = await provenanceOf(given, filename);
        if (provenance !== void 0) found.set(filename, provenance);
      })
    );
    if (found.size === sent.length) return found;
    if (pause !== void 0) await world.clock.sleep(pause);
  }
  const files = sent.map(({ filename }) => filename).filter((filename) => !found.has(filename));
  const seconds = Math.round((world.clock.now().getTime() - began) / 1e3);
  throw new Stopped([fault("provenance-missing", { index: name, files, seconds })]);
}
function provenanceOf({ name, project, world }, filename) {
  const owner = parsedFileName(filename)?.name ?? project.normalizedName;
  return world.indexes[name].provenance(owner, project.version, filename);
}
function holds2({ attestations }, { attestation }) {
  const same = (one, other) => Buffer.from(one, "base64").equals(Buffer.from(other, "base64"));
  return attestations.some(
    ({ envelope }) => same(envelope.statement, attestation.envelope.statement) && same(envelope.signature, attestation.envelope.signature)
  );
}
function difference2(provenance, { filename, sha256 }) {
  const subjects = provenance.flatMap(({ attestations }) => attestations).flatMap((attestation) => statementOf(attestation)?.subjects ?? []);
  const isOurs = subjects.some((subject2) => subject2.filename === filename && subject2.sha256 === sha256);
  return isOurs ? "its attestation is of these bytes, but signed by somebody else" : `its attestations are of ${subjects.map((subject2) => `sha256 ${subject2.sha256}`).join(", ") || "nothing"}, the file has ${sha256}`;
}
function stranger({ publisher }, signatory) {
  const { repository = "", workflow = "" } = publisher;
  const ours = /(?<file>[^/]+\.ya?ml)@/.exec(signatory.jobWorkflow)?.groups?.file ?? "";
  const same = repository.toLowerCase() === signatory.repository.toLowerCase() && workflow === ours;
  return same ? void 0 : `its publisher is ${repository} ${workflow}, this job is of ${signatory.repository} ${ours}`;
}

// src/upload/served.ts
var STREAK = 3;
var STREAK_PAUSE = 100;
var PAUSES4 = [500, 1e3, 2e3, 4e3, 8e3, 15e3];
var DEADLINE = 3e5;
var READINGS = 3;
async function served(wait) {
  const listed3 = await awaited2(wait);
  const files = wait.distributions.flatMap((each) => listed3.filter((file) => isSame(file, each)));
  await Promise.all(files.map((file) => bytesAreOurs(wait, file)));
  return files;
}
async function awaited2(wait) {
  const { clock } = wait;
  const started = clock.now().getTime();
  const wanted = wait.fresh ? STREAK : 1;
  let streak = 0;
  for (let looks = 0; ; looks += 1) {
    const look2 = await lookAt(wait);
    const complete2 = "listed" in look2 && look2.unrecorded.length === 0 && look2.unlisted.length === 0;
    streak = complete2 ? streak + 1 : 0;
    if (complete2 && streak >= wanted) return look2.listed;
    const waited = clock.now().getTime() - started;
    if (!complete2 && waited >= DEADLINE) giveUp(wait, look2, Math.round(waited / 1e3));
    await clock.sleep(streak > 0 ? STREAK_PAUSE : PAUSES4[Math.min(looks, PAUSES4.length - 1)] ?? 0);
  }
}
async function lookAt({ index, project, distributions }) {
  try {
    const [record, pages] = await Promise.all([
      held(index, project),
      Promise.all(project.packages.map(({ normalizedName: normalizedName2 }) => index.project(normalizedName2)))
    ]);
    const listed3 = pages.flatMap((page2) => page2?.files ?? []);
    const lacking = (files) => distributions.filter((each) => !files.some((file) => isSame(file, each))).map(({ filename }) => filename);
    return { listed: listed3, unrecorded: lacking(record), unlisted: lacking(listed3) };
  } catch (error) {
    if (error instanceof Stopped && error.faults.every(({ blame }) => blame === "world"))
      return { trouble: error };
    throw error;
  }
}
function giveUp({ name }, look2, seconds) {
  if ("trouble" in look2) throw look2.trouble;
  const { unrecorded, unlisted } = look2;
  const unstored = unrecorded.filter((filename) => unlisted.includes(filename));
  if (unstored.length > 0) stop("not-stored", { index: name, files: unstored, seconds });
  const [files, where] = unlisted.length > 0 ? [unlisted, "the simple index"] : [unrecorded, "the release’s record"];
  stop("not-served", { index: name, files, seconds, where });
}
async function bytesAreOurs(wait, { filename, url }) {
  const { index, name, distributions, clock } = wait;
  const ours = distributions.find((distribution) => distribution.filename === filename)?.sha256 ?? "";
  for (let readings = 1; ; readings += 1) {
    const theirs = await index.digest(url);
    if (theirs === ours) return;
    if (readings === READINGS) stop("upload-conflict", { index: name, filename, ours, theirs });
    await clock.sleep(PAUSES4[readings] ?? 0);
  }
}
function isSame(file, { filename, sha256 }) {
  return file.filename === filename && [sha256, ""].includes(file.sha256);
}

// src/upload/standing.ts
async function withStanding(failure, standing2) {
  if (!(failure instanceof Stopped)) return failure;
  const sentence4 = await standingSentence(standing2);
  const faults = failure.faults.map((each) => ({ ...each, finding: `${each.finding} ${sentence4}` }));
  return new Stopped(faults, { cause: failure, patience: failure.patience });
}
async function standingSentence(standing2) {
  const { name, index, project, known } = standing2;
  try {
    return observedSentence(standing2, await held(index, project));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const seen2 = known.length === 0 ? "no file of this release was seen there" : `${listed(known)} stood there`;
    return `${named(name)} cannot be looked at now; before the failure ${seen2}.`;
  }
}
function observedSentence({ name, distributions }, there) {
  const theirs = ({ filename }) => there.find((file) => file.filename === filename)?.sha256;
  const standing2 = distributions.filter((each) => theirs(each) === each.sha256);
  const missing = distributions.filter((each) => theirs(each) === void 0);
  const other = distributions.filter((each) => !standing2.includes(each) && !missing.includes(each));
  const groups = [
    [standing2, "stand"],
    [missing, "are missing"],
    [other, "stand with other bytes"]
  ];
  const told3 = groups.filter(([files]) => files.length > 0).map(([files, what]) => `${what}: ${listed(files.map(({ filename }) => filename))}`);
  return `On ${named(name)} ${told3.join("; ")}.`;
}
function listed(names) {
  return names.join(", ");
}

// src/upload/publish.ts
async function credentialFaults(name, plan, index) {
  const { credential } = plan.indexes[name];
  if (credential.kind === "none") {
    const { reason, forge } = credential;
    return [fault(forge === void 0 ? "credential-missing" : "identity-foreign", { index: name, reason })];
  }
  const mints = plan.preflight === "mint" && plan.mode === "release";
  if (mints && credential.kind !== "not-needed") await index.authorise();
  return [];
}
async function publish(publication) {
  const { name, project, build: build2, world } = publication;
  const made = [];
  try {
    return await published(publication, made);
  } catch (failure) {
    const { distributions } = build2;
    const known = made.map(({ distribution }) => distribution.filename);
    throw await withStanding(failure, { name, index: world.indexes[name], project, distributions, known });
  }
}
async function published(publication, made) {
  const { name, plan, project, build: build2, world, emit } = publication;
  const strange = strangers(project, build2.distributions);
  if (strange.length > 0) throw new Stopped(strange);
  await refuseConflicts(publication);
  const vouched = await attested(publication, () => absent(publication));
  await publication.keep(vouched);
  await step(
    emit,
    `Upload to ${name}`,
    () => uploadAll({ ...publication, vouched }, made),
    () => summed(made.map(({ decision }) => decision))
  );
  const title = `Wait until ${name} serves the files`;
  if (plan.mode === "dry-run") skipped(emit, title, "nothing was uploaded in a dry run");
  const { distributions } = build2;
  const fresh = made.some(({ decision }) => decision === "act");
  const wait = { name, index: world.indexes[name], project, distributions, clock: world.clock, fresh };
  const listed3 = plan.mode === "dry-run" ? [] : await step(
    emit,
    title,
    () => served(wait),
    (files) => `${files.length} files, each with our sha256`
  );
  await readBack(publication, sentAlong(vouched, made));
  await tellUnattested(publication, withDecision(made, "satisfied"));
  tellLimits(publication);
  return receipt(publication, made, listed3);
}
function tellLimits({ name, plan, world, emit }) {
  const page2 = hasVersionPages(plan.indexes[name]) ? [] : [{ lacks: "page of a version", instead: "links lead to the list of the project's files" }];
  for (const { lacks, instead } of [...world.indexes[name].limits(), ...page2])
    skipped(emit, `No ${lacks} on ${name}`, instead);
}
async function absent({ name, project, build: build2, world }) {
  const there = await held(world.indexes[name], project);
  return build2.distributions.filter(({ filename }) => !there.some((file) => file.filename === filename));
}
function sentAlong(vouched, made) {
  const sent = made.filter(({ decision, bare }) => decision === "act" && !bare);
  return vouched.filter((one) => sent.some(({ distribution }) => distribution.filename === one.filename));
}
function withDecision(made, decision) {
  return made.filter((one) => one.decision === decision).map(({ distribution }) => distribution);
}
async function uploadAll(publication, made) {
  const failures2 = [];
  const send = async (distribution) => {
    if (failures2.length > 0) return;
    try {
      made.push(await upload(publication, distribution));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      failures2.push(error);
    }
  };
  for (const { distributions } of shares(publication.project, publication.build.distributions)) {
    const [first, ...others] = uploadOrder(distributions);
    if (first !== void 0) await send(first);
    await inParallel(others, publication.plan.uploadConcurrency, send);
  }
  const [failure] = failures2;
  if (failure !== void 0)
    throw failures2.length === 1 ? failure : new Stopped(failures2.flatMap(({ faults }) => faults));
}
async function upload({ name, plan, project, world, emit, vouched }, distribution) {
  let bare = false;
  const goBare = ({ title, finding }) => {
    bare = true;
    noticed(emit, "warning", title, `${finding} (attestations: best-effort)`);
  };
  const target2 = uploadTarget(name, world.indexes[name], {
    plan,
    project,
    attestations: vouched,
    ...attestationPolicy(plan, name) === "best-effort" ? { onRefusal: goBare } : {}
  })(distribution);
  const decision = await converge(target2, distribution, { mode: plan.mode, clock: world.clock, emit });
  return { distribution, decision, bare };
}
function summed(decisions) {
  const count2 = (decision) => decisions.filter((each) => each === decision).length;
  const parts = [
    [count2("act"), "uploaded"],
    [count2("satisfied"), "there already"],
    [count2("would-act"), "would be uploaded"]
  ];
  return parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(", ");
}
function receipt({ name, plan, project, build: build2 }, made, listed3) {
  return {
    url: versionPage(plan.indexes[name], project.normalizedName, project.version),
    files: inOrder(project, build2).flatMap(
      (distribution) => made.filter((each) => each.distribution === distribution).map(({ distribution: { filename, sha256 }, decision }) => ({
        filename,
        sha256,
        url: listed3.find((file) => file.filename === filename)?.url,
        decision
      }))
    )
  };
}
function inOrder(project, { distributions }) {
  return shares(project, distributions).flatMap((share) => uploadOrder(share.distributions));
}

// src/phases/build/built-order.ts
async function inBuiltOrder(project, distributions, plan, files, emit) {
  if (!hasSeveral(project)) return project;
  const read2 = await builtMetadata(project, distributions, plan, files);
  const packages = orderedBy(
    project.packages,
    read2.map((metadata) => metadata?.requiresDist ?? [])
  );
  const isSame2 = packages.every((each, at) => each === project.packages[at]);
  if (isSame2) return project;
  const names = packages.map(({ name }) => name).join(", ");
  const says2 = `The metadata of what was built requires this order: ${names}.`;
  noticed(emit, "notice", "The packages are uploaded in another order", says2);
  return { ...project, packages };
}
function orderedBy(packages, requirements) {
  const all = () => true;
  const unconditional = (requirement2) => !/;.*\bextra\s*==/s.test(requirement2);
  for (const counts of [all, unconditional]) {
    const found = requirementOrder(
      packages.map((each, at) => ({
        each,
        name: each.normalizedName,
        requires: requiredNames((requirements[at] ?? []).filter(counts))
      }))
    );
    if ("order" in found) return found.order.map(({ each }) => each);
  }
  return packages;
}

// src/phases/test-local/install-back.ts
import path22 from "node:path";
import { pathToFileURL } from "node:url";

// src/phases/test-local/built-extras.ts
async function withBuiltExtras(project, distributions, plan, files) {
  if (plan.toolchain.extras !== "all") return project;
  const built = await builtMetadata(project, distributions, plan, files);
  const packages = project.packages.map((each, at) => ({
    ...each,
    extras: built[at]?.providesExtra ?? each.extras
  }));
  return { ...project, packages };
}

// src/phases/test-local/settings-for.ts
function settingsFor(distributions, { configSettings: settings }) {
  const projects = distributions.filter(({ kind }) => kind === "sdist").map(({ name }) => name);
  return settings.length > 0 && projects.length > 0 ? { configSettings: { projects, settings } } : {};
}

// src/phases/test-local/install-back.ts
async function installBack(back) {
  const { name, plan, emit, world } = back;
  const title = `Install back from ${name}`;
  const distributions = await fittingHere(back.distributions, plan, world);
  if (distributions.length === 0) {
    skipped(emit, title, "no file of the release is for this machine");
    return void 0;
  }
  const project = await withBuiltExtras(back.project, distributions, plan, world.files);
  const here = { ...back, distributions, project };
  const results = await step(
    emit,
    title,
    async () => {
      const found = [];
      for (const trial of trialsOf(here)) found.push(...await tried(trial, here));
      return found;
    },
    inWords
  );
  return inWords(results);
}
function inWords(results) {
  return results.map(({ evidence }) => evidence).join("; ");
}
function sharesHere(project, distributions) {
  return shares(project, distributions).filter((share) => share.distributions.length > 0);
}
function trialsOf({ name, plan, project, distributions }) {
  const { smoke: commands } = plan.commands;
  const environment = `${name}-install-back`;
  const subject2 = `${project.name} ${project.version} from ${name}`;
  const packages = sharesHere(project, distributions);
  if (packages.length === 1) return [{ environment, subject: subject2, packages, commands }];
  const alone = packages.map((share) => {
    const { normalizedName: normalizedName2, name: title, version } = share.project;
    return {
      environment: `${environment}-${normalizedName2}`,
      subject: `${title} ${version} from ${name}`,
      packages: [share],
      commands: []
    };
  });
  return commands.length === 0 ? alone : [...alone, { environment, subject: subject2, packages, commands }];
}
async function tried(trial, back) {
  const { name, world } = back;
  const { requirements, options } = installation(trial, back);
  const environment = await world.environments.create(trial.environment);
  const { exitCode: exitCode2, output } = await environment.install(requirements, options);
  if (exitCode2 !== 0)
    stop("install-failed", { what: `${requirements.join(", ")} from ${name}`, tail: lastLines(output, 6) });
  const modules = await Promise.all(trial.packages.map((share) => modulesOf2(share, back)));
  const results = await smoke(environment, {
    subject: trial.subject,
    modules: modules.flat(),
    commands: trial.commands,
    frameworks: []
  });
  await environment.remove();
  return results;
}
function installation({ packages, commands }, back) {
  const { name, plan, project, world } = back;
  const chosen = sharesHere(project, back.distributions).flatMap((share) => installerChoice(share) ?? []);
  const settings = settingsFor(chosen, plan.commands);
  const wanted = packages.map((share) => ({ share, extras: commands.length > 0 ? extrasOf(share) : "" }));
  if (name === "pypi" && !world.indexes.pypi.isClosed())
    return {
      requirements: wanted.map(
        ({ share, extras }) => `${share.project.normalizedName}${extras}==${project.version}`
      ),
      options: { index: plan.indexes.pypi.simple, ...settings }
    };
  const others = sharesHere(project, back.distributions).filter((each) => !isAmong(packages, each));
  return {
    requirements: wanted.map(({ share, extras }) => ownFile(share, extras, back)),
    options: {
      ...settings,
      ...others.length === 0 ? {} : { constraints: others.map((share) => ownFile(share, "", back)) }
    }
  };
}
function isAmong(packages, { project }) {
  return packages.some((each) => each.project.normalizedName === project.normalizedName);
}
function extrasOf({ project: { extras } }) {
  return extras.length > 0 ? `[${extras.join(",")}]` : "";
}
function ownFile(share, extras, { name, plan, receipt: receipt2, world }) {
  const filename = installerChoice(share)?.filename;
  const served3 = receipt2.files.find((each) => each.filename === filename);
  if (served3?.url === void 0) throw new Error("install-back was asked for before any file was served");
  const address2 = world.indexes[name].isClosed() ? pathToFileURL(path22.join(plan.packages, served3.filename)).href : `${served3.url}#sha256=${served3.sha256}`;
  return `${share.project.normalizedName}${extras} @ ${address2}`;
}
function installerChoice({ distributions }) {
  return distributions.find(({ kind }) => kind === "wheel") ?? distributions[0];
}
async function modulesOf2(share, { plan, world }) {
  const chosen = installerChoice(share);
  if (chosen === void 0) return [];
  const { filename, kind } = chosen;
  const bytes = await world.files.bytes(path22.join(plan.packages, filename));
  return bytes === void 0 ? [] : importNames(await openArchive(filename, bytes), kind);
}

// src/packaging/release-difference.ts
function releaseDifference(before, now) {
  const [old, fresh] = [installed2(before), installed2(now)];
  const lost = old.filter((member2) => !fresh.includes(member2));
  const [asked2, asks] = [before, now].map(({ metadata }) => metadata?.requiresDist ?? []);
  const [pythonBefore = "", pythonNow = ""] = [before, now].map(({ metadata }) => metadata?.requiresPython);
  return {
    lost,
    gained: fresh.filter((member2) => !old.includes(member2)),
    lostData: lost.filter((member2) => !CODE.test(member2)),
    lostRequirements: (asked2 ?? []).filter((each) => !asks?.includes(each)),
    gainedRequirements: (asks ?? []).filter((each) => !asked2?.includes(each)),
    requiresPython: pythonBefore === pythonNow ? void 0 : [pythonBefore, pythonNow]
  };
}
var CODE = /\.(?:py|pyi|pyx|pxd|so(?:\.\d+)*|pyd|dll|dylib)$/;
var BUNDLED_LIBRARIES = /^[^/]+\.libs\/|(?:^|\/)\.dylibs\//;
function installed2({ members }) {
  return members.filter((member2) => !/^[^/]+\.dist-info\//.test(member2) && !BUNDLED_LIBRARIES.test(member2)).map((member2) => member2.replace(/^[^/]+\.data\//, ".data/"));
}
function wheelTags(filename) {
  const { kind, python, abi, platform } = parsedFileName(filename) ?? {};
  return kind === "wheel" ? `${python}-${abi}-${platform}` : void 0;
}
var UNIVERSAL2 = ["macosx_arm64", "macosx_x86_64"];
function machinesOf(filenames) {
  const platforms = filenames.flatMap((filename) => parsedFileName(filename)?.platform?.split(".") ?? []);
  const machines = platforms.map((platform) => platform.replace(/^(manylinux|musllinux|macosx)(?:_\d+_\d+|\d+)_/, "$1_")).flatMap((machine) => machine === "macosx_universal2" ? UNIVERSAL2 : [machine]);
  return [...new Set(machines)].sort();
}

// src/phases/pypi/last-release.ts
var LARGEST2 = 20 * 1024 * 1024;
async function compareWithLast({ share: { project, distributions }, published: published2, title }, plan, world, emit) {
  const last = lastVersion(published2?.versions ?? [], project.version);
  if (last === void 0) return skipped(emit, title, "there is no earlier release");
  const before = (published2?.files ?? []).filter(({ filename }) => isOfVersion(filename, last));
  const gone = lostMachines(before, distributions);
  if (gone.length > 0)
    noticed(
      emit,
      "warning",
      `Version ${last} had wheels for ${gone.join(", ")}, this one has none`,
      "Its users there will build from the sdist, or stay on the old version."
    );
  const pair = comparable(before, distributions);
  const tell = (contents2) => emit({
    kind: "compared",
    comparison: { project: project.name, last, lostMachines: gone, contents: contents2 }
  });
  if (pair === void 0) {
    const reason = `${last} has no wheel of the same kind and of a size to be fetched`;
    tell(reason);
    return skipped(emit, title, reason);
  }
  const difference3 = await step(
    emit,
    title,
    () => differenceOf(pair, plan, world),
    (found) => typeof found === "string" ? found : inWords2(last, found)
  );
  if (typeof difference3 === "string") return tell(difference3);
  const now = pair.now.filename;
  tell({ before: pair.before.filename, now, difference: difference3 });
  if (difference3.lostData.length === 0) return;
  noticed(
    emit,
    "warning",
    `${now} lacks files that ${last} had`,
    `${few(difference3.lostData)}. If a step before the build makes them (compiled translations, bundled assets), it did not run here.`
  );
}
function lastVersion(versions, version) {
  const lower = versions.filter((each) => isVersion(each) && compareVersions(each, version) < 0);
  return latestOf(lower.filter((each) => !isPrerelease(each))) ?? latestOf(lower);
}
function lostMachines(before, now) {
  const [had, has] = [before, now].map((files) => machinesOf(files.map(({ filename }) => filename)));
  return has?.includes("any") ? [] : (had ?? []).filter((machine) => !has?.includes(machine));
}
function comparable(before, now) {
  const wheels = before.filter(
    ({ filename, size }) => filename.endsWith(".whl") && size !== void 0 && size <= LARGEST2
  );
  const pairs = now.flatMap((fresh2) => {
    const old2 = wheels.find(({ filename }) => wheelTags(filename) === wheelTags(fresh2.filename));
    return old2 === void 0 ? [] : [{ before: old2, now: fresh2 }];
  });
  const [smallest] = pairs.toSorted((one, other) => one.now.size - other.now.size);
  if (smallest !== void 0) return smallest;
  const [old, fresh] = [wheels.find(isForAny), now.find(isForAny)];
  return old === void 0 || fresh === void 0 ? void 0 : { before: old, now: fresh };
}
function isForAny({ filename }) {
  return parsedFileName(filename)?.platform === "any";
}
async function differenceOf({ before, now }, { packages }, { indexes, files }) {
  try {
    const old = await contentsOf2(before.filename, await indexes.pypi.download(before.url));
    const { archive, metadata } = await open(now, packages, files);
    return releaseDifference(old, { members: archive.members, metadata });
  } catch (error) {
    if (error instanceof Stopped) return `not compared: ${findingsOf(error)}`;
    throw error;
  }
}
async function contentsOf2(filename, bytes) {
  const { archive, metadata } = await opened(distributionOf(filename, bytes), bytes);
  return { members: archive.members, metadata };
}
function inWords2(last, found) {
  const { lost, gained: gained2, gainedRequirements, lostRequirements, requiresPython } = found;
  const parts = [
    ...gained2.length > 0 ? [`new files: ${few(gained2)}`] : [],
    ...lost.length > 0 ? [`files gone: ${few(lost)}`] : [],
    ...gainedRequirements.length > 0 ? [`new requirements: ${few(gainedRequirements)}`] : [],
    ...lostRequirements.length > 0 ? [`requirements gone: ${few(lostRequirements)}`] : [],
    ...requiresPython === void 0 ? [] : [`Python ${requiresPython.map((each) => each || "of any version").join(" before, now ")}`]
  ];
  return `against ${last}: ${parts.join("; ") || "the same files and requirements"}`;
}

// src/upload/closing.ts
var DAY = 24 * 36e5;
var OPEN_DAYS = 14;
var ANSWER = {
  status: 400,
  reason: `Uploading new files to releases older than ${OPEN_DAYS} days is not allowed.`
};
async function closingFaults(closing2) {
  const { name, project, there, now } = closing2;
  const held2 = there.files.filter(({ filename }) => isOfVersion(filename, project.version));
  const times = held2.flatMap(({ uploaded }) => uploaded === void 0 ? [] : [Date.parse(uploaded)]);
  const days = Math.floor((now.getTime() - Math.min(...times)) / DAY);
  if (!there.hasJournal || times.length === 0 || days < OPEN_DAYS) return [];
  const missing = await missingFrom(held2, closing2);
  const foreseen = { version: project.version, days };
  return missing.map((filename) => fault("release-too-old", { index: name, filename, ...ANSWER, foreseen }));
}
async function missingFrom(held2, { plan, project, files }) {
  if (!plan.phases.includes("build")) {
    const ready = await distributionsIn(files, plan.packages);
    return ready.filter(({ name }) => name === project.normalizedName).map(({ filename }) => filename).filter((filename) => !held2.some((file) => file.filename === filename));
  }
  if (plan.commands.build !== void 0) return [];
  const kinds = held2.map(({ filename }) => parsedFileName(filename)?.kind);
  return [
    ...kinds.includes("sdist") ? [] : ["the sdist"],
    ...kinds.includes("wheel") ? [] : ["the wheel"]
  ];
}

// src/phases/pypi/releasable.ts
async function unreleasable(seen2, release, { indexes, forge }) {
  const { project, plan } = seen2;
  const there = await indexes.pypi.project(project.normalizedName);
  const versions = there?.versions ?? [];
  if (there !== void 0 && versions.some((version) => sameVersion(version, project.version))) {
    const taken2 = await takenFaults({ ...release, name: project.name }, plan, { there, forge });
    return taken2.length > 0 ? taken2 : await closingFaults({ ...seen2, name: "pypi", there });
  }
  const line = lineOf(project.version);
  const higher = versions.filter(
    (version) => lineOf(version) === line && compareVersions(version, project.version) > 0
  );
  const [latest] = higher.toSorted((one, other) => compareVersions(other, one));
  return latest === void 0 ? [] : [
    fault("version-behind", {
      ...{ version: project.version, index: "pypi", latest },
      ...hasSeveral(release) ? { project: project.name } : {}
    })
  ];
}
async function takenFaults({ name, version, tag }, plan, { there, forge }) {
  if (plan.version.kind === "tag" || !plan.phases.includes("build") || !keepsJournal(plan)) return [];
  if ((await findJournal(plan, { tag }, forge)).kind === "kept") return [];
  const files = there.files.map(({ filename }) => filename).filter((filename) => isOfVersion(filename, version));
  const { repository } = plan.forge;
  if (files.length === 0) return [];
  return [fault("version-taken", { project: name, version, index: "pypi", files, tag, repository })];
}
function lineOf(version) {
  const parts = versionParts(version);
  return parts === void 0 ? void 0 : `${parts.epoch}!${parts.release[0] ?? 0}.${parts.release[1] ?? 0}`;
}

// src/phases/pypi/pypi.ts
var USES2 = [
  ...READING,
  ...[
    "indexes",
    "environments",
    "clock",
    "signer",
    "checkout",
    "forge",
    "handover",
    "web",
    "markup"
  ]
];
var pypi = definePhase({
  name: "pypi",
  title: "Publish to PyPI",
  needs: ["project", "build"],
  wants: ["checks"],
  uses: USES2,
  yields: "upload",
  async preflight(plan, world) {
    const { files, indexes, signer, clock } = world;
    const { project, faults } = await readProject(plan, world);
    const credentials = [
      ...await credentialFaults("pypi", plan, indexes.pypi),
      ...await attestationFaults("pypi", plan, signer)
    ];
    if (project === void 0) return [...faults, ...credentials];
    const uncommitted = await uncommittedFaults(project, plan, world);
    if (plan.indexes.pypi.credential.kind === "none") return [...credentials, ...uncommitted];
    const now = clock.now();
    const refused2 = shares(project, []).map(
      (share) => faultsOf(() => unreleasable({ plan, project: share.project, files, now }, project, world))
    );
    return [...credentials, ...uncommitted, ...(await Promise.all(refused2)).flat()];
  },
  async recall() {
    return void 0;
  },
  async run({ project: read2, build: build2, checks }, plan, world, emit) {
    await settleTree(build2.changed, plan, world);
    const project = await inBuiltOrder(read2, build2.distributions, plan, world.files, emit);
    const published2 = await goThroughChecklist({ project, build: build2, checks }, plan, world, emit);
    for (const share of shares(project, build2.distributions)) {
      const listed3 = published2.find(({ name }) => name === share.project.normalizedName);
      const title = `Compare ${hasSeveral(project) ? `${share.project.name} ` : ""}with the last release`;
      await compareWithLast({ share, published: listed3?.found, title }, plan, world, emit);
    }
    const keep = (attestations) => keepJournal({ project, build: build2, attestations }, plan, world, emit);
    const receipt2 = await publish({ name: "pypi", plan, project, build: build2, world, emit, keep });
    if (plan.mode === "dry-run") return receipt2;
    const { distributions } = build2;
    const installedBack = await installBack({
      name: "pypi",
      plan,
      project,
      distributions,
      receipt: receipt2,
      world,
      emit
    });
    return { ...receipt2, ...installedBack === void 0 ? {} : { installedBack } };
  }
});
async function uncommittedFaults(project, plan, world) {
  const rows = checklist(await evidenceBefore(project, plan, world));
  return failures(rows.filter(({ id }) => id === "committed"));
}
async function goThroughChecklist(known, plan, world, emit) {
  const { rows, published: published2 } = await step(
    emit,
    "Go through the checklist",
    async () => {
      const there = await Promise.all(
        known.project.packages.map(async ({ normalizedName: name }) => ({
          name,
          found: await world.indexes.pypi.project(name)
        }))
      );
      return { rows: checklist(await gatheredEvidence({ ...known, there }, plan, world)), published: there };
    },
    ({ rows: all }) => {
      const count2 = (verdict) => all.filter((row) => row.verdict === verdict).length;
      return `${count2("passed")} passed, ${count2("failed")} failed, ${count2("advisory") + count2("allowed")} advisory, ${count2("not-checked")} not checked`;
    }
  );
  emit({ kind: "checked", rows });
  const faults = failures(rows);
  if (faults.length > 0) throw new Stopped(faults);
  return published2;
}
function failures(rows) {
  return rows.filter(({ verdict }) => verdict === "failed").map(({ id, evidence, cure }) => fault("checklist-failed", { id, evidence, cure }));
}

// src/phases/setup/setup.ts
import path23 from "node:path";

// src/phases/setup/told-sync.ts
var SETTLED = {
  lock: "as the lock file says",
  universal: "resolved now (no lock file)",
  "this-python": "resolved now, for this Python alone"
};
function toldSync(report) {
  const { installed: installed3, resolution, because, heldTo, editable, leftOut, testRequirements } = report;
  const settled2 = `${SETTLED[resolution]}${because === void 0 ? "" : ` (${because})`}`;
  return [
    `${installed3} ${installed3 === 1 ? "distribution" : "distributions"}, ${settled2}`,
    ...heldTo === void 0 ? [] : [`with the versions of ${heldTo}`],
    ...editable ? [] : ["the project as a copy, not editable"],
    ...testRequirements === void 0 ? [] : [`what the tests need from ${testRequirements}`],
    ...leftOut.length === 0 ? [] : [`left out: ${leftOut.map(({ what, why }) => `${what} (${why})`).join(", ")}`]
  ].join("; ");
}

// src/phases/setup/setup.ts
var setup = definePhase({
  name: "setup",
  title: "Set up the toolchain and the project",
  needs: [],
  wants: [],
  uses: ["toolchain", ...READING],
  yields: "project",
  async preflight(plan, world) {
    return (await readProject(plan, world)).faults;
  },
  async recall(plan, world) {
    return requireProject(plan, world);
  },
  async run(_given, plan, world, emit) {
    const { toolchain, files } = world;
    const project = await step(emit, "Read the project", () => requireProject(plan, world), projectSentence);
    await step(
      emit,
      "Provide uv and Python",
      () => toolchain.provide(),
      ({ uv, origin, python }) => `uv ${uv} (${origin === "PATH" ? "from PATH" : "pinned, from the package index"}), Python ${python}`
    );
    const tools = step(
      emit,
      "Provide the check tools",
      () => toolchain.provideCheckTools(),
      (provided) => provided.map(({ name, version }) => `${name} ${version}`).join(", ")
    );
    const synced = step(
      emit,
      "Install the project with its extras and dependency groups",
      () => installedAsTagged(
        project,
        world,
        (variables) => toolchain.sync({ extras: plan.toolchain.extras, variables })
      ),
      toldSync
    );
    await allOf([tools, synced]);
    await verify(plan, { toolchain, files }, emit);
    return project;
  }
});
function projectSentence(project) {
  const { name, version, tag, backEnd, changelog, readFrom, packages } = project;
  return [
    `${name} ${version} (name from ${readFrom.name}, version from ${readFrom.version})`,
    `built by ${backEnd}`,
    changelog === void 0 ? "no changelog" : `changelog ${changelog}`,
    `tag ${tag} (${readFrom.tagFormat})`,
    ...hasSeveral(project) ? [`released together, in this order: ${packages.map((each) => each.name).join(", ")}`] : []
  ].join(", ");
}
async function verify(plan, { toolchain, files }, emit) {
  const command = await verifyCommand(plan, files);
  const title = "Run the verify command";
  if (command === void 0)
    return skipped(emit, title, "there is no verify.sh, and no verify-command is given");
  await step(
    emit,
    title,
    async () => {
      const result = await toolchain.command(command);
      if (result.exitCode !== 0) {
        emit({ kind: "output", title: command, text: result.output });
        failVerify(command, result);
      }
    },
    () => command
  );
}
async function verifyCommand({ commands, directory }, files) {
  if (commands.verify !== "auto") return commands.verify;
  return await files.executable(path23.join(directory, "verify.sh")) ? "./verify.sh" : void 0;
}
function failVerify(command, { exitCode: exitCode2, output }) {
  stop("tool-failed", {
    tool: "The verify command",
    what: command,
    exitCode: exitCode2,
    tail: lastLines(output, 3),
    remedy: "Run it by hand in the project’s environment; the log has all it printed."
  });
}

// src/phases/test-local/variants.ts
import path24 from "node:path";
var FRAMEWORK_REQUIREMENTS = {
  flask: ["flask"],
  fastapi: ["fastapi", "httpx"]
};
function variants(plan, project, distributions) {
  const packages = shares(project, distributions);
  if (!hasSeveral(project)) return packages.flatMap((share) => variantsOf(plan, share));
  const alone = packages.flatMap((share) => {
    const constraints = packages.flatMap((other) => other === share ? [] : constraint(plan, other));
    return variantsOf({ ...plan, commands: NOTHING_ASKED }, share).map((each) => ({
      ...each,
      title: `${share.project.name} ${each.title}`,
      constraints,
      smoke: false
    }));
  });
  return [...alone, ...KINDS.flatMap((kind) => together2(kind, plan, packages))];
}
var NOTHING_ASKED = { framework: [] };
var KINDS = ["wheel", "sdist"];
function variantsOf(plan, { project: { extras }, distributions }) {
  const sets = [[], ...extras.map((extra) => [extra]), ...extras.length > 1 ? [extras] : []];
  return distributions.flatMap((distribution) => [
    ...sets.map(
      (set) => variant(plan, distribution, {
        extras: set,
        isLast: set.length === extras.length,
        tests: testsFor(plan, set)
      })
    ),
    ...plan.commands.framework.filter(({ framework }) => !extras.includes(framework)).map((test) => variant(plan, distribution, { extras: [], isLast: false, tests: [test] }))
  ]);
}
function constraint({ packages }, { distributions }) {
  const [first] = uploadOrder(distributions);
  return first === void 0 ? [] : [requirement(packages, first, [])];
}
function together2(kind, plan, packages) {
  const chosen = packages.flatMap(({ project, distributions }) => {
    const file = distributions.find((each) => each.kind === kind) ?? distributions[0];
    return file === void 0 ? [] : [{ file, extras: project.extras }];
  });
  if (!chosen.some(({ file }) => file.kind === kind)) return [];
  const tests = plan.commands.framework;
  return [
    {
      title: `all ${kind}s together`,
      slug: `all-${kind}s`,
      distributions: chosen.map(({ file }) => file),
      requirements: [
        ...chosen.map(({ file, extras }) => requirement(plan.packages, file, extras)),
        ...new Set(tests.flatMap(({ framework }) => FRAMEWORK_REQUIREMENTS[framework]))
      ],
      constraints: [],
      frameworkTests: tests,
      smoke: true
    }
  ];
}
function testsFor({ commands }, extras) {
  return commands.framework.filter(({ framework }) => extras.length === 1 && extras[0] === framework);
}
function variant({ packages }, distribution, { extras, isLast, tests }) {
  const { kind, filename } = distribution;
  const suffix = extras.length > 0 ? `[${extras.join(",")}]` : "";
  const frameworks = tests.map(({ framework }) => framework);
  return {
    title: `${kind}${suffix}${suffix === "" && frameworks.length > 0 ? ` with ${frameworks.join(", ")}` : ""}`,
    slug: [filename, ...extras, ...suffix === "" ? frameworks : []].join("-").replace(/[^A-Za-z0-9.-]+/g, "_"),
    distributions: [distribution],
    requirements: [
      requirement(packages, distribution, extras),
      ...frameworks.flatMap((framework) => FRAMEWORK_REQUIREMENTS[framework])
    ],
    constraints: [],
    frameworkTests: tests,
    smoke: isLast
  };
}
function requirement(packages, { name, filename }, extras) {
  const file = path24.join(packages, filename).replaceAll("\\", "/");
  return `${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""} @ ${fileAddress(file)}`;
}
function fileAddress(file) {
  return encodeURI(file.startsWith("/") ? `file://${file}` : `file:///${file}`);
}

// src/phases/test-local/test-local.ts
var AT_ONCE = 3;
var testLocal = definePhase({
  name: "test-local",
  title: "Try the distributions in fresh environments",
  needs: ["project", "build"],
  wants: [],
  uses: ["environments", "files"],
  yields: "smoke",
  async preflight() {
    return [];
  },
  async recall() {
    return void 0;
  },
  async run({ project, build: build2 }, plan, world, emit) {
    const fitting = await fittingHere(build2.distributions, plan, world);
    for (const each of build2.distributions.filter((one) => !fitting.includes(one)))
      skipped(emit, `Try ${each.filename}`, "it is for another platform or Python than this job has");
    const offering = await withBuiltExtras(project, fitting, plan, world.files);
    const tried2 = await inParallel(
      variants(plan, offering, fitting),
      AT_ONCE,
      (variant2) => tryVariant(variant2, fitting, { plan, world, emit })
    );
    return { results: tried2.flat() };
  }
});
function installOptions({ constraints, distributions }, { commands }) {
  return {
    ...constraints.length > 0 ? { constraints } : {},
    ...settingsFor(distributions, commands)
  };
}
async function tryVariant(variant2, all, { plan, world: { environments, files }, emit }) {
  const work = async () => {
    const opened3 = await Promise.all(
      variant2.distributions.map((distribution) => open(distribution, plan.packages, files))
    );
    const environment = await environments.create(variant2.slug);
    const { exitCode: exitCode2, output } = await environment.install(
      variant2.requirements,
      installOptions(variant2, plan)
    );
    if (exitCode2 !== 0)
      stop("install-failed", {
        what: `${variant2.distributions.map(({ filename }) => filename).join(", ")} (${variant2.title})`,
        tail: lastLines(output, 6)
      });
    const results = await smoke(environment, {
      subject: variant2.title,
      modules: (await Promise.all(opened3.map((each) => modulesOf3(each, all, { plan, files })))).flat(),
      commands: variant2.smoke ? plan.commands.smoke : [],
      frameworks: variant2.frameworkTests
    });
    await environment.remove();
    return results;
  };
  return step(
    emit,
    `Try ${variant2.title}`,
    work,
    (results) => results.map(({ evidence }) => evidence).join("; ")
  );
}
async function modulesOf3({ archive, distribution: { kind, name } }, all, { plan, files }) {
  const wheel = all.find((other) => other.kind === "wheel" && other.name === name);
  if (kind === "wheel" || wheel === void 0) return importNames(archive, kind);
  return importNamesBeside(archive, (await open(wheel, plan.packages, files)).archive);
}

// src/phases/testpypi/testpypi.ts
var testpypi = definePhase({
  name: "testpypi",
  title: "Publish to TestPyPI",
  needs: ["project", "build"],
  wants: [],
  uses: [...READING, "indexes", "environments", "clock", "signer", "forge", "checkout", "handover"],
  yields: "testUpload",
  async preflight(plan, world) {
    const { indexes, signer } = world;
    const { faults } = await readProject(plan, world);
    if (!plan.indexes.testpypi.required) return faults;
    const credentials = await credentialFaults("testpypi", plan, indexes.testpypi);
    return [...faults, ...credentials, ...await attestationFaults("testpypi", plan, signer)];
  },
  async recall() {
    return void 0;
  },
  async run(given, plan, world, emit) {
    const { build: build2 } = given;
    try {
      const project = await inBuiltOrder(given.project, build2.distributions, plan, world.files, emit);
      const keep = (attestations) => keepJournal({ project, build: build2, attestations }, plan, world, emit);
      const receipt2 = await publish({ name: "testpypi", plan, project, build: build2, world, emit, keep });
      if (plan.mode !== "dry-run") {
        const { distributions } = build2;
        await installBack({ name: "testpypi", plan, project, distributions, receipt: receipt2, world, emit });
      }
      return receipt2;
    } catch (error) {
      if (plan.indexes.testpypi.required || !(error instanceof Stopped)) throw error;
      for (const { title, finding } of error.faults) {
        noticed(emit, "warning", title, `${finding} (testpypi: best-effort)`);
      }
      return { url: "", files: [] };
    }
  }
});

// src/phases/table.ts
var phases = {
  setup,
  develop,
  build,
  "test-local": testLocal,
  testpypi,
  pypi,
  "post-publish": postPublish,
  monitor
};
var PHASE_TABLE = phases;

// src/release/perform.ts
async function perform2(performance) {
  const { plan, world } = performance;
  const tell = (event) => publish2(performance, event);
  let release = { plan, facts: {} };
  let current;
  tell({ kind: "release-started", plan });
  try {
    await unlessCancelled(performance, "the preflight", () => preflight(performance));
    for (const name of plan.phases) {
      current = name;
      release = await unlessCancelled(performance, name, () => runPhase(performance, release, name));
    }
    const outcome = outcomeOf2(release);
    tell({ kind: "release-ended", outcome, facts: release.facts });
    return { release, outcome, faults: [], failedPhase: void 0, bug: void 0 };
  } catch (error) {
    const stopped = error instanceof Stopped;
    if (stopped) release = { plan, facts: { ...release.facts, ...error.found } };
    const faults = (stopped ? error.faults : [bugFault(error, current)]).map(
      (found) => inPhase(found, current)
    );
    if (current !== void 0)
      tell({ kind: "phase-ended", phase: current, outcome: "failed", facts: release.facts });
    for (const found of faults) tell({ kind: "faulted", fault: found });
    tell({ kind: "release-ended", outcome: "failed", facts: release.facts });
    return { release, outcome: "failed", faults, failedPhase: current, bug: stopped ? void 0 : error };
  } finally {
    await world.environments.removeAll().catch(() => void 0);
  }
}
async function unlessCancelled({ cancel }, phase, begin) {
  if (cancel === void 0) return begin();
  if (cancel.aborted) throw cancellation(cancel, phase);
  const cancelled = new Promise((_resolve, reject) => {
    const refuse = () => reject(cancellation(cancel, phase));
    cancel.addEventListener("abort", refuse, { once: true });
  });
  const work = begin();
  work.catch(() => {
  });
  cancelled.catch(() => {
  });
  return Promise.race([work, cancelled]);
}
function cancellation({ reason }, phase) {
  return new Stopped([fault("cancelled", { signal: String(reason), phase })]);
}
async function preflight(performance) {
  const { plan, world, table: table2, faults, refusals = [] } = performance;
  if (refusals.length > 0) throw new Stopped(distinct([...refusals, ...faults]));
  const unreceived = await faultsOf(() => receive2(performance));
  if (unreceived.length > 0) throw new Stopped(distinct([...faults, ...unreceived]));
  const found = await Promise.all(
    plan.phases.map(
      async (name) => (await faultsOf(() => table2[name].preflight(plan, world))).map((each) => inPhase(each, name))
    )
  );
  const all = distinct([...faults, ...found.flat()]);
  if (all.length > 0) throw new Stopped(all);
}
async function receive2(performance) {
  const { plan, world, table: table2 } = performance;
  const needs = new Set(plan.phases.flatMap((name) => table2[name].needs));
  for (const phase of Object.values(table2)) {
    if (!needs.has(phase.yields) || plan.phases.includes(phase.name)) continue;
    await phase.receive?.(plan, world, (event) => publish2(performance, { ...event, phase: phase.name }));
  }
  return [];
}
function distinct(faults) {
  const key = ({ code: code2, finding }) => `${code2}\0${finding}`;
  const keys = faults.map(key);
  return faults.filter((each, at) => keys.indexOf(key(each)) === at);
}
async function runPhase(performance, release, name) {
  const { plan, world, table: table2 } = performance;
  const phase = table2[name];
  publish2(performance, { kind: "phase-started", phase: name, title: phase.title });
  const needed = await gathered2(performance, release, phase);
  const wanted = Object.fromEntries(phase.wants.map((fact) => [fact, release.facts[fact]]));
  const given = { ...wanted, ...needed };
  const yielded = await phase.run(
    given,
    plan,
    world,
    (event) => publish2(performance, { ...event, phase: name })
  );
  const facts = { ...release.facts, ...needed, [phase.yields]: yielded };
  publish2(performance, { kind: "phase-ended", phase: name, outcome: "passed", facts });
  return { plan, facts };
}
async function gathered2({ plan, world, table: table2 }, { facts }, phase) {
  const entries = phase.needs.map(async (need) => {
    if (facts[need] !== void 0) return [need, facts[need]];
    const source = Object.values(table2).find(({ yields }) => yields === need);
    const recalled = await source?.recall(plan, world);
    if (recalled === void 0) {
      throw new Stopped([
        fault("phase-missing", {
          phase: phase.name,
          fact: need,
          first: source?.name ?? need,
          searched: searched(plan)
        })
      ]);
    }
    return [need, recalled];
  });
  return Object.fromEntries(await Promise.all(entries));
}
function searched({ packages, handover }) {
  const artifacts = handover.kind === "files" ? `artifacts were not looked at (${handover.reason})` : `this workflow run has no artifact ${handover.names.join(", ")} with any, or it has expired`;
  return `${packages} holds no distribution, and ${artifacts}`;
}
function outcomeOf2({ plan, facts }) {
  if (plan.mode === "dry-run") return "dry-run";
  const decisions = [
    ...facts.testUpload?.files ?? [],
    ...facts.upload?.files ?? [],
    ...facts.released === void 0 ? [] : [facts.released.tag],
    ...facts.released?.release === void 0 ? [] : [facts.released.release]
  ].map(({ decision }) => decision);
  return decisions.includes("act") ? "released" : "satisfied";
}
function publish2({ subscribers, world }, event) {
  const stamped = { ...event, at: world.clock.now().getTime() };
  for (const subscriber of subscribers) subscriber(stamped);
}
function inPhase(found, phase) {
  return found.phase !== void 0 || phase === void 0 ? found : { ...found, phase };
}
function bugFault(error, phase) {
  const message = error instanceof Error ? error.message : String(error);
  return fault("bug", { message, phase: phase ?? "preflight" });
}

// src/report/timeline.ts
var NO_TIMELINE = {
  plan: void 0,
  startedAt: 0,
  latestAt: 0,
  phases: [],
  decisions: [],
  notices: [],
  outputs: [],
  checklist: [],
  comparisons: [],
  metrics: [],
  faults: [],
  outcome: void 0,
  facts: {}
};
function timelineAfter(timeline, event) {
  const latestAt = timeline.outcome === void 0 ? event.at : timeline.latestAt;
  return { ...told2(timeline, event), latestAt };
}
function told2(timeline, event) {
  switch (event.kind) {
    case "release-started":
      return { ...timeline, plan: event.plan, startedAt: event.at, phases: event.plan.phases.map(notRun) };
    case "phase-started":
      return withPhase(timeline, event.phase, (phase) => begun(phase, event));
    case "step-started":
      return withPhase(timeline, event.phase, (phase) => ({
        ...phase,
        steps: [...phase.steps, opened2(event)]
      }));
    case "step-ended":
      return withPhase(timeline, event.phase, (phase) => ({ ...phase, steps: closed(phase.steps, event) }));
    case "decided":
      return { ...timeline, decisions: [...timeline.decisions, event] };
    case "noticed":
      return { ...timeline, notices: [...timeline.notices, event] };
    case "output":
      return { ...timeline, outputs: [...timeline.outputs, event] };
    case "checked":
      return { ...timeline, checklist: latestRows([...timeline.checklist, ...event.rows]) };
    case "compared":
      return { ...timeline, comparisons: [...timeline.comparisons, event.comparison] };
    case "measured":
      return { ...timeline, metrics: event.metrics };
    case "phase-ended":
      return { ...withPhase(timeline, event.phase, (phase) => ended(phase, event)), facts: event.facts };
    case "faulted":
      return { ...timeline, faults: [...timeline.faults, event.fault] };
    case "release-ended":
      return { ...timeline, outcome: event.outcome, facts: event.facts };
    default:
      return event;
  }
}
function wallSeconds({ startedAt, latestAt }) {
  return (latestAt - startedAt) / 1e3;
}
function stoppedPhase({ phases: phases2 }) {
  return phases2.find(({ outcome }) => outcome === "failed" || outcome === "running");
}
function notRun(name) {
  return { name, title: "", outcome: "not-run", startedAt: 0, seconds: 0, steps: [] };
}
function withPhase(timeline, name, change) {
  const phases2 = timeline.phases.map((phase) => phase.name === name ? change(phase) : phase);
  return { ...timeline, phases: phases2 };
}
function begun(phase, { title, at }) {
  return { ...phase, title, outcome: "running", startedAt: at };
}
function ended(phase, { outcome, at }) {
  const steps2 = phase.steps.map((step2) => {
    if (step2.outcome !== "running") return step2;
    return { ...step2, outcome: "stopped", seconds: (at - step2.startedAt) / 1e3 };
  });
  return { ...phase, outcome, seconds: (at - phase.startedAt) / 1e3, steps: steps2 };
}
function opened2({ step: step2, at }) {
  return { name: step2, outcome: "running", says: "", startedAt: at, seconds: 0 };
}
function closed(steps2, event) {
  const { step: name, outcome, says: says2, at } = event;
  const index = steps2.findIndex((step2) => step2.name === name && isOpen(step2));
  const startedAt = steps2[index]?.startedAt ?? at;
  const record = { name, outcome, says: says2, startedAt, seconds: (at - startedAt) / 1e3 };
  return index < 0 ? [...steps2, record] : steps2.with(index, record);
}
function isOpen({ outcome }) {
  return outcome === "running" || outcome === "stopped";
}
function latestRows(rows) {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

// src/report/annotations.ts
var PER_LEVEL = 10;
var FINDING_LENGTH = 3e3;
function createAnnotations(runner) {
  let timeline = NO_TIMELINE;
  return (event) => {
    timeline = timelineAfter(timeline, event);
    if (event.kind !== "release-ended") return;
    annotate(runner, "error", timeline.faults.map(faultAnnotation));
    annotate(runner, "warning", noticesOf(timeline, "warning"));
    annotate(runner, "notice", noticesOf(timeline, "notice"));
  };
}
function annotate(runner, level, all) {
  const shown = all.length > PER_LEVEL ? all.slice(0, PER_LEVEL - 1) : all;
  for (const { title, message } of shown) runner.annotate(level, title, message);
  if (shown.length === all.length) return;
  const more = all.length - shown.length;
  runner.annotate(level, `${more} more`, `The job summary has ${more} more of this kind.`);
}
function faultAnnotation({ title, finding, remedy }) {
  return { title, message: `${shortened(finding)}
${remedy}` };
}
function noticesOf({ notices: notices2 }, wanted) {
  return notices2.filter(({ level }) => level === wanted).map(({ title, says: says2 }) => ({ title, message: shortened(says2) }));
}
function shortened(text) {
  return text.length > FINDING_LENGTH ? `${text.slice(0, FINDING_LENGTH)} (cut)` : text;
}

// src/report/json.ts
function createReport() {
  let timeline = NO_TIMELINE;
  return {
    subscriber: (event) => {
      timeline = timelineAfter(timeline, event);
    },
    report: (figures) => reportOf(timeline, figures)
  };
}
function reportOf(timeline, figures) {
  const { plan, facts } = timeline;
  const { build: build2, released } = facts;
  const { name = "", version } = facts.project ?? facts.monitored ?? {};
  return {
    schema: 1,
    outcome: timeline.outcome ?? "failed",
    path: plan?.path ?? null,
    project: version === void 0 ? null : { name, version },
    commit: released?.tag.commit ?? plan?.forge.commit ?? null,
    tag: reportTag(facts),
    phases: timeline.phases.map(reportPhase),
    distributions: (build2?.distributions ?? []).map(({ filename, kind, size, sha256 }) => ({
      filename,
      kind,
      size,
      sha256
    })),
    indexes: { testpypi: reportIndex(facts.testUpload), pypi: reportIndex(facts.upload) },
    release: reportRelease(facts),
    checklist: timeline.checklist.map(({ id, verdict, evidence, cure }) => ({ id, verdict, evidence, cure })),
    changes: timeline.comparisons.map(reportChanges),
    faults: timeline.faults.map(reportFault),
    metrics: metricsOf(timeline, figures),
    wall_seconds: thousandths(wallSeconds(timeline))
  };
}
function metricsOf({ metrics: metrics2 }, figures) {
  const measured2 = metrics2.map(({ id, title, value, verdict, says: says2 }) => [
    id,
    { title, value, verdict, says: says2 }
  ]);
  if (figures === void 0 && measured2.length === 0) return null;
  return { ...figures, ...Object.fromEntries(measured2) };
}
function reportTag({ released }) {
  if (released === void 0) return null;
  const { name, commit, decision } = released.tag;
  return { name, commit, decision };
}
function reportPhase({ name, outcome, seconds, steps: steps2 }) {
  return {
    name,
    outcome: outcome === "running" ? "failed" : outcome,
    seconds: thousandths(seconds),
    steps: steps2.map(reportStep)
  };
}
function reportStep({ name, outcome, seconds }) {
  return { name, outcome: outcome === "running" ? "stopped" : outcome, seconds: thousandths(seconds) };
}
function reportIndex(receipt2) {
  if (receipt2 === void 0) return null;
  const files = receipt2.files.map(({ filename, sha256, decision, url }) => ({
    filename,
    sha256,
    decision,
    url: url ?? null
  }));
  return { url: receipt2.url, files };
}
function reportRelease({ released }) {
  if (released?.release === void 0) return null;
  const { id, url, decision, assets } = released.release;
  return { id: id ?? null, url: url ?? null, decision, assets };
}
function reportChanges({ project, last, lostMachines: lostMachines2, contents: contents2 }) {
  const told3 = { project, since: last, platforms_lost: lostMachines2 };
  if (typeof contents2 === "string") return { ...told3, contents: null, not_compared: contents2 };
  const { before, now, difference: difference3 } = contents2;
  const [pythonBefore, pythonNow] = difference3.requiresPython ?? [];
  const compared2 = {
    ...{ before, now, files_gained: difference3.gained, files_lost: difference3.lost },
    requirements_gained: difference3.gainedRequirements,
    requirements_lost: difference3.lostRequirements,
    requires_python: pythonBefore === void 0 || pythonNow === void 0 ? null : { before: pythonBefore, now: pythonNow }
  };
  return { ...told3, contents: compared2, not_compared: null };
}
function reportFault({ code: code2, phase, title, finding, remedy, link: link3 }) {
  return { code: code2, phase: phase ?? null, title, finding, remedy, link: link3 ?? null };
}
function thousandths(seconds) {
  return Math.round(seconds * 1e3) / 1e3;
}

// src/report/wording.ts
var UNTOUCHED = "Nothing outside the checkout was changed.";
function opening(plan) {
  if (isMonitoring(plan)) return `${WATCHING} ${plan.forge.repository}. ${trigger(plan)}`;
  const doing = plan.mode === "dry-run" ? "Dry run of" : "Releasing";
  const mode = plan.mode === "dry-run" ? " All is decided, nothing outside the checkout is changed." : "";
  return `${doing} ${plan.forge.repository} by path ${plan.path}: ${plan.phases.join(", ")}. ${trigger(plan)}${mode}`;
}
function trigger(plan) {
  const { version, forge } = plan;
  if (isMonitoring(plan)) return `The newest version on ${INDEX_LABELS.pypi} counts. ${UNCHANGING}`;
  const commit = shortCommit(forge.commit);
  if (version.kind === "tag")
    return `Started by tag ${version.tag} on commit ${commit}; the tag is the version.`;
  const branch = forge.branch === void 0 ? "" : ` on branch ${forge.branch}`;
  return `Started by hand${branch}, commit ${commit}; the version is ${versionSource(version)}.`;
}
var WATCHING = "Looking at the latest release of";
var UNCHANGING = "Nothing is changed.";
function isMonitoring({ phases: phases2 }) {
  return phases2.includes(MONITOR);
}
function versionSource(version) {
  switch (version.kind) {
    case "given":
      return `${version.version}, as asked`;
    case "bump":
      return `the source's with a ${version.bump} bump`;
    case "source":
      return "the source's";
    default:
      return version;
  }
}
function headline(timeline) {
  const what = subject(timeline);
  const phases2 = timeline.plan?.phases ?? [];
  switch (timeline.outcome) {
    case "released":
      return phases2.includes("pypi") || phases2.includes("post-publish") ? `Released ${what}` : `Published ${what} to ${INDEX_LABELS.testpypi}`;
    case "satisfied":
      if (timeline.facts.monitored !== void 0) return `Looked at ${what}`;
      return timeline.decisions.length > 0 ? `${what} stood already` : `Prepared ${what}`;
    case "dry-run":
      return `Dry run of ${what}`;
    case "failed":
      return `${what} failed ${stopPlace(timeline)}`;
    default:
      return `${what} was interrupted ${stopPlace(timeline)}`;
  }
}
function stopPlace(timeline) {
  const phase = stoppedPhase(timeline);
  return phase === void 0 ? "before the first phase" : `in ${phase.name}`;
}
function subject({ facts: { project, monitored }, plan }) {
  const { name, version } = project ?? monitored ?? {};
  return version === void 0 ? plan?.forge.repository ?? "The release" : `${name} ${version}`;
}
function places({ facts, plan }) {
  const { project, upload: upload2, testUpload, released, monitored } = facts;
  const name = project === void 0 ? "" : `${project.name} ${project.version}`;
  const index = (label, receipt2) => receipt2 === void 0 || receipt2.url === "" ? [] : [{ label, text: name, url: receipt2.url, planned: isPlanned(receipt2.files) }];
  return [
    ...index(INDEX_LABELS.pypi, upload2),
    ...index(INDEX_LABELS.testpypi, testUpload),
    ...monitored === void 0 ? [] : monitoredPlace(monitored),
    ...released === void 0 ? [] : [tagPlace(released.tag, plan)],
    ...released?.release === void 0 ? [] : [releasePlace(released.release, released.tag.name)]
  ];
}
function monitoredPlace({ name, version, url }) {
  if (version === void 0) return [];
  return [{ label: INDEX_LABELS.pypi, text: `${name} ${version}`, url, planned: false }];
}
function isPlanned(receipts) {
  return receipts.some(({ decision }) => decision === "would-act");
}
function tagPlace(tag, plan) {
  const path29 = tag.name.split("/").map(encodeURIComponent).join("/");
  const url = plan === void 0 ? void 0 : `${plan.forge.server}/${plan.forge.repository}/tree/${path29}`;
  return { label: "Tag", text: `${tag.name} on ${shortCommit(tag.commit)}`, url, planned: isPlanned([tag]) };
}
function releasePlace(release, tag) {
  const files = counted(release.assets.length, "file");
  return { label: "Release", text: `${tag} with ${files}`, url: release.url, planned: isPlanned([release]) };
}
function figure({ value }) {
  if (value === null) return "not to be had";
  return typeof value === "boolean" ? value ? "yes" : "no" : value.toLocaleString("en");
}
function counted(count2, noun) {
  return `${count2} ${noun}${count2 === 1 ? "" : "s"}`;
}
function shortCommit(commit) {
  return commit.slice(0, 7);
}
function tenths(seconds) {
  return seconds.toFixed(1);
}
function duration(seconds) {
  if (seconds < 59.95) return `${tenths(seconds)} s`;
  const whole2 = Math.round(seconds);
  return `${Math.floor(whole2 / 60)} min ${whole2 % 60} s`;
}
function humanSize(bytes) {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 999950 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

// src/report/resume.ts
function standing(timeline) {
  const failed = stoppedPhase(timeline)?.name;
  const stands = timeline.decisions.filter(
    ({ decision, phase }) => decision === "satisfied" || decision === "act" && phase !== failed
  );
  const unsure = timeline.decisions.filter(({ decision, phase }) => decision === "act" && phase === failed);
  return { stands: targets(stands), unsure: targets(unsure) };
}
function resumption(timeline) {
  if (timeline.plan !== void 0 && isMonitoring(timeline.plan))
    return { sentences: ["The next run looks again."], inputs: void 0 };
  const mendable = timeline.faults.some(({ blame }) => blame === "user");
  const { stands, unsure } = standing(timeline);
  const first = mendable ? "Mend what is named above, then run again: what stands is looked at first, and nothing is done twice." : "Run again as it is: what stands is looked at first, and nothing is done twice.";
  const touched = [...stands, ...unsure].some((target2) => target2.startsWith("pypi "));
  const newVersion = "Where mending changes the distributions, release a new version: an index never takes other bytes under a used file name.";
  return { sentences: mendable && touched ? [first, newVersion] : [first], inputs: resumeInputs(timeline) };
}
function resumeInputs(timeline) {
  const { plan } = timeline;
  const failed = stoppedPhase(timeline)?.name;
  if (plan === void 0 || failed === void 0) return void 0;
  const rest = plan.phases.slice(plan.phases.indexOf(failed));
  if (rest.length === plan.phases.length) return void 0;
  const range = `${failed}..${rest.at(-1)}`;
  const inRange = selectedPhases(plan.path, range) ?? [];
  return { path: plan.path, phase: rest.length > 1 && sameNames(inRange, rest) ? range : rest.join(",") };
}
function sameNames(some, others) {
  return some.join() === others.join();
}
function targets(decisions) {
  return [...new Set(decisions.map(({ target: target2 }) => target2))];
}

// src/report/log.ts
function createLog(runner, options) {
  let timeline = NO_TIMELINE;
  return (event) => {
    if (timeline.outcome !== void 0) return;
    timeline = timelineAfter(timeline, event);
    if (event.kind === "phase-started") runner.startGroup(`${event.phase}: ${event.title}`);
    for (const line of linesOf(timeline, event, options)) runner.line(line);
    if (event.kind === "output") runner.untrusted(event.text);
    if (event.kind === "phase-ended") runner.endGroup();
  };
}
function linesOf(timeline, event, options) {
  switch (event.kind) {
    case "release-started":
      return [opening(event.plan)];
    case "step-ended":
      return stepLines(timeline, event, options);
    case "decided":
      return [entry("decided", `${event.target}: ${event.decision}, ${event.evidence}`)];
    case "noticed":
      return [entry(event.level, `${event.title}: ${event.says}`)];
    case "output":
      return [entry("output", event.title)];
    case "checked":
      return event.rows.map(rowLine);
    case "measured":
      return event.metrics.map(metricLine);
    case "phase-ended":
      return stoppedLines(timeline, event, options);
    case "release-ended":
      return closing(timeline, options);
    default:
      return [];
  }
}
function entry(word, text) {
  return `${word.padEnd(10)}${text.trimEnd().replaceAll("\n", `
${" ".repeat(10)}`)}`;
}
function stepLines({ phases: phases2 }, event, options) {
  const steps2 = phases2.find(({ name }) => name === event.phase)?.steps ?? [];
  const ended2 = steps2.findLast(({ name, outcome }) => name === event.step && outcome === event.outcome);
  return ended2 === void 0 ? [] : [stepLine(ended2, options)];
}
function stoppedLines({ phases: phases2 }, { phase }, options) {
  const steps2 = phases2.find(({ name }) => name === phase)?.steps ?? [];
  return steps2.filter(({ outcome }) => outcome === "stopped").map((step2) => stepLine(step2, options));
}
function stepLine({ outcome, name, seconds, says: says2 }, { showTimes }) {
  const time = showTimes && outcome !== "skipped" ? ` (${duration(seconds)})` : "";
  return entry(outcome, `${name}${time}${says2 === "" ? "" : `: ${says2}`}`);
}
function rowLine({ id, verdict, evidence, cure }) {
  const sentence4 = /[.!?]$/.test(evidence) ? evidence : `${evidence}.`;
  const more = verdict === "passed" || cure === "" ? evidence : `${sentence4} ${cure}`;
  return entry("checked", `${id.padEnd(13)}${verdict.padEnd(13)}${more}`);
}
function metricLine({ title, says: says2, ...metric }) {
  return entry("measured", `${title}: ${figure(metric)}${says2 === "" ? "" : ` (${says2})`}`);
}
function closing(timeline, { showTimes }) {
  const time = showTimes ? ` (${duration(wallSeconds(timeline))})` : "";
  return [
    "",
    `${headline(timeline)}${time}.`,
    ...timeline.outcome === "dry-run" ? [UNTOUCHED] : [],
    ...placeLines(timeline),
    ...timeline.outcome === "failed" ? failureLines(timeline) : []
  ];
}
function placeLines(timeline) {
  return places(timeline).map(({ label, text, url, planned }) => {
    const where = url === void 0 ? text : `${text}, ${url}`;
    return entry(label, `${planned ? "would be " : ""}${where}`);
  });
}
function failureLines(timeline) {
  const { stands, unsure } = standing(timeline);
  const { sentences: sentences2, inputs } = resumption(timeline);
  const untouched = stands.length + unsure.length === 0;
  return [
    ...timeline.faults.flatMap(faultLines),
    "",
    ...untouched ? [UNTOUCHED] : [],
    ...stands.length > 0 ? [`Stands: ${stands.join(", ")}.`] : [],
    ...unsure.length > 0 ? [`Begun, may stand: ${unsure.join(", ")}.`] : [],
    ...sentences2,
    ...inputs === void 0 ? [] : [`Or go on from the failed phase: path: ${inputs.path}, phase: ${inputs.phase}.`]
  ];
}
function faultLines({ title, code: code2, phase, finding, remedy, link: link3 }) {
  const place = phase === void 0 ? code2 : `${code2}, in ${phase}`;
  return [
    "",
    `${title} (${place})`,
    entry("Found", finding),
    entry("Remedy", remedy),
    ...link3 === void 0 ? [] : [entry("See", link3)]
  ];
}

// src/report/markdown.ts
import { stripVTControlCharacters } from "node:util";
var LONGEST = 1200;
var WIDEST = 100;
function inline(value) {
  return escaped(oneLine(value));
}
function escaped(text) {
  return text.replace(/[\\`*[\]<>&|~$]/g, "\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_");
}
function prose(value) {
  const parts = oneLine(value).split(/`([^`]+)`/);
  return parts.map((part, at) => at % 2 === 1 ? code(part) : escaped(part)).join("");
}
function code(value) {
  const text = oneLine(value);
  if (text === "") return "";
  if (!/[`|\\]/.test(text)) return `\`${text}\``;
  return `<code>${text.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
}
function link(label, address2) {
  const url = address2 !== void 0 && URL.canParse(address2) ? new URL(address2) : void 0;
  if (url === void 0 || !/^https?:$/.test(url.protocol)) return inline(label);
  const text = inline(label).replace(/\\([[\]])/g, (_, bracket) => entity(bracket));
  return `[${text}](${url.href.replace(/[()<>[\]\\|`*_~]/g, percent)})`;
}
function html(value) {
  return oneLine(value).replace(/[&<>"'`*_|\\[\]~]/g, entity);
}
function table(columns, rows) {
  const heads = columns.map((column) => typeof column === "string" ? column : column.title);
  const right = columns.map((column) => typeof column !== "string");
  const widths = heads.map(
    (head, at) => Math.max(3, head.length, ...rows.map((row) => Math.min(WIDEST, row[at]?.length ?? 0)))
  );
  const line = (cells) => {
    const padded = heads.map((_, at) => {
      const cell = cells[at] ?? "";
      if (right[at]) return cell.padStart(widths[at] ?? 0);
      return at === heads.length - 1 ? cell : cell.padEnd(widths[at] ?? 0);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, at) => right[at] ? `${"-".repeat(width - 1)}:` : "-".repeat(width));
  return [line(heads), line(rule), ...rows.map(line)].join("\n");
}
function fence(text, language = "text") {
  const plain2 = printable(text.replace(/\r\n?/g, "\n")).trimEnd();
  const mark = codeFence(plain2);
  return `${mark}${language}
${plain2}
${mark}`;
}
function details(title, body) {
  return `<details>
<summary>${html(title)}</summary>

${body}

</details>`;
}
function oneLine(value) {
  const text = printable(value).replace(/\s+/g, " ").trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")} … (cut)` : text;
}
function printable(text) {
  return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t\r]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}
function entity(character) {
  return `&#${character.codePointAt(0)};`;
}
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// src/report/sections.ts
var OUTPUT_LENGTH = 2e4;
function sections(timeline) {
  const all = [
    { name: "outcome", markdown: opening2(timeline) },
    { name: "links", markdown: links2(timeline) },
    { name: "faults", markdown: timeline.faults.map(faultBlock).join("\n\n") },
    { name: "how to go on", markdown: goingOn(timeline) },
    { name: "notices", markdown: notices(timeline) },
    ...monitors(timeline) ? [metrics(timeline)] : [],
    { name: "phases", markdown: headed("Phases", phaseTable(timeline)) },
    { name: "distributions", markdown: headed("Distributions", distributionTable(timeline)) },
    { name: "checklist", markdown: headed("Checklist before PyPI", checklistTable(timeline)) },
    { name: "decisions", markdown: headed("Decisions", decisionTable(timeline)) },
    ...monitors(timeline) ? [] : [metrics(timeline)],
    { name: "badges", markdown: badges(timeline) },
    { name: "announcement", markdown: announcement(timeline) },
    { name: "steps", markdown: steps(timeline) },
    ...outputs(timeline)
  ];
  return all.filter(({ markdown }) => markdown !== "");
}
function headed(title, body) {
  return body === "" ? "" : `## ${title}

${body}`;
}
function opening2(timeline) {
  const { plan } = timeline;
  const heading = `# ${inline(headline(timeline))}`;
  if (plan === void 0) return heading;
  const all = counted(plan.phases.length, "phase");
  const dry = plan.mode === "dry-run" ? ` ${UNTOUCHED}` : "";
  const lasted = duration(wallSeconds(timeline));
  const time = isMonitoring(plan) ? `Took ${lasted}.` : `Path ${plan.path}, ${all}, ${lasted}.`;
  return `${heading}

${time} ${inline(trigger(plan))}${dry}`;
}
function links2(timeline) {
  const lines = places(timeline).map(
    ({ label, text, url, planned }) => planned ? `- ${label}: would be ${inline(text)}` : `- ${label}: ${link(text, url)}`
  );
  return lines.join("\n");
}
function faultBlock({ title, code: id, phase, finding, remedy, link: address2 }) {
  const [first = "", ...rest] = finding.trim().split("\n");
  const more = rest.length === 0 ? "" : `

${fence(lastPart(rest.join("\n")).text)}`;
  const place = phase === void 0 ? code(id) : `${code(id)} in ${phase}`;
  const reference = address2 === void 0 ? "" : ` ${link("More", address2)}.`;
  return `## ${inline(title)}

**Found** (${place}): ${prose(first)}${more}

**Remedy:** ${prose(remedy)}${reference}`;
}
function goingOn(timeline) {
  if (timeline.outcome !== "failed" && stoppedPhase(timeline) === void 0) return "";
  const { sentences: sentences2, inputs } = resumption(timeline);
  const paragraphs = [...standingLines(timeline), sentences2.map(prose).join(" ")];
  if (inputs !== void 0) {
    paragraphs.push(
      "Or go on from the failed phase, with these inputs:",
      fence(`path: ${inputs.path}
phase: ${inputs.phase}`, "yaml")
    );
  }
  return headed("How to go on", paragraphs.join("\n\n"));
}
function standingLines(timeline) {
  const { stands, unsure } = standing(timeline);
  if (stands.length + unsure.length === 0) return [UNTOUCHED];
  return [
    ...stands.length > 0 ? [`Stands: ${stands.map(code).join(", ")}.`] : [],
    ...unsure.length > 0 ? [`Begun, may stand: ${unsure.map(code).join(", ")}.`] : []
  ];
}
function notices({ notices: all }) {
  const lines = all.map(({ level, title, says: says2 }) => `- ${level}: **${inline(title)}:** ${prose(says2)}`);
  return headed("Notices", lines.join("\n"));
}
function phaseTable({ phases: phases2 }) {
  if (phases2.every(({ outcome }) => outcome === "not-run")) return "";
  const rows = phases2.map((phase) => [
    phase.name,
    outcomeWord(phase),
    phaseSeconds(phase),
    inline(phase.title)
  ]);
  return table(["Phase", "Outcome", { title: "Seconds", align: "right" }, "Does"], rows);
}
function outcomeWord({ outcome }) {
  if (outcome === "failed") return "**failed**";
  return outcome === "not-run" ? "not run" : outcome;
}
function phaseSeconds({ outcome, seconds }) {
  return outcome === "not-run" ? "" : tenths(seconds);
}
function checklistTable({ checklist: checklist2 }) {
  if (checklist2.length === 0) return "";
  const rows = checklist2.map(({ id, verdict, evidence, cure }) => [
    id,
    verdictWord(verdict),
    prose(evidence),
    verdict === "passed" ? "" : prose(cure)
  ]);
  return table(["Row", "Verdict", "Evidence", "Cure"], rows);
}
function verdictWord(verdict) {
  if (verdict === "failed") return "**failed**";
  return verdict === "not-checked" ? "not checked" : verdict;
}
function monitors({ plan }) {
  return plan !== void 0 && isMonitoring(plan);
}
function metrics({ metrics: all }) {
  const rows = all.map((metric) => [metric.title, figure(metric), verdictOf(metric), prose(metric.says)]);
  const columns = ["Metric", { title: "Value", align: "right" }, "Verdict", "Evidence"];
  return {
    name: "success metrics",
    markdown: headed("Success metrics", rows.length === 0 ? "" : table(columns, rows))
  };
}
function verdictOf({ verdict }) {
  return { good: "good", bad: "**bad**", none: "" }[verdict];
}
function distributionTable({ facts }) {
  const distributions = facts.build?.distributions ?? [];
  if (distributions.length === 0) return "";
  const served3 = [...facts.upload?.files ?? [], ...facts.testUpload?.files ?? []];
  const rows = distributions.map(({ filename, kind, size, sha256 }) => {
    const url = served3.find((file) => file.filename === filename)?.url;
    const name = url === void 0 ? code(filename) : link(filename, url);
    return [name, kind, humanSize(size), code(sha256)];
  });
  return table(["File", "Kind", { title: "Size", align: "right" }, "SHA-256"], rows);
}
var DECISION_WORDS = {
  act: "made",
  satisfied: "stood already",
  "would-act": "would be made",
  conflict: "**conflict**"
};
function decisionTable(timeline) {
  if (timeline.decisions.length === 0) return "";
  const failed = stoppedPhase(timeline)?.name;
  const rows = timeline.decisions.map(({ target: target2, decision, evidence, phase }) => [
    code(target2),
    decision === "act" && phase === failed ? "begun" : DECISION_WORDS[decision],
    prose(evidence)
  ]);
  return table(["Change", "Decision", "Evidence"], rows);
}
function badges({ facts: { released } }) {
  if (released === void 0 || released.badges.missing.length === 0) return "";
  const missing = released.badges.missing.map(inline).join(", ");
  const { markup, text } = released.badges.pasted;
  const body = `The README lacks ${missing}. Paste, or have \`badges: update\` keep them between its markers:`;
  return headed("Badges", `${body}

${fence(text, markup)}`);
}
function announcement({ facts: { released } }) {
  if (released === void 0 || released.announcement.short === "") return "";
  return headed("Announcement", fence(released.announcement.short));
}
function steps({ phases: phases2 }) {
  const rows = phases2.flatMap(
    (phase) => phase.steps.map(({ name, outcome, seconds, says: says2 }) => [
      phase.name,
      inline(name),
      outcome,
      outcome === "skipped" ? "" : tenths(seconds),
      prose(says2)
    ])
  );
  if (rows.length === 0) return "";
  const columns = [
    "Phase",
    "Step",
    "Outcome",
    { title: "Seconds", align: "right" },
    "What came of it"
  ];
  return details(counted(rows.length, "step"), table(columns, rows));
}
function outputs({ outputs: all }) {
  return all.filter(({ text }) => text.trim() !== "").map(({ phase, title, text }) => {
    const name = `output of ${phase}, ${title}`;
    const { text: shown, cut: cut2 } = lastPart(text);
    const note = cut2 === 0 ? "" : `The first ${cut2} characters are left out; the log has them.

`;
    return { name, markdown: details(`Output of ${phase}: ${title}`, `${note}${fence(shown)}`) };
  });
}
function lastPart(text) {
  if (text.length <= OUTPUT_LENGTH) return { text, cut: 0 };
  const from = text.length - OUTPUT_LENGTH;
  const newline = text.indexOf("\n", from);
  const cut2 = newline >= 0 && newline < from + 500 ? newline + 1 : from;
  return { text: text.slice(cut2), cut: cut2 };
}

// src/report/summary.ts
var MOST_BYTES = 1e6;
function createSummary() {
  let timeline = NO_TIMELINE;
  return {
    subscriber: (event) => {
      timeline = timelineAfter(timeline, event);
    },
    markdown: () => fitted(sections(timeline))
  };
}
function fitted(all) {
  let room = MOST_BYTES;
  const shown = [];
  const missing = [];
  for (const { name, markdown } of all) {
    const size = Buffer.byteLength(markdown) + 2;
    if (size > room) missing.push(name);
    else {
      room -= size;
      shown.push(markdown);
    }
  }
  if (missing.length > 0) shown.push(`Left out for length, see the log: ${inline(missing.join("; "))}.`);
  return `${shown.join("\n\n")}
`;
}

// src/action/compose.ts
import path26 from "node:path";

// src/adapters/actions/handover.ts
function createHandover(options) {
  let loaded;
  const service = () => {
    loaded ??= import("./chunks/artifact-WQGHNB2M.js").then(({ createArtifactService }) => createArtifactService(options));
    return loaded;
  };
  return {
    keep: async (artifact) => (await service()).keep(artifact),
    drop: async (name) => (await service()).drop(name),
    left: async () => (await service()).left(),
    take: async (artifact) => (await service()).take(artifact)
  };
}

// src/adapters/github/errors.ts
var MESSAGE_LIMIT = 500;
var UNKNOWN_LIMIT = 6e4;
function isRequestError(error) {
  return error instanceof Error && error.name === "HttpError" && "status" in error;
}
function lostAnswer(message, cause) {
  return Object.assign(new Error(message, { cause }), { name: "HttpError", status: 500 });
}
function asRequestError(error) {
  if (isRequestError(error)) return error;
  if (error instanceof Error && error.name === "TimeoutError") return lostAnswer(error.message, error);
  throw error;
}
function limitPause(error, waited, now) {
  if (error.response === void 0 || error.status !== 403 && error.status !== 429) return void 0;
  const header = (name) => error.response?.headers[name];
  const seconds = Number(header("retry-after") ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1e3;
  if (String(header("x-ratelimit-remaining")) === "0") {
    const reset = Number(header("x-ratelimit-reset")) * 1e3 - now.getTime();
    return Number.isFinite(reset) ? Math.max(reset, 0) + 1e3 : UNKNOWN_LIMIT;
  }
  const secondary = error.status === 429 || /secondary rate limit/i.test(messageOf(error));
  return secondary ? UNKNOWN_LIMIT * 2 ** waited : void 0;
}
function forgeFailure(operation, error, attempts) {
  return new Stopped([forgeFault(operation, error, attempts)], { cause: error });
}
function forgeFault(operation, error, attempts) {
  const { status } = error;
  const message = messageOf(error);
  if (error.response === void 0) return fault("forge-trouble", { operation, attempts, last: message });
  const passing = status >= 500 || status === 408 || limitPause(error, 0, /* @__PURE__ */ new Date(0)) !== void 0;
  if (passing) return fault("forge-trouble", { operation, attempts, last: `${status} ${message}` });
  const { code: code2, remedy } = refusalOf(status, wholeMessageOf(error));
  const details2 = { operation, status, message };
  if (code2 === "forge-forbidden") return fault(code2, { ...details2, permission: permissionOf(error) });
  return code2 === "forge-refused" ? fault(code2, { ...details2, remedy }) : fault(code2, details2);
}
var PUSH_FIRST = "GitHub has not got the commit: push it, then run again.";
var KNOWN = [
  { says: /tag_name was used by an immutable release/, code: "tag-burnt" },
  { says: /immutable release|release is immutable/, code: "release-immutable" },
  {
    says: /pre_receive|rule violations|Reference update failed|protected (?:branch|ref)|made through (?:a pull request|the merge queue)|Required status check/i,
    code: "rules-forbid"
  },
  {
    status: 401,
    code: "forge-refused",
    remedy: "Leave github-token out to use the job’s own token, or give one that is whole and not expired."
  },
  {
    says: /was archived/,
    code: "forge-refused",
    remedy: "Take the repository out of the archive, then run again."
  },
  {
    says: /not permitted to create or approve pull requests/,
    code: "forge-refused",
    remedy: "In Settings, Actions, General of the repository (or its organization) allow GitHub Actions to create pull requests, or give the token of an app. Then run again."
  },
  {
    says: /without `?workflows?`? (?:permission|scope)/,
    code: "forge-refused",
    remedy: "The commit changes workflow files, which the job’s own token may not. Merge it into the default branch first, or give the token of an app that has the workflows permission."
  },
  { status: 409, code: "forge-refused", remedy: "Push a first commit to the repository, then run again." },
  {
    status: 422,
    says: /Object does not exist|No commit found|target_commitish invalid/,
    code: "forge-refused",
    remedy: PUSH_FIRST
  },
  {
    says: /tag_name already_exists/,
    code: "forge-refused",
    remedy: "Another release of this tag is published already. Look which of the two is to stay, delete the other, and run again: what it finds is taken up."
  },
  {
    says: /must have a valid tag/,
    code: "forge-refused",
    remedy: "GitHub could not make the tag. Push it by hand on the released commit, then run again."
  },
  {
    says: /No commits between/,
    code: "forge-refused",
    remedy: "The branch holds the release commit already: set commit: none, then run again."
  },
  { status: 403, code: "forge-forbidden" },
  { status: 404, code: "forge-forbidden" }
];
var UNKNOWN_REMEDY = "Look at what the forge says, mend it, and run again: what already stands is kept.";
function refusalOf(status, text) {
  const known = KNOWN.find(
    (each) => (each.status ?? status) === status && (each.says === void 0 || each.says.test(text))
  );
  return { code: known?.code ?? "forge-refused", remedy: known?.remedy ?? UNKNOWN_REMEDY };
}
function permissionOf({ response }) {
  const accepted = String(response?.headers["x-accepted-github-permissions"] ?? "");
  const [first = ""] = accepted.split(";");
  return first === "" ? "contents: write" : first.split(",").map((each) => each.trim().replace("=", ": ").replaceAll("_", "-")).join(", ");
}
function messageOf(error) {
  return wholeMessageOf(error).slice(0, MESSAGE_LIMIT);
}
function wholeMessageOf(error) {
  const data = error.response?.data;
  const own = typeof data === "object" && data !== null && "message" in data ? String(data.message) : error.message;
  const fields = detailsOf(error).map(
    ({ resource, field, code: code2, message }) => message || [resource, field, code2].filter(Boolean).join(" ")
  );
  return [own, ...fields].join(": ").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
}
function detailsOf({ response }) {
  const data = response?.data;
  const errors = typeof data === "object" && data !== null && "errors" in data ? data.errors : void 0;
  if (!Array.isArray(errors)) return [];
  return errors.map((entry2) => {
    const text = (key) => typeof entry2 === "object" && entry2 !== null ? String(entry2[key] ?? "") : "";
    return { resource: text("resource"), code: text("code"), field: text("field"), message: text("message") };
  });
}

// src/adapters/github/commits.ts
var PLAIN = "100644";
var FILE_MODES = ["100644", "100755"];
function createCommits(calls, named2, refs) {
  return {
    async read(commit) {
      const found = await calls.find(
        `Reading the commit ${commit}`,
        ({ rest }) => rest.git.getCommit({ ...named2, commit_sha: commit })
      );
      if (found === void 0) return void 0;
      const { sha, tree, parents, message } = found.data;
      return { sha, tree: tree.sha, parents: parents.map((parent) => parent.sha), message };
    },
    async create(commit) {
      return calls.call("Making the release commit", async ({ rest }) => {
        const parent = await rest.git.getCommit({ ...named2, commit_sha: commit.parent });
        const tree = await treeWith(calls, named2, commit, parent.data.tree.sha);
        const { message } = commit;
        const { data } = await rest.git.createCommit({ ...named2, message, tree, parents: [commit.parent] });
        return data.sha;
      });
    },
    async isAncestor(commit, of) {
      const found = await calls.find(
        `Comparing ${commit} with ${of}`,
        ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...named2, basehead: `${commit}...${of}`, per_page: 1 })
      );
      return found?.data.status === "ahead" || found?.data.status === "identical";
    },
    async propose(proposal) {
      const { branch, commit } = proposal;
      const pulls = await pullsOf(calls, named2, proposal);
      const merged = pulls.find((pull) => typeof pull.merged_at === "string" && pull.head.sha === commit);
      if (merged !== void 0) return merged.html_url;
      await putBranch(calls, named2, refs, branch, commit);
      return pulls.find(isOpen2)?.html_url ?? openPull(calls, named2, proposal);
    }
  };
}
function isOpen2({ state }) {
  return state === "open";
}
async function pullsOf(calls, named2, { branch, base }) {
  const head = `${named2.owner}:${branch}`;
  const { data } = await calls.call(
    `Looking for pull requests for ${branch}`,
    ({ rest }) => rest.pulls.list({ ...named2, head, base, state: "all" })
  );
  return data.filter((pull) => pull.head.ref === branch && pull.base.ref === base);
}
async function openPull(calls, named2, proposal) {
  const { branch, base, title, body } = proposal;
  const operation = `Opening a pull request for ${branch}`;
  const made = await calls.attempt(
    operation,
    [422],
    ({ rest }) => rest.pulls.create({ ...named2, head: branch, base, title, body })
  );
  if (!isRequestError(made)) return made.data.html_url;
  const theirs = (await pullsOf(calls, named2, proposal)).find(isOpen2);
  if (theirs === void 0) throw forgeFailure(operation, made, 1);
  return theirs.html_url;
}
async function treeWith(calls, named2, commit, base_tree) {
  return calls.call("Making the tree of the release commit", async ({ rest }) => {
    const before = await rest.git.getTree({ ...named2, tree_sha: base_tree, recursive: "true" });
    const modes = new Map(before.data.tree.map((entry2) => [entry2.path, entry2.mode]));
    const tree = await Promise.all(
      Object.entries(commit.files).map(async ([path29, content]) => {
        const entry2 = { path: path29, mode: fileMode(modes.get(path29)), type: "blob" };
        if (content === null) return { ...entry2, sha: null };
        const encoded = Buffer.from(content).toString("base64");
        const { data: data2 } = await rest.git.createBlob({ ...named2, content: encoded, encoding: "base64" });
        return { ...entry2, sha: data2.sha };
      })
    );
    const { data } = await rest.git.createTree({ ...named2, base_tree, tree });
    return data.sha;
  });
}
function fileMode(mode) {
  return FILE_MODES.find((each) => each === mode) ?? PLAIN;
}
async function putBranch(calls, named2, refs, branch, commit) {
  const operation = `Making the branch ${branch}`;
  const tip = await refs.branch(branch);
  if (tip === commit) return;
  if (tip !== void 0) {
    const message = `the branch is at ${tip}, not at ${commit}`;
    stop("forge-refused", {
      operation,
      status: 422,
      message,
      remedy: `Merge or delete the branch ${branch}, then run again.`
    });
  }
  const made = await calls.attempt(
    operation,
    [422],
    ({ rest }) => rest.git.createRef({ ...named2, ref: `refs/heads/${branch}`, sha: commit })
  );
  if (isRequestError(made) && await refs.branch(branch) !== commit) throw forgeFailure(operation, made, 1);
}

// src/adapters/github/community.ts
var PAGE = 100;
function createCommunity(calls, named2) {
  return {
    async issues(label) {
      const found = await calls.call(
        `Counting the open issues labelled ${label}`,
        (octokit) => octokit.paginate(octokit.rest.issues.listForRepo, {
          ...named2,
          labels: label,
          state: "open",
          per_page: PAGE
        })
      );
      return found.filter((each) => each.pull_request === void 0).length;
    },
    async reactions() {
      const { data } = await calls.call(
        "Counting the reactions to the releases",
        ({ rest }) => rest.repos.listReleases({ ...named2, per_page: PAGE })
      );
      return data.filter(({ draft }) => !draft).map(({ tag_name: tag, reactions: reactions2 }) => ({ tag, count: reactions2?.total_count ?? 0 }));
    }
  };
}

// src/adapters/github/octokit.ts
var PAUSES5 = [1e3, 3e3, 8e3];
var LONGEST_LIMIT = 6e5;
var MOST_LIMITS = 3;
var TIME_LIMIT = 6e4;
var UPLOAD_TIME_LIMIT = 9e5;
function createForgeCalls(connection) {
  let client;
  const tries = /* @__PURE__ */ new WeakMap();
  const attempt = async (operation, expected, work) => {
    if (connection.token === "") stop("forge-token-missing", {});
    client ??= connected(connection, tries);
    try {
      return await work(await client);
    } catch (error) {
      if (!isRequestError(error)) throw error;
      if (error.response !== void 0 && expected.includes(error.status)) return error;
      throw forgeFailure(operation, error, tries.get(error) ?? 1);
    }
  };
  return {
    attempt,
    async call(operation, work) {
      return await attempt(operation, [], work);
    },
    async find(operation, work) {
      const found = await attempt(operation, [404, 409], work);
      return isRequestError(found) ? void 0 : found;
    }
  };
}
var SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() {
}
async function connected({ token, api, clock, onSpan }, tries) {
  const { getOctokit } = await import("./chunks/github-Z4FQVB6G.js");
  const octokit = getOctokit(token, { baseUrl: api, log: SILENT });
  octokit.hook.wrap("request", async (request, options) => {
    for (let attempt = 1, limits = 0; ; attempt += 1) {
      const started = clock.now().getTime();
      const told3 = () => onSpan?.({ started, ended: clock.now().getTime() });
      try {
        prepare(options);
        const answer = whole(await request(options));
        told3();
        return answer;
      } catch (thrown) {
        told3();
        const error = asRequestError(thrown);
        tries.set(error, attempt);
        const limit = limitPause(error, limits, clock.now());
        if (limit !== void 0) limits += 1;
        const pause = limit ?? (isRepeatable(options) ? troublePause(error, attempt - limits) : void 0);
        if (pause === void 0 || pause > LONGEST_LIMIT || limits > MOST_LIMITS) throw error;
        await clock.sleep(pause);
      }
    }
  });
  return octokit;
}
function prepare(options) {
  const upload2 = options.headers["content-type"] !== void 0;
  const signal = AbortSignal.timeout(upload2 ? UPLOAD_TIME_LIMIT : TIME_LIMIT);
  Object.assign(options.headers, { "cache-control": "no-cache", "if-none-match": "" });
  options.request = { ...options.request, signal };
}
function whole(answer) {
  if (answer.status === 204 || typeof answer.data !== "string") return answer;
  throw lostAnswer("the answer broke off, or is not the API’s");
}
function troublePause(error, tries) {
  const trouble = error.response === void 0 || error.status >= 500 || error.status === 408;
  const pause = trouble ? PAUSES5[tries - 1] : void 0;
  return pause === void 0 ? void 0 : Math.round(pause * (0.5 + Math.random() / 2));
}
function isRepeatable({ method, url }) {
  return method === "GET" || method === "HEAD" || /\/git\/(?:blobs|trees|commits|tags)$|\/generate-notes$/.test(url);
}

// src/adapters/github/refs.ts
var DEEPEST_TAG = 5;
function createRefs(calls, named2) {
  const pointed = (operation, ref) => calls.find(operation, async ({ rest }) => (await rest.git.getRef({ ...named2, ref })).data.object);
  const refs = {
    async tag(name) {
      const operation = `Reading the tag ${name}`;
      let object = await pointed(operation, `tags/${name}`);
      for (let depth = 0; object?.type === "tag" && depth < DEEPEST_TAG; depth += 1) {
        const tag_sha = object.sha;
        object = await calls.find(
          operation,
          async ({ rest }) => (await rest.git.getTag({ ...named2, tag_sha })).data.object
        );
      }
      return object?.sha;
    },
    async createTag(tag) {
      const operation = `Making the tag ${tag.name}`;
      const { name, commit, message } = tag;
      const { data } = await calls.call(
        operation,
        ({ rest }) => rest.git.createTag({ ...named2, tag: name, message, object: commit, type: "commit" })
      );
      const made = await calls.attempt(
        operation,
        [422],
        ({ rest }) => rest.git.createRef({ ...named2, ref: `refs/tags/${name}`, sha: data.sha })
      );
      if (!isRequestError(made)) return;
      const theirs = await refs.tag(name);
      if (theirs === void 0) throw forgeFailure(operation, made, 1);
      if (theirs !== commit) stop("tag-conflict", { tag: name, ours: commit, theirs });
    },
    async branch(name) {
      return (await pointed(`Reading the branch ${name}`, `heads/${name}`))?.sha;
    },
    async advanceBranch(name, commit) {
      const operation = `Moving the branch ${name} forward`;
      const moved = await calls.attempt(
        operation,
        [422],
        ({ rest }) => rest.git.updateRef({ ...named2, ref: `heads/${name}`, sha: commit, force: false })
      );
      if (!isRequestError(moved)) return;
      const tip = await refs.branch(name);
      if (tip === commit) return;
      const base = await parentOf(calls, named2, commit);
      if (tip === void 0 || tip === base) throw forgeFailure(operation, moved, 1);
      stop("branch-moved", { branch: name, tip, base: base ?? "no commit" }, { cause: moved });
    }
  };
  return refs;
}
async function parentOf(calls, named2, commit_sha) {
  const commit = await calls.find(
    `Reading the commit ${commit_sha}`,
    ({ rest }) => rest.git.getCommit({ ...named2, commit_sha })
  );
  return commit?.data.parents[0]?.sha;
}

// src/adapters/github/release-assets.ts
var MEDIA_TYPES = [
  [".whl", "application/zip"],
  [".zip", "application/zip"],
  [".gz", "application/gzip"],
  [".json", "application/json"],
  [".attestation", "application/json"],
  [".txt", "text/plain"],
  [".md", "text/plain"],
  ["SHA256SUMS", "text/plain"]
];
function createReleaseAssets(calls, named2) {
  return {
    attach: (release, asset) => attached(calls, named2, release, asset),
    async detach({ id, name }) {
      await calls.find(
        `Taking ${name} off the release`,
        ({ rest }) => rest.repos.deleteReleaseAsset({ ...named2, asset_id: id })
      );
    },
    async download({ id, name }) {
      return calls.call(`Reading ${name} from the release`, async ({ rest }) => {
        const { data } = await rest.repos.getReleaseAsset({
          ...named2,
          asset_id: id,
          headers: { accept: "application/octet-stream" },
          // Left to itself octokit reads a file that is served as JSON, and gives what it read.
          request: { parseSuccessResponseBody: false }
        });
        return new Uint8Array(await new Response(data).arrayBuffer());
      });
    }
  };
}
function assetOf(raw) {
  const sha256 = /^sha256:(?<digest>[0-9a-f]{64})$/.exec(raw.digest ?? "")?.groups?.digest;
  return { id: raw.id, name: raw.name, complete: raw.state === "uploaded", sha256 };
}
async function attached(calls, named2, release, { name, content }) {
  const operation = `Putting ${name} on the release ${release.tag}`;
  const url = `${release.uploadUrl.replace(/\{.*$/, "")}?name=${encodeURIComponent(name)}`;
  const headers = { "content-type": mediaType(name) };
  const answer = await calls.attempt(
    operation,
    [422],
    (octokit) => octokit.request({ method: "POST", url, headers, data: Buffer.from(content) })
  );
  if (!isRequestError(answer)) return assetOf(answer.data);
  if (!detailsOf(answer).some(({ code: code2, field }) => code2 === "already_exists" && field === "name"))
    throw forgeFailure(operation, answer, 1);
  const { data } = await calls.call(
    operation,
    ({ rest }) => rest.repos.getRelease({ ...named2, release_id: release.id })
  );
  const theirs = data.assets.map(assetOf).find((asset) => asset.name === name);
  const ours = sha256Hex(content);
  if (theirs?.complete && theirs.sha256 === ours) return theirs;
  if (theirs?.complete)
    stop("release-conflict", {
      asset: name,
      tag: release.tag,
      ours,
      theirs: theirs.sha256 ?? "an unknown digest"
    });
  return stop(
    "forge-trouble",
    { operation, attempts: 1, last: "an upload of that name did not come to its end" },
    { cause: answer }
  );
}
function mediaType(name) {
  return MEDIA_TYPES.find(([suffix]) => name.endsWith(suffix))?.[1] ?? "application/octet-stream";
}

// src/adapters/github/releases.ts
var PAGE2 = 100;
var LIST_LAG = [1e3, 2e3, 4e3, 8e3];
function createReleases(calls, named2, clock) {
  const made = /* @__PURE__ */ new Map();
  const find = async (tag) => {
    const operation = `Looking for releases of ${tag}`;
    const published2 = await calls.find(
      operation,
      ({ rest }) => rest.repos.getReleaseByTag({ ...named2, tag })
    );
    const listed3 = await calls.call(operation, (octokit) => listedReleases(octokit, named2, tag));
    const ids = [...made].filter(([, each]) => each === tag).map(([id]) => id);
    const remembered = await Promise.all(
      ids.map(
        (release_id) => calls.find(operation, ({ rest }) => rest.repos.getRelease({ ...named2, release_id }))
      )
    );
    const found = [...listed3, ...[published2, ...remembered].flatMap((answer) => answer?.data ?? [])];
    return [...new Map(found.map((release) => [release.id, releaseOf(release)])).values()];
  };
  const saved = async (fields, id) => {
    const operation = id === void 0 ? `Making the release ${fields.tag}` : `Changing the release ${fields.tag}`;
    const body = requestOf(fields);
    const answer = await calls.attempt(operation, [404], async ({ rest }) => {
      if (id === void 0) return (await rest.repos.createRelease({ ...named2, ...body })).data;
      return (await rest.repos.updateRelease({ ...named2, ...body, release_id: id })).data;
    });
    if (isRequestError(answer)) return refuseHidden(operation, answer);
    made.set(answer.id, fields.tag);
    return releaseOf(answer);
  };
  return {
    find,
    async save(fields, id) {
      try {
        return await saved(fields, id);
      } catch (failure) {
        const draft = id === void 0 ? await madeAllTheSame(failure, fields, { find, clock }) : void 0;
        if (draft === void 0) throw failure;
        return draft;
      }
    },
    async annotate({ id, tag }, notes) {
      await calls.call(
        `Changing the notes of ${tag}`,
        ({ rest }) => rest.repos.updateRelease({ ...named2, release_id: id, body: notes })
      );
    },
    async discard({ id, tag }) {
      await calls.find(
        `Discarding a draft of ${tag}`,
        ({ rest }) => rest.repos.deleteRelease({ ...named2, release_id: id })
      );
      made.delete(id);
    },
    async generatedNotes(tag, commit, previous) {
      const { data } = await calls.call(
        `Having notes written for ${tag}`,
        ({ rest }) => rest.repos.generateReleaseNotes({
          ...named2,
          tag_name: tag,
          target_commitish: commit,
          ...previous === void 0 ? {} : { previous_tag_name: previous }
        })
      );
      return data.body;
    }
  };
}
async function madeAllTheSame(failure, { tag, notes }, { find, clock }) {
  const isTrouble = failure instanceof Stopped && failure.faults.every(({ blame }) => blame === "world");
  for (const pause of isTrouble ? LIST_LAG : []) {
    await clock.sleep(pause);
    const draft = (await find(tag)).find((each) => each.draft && each.notes === notes);
    if (draft !== void 0) return draft;
  }
  return void 0;
}
async function listedReleases(octokit, named2, tag) {
  return octokit.paginate(
    octokit.rest.repos.listReleases,
    { ...named2, per_page: PAGE2 },
    ({ data }) => data.filter((release) => release.tag_name === tag)
  );
}
function requestOf({
  tag,
  commit,
  name,
  notes,
  draft,
  prerelease,
  latest,
  discussionCategory
}) {
  const latestAs = latest ? "true" : "false";
  return {
    tag_name: tag,
    target_commitish: commit,
    name,
    body: notes,
    draft,
    prerelease,
    // Both are decided when the release is published; a draft or a prerelease can never be the latest.
    ...draft || prerelease || latest === void 0 ? {} : { make_latest: latestAs },
    ...draft || discussionCategory === void 0 ? {} : { discussion_category_name: discussionCategory }
  };
}
function refuseHidden(operation, error) {
  const causes = [
    "the token lacks `contents: write`",
    "the commit changes workflow files against the default branch, which the job’s own token may not release",
    "the discussion-category does not exist"
  ];
  const remedy = `One of these is so: ${causes.join("; ")}. For the second, merge the commit into the default branch first, or give the token of an app that has the workflows permission.`;
  return stop(
    "forge-refused",
    { operation, status: error.status, message: "Not Found", remedy },
    { cause: error }
  );
}
function releaseOf(raw) {
  return {
    id: raw.id,
    tag: raw.tag_name,
    draft: raw.draft,
    prerelease: raw.prerelease,
    immutable: raw.immutable === true,
    name: raw.name ?? "",
    notes: raw.body ?? "",
    url: raw.html_url,
    uploadUrl: raw.upload_url,
    assets: raw.assets.map(assetOf)
  };
}

// src/adapters/github/ref-pattern.ts
function refFits(ref, pattern) {
  const source = pattern.replace(/\*\*\/|\*+|\[[^\]]+\]|\\?[\s\S]/g, partSource);
  try {
    return new RegExp(`^${source}$`).test(ref);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
function partSource(part) {
  if (part === "**/") return "(?:[^/]+/)*";
  if (part.startsWith("*")) return "[^/]*";
  if (part === "?") return "[^/]";
  if (/^\[./.test(part)) return part.replace(/^\[[!^]/, "[^").replaceAll("\\", "\\\\");
  return part.slice(-1).replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
}

// src/adapters/github/rules.ts
var PAGE3 = 100;
var UNKNOWN = [403, 404, 409, 422];
var AGAINST_TAGS = {
  creation: "only those who may bypass it make such tags"
};
var AGAINST_PUSHES = {
  pull_request: "changes must be made through a pull request",
  merge_queue: "changes must be made through the merge queue",
  required_status_checks: "status checks must pass before a commit is pushed",
  required_deployments: "a commit must be deployed before it is pushed",
  update: "only those who may bypass it push to such branches"
};
function createRules(calls, named2) {
  const known = async (operation, work) => {
    const answer = await calls.attempt(operation, UNKNOWN, work);
    return isRequestError(answer) ? void 0 : answer;
  };
  const binding = async (ids) => {
    const answers = ids.map(
      (ruleset_id) => known("Reading a ruleset", ({ rest }) => rest.repos.getRepoRuleset({ ...named2, ruleset_id }))
    );
    return (await Promise.all(answers)).flatMap((answer) => answer?.data ?? []).filter(binds);
  };
  return {
    async tag(name) {
      const listed3 = await known(
        "Reading the rulesets for tags",
        ({ rest }) => rest.repos.getRepoRulesets({ ...named2, targets: "tag", per_page: PAGE3 })
      );
      const active = (listed3?.data ?? []).filter(({ enforcement }) => enforcement === "active");
      const sets = await binding(active.map(({ id }) => id));
      return sets.filter((set) => covers(set, `refs/tags/${name}`)).flatMap((set) => (set.rules ?? []).flatMap(({ type }) => sentence2(set, AGAINST_TAGS[type])));
    },
    async branch(name) {
      const listed3 = await known(
        `Reading the rules for ${name}`,
        ({ rest }) => rest.repos.getBranchRules({ ...named2, branch: name, per_page: PAGE3 })
      );
      const against = (listed3?.data ?? []).filter(({ type }) => AGAINST_PUSHES[type] !== void 0);
      const sets = await binding([...new Set(against.flatMap(({ ruleset_id }) => ruleset_id ?? []))]);
      return sets.flatMap(
        (set) => against.filter(({ ruleset_id }) => ruleset_id === set.id).flatMap(({ type }) => sentence2(set, AGAINST_PUSHES[type]))
      );
    }
  };
}
function binds({ current_user_can_bypass: bypass }) {
  return bypass === "never" || bypass === "pull_requests_only";
}
function covers({ conditions }, ref) {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  const fits = (pattern) => pattern === "~ALL" || refFits(ref, pattern);
  return include.some(fits) && !exclude.some(fits);
}
function sentence2({ name }, says2) {
  return says2 === void 0 ? [] : [`the ruleset "${name}" (${says2})`];
}

// src/adapters/github/forge.ts
function createForge({ repository, ...connection }) {
  const [owner = "", repo = ""] = repository.split("/");
  const calls = createForgeCalls(connection);
  const named2 = { owner, repo };
  const refs = createRefs(calls, named2);
  return {
    repository: createRepositoryReader(calls, named2),
    refs,
    commits: createCommits(calls, named2, refs),
    releases: createReleases(calls, named2, connection.clock),
    assets: createReleaseAssets(calls, named2),
    rules: createRules(calls, named2),
    community: createCommunity(calls, named2)
  };
}
function createRepositoryReader(calls, named2) {
  return {
    async read() {
      const { data } = await calls.call(
        `Reading the repository ${named2.owner}/${named2.repo}`,
        (octokit) => octokit.rest.repos.get({ ...named2 })
      );
      return {
        fullName: data.full_name,
        defaultBranch: data.default_branch,
        archived: data.archived,
        disabled: data.disabled,
        description: data.description ?? "",
        stars: data.stargazers_count,
        forks: data.forks_count
      };
    }
  };
}

// src/adapters/github/identity.ts
var PAUSES6 = [1e3, 4e3];
var LIMIT2 = 6e4;
function createIdentity({ clock, limit = LIMIT2 }) {
  return {
    async token(audience) {
      for (let tries = 0; ; tries += 1) {
        const got = await identityToken(audience, limit);
        if (typeof got === "string") return got;
        const pause = PAUSES6[tries];
        const problem = problemOf(got);
        if (pause === void 0 || !isPassing3(got))
          stop("identity-refused", { audience, problem }, { cause: got });
        await clock.sleep(pause);
      }
    }
  };
}
async function identityToken(audience, limit) {
  try {
    return await within(limit, getIDToken(audience));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
function isPassing3({ message }) {
  if (/no answer within|json body do not have ID Token/.test(message)) return true;
  const status = /Error Code : (?<status>\w+)/.exec(message)?.groups?.status;
  return status === "undefined" || status === "429" || (status?.startsWith("5") ?? false);
}
function problemOf({ message }) {
  return message.replace(/^Error message: /, "").replace(/\s+/g, " ").trim().slice(0, 500);
}

// src/adapters/index/credential.ts
function createCredential(plan, { token, exchange }) {
  const { credential, name } = plan;
  return async (renewed) => {
    if (credential.kind === "trusted-publishing") return exchange(renewed);
    if (credential.kind === "none")
      return stop("credential-missing", { index: name, reason: credential.reason });
    if (credential.kind === "not-needed") throw new Error(`nothing is uploaded to ${name} in this run`);
    return token?.trim() || stop("token-empty", { input: `${name}-token` });
  };
}

// src/adapters/index/reading.ts
function releaseDocument({ plan }, { name, version }, { operation, sound }) {
  return {
    index: plan.name,
    operation,
    url: `${plan.web}/pypi/${normalizedName(name)}/${encodeURIComponent(version)}/json`,
    options: { headers: { accept: "application/json", "cache-control": "no-cache" }, sound }
  };
}
async function indexAnswer(http, { index, operation, url, options }) {
  try {
    return await http.request(url, options);
  } catch (error) {
    if (!(error instanceof HttpTrouble)) throw error;
    return stop(
      "index-trouble",
      { index, operation, attempts: error.attempts, last: error.last },
      { cause: error }
    );
  }
}
async function indexPage(http, request) {
  const headers = { "cache-control": "no-cache", ...request.options?.headers };
  const answer = await indexAnswer(http, { ...request, options: { ...request.options, headers } });
  if (answer.status === 404) return void 0;
  if (answer.status === 401 || answer.status === 403) forbidden(request, answer);
  return answer.status === 200 ? answer : unexpected(request, answer);
}
function forbidden({ index, operation, url: address2 }, { status }) {
  return stop("index-forbidden", { index, operation, address: address2, status });
}
function unexpected({ index, operation, url }, answer, problem = "") {
  const last = `${url} answered ${answer.status}${problem === "" ? "" : `, ${problem}`}`;
  return stop("index-trouble", { index, operation, attempts: answer.attempts, last });
}
function isJson({ headers }) {
  return /[/+]json\b/i.test(headers.get("content-type") ?? "");
}
function member(value, key) {
  return typeof value === "object" && value !== null ? value[key] : void 0;
}
function jsonOrNothing(answer) {
  try {
    return answer.json();
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}

// src/adapters/index/integrity.ts
var ACCEPT = "application/vnd.pypi.integrity.v1+json, application/json;q=0.5";
async function servedProvenance({ plan, http }, { name, version, filename }) {
  const places2 = [normalizedName(name), version, filename].map(encodeURIComponent);
  const request = {
    index: plan.name,
    operation: `Reading the attestations of ${filename}`,
    url: `${plan.web}/integrity/${places2.join("/")}/provenance`,
    options: { headers: { accept: ACCEPT, "cache-control": "no-cache" } }
  };
  const answer = await indexAnswer(http, request);
  if (answer.status >= 500 || answer.status === 429) unexpected(request, answer);
  if (answer.status !== 200) return void 0;
  const bundles = member(jsonOrNothing(answer), "attestation_bundles");
  if (!Array.isArray(bundles)) unexpected(request, answer, "which is no provenance object");
  return bundles.map(bundleOf);
}
function bundleOf(bundle) {
  const publisher = member(bundle, "publisher");
  const text = (key) => {
    const value = member(publisher, key);
    return typeof value === "string" ? value : void 0;
  };
  const attestations = member(bundle, "attestations");
  return {
    publisher: {
      kind: text("kind") ?? "",
      repository: text("repository"),
      workflow: text("workflow")
    },
    attestations: (Array.isArray(attestations) ? attestations : []).flatMap(read)
  };
}
function read(value) {
  const attestation = parsedAttestation(value);
  return attestation === void 0 ? [] : [attestation];
}

// src/adapters/index/limits.ts
var ROWS = [
  {
    follows: (from) => from.has("unrecorded") && !from.has("recorded") && !from.has("journal"),
    lacks: "JSON API",
    instead: "the files of a release are looked up on the page of its project"
  },
  {
    follows: (from) => from.has("undigested"),
    lacks: "sha256 on its pages",
    instead: "files are downloaded and hashed"
  },
  {
    follows: (from) => from.has("closed"),
    lacks: "reading without a credential",
    instead: "it is read with the token, and what it serves is installed from the same bytes here"
  }
];
function limitsSeen(sightings) {
  return ROWS.filter(({ follows }) => follows(sightings)).map(({ lacks, instead }) => ({ lacks, instead }));
}

// src/adapters/index/simple-html.ts
var COMMENT = /<!--[\s\S]*?-->/g;
var ANCHOR = /<a(?<attributes>(?:\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*>(?<text>[\s\S]*?)<\/a\s*>/gi;
var HREF = /(?:^|\s)href\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'<>]+))/i;
var BASE = /<base\s[^>]*?href\s*=\s*["']?(?<href>[^"'\s>]+)/i;
var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function simpleAnchors(html2, address2) {
  const page2 = html2.replace(COMMENT, "");
  const base = new URL(unescaped(BASE.exec(page2)?.groups?.href ?? ""), address2);
  return [...page2.matchAll(ANCHOR)].flatMap(({ groups }) => {
    const { double, single, bare } = HREF.exec(groups?.attributes ?? "")?.groups ?? {};
    const href = double ?? single ?? bare;
    const filename = unescaped(groups?.text ?? "").trim();
    return href === void 0 || filename === "" ? [] : [anchor(filename, new URL(unescaped(href), base))];
  });
}
function anchor(filename, url) {
  const sha256 = /[#&]sha256=(?<digest>[0-9a-f]{64})(?:&|$)/i.exec(url.hash)?.groups?.digest?.toLowerCase();
  url.hash = "";
  return { filename, url: url.href, sha256 };
}
function unescaped(text) {
  return text.replace(
    /&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+)|(?<name>[a-z]+));/gi,
    (whole2, hex, decimal, name) => {
      if (hex !== void 0) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== void 0) return String.fromCodePoint(Number(decimal));
      return ENTITIES[String(name).toLowerCase()] ?? whole2;
    }
  );
}

// src/adapters/index/listings.ts
function simpleListing(page2) {
  if (!isJson(page2)) {
    const files2 = simpleAnchors(page2.text(), page2.url);
    return { files: files2, versions: versionsOf(files2), hasJournal: /<!--SERIAL \d+-->/.test(page2.text()) };
  }
  const listing = jsonOrNothing(page2);
  const entries = member(listing, "files");
  if (!Array.isArray(entries)) return void 0;
  const files = entries.flatMap((entry2) => listed2(entry2, page2.url, "hashes"));
  const versions = member(listing, "versions");
  const hasJournal = member(member(listing, "meta"), "_last-serial") !== void 0;
  return {
    files,
    versions: Array.isArray(versions) ? versions.filter(isText) : versionsOf(files),
    hasJournal
  };
}
function releaseListing(page2) {
  const entries = member(jsonOrNothing(page2), "urls");
  return Array.isArray(entries) ? entries.flatMap((entry2) => listed2(entry2, page2.url, "digests")) : void 0;
}
function listed2(entry2, base, digests) {
  const [filename, url, sha256] = [
    member(entry2, "filename"),
    member(entry2, "url"),
    member(member(entry2, digests), "sha256")
  ];
  if (!isText(filename) || !isText(url)) return [];
  const uploaded = member(entry2, "upload-time") ?? member(entry2, "upload_time_iso_8601");
  const size = member(entry2, "size");
  const yanked = member(entry2, "yanked");
  return [
    {
      filename,
      url: new URL(url, base).href,
      sha256: isText(sha256) ? sha256.toLowerCase() : void 0,
      ...isText(uploaded) ? { uploaded } : {},
      ...typeof size === "number" ? { size } : {},
      // PEP 592: true, or the reason, which may be empty.
      ...yanked === true || isText(yanked) ? { yanked: true } : {}
    }
  ];
}
function versionsOf(files) {
  return [...new Set(files.flatMap(({ filename }) => parsedFileName(filename)?.version ?? []))];
}
function isText(value) {
  return typeof value === "string";
}

// src/adapters/index/reading-http.ts
function createReadingHttp({ plan, http, credential }) {
  const homes = [plan.simple, plan.web, plan.upload].map((address2) => new URL(address2));
  const isHome = (url) => homes.some(({ origin }) => origin === new URL(url).origin);
  const isHost = (url) => homes.some(({ hostname }) => hostname === new URL(url).hostname);
  const mayHide = indexOfDomain(plan.domain) === void 0;
  const hides = ({ status }, url) => mayHide && (status === 403 || status === 404) && url.startsWith(plan.simple);
  let closed2 = false;
  const withToken = async (url, options) => {
    const basic = basicCredential(userOf(plan.credential), await credential());
    return http.request(url, {
      ...options,
      headers: { ...options?.headers, authorization: `Basic ${basic}` }
    });
  };
  const answered = async (url, options) => {
    const may = plan.credential.kind === "token" && isHome(url);
    if (closed2 && may) return withToken(url, options);
    const answer = await http.request(url, options);
    if (!may || !(answer.status === 401 || hides(answer, url))) return answer;
    const known = await withToken(url, options);
    closed2 ||= answer.status === 401 || known.status !== answer.status;
    return known;
  };
  return {
    isClosed: () => closed2,
    async request(url, options) {
      const answer = await answered(url, options);
      return isPage(url) && isHost(url) && !isHost(answer.url) ? notHere(answer, url) : answer;
    }
  };
}
function isPage(url) {
  return /\/(?:json)?$/.test(new URL(url).pathname);
}
function notHere(answer, url) {
  return { ...answer, status: 404, url };
}

// src/adapters/index/answer-text.ts
var EXPLANATIONS = [
  "The server could not comply with the request since it is either malformed or otherwise incorrect.",
  "Access was denied to this resource.",
  "There was a conflict when trying to complete your request.",
  "This resource is no longer available. No forwarding address is given.",
  "The action could not be performed because there were too many requests by the client."
];
var WORDS2 = ["message", "detail", "error", "errors", "description", "code", "title"];
function answerText({ status, reason }) {
  const line = oneLine2(plain(reason)).replace(new RegExp(`^(?:Error: )?${status}\\b\\s*`), "");
  for (const explanation of EXPLANATIONS) {
    const [before, after] = around(line, explanation);
    if (after !== void 0) return after === "" ? before : after;
  }
  return line;
}
function around(text, middle) {
  const at = text.indexOf(middle);
  if (at < 0) return [text, void 0];
  return [text.slice(0, at).trim(), text.slice(at + middle.length).trim()];
}
function plain(text) {
  if (/<html|<!doctype/i.test(text)) return pageText(text);
  const json = text.trimStart().startsWith("{") ? jsonWords(text) : void 0;
  return json ?? unescaped(text);
}
function pageText(page2) {
  return unescaped(page2.replace(/<(title|style|script)\b[\s\S]*?<\/\1>|<\/?[a-z!][^>]*>/gi, " "));
}
function jsonWords(text) {
  try {
    return wordsOf(JSON.parse(text));
  } catch {
    return void 0;
  }
}
function wordsOf(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return wordsOf(value[0]);
  if (typeof value !== "object" || value === null) return void 0;
  const members = value;
  const found = WORDS2.map((name) => wordsOf(members[name])).filter((words) => words !== void 0);
  return found.find((words) => !EXPLANATIONS.includes(oneLine2(words))) ?? found[0];
}
function oneLine2(text) {
  return text.replace(/\s+/g, " ").trim();
}

// src/adapters/index/metadata-field.ts
var NAME2 = "[a-z]+(?:[-_][a-z]+)*";
var NAMED2 = [
  new RegExp(`(?:is invalid|variants) for '(?<field>${NAME2})'`),
  new RegExp(`^'(?<field>${NAME2})' (?:is a required field|has invalid data|must be|field must be|can only)`),
  new RegExp(`^(?<field>${NAME2}) introduced in metadata version`)
];
var IMPLIED = [
  [/dynamic field/, "Dynamic"],
  [/is not a valid email address/, "Author-Email"],
  [/^Must have a (?:label|URL)|must be \d+ characters or less|is not a valid url/i, "Project-URL"],
  [/^License is deprecated/, "License"],
  [/use of local versions/i, "Version"]
];
function metadataField(reason) {
  for (const pattern of NAMED2) {
    const field = pattern.exec(reason)?.groups?.field;
    if (field !== void 0) return written(field);
  }
  return IMPLIED.find(([says2]) => says2.test(reason))?.[1] ?? "";
}
function written(field) {
  const words = field.replaceAll("_", "-").replace(/^project-urls$/, "project-url");
  return words.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase()).replace(/-Url$/, "-URL");
}

// src/adapters/index/refusal-table.ts
function sentences(status, rows) {
  return rows.map(([code2, says2]) => ({ code: code2, statuses: [status], says: says2 }));
}
var RIGHTS = sentences(403, [
  ["registration-closed", /new project registration temporarily disabled/i],
  ["index-maintenance", /read-only mode|temporarily disabled/i],
  ["address-insecure", /ssl is required/i],
  ["token-unknown", /invalid or non-existent authentication/i],
  ["password-refused", /username\/password authentication/i],
  ["token-expired", /invalid api token:.*token is expired/i],
  // An answer to a minted token may tell of its projects in both ways.
  ["publisher-scope", /oidc scoped token is not valid/i],
  ["token-scope", /project-scoped token is not valid/i],
  ["token-altered", /signatures do not match/i],
  ["project-archived", /given token isn't allowed to upload/i],
  ["project-foreign", /isn't allowed to upload to project/i],
  ["email-unverified", /verified primary email/i],
  ["two-factor-missing", /two-factor authentication/i],
  ["account-incomplete", /associated with the api token used/i],
  // Artifactory answers a duplicate so.
  ["file-exists", /overwrite (?:all )?artifact/i]
]);
var PROJECT = sentences(400, [
  ["project-unregistered", /non-user identities cannot create/i],
  ["project-name-invalid", /is an invalid value for name|\bthe name '.*' is invalid/i],
  ["project-similar", /too similar to an existing project/i],
  ["project-name-refused", /\bthe name '.*' isn't allowed/i],
  ["organization-inactive", /organization account .* inactive/i]
]);
var FILE = sentences(400, [
  ["digest-differs", /digest supplied does not match/i],
  ["filename-burnt", /previously used by a file that has since been deleted/i],
  // PyPI, Artifact Registry; Nexus; GitLab.
  ["file-exists", /already exist|updating asset|cannot be updated|already been taken/i],
  ["release-too-old", /releases older than \d+ days/i],
  ["second-sdist", /only one sdist/i],
  ["file-too-large", /file too large/i],
  ["project-too-large", /project size too large/i],
  ["file-kind-refused", /invalid file extension/i],
  ["filename-too-long", /filename is too long/i],
  ["filename-foreign", /start filename for/i],
  ["platform-tag", /unsupported platform tag/i],
  [
    "filename-refused",
    /is invalid, should be|should contain the normalized project name|invalid (?:source distribution|wheel) filename|version in filename should be|invalid (?:build number|project name):|cannot upload a file with|parse name and version from wheel filename/i
  ]
]);
var ARCHIVE = sentences(400, [
  ["license-file-missing", /license-file .* does not exist/i],
  ["record-missing", /required record file/i],
  ["archive-incomplete", /required metadata file|(?:pkg-info|wheel) not found at/i],
  ["entry-points-invalid", /invalid entry points/i],
  ["archive-layout", /number of top-level directories/i],
  ["archive-bloated", /compression ratio/i],
  ["content-forbidden", /content is not allowed/i],
  // Nothing after the sentence: the form announced the file as an image.
  ["form-refused", /^invalid distribution file\.?$/i],
  ["archive-refused", /invalid distribution file|archive not accepted/i]
]);
var ATTESTATIONS = sentences(400, [
  ["attestations-untrusted", /invalid attestations supplied.*(?:only|not currently) supported w/i],
  ["attestations-unverified", /invalid attestations supplied.*unknown error while/i],
  [
    "attestations-malformed",
    /invalid attestations supplied.*(?:malformed|maximum of|multiple attestations|predicate type|attestation type|subjects? in statement|json envelope)/i
  ],
  ["attestations-mismatch", /invalid attestations supplied.*(?:subject does not match|invalid signature)/i],
  ["attestations-publisher", /invalid attestations supplied.*(?:certificate's|build config uri)/i],
  ["attestations-refused", /invalid attestations supplied/i]
]);
var METADATA = sentences(400, [
  ["readme-unrenderable", /description failed to render/i],
  ["version-local", /use of local versions/i],
  ["classifier-refused", /not a valid classifier|classifier .* has been deprecated/i],
  ["dependency-direct", /can't have direct dependency/i],
  ["metadata-version-refused", /not a valid metadata version|introduced in metadata version/i],
  ["metadata-refused", /specifications\/core-metadata|is invalid for '|has invalid data/i],
  [
    "form-refused",
    /invalid form data|unknown protocol version|invalid value for|include at least one message digest|payload does not have a file|should not be a tuple|may not contain duplicate keys/i
  ]
]);
var ROWS2 = [
  ...RIGHTS,
  { code: "upload-forbidden", statuses: [401, 403] },
  { code: "project-creation-limited", statuses: [429], says: /too many new projects/i },
  { code: "project-taken", statuses: [409], says: /conflicts with an existing project/i },
  { code: "file-exists", statuses: [409] },
  { code: "file-too-large", statuses: [413] },
  // Artifactory, where the one that is there is hidden from who asks.
  { code: "file-exists", statuses: [404], says: /could not locate artifact/i },
  { code: "index-address", statuses: [301, 302, 307, 308, 404, 405, 410] },
  { code: "index-trouble", statuses: [408, 425, 429, 499] },
  ...ATTESTATIONS,
  ...PROJECT,
  ...FILE,
  ...ARCHIVE,
  ...METADATA
];
function refusalCode({ status, reason }) {
  const row = ROWS2.find(
    ({ statuses, says: says2 }) => (statuses?.includes(status) ?? true) && (says2?.test(reason) ?? true)
  );
  return row?.code ?? (status >= 500 ? "index-trouble" : "upload-refused");
}

// src/adapters/index/refusals.ts
var BROKEN = "an archive that is damaged is answered so too";
function refusalFault(answer, context) {
  const { index, filename, address: address2, input, attempts = 1 } = context;
  const { status } = answer;
  const reason = answerText(answer);
  const code2 = refusalCode({ status, reason });
  switch (code2) {
    case "index-address":
      return fault(code2, { input, address: address2, status });
    case "address-insecure":
      return fault(code2, { input, value: address2 });
    case "version-local":
      return fault(code2, {
        version: /local versions in '(?<version>[^']*)'/i.exec(reason)?.groups?.version ?? ""
      });
    case "metadata-refused":
      return fault(code2, { index, filename, status, reason, field: metadataField(reason) });
    case "index-trouble": {
      const last = [status, reason, ...status === 500 ? [`(${BROKEN})`] : []].join(" ");
      return fault(code2, { index, operation: `The upload of ${filename}`, attempts, last });
    }
    default:
      return fault(code2, { index, filename, status, reason });
  }
}

// src/adapters/index/release-pages.ts
function releasePages(reader) {
  const { plan, http } = reader;
  return {
    async page(name, version) {
      const url = versionPage(plan, normalizedName(name), version);
      const answer = await indexAnswer(http, {
        index: plan.name,
        operation: `Looking at the page of ${name} ${version}`,
        url,
        options: { headers: { accept: "text/html", "cache-control": "no-cache" } }
      });
      return { url, status: answer.status, text: answer.text() };
    },
    async described(name, version) {
      const operation = `Reading the description of ${name} ${version}`;
      const request = releaseDocument(reader, { name, version }, { operation, sound: isTold });
      const answer = await indexPage(http, request);
      return answer && describedIn(answer);
    }
  };
}
function isTold(answer) {
  return answer.status !== 200 || !isJson(answer) || describedIn(answer) !== void 0;
}
function describedIn(answer) {
  const info = member(jsonOrNothing(answer), "info");
  if (typeof info !== "object" || info === null) return void 0;
  const text = (key) => {
    const value = member(info, key);
    return typeof value === "string" && value !== "" ? value : void 0;
  };
  const urls = Object.entries(member(info, "project_urls") ?? {});
  return {
    description: text("description") ?? "",
    contentType: text("description_content_type"),
    urls: urls.flatMap(([label, url]) => typeof url === "string" ? [[label, url]] : [])
  };
}

// src/adapters/index/package-index.ts
var ACCEPT2 = [
  "application/vnd.pypi.simple.v1+json",
  "application/vnd.pypi.simple.v1+html;q=0.2",
  "text/html;q=0.1"
].join(", ");
var DOWNLOAD_LIMIT = 3e5;
var LIMITED = LONGEST_ADVICE;
function createPackageIndex(options) {
  const { plan, uploader, credential } = options;
  const sightings = /* @__PURE__ */ new Set();
  const reader = { plan, http: createReadingHttp(options), sightings };
  const download = (url) => servedFile(reader, url);
  const digest = async (url) => sha256Hex(await download(url));
  const release = async (name, version) => {
    const files = await databaseFiles(reader, name, version) ?? await simpleFiles(reader, name, version);
    return Promise.all(
      files.map(async (file) => ({ ...file, sha256: file.sha256 ?? await digest(file.url) }))
    );
  };
  return {
    ...releasePages(reader),
    release,
    digest,
    download,
    async project(name) {
      const listing = await simpleProject(reader, name);
      const files = listing?.files.map((file) => ({ ...file, sha256: file.sha256 ?? "" }));
      if (listing === void 0 || files === void 0) return void 0;
      const { versions, hasJournal } = listing;
      return { name: normalizedName(name), versions, files, ...hasJournal ? { hasJournal } : {} };
    },
    provenance: (name, version, filename) => servedProvenance(reader, { name, version, filename }),
    isClosed: () => reader.http.isClosed(),
    limits: () => limitsSeen(reader.http.isClosed() ? sightings.add("closed") : sightings),
    async authorise() {
      await credential();
    },
    async upload(request) {
      const send = async (renewed) => {
        const token = await credential(renewed);
        const to = {
          url: plan.upload,
          user: userOf(plan.credential),
          token,
          attestations: request.attestations ?? []
        };
        return uploader.upload(request.file, to);
      };
      const answer = await send(false);
      await settle(plan, request, isSpent(plan, answer) ? await send(true) : answer, release);
    }
  };
}
async function simpleProject({ plan, http, sightings }, name) {
  const url = `${plan.simple.replace(/\/*$/, "/")}${normalizedName(name)}/`;
  const request = {
    index: plan.name,
    operation: `Reading the files of ${name}`,
    url,
    options: { headers: { accept: ACCEPT2 }, sound: isListing }
  };
  const page2 = await indexPage(http, request);
  const listing = page2 && (simpleListing(page2) ?? unexpected(request, page2, "which is no page of the simple API"));
  if (listing?.hasJournal) sightings.add("journal");
  if (listing?.files.some(({ sha256 }) => sha256 === void 0)) sightings.add("undigested");
  return listing;
}
function isListing(page2) {
  if (page2.status !== 200) return true;
  const listing = simpleListing(page2);
  if (listing === void 0) return false;
  const isHtml = /\bhtml\b/i.test(page2.headers.get("content-type") ?? "");
  return !isHtml || listing.files.length > 0 || /pypi:repository-version|links for/i.test(page2.text());
}
async function simpleFiles(reader, name, version) {
  const listing = await simpleProject(reader, name);
  const files = (listing?.files ?? []).filter(({ filename }) => isOfVersion(filename, version));
  if (files.length > 0) reader.sightings.add("unrecorded");
  return files;
}
async function databaseFiles(reader, name, version) {
  const request = releaseDocument(
    reader,
    { name, version },
    {
      operation: `Reading the release ${name} ${version}`,
      sound: (page2) => page2.status !== 200 || releaseListing(page2) !== void 0
    }
  );
  const answer = await indexAnswer(reader.http, request);
  if (answer.status >= 500 || answer.status === 429) unexpected(request, answer);
  const listing = answer.status === 200 ? releaseListing(answer) : void 0;
  if (listing !== void 0) reader.sightings.add("recorded");
  return listing;
}
async function servedFile({ plan, http }, url) {
  const request = {
    index: plan.name,
    operation: "Downloading a file",
    url,
    options: { timeout: DOWNLOAD_LIMIT }
  };
  const file = await indexPage(http, request);
  if (file !== void 0) return file.body;
  return stop("index-trouble", {
    index: plan.name,
    operation: request.operation,
    attempts: 1,
    last: `${url} answered 404`
  });
}
function isSpent({ credential }, answer) {
  if (credential.kind !== "trusted-publishing" || answer.kind !== "refused" || answer.status !== 403)
    return false;
  return /token is expired|invalid or non-existent authentication/i.test(answer.reason);
}
async function settle(plan, { filename, sha256, attempt: attempts = 1 }, answer, release) {
  if (answer.kind === "stored") return;
  const [index, operation] = [plan.name, `The upload of ${filename}`];
  if (answer.kind === "unanswered")
    stop("index-trouble", { index, operation, attempts, last: answer.reason });
  if (answer.kind === "unsent") {
    const { exitCode: exitCode2, reason } = answer;
    stop("tool-failed", {
      tool: "The upload tool",
      what: operation,
      exitCode: exitCode2,
      tail: reason,
      remedy: "Mend what the tool says and run again; nothing was sent."
    });
  }
  const asked2 = { index, filename, address: plan.upload, input: `${plan.name}-url`, attempts };
  const fault2 = refusalFault(answer, asked2);
  if (fault2.code !== "file-exists" && fault2.code !== "upload-refused")
    throw new Stopped([fault2], answer.status === 429 ? { patience: LIMITED } : {});
  const parsed = parsedFileName(filename);
  const files = parsed === void 0 ? [] : await release(parsed.name, parsed.version);
  const theirs = files.find((file) => file.filename === filename)?.sha256;
  if (theirs === sha256) return;
  if (theirs === void 0) throw new Stopped([fault2]);
  stop("upload-conflict", { index, filename, ours: sha256, theirs });
}

// src/adapters/index/statistics.ts
var TIME_LIMIT2 = 1e4;
function createStatistics({ http, root }) {
  return {
    async downloads(name) {
      if (root === void 0) return { problem: "nobody is known to count the downloads of this index" };
      try {
        const url = `${root}/${name}/recent`;
        return figuresIn(await http.request(url, { expect: "json", timeout: TIME_LIMIT2, retries: 1 }));
      } catch (error) {
        if (error instanceof HttpTrouble) return { problem: `${new URL(root).host}: ${error.last}` };
        throw error;
      }
    }
  };
}
function figuresIn(answer) {
  const { host } = new URL(answer.url);
  if (answer.status === 404)
    return { problem: `${host} has no figures yet: it counts whole days, a day or two late` };
  const recent = member(jsonOrNothing(answer), "data");
  const [day, week, month] = ["last_day", "last_week", "last_month"].map((key) => member(recent, key));
  if (answer.status !== 200 || !isCount(day) || !isCount(week) || !isCount(month))
    return {
      problem: `${host} answered ${answer.status}${answer.status === 200 ? ", without figures" : ""}`
    };
  return { day, week, month };
}
function isCount(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

// src/adapters/index/publisher-claims.ts
var SHOWN = [
  "sub",
  "repository",
  "repository_owner",
  "repository_owner_id",
  "workflow_ref",
  "job_workflow_ref",
  "ref",
  "environment"
];
function presentedClaims(jwt) {
  const claims = claimsOf(jwt);
  return SHOWN.map((name) => `${name}: ${claims[name] ?? "(none)"}`).join(", ");
}
function publisherForm(jwt, from = "job_workflow_ref") {
  const { repository = "", repository_owner, environment, ...workflows } = claimsOf(jwt);
  const [owner, name = ""] = repository.split("/");
  const fields = {
    Owner: repository_owner ?? owner,
    "Repository name": name,
    "Workflow name": fileName(workflows[from] ?? workflows.workflow_ref),
    "Environment name": environment ?? "(empty)"
  };
  return Object.entries(fields).map(([field, value]) => `${field} ${value ?? "(none)"}`).join(", ");
}
function workflowFiles(jwt) {
  const { workflow_ref, job_workflow_ref } = claimsOf(jwt);
  if (workflow_ref === void 0 || job_workflow_ref === void 0) return void 0;
  return { caller: withoutRef(workflow_ref), called: withoutRef(job_workflow_ref) };
}
function renamingCause(jwt) {
  const { repository, job_workflow_ref, workflow_ref } = claimsOf(jwt);
  const workflow = fileName(job_workflow_ref ?? workflow_ref);
  return `This run is of ${repository ?? "no repository"} and stands in ${workflow ?? "no workflow file"}: a fork, a renamed repository, owner or workflow file, and other capital letters make it another publisher.`;
}
function environmentCause(jwt) {
  const { environment } = claimsOf(jwt);
  return environment === void 0 ? "The job names no environment: a publisher that was entered with one takes only a job with `environment:` set to it." : `The job names the environment ${environment}: a publisher that was entered with another one does not take it.`;
}
function fileName(reference) {
  return /(?<file>[^/]+\.ya?ml)@/.exec(reference ?? "")?.groups?.file;
}
function withoutRef(reference) {
  return reference.replace(/@.*$/s, "");
}
function claimsOf(jwt) {
  const claims = decoded(jwt);
  return Object.fromEntries(
    SHOWN.flatMap((name) => typeof claims[name] === "string" ? [[name, claims[name]]] : [])
  );
}
function decoded(jwt) {
  try {
    return decodeJwt(jwt);
  } catch {
    return {};
  }
}

// src/adapters/index/exchange-refusals.ts
var ROWS3 = [
  { code: "not-enabled", fault: "trusted-publishing-disabled" },
  { code: "invalid-token", fault: "identity-unverified" },
  { code: "invalid-reuse-token", fault: "identity-used" },
  { code: "invalid-pending-publisher", fault: "pending-publisher-lost" },
  { code: "invalid-payload", says: /malformed jwt|validation errors? for/i, fault: "identity-unverified" },
  { code: "invalid-payload", says: /unknown trusted publishing issuer/i, fault: "issuer-unknown" },
  // A pending publisher's project is made by the exchange, and may be refused as any new project.
  { code: "invalid-payload", says: /registration temporarily disabled/i, fault: "registration-closed" },
  {
    code: "invalid-payload",
    says: /^the name |conflicts with an existing/i,
    fault: "pending-publisher-refused"
  },
  { code: "invalid-publisher", says: /pull_request_target/, fault: "publisher-event" },
  { code: "invalid-publisher", says: /job_workflow_ref claim does not match/, fault: "workflow-elsewhere" },
  {
    code: "invalid-publisher",
    says: /missing claim|claims? (?:is|are) empty|extract workflow filename/i,
    fault: "identity-incomplete"
  },
  { code: "invalid-publisher", says: /issuer .* does not match/i, fault: "issuer-unknown" },
  { code: "invalid-publisher", says: /check failed for optional claim/i, fault: "publisher-environment" },
  { code: "invalid-publisher", says: /check failed for required claim/i, fault: "publisher-claim-differs" },
  { code: "invalid-publisher", fault: "publisher-unknown" }
];
var OF_WORKFLOW = ["workflow-elsewhere", "publisher-unknown"];
function exchangeFault(refusal, jwt) {
  const { index, address: address2, status, code: code2 } = refusal;
  const description2 = refusal.description.replace(/\s+/g, " ").trim();
  const row = ROWS3.find((each) => each.code === code2 && (each.says?.test(description2) ?? true));
  const kind = row?.fault ?? "exchange-refused";
  if (kind === "trusted-publishing-disabled")
    return fault(kind, { index, address: address2, status, reason: description2 });
  if (kind === "registration-closed")
    return fault(kind, { index, filename: "the exchange of the identity", status, reason: description2 });
  const said = { index, code: code2, description: description2, claims: presentedClaims(jwt) };
  const files = workflowFiles(jwt);
  if (OF_WORKFLOW.includes(kind) && files !== void 0 && files.caller !== files.called)
    return fault("workflow-reusable", {
      ...said,
      ...files,
      form: publisherForm(jwt, "workflow_ref"),
      cause: ""
    });
  const details2 = { ...said, form: publisherForm(jwt), cause: causeOf(kind, jwt) };
  if (kind !== "publisher-claim-differs") return fault(kind, details2);
  return fault(kind, {
    ...details2,
    claim: /claim '(?<claim>[^']+)'/.exec(description2)?.groups?.claim ?? "claim"
  });
}
function causeOf(kind, jwt) {
  if (kind === "publisher-unknown") return `${renamingCause(jwt)} ${environmentCause(jwt)}`;
  return kind === "publisher-environment" ? environmentCause(jwt) : "";
}

// src/adapters/index/trusted-publishing.ts
var LIFETIME = 9e5;
var RESERVE = 6e4;
var PAUSES7 = [1e3, 4e3];
function createTrustedPublishing(options) {
  let audience;
  let held2;
  let exchange;
  const begin = async () => {
    audience ??= await audienceOf(options);
    return minted(options, audience);
  };
  return async (renewed = false) => {
    if (!renewed && held2 !== void 0 && held2.expires - options.clock.now().getTime() >= RESERVE)
      return held2.token;
    exchange ??= begin().finally(() => {
      exchange = void 0;
    });
    held2 = await exchange;
    return held2.token;
  };
}
async function audienceOf({ plan, http }) {
  const request = exchangeRequest(plan, "audience", "Asking for the audience of trusted publishing");
  const told3 = (answer2) => member(jsonOrNothing(answer2), "audience");
  const sound = (answer2) => answer2.status === 200 ? typeof told3(answer2) === "string" : !isPage2(answer2);
  const answer = await indexAnswer(http, { ...request, options: { sound } });
  const audience = answer.status === 200 ? told3(answer) : void 0;
  if (typeof audience === "string") return audience;
  if (ABSENT.includes(answer.status)) return unsupported(plan, request.url, answer.status);
  if (isFailing(answer.status)) unexpected(request, answer);
  const { description: description2 } = firstError(answer);
  if (answer.status === 403 && /not enabled/i.test(description2))
    throw new Stopped([exchangeFault({ ...refusalOf2(request, answer), code: "not-enabled" }, "")]);
  if (isPage2(answer) || answer.status === 200)
    unexpected(request, answer, "which names no audience, as an index without trusted publishing may do");
  return unsupported(plan, request.url, answer.status);
}
async function minted(options, audience) {
  const { plan, http, identity, clock, mask: mask2 } = options;
  const request = exchangeRequest(plan, "mint-token", "The exchange of the identity for a token");
  for (let tries = 0; ; tries += 1) {
    const jwt = await identity.token(audience);
    const answer = await posted(http, request.url, { token: jwt });
    if (!(answer instanceof HttpTrouble)) {
      const token = answer.status === 200 ? member(jsonOrNothing(answer), "token") : void 0;
      if (typeof token === "string") {
        mask2(token);
        return { token, expires: expiryOf(answer, clock.now()) };
      }
      if (ABSENT.includes(answer.status)) unsupported(plan, request.url, answer.status);
      if (!isPassing4(answer)) throw new Stopped([exchangeFault(refusalOf2(request, answer), jwt)]);
    }
    const pause = PAUSES7[tries];
    if (pause === void 0) throw new Stopped([lastFault(request, tries + 1, answer, jwt)]);
    const advice = answer instanceof HttpTrouble ? null : answer.headers.get("retry-after");
    await clock.sleep(advice === null ? pause : delayBefore(tries + 1, advice, clock.now()));
  }
}
async function posted(http, url, body) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  try {
    return await http.request(url, { method: "POST", headers, body: JSON.stringify(body) });
  } catch (error) {
    if (error instanceof HttpTrouble) return error;
    throw error;
  }
}
function exchangeRequest(plan, endpoint, operation) {
  return { index: plan.name, operation, url: new URL(`/_/oidc/${endpoint}`, plan.upload).href };
}
function expiryOf(answer, now) {
  const expires = member(jsonOrNothing(answer), "expires");
  return typeof expires === "number" ? expires * 1e3 : now.getTime() + LIFETIME;
}
var ABSENT = [401, 404, 405, 410];
var USED = "invalid-reuse-token";
function isPassing4(answer) {
  if (answer.status === 200 || isPage2(answer) || isFailing(answer.status)) return true;
  return firstError(answer).code === USED;
}
function isFailing(status) {
  return status >= 500 || status === 429 || status === 408;
}
function isPage2(answer) {
  return !ABSENT.includes(answer.status) && jsonOrNothing(answer) === void 0;
}
function firstError(answer) {
  const body = jsonOrNothing(answer);
  const errors = member(body, "errors");
  const error = Array.isArray(errors) ? errors[0] : void 0;
  const text = (value) => typeof value === "string" ? value : "";
  return {
    code: text(member(error, "code")),
    description: text(member(error, "description")) || text(member(body, "message"))
  };
}
function refusalOf2({ index, url: address2 }, answer) {
  return { index, address: address2, status: answer.status, ...firstError(answer) };
}
function lastFault(request, attempts, answer, jwt) {
  const { index, operation, url } = request;
  if (answer instanceof HttpTrouble)
    return fault("index-trouble", { index, operation, attempts, last: answer.last });
  if (firstError(answer).code === USED) return exchangeFault(refusalOf2(request, answer), jwt);
  const page2 = isPage2(answer) ? ", with a page that is no answer of an index" : "";
  return fault("index-trouble", {
    index,
    operation,
    attempts,
    last: `${url} answered ${answer.status}${page2}`
  });
}
function unsupported(plan, address2, status) {
  return stop("trusted-publishing-unsupported", { index: plan.name, address: address2, status });
}

// src/adapters/index/uploaders.ts
import { devNull, tmpdir } from "node:os";
import { basename, dirname } from "node:path";

// src/adapters/node/staging.ts
import { copyFile, link as link2, mkdir, mkdtemp, rm } from "node:fs/promises";
import path25 from "node:path";
function createStaging(directory) {
  return async (files) => {
    await mkdir(directory, { recursive: true });
    const stage = await mkdtemp(path25.join(directory, "stage-"));
    const remove = () => rm(stage, { recursive: true, force: true, maxRetries: 3 });
    const placing = files.map((file) => linkOrCopy(file, path25.join(stage, path25.basename(file))));
    const failed = (await Promise.allSettled(placing)).find(({ status }) => status === "rejected");
    if (failed?.status !== "rejected") return { directory: stage, remove };
    await remove();
    throw failed.reason;
  };
}
async function linkOrCopy(file, place) {
  try {
    await link2(file, place);
  } catch {
    await copyFile(file, place);
  }
}

// src/adapters/index/uploader-output.ts
var REASON_LIMIT = 2e3;
function readUv({ exitCode: exitCode2, output }) {
  if (exitCode2 === 0) return uvSuccess(output);
  const answered = /status code (?<status>\d{3})(?:[^.\n]*\. Server says: (?<reason>[\s\S]*))?/.exec(
    output
  )?.groups;
  if (answered?.status !== void 0)
    return refused(Number(answered.status), answered.reason ?? uvCause(output));
  if (output.includes("POST requests are not supported by the endpoint"))
    return refused(405, uvCause(output));
  if (output.includes("Request was redirected")) return refused(308, uvCause(output));
  if (/Failed to send POST request|error sending request/.test(output))
    return { kind: "unanswered", reason: oneLine3(uvCause(output)) };
  return { kind: "unsent", exitCode: exitCode2, reason: oneLine3(uvCause(output)) };
}
function uvSuccess(output) {
  if (/^Uploading /m.test(output)) return { kind: "stored" };
  const warning = /^warning: (?<text>.*skipping.*)$/im.exec(output)?.groups?.text;
  return { kind: "unsent", exitCode: 0, reason: oneLine3(warning ?? output) };
}
function uvCause(output) {
  const causes = [...output.matchAll(/^\s*(?:cause|Caused by): (?<text>.*)$/gim)].map(
    ({ groups }) => groups?.text ?? ""
  );
  if (causes.length > 0) return causes.join(": ");
  return /^error: (?<text>[\s\S]*)$/m.exec(output)?.groups?.text ?? output;
}
function readTwine({ exitCode: exitCode2, output }) {
  if (exitCode2 === 0) return { kind: "stored" };
  const { status, phrase = "", reason = "" } = TWINE_ANSWER.exec(output)?.groups ?? {};
  const said = [phrase, ""].includes(reason.trim()) ? TWINE_BODY.exec(output)?.groups?.body ?? phrase : reason;
  if (status !== void 0) return refused(Number(status), said);
  const address2 = Object.entries(TWINE_ADDRESS).find(([name]) => output.includes(`${name}: `));
  if (address2 !== void 0) return refused(address2[1], twineError(output));
  const lost = output.match(/^(?:requests|urllib3|http\.client|ssl|socket)\.\S*: .*$/gm)?.at(-1);
  if (lost !== void 0) return { kind: "unanswered", reason: oneLine3(lost) };
  return { kind: "unsent", exitCode: exitCode2, reason: oneLine3(twineError(output)) };
}
var TWINE_ANSWER = /HTTPError: (?<status>\d{3}) (?<phrase>[^\n]*?) from \S+\s*(?<reason>[\s\S]*)$/;
var TWINE_BODY = /^INFO +Response from \S+:\s+\d{3}[^\n]*\nINFO(?<body>[\s\S]*?)\nERROR /m;
var TWINE_ADDRESS = {
  RedirectDetected: 308,
  InvalidPyPIUploadURL: 405,
  UploadToDeprecatedPyPIDetected: 410
};
function twineError(output) {
  const block = /^ERROR +(?<text>[\s\S]*)$/m.exec(output)?.groups?.text;
  return block ?? output.trim().split("\n").at(-1) ?? "";
}
function refused(status, text) {
  const page2 = /<html|<!doctype/i.test(text);
  const bare = page2 ? unescaped(text.replace(/<(title|style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, " ")) : text;
  const reason = oneLine3(bare).replace(new RegExp(`^(?:Error: )?${status}\\s+`), "");
  return { kind: "refused", status, reason };
}
function oneLine3(text) {
  return text.replace(/\s+/g, " ").trim().slice(0, REASON_LIMIT);
}

// src/adapters/index/uploaders.ts
var TOOLS = {
  uv: {
    argv: (files, { url }) => [
      "publish",
      // The settings of the project and of the machine may name other indexes, credentials and check addresses.
      "--no-config",
      "--no-progress",
      ...["--color", "never"],
      ...["--trusted-publishing", "never"],
      ...["--keyring-provider", "disabled"],
      ...["--publish-url", url],
      ...files
    ],
    environment: ({ user, token }) => ({
      UV_PUBLISH_USERNAME: user,
      UV_PUBLISH_PASSWORD: token,
      // A lost answer is looked into before anything is sent again, which uv alone cannot do.
      UV_HTTP_RETRIES: "0"
    }),
    read: readUv
  },
  twine: {
    argv: (files, { url, attestations }) => [
      "--no-color",
      "upload",
      ...["--config-file", devNull],
      "--non-interactive",
      "--disable-progress-bar",
      // Only so it prints the body of a refusal, where indexes other than PyPI give their reason.
      "--verbose",
      ...["--repository-url", url],
      ...attestations.length > 0 ? ["--attestations"] : [],
      ...files
    ],
    environment: ({ user, token }) => ({
      TWINE_USERNAME: user,
      TWINE_PASSWORD: token,
      // twine wraps its messages at the width of the terminal, long words and addresses within themselves.
      COLUMNS: "1000"
    }),
    read: readTwine
  }
};
function createUploader(name, options) {
  const { processes, commands, staging = createStaging(tmpdir()) } = options;
  const tool = TOOLS[name];
  return {
    async upload(file, to) {
      const files = [file, ...to.attestations];
      const stage = to.attestations.length > 0 ? await staging(files) : void 0;
      try {
        const argv = tool.argv(
          files.map((each) => basename(each)),
          to
        );
        const result = await processes.run(await commands[name](), argv, {
          directory: stage?.directory ?? dirname(file),
          environment: tool.environment(to)
        });
        return withoutSecret(tool.read(result), to);
      } finally {
        await stage?.remove();
      }
    }
  };
}
function withoutSecret(answer, { user, token }) {
  if (answer.kind === "stored" || token === "") return answer;
  const secrets = [token, basicCredential(user, token)];
  return {
    ...answer,
    reason: secrets.reduce((reason, secret) => reason.replaceAll(secret, "***"), answer.reason)
  };
}

// src/adapters/node/web.ts
import { lookup as lookUp } from "node:dns/promises";

// src/adapters/node/private-address.ts
import { BlockList, isIP } from "node:net";
var PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4]
])
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8]
])
  PRIVATE.addSubnet(network, bits, "ipv6");
function isPrivateAddress(address2) {
  return PRIVATE.check(address2, isIP(address2) === 6 ? "ipv6" : "ipv4");
}

// src/adapters/node/web.ts
var TIME_LIMIT3 = 1e4;
var MOST_REDIRECTS = 10;
var PRIVATE_HOST = "its host has an address of a private network";
var UNTOLD_BY_HEAD = (status) => status >= 400;
function createWeb({
  userAgent,
  onSpan,
  fetch = globalThis.fetch,
  lookup = addressesOf
}) {
  const asked2 = async (url, method) => {
    const started = Date.now();
    try {
      if ((await lookup(new URL(url).hostname)).some(isPrivateAddress)) throw new Error(PRIVATE_HOST);
      const response = await fetch(url, {
        method,
        headers: { "user-agent": userAgent, accept: "text/html,*/*;q=0.8" },
        redirect: "manual",
        signal: AbortSignal.timeout(TIME_LIMIT3)
      });
      await response.body?.cancel();
      return response;
    } finally {
      onSpan?.({ started, ended: Date.now() });
    }
  };
  const followed = async (first, method) => {
    let url = first;
    for (let hop = 0; ; hop += 1) {
      const { status, headers } = await asked2(url, method);
      const next = status >= 300 && status < 400 ? target(headers.get("location"), url) : void 0;
      if (next === void 0 || hop === MOST_REDIRECTS) return status;
      url = next;
    }
  };
  return {
    async visit(url) {
      if (!isPublicLink(url)) return { kind: "unanswered", reason: "it is no address of the public web" };
      try {
        const status = await followed(url, "HEAD");
        return { kind: "answered", status: UNTOLD_BY_HEAD(status) ? await followed(url, "GET") : status };
      } catch (error) {
        return visitOf(error);
      }
    }
  };
}
async function addressesOf(host) {
  const found = lookUp(host, { all: true }).catch(() => []);
  return (await within(TIME_LIMIT3, found)).map(({ address: address2 }) => address2);
}
function target(location, from) {
  if (location === null || !URL.canParse(location, from)) return void 0;
  const { href } = new URL(location, from);
  return isPublicLink(href) ? href : void 0;
}
function visitOf({ name, message, cause }) {
  if (cause?.code === "ENOTFOUND") return { kind: "nowhere" };
  if (name === "TimeoutError")
    return { kind: "unanswered", reason: `no answer within ${TIME_LIMIT3 / 1e3} s` };
  return { kind: "unanswered", reason: cause?.message || cause?.code || message || String(name) };
}

// src/adapters/node/webhook.ts
function createAnnouncer({ http, url: webhook }) {
  return {
    async announce({ short, long, url }) {
      if (webhook === void 0) return;
      const answer = await answerOf2(http, webhook, {
        text: short.includes(url) ? short : `${short}
${url}`,
        short,
        long,
        url
      });
      if (answer !== void 0) stop("announcement-failed", { answer });
    }
  };
}
async function answerOf2(http, webhook, message) {
  const headers = { "content-type": "application/json" };
  try {
    const { status } = await http.request(webhook, {
      method: "POST",
      headers,
      body: JSON.stringify(message),
      redirect: "manual"
    });
    return status >= 200 && status < 300 ? void 0 : `HTTP ${status}`;
  } catch (error) {
    if (error instanceof HttpTrouble) return `nothing (${error.last.replaceAll(webhook, "the webhook")})`;
    throw error;
  }
}

// src/adapters/sigstore/trouble.ts
var OPERATIONS = {
  CA_CREATE_SIGNING_CERTIFICATE_ERROR: "Asking for a signing certificate",
  TLOG_CREATE_ENTRY_ERROR: "Writing into the transparency log"
};
function stoppedBy(error) {
  const { code: code2, cause, message } = error;
  if (cause instanceof Stopped) return cause;
  return new Stopped([faultOf2({ code: String(code2), cause: cause ?? { message } })], { cause: error });
}
function faultOf2({ code: code2, cause }) {
  const operation = OPERATIONS[code2] ?? "Signing";
  const last = code2 === "IDENTITY_TOKEN_PARSE_ERROR" ? "the identity token cannot be read" : sentence3(cause);
  const { statusCode: status } = cause;
  const passing = typeof status !== "number" || status >= 500 || status === 408 || status === 429;
  return passing ? fault("sigstore-trouble", { operation, last }) : fault("sigstore-refused", { operation, reason: last });
}
function sentence3({ message }) {
  const text = typeof message === "string" ? message.replace(/\s+/g, " ").trim() : "";
  return (text || "no reason was given").slice(0, 500);
}

// src/adapters/sigstore/signer.ts
var AUDIENCE = "sigstore";
function createSigner(options) {
  const { identity, clock, fulcio, rekor, predicateType, onSpan } = options;
  const token = () => identity.token(AUDIENCE);
  let loading;
  const load = async () => {
    const [{ createBundles }, { attestationOf: attestationOf2 }] = await Promise.all([
      import("./chunks/bundles-MQINP3SO.js"),
      import("./chunks/conversion-WE3FNMZ5.js")
    ]);
    const bundles = createBundles({ fulcio, rekor, token, clock });
    return async (statement2) => attestationOf2(await bundles(statement2));
  };
  let signatory;
  return {
    signatory() {
      signatory ??= token().then(signatoryOf);
      return signatory;
    },
    async attest(subject2) {
      loading ??= load();
      const attestation = await loading;
      const started = clock.now().getTime();
      try {
        return await attestation(Buffer.from(JSON.stringify(statement(subject2, predicateType))));
      } catch (error) {
        throw stoppedBy(error);
      } finally {
        onSpan?.({ started, ended: clock.now().getTime() });
      }
    }
  };
}
function statement({ filename, sha256 }, predicateType) {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: filename, digest: { sha256 } }],
    predicateType,
    predicate: null
  };
}
function signatoryOf(jwt) {
  const claims = decodeJwt(jwt);
  const claim = (name) => typeof claims[name] === "string" ? claims[name] : "";
  const workflow = claim("workflow_ref");
  return {
    repository: claim("repository"),
    workflow,
    jobWorkflow: claim("job_workflow_ref") || workflow
  };
}

// src/action/ledger.ts
function createLedger() {
  const spans = [];
  return {
    record: (span) => void spans.push(span),
    busySeconds: () => covered(spans) / 1e3
  };
}
function covered(spans) {
  let total = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans.toSorted((one, other) => one.started - other.started)) {
    total += Math.max(0, span.ended - Math.max(end, span.started));
    end = Math.max(end, span.ended);
  }
  return total;
}

// src/action/version.ts
var VERSION = "1.0.0";

// src/action/compose.ts
function compose(plan, inputs, environment) {
  const ledger = createLedger();
  let leftWork = false;
  const clock = recorded(createClock(), ledger, () => {
    leftWork = true;
  });
  const userAgent = `pypi-release/${VERSION}`;
  const http = createHttp({ clock, userAgent, onSpan: ledger.record });
  const files = createFiles();
  const variables = childEnvironment(environment.variables, plan.commands.env);
  const processes = createProcesses({ environment: variables, onSpan: ledger.record });
  const python = createPython({
    directory: plan.directory,
    scratch: plan.scratch,
    toolCache: environment.toolCache,
    toolIndex: TOOL_INDEX,
    uvRange: plan.toolchain.uv,
    python: plan.toolchain.python,
    extras: plan.toolchain.extras,
    packages: () => packageDirectories(plan, files),
    configSettings: plan.commands.configSettings,
    processes,
    files,
    http,
    searchPath: variables.PATH ?? variables.Path ?? "",
    platform: { os: process.platform, arch: process.arch }
  });
  const identity = createIdentity({ clock });
  const staging = createStaging(path26.join(plan.scratch, "uploads"));
  const index = (name) => {
    const exchange = createTrustedPublishing({ plan: plan.indexes[name], http, identity, clock, mask });
    const commands = python.programs;
    return createPackageIndex({
      plan: plan.indexes[name],
      http,
      uploader: createUploader(plan.uploader, { processes, commands, staging }),
      credential: createCredential(plan.indexes[name], { token: inputs.tokens[name], exchange })
    });
  };
  const world = {
    toolchain: python.toolchain,
    checks: python.checks,
    backEnd: python.backEnd,
    builder: python.builder,
    environments: python.environments,
    markup: python.markup,
    newsFragments: python.newsFragments,
    versionReplacer: python.versionReplacer,
    indexes: { testpypi: index("testpypi"), pypi: index("pypi") },
    forge: createForge({
      token: inputs.githubToken ?? "",
      repository: plan.forge.repository,
      api: environment.api,
      clock,
      onSpan: ledger.record
    }),
    signer: createSigner({
      identity,
      clock,
      fulcio: plan.attestations.fulcio,
      rekor: plan.attestations.rekor,
      predicateType: PUBLISH_PREDICATE,
      onSpan: ledger.record
    }),
    announcer: createAnnouncer({ http, url: inputs.announceWebhook }),
    checkout: createCheckout(processes, plan.directory),
    handover: createHandover({ scratch: plan.scratch, files }),
    tags: createTags(processes, plan.directory),
    statistics: createStatistics({ http, root: plan.statistics }),
    web: createWeb({ userAgent, onSpan: ledger.record }),
    files,
    clock
  };
  return { world, ledger, hasLeftWork: () => leftWork, stop: (grace) => processes.stop(grace) };
}
function recorded(clock, ledger, onLeftWork) {
  return {
    ...clock,
    async sleep(milliseconds) {
      const started = clock.now().getTime();
      await clock.sleep(milliseconds);
      ledger.record({ started, ended: clock.now().getTime() });
    },
    async within(milliseconds, work) {
      const result = await clock.within(milliseconds, work);
      if (result === void 0) onLeftWork();
      return result;
    }
  };
}

// src/action/dry-run.ts
import path27 from "node:path";

// src/adapters/node/copy-directory.ts
import { randomUUID } from "node:crypto";
import { constants, cp, lstat, rename, rm as rm2 } from "node:fs/promises";
async function copyDirectory(from, to) {
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    mode: constants.COPYFILE_FICLONE,
    filter: isCopied
  });
}
async function replaceDirectory(from, to) {
  const beside = `${to}.${randomUUID()}`;
  try {
    await copyDirectory(from, beside);
    await rm2(to, { recursive: true, force: true, maxRetries: 3 });
    await rename(beside, to);
  } catch (error) {
    await rm2(beside, { recursive: true, force: true });
    throw error;
  }
}
async function isPlainDirectory(entry2) {
  return (await lstat(entry2).catch(() => void 0))?.isDirectory();
}
async function isCopied(entry2) {
  const seen2 = await lstat(entry2);
  return seen2.isFile() || seen2.isDirectory() || seen2.isSymbolicLink();
}

// src/action/dry-run.ts
async function onCopy(environment, files) {
  const { workspace, temp } = environment;
  if (await files.list(workspace) === void 0) return { place: environment, refusals: [] };
  if (await isLinked(workspace))
    return { place: environment, refusals: [fault("dry-run-linked", { directory: workspace })] };
  const copy = path27.join(temp, "pypi-release", "dry-run", path27.basename(workspace));
  try {
    await files.remove(copy);
    await copyDirectory(workspace, copy);
  } catch (error) {
    return { place: environment, refusals: [copyFault(workspace, error)] };
  }
  return { place: { ...environment, workspace: copy }, refusals: [] };
}
async function isLinked(workspace) {
  return await isPlainDirectory(path27.join(workspace, ".git")) === false;
}
function copyFault(directory, error) {
  const problem = error instanceof Error ? error.message : String(error);
  return fault("dry-run-copy", { directory, problem: problem.split("\n", 1)[0] ?? "" });
}
async function bringBack(environment, plan, files) {
  const all = PATHS[plan.path];
  const later = all.slice(all.indexOf("build") + 1);
  const remain = plan.phases.includes("build") && !later.every((phase) => plan.phases.includes(phase));
  const built = await files.list(plan.packages) !== void 0;
  if (!remain || !built || plan.workspace === environment.workspace) return [];
  const packages = path27.join(environment.workspace, path27.relative(plan.workspace, plan.packages));
  try {
    await replaceDirectory(plan.packages, packages);
    return [];
  } catch (error) {
    return [copyFault(plan.packages, error)];
  }
}

// src/action/outputs.ts
function outputsOf(performed, sources2) {
  const { plan, facts } = performed.release;
  const { project, released, monitored } = facts;
  const release = released?.release;
  return {
    version: (project ?? monitored)?.version ?? "",
    tag: released?.tag.name ?? project?.tag ?? "",
    commit: released?.tag.commit ?? plan.forge.commit,
    distributions: JSON.stringify((facts.build?.distributions ?? []).map((each) => served2(each, facts))),
    "pypi-url": (facts.upload ?? monitored)?.url ?? "",
    "testpypi-url": facts.testUpload?.url ?? "",
    "release-url": release?.url ?? "",
    "release-id": release?.id?.toString() ?? "",
    outcome: performed.outcome,
    "failed-phase": performed.failedPhase ?? "",
    "error-code": performed.faults[0]?.code ?? "",
    report: sources2.reportFile ?? "",
    badges: released?.badges.markdown ?? "",
    announcement: released === void 0 ? "" : JSON.stringify(released.announcement),
    metrics: sources2.metrics == null ? "" : JSON.stringify(sources2.metrics)
  };
}
function served2({ filename, kind, size, sha256 }, { upload: upload2, testUpload }) {
  const files = [...upload2?.files ?? [], ...testUpload?.files ?? []];
  const url = files.find((file) => file.filename === filename && file.url !== void 0)?.url ?? "";
  return { filename, kind, size, sha256, url };
}

// src/action/run.ts
async function run({ variables, directory, signals }) {
  const environment = environmentOf(variables, directory);
  const secrets = SECRET_NAMES.map((name) => environment.inputs[name] ?? "");
  for (const secret of secrets.filter((each) => each !== NO_TOKEN)) mask(secret);
  const files = createFiles();
  const { inputs, faults: inputFaults } = await readInputs(environment, files);
  for (const pair of credentialPairs(inputs)) mask(pair);
  const details2 = eventDetails(await payloadOf(environment, files));
  const { place, refusals: copyFaults } = inputs["dry-run"] ? await onCopy(environment, files) : { place: environment, refusals: [] };
  const { plan, faults: planFaults, refusals } = planFrom(inputs, place, details2);
  const runner = createRunner({ commandFiles: environment.commandFiles });
  const { world, ledger, stop: stop2, hasLeftWork } = compose(plan, inputs, environment);
  const summary = createSummary();
  const report = createReport();
  const subscribers = [
    createLog(runner, { showTimes: true }),
    createAnnotations(runner),
    summary.subscriber,
    report.subscriber
  ];
  for (const { index, home } of strayTokens(inputs, plan)) {
    runner.annotate(
      "warning",
      `${index}-token looks like a token of ${INDEX_LABELS[home]}`,
      `The token names ${INDEX_LABELS[home]} as its home, and ${INDEX_LABELS[index]} has tokens of its own. If ${INDEX_LABELS[index]} refuses it, make one in the account settings there and put it into the secret behind ${index}-token.`
    );
  }
  if (inputs.phase === void 0 && plan.phases.includes(MONITOR))
    runner.line("A schedule releases nothing, and no phase is given: the latest release is looked at.");
  if (plan.toolchain.cache.use) runner.line(`Cache: ${await restoreToolCache(environment.toolCache)}.`);
  const cancel = cancellation2(signals, stop2);
  const performed = await perform2({
    plan,
    world,
    table: PHASE_TABLE,
    subscribers,
    faults: [...inputFaults, ...planFaults],
    refusals: [...refusals, ...copyFaults],
    cancel: cancel.signal
  });
  cancel.release();
  const reportFile = path28.join(plan.scratch, "report.json");
  const told3 = report.report({ busy_seconds: ledger.busySeconds() });
  const { metrics: metrics2 } = told3;
  await files.write(reportFile, `${JSON.stringify(told3, void 0, 2)}
`);
  for (const [name, value] of Object.entries(outputsOf(performed, { reportFile, metrics: metrics2 })))
    runner.output(name, value);
  await runner.summary(summary.markdown());
  tellBug(performed, runner);
  const unbrought = performed.outcome === "dry-run" ? await bringBack(environment, plan, files) : [];
  for (const { title, finding, remedy } of unbrought)
    runner.annotate("error", title, `${finding}
${remedy}`);
  const isWell = performed.outcome !== "failed" && unbrought.length === 0;
  return { exitCode: isWell ? 0 : 1, abandoned: cancel.signal.aborted || hasLeftWork() };
}
function credentialPairs(inputs) {
  return ["pypi", "testpypi"].flatMap((name) => {
    const token = inputs.tokens[name];
    return token === void 0 || token === "" ? [] : [basicCredential(inputs[`${name}-user`] ?? TOKEN_USER, token)];
  });
}
async function readInputs(environment, files) {
  const directory = path28.resolve(environment.workspace, workingDirectory(environment.inputs, {}));
  return parsedInputs(environment.inputs, await settingsOf(files, directory));
}
async function payloadOf({ event }, files) {
  const text = event.payloadFile === void 0 ? void 0 : await files.text(event.payloadFile);
  try {
    return text === void 0 ? void 0 : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
async function settingsOf(files, directory) {
  const text = await files.text(path28.join(directory, "pyproject.toml"));
  if (text === void 0) return {};
  try {
    return parsedPyproject(text).settings;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
var GRACE = 3e3;
function cancellation2(signals, stop2) {
  const controller = new AbortController();
  const names = ["SIGINT", "SIGTERM"];
  const listeners = names.map((name) => {
    const listener = () => {
      controller.abort(name);
      void stop2(GRACE);
    };
    signals.once(name, listener);
    return [name, listener];
  });
  return {
    signal: controller.signal,
    release() {
      for (const [name, listener] of listeners) signals.off(name, listener);
    }
  };
}
function tellBug({ bug }, runner) {
  if (bug === void 0) return;
  runner.startGroup("What the maintainers need");
  runner.untrusted(bug instanceof Error ? bug.stack ?? bug.message : String(bug));
  runner.endGroup();
}

// src/main.ts
var { exitCode, abandoned } = await run({
  variables: process.env,
  directory: process.cwd(),
  signals: process
});
process.exitCode = exitCode;
if (abandoned) process.stdout.write("", () => process.exit());
