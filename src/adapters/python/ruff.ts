import { gte } from 'semver';
import type { CheckResult } from '../../ports/checks.ts';
import type { Completed } from '../actions/process.ts';
import { trackedFiles } from '../git/tracked-files.ts';
import type { RuffCheck } from './ruff/check.ts';
import { chosenRuff, type Ruff } from './ruff/choice.ts';
import { type Declared, declaredRuff } from './ruff/declared.ts';
import { projectArguments } from './ruff/hook-arguments.ts';
import { hookFiles } from './ruff/hook-files.ts';
import { type PreCommit, preCommit, type RuffHook } from './ruff/pre-commit.ts';
import { type RuffScripts, scriptsWith } from './ruff/scripts.ts';
import { type RuffSettings, ruffSettings } from './ruff/settings.ts';
import { lastLines } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

/**
 * Runs one of ruff's checks, with the version, the files and the arguments that the project uses. Not applicable where the project
 * does not have that done by ruff: rules that nobody chose judge nothing, and a version that nobody chose only warns. Raises what
 * providing the tools raises, and `pyproject-invalid`.
 *
 * It judges the files that the hooks are given; without hooks, those that all scripts together name which run the check; else all.
 *
 * The project lints with ruff where it has a hook for that, settings for ruff, or a script that runs `ruff check`. It formats with ruff
 * where it has a hook for that, `[tool.ruff.format]`, or a script that runs `ruff format`; or where it asks for ruff by name, has any
 * settings for it, and no other formatter.
 */
export async function ruffResult(id: RuffCheck, fix: boolean, workshop: Workshop): Promise<CheckResult> {
  const { options, project } = workshop;
  await project.ensure();
  const [settings, configured] = [await ruffSettings(options), await preCommit(options)];
  const [declared, script] = [await declaredRuff(options), await scriptsWith(id, options)];
  const reason = reasonAgainst(id, { settings, configured, declared, script });
  if (reason !== undefined) return { id, outcome: 'not-applicable', evidence: reason, details: '' };
  const own = configured?.hooks.filter(({ check }) => check === id) ?? [];
  const ruff = await chosenRuff(workshop, { hook: own[0], settings, declared });
  const args = argumentsOf(id, fix, ruff);
  if (own.length > 0) return judged(id, ruff, await overHooks(workshop, ruff, { args, hooks: own }));
  const { paths = EVERYTHING, names = [] } = script ?? {};
  const isScoped = paths.some((each) => each !== '.');
  const have = names.length > 1 ? 'have' : 'has';
  const origin = isScoped
    ? `${ruff.origin}; over ${paths.join(', ')}, as ${names.join(', ')} ${have} it`
    : ruff.origin;
  return judged(id, { ...ruff, origin }, await overPaths(workshop, ruff, { args, paths }));
}

// `--no-cache`: checks run side by side, and leave nothing in the checkout. `--no-fix` and
// `--no-fix-only` because a project's settings may say `fix = true` or `fix-only = true`: a check must not edit, and one that only
// mends tells no findings.
function argumentsOf(id: RuffCheck, fix: boolean, { version }: Ruff): readonly string[] {
  if (id === 'format') return ['format', '--no-cache', ...(fix ? [] : ['--check'])];
  // ruff's changelog, 0.5.0: before it this was the form of the output in all but name.
  const concise = gte(version, '0.5.0') ? ['--output-format', 'concise'] : [];
  return ['check', '--no-cache', ...concise, fix ? '--fix' : '--no-fix', '--no-fix-only'];
}

const EVERYTHING = ['.'];

/** ruff over these; where it stumbles over a file that is none of the project's code, over that code in them. */
async function overPaths(
  { options }: Workshop,
  ruff: Ruff,
  { args, paths }: { readonly args: readonly string[]; readonly paths: readonly string[] },
): Promise<readonly Completed[]> {
  const all = await ruff.run([...args, '--', ...paths]);
  // ruff's rules, "io-error": of a file that it cannot read, such as a link that leads nowhere, lint tells as of a finding.
  const stumbled = all.exitCode >= 2 || /\bE902\b/.test(all.stdout);
  const tracked = stumbled ? await trackedFiles(options.processes, options.directory) : undefined;
  const isIn = (file: string): boolean =>
    paths.some((each) => each === '.' || file === each || file.startsWith(`${each.replace(/\/$/, '')}/`));
  const code = tracked?.filter((file) => /\.pyi?$/.test(file) && isIn(file)) ?? [];
  return code.length === 0 ? [all] : overFiles(ruff, args, code);
}

