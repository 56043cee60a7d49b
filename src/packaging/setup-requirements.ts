/** What setup.cfg and setup.py require, as far as it stands there: what is computed only a build tells. */

import { outermost, pythonCode } from './version-places/python-code.ts';
import { setupCalls } from './version-places/setup-py.ts';

/** Requirements (PEP 508) as they are spelled. */
export interface SetupRequirements {
  /** `install_requires` and `setup_requires`. */
  readonly requires: readonly string[];
  /** `extras_require`. */
  readonly mayRequire: readonly string[];
}

const NEEDED = ['install_requires', 'setup_requires'] as const;

/** The requirements in the texts of both files, where they are there (setuptools, "Keywords", "Declarative config"). */
export function setupRequirements(setupCfg = '', setupPy = ''): SetupRequirements {
  const cfg = entriesIn(setupCfg);
  const ofCfg = (fits: (entry: CfgEntry) => boolean) =>
    cfg.filter(fits).flatMap(({ value }) => value.split(value.includes('\n') ? '\n' : ';'));
  const isNeeded = ({ section, key }: CfgEntry) =>
    section === 'options' && NEEDED.some((each) => each === key.toLowerCase());
  return {
    requires: [...ofCfg(isNeeded), ...NEEDED.flatMap((keyword) => listsIn(setupPy, keyword, 0))],
    mayRequire: [
      ...ofCfg(({ section }) => section === 'options.extras_require'),
      // The keys of the dictionary are names of extras: requirements are in the lists below it.
      ...listsIn(setupPy, 'extras_require', 1),
    ],
  };
}

interface CfgEntry {
  readonly section: string;
  readonly key: string;
  /** Its lines. */
  readonly value: string;
}

/** configparser: what is indented goes on with the value above it, whole-line comments only. */
function entriesIn(text: string): readonly CfgEntry[] {
  const entries: CfgEntry[] = [];
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const {
      header,
      key,
      value = '',
    } = /^(?:\[(?<header>[^\]]+)\]|(?<key>[^\s=:][^=:]*?)\s*[=:]\s*(?<value>.*))/.exec(line)?.groups ?? {};
    const last = entries.at(-1);
    if (header !== undefined) section = header;
    else if (key !== undefined) entries.push({ section, key, value });
    else if (last !== undefined) entries[entries.length - 1] = { ...last, value: `${last.value}\n${line}` };
  }
  return entries;
}

/**
 * The text literals that a keyword of the `setup(...)` call has in its brackets, or that a list of the name that it gives has.
 *
 * @param depth how many brackets they must be in, below the outermost
 */
function listsIn(setupPy: string, keyword: string, depth: number): readonly string[] {
  const code = pythonCode(setupPy);
  return setupCalls(code).flatMap((inside) => {
    const given = new RegExp(`(?:^|,)\\s*${keyword}\\s*=\\s*(?<name>[A-Za-z_]\\w*\\s*(?:,|$))?`).exec(
      outermost(code.slice(inside)),
    );
    if (given === null) return [];
    const name = given.groups?.name?.replace(/[\s,]/g, '');
    const start = name === undefined ? inside + given.index + given[0].length : assignedAt(code, name);
    return start === undefined ? [] : literalsFrom({ text: setupPy, code, start }, depth);
  });
}

/** Where the value of a name begins that is given once, at module level. */
function assignedAt(code: string, name: string): number | undefined {
  const [assignment, ...others] = [...code.matchAll(new RegExp(`^${name}[ \\t]*=[ \\t]*(?=[[({])`, 'gm'))];
  return assignment === undefined || others.length > 0 ? undefined : assignment.index + assignment[0].length;
}

interface Value {
  readonly text: string;
  readonly code: string;
  /** Where it begins. */
  readonly start: number;
}

/** The literals up to the end of the bracket that the value begins with; none where it begins with none. */
function literalsFrom({ text, code, start }: Value, wanted: number): readonly string[] {
  const literals: string[] = [];
  let depth = 0;
  for (const { 0: part, index } of code.slice(start).matchAll(/[([{]|[)\]}]|(["'])_*\1|\S/g)) {
    if (/^["']/.test(part) && depth > wanted)
      literals.push(text.slice(start + index + 1, start + index + part.length - 1));
    if (/^[([{]/.test(part)) depth += 1;
    if (/^[)\]}]/.test(part)) depth -= 1;
    if (depth === 0) break;
  }
  return literals;
}
