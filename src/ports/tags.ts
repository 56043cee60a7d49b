/** The tags of git in this checkout; those of the forge are another matter. */
export interface Tags {
  /** What is known of them now. */
  read(): Promise<CheckoutTags>;
  /**
   * Does some work while the commit that is checked out has this tag: tools that compute the version from tags then find it. The tag is
   * removed again, unless it was there.
   */
  during<Value>(tag: string, work: () => Promise<Value>): Promise<Value>;
}

export interface CheckoutTags {
  /** Every tag of the repository, as far as it can be known: a shallow clone has few, and asks where it was cloned from. */
  readonly all: readonly string[];
  /** Those that the checkout itself has: what a build can find. */
  readonly local: readonly string[];
  /** Those on the commit that is checked out. */
  readonly onHead: readonly string[];
  /** Those on that commit or in its history. */
  readonly inHistory: readonly string[];
  /** Whether parts of the history, and with them tags, may be missing. */
  readonly shallow: boolean;
}
