import path from 'node:path';
import type { Builder, BuildRequest } from '../../ports/builder.ts';
import type { CommandResult } from '../../ports/toolchain.ts';
import { activated, cleanVariables } from './child-environment.ts';
import { buildLeftovers, commandLeftovers, type Litter, leavingNo, restoring } from './clean-tree.ts';
import type { Layout } from './layout.ts';
import type { PythonOptions } from './options.ts';
import { runLine } from './shell.ts';
import type { Workshop } from './toolchain.ts';

/** The builder port: `uv build`, the user's own command, and twine. Raises what providing the tools raises. */
export function createBuilder(workshop: Workshop): Builder {
  const { options, uv, checkTools, project } = workshop;
  // The distributions may be asked for in a directory that a back end, too, works in.
  const cleanly = <Value>(
    leftovers: Litter,
    { packages }: BuildRequest,
    work: () => Promise<Value>,
  ): Promise<Value> => {
    const kept = `${path.relative(options.directory, packages).replaceAll(path.sep, '/')}/`;
    const litter: Litter = (file) => leftovers(file) && !file.startsWith(kept);
    return leavingNo(litter, options, () => restoring(litter, options, work));
  };
  return {
    async prepare() {
      await checkTools.provide();
    },
    async build(request) {
      const python = options.python === undefined ? [] : ['--python', options.python];
      // Of itself uv builds the sdist, then the wheel from what it unpacks of that.
      const siblings = request.hasSiblings ? ['--find-links', request.packages] : [];
      const settings = (request.configSettings ?? []).map((setting) => `--config-setting=${setting}`);
      const args = ['build', '--out-dir', request.packages, ...siblings, ...python, ...settings];
      const directory = path.join(options.directory, request.directory ?? '.');
      const run = { directory, environment: variablesOf(request) };
      const work = async () => resultOf(await uv.run(args, run));
      return leavingNoIgnoreFile(request.packages, options, () => cleanly(buildLeftovers, request, work));
    },
    async command(line, request) {
      await checkTools.provide();
      const environment = await activated(await commandLayouts(workshop), uv, options);
      const work = () =>
        runLine(line, options, {
          directory: options.directory,
          environment: { ...environment, ...cleanVariables(project.layout), ...variablesOf(request) },
        });
      return cleanly(commandLeftovers, request, work);
    },
    async check(files) {
      await checkTools.provide();
      const twine = checkTools.layout.program('twine');
      // Bare names, from their own directory: what twine says of a file is shown to the user.
      const [directory = options.scratch] = files.map((file) => path.dirname(file));
      const args = [
        '--no-color',
        'check',
        '--strict',
        ...files.map((file) => path.relative(directory, file)),
      ];
      return resultOf(await options.processes.run(twine, args, { directory, environment: WIDE }));
    },
  };
}

/** For want of a terminal it would break its lines, and the names of files in them, after 80 characters. */
const WIDE = { COLUMNS: '1000' };

/** `python -m build` must work: the project's own Python comes first only where it has `build`. In path C there is none at all. */
async function commandLayouts({ project, checkTools }: Workshop): Promise<readonly [Layout, ...Layout[]]> {
  if (!(await project.exists())) return [checkTools.layout];
  const builds = (await project.installed()).some(({ name }) => name === 'build');
  return builds ? [project.layout, checkTools.layout] : [checkTools.layout, project.layout];
}

// https://reproducible-builds.org/specs/source-date-epoch/
function variablesOf({ epoch, variables }: BuildRequest): Readonly<Record<string, string>> {
  return { ...variables, ...(epoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(epoch) }) };
}

/** `uv build` puts a .gitignore beside the distributions; versions before its flag against that are in range too. */
async function leavingNoIgnoreFile<Value>(
  packages: string,
  { files }: Pick<PythonOptions, 'files'>,
  work: () => Promise<Value>,
): Promise<Value> {
  const ignoreFile = path.join(packages, '.gitignore');
  const before = await files.bytes(ignoreFile);
  try {
    return await work();
  } finally {
    if (before === undefined) await files.remove(ignoreFile);
  }
}

function resultOf({ exitCode, output }: CommandResult): CommandResult {
  return { exitCode, output };
}
