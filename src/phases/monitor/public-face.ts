/** What the public sees of a release on the index. */

import { descriptionType, descriptionTypeInWords } from '../../packaging/description-type.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { linksInWords, lookAtLinks } from '../links.ts';
import { type Answer, count, countOfBad, no, none, yes } from './answers.ts';
import type { Look, Subject } from './look.ts';

/** The page answers, and is that of the release: what stands before it (a check for browsers) may answer 200, too. */
export async function page({ name, version }: Subject, { world: { indexes } }: Look): Promise<Answer> {
  const { url, status, text } = await indexes.pypi.page(name, version);
  if (status === 404 || status === 410) return no(`${url} answered ${status}`);
  if (status !== 200) return none(`${url} answered ${status}`);
  const plain = text.toLowerCase().replace(/[-_.]+/g, '-');
  const isOfRelease = plain.includes(normalizedName(name)) && text.includes(version);
  return isOfRelease
    ? yes(url)
    : none(`${url} answered 200 with a page that names no ${version}, as a check for browsers does`);
}

/** Markdown and plain text always render; reStructuredText is tried as the index does it. */
export async function description({ name, version }: Subject, look: Look): Promise<Answer> {
  const { indexes, markup } = look.world;
  const described = await indexes.pypi.described(name, version);
  if (described === undefined) return none('the index does not tell the description');
  const { description: text, contentType } = described;
  if (text.trim() === '') return none('there is no description, and the project page is empty');
  const says = `${descriptionTypeInWords(contentType)}, ${text.length} characters`;
  const type = descriptionType(contentType);
  if (type === 'text/markdown' || type === 'text/plain') return yes(says);
  if (type === undefined) return no(`${says}: the index shows no such type`);
  const judged = await markup.renders(text);
  if (typeof judged === 'object') return none(judged.problem);
  return judged === 'renders' ? yes(says) : no(`${says}: it is shown as plain text`);
}

/** Dead links of the description and of the metadata, as the checklist looks for them before a release. */
export async function links({ name, version }: Subject, { plan, world }: Look): Promise<Answer> {
  const described = await world.indexes.pypi.described(name, version);
  if (described === undefined) return none('the index tells neither description nor addresses');
  const report = await lookAtLinks([described], plan, world);
  return 'unchecked' in report
    ? none(report.unchecked)
    : countOfBad(report.dead.length, linksInWords(report));
}

/** Downloads in the last 30 days, which is what counts; those of shorter times stand beside them. */
export async function downloads({ name }: Subject, { world: { statistics } }: Look): Promise<Answer> {
  const figures = await statistics.downloads(normalizedName(name));
  if ('problem' in figures) return none(figures.problem);
  const { day, week, month } = figures;
  return count(month, `${week} in the last week, ${day} on the last day`);
}
