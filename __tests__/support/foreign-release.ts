/** Releases of the tiny project to an index of any kind, in this process: the real World of a plan, and the built-in forge. */

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from '../../src/action/compose.ts';
import { environmentOf } from '../../src/action/environment.ts';
import { parsedInputs } from '../../src/action/inputs.ts';
import { planFrom } from '../../src/action/plan-from.ts';
import { createProcesses } from '../../src/adapters/actions/process.ts';
import { createPackageIndex } from '../../src/adapters/index/package-index.ts';
import { createUploader, type UploaderName } from '../../src/adapters/index/uploaders.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import { checkOut, fillForge, sourceOf } from '../../src/cli/repository.ts';
import { hostEnvironment, runnerEnvironment } from '../../src/cli/runner-environment.ts';
import { type ServiceOptions, type Services, startServices } from '../../src/emulators/serve.ts';
import { PHASE_TABLE } from '../../src/phases/table.ts';
import { indexAddresses } from '../../src/plan/known-indexes.ts';
import type { IndexPlan } from '../../src/plan/plan.ts';
import type { PackageIndex } from '../../src/ports/package-index.ts';
import type { Event } from '../../src/release/event.ts';
import { type Performed, perform } from '../../src/release/perform.ts';
import { fakeClock } from './fake-clock.ts';
import { pythonTools } from './python-tools.ts';
import { makeScratch } from './scratch.ts';

const TINY = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/projects/tiny');

/** What a run came to. */
export interface ForeignRun extends Performed {
  readonly events: readonly Event[];
}

/** The tiny project on a forge of its own, to be released as often as is asked. */
export interface ForeignRelease {
  readonly services: Services;
  readonly commit: string;
  /** Releases by path C, with these inputs, on a fresh checkout of the same commit. The job has no identity. */
  run(inputs: Readonly<Record<string, string>>, start?: Start): Promise<ForeignRun>;
  close(): Promise<void>;
}

/** What starts a run. */
export interface Start {
  readonly event: string;
  readonly ref: string;
}

const BY_HAND: Start = { event: 'workflow_dispatch', ref: 'refs/heads/main' };

export interface ForeignProject {
  /** What differs in the project's files: by name, a text of the file and what stands in its place. */
  readonly replaced?: Readonly<Record<string, readonly [string, string]>>;
  /** What the servers hold beforehand. */
  readonly services?: Pick<ServiceOptions, 'community' | 'downloads'>;
}

/** Puts the project on a forge. */
export async function openForeignRelease({
  replaced = {},
  services: held = {},
}: ForeignProject = {}): Promise<ForeignRelease> {
  const scratch = makeScratch();
  const origin = scratch.file('origin', 'tiny-tide');
  await cp(TINY, origin, { recursive: true });
  for (const [name, [from, to]] of Object.entries(replaced)) {
    const file = path.join(origin, name);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  }
  const services = await startServices({
    ...held,
    repository: 'octo/tiny-tide',
    scratch: scratch.file('servers'),
  });
  const { gitDirectory, repository } = services.github;
  const commit = await fillForge(await sourceOf(origin, scratch.file('copy')), gitDirectory);
  let runs = 0;
  return {
    services,
    commit,
    async run(inputs, { event, ref } = BY_HAND) {
      runs += 1;
      const [workspace, temp] = [scratch.file(`work-${runs}`), scratch.file(`temp-${runs}`)];
      await mkdir(temp, { recursive: true });
      await checkOut(gitDirectory, workspace, { ref, sha: commit });
      const runner = await runnerEnvironment({ ref, commit, event, repository, inputs: {}, workspace, temp });
      const given = { path: 'C', 'github-token': services.github.token, ...inputs };
      return performed({ ...hostEnvironment(process.env), ...forgeOf(services), ...runner }, given);
    },
    async close() {
      await services.close();
      scratch.remove();
    },
  };
}

function forgeOf({ env }: Services): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('GITHUB_')));
}

async function performed(
  variables: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Promise<ForeignRun> {
  const asked = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const environment = environmentOf({ ...variables, ...Object.fromEntries(asked) }, process.cwd());
  const { inputs, faults: inputFaults } = parsedInputs(environment.inputs, {});
  const { plan, faults: planFaults, refusals } = planFrom(inputs, environment);
  const { world } = compose(plan, inputs, environment);
  const events: Event[] = [];
  const done = await perform({
    plan,
    world,
    table: PHASE_TABLE,
    subscribers: [(event) => void events.push(event)],
    faults: [...inputFaults, ...planFaults],
    refusals,
  });
  return { ...done, events };
}

/** What a client of an index is made with. */
export interface ClientOptions {
  /** The upload address. */
  readonly upload: string;
  readonly token: string;
  /** Whom the token belongs to; `__token__` where absent. */
  readonly user?: string;
  readonly uploader?: UploaderName;
}

/** Our own client of an index, with a real upload tool. Its clock waits in no time. */
export async function foreignClient({
  upload,
  token,
  user,
  uploader = 'uv',
}: ClientOptions): Promise<PackageIndex> {
  const tools = await pythonTools();
  const plan = foreignPlan(upload, user);
  const processes = createProcesses({ environment: hostEnvironment(process.env) });
  const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
  return createPackageIndex({
    plan,
    http: createHttp({ clock: fakeClock(), userAgent: 'test' }),
    uploader: createUploader(uploader, { processes, commands }),
    credential: async () => token,
  });
}

/** The plan of an index at this upload address, over a token of this user's. */
export function foreignPlan(upload: string, user = '__token__'): IndexPlan {
  return {
    ...indexAddresses('pypi', upload),
    name: 'pypi',
    credential: { kind: 'token', user },
    required: true,
  };
}
