import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type CastOptions, castOf } from '../../src/cli/cast.ts';
import { makeScratch } from '../support/scratch.ts';

const scratch = makeScratch();
afterAll(() => scratch.remove());

interface Made {
  readonly files: Readonly<Record<string, string>>;
  /** On the tip. */
  readonly tags?: readonly string[];
}

/** A repository of one commit; gives its top. */
function repository(name: string, { files, tags = [] }: Made): string {
  scratch.write(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [path.join(name, file), text])),
  );
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: scratch.file(name) });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
  for (const tag of tags) git('tag', tag);
  return scratch.file(name);
}

const cast = (project: string, changes: Partial<CastOptions> = {}) =>
  castOf({ project, inputs: {}, event: 'tag', scratch: scratch.file('scratch'), ...changes });

const named = (name: string, more = ''): string => `[project]\nname = "${name}"\nversion = "1.0"\n${more}`;

const SETUPTOOLS = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';

describe('the cast of a rehearsal', () => {
  it('has a tag by the tag-format of the project’s settings', async () => {
    const settings = named('gull', '[tool.pypi-release]\ntag-format = "r{version}"\n');
    const project = repository('format', { files: { 'pyproject.toml': settings }, tags: ['v1.0'] });
    expect(await cast(project)).toMatchObject({ tag: 'r1.0', settings: { 'tag-format': 'r{version}' } });
    expect((await cast(project, { inputs: { 'tag-format': 'v{version}' } })).tag).toBe('v1.0');
  });

  it('is the project in the directory that the settings name', async () => {
    const settings = '[tool.pypi-release]\nworking-directory = "code"\n';
    const files = { 'pyproject.toml': settings, 'code/pyproject.toml': named('gull') };
    expect((await cast(repository('below', { files }))).names).toEqual(['gull']);
  });

  it('is tagged by the package that stands for all', async () => {
    const files = {
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
      'packages/auk/pyproject.toml': named('auk', SETUPTOOLS),
      'packages/sea-gull/pyproject.toml': named('sea-gull', SETUPTOOLS),
    };
    const tags = ['auk-v1.0', 'sea-gull-v1.0'];
    expect(await cast(repository('sea-gull', { files, tags }))).toMatchObject({
      names: ['auk', 'sea-gull'],
      tag: 'sea-gull-v1.0',
    });
  });

  it('has a tag even where nobody can tell the name: the release says what is wrong', async () => {
    const project = repository('nameless', { files: { 'README.md': '' }, tags: ['others-v1.0'] });
    expect(await cast(project)).toMatchObject({ names: [''], tag: 'v0.0.0' });
  });

  it.each(['stable', 'others-v9.0'])(
    'asks the back end for a version in no file, whatever %s on the tip says',
    async (tag) => {
      const files = {
        'setup.py': [
          'from setuptools import setup',
          "about = {}; exec(open('release.py').read(), about)",
          "setup(name='gull', version=about['version'], py_modules=['release'])",
        ].join('\n'),
        'release.py': "version = '.'.join(['2', '3'])\n",
      };
      expect((await cast(repository(`computed-${tag}`, { files, tags: [tag] }))).tag).toMatch(/2\.3$/);
    },
  );
});
