/** Builds the World of a plan: here adapters meet what they are to serve, and secrets meet adapters. */

import path from 'node:path';
import { createHandover } from '../adapters/actions/handover.ts';
import { createProcesses } from '../adapters/actions/process.ts';
import { mask } from '../adapters/actions/runner.ts';
import { createCheckout } from '../adapters/git/checkout.ts';
import { createTags } from '../adapters/git/tags.ts';
import { createForge } from '../adapters/github/forge.ts';
import { createIdentity } from '../adapters/github/identity.ts';
import { createCredential } from '../adapters/index/credential.ts';
import { createPackageIndex } from '../adapters/index/package-index.ts';
import { createStatistics } from '../adapters/index/statistics.ts';
import { createTrustedPublishing } from '../adapters/index/trusted-publishing.ts';
import { createUploader } from '../adapters/index/uploaders.ts';
import { createClock } from '../adapters/node/clock.ts';
import { createFiles } from '../adapters/node/files.ts';
import { createHttp } from '../adapters/node/http.ts';
import { createStaging } from '../adapters/node/staging.ts';
import { createWeb } from '../adapters/node/web.ts';
import { createAnnouncer } from '../adapters/node/webhook.ts';
import { createPython } from '../adapters/python/python.ts';
import { createSigner } from '../adapters/sigstore/signer.ts';
import { packageDirectories } from '../phases/setup/members.ts';
import { type IndexName, PUBLISH_PREDICATE, TOOL_INDEX } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock } from '../ports/clock.ts';
import type { PackageIndex } from '../ports/package-index.ts';
import type { World } from '../ports/world.ts';
import { childEnvironment, type Environment } from './environment.ts';
import type { Inputs } from './inputs.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { VERSION } from './version.ts';

export interface Composed {
  readonly world: World;
  /** What the children and the servers took of the run's time. */
  readonly ledger: Ledger;
  /** Whether somebody gave up on work that goes on unheard. */
  hasLeftWork(): boolean;
  /** Ends all children, within so many milliseconds. */
  stop(grace: number): Promise<void>;
}

/** The World of a plan. Nothing is started, asked or loaded before a phase uses it. */
export function compose(plan: Plan, inputs: Inputs, environment: Environment): Composed {
  const ledger = createLedger();
  let leftWork = false;
  const clock = recorded(createClock(), ledger, () => {
    leftWork = true;
  });
  const userAgent = `pypi-release/${VERSION}`;
  const http = createHttp({ clock, userAgent, onSpan: ledger.record });
  const files = createFiles();
  const variables = childEnvironment(environment.variables, plan.commands.env);
  const processes = createProcesses({ environment: variables, onSpan: ledger.record });
  const python = createPython({
    directory: plan.directory,
    scratch: plan.scratch,
    toolCache: environment.toolCache,
    toolIndex: TOOL_INDEX,
    uvRange: plan.toolchain.uv,
    python: plan.toolchain.python,
    extras: plan.toolchain.extras,
    packages: () => packageDirectories(plan, files),
    configSettings: plan.commands.configSettings,
    processes,
    files,
    http,
    searchPath: variables.PATH ?? variables.Path ?? '',
    platform: { os: process.platform, arch: process.arch },
  });
  const identity = createIdentity({ clock });
  const staging = createStaging(path.join(plan.scratch, 'uploads'));
  const index = (name: IndexName): PackageIndex => {
    const exchange = createTrustedPublishing({ plan: plan.indexes[name], http, identity, clock, mask });
    const commands = python.programs;
    return createPackageIndex({
      plan: plan.indexes[name],
      http,
      uploader: createUploader(plan.uploader, { processes, commands, staging }),
      credential: createCredential(plan.indexes[name], { token: inputs.tokens[name], exchange }),
    });
  };
  const world: World = {
    toolchain: python.toolchain,
    checks: python.checks,
    backEnd: python.backEnd,
    builder: python.builder,
    environments: python.environments,
    markup: python.markup,
    newsFragments: python.newsFragments,
    versionReplacer: python.versionReplacer,
    indexes: { testpypi: index('testpypi'), pypi: index('pypi') },
    forge: createForge({
      token: inputs.githubToken ?? '',
      repository: plan.forge.repository,
      api: environment.api,
      clock,
      onSpan: ledger.record,
    }),
    signer: createSigner({
      identity,
      clock,
      fulcio: plan.attestations.fulcio,
      rekor: plan.attestations.rekor,
      predicateType: PUBLISH_PREDICATE,
      onSpan: ledger.record,
    }),
    announcer: createAnnouncer({ http, url: inputs.announceWebhook }),
    checkout: createCheckout(processes, plan.directory),
    handover: createHandover({ scratch: plan.scratch, files }),
    tags: createTags(processes, plan.directory),
    statistics: createStatistics({ http, root: plan.statistics }),
    web: createWeb({ userAgent, onSpan: ledger.record }),
    files,
    clock,
  };
  return { world, ledger, hasLeftWork: () => leftWork, stop: (grace) => processes.stop(grace) };
}

/** Waiting for an index or a limit is the world's time, not ours. */
function recorded(clock: Clock, ledger: Ledger, onLeftWork: () => void): Clock {
  return {
    ...clock,
    async sleep(milliseconds) {
      const started = clock.now().getTime();
      await clock.sleep(milliseconds);
      ledger.record({ started, ended: clock.now().getTime() });
    },
    async within(milliseconds, work) {
      const result = await clock.within(milliseconds, work);
      if (result === undefined) onLeftWork();
      return result;
    },
  };
}
