import type { PhaseName } from './paths.ts';
import type { CachePlan } from './plan.ts';

/**
 * Whether this run may restore or save caches. Whoever can write a cache of the default branch could else put
 * something into a release: so never on tags and releases, nor where an upload is planned.
 */
export function cachePolicy(
  asked: boolean | 'auto',
  run: { readonly event: string; readonly onTag: boolean; readonly phases: readonly PhaseName[] },
): CachePlan {
  if (asked === false) return { use: false, reason: 'cache: false' };
  if (run.onTag || run.event === 'release') return { use: false, reason: 'never on a tag or a release' };
  if (run.phases.some((phase) => phase === 'testpypi' || phase === 'pypi')) {
    return { use: false, reason: 'never where an upload is planned' };
  }
  return { use: true, reason: asked === true ? 'cache: true' : 'this run uploads nothing' };
}
