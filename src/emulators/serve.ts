/** All built-in services on loopback: two indexes, the forge, the OIDC issuer, a Sigstore, download statistics, the cache and the artifacts. */
import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { createForge, type ForgeWorld } from './forge/emulator.ts';
import { type CommunitySeed, FORGE_FLAGS } from './forge/state.ts';
import { createIndex, type IndexEmulator, type IndexOptions } from './index/emulator.ts';
import { type Claims, jobClaims } from './issuer/claims.ts';
import { createIssuer } from './issuer/emulator.ts';
import { JOB_PERMISSIONS, jobEnvironment, type Permissions, REPOSITORY_IDS } from './job.ts';
import { type Listening, listen, type RecordedRequest, type Witness } from './listen.ts';
import { parseMishap, type Service } from './mishaps.ts';
import { createResults } from './results.ts';
import { createSigstore, type SigstoreEmulator, type TrustedRoot } from './sigstore/emulator.ts';
import { createStatistics, type DownloadSeeds, STATISTICS_API } from './statistics.ts';

/** What to serve. Seeds and index flags go to both indexes. */
export interface ServiceOptions
  extends Pick<IndexOptions, 'publishers' | 'pending' | 'projects' | 'renders'> {
  /** `owner/name` of the forge's one repository; default `octo/demo`. */
  readonly repository?: string;
  /** Names out of FORGE_FLAGS go to the forge, all others to the indexes. */
  readonly flags?: readonly string[];
  /** What people made of the repository. */
  readonly community?: CommunitySeed;
  /** Downloads as the statistics service counts them. */
  readonly downloads?: DownloadSeeds;
  /** Specs as in mishaps.ts. */
  readonly mishaps?: readonly string[];
  /** A directory of the caller's, for the forge's git repository. */
  readonly scratch: string;
  /** Claims of the job (`ref`, `sha`, `environment`, ...); the others follow from them. */
  readonly claims?: Claims;
  /** The job's `permissions:` map; default: all that a release may need. */
  readonly permissions?: Permissions;
  /** What the forge takes for the time; default: the machine's. */
  readonly forgeNow?: () => Date;
  /** Is told of every request to any service, numbered from 1 in the order of arrival. */
  readonly onRequest?: Witness;
}

/** Addresses of one index, and a token of a user who may create projects. */
export interface IndexService {
  readonly base: string;
  readonly upload: string;
  readonly simple: string;
  readonly token: string;
}

/** name → version → filename → sha256. */
export type IndexWorld = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** What all servers hold, as the report of a rehearsal shows it. */
export interface World {
  readonly pypi: IndexWorld;
  readonly testpypi: IndexWorld;
  /** Name → commit. */
  readonly tags: Readonly<Record<string, string>>;
  readonly releases: readonly {
    readonly tag: string;
    readonly draft: boolean;
    /** Name → sha256. */
    readonly assets: Readonly<Record<string, string>>;
  }[];
}

/** The running services. */
export interface Services {
  readonly pypi: IndexService;
  readonly testpypi: IndexService;
  readonly github: {
    readonly api: string;
    /** For show only: `.localhost` names need not resolve. Web pages are at the API's host. */
    readonly server: string;
    readonly token: string;
    readonly repository: string;
    /** The bare repository behind the forge. */
    readonly gitDirectory: string;
  };
  readonly oidc: { readonly request_url: string; readonly request_token: string; readonly sign: string };
  readonly sigstore: {
    readonly fulcio: string;
    readonly rekor: string;
    /** Makes the keys, where nothing was signed yet. */
    trustedRoot(): Promise<TrustedRoot>;
  };
  readonly statistics: { readonly url: string };
  /** The results service: the cache and the artifacts of one workflow run. */
  readonly cache: { readonly url: string; readonly runtime_token: string };
  /** What the runner would give a job of these services, with the permissions that it has now. */
  readonly env: Readonly<Record<string, string>>;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Replaces the job's claims, for the tokens asked for from now on. */
  setClaims(claims: Claims): void;
  /** Replaces the job's permissions: what the forge allows its token, and whether `env` leads to an identity. */
  setPermissions(permissions: Permissions): void;
  /** Ends all mishaps, and takes all flags off the indexes. */
  calm(): void;
  world(): Promise<World>;
  /** Stops all services and ends their connections; again it does nothing. */
  close(): Promise<void>;
}

