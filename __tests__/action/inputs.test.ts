import { describe, expect, it } from '@jest/globals';
import {
  INPUT_NAMES,
  NO_TOKEN,
  parsedInputs,
  SECRET_NAMES,
  workingDirectory,
} from '../../src/action/inputs.ts';

/** A value of each input that none of its parsers takes. */
const BAD: Readonly<Record<string, string>> = {
  path: 'D',
  phase: 'deploy',
  'working-directory': '/etc',
  'packages-dir': '../out',
  'dry-run': 'perhaps',
  version: 'one',
  bump: 'huge',
  'tag-format': 'v1',
  changelog: '/CHANGES.md',
  commit: 'force',
  'uv-version': 'newest',
  cache: 'sometimes',
  env: 'GITHUB_TOKEN',
  fix: 'some',
  'framework-test': 'django=a:b',
  'pypi-url': 'index.example',
  'testpypi-url': 'ftp://index.example',
  testpypi: 'optional',
  'upload-concurrency': '0',
  attestations: 'maybe',
  'fulcio-url': 'x',
  'rekor-url': 'y',
  uploader: 'pip',
  preflight: 'dynamic',
  release: 'secret',
  prerelease: 'rc',
  latest: 'newest',
  notes: '/etc/notes',
  badges: 'delete',
  allow: 'everything',
};

describe('parsedInputs', () => {
  it('has a value for every input where nothing is given', () => {
    const { inputs, faults } = parsedInputs({}, {});
    expect(faults).toEqual([]);
    expect(inputs).toEqual({
      path: 'A',
      phase: undefined,
      members: 'auto',
      leg: '0',
      'working-directory': '.',
      'packages-dir': 'dist',
      handover: 'auto',
      artifact: [],
      'dry-run': false,
      version: undefined,
      bump: undefined,
      'tag-format': 'auto',
      changelog: 'auto',
      commit: 'auto',
      'python-version': undefined,
      'uv-version': '>=0.9',
      extras: 'all',
      cache: 'auto',
      env: [],
      'config-settings': [],
      'verify-command': 'auto',
      'test-command': 'auto',
      'test-timeout': 60,
      'build-command': undefined,
      fix: false,
      'smoke-test': [],
      'framework-test': [],
      'pypi-url': undefined,
      'testpypi-url': undefined,
      testpypi: 'required',
      'upload-concurrency': 4,
      attestations: undefined,
      'statistics-url': undefined,
      'fulcio-url': undefined,
      'rekor-url': undefined,
      uploader: 'uv',
      preflight: 'static',
      release: 'publish',
      prerelease: 'auto',
      latest: 'auto',
      notes: 'changelog',
      assets: [],
      'discussion-category': undefined,
      badges: 'check',
      allow: [],
      tokens: { pypi: undefined, testpypi: undefined },
      githubToken: undefined,
      announceWebhook: undefined,
    });
  });

  it('reports every bad input in one go, each with its value and what is allowed', () => {
    const { inputs, faults } = parsedInputs(BAD, {});
    expect(faults.map(({ title }) => title).sort()).toEqual(
      Object.keys(BAD)
        .map((name) => `Input ${name} is not valid`)
        .sort(),
    );
    for (const [name, value] of Object.entries(BAD)) {
      const fault = faults.find(({ title }) => title.includes(` ${name} `));
      expect(fault?.finding).toBe(`${name} is "${value}".`);
      expect(fault?.remedy).toMatch(/^Allowed: .{4}/);
    }
    expect(inputs).toEqual(parsedInputs({}, {}).inputs);
  });

  it('says where a bad setting stands', () => {
    const { faults } = parsedInputs({ path: 'D' }, { phase: 'deploy', 'working-directory': '..' });
    expect(faults.map(({ finding }) => finding)).toEqual([
      'path is "D".',
      'phase is "deploy", set in pyproject.toml.',
      'working-directory is "..", set in pyproject.toml.',
    ]);
  });

  it('reads every kind of input', () => {
    const { inputs, faults } = parsedInputs(
      {
        path: ' Quick ',
        phase: 'setup..build',
        'test-command': 'FALSE',
        extras: 'flask, fastapi',
        'smoke-test': 'demo --help\ndemo --version',
        'dry-run': 'True',
        'upload-concurrency': '2',
      },
      {},
    );
    expect(faults).toEqual([]);
    expect(inputs).toMatchObject({
      path: 'B',
      phase: 'setup..build',
      'test-command': false,
      extras: ['flask', 'fastapi'],
      'smoke-test': ['demo --help', 'demo --version'],
      'dry-run': true,
      'upload-concurrency': 2,
    });
  });

  it('lets an input of the workflow win over the same setting, and an empty one not', () => {
    const settings = { path: 'C', uploader: 'twine', fix: true, 'upload-concurrency': 8, env: ['A', 'B'] };
    const { inputs, faults } = parsedInputs({ path: 'B', uploader: '', fix: ' ' }, settings);
    expect(faults).toEqual([]);
    expect(inputs).toMatchObject({
      path: 'B',
      uploader: 'twine',
      fix: true,
      'upload-concurrency': 8,
      env: ['A', 'B'],
    });
  });

  it('refuses an unknown setting and names those there are', () => {
    const { faults } = parsedInputs({}, { pth: 'A', uploader: 'uv' });
    expect(faults.map(({ code, finding }) => [code, finding])).toEqual([
      ['setting-unknown', '[tool.pypi-release] has "pth", which is not a setting.'],
    ]);
    expect(faults[0]?.remedy).toContain('working-directory, path');
  });

  it.each([...SECRET_NAMES])('refuses %s in a file, without telling it, and does not use it', (name) => {
    const { inputs, faults } = parsedInputs({}, { [name]: 'pypi-verysecret' });
    expect(faults.map(({ code }) => code)).toEqual(['setting-unknown']);
    expect(faults[0]?.remedy).toMatch(/never stands in a file/);
    expect(JSON.stringify([inputs, faults])).not.toContain('verysecret');
  });
});

