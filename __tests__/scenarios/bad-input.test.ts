import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const scratch = makeScratch();
let scenario: Scenario;
let everything: Ran;
let noProject: Ran;
let disagreeing: Ran;
let noCredential: Ran;
let ofAFork: Ran;

beforeAll(async () => {
  scenario = await openScenario({ project: 'disagreeing', name: 'tiny-tide' });
  everything = await scenario.run({
    inputs: {
      path: 'D',
      phase: 'deploy',
      bump: 'gigantic',
      uploader: 'curl',
      'pypi-token': '',
      'working-directory': 'no/such/place',
    },
  });
  noProject = await scenario.run({ inputs: { path: 'D', 'working-directory': 'src' } });
  disagreeing = await scenario.run({
    inputs: { uploader: 'ftp', 'testpypi-token': ' ', bump: 'minor' },
    tag: 'v2.0.0',
  });
  noCredential = await scenario.run({ inputs: { version: '1.2.0' }, identity: false });
  const head = { repo: { full_name: 'stranger/tiny-tide' } };
  scratch.write({ 'event.json': JSON.stringify({ action: 'opened', pull_request: { head } }) });
  ofAFork = await scenario.run({
    inputs: { version: '1.2.0' },
    identity: false,
    environment: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: scratch.file('event.json'),
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_REF_NAME: '7/merge',
    },
  });
});
afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

const codes = ({ report }: Ran) => report.faults.map(({ code }) => code).toSorted();
const findings = ({ report }: Ran) => report.faults.map(({ finding }) => finding).join('\n');

it('reports every bad input of a run together, each with its own fault', () => {
  expect(codes(everything)).toEqual([
    'directory-missing',
    'input-invalid',
    'input-invalid',
    'input-invalid',
    'input-invalid',
    'token-empty',
  ]);
  for (const text of ['path is "D"', 'phase is "deploy"', 'bump is "gigantic"', 'uploader is "curl"'])
    expect(findings(everything)).toContain(text);
  expect(findings(everything)).toContain('"no/such/place"');
  expect(findings(everything)).toContain('pypi-token was given, but it is empty');
});

it('says that a directory has no pyproject.toml, beside the bad input', () => {
  expect(codes(noProject)).toEqual(['input-invalid', 'pyproject-missing']);
  expect(findings(noProject)).toContain('"src"');
});

it('names every place of a version that disagrees with the tag, with its value', () => {
  expect(codes(disagreeing)).toEqual(['bump-on-tag', 'input-invalid', 'token-empty', 'version-disagrees']);
  for (const text of [
    'tag v2.0.0 says 2.0.0',
    'pyproject.toml says 1.2.0',
    'src/tiny_tide/__init__.py says 1.1.9',
  ])
    expect(findings(disagreeing)).toContain(text);
});

it('says of each index that there is no credential for it', () => {
  expect(codes(noCredential).filter((code) => code === 'credential-missing')).toHaveLength(2);
  expect(findings(noCredential)).toContain('testpypi-token is not given');
  expect(findings(noCredential)).toContain('\npypi-token is not given');
});

it('says why a pull request of a fork may not release', () => {
  expect(codes(ofAFork)).toContain('event-unsupported');
  expect(findings(ofAFork)).toContain('stranger/tiny-tide');
});

describe.each([
  ['bad inputs', () => everything],
  ['no project', () => noProject],
  ['a version that disagrees', () => disagreeing],
  ['no credential', () => noCredential],
  ['an event that may not release', () => ofAFork],
])('a run with %s', (_what, ran) => {
  it('fails before any phase', () => {
    expect([ran().exitCode, ran().output('outcome'), ran().output('failed-phase')]).toEqual([
      1,
      'failed',
      '',
    ]);
    expect(ran().report.phases.filter(({ outcome }) => outcome !== 'not-run')).toEqual([]);
  });

  it('shows each fault once as an annotation and in the summary, without a stack trace', () => {
    expect(ran().errors).toHaveLength(ran().report.faults.length);
    for (const { title } of ran().report.faults) expect(ran().summary).toContain(title);
    expect(ran().printed).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
    expect(ran().printed).not.toContain('This is a bug');
  });

  it('sends nothing but questions and starts nothing but git', () => {
    expect(writes(ran().requests)).toEqual([]);
    expect(ran().children.filter(({ file }) => !/(^|[/\\])git(\.exe)?$/.test(file))).toEqual([]);
  });
});
