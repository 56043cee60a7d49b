import type { CorpusProject, Restored } from '../project.ts';
import { LINUX_WHEEL, RELEASED, stopped } from '../verdicts.ts';

/** pdm-backend writes the version that it has computed into the pyproject.toml of the sdist. */
const COMPUTED_BY_PDM: readonly Restored[] = [
  {
    file: 'pyproject.toml',
    replace: [
      [/^dynamic = \[\]$/m, 'dynamic = ["version"]'],
      [/^version = ".*"\n/m, ''],
    ],
  },
];

/** Built by pdm-backend, uv_build, and the back ends of native code. */
export const OTHERS: readonly CorpusProject[] = [
  {
    name: 'annotated-doc',
    filename: 'annotated_doc-0.0.7.tar.gz',
    sha256: '0a30ef8f5322a4173720ae6712dc9a5e58f5a19868f3f167b4b5778db066c2b5',
    version: '0.0.7',
    backEnd: 'pdm-backend',
    standsFor: 'the version in a module; a group with a linter',
    tag: '0.0.7',
    restored: COMPUTED_BY_PDM,
    verdict: RELEASED,
    quick: true,
  },
  {
    name: 'dep-logic',
    filename: 'dep_logic-0.7.2.tar.gz',
    sha256: '2a3c49526075b0bc6825f0ea8c2d9f464de48b7b85f3f3d2900b4e5950fefedf',
    version: '0.7.2',
    backEnd: 'pdm-backend, scm',
    standsFor: 'the version is the tag',
    tag: '0.7.2',
    restored: COMPUTED_BY_PDM,
    verdict: RELEASED,
    quick: true,
  },
  {
    name: 'extra-platforms',
    filename: 'extra_platforms-13.13.0.tar.gz',
    sha256: '77f9927d5c3ca286241ccba049d4ac6d8256e3df123779e036148fc94d0ff583',
    version: '13.13.0',
    backEnd: 'uv_build',
    standsFor: 'a group that wants a newer Python; ruff with fix = true',
    tag: 'v13.13.0',
    verdict: RELEASED,
  },
  {
    name: 'meson-python',
    filename: 'meson_python-0.22.1.tar.gz',
    sha256: '52c88628b0e5671592dc2306613fb5f6f3615fd24def059b9894f143b7f9a139',
    version: '0.22.1',
    backEnd: 'meson-python, in the tree',
    standsFor: 'the version in meson.build; packs the committed tree',
    tag: '0.22.1',
    inputs: {
      why: 'its whole suite builds wheels for a quarter of an hour',
      given: { 'test-command': 'pytest tests/test_metadata.py' },
    },
    verdict: RELEASED,
  },
  {
    name: 'pybind11',
    filename: 'pybind11-3.1.0.tar.gz',
    sha256: 'a1cc06b524ab3edca51f8ad3895f9c4fa20b8b19283173dff4ae781449dc9639',
    version: '3.1.0',
    backEnd: 'scikit-build-core',
    standsFor: 'a suite that must be compiled first; headers in the wheel',
    tag: 'v3.1.0',
    inputs: {
      why: 'its tests are compiled by CMake first, which nothing in its metadata says',
      given: { 'test-command': 'false' },
    },
    verdict: RELEASED,
  },
  {
    name: 'rpds-py',
    filename: 'rpds_py-2026.9.1.tar.gz',
    sha256: '4793ef7f78268b124b73fa933440f01d258bbae01de9fa53e9080c9ab0425a12',
    version: '2026.9.1',
    backEnd: 'maturin',
    standsFor: 'the version in Cargo.toml; a wheel of one machine',
    tag: 'v2026.9.1',
    verdict: stopped('build', ['distribution-unfit'], LINUX_WHEEL),
  },
];
