import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  parse
} from "./chunk-KAO3ZCNL.js";

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

// src/packaging/version-parts.ts
function versionParts(text) {
  const trimmed = text.trim();
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
function requiredParts(text) {
  const parts = versionParts(text);
  if (parts === void 0) throw new RangeError(`"${text}" is not a version as PEP 440 defines it`);
  return parts;
}

// src/packaging/version.ts
function isVersion(text) {
  return versionParts(text) !== void 0;
}
function normalizedVersion(text) {
  return versionText(requiredParts(text));
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
function raised({ epoch, release }, place) {
  const length = Math.max(release.length, place + 1);
  const numbers = Array.from({ length }, (_, index) => index > place ? 0 : release[index] ?? 0);
  return { epoch, release: numbers.with(place, (numbers[place] ?? 0) + 1) };
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

export {
  normalizedName,
  fileNameStem,
  isProjectName,
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
  bumpedVersion
};
