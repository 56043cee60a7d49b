/** How an index is read: past its caches, with its troubles told as faults. */

import { normalizedName } from '../../packaging/project-name.ts';
import type { IndexPlan } from '../../plan/plan.ts';
import { stop } from '../../release/fault.ts';
import { type Http, type HttpRequest, type HttpResponse, HttpTrouble } from '../node/http.ts';

/** A request to an index, in the words of the fault that tells of its failure. */
export interface IndexRequest {
  /** Name of the index. */
  readonly index: string;
  /** What is done, as the beginning of a sentence: `Reading …`. */
  readonly operation: string;
  readonly url: string;
  readonly options?: HttpRequest;
}

/** An index, and what reads it. */
export interface IndexReader {
  readonly plan: IndexPlan;
  readonly http: Http;
}

/** The request for the JSON API's document of a release, which tells its files and its metadata; indexes of another kind may have any page there. */
export function releaseDocument(
  { plan }: IndexReader,
  { name, version }: { readonly name: string; readonly version: string },
  { operation, sound }: Pick<IndexRequest, 'operation'> & { readonly sound: (page: HttpResponse) => boolean },
): IndexRequest {
  return {
    index: plan.name,
    operation,
    url: `${plan.web}/pypi/${normalizedName(name)}/${encodeURIComponent(version)}/json`,
    options: { headers: { accept: 'application/json', 'cache-control': 'no-cache' }, sound },
  };
}

/** The answer of an index, of whatever status. Throws `Stopped` with index-trouble where none came. */
export async function indexAnswer(
  http: Http,
  { index, operation, url, options }: IndexRequest,
): Promise<HttpResponse> {
  try {
    return await http.request(url, options);
  } catch (error) {
    if (!(error instanceof HttpTrouble)) throw error;
    return stop(
      'index-trouble',
      { index, operation, attempts: error.attempts, last: error.last },
      { cause: error },
    );
  }
}

/**
 * As {@link indexAnswer}, but only a 200 is given; undefined for a 404. Throws `Stopped` with index-forbidden where the index lets
 * the job not read, which no patience mends, and with index-trouble for any other status.
 */
export async function indexPage(http: Http, request: IndexRequest): Promise<HttpResponse | undefined> {
  const headers = { 'cache-control': 'no-cache', ...request.options?.headers };
  const answer = await indexAnswer(http, { ...request, options: { ...request.options, headers } });
  if (answer.status === 404) return undefined;
  if (answer.status === 401 || answer.status === 403) forbidden(request, answer);
  return answer.status === 200 ? answer : unexpected(request, answer);
}

function forbidden({ index, operation, url: address }: IndexRequest, { status }: HttpResponse): never {
  return stop('index-forbidden', { index, operation, address, status });
}

/** Stops with index-trouble for an answer that makes no sense. */
export function unexpected(
  { index, operation, url }: IndexRequest,
  answer: HttpResponse,
  problem = '',
): never {
  const last = `${url} answered ${answer.status}${problem === '' ? '' : `, ${problem}`}`;
  return stop('index-trouble', { index, operation, attempts: answer.attempts, last });
}

/** Whether an answer says that it is JSON, of whatever kind. */
export function isJson({ headers }: HttpResponse): boolean {
  return /[/+]json\b/i.test(headers.get('content-type') ?? '');
}

/** The value under a key of a JSON object; undefined where there is none, or no object. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** A JSON text that may be none: undefined where it does not parse. */
export function jsonOrNothing(answer: HttpResponse): unknown {
  try {
    return answer.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
