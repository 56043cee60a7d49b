import path from 'node:path';
import { parsedToml } from '../../packaging/pyproject.ts';
import type { CheckResult } from '../../ports/checks.ts';
import { stop } from '../../release/fault.ts';
import type { Completed } from '../actions/process.ts';
import type { PythonOptions } from './options.ts';
import { lastLines } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

/** Formatting and lint with ruff: the project's own where its environment has one, else the pinned one. */
export type RuffCheck = 'format' | 'lint';

/**
 * Runs one of ruff's checks over the project. Not applicable where the project has neither settings for ruff nor ruff among its
 * tools: rules that nobody chose judge nothing. Raises what providing the tools raises, and `pyproject-invalid`.
 */
export async function ruffResult(id: RuffCheck, fix: boolean, workshop: Workshop): Promise<CheckResult> {
  const { options, project } = workshop;
  await project.ensure();
  const own = project.layout.program('ruff');
  const hasOwn = await options.files.executable(own);
  const settings = await settingsOf(options);
  const reason = reasonAgainst(id, hasOwn, settings);
  if (reason !== undefined) return { id, outcome: 'not-applicable', evidence: reason, details: '' };
  if (!hasOwn) await workshop.checkTools.provide();
  const program = hasOwn ? own : workshop.checkTools.layout.program('ruff');
  const version = await run(options, program, ['--version']);
  const tool = `${version.stdout.trim()} (${hasOwn ? 'the project’s own' : 'pinned by pypi-release'})`;
  return judged(id, tool, await run(options, program, ARGUMENTS[id](fix)));
}

// `--no-cache`: checks run side by side, and leave nothing in the checkout. `--no-fix` because a project's settings may say
// `fix = true`, and a check must not edit.
const ARGUMENTS: Readonly<Record<RuffCheck, (fix: boolean) => readonly string[]>> = {
  format: (fix) => ['format', '--no-cache', ...(fix ? [] : ['--check']), '.'],
  lint: (fix) => ['check', '--no-cache', '--output-format', 'concise', fix ? '--fix' : '--no-fix', '.'],
};

async function run({ processes, directory }: PythonOptions, program: string, args: readonly string[]) {
  return processes.run(program, args, { directory, environment: { NO_COLOR: '1' } });
}

// ruff's documentation, "Exit codes": 1 for findings, 2 for an error of ruff's.
function judged(id: RuffCheck, tool: string, { exitCode, output, stdout }: Completed): CheckResult {
  const outcome = exitCode === 0 ? 'passed' : 'failed';
  const findings = exitCode < 2 ? FIGURES[id].exec(stdout)?.[0] : undefined;
  const error = output.split('\n').find((line) => line.startsWith('error:')) ?? lastLines(output);
  const said = findings ?? (exitCode === 0 ? 'no findings' : `exit code ${exitCode}: ${error}`);
  return { id, outcome, evidence: `${tool}: ${said}`, details: outcome === 'passed' ? '' : output };
}

const FIGURES: Readonly<Record<RuffCheck, RegExp>> = {
  format: /^\d+ files? (would be|already|re|left).*$/m,
  lint: /^(Found \d+ errors?.*|All checks passed!)$/m,
};

interface RuffSettings {
  readonly present: boolean;
  readonly forFormat: boolean;
  /** Another formatter that has settings in pyproject.toml. */
  readonly otherFormatter: string | undefined;
}

async function settingsOf({ files, directory }: PythonOptions): Promise<RuffSettings> {
  const read = (name: string) => files.text(path.join(directory, name));
  const tool = toolTables((await read('pyproject.toml')) ?? '');
  const files_ = [await read('ruff.toml'), await read('.ruff.toml')].filter((text) => text !== undefined);
  return {
    present: 'ruff' in tool || files_.length > 0,
    forFormat: isTable(tool.ruff) && 'format' in tool.ruff,
    otherFormatter: ['black', 'yapf', 'autopep8', 'blue'].find((name) => name in tool),
  };
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null;
}

function toolTables(pyproject: string): Table {
  try {
    const { tool } = parsedToml(pyproject);
    return isTable(tool) ? tool : {};
  } catch (cause) {
    return stop(
      'pyproject-invalid',
      { problem: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  }
}

function reasonAgainst(id: RuffCheck, hasOwn: boolean, settings: RuffSettings): string | undefined {
  if (!hasOwn && !settings.present)
    return 'The project has neither settings for ruff nor ruff among its tools.';
  if (id === 'format' && settings.otherFormatter !== undefined && !settings.forFormat) {
    return `The project is formatted by ${settings.otherFormatter}, as its pyproject.toml says, not by ruff.`;
  }
  return undefined;
}
