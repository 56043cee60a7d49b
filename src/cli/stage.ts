/** Sets the stage for a release: the servers, the repository on the forge, the checkout and the job's environment. */

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsedInputs } from '../action/inputs.ts';
import { createFiles } from '../adapters/node/files.ts';
import type { Permissions } from '../emulators/job.ts';
import { type Services, startServices } from '../emulators/serve.ts';
import { normalizedName } from '../packaging/project-name.ts';
import { type ProjectSource, projectSource, SOURCE_FILES } from '../packaging/project-source.ts';
import { chosenMembers, type Member } from '../phases/setup/members.ts';
import { TOKEN_USER } from '../plan/credential.ts';
import { Stopped } from '../release/fault.ts';
import type { Job } from './job.ts';
import { jobSecrets } from './job-secrets.ts';
import { toldByBackEnd } from './own-python.ts';
import { actionDirectory, cacheDirectory } from './places.ts';
import { pushedTag } from './pushed-tag.ts';
import { createReadmeJudge } from './readme.ts';
import {
  checkOut,
  checkOutSubmodules,
  fillForge,
  pushTag,
  type Source,
  sourceOf,
  tagsOnTip,
} from './repository.ts';
import { hostEnvironment, runnerEnvironment } from './runner-environment.ts';
import { stagedAmong } from './staged-inputs.ts';

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
  /** Settings of the project's pyproject.toml that the stage's own inputs win over. */
  readonly overruled: readonly string[];
}

/** Who owns repositories on the built-in forge. */
const OWNER = 'octo';
const WORKFLOW = 'release.yml';

/** Starts the servers, fills the forge with the project, and checks it out as a runner would. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { scratch, event } = options;
  const { source, names, name, tag } = await castOf(options);
  const publisher = { owner: OWNER, owner_id: '3', repository: name, workflow: WORKFLOW, environment: '' };
  const eventName = event === 'tag' ? 'push' : 'workflow_dispatch';
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
      event_name: eventName,
      workflow_ref: workflowRef(name, ref),
      job_workflow_ref: workflowRef(name, ref),
    },
  });
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
    ...addressesOf(services),
    ...(source.prefix === '' ? {} : { 'working-directory': source.prefix }),
    ...options.inputs,
  };
  return {
    services,
    source,
    overruled: stagedAmong((await projectIn(source, '.'))?.settings ?? {}),
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

/** What is to be released. */
interface Cast {
  readonly source: Source;
  /** Of the projects on the index; one that is empty where it is not known. */
  readonly names: readonly string[];
  /** Of the repository. */
  readonly name: string;
  /** The one whose push starts the release, where a push does. */
  readonly tag: string;
}

async function castOf({ project: directory, inputs, event, scratch }: StageOptions): Promise<Cast> {
  const found = await sourceOf(directory, scratch);
  const source = { ...found, prefix: directoryBelow(inputs['working-directory']) ?? found.prefix };
  const members = await membersOf(source, inputs);
  const tags = await tagsOnTip(source);
  const project = await identityOf(source, members[0]?.directory ?? '.', {
    // A tag on the tip says it, whatever stands elsewhere.
    version: event === 'tag' && tags.length === 0,
    scratch: path.join(scratch, 'reading'),
  });
  const { name, version } = project;
  return {
    source,
    names: members.length > 0 ? members.map((each) => each.name) : [normalizedName(name ?? '')],
    name: repositoryName(found),
    tag: pushedTag({
      tags,
      format: inputs['tag-format'],
      owner: name === undefined ? undefined : { name, isBelowTop: source.prefix !== '' },
      version,
    }),
  };
}

/** Whatever the project's own settings name, these win over. */
function addressesOf({ pypi, testpypi, sigstore, github }: Services): Readonly<Record<string, string>> {
  return {
    'pypi-url': pypi.upload,
    'testpypi-url': testpypi.upload,
    'pypi-simple-url': pypi.simple,
    'testpypi-simple-url': testpypi.simple,
    'pypi-user': TOKEN_USER,
    'testpypi-user': TOKEN_USER,
    'fulcio-url': sigstore.fulcio,
    'rekor-url': sigstore.rekor,
    'github-token': github.token,
  };
}

/** The input as a prefix: empty at the top. */
function directoryBelow(input: string | undefined): string | undefined {
  return input ? path.posix.normalize(input).replace(/^\.\/?$|\/$/g, '') : undefined;
}

function repositoryName({ top, prefix }: Source): string {
  return path.basename(prefix === '' ? top : prefix).replace(/[^\w.-]/g, '-');
}

function workflowRef(name: string, ref: string): string {
  return `${OWNER}/${name}/.github/workflows/${WORKFLOW}@${ref}`;
}

/** The packages that are to be released together; none where the project is released by itself. */
async function membersOf({ top, prefix }: Source, given: StageOptions['inputs']): Promise<readonly Member[]> {
  const root = await projectIn({ top, prefix }, '.');
  const { members } = parsedInputs(given, root?.settings ?? {}).inputs;
  const asked = { workspace: top, directory: path.join(top, prefix), members };
  try {
    return (await chosenMembers(asked, createFiles()))?.members ?? [];
  } catch (error) {
    // What is wrong with them the action itself will say.
    if (error instanceof Stopped) return [];
    throw error;
  }
}

interface Identity {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** Name and, where it is needed, version for the servers' sake: the back end tells what stands in no file. */
async function identityOf(
  { top, prefix }: Source,
  directory: string,
  needed: { readonly version: boolean; readonly scratch: string },
): Promise<Identity> {
  const read = await projectIn({ top, prefix }, directory);
  const { name, version } = read ?? {};
  const isComputed = version === undefined && read?.tagTool === undefined;
  if (name !== undefined && !(needed.version && isComputed)) return { name, version };
  const told = await toldByBackEnd({ top, prefix: path.posix.join(prefix, directory) }, needed.scratch);
  return { name: name ?? told?.name, version: version ?? (isComputed ? told?.version : undefined) };
}

/** What the files of a project say; what is wrong with them the action itself will say. */
async function projectIn(
  { top, prefix }: Pick<Source, 'top' | 'prefix'>,
  directory: string,
): Promise<ProjectSource | undefined> {
  const text = (file: string) =>
    readFile(path.join(top, prefix, directory, file), 'utf8').catch(() => undefined);
  try {
    const texts = await Promise.all(SOURCE_FILES.map(async (file) => [file, await text(file)]));
    return projectSource(Object.fromEntries(texts));
  } catch {
    return undefined;
  }
}
