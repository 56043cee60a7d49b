/** The command files of a step, one row each, in the order in which the runner reads them when the step has ended (actions/runner 2.336.0, FileCommandManager). */

import { keyValuePairs } from './key-value-file.ts';
import { Refusal } from './refusal.ts';
import type { StepContext } from './step-context.ts';

export interface FileCommand {
  /** The runner's own name of it, as in `Unable to process file command 'output' successfully.` */
  readonly name: string;
  readonly variable: string;
  /** Of the file's name. */
  readonly prefix: string;
  /** @throws Refusal with the runner's own words */
  obey(text: string, step: StepContext): void;
}

export const FILE_COMMANDS: readonly FileCommand[] = [
  { name: 'path', variable: 'GITHUB_PATH', prefix: 'add_path_', obey: addPaths },
  { name: 'env', variable: 'GITHUB_ENV', prefix: 'set_env_', obey: setVariables },
  { name: 'step_summary', variable: 'GITHUB_STEP_SUMMARY', prefix: 'step_summary_', obey: upload },
  { name: 'state', variable: 'GITHUB_STATE', prefix: 'save_state_', obey: saveState },
  { name: 'output', variable: 'GITHUB_OUTPUT', prefix: 'set_output_', obey: setOutputs },
];

/** Bytes of a summary; a longer one is not sent. */
const LARGEST_SUMMARY = 1_024 * 1_024;

function addPaths(text: string, { record: { searchPath } }: StepContext): void {
  for (const line of linesOf(text).filter((each) => each !== '')) {
    // One named again moves to the front.
    searchPath.delete(line);
    searchPath.add(line);
  }
}

function setVariables(text: string, { record, log }: StepContext): void {
  for (const [name, value] of pairsOf(text)) {
    if (name.toUpperCase() !== 'NODE_OPTIONS') record.environment.set(name, value);
    else {
      const message = `Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.`;
      log.annotate({ level: 'error', message });
    }
  }
}

function saveState(text: string, { record }: StepContext): void {
  for (const [name, value] of pairsOf(text)) record.state.set(name, value);
}

function setOutputs(text: string, { record }: StepContext): void {
  for (const [name, value] of pairsOf(text)) {
    // The grammar lets `=value` pass, with an empty name; an output of no name is refused where it is kept.
    if (name === '') throw new Refusal("Value cannot be null. (Parameter 'name')");
    record.outputs.set(name, value);
  }
}

/** Masked line by line: a secret of several lines is known by each of its lines. */
function upload(text: string, { record, log, masker }: StepContext): void {
  const size = Buffer.byteLength(text);
  if (size === 0) return;
  if (size > LARGEST_SUMMARY) {
    const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${LARGEST_SUMMARY / 1_024}k, got ${Math.floor(size / 1_024)}k.`;
    log.annotate({ level: 'error', message });
    return;
  }
  const lines = linesOf(text).map((line) => `${masker.mask(line)}\n`);
  record.uploads.set('step_summary', lines.join(''));
}

function pairsOf(text: string): ReturnType<typeof keyValuePairs> {
  return keyValuePairs(text, process.platform === 'win32');
}

/** Lines as .NET reads them: a line end at the end of the text begins no further line. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
