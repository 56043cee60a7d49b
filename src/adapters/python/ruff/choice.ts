import type { Completed } from '../../actions/process.ts';
import { toolPython } from '../tool-python.ts';
import type { Workshop } from '../toolchain.ts';
import type { Declared } from './declared.ts';
import type { RuffHook } from './pre-commit.ts';
import type { RuffSettings } from './settings.ts';

/** The ruff that judges. */
export interface Ruff {
  readonly version: string;
  /** Whose choice it is, for the evidence. */
  readonly origin: string;
  /** Whether the project chose the version: of any other a newer one finds what the project never asked about. */
  readonly isChosen: boolean;
  run(args: readonly string[]): Promise<Completed>;
}

interface Candidate {
  readonly origin: string;
  readonly isChosen: boolean;
  readonly fits: boolean;
  run(args: readonly string[]): Promise<Completed>;
}

/** What a project says of the ruff that it uses. */
export interface Wishes {
  readonly hook: RuffHook | undefined;
  readonly settings: RuffSettings;
  readonly declared: Declared;
}

/**
 * The ruff that the project itself uses: as its lock file says; of its pre-commit hooks; of its environment, resolved now; as its
 * settings require; else the pinned one. One that cannot be had is passed over. What was resolved now is chosen where the project pins
 * it, or asks for ruff by name and configures it: its developers meet the newest too. What came with another distribution nobody
 * chose, and the pinned one neither. Raises what providing the check tools raises.
 */
export async function chosenRuff(workshop: Workshop, wishes: Wishes): Promise<Ruff> {
  for (const candidate of await candidates(workshop, wishes)) {
    if (!candidate.fits) continue;
    const { exitCode, stdout } = await candidate.run(['--version']);
    const version = /\d+\.\d+\.\d+\S*/.exec(stdout)?.[0];
    if (exitCode === 0 && version !== undefined) return { ...candidate, version };
  }
  await workshop.checkTools.provide();
  const run = runner(workshop, workshop.checkTools.layout.program('ruff'));
  const { stdout } = await run(['--version']);
  const version = /\d+\.\d+\.\d+\S*/.exec(stdout)?.[0] ?? '';
  return { version, origin: 'pinned by pypi-release', isChosen: false, run };
}

async function candidates(
  workshop: Workshop,
  { hook, settings: { present, requiredVersion }, declared }: Wishes,
): Promise<readonly Candidate[]> {
  const { options, project } = workshop;
  const { resolution } = await project.ensure();
  const program = project.layout.program('ruff');
  const isThere = await options.files.executable(program);
  const own = { origin: 'the project’s own', isChosen: true, run: runner(workshop, program) };
  const exact = /^(?:==\s*)?(\d[\w.]*)$/.exec(requiredVersion ?? '')?.[1];
  const required = exact === undefined ? requiredVersion : `==${exact}`;
  const isConfigured = present || hook !== undefined;
  const asked = declared === 'pinned' || (declared === 'in range' && isConfigured);
  return [
    { ...own, fits: isThere && resolution === 'lock' },
    {
      ...fetched(workshop, `==${hook?.version}`),
      origin: 'of its pre-commit hooks',
      isChosen: true,
      fits: hook?.version !== undefined,
    },
    { ...own, isChosen: asked || exact !== undefined, fits: isThere },
    {
      ...fetched(workshop, required ?? ''),
      origin: 'as its settings require',
      isChosen: exact !== undefined,
      fits: required !== undefined,
    },
  ];
}

function runner({ options }: Workshop, program: string) {
  const run = { directory: options.directory, environment: { NO_COLOR: '1' } };
  return (args: readonly string[]) => options.processes.run(program, args, run);
}

/** uv keeps what it fetched: the next call costs nothing. */
function fetched({ options, uv }: Workshop, specifier: string) {
  const run = { directory: options.directory, environment: { NO_COLOR: '1' } };
  const tool = ['tool', 'run', '--python', toolPython(options.python), '--from', `ruff${specifier}`, 'ruff'];
  return { run: (args: readonly string[]) => uv.run([...tool, ...args], run) };
}