async function overHooks(
  workshop: Workshop,
  ruff: Ruff,
  { args, hooks }: { readonly args: readonly string[]; readonly hooks: readonly RuffHook[] },
): Promise<readonly Completed[]> {
  const runs: Completed[] = [];
  for (const hook of hooks) {
    const all = [...args, ...projectArguments(hook.args)];
    const files = hook.scope === undefined ? undefined : await hookFiles(workshop, hook.scope);
    runs.push(
      ...(files === undefined
        ? [await ruff.run(hook.scope === undefined ? all : [...all, '.'])]
        : await overFiles(ruff, all, files)),
    );
  }
  return runs;
}

// Windows takes command lines of 32,767 characters.
const LONGEST = 25_000;

async function overFiles(
  ruff: Ruff,
  args: readonly string[],
  files: readonly string[],
): Promise<readonly Completed[]> {
  const runs: Completed[] = [];
  for (const some of batches(files)) runs.push(await ruff.run([...args, '--force-exclude', '--', ...some]));
  return runs;
}

function batches(files: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  let length = LONGEST;
  for (const file of files) {
    length += file.length + 3;
    if (length > LONGEST) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(file);
  }
  return all;
}

// ruff's documentation, "Exit codes": 1 for findings, 2 for an error of ruff's.
function judged(id: RuffCheck, { version, origin, isChosen }: Ruff, runs: readonly Completed[]): CheckResult {
  const exitCode = Math.max(0, ...runs.map((one) => one.exitCode));
  const output = runs.map((one) => one.output).join('');
  const error = output.split('\n').find((line) => line.startsWith('error:')) ?? lastLines(output);
  const figures = exitCode < 2 ? figuresIn(id, runs, exitCode) : '';
  const said =
    figures || (exitCode === 0 ? 'no findings' : `ruff itself failed, exit code ${exitCode}: ${error}`);
  const evidence = `ruff ${version} (${origin}): ${said}`;
  if (exitCode === 0) return { id, outcome: 'passed', evidence, details: '' };
  if (isChosen) return { id, outcome: 'failed', evidence, details: output };
  const warning = `${evidence} The project names no version of ruff, so that this stops nothing: lock or pin ruff to have it judged.`;
  return { id, outcome: 'not-applicable', evidence: warning, details: output, warning };
}

const FIGURES: Readonly<Record<RuffCheck, RegExp>> = {
  format: /^\d+ files? (would be|already|re|left).*$/m,
  lint: /^(Found \d+ errors?.*|All checks passed!)$/m,
};

/** The sentence of each run that tells the outcome of all. */
function figuresIn(id: RuffCheck, runs: readonly Completed[], exitCode: number): string {
  const telling = runs.filter((one) => one.exitCode === exitCode);
  return [...new Set(telling.flatMap(({ stdout }) => FIGURES[id].exec(stdout)?.[0] ?? []))].join(', ');
}

interface Signs {
  readonly settings: RuffSettings;
  readonly configured: PreCommit | undefined;
  readonly declared: Declared;
  /** Where the project says that it runs this check. */
  readonly script: RuffScripts | undefined;
}

function reasonAgainst(id: RuffCheck, signs: Signs): string | undefined {
  const { settings, configured, declared, script } = signs;
  const hooks = configured?.hooks ?? [];
  if (hooks.length > 0)
    return hooks.some(({ check }) => check === id)
      ? undefined
      : `Of ruff’s hooks the project has only the other: .pre-commit-config.yaml does not have ruff ${VERBS[id]}.`;
  if (script !== undefined) return undefined;
  if (id === 'lint') return settings.present ? undefined : UNCONFIGURED;
  if (settings.forFormat) return undefined;
  return otherFormatter(signs) ?? (declared === undefined || !settings.present ? UNSAID : undefined);
}

const UNCONFIGURED =
  'The project has neither settings for ruff nor a hook or a script that runs it: rules that nobody chose judge nothing.';
const UNSAID =
  'Nothing says that the project is formatted by ruff: no settings for its formatter, no hook and no script that runs it.';

function otherFormatter({ settings, configured }: Signs): string | undefined {
  if (settings.otherFormatter !== undefined)
    return `The project is formatted by ${settings.otherFormatter}, as its pyproject.toml says, not by ruff.`;
  return configured?.otherFormatter === undefined
    ? undefined
    : `The project is formatted by ${configured.otherFormatter}, as its .pre-commit-config.yaml says, not by ruff.`;
}

const VERBS: Readonly<Record<RuffCheck, string>> = { lint: 'check the code', format: 'format it' };
