/** The forge's errors → faults, by status and fields (GitHub docs, "Troubleshooting the REST API"; shapes as recorded from the API). */

import { type Fault, type FaultCode, fault, Stopped } from '../../release/fault.ts';

/** What octokit throws: `response` is absent where the network failed, and `status` is then 500. */
export interface RequestError extends Error {
  readonly status: number;
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data: unknown;
  };
}

interface Detail {
  readonly resource: string;
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

const MESSAGE_LIMIT = 500;
/** Where a secondary limit gives no time (GitHub docs, "Rate limits for the REST API"), in milliseconds. */
const UNKNOWN_LIMIT = 60_000;

/** Whether this is octokit's own error. */
export function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && error.name === 'HttpError' && 'status' in error;
}

/** The network's trouble, in octokit's form: a 500 without a response. */
export function lostAnswer(message: string, cause?: unknown): RequestError {
  return Object.assign(new Error(message, { cause }), { name: 'HttpError', status: 500 });
}

/** What a request threw, as octokit's error; a time limit reaches us as fetch's own. Any other error is thrown on. */
export function asRequestError(error: unknown): RequestError {
  if (isRequestError(error)) return error;
  if (error instanceof Error && error.name === 'TimeoutError') return lostAnswer(error.message, error);
  throw error;
}

/**
 * Milliseconds until a rate limit lets the request through; undefined where the error is no rate limit.
 *
 * @param waited how often this request has waited for a limit already
 */
