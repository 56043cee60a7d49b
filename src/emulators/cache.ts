/** GitHub's cache service, protocol v2, in memory: three twirp calls and a blob store (project facts 4.1). */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';

export interface CacheOptions {
  /** The address it will be served at, without a trailing slash. */
  readonly base: () => string;
  /** What a job sends as its bearer (`ACTIONS_RUNTIME_TOKEN`). */
  readonly token: string;
}

/** A finished entry: immutable once saved. */
export interface CacheEntry {
  readonly key: string;
  /** A digest of paths and compression; part of the key. */
  readonly version: string;
  readonly bytes: Uint8Array;
}

export interface CacheEmulator {
  readonly app: Hono;
  /** Finished entries, oldest first. */
  entries(): readonly CacheEntry[];
}

interface Blob {
  readonly key: string;
  readonly version: string;
  readonly blocks: Map<string, Uint8Array>;
  bytes: Uint8Array | undefined;
  finished: boolean;
}
type Blobs = Map<string, Blob>;
type Fields = Readonly<Record<string, unknown>>;
type Method = (blobs: Blobs, base: string, fields: Fields, c: Context) => Response;

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService';
const METHODS: Readonly<Record<string, Method>> = {
  GetCacheEntryDownloadURL: find,
  CreateCacheEntry: create,
  FinalizeCacheEntryUpload: finish,
};

/** Makes an empty cache. */
export function createCache(options: CacheOptions): CacheEmulator {
  const blobs: Blobs = new Map();
  const app = new Hono();
  app.post(`${SERVICE}/:method`, async (c) => {
    if (c.req.header('authorization') !== `Bearer ${options.token}`)
      return trouble(c, 401, 'unauthenticated');
    const method = METHODS[c.req.param('method')];
    if (method === undefined) return trouble(c, 404, 'bad_route');
    return method(blobs, options.base(), (await c.req.json()) as Fields, c);
  });
  // A signed address needs no further authorization.
  app.put('/blobs/:id', async (c) => put(blobs, c, new Uint8Array(await c.req.arrayBuffer())));
  app.get('/blobs/:id', (c) => {
    const bytes = blobs.get(c.req.param('id'))?.bytes;
    if (bytes === undefined) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
  });
  return {
    app,
    entries: () =>
      finished(blobs).map(({ key, version, bytes }) => ({ key, version, bytes: bytes ?? new Uint8Array() })),
  };
}

function finished(blobs: Blobs): readonly Blob[] {
  return [...blobs.values()].filter((blob) => blob.finished);
}

/** The exact key first, then the newest entry that a restore key is a prefix of. */
function find(blobs: Blobs, base: string, fields: Fields, c: Context): Response {
  const candidates = [...blobs]
    .filter(([, blob]) => blob.finished && blob.version === fields.version)
    .reverse();
  const prefixes = Array.isArray(fields.restore_keys) ? fields.restore_keys.map(String) : [];
  const exact = candidates.find(([, blob]) => blob.key === fields.key);
  const near = [String(fields.key), ...prefixes].flatMap((prefix) =>
    candidates.filter(([, blob]) => blob.key.startsWith(prefix)),
  );
  const [id, blob] = exact ?? near[0] ?? [];
  if (id === undefined || blob === undefined) return c.json({ ok: false });
  return c.json({ ok: true, signed_download_url: `${base}/blobs/${id}`, matched_key: blob.key });
}

function create(blobs: Blobs, base: string, fields: Fields, c: Context): Response {
  const key = String(fields.key);
  const version = String(fields.version);
  const taken = [...blobs.values()].some((blob) => blob.key === key && blob.version === version);
  if (taken) return trouble(c, 409, 'already_exists');
  const id = randomUUID();
  blobs.set(id, { key, version, blocks: new Map(), bytes: undefined, finished: false });
  return c.json({ ok: true, signed_upload_url: `${base}/blobs/${id}?sig=${randomUUID()}` });
}

function finish(blobs: Blobs, _base: string, fields: Fields, c: Context): Response {
  const blob = [...blobs.values()].find((each) => each.key === fields.key && each.version === fields.version);
  if (blob?.bytes === undefined) return trouble(c, 404, 'not_found');
  if (blob.bytes.length !== Number(fields.size_bytes)) return trouble(c, 400, 'invalid_argument');
  blob.finished = true;
  return c.json({ ok: true, entry_id: '1' });
}

/** Azure's block blobs: one PUT, or blocks and then the list of their names in order. */
function put(blobs: Blobs, c: Context, body: Uint8Array): Response {
  const blob = blobs.get(c.req.param('id') ?? '');
  if (blob === undefined) return c.text('', 404);
  const part = c.req.query('comp');
  if (part === 'block') blob.blocks.set(c.req.query('blockid') ?? '', body);
  else if (part === 'blocklist') blob.bytes = joined(blob, new TextDecoder().decode(body));
  else blob.bytes = body;
  const headers = {
    etag: `"${randomUUID()}"`,
    'x-ms-request-id': randomUUID(),
    'x-ms-version': '2026-02-06',
  };
  return c.body(null, 201, { ...headers, 'last-modified': new Date().toUTCString() });
}

function joined(blob: Blob, list: string): Uint8Array {
  const names = [...list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)].map(
    (match) => match[1] ?? '',
  );
  return new Uint8Array(Buffer.concat(names.map((name) => blob.blocks.get(name) ?? new Uint8Array())));
}

function trouble(c: Context, status: 400 | 401 | 404 | 409, code: string): Response {
  return c.json({ code, msg: `cache service: ${code.replaceAll('_', ' ')}` }, status);
}
