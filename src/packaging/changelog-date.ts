/** Dates as people write them into changelogs. */

/** A date found in a text. */
export interface FoundDate {
  /** As it stands in the text. */
  readonly written: string;
  /** `YYYY-MM-DD`. */
  readonly iso: string;
}

const MONTH_NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
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

/**
 * A date in the form of another: the same order and marks, month names as long and in the same case, ordinals where it has them.
 *
 * @param iso `YYYY-MM-DD`
 */
export function dateLike({ written }: FoundDate, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const isNumeric = !/[a-z]{3}/i.test(written);
  const numbers = isNumeric ? [month, day] : [day];
  return written.replace(
    /[0-9]{4}|(?<number>[0-9]{1,2})(?<ordinal>[a-z]{2})?|[a-z]{3,}/gi,
    (token, ...rest) => {
      const { number, ordinal } = rest.at(-1) as Partial<Record<'number' | 'ordinal', string>>;
      if (/^[0-9]{4}$/.test(token)) return year;
      if (number === undefined) return monthLike(token, Number(month));
      const value = numbers.shift() ?? '';
      const isPadded = isNumeric ? number.length === 2 : number.startsWith('0');
      return `${isPadded ? value : Number(value)}${ordinal === undefined ? '' : ordinalOf(Number(value))}`;
    },
  );
}

/** "May" does not tell whether its writer shortens names: most do not. */
function monthLike(written: string, month: number): string {
  const full = MONTH_NAMES[month - 1] ?? '';
  const name = MONTH_NAMES.includes(written.toLowerCase()) ? full : full.slice(0, 3);
  if (written === written.toUpperCase()) return name.toUpperCase();
  return written === written.toLowerCase() ? name : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

/** The day of an instant, in UTC, as ISO 8601 writes it. */
export function isoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
