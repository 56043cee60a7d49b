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

const said = (status: number, message: string): Answer => ({
  status,
  data: { message, status: `${status}` },
});
const ofRelease = (code: string, field?: string, message?: string) => ({
  resource: 'Release',
  code,
  field,
  message,
});
const RULES = (sentence: string) => `Repository rule violations found\n\n${sentence}\n\n`;
const CREATIONS = RULES('Cannot create ref due to creations being restricted.');
const NO_TAG = 'Published releases must have a valid tag';
const BURNT = 'tag_name was used by an immutable release';

/** Bodies as GitHub sends them (project facts 1.2), each with the code and a piece of the remedy. */
const ANSWERS: readonly (readonly [code: string, remedy: string, answer: Answer])[] = [
  ['forge-forbidden', 'contents: write', said(403, 'Resource not accessible by integration')],
  ['forge-forbidden', 'contents: write', said(404, 'Not Found')],
  ['forge-refused', 'Leave github-token out', said(401, 'Bad credentials')],
  ['forge-refused', 'Leave github-token out', said(401, 'Requires authentication')],
  ['forge-refused', 'out of the archive', said(403, 'Repository was archived so is read-only.')],
  ['forge-refused', 'Push a first commit', said(409, 'Git Repository is empty.')],
  ['forge-refused', 'push it', said(422, 'Object does not exist')],
  ['forge-refused', 'push it', said(422, 'No commit found for SHA: 0123456')],
  ['forge-refused', 'push it', invalid(ofRelease('invalid', 'target_commitish'))],
  ['forge-refused', 'Look at what the forge says', said(422, 'Reference already exists')],
  ['forge-refused', 'Look at what the forge says', said(422, 'Reference does not exist')],
  ['forge-refused', 'Look at what the forge says', said(422, 'Update is not a fast forward')],
  ['rules-forbid', 'ruleset', said(422, 'Reference update failed')],
  ['rules-forbid', 'ruleset', said(422, CREATIONS)],
  ['rules-forbid', 'ruleset', said(403, CREATIONS)],
  ['rules-forbid', 'ruleset', said(422, RULES('Cannot update this protected ref.'))],
  ['rules-forbid', 'commit: pull-request', said(422, RULES('Changes must be made through a pull request.'))],
  ['rules-forbid', 'commit: pull-request', said(422, 'Changes must be made through a pull request.')],
  ['rules-forbid', 'commit: pull-request', said(422, 'Required status check "test" is expected.')],
  ['rules-forbid', 'commit: pull-request', said(422, 'Protected branch update failed for refs/heads/main.')],
  [
    'rules-forbid',
    'ruleset',
    invalid(
      ofRelease('custom', 'pre_receive', `pre_receive ${CREATIONS}`),
      ofRelease('custom', undefined, NO_TAG),
    ),
  ],
  ['rules-forbid', 'ruleset', invalid(ofRelease('custom', 'pre_receive'))],
  ['forge-refused', 'Push it by hand', invalid(ofRelease('custom', undefined, NO_TAG))],
  ['forge-refused', 'published already', invalid(ofRelease('already_exists', 'tag_name'))],
  ['tag-burnt', 'new version', invalid(ofRelease('custom', 'tag_name', BURNT))],
  [
    'tag-burnt',
    'new version',
    invalid(ofRelease('already_exists', 'tag_name'), ofRelease('custom', 'tag_name', BURNT)),
  ],
  [
    'tag-burnt',
    'new version',
    invalid(ofRelease('custom', 'pre_receive', CREATIONS), ofRelease('custom', 'tag_name', BURNT)),
  ],
  ['release-immutable', 'new version', said(422, 'Cannot upload assets to an immutable release.')],
  ['release-immutable', 'new version', said(422, 'state cannot be changed when release is immutable')],
  [
    'forge-refused',
    'allow GitHub Actions',
    said(403, 'GitHub Actions is not permitted to create or approve pull requests.'),
  ],
  [
    'forge-refused',
    'workflows permission',
    said(
      403,
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission',
    ),
  ],
  [
    'forge-refused',
    'commit: none',
    invalid({ resource: 'PullRequest', code: 'custom', message: 'No commits between main and x' }),
  ],
  [
    'forge-refused',
    'Look at what the forge says',
    invalid({ resource: 'PullRequest', code: 'invalid', field: 'head' }),
  ],
  ['forge-trouble', 'Safe to run again', { status: 500, data: {} }],
  ['forge-trouble', 'Safe to run again', { status: 502, data: '<html><h1>Bad Gateway</h1></html>' }],
  ['forge-trouble', 'Safe to run again', said(429, 'You have exceeded a secondary rate limit')],
  ['forge-trouble', 'Safe to run again', said(403, 'You have exceeded a secondary rate limit')],
  [
    'forge-trouble',
    'Safe to run again',
    {
      ...said(403, 'API rate limit exceeded for installation ID 1.'),
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
    },
  ],
];

describe('forgeFailure', () => {
  it.each(ANSWERS)('makes %s (%s) of %j', (code, remedy, answer) => {
    expect(failureOf(answer)).toMatchObject({ code, remedy: expect.stringContaining(remedy) });
  });

  it('reads all that the forge says, though a line cannot hold it', () => {
    const long = Array.from({ length: 40 }, () => ofRelease('custom', 'body', 'body is too long'));
    const fault = failureOf(invalid(...long, ofRelease('custom', 'tag_name', BURNT)));
    expect(fault?.code).toBe('tag-burnt');
    expect(fault?.finding.length).toBeLessThan(600);
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
