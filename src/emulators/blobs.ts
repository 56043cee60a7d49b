/** Azure's block blobs in memory, behind signed addresses, as far as the cache and artifact clients use them (project facts 4.1, 4.2). */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';

export interface BlobOptions {
  /** The address it will be served at, without a trailing slash. */
  readonly base: () => string;
  /** Name of the container: the first part of every blob's address. */
  readonly container: string;
  readonly now?: () => Date;
}

/** What a signed address lets its holder do: `w`rite or `r`ead (`sp` of a shared access signature). */
type Right = 'r' | 'w';

export interface Blobs {
  readonly app: Hono;
  /** Begins a blob and gives its id. */
  begin(contentType?: string): string;
  /** What was put into a blob; undefined before that. */
  bytes(id: string): Uint8Array | undefined;
  /** Where a blob is read or written for the next ten minutes. */
  signed(id: string, right: Right): string;
  drop(id: string): void;
}

interface Blob {
  readonly contentType: string;
  readonly blocks: Map<string, Uint8Array>;
  bytes: Uint8Array | undefined;
}

interface Store {
  readonly blobs: Map<string, Blob>;
  /** Right and expiry by signature. */
  readonly signatures: Map<string, { readonly id: string; readonly right: Right; readonly until: number }>;
  readonly now: () => Date;
}

const LIFETIME = 10 * 60_000;

/** Makes an empty store. */
export function createBlobs({ base, container, now = () => new Date() }: BlobOptions): Blobs {
  const store: Store = { blobs: new Map(), signatures: new Map(), now };
  const app = new Hono();
  app.put(`/${container}/:id`, async (c) => put(store, c, new Uint8Array(await c.req.arrayBuffer())));
  app.get(`/${container}/:id`, (c) => get(store, c));
  return {
    app,
    begin(contentType = 'application/octet-stream') {
      const id = randomUUID();
      store.blobs.set(id, { contentType, blocks: new Map(), bytes: undefined });
      return id;
    },
    bytes: (id) => store.blobs.get(id)?.bytes,
    signed(id, right) {
      const signature = randomUUID();
      const until = now().getTime() + LIFETIME;
      store.signatures.set(signature, { id, right, until });
      return `${base()}/${container}/${id}?sp=${right}&se=${encodeURIComponent(new Date(until).toISOString())}&sig=${signature}`;
    },
    drop: (id) => void store.blobs.delete(id),
  };
}

/** The blob that a request may work on; a signature is all the authorization there is. */
function allowed({ blobs, signatures, now }: Store, c: Context, right: Right): Blob | undefined {
  const id = c.req.param('id') ?? '';
  const grant = signatures.get(c.req.query('sig') ?? '');
  const isGranted = grant?.id === id && grant.right === right && now().getTime() < grant.until;
  return isGranted ? blobs.get(id) : undefined;
}

function get(store: Store, c: Context): Response {
  const blob = allowed(store, c, 'r');
  if (blob === undefined) return forbidden(c);
  if (blob.bytes === undefined) return c.text('BlobNotFound', 404);
  return c.body(new Uint8Array(blob.bytes), 200, { 'content-type': blob.contentType });
}

/** One PUT, or blocks and then the list of their names in order. */
function put(store: Store, c: Context, body: Uint8Array): Response {
  const blob = allowed(store, c, 'w');
  if (blob === undefined) return forbidden(c);
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

function forbidden(c: Context): Response {
  return c.text('AuthenticationFailed', 403);
}
