import { invalidJson, type ModelTrouble, validationError } from './pydantic.ts';

/** An attestation as PEP 740 has it; members that it does not name are dropped. */
export interface Attestation {
  readonly version: 1;
  readonly verification_material: {
    /** DER, base64. */
    readonly certificate: string;
    readonly transparency_entries: readonly unknown[];
  };
  readonly envelope: {
    /** The in-toto statement's bytes, base64. */
    readonly statement: string;
    /** base64. */
    readonly signature: string;
  };
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the value of the form field `attestations`; a text says what is wrong with its shape, in pydantic's words. */
export function attestationList(text: string): readonly Attestation[] | string {
  const value = parsed(text);
  if (value === undefined) return validationError('list[Attestation]', [invalidJson(text, text)]);
  if (!Array.isArray(value)) {
    const message = 'Input should be a valid array';
    return validationError('list[Attestation]', [{ where: '', message, type: 'list_type', input: value }]);
  }
  const troubles = value.flatMap((item, index) => attestationTroubles(item, String(index)));
  if (troubles.length > 0) return validationError('list[Attestation]', troubles);
  return value.map((item) => trimmed(item as Attestation));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The caller words it.
    return undefined;
  }
}

function attestationTroubles(value: unknown, where: string): readonly ModelTrouble[] {
  return withMembers(value, where, {
    version: (version, place) =>
      version === 1
        ? []
        : [{ where: place, message: 'Input should be 1', type: 'literal_error', input: version }],
    verification_material: (material, place) =>
      withMembers(material, place, { certificate: base64, transparency_entries: logEntries }),
    envelope: (envelope, place) => withMembers(envelope, place, { statement: base64, signature: base64 }),
  });
}

function withMembers(
  value: unknown,
  where: string,
  members: Readonly<Record<string, (member: unknown, where: string) => readonly ModelTrouble[]>>,
): readonly ModelTrouble[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ where, message: 'Input should be an object', type: 'model_type', input: value }];
  }
  const given = value as Members;
  return Object.entries(members).flatMap(([name, check]) => {
    const place = `${where}.${name}`;
    if (name in given) return check(given[name], place);
    return [{ where: place, message: 'Field required', type: 'missing', input: given }];
  });
}

function base64(value: unknown, where: string): readonly ModelTrouble[] {
  if (typeof value !== 'string')
    return [{ where, message: 'Input should be a valid bytes', type: 'bytes_type', input: value }];
  if (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value) && value.replace(/\s/g, '').length % 4 === 0) return [];
  const message = "Base64 decoding error: 'Incorrect padding'";
  return [{ where, message, type: 'base64_decode', input: value }];
}

function logEntries(value: unknown, where: string): readonly ModelTrouble[] {
  if (!Array.isArray(value))
    return [{ where, message: 'Input should be a valid list', type: 'list_type', input: value }];
  if (value.length > 0) return [];
  const message = 'List should have at least 1 item after validation, not 0';
  return [{ where, message, type: 'too_short', input: value }];
}

function trimmed({ verification_material: material, envelope }: Attestation): Attestation {
  return {
    version: 1,
    verification_material: {
      certificate: material.certificate,
      transparency_entries: material.transparency_entries,
    },
    envelope: { statement: envelope.statement, signature: envelope.signature },
  };
}
