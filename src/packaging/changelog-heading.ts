import { isVersion } from './version.ts';
import { versionParts } from './version-parts.ts';

/** A date found in a text. */
export interface FoundDate {
  /** As it stands in the text. */
  readonly written: string;
  /** `YYYY-MM-DD`. */
  readonly iso: string;
}

/** What a changelog's heading says about the section under it. */
export interface HeadingSays {
  /** As spelled in the heading, without a leading `v`. */
  readonly version?: string;
  readonly date?: FoundDate;
  readonly unreleased: boolean;
  /** False when words follow that may make it a heading of another kind (`2.0 migration`): its place must tell. */
  readonly certain: boolean;
}

/** Every spelling of "not released yet" seen beside a version; alone, `Latest Changes` and `Next` say it too. */
export const UNRELEASED_WORD =
  /\b(?:unreleased|not yet released|not released yet|in development|TBD|TBA|dev|(?:20\d\d|xxxx|yyyy)-(?:xx-xx|mm-dd|\?\?-\?\?))(?:\b|(?<=\?))/i;

const UNRELEASED_HEADING =
  /^\W*(?:unreleased(?: changes)?|not yet released|in development|development version|dev|latest changes|next(?: release| version)?|upcoming(?: release)?)\W*(?:$|\s[-–—:(,])/i;

const VERSION_HEADING =
  /^\W*(?:(?:version|release)\s+)?(?<name>[a-z][\w.-]*(?:\s+|[-@/]))?v?\.?(?<version>[0-9][\w.!+-]*)(?<rest>(?:$|[\s:,(|/–—]).*)/i;

/** What `plain`, a heading without markup, says; undefined when it heads no section of a release. */
export function headingSays(plain: string): HeadingSays | undefined {
  const text = plain
    .replace(/\{[:#][^}]*\}|:\w+:/g, '')
    .replace(/[[\]*`]/g, ' ')
    .replace(/\s+/g, ' ');
  if (UNRELEASED_HEADING.test(text)) return { unreleased: true, certain: true };
  const { name, version = '', rest = '' } = VERSION_HEADING.exec(text)?.groups ?? {};
  const spelled = version.replace(/[.-]+$/, '');
  if (!isVersion(spelled)) return undefined;
  const date = dateIn(rest);
  const isDev = date === undefined && versionParts(spelled)?.dev !== undefined;
  const unreleased = isDev || UNRELEASED_WORD.test(rest);
  const dated = date !== undefined || unreleased;
  // "Python 3.9" heads no release; "flask 3.0.0 (2023-09-30)" does.
  if (name !== undefined && !dated) return undefined;
  const certain = dated || /^\W*(?:yanked)?\W*$/i.test(rest);
  return { version: spelled, ...(date && { date }), unreleased, certain };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*\\.?`;
const DAY = '(?<day>[0-9]{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>[0-9]{4})';

// Of the ways with numbers only the ones that begin with the year: 02/01/2026 is two dates.
const DATES = [
  apart(`(?<year>[0-9]{4})(?<divider>[-/.])(?<month>[0-9]{1,2})\\k<divider>(?<day>[0-9]{1,2})`),
  apart(`${DAY}[ -](?:of )?${MONTH},?[ -]${YEAR}`),
  apart(`${MONTH} ${DAY},? ${YEAR}`),
];

/** Between what is neither letter nor digit; `_` is a mark of emphasis. */
function apart(date: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${date}(?![a-z0-9])`, 'i');
}

/** The first date in `text`: year first in digits, or with an English month; undefined when there is none. */
export function dateIn(text: string): FoundDate | undefined {
  const match = DATES.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const { year = '', month = '', day = '' } = match?.groups ?? {};
  const ordinal = /^[0-9]+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  if (match === undefined || ordinal < 1 || ordinal > 12 || Number(day) < 1 || Number(day) > 31)
    return undefined;
  const iso = [year, String(ordinal).padStart(2, '0'), day.padStart(2, '0')].join('-');
  return { written: match[0], iso };
}

/** A line that tells when a release came, or that it has not come yet. */
export interface DateLine {
  /** Absent where it has not come yet. */
  readonly date?: FoundDate;
  readonly unreleased: boolean;
}

/** What `line` says where it consists of a date, or of "Unreleased", with nothing but marks and "Released on" around it. */
export function dateLine(line: string): DateLine | undefined {
  const date = dateIn(line);
  const unreleased = date === undefined && UNRELEASED_WORD.test(line);
  if (date === undefined && !unreleased) return undefined;
  const others = line
    .replace(date?.written ?? UNRELEASED_WORD, '')
    .replace(/(?<![a-z0-9])(?:released?|date|on)(?![a-z0-9])/gi, '');
  return /^[\s*_().,:`>-]*$/.test(others) ? { ...(date && { date }), unreleased } : undefined;
}
