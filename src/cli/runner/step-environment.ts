import path from 'node:path';

type Variables = Readonly<Record<string, string>>;

/** What an earlier step of the job left for a later one. */
export interface Inherited {
  /** From GITHUB_ENV. */
  readonly environment: ReadonlyMap<string, string>;
  /** From GITHUB_PATH, in the order in which they were named. */
  readonly searchPath: ReadonlySet<string>;
  /** From GITHUB_STATE, where the earlier step is main and this one its post. */
  readonly state: ReadonlyMap<string, string>;
}

/** What the first step of a job inherits. */
export const NOTHING: Inherited = { environment: new Map(), searchPath: new Set(), state: new Map() };

/** Set by the runner for each step anew: no earlier step changes them. */
const OF_THE_RUNNER = /^(GITHUB|RUNNER|ACTIONS)_/;

/**
 * The environment of a step, less its command files (actions/runner, ActionRunner and NodeScriptActionHandler).
 *
 * @param job the variables of the job
 * @param inputs the INPUT_* variables
 */
export function stepEnvironment(job: Variables, inherited: Inherited, inputs: Variables): Variables {
  const own = Object.fromEntries(Object.entries(job).filter(([name]) => OF_THE_RUNNER.test(name)));
  const state = Object.fromEntries([...inherited.state].map(([name, value]) => [`STATE_${name}`, value]));
  const given = { ...job, ...Object.fromEntries(inherited.environment), ...state, ...inputs, ...own };
  const { NODE_ICU_DATA: _conflicting, ...variables } = given;
  if (inherited.searchPath.size === 0) return variables;
  // Windows spells it Path.
  const name = Object.keys(variables).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  const directories = [...inherited.searchPath].reverse();
  const rest = variables[name] === undefined || variables[name] === '' ? [] : [variables[name]];
  return { ...variables, [name]: [...directories, ...rest].join(path.delimiter) };
}
