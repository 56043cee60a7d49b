/** What an index shows of a release to people: its page, and what it tells of it beside the files. */

import { normalizedName } from '../../packaging/project-name.ts';
import { versionPage } from '../../plan/known-indexes.ts';
import type { IndexPlan } from '../../plan/plan.ts';
import type { Described, ReleasePages } from '../../ports/package-index.ts';
import type { Http, HttpResponse } from '../node/http.ts';
import { indexAnswer, indexPage, jsonOrNothing, member } from './reading.ts';

interface Reader {
  readonly plan: IndexPlan;
  readonly http: Http;
}

/** The showing side of an index. */
export function releasePages({ plan, http }: Reader): ReleasePages {
  return {
    async page(name, version) {
      const url = versionPage(plan, normalizedName(name), version);
      const answer = await indexAnswer(http, {
        index: plan.name,
        operation: `Looking at the page of ${name} ${version}`,
        url,
        options: { headers: { accept: 'text/html', 'cache-control': 'no-cache' } },
      });
      return { url, status: answer.status, text: answer.text() };
    },
    async described(name, version) {
      const url = `${plan.web}/pypi/${normalizedName(name)}/${encodeURIComponent(version)}/json`;
      const answer = await indexPage(http, {
        index: plan.name,
        operation: `Reading the description of ${name} ${version}`,
        url,
        options: { headers: { accept: 'application/json' }, sound: isTold },
      });
      return answer && describedIn(answer);
    },
  };
}

/** A JSON answer that tells of a release, or none that could; other indexes may have any page at that address. */
function isTold(answer: HttpResponse): boolean {
  const isJson = /[/+]json\b/i.test(answer.headers.get('content-type') ?? '');
  return answer.status !== 200 || !isJson || describedIn(answer) !== undefined;
}

/** `info` of the JSON API; undefined where this is no such answer. */
function describedIn(answer: HttpResponse): Described | undefined {
  const info = member(jsonOrNothing(answer), 'info');
  if (typeof info !== 'object' || info === null) return undefined;
  const text = (key: string): string | undefined => {
    const value = member(info, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const urls = Object.entries(member(info, 'project_urls') ?? {});
  return {
    description: text('description') ?? '',
    contentType: text('description_content_type'),
    urls: urls.flatMap(([label, url]) => (typeof url === 'string' ? [[label, url] as const] : [])),
  };
}
