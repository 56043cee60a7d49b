import { describe, expect, it } from '@jest/globals';
import { PROJECTS } from './projects.ts';

/** What a release tool must be able to build, by the words of the table. */
const BACK_ENDS = [
  ...['setuptools, setup.py only', 'setuptools, setup.cfg', 'setuptools', 'setuptools-scm', 'setuptools, C'],
  ...['hatchling', 'hatch-vcs', 'flit-core', 'flit-scm', 'poetry-core, [project]'],
  ...['poetry-core, [tool.poetry] only', 'pdm-backend', 'pdm-backend, scm', 'uv_build', 'maturin'],
  ...['scikit-build-core', 'meson-python, in the tree', 'hatchling, in the tree', 'flit-core, in the tree'],
];

describe('the corpus', () => {
  it('has twenty projects and more, each version once', () => {
    const versions = PROJECTS.map(({ name, version }) => `${name} ${version}`);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.length).toBeGreaterThanOrEqual(20);
  });

  it.each(BACK_ENDS)('has a project built by %s', (backEnd) => {
    expect(PROJECTS.map((project) => project.backEnd)).toContain(backEnd);
  });

  it('pins every file by its digest, and names it after the project and the version', () => {
    const strange = PROJECTS.filter(
      ({ name, filename, version, sha256 }) =>
        !/^[0-9a-f]{64}$/.test(sha256) || filename !== `${name.replaceAll(/[-.]/g, '_')}-${version}.tar.gz`,
    );
    expect(strange).toEqual([]);
  });

  it('tags each with its version, in whatever style', () => {
    expect(PROJECTS.filter(({ tag, version }) => !tag.endsWith(version))).toEqual([]);
  });
});
