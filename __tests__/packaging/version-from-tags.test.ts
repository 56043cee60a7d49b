import { describe, expect, it } from '@jest/globals';
import { parsedToml } from '../../src/packaging/pyproject.ts';
import { tagTool, versionVariables } from '../../src/packaging/version-from-tags.ts';

describe('a version from the tags', () => {
  it.each([
    ['setuptools-scm', '[build-system]\nrequires = ["setuptools>=61", "setuptools_scm[toml]>=8"]'],
    ['hatch-vcs', '[build-system]\nrequires = ["hatchling", "Hatch.VCS"]'],
    ['versioningit', '[build-system]\nrequires = ["versioningit~=3.0"]'],
    ['flit-scm', '[build-system]\nrequires = ["flit_scm ; python_version > \'3.8\'"]'],
    ['pdm-backend', '[build-system]\nrequires = ["pdm-backend"]\n[tool.pdm.version]\nsource = "scm"'],
  ])('is computed by %s', (tool, text) => {
    expect(tagTool({ document: parsedToml(text) })).toBe(tool);
  });

  it.each([
    ['a back end alone', '[build-system]\nrequires = ["hatchling"]\n[tool.hatch.version]\npath = "a.py"'],
    ['a namesake', '[build-system]\nrequires = ["setuptools-scm-git-archive-like"]'],
    ['pdm from a file', '[tool.pdm.version]\nsource = "file"'],
    ['nothing', ''],
    [
      'setuptools-scm that only lists the files',
      '[build-system]\nrequires = ["setuptools-scm"]\n[tool.setuptools.dynamic]\nversion = {attr = "demo.__version__"}',
    ],
    [
      'hatch-vcs where the settings name a file',
      '[build-system]\nrequires = ["hatchling", "hatch-vcs"]\n[tool.hatch.version]\npath = "a.py"',
    ],
    ['requirements of a wrong type', '[build-system]\nrequires = "setuptools-scm"'],
  ])('is not computed by %s', (_what, text) => {
    expect(tagTool({ document: parsedToml(text) })).toBeUndefined();
  });

  it.each([
    ['setuptools-scm', 'setup(use_scm_version=True)'],
    ['versioneer', 'setup(version=versioneer.get_version())'],
    ['pbr', 'setuptools.setup(setup_requires=[_____], pbr=True)'],
    ['setuptools-git-versioning', 'setup(setuptools_git_versioning={})'],
    [undefined, 'setup(version=__________)'],
  ])('is computed by %s where setup.py is %s', (tool, setupPy) => {
    expect(tagTool({ document: {}, setupPy })).toBe(tool);
  });

  it('stands in setup.cfg’s own words where it says attr: or file:', () => {
    const document = parsedToml('[build-system]\nrequires = ["setuptools-scm"]');
    expect(tagTool({ document, setupCfg: '[metadata]\nversion = attr: demo.__version__\n' })).toBeUndefined();
    expect(tagTool({ document, setupCfg: '[metadata]\nname = demo\n' })).toBe('setuptools-scm');
  });
});

describe('the variables that tell it outright', () => {
  it.each([
    ['setuptools-scm', 'SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO_TOOL'],
    ['vcs-versioning', 'SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO_TOOL'],
    ['hatch-vcs', 'SETUPTOOLS_SCM_PRETEND_VERSION'],
    ['flit-scm', 'SETUPTOOLS_SCM_PRETEND_VERSION'],
    ['pdm-backend', 'PDM_BUILD_SCM_VERSION'],
    ['poetry-dynamic-versioning', 'POETRY_DYNAMIC_VERSIONING_BYPASS'],
    ['uv-dynamic-versioning', 'UV_DYNAMIC_VERSIONING_BYPASS'],
    ['pbr', 'PBR_VERSION'],
  ])('are those of %s', (tool, variable) => {
    expect(versionVariables(tool, { name: 'Demo.-Tool', version: '1.2.0' })).toEqual({ [variable]: '1.2.0' });
  });

  it.each(['versioneer', 'versioningit', undefined])('are none for %s', (tool) => {
    expect(versionVariables(tool, { name: 'demo', version: '1.2.0' })).toEqual({});
  });
});
