import list from './classifiers.txt';

/** Classifier → what replaces it, for the deprecated ones; undefined for the others. */
const CLASSIFIERS: ReadonlyMap<string, readonly string[] | undefined> = new Map(
  list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([name = '', deprecated, ...replacements]) => [
      name,
      deprecated === undefined ? undefined : replacements,
    ]),
);

/** Whether PyPI knows a classifier, and what it says instead of a deprecated one. The list is that of the package trove-classifiers. */
export function classifierState(
  text: string,
):
  | { readonly state: 'valid' | 'unknown' }
  | { readonly state: 'deprecated'; readonly replacements: readonly string[] } {
  if (!CLASSIFIERS.has(text)) return { state: 'unknown' };
  const replacements = CLASSIFIERS.get(text);
  return replacements === undefined ? { state: 'valid' } : { state: 'deprecated', replacements };
}
