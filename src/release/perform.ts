/** The loop: look first whether every planned phase could run, then run them in order, recalling what is missing. */

import type { PhaseName } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../ports/world.ts';
import type { Event, Outcome, PhaseEvent, ReleaseEvent, Subscriber } from './event.ts';
import type { Fact, Facts, Release } from './facts.ts';
import { type Fault, fault, faultsOf, Stopped } from './fault.ts';
import type { AnyPhase, Given } from './phase.ts';

/** The registry of phases by name. */
export type PhaseTable = Readonly<Record<PhaseName, AnyPhase>>;

export interface Performance {
  readonly plan: Plan;
  readonly world: World;
  readonly table: PhaseTable;
  readonly subscribers: readonly Subscriber[];
  /** Faults that were found before there was a plan (bad inputs): reported with those of the preflights. */
  readonly faults: readonly Fault[];
  /** Why this run may not be at all: it ends before anything is looked at, since a look at a project may run the project's own code. */
  readonly refusals?: readonly Fault[];
  /** Aborted, with the signal's name as its reason, where the runner cancels the run. */
  readonly cancel?: AbortSignal;
}

export interface Performed {
  readonly release: Release;
  readonly outcome: Outcome;
  readonly faults: readonly Fault[];
  /** Phase that failed; undefined where none did, or where nothing was begun. */
  readonly failedPhase: PhaseName | undefined;
  /** Set where the failure is a bug of ours rather than a fault. */
  readonly bug: unknown;
}

/**
 * Performs a release: never throws. Faults of all preflights are gathered before anything is changed.
 */
export async function perform(performance: Performance): Promise<Performed> {
  const { plan, world } = performance;
  const tell = (event: ReleaseEvent): void => publish(performance, event);
  let release: Release = { plan, facts: {} };
  let current: PhaseName | undefined;
  tell({ kind: 'release-started', plan });
  try {
    await unlessCancelled(performance, 'the preflight', () => preflight(performance));
    for (const name of plan.phases) {
      current = name;
      release = await unlessCancelled(performance, name, () => runPhase(performance, release, name));
    }
    const outcome = outcomeOf(release);
    tell({ kind: 'release-ended', outcome, facts: release.facts });
    return { release, outcome, faults: [], failedPhase: undefined, bug: undefined };
  } catch (error) {
    const stopped = error instanceof Stopped;
    if (stopped) release = { plan, facts: { ...release.facts, ...error.found } };
    const faults = (stopped ? error.faults : [bugFault(error, current)]).map((found) =>
      inPhase(found, current),
    );
    if (current !== undefined)
      tell({ kind: 'phase-ended', phase: current, outcome: 'failed', facts: release.facts });
    for (const found of faults) tell({ kind: 'faulted', fault: found });
    tell({ kind: 'release-ended', outcome: 'failed', facts: release.facts });
    return { release, outcome: 'failed', faults, failedPhase: current, bug: stopped ? undefined : error };
  } finally {
    // What is left of them lies below the runner's temporary directory, which is emptied with the job.
    await world.environments.removeAll().catch(() => undefined);
  }
}

/**
 * Nothing is begun after a cancel. A cancelled phase is not waited for: the runner gives seconds, and what stands is
 * looked at again by the next run.
 */
async function unlessCancelled<Result>(
  { cancel }: Performance,
  phase: string,
  begin: () => Promise<Result>,
): Promise<Result> {
  if (cancel === undefined) return begin();
  if (cancel.aborted) throw cancellation(cancel, phase);
  const cancelled = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => reject(cancellation(cancel, phase));
    cancel.addEventListener('abort', refuse, { once: true });
  });
  const work = begin();
  // Whichever loses the race may still fail; that failure says nothing new.
  work.catch(() => {});
  cancelled.catch(() => {});
  return Promise.race([work, cancelled]);
}

function cancellation({ reason }: AbortSignal, phase: string): Stopped {
  return new Stopped([fault('cancelled', { signal: String(reason), phase })]);
}

