import { describe, expect, it } from '@jest/globals';
import { parsedPyproject } from '../../src/packaging/pyproject.ts';

describe('parsedPyproject', () => {
  it('reads what a release wants to know', () => {
    const text = `
      [build-system]
      requires = ["hatchling"]
      build-backend = "hatchling.build"
      [project]
      name = "Sample.Project"
      version = "1.0.0-rc1"
      requires-python = ">=3.10"
      readme = "README.md"
      [project.optional-dependencies]
      cli = ["click"]
      yaml = ["pyyaml"]
      [dependency-groups]
      dev = ["pytest"]
      docs = []
      [tool.uv]
      dev-dependencies = []
      [tool.maturin]
      manifest-path = "rust/Cargo.toml"
      [tool.pypi-release]
      path = "B"
      upload-concurrency = 2
      [tool.coverage.report]
      fail_under = 92.5
      [tool.ruff]
      line-length = 100
      [tool.pytest.ini_options]
      addopts = "-q"
    `;
    expect(parsedPyproject(text)).toMatchObject({
      hasProjectTable: true,
      name: 'Sample.Project',
      version: '1.0.0-rc1',
      requiresPython: '>=3.10',
      readme: 'README.md',
      extras: ['cli', 'yaml'],
      groups: ['dev', 'docs'],
      buildBackend: 'hatchling.build',
      maturinManifest: 'rust/Cargo.toml',
      settings: { path: 'B', 'upload-concurrency': 2 },
      coverageFloor: 92.5,
      hasRuff: true,
      hasPytest: true,
    });
  });

  it('says of an empty file that nothing is there', () => {
    expect(parsedPyproject('')).toEqual({
      hasProjectTable: false,
      extras: [],
      groups: [],
      settings: {},
      hasRuff: false,
      hasPytest: false,
    });
  });

  it('reads a project of Poetry', () => {
    const text = `
      [tool.poetry]
      name = "sample"
      version = "0.3.0"
      readme = ["README.md", "MORE.md"]
      [tool.poetry.extras]
      cli = ["click"]
    `;
    expect(parsedPyproject(text)).toMatchObject({
      hasProjectTable: false,
      name: 'sample',
      version: '0.3.0',
      readme: 'README.md',
      extras: ['cli'],
    });
  });

  it('knows a placeholder from a version', () => {
    const poetry = '[tool.poetry]\nversion = "0.0.0"\n';
    const computed = `${poetry}[tool.poetry-dynamic-versioning]\nenable = true\n`;
    expect(parsedPyproject(computed)).toMatchObject({ placeholder: '0.0.0' });
    expect(parsedPyproject(computed)).not.toHaveProperty('version');
    expect(parsedPyproject(computed.replace('true', 'false'))).toMatchObject({ version: '0.0.0' });
    // Poetry's "base version" beside `dynamic`.
    const base = `[project]\ndynamic = ["version"]\n${poetry.replace('0.0.0', '1.0')}`;
    expect(parsedPyproject(base)).toMatchObject({ version: '1.0' });
  });

  it('finds the README in a table', () => {
    expect(parsedPyproject('[project]\nreadme = {file = "R.rst", content-type = "text/x-rst"}').readme).toBe(
      'R.rst',
    );
  });

  it("counts uv's older development dependencies as the group dev", () => {
    expect(parsedPyproject('[tool.uv]\ndev-dependencies = ["pytest"]').groups).toEqual(['dev']);
  });

  it('passes over values of a wrong type', () => {
    const text = 'project = 3\ntool = []\nbuild-system = {build-backend = 1}\ndependency-groups = "x"';
    expect(parsedPyproject(text)).toMatchObject({
      hasProjectTable: true,
      extras: [],
      groups: [],
      hasRuff: false,
    });
    expect(parsedPyproject(text)).not.toHaveProperty('buildBackend');
    expect(parsedPyproject('[tool.coverage.report]\nfail_under = "90"')).not.toHaveProperty('coverageFloor');
  });

  it('says where the TOML is broken, and keeps the cause', () => {
    const refusal = errorOf(() => parsedPyproject('[project]\nname = "a"\nversion = 1.2.3\n'));
    expect(refusal).toBeInstanceOf(SyntaxError);
    expect(refusal.message).toMatch(/^line 3, column \d+: [^\n]+$/);
    expect(refusal.cause).toBeInstanceOf(Error);
  });
});

function errorOf(attempt: () => unknown): Error {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it did not fail');
}
