/**
 * The phases from build to post-publish with the real forge adapter against the built-in forge, time quick, and all else in memory.
 * No two builds give the same bytes, so that only the journal can make two runs agree.
 */

import { setTimeout as delay } from 'node:timers/promises';
import { createForge } from '../../src/adapters/github/forge.ts';
import { fillForge, sourceOf } from '../../src/cli/repository.ts';
import type { RecordedRequest } from '../../src/emulators/listen.ts';
import { type Services, startServices } from '../../src/emulators/serve.ts';
import { PHASE_TABLE } from '../../src/phases/table.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type Performed, perform } from '../../src/release/perform.ts';
import { tarGzOf, zipOf } from '../packaging/archives.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { type MemoryIndex, memoryIndex } from '../support/memory-index.ts';
import { makeScratch } from '../support/scratch.ts';
import {
  aPlan,
  aWorld,
  DIRECTORY,
  DONE,
  fakeBuilder,
  fakeCheckout,
  PACKAGES,
  sdistMembers,
  wheelMembers,
} from '../support/world.ts';
import { TAG } from './forge-judge.ts';

/** A sleep really waits this long at the most, in milliseconds. */
const LONGEST_WAIT = 2;
const REPOSITORY = 'octo/demo';
const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';

export interface ForgeTrialOptions {
  /** Git repository whose commit the runs are of. */
  readonly origin: string;
  readonly mishaps?: readonly string[];
  readonly flags?: readonly string[];
}

export interface ForgeTrial {
  readonly services: Services;
  readonly commit: string;
  readonly indexes: Readonly<Record<'testpypi' | 'pypi', MemoryIndex>>;
  run(): Promise<Performed>;
  announced(): number;
  /** What was public before its time, as sentences. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

/** Starts a forge of its own. */
export async function openForgeTrial({ origin, ...given }: ForgeTrialOptions): Promise<ForgeTrial> {
  const scratch = makeScratch();
  const violations: string[] = [];
  const indexes = { testpypi: memoryIndex(), pypi: memoryIndex() };
  let told = 0;
  const clock = quickClock();
  const services: Services = await startServices({
    repository: REPOSITORY,
    forgeNow: () => clock.now(),
    scratch: scratch.file('servers'),
    ...given,
    async onRequest(phase, _n, request) {
      if (phase === 'after') violations.push(...(await tooEarly(services, request, indexes.pypi)));
      return 'go-on';
    },
  });
  const commit = await fillForge(await sourceOf(origin, scratch.file('copy')), services.github.gitDirectory);
  const plan = planOf(commit);
  let builds = 0;
  return {
    services,
    commit,
    indexes,
    violations,
    announced: () => told,
    async run() {
      const files = memoryFiles({
        [`${DIRECTORY}/pyproject.toml`]: '[project]\nname = "demo"\nversion = "1.1.0"\n',
        [`${DIRECTORY}/CHANGELOG.md`]: '# Changelog\n\n## [Unreleased]\n\n- Neap.\n',
      });
      const builder = fakeBuilder(async () => {
        builds += 1;
        const stamp = `BUILD = ${builds}\n`;
        await files.write(`${PACKAGES}/${WHEEL}`, zipOf(wheelMembers({ 'demo/__init__.py': stamp })));
        await files.write(
          `${PACKAGES}/${SDIST}`,
          await tarGzOf(sdistMembers({ 'demo-1.2.0/demo/__init__.py': stamp })),
        );
        return DONE;
      });
      const { api, token } = services.github;
      const world = aWorld({
        ...{ files, builder, clock, indexes },
        checkout: {
          ...fakeCheckout([]),
          head: async () => ({ commit, time: 1_700_000_000, shallow: false }),
        },
        forge: createForge({ token, repository: REPOSITORY, api, clock }),
        announcer: {
          async announce() {
            told += 1;
          },
        },
      });
      return perform({ plan, world, table: PHASE_TABLE, subscribers: [], faults: [] });
    },
    async close() {
      await services.close();
      scratch.remove();
    },
  };
}

function planOf(commit: string): Plan {
  return aPlan({
    phases: ['build', 'testpypi', 'pypi', 'post-publish'],
    version: { kind: 'bump', bump: 'minor' },
    announce: true,
    forge: { repository: REPOSITORY, commit, branch: 'main', commitPolicy: 'push' },
  });
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

async function tooEarly(
  services: Services,
  { method, path }: RecordedRequest,
  pypi: MemoryIndex,
): Promise<readonly string[]> {
  // Nothing else makes a tag or publishes a release.
  if (method === 'GET' || !/\/git\/refs|\/releases(?:\/\d+)?$/.test(path)) return [];
  const { tags, releases } = await services.world();
  const isPublic = TAG in tags || releases.some(({ draft }) => !draft);
  return isPublic && pypi.held.size < 2
    ? [`after ${method} ${path} a tag or release is public, and PyPI has ${pypi.held.size} files`]
    : [];
}
