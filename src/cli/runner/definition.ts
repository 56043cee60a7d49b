import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { DeclaredInputs } from './inputs.ts';

/** What an `action.yml` says of how the action is run. */
export interface Definition {
  readonly inputs: DeclaredInputs;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** Reads the `action.yml` of an action's directory. */
export async function definitionOf(action: string): Promise<Definition> {
  const { inputs, runs } = parse(await readFile(path.join(action, 'action.yml'), 'utf8'));
  return { inputs: inputs ?? {}, runs } as Definition;
}
