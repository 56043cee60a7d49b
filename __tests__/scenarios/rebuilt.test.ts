import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';

/** setuptools puts the times of the files into an sdist: of a checkout made anew it makes other bytes. */
const PYPROJECT = `
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "tiny-tide"
version = "1.2.0"
description = "The least that can be released"
readme = "README.md"
requires-python = ">=3.10"
license = "MIT"
license-files = ["LICENSE"]
authors = [{ name = "The tiny-tide authors" }]
`;
const UPLOADS = { path: 'A', phase: 'build,testpypi,pypi,post-publish' } as const;
const SDIST = 'tiny_tide-1.2.0.tar.gz';

let rebuilt: readonly Ran[];
let scenario: Scenario;
let first: Ran;
let second: Ran;

beforeAll(async () => {
  const open = (...mishaps: readonly string[]) =>
    openScenario({
      project: 'tiny',
      name: 'tiny-tide',
      files: { 'pyproject.toml': PYPROJECT },
      mishaps: [...mishaps],
    });
  // Where nothing is uploaded a run keeps a cache, and what it built for its next attempt, which is not what is told here.
  const build = { inputs: { path: 'C', phase: 'build', handover: 'files', cache: 'false' } };
  const twice = async (): Promise<readonly Ran[]> => {
    const plain = await open();
    const one = await plain.run(build);
    // The times in an sdist are whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    return [one, await plain.run(build)];
  };
  const resumed = async (): Promise<void> => {
    scenario = await open('pypi:POST /legacy/:403:1');
    first = await scenario.run({ inputs: UPLOADS });
    second = await scenario.run({ inputs: UPLOADS });
  };
  [rebuilt] = await Promise.all([twice(), resumed()]);
}, 180_000);
afterAll(closeScenarios);

const digestOf = ({ report }: Ran): string | undefined =>
  report.distributions.find(({ filename }) => filename === SDIST)?.sha256;

describe('a project whose builds never agree', () => {
  it('gets another sdist from each build of one commit', () => {
    const digests = rebuilt.map(digestOf);
    expect(rebuilt.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(new Set(digests).size).toBe(2);
    expect(digests).not.toContain(undefined);
  });

  it('ends, stopped between the indexes and run again, with the bytes of its first build on both', async () => {
    expect([first.exitCode, first.output('failed-phase')]).toEqual([1, 'pypi']);
    expect([second.exitCode, second.errors, second.output('outcome')]).toEqual([0, [], 'released']);
    const { pypi, testpypi, releases } = await scenario.services.world();
    const built = digestOf(first);
    expect(built).toBeDefined();
    expect(digestOf(second)).toBe(built);
    expect([testpypi['tiny-tide']?.['1.2.0']?.[SDIST], pypi['tiny-tide']?.['1.2.0']?.[SDIST]]).toEqual([
      built,
      built,
    ]);
    expect(releases.map(({ draft, assets }) => [draft, assets[SDIST]])).toEqual([[false, built]]);
  });
});
