import type { CorpusProject } from '../project.ts';
import { RELEASED } from '../verdicts.ts';

/** Built by poetry-core. */
export const POETRY: readonly CorpusProject[] = [
  {
    name: 'rich',
    filename: 'rich-14.1.0.tar.gz',
    sha256: 'e497a48b844b0320d45007cdebfeaeed8db2a4f4bcf49f15e455cfc4af11eaa8',
    version: '14.1.0',
    backEnd: 'poetry-core, [tool.poetry] only',
    standsFor: 'uv sync installs nothing and ends with 0; no tests',
    tag: 'v14.1.0',
    verdict: RELEASED,
  },
  {
    name: 'tomlkit',
    filename: 'tomlkit-0.13.3.tar.gz',
    sha256: '430cf247ee57df2b94ee3fbe588e71d362a941ebb545dec29b53961d61add2a1',
    version: '0.13.3',
    backEnd: 'poetry-core, [tool.poetry] only',
    standsFor: 'tests want a group of [tool.poetry]',
    tag: '0.13.3',
    verdict: RELEASED,
  },
  {
    name: 'tomlkit',
    filename: 'tomlkit-0.15.2.tar.gz',
    sha256: '83e32755ba1d20d9340bd069ee97e9f6232ba2346b63ffcba425de01f7e327a6',
    version: '0.15.2',
    backEnd: 'poetry-core, [project]',
    standsFor: 'a version in two places',
    tag: '0.15.2',
    verdict: RELEASED,
  },
  {
    name: 'poetry-core',
    filename: 'poetry_core-2.5.0.tar.gz',
    sha256: '81d04c9253b19d0604718268d781867c8f7b2128e5b25bbf1e84141eec6b89c4',
    version: '2.5.0',
    backEnd: 'poetry-core, in the tree',
    standsFor: 'ruff with fix = true; a test group of [tool.poetry]',
    tag: '2.5.0',
    verdict: RELEASED,
  },
];
