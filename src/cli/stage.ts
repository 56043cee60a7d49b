/** Sets the stage for a release: the servers, the repository on the forge, the checkout and the job's environment. */

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Permissions } from '../emulators/job.ts';
import { type Services, startServices } from '../emulators/serve.ts';
import { normalizedName } from '../packaging/project-name.ts';
import { type ProjectSource, projectSource, SOURCE_FILES } from '../packaging/project-source.ts';
import type { Job } from './job.ts';
import { jobSecrets } from './job-secrets.ts';
import { actionDirectory, cacheDirectory } from './places.ts';
import { pushedTag } from './pushed-tag.ts';
import { createReadmeJudge } from './readme.ts';
import { checkOut, fillForge, pushTag, type Source, sourceOf, tagsOnTip } from './repository.ts';
import { hostEnvironment, runnerEnvironment } from './runner-environment.ts';

export interface StageOptions {
  /** The user's project. */
  readonly project: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: 'tag' | 'dispatch';
  readonly mishaps: readonly string[];
  /** The job's `permissions:` map; all that a release may need where absent. */
  readonly permissions?: Permissions;
  /** An empty directory for the servers and the runner. */
  readonly scratch: string;
}

export interface Stage {
  readonly services: Services;
  readonly source: Source;
  readonly job: Job;
}

/** Who owns repositories on the built-in forge. */
const OWNER = 'octo';
const WORKFLOW = 'release.yml';

/** Starts the servers, fills the forge with the project, and checks it out as a runner would. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { scratch, event } = options;
  const source = await sourceOf(options.project, scratch);
  const project = await projectIn(source);
  const name = repositoryName(source);
  const publisher = { owner: OWNER, owner_id: '3', repository: name, workflow: WORKFLOW, environment: '' };
  const eventName = event === 'tag' ? 'push' : 'workflow_dispatch';
  const tag = pushedTag({
    tags: await tagsOnTip(source),
    format: options.inputs['tag-format'],
    version: project?.version,
  });
  const ref = event === 'tag' ? `refs/tags/${tag}` : `refs/heads/${source.branch}`;
  const services = await startServices({
    repository: `${OWNER}/${name}`,
    scratch: path.join(scratch, 'servers'),
    mishaps: options.mishaps,
    ...(options.permissions === undefined ? {} : { permissions: options.permissions }),
    renders: createReadmeJudge(cacheDirectory()),
    pending: project?.name === undefined ? [] : [{ ...publisher, project: normalizedName(project.name) }],
    claims: {
      ref,
      event_name: eventName,
      workflow_ref: workflowRef(name, ref),
      job_workflow_ref: workflowRef(name, ref),
    },
  });
  const commit = await fillForge(source, services.github.gitDirectory);
  if (event === 'tag') await pushTag(services.github.gitDirectory, tag, commit);
  const workspace = path.join(scratch, 'work', name, name);
  await checkOut(services.github.gitDirectory, workspace, { ref, sha: commit });
  const temp = path.join(scratch, 'temp');
  await mkdir(temp, { recursive: true });
  const run = {
    ref,
    commit,
    event: eventName,
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
    'pypi-url': services.pypi.upload,
    'testpypi-url': services.testpypi.upload,
    'fulcio-url': services.sigstore.fulcio,
    'rekor-url': services.sigstore.rekor,
    'github-token': services.github.token,
    ...(source.prefix === '' ? {} : { 'working-directory': source.prefix }),
    ...options.inputs,
  };
  return {
    services,
    source,
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

function repositoryName({ top, prefix }: Source): string {
  return path.basename(prefix === '' ? top : prefix).replace(/[^\w.-]/g, '-');
}

function workflowRef(name: string, ref: string): string {
  return `${OWNER}/${name}/.github/workflows/${WORKFLOW}@${ref}`;
}

/** The project's name and version, for the servers' sake; what is wrong with it the action itself will say. */
async function projectIn({ top, prefix }: Source): Promise<ProjectSource | undefined> {
  const text = (file: string) => readFile(path.join(top, prefix, file), 'utf8').catch(() => undefined);
  try {
    const texts = await Promise.all(SOURCE_FILES.map(async (file) => [file, await text(file)]));
    return projectSource(Object.fromEntries(texts));
  } catch {
    return undefined;
  }
}
