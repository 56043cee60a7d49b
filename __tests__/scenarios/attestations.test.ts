import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Claimed, type Verdict, verdicts } from '../support/attestation-verifier.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const scratch = makeScratch();
const TYPE = /^https:\/\/docs\.[^/]+\/attestations\/publish\/v1$/;
const UPLOADS = 'build,testpypi,pypi,post-publish';

let action: string;
let whole: { readonly scenario: Scenario; readonly job: Ran };
let byTwine: { readonly scenario: Scenario; readonly job: Ran };
let refused: { readonly scenario: Scenario; readonly job: Ran };
let judged: readonly (Verdict & { readonly index: string; readonly of: unknown })[];

async function told(mishaps: readonly string[], inputs: Readonly<Record<string, string>>) {
  const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', mishaps });
  return { scenario, job: await scenario.run({ inputs, action }) };
}

beforeAll(async () => {
  action = await bundledAction(scratch.file('action'));
  whole = await told([], { path: 'A' });
  byTwine = await told([], { path: 'A', phase: UPLOADS, uploader: 'twine' });
  refused = await told(['sigstore:POST /fulcio:400'], {
    path: 'A',
    phase: UPLOADS,
    attestations: 'best-effort',
  });
  judged = [...(await judgedBy(whole.scenario, 'whole')), ...(await judgedBy(byTwine.scenario, 'twine'))];
}, 300_000);

afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

/** Every file of both indexes, as a stranger finds it: listed by the simple API, downloaded, its provenance read, verified. */
async function judgedBy({ services }: Scenario, folder: string) {
  const found: (Claimed & { readonly index: string; readonly of: unknown })[] = [];
  for (const index of ['testpypi', 'pypi'] as const) {
    const accept = 'application/vnd.pypi.simple.v1+json';
    const listing = await fetch(`${services[index].simple}tiny-tide/`, { headers: { accept } });
    const { files } = (await listing.json()) as {
      files: readonly { filename: string; url: string; provenance: string | null }[];
    };
    for (const { filename, url, provenance } of files) {
      const distribution = scratch.file(folder, index, filename);
      await mkdir(path.dirname(distribution), { recursive: true });
      await writeFile(distribution, Buffer.from(await (await fetch(url)).arrayBuffer()));
      const { attestation_bundles: bundles } = (await (await fetch(provenance ?? '')).json()) as {
        attestation_bundles: readonly {
          readonly attestations: readonly unknown[];
          readonly publisher: { readonly repository: string; readonly workflow: string };
        }[];
      };
      for (const { attestations, publisher } of bundles) {
        const { repository, workflow } = publisher;
        for (const attestation of attestations)
          found.push({ distribution, attestation, repository, workflow, index, of: attestation });
      }
    }
  }
  const options = {
    trustedRoot: await services.sigstore.trustedRoot(),
    directory: scratch.file(folder, 'verify'),
  };
  const said = await verdicts(found, options);
  return said.map((verdict, at) => ({ ...verdict, index: found[at]?.index ?? '', of: found[at]?.of }));
}

describe('one job that publishes to TestPyPI and PyPI with attestations', () => {
  it('ends well', () => {
    expect(whole.job.errors).toEqual([]);
    expect(whole.job.report.outcome).toBe('released');
    expect(byTwine.job.report.outcome).toBe('released');
  });

  it('leaves on both indexes an attestation a file that PyPI’s own library verifies', () => {
    expect(judged.map(({ index, distribution }) => `${index} ${distribution}`).sort()).toEqual(
      ['pypi', 'testpypi']
        .flatMap((index) =>
          ['tiny_tide-1.2.0-py3-none-any.whl', 'tiny_tide-1.2.0.tar.gz'].map((file) => `${index} ${file}`),
        )
        .flatMap((line) => [line, line])
        .sort(),
    );
    for (const { error, verified, distribution, digest, subject, claims, log } of judged) {
      expect(error).toBeUndefined();
      expect(verified).toMatch(TYPE);
      expect(subject).toEqual([{ name: distribution, digest: { sha256: digest } }]);
      expect(claims?.['1.3.6.1.4.1.57264.1.12']).toBe('https://github.com/octo/tiny-tide');
      expect(claims?.['1.3.6.1.4.1.57264.1.18']).toBe(
        'https://github.com/octo/tiny-tide/.github/workflows/release.yml@refs/heads/main',
      );
      expect(log).toEqual({ index: expect.stringMatching(/^\d+$/), kind: 'dsse' });
    }
  });

  it('signs each file once and sends the same attestation to both', () => {
    const { requests } = whole.job;
    const posts = (prefix: string) =>
      requests.filter(({ service, path }) => service === 'sigstore' && path.startsWith(prefix)).length;
    expect(posts('/fulcio/')).toBe(1);
    expect(posts('/rekor/')).toBe(2);
    const of = (index: string) =>
      judged
        .slice(0, 4)
        .filter((each) => each.index === index)
        .map((each) => each.of);
    expect(of('testpypi')).toEqual(of('pypi'));
  });

  it('tells in its log what was signed, what was used again, and what was read back', () => {
    expect(whole.job.log).toMatch(/Attest the distributions \(\S+ s\): 2 signed(?! earlier)/);
    expect(whole.job.log).toMatch(/Attest the distributions \(\S+ s\): 2 signed earlier in this job/);
    expect(whole.job.log).toMatch(
      /Read the attestations back from pypi \(\S+ s\): tiny_tide-1\.2\.0-py3-none-any\.whl sha256 \w{12}…, by octo\/tiny-tide release\.yml, log entry \d+; /,
    );
  });
});

describe('a job whose attestations are best-effort', () => {
  it('publishes without them where Sigstore refuses, and warns', () => {
    expect(refused.job.report.outcome).toBe('released');
    expect(refused.job.log).toContain('(attestations: best-effort)');
  });
});
