import type { Services } from '../emulators/serve.ts';

/** The tokens that the forge itself gives a job, which a runner masks from the start. */
export function jobSecrets({ github, oidc, cache }: Services): readonly string[] {
  return [github.token, oidc.request_token, cache.runtime_token];
}
