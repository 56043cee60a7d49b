import { describe, expect, it } from '@jest/globals';
import { parsedPyproject } from '../../src/packaging/pyproject.ts';

describe('a version from the tags', () => {
  it.each([
    ['setuptools-scm', '[build-system]\nrequires = ["setuptools>=61", "setuptools_scm[toml]>=8"]'],
    ['hatch-vcs', '[build-system]\nrequires = ["hatchling", "Hatch.VCS"]'],
    ['versioningit', '[build-system]\nrequires = ["versioningit~=3.0"]'],
    ['a tool with a marker', '[build-system]\nrequires = ["flit_scm ; python_version > \'3.8\'"]'],
    ['pdm', '[build-system]\nrequires = ["pdm-backend"]\n[tool.pdm.version]\nsource = "scm"'],
  ])('is computed by %s', (_tool, text) => {
    expect(parsedPyproject(text).versionFromTags).toBe(true);
  });

  it.each([
    ['a back end alone', '[build-system]\nrequires = ["hatchling"]\n[tool.hatch.version]\npath = "a.py"'],
    ['a namesake', '[build-system]\nrequires = ["setuptools-scm-git-archive-like"]'],
    ['pdm from a file', '[tool.pdm.version]\nsource = "file"'],
    ['nothing', ''],
    ['requirements of a wrong type', '[build-system]\nrequires = "setuptools-scm"'],
  ])('is not computed by %s', (_what, text) => {
    expect(parsedPyproject(text).versionFromTags).toBe(false);
  });
});
