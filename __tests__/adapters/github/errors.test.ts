import { describe, expect, it } from '@jest/globals';
import { forgeFailure, type RequestError } from '../../../src/adapters/github/errors.ts';

interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function requestError({ status, data, headers = {} }: Answer): RequestError {
  const error = Object.assign(new Error('octokit’s own words'), { status, response: { headers, data } });
  error.name = 'HttpError';
  return error;
}

const failureOf = (answer: Answer) => forgeFailure('Making the tag v1.0', requestError(answer), 1).faults[0];
const invalid = (...errors: readonly object[]) => ({
  status: 422,
  data: { message: 'Validation Failed', errors },
});

/** Bodies as GitHub sends them. */
const ANSWERS: readonly (readonly [code: string, answer: Answer])[] = [
  ['forge-forbidden', { status: 403, data: { message: 'Resource not accessible by integration' } }],
  ['forge-forbidden', { status: 404, data: { message: 'Not Found' } }],
  ['forge-refused', { status: 401, data: { message: 'Bad credentials' } }],
  ['forge-refused', { status: 403, data: { message: 'Repository was archived so is read-only.' } }],
  ['forge-refused', { status: 409, data: { message: 'Git Repository is empty.' } }],
  ['forge-refused', { status: 422, data: { message: 'Object does not exist' } }],
  ['forge-refused', invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' })],
  ['rules-forbid', { status: 422, data: { message: 'Reference update failed' } }],
  [
    'rules-forbid',
    {
      status: 422,
      data: {
        message:
          'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n',
      },
    },
  ],
  [
    'rules-forbid',
    invalid({
      resource: 'Release',
      code: 'custom',
      field: 'pre_receive',
      message: 'pre_receive Repository rule violations found\n\n',
    }),
  ],
  [
    'tag-burnt',
    invalid({
      resource: 'Release',
      code: 'custom',
      field: 'tag_name',
      message: 'tag_name was used by an immutable release',
    }),
  ],
  [
    'tag-burnt',
    invalid(
      { resource: 'Release', code: 'already_exists', field: 'tag_name' },
      {
        resource: 'Release',
        code: 'custom',
        field: 'tag_name',
        message: 'tag_name was used by an immutable release',
      },
    ),
  ],
  ['release-immutable', { status: 422, data: { message: 'Cannot upload assets to an immutable release.' } }],
  [
    'release-immutable',
    { status: 422, data: { message: 'state cannot be changed when release is immutable' } },
  ],
  ['forge-trouble', { status: 500, data: {} }],
  ['forge-trouble', { status: 429, data: { message: 'You have exceeded a secondary rate limit' } }],
];

describe('forgeFailure', () => {
  it.each(ANSWERS)('makes %s of %j', (code, answer) => {
    expect(failureOf(answer)?.code).toBe(code);
  });

  it('says which permission the forge itself asks for', () => {
    const headers = { 'x-accepted-github-permissions': 'contents=write,workflows=write; contents=write' };
    const fault = failureOf({
      status: 403,
      data: { message: 'Resource not accessible by integration' },
      headers,
    });
    expect(fault?.remedy).toBe('Give the job `permissions: contents: write, workflows: write`.');
  });

  it('tells what the forge says of each field', () => {
    const fault = failureOf(invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' }));
    expect(fault?.finding).toBe(
      'Making the tag v1.0: 422 Validation Failed: Release target_commitish invalid.',
    );
  });

  it('brings a page down to one short line', () => {
    const error = Object.assign(requestError({ status: 502, data: '<html>' }), {
      message: `<html>\n<h1>Bad</h1>\n${'<p>x</p>'.repeat(999)}`,
    });
    const finding = forgeFailure('Reading', error, 2).faults[0]?.finding ?? '';
    expect(finding).toMatch(/^Reading failed after 2 tries: 502 Bad x x/);
    expect(finding.length).toBeLessThan(600);
  });

  it('keeps the cause for the debug log', () => {
    const error = requestError({ status: 403 });
    expect(forgeFailure('Reading', error, 1).cause).toBe(error);
  });
});
