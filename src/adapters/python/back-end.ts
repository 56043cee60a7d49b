import path from 'node:path';
import { type CoreMetadata, parsedCoreMetadata } from '../../packaging/core-metadata.ts';
import type { BackEnd } from '../../ports/back-end.ts';
import { createCheckout } from '../git/checkout.ts';
import script from './back_end.py';
import { activated } from './child-environment.ts';
import { once } from './once.ts';
import { succeeded } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

const REMEDY =
  'Name and version do not stand in pyproject.toml, setup.cfg or setup.py, so the build back end is asked for them. Run `python -m build` to see the same, or give them in a [project] table.';

/** The port over `build`, one of the check tools, with uv as its installer. Raises what providing the tools raises. */
export function createBackEnd({
  options,
  uv,
  checkTools,
}: Pick<Workshop, 'options' | 'uv' | 'checkTools'>): BackEnd {
  const { files, processes } = options;
  const asked = new Map<string, () => Promise<CoreMetadata>>();
  const ask = async (directory: string, scratch: string): Promise<CoreMetadata> => {
    await checkTools.provide();
    await files.makeDirectory(scratch);
    const prefix = await createCheckout(processes, directory).prefix();
    const top = path.join(directory, prefix.replace(/[^/]+/g, '..'));
    const run = { directory: scratch, environment: await activated([checkTools.layout], uv, options) };
    try {
      const args = ['-I', '-c', script, top, prefix, scratch, ...options.configSettings];
      const completed = await processes.run(checkTools.layout.python, args, run);
      return parsedCoreMetadata(succeeded(completed, 'build (metadata of the wheel)', REMEDY).stdout);
    } finally {
      await files.remove(scratch);
    }
  };
  return {
    async metadata(directory) {
      const scratch = path.join(options.scratch, `back-end-${asked.size + 1}`);
      const answer = asked.get(directory) ?? once(() => ask(directory, scratch));
      asked.set(directory, answer);
      return answer();
    },
  };
}
