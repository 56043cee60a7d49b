import type { IndexEmulator } from '../../../src/emulators/index/emulator.ts';
import type { FaultCode } from '../../../src/release/fault.ts';

/** Claims of an identity token; undefined leaves one out. */
export type Claims = Readonly<Record<string, unknown>>;

/** The form of the publisher that release jobs belong to. */
export const FORM = 'Owner acme, Repository name demo, Workflow name release.yml, Environment name pypi';
const workflow = (repository: string, file = 'release.yml', ref = 'refs/tags/v1.0') =>
  `${repository}/.github/workflows/${file}@${ref}`;

/** One refusal of an exchange: what is shown, what the index is like, what it says, and which fault that is to be. */
export interface ExchangeRow {
  readonly claim: string;
  readonly code: FaultCode;
  /** Of the index's own words. */
  readonly says: string;
  /** Claims other than those of a release job; undefined leaves one out. */
  readonly change?: Claims;
  readonly kid?: string | null;
  /** What is shown in place of an identity token. */
  readonly token?: string;
  readonly prepare?: (index: IndexEmulator) => unknown;
  /** Of the remedy. */
  readonly cure: string;
}

const UNKNOWN = 'Publisher with matching claims was not found';
const fresh = (change: Claims = {}): Claims => ({
  repository: 'acme/fresh',
  workflow_ref: workflow('acme/fresh'),
  job_workflow_ref: workflow('acme/fresh'),
  environment: undefined,
  ...change,
});
const called = (repository: string, file: string): Claims => ({
  job_workflow_ref: workflow(repository, file),
});
const renamed = (file: string): Claims => ({
  workflow_ref: workflow('acme/demo', file),
  job_workflow_ref: workflow('acme/demo', file),
});

/** No publisher fits. */
export const PUBLISHER_ROWS: readonly ExchangeRow[] = [
  {
    claim: 'the repository is a fork',
    code: 'publisher-unknown',
    says: UNKNOWN,
    change: {
      repository: 'mallory/demo',
      repository_owner: 'mallory',
      repository_owner_id: '7',
      workflow_ref: workflow('mallory/demo'),
      job_workflow_ref: workflow('mallory/demo'),
    },
    cure: 'This run is of mallory/demo and stands in release.yml: a fork',
  },
  {
    claim: 'the repository is spelt in capitals',
    code: 'publisher-unknown',
    says: UNKNOWN,
    change: { repository: 'ACME/Demo' },
    cure: 'other capital letters make it another publisher',
  },
  {
    claim: 'the owner is a new account of the old name',
    code: 'publisher-unknown',
    says: UNKNOWN,
    change: { repository_owner_id: '7' },
    cure: FORM,
  },
  {
    claim: 'the workflow file was renamed',
    code: 'publisher-unknown',
    says: UNKNOWN,
    change: renamed('publish.yml'),
    cure: 'Workflow name publish.yml',
  },
  {
    claim: 'the job names no environment',
    code: 'publisher-unknown',
    says: UNKNOWN,
    change: { environment: undefined },
    cure: 'The job names no environment',
  },
  {
    claim: 'the job names another environment',
    code: 'publisher-unknown',
    says: UNKNOWN,
    change: { environment: 'staging' },
    cure: 'The job names the environment staging',
  },
  {
    claim: 'the job stands in a called workflow of the repository',
    code: 'workflow-reusable',
    says: UNKNOWN,
    change: called('acme/demo', 'publish.yml'),
    cure: FORM,
  },
  {
    claim: 'the job stands in a called workflow of another repository',
    code: 'workflow-reusable',
    says: 'The job_workflow_ref claim does not match',
    change: called('acme/shared', 'release.yml'),
    cure: 'acme/shared/.github/workflows/release.yml, which acme/demo/.github/workflows/release.yml calls',
  },
  {
    claim: 'the workflow is taken at another ref',
    code: 'workflow-elsewhere',
    says: 'The job_workflow_ref claim does not match',
    change: { job_workflow_ref: workflow('acme/demo', 'release.yml', 'refs/heads/main') },
    cure: FORM,
  },
  {
    claim: 'the owner does not fit the repository',
    code: 'publisher-claim-differs',
    says: "Check failed for required claim 'repository_owner'",
    change: { repository_owner: 'other' },
    cure: 'enter it anew',
  },
  {
    claim: 'pull_request_target started the run',
    code: 'publisher-event',
    says: "'pull_request_target' is not supported",
    change: { event_name: 'pull_request_target' },
    cure: 'on: push: tags',
  },
];

