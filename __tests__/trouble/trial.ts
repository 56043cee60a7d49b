/** An upload run, phases testpypi and pypi, with the real adapters and uv against the built-in servers; only time is quick. */

import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment, environmentOf } from '../../src/action/environment.ts';
import { parsedInputs } from '../../src/action/inputs.ts';
import { planFrom } from '../../src/action/plan-from.ts';
import { createProcesses } from '../../src/adapters/actions/process.ts';
import { createIdentity } from '../../src/adapters/github/identity.ts';
import { createCredential } from '../../src/adapters/index/credential.ts';
import { createPackageIndex } from '../../src/adapters/index/package-index.ts';
import { createTrustedPublishing } from '../../src/adapters/index/trusted-publishing.ts';
import { createUploader, type Uploader } from '../../src/adapters/index/uploaders.ts';
import { createFiles } from '../../src/adapters/node/files.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import { createStaging } from '../../src/adapters/node/staging.ts';
import { createSigner } from '../../src/adapters/sigstore/signer.ts';
import type { RecordedRequest } from '../../src/emulators/listen.ts';
import { type Services, startServices } from '../../src/emulators/serve.ts';
import { sha256Hex } from '../../src/packaging/digest.ts';
import { PHASE_TABLE } from '../../src/phases/table.ts';
import { type IndexName, PUBLISH_PREDICATE } from '../../src/plan/known-indexes.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { PackageIndex } from '../../src/ports/package-index.ts';
import type { Outcome } from '../../src/release/event.ts';
import type { Fault } from '../../src/release/fault.ts';
import { perform } from '../../src/release/perform.ts';
import { memoryForge } from '../support/memory-forge.ts';
import { pythonTools } from '../support/python-tools.ts';
import { makeScratch } from '../support/scratch.ts';
import { aWorld, fakeCheckout } from '../support/world.ts';
import { NAME, type Prepared, VERSION } from './distributions.ts';

/** One call of the upload tool. */
export interface Sent {
  readonly index: IndexName;
  readonly filename: string;
  /** Of the bytes on disk when they were sent. */
  readonly sha256: string;
  /** What the index held under that name just before; undefined where nothing. */
  readonly held: string | undefined;
  /** Virtual time, milliseconds. */
  readonly at: number;
}

/** What one run came to. */
export interface Ran {
  readonly outcome: Outcome;
  readonly faults: readonly Fault[];
  readonly bug: unknown;
  /** False where the preflight stopped it. */
  readonly begun: boolean;
  readonly sent: readonly Sent[];
  readonly requests: readonly RecordedRequest[];
  /** Virtual seconds. */
  readonly seconds: number;
}

/** Filename → sha256 of our release on an index. */
export type Held = Readonly<Record<string, string>>;

export interface Trial {
  run(): Promise<Ran>;
  held(index: IndexName): Promise<Held>;
  readonly services: Services;
  close(): Promise<void>;
}

/** What a trial differs in from the calm one. */
export interface TrialOptions {
  readonly mishaps?: readonly string[];
  readonly flags?: readonly string[];
  /** False: without attestations, which is quicker. */
  readonly attested?: boolean;
}

const OWNER = 'octo';
/** Real milliseconds; the client's own retries of a passing trouble take fewer. */
const IDENTITY_LIMIT = 1_500;
/** A sleep really waits this long at the most, in milliseconds. */
const LONGEST_WAIT = 3;

/** Starts servers of its own, on which the project is pending. */
export async function openTrial(
  project: Prepared,
  { attested = true, ...settings }: TrialOptions = {},
): Promise<Trial> {
  const scratch = makeScratch();
  const publisher = { owner: OWNER, owner_id: '3', repository: 'demo', workflow: 'release.yml' };
  const services = await startServices({
    repository: `${OWNER}/demo`,
    scratch: scratch.directory,
    pending: [{ ...publisher, environment: '', project: NAME }],
    ...settings,
  });
  const temp = scratch.directory;
  return {
    services,
    run: () => ran(services, planOf(project, services, { temp, attested })),
    held: async (index) => (await services.world())[index][NAME]?.[VERSION] ?? {},
    async close() {
      await services.close();
      scratch.remove();
    },
  };
}