/** Starts all services. Raises RangeError for a malformed mishap or repository name. */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const secrets = newSecrets();
  const urls = new Map<Service, string>();
  const emulators = assemble(options, secrets, (service) => urls.get(service) ?? '');
  const troubles = (options.mishaps ?? []).map(parseMishap);
  const requests: RecordedRequest[] = [];
  const watch = options.onRequest === undefined ? {} : { onRequest: options.onRequest };
  const listening = new Map<Service, Listening>();
  const close = async (): Promise<void> => {
    const running = [...listening.values()];
    listening.clear();
    await Promise.all(running.map((each) => each.close()));
  };
  try {
    for (const [service, app] of emulators.apps) {
      const started = await listen({ service, app, mishaps: troubles, requests, ...watch });
      listening.set(service, started);
      urls.set(service, started.url);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const addresses = addressesOf(emulators, secrets, urls);
  const { setClaims, permissions } = emulators;
  const setPermissions = (given: Permissions): void => {
    for (const key of Object.keys(permissions)) delete permissions[key];
    Object.assign(permissions, given);
  };
  const calm = (): void => {
    troubles.length = 0;
    for (const { state } of [emulators.pypi, emulators.testpypi]) state.flags.clear();
  };
  return {
    ...addresses,
    get env() {
      return jobEnvironment(addresses, permissions);
    },
    requests,
    setClaims,
    setPermissions,
    calm,
    world: () => worldOf(emulators),
    close,
  };
}

interface Secrets {
  readonly forgeToken: string;
  readonly requestToken: string;
  readonly runtimeToken: string;
}

function newSecrets(): Secrets {
  return {
    // The prefix of an installation token, which scanners of logs know.
    forgeToken: `ghs_${randomBytes(18).toString('hex')}`,
    requestToken: randomBytes(24).toString('base64url'),
    runtimeToken: runtimeToken(),
  };
}

/** An unsigned JWT whose scope the cache and artifact clients read. */
function runtimeToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scope = { scp: 'Actions.Results:run-1:job-1', jti: randomBytes(8).toString('hex') };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(scope)}.`;
}

interface Emulators {
  readonly pypi: IndexEmulator;
  readonly testpypi: IndexEmulator;
  readonly repository: string;
  readonly gitDirectory: string;
  readonly forgeApi: string;
  readonly sigstore: SigstoreEmulator;
  readonly apps: readonly (readonly [Service, Hono])[];
  readonly forgeWorld: () => Promise<ForgeWorld>;
  readonly setClaims: (claims: Claims) => void;
  /** The job's, as the forge reads them at every request. */
  readonly permissions: Record<string, 'read' | 'write'>;
}

function assemble(options: ServiceOptions, secrets: Secrets, url: (service: Service) => string): Emulators {
  const { repository = 'octo/demo', scratch, flags = [] } = options;
  const ofForge = (flag: string): boolean => FORGE_FLAGS.some((each) => each === flag);
  let claims = options.claims ?? {};
  const permissions = { ...(options.permissions ?? JOB_PERMISSIONS) };
  const issuer = createIssuer({
    base: () => url('oidc'),
    claims: () => jobClaims({ repository, ...REPOSITORY_IDS }, claims),
    requestToken: secrets.requestToken,
  });
  const sigstore = createSigstore({ base: () => url('sigstore'), keys: issuer.keys });
  const index = (name: 'pypi' | 'testpypi'): IndexEmulator => {
    const { publishers = [], pending = [], projects = {}, renders } = options;
    const seeds = { publishers, pending, projects, flags: flags.filter((flag) => !ofForge(flag)) };
    const own = { name, base: () => url(name), keys: issuer.keys, trustedRoot: sigstore.trustedRoot };
    return createIndex({ ...seeds, ...own, ...(renders === undefined ? {} : { renders }) });
  };
  const forge = createForge({
    ...REPOSITORY_IDS,
    base: () => url('github'),
    repository,
    directory: scratch,
    token: secrets.forgeToken,
    permissions,
    flags: flags.filter(ofForge),
    ...(options.community === undefined ? {} : { community: options.community }),
    ...(options.forgeNow === undefined ? {} : { now: options.forgeNow }),
  });
  const results = createResults({ base: () => url('cache'), token: secrets.runtimeToken });
  const pypi = index('pypi');
  const testpypi = index('testpypi');
  return {
    pypi,
    testpypi,
    repository,
    gitDirectory: forge.gitDirectory,
    forgeApi: forge.api,
    sigstore,
    apps: [
      ['pypi', pypi.app],
      ['testpypi', testpypi.app],
      ['github', forge.app],
      ['oidc', issuer.app],
      ['cache', results.app],
      ['sigstore', sigstore.app],
      ['statistics', createStatistics(options.downloads ?? {})],
    ],
    forgeWorld: forge.world,
    setClaims: (given) => {
      claims = given;
    },
    permissions,
  };
}

type Addresses = Omit<
  Services,
  'env' | 'requests' | 'setClaims' | 'setPermissions' | 'calm' | 'world' | 'close'
>;

function addressesOf(emulators: Emulators, secrets: Secrets, urls: ReadonlyMap<Service, string>): Addresses {
  const at = (service: Service): string => urls.get(service) ?? '';
  const index = (service: 'pypi' | 'testpypi'): IndexService => ({
    base: at(service),
    upload: `${at(service)}/legacy/`,
    simple: `${at(service)}/simple/`,
    token: emulators[service].token,
  });
  const { repository, gitDirectory } = emulators;
  const server = `http://github.localhost:${new URL(at('github')).port}`;
  const api = `${at('github')}${emulators.forgeApi}`;
  const github = { api, server, token: secrets.forgeToken, repository, gitDirectory };
  const oidc = {
    request_url: `${at('oidc')}/token?api-version=2.0`,
    request_token: secrets.requestToken,
    sign: `${at('oidc')}/sign`,
  };
  const sigstore = {
    fulcio: `${at('sigstore')}/fulcio`,
    rekor: `${at('sigstore')}/rekor`,
    trustedRoot: emulators.sigstore.trustedRoot,
  };
  const cache = { url: `${at('cache')}/`, runtime_token: secrets.runtimeToken };
  const statistics = { url: `${at('statistics')}${STATISTICS_API}` };
  return { pypi: index('pypi'), testpypi: index('testpypi'), github, oidc, sigstore, statistics, cache };
}

async function worldOf({ pypi, testpypi, forgeWorld }: Emulators): Promise<World> {
  const { tags, releases } = await forgeWorld();
  const shown = releases.map(({ tag, draft, assets }) => ({ tag, draft, assets }));
  return { pypi: pypi.world(), testpypi: testpypi.world(), tags, releases: shown };
}
