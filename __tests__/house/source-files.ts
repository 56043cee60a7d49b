/** The sources of the action as the rules of the house look at them. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top of the repository. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export interface Import {
  /** As written: `node:path`, `hono`, or a file below `src` such as `plan/plan.ts`. */
  readonly target: string;
  /** True where only types are taken. */
  readonly typesOnly: boolean;
}

export interface SourceFile {
  /** Below `src`, with `/`. */
  readonly name: string;
  readonly text: string;
  /** The text with its comments blanked, and what stands in quotes made unreadable; every line keeps its place and its length. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below `src`. */
export function sourceFiles(): readonly SourceFile[] {
  const names = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map(sourceFile);
}

function sourceFile(name: string): SourceFile {
  const text = readFileSync(path.join(ROOT, 'src', name), 'utf8');
  return { name, text, code: codeOf(text), imports: importsOf(name, text) };
}

// Static imports and re-exports as the formatter lays them out, side-effect imports, and dynamic imports.
const STATIC = /^(?:import|export)(?<type> type)?(?<names>[^;'"]*?)from '(?<target>[^']+)';/gm;
const OTHER = /(?:^import |\bimport\()'(?<target>[^']+)'/gm;

function importsOf(name: string, text: string): readonly Import[] {
  const found = [...text.matchAll(STATIC)].map(({ groups = {} }) => ({
    target: groups.target ?? '',
    typesOnly: groups.type !== undefined || onlyTypes(groups.names ?? ''),
  }));
  const others = [...text.matchAll(OTHER)].map(({ groups = {} }) => ({
    target: groups.target ?? '',
    typesOnly: false,
  }));
  return [...found, ...others].map(({ target, typesOnly }) => ({
    target: target.startsWith('.') ? path.posix.join(path.posix.dirname(name), target) : target,
    typesOnly,
  }));
}

/** `{ type A, type B }` takes types only, though it is written without `import type`. */
function onlyTypes(names: string): boolean {
  const list = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  const entries = list?.split(',').map((entry) => entry.trim()) ?? [];
  const given = entries.filter((entry) => entry !== '');
  return given.length > 0 && given.every((entry) => entry.startsWith('type '));
}

// Comments and quoted texts in the order a reader meets them, so that neither is sought inside the other; a regular
// expression begins after what cannot end a value.
const QUIET =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[=(,:[!&|?{};]\s*|return\s+)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;

function codeOf(text: string): string {
  return text.replace(QUIET, (quiet) => quiet.replace(/[^\n]/g, /^\/[/*]/.test(quiet) ? ' ' : '_'));
}
