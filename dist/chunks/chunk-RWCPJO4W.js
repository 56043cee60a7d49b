import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isProjectName,
  isVersion,
  normalizedName,
  normalizedVersion,
  sameVersion,
  sha256Hex,
  stop
} from "./chunk-JBDX7OFF.js";

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
  const { commit, tag, project, distributions, changed } = record;
  const texts = [commit, tag, project?.name, project?.version].every((each) => typeof each === "string");
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
async function observedBuild(files, { packages, forge }) {
  const distributions = await distributionsIn(files, packages);
  if (distributions.length === 0) return void 0;
  const record = await readRecord(files, packages);
  if (record !== void 0 && !isOf(record, forge.commit))
    stop("distributions-of-another-commit", {
      directory: packages,
      theirs: record.commit,
      ours: forge.commit
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
  attestationName,
  isAttestation,
  parsedAttestation,
  readAttestation,
  statementOf,
  logIndexOf,
  parsedFileName,
  isOfVersion,
  uploadOrder,
  distributionOf,
  RECORD_NAME,
  isHanded,
  recordOf,
  isOf,
  recordText,
  writeRecord,
  readRecord,
  parsedRecord,
  distributionsIn,
  observedBuild
};
