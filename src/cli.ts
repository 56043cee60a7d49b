#!/usr/bin/env node
/** Entry of the command line. */

import { parseArgs } from 'node:util';
import { UsageError } from './cli/usage-error.ts';

const HELP = `pypi-release: releases a Python package; this command line tries it without leaving the machine.

  rehearse   the whole release of a project against built-in servers
             [--project DIR] [--path A|B|C] [--phase P] [--input name=value]... [--event tag|dispatch]
             [--report FILE] [--page FILE] [--mishap SPEC]... [--keep]
  serve      the same servers, until stopped
             [--json] [--state FILE] [--mishap SPEC]...
  check      the rows of the release checklist that need no server
             [--project DIR]
  init       writes the release workflow of a project, and says what to enter as trusted publisher and environment
             [--project DIR]
  bench      the action against the same release by hand, on the sample
             [--runs N]
`;

const OPTIONS = {
  project: { type: 'string' },
  path: { type: 'string' },
  phase: { type: 'string' },
  input: { type: 'string', multiple: true },
  event: { type: 'string' },
  report: { type: 'string' },
  page: { type: 'string' },
  mishap: { type: 'string', multiple: true },
  keep: { type: 'boolean' },
  json: { type: 'boolean' },
  state: { type: 'string' },
  runs: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Each command: the options it takes, and what it does. Commands are loaded only where they are asked for. */
const COMMANDS: Readonly<
  Record<string, { readonly takes: readonly (keyof typeof OPTIONS)[]; run(values: Values): Promise<number> }>
> = {
  rehearse: {
    takes: ['project', 'path', 'phase', 'input', 'event', 'report', 'page', 'mishap', 'keep'],
    async run(values) {
      const { rehearse } = await import('./cli/rehearse.ts');
      const { path, phase } = values;
      const inputs = {
        ...given({ path, phase }),
        ...Object.fromEntries((values.input ?? []).map(namedValue)),
      };
      const options = {
        project: values.project,
        inputs,
        event: eventOf(values.event),
        report: values.report,
        page: values.page,
        mishaps: values.mishap ?? [],
        keep: values.keep ?? false,
      };
      return rehearse(options, print);
    },
  },
  serve: {
    takes: ['json', 'state', 'mishap'],
    async run({ json, state, mishap }) {
      const { serve } = await import('./cli/serve.ts');
      return serve({ json: json ?? false, state, mishaps: mishap ?? [] }, print);
    },
  },
  bench: {
    takes: ['runs'],
    async run({ runs }) {
      const { bench } = await import('./cli/bench.ts');
      return bench(Number(runs ?? 5), print);
    },
  },
  check: {
    takes: ['project'],
    async run({ project }) {
      const { check } = await import('./cli/check.ts');
      return check(project ?? '.', print);
    },
  },
  init: {
    takes: ['project'],
    async run({ project }) {
      const { init } = await import('./cli/init.ts');
      return init(project ?? '.', print);
    },
  },
};

// Whoever reads may stop reading (`check | head`): what was begun is ended all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.version) return say(process.env.PYPI_RELEASE_VERSION ?? 'unbundled');
    const [name, ...rest] = positionals;
    const command = COMMANDS[name ?? ''];
    if (values.help || name === undefined) return say(HELP);
    if (command === undefined)
      throw new UsageError(`There is no command ${name}. Commands: ${Object.keys(COMMANDS).join(', ')}.`);
    if (rest.length > 0) throw new UsageError(`${name} takes no ${rest.join(' ')}.`);
    const stray = Object.keys(values).filter(
      (option) => !command.takes.includes(option as keyof typeof OPTIONS),
    );
    if (stray.length > 0) throw new UsageError(`${name} takes no --${stray.join(', no --')}.`);
    return await command.run(values);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof TypeError && 'code' in error)) throw error;
    process.stderr.write(`${error.message}\n\n${HELP}`);
    return 2;
  }
}

function say(text: string): number {
  print(text.trimEnd());
  return 0;
}

function eventOf(event: string | undefined): 'tag' | 'dispatch' {
  if (event === undefined || event === 'dispatch' || event === 'tag') return event ?? 'dispatch';
  throw new UsageError(`--event is ${event}. Allowed: tag, dispatch.`);
}

function namedValue(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError(`--input is ${text}. It takes name=value.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function given(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}
