import { describe, expect, it } from '@jest/globals';
import { jobOutputs } from '../../../src/cli/runner/job-outputs.ts';
import { annotation, watchedStep } from '../../support/step-context.ts';

function given(outputs: Readonly<Record<string, string>>, secrets: readonly string[] = []) {
  const { context, lines } = watchedStep({ secrets });
  const kept = jobOutputs(new Map(Object.entries(outputs)), context);
  return { kept: Object.fromEntries(kept), lines };
}

describe('the outputs of a job', () => {
  it('drop what may hold a secret, in whatever form', () => {
    const encoded = Buffer.from('s3cret').toString('base64');
    const { kept, lines } = given({ a: '1', b: 'the s3cret', c: encoded, d: '' }, ['s3cret']);
    expect(kept).toEqual({ a: '1', d: '' });
    expect(lines).toEqual([
      annotation('warning', "Skip output 'b' since it may contain secret."),
      annotation('warning', "Skip output 'c' since it may contain secret."),
    ]);
  });

  it('of more than a megabyte in UTF-16 are told, and given', () => {
    const most = { a: 'x'.repeat(512 * 1_024 - 1) };
    expect(given(most).lines).toEqual([]);
    const { kept, lines } = given({ ...most, b: '' });
    expect(lines).toEqual([annotation('error', expect.stringMatching(/take 1048578 bytes/) as never)]);
    expect(Object.keys(kept)).toEqual(['a', 'b']);
  });
});
