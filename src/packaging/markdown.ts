import type { Markup } from './markup.ts';
import { markdownOutline } from './outline.ts';

/** Markdown, as the forge reads it. */
export const markdown: Markup = {
  name: 'Markdown',
  outline: markdownOutline,
  /** A Setext underline as long as the old text gets as long as the new one. */
  retitled(heading, source, title) {
    const rewritten = heading.replace(source, () => title);
    return rewritten.replace(/(?<=\n)(=+|-+)$/, (line) =>
      line.length === source.length ? line.charAt(0).repeat(title.length) : line,
    );
  },
  releaseTitle(unreleased, { version, date }) {
    const bracketed = /^\[[^\]]+\](?!\()/.test(unreleased);
    return `${bracketed ? `[${version}]` : version} - ${date}`;
  },
  labelIn: (title) => /\[([^\]]+)\]/.exec(title)?.[1],
  // Brackets without a definition are shown as they are.
  unlinked: (title) => title,
  definition: (label, address) => `[${label}]: ${address}`,
  refersTo: (text, label) => text.toLowerCase().includes(`[${label}]`),
};
