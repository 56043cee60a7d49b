import type { Plan } from '../../plan/plan.ts';
import type { Processes } from '../actions/process.ts';
import type { LocalFiles } from '../node/files.ts';
import type { Http } from '../node/http.ts';

/** What the Python toolchain works with. Directories are absolute. */
export interface PythonOptions {
  /** The project's directory. */
  readonly directory: string;
  /** This run's own directory, outside the checkout: environments and reports go there. */
  readonly scratch: string;
  /** Where tools are kept between runs (the runner's tool cache). */
  readonly toolCache: string;
  /** Root of the simple API that uv is fetched from, with a slash at the end. */
  readonly toolIndex: string;
  /** A semver range. */
  readonly uvRange: string;
  /** Version request for uv, such as `3.12`; undefined: what project and machine have. */
  readonly python: string | undefined;
  /** Extras for the project's environment, where it is needed before anybody asked for it. */
  readonly extras: Plan['toolchain']['extras'];
  /**
   * Tells the directories of the packages that are released together, relative to the project's with `/`; `.` where it is that alone.
   * The project's environment holds them all. Raises what is wrong with the choice.
   */
  readonly packages: () => Promise<readonly string[]>;
  /** Settings for the project's build back end, `key=value`, whoever builds it. */
  readonly configSettings: Plan['commands']['configSettings'];
  readonly processes: Pick<Processes, 'run'>;
  readonly files: LocalFiles;
  readonly http: Http;
  /** The value of PATH. */
  readonly searchPath: string;
  readonly platform: Platform;
}

/** The machine, in Node's names (`os.platform()`, `os.arch()`). */
export interface Platform {
  readonly os: NodeJS.Platform;
  readonly arch: string;
}
