/** GitHub's cache service, protocol v2, in memory: three twirp calls over a blob store (project facts 4.1). */
import { type Context, Hono } from 'hono';
import { type Blobs, createBlobs } from './blobs.ts';

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

interface Entry {
  readonly key: string;
  readonly version: string;
  /** Id of its bytes. */
  readonly blob: string;
  finished: boolean;
}
interface Service {
  readonly entries: Entry[];
  readonly blobs: Blobs;
}
type Fields = Readonly<Record<string, unknown>>;
type Method = (service: Service, fields: Fields, c: Context) => Response;

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService';
const METHODS: Readonly<Record<string, Method>> = {
  GetCacheEntryDownloadURL: find,
  CreateCacheEntry: create,
  FinalizeCacheEntryUpload: finish,
};

/** Makes an empty cache. */
export function createCache({ base, token }: CacheOptions): CacheEmulator {
  const service: Service = { entries: [], blobs: createBlobs({ base, container: 'caches' }) };
  const app = new Hono();
  app.post(`${SERVICE}/:method`, async (c) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) return trouble(c, 401, 'unauthenticated');
    const method = METHODS[c.req.param('method')];
    if (method === undefined) return trouble(c, 404, 'bad_route');
    return method(service, (await c.req.json()) as Fields, c);
  });
  app.route('/', service.blobs.app);
  return {
    app,
    entries: () =>
      service.entries
        .filter(({ finished }) => finished)
        .map(({ key, version, blob }) => ({ key, version, bytes: bytesOf(service, blob) })),
  };
}

function bytesOf({ blobs }: Service, blob: string): Uint8Array {
  return blobs.bytes(blob) ?? new Uint8Array();
}

/** The exact key first, then the newest entry that a restore key is a prefix of. */
function find({ entries, blobs }: Service, fields: Fields, c: Context): Response {
  const candidates = entries
    .filter(({ finished, version }) => finished && version === fields.version)
    .reverse();
  const prefixes = Array.isArray(fields.restore_keys) ? fields.restore_keys.map(String) : [];
  const exact = candidates.find(({ key }) => key === fields.key);
  const near = [String(fields.key), ...prefixes].flatMap((prefix) =>
    candidates.filter(({ key }) => key.startsWith(prefix)),
  );
  const entry = exact ?? near[0];
  if (entry === undefined) return c.json({ ok: false });
  return c.json({ ok: true, signed_download_url: blobs.signed(entry.blob, 'r'), matched_key: entry.key });
}

function create({ entries, blobs }: Service, fields: Fields, c: Context): Response {
  const key = String(fields.key);
  const version = String(fields.version);
  if (entries.some((entry) => entry.key === key && entry.version === version))
    return trouble(c, 409, 'already_exists');
  const blob = blobs.begin();
  entries.push({ key, version, blob, finished: false });
  return c.json({ ok: true, signed_upload_url: blobs.signed(blob, 'w') });
}

function finish({ entries, blobs }: Service, fields: Fields, c: Context): Response {
  const entry = entries.find(({ key, version }) => key === fields.key && version === fields.version);
  const bytes = entry === undefined ? undefined : blobs.bytes(entry.blob);
  if (entry === undefined || bytes === undefined) return trouble(c, 404, 'not_found');
  if (bytes.length !== Number(fields.size_bytes)) return trouble(c, 400, 'invalid_argument');
  entry.finished = true;
  return c.json({ ok: true, entry_id: '1' });
}

function trouble(c: Context, status: 400 | 401 | 404 | 409, code: string): Response {
  return c.json({ code, msg: `cache service: ${code.replaceAll('_', ' ')}` }, status);
}
