import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ownReference, unpinnedReference } from '../../src/cli/init/own-reference.ts';
import { workflow } from '../../src/cli/init/workflow.ts';
import { init } from '../../src/cli/init.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { indexAddresses } from '../../src/plan/known-indexes.ts';
import { makeScratch } from '../support/scratch.ts';
import { PLAIN } from './init/shapes.ts';

const scratch = makeScratch();
afterAll(() => scratch.remove());

interface Made {
  readonly files: Readonly<Record<string, string>>;
  readonly remote?: string;
  readonly tags?: readonly string[];
}

const PYPROJECT = '[project]\nname = "Tide.Pool"\nversion = "1.0"\n';
const REMOTE = 'git@github.com:octo/tide-pool.git';
const RELEASE = '.github/workflows/release.yml';

const git = (directory: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
    cwd: directory,
    stdio: 'pipe',
  }).toString();

/** A repository of one commit; gives its top. */
function repository(name: string, { files, remote = REMOTE, tags = [] }: Made): string {
  const top = scratch.file(name);
  scratch.write(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [path.join(name, file), text])),
  );
  git(top, 'init', '--quiet', '--initial-branch', 'trunk');
  git(top, 'add', '--all');
  git(top, 'commit', '--quiet', '--message', 'First');
  if (remote !== '') git(top, 'remote', 'add', 'origin', remote);
  for (const tag of tags) git(top, 'tag', tag);
  return top;
}

interface Ran {
  readonly exitCode: number;
  readonly said: string;
  /** Text of the workflow. */
  written(file?: string): string;
}

async function ran(top: string, below = '.'): Promise<Ran> {
  const lines: string[] = [];
  const exitCode = await init(path.join(top, below), (line) => void lines.push(line));
  const written = (file = RELEASE) => readFileSync(path.join(top, file), 'utf8');
  return { exitCode, said: lines.join('\n'), written };
}

const tagsIn = (text: string): readonly string[] => parse(text).on.push.tags;

