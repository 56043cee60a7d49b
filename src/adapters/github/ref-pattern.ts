/**
 * Whether a full reference name (`refs/tags/v1.0`) fits a ruleset's pattern: Ruby's `File.fnmatch` with `FNM_PATHNAME` and
 * without `FNM_EXTGLOB` (GitHub docs, "Creating rulesets for a repository": "Using fnmatch syntax"). A pattern that is none
 * fits nothing.
 */
export function refFits(ref: string, pattern: string): boolean {
  const source = pattern.replace(/\*\*\/|\*+|\[[^\]]+\]|\\?[\s\S]/g, partSource);
  try {
    return new RegExp(`^${source}$`).test(ref);
  } catch (error) {
    // `[z-a]` is no set of characters.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function partSource(part: string): string {
  if (part === '**/') return '(?:[^/]+/)*';
  if (part.startsWith('*')) return '[^/]*';
  if (part === '?') return '[^/]';
  if (/^\[./.test(part)) return part.replace(/^\[[!^]/, '[^').replaceAll('\\', '\\\\');
  return part.slice(-1).replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
}
