import type { Downloads, Statistics } from '../../ports/statistics.ts';
import { type Http, type HttpResponse, HttpTrouble } from '../node/http.ts';
import { jsonOrNothing, member } from './reading.ts';

export interface StatisticsOptions {
  readonly http: Http;
  /** Root of the service, without a trailing slash; undefined where none counts the downloads of the index. */
  readonly root: string | undefined;
}

/** Milliseconds for a figure that nothing depends on. */
const TIME_LIMIT = 10_000;

/**
 * Download counts as PyPI Stats gives them (its API, "/packages/<package>/recent"): of whole days, so that a new project is unknown to
 * it for a day or two. It asks to be asked seldom.
 */
export function createStatistics({ http, root }: StatisticsOptions): Statistics {
  return {
    async downloads(name) {
      if (root === undefined) return { problem: 'nobody is known to count the downloads of this index' };
      try {
        const url = `${root}/${name}/recent`;
        return figuresIn(await http.request(url, { expect: 'json', timeout: TIME_LIMIT, retries: 1 }));
      } catch (error) {
        if (error instanceof HttpTrouble) return { problem: `${new URL(root).host}: ${error.last}` };
        throw error;
      }
    },
  };
}

function figuresIn(answer: HttpResponse): Downloads | { readonly problem: string } {
  const { host } = new URL(answer.url);
  if (answer.status === 404)
    return { problem: `${host} has no figures yet: it counts whole days, a day or two late` };
  const recent = member(jsonOrNothing(answer), 'data');
  const [day, week, month] = ['last_day', 'last_week', 'last_month'].map((key) => member(recent, key));
  if (answer.status !== 200 || !isCount(day) || !isCount(week) || !isCount(month))
    return {
      problem: `${host} answered ${answer.status}${answer.status === 200 ? ', without figures' : ''}`,
    };
  return { day, week, month };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
