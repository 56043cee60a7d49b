import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { childEnvironment, environmentOf } from '../../src/action/environment.ts';

const RUNNER = {
  GITHUB_WORKSPACE: '/checkout',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: '/temp/event.json',
  GITHUB_REF: 'refs/tags/v1.2.0',
  GITHUB_REF_NAME: 'v1.2.0',
  GITHUB_REF_TYPE: 'tag',
  GITHUB_REPOSITORY: 'org/demo',
  GITHUB_SHA: 'c0ffee',
  GITHUB_SERVER_URL: 'https://forge.example',
  GITHUB_API_URL: 'https://api.forge.example',
  GITHUB_OUTPUT: '/temp/output',
  RUNNER_TEMP: '/temp',
  RUNNER_TOOL_CACHE: '/tools',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.example',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  INPUT_PATH: 'B',
  'INPUT_DRY-RUN': 'true',
  INPUT_UNKNOWN: 'x',
};

describe('environmentOf', () => {
  it('takes what the runner says', () => {
    expect(environmentOf(RUNNER, '/elsewhere')).toMatchObject({
      event: {
        name: 'push',
        ref: 'refs/tags/v1.2.0',
        refName: 'v1.2.0',
        refType: 'tag',
        payloadFile: '/temp/event.json',
      },
      repository: 'org/demo',
      commit: 'c0ffee',
      server: 'https://forge.example',
      api: 'https://api.forge.example',
      workspace: path.resolve('/checkout'),
      temp: path.resolve('/temp'),
      toolCache: path.resolve('/tools'),
      identity: true,
      commandFiles: { output: true, summary: false },
      debug: false,
    });
  });

  it.each([
    ['https://github.com', true],
    ['https://org.ghe.com', true],
    ['http://github.localhost:1234', true],
    ['https://forge.example', false],
    ['https://github.company.example', false],
    ['no address', false],
  ])('knows whether artifacts can be kept at %s', (server, artifacts) => {
    const service = { ACTIONS_RESULTS_URL: 'https://results.example', ACTIONS_RUNTIME_TOKEN: 't' };
    expect(environmentOf({ ...service, GITHUB_SERVER_URL: server }, '/').artifacts).toBe(artifacts);
    expect(environmentOf({ GITHUB_SERVER_URL: server }, '/').artifacts).toBe(false);
  });

  it('reads inputs by the runner’s names for them', () => {
    const { inputs } = environmentOf(RUNNER, '/elsewhere');
    expect(inputs).toMatchObject({ path: 'B', 'dry-run': 'true', phase: undefined });
    expect(inputs).not.toHaveProperty('unknown');
  });

  it('stands outside a runner too, in the current directory', () => {
    const directory = path.resolve('/elsewhere');
    expect(environmentOf({}, directory)).toMatchObject({
      workspace: directory,
      event: { name: '', refType: '', payloadFile: undefined },
      identity: false,
      commandFiles: { output: false, summary: false },
      server: 'https://github.com',
    });
    expect(path.isAbsolute(environmentOf({}, directory).temp)).toBe(true);
    expect(environmentOf({}, directory).temp.startsWith(`${directory}${path.sep}`)).toBe(false);
  });

  it.each(['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])(
    'knows that the job has no identity without %s',
    (name) => {
      expect(environmentOf({ ...RUNNER, [name]: undefined }, '/').identity).toBe(false);
      expect(environmentOf({ ...RUNNER, [name]: '' }, '/').identity).toBe(false);
    },
  );

  it('knows a debug run', () => {
    expect(environmentOf({ RUNNER_DEBUG: '1' }, '/').debug).toBe(true);
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9_-]{0,12}$/);
const SECRETS = [
  ...['TOKEN', 'SECRET', 'PASSWORD', 'API_KEY', 'CREDENTIALS', 'ACCESS_KEY_ID', 'WEBHOOK'],
] as const;
const secretName = fc.oneof(
  word.map((rest) => `INPUT_${rest}`),
  word.map((rest) => `ACTIONS_${rest}`),
  fc.constantFrom(
    ...['GITHUB_TOKEN', 'GH_TOKEN', 'TWINE_PASSWORD', 'UV_PUBLISH_TOKEN', 'PYPI_TOKEN', 'NPM_TOKEN'],
    ...['AWS_SECRET_ACCESS_KEY', 'SSH_AUTH_SOCK', 'NODE_AUTH_TOKEN', 'GITHUB_ENV', 'GITHUB_OUTPUT'],
    ...['GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH', 'NODE_OPTIONS'],
    ...['PYTHONPATH', 'PIP_INDEX_URL', 'UV_INDEX_URL', 'UV_DEFAULT_INDEX', 'TWINE_USERNAME'],
  ),
  fc
    .tuple(fc.stringMatching(/^[ABDEFGIJKMNOPQRSTUVWYZ][A-Z0-9]{0,8}$/), fc.constantFrom(...SECRETS))
    .map(([before, secret]) => `${before}_${secret}`),
);

describe('childEnvironment', () => {
  it('lets no credential through, nor anything of the runner’s own', () => {
    fc.assert(
      fc.property(fc.array(secretName, { minLength: 1 }), (names) => {
        const variables = Object.fromEntries(names.map((name) => [name, 'a value']));
        expect(childEnvironment({ ...variables, PATH: '/bin' }, [])).toEqual({ PATH: '/bin' });
      }),
    );
  });

  it('lets nothing through that no part of the allow-list names', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,20}$/), (name) => {
        fc.pre(!/^((https?|all|no)_proxy|os|temp|tmp|windir|comspec|pathext|appdata)$/i.test(name));
        fc.pre(!/^(system|program|common|user|home|local|number|processor)/i.test(name));
        expect(childEnvironment({ [name]: 'a value' }, [])).toEqual({});
      }),
    );
  });

  it.each([
    ...['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'CI', 'XDG_CACHE_HOME', 'UV_CACHE_DIR'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'ALL_PROXY'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'],
    ...['PIP_CERT', 'SystemRoot', 'ProgramFiles(x86)', 'RUNNER_TEMP', 'GITHUB_ACTIONS'],
  ])('passes %s', (name) => {
    expect(childEnvironment({ [name]: 'a value' }, [])).toEqual({ [name]: 'a value' });
  });

  it('lets nothing through whose name only holds an allowed one', () => {
    const allowed = [
      'PATH',
      'HOME',
      'XDG_CACHE_HOME',
      'SYSTEMROOT',
      'RUNNER_TEMP',
      'HTTPS_PROXY',
      'PIP_CERT',
    ];
    for (const name of allowed) {
      expect(childEnvironment({ [`MY_${name}`]: 'x', [`${name}_KEY`]: 'x' }, [])).toEqual({});
    }
  });

  it('passes what the user names, exactly as named', () => {
    const variables = { DATABASE_URL: 'db', DATABASE_URLS: 'dbs', database_url: 'other' };
    expect(childEnvironment(variables, ['DATABASE_URL', 'ABSENT'])).toEqual({ DATABASE_URL: 'db' });
  });

  it('passes nothing that is not set', () => {
    expect(childEnvironment({ PATH: undefined, HOME: '' }, [])).toEqual({ HOME: '' });
  });
});
