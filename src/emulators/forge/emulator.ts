/** The emulated forge: GitHub's REST API for one repository, over a bare git repository and a state in memory. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { assetRoutes, uploadRoutes } from './assets.ts';
import { contentRoutes } from './contents.ts';
import { notFound, Refusal, refusalBody } from './errors.ts';
import { commitsOf, initialise, openGit } from './git.ts';
import { historyRoutes } from './history.ts';
import { objectRoutes } from './objects.ts';
import { actorOf, permit } from './permissions.ts';
import { pullRoutes } from './pulls.ts';
import { countRequest, rateHeaders, rateOf } from './rate-limits.ts';
import { refRoutes } from './refs.ts';
import { releaseRoutes } from './releases.ts';
import { rateLimitBody, repositoryRoutes } from './repository.ts';
import { json, type Route, repositoryOf } from './route.ts';
import { flaggedRulesets, rulesetRoutes } from './rulesets.ts';
import {
  type CommunitySeed,
  emptyState,
  FORGE_FLAGS,
  type Forge,
  type ForgeFlag,
  type ForgeState,
  type Ruleset,
} from './state.ts';
import { mountPages } from './web.ts';

/** How to make a forge. */
export interface ForgeOptions {
  /** The address it will be served at, without a trailing slash; asked at every request. */
  readonly base: () => string;
  /** `owner/name`. */
  readonly repository: string;
  readonly ownerId: string;
  readonly repositoryId: string;
  /** A scratch directory; the bare git repository is made in it. */
  readonly directory: string;
  /** The only token that is not refused. */
  readonly token: string;
  /** A job's `permissions:` map, in which a key left out means none; without it everything is granted. */
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  /** Default `main`. */
  readonly defaultBranch?: string;
  /** Members of FORGE_FLAGS. */
  readonly flags?: readonly string[];
  /** Beside those that flags make. */
  readonly rulesets?: readonly Ruleset[];
  /** Nobody has looked at it where absent. */
  readonly community?: CommunitySeed;
  readonly now?: () => Date;
}

/** What the forge holds at one moment. */
export interface ForgeWorld {
  /** Name → the commit the tag peels to. */
  readonly tags: Readonly<Record<string, string>>;
  readonly branches: Readonly<Record<string, string>>;
  readonly releases: readonly {
    readonly tag: string;
    readonly draft: boolean;
    readonly prerelease: boolean;
    readonly name: string | null;
    /** Name → sha256, of assets whose bytes landed. */
    readonly assets: Readonly<Record<string, string>>;
  }[];
}

export interface ForgeEmulator {
  readonly app: Hono;
  readonly state: ForgeState;
  /** The bare repository, to push to and clone from. */
  readonly gitDirectory: string;
  /** Path of the REST API. */
  readonly api: string;
  world(): Promise<ForgeWorld>;
}

/** Where the REST API is. An Enterprise Server has its uploads beside it. */
const API = { cloud: '/api', server: '/api/v3', uploads: '/api/uploads' };
const ROUTES: readonly Route[] = [
  ...repositoryRoutes,
  ...contentRoutes,
  ...historyRoutes,
  ...refRoutes,
  ...objectRoutes,
  ...releaseRoutes,
  ...assetRoutes,
  ...pullRoutes,
  ...rulesetRoutes,
];

/** Makes a forge with an empty repository. Raises RangeError for an unknown flag or a malformed repository name. */
export function createForge(options: ForgeOptions): ForgeEmulator {
  const [owner = '', name = '', ...rest] = options.repository.split('/');
  if (owner === '' || name === '' || rest.length > 0) {
    throw new RangeError(`repository ${JSON.stringify(options.repository)}: allowed is owner/name`);
  }
  const gitDirectory = join(options.directory, `${name}.git`);
  const defaultBranch = options.defaultBranch ?? 'main';
  initialise(gitDirectory, defaultBranch);
  const flags = new Set((options.flags ?? []).map(forgeFlag));
  const forge: Forge = {
    base: options.base,
    api: flags.has('enterprise-server') ? API.server : API.cloud,
    owner,
    name,
    ownerId: options.ownerId,
    repositoryId: options.repositoryId,
    defaultBranch,
    token: options.token,
    permissions: options.permissions,
    flags,
    rulesets: [...flaggedRulesets(flags), ...(options.rulesets ?? [])],
    community: options.community ?? {},
    now: options.now ?? (() => new Date()),
    git: openGit(gitDirectory),
    state: emptyState(),
  };
  const { api, state } = forge;
  return { app: application(forge), state, gitDirectory, api, world: () => worldOf(forge) };
}

