/** The text of a release workflow: pure, so that what is written for every kind of project can be read, compared and linted. */

import { tagFor } from '../../packaging/tag-format.ts';
import { INDEX_LABELS } from '../../plan/known-indexes.ts';
import { tagPattern } from './tag-pattern.ts';
import { workflowJobs } from './workflow-jobs.ts';
import { isRaisedByHand, type WorkflowTraits } from './workflow-traits.ts';
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
    `  group: ${scalar(suffix === '' ? 'release' : `release-${suffix}`)}`,
    '  cancel-in-progress: false # a release that has begun is finished, not dropped',
    '',
    'jobs:',
    ...workflowJobs(traits).flatMap((job, at) => [...(at === 0 ? [] : ['']), ...within(2, job)]),
  ];
  return `${lines.join('\n')}\n`;
}

function heading({ tagFormat, versionFromTags, compiled, tokens }: WorkflowTraits): Lines {
  const byHand = isRaisedByHand({ versionFromTags, compiled })
    ? '"Run workflow" raises the version of the newest tag'
    : versionFromTags
      ? '"Run workflow" releases the tag that is chosen there'
      : '"Run workflow" releases the version that stands in the source';
  const known = (['pypi', 'testpypi'] as const).filter((index) => !tokens.includes(index));
  const labels = known.map((index) => INDEX_LABELS[index]).join(' and on ');
  const publisher = `# Trusted publisher on ${labels}: this repository, the name of this file, environment "pypi".`;
  return [
    `# A tag ${tagFor('1.2.3', tagFormat)} releases version 1.2.3; ${byHand}.`,
    ...(known.length === 0 ? [] : [publisher]),
  ];
}

function triggers(traits: WorkflowTraits): Lines {
  return [
    'on:',
    '  push:',
    `    tags: [${quoted(tagPattern(traits.tagFormat))}]`,
    '  workflow_dispatch:',
    '    inputs:',
    ...within(6, [
      'path:',
      "  description: 'A: full, B: quick, C: ultra-fast'",
      '  type: choice',
      '  options: [A, B, C]',
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
