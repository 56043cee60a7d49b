import path from 'node:path';
import { list, valueAt } from '../../../packaging/toml-value.ts';
import { levelsAbove } from '../../git/levels.ts';
import type { PythonOptions } from '../options.ts';
import { entryArguments } from './hook-arguments.ts';

/** What .pre-commit-config.yaml says of linting and formatting. */
export interface PreCommit {
  readonly hooks: readonly RuffHook[];
  /** The other formatter that it runs, such as `black`. */
  readonly otherFormatter: string | undefined;
}

/** A hook that runs ruff. */
export interface RuffHook {
  readonly check: 'lint' | 'format';
  /** Of the hooks that Astral keeps; undefined for one that runs the ruff it finds. */
  readonly version: string | undefined;
  readonly args: readonly string[];
  /** Which files it is given; undefined where it gets none, and its arguments name them. */
  readonly scope: HookScope | undefined;
}

export interface HookScope {
  readonly extensions: readonly string[];
  /** Python's regular expressions, all of which a file's name must meet. */
  readonly files: readonly string[];
  /** Those of which it must meet none. */
  readonly exclude: readonly string[];
}

const FILE = '.pre-commit-config.yaml';
const FORMATTERS = ['black', 'black-jupyter', 'yapf', 'autopep8', 'blue'];

/** Reads the file at the top of the checkout; undefined where there is none, or none that can be read: pre-commit will tell. */
export async function preCommit({
  files,
  directory,
  processes,
}: Pick<PythonOptions, 'files' | 'directory' | 'processes'>): Promise<PreCommit | undefined> {
  const top = (await levelsAbove(processes, directory)).at(-1) ?? directory;
  const text = await files.text(path.join(top, FILE));
  if (text === undefined) return undefined;
  // Only here is YAML read: a run without that file does not load the reader.
  const { yamlDocument } = await import('./yaml-document.ts');
  const document = yamlDocument(text);
  if (document === undefined) return undefined;
  const config: unknown = document.toJS();
  const hooks = list(valueAt(config, ['repos'])).flatMap((repository, place) => {
    const frozen = frozenVersion(document.getIn(['repos', place, 'rev'], true));
    return list(valueAt(repository, ['hooks'])).map((hook): Hook => ({ repository, hook, frozen }));
  });
  const ids = hooks.map(({ hook }) => text_(valueAt(hook, ['id'])));
  return {
    hooks: hooks.filter(isUsual).flatMap((hook) => ruffHook(hook, config)),
    otherFormatter: FORMATTERS.find((name) => ids.includes(name)),
  };
}

interface Hook {
  readonly repository: unknown;
  readonly hook: unknown;
  readonly frozen: string | undefined;
}

/** `pre-commit autoupdate --freeze` writes a commit, and the version behind it as a comment. */
function frozenVersion(node: unknown): string | undefined {
  const comment = valueAt(node, ['comment']);
  return typeof comment === 'string' ? /frozen:\s*(\S+)/.exec(comment)?.[1] : undefined;
}

/** Not one that is run by hand only. */
function isUsual({ hook }: Hook): boolean {
  const stages = list(valueAt(hook, ['stages']));
  return stages.length === 0 || stages.some((stage) => stage !== 'manual');
}

const CHECKS: Readonly<Record<string, RuffHook['check']>> = {
  ruff: 'lint',
  'ruff-check': 'lint',
  'ruff-format': 'format',
};

// ruff-pre-commit's .pre-commit-hooks.yaml, `types_or`.
const OFFERED = ['python', 'pyi', 'jupyter'];
const PYTHON = ['python', 'pyi'];

function ruffHook({ repository, hook, frozen }: Hook, config: unknown): readonly RuffHook[] {
  const id = text_(valueAt(hook, ['id'])) ?? '';
  const args = list(valueAt(hook, ['args'])).map(String);
  if (/\/ruff-pre-commit(\.git)?$/.test(text_(valueAt(repository, ['repo'])) ?? '')) {
    const check = CHECKS[id];
    const rev = frozen ?? text_(valueAt(repository, ['rev'])) ?? '';
    const version = /^v?(\d+\.\d+\.\d+)$/.exec(rev)?.[1];
    return check === undefined ? [] : [{ check, version, args, scope: scopeOf(hook, config, OFFERED) }];
  }
  const entry = text_(valueAt(hook, ['entry'])) ?? '';
  const found = /\bruff\s+(check|format)\b(.*)$/s.exec(entry);
  if (found === null) return [];
  const check = found[1] === 'check' ? 'lint' : 'format';
  const own = entryArguments(entry, found[2] ?? '');
  if (own === undefined) return [{ check, version: undefined, args: ['.'], scope: undefined }];
  const scope = valueAt(hook, ['pass_filenames']) === false ? undefined : scopeOf(hook, config, PYTHON);
  return [{ check, version: undefined, args: [...own, ...args], scope }];
}

/** Tags of the files that ruff reads, by their extension (identify's extensions.py, with which pre-commit tells types). */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  '.py': ['file', 'text', 'python'],
  '.pyi': ['file', 'text', 'pyi'],
  '.ipynb': ['file', 'text', 'json', 'jupyter'],
};
const KNOWN = new Set(Object.values(TAGS).flat());

/**
 * Which files a hook is given (pre-commit's documentation, "Filtering files with types").
 *
 * @param usual the tags of which one must fit, where the hook says nothing of tags
 */
function scopeOf(hook: unknown, config: unknown, usual: readonly string[]): HookScope {
  const patterns = (key: string) =>
    [valueAt(hook, [key]), valueAt(config, [key])].filter((value) => typeof value === 'string');
  const tags = (key: string) => list(valueAt(hook, [key])).map(String);
  // Of others, such as `executable`, an extension tells nothing.
  const [all, none] = [tags('types').filter((tag) => KNOWN.has(tag)), tags('exclude_types')];
  const any =
    tags('types_or').length > 0 ? tags('types_or') : all.length > 0 && usual === PYTHON ? [] : usual;
  const extensions = Object.entries(TAGS)
    .filter(([, own]) => all.every((tag) => own.includes(tag)) && !own.some((tag) => none.includes(tag)))
    .filter(([, own]) => any.length === 0 || own.some((tag) => any.includes(tag)))
    .map(([extension]) => extension);
  return { extensions, files: patterns('files'), exclude: patterns('exclude') };
}

function text_(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
