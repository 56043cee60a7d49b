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

function planned(raw: RawInputs) {
  const { inputs, faults } = parsedInputs(raw, {});
  const { plan, faults: planFaults } = planFrom(inputs, ENVIRONMENT);
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
