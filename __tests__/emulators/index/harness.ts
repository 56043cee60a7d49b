import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type ServerType, serve } from '@hono/node-server';
import { zipSync } from 'fflate';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pack } from 'tar-stream';
import { blake2b256 } from '../../../src/emulators/index/blake2b.ts';
import { createIndex, type IndexEmulator, type IndexOptions } from '../../../src/emulators/index/emulator.ts';

/** A listening index with an issuer's key of its own. */
export interface Served extends IndexEmulator {
  readonly base: string;
  readonly sign: (claims: Record<string, unknown>, kid?: string | null) => Promise<string>;
  readonly close: () => Promise<void>;
}

// Making an RSA key takes longer than most tests.
const ISSUER_KEYS = generateKeyPair('RS256');

export const NOW = new Date('2026-11-22T12:00:00Z');

/** Serves an index on loopback; close it when done. */
export async function serveIndex(options: Partial<IndexOptions> = {}): Promise<Served> {
  const { publicKey, privateKey } = await ISSUER_KEYS;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'oracle-key', alg: 'RS256' };
  let base = '';
  const index = createIndex({ name: 'pypi', base: () => base, keys: () => ({ keys: [jwk] }), ...options });
  const server = await listening(index);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    app: index.app,
    state: index.state,
    token: index.token,
    world: () => index.world(),
    base,
    sign: (claims, kid = 'oracle-key') => signed(privateKey, claims, kid),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listening(index: IndexEmulator): Promise<ServerType> {
  return new Promise((resolve) => {
    const server = serve({ fetch: index.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server));
  });
}

function signed(key: CryptoKey, claims: Record<string, unknown>, kid: string | null): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...(kid === null ? {} : { kid }) }).sign(key);
}

/** A distribution, as bytes with a filename. */
export interface Dist {
  readonly filename: string;
  readonly bytes: Buffer;
}

/** A well-formed wheel; `files` adds members or replaces them (undefined leaves one out). */
export function wheel(
  name: string,
  version: string,
  {
    filename,
    files = {},
  }: { filename?: string; files?: Readonly<Record<string, string | Buffer | undefined>> } = {},
): Dist {
  const folder = `${name}-${version}.dist-info`;
  const members = {
    [`${name}/__init__.py`]: 'x = 1\n',
    [`${folder}/METADATA`]: `Metadata-Version: 2.4\nName: ${name}\nVersion: ${version}\n`,
    [`${folder}/WHEEL`]: 'Wheel-Version: 1.0\n',
    [`${folder}/RECORD`]: `${folder}/RECORD,,\n`,
    ...files,
  };
  return { filename: filename ?? `${name}-${version}-py3-none-any.whl`, bytes: zip(members) };
}

/** A zip archive of these members. */
export function zip(members: Readonly<Record<string, string | Buffer | undefined>>): Buffer {
  const present = Object.entries(members).filter(([, content]) => content !== undefined);
  return Buffer.from(
    zipSync(Object.fromEntries(present.map(([name, content]) => [name, Buffer.from(content ?? '')]))),
  );
}

