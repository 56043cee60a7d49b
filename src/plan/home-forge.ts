/**
 * The forge that the public services know: PyPI's trusted publishers and the public Sigstore take identities of its jobs, and of no
 * GitHub Enterprise Server's (`https://HOST/_services/token`) nor of GHE.com's (PyPI docs, "Trusted publishers"; Fulcio's list of issuers).
 */
export const HOME = 'github.com';

/** The host of a forge whose jobs the public services do not know; undefined where they do. */
export function foreignForge(server: string): string | undefined {
  const { host } = new URL(server);
  return host === HOME ? undefined : host;
}
