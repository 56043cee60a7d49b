import { basicCredential } from '../../packaging/token.ts';
import { userOf } from '../../plan/credential.ts';
import { indexOfDomain } from '../../plan/known-indexes.ts';
import type { IndexPlan } from '../../plan/plan.ts';
import type { Http, HttpResponse } from '../node/http.ts';

export interface ReadingOptions {
  readonly plan: IndexPlan;
  readonly http: Http;
  /** The token that uploads go with. */
  readonly credential: () => Promise<string>;
}

/** The door to an index for whoever reads it. */
export interface ReadingHttp extends Http {
  /** Whether the index was seen to let nobody read without a credential. */
  isClosed(): boolean;
}

/**
 * Reads an index, with the user's token where it lets nobody read without one, as many private indexes do. The token goes to the
 * hosts of the index's own addresses alone; a minted one, which is good for uploads only, goes nowhere.
 *
 * A page that another host gives in the index's stead is a 404: pypiserver and GitLab send whoever asks for a project that they do
 * not have on to PyPI, and what PyPI has under that name is none of theirs. Files may come from anywhere.
 */
export function createReadingHttp({ plan, http, credential }: ReadingOptions): ReadingHttp {
  const homes = [plan.simple, plan.web, plan.upload].map((address) => new URL(address));
  const isHome = (url: string): boolean => homes.some(({ origin }) => origin === new URL(url).origin);
  const isHost = (url: string): boolean => homes.some(({ hostname }) => hostname === new URL(url).hostname);
  // Some private indexes say that there is no such project to whoever may not see it.
  const mayHide = indexOfDomain(plan.domain) === undefined;
  const hides = ({ status }: HttpResponse, url: string): boolean =>
    mayHide && (status === 403 || status === 404) && url.startsWith(plan.simple);
  let closed = false;
  const withToken: Http['request'] = async (url, options) => {
    const basic = basicCredential(userOf(plan.credential), await credential());
    return http.request(url, {
      ...options,
      headers: { ...options?.headers, authorization: `Basic ${basic}` },
    });
  };
  const answered: Http['request'] = async (url, options) => {
    const may = plan.credential.kind === 'token' && isHome(url);
    if (closed && may) return withToken(url, options);
    const answer = await http.request(url, options);
    if (!may || !(answer.status === 401 || hides(answer, url))) return answer;
    const known = await withToken(url, options);
    // Once seen, it stays: a page that is not there is missing with a token, too.
    closed ||= answer.status === 401 || known.status !== answer.status;
    return known;
  };
  return {
    isClosed: () => closed,
    async request(url, options) {
      const answer = await answered(url, options);
      return isPage(url) && isHost(url) && !isHost(answer.url) ? notHere(answer, url) : answer;
    },
  };
}

/** Project pages end in a slash, answers of the JSON API in `json`; files do neither. */
function isPage(url: string): boolean {
  return /\/(?:json)?$/.test(new URL(url).pathname);
}

function notHere(answer: HttpResponse, url: string): HttpResponse {
  return { ...answer, status: 404, url };
}
