import type { BackEnd } from './back-end.ts';
import { list, valueAt } from './toml-value.ts';
import { pythonCode } from './version-places/python-code.ts';
import { requiredName } from './workspace-member.ts';

/** Parts of a project that are compiled: a wheel then fits one kind of machine. */
export interface CompiledParts {
  /** What shows that there are some, as a clause. */
  readonly because: string;
  /** Whether Rust is needed to compile them, which the containers for Linux wheels do not have. */
  readonly isRust: boolean;
}

/** The files that tell, as far as they are there. */
export interface CompiledPartsSources {
  /** pyproject.toml, parsed. */
  readonly document: unknown;
  readonly backEnd: Pick<BackEnd, 'name' | 'isInTree'>;
  readonly setupPy?: string | undefined;
}

interface Sign {
  readonly fits: (sources: Read) => boolean;
  readonly because: string;
  readonly isRust?: boolean;
}

interface Read extends Pick<CompiledPartsSources, 'document' | 'backEnd'> {
  /** Names of the build requirements, normalised. */
  readonly requires: readonly string[];
  /** The code of setup.py, with neither comments nor the contents of strings. */
  readonly code: string;
}

const builtBy =
  (name: string): Sign['fits'] =>
  ({ backEnd }) =>
    // A back end that lies in the tree builds itself, and is plain Python.
    backEnd.name === name && !backEnd.isInTree;

const isSet =
  (...keys: readonly string[]): Sign['fits'] =>
  ({ document }) =>
    valueAt(document, keys) !== undefined;

/** Build requirements that compile, or that only compiled code is written against. */
const COMPILERS = ['cffi', 'cython', 'hatch-cython', 'hatch-mypyc', 'mypy', 'nanobind', 'numpy', 'pybind11'];

/** The first that fits is told. */
const SIGNS: readonly Sign[] = [
  { fits: builtBy('maturin'), because: 'maturin builds it', isRust: true },
  {
    fits: ({ requires }) => requires.includes('setuptools-rust'),
    because: 'its build requires setuptools-rust',
    isRust: true,
  },
  {
    fits: (read) =>
      builtBy('scikit-build-core')(read) &&
      valueAt(read.document, ['tool', 'scikit-build', 'wheel', 'platlib']) !== false,
    because: 'scikit-build-core builds it',
  },
  { fits: builtBy('meson-python'), because: 'meson-python builds it' },
  {
    fits: ({ code }) => /\b(?:ext_modules|cffi_modules|rust_extensions)\s*=|\bcythonize\s*\(/.test(code),
    because: 'setup.py has extension modules',
  },
  { fits: isSet('tool', 'setuptools', 'ext-modules'), because: '[tool.setuptools] has ext-modules' },
  { fits: isSet('tool', 'hatch', 'build', 'hooks', 'mypyc'), because: 'hatch-mypyc compiles it' },
  { fits: isSet('tool', 'hatch', 'build', 'hooks', 'cython'), because: 'hatch-cython compiles it' },
  { fits: isSet('tool', 'poetry', 'build'), because: '[tool.poetry] has a build script' },
  {
    fits: ({ document }) => valueAt(document, ['tool', 'pdm', 'build', 'is-purelib']) === false,
    because: '[tool.pdm.build] says that it is not pure',
  },
  {
    fits: ({ document }) => valueAt(document, ['tool', 'pdm', 'build', 'run-setuptools']) === true,
    because: '[tool.pdm.build] runs setuptools',
  },
  {
    fits: ({ requires }) => requires.some((name) => COMPILERS.includes(name)),
    because: 'its build requires a compiler of extension modules',
  },
  { fits: isSet('tool', 'cibuildwheel'), because: 'there are settings for cibuildwheel' },
];

/** What of a project is compiled, as far as its files tell; undefined where nothing says so. */
export function compiledParts({
  document,
  backEnd,
  setupPy,
}: CompiledPartsSources): CompiledParts | undefined {
  const requires = list(valueAt(document, ['build-system', 'requires'])).flatMap(
    (requirement) => requiredName(String(requirement)) ?? [],
  );
  const read: Read = { document, backEnd, requires, code: pythonCode(setupPy ?? '') };
  const sign = SIGNS.find(({ fits }) => fits(read));
  return sign === undefined ? undefined : { because: sign.because, isRust: sign.isRust ?? false };
}
