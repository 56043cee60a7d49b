/** The mark that opens and closes a block of code in Markdown: longer than every run within it (CommonMark, "Fenced code blocks"). */
export function codeFence(content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}
