const SHOWN = 5;

/** The first of a list in words, and how many there are beyond them. */
export function few(texts: readonly string[]): string {
  const more = texts.length - SHOWN;
  return `${texts.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
