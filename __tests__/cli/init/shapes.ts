/** Projects of every kind that a workflow is written for, each with the committed file that it must be. */

import { unpinnedReference } from '../../../src/cli/init/own-reference.ts';
import type { WorkflowTraits } from '../../../src/cli/init/workflow-traits.ts';

/** Pure Python at the top of its repository, with a version in the source and tags in the usual form. */
export const PLAIN: WorkflowTraits = {
  action: unpinnedReference('1.0.0'),
  forge: { isHome: true },
  directory: '.',
  suffix: '',
  tagFormat: 'v{version}',
  path: 'A',
  paths: ['A', 'B', 'C'],
  versionFromTags: false,
  compiled: undefined,
  sdistCommand: 'uv build --sdist',
  carriesFiles: false,
  hasWheelSettings: false,
  hasSubmodules: false,
  python: undefined,
  tokens: [],
  opensDiscussion: false,
};

const PINNED = 'octo/pypi-release@0123456789abcdef0123456789abcdef01234567 # v1.0.0';
const FIXTURES = '__tests__/fixtures/workflows';

/** By file. The linters of workflows are run on these files. */
export const SHAPES: Readonly<Record<string, WorkflowTraits>> = {
  'examples/workflows/release.yml': PLAIN,
  'examples/workflows/wheels.yml': { ...PLAIN, versionFromTags: true, compiled: { isRust: false } },
  [`${FIXTURES}/from-tags.yml`]: {
    ...PLAIN,
    action: PINNED,
    tagFormat: '{version}',
    path: 'B',
    versionFromTags: true,
    hasSubmodules: true,
  },
  [`${FIXTURES}/below-top.yml`]: {
    ...PLAIN,
    action: PINNED,
    directory: "libs/tide's pool #1",
    suffix: 'tide-pool',
    tagFormat: 'tide-pool+v{version}',
    python: '3.13',
    opensDiscussion: true,
  },
  [`${FIXTURES}/rust.yml`]: {
    ...PLAIN,
    action: PINNED,
    directory: 'bindings/python',
    compiled: { isRust: true },
    sdistCommand: "uv build --sdist --out-dir out --config-setting='profile=small wheel'",
    carriesFiles: true,
  },
  [`${FIXTURES}/own-index.yml`]: { ...PLAIN, action: PINNED, path: 'B', paths: ['B', 'C'], tokens: ['pypi'] },
  [`${FIXTURES}/enterprise.yml`]: {
    ...PLAIN,
    action: PINNED,
    forge: { isHome: false },
    compiled: { isRust: false },
    tokens: ['testpypi', 'pypi'],
  },
};
