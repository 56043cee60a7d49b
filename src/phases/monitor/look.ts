/** What is looked at when a public release is measured. */

import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import type { Answer } from './answers.ts';

export type MetricsWorld = Pick<World, 'indexes' | 'forge' | 'web' | 'statistics' | 'markup' | 'clock'>;

/** A package that is public in a version. */
export interface Subject {
  /** As the project spells it. */
  readonly name: string;
  readonly version: string;
}

/** What is looked at, and from where. */
export interface Look {
  /** Of several packages that are released together, all. */
  readonly subjects: readonly Subject[];
  readonly plan: Plan;
  readonly world: MetricsWorld;
  /** Whether it installs in a fresh environment, and how that is known. */
  readonly installs: (subject: Subject) => Promise<Answer>;
  /** Whether the release was made a moment ago. */
  readonly isFresh: boolean;
}
