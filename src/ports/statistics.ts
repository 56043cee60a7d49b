/** A service that counts downloads. */
export interface Statistics {
  /**
   * Recent downloads of a project; else one sentence on why they are not to be had. Never throws.
   *
   * @param name in normal form (PEP 503)
   */
  downloads(name: string): Promise<Downloads | { readonly problem: string }>;
}

/** Downloads without those by mirrors, up to yesterday. */
export interface Downloads {
  readonly day: number;
  readonly week: number;
  readonly month: number;
}
