import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { JSONWebKeySet } from 'jose';
import type { TrustedRoot } from '../sigstore/trusted-root.ts';
import {
  type IndexContext,
  methodNotAllowed,
  notFoundPage,
  redirect,
  refused,
  sendAnswer,
} from './errors.ts';
import { type Form, formFrom } from './form.ts';
import { projectJson, releaseJson } from './json-api.ts';
import { issueToken } from './macaroon.ts';
import { audienceAnswer, type MintingIndex, mintAnswer } from './mint.ts';
import { fileAnswer, projectPage, provenanceAnswer } from './pages.ts';
import { createView, type Propagation, type View } from './propagation.ts';
import { type PendingSeed, type ProjectSeeds, type PublisherSeed, plantSeeds } from './seeds.ts';
import { offeredForm, simpleDetail, simpleIndex } from './simple.ts';
import { emptyState, type IndexState, type User, worldOf } from './state.ts';
import { uploadAnswer } from './upload.ts';

export type { PendingSeed, PublisherSeed, SeedFile } from './seeds.ts';
export type { IndexState } from './state.ts';

/** What an emulated index is made from. */
export interface IndexOptions {
  /** The audience of its identity tokens. */
  readonly name: 'pypi' | 'testpypi';
  /** Root address once listening, without a slash at the end. */
  readonly base: () => string;
  /** The keys of the issuer whose identity tokens it takes. */
  readonly keys: () => Promise<JSONWebKeySet> | JSONWebKeySet;
  readonly publishers?: readonly PublisherSeed[];
  readonly pending?: readonly PendingSeed[];
  readonly projects?: ProjectSeeds;
  /** Warehouse's admin flags, such as `read-only`, `disallow-new-upload`, `disallow-oidc`, `disable-pep740`. */
  readonly flags?: readonly string[];
  /**
   * The Sigstore whose attestations it takes; absent, it is as Warehouse without a trust root, and verifies none.
   */
  readonly trustedRoot?: () => Promise<TrustedRoot>;
  readonly now?: () => Date;
  /** Whether a reStructuredText description renders; absent takes all. */
  readonly renders?: (description: string, contentType: string | undefined) => Promise<boolean>;
  /**
   * What passes while a file that makes a release is being stored: uploads to that release that come meanwhile collide with it, as they do
   * in Warehouse's database. Absent, hardly any time passes.
   */
  readonly pause?: () => Promise<void>;
  /** How its CDN lags behind; absent, every node is fresh. */
  readonly propagation?: Propagation;
}

/** A running index: its handlers, and what they hold. */
export interface IndexEmulator {
  readonly app: Hono;
  /** An API token of a user who may make projects. */
  readonly token: string;
  readonly state: IndexState;
  /** name → version → filename → sha256 of what is served. */
  world(): Record<string, Record<string, Record<string, string>>>;
}

const POSTS_GONE: Readonly<Record<string, string>> = {
  submit: 'Project pre-registration is no longer required or supported, upload your files instead.',
  submit_pkg_info: 'Project pre-registration is no longer required or supported, upload your files instead.',
  doc_upload: 'Uploading documentation is no longer supported, we recommend using https://readthedocs.org/.',
};
const ACTIONS: readonly string[] = ['file_upload', ...Object.keys(POSTS_GONE)];
const NO_SLASH =
  'An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)';
// Told before the upload's own code runs, hence not in the reason phrase.
const UNDECODABLE = { status: 400, reason: 'Bad Request', detail: 'Invalid Form Data.' };
const READING = 'GET, HEAD, OPTIONS';
const PROVENANCE = '/integrity/:project/:version/:filename/provenance';

/** The methods of each address, told to whoever comes with another (`csrf.py`, `require_method_view`). */
const METHODS: readonly (readonly [path: string, methods: string])[] = [
  ['/legacy', 'POST'],
  ['/legacy/', READING],
  ['/_/oidc/audience', 'GET'],
  ['/_/oidc/mint-token', 'POST'],
  ['/_/oidc/github/mint-token', 'POST'],
  [PROVENANCE, 'GET'],
  ['/simple/', READING],
  ['/simple/:name/', READING],
  ['/pypi/:name/json', READING],
  ['/pypi/:name/:version/json', READING],
];
const LANDING_PAGE =
  '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n  <head><title>Upload</title></head>\n  <body><p>This is where distributions are uploaded.</p></body>\n</html>\n';

/**
 * An index that answers as PyPI's own server does (Warehouse, as recorded in November 2026), for a test or a rehearsal on loopback.
 * All of it is in memory.
 */
