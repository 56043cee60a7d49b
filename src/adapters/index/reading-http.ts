import type { IndexPlan } from '../../plan/plan.ts';
import type { Http } from '../node/http.ts';

export interface ReadingOptions {
  readonly plan: IndexPlan;
  readonly http: Http;
  /** The token that uploads go with. */
  readonly credential: () => Promise<string>;
}

/**
 * Reads an index, with the user's token where it lets nobody read without one, as many private indexes do. The token goes to the
 * hosts of the index's own addresses alone; a minted one, which is good for uploads only, goes nowhere.
 */
export function createReadingHttp({ plan, http, credential }: ReadingOptions): Http {
  const homes = [plan.simple, plan.web, plan.upload].map((address) => new URL(address).origin);
  let closed = false;
  const withToken: Http['request'] = async (url, options) => {
    const basic = Buffer.from(`__token__:${await credential()}`).toString('base64');
    return http.request(url, {
      ...options,
      headers: { ...options?.headers, authorization: `Basic ${basic}` },
    });
  };
  return {
    async request(url, options) {
      const may = plan.credential.kind === 'token' && homes.includes(new URL(url).origin);
      if (closed && may) return withToken(url, options);
      const answer = await http.request(url, options);
      if (answer.status !== 401 || !may) return answer;
      closed = true;
      return withToken(url, options);
    },
  };
}
