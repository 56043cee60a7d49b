import { parse, satisfies } from 'semver';
import type { ProvidedToolchain } from '../../ports/toolchain.ts';
import { stop } from '../../release/fault.ts';
import type { Completed, RunOptions } from '../actions/process.ts';
import { programFile } from '../node/which.ts';
import { once } from './once.ts';
import type { PythonOptions } from './options.ts';
import { pinnedUv } from './pinned-uv.ts';
import { UV_VERSION } from './uv-wheels.ts';

/** uv, provided when it is first needed. */
export interface Uv {
  /** Raises `uv-unavailable` and `download-altered`. */
  provide(): Promise<ProvidedUv>;
  run(args: readonly string[], options: RunOptions): Promise<Completed>;
}

export interface ProvidedUv {
  readonly version: string;
  readonly origin: ProvidedToolchain['origin'];
  /** The program, absolute. */
  readonly program: string;
}

/** uv from PATH where it is in range, else the pinned wheel from the package index; whoever asks first has it provided for all. */
export function createUv(options: PythonOptions): Uv {
  const provide = once(async () => (await uvOnPath(options)) ?? (await uvFromIndex(options)));
  return {
    provide,
    async run(args, run) {
      const { program } = await provide();
      return options.processes.run(program, args, { ...run, environment: { ...QUIET, ...run.environment } });
    },
  };
}

// Progress bars are for terminals; what uv prints is shown when it fails.
const QUIET = { UV_NO_PROGRESS: '1' };

async function uvOnPath(options: PythonOptions): Promise<ProvidedUv | undefined> {
  const program = await programFile('uv', { directories: options.searchPath });
  if (program === undefined) return undefined;
  await options.files.makeDirectory(options.scratch);
  const { exitCode, stdout } = await options.processes.run(program, ['--version'], {
    directory: options.scratch,
  });
  const version = parse(stdout.split(/\s+/)[1] ?? '')?.version;
  if (exitCode !== 0 || version === undefined || !satisfies(version, options.uvRange)) return undefined;
  return { version, origin: 'PATH', program };
}

async function uvFromIndex(options: PythonOptions): Promise<ProvidedUv> {
  if (!satisfies(UV_VERSION, options.uvRange)) {
    stop('uv-unavailable', { range: options.uvRange, problem: `the pinned version is ${UV_VERSION}.` });
  }
  return { version: UV_VERSION, origin: 'index', program: await pinnedUv(options) };
}
