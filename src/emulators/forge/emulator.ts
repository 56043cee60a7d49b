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
import { refRoutes } from './refs.ts';
import { releaseRoutes } from './releases.ts';
import { rateLimitBody, repositoryRoutes } from './repository.ts';
import { json, type Route, repositoryOf } from './route.ts';
import { flaggedRulesets, type Ruleset, rulesetRoutes } from './rulesets.ts';
import { emptyState, FORGE_FLAGS, type Forge, type ForgeFlag, type ForgeState } from './state.ts';
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
  world(): Promise<ForgeWorld>;
}

/** Requests an hour that the headers promise; never enforced. */
const HOURLY_LIMIT = 15_000;
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
    owner,
    name,
    ownerId: options.ownerId,
    repositoryId: options.repositoryId,
    defaultBranch,
    token: options.token,
    permissions: options.permissions,
    flags,
    rulesets: [...flaggedRulesets(flags), ...(options.rulesets ?? [])],
    now: options.now ?? (() => new Date()),
    git: openGit(gitDirectory),
    state: emptyState(),
  };
  return { app: application(forge), state: forge.state, gitDirectory, world: () => worldOf(forge) };
}

function forgeFlag(flag: string): ForgeFlag {
  const known = FORGE_FLAGS.find((each) => each === flag);
  if (known === undefined) throw new RangeError(`forge flag ${flag}: allowed are ${FORGE_FLAGS.join(', ')}`);
  return known;
}

function application(forge: Forge): Hono {
  const app = new Hono();
  app.use('/api/*', async (c, next) => {
    forge.state.requests += 1;
    await next();
    for (const [key, value] of Object.entries(standingHeaders(forge))) c.res.headers.set(key, value);
  });
  app.get('/api/rate_limit', () => json(rateLimitBody(rateOf(forge))));
  const current = repositoryOf(forge);
  if (forge.flags.has('renamed')) mountRedirects(app, forge);
  for (const route of ROUTES) mount(app, forge, `/api/repos/${current}`, route);
  for (const route of ROUTES) mount(app, forge, `/api/repositories/${forge.repositoryId}`, route);
  for (const route of uploadRoutes) mount(app, forge, `/api/uploads/repos/${current}`, route);
  app.all('/api/*', () => json(refusalBody(notFound(), ''), 404));
  mountPages(app, forge);
  return app;
}

function mount(app: Hono, forge: Forge, prefix: string, [method, path, needs, docs, handle]: Route): void {
  const uploads = prefix.startsWith('/api/uploads/');
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
  const old = `/api/repos/${forge.owner}/${forge.name}`;
  const redirect = (c: Context): Response => {
    const { pathname, search } = new URL(c.req.url);
    const url = `${forge.base()}/api/repositories/${forge.repositoryId}${pathname.slice(old.length)}${search}`;
    const body = { message: 'Moved Permanently', url, documentation_url: 'https://docs.github.com/rest' };
    return json(body, c.req.method === 'GET' ? 301 : 307, { location: url });
  };
  app.all(old, redirect);
  app.all(`${old}/*`, redirect);
}

function rateOf(forge: Forge): Record<'limit' | 'used' | 'remaining' | 'reset', number> {
  const used = Math.min(forge.state.requests, HOURLY_LIMIT);
  const hour = 3600;
  const reset = Math.ceil(forge.now().getTime() / 1000 / hour) * hour;
  return { limit: HOURLY_LIMIT, used, remaining: HOURLY_LIMIT - used, reset };
}

function standingHeaders(forge: Forge): Readonly<Record<string, string>> {
  const { limit, used, remaining, reset } = rateOf(forge);
  return {
    'x-github-request-id': randomUUID().toUpperCase(),
    'x-github-api-version-selected': '2022-11-28',
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-used': String(used),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
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
