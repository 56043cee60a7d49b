import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { outputsOf } from '../../src/action/outputs.ts';
import { fault } from '../../src/release/fault.ts';
import type { Performed } from '../../src/release/perform.ts';
import { allFacts, aPlan, COMMIT, factsUpTo, OTHER_COMMIT, SDIST, WHEEL } from '../support/events.ts';

const released: Performed = {
  release: { plan: aPlan(), facts: allFacts() },
  outcome: 'released',
  faults: [],
  failedPhase: undefined,
  bug: undefined,
};

const failed: Performed = {
  release: { plan: aPlan(), facts: factsUpTo('testUpload') },
  outcome: 'failed',
  faults: [fault('lint-failed', { evidence: 'x' }), fault('format-failed', { evidence: 'x' })],
  failedPhase: 'pypi',
  bug: undefined,
};

describe('the outputs', () => {
  it('are those of action.yml, in its order', () => {
    const file = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
    const { outputs } = parse(file) as { readonly outputs: object };
    const names = Object.keys(outputs);
    expect(Object.keys(outputsOf(released, { reportFile: undefined }))).toEqual(names);
    expect(Object.keys(outputsOf(failed, { reportFile: undefined }))).toEqual(names);
  });

  it('tell a released version', () =>
    expect(
      outputsOf(released, { reportFile: '/home/runner/work/_temp/report.json', metrics: { page: true } }),
    ).toEqual({
      version: '1.2.0',
      tag: 'v1.2.0',
      commit: COMMIT,
      distributions: JSON.stringify(
        [WHEEL, SDIST].map(({ filename, kind, size, sha256 }) => ({
          filename,
          kind,
          size,
          sha256,
          url: `https://pypi.index.example/files/${filename}`,
        })),
      ),
      'pypi-url': 'https://pypi.index.example/project/demo/1.2.0/',
      'testpypi-url': 'https://testpypi.index.example/project/demo/1.2.0/',
      'release-url': 'https://forge.example/org/demo/releases/tag/v1.2.0',
      'release-id': '7',
      outcome: 'released',
      'failed-phase': '',
      'error-code': '',
      report: '/home/runner/work/_temp/report.json',
      badges: allFacts().released.badges.markdown,
      announcement: JSON.stringify(allFacts().released.announcement),
      metrics: '{"page":true}',
    }));

  it('tell where a release failed, with the addresses that there are', () => {
    const outputs = outputsOf(failed, { reportFile: undefined });
    expect(outputs).toMatchObject({
      tag: 'v1.2.0',
      outcome: 'failed',
      'failed-phase': 'pypi',
      'error-code': 'lint-failed',
      'pypi-url': '',
      'release-id': '',
      report: '',
      metrics: '',
    });
    expect(outputs.distributions).toContain(`https://testpypi.index.example/files/${WHEEL.filename}`);
  });

  it('are empty strings where nothing is known', () => {
    const outputs = outputsOf(
      { ...failed, release: { plan: aPlan(), facts: {} }, failedPhase: undefined },
      { reportFile: undefined },
    );
    const known = Object.entries(outputs).filter(([, value]) => value !== '');
    expect(known).toEqual([
      ['commit', COMMIT],
      ['distributions', '[]'],
      ['outcome', 'failed'],
      ['error-code', 'lint-failed'],
    ]);
  });

  it('name the release commit where one was made', () => {
    const facts = allFacts();
    const tagged = {
      ...facts,
      released: { ...facts.released, tag: { ...facts.released.tag, commit: OTHER_COMMIT } },
    };
    expect(
      outputsOf({ ...released, release: { plan: aPlan(), facts: tagged } }, { reportFile: undefined }).commit,
    ).toBe(OTHER_COMMIT);
  });

  it('give no address to a distribution that no index serves, as in a dry run', () => {
    const dry: Performed = { ...released, release: { plan: aPlan(), facts: allFacts('would-act') } };
    const outputs = outputsOf(dry, { reportFile: undefined });
    expect(JSON.parse(outputs.distributions ?? '[]')).toMatchObject([{ url: '' }, { url: '' }]);
    expect(outputs['release-id']).toBe('');
  });
});
