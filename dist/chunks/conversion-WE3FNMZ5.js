import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-XO5UDNQQ.js";
import "./chunk-UEWUH5GX.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/adapters/sigstore/conversion.ts
var import_bundle = __toESM(require_dist(), 1);
function attestationOf(bundle) {
  const { verificationMaterial: material, dsseEnvelope } = (0, import_bundle.bundleToJSON)(bundle);
  const certificate = material.certificate ?? material.x509CertificateChain?.certificates[0];
  const entry = material.tlogEntries?.[0];
  const [signature, ...others] = dsseEnvelope?.signatures ?? [];
  if (certificate === void 0 || entry === void 0)
    throw new Error("a bundle without a certificate or a log entry cannot be an attestation");
  if (dsseEnvelope === void 0 || signature === void 0 || others.length > 0)
    throw new Error("an attestation has exactly one signature");
  return {
    version: 1,
    verification_material: { certificate: certificate.rawBytes, transparency_entries: [written(entry)] },
    envelope: { statement: dsseEnvelope.payload, signature: signature.sig }
  };
}
function written(entry) {
  const { inclusionProof: proof } = entry;
  return {
    ...entry,
    logIndex: entry.logIndex ?? "0",
    integratedTime: entry.integratedTime ?? "0",
    ...proof === void 0 ? {} : { inclusionProof: writtenProof(proof) }
  };
}
function writtenProof(proof) {
  return {
    ...proof,
    logIndex: proof.logIndex ?? "0",
    treeSize: proof.treeSize ?? "0",
    hashes: proof.hashes ?? []
  };
}
export {
  attestationOf
};
