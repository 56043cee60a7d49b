/**
 * The tags of a form as a filter of a workflow, and as a rule of an environment, know them: a version begins with a digit.
 * `+` and a leading `!`, which git allows in tags, mean something else in a filter (GitHub docs, "Filter pattern cheat sheet").
 *
 * @param format with `{version}`
 */
export function tagPattern(format: string): string {
  return format.replace(/\+|^!/g, '\\$&').replace('{version}', '[0-9]*');
}
