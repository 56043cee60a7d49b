import { describe, expect, it } from '@jest/globals';
import { environmentOf } from '../../src/action/environment.ts';
import { parsedInputs, type RawInputs } from '../../src/action/inputs.ts';
import { planFrom } from '../../src/action/plan-from.ts';

/** A dispatch with an identity. */
const ENVIRONMENT = environmentOf(
  {
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo/demo',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token?x=1',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request',
  },
  '/work',
);

function planned(raw: RawInputs, server = ENVIRONMENT.server) {
  const { inputs, faults } = parsedInputs(raw, {});
  const { plan, faults: planFaults } = planFrom(inputs, { ...ENVIRONMENT, server });
  return { plan, codes: [...faults, ...planFaults].map(({ code }) => code) };
}

describe('the attestations input', () => {
  it('left out, is required where trusted publishing is planned, with the public Sigstore', () => {
    expect(planned({}).plan.attestations).toEqual({
      policy: 'required',
      fulcio: undefined,
      rekor: undefined,
    });
  });

  it('left out, is no fault beside a token', () => {
    expect(planned({ 'pypi-token': `pypi-${'A'.repeat(80)}` }).codes).toEqual([]);
  });

  it.each(['pypi', 'testpypi'])('required outright, is a fault beside the token of %s', (index) => {
    const raw = { attestations: 'required', [`${index}-token`]: `pypi-${'A'.repeat(80)}` };
    expect(planned(raw).codes).toEqual(['attestations-need-trusted-publishing']);
  });

  it('required outright, is no fault beside the token of an index that is not planned', () => {
    const raw = { path: 'C', attestations: 'required', 'testpypi-token': `pypi-${'A'.repeat(80)}` };
    expect(planned(raw).codes).toEqual([]);
  });

  it.each(['best-effort', 'off'])('%s goes with a token', (attestations) => {
    expect(planned({ attestations, 'pypi-token': `pypi-${'A'.repeat(80)}` }).codes).toEqual([]);
  });

  it('takes the addresses of one’s own Sigstore, with or without a slash at the end', () => {
    const raw = { 'fulcio-url': 'https://fulcio.example/', 'rekor-url': 'http://127.0.0.1:8/rekor' };
    expect(planned(raw).plan.attestations).toMatchObject({
      fulcio: 'https://fulcio.example',
      rekor: 'http://127.0.0.1:8/rekor',
    });
  });
});

describe('on an Enterprise Server', () => {
  const SERVER = 'https://forge.example';
  const OWN = { 'pypi-url': 'https://index.example/legacy/', path: 'C' };

  it('the public indexes take no identity, and no attestations are signed', () => {
    const { plan, codes } = planned({}, SERVER);
    expect(codes).toEqual([]);
    expect(plan.indexes.pypi.credential).toMatchObject({ kind: 'none', forge: 'forge.example' });
    expect(plan.attestations).toMatchObject({
      policy: 'off',
      reason: 'the public Sigstore takes no jobs of forge.example',
    });
  });

  it('an index of one’s own may take the identity', () => {
    expect(planned(OWN, SERVER).plan.indexes.pypi.credential).toEqual({ kind: 'trusted-publishing' });
  });

  it('a Sigstore of one’s own may vouch for the job', () => {
    const sigstore = { 'fulcio-url': 'https://fulcio.example', 'rekor-url': 'https://rekor.example' };
    expect(planned({ ...OWN, ...sigstore }, SERVER).plan.attestations.policy).toBe('required');
    expect(planned({ ...OWN, ...sigstore, attestations: 'required' }, SERVER).codes).toEqual([]);
  });

  it('attestations that are required outright are a fault, where something is uploaded', () => {
    const asked = { ...OWN, attestations: 'required' };
    expect(planned(asked, SERVER).codes).toEqual(['attestations-foreign-forge']);
    expect(planned({ ...asked, phase: 'prepare' }, SERVER).codes).toEqual([]);
  });
});
