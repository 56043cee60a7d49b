// Request Timeout, Too Many Requests, and the server errors that pass (RFC 9110, section 15).
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** Milliseconds: a server that wants to be left alone for longer is asked again after this time all the same. */
export const LONGEST_ADVICE = 60_000;

/** Whether a status tells of trouble that may pass by itself. */
export function isPassing(status: number): boolean {
  return PASSING.has(status);
}

/**
 * Milliseconds to wait before the next try: the server's own advice (`Retry-After`: seconds or a date, RFC 9110 section
 * 10.2.3) up to a minute, else half to all of a time that doubles with each try, so that many clients do not come back as one.
 *
 * @param attempt tries so far, from 1
 */
export function delayBefore(attempt: number, advice: string | undefined, now: Date): number {
  const advised = advice === undefined ? Number.NaN : advisedDelay(advice, now);
  if (Number.isFinite(advised)) return Math.min(Math.max(advised, 0), LONGEST_ADVICE);
  const longest = Math.min(FIRST_DELAY * 2 ** (attempt - 1), LONGEST_DELAY);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

function advisedDelay(advice: string, now: Date): number {
  return /^\d+$/.test(advice) ? Number(advice) * 1000 : Date.parse(advice) - now.getTime();
}
