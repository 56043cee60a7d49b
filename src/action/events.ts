/** Which events may change something outside the checkout, and why the others may not: one row each (docs: "Events that trigger workflows"). */

import { MONITOR } from '../plan/paths.ts';
import { type Fault, fault } from '../release/fault.ts';
import type { Environment } from './environment.ts';

/** What the event's payload says beyond the runner's variables. */
export interface EventDetails {
  /** `published`, of a release. */
  readonly action: string | undefined;
  /** Whether a push took its ref away. */
  readonly deleted: boolean;
  /** `owner/name` of the repository that a pull request comes from; undefined where the event is none, or that repository is gone. */
  readonly head: string | undefined;
}

/** Of a run outside a workflow. */
export const NO_DETAILS: EventDetails = { action: undefined, deleted: false, head: undefined };

/** The details in a webhook's payload, whatever it is. */
export function eventDetails(payload: unknown): EventDetails {
  const { action, deleted } = members(payload);
  const { full_name: head } = members(members(members(members(payload).pull_request).head).repo);
  return {
    action: typeof action === 'string' ? action : undefined,
    deleted: deleted === true,
    head: typeof head === 'string' ? head : undefined,
  };
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** An event as its row looks at it. */
export type Trigger = Environment['event'] & EventDetails & Pick<Environment, 'repository'>;

/** Why an event may not release, as the rest of a sentence, and what to do instead. */
interface Refusal {
  readonly code: 'event-unsupported' | 'event-untrusted';
  readonly reason: string;
  readonly remedy: string;
}

/** What a row makes of a trigger: a refusal, or undefined where it may release. */
type Row = (trigger: Trigger) => Refusal | undefined;

const RELEASE_ELSEWHERE = 'Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).';
const REHEARSE =
  'To try the release here, use the sub-action (uses: org/pypi-release/rehearse), or set dry-run: true. ';

/** Never in the untrusted event itself: a rehearsal and a dry run carry out the same code. */
const REHEARSE_ELSEWHERE =
  'To try what a pull request proposes, use the sub-action (uses: org/pypi-release/rehearse) in a workflow of its own on: pull_request, whose jobs need no rights and get no secrets of a fork.';

/** A release is asked for by these alone; `created` is of one that was never a draft. */
const RELEASE_ACTIONS = ['published', 'released', 'prereleased', 'created'];

const may: Row = () => undefined;

function unsupported(reason: string, remedy = RELEASE_ELSEWHERE): Refusal {
  return { code: 'event-unsupported', reason, remedy };
}

/** Whoever may open a pull request, may have such a run carry out their code; the run itself has the rights and secrets of the repository. */
function untrusted(reason: string): Refusal {
  return { code: 'event-untrusted', reason, remedy: `${RELEASE_ELSEWHERE} ${REHEARSE_ELSEWHERE}` };
}

const EVENTS: Readonly<Record<string, Row>> = {
  // Outside a workflow.
  '': may,
  workflow_dispatch: may,
  repository_dispatch: may,
  push: ({ ref, refType, deleted }) => {
    if (deleted) return unsupported(`${ref} was deleted by it, and there is nothing to release`);
    if (refType === 'tag') return undefined;
    return unsupported(
      `a push of ${ref}, which is not a tag`,
      `${RELEASE_ELSEWHERE} To try each push of a branch, set dry-run: true.`,
    );
  },
  release: ({ action = 'published' }) =>
    RELEASE_ACTIONS.includes(action)
      ? undefined
      : unsupported(
          `a release was ${action}, which asks for no new one`,
          'Let the workflow run for published releases alone (on: release: types: [published]).',
        ),
  schedule: () =>
    unsupported(
      'on a schedule nobody asks for this very version, and what is uploaded can never be taken back',
      `${RELEASE_ELSEWHERE} To look on a schedule at how the latest release does, leave phase out or set phase: ${MONITOR}; to see that the next one would go well, set dry-run: true.`,
    ),
  pull_request: ({ head, repository }) =>
    unsupported(
      head === undefined || head.toLowerCase() === repository.toLowerCase()
        ? 'what a pull request proposes is not merged yet'
        : `the pull request comes from ${head}, and a job that runs a fork's code has no identity and no secrets`,
      `${REHEARSE}${RELEASE_ELSEWHERE}`,
    ),
  merge_group: () =>
    unsupported('what waits in a merge queue is not merged yet', `${REHEARSE}${RELEASE_ELSEWHERE}`),
  pull_request_target: () =>
    untrusted("it gives a pull request's code, anybody's, the rights and secrets of this repository"),
  workflow_run: () =>
    untrusted(
      'it runs with the rights and secrets of this repository after any run of another workflow, of a pull request from a fork too',
    ),
};

const OTHER: Row = () => unsupported('it is none of those that ask for a release');

/**
 * The phases of a run whose workflow names none. On a schedule there is nothing to release, and what was released is looked at; a dry
 * run is one of a release there, too.
 */
export function phaseOn(event: string, dryRun: boolean): string {
  return event === 'schedule' && !dryRun ? MONITOR : 'all';
}

/** Why this event may not release; undefined where it may. A called workflow has the event of its caller. */
export function eventFault(trigger: Trigger): Fault | undefined {
  const row = Object.hasOwn(EVENTS, trigger.name) ? EVENTS[trigger.name] : undefined;
  const refusal = (row ?? OTHER)(trigger);
  if (refusal === undefined) return undefined;
  const { code, ...details } = refusal;
  return fault(code, { event: trigger.name, ...details });
}
