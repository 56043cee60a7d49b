import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import type { World } from '../../src/emulators/serve.ts';
import { node20, pathWithoutUv, plainClone } from '../support/plain-clone.ts';
import { ACTION, command, type Ended, type Report } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const PATHS = ['A', 'B', 'C'] as const;
const PHASES = {
  A: ['setup', 'develop', 'build', 'test-local', 'testpypi', 'pypi', 'post-publish'],
  B: ['setup', 'develop', 'build', 'pypi', 'post-publish'],
  C: ['build', 'pypi', 'post-publish'],
} as const;
const scratch = makeScratch();
const clone = scratch.file('clone');
const told = new Map<string, Told>();

interface Told {
  readonly ended: Ended;
  readonly report: Report & { readonly world: World };
}

beforeAll(async () => {
  await plainClone(clone);
  const node = await node20();
  const searchPath = await pathWithoutUv(scratch.file('bin'));
  // Nothing of this machine's own caches: whatever is needed is fetched, as on a machine that never saw a release.
  const own = { XDG_CACHE_HOME: scratch.file('cache'), LOCALAPPDATA: scratch.file('cache') };
  const environment = { ...hostEnvironment(process.env), ...own, PATH: searchPath };
  const rehearse = async (name: (typeof PATHS)[number]): Promise<void> => {
    const file = scratch.file(`report-${name}.json`);
    const args = [path.join(clone, 'dist/cli.js'), 'rehearse', '--path', name, '--report', file];
    const ended = await command(node, args, { directory: clone, environment });
    if (ended.exitCode !== 0) throw new Error(`${ended.stdout}\n${ended.stderr}`);
    told.set(name, { ended, report: JSON.parse(await readFile(file, 'utf8')) });
  };
  // A is as long as the other two together.
  await Promise.all([rehearse('A'), rehearse('C').then(() => rehearse('B'))]);
}, 240_000);
afterAll(() => scratch.remove());

function tellOf(name: string): Told {
  const one = told.get(name);
  if (one === undefined) throw new Error(`path ${name} was not rehearsed`);
  return one;
}

describe.each(PATHS)('the rehearsal of path %s from a plain clone, on Node 20, without uv', (name) => {
  it('releases by the phases of the path', () => {
    const { ended, report } = tellOf(name);
    expect(ended.exitCode).toBe(0);
    expect([report.outcome, report.faults]).toEqual(['released', []]);
    expect(report.phases.map((phase) => phase.name)).toEqual(PHASES[name]);
    expect(report.phases.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  it('writes a report that its schema takes', async () => {
    const schema = JSON.parse(await readFile(path.join(ACTION, 'src/report/report.schema.json'), 'utf8'));
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    validate(tellOf(name).report);
    expect(validate.errors).toBeNull();
  });

  it('leaves both files on PyPI, and on TestPyPI for path A alone, with the digests of the report', () => {
    const { distributions, world, indexes } = tellOf(name).report;
    const files = Object.fromEntries(distributions.map(({ filename, sha256 }) => [filename, sha256]));
    expect(Object.keys(files).map((file) => path.extname(file))).toEqual(['.whl', '.gz']);
    const release = { 'gauge-middleware': { '0.3.0': files } };
    expect(world.pypi).toEqual(release);
    expect(world.testpypi).toEqual(name === 'A' ? release : {});
    expect(indexes.pypi?.files.map(({ filename, sha256 }) => [filename, sha256])).toEqual(
      Object.entries(files),
    );
  });

  it('leaves the tag on the commit and one published release with the files and their sums', () => {
    const { world, tag, commit, distributions } = tellOf(name).report;
    expect(world.tags).toEqual({ 'v0.3.0': commit });
    expect(tag).toMatchObject({ name: 'v0.3.0', commit });
    expect(world.releases.map((release) => [release.tag, release.draft])).toEqual([['v0.3.0', false]]);
    const assets = world.releases[0]?.assets ?? {};
    for (const { filename, sha256 } of distributions) expect(assets[filename]).toBe(sha256);
    expect(assets).toHaveProperty('SHA256SUMS');
  });

  it('shows the phases as they go, and what the servers hold at the end', () => {
    const { stdout, stderr } = tellOf(name).ended;
    const shown = PHASES[name].map((phase) => stdout.indexOf(`\n${phase}: `));
    expect(shown).toEqual(shown.toSorted((one, other) => one - other));
    expect(shown).not.toContain(-1);
    expect(stdout).toContain('The servers hold:');
    expect(stderr).toBe('');
  });
});

it('provides uv by itself where PATH has none', () => {
  expect(tellOf('A').ended.stdout).toMatch(/uv \d+\.\d+\.\d+ \(pinned, from the package index\)/);
});

it('changes nothing in the clone', async () => {
  const { stdout } = await command('git', ['-C', clone, 'status', '--porcelain', '--ignored']);
  expect(stdout).toBe('');
});