/** A well-formed source distribution; `files` adds members or replaces them. */
export async function sdist(
  name: string,
  version: string,
  { filename, files = {} }: { filename?: string; files?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Dist> {
  const top = `${name}-${version}`;
  const members = { [`${top}/PKG-INFO`]: `Name: ${name}\n`, [`${top}/${name}.py`]: 'x = 1\n', ...files };
  const archive = pack();
  for (const [member, content] of Object.entries(members)) {
    if (content !== undefined) archive.entry({ name: member, mtime: new Date(0) }, content);
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return { filename: filename ?? `${top}.tar.gz`, bytes: gzipSync(Buffer.concat(chunks)) };
}

/** Form fields: a list repeats the key, undefined leaves it out. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The upload form of a distribution, as a good client fills it. */
export function uploadForm(dist: Dist, fields: Fields = {}): FormData {
  const isWheel = dist.filename.endsWith('.whl');
  const [, name = 'demo', version = '1.0'] =
    /^(.+?)-([^-]+?)(?:-.*\.whl|\.tar\.gz|\.zip)$/.exec(dist.filename) ?? [];
  const all: Fields = {
    ':action': 'file_upload',
    protocol_version: '1',
    metadata_version: '2.4',
    name,
    version,
    filetype: isWheel ? 'bdist_wheel' : 'sdist',
    pyversion: isWheel ? 'py3' : 'source',
    sha256_digest: createHash('sha256').update(dist.bytes).digest('hex'),
    blake2_256_digest: blake2b256(dist.bytes),
    ...fields,
  };
  const form = new FormData();
  for (const [field, value] of Object.entries(all)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) form.append(field, one);
  }
  form.append('content', new Blob([new Uint8Array(dist.bytes)]), dist.filename);
  return form;
}

/** What came back: status, reason phrase, body, headers. */
export interface Reply {
  readonly status: number;
  readonly reason: string;
  readonly body: string;
  readonly headers: Headers;
}

/** Posts a form to the upload address with the index's own token, or another (null sends none). */
export async function post(
  served: Served,
  form: FormData,
  { token = served.token, accept = '*/*' }: { token?: string | null; accept?: string } = {},
): Promise<Reply> {
  const authorization = token === null ? {} : { Authorization: `Basic ${btoa(`__token__:${token}`)}` };
  const response = await fetch(`${served.base}/legacy/`, {
    method: 'POST',
    body: form,
    // A connection left open would be closed by the server while a test is busy packing, and the next upload fall into that.
    headers: { Accept: accept, Connection: 'close', ...authorization },
  });
  const { status, statusText: reason, headers } = response;
  return { status, reason, headers, body: await response.text() };
}

/** Uploads a distribution. */
export function upload(
  served: Served,
  dist: Dist,
  fields: Fields = {},
  token: string | null = served.token,
): Promise<Reply> {
  return post(served, uploadForm(dist, fields), { token });
}

/** A release publisher's claims, as GitHub's issuer writes them. */
export function claims(
  change: Readonly<Record<string, unknown>> = {},
  now: Date = new Date(),
): Record<string, unknown> {
  const seconds = Math.floor(now.getTime() / 1000);
  const reference = 'acme/demo/.github/workflows/release.yml@refs/tags/v1.0';
  return {
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'pypi',
    sub: 'repo:acme/demo:environment:pypi',
    jti: crypto.randomUUID(),
    iat: seconds,
    nbf: seconds,
    exp: seconds + 300,
    repository: 'acme/demo',
    repository_owner: 'acme',
    repository_owner_id: '1234567',
    job_workflow_ref: reference,
    workflow_ref: reference,
    ref: 'refs/tags/v1.0',
    sha: '0'.repeat(40),
    environment: 'pypi',
    event_name: 'push',
    ...change,
  };
}

/** The publisher that `claims()` belong to. */
export const PUBLISHER = {
  owner: 'acme',
  owner_id: '1234567',
  repository: 'demo',
  workflow: 'release.yml',
  environment: 'pypi',
  projects: ['demo'],
};

/** What the exchange answered. */
export interface Minted {
  readonly status: number;
  readonly token: string;
  readonly expires: number;
  readonly code: string | undefined;
  readonly description: string | undefined;
}

/** Exchanges an identity token. */
export async function mint(served: Served, identityToken: string): Promise<Minted> {
  const body = JSON.stringify({ token: identityToken });
  const response = await fetch(`${served.base}/_/oidc/mint-token`, { method: 'POST', body });
  const answer = (await response.json()) as {
    token?: string;
    expires?: number;
    errors?: readonly { code: string; description: string }[];
  };
  const [error] = answer.errors ?? [];
  return {
    status: response.status,
    token: answer.token ?? '',
    expires: answer.expires ?? 0,
    code: error?.code,
    description: error?.description,
  };
}
