import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';

let one: PythonWorkshop | undefined;
afterEach(() => one?.scratch.remove());

const CONFIGURED = pyproject(`[tool.bumpversion]
current_version = "1.2.3"
commit = true
tag = true
pre_commit_hooks = ["touch hooked"]
[[tool.bumpversion.files]]
filename = "docs/conf.py"
search = "release = '{current_version}'"
replace = "release = '{new_version}'"
[[tool.bumpversion.files]]
glob = "*.cff"
`);
const PROJECT = {
  'pyproject.toml': CONFIGURED,
  'docs/conf.py': "old = '1.2.3'\nrelease = '1.2.3'\n",
  'CITATION.cff': 'version: 1.2.3\n',
};

describe('bump-my-version', () => {
  it.each(['1.3.0', '1.3.0rc1', '1.2.3.post1', '2026.1'])(
    'writes %s as it is, and nothing else',
    async (to) => {
      one = pythonWorkshop(PROJECT);
      const replacement = { configuration: 'pyproject.toml', from: '1.2.3', to };
      const { exitCode, output } = await one.python.versionReplacer.replace(replacement);
      expect([exitCode, exitCode === 0 ? '' : output]).toEqual([0, '']);
      const text = (name: string) => readFileSync(one?.scratch.file('project', name) ?? '', 'utf8');
      expect(text('docs/conf.py')).toBe(`old = '1.2.3'\nrelease = '${to}'\n`);
      expect(text('CITATION.cff')).toBe(`version: ${to}\n`);
      expect(one.status()).toBe(' M CITATION.cff\n M docs/conf.py\n');
    },
  );

  it('leaves the forms of versions to a configuration that has its own', async () => {
    const forms = `[tool.bumpversion]
current_version = "1.3.0.dev0"
parse = '(?P<major>\\d+)\\.(?P<minor>\\d+)\\.(?P<patch>\\d+)(\\.dev(?P<dev>\\d+))?'
serialize = ["{major}.{minor}.{patch}.dev{dev}", "{major}.{minor}.{patch}"]
parts.dev.optional_value = "release"
parts.dev.values = ["0", "release"]
[[tool.bumpversion.files]]
filename = "CITATION.cff"
[[tool.bumpversion.files]]
filename = "docs/conf.py"
serialize = ["{major}.{minor}.{patch}"]
search = "release = '{current_version}'"
replace = "release = '{new_version}'"
`;
    one = pythonWorkshop({
      'pyproject.toml': pyproject(forms),
      'docs/conf.py': "release = '1.3.0'\n",
      'CITATION.cff': 'version: 1.3.0.dev0\n',
    });
    const replacement = { configuration: 'pyproject.toml', from: '1.3.0.dev0', to: '1.3.0' };
    const { exitCode, output } = await one.python.versionReplacer.replace(replacement);
    expect([exitCode, exitCode === 0 ? '' : output]).toEqual([0, '']);
    expect(readFileSync(one.scratch.file('project', 'CITATION.cff'), 'utf8')).toBe('version: 1.3.0\n');
  });

  it('writes the files beside a configuration of a directory below', async () => {
    const member = Object.entries(PROJECT).map(([name, text]) => [`packages/tiny/${name}`, text]);
    one = pythonWorkshop(Object.fromEntries(member));
    const replacement = { configuration: 'packages/tiny/pyproject.toml', from: '1.2.3', to: '1.3.0' };
    expect(await one.python.versionReplacer.replace(replacement)).toMatchObject({ exitCode: 0 });
    expect(one.status()).toBe(' M packages/tiny/CITATION.cff\n M packages/tiny/docs/conf.py\n');
  });

  it('fails where a file does not hold the version', async () => {
    one = pythonWorkshop({ ...PROJECT, 'docs/conf.py': 'nothing\n' });
    const replacement = { configuration: 'pyproject.toml', from: '1.2.3', to: '1.3.0' };
    const { exitCode, output } = await one.python.versionReplacer.replace(replacement);
    expect([exitCode === 0, output]).toEqual([false, expect.stringContaining('docs/conf.py')]);
  });
});
