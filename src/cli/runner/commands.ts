/** The workflow commands of a step's output, one row each (actions/runner 2.336.0, ActionCommandManager). */

import { annotationPlace } from './annotation-place.ts';
import type { Command } from './command-line.ts';
import { Refusal } from './refusal.ts';
import type { StepContext } from './step-context.ts';
import type { AnnotationLevel } from './step-line.ts';

export interface CommandRow {
  /** Whether its line is shown, too, after `::echo::on`. */
  readonly echoes: boolean;
  /** @throws Refusal with the runner's own words */
  obey(command: Command, step: StepContext): void;
}

/** `echo` and `stop-commands` are not here: they change how lines are read (step-reader.ts). */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  'add-mask': { echoes: false, obey: addMask },
  debug: { echoes: false, obey: ({ data }, { log }) => log.debug(data) },
  error: { echoes: false, obey: annotating('error') },
  warning: { echoes: false, obey: annotating('warning') },
  notice: { echoes: false, obey: annotating('notice') },
  group: { echoes: true, obey: ({ data }, { log }) => log.group(data) },
  endgroup: { echoes: true, obey: (_command, { log }) => log.endGroup() },
  'set-output': {
    echoes: true,
    obey: deprecated((command, { record }) => record.outputs.set(nameGivenTo(command), command.data)),
  },
  'save-state': {
    echoes: true,
    obey: deprecated((command, { record }) => record.state.set(nameGivenTo(command), command.data)),
  },
  'set-env': { echoes: true, obey: disabled },
  'add-path': { echoes: true, obey: disabled },
  // What a matcher would find in later lines is not looked for here.
  'add-matcher': { echoes: true, obey: addMatcher },
  'remove-matcher': { echoes: true, obey: removeMatcher },
};

type Obey = CommandRow['obey'];

function addMask({ data }: Command, { log, masker }: StepContext): void {
  if (data.trim() !== '') masker.add(data);
  else log.annotate(warning("Can't add secret mask for empty string in ##[add-mask] command."));
}

function annotating(level: AnnotationLevel): Obey {
  return (command, { log, workspace }) => {
    const { place, problems } = annotationPlace(command, workspace);
    for (const problem of problems) log.debug(problem);
    const title = command.properties.get('title') ?? '';
    log.annotate({ level, message: command.data, title, place });
  };
}

function deprecated(obey: Obey): Obey {
  return (command, step) => {
    const instead = 'Please upgrade to using Environment Files.';
    const message = `The \`${command.name}\` command is deprecated and will be disabled soon. ${instead}`;
    step.log.annotate(warning(message));
    obey(command, step);
  };
}

/** A job may allow it by ACTIONS_ALLOW_UNSECURE_COMMANDS; no job here does. */
function disabled({ name }: Command): never {
  throw new Refusal(
    `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`,
  );
}

function nameGivenTo({ name, properties }: Command): string {
  const given = properties.get('name');
  if (given === undefined) throw new Refusal(`Required field 'name' is missing in ##[${name}] command.`);
  return given;
}

function addMatcher({ data }: Command, { log }: StepContext): void {
  if (data === '') log.annotate(warning('File path must be specified.'));
}

function removeMatcher({ data, properties }: Command, { log }: StepContext): void {
  const named = [properties.has('owner'), data !== ''].filter(Boolean).length;
  const either = 'Either an owner name or a file path must be specified in ##[remove-matcher] command.';
  const both =
    'Either specify an owner name or a file path in ##[remove-matcher] command. Both values cannot be set.';
  if (named !== 1) log.annotate(warning(named === 0 ? either : both));
}

function warning(message: string) {
  return { level: 'warning', message } as const;
}
