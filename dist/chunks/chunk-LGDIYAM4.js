import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

export {
  attestationName,
  isAttestation,
  parsedAttestation,
  readAttestation,
  statementOf,
  logIndexOf
};
