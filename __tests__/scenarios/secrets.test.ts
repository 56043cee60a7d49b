import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Child, closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';

const PRINTS_ALL = 'python -c "import os; print(sorted(os.environ.items())); raise SystemExit(1)"';
const WEBHOOK_PATH = '/hook/of-a-secret-room';

let scenario: Scenario;
let released: Ran;
let failed: Ran;

beforeAll(async () => {
  scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
  const { testpypi, github } = scenario.services;
  // A token for one index, the identity for the other: all kinds of secret in one run.
  const inputs = {
    path: 'A',
    'testpypi-token': testpypi.token,
    'announce-webhook': `${new URL(github.api).origin}${WEBHOOK_PATH}`,
  };
  const environment = { AWS_SECRET_ACCESS_KEY: 'the-secret-of-another-step', PROJECT_SETTING: 'seen' };
  const failing = {
    phase: 'setup,develop',
    'test-command': PRINTS_ALL,
    env: 'PROJECT_SETTING',
    cache: 'false',
  };
  failed = await scenario.run({
    environment,
    inputs: { ...inputs, ...failing },
  });
  released = await scenario.run({
    environment,
    inputs: { ...inputs, phase: 'build,testpypi,pypi,post-publish', release: 'draft' },
  });
}, 120_000);
afterAll(closeScenarios);

/** What a run declares secret to the runner, and what its job was given. */
function secretsOf({ printed }: Ran): readonly string[] {
  const { testpypi, pypi, github, oidc, cache } = scenario.services;
  const given = [testpypi.token, pypi.token, github.token, oidc.request_token, cache.runtime_token];
  const masked = printed.split('\n').flatMap((line) => line.match(/^::add-mask::(.+)$/)?.slice(1) ?? []);
  const all = new Set([...given, ...masked, WEBHOOK_PATH, 'the-secret-of-another-step']);
  // What action.yml gives for a token that is left out.
  all.delete('trusted-publishing');
  return [...all];
}

/** A secret as it is, and as it may be hidden: in base64 at each of the three alignments, in base64url, in an address. */
function shapesOf(secret: string): readonly string[] {
  const aligned = ['', ' ', '  '].map((shift) =>
    Buffer.from(`${shift}${secret}`).toString('base64').slice(4, -4),
  );
  const forAddresses = aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [secret, encodeURIComponent(secret), ...aligned, ...forAddresses];
}

function leaks(ran: Ran, text: string): readonly string[] {
  return secretsOf(ran).filter((secret) => shapesOf(secret).some((shape) => text.includes(shape)));
}

const uploads = ({ args }: Child): boolean => args.includes('publish') || args.includes('upload');

describe.each([
  ['a release', () => released],
  ['a failure whose child prints its environment', () => failed],
])('%s', (_what, ran) => {
  it('prints no secret, but to have it masked', () => {
    const said = ran()
      .printed.split('\n')
      .filter((line) => !line.startsWith('::add-mask::'));
    expect(said.length).toBeGreaterThan(10);
    expect(leaks(ran(), said.join('\n'))).toEqual([]);
  });

  it('has none in the outputs, the summary or the report', async () => {
    const report = await readFile(ran().output('report'), 'utf8');
    expect(leaks(ran(), report)).toEqual([]);
    expect(leaks(ran(), ran().summary)).toEqual([]);
    for (const name of ['distributions', 'announcement', 'metrics', 'badges', 'release-url', 'pypi-url'])
      expect(leaks(ran(), ran().output(name))).toEqual([]);
  });

  it('leaves none in a file of the checkout or of the run', async () => {
    const directories = [ran().workspace, path.dirname(ran().output('report'))];
    const entries = await Promise.all(
      directories.map((directory) => readdir(directory, { recursive: true, withFileTypes: true })),
    );
    const files = entries
      .flat()
      .filter((entry) => entry.isFile() && !entry.parentPath.split(path.sep).includes('.git'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(5);
    const contents = await Promise.all(files.map((file) => readFile(file, 'latin1')));
    expect(files.filter((_file, at) => leaks(ran(), contents[at] ?? '').length > 0)).toEqual([]);
  });

  it('gives none to a child, but its one token to an uploader', () => {
    expect(ran().children.length).toBeGreaterThan(5);
    for (const child of ran().children) {
      expect(leaks(ran(), child.args.join('\n'))).toEqual([]);
      const seen = leaks(ran(), child.environment.join('\n'));
      expect(seen).toHaveLength(uploads(child) ? 1 : 0);
    }
  });
});

it('masks the tokens it is given, the identity and the tokens it mints', () => {
  const masked = released.printed.split('\n').filter((line) => line.startsWith('::add-mask::'));
  const { testpypi, github, pypi } = scenario.services;
  const values = masked.map((line) => line.slice('::add-mask::'.length));
  const pair = Buffer.from(`__token__:${testpypi.token}`).toString('base64');
  expect(values).toEqual(expect.arrayContaining([testpypi.token, pair, github.token]));
  expect(values.filter((value) => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(value))).not.toEqual([]);
  expect(values.filter((value) => value.startsWith('pypi-') && value !== testpypi.token)).not.toEqual([]);
  expect(values).not.toContain(pypi.token);
  // A word that every log may hold is no secret.
  expect(values).not.toContain('trusted-publishing');
});

it('releases and uploads with one token each', () => {
  expect(released.errors.filter((text) => !text.startsWith('The announcement was not taken'))).toEqual([]);
  expect(released.children.filter(uploads)).toHaveLength(4);
});

it('shows the failing child’s environment: what is allowed and what is named, nothing else', () => {
  expect(failed.report.faults).toMatchObject([{ code: 'tests-failed' }]);
  expect(failed.printed).toContain("('PROJECT_SETTING', 'seen')");
  for (const name of [
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'GITHUB_TOKEN',
    'INPUT_',
    'AWS_SECRET_ACCESS_KEY',
    'SPY_FILE',
  ])
    expect(failed.printed).not.toContain(`('${name}`);
});
