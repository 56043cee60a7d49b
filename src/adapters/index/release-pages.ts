/** What an index shows of a release to people: its page, and what it tells of it beside the files. */

import { normalizedName } from '../../packaging/project-name.ts';
import { versionPage } from '../../plan/known-indexes.ts';
import type { Described, ReleasePages } from '../../ports/package-index.ts';
import type { HttpResponse } from '../node/http.ts';
import {
  type IndexReader,
  indexAnswer,
  indexPage,
  isJson,
  jsonOrNothing,
  member,
  releaseDocument,
} from './reading.ts';

/** The pages of releases that an index has, and what it tells there. */
export function releasePages(reader: IndexReader): ReleasePages {
  const { plan, http } = reader;
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
      const operation = `Reading the description of ${name} ${version}`;
      const request = releaseDocument(reader, { name, version }, { operation, sound: isTold });
      const answer = await indexPage(http, request);
      return answer && describedIn(answer);
    },
  };
}

/** A JSON answer that tells of a release, or none that could; other indexes may have any page at that address. */
function isTold(answer: HttpResponse): boolean {
  return answer.status !== 200 || !isJson(answer) || describedIn(answer) !== undefined;
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
