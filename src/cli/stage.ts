/** Sets the stage for a release: the servers, the repository on the forge, the checkout and the job's environment. */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Permissions } from '../emulators/job.ts';
import { type Services, startServices } from '../emulators/serve.ts';
import { TOKEN_USER } from '../plan/credential.ts';
import { type Cast, type CastOptions, castOf } from './cast.ts';
import type { Job } from './job.ts';
import { jobSecrets } from './job-secrets.ts';
import { actionDirectory, cacheDirectory } from './places.ts';
import { createReadmeJudge } from './readme.ts';
import { checkOut, checkOutSubmodules, fillForge, pushTag, type Source } from './repository.ts';
import { hostEnvironment, runnerEnvironment } from './runner-environment.ts';
import { stagedAmong } from './staged-inputs.ts';

export interface StageOptions extends CastOptions {
  readonly mishaps: readonly string[];
  /** The job's `permissions:` map; all that a release may need where absent. */
  readonly permissions?: Permissions;
}

export interface Stage {
  readonly services: Services;
  readonly source: Source;
  readonly job: Job;
  /** Settings of the project's pyproject.toml that the stage's own inputs win over. */
  readonly overruled: readonly string[];
}

/** Who owns repositories on the built-in forge. */
const OWNER = 'octo';
const WORKFLOW = 'release.yml';

/** Starts the servers, fills the forge with the project, and checks it out as a runner would. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { scratch, event } = options;
  const cast = await castOf(options);
  const { source, names, name, tag } = cast;
  const publisher = { owner: OWNER, owner_id: '3', repository: name, workflow: WORKFLOW, environment: '' };
  const ref = event === 'tag' ? `refs/tags/${tag}` : `refs/heads/${source.branch}`;
  const services = await startServices({
    repository: `${OWNER}/${name}`,
    scratch: path.join(scratch, 'servers'),
    mishaps: options.mishaps,
    ...(options.permissions === undefined ? {} : { permissions: options.permissions }),
    renders: createReadmeJudge(cacheDirectory()),
    // An index lets one project wait for its first release by a publisher: several are there already.
    ...(names.length === 1
      ? { pending: names.filter(Boolean).map((each) => ({ ...publisher, project: each })) }
      : { publishers: [{ ...publisher, projects: names }] }),
    claims: {
      ref,
      event_name: eventNameOf(event),
      workflow_ref: workflowRef(name, ref),
      job_workflow_ref: workflowRef(name, ref),
    },
  });
  try {
    return await stageOf({ ...options, ...cast, services, ref });
  } catch (error) {
    // A server that listens would keep the program from ever ending.
    await services.close();
    throw error;
  }
}

interface Set extends StageOptions, Cast {
  readonly services: Services;
  readonly ref: string;
}

async function stageOf({ services, source, settings, name, tag, ref, ...options }: Set): Promise<Stage> {
  const { scratch, event } = options;
  const commit = await fillForge(source, services.github.gitDirectory);
  if (event === 'tag') await pushTag(services.github.gitDirectory, tag, commit);
  const workspace = path.join(scratch, 'work', name, name);
  await checkOut(services.github.gitDirectory, workspace, { ref, sha: commit });
  await checkOutSubmodules(source.top, workspace);
  const temp = path.join(scratch, 'temp');
  await mkdir(temp, { recursive: true });
  const run = {
    ref,
    commit,
    event: eventNameOf(event),
    repository: `${OWNER}/${name}`,
    inputs: options.inputs,
    workspace,
    temp,
  };
  const environment = {
    ...hostEnvironment(process.env),
    ...services.env,
    ...(await runnerEnvironment(run)),
  };
  const inputs = {
    ...addressesOf(services),
    ...options.inputs,
    ...(source.prefix !== '' && !options.inputs['working-directory']
      ? { 'working-directory': source.prefix }
      : {}),
  };
  return {
    services,
    source,
    overruled: stagedAmong(settings),
    job: {
      action: actionDirectory(),
      inputs,
      environment,
      secrets: jobSecrets(services),
      workspace,
      temp,
      node: process.execPath,
    },
  };
}

function eventNameOf(event: StageOptions['event']): string {
  return event === 'tag' ? 'push' : 'workflow_dispatch';
}

/** Whatever the project's own settings name, these win over. */
function addressesOf({
  pypi,
  testpypi,
  sigstore,
  statistics,
  github,
}: Services): Readonly<Record<string, string>> {
  return {
    'pypi-url': pypi.upload,
    'testpypi-url': testpypi.upload,
    'pypi-simple-url': pypi.simple,
    'testpypi-simple-url': testpypi.simple,
    'pypi-user': TOKEN_USER,
    'testpypi-user': TOKEN_USER,
    'fulcio-url': sigstore.fulcio,
    'rekor-url': sigstore.rekor,
    'statistics-url': statistics.url,
    'github-token': github.token,
  };
}

function workflowRef(name: string, ref: string): string {
  return `${OWNER}/${name}/.github/workflows/${WORKFLOW}@${ref}`;
}
