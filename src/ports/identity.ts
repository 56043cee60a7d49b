/** Who this job is, as the forge vouches for it (OIDC). */
export interface Identity {
  /** A fresh token for an audience; masked before it is given. Throws `Stopped`. */
  token(audience: string): Promise<string>;
}
