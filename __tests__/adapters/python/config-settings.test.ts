import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from '@jest/globals';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';
import { makeScratch } from '../../support/scratch.ts';

// A back end in the tree that writes down which of its hooks got which settings.
const BACK_END = `
from flit_core import buildapi
from flit_core.buildapi import build_sdist, get_requires_for_build_sdist
def told(hook, settings):
    with open(settings["log"], "a") as file: file.write(hook + " " + ",".join(settings["flag"]) + "\\n")
def get_requires_for_build_wheel(config_settings=None):
    told("requires", config_settings)
    return []
get_requires_for_build_editable = get_requires_for_build_wheel
def prepare_metadata_for_build_wheel(directory, config_settings=None):
    told("metadata", config_settings)
    return buildapi.prepare_metadata_for_build_wheel(directory)
def build_wheel(directory, config_settings=None, metadata_directory=None):
    told("wheel", config_settings)
    return buildapi.build_wheel(directory)
def build_editable(directory, config_settings=None, metadata_directory=None):
    told("editable", config_settings)
    return buildapi.build_editable(directory)
`;

let made: PythonWorkshop | undefined;
const outside = makeScratch();
afterEach(() => {
  made?.scratch.remove();
  outside.remove();
});

function telling(build = 'backend-path = ["tools"]'): PythonWorkshop {
  outside.write({ log: '' });
  const text = pyproject().replace(
    'build-backend = "flit_core.buildapi"',
    `build-backend = "telling"\n${build}`,
  );
  made = pythonWorkshop(
    { 'pyproject.toml': text, 'tools/telling.py': BACK_END, 'tiny_project.py': '"""Tiny."""\n' },
    { configSettings: [`log=${outside.file('log')}`, 'flag=1', 'flag=2'] },
  );
  return made;
}

const hooks = () => [...new Set(readFileSync(outside.file('log'), 'utf8').trim().split('\n'))].toSorted();

it('reach the back end where the project is installed to be worked with', async () => {
  const { resolution } = await telling().python.toolchain.sync({ extras: 'all' });
  expect(resolution).toBe('universal');
  expect(hooks()).toContain('editable 1,2');
});

it('reach it where the project is installed for this Python alone', async () => {
  const one = telling();
  const conflicting = '[project.optional-dependencies]\na = ["six==1.16.0"]\nb = ["six==1.15.0"]\n';
  const text = readFileSync(one.scratch.file('project/pyproject.toml'), 'utf8');
  one.scratch.write({ 'project/pyproject.toml': `${text}${conflicting}` });
  const { resolution } = await one.python.toolchain.sync({ extras: 'all' });
  expect(resolution).toBe('this-python');
  expect(hooks()).toContain('editable 1,2');
});

it('reach it where it is asked for name and version', async () => {
  const { python, options } = telling();
  expect(await python.backEnd.metadata(options.directory)).toMatchObject({ version: '1.2.3' });
  expect(hooks()).toEqual(['metadata 1,2', 'requires 1,2']);
});
