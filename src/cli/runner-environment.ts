/** The variables that a runner gives a step (docs: "Variables reference"). */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toolsDirectory } from './places.ts';

export interface Run {
  /** `refs/heads/main` or `refs/tags/v1.0`. */
  readonly ref: string;
  readonly commit: string;
  readonly event: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Inputs of the dispatch, for the event's payload. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly temp: string;
}

/** GITHUB_* and RUNNER_* of a run, less what the servers themselves give. Writes the event's payload. */
export async function runnerEnvironment(run: Run): Promise<Readonly<Record<string, string>>> {
  const { ref, commit, event, repository, workspace, temp } = run;
  const onTag = ref.startsWith('refs/tags/');
  const payloadFile = path.join(temp, 'event.json');
  await writeFile(payloadFile, JSON.stringify(payload(run)));
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'release',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    // Set, and empty, where the event is no pull request.
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: payloadFile,
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'release',
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: onTag ? 'tag' : 'branch',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SHA: commit,
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'release',
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/release.yml@${ref}`,
    GITHUB_WORKFLOW_SHA: commit,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: { x64: 'X64', arm64: 'ARM64', ia32: 'X86', arm: 'ARM' }[process.arch as string] ?? 'X64',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'rehearsal',
    RUNNER_OS: { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolsDirectory(),
    RUNNER_WORKSPACE: path.dirname(workspace),
  };
}

function payload({ ref, commit, event, repository, inputs }: Run): unknown {
  const [owner = '', name = ''] = repository.split('/');
  const common = {
    ref,
    repository: { name, full_name: repository, default_branch: 'main', owner: { login: owner } },
    sender: { login: 'octocat' },
  };
  if (event === 'push')
    return { ...common, before: '0'.repeat(40), after: commit, created: true, deleted: false, forced: false };
  return { ...common, inputs, workflow: '.github/workflows/release.yml' };
}

/** What any machine has of its own: nothing that belongs to the shell which started the rehearsal. */
const MACHINE =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|PYENV_ROOT|XDG_\w+|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|OS|HTTPS?_PROXY|ALL_PROXY|NO_PROXY|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_CERT|NODE_EXTRA_CA_CERTS)$/i;

/** The machine's own variables out of those of this process. */
export function hostEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => value !== undefined && MACHINE.test(name)),
  ) as Record<string, string>;
}
