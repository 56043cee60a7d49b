import { describe, expect, it } from '@jest/globals';
import { delayBefore, isPassing } from '../../../src/adapters/node/retry.ts';

const NOW = new Date('2026-09-01T12:00:00Z');

it('takes just those statuses for passing trouble that tell of it', () => {
  const statuses = [200, 301, 400, 401, 403, 404, 408, 409, 410, 422, 429, 500, 501, 502, 503, 504];
  expect(statuses.filter(isPassing)).toEqual([408, 429, 500, 502, 503, 504]);
});

describe('the time before the next try', () => {
  it('doubles, never the same for many clients, up to half a minute', () => {
    const longest = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
    longest.forEach((limit, place) => {
      const delays = Array.from({ length: 50 }, () => delayBefore(place + 1, undefined, NOW));
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(limit / 2);
      expect(Math.max(...delays)).toBeLessThanOrEqual(limit);
      expect(new Set(delays).size).toBeGreaterThan(10);
    });
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['3600', 60_000],
    ['Tue, 01 Sep 2026 12:00:20 GMT', 20_000],
    ['Tue, 01 Sep 2026 13:00:00 GMT', 60_000],
    ['Tue, 01 Sep 2026 11:00:00 GMT', 0],
  ])('is what the server says, up to a minute: %s', (advice, milliseconds) => {
    expect(delayBefore(1, advice, NOW)).toBe(milliseconds);
  });

  it('does not hang on advice that makes no sense', () => {
    expect(delayBefore(1, 'soon', NOW)).toBeLessThanOrEqual(500);
  });
});
