import type { Completed } from '../../actions/process.ts';
import type { PythonOptions } from '../options.ts';
import type { Uv } from '../uv.ts';

/** Asks uv for the Python that was asked for, or that project and machine settle on, among those that are installed. */
export async function findPython(
  { directory, python }: Pick<PythonOptions, 'directory' | 'python'>,
  uv: Uv,
): Promise<Completed> {
  return uv.run(['python', 'find', ...(python === undefined ? [] : [python])], { directory });
}

/**
 * The Python for the project's environment, as uv takes it: the one at hand, where there is one. Left to itself uv would fetch
 * another as soon as some group of the project wants it.
 */
export async function pythonAtHand(
  options: Pick<PythonOptions, 'directory' | 'python'>,
  uv: Uv,
): Promise<string | undefined> {
  const { exitCode, stdout } = await findPython(options, uv);
  return exitCode === 0 ? stdout.trim() : options.python;
}
