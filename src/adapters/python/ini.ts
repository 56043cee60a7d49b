import script from './ini.py';
import type { Layout } from './layout.ts';
import type { PythonOptions } from './options.ts';
import { succeeded } from './tool-failure.ts';

/** Section, then key, to value, as `configparser` reads them, without interpolation. Keys are in lower case. */
export type Ini = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What was read, by name; a text that is no INI is not there. */
export type IniFiles = Readonly<Record<string, Ini>>;

/** Reads INI texts by the environment's Python. Raises `tool-failed`. */
export async function readIni(
  { processes, scratch }: Pick<PythonOptions, 'processes' | 'scratch'>,
  { python }: Layout,
  texts: Readonly<Record<string, string>>,
): Promise<IniFiles> {
  if (Object.keys(texts).length === 0) return {};
  const run = { directory: scratch, input: JSON.stringify(texts) };
  const read = await processes.run(python, ['-I', '-c', script], run);
  return JSON.parse(
    succeeded(read, 'python', 'Run again; the environment’s Python does not work.').stdout,
  ) as IniFiles;
}
