import { markdown } from './markdown.ts';
import type { Outline } from './outline.ts';
import { restructuredText } from './restructured-text.ts';

/** A markup language, as far as finding and dating a changelog's sections depends on it. */
export interface Markup {
  readonly name: 'Markdown' | 'reStructuredText';
  outline(text: string): Outline;
  /** `heading`, as it stands in a text, with `title` instead of its `source`. */
  retitled(heading: string, source: string, title: string): string;
  /** The title of a release where no older one shows the style, like `unreleased`, the title it takes the place of. */
  releaseTitle(unreleased: string, release: { readonly version: string; readonly date: string }): string;
  /** Label of the link definition that a title refers to; undefined where it refers to none. */
  labelIn(title: string): string | undefined;
  /** A title for a text that does not define its label. */
  unlinked(title: string): string;
  /** A link definition. */
  definition(label: string, address: string): string;
  /** Whether `text` uses the definition of a label, which is in lower case. */
  refersTo(text: string, label: string): boolean;
}

/** A document, and the name that tells of its markup. */
export interface NamedText {
  /** Its file, of which the name's ending counts. */
  readonly file: string;
  readonly text: string;
}

const ENDINGS: readonly { readonly ending: RegExp; readonly markup: Markup }[] = [
  { ending: /\.(?:rst|rest)$/i, markup: restructuredText },
  { ending: /\.(?:md|mkd|markdown)$/i, markup: markdown },
];

/** A heading that only Markdown has; those with an underline mean the same in both. */
const MARKDOWN_HEADING = /^#{1,6}[ \t]+\S/m;

/** The markup that a file's ending tells; undefined where it tells none. */
export function markupNamed(file: string): Markup | undefined {
  return ENDINGS.find(({ ending }) => ending.test(file))?.markup;
}

/** The markup of a changelog: by its file's ending, and where that says nothing, by its headings. */
export function markupOf({ file, text }: NamedText): Markup {
  return markupNamed(file) ?? (MARKDOWN_HEADING.test(text) ? markdown : restructuredText);
}
