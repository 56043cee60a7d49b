import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isProjectName,
  isVersion,
  normalizedName,
  normalizedVersion,
  sameVersion
} from "./chunk-3WAYYZ4M.js";

// src/packaging/digest.ts
import { createHash } from "node:crypto";
function sha256Hex(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
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

export {
  sha256Hex,
  parsedFileName,
  isOfVersion,
  uploadOrder,
  distributionOf
};
