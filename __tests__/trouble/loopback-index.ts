/** One built-in index whose clock is the test's, and clients of it: the real adapter, with uv. */

import { childEnvironment } from '../../src/action/environment.ts';
import { createProcesses } from '../../src/adapters/actions/process.ts';
import { createPackageIndex } from '../../src/adapters/index/package-index.ts';
import { createUploader } from '../../src/adapters/index/uploaders.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import { createStaging } from '../../src/adapters/node/staging.ts';
import { createIndex, type IndexEmulator, type IndexOptions } from '../../src/emulators/index/emulator.ts';
import { listen, type RecordedRequest } from '../../src/emulators/listen.ts';
import { parseMishap } from '../../src/emulators/mishaps.ts';
import type { IndexPlan } from '../../src/plan/plan.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { PackageIndex } from '../../src/ports/package-index.ts';
import { indexPlan } from '../support/index-plan.ts';
import { pythonTools } from '../support/python-tools.ts';
import { makeScratch } from '../support/scratch.ts';

export interface LoopbackIndex {
  readonly emulator: IndexEmulator;
  readonly requests: readonly RecordedRequest[];
  readonly plan: IndexPlan;
  /** A client of its own, as every job has one. */
  client(clock: Clock): Promise<PackageIndex>;
  close(): Promise<void>;
}

export interface LoopbackOptions extends Pick<IndexOptions, 'now' | 'pause' | 'propagation' | 'projects'> {
  readonly mishaps?: readonly string[];
}

/** Starts it. A token of its owner is the credential. */
export async function openIndex({ mishaps = [], ...options }: LoopbackOptions): Promise<LoopbackIndex> {
  const scratch = makeScratch();
  const requests: RecordedRequest[] = [];
  let base = '';
  const emulator = createIndex({ name: 'pypi', base: () => base, keys: () => ({ keys: [] }), ...options });
  const listening = await listen({
    service: 'pypi',
    app: emulator.app,
    mishaps: mishaps.map(parseMishap),
    requests,
  });
  base = listening.url;
  const plan = indexPlan(base);
  return {
    emulator,
    requests,
    plan,
    async client(clock) {
      const { uv, twine } = await pythonTools();
      return createPackageIndex({
        plan,
        http: createHttp({ clock, userAgent: 'pypi-release-trouble' }),
        uploader: createUploader('uv', {
          processes: createProcesses({ environment: childEnvironment(process.env, []) }),
          commands: { uv: async () => uv, twine: async () => twine },
          staging: createStaging(scratch.directory),
        }),
        credential: async () => emulator.token,
      });
    },
    async close() {
      await listening.close();
      scratch.remove();
    },
  };
}