function forgeFlag(flag: string): ForgeFlag {
  const known = FORGE_FLAGS.find((each) => each === flag);
  if (known === undefined) throw new RangeError(`forge flag ${flag}: allowed are ${FORGE_FLAGS.join(', ')}`);
  return known;
}

function application(forge: Forge): Hono {
  const { api } = forge;
  const app = new Hono();
  app.use('/api/*', async (c, next) => {
    await next();
    const headers = { ...standingHeaders(forge), ...rateHeaders(forge) };
    for (const [key, value] of Object.entries(headers)) c.res.headers.set(key, value);
  });
  app.get(`${api}/rate_limit`, () => rateLimit(forge));
  app.use('/api/*', async (c, next) => {
    const refused = refusalOf(() => countRequest(forge, c.req));
    return refused === undefined ? next() : json(refusalBody(refused, ''), refused.status, refused.headers);
  });
  const current = repositoryOf(forge);
  if (forge.flags.has('renamed')) mountRedirects(app, forge);
  for (const route of ROUTES) mount(app, forge, `${api}/repos/${current}`, route);
  for (const route of ROUTES) mount(app, forge, `${api}/repositories/${forge.repositoryId}`, route);
  for (const route of uploadRoutes) mount(app, forge, `${API.uploads}/repos/${current}`, route);
  app.all('/api/*', () => json(refusalBody(notFound(), ''), 404));
  mountPages(app, forge);
  return app;
}

function refusalOf(work: () => void): Refusal | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Asking for the limits counts against none; an Enterprise Server without limits knows no such thing. */
function rateLimit(forge: Forge): Response {
  if (!forge.flags.has('enterprise-server')) return json(rateLimitBody(rateOf(forge)));
  const refused = new Refusal({ status: 404, message: 'Rate limiting is not enabled.' });
  return json(
    refusalBody(refused, 'rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user'),
    404,
  );
}

function mount(app: Hono, forge: Forge, prefix: string, [method, path, needs, docs, handle]: Route): void {
  const uploads = prefix.startsWith(API.uploads);
  app.on(method, prefix + path, async (c: Context) => {
    try {
      const actor = actorOf(forge, c.req.header('authorization'));
      permit(forge, actor, needs);
      return withHeader(await handle({ forge, actor, request: c.req }), needs);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = refusalBody(error, docs, uploads ? randomUUID() : undefined);
      return withHeader(json(body, error.status, error.headers), needs);
    }
  });
}

function withHeader(response: Response, needs: string): Response {
  response.headers.set('x-accepted-github-permissions', needs);
  return response;
}

/** A renamed repository: its old address points at the address by number (docs: "Redirects"). */
function mountRedirects(app: Hono, forge: Forge): void {
  const old = `${forge.api}/repos/${forge.owner}/${forge.name}`;
  const redirect = (c: Context): Response => {
    const { pathname, search } = new URL(c.req.url);
    const url = `${forge.base()}${forge.api}/repositories/${forge.repositoryId}${pathname.slice(old.length)}${search}`;
    const body = { message: 'Moved Permanently', url, documentation_url: 'https://docs.github.com/rest' };
    return json(body, c.req.method === 'GET' ? 301 : 307, { location: url });
  };
  app.all(old, redirect);
  app.all(`${old}/*`, redirect);
}

function standingHeaders({ flags }: Forge): Readonly<Record<string, string>> {
  return {
    'x-github-request-id': randomUUID().toUpperCase(),
    'x-github-api-version-selected': '2022-11-28',
    'x-github-media-type': 'github.v3; format=json',
    ...(flags.has('enterprise-server') ? { 'x-github-enterprise-version': '3.19.0' } : {}),
  };
}

async function worldOf(forge: Forge): Promise<ForgeWorld> {
  const releases = [...forge.state.releases.values()].map(({ tag, draft, prerelease, name, assets }) => {
    const whole = assets.filter((asset) => asset.state === 'uploaded');
    return { tag, draft, prerelease, name, assets: Object.fromEntries(whole.map((a) => [a.name, a.sha256])) };
  });
  const tags = await commitsOf(forge.git, 'refs/tags/');
  return { tags, branches: await commitsOf(forge.git, 'refs/heads/'), releases };
}
