/** A pattern that fits `text` and nothing else, for an expression without the flags `u` and `v`. */
export function literally(text: string): string {
  return text.replace(/\W/g, '\\$&');
}
