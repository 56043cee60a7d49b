import path from 'node:path';
import type { ToolVersion } from '../../ports/toolchain.ts';
import lock from './check-tools.txt';
import { installedIn } from './installed.ts';
import { environmentLayout, type Layout } from './layout.ts';
import { once } from './once.ts';
import type { PythonOptions } from './options.ts';
import { succeeded } from './tool-failure.ts';
import { toolPython } from './tool-python.ts';
import type { Uv } from './uv.ts';

/** twine, ruff and build, as pinned in `check-tools.txt`, in an environment of their own. */
export interface CheckTools {
  readonly layout: Layout;
  /** Installs them; done once, whoever asks. Raises `tool-failed`. */
  provide(): Promise<readonly ToolVersion[]>;
}

const TOOLS = ['build', 'ruff', 'twine'];
const REMEDY =
  'Run again if the network failed. The tools come from the package index that the runner is set up for.';

/** The check tools of this run. */
export function createCheckTools(options: PythonOptions, uv: Uv): CheckTools {
  const { scratch, files } = options;
  const layout = environmentLayout(path.join(scratch, 'check-tools'), options.platform);
  const uvIn = async (args: readonly string[]) =>
    succeeded(await uv.run(args, { directory: scratch }), `uv ${args.slice(0, 2).join(' ')}`, REMEDY);
  const provide = once(async () => {
    const lockFile = path.join(scratch, 'check-tools.txt');
    await files.write(lockFile, lock);
    await uvIn(['venv', '--clear', '--python', toolPython(options.python), layout.directory]);
    // `sync`, not `install`: the file is the whole of it, and nothing beyond is to be resolved.
    await uvIn(['pip', 'sync', '--python', layout.python, '--require-hashes', lockFile]);
    const installed = await installedIn(uv, layout, scratch);
    return installed.filter(({ name }) => TOOLS.includes(name));
  });
  return { layout, provide };
}
