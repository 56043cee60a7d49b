/**
 * GitHub's artifact service (v4 and later) in memory: five twirp calls over a blob store (project facts 4.2). One workflow run, whose
 * jobs all hold one runtime token. A name is given once, and free again when its artifact is deleted; one that was begun and never finished
 * is listed nowhere and cannot be deleted, but has its name (seen in DataDog/dd-trace-js#10228 and microsoft/winappCli#870, September 2026).
 */
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { createBlobs } from './blobs.ts';

export interface ArtifactsOptions {
  /** The address it will be served at, without a trailing slash. */
  readonly base: () => string;
  /** What a job sends as its bearer (`ACTIONS_RUNTIME_TOKEN`): a JWT whose scope names run and job. */
  readonly token: string;
  readonly now?: () => Date;
}

/** A finished artifact. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ArtifactsEmulator {
  readonly app: Hono;
  /** Finished artifacts that have not expired, oldest first. */
  artifacts(): readonly Artifact[];
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly blob: string;
  readonly expiresAt: number;
  readonly createdAt: string;
  digest: string | undefined;
  finished: boolean;
}

interface Service extends ReturnType<typeof scopeOf> {
  readonly entries: Map<number, Entry>;
  readonly blobs: ReturnType<typeof createBlobs>;
  readonly now: () => Date;
}

type Fields = Readonly<Record<string, unknown>>;
type Method = (service: Service, fields: Fields, c: Context) => Response;

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService';
const METHODS: Readonly<Record<string, Method>> = {
  CreateArtifact: create,
  FinalizeArtifact: finish,
  ListArtifacts: list,
  GetSignedArtifactURL: address,
  DeleteArtifact: remove,
};

/** Retention where the client asks for none (docs: 90 days, unless the repository says otherwise). */
const RETENTION = 90 * 24 * 3_600_000;
/** toolkit, `path-and-artifact-name-validation.ts`: "will be rejected from the server". */
const FORBIDDEN = /["<>|:*?\\/\r\n]/;

/** Makes a service without artifacts. */
export function createArtifacts({
  base,
  token,
  now = () => new Date(),
}: ArtifactsOptions): ArtifactsEmulator {
  const blobs = createBlobs({ base, container: 'artifacts', now });
  const service: Service = { ...scopeOf(token), entries: new Map(), blobs, now };
  const app = new Hono();
  app.post(`${SERVICE}/:method`, async (c) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) return trouble(c, 401, 'unauthenticated');
    const method = METHODS[c.req.param('method')];
    if (method === undefined) return trouble(c, 404, 'bad_route');
    const fields = (await c.req.json()) as Fields;
    // A job sees its own workflow run and no other.
    if (fields.workflow_run_backend_id !== service.run) return trouble(c, 403, 'permission_denied');
    return method(service, fields, c);
  });
  app.route('/', blobs.app);
  return {
    app,
    artifacts: () =>
      listed(service).map(({ id, name, blob }) => ({
        id,
        name,
        bytes: blobs.bytes(blob) ?? new Uint8Array(),
      })),
  };
}

function scopeOf(token: string): { readonly run: string; readonly job: string } {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    scp?: string;
  };
  const [, run = '', job = ''] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(claims.scp ?? '') ?? [];
  return { run, job };
}

function listed({ entries, now }: Service): readonly Entry[] {
  return [...entries.values()].filter(({ finished, expiresAt }) => finished && now().getTime() < expiresAt);
}

function create(service: Service, fields: Fields, c: Context): Response {
  const name = String(fields.name ?? '');
  if (fields.workflow_job_run_backend_id !== service.job) return trouble(c, 403, 'permission_denied');
  if (name === '' || FORBIDDEN.test(name)) return trouble(c, 400, 'invalid_argument');
  if ([...service.entries.values()].some((each) => each.name === name))
    return trouble(c, 409, 'already_exists', 'an artifact with this name already exists on the workflow run');
  const id = Math.max(0, ...service.entries.keys()) + 1;
  const blob = service.blobs.begin(String(fields.mime_type ?? 'application/zip'));
  const created = service.now().getTime();
  const asked = typeof fields.expires_at === 'string' ? Date.parse(fields.expires_at) : undefined;
  service.entries.set(id, {
    ...{ id, name, blob, digest: undefined, finished: false },
    expiresAt: asked ?? created + RETENTION,
    createdAt: new Date(created).toISOString(),
  });
  return c.json({ ok: true, signed_upload_url: service.blobs.signed(blob, 'w') });
}

function finish(service: Service, fields: Fields, c: Context): Response {
  const entry = [...service.entries.values()].find(({ name }) => name === fields.name);
  const bytes = entry === undefined ? undefined : service.blobs.bytes(entry.blob);
  if (entry === undefined || bytes === undefined) return trouble(c, 404, 'not_found');
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const isWhole = bytes.length === Number(fields.size) && (fields.hash ?? digest) === digest;
  if (!isWhole) return trouble(c, 400, 'invalid_argument', 'size or hash is not that of what was uploaded');
  entry.finished = true;
  entry.digest = digest;
  return c.json({ ok: true, artifact_id: String(entry.id) });
}

function list(service: Service, { name_filter: name, id_filter: id }: Fields, c: Context): Response {
  const found = listed(service).filter(
    (entry) => (name ?? entry.name) === entry.name && Number(id ?? entry.id) === entry.id,
  );
  return c.json({
    artifacts: found.map((entry) => ({
      workflow_run_backend_id: service.run,
      workflow_job_run_backend_id: service.job,
      database_id: String(entry.id),
      name: entry.name,
      size: String(service.blobs.bytes(entry.blob)?.length ?? 0),
      created_at: entry.createdAt,
      digest: entry.digest,
    })),
  });
}

function address(service: Service, { name }: Fields, c: Context): Response {
  const entry = listed(service).find((each) => each.name === name);
  if (entry === undefined) return trouble(c, 404, 'not_found');
  return c.json({ name: entry.name, signed_url: service.blobs.signed(entry.blob, 'r') });
}

function remove(service: Service, { name }: Fields, c: Context): Response {
  const entry = listed(service).find((each) => each.name === name);
  if (entry === undefined) return trouble(c, 404, 'not_found');
  service.entries.delete(entry.id);
  service.blobs.drop(entry.blob);
  return c.json({ ok: true, artifact_id: String(entry.id) });
}

type Status = 400 | 401 | 403 | 404 | 409;

function trouble(c: Context, status: Status, code: string, msg = code.replaceAll('_', ' ')): Response {
  return c.json({ code, msg }, status);
}
