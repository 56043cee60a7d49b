/** What a script, or another tool's file, has ruff run over: read as text, for none of them is run. */

import type { RuffCheck } from './check.ts';

// As a shell has it, or word by word, as nox and lists of TOML do: session.run("ruff", "format").
const RUNS: Readonly<Record<RuffCheck, RegExp>> = {
  lint: /\bruff(?:[ \t]+|["']\s*,\s*["'])check\b/g,
  format: /\bruff(?:[ \t]+|["']\s*,\s*["'])format\b/g,
};

/** What one command has ruff look at. */
export type Looked =
  /** What it names, without options; nothing where that is everything. */
  | readonly string[]
  /** It is computed. */
  | 'unclear';

/**
 * What each command of a text has this check look at. A command that rewrites single files, and one by which Python code has a single or
 * a computed file looked at, is left out: that makes files, and judges no project.
 */
export function checkedPaths(check: RuffCheck, text: string): readonly Looked[] {
  // What only talks of it is blanked, and a line that goes on is one.
  const code = text.replace(TALK, '').replace(/\\\r?\n[ \t]*/g, ' ');
  return [...code.matchAll(RUNS[check])].flatMap((run) => {
    const rest = code.slice(run.index + run[0].length);
    const words = /^["']/.test(rest) ? listed(rest) : spoken(rest, code);
    const isClear = words?.every((word) => PLAIN.test(word)) ?? false;
    const paths = words !== undefined && isClear ? withoutOptions(words) : 'unclear';
    const isByProgram = BY_PROGRAM.test(code.slice(0, run.index));
    const makes =
      paths === 'unclear'
        ? isByProgram
        : namesFilesAlone(paths) && (isByProgram || rewrites(check, words ?? []));
    return makes ? [] : [paths];
  });
}

/** Comments, the titles of steps and tasks, and what a shell prints. */
const TALK =
  /^\s*[#;].*$|^[ \t]*(?:-[ \t]+)?(?:name|desc|description|help)[ \t]*[:=].*$|\becho[ \t]+(["']).*?\1/gm;

/** Before the words of a command that Python code runs. */
const BY_PROGRAM = /\bsubprocess\.\w+\(\s*\[[^\]]*$/;

function rewrites(check: RuffCheck, words: readonly string[]): boolean {
  return check === 'lint'
    ? words.some((word) => word === '--fix' || word === '--fix-only')
    : !words.some((word) => word === '--check' || word === '--diff');
}

/** Whether they are single files of code, and there are any. */
export function namesFilesAlone(paths: readonly string[]): boolean {
  return paths.length > 0 && paths.every((each) => /\.pyi?$/.test(each));
}

// Neither a variable, a glob nor a substitution.
const PLAIN = /^[\w./=:,@+-]+$/;

/** `", "src", "tests", external=True)`: literals alone, then nothing but keyword arguments. */
function listed(rest: string): readonly string[] | undefined {
  const words = LITERALS.exec(rest)?.groups?.words;
  return words === undefined
    ? undefined
    : [...words.matchAll(/["']([^"']*)["']/g)].map(([, word = '']) => word);
}

const LITERALS = /^["'](?<words>(?:\s*,\s*(?:"[^"]*"|'[^']*'))*)\s*,?\s*(?:[)\]]|[a-z_]+\s*=)/;

/** Up to the end of the command: of the line, before what a shell reads, or where the text that holds it closes. */
function spoken(rest: string, code: string): readonly string[] | undefined {
  const defaults = rest.replace(/\{posargs(?::([^{}]*))?\}/g, '$1');
  const [said = ''] = /^[^\r\n;&|<>`"'#]*/.exec(defaults) ?? [];
  // Behind a space a quote begins a word; elsewhere it ends the text.
  if (/^["'`]/.test(defaults.slice(said.length)) && /\s$/.test(said)) return undefined;
  return said
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => spelledOut(word, code));
}

/** The words of `$NAME`, `${NAME}` and make's `$(NAME)` where the text gives it once, plainly. */
function spelledOut(word: string, code: string): readonly string[] {
  const name = /^\$[{(]?(\w+)[)}]?$/.exec(word)?.[1];
  if (name === undefined) return [word];
  const given = [...code.matchAll(new RegExp(`^(?:export[ \\t]+)?${name}[ \\t]*[:?]?=[ \\t]*(.*)$`, 'gm'))];
  const value = given.length === 1 ? given[0]?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2') : undefined;
  return value?.split(/\s+/) ?? [word];
}

/** Options of ruff's that take no value; behind any other one without `=` stands its value. */
const FLAGS =
  /^(?:-[a-z]+|--(?:no-)?(?:fix|fix-only|unsafe-fixes|show-fixes|show-source|diff|watch|preview|check|force-exclude|respect-gitignore|cache|exit-zero|exit-non-zero-on-(?:fix|format)|statistics|add-noqa|show-files|show-settings|quiet|silent|verbose|isolated|ignore-noqa))$/;

function withoutOptions(words: readonly string[]): readonly string[] {
  return words.filter((word, place) => {
    const before = words[place - 1] ?? '';
    const isValue =
      before.startsWith('--') && before !== '--' && !before.includes('=') && !FLAGS.test(before);
    return !word.startsWith('-') && !isValue;
  });
}
