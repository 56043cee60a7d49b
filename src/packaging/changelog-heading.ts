import { dateIn, type FoundDate } from './changelog-date.ts';
import { isVersion } from './version.ts';
import { versionParts } from './version-parts.ts';

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
