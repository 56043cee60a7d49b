import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateIn, dateLike } from '../../src/packaging/changelog-date.ts';

const like = (written: string, iso: string) => dateLike({ written, iso: '2025-01-02' }, iso);

it.each([
  ['2025-01-02', '2026-03-04', '2026-03-04'],
  ['2025/1/2', '2026-03-04', '2026/3/4'],
  ['2025.12.22', '2026-03-04', '2026.03.04'],
  ['January 2, 2025', '2026-11-24', 'November 24, 2026'],
  ['May 22, 2025', '2026-03-04', 'March 4, 2026'],
  ['Sept 2, 2025', '2026-11-24', 'Nov 24, 2026'],
  ['02 JAN 2025', '2026-03-04', '04 MAR 2026'],
  ['2 jan 2025', '2026-03-04', '4 mar 2026'],
  ['28th November, 2025', '2026-12-01', '1st December, 2026'],
  ['2nd of January 2025', '2026-03-13', '13th of March 2026'],
  ['1st January 2025', '2026-03-23', '23rd March 2026'],
])('in the form of %j, %s is written %j', (written, iso, expected) => {
  expect(like(written, iso)).toBe(expected);
});

it('is read back as the same date, in whatever form', () => {
  const forms = [
    '2025-01-02',
    '2025/1/2',
    'January 2, 2025',
    '2nd of Jan. 2025',
    '28th November, 2025',
    '05-May-2025',
  ];
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...forms), day, (written, date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(dateIn(like(written, iso))?.iso).toBe(iso);
    }),
  );
});
