/** The one client of the forge's API: authentication, no caches, and every retry there is. */

import type { getOctokit } from '@actions/github';
import type { Clock } from '../../ports/clock.ts';
import { stop } from '../../release/fault.ts';
import {
  asRequestError,
  forgeFailure,
  isRequestError,
  limitPause,
  lostAnswer,
  type RequestError,
} from './errors.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface ForgeConnection {
  readonly token: string;
  /** Root of the REST API, without a trailing slash. */
  readonly api: string;
  readonly clock: Clock;
  /** Gets the time of each request, in milliseconds since the epoch. */
  readonly onSpan?: (span: { readonly started: number; readonly ended: number }) => void;
}

/** A repository as the API's requests name it. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** Calls of the API, with what goes wrong told as faults. */
export interface ForgeCalls {
  /**
   * Does one thing at the forge. Throws `Stopped`: forge-forbidden, forge-refused and its kin, forge-trouble, forge-token-missing.
   *
   * @param operation what is done, as the beginning of a sentence: `Making the tag v1.0`
   */
  call<T>(operation: string, work: (octokit: Octokit) => Promise<T>): Promise<T>;
  /** As `call`, but a status listed in `expected` is an answer too: it gives the error. */
  attempt<T>(
    operation: string,
    expected: readonly number[],
    work: (octokit: Octokit) => Promise<T>,
  ): Promise<T | RequestError>;
  /** As `call`; undefined where the forge answers that there is no such thing (404), or that the repository is empty (409). */
  find<T>(operation: string, work: (octokit: Octokit) => Promise<T>): Promise<T | undefined>;
}

/** Milliseconds before each further try of a read after a server's or the network's trouble. */
const PAUSES: readonly number[] = [1_000, 3_000, 8_000];
/** The longest that a rate limit is waited for, in milliseconds. */
const LONGEST_LIMIT = 600_000;
/** How often a rate limit is waited for. */
const MOST_LIMITS = 3;
/** Milliseconds that one request may take; a file on its way to a release may take longer. */
const TIME_LIMIT = 60_000;
const UPLOAD_TIME_LIMIT = 900_000;

/** Calls over one client, which is loaded at the first of them: most of a run does without it. */
export function createForgeCalls(connection: ForgeConnection): ForgeCalls {
  let client: Promise<Octokit> | undefined;
  const tries = new WeakMap<Error, number>();
  const attempt: ForgeCalls['attempt'] = async (operation, expected, work) => {
    if (connection.token === '') stop('forge-token-missing', {});
    client ??= connected(connection, tries);
    try {
      return await work(await client);
    } catch (error) {
      if (!isRequestError(error)) throw error;
      if (error.response !== undefined && expected.includes(error.status)) return error;
      throw forgeFailure(operation, error, tries.get(error) ?? 1);
    }
  };
  return {
    attempt,
    async call(operation, work) {
      // Nothing is expected, so no error is given.
      return (await attempt(operation, [], work)) as Awaited<ReturnType<typeof work>>;
    },
    async find(operation, work) {
      const found = await attempt(operation, [404, 409], work);
      return isRequestError(found) ? undefined : found;
    },
  };
}

// octokit would print what a server says of deprecations, as it came, where the runner reads commands.
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {}

type RequestOptions = Required<Octokit['request']['endpoint']['DEFAULTS']>;

async function connected(
  { token, api, clock, onSpan }: ForgeConnection,
  tries: WeakMap<Error, number>,
): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: api, log: SILENT });
  octokit.hook.wrap('request', async (request, options: RequestOptions) => {
    for (let attempt = 1, limits = 0; ; attempt += 1) {
      const started = clock.now().getTime();
      const told = () => onSpan?.({ started, ended: clock.now().getTime() });
      try {
        prepare(options);
        const answer = whole(await request(options));
        told();
        return answer;
      } catch (thrown) {
        told();
        const error = asRequestError(thrown);
        tries.set(error, attempt);
        const limit = limitPause(error, limits, clock.now());
        if (limit !== undefined) limits += 1;
        const pause = limit ?? (isRepeatable(options) ? troublePause(error, attempt - limits) : undefined);
        if (pause === undefined || pause > LONGEST_LIMIT || limits > MOST_LIMITS) throw error;
        await clock.sleep(pause);
      }
    }
  });
  return octokit;
}

/** Past every cache, and not for ever. Changed in place: the hooks below this one are given the options, not what we return. */
function prepare(options: RequestOptions): void {
  const upload = options.headers['content-type'] !== undefined;
  const signal = AbortSignal.timeout(upload ? UPLOAD_TIME_LIMIT : TIME_LIMIT);
  Object.assign(options.headers, { 'cache-control': 'no-cache', 'if-none-match': '' });
  options.request = { ...options.request, signal };
}

/** octokit gives what it could read of an answer that broke off, or of a proxy's page, as text: the API's own answers never are. */
function whole<Answer extends { readonly status: number; readonly data: unknown }>(answer: Answer): Answer {
  if (answer.status === 204 || typeof answer.data !== 'string') return answer;
  throw lostAnswer('the answer broke off, or is not the API’s');
}

/** Milliseconds to wait after trouble of the server or the network; undefined where trying again cannot help or was done enough. */
function troublePause(error: RequestError, tries: number): number | undefined {
  const trouble = error.response === undefined || error.status >= 500 || error.status === 408;
  const pause = trouble ? PAUSES[tries - 1] : undefined;
  return pause === undefined ? undefined : Math.round(pause * (0.5 + Math.random() / 2));
}

/**
 * Whether a request may be sent again although the first may have been acted on: a read, or one that makes an object which
 * nothing refers to yet (a git object), or that changes nothing (generated notes).
 */
function isRepeatable({ method, url }: RequestOptions): boolean {
  return (
    method === 'GET' ||
    method === 'HEAD' ||
    /\/git\/(?:blobs|trees|commits|tags)$|\/generate-notes$/.test(url)
  );
}
