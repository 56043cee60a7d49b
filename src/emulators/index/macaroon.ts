import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IndexState, Project, Publisher, User } from './state.ts';

// Version 2 of the binary format of libmacaroons: a version byte, then fields of type, length (varint) and bytes, sections ended by 0.
const VERSION = 2;
const LOCATION = 1;
const IDENTIFIER = 2;
const SIGNATURE = 6;
const END = 0;
const KEY_GENERATOR = 'macaroons-key-generator';

/** One restriction, as Warehouse writes it: a tag and its fields. */
export type Caveat =
  | readonly [tag: 0, expires: number, notBefore: number]
  | readonly [tag: 1, normalNames: readonly string[]]
  | readonly [tag: 2, projectIds: readonly string[]]
  | readonly [tag: 3, userId: string]
  | readonly [tag: 4, publisherId: string, claims: null];

/** What the index remembers of a token: whose it is and what it may be used for. */
export interface StoredMacaroon {
  readonly id: string;
  readonly key: Buffer;
  readonly holder: { readonly user: User } | { readonly publisher: string };
  readonly caveats: readonly Caveat[];
}

/** Who comes with a request: an account, or a trusted publisher with a minted token. */
export type Identity =
  | { readonly user: User; readonly macaroon: StoredMacaroon; readonly token: Presented }
  | { readonly publisher: Publisher; readonly macaroon: StoredMacaroon; readonly token: Presented };

/** A token taken apart, not yet believed. */
export interface Presented {
  readonly identifier: string;
  readonly caveats: readonly Buffer[];
  readonly signature: Buffer;
}

/**
 * Makes a token and remembers it.
 *
 * @param location the domain that the token names as its home
 * @returns the token's text, `pypi-` and base64url
 */
export function issueToken(
  state: IndexState,
  location: string,
  holder: StoredMacaroon['holder'],
  caveats: readonly Caveat[],
): string {
  const macaroon = { id: randomUUID(), key: randomBytes(32), holder, caveats };
  state.macaroons.set(macaroon.id, macaroon);
  const embedded = caveats.map((caveat) => Buffer.from(JSON.stringify(caveat)));
  const bytes = Buffer.concat([
    Buffer.from([VERSION]),
    field(LOCATION, Buffer.from(location)),
    field(IDENTIFIER, Buffer.from(macaroon.id)),
    Buffer.from([END]),
    ...embedded.flatMap((caveat) => [field(IDENTIFIER, caveat), Buffer.from([END])]),
    Buffer.from([END]),
    field(SIGNATURE, signatureOf(macaroon.key, macaroon.id, embedded)),
  ]);
  return `pypi-${bytes.toString('base64url')}`;
}

/** Takes a token apart; undefined when it is of another make. */
export function presentedToken(text: string): Presented | undefined {
  const encoded = /^pypi-([A-Za-z0-9_-]+=*)$/.exec(text)?.[1];
  if (encoded === undefined) return undefined;
  const fields = fieldsOf(Buffer.from(encoded, 'base64url'));
  const identifiers = fields.filter(({ type }) => type === IDENTIFIER).map(({ data }) => data);
  const signature = fields.find(({ type }) => type === SIGNATURE)?.data;
  const [identifier, ...caveats] = identifiers;
  if (identifier === undefined || signature === undefined) return undefined;
  return { identifier: identifier.toString(), caveats, signature };
}

/**
 * Why a token may not be used to upload to a project, all reasons joined; undefined when it may.
 * Warehouse checks the caveats in the token and those it remembers, so that each reason of an untouched token shows twice.
 */
export function tokenTrouble(identity: Identity, project: Project, now: Date): string | undefined {
  const { macaroon, token } = identity;
  const embedded = token.caveats.map((caveat) => caveatTrouble(parsedCaveat(caveat), identity, project, now));
  const remembered = macaroon.caveats.map((caveat) => caveatTrouble(caveat, identity, project, now));
  const reasons = [...embedded, ...remembered].filter((reason) => reason !== undefined);
  if (reasons.length > 0) return reasons.join(', ');
  const expected = signatureOf(macaroon.key, macaroon.id, token.caveats);
  const signed = expected.length === token.signature.length && timingSafeEqual(expected, token.signature);
  return signed ? undefined : 'signatures do not match';
}

function parsedCaveat(bytes: Buffer): Caveat | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return Array.isArray(value) && typeof value[0] === 'number' && value[0] < 5
      ? (value as unknown as Caveat)
      : undefined;
  } catch {
    // A token may carry anything its holder added: what cannot be read cannot be satisfied.
    return undefined;
  }
}

function caveatTrouble(
  caveat: Caveat | undefined,
  identity: Identity,
  project: Project,
  now: Date,
): string | undefined {
  if (caveat === undefined) return 'caveat must be an array';
  const seconds = Math.floor(now.getTime() / 1000);
  const scoped = `project-scoped token is not valid for project: '${project.name}'`;
  switch (caveat[0]) {
    case 0:
      return seconds < caveat[2] || seconds >= caveat[1] ? 'token is expired' : undefined;
    case 1:
      return caveat[1].includes(project.normalName) ? undefined : scoped;
    case 2:
      return caveat[1].includes(project.id) ? undefined : scoped;
    case 3:
      return userTrouble(caveat[1], identity);
    case 4:
      return publisherTrouble(caveat[1], identity, project);
  }
}

function userTrouble(id: string, identity: Identity): string | undefined {
  if (!('user' in identity)) return 'token with user restriction without a user';
  return identity.user.id === id ? undefined : 'current user does not match user restriction in token';
}

function publisherTrouble(id: string, identity: Identity, project: Project): string | undefined {
  if (!('publisher' in identity)) return 'OIDC scoped token used outside of an OIDC identified request';
  if (identity.publisher.id !== id)
    return 'current OIDC publisher does not match publisher restriction in token';
  if (identity.publisher.projects.includes(project.id)) return undefined;
  return `OIDC scoped token is not valid for project '${project.name}'`;
}

function signatureOf(key: Buffer, identifier: string, caveats: readonly Buffer[]): Buffer {
  const root = createHmac('sha256', KEY_GENERATOR).update(key).digest();
  return [Buffer.from(identifier), ...caveats].reduce(
    (signature, part) => createHmac('sha256', signature).update(part).digest(),
    root,
  );
}

function field(type: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, ...varint(data.length)]), data]);
}

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}

function fieldsOf(bytes: Buffer): readonly { readonly type: number; readonly data: Buffer }[] {
  const fields: { type: number; data: Buffer }[] = [];
  if (bytes[0] !== VERSION) return fields;
  let offset = 1;
  while (offset < bytes.length) {
    const type = bytes[offset] ?? END;
    offset += 1;
    if (type === END) continue;
    const { value, next } = readVarint(bytes, offset);
    fields.push({ type, data: bytes.subarray(next, next + value) });
    offset = next + value;
  }
  return fields;
}

function readVarint(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[start + index] ?? 0;
    value |= (byte & 127) << (7 * index);
    if (byte < 128) return { value, next: start + index + 1 };
  }
  return { value, next: start + 4 };
}