describe('init, for a plain project', () => {
  let top: string;
  let first: Ran;

  beforeAll(async () => {
    top = repository('plain', { files: { 'pyproject.toml': PYPROJECT, 'CHANGES.rst': 'Changes\n' } });
    first = await ran(top);
  });

  it('writes the workflow that the examples show', () => {
    expect(first.exitCode).toBe(0);
    expect(first.written()).toBe(workflow(PLAIN));
    expect(first.said).toContain(`Written: ${RELEASE}`);
  });

  it('changes nothing else', () => {
    expect(git(top, 'status', '--porcelain', '--untracked-files=all')).toBe(`?? ${RELEASE}\n`);
  });

  it('says what to enter as trusted publisher, on both indexes', () => {
    expect(first.said).toMatch(/Owner +octo\n +Repository name +tide-pool\n/);
    expect(first.said).toMatch(/Workflow name +release\.yml\n +Environment name +pypi\n/);
    const pages = [...first.said.matchAll(/https:\/\/\S+\/manage\/(\S+)/g)].map(([, page]) => page);
    const both = ['project/tide-pool/settings/publishing/', 'account/publishing/'];
    expect(pages).toEqual([...both, ...both]);
    expect(first.said).toContain('PyPI Project Name: Tide.Pool');
  });

  it('says how to protect the environment', () => {
    expect(first.said).toContain('https://github.com/octo/tide-pool/settings/environments/new');
    expect(first.said).toMatch(/Deployment tags +v\[0-9\]\*\n +Deployment branches +trunk /);
  });

  it('says how to rehearse, so that a shell takes it', async () => {
    const spaced = repository('with spaces', { files: { 'pyproject.toml': PYPROJECT } });
    const lines = [first, await ran(spaced)].map(({ said }) => / (?:node .* rehearse .*)$/m.exec(said)?.[0]);
    expect(lines[0]).toMatch(/ --project [^"\s]+plain$/);
    expect(lines[1]).toMatch(/ --project "[^"]+with spaces"$/);
  });

  it('says what it has read', () => {
    expect(first.said).toMatch(/packages +Tide\.Pool\n +tags .*\n +changelog +CHANGES\.rst\n/);
  });

  it('is content with the file that it has written', async () => {
    const again = await ran(top);
    expect(again.exitCode).toBe(0);
    expect(again.said).toContain('is there already, as it would be written');
    expect(again.said).toContain('Repository name');
  });
});

describe('init, where a workflow is there', () => {
  it('never writes over it, and says what would differ', async () => {
    const theirs = workflow(PLAIN).replace('  cancel-in-progress: false', '  cancel-in-progress: true');
    const top = repository('changed', { files: { 'pyproject.toml': PYPROJECT, [RELEASE]: theirs } });
    const { exitCode, said, written } = await ran(top);
    expect(exitCode).toBe(1);
    expect(written()).toBe(theirs);
    expect(said).toContain(`${RELEASE} is there, and is not overwritten.`);
    expect(said).toMatch(/^- {2}cancel-in-progress: true.*\n\+ {2}cancel-in-progress: false/m);
    expect(said).not.toContain(scratch.directory);
  });

  it('takes line ends of Windows for no difference', async () => {
    const theirs = workflow(PLAIN).replaceAll('\n', '\r\n');
    const top = repository('crlf', { files: { 'pyproject.toml': PYPROJECT, [RELEASE]: theirs } });
    expect((await ran(top)).exitCode).toBe(0);
  });

  it('names another one that publishes', async () => {
    const theirs = 'on: push\njobs:\n  it:\n    steps:\n      - run: uv publish\n';
    const files = { 'pyproject.toml': PYPROJECT, '.github/workflows/out.yaml': theirs };
    const { exitCode, said } = await ran(repository('other', { files }));
    expect(exitCode).toBe(0);
    expect(said).toContain(
      '.github/workflows/out.yaml publishes already, by the publishing command of a tool',
    );
  });
});

describe('init fits the workflow to the project', () => {
  it('by the form of the newest version tag', async () => {
    const files = { 'pyproject.toml': PYPROJECT };
    const { written, said } = await ran(repository('tags', { files, tags: ['v0.9', '1.2', 'latest'] }));
    expect(tagsIn(written())).toEqual(['[0-9]*']);
    expect(said).toContain('(in the form of 1.2)');
  });

  it('by its own settings', async () => {
    const settings = '[tool.pypi-release]\npath = "quick"\ntag-format = "rel-{version}"\n';
    const files = { 'pyproject.toml': `${PYPROJECT}${settings}discussion-category = "News"\n` };
    const { written } = await ran(repository('settings', { files }));
    expect(tagsIn(written())).toEqual(['rel-[0-9]*']);
    expect(written()).toContain("path: ${{ inputs.path || 'B' }}");
    expect(written()).toMatch(/discussions: write # /);
  });

  it('by versions from tags, compiled parts and submodules', async () => {
    const files = {
      'pyproject.toml':
        '[build-system]\nrequires = ["setuptools", "setuptools-scm", "cython"]\n[project]\nname = "tide"\ndynamic = ["version"]\n',
      '.gitmodules': '',
    };
    const { written, said } = await ran(repository('compiled', { files }));
    const { jobs } = parse(written());
    expect(Object.keys(jobs)).toEqual(['wheels', 'sdist', 'publish']);
    expect(jobs.wheels.steps[0].with).toMatchObject({ 'fetch-depth': 0, submodules: 'recursive' });
    expect(said).toMatch(/wheels +one for each platform \(its build requires/);
  });

  it('by the Python that it asks for, unless a file says that to uv', async () => {
    const files = { 'pyproject.toml': `${PYPROJECT}requires-python = ">=3.13"\n` };
    expect((await ran(repository('newer', { files }))).written()).toContain("python-version: '3.13' # ");
    const pinned = { ...files, '.python-version': '3.14\n' };
    expect((await ran(repository('pinned', { files: pinned }))).written()).not.toContain('python-version');
  });

  it('by the forge: one job, with tokens, where that is not github.com', async () => {
    const files = { 'pyproject.toml': PYPROJECT };
    const remote = 'https://ada:secret@ghe.example.com/octo/tide.git';
    const { written, said } = await ran(repository('enterprise', { files, remote }));
    expect(Object.keys(parse(written()).jobs)).toEqual(['release']);
    expect(said).toMatch(/PYPI_TOKEN +PyPI\n +TESTPYPI_TOKEN +TestPyPI\n/);
    expect(said).toContain('ghe.example.com is taken for a GitHub Enterprise Server.');
    expect(said).toContain('https://ghe.example.com/octo/tide/settings/environments/new');
    expect(said).not.toMatch(/secret@|trusted publisher/);
  });

  it('by an index of its own, which gets a token', async () => {
    const settings = '[tool.pypi-release]\npypi-url = "https://index.example.com/simple-index/"\n';
    const { written, said } = await ran(
      repository('own-index', { files: { 'pyproject.toml': `${PYPROJECT}${settings}` } }),
    );
    expect(written()).toContain('pypi-token: ${{ secrets.PYPI_TOKEN }}');
    expect(parse(written()).on.workflow_dispatch.inputs.path).toMatchObject({
      options: ['B', 'C'],
      default: 'B',
    });
    expect(written()).not.toMatch(/testpypi|id-token/i);
    expect(said).not.toContain('trusted publisher');
    const left = said.split('\n').find((line) => line.startsWith('Path A is left out'));
    for (const { upload } of [
      indexAddresses('testpypi'),
      { upload: 'https://index.example.com/simple-index/' },
    ])
      expect(left).toContain(upload);
  });

  it.each([
    ['given on purpose', indexAddresses('testpypi').upload, ['pypi'], ['testpypi']],
    ['of its own', 'https://index.example.com/test/', ['pypi', 'testpypi'], []],
  ])('by an index of its own, with a test index %s', async (what, trial, tokens, trusting) => {
    const settings = `[tool.pypi-release]\npypi-url = "https://index.example.com/"\ntestpypi-url = "${trial}"\n`;
    const files = { 'pyproject.toml': `${PYPROJECT}${settings}` };
    const { written, said } = await ran(repository(`test index ${what}`, { files }));
    expect(parse(written()).on.workflow_dispatch.inputs.path.options).toEqual(['A', 'B', 'C']);
    const given = Object.keys(parse(written()).jobs.publish.steps[1].with);
    expect(given.filter((name) => name.endsWith('-token'))).toEqual(tokens.map((name) => `${name}-token`));
    expect(said.includes('Enter this trusted publisher on TestPyPI:')).toBe(trusting.length > 0);
  });

  it('by where it has its distributions, and how they are built', async () => {
    const settings =
      '[tool.pypi-release]\npackages-dir = "out/of it"\nconfig-settings = ["--build-option=--quiet"]\n';
    const files = { 'pyproject.toml': `${PYPROJECT}${settings}[tool.cibuildwheel]\n` };
    const { written, said } = await ran(repository('build settings', { files }));
    expect(parse(written()).jobs.sdist.steps[1].with['build-command']).toBe(
      "uv build --sdist --out-dir 'out/of it' --config-setting=--build-option=--quiet",
    );
    expect(said).toContain('take them out of [tool.pypi-release]');
  });

  it('by its own build command, which it keeps, and says what that must do', async () => {
    const settings = '[tool.pypi-release]\nbuild-command = "make sdist"\n[tool.cibuildwheel]\n';
    const files = { 'pyproject.toml': `${PYPROJECT}${settings}` };
    const { written, said } = await ran(repository('build command', { files }));
    expect(parse(written()).jobs.sdist.steps[1].with).not.toHaveProperty('build-command');
    expect(said).toContain('see that build-command (make sdist) makes the source distribution alone');
  });

  it('by a hand-over that the workflow does not do: its jobs hand on by artifact', async () => {
    const settings = '[tool.pypi-release]\nhandover = "files"\n';
    const { written } = await ran(
      repository('handover', { files: { 'pyproject.toml': `${PYPROJECT}${settings}` } }),
    );
    const { prepare, publish } = parse(written()).jobs;
    for (const { steps } of [prepare, publish]) expect(steps[1].with.handover).toBe('artifact');
  });

  it('by the runs that there are: no branch deploys where all are for a tag', async () => {
    const built = '[build-system]\nrequires = ["setuptools", "setuptools-scm", "cython"]\n';
    const files = { 'pyproject.toml': `${built}[project]\nname = "tide"\ndynamic = ["version"]\n` };
    const { said } = await ran(repository('tags alone', { files }));
    expect(said).toMatch(/Deployment tags +v/);
    expect(said).not.toContain('Deployment branches');
  });

  it('by the branch that a run by hand begins from: the forge’s default one, whichever is checked out', async () => {
    const top = repository('branches', { files: { 'pyproject.toml': PYPROJECT } });
    git(top, 'update-ref', 'refs/remotes/origin/stable', 'HEAD');
    git(top, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/stable');
    expect((await ran(top)).said).toMatch(/Deployment branches +stable /);
  });

  it('leaves places to fill in, plainly, where there is no remote', async () => {
    const { exitCode, said } = await ran(
      repository('no-remote', { files: { 'pyproject.toml': PYPROJECT }, remote: '' }),
    );
    expect(exitCode).toBe(0);
    expect(said).toContain('put yours in place of OWNER and REPOSITORY');
    expect(said).toMatch(/Owner +OWNER\n +Repository name +REPOSITORY\n/);
  });
});

describe('init, for several packages of one repository', () => {
  const member = (name: string): string =>
    `[project]\nname = "${name}"\nversion = "1.0"\n[build-system]\nrequires = ["uv_build"]\nbuild-backend = "uv_build"\n`;
  const MEMBERS = {
    'libs/one/pyproject.toml': member('one'),
    'libs/two/pyproject.toml': member('two'),
    'CHANGELOG.md': '# Changelog\n',
  };

  it('writes one workflow for those that are released together, and asks for a publisher of each', async () => {
    const files = { ...MEMBERS, 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["libs/*"]\n' };
    const { said, written } = await ran(repository('workspace', { files }));
    expect(written()).toBe(workflow(PLAIN));
    expect(said).toMatch(/packages +one, two\n/);
    expect(said).toMatch(/changelog +CHANGELOG\.md\n/);
    expect(said).toContain('for each package');
    for (const name of ['one', 'two']) expect(said).toContain(`/manage/project/${name}/settings/`);
  });

  it('copies the tags of the one that is called as the repository, whatever the clone is called', async () => {
    const files = { ...MEMBERS, 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["libs/*"]\n' };
    const made = { files, remote: 'git@github.com:octo/two.git', tags: ['one-v1.0', 'two-1.0'] };
    const { written, said } = await ran(repository('renamed', made));
    expect(tagsIn(written())).toEqual(['two-[0-9]*']);
    expect(said).toMatch(/packages +two, one\n/);
  });

  it('gives the second one that is released by itself a file, a tag and a queue of its own', async () => {
    const top = repository('monorepo', { files: MEMBERS, tags: ['one-v1.0', 'two-v1.0'] });
    const [first, second] = [await ran(top, 'libs/one'), await ran(top, 'libs/two')];
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(tagsIn(first.written())).toEqual(['one-v[0-9]*']);
    const theirs = '.github/workflows/release-two.yml';
    expect(tagsIn(second.written(theirs))).toEqual(['two-v[0-9]*']);
    expect(parse(second.written(theirs)).name).not.toBe(parse(first.written()).name);
    expect(second.said).toMatch(/Workflow name +release-two\.yml\n/);
    expect((await ran(top, 'libs/one')).said).toContain(`${RELEASE} is there already`);
  });
});

describe('init, beside another project of the repository', () => {
  const TOP = {
    'pyproject.toml': PYPROJECT,
    'libs/one/pyproject.toml': PYPROJECT.replace('Tide.Pool', 'one'),
  };

  it('gives the one at the top a file of its own, too, where the usual one is taken', async () => {
    const top = repository('top second', { files: TOP, tags: ['one-v1.0', 'v2.0'] });
    expect((await ran(top, 'libs/one')).exitCode).toBe(0);
    const { exitCode, said, written } = await ran(top);
    expect(exitCode).toBe(0);
    expect(tagsIn(written('.github/workflows/release-tide-pool.yml'))).toEqual(['v[0-9]*']);
    expect(said).not.toMatch(/publishes already|releases another project/);
    expect((await ran(top)).said).toContain('release-tide-pool.yml is there already');
  });

  it('asks for tags of its own where both would be released for the same', async () => {
    const top = repository('no tags', { files: TOP });
    await ran(top);
    const { said } = await ran(top, 'libs/one');
    expect(said).toContain(`${RELEASE} releases another project for the same tags.`);
    expect(said).toContain('tag-format = "one-v{version}" in [tool.pypi-release]');
    expect(said).toContain('Then remove release-one.yml and run this again');
  });

  it('names one of this action that releases the same project for the same tags', async () => {
    const theirs = workflow({ ...PLAIN, tagFormat: 'v{version}' }).replace("'v[0-9]*'", "'v*', '!v0*'");
    const files = { 'pyproject.toml': PYPROJECT, '.github/workflows/out.yml': theirs };
    const { said } = await ran(repository('twice', { files }));
    expect(said).toContain('.github/workflows/out.yml publishes already, by pypi-release: keep one');
  });
});

describe('init refuses', () => {
  it('a directory that is not there', async () => {
    await expect(ran(scratch.file('nowhere'))).rejects.toThrow(UsageError);
  });

  it('a project in no repository', async () => {
    scratch.write({ 'loose/pyproject.toml': PYPROJECT });
    const { exitCode, said } = await ran(scratch.file('loose'));
    expect(exitCode).toBe(1);
    expect(said).toMatch(/^There is no git repository: /);
    expect(readdirSync(scratch.file('loose'))).toEqual(['pyproject.toml']);
  });

  it.each([
    ['a repository without a project', { 'README.md': '# Tide\n' }, 'There is no Python project'],
    ['what is no TOML', { 'pyproject.toml': '[project\n' }, 'pyproject.toml cannot be read'],
    [
      'settings that are none',
      { 'pyproject.toml': `${PYPROJECT}[tool.pypi-release]\npath = "D"\ntag-format = "v"\n` },
      'path is "D"',
    ],
  ])('%s', async (what, files, text) => {
    const top = repository(`refused ${what}`, { files });
    const { exitCode, said } = await ran(top);
    expect(exitCode).toBe(1);
    expect(said).toContain(text);
    expect(existsSync(path.join(top, '.github'))).toBe(false);
  });
});

describe('the reference of the action itself', () => {
  const remote = 'https://github.com/acme/pypi-release';

  it('is the commit that is checked out, where that is a release', async () => {
    const top = repository('action', { files: { 'action.yml': '' }, remote, tags: ['v1', 'v1.2.0'] });
    git(top, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    const commit = git(top, 'rev-parse', 'HEAD').trim();
    expect(await ownReference(top, '1.2.0', 'github.com')).toBe(`acme/pypi-release@${commit} # v1.2.0`);
  });

  it('is the commit of a clone that was made for a tag alone', async () => {
    const origin = repository('action origin', { files: { 'action.yml': '' }, tags: ['v1.2.0'] });
    const top = scratch.file('action of a tag');
    git(
      scratch.directory,
      'clone',
      '--quiet',
      '--depth=1',
      '--branch=v1.2.0',
      pathToFileURL(origin).href,
      top,
    );
    git(top, 'remote', 'set-url', 'origin', remote);
    const commit = git(top, 'rev-parse', 'HEAD').trim();
    expect(await ownReference(top, '1.2.0', 'github.com')).toBe(`acme/pypi-release@${commit} # v1.2.0`);
  });

  it.each([
    ['github.com', 'ghe.example.com', true],
    ['ghe.example.com', 'ghe.example.com', true],
    ['ghe.example.com', 'github.com', false],
    ['ghe.example.com', 'other.example.com', false],
  ])('is that of %s for runners of %s: %s', async (host, runners, isPinned) => {
    const there = `https://${host}/acme/pypi-release`;
    const top = repository(`action of ${host} on ${runners}`, { files: { 'action.yml': '' }, remote: there });
    git(top, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    const reference = await ownReference(top, '1.2.0', runners);
    expect(reference.startsWith('acme/pypi-release@')).toBe(isPinned);
  });

  it('is that of a branch, where the forge has it', async () => {
    const top = repository('action of main', { files: { 'action.yml': '' }, remote });
    git(top, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    git(top, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    const commit = git(top, 'rev-parse', 'HEAD').trim();
    expect(await ownReference(top, '1.2.0', 'github.com')).toBe(`acme/pypi-release@${commit} # main`);
  });

  it.each([
    ['that no forge has', { remote }],
    ['that only this machine calls a release', { remote, tags: ['v1.2.0'] }],
    ['whose remote is no forge', { remote: '/srv/git/pypi-release', tags: ['v1.2.0'] }],
    ['without a remote', { remote: '', tags: ['v1.2.0'] }],
  ])('is a tag, told to the linter, for a commit %s', async (what, made) => {
    const top = repository(`action ${what}`, { files: { 'action.yml': '' }, ...made });
    expect(await ownReference(top, '1.2.0', 'github.com')).toBe(unpinnedReference('1.2.0'));
    expect(unpinnedReference('1.2.0')).toMatch(/^org\/pypi-release@v1 # zizmor: ignore\[unpinned-uses\] /);
  });

  it('is not that of the repository that a copy of the action lies in', async () => {
    const files = { 'vendor/action/action.yml': '' };
    const top = repository('vendored', { files, remote, tags: ['v1.2.0'] });
    expect(await ownReference(path.join(top, 'vendor/action'), '1.2.0', 'github.com')).toBe(
      unpinnedReference('1.2.0'),
    );
  });
});
