// One version specifier (PEP 440), as `packaging` reads it: which forms of a version may follow depends on the operator.
const PRE = '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?';
const POST = '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?';
const DEV = '(?:[-_.]?dev[-_.]?[0-9]*)?';
const LOCAL = String.raw`(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?`;
const START = String.raw`\s*v?(?:[0-9]+!)?[0-9]+`;
const SUFFIX = PRE + POST + DEV;
const SPECIFIER = [
  String.raw`===\s*[^\s;)]*`,
  String.raw`(?:==|!=)${START}(?:\.[0-9]+)*(?:\.\*|${SUFFIX}${LOCAL})`,
  String.raw`~=${START}(?:\.[0-9]+)+${SUFFIX}`,
  String.raw`(?:<=|>=|<|>)${START}(?:\.[0-9]+)*${SUFFIX}`,
].join('|');
const WHOLE = new RegExp(String.raw`^\s*(?:${SPECIFIER})\s*$`, 'i');

/** The token of a specifier inside a dependency. */
export const SPECIFIER_TOKEN = new RegExp(SPECIFIER, 'iy');

/** A set of version specifiers (PEP 440) as the `packaging` library writes it back, sorted; undefined when one is not valid. */
export function specifierSet(text: string): string | undefined {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  if (!parts.every((part) => WHOLE.test(part))) return undefined;
  const written = parts.map((part) => part.trim().replace(/^([=~!<>]+)\s+/, '$1'));
  return [...new Set(written)].sort().join(',');
}
