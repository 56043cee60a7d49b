/** Attestations of a distribution as PEP 740 has them: the object, its file name, and the in-toto statement in it. */

/** Who vouches for what: one signed statement on one distribution (PEP 740, "Attestation objects"). */
export interface Attestation {
  readonly version: 1;
  readonly verification_material: {
    /** The signer's certificate: DER, base64. */
    readonly certificate: string;
    /** The log's entries, as the protobuf JSON of Sigstore's `TransparencyLogEntry`. */
    readonly transparency_entries: readonly unknown[];
  };
  readonly envelope: {
    /** Bytes of the in-toto statement, base64. */
    readonly statement: string;
    /** base64. */
    readonly signature: string;
  };
}

/** What an attestation is about. */
export interface Subject {
  readonly filename: string;
  /** Hex. */
  readonly sha256: string;
}

/** What an attestation says. */
export interface Statement {
  readonly subjects: readonly Subject[];
  readonly predicateType: string;
}

/** The file name that upload tools look for beside a distribution. */
export function attestationName(filename: string): string {
  return `${filename}${SUFFIX}`;
}

/** Whether a file name is that of an attestation. */
export function isAttestation(filename: string): boolean {
  return filename.endsWith(SUFFIX);
}

const SUFFIX = '.publish.attestation';

/** An attestation out of parsed JSON; undefined where the value has not its shape. Members that PEP 740 does not name are dropped. */
export function parsedAttestation(value: unknown): Attestation | undefined {
  const material = member(value, 'verification_material');
  const envelope = member(value, 'envelope');
  const certificate = member(material, 'certificate');
  const entries = member(material, 'transparency_entries');
  const statement = member(envelope, 'statement');
  const signature = member(envelope, 'signature');
  if (member(value, 'version') !== 1 || !Array.isArray(entries)) return undefined;
  if (typeof certificate !== 'string' || typeof statement !== 'string' || typeof signature !== 'string')
    return undefined;
  return {
    version: 1,
    verification_material: { certificate, transparency_entries: entries },
    envelope: { statement, signature },
  };
}

/** An attestation out of a file's text; undefined where it is none. */
export function readAttestation(text: string): Attestation | undefined {
  return parsedAttestation(parsedJson(text));
}

/** What an attestation says; undefined where its statement is no in-toto statement. Nothing is verified. */
export function statementOf({ envelope }: Attestation): Statement | undefined {
  const statement = parsedJson(Buffer.from(envelope.statement, 'base64').toString());
  const subjects = member(statement, 'subject');
  const predicateType = member(statement, 'predicateType');
  if (!Array.isArray(subjects) || typeof predicateType !== 'string') return undefined;
  return {
    subjects: subjects.map((subject: unknown) => ({
      filename: text(member(subject, 'name')),
      sha256: text(member(member(subject, 'digest'), 'sha256')),
    })),
    predicateType,
  };
}

/** Where in the transparency log an attestation is found; undefined where it does not say. */
export function logIndexOf({ verification_material: material }: Attestation): string | undefined {
  const index = member(material.transparency_entries[0], 'logIndex');
  return typeof index === 'string' ? index : undefined;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
