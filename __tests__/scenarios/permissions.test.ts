import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';

const inputs = { path: 'C' };

let scenario: Scenario;
let readOnly: Ran;
let withoutIdentity: Ran;
let nothing: Ran;

beforeAll(async () => {
  scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
  readOnly = await scenario.run({ inputs, permissions: { contents: 'read', 'id-token': 'write' } });
  withoutIdentity = await scenario.run({ inputs, permissions: { contents: 'write' } });
  nothing = await scenario.run({ inputs, permissions: { contents: 'read' } });
});
afterAll(closeScenarios);

const codes = ({ report }: Ran) => report.faults.map(({ code }) => code).toSorted();

describe('a job that lacks a permission', () => {
  it('is told so of the forge, by the forge’s own refusal', () => {
    expect(codes(readOnly)).toEqual(['forge-forbidden']);
    expect(readOnly.summary).toContain('permissions: contents: write');
  });

  it('is told so of the identity, which its environment does not lead to', () => {
    expect(codes(withoutIdentity)).toEqual(['credential-missing']);
    expect(withoutIdentity.summary).toContain('permissions: id-token: write');
    expect(withoutIdentity.requests.filter(({ service }) => service === 'oidc')).toEqual([]);
  });

  it('is told so of both at once', () => {
    expect(codes(nothing)).toEqual(['credential-missing', 'forge-forbidden']);
  });
});

describe.each([
  ['contents: read', () => readOnly],
  ['no id-token', () => withoutIdentity],
  ['neither', () => nothing],
])('a run with %s', (_what, ran) => {
  it('fails before anything is built or sent', () => {
    expect([ran().conclusion, ran().exitCode, ran().output('outcome')]).toEqual(['failure', 1, 'failed']);
    expect(ran().report.phases.filter(({ outcome }) => outcome !== 'not-run')).toEqual([]);
    expect(writes(ran().requests).filter((each) => !each.startsWith('github '))).toEqual([]);
  });

  it('leaves the forge as it was', async () => {
    const { tags, releases, pypi } = await scenario.services.world();
    expect([tags, releases, pypi]).toEqual([{}, [], {}]);
  });
});

it('a job with all permissions on the same servers goes on', async () => {
  const dry = await scenario.run({ inputs: { ...inputs, 'dry-run': 'true' } });
  expect([dry.conclusion, dry.output('outcome'), codes(dry)]).toEqual(['success', 'dry-run', []]);
});
