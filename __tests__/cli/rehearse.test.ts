import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { ACTION } from '../support/scenario.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

// Windows has no signals.
const claim = process.platform === 'win32' ? it.skip : it;
const PROJECT = path.join(ACTION, '__tests__/fixtures/projects/tiny');

let scratch: Scratch;
let action: string;

beforeAll(async () => {
  scratch = makeScratch();
  action = await bundledAction(scratch.file('action'));
}, 60_000);
afterAll(() => scratch.remove());

/** A rehearsal in which an index is slow without end, interrupted as by Ctrl-C in a terminal once the action has begun. */
function interrupted(report: string): Promise<{ readonly exit: number | null; readonly shown: string }> {
  const args = [path.join(action, 'dist/cli.js'), 'rehearse', '--project', PROJECT, '--path', 'C'];
  const slow = ['--mishap', 'pypi:GET /simple/:slow-60000', '--report', report];
  const child = spawn(process.execPath, [...args, ...slow], {
    // A group of its own, to all of which a terminal sends the signal.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: hostEnvironment(process.env),
  });
  let shown = '';
  let told = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (!told && shown.includes('Releasing ')) {
      told = true;
      setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGINT'), 500);
    }
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit, shown }));
  });
}

claim(
  'a rehearsal that is interrupted cancels the action as a runner does, and tells what it came to',
  async () => {
    const report = scratch.file('report.json');
    const { exit, shown } = await interrupted(report);
    expect(exit).toBe(1);
    expect(shown).toContain('error: The operation was canceled.');
    expect(shown).toContain('The servers hold:');
    const { outcome, faults } = JSON.parse(await readFile(report, 'utf8'));
    expect([outcome, faults.map(({ code }: { readonly code: string }) => code)]).toEqual([
      'failed',
      ['cancelled'],
    ]);
  },
);