async function preflight(performance: Performance): Promise<void> {
  const { plan, world, table, faults, refusals = [] } = performance;
  if (refusals.length > 0) throw new Stopped(distinct([...refusals, ...faults]));
  const unreceived = await faultsOf(() => receive(performance));
  // What is missing now would only be found missing again.
  if (unreceived.length > 0) throw new Stopped(distinct([...faults, ...unreceived]));
  const found = await Promise.all(
    plan.phases.map(async (name) =>
      (await faultsOf(() => table[name].preflight(plan, world))).map((each) => inPhase(each, name)),
    ),
  );
  const all = distinct([...faults, ...found.flat()]);
  if (all.length > 0) throw new Stopped(all);
}

/** What earlier jobs made of the facts that are needed here comes first: the version may stand in it. */
async function receive(performance: Performance): Promise<readonly Fault[]> {
  const { plan, world, table } = performance;
  const needs = new Set(plan.phases.flatMap((name) => table[name].needs));
  for (const phase of Object.values(table)) {
    if (!needs.has(phase.yields) || plan.phases.includes(phase.name)) continue;
    await phase.receive?.(plan, world, (event) => publish(performance, { ...event, phase: phase.name }));
  }
  return [];
}

/** Several phases look at the same things: a fault that two of them found is one fault. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  const key = ({ code, finding }: Fault): string => `${code}\0${finding}`;
  const keys = faults.map(key);
  return faults.filter((each, at) => keys.indexOf(key(each)) === at);
}

async function runPhase(performance: Performance, release: Release, name: PhaseName): Promise<Release> {
  const { plan, world, table } = performance;
  const phase = table[name];
  publish(performance, { kind: 'phase-started', phase: name, title: phase.title });
  const needed = await gathered(performance, release, phase);
  const wanted = Object.fromEntries(phase.wants.map((fact) => [fact, release.facts[fact]]));
  const given = { ...wanted, ...needed } as Given<Fact, Fact>;
  const yielded = await phase.run(given, plan, world, (event) =>
    publish(performance, { ...event, phase: name }),
  );
  const facts = { ...release.facts, ...needed, [phase.yields]: yielded };
  publish(performance, { kind: 'phase-ended', phase: name, outcome: 'passed', facts });
  return { plan, facts };
}

/** The facts a phase needs: from the release so far, else observed anew by the phase that yields them. */
async function gathered(
  { plan, world, table }: Performance,
  { facts }: Release,
  phase: AnyPhase,
): Promise<Partial<Facts>> {
  const entries = phase.needs.map(async (need) => {
    if (facts[need] !== undefined) return [need, facts[need]] as const;
    const source = Object.values(table).find(({ yields }) => yields === need);
    const recalled = await source?.recall(plan, world);
    if (recalled === undefined) {
      throw new Stopped([
        fault('phase-missing', {
          phase: phase.name,
          fact: need,
          first: source?.name ?? need,
          searched: searched(plan),
        }),
      ]);
    }
    return [need, recalled] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Where the files of an earlier job were looked for. */
function searched({ packages, handover }: Plan): string {
  const artifacts =
    handover.kind === 'files'
      ? `artifacts were not looked at (${handover.reason})`
      : `this workflow run has no artifact ${handover.names.join(', ')} with any, or it has expired`;
  return `${packages} holds no distribution, and ${artifacts}`;
}

/** Released where a lasting change was made; satisfied where all that was asked for stood already. */
function outcomeOf({ plan, facts }: Release): Outcome {
  if (plan.mode === 'dry-run') return 'dry-run';
  const decisions = [
    ...(facts.testUpload?.files ?? []),
    ...(facts.upload?.files ?? []),
    ...(facts.released === undefined ? [] : [facts.released.tag]),
    ...(facts.released?.release === undefined ? [] : [facts.released.release]),
  ].map(({ decision }) => decision);
  return decisions.includes('act') ? 'released' : 'satisfied';
}

function publish(
  { subscribers, world }: Performance,
  event: ReleaseEvent | (PhaseEvent & { readonly phase: PhaseName }),
): void {
  const stamped = { ...event, at: world.clock.now().getTime() } as Event;
  for (const subscriber of subscribers) subscriber(stamped);
}

function inPhase(found: Fault, phase: PhaseName | undefined): Fault {
  return found.phase !== undefined || phase === undefined ? found : { ...found, phase };
}

function bugFault(error: unknown, phase: PhaseName | undefined): Fault {
  const message = error instanceof Error ? error.message : String(error);
  return fault('bug', { message, phase: phase ?? 'preflight' });
}
