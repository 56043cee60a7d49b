/** The text of a release workflow: pure, so that what is written for every kind of project can be read, compared and linted. */

import { tagFor } from '../../packaging/tag-format.ts';
import { INDEX_LABELS } from '../../plan/known-indexes.ts';
import type { PathName } from '../../plan/paths.ts';
import { tagPattern } from './tag-pattern.ts';
import { workflowJobs } from './workflow-jobs.ts';
import {
  isRaisedByHand,
  releasesTagsAlone,
  trustingIndexes,
  type WorkflowTraits,
} from './workflow-traits.ts';
import { type Lines, quoted, scalar, within } from './yaml-lines.ts';

/** The workflow file for a project of these traits. */
export function workflow(traits: WorkflowTraits): string {
  const { suffix } = traits;
  const lines = [
    ...heading(traits),
    `name: ${scalar(`Release ${suffix}`.trim())}`,
    '',
    ...triggers(traits),
    '',
    'permissions: {}',
    '',
    'concurrency:',
    // One group for all would lose releases: of the runs that wait, the forge keeps the newest alone.
    '  group: ${{ github.workflow }}-${{ github.ref }} # one run of a tag, or from a branch, at a time; others do not touch it',
    '  cancel-in-progress: false # a release that has begun is finished',
    '',
    'jobs:',
    ...workflowJobs(traits).flatMap((job, at) => [...(at === 0 ? [] : ['']), ...within(2, job)]),
  ];
  return `${lines.join('\n')}\n`;
}

function heading(traits: WorkflowTraits): Lines {
  const byHand = isRaisedByHand(traits)
    ? '"Run workflow" raises the version of the newest tag'
    : releasesTagsAlone(traits)
      ? '"Run workflow" releases the tag that is chosen there'
      : '"Run workflow" releases the version that stands in the source';
  const known = trustingIndexes(traits);
  const labels = known.map((index) => INDEX_LABELS[index]).join(' and on ');
  const publisher = `# Trusted publisher on ${labels}: this repository, the name of this file, environment "pypi".`;
  return [
    `# A tag ${tagFor('1.2.3', traits.tagFormat)} releases version 1.2.3; ${byHand}.`,
    ...(known.length === 0 ? [] : [publisher]),
  ];
}

const PATH_LABELS: Readonly<Record<PathName, string>> = { A: 'full', B: 'quick', C: 'ultra-fast' };

function triggers(traits: WorkflowTraits): Lines {
  return [
    'on:',
    '  push:',
    `    tags: [${quoted(tagPattern(traits.tagFormat))}]`,
    '  workflow_dispatch:',
    '    inputs:',
    ...within(6, [
      'path:',
      `  description: '${traits.paths.map((each) => `${each}: ${PATH_LABELS[each]}`).join(', ')}'`,
      '  type: choice',
      `  options: [${traits.paths.join(', ')}]`,
      `  default: ${traits.path}`,
      ...(isRaisedByHand(traits)
        ? [
            'bump:',
            "  description: 'How to raise the version'",
            '  type: choice',
            '  options: [patch, minor, major, rc, stable]',
            '  default: patch',
          ]
        : []),
    ]),
  ];
}