export function createIndex(options: IndexOptions): IndexEmulator {
  const { name, base, keys, now = () => new Date() } = options;
  const { renders = () => Promise.resolve(true), pause = () => Promise.resolve() } = options;
  const state = emptyState(options.flags ?? []);
  const owner: User = {
    id: randomUUID(),
    name: 'alice',
    verifiedAddress: true,
    twoFactor: true,
    disabled: false,
  };
  state.users.set(owner.name, owner);
  plantSeeds(state, owner, now(), options);
  const index: MintingIndex = {
    state,
    name,
    base,
    keys,
    now,
    renders,
    pause,
    trustedRoot: options.trustedRoot,
  };
  let token: string | undefined;
  return {
    app: routes(index, createView(options.propagation ?? {})),
    get token() {
      // A token names the domain that made it, which is known once the server listens.
      token ??= issueToken(state, new URL(base()).hostname, { user: owner }, [[3, owner.id]]);
      return token;
    },
    state,
    world: () => worldOf(state),
  };
}

function routes(index: MintingIndex, view: View): Hono {
  const app = new Hono<{ Bindings: IndexContext['env'] }>();
  uploadRoutes(app, index);
  readingRoutes(app, index, view);
  app.get('/_/oidc/audience', (c) =>
    c.req.method === 'HEAD' ? methodNotAllowed('HEAD', 'GET') : audienceAnswer(index),
  );
  app.post('/_/oidc/mint-token', (c) => mintAnswer(index, c));
  app.post('/_/oidc/github/mint-token', (c) => mintAnswer(index, c));
  for (const [path, methods] of METHODS) app.all(path, (c) => methodNotAllowed(c.req.method, methods));
  app.notFound(() => notFoundPage());
  return app as unknown as Hono;
}

type Routes = Hono<{ Bindings: IndexContext['env'] }>;

function uploadRoutes(app: Routes, index: MintingIndex): void {
  const { base } = index;
  app.post('/legacy', (c) =>
    sendAnswer(c, { ...refused(308, NO_SLASH), headers: { Location: `${base()}/legacy/` } }),
  );
  app.post('/legacy/', (c) => posted(index, c));
  app.get('/legacy/', (c) => {
    if (ACTIONS.includes(c.req.query(':action') ?? '')) return methodNotAllowed('GET', 'POST');
    return new Response(LANDING_PAGE, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } });
  });
  app.post('/pypi', (c) =>
    sendAnswer(c, refused(410, `This API has moved to ${base()}/legacy/. See TODO for more information.`)),
  );
  app.post('/', () => methodNotAllowed('POST', READING));
}

async function posted(index: MintingIndex, c: IndexContext): Promise<Response> {
  const arrival = index.state.commits;
  const form = await readForm(c);
  if (form === undefined) return sendAnswer(c, UNDECODABLE);
  const action = c.req.query(':action') ?? form.values.get(':action')?.at(-1) ?? '';
  const gone = POSTS_GONE[action];
  if (gone !== undefined) return sendAnswer(c, refused(410, gone));
  if (action !== 'file_upload') return methodNotAllowed('POST', READING);
  const authorization = c.req.header('Authorization');
  return sendAnswer(c, await uploadAnswer({ index, form, authorization, arrival }));
}

async function readForm(c: IndexContext): Promise<Form | undefined> {
  try {
    return await formFrom(c.req.raw);
  } catch {
    // Whatever broke the form, the answer is the same.
    return undefined;
  }
}

function readingRoutes(app: Routes, index: MintingIndex, view: View): void {
  app.get('/simple/', (c) => simpleIndex(index, c));
  app.get('/simple', () => redirect(301, `${index.base()}/simple/`));
  for (const ending of ['', '/']) {
    app.get(`/simple/:name${ending}`, (c) =>
      simpleDetail(view(index, offeredForm(c)), c, c.req.param('name')),
    );
    app.get(`/pypi/:name/json${ending}`, (c) => projectJson(view(index, 'record'), c, c.req.param('name')));
    app.get(`/pypi/:name/:version/json${ending}`, (c) =>
      releaseJson(view(index, 'record'), c, c.req.param('name'), c.req.param('version')),
    );
    app.get(`/project/:name${ending}`, (c) => projectPage(index, c, c.req.param('name'), undefined));
    app.get(`/project/:name/:version${ending}`, (c) =>
      projectPage(index, c, c.req.param('name'), c.req.param('version')),
    );
  }
  app.get(PROVENANCE, (c) =>
    c.req.method === 'HEAD' ? methodNotAllowed('HEAD', 'GET') : provenanceAnswer(index, c, c.req.param()),
  );
  app.get('/packages/:one/:two/:rest/:filename', (c) => {
    const { one, two, rest, filename } = c.req.param();
    return fileAnswer(index, one + two + rest, filename);
  });
}
