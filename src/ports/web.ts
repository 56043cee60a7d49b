/** What anybody may read on the web: nothing of this job goes along. */
export interface Web {
  /** Whether an address leads anywhere, redirects followed. Never throws. */
  visit(url: string): Promise<Visit>;
}

/** What came of a visit. */
export type Visit =
  | { readonly kind: 'answered'; readonly status: number }
  /** There is no such host. */
  | { readonly kind: 'nowhere' }
  /** No answer, for a reason that may pass, or is ours. */
  | { readonly kind: 'unanswered'; readonly reason: string };
