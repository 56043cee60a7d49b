/** Workflows of a repository that publish already, and by what: two of them would publish one tag twice. */

import { type OwnWorkflow, ownWorkflow } from './own-workflows.ts';

export interface PublishingWorkflow {
  readonly file: string;
  readonly by: string;
  /** What is known of it where it uses this action. */
  readonly own: OwnWorkflow | undefined;
}

/** What publishes a Python package from a workflow, as it reads there. */
const MEANS: readonly { readonly by: string; readonly sign: RegExp }[] = [
  { by: 'pypa/gh-action-pypi-publish', sign: /\bpypa\/gh-action-pypi-publish\b/ },
  {
    by: 'python-semantic-release',
    sign: /\bpython-semantic-release\/(?:python-semantic-release|upload-to-gh-release)\b/,
  },
  { by: 'PyO3/maturin-action', sign: /\bcommand:\s*upload\b/ },
  {
    by: 'the publishing command of a tool',
    sign: /\b(?:twine[ \t]+upload|(?:uv|poetry|pdm|hatch|flit|maturin)[ \t]+(?:[-\w=]+[ \t]+)*publish|maturin[ \t]+upload|setup\.py[ \t].*\bupload)\b/,
  },
];

/**
 * Those of a repository's workflows that publish.
 *
 * @param texts by file name
 */
export function publishingWorkflows(texts: Readonly<Record<string, string>>): readonly PublishingWorkflow[] {
  return Object.entries(texts).flatMap(([file, text]) => {
    const own = ownWorkflow(text);
    const by = own === undefined ? meansOf(text) : 'pypi-release';
    return by === undefined ? [] : [{ file, by, own }];
  });
}

function meansOf(text: string): string | undefined {
  const code = text.replace(/^\s*#.*$/gm, '');
  return MEANS.find(({ sign }) => sign.test(code))?.by;
}
