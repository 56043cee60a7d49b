import { parsedToml } from './pyproject.ts';
import { valueAt } from './toml-value.ts';

/** What a project's settings for towncrier say of its changelog. */
export interface Towncrier {
  /** Relative to the project; with `{version}` and `{name}` in it where each release has a file of its own. */
  readonly changelog: string;
}

/** The files that towncrier looks for its settings in, as texts; undefined where there is none. */
export interface TowncrierSources {
  readonly pyproject: string | undefined;
  readonly towncrier: string | undefined;
}

/**
 * towncrier's settings; undefined where the project does not use it. A towncrier.toml wins and needs no content; a
 * pyproject.toml must have the table (towncrier's documentation, "Configuration Reference": `filename`, `single_file`).
 * Throws SyntaxError where the one that counts is no TOML.
 */
export function towncrierSettings({ pyproject, towncrier }: TowncrierSources): Towncrier | undefined {
  const document = parsedToml(towncrier ?? pyproject ?? '');
  const settings = valueAt(document, ['tool', 'towncrier']);
  if (typeof settings !== 'object' && towncrier === undefined) return undefined;
  const filename = valueAt(settings, ['filename']);
  return { changelog: typeof filename === 'string' ? filename : 'NEWS.rst' };
}

/** The changelog that this release of a project goes to. */
export function towncrierChangelog(
  { changelog }: Towncrier,
  release: { readonly name: string; readonly version: string },
): string {
  return changelog.replace(/\{(name|version)\}/g, (_, field: 'name' | 'version') => release[field]);
}
