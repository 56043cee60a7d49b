/** Workflows of a repository that use this very action: which projects they release, and for which tags. */

import { parseDocument } from 'yaml';
import { list, valueAt } from '../../packaging/toml-value.ts';

export interface OwnWorkflow {
  /** Directories of the projects, below the top; `.` is the top. */
  readonly directories: readonly string[];
  /** Filters of the tags whose push starts it, as written. */
  readonly tags: readonly string[];
}

/** What is read of a workflow's text; undefined where it does not use this action, or is no YAML. */
export function ownWorkflow(text: string): OwnWorkflow | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const content: unknown = document.toJS();
  const directories = steps(content)
    .filter((step) => /\/pypi-release@/.test(String(valueAt(step, ['uses']))))
    .map((step) => placeOf(valueAt(step, ['with', 'working-directory'])));
  if (directories.length === 0) return undefined;
  return { directories, tags: [valueAt(content, ['on', 'push', 'tags']) ?? []].flat().map(String) };
}

function steps(content: unknown): readonly unknown[] {
  return Object.values(valueAt(content, ['jobs']) ?? {}).flatMap((job) => list(valueAt(job, ['steps'])));
}

function placeOf(directory: unknown): string {
  return String(directory ?? '').replace(/^(?:\.\/)+|\/+$/g, '') || '.';
}
