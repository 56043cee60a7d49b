import type { IndexPlan } from '../../src/plan/plan.ts';

/** The plan of an index whose root is this address, as PyPI lays its addresses out. */
export function indexPlan(base: string, over: Partial<IndexPlan> = {}): IndexPlan {
  return {
    name: 'pypi',
    upload: `${base}/legacy/`,
    simple: `${base}/simple/`,
    web: base,
    domain: new URL(base).hostname,
    credential: { kind: 'token', user: '__token__' },
    required: true,
    ...over,
  };
}
