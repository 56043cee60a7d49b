import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FILE_COMMANDS } from './file-commands.ts';
import { attempt } from './refusal.ts';
import type { StepContext } from './step-context.ts';

/** The command files of one step. */
export interface StepFiles {
  /** Their addresses, for the step's environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** Reads them all when the step has ended, however it ended. A file that the step removed says nothing. */
  obey(step: StepContext): void;
}

/** Makes fresh, empty files below RUNNER_TEMP. */
export function createStepFiles(temp: string): StepFiles {
  const directory = path.join(temp, '_runner_file_commands');
  const suffix = randomUUID();
  const files = FILE_COMMANDS.map((row) => ({ row, file: path.join(directory, row.prefix + suffix) }));
  mkdirSync(directory, { recursive: true });
  for (const { file } of files) writeFileSync(file, '');
  return {
    variables: Object.fromEntries(files.map(({ row, file }) => [row.variable, file])),
    obey(step) {
      for (const { row, file } of files)
        attempt(`file command '${row.name}'`, step, () => row.obey(textOf(file), step));
    },
  };
}

function textOf(file: string): string {
  // PowerShell may begin a file with a byte order mark.
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : '';
}
