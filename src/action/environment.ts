/** What the runner says in its variables, as a typed snapshot that is taken once. */

import path from 'node:path';
import { INPUT_NAMES, type RawInputs } from './inputs.ts';

/** What the runner says of this job (docs: "Variables reference"). */
export interface Environment {
  readonly inputs: RawInputs;
  readonly event: {
    /** `push`, `workflow_dispatch`, `release`...; empty outside a runner. */
    readonly name: string;
    /** `refs/tags/v1.0`. */
    readonly ref: string;
    readonly refName: string;
    readonly refType: string;
    /** File with the webhook's payload. */
    readonly payloadFile: string | undefined;
  };
  readonly repository: string;
  /** `owner/name/.github/workflows/release.yml@refs/heads/main`. */
  readonly workflowRef: string;
  readonly commit: string;
  /** Key of the job in its workflow, and the runner's platform. */
  readonly job: string;
  /** Key of the step in its job; the runner makes one where the workflow gives none. */
  readonly step: string;
  /** Which attempt of the workflow run this is, from 1. */
  readonly attempt: number;
  readonly server: string;
  readonly api: string;
  /** Top of the checkout, absolute. */
  readonly workspace: string;
  /** Emptied before and after each job. */
  readonly temp: string;
  readonly toolCache: string;
  /** Whether the job may ask for an identity token (`id-token: write`). */
  readonly identity: boolean;
  /** Whether the job may keep artifacts where @actions/artifact finds them: not on GitHub Enterprise Server. */
  readonly artifacts: boolean;
  /** Which command files there are to write to. */
  readonly commandFiles: { readonly output: boolean; readonly summary: boolean };
  readonly debug: boolean;
  /** Every variable, for the allow-list of children and for nothing else. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * Takes the snapshot.
 *
 * @param variables `process.env`
 * @param directory the current directory, for runs outside a runner
 */
export function environmentOf(
  variables: Readonly<Record<string, string | undefined>>,
  directory: string,
): Environment {
  const say = (name: string): string => variables[name] ?? '';
  const workspace = say('GITHUB_WORKSPACE') || directory;
  return {
    inputs: Object.fromEntries(INPUT_NAMES.map((name) => [name, variables[inputVariable(name)]])),
    event: {
      name: say('GITHUB_EVENT_NAME'),
      ref: say('GITHUB_REF'),
      refName: say('GITHUB_REF_NAME'),
      refType: say('GITHUB_REF_TYPE'),
      payloadFile: variables.GITHUB_EVENT_PATH,
    },
    repository: say('GITHUB_REPOSITORY'),
    workflowRef: say('GITHUB_WORKFLOW_REF'),
    commit: say('GITHUB_SHA'),
    job: ['GITHUB_JOB', 'RUNNER_OS', 'RUNNER_ARCH'].map(say).join(' ').trim(),
    step: say('GITHUB_ACTION'),
    attempt: Number(say('GITHUB_RUN_ATTEMPT')) || 1,
    server: say('GITHUB_SERVER_URL') || 'https://github.com',
    api: say('GITHUB_API_URL') || 'https://api.github.com',
    workspace: path.resolve(workspace),
    temp: path.resolve(say('RUNNER_TEMP') || path.join(workspace, '..', '.pypi-release-temp')),
    toolCache: path.resolve(
      say('RUNNER_TOOL_CACHE') || say('RUNNER_TEMP') || path.join(workspace, '..', '.pypi-release-tools'),
    ),
    identity: say('ACTIONS_ID_TOKEN_REQUEST_URL') !== '' && say('ACTIONS_ID_TOKEN_REQUEST_TOKEN') !== '',
    artifacts:
      say('ACTIONS_RESULTS_URL') !== '' &&
      say('ACTIONS_RUNTIME_TOKEN') !== '' &&
      HOSTED.test(hostOf(say('GITHUB_SERVER_URL') || 'https://github.com')),
    commandFiles: { output: say('GITHUB_OUTPUT') !== '', summary: say('GITHUB_STEP_SUMMARY') !== '' },
    debug: say('RUNNER_DEBUG') === '1',
    variables,
  };
}

/** The forges whose artifact service the client speaks to (toolkit, `isGhes` of packages/artifact). */
const HOSTED = /^github\.com$|\.(?:ghe\.com|localhost)$/i;

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** The runner's name of an input: spaces become `_`, dashes stay, upper case. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** Variables that every child may see: locale, home, paths, the system's own, proxies and certificates. Never a secret. */
const ALLOWED: readonly RegExp[] = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|CI)$/,
  /^(XDG_\w+_(HOME|DIR)|XDG_RUNTIME_DIR|PYENV_ROOT|UV_CACHE_DIR|UV_PYTHON_INSTALL_DIR|PIP_CACHE_DIR|CARGO_HOME|RUSTUP_HOME|JAVA_HOME)$/,
  /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(\(X86\))?|COMMONPROGRAMFILES|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|OS)$/i,
  /^(RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)|GITHUB_ACTIONS)$/,
  /^(HTTPS?|ALL|NO)_PROXY$/i,
  /^(SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_CERT|NODE_EXTRA_CA_CERTS|GIT_SSL_CAINFO)$/,
];

/**
 * The environment of child processes: the allow-list, and what the `env` input names.
 *
 * @param named variables that the user lets children see
 */
export function childEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  named: readonly string[],
): Readonly<Record<string, string>> {
  const seen = Object.entries(variables).filter(
    ([name, value]) =>
      value !== undefined && (named.includes(name) || ALLOWED.some((allowed) => allowed.test(name))),
  );
  return Object.fromEntries(seen) as Record<string, string>;
}
