/** The sub-action `rehearse`: rehearses the release of the commit that a workflow has checked out, without a right or a secret. */

import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Environment, environmentOf, inputVariable } from '../action/environment.ts';
import { INPUT_NAMES } from '../action/inputs.ts';
import * as read from '../action/parsers.ts';
import { createRunner } from '../adapters/actions/runner.ts';
import type { JobFiles, Runner } from '../ports/runner.ts';
import { type Fault, fault, Stopped } from '../release/fault.ts';
import { type Onlooker, type RehearsalOptions, type Rehearsed, rehearsal } from './rehearsal.ts';
import { stagedInputFaults } from './staged-inputs.ts';

/** What the sub-action's own `action.yml` declares. */
const INPUTS = ['project', 'path', 'phase', 'inputs', 'event'] as const;

type Given = Readonly<Record<(typeof INPUTS)[number], string>>;
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Rehearses as the inputs ask. Of this job's variables the rehearsed one sees the machine's alone: neither its command files nor its tokens.
 *
 * @param variables `process.env`
 * @param directory the current directory, for runs outside a runner
 * @returns the exit code: 0 only where the rehearsed release ended well
 */
export async function rehearseAction(variables: Variables, directory: string): Promise<number> {
  const environment = environmentOf(variables, directory);
  const runner = createRunner(environment);
  const given = givenInputs(variables);
  const faults = [...badInputs(given), ...(await missingProject(given, environment))];
  if (faults.length > 0) return failed(faults, runner);
  try {
    const rehearsed = await rehearsal(optionsOf(given, environment), onlookerOf(runner));
    await tell(rehearsed, environment, runner);
    return rehearsed.exitCode;
  } catch (error) {
    if (error instanceof Stopped) return failed(error.faults, runner);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    runner.untrusted(message);
    return failed(
      [fault('bug', { phase: 'the rehearsal', message: message.split('\n', 1)[0] ?? '' })],
      runner,
    );
  }
}

/** A rehearsal that came to nothing has an outcome all the same, for the steps that ask. */
function failed(faults: readonly Fault[], runner: Runner & JobFiles): number {
  for (const { title, finding, remedy } of faults) runner.annotate('error', title, `${finding}\n${remedy}`);
  runner.output('outcome', 'failed');
  return 1;
}

function givenInputs(variables: Variables): Given {
  const values = INPUTS.map((name) => [name, variables[inputVariable(name)]?.trim() ?? '']);
  return Object.fromEntries(values) as Given;
}

const EVENT = read.choice(['tag', 'dispatch']);

/** What the rehearsed action would not see for itself: its own inputs it judges, as in a release. */
function badInputs(given: Given): readonly Fault[] {
  const parsers = { project: read.relative, event: EVENT };
  const bad = (['project', 'event'] as const).filter(
    (name) => given[name] !== '' && parsers[name].parse(given[name]) === undefined,
  );
  const named = namedValues(given);
  const lines = named.filter(({ name }) => !INPUT_NAMES.includes(name));
  return [
    ...bad.map((name) => invalid(name, given[name], parsers[name].allowed)),
    ...lines.map(({ line }) =>
      invalid('inputs', line, 'lines of name=value, each name that of an input of pypi-release'),
    ),
    ...stagedInputFaults(Object.fromEntries(named.map(({ name, value }) => [name, value]))),
  ];
}

function invalid(input: string, value: string, allowed: string): Fault {
  return fault('input-invalid', { input, value, allowed, source: 'workflow' });
}

async function missingProject(given: Given, environment: Environment): Promise<readonly Fault[]> {
  const found = await stat(projectIn(given, environment)).catch(() => undefined);
  return found?.isDirectory() ? [] : [fault('directory-missing', { directory: given.project || '.' })];
}

function projectIn({ project }: Given, { workspace }: Environment): string {
  return path.resolve(workspace, project);
}

interface NamedValue {
  readonly line: string;
  readonly name: string;
  readonly value: string;
}

function namedValues({ inputs }: Given): readonly NamedValue[] {
  return read.lines.parse(inputs)?.map(namedValue) ?? [];
}

/** A line without `=` is a name as a whole, and no input has it. */
function namedValue(line: string): NamedValue {
  const [name = '', ...rest] = line.split('=');
  return rest.length === 0
    ? { line, name: '', value: '' }
    : { line, name: name.trim(), value: rest.join('=').trim() };
}

function optionsOf(given: Given, environment: Environment): RehearsalOptions {
  const { path: asked, phase } = given;
  const named = {
    path: asked,
    phase,
    ...Object.fromEntries(namedValues(given).map(({ name, value }) => [name, value])),
  };
  return {
    project: projectIn(given, environment),
    inputs: Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')),
    event: EVENT.parse(given.event) ?? 'dispatch',
    mishaps: [],
    keep: false,
  };
}

/** The lines of the rehearsed job as lines of this one. Its commands were obeyed there: here they are text, but for annotations and groups. */
function onlookerOf(runner: Runner): Onlooker {
  return {
    note: runner.line,
    show: (line) => {
      if (line.kind === 'text') runner.untrusted(line.text);
      if (line.kind === 'group') runner.startGroup(line.title);
      if (line.kind === 'endgroup') runner.endGroup();
      if (line.kind === 'annotation') runner.annotate(line.level, rehearsedTitle(line.title), line.text);
    },
  };
}

function rehearsedTitle(title: string): string {
  return title === '' ? 'Rehearsal' : `Rehearsal: ${title}`;
}

const HEADING = `# Rehearsal of the release

Nothing was uploaded or tagged: servers on the runner stood in for PyPI, TestPyPI and GitHub, and are gone. Links below lead nowhere.
`;

async function tell(
  { report, summary, world }: Rehearsed,
  environment: Environment,
  runner: JobFiles,
): Promise<void> {
  const directory = path.join(environment.temp, 'pypi-release-rehearsal');
  const file = path.join(directory, 'report.json');
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...report, world }, undefined, 2)}\n`);
  runner.output('outcome', typeof report.outcome === 'string' ? report.outcome : 'failed');
  runner.output('report', file);
  await runner.summary(`${HEADING}\n${summary}`);
}
