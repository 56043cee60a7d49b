import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { childEnvironment, environmentOf } from '../../src/action/environment.ts';
import { hostEnvironment, type Run, runnerEnvironment } from '../../src/cli/runner-environment.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const run = (changes: Partial<Run> = {}): Run => ({
  ref: 'refs/tags/v1.2.0',
  commit: 'c0ffee',
  event: 'push',
  repository: 'org/demo',
  inputs: {},
  workspace: scratch.file('work'),
  temp: scratch.directory,
  ...changes,
});

describe('the runner’s environment', () => {
  it('tells a tag push as the runner does', async () => {
    const variables = await runnerEnvironment(run());
    expect(variables).toMatchObject({
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/tags/v1.2.0',
      GITHUB_REF_NAME: 'v1.2.0',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_SHA: 'c0ffee',
      GITHUB_WORKFLOW_REF: 'org/demo/.github/workflows/release.yml@refs/tags/v1.2.0',
      RUNNER_TEMP: scratch.directory,
    });
    expect(JSON.parse(readFileSync(variables.GITHUB_EVENT_PATH ?? '', 'utf8'))).toMatchObject({
      ref: 'refs/tags/v1.2.0',
      after: 'c0ffee',
      created: true,
      repository: { full_name: 'org/demo', name: 'demo', owner: { login: 'org' } },
    });
  });

  it('tells a dispatch with its inputs', async () => {
    const variables = await runnerEnvironment(
      run({ ref: 'refs/heads/feature/x', event: 'workflow_dispatch', inputs: { path: 'B' } }),
    );
    expect(variables).toMatchObject({ GITHUB_REF_NAME: 'feature/x', GITHUB_REF_TYPE: 'branch' });
    const payload = JSON.parse(readFileSync(variables.GITHUB_EVENT_PATH ?? '', 'utf8'));
    expect(payload).toMatchObject({ inputs: { path: 'B' }, workflow: '.github/workflows/release.yml' });
    expect(payload).not.toHaveProperty('after');
  });

  it('has each of the runner’s variables that every event has, and no token', async () => {
    const names = Object.keys(await runnerEnvironment(run()));
    for (const name of ['ACTOR_ID', 'BASE_REF', 'HEAD_REF', 'RETENTION_DAYS', 'TRIGGERING_ACTOR'])
      expect(names).toContain(`GITHUB_${name}`);
    expect(names).toContain('RUNNER_WORKSPACE');
    for (const name of ['GITHUB_TOKEN', 'GITHUB_ACTION_PATH', 'RUNNER_DEBUG'])
      expect(names).not.toContain(name);
    expect(names.filter((name) => name.startsWith('ACTIONS_'))).toEqual([]);
  });

  it('is what the action reads', async () => {
    expect(environmentOf(await runnerEnvironment(run()), '/').event).toMatchObject({
      name: 'push',
      refName: 'v1.2.0',
      refType: 'tag',
    });
  });
});

describe('hostEnvironment', () => {
  it('keeps what a machine has', () => {
    const machine = { PATH: '/bin', HOME: '/home', LC_ALL: 'C', https_proxy: 'p', SSL_CERT_FILE: 'c' };
    expect(hostEnvironment({ ...machine, UNSET: undefined, LANG: undefined })).toEqual(machine);
  });

  it('keeps nothing of the shell that started the rehearsal', () => {
    const foreign = fc.oneof(
      fc.constantFrom('GITHUB_TOKEN', 'GH_TOKEN', 'TWINE_PASSWORD', 'UV_PUBLISH_TOKEN', 'UV_INDEX_URL', 'CI'),
      fc.stringMatching(/^(GITHUB|RUNNER|INPUT|ACTIONS|AWS|PIP_INDEX|NODE)_[A-Z_]{1,10}$/),
    );
    fc.assert(
      fc.property(fc.array(foreign), (names) => {
        fc.pre(!names.includes('NODE_EXTRA_CA_CERTS'));
        expect(hostEnvironment(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual({});
      }),
    );
  });

  it('leaves the action’s children with a machine to work on', () => {
    const machine = { PATH: '/bin', HOME: '/home', LANG: 'C', TMPDIR: '/t' };
    expect(childEnvironment(hostEnvironment(machine), [])).toEqual(machine);
  });
});
