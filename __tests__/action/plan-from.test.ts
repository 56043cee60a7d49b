import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentOf } from '../../src/action/environment.ts';
import type { EventDetails } from '../../src/action/events.ts';
import { parsedInputs } from '../../src/action/inputs.ts';
import { planFrom, strayTokens } from '../../src/action/plan-from.ts';
import { indexAddresses } from '../../src/plan/known-indexes.ts';

const TAG = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/tags/v1.2.0',
  GITHUB_REF_NAME: 'v1.2.0',
  GITHUB_REF_TYPE: 'tag',
};
const BRANCH = { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' };
const DISPATCH = { ...BRANCH, GITHUB_EVENT_NAME: 'workflow_dispatch' };
const IDENTITY = { ACTIONS_ID_TOKEN_REQUEST_URL: 'u', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };

function planned(
  raw: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
  details?: EventDetails,
) {
  const environment: Environment = environmentOf(
    { GITHUB_WORKSPACE: '/checkout', GITHUB_SHA: 'c0ffee', RUNNER_TEMP: '/temp', ...variables },
    '/',
  );
  const { inputs } = parsedInputs(raw, {});
  const { plan, refusals, ...found } = planFrom(inputs, environment, details);
  const faults = [...refusals, ...found.faults];
  return { plan, faults, refusals, codes: faults.map(({ code }) => code), inputs };
}

/** A token (macaroon v2) that names this domain as its home. */
function tokenOf(domain: string): string {
  const location = Buffer.from(domain);
  const body = Buffer.concat([Buffer.from([2, 1, location.length]), location, Buffer.alloc(80, 1)]);
  return `pypi-${body.toString('base64url')}`;
}

describe('planFrom', () => {
  it('selects the phases and lays the directories out', () => {
    const { plan, codes } = planned(
      { path: 'B', phase: 'prepare', 'working-directory': 'packages/demo', 'packages-dir': 'out' },
      TAG,
    );
    expect(codes).toEqual([]);
    expect(plan.phases).toEqual(['setup', 'develop', 'build']);
    expect(plan.directory).toBe(path.resolve('/checkout/packages/demo'));
    expect(plan.packages).toBe(path.resolve('/checkout/packages/demo/out'));
    expect(path.relative(path.resolve('/temp'), plan.scratch)).not.toMatch(/^\.\./);
  });

  it('is frozen through and through', () => {
    const { plan } = planned({ 'smoke-test': 'demo' }, TAG);
    const thawed: string[] = [];
    const look = (value: unknown, name: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(name);
      for (const [key, member] of Object.entries(value)) look(member, `${name}.${key}`);
    };
    look(plan, 'plan');
    expect(thawed).toEqual([]);
  });

  it('holds no secret', () => {
    const { plan } = planned(
      {
        'pypi-token': 'pypi-s3cret',
        'github-token': 's3cret',
        'announce-webhook': 'https://hook.example/s3cret',
      },
      { ...TAG, ...IDENTITY },
    );
    expect(plan.announce).toBe(true);
    expect(JSON.stringify(plan)).not.toContain('s3cret');
  });

  it('knows a dry run', () => {
    expect(planned({ 'dry-run': 'true' }, TAG).plan.mode).toBe('dry-run');
    expect(planned({}, TAG).plan.mode).toBe('release');
  });

  it('takes every further input over', () => {
    const { plan } = planned(
      {
        ...{
          extras: 'a',
          'python-version': '3.13',
          env: 'X',
          'verify-command': './v',
          'test-command': 'false',
        },
        ...{
          'build-command': './b',
          fix: 'true',
          uploader: 'twine',
          'upload-concurrency': '7',
          badges: 'update',
        },
        ...{ preflight: 'mint', release: 'draft', prerelease: 'true', latest: 'false', notes: 'generated' },
        ...{
          assets: '*.txt',
          'discussion-category': 'News',
          allow: 'lint',
          commit: 'none',
          testpypi: 'best-effort',
        },
      },
      {
        ...{ ...DISPATCH, GITHUB_REPOSITORY: 'org/demo', GITHUB_SERVER_URL: 'https://forge.example' },
        GITHUB_WORKFLOW_REF: 'org/demo/.github/workflows/ship-it.yml@refs/heads/main',
      },
    );
    expect(plan).toMatchObject({
      toolchain: { extras: ['a'], python: '3.13' },
      commands: { env: ['X'], verify: './v', test: false, build: './b', fix: true },
      uploader: 'twine',
      uploadConcurrency: 7,
      badges: 'update',
      preflight: 'mint',
      forge: {
        ...{ workflow: 'ship-it.yml' },
        ...{ repository: 'org/demo', commit: 'c0ffee', branch: 'main', server: 'https://forge.example' },
        ...{ release: 'draft', prerelease: true, latest: false, notes: 'generated', commitPolicy: 'none' },
        ...{ assets: ['*.txt'], discussionCategory: 'News' },
      },
      allow: ['lint'],
      announce: false,
    });
    expect(plan.indexes.testpypi.required).toBe(false);
    expect(plan.indexes.pypi.required).toBe(true);
  });
});

describe('credentials', () => {
  it('are decided for each index by itself', () => {
    const { plan } = planned({ 'testpypi-token': 'pypi-x' }, { ...TAG, ...IDENTITY });
    expect(plan.indexes.testpypi.credential).toEqual({ kind: 'token', user: '__token__' });
    expect(plan.indexes.pypi.credential).toEqual({ kind: 'trusted-publishing' });
  });

  it('are none without token and identity', () => {
    const { plan } = planned({ 'pypi-token': 'pypi-x' }, TAG);
    expect(plan.indexes.pypi.credential).toEqual({ kind: 'token', user: '__token__' });
    expect(plan.indexes.testpypi.credential.kind).toBe('none');
  });

  it('go to the address that was given', () => {
    const { plan } = planned({ 'pypi-url': 'https://index.example/legacy/' }, TAG);
    expect(plan.indexes.pypi.web).toBe('https://index.example');
    expect(plan.indexes.testpypi.web).toBe(indexAddresses('testpypi').web);
  });

  it('look files up where the user says', () => {
    const simple = 'https://dl.index.example/simple/';
    const { plan } = planned(
      { 'testpypi-url': 'https://index.example/', 'testpypi-simple-url': simple },
      TAG,
    );
    expect(plan.indexes.testpypi.simple).toBe(simple);
  });

  it('of a public index begin as its tokens do; those of a private one are its own matter', () => {
    expect(planned({ 'pypi-token': 'password', 'testpypi-token': 'pypi-ok' }, TAG).codes).toEqual([
      'token-malformed',
    ]);
    const own = { path: 'B', 'pypi-token': 'password', 'pypi-url': 'https://index.example/legacy/' };
    expect(planned(own, TAG).codes).toEqual([]);
  });

  it('go with the user that they belong to', () => {
    const own = {
      path: 'B',
      'pypi-token': 'password',
      'pypi-url': 'https://index.example/team/prod/',
      'pypi-user': 'tide',
    };
    const { plan, codes } = planned(own, TAG);
    expect([plan.indexes.pypi.credential, codes]).toEqual([{ kind: 'token', user: 'tide' }, []]);
  });

  it.each([
    [
      'without a password',
      { path: 'B', 'pypi-url': 'https://index.example/', 'pypi-user': 'tide' },
      ['user-without-token'],
    ],
    ['to the public index', { 'pypi-token': 'pypi-x', 'pypi-user': 'tide' }, ['user-refused']],
    ['that is the name of a token', { 'pypi-user': '__token__' }, []],
    ['to an index that this run uploads nothing to', { 'testpypi-user': 'tide', path: 'C' }, []],
  ])('a user %s', (_which, raw, codes) => {
    expect(planned(raw, { ...TAG, ...IDENTITY }).codes).toEqual(codes);
  });

  it('of the other index are noticed, and never refused', () => {
    const [pypi, testpypi] = [indexAddresses('pypi').domain, indexAddresses('testpypi').domain];
    const swapped = planned({ 'pypi-token': tokenOf(testpypi), 'testpypi-token': tokenOf(testpypi) }, TAG);
    expect(swapped.codes).toEqual([]);
    expect(strayTokens(swapped.inputs, swapped.plan)).toEqual([{ index: 'pypi', home: 'testpypi' }]);
    const right = planned({ 'pypi-token': tokenOf(pypi) }, TAG);
    expect(strayTokens(right.inputs, right.plan)).toEqual([]);
    const own = planned({ 'pypi-token': tokenOf(pypi), 'pypi-url': 'https://index.example/legacy/' }, TAG);
    expect(strayTokens(own.inputs, own.plan)).toEqual([]);
  });
});

describe('what is for an index of one’s own', () => {
  const OWN = { 'pypi-url': 'https://index.example/legacy/', 'pypi-token': 'password' };
  const PUBLIC = indexAddresses('testpypi').upload;

  it('is not tried on the public test index unasked, and both addresses are told', () => {
    const { faults } = planned(OWN, TAG);
    expect(faults).toMatchObject([{ code: 'testpypi-public' }]);
    expect(faults[0]?.finding).toContain(OWN['pypi-url']);
    expect(faults[0]?.finding).toContain(PUBLIC);
    // Before all that the next job would refuse.
    expect(planned({ ...OWN, phase: 'prepare' }, TAG).codes).toEqual(['testpypi-public']);
  });

  it.each([
    ['by a path without a trial', { ...OWN, path: 'B' }],
    ['by a phase that tries nothing', { ...OWN, phase: 'setup..test-local' }],
    ['in a dry run, which puts nothing anywhere', { ...OWN, 'dry-run': 'true' }],
    ['on a test index of one’s own', { ...OWN, 'testpypi-url': 'https://index.example/test/' }],
    ['in public on purpose', { ...OWN, 'testpypi-url': PUBLIC }],
    ['on TestPyPI itself, given as the index', { 'pypi-url': PUBLIC }],
  ])('is released %s', (_how, raw) => {
    expect(planned(raw, TAG).codes).toEqual([]);
  });
});

describe('the version', () => {
  it('is the tag’s on a tag push, and there is no branch', () => {
    const { plan } = planned({}, TAG);
    expect(plan.version).toEqual({ kind: 'tag', tag: 'v1.2.0' });
    expect(plan.forge.branch).toBeUndefined();
  });

  it('is the tag’s too where a run is dispatched on a tag', () => {
    const { plan } = planned({}, { ...TAG, GITHUB_EVENT_NAME: 'workflow_dispatch' });
    expect(plan.version).toEqual({ kind: 'tag', tag: 'v1.2.0' });
  });

  it.each([
    [{ version: '2.0' }, { kind: 'given', version: '2.0' }],
    [{ bump: 'minor' }, { kind: 'bump', bump: 'minor' }],
    [{}, { kind: 'source' }],
  ])('of a dispatch with %j is %j', (raw, version) => {
    const { plan, codes } = planned(raw, DISPATCH);
    expect(plan.version).toEqual(version);
    expect(plan.forge.branch).toBe('main');
    expect(codes).toEqual([]);
  });

  it('is not asked for on a tag push', () => {
    const { faults } = planned({ version: '2.0', bump: 'minor' }, TAG);
    expect(faults.map(({ code, title }) => [code, title])).toEqual([
      ['bump-on-tag', 'version does not go with a tag push'],
      ['bump-on-tag', 'bump does not go with a tag push'],
    ]);
  });

  it('is not asked for twice', () => {
    expect(planned({ version: '2.0', bump: 'minor' }, DISPATCH).codes).toEqual(['version-and-bump']);
  });
});

describe('an event that may not release', () => {
  const PULL = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_REF_NAME: '7/merge',
    GITHUB_REF_TYPE: 'branch',
  };

  it.each(['all', 'testpypi', 'pypi', 'post-publish'])('is refused where the phases are %s', (phase) => {
    expect(planned({ phase }, { ...PULL, ...IDENTITY }).codes).toEqual(['event-unsupported']);
  });

  it('may prepare a release, and may look at all of it without any credential', () => {
    expect(planned({ phase: 'prepare' }, PULL).codes).toEqual([]);
    const { codes, plan } = planned({ 'dry-run': 'true' }, PULL);
    expect([codes, plan.indexes.pypi.credential]).toEqual([[], { kind: 'not-needed' }]);
  });

  it.each(['pypi-token', 'testpypi-token'])(
    'is not why %s is missed where it is given and empty: any other misses it, too',
    (name) => {
      for (const given of ['', '  ']) {
        const { faults } = planned({ [name]: given }, { ...DISPATCH, ...IDENTITY });
        expect(faults.map(({ code, finding }) => [code, finding.split(' ')[0]])).toEqual([
          ['token-empty', name],
        ]);
      }
    },
  );

  it('misses no secret in a dry run, which reads as empty there, and no password of the user that is named', () => {
    const given = {
      path: 'B',
      'pypi-token': '',
      'testpypi-token': ' ',
      'pypi-user': 'ci',
      'pypi-url': 'https://pip.example/',
    };
    const dry = planned({ ...given, 'dry-run': 'true' }, { ...PULL, ...IDENTITY });
    expect([dry.codes, dry.plan.indexes.pypi.credential.kind]).toEqual([[], 'not-needed']);
    expect(planned({ ...given, 'dry-run': 'true' }, DISPATCH).codes).toEqual(['token-empty', 'token-empty']);
  });

  it.each([{}, { 'dry-run': 'true' }, { phase: 'prepare' }, { phase: 'setup' }])(
    'does nothing at all with %j where a stranger may start it beside rights and secrets',
    (raw) => {
      for (const name of ['pull_request_target', 'workflow_run']) {
        const { refusals } = planned(raw, { ...BRANCH, ...IDENTITY, GITHUB_EVENT_NAME: name });
        expect(refusals.map(({ code }) => code)).toEqual(['event-untrusted']);
      }
    },
  );

  it('differs from one that may, whose dry run tells of a missing credential', () => {
    expect(planned({ 'dry-run': 'true' }, DISPATCH).plan.indexes.pypi.credential.kind).toBe('none');
  });

  it('has no branch, since the ref of a pull request is none', () => {
    expect(planned({ 'dry-run': 'true' }, PULL).plan.forge.branch).toBeUndefined();
  });

  it('is told with what its payload says', () => {
    const details = { action: 'opened', deleted: false, head: 'stranger/demo' };
    const { faults } = planned({}, { ...PULL, GITHUB_REPOSITORY: 'org/demo' }, details);
    expect(faults[0]?.finding).toContain('stranger/demo');
  });
});

