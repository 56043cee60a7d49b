import { describe, expect, it } from '@jest/globals';
import { type Fault, type FaultCode, fault } from '../../src/release/fault.ts';
import { CATALOGUE } from '../../src/release/fault-catalogue.ts';
import { SAMPLES } from './fault-samples.ts';

const CODES = Object.keys(CATALOGUE) as readonly FaultCode[];

function sample(code: FaultCode): Fault {
  return fault(code, SAMPLES[code] as never);
}

const NEXT = { user: 'after the remedy', world: 'as it is' } as const;

/** A fault as a page of a manual. */
function page({ code, title, finding, remedy, link, blame }: Fault): string {
  return [
    code,
    `  ${title}`,
    '',
    `  Found   ${finding}`,
    `  Remedy  ${remedy}`,
    `  See     ${link}`,
    `  Re-run  ${NEXT[blame]}`,
  ].join('\n');
}

describe('the catalogue of faults', () => {
  it('reads like a manual', () =>
    expect(CODES.map((code) => page(sample(code))).join('\n\n')).toMatchSnapshot());

  it.each(CODES)(
    'has for %s a code to script on, a title of one line, sentences, and a secure link',
    (code) => {
      const { title, finding, remedy, link } = sample(code);
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^\S[^\n]{0,90}[^.\s]$/);
      expect(finding).not.toBe('');
      expect(remedy).toMatch(/^\S.*[.]$/);
      expect(link).toMatch(/^https:\/\//);
      expect(`${title}${finding}${remedy}`).not.toMatch(/undefined|\[object|NaN/);
    },
  );

  it.each(CODES)('shows for %s every value that was found, so that the reader sees their own', (code) => {
    const { title, finding, remedy } = sample(code);
    const text = `${title} ${finding} ${remedy}`;
    const { index: _sometimesLeftOut, ...details } = { index: '', ...SAMPLES[code] };
    const values = Object.values(details).filter((value): value is string => typeof value === 'string');
    expect(values.filter((value) => !text.includes(value))).toEqual([]);
  });

  it('never offers to put a secret into a file', () =>
    expect(fault('setting-unknown', { key: 'pypi-token', allowed: [], secret: true }).remedy).toContain(
      'from a secret',
    ));
});
