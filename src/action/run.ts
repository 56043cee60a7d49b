/** One run of the action, from the environment to the exit code. */

import path from 'node:path';
import { createRunner, mask } from '../adapters/actions/runner.ts';
import { createFiles } from '../adapters/node/files.ts';
import { parsedPyproject } from '../packaging/pyproject.ts';
import { basicCredential } from '../packaging/token.ts';
import { PHASE_TABLE } from '../phases/table.ts';
import { TOKEN_USER } from '../plan/credential.ts';
import { INDEX_LABELS } from '../plan/known-indexes.ts';
import { MONITOR } from '../plan/paths.ts';
import type { Files } from '../ports/files.ts';
import { type Performed, perform } from '../release/perform.ts';
import { createAnnotations } from '../report/annotations.ts';
import { createReport } from '../report/json.ts';
import { createLog } from '../report/log.ts';
import { createSummary } from '../report/summary.ts';
import { compose } from './compose.ts';
import { bringBack, onCopy } from './dry-run.ts';
import { type Environment, environmentOf } from './environment.ts';
import { eventDetails } from './events.ts';
import {
  type Inputs,
  NO_TOKEN,
  type ParsedInputs,
  parsedInputs,
  SECRET_NAMES,
  workingDirectory,
} from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { planFrom, strayTokens } from './plan-from.ts';
import { restoreToolCache } from './tool-cache.ts';

/** What a process is to a run. */
export interface Host {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Where signals come from. */
  readonly signals: Pick<NodeJS.EventEmitter, 'once' | 'off'>;
}

export interface Ran {
  readonly exitCode: number;
  /** Whether work was left behind, by a cancelled run or by one whose patience was over, which nothing waits for. */
  readonly abandoned: boolean;
}

/** Performs the release that the environment asks for. */
export async function run({ variables, directory, signals }: Host): Promise<Ran> {
  const environment = environmentOf(variables, directory);
  const secrets = SECRET_NAMES.map((name) => environment.inputs[name] ?? '');
  for (const secret of secrets.filter((each) => each !== NO_TOKEN)) mask(secret);
  const files = createFiles();
  const { inputs, faults: inputFaults } = await readInputs(environment, files);
  for (const pair of credentialPairs(inputs)) mask(pair);
  const details = eventDetails(await payloadOf(environment, files));
  const { place, refusals: copyFaults } = inputs['dry-run']
    ? await onCopy(environment, files)
    : { place: environment, refusals: [] };
  const { plan, faults: planFaults, refusals } = planFrom(inputs, place, details);
  const runner = createRunner({ commandFiles: environment.commandFiles });
  const { world, ledger, stop, hasLeftWork } = compose(plan, inputs, environment);
  const summary = createSummary();
  const report = createReport();
  const subscribers = [
    createLog(runner, { showTimes: true }),
    createAnnotations(runner),
    summary.subscriber,
    report.subscriber,
  ];
  for (const { index, home } of strayTokens(inputs, plan)) {
    runner.annotate(
      'warning',
      `${index}-token looks like a token of ${INDEX_LABELS[home]}`,
      `The token names ${INDEX_LABELS[home]} as its home, and ${INDEX_LABELS[index]} has tokens of its own. If ${INDEX_LABELS[index]} refuses it, make one in the account settings there and put it into the secret behind ${index}-token.`,
    );
  }
  if (inputs.phase === undefined && plan.phases.includes(MONITOR))
    runner.line('A schedule releases nothing, and no phase is given: the latest release is looked at.');
  if (plan.toolchain.cache.use) runner.line(`Cache: ${await restoreToolCache(environment.toolCache)}.`);
  const cancel = cancellation(signals, stop);
  const performed = await perform({
    plan,
    world,
    table: PHASE_TABLE,
    subscribers,
    faults: [...inputFaults, ...planFaults],
    refusals: [...refusals, ...copyFaults],
    cancel: cancel.signal,
  });
  cancel.release();
  const reportFile = path.join(plan.scratch, 'report.json');
  const told = report.report({ busy_seconds: ledger.busySeconds() });
  const { metrics } = told;
  await files.write(reportFile, `${JSON.stringify(told, undefined, 2)}\n`);
  for (const [name, value] of Object.entries(outputsOf(performed, { reportFile, metrics })))
    runner.output(name, value);
  await runner.summary(summary.markdown());
  tellBug(performed, runner);
  // Last, and of a whole dry run alone: what the caller has gives way to it.
  const unbrought = performed.outcome === 'dry-run' ? await bringBack(environment, plan, files) : [];
  for (const { title, finding, remedy } of unbrought)
    runner.annotate('error', title, `${finding}\n${remedy}`);
  const isWell = performed.outcome !== 'failed' && unbrought.length === 0;
  return { exitCode: isWell ? 0 : 1, abandoned: cancel.signal.aborted || hasLeftWork() };
}

/** Tokens with their users, as a header has them: nothing of the token is to be seen in that. */
function credentialPairs(inputs: Inputs): readonly string[] {
  return (['pypi', 'testpypi'] as const).flatMap((name) => {
    const token = inputs.tokens[name];
    return token === undefined || token === ''
      ? []
      : [basicCredential(inputs[`${name}-user`] ?? TOKEN_USER, token)];
  });
}

/** Inputs of the workflow, and beneath them the settings of the project's pyproject.toml. */
async function readInputs(environment: Environment, files: Files): Promise<ParsedInputs> {
  const directory = path.resolve(environment.workspace, workingDirectory(environment.inputs, {}));
  return parsedInputs(environment.inputs, await settingsOf(files, directory));
}

/** The webhook's payload; nothing where there is none, or it is no JSON: the runner's variables tell enough then. */
async function payloadOf({ event }: Environment, files: Files): Promise<unknown> {
  const text = event.payloadFile === undefined ? undefined : await files.text(event.payloadFile);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A file that is no TOML has no settings; the phases' preflights say what is wrong with it. */
async function settingsOf(files: Files, directory: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await files.text(path.join(directory, 'pyproject.toml'));
  if (text === undefined) return {};
  try {
    return parsedPyproject(text).settings;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** The runner waits 7.5 s after SIGINT, then 2.5 s after SIGTERM, then kills: children get most of the first. */
const GRACE = 3_000;

interface Cancellation {
  readonly signal: AbortSignal;
  /** Lets go of the signals. */
  release(): void;
}

function cancellation(signals: Host['signals'], stop: (grace: number) => Promise<void>): Cancellation {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  const listeners = names.map((name) => {
    const listener = (): void => {
      controller.abort(name);
      void stop(GRACE);
    };
    signals.once(name, listener);
    return [name, listener] as const;
  });
  return {
    signal: controller.signal,
    release() {
      for (const [name, listener] of listeners) signals.off(name, listener);
    },
  };
}

/** A stack trace is for us: it goes into a group of its own, and only for a bug. */
function tellBug({ bug }: Performed, runner: ReturnType<typeof createRunner>): void {
  if (bug === undefined) return;
  runner.startGroup('What the maintainers need');
  runner.untrusted(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug));
  runner.endGroup();
}
