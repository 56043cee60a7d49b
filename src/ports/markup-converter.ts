/** Turns one markup into another. */
export interface MarkupConverter {
  /**
   * A piece of reStructuredText as the forge's Markdown. What it does not know (Sphinx's roles and directives) and what leads
   * nowhere is shown as text. Never raises: a problem is an answer.
   */
  markdown(restructuredText: string): Promise<Conversion>;
  /** Whether a description in reStructuredText is one that PyPI shows; else, or where nobody can tell, it says why. */
  renders(restructuredText: string): Promise<'renders' | 'fails' | { readonly problem: string }>;
}

export type Conversion =
  | { readonly markdown: string }
  /** One sentence on why there is none. */
  | { readonly problem: string };