describe('a token', () => {
  it('that is left out asks for trusted publishing', () => {
    for (const given of [undefined, NO_TOKEN, ` ${NO_TOKEN}\n`]) {
      const { inputs, faults } = parsedInputs({ 'pypi-token': given }, {});
      expect(inputs.tokens.pypi).toBeUndefined();
      expect(faults).toEqual([]);
    }
  });

  it('that is given and empty is not one that is left out', () => {
    for (const given of ['', '  '])
      expect(parsedInputs({ 'pypi-token': given }, {}).inputs.tokens.pypi).toBe('');
  });

  it('loses the white space around it', () => {
    const { inputs } = parsedInputs({ 'testpypi-token': ' pypi-abc\n', 'github-token': ' gh ' }, {});
    expect(inputs.tokens).toEqual({ pypi: undefined, testpypi: 'pypi-abc' });
    expect(inputs.githubToken).toBe('gh');
  });
});

describe('an address', () => {
  it.each(['pypi-url', 'testpypi-url', 'fulcio-url', 'rekor-url'])(
    '%s over plain http is refused beyond loopback, with the reason',
    (name) => {
      const { inputs, faults } = parsedInputs({ [name]: 'http://index.example/legacy/' }, {});
      expect(faults.map(({ code }) => code)).toEqual(['address-insecure']);
      expect(faults[0]?.finding).toContain('"http://index.example/legacy/"');
      expect(inputs['pypi-url']).toBeUndefined();
      const loopback = parsedInputs({ [name]: 'http://127.0.0.1:9000/legacy/' }, {});
      expect(loopback.faults).toEqual([]);
    },
  );

  it.each(['https', 'http'])('with a password in it is refused without being shown (%s)', (scheme) => {
    const { inputs, faults } = parsedInputs({ 'pypi-url': `${scheme}://tide:s3cret@index.example/` }, {});
    expect(faults.map(({ code }) => code)).toEqual(['input-invalid']);
    expect(faults[0]?.finding).toContain(`"${scheme}://***@index.example/"`);
    expect(JSON.stringify([inputs, faults])).not.toContain('s3cret');
  });

  it('of the webhook is never told', () => {
    const { inputs, faults } = parsedInputs({ 'announce-webhook': 'http://hook.example/s3cret' }, {});
    expect(faults.map(({ code }) => code)).toEqual(['input-invalid']);
    expect(JSON.stringify(faults)).not.toContain('s3cret');
    expect(inputs.announceWebhook).toBeUndefined();
    const good = parsedInputs({ 'announce-webhook': 'https://hook.example/s3cret' }, {});
    expect(good.inputs.announceWebhook).toBe('https://hook.example/s3cret');
  });
});

describe('workingDirectory', () => {
  it('is known before anything else', () => {
    expect(workingDirectory({ 'working-directory': ' packages/demo ' }, {})).toBe('packages/demo');
    expect(workingDirectory({}, { 'working-directory': 'demo' })).toBe('demo');
    expect(workingDirectory({ 'working-directory': '' }, {})).toBe('.');
    expect(workingDirectory({ 'working-directory': '../x' }, {})).toBe('.');
  });
});

describe('INPUT_NAMES', () => {
  it('names each input once', () => {
    expect(new Set(INPUT_NAMES).size).toBe(INPUT_NAMES.length);
    expect(INPUT_NAMES).toEqual(expect.arrayContaining([...Object.keys(BAD), ...SECRET_NAMES]));
  });
});

describe('members', () => {
  it.each([
    ['ALL', 'all'],
    ['auto', 'auto'],
    ['demo-*, packages/core\n.', ['demo-*', 'packages/core', '.']],
  ])('%j is read as %j', (given, members) => {
    const parsed = parsedInputs({ members: given }, {});
    expect([parsed.faults, parsed.inputs.members]).toEqual([[], members]);
  });

  it.each(['../core', '/core', 'a, ../core'])(
    'refuses %j, which leads out of the working directory',
    (given) => {
      expect(parsedInputs({ members: given }, {}).faults.map(({ code }) => code)).toEqual(['input-invalid']);
    },
  );
});