async function ran(services: Services, plan: Plan): Promise<Ran> {
  const clock = quickClock();
  const started = clock.now().getTime();
  const since = services.requests.length;
  const sent: Sent[] = [];
  // The client of the identity service reads these from the process itself.
  Object.assign(process.env, services.env);
  const world = aWorld({
    indexes: {
      testpypi: await indexOf('testpypi', { plan, services, clock, sent }),
      pypi: await indexOf('pypi', { plan, services, clock, sent }),
    },
    files: createFiles(),
    signer: createSigner({
      identity: createIdentity({ clock, limit: IDENTITY_LIMIT }),
      clock,
      fulcio: plan.attestations.fulcio,
      rekor: plan.attestations.rekor,
      predicateType: PUBLISH_PREDICATE,
    }),
    forge: memoryForge(),
    checkout: fakeCheckout([]),
    clock,
  });
  const { outcome, faults, bug, failedPhase } = await perform({
    plan,
    world,
    table: PHASE_TABLE,
    subscribers: [],
    faults: [],
  });
  const seconds = (clock.now().getTime() - started) / 1_000;
  const begun = outcome !== 'failed' || failedPhase !== undefined;
  return { outcome, faults, bug, begun, sent, requests: services.requests.slice(since), seconds };
}

/** A clock whose sleeps are over at once, and that is ahead by all of them. */
function quickClock(): Clock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    async sleep(milliseconds) {
      const waited = Math.min(milliseconds, LONGEST_WAIT);
      ahead += milliseconds - waited;
      await delay(waited);
    },
    within: (_milliseconds, work) => work,
  };
}

interface Manner {
  readonly temp: string;
  readonly attested: boolean;
}

function planOf({ directory }: Prepared, services: Services, { temp, attested }: Manner): Plan {
  const environment = environmentOf(
    {
      ...services.env,
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: temp,
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_SHA: '0'.repeat(40),
    },
    directory,
  );
  const inputs = {
    phase: 'testpypi,pypi',
    'pypi-url': services.pypi.upload,
    'testpypi-url': services.testpypi.upload,
    attestations: attested ? 'required' : 'off',
    'fulcio-url': services.sigstore.fulcio,
    'rekor-url': services.sigstore.rekor,
  };
  const { inputs: parsed, faults } = parsedInputs(inputs, {});
  const { plan, faults: planned } = planFrom(parsed, environment);
  const wrong = [...faults, ...planned].map(({ finding }) => finding);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return plan;
}

interface Surroundings {
  readonly plan: Plan;
  readonly services: Services;
  readonly clock: Clock;
  readonly sent: Sent[];
}

/** As the action composes it. */
async function indexOf(
  name: IndexName,
  { plan, services, clock, sent }: Surroundings,
): Promise<PackageIndex> {
  const { uv, twine } = await pythonTools();
  const indexPlan = plan.indexes[name];
  const http = createHttp({ clock, userAgent: 'pypi-release-trouble' });
  const mask = (): void => {};
  const identity = createIdentity({ clock, limit: IDENTITY_LIMIT });
  const exchange = createTrustedPublishing({ plan: indexPlan, http, identity, clock, mask });
  const processes = createProcesses({ environment: childEnvironment(process.env, []) });
  const uploader = createUploader('uv', {
    processes,
    commands: { uv: async () => uv, twine: async () => twine },
    staging: createStaging(plan.scratch),
  });
  return createPackageIndex({
    plan: indexPlan,
    http,
    uploader: watched(uploader, async (file) => {
      const filename = file.split(/[\\/]/).at(-1) ?? '';
      const sha256 = sha256Hex(await readFile(file));
      const held = (await services.world())[name][NAME]?.[VERSION]?.[filename];
      sent.push({ index: name, filename, sha256, held, at: clock.now().getTime() });
    }),
    credential: createCredential(indexPlan, { token: undefined, exchange }),
  });
}

function watched(uploader: Uploader, before: (file: string) => Promise<void>): Uploader {
  return {
    async upload(file, to) {
      await before(file);
      return uploader.upload(file, to);
    },
  };
}
