import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createPython } from '../../../src/adapters/python/python.ts';
import type { CoreMetadata } from '../../../src/packaging/core-metadata.ts';
import { faultOf } from '../../support/faults.ts';
import { type PythonWorkshop, pythonWorkshop } from '../../support/python-workshop.ts';

const SETUP_PY = `
import pathlib
from setuptools import setup
setup(name="tiny-" + "project", version=pathlib.Path("number").read_text().strip(), py_modules=["tiny"],
      extras_require={"sung": []})
`;

let one: PythonWorkshop | undefined;
afterEach(() => one?.scratch.remove());

/** What the back end says of this project; nothing may be left in the checkout, not even what git ignores. */
async function metadata(files: Readonly<Record<string, string>>, below = ''): Promise<CoreMetadata> {
  one = pythonWorkshop(files);
  const { scratch, options } = one;
  const directory = scratch.file('project', below);
  const workshop = below === '' ? one.python : pythonAt(one, directory);
  const before = everything(scratch.file('project'));
  const answer = await workshop.backEnd.metadata(directory);
  expect(everything(scratch.file('project'))).toEqual(before);
  expect(readdirSync(options.scratch)).not.toContain('back-end');
  return answer;
}

function everything(directory: string): readonly string[] {
  const entries = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => !name.startsWith('.git/')).sort();
}

function pythonAt({ options }: PythonWorkshop, directory: string) {
  return createPython({ ...options, directory });
}

describe('the back end', () => {
  it('tells what setup.py computes, with neither pyproject.toml nor traces', async () => {
    const said = await metadata({ 'setup.py': SETUP_PY, number: '1.2.3.dev\n', 'tiny.py': '' });
    expect(said).toMatchObject({ name: 'tiny-project', version: '1.2.3.dev0', providesExtra: ['sung'] });
  });

  it('may lie in the tree, and below the top of the checkout', async () => {
    const backEnd = `
import os
def prepare_metadata_for_build_wheel(directory, config_settings=None):
    folder = os.path.join(directory, "tiny-4.5.dist-info")
    os.mkdir(folder)
    with open(os.path.join(folder, "METADATA"), "w") as file:
        file.write("Metadata-Version: 2.1\\nName: tiny\\nVersion: " + open("../number").read())
    return "tiny-4.5.dist-info"
def build_wheel(directory, config_settings=None, metadata_directory=None): raise NotImplementedError
def build_sdist(directory, config_settings=None): raise NotImplementedError
`;
    const said = await metadata(
      {
        number: '4.5',
        'python/pyproject.toml':
          '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["tools"]\n',
        'python/tools/backend.py': backEnd,
      },
      'python',
    );
    expect(said).toMatchObject({ name: 'tiny', version: '4.5' });
  });

  it('is asked once, whoever asks', async () => {
    one = pythonWorkshop({ 'setup.py': SETUP_PY, number: '1.2.3\n', 'tiny.py': '' });
    const { python, options } = one;
    const ask = () => python.backEnd.metadata(options.directory);
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second).toBe(first);
    expect(await ask()).toBe(first);
  });

  it('that fails is told with its last lines', async () => {
    one = pythonWorkshop({ 'setup.py': 'raise SystemExit("there is no tide today")\n' });
    const found = await faultOf(one.python.backEnd.metadata(one.options.directory));
    expect(found.code).toBe('tool-failed');
    expect(found.finding).toContain('there is no tide today');
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: one.options.directory }).toString()).toBe(
      '',
    );
  });
});
