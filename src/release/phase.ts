/** A phase: a small value that says what it needs, which doors to the world it uses, and what single fact it yields. */

import type { PhaseName } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import type { Port, World } from '../ports/world.ts';
import type { Emit } from './event.ts';
import type { Fact, Facts } from './facts.ts';
import type { Fault } from './fault.ts';

/** What a phase is given: the facts it needs, and those it wants where they are known. */
export type Given<Needs extends Fact, Wants extends Fact> = Pick<Facts, Needs> & Partial<Pick<Facts, Wants>>;

/**
 * `Pick<World, Uses>` makes least privilege a compile error: a phase that does not name a port cannot mention it.
 */
export interface Phase<Needs extends Fact, Wants extends Fact, Uses extends Port, Yields extends Fact> {
  readonly name: PhaseName;
  /** The log line. */
  readonly title: string;
  readonly needs: readonly Needs[];
  /** Facts that are given where an earlier phase of this job yielded them, and never recalled. */
  readonly wants: readonly Wants[];
  readonly uses: readonly Uses[];
  readonly yields: Yields;
  /** Looks whether the phase could run. Read-only; what stands in the way comes back as faults. */
  preflight(plan: Plan, world: Pick<World, Uses>): Promise<readonly Fault[]>;
  /**
   * Takes over what another job made of the phase's fact, where the phase does not run in this one; before anything is looked at.
   * Throws `Stopped`.
   */
  receive?(plan: Plan, world: Pick<World, Uses>, emit: Emit): Promise<void>;
  /** Observes the phase's fact anew where the phase did not run in this job; undefined where the world does not hold it. */
  recall(plan: Plan, world: Pick<World, Uses>): Promise<Facts[Yields] | undefined>;
  /** Does the work. Throws `Stopped` for faults; anything else thrown is a bug of ours. */
  run(given: Given<Needs, Wants>, plan: Plan, world: Pick<World, Uses>, emit: Emit): Promise<Facts[Yields]>;
}

/** Any phase, as the registry holds it. */
export type AnyPhase = Phase<Fact, Fact, Port, Fact>;

/** Gives a phase its types from the lists it names. */
export function definePhase<
  const Needs extends Fact,
  const Wants extends Fact,
  const Uses extends Port,
  const Yields extends Fact,
>(phase: Phase<Needs, Wants, Uses, Yields>): Phase<Needs, Wants, Uses, Yields> {
  return phase;
}
