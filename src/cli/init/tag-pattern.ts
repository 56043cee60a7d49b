/**
 * The tags of a form as a filter of a workflow, and as a rule of an environment, know them: a version begins with a digit.
 * `+` and a leading `!`, which git allows in tags, mean something else in a filter (GitHub docs, "Filter pattern cheat sheet").
 *
 * @param format with `{version}`
 */
export function tagPattern(format: string): string {
  return format.replace(/\+|^!/g, '\\$&').replace('{version}', '[0-9]*');
}

/** Whether filters of a workflow let a tag through: the last one that fits decides. */
export function letsThrough(filters: readonly string[], tag: string): boolean {
  const last = filters.findLast((filter) => expression(filter.replace(/^!/, '')).test(tag));
  return last !== undefined && !last.startsWith('!');
}

/** For what is no filter, such as one that begins with `+`. */
const NOTHING = /(?!)/;

const WILD: Readonly<Record<string, string>> = { '**': '.*', '*': '[^/]*', '?': '?', '+': '+' };

function expression(filter: string): RegExp {
  const source = filter.replace(/\\(.)|\*\*|\[[\w-]+\]|./g, (part: string, escaped?: string) => {
    if (escaped === undefined && part.length > 1 && part.startsWith('[')) return part;
    return WILD[part] ?? (escaped ?? part).replace(/[^\w]/, '\\$&');
  });
  try {
    return new RegExp(`^(?:${source})$`);
  } catch {
    return NOTHING;
  }
}