export function limitPause(error: RequestError, waited: number, now: Date): number | undefined {
  if (error.response === undefined || (error.status !== 403 && error.status !== 429)) return undefined;
  const header = (name: string) => error.response?.headers[name];
  const seconds = Number(header('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1000;
  if (String(header('x-ratelimit-remaining')) === '0') {
    const reset = Number(header('x-ratelimit-reset')) * 1000 - now.getTime();
    return Number.isFinite(reset) ? Math.max(reset, 0) + 1000 : UNKNOWN_LIMIT;
  }
  const secondary = error.status === 429 || /secondary rate limit/i.test(messageOf(error));
  return secondary ? UNKNOWN_LIMIT * 2 ** waited : undefined;
}

/** The failure of an operation as `Stopped`, its cause kept. `attempts`: how often it was tried. */
export function forgeFailure(operation: string, error: RequestError, attempts: number): Stopped {
  return new Stopped([forgeFault(operation, error, attempts)], { cause: error });
}

function forgeFault(operation: string, error: RequestError, attempts: number): Fault {
  const { status } = error;
  const message = messageOf(error);
  if (error.response === undefined) return fault('forge-trouble', { operation, attempts, last: message });
  const passing = status >= 500 || status === 408 || limitPause(error, 0, new Date(0)) !== undefined;
  if (passing) return fault('forge-trouble', { operation, attempts, last: `${status} ${message}` });
  const { code, remedy } = refusalOf(status, wholeMessageOf(error));
  const details = { operation, status, message };
  if (code === 'forge-forbidden') return fault(code, { ...details, permission: permissionOf(error) });
  return code === 'forge-refused' ? fault(code, { ...details, remedy }) : fault(code, details);
}

type RefusalCode = Extract<
  FaultCode,
  'forge-forbidden' | 'forge-refused' | 'tag-burnt' | 'release-immutable' | 'rules-forbid'
>;

interface Refusal {
  readonly code: RefusalCode;
  /** Of forge-refused, whose cause the catalogue does not know. */
  readonly remedy: string;
}

interface KnownRefusal {
  /** Any, where absent. */
  readonly status?: number;
  /** What the message and the fields say: GitHub has no codes for most of this. */
  readonly says?: RegExp;
  readonly code: RefusalCode;
  readonly remedy?: string;
}

const PUSH_FIRST = 'GitHub has not got the commit: push it, then run again.';

/** The first that fits counts. Sentences as recorded from the API, or as its documentation has them. */
const KNOWN: readonly KnownRefusal[] = [
  { says: /tag_name was used by an immutable release/, code: 'tag-burnt' },
  { says: /immutable release|release is immutable/, code: 'release-immutable' },
  {
    says: /pre_receive|rule violations|Reference update failed|protected (?:branch|ref)|made through (?:a pull request|the merge queue)|Required status check/i,
    code: 'rules-forbid',
  },
  {
    status: 401,
    code: 'forge-refused',
    remedy: 'Leave github-token out to use the job’s own token, or give one that is whole and not expired.',
  },
  {
    says: /was archived/,
    code: 'forge-refused',
    remedy: 'Take the repository out of the archive, then run again.',
  },
  {
    says: /not permitted to create or approve pull requests/,
    code: 'forge-refused',
    remedy:
      'In Settings, Actions, General of the repository (or its organization) allow GitHub Actions to create pull requests, or give the token of an app. Then run again.',
  },
  {
    says: /without `?workflows?`? (?:permission|scope)/,
    code: 'forge-refused',
    remedy:
      'The commit changes workflow files, which the job’s own token may not. Merge it into the default branch first, or give the token of an app that has the workflows permission.',
  },
  { status: 409, code: 'forge-refused', remedy: 'Push a first commit to the repository, then run again.' },
  {
    status: 422,
    says: /Object does not exist|No commit found|target_commitish invalid/,
    code: 'forge-refused',
    remedy: PUSH_FIRST,
  },
  {
    says: /tag_name already_exists/,
    code: 'forge-refused',
    remedy:
      'Another release of this tag is published already. Look which of the two is to stay, delete the other, and run again: what it finds is taken up.',
  },
  {
    says: /must have a valid tag/,
    code: 'forge-refused',
    remedy: 'GitHub could not make the tag. Push it by hand on the released commit, then run again.',
  },
  {
    says: /No commits between/,
    code: 'forge-refused',
    remedy: 'The branch holds the release commit already: set commit: none, then run again.',
  },
  { status: 403, code: 'forge-forbidden' },
  { status: 404, code: 'forge-forbidden' },
];

const UNKNOWN_REMEDY = 'Look at what the forge says, mend it, and run again: what already stands is kept.';

function refusalOf(status: number, text: string): Refusal {
  const known = KNOWN.find(
    (each) => (each.status ?? status) === status && (each.says === undefined || each.says.test(text)),
  );
  return { code: known?.code ?? 'forge-refused', remedy: known?.remedy ?? UNKNOWN_REMEDY };
}

/** What the job's token lacks, as a workflow writes it. The forge itself says so where it can. */
function permissionOf({ response }: RequestError): string {
  const accepted = String(response?.headers['x-accepted-github-permissions'] ?? '');
  // Alternatives are divided by `;`, permissions that go together by `,`.
  const [first = ''] = accepted.split(';');
  return first === ''
    ? 'contents: write'
    : first
        .split(',')
        .map((each) => each.trim().replace('=', ': ').replaceAll('_', '-'))
        .join(', ');
}

/** As much of what the forge says as a line can hold. */
function messageOf(error: RequestError): string {
  return wholeMessageOf(error).slice(0, MESSAGE_LIMIT);
}

/** The forge's own sentence on one line, with what it says of each field. HTML of a proxy is brought down to its words. */
function wholeMessageOf(error: RequestError): string {
  const data = error.response?.data;
  const own =
    typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : error.message;
  const fields = detailsOf(error).map(
    ({ resource, field, code, message }) => message || [resource, field, code].filter(Boolean).join(' '),
  );
  return [own, ...fields]
    .join(': ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `errors[]` of a validation failure. */
export function detailsOf({ response }: RequestError): readonly Detail[] {
  const data = response?.data;
  const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.map((entry: unknown) => {
    const text = (key: string) =>
      typeof entry === 'object' && entry !== null
        ? String((entry as Readonly<Record<string, unknown>>)[key] ?? '')
        : '';
    return { resource: text('resource'), code: text('code'), field: text('field'), message: text('message') };
  });
}
