import { describe, expect, it } from '@jest/globals';
import { presentedClaims, publisherForm } from '../../../src/adapters/index/publisher-claims.ts';
import { jwtOf } from '../../support/jwt.ts';

const CLAIMS = {
  sub: 'repo:acme/demo:environment:pypi',
  repository: 'acme/demo',
  repository_owner: 'acme',
  repository_owner_id: '7',
  workflow_ref: 'acme/demo/.github/workflows/release.yml@refs/tags/v1.0',
  job_workflow_ref: 'acme/demo/.github/workflows/release.yml@refs/tags/v1.0',
  ref: 'refs/tags/v1.0',
  environment: 'pypi',
  jti: 'never shown',
};

describe('presentedClaims', () => {
  it('lists what decides, and nothing else', () => {
    expect(presentedClaims(jwtOf(CLAIMS))).toBe(
      'sub: repo:acme/demo:environment:pypi, repository: acme/demo, repository_owner: acme, repository_owner_id: 7, ' +
        'workflow_ref: acme/demo/.github/workflows/release.yml@refs/tags/v1.0, ' +
        'job_workflow_ref: acme/demo/.github/workflows/release.yml@refs/tags/v1.0, ref: refs/tags/v1.0, environment: pypi',
    );
  });

  it('says none for a claim that is not there', () => {
    const { environment: _, ...without } = CLAIMS;
    expect(presentedClaims(jwtOf(without))).toContain('environment: (none)');
  });

  it('knows no claims of what is no token', () => {
    expect(presentedClaims('not a token')).toContain('repository: (none)');
  });
});

describe('publisherForm', () => {
  it('says what to type into each field', () => {
    expect(publisherForm(jwtOf(CLAIMS))).toBe(
      'Owner acme, Repository name demo, Workflow name release.yml, Environment name pypi',
    );
  });

  it('says to leave the environment empty where the job has none', () => {
    const { environment: _, ...without } = CLAIMS;
    expect(publisherForm(jwtOf(without))).toContain('Environment name (empty)');
  });

  it('takes the workflow from the file that holds the job, which may be a called one', () => {
    const job_workflow_ref = 'acme/demo/.github/workflows/publish.yaml@refs/heads/main';
    expect(publisherForm(jwtOf({ ...CLAIMS, job_workflow_ref }))).toContain('Workflow name publish.yaml');
  });
});
