/** The runner of GitHub Actions: the log, annotations, outputs and the job summary, over its stdout commands and command files. */

import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { JobFiles, Runner } from '../../ports/runner.ts';

export interface RunnerOptions {
  /** Which command files the job has. Run by hand it has none: then outputs and the summary are dropped. */
  readonly commandFiles: { readonly output: boolean; readonly summary: boolean };
}

/** What the runner would read as a command: `::name::` after blanks at the start of a line, `##[name]` anywhere (actions/runner, ActionCommand). */
const COMMAND = /^[\s\u0085]*::|##\[/m;
const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;
/** Shorter lines of a multi-line secret (a brace of a JSON key) would mask half the log. */
const SHORTEST_MASK = 4;

/** The runner. Nothing printed through it is read as a command but its own groups and annotations. */
export function createRunner({ commandFiles }: RunnerOptions): Runner & JobFiles {
  return {
    line: (text) => core.info(harmless(text)),
    untrusted: printUntrusted,
    startGroup: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    annotate: (level, title, message) => ANNOTATE[level](message, { title }),
    output: commandFiles.output ? core.setOutput : dropped('GITHUB_OUTPUT is not set: outputs are dropped.'),
    summary: commandFiles.summary ? writeSummary : async () => droppedSummary(),
  };
}

/**
 * Masks a secret in all that is printed from here on; to be called before anything can print it.
 * Of a secret of several lines each line is masked: a log line never holds more than one.
 */
export function mask(secret: string): void {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
  const secrets = lines.length === 1 ? lines : lines.filter((line) => line.length >= SHORTEST_MASK);
  for (const each of new Set(secrets)) if (each !== '') core.setSecret(each);
}

/** Our own lines quote the values of others: what would be a command in them is broken up. */
function harmless(text: string): string {
  return text.replace(/^([\s\u0085]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}

/** Text of a child as it is; commands are switched off around it where it has any. */
function printUntrusted(text: string): void {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const token = COMMAND.test(plain) ? randomUUID() : undefined;
  if (token !== undefined) core.info(`::stop-commands::${token}`);
  core.info(plain);
  if (token !== undefined) core.info(`::${token}::`);
}

async function writeSummary(markdown: string): Promise<void> {
  await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
}

function droppedSummary(): void {
  core.debug('GITHUB_STEP_SUMMARY is not set: the summary is dropped.');
}

/** A function that says once, in the debug log, why it does nothing. */
function dropped(reason: string): () => void {
  let said = false;
  return () => {
    if (!said) core.debug(reason);
    said = true;
  };
}
