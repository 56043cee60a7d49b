import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ACTION } from '../support/scenario.ts';

/** A test: its file below `__tests__`, and its name or that of its group as it stands there. */
type Claim = readonly [file: string, name: string];

const SETUP = 'phases/setup/any-project.test.ts';
const ENVIRONMENT = 'adapters/python/project-environment.test.ts';
const RUFF = 'adapters/python/ruff.test.ts';
const SUITE = 'adapters/python/suite.test.ts';

/**
 * What dozens of real projects have that stops a plain release tool, and where each is claimed with a small project of our own.
 * The corpus beside it claims the same with theirs.
 */
const ODDITIES: Readonly<Record<string, readonly Claim[]>> = {
  'the version stands anywhere, in any spelling': [
    [SETUP, 'the version stands'],
    [SETUP, 'the back end is asked'],
  ],
  'a bump must be written to many places, or left to the project’s own tool': [
    ['adapters/python/version-replacer.test.ts', 'bump-my-version'],
    ['phases/setup/version-places.test.ts', 'the places that commitizen knows'],
    [SETUP, 'leads to the release that it stands before'],
  ],
  'git’s tags say the version': [
    ['adapters/python/versions-from-tags.test.ts', 'a version that is asked for is the one that is built'],
    [SETUP, 'is not known in a shallow clone, for %j'],
    [SETUP, 'is none between two tags, whatever the tool would guess'],
  ],
  'tools dirty the tree, and some checks edit': [
    [SUITE, 'has no file that the tests leave, and they are named'],
    [SUITE, 'with a tracked file that the tests changed is a failure, also by a command of the user’s'],
    ['corpus/untouched.test.ts', 'a dry run leaves the checkout byte for byte as it was'],
  ],
  'every ruff judges otherwise': [
    [RUFF, 'choose ruff’s version, and the check that has no hook does not apply'],
    [RUFF, 'that is locked comes before the one of the hooks'],
    [RUFF, 'that nobody chose warns of findings, and stops nothing'],
    [RUFF, 'that format with another tool leave nothing to ruff'],
    [RUFF, 'says which files are looked at, and is told'],
  ],
  'what the tests need is somewhere, and green is not always a suite': [
    [ENVIRONMENT, 'is found in %s'],
    [ENVIRONMENT, 'is of the tree also where a tool of its tests depends on it'],
    [SUITE, 'fails where most of the test files gave no test, with the way out'],
    [SUITE, 'is stopped with all its children when its time is over'],
  ],
  'what is asked for cannot be had together': [
    [ENVIRONMENT, 'are left out one by one, with uv’s reason, and the rest is there'],
    [ENVIRONMENT, 'of setup.py alone is installed, also where pyproject.toml has settings of tools only'],
  ],
  'a wheel of one machine is no release': [
    [
      'phases/build/build.test.ts',
      'refuses those of another version and those that the index takes on no platform',
    ],
  ],
  'what is imported is not named like the project': [
    ['packaging/import-names.test.ts', 'importNames of a wheel'],
    ['packaging/import-names.test.ts', 'lets Import-Name of the metadata decide'],
  ],
  'a wheel without its data is green everywhere': [
    ['phases/pypi/last-release.test.ts', 'warns of data files that the build lost, with their names'],
  ],
  'the build wants settings': [
    ['adapters/python/builder.test.ts', 'reach the back end, repeated keys and equals signs and all'],
    ['adapters/python/builder.test.ts', 'keeps a .gitignore that was there'],
  ],
  'the back end packs the committed tree': [
    ['adapters/python/versions-from-tags.test.ts', 'a version that is asked for is the one that is built'],
  ],
  'no build gives the same bytes again': [
    [
      'scenarios/rebuilt.test.ts',
      'ends, stopped between the indexes and run again, with the bytes of its first build on both',
    ],
    [
      'kill/stamped.test.ts',
      'a release whose builds never agree, killed when %s, ends with the bytes of its journal',
    ],
  ],
  'tags have styles, and not every tag is a version': [
    ['packaging/tag-style.test.ts', 'the form of the tags'],
    ['packaging/tag-style.test.ts', 'do not hold %s, which names no version'],
    ['packaging/tag-style.test.ts', 'are ordered by PEP 440, the newest first'],
  ],
  'changelogs have names and headings of all kinds': [
    ['packaging/changelog.test.ts', 'the section of what is not released yet'],
    ['packaging/changelog.test.ts', 'lets no other entry stand in for a missing one'],
  ],
  'one repository has several packages': [
    ['phases/setup/project.test.ts', 'may be named from the folder, else from the top: %s'],
    ['clients/locks.test.ts', 'has the new version of the member alone, and rides in the release commit'],
    ['scenarios/workspace.test.ts', 'publishes a package after those that it requires'],
    [
      'kill/workspace.test.ts',
      'a release of a workspace, killed when %s, ends after one more run as if nobody had killed it',
    ],
    ['packaging/tag-style.test.ts', 'is that of its own name beside a neighbour’s'],
  ],
};

describe.each(Object.entries(ODDITIES))('%s', (_oddity, claims) => {
  it.each(claims)('is claimed in %s: %s', (file, name) => {
    expect(readFileSync(path.join(ACTION, '__tests__', file), 'utf8')).toContain(`'${name}'`);
  });
});