describe('the cache', () => {
  it.each([
    ['on a tag', { phase: 'setup', cache: 'true' }, TAG, false],
    ['where an upload is planned', { cache: 'true' }, DISPATCH, false],
    ['where nothing is uploaded', { phase: 'prepare' }, DISPATCH, true],
    ['where the user says no', { phase: 'prepare', cache: 'false' }, DISPATCH, false],
  ])('%s', (_where, raw, variables, use) => {
    expect(planned(raw as Readonly<Record<string, string>>, variables).plan.toolchain.cache.use).toBe(use);
  });
});

describe('the hand-over', () => {
  const OFFERED = {
    ...DISPATCH,
    ACTIONS_RESULTS_URL: 'https://results.example/',
    ACTIONS_RUNTIME_TOKEN: 't',
  };
  const JOB = {
    ...{ GITHUB_JOB: 'build', RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64' },
    ...{ GITHUB_ACTION: 'release', GITHUB_RUN_ATTEMPT: '3' },
  };

  it('is by artifact where the runner has them, named after the directory of the project', () => {
    expect(planned({}, OFFERED).plan.handover).toEqual({
      kind: 'artifact',
      names: ['pypi-release'],
      ...{ job: ', leg 0', attempt: 1, journal: 'pypi-release.journal-leg-0' },
    });
    expect(
      planned({ 'working-directory': 'libs/one', leg: '2' }, { ...OFFERED, ...JOB }).plan.handover,
    ).toEqual({
      kind: 'artifact',
      names: ['pypi-release-libs.one'],
      ...{ job: 'build Linux X64, leg 2', attempt: 3 },
      journal: 'pypi-release-libs.one.journal-build-Linux-X64-leg-2-release',
    });
    expect(planned({}, DISPATCH).plan.handover.kind).toBe('files');
  });

  it.each([
    [
      'asked for outright where there is none',
      { phase: 'publish', handover: 'artifact' },
      DISPATCH,
      'handover-impossible',
    ],
    ['to several artifacts', { phase: 'prepare', artifact: 'one, two' }, OFFERED, 'artifact-name-unfit'],
    ['to a pattern', { phase: 'build', artifact: 'wheels-*' }, OFFERED, 'artifact-name-unfit'],
  ])('%s is refused', (_what, raw, variables, code) => {
    expect(planned(raw as Readonly<Record<string, string>>, variables).codes).toEqual([code]);
  });

  it.each([
    ['a job that takes from a pattern', { phase: 'publish', artifact: 'wheels-*' }, OFFERED],
    ['a job that does all', { artifact: 'wheels-*', handover: 'artifact' }, DISPATCH],
    ['a workflow that carries files', { phase: 'prepare', artifact: 'wheels-*', handover: 'files' }, OFFERED],
  ])('of %s is as it should be', (_what, raw, variables) => {
    expect(planned(raw as Readonly<Record<string, string>>, variables).codes).toEqual([]);
  });
});

describe('config settings', () => {
  it('go to the built-in build, and are refused beside a command', () => {
    const raw = { 'config-settings': 'a=1\nb=x, y=z' };
    expect(planned(raw, DISPATCH).plan.commands.configSettings).toEqual(['a=1', 'b=x, y=z']);
    expect(planned({ ...raw, 'build-command': './build.sh' }, DISPATCH).codes).toEqual([
      'config-settings-unused',
    ]);
  });

  it.each(['cmake', '=on', 'a=1\nb'])('are keys with values: %j is none', (settings) => {
    expect(parsedInputs({ 'config-settings': settings }, {}).faults.map(({ code }) => code)).toEqual([
      'input-invalid',
    ]);
  });
});

describe('a look at the latest release', () => {
  const SCHEDULE = { ...BRANCH, GITHUB_EVENT_NAME: 'schedule' };
  const events = [
    'schedule',
    'workflow_dispatch',
    'push',
    'pull_request',
    'merge_group',
    'release',
    'issues',
  ];

  it('is what a schedule asks for of its own accord, whatever the path', () => {
    for (const path of ['A', 'B', 'C']) {
      const { plan, codes } = planned({ path }, SCHEDULE);
      expect([plan.phases, codes]).toEqual([['monitor'], []]);
    }
  });

  it.each(events)('may be asked for on %s', (name) => {
    const { plan, codes } = planned({ phase: 'monitor' }, { ...BRANCH, GITHUB_EVENT_NAME: name });
    expect([plan.phases, codes]).toEqual([['monitor'], []]);
  });

  it.each(['pull_request_target', 'workflow_run'])('is none on %s: it reads what strangers wrote', (name) => {
    const { codes } = planned({ phase: 'monitor' }, { ...BRANCH, GITHUB_EVENT_NAME: name });
    expect(codes).toEqual(['event-untrusted']);
  });

  it('needs no credential, and takes none for missing', () => {
    const { plan, codes } = planned({ 'pypi-token': '', handover: 'artifact' }, SCHEDULE);
    expect([plan.indexes.pypi.credential.kind, codes]).toEqual(['not-needed', []]);
  });

  it('has the downloads counted where that is known of the index, or said', () => {
    const statistics = (raw: Readonly<Record<string, string>>) => planned(raw, SCHEDULE).plan.statistics;
    expect(statistics({})).toMatch(/^https:.*[^/]$/);
    expect(statistics({ 'pypi-url': indexAddresses('pypi').upload })).toBe(statistics({}));
    expect(statistics({ 'pypi-url': indexAddresses('testpypi').upload })).toBeUndefined();
    expect(statistics({ 'pypi-url': 'https://index.example/' })).toBeUndefined();
    const given = { 'pypi-url': 'https://index.example/', 'statistics-url': 'https://counts.example/api/' };
    expect(statistics(given)).toBe('https://counts.example/api');
  });

  it('leaves a dry run on a schedule one of a release', () => {
    expect(planned({ 'dry-run': 'true', path: 'C' }, SCHEDULE).plan.phases).toEqual([
      ...['build', 'pypi', 'post-publish'],
    ]);
  });
});
