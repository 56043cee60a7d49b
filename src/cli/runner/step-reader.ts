import { type Command, parsedCommand } from './command-line.ts';
import { COMMANDS } from './commands.ts';
import { attempt, Refusal } from './refusal.ts';
import type { StepContext } from './step-context.ts';

const STOP = 'stop-commands';
const ECHO = 'echo';
/** Shorter tokens are no secrets. */
const LONGEST_OPEN_TOKEN = 6;

/**
 * A reader of a step's lines, whichever stream they come from: commands are obeyed, all else is text (actions/runner,
 * OutputManager and ActionCommandManager). It remembers whether commands are stopped, and whether they are echoed.
 */
export function createStepReader(step: StepContext): (line: string) => void {
  let stoppedBy: string | undefined;
  let echo = false;
  const isKnown = (name: string): boolean =>
    name === STOP || name === ECHO || Object.hasOwn(COMMANDS, name) || name === stoppedBy;

  const setEcho = ({ data }: Command): void => {
    const value = data.trim().toLowerCase();
    if (data === '') throw new Refusal("Value cannot be null. (Parameter 'value')");
    if (value !== 'on' && value !== 'off') {
      throw new Refusal(
        `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`,
      );
    }
    echo = value === 'on';
  };

  const stop = ({ data }: Command, line: string): void => {
    const token = data.toLowerCase();
    if (token === '' || token === 'pause-logging' || isKnown(token)) {
      refuseToken(step);
      return;
    }
    stoppedBy = token;
    if (token.length > LONGEST_OPEN_TOKEN) step.masker.add(data);
    step.log.text(line);
  };

  return (line) => {
    const command = parsedCommand(line, isKnown);
    if (command === undefined || stoppedBy !== undefined) {
      if (command?.name === stoppedBy) stoppedBy = undefined;
      step.log.text(line);
      return;
    }
    if (command.name === STOP) {
      stop(command, line);
      return;
    }
    const row = command.name === ECHO ? { echoes: true, obey: setEcho } : COMMANDS[command.name];
    if (echo && row?.echoes) step.log.text(line);
    if (echo && command.name === 'add-mask' && command.data.trim() !== '') step.log.text('::add-mask::***');
    attempt(`command '${row?.echoes ? line : command.name}'`, step, () => row?.obey(command, step));
  };
}

/** The runner gives the step up at once; here it is read to its end, and has failed. */
function refuseToken({ log, record }: StepContext): void {
  const message =
    "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";
  log.annotate({ level: 'error', message });
  record.refusals.push(message);
}
