import { parsedToml } from './pyproject.ts';
import { valueAt } from './toml-value.ts';

/** What a project's settings for towncrier say of its changelog. */
export interface Towncrier {
  /** Relative to the project; with `{version}` and `{name}` in it where each release has a file of its own. */
  readonly changelog: string;
  /** The file that the settings are in. */
  readonly settingsFile: 'pyproject.toml' | 'towncrier.toml';
  /** Whether they say where the fragments lie (`directory`, `package`). */
  readonly placesFragments: boolean;
  readonly titleFormat: string | undefined;
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
  const text = (key: string): string | undefined => {
    const value = valueAt(settings, [key]);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    changelog: text('filename') ?? 'NEWS.rst',
    settingsFile: towncrier === undefined ? 'pyproject.toml' : 'towncrier.toml',
    placesFragments: (text('directory') ?? text('package')) !== undefined,
    titleFormat: text('title_format'),
  };
}

/**
 * The version as towncrier is to be told it: with a `v` where the title of the newest release has one that the format of titles does
 * not give, so that whoever made that one said it by hand.
 *
 * @param newest the newest release's title, where there is one
 */
export function titledVersion(
  { changelog, titleFormat }: Pick<Towncrier, 'changelog' | 'titleFormat'>,
  newest: string | undefined,
  version: string,
): string {
  const isSaidByHand = titleFormat !== undefined && !/v\{version\}/.test(titleFormat);
  if (!isSaidByHand || changelog.includes('{version}') || !/(?<![\w.])v\d/.test(newest ?? '')) return version;
  return `v${version}`;
}

/** The changelog that this release of a project goes to. */
export function towncrierChangelog(
  { changelog }: Pick<Towncrier, 'changelog'>,
  release: { readonly name: string; readonly version: string },
): string {
  return changelog.replace(/\{(name|version)\}/g, (_, field: 'name' | 'version') => release[field]);
}
