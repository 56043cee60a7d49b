const WILD: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };

/** Whether a whole name fits a pattern in which `*` stands for any text and `?` for any character, and everything else for itself. */
export function fitsWildcards(name: string, pattern: string): boolean {
  const source = pattern.replace(/[\s\S]/gu, (each) => WILD[each] ?? each.replace(/[^\w]/u, '\\$&'));
  return new RegExp(`^${source}$`, 's').test(name);
}
