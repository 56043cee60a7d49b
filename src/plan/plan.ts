/** What was asked: an immutable value, made from the inputs and the event alone, before anything is read or run. */

import type { Bump } from '../packaging/version.ts';
import type { IndexAddresses, IndexName } from './known-indexes.ts';
import type { PathName, PhaseName } from './paths.ts';

/** How the credential of an index is come by: decided here, before anything runs. The secret itself is never in a plan. */
export type CredentialPlan =
  | {
      readonly kind: 'token';
      /** Whom the index knows by it: no secret. */
      readonly user: string;
    }
  | { readonly kind: 'trusted-publishing' }
  /** This run could never upload, and only looks. */
  | { readonly kind: 'not-needed' }
  | {
      readonly kind: 'none';
      readonly reason: string;
      /** The forge whose identities the index does not take; absent where there is no identity. */
      readonly forge?: string;
    };

export interface IndexPlan extends IndexAddresses {
  readonly name: IndexName;
  readonly credential: CredentialPlan;
  /** False where trouble with this index only warns (`testpypi: best-effort`). */
  readonly required: boolean;
}

/** `best-effort`: trouble with attestations warns, and the files go up without. */
export type AttestationPolicy = 'required' | 'best-effort' | 'off';

export interface AttestationsPlan {
  /** For indexes that trusted publishing is planned for; none are sent to others. */
  readonly policy: AttestationPolicy;
  /** Why it is `off`, where nobody asked for that. */
  readonly reason?: string;
  /** Addresses of one's own Sigstore, without a trailing slash; undefined: the public one. */
  readonly fulcio: string | undefined;
  readonly rekor: string | undefined;
}

/** Where the version comes from. A tag push decides it; a dispatch may ask for one. */
export type VersionPlan =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'given'; readonly version: string }
  | { readonly kind: 'bump'; readonly bump: Bump }
  | { readonly kind: 'source' };

/** Whether a new version is asked for, so that it is to be written: a tag and the source have it already. */
export function writesVersion({ version }: Pick<Plan, 'version'>): boolean {
  return version.kind === 'given' || version.kind === 'bump';
}

/** The job's place on the forge, as the runner tells it. */
export interface ForgePlan {
  /** `owner/name`. */
  readonly repository: string;
  /** Commit that the workflow run is for. */
  readonly commit: string;
  /** File name of the workflow that runs (`release.yml`); undefined outside a workflow. */
  readonly workflow: string | undefined;
  /** Branch that the run was started from; undefined on a tag. */
  readonly branch: string | undefined;
  /** Web address of the forge, for links. */
  readonly server: string;
  readonly commitPolicy: 'push' | 'pull-request' | 'none' | 'auto';
  readonly release: 'publish' | 'draft' | 'none';
  readonly prerelease: boolean | 'auto';
  readonly latest: boolean | 'auto';
  /** `changelog`, `generated`, `both`, or a file in the working directory. */
  readonly notes: string;
  /** Further files for the release, as globs below the working directory. */
  readonly assets: readonly string[];
  readonly discussionCategory: string | undefined;
}

/** A framework test: the callable gets a real app of that framework. */
export interface FrameworkTest {
  readonly framework: 'flask' | 'fastapi';
  readonly module: string;
  readonly callable: string;
}

export interface ToolchainPlan {
  /** Version request for uv, e.g. `3.12`; undefined: what the project and the runner have. */
  readonly python: string | undefined;
  /** A semver range. */
  readonly uv: string;
  readonly extras: readonly string[] | 'all';
  readonly cache: CachePlan;
}

/** May this run restore or save caches, and the reason. */
export interface CachePlan {
  readonly use: boolean;
  readonly reason: string;
}

export interface CommandsPlan {
  /** Names of variables that children may see beyond the allow-list. */
  readonly env: readonly string[];
  readonly verify: string | 'auto';
  readonly test: string | 'auto' | false;
  /** Minutes after which the tests are stopped. */
  readonly testMinutes: number;
  readonly build: string | undefined;
  /** Config settings of the build (PEP 517), each `key=value`; a key may come again. */
  readonly configSettings: readonly string[];
  readonly fix: boolean;
  readonly smoke: readonly string[];
  readonly framework: readonly FrameworkTest[];
}

/** How the distributions get from the job that builds them to those that publish them. */
export type HandoverPlan =
  /** By artifacts of the workflow run. A job that builds has one name; names of a job that takes may hold `*` and `?`. */
  | {
      readonly kind: 'artifact';
      readonly names: readonly string[];
      /** Which job of the workflow this is, and which leg of its matrix: the same in every attempt. */
      readonly job: string;
      /** Which attempt of the workflow run this is, from 1. */
      readonly attempt: number;
      /** The name for what this step of the job alone will look for again. */
      readonly journal: string;
    }
  /** The workflow itself carries the directory of the distributions. */
  | { readonly kind: 'files'; readonly reason: string };

export interface Plan {
  readonly path: PathName;
  /** The whole path, or the selected phases, in the order of the release. */
  readonly phases: readonly PhaseName[];
  /** The action never knows that it is rehearsed: only addresses differ. */
  readonly mode: 'release' | 'dry-run';
  /** Top of the checkout, absolute. */
  readonly workspace: string;
  /** The project's directory, absolute. */
  readonly directory: string;
  /**
   * Which packages below the working directory are released together: their names or directories, as globs. `auto`: the project of the
   * working directory, or where that is none but the root of a workspace, all members that are for an index.
   */
  readonly members: readonly string[] | 'all' | 'auto';
  /** Directory of the distributions, absolute. */
  readonly packages: string;
  readonly handover: HandoverPlan;
  /** A directory of this run's own, outside the checkout, absolute. */
  readonly scratch: string;
  readonly version: VersionPlan;
  /** `auto`, or a text with `{version}` once. */
  readonly tagFormat: string;
  /** `auto`, or a file, relative to the working directory or to the top of the repository. */
  readonly changelog: string;
  readonly toolchain: ToolchainPlan;
  readonly commands: CommandsPlan;
  readonly indexes: Readonly<Record<IndexName, IndexPlan>>;
  readonly attestations: AttestationsPlan;
  /** Root of the service that counts downloads from PyPI's place, without a trailing slash; undefined: none is known for that index. */
  readonly statistics: string | undefined;
  readonly uploader: 'uv' | 'twine';
  readonly uploadConcurrency: number;
  readonly preflight: 'static' | 'mint';
  readonly forge: ForgePlan;
  readonly badges: 'check' | 'update';
  /** True where an `announce-webhook` was given; its address is a secret and stays with the adapter. */
  readonly announce: boolean;
  /** Checklist rows that may fail, by id. */
  readonly allow: readonly string[];
}

/** Freezes a plan and all within it, so that no phase can change what was asked. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}
