import { describe, expect, it } from '@jest/globals';
import { backEndOf } from '../../src/packaging/back-end.ts';
import { compiledParts } from '../../src/packaging/compiled-parts.ts';
import { parsedToml } from '../../src/packaging/pyproject.ts';

function parts(pyproject: string, setupPy?: string) {
  const document = parsedToml(pyproject);
  return compiledParts({ document, backEnd: backEndOf(document), setupPy });
}

const built = (backend: string, ...requires: readonly string[]): string =>
  `[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "${backend}"\n`;

describe('compiled parts', () => {
  it.each([
    ['Rust by maturin', built('maturin', 'maturin>=1'), undefined, true],
    ['Rust by setuptools', built('setuptools.build_meta', 'setuptools', 'setuptools_rust'), undefined, true],
    ['CMake', built('scikit_build_core.build', 'scikit-build-core'), undefined, false],
    ['Meson', built('mesonpy', 'meson-python'), undefined, false],
    ['Cython', built('setuptools.build_meta', 'Cython>=3'), undefined, false],
    ['setup.py', '', 'setup(ext_modules=[Extension("demo._speed", ["speed.c"])])', false],
    ['setup.py with cffi', '', 'setup(cffi_modules = ["build.py:ffi"])', false],
    ['settings of setuptools', '[[tool.setuptools.ext-modules]]\nname = "demo"\n', undefined, false],
    ['mypyc by Hatch', `${built('hatchling.build')}[tool.hatch.build.hooks.mypyc]\n`, undefined, false],
    [
      'a build script of Poetry',
      `${built('poetry.core.masonry.api')}[tool.poetry]\nbuild = "build.py"\n`,
      undefined,
      false,
    ],
    ['PDM', `${built('pdm.backend')}[tool.pdm.build]\nis-purelib = false\n`, undefined, false],
    ['settings of cibuildwheel', '[tool.cibuildwheel]\nskip = "pp*"\n', undefined, false],
  ])('are known by %s', (_what, pyproject, setupPy, isRust) => {
    expect(parts(pyproject, setupPy)).toEqual({ because: expect.stringMatching(/\w/), isRust });
  });

  it.each([
    ['setuptools', built('setuptools.build_meta', 'setuptools', 'setuptools-scm'), undefined],
    ['a comment in setup.py', '', '# setup(ext_modules=[])\nsetup(name="ext_modules=")'],
    ['Meson that builds itself', `${built('mesonpy')}backend-path = ["."]\n`, undefined],
    [
      'CMake that only copies',
      `${built('scikit_build_core.build')}[tool.scikit-build]\nwheel.platlib = false\n`,
      undefined,
    ],
    ['nothing at all', '', undefined],
  ])('are not made of %s', (_what, pyproject, setupPy) => {
    expect(parts(pyproject, setupPy)).toBeUndefined();
  });
});
