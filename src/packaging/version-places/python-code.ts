// Comments and string literals, in the order a Python reader meets them, so that neither is sought inside the other.
const QUIET =
  /#[^\r\n]*|("""|''')(?:\\[\s\S]|(?!\1)[^\\])*\1|"(?:\\[\s\S]|[^"\\\r\n])*"|'(?:\\[\s\S]|[^'\\\r\n])*'/g;

/**
 * Python source with every offset and line kept, comments blanked, and the contents of string literals made `_`. Literals of
 * one line keep their quotes; those of three quotes are `_` as a whole.
 */
export function pythonCode(source: string): string {
  return source.replace(QUIET, (part) => {
    if (part.startsWith('#')) return part.replace(/./g, ' ');
    const quiet = part.replace(/[^\r\n]/g, '_');
    return /^(?:"""|''')/.test(part) ? quiet : `${part[0]}${quiet.slice(1, -1)}${part[0]}`;
  });
}

/** Code up to the end of the bracket that it begins in, or its own end, with what stands in inner brackets blanked. */
export function outermost(code: string): string {
  let depth = 0;
  let ended = false;
  return code.replace(/[([{]|[)\]}]|[^()[\]{}]+/g, (part) => {
    if (/[)\]}]/.test(part)) depth -= 1;
    ended ||= depth < 0;
    const kept = depth === 0 ? part : part.replace(/[^\r\n]/g, ' ');
    if (/[([{]/.test(part)) depth += 1;
    return ended ? '' : kept;
  });
}