/** The token lacks a claim. */
const CLAIM_ROWS: readonly ExchangeRow[] = [
  ...[
    'repository',
    'repository_owner',
    'repository_owner_id',
    'job_workflow_ref',
    'jti',
    'event_name',
    'ref',
    'sha',
  ].map(
    (name): ExchangeRow => ({
      claim: `the claim ${name} is missing`,
      code: 'identity-incomplete',
      says: `Missing claim '${name}'`,
      change: { [name]: undefined },
      cure: 'OIDC settings',
    }),
  ),
  {
    claim: 'the ref and the sha are empty',
    code: 'identity-incomplete',
    says: 'The ref and sha claims are empty',
    change: { ref: '', sha: '' },
    cure: 'OIDC settings',
  },
  {
    claim: 'no workflow file is named',
    code: 'identity-incomplete',
    says: 'Could not job extract workflow filename',
    change: { job_workflow_ref: 'acme/demo' },
    cure: 'OIDC settings',
  },
];

const past = Math.floor(Date.now() / 1000) - 3600;
/** The token is not believed. */
const TOKEN_ROWS: readonly ExchangeRow[] = [
  {
    claim: 'the token is none',
    code: 'identity-unverified',
    says: 'malformed JWT',
    token: 'abc',
    cure: 'Run again',
  },
  {
    claim: 'the token is for another index',
    code: 'identity-unverified',
    says: 'malformed or invalid token',
    change: { aud: 'testpypi' },
    cure: 'Run again',
  },
  {
    claim: 'the audience is a list',
    code: 'identity-unverified',
    says: 'malformed or invalid token',
    change: { aud: ['pypi'] },
    cure: 'Run again',
  },
  {
    claim: 'the token is too old',
    code: 'identity-unverified',
    says: 'malformed or invalid token',
    change: { exp: past },
    cure: 'Run again',
  },
  {
    claim: 'the key is unknown',
    code: 'identity-unverified',
    says: 'malformed or invalid token',
    kid: 'other',
    cure: 'clock of a self-hosted runner',
  },
  {
    claim: 'the key is not named',
    code: 'identity-unverified',
    says: 'malformed or invalid token',
    kid: null,
    cure: 'Run again',
  },
  {
    claim: 'another forge issued the token',
    code: 'issuer-unknown',
    says: 'unknown trusted publishing issuer',
    change: { iss: 'https://forge.example/_services/token' },
    cure: 'GitHub Enterprise Server',
  },
];

/** The index will not, whoever comes. */
const INDEX_ROWS: readonly ExchangeRow[] = [
  {
    claim: 'the pending publisher came too late',
    code: 'pending-publisher-lost',
    says: 'valid token, but project already exists',
    change: fresh(),
    prepare: ({ state }) => taken(state),
    cure: 'If the project is yours',
  },
  {
    claim: 'the pending publisher has a prohibited name',
    code: 'pending-publisher-refused',
    says: "The name 'fresh' isn't allowed.",
    change: fresh(),
    prepare: ({ state }) => state.prohibited.add('fresh'),
    cure: 'Choose another project name',
  },
  {
    claim: 'nobody may make projects at present',
    code: 'registration-closed',
    says: 'New project registration temporarily disabled.',
    change: fresh(),
    prepare: ({ state }) => state.flags.add('disallow-new-project-registration'),
    cure: 'Wait until PyPI is open again',
  },
  {
    claim: 'trusted publishing from GitHub is switched off',
    code: 'trusted-publishing-disabled',
    says: 'github trusted publishing functionality not enabled',
    prepare: ({ state }) => state.flags.add('disallow-github-oidc'),
    cure: 'Run again later',
  },
];

function taken(state: IndexEmulator['state']): void {
  const demo = state.projects.get('demo');
  if (demo === undefined) throw new Error('no project');
  state.projects.set('fresh', { ...demo, id: 'f', name: 'fresh', normalName: 'fresh' });
}

/** Every refusal that the built-in index makes of an exchange. */
export const EXCHANGES: readonly ExchangeRow[] = [
  ...PUBLISHER_ROWS,
  ...CLAIM_ROWS,
  ...TOKEN_ROWS,
  ...INDEX_ROWS,
];
