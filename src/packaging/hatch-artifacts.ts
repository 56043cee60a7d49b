import { parsedToml } from './pyproject.ts';
import { list, valueAt } from './toml-value.ts';
import { fitsWildcards } from './wildcard.ts';

const TABLES = [[], ['targets', 'sdist'], ['targets', 'wheel']];

/**
 * The patterns of files that git ignores and a build by hatchling ships all the same: what a step before the build makes (Hatch's
 * documentation, "Build configuration", "Artifacts"). Throws SyntaxError where `pyproject` is no TOML.
 */
export function hatchArtifacts(pyproject: string): readonly string[] {
  const document = parsedToml(pyproject);
  const patterns = TABLES.flatMap((keys) =>
    list(valueAt(document, ['tool', 'hatch', 'build', ...keys, 'artifacts'])),
  ).filter((pattern) => typeof pattern === 'string');
  return [...new Set(patterns)].filter((pattern) => !pattern.startsWith('!'));
}

/** Those of the patterns that fit no file, as told by the last name in them: a wheel lacks the directories above its packages. */
export function unfilled(patterns: readonly string[], files: readonly string[]): readonly string[] {
  const names = new Set(files.flatMap((file) => file.split('/')));
  return patterns.filter((pattern) => {
    const last = pattern
      .split('/')
      .filter((part) => !/^\**$/.test(part))
      .at(-1);
    return last !== undefined && ![...names].some((name) => fitsWildcards(name, last));
  });
}
