import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandFileError } from '../../src/cli/command-files.ts';
import { type Job, runJob } from '../../src/cli/job.ts';
import type { StepLine } from '../../src/cli/workflow-commands.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const DEFINITION = `
inputs:
  path: { description: x }
  dry-run: { description: x, default: 'no' }
  two words: { description: x }
runs: { using: node24, main: dist/main.mjs, post: dist/post.mjs }
`;
const TELL = `
const seen = Object.entries(process.env).filter(([name]) => /^(INPUT|STATE|OWN)_/.test(name));
console.log(JSON.stringify(Object.fromEntries(seen)));
`;

/** Runs an action of these scripts. */
async function running(main: string, post = '', changes: Partial<Job> = {}, definition = DEFINITION) {
  scratch.write({
    'action/action.yml': definition,
    'action/dist/main.mjs': `import { appendFileSync as append } from 'node:fs';\n${main}`,
    'action/dist/post.mjs': post,
    'work/keep': '',
  });
  const lines: StepLine[] = [];
  const job: Job = {
    action: scratch.file('action'),
    inputs: { path: 'B' },
    environment: { PATH: process.env.PATH ?? '', OWN_ONE: '1' },
    workspace: scratch.file('work'),
    temp: scratch.file('temp'),
    node: process.execPath,
    ...changes,
  };
  const result = await runJob(job, (line) => void lines.push(line));
  const texts = lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
  return { result, lines, texts };
}

describe('runJob', () => {
  it('sets every declared input, and what else the workflow gives', async () => {
    const { texts } = await running(TELL, '', { inputs: { path: 'B', 'not declared': 'x' } });
    expect(JSON.parse(texts[0] ?? '')).toEqual({
      INPUT_PATH: 'B',
      'INPUT_DRY-RUN': 'no',
      INPUT_TWO_WORDS: '',
      INPUT_NOT_DECLARED: 'x',
      OWN_ONE: '1',
    });
  });

  it('runs in the workspace and gives the exit code, the outputs and the summary', async () => {
    const { result, texts } = await running(`
      append(process.env.GITHUB_OUTPUT, 'a=1\\nb<<X\\none\\ntwo\\nX\\n');
      append(process.env.GITHUB_STEP_SUMMARY, '# Done\\n');
      console.log(process.cwd());
      process.exitCode = 3;
    `);
    expect(result.exitCode).toBe(3);
    expect([...result.outputs]).toEqual([
      ['a', '1'],
      ['b', 'one\ntwo'],
    ]);
    expect(result.summary).toBe('# Done\n');
    expect(texts).toEqual([scratch.file('work')]);
  });

  it('shows both streams as the runner would, with masks and commands taken out', async () => {
    const { lines } = await running(`
      console.log('::add-mask::s3cret');
      console.log('::group::Build');
      console.log('a s3cret');
      await new Promise((resolve) => process.stdout.write('', resolve));
      setTimeout(() => console.error('::error title=T::bad'), 50);
    `);
    expect(lines).toEqual([
      { kind: 'group', title: 'Build' },
      { kind: 'text', text: 'a ***' },
      { kind: 'annotation', level: 'error', title: 'T', text: 'bad' },
    ]);
  });

  it('hands the state of main on to post, in files of its own', async () => {
    const { texts, result } = await running(
      `append(process.env.GITHUB_STATE, 'cache_key=k\\n'); append(process.env.GITHUB_OUTPUT, 'a=1\\n');`,
      `${TELL}
       import { readFileSync } from 'node:fs';
       console.log(JSON.stringify(readFileSync(process.env.GITHUB_OUTPUT, 'utf8')));`,
    );
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({ STATE_cache_key: 'k', INPUT_PATH: 'B' });
    expect(texts[1]).toBe('""');
    expect(result.outputs.get('a')).toBe('1');
  });

  it('runs post after a main that failed', async () => {
    const { result, texts } = await running('process.exitCode = 1;', `console.log('post');`);
    expect([result.exitCode, texts]).toEqual([1, ['post']]);
  });

  it('runs no post where the action has none', async () => {
    const { texts } = await running(
      '',
      `console.log('post');`,
      {},
      DEFINITION.replace(', post: dist/post.mjs', ''),
    );
    expect(texts).toEqual([]);
  });

  it('fails where the action wrote a command file that the runner would refuse', async () => {
    await expect(running(`append(process.env.GITHUB_OUTPUT, 'rubbish\\n');`)).rejects.toThrow(
      CommandFileError,
    );
  });

  it('tells a child that a signal ended as failed', async () => {
    const { result } = await running(`process.kill(process.pid, 'SIGKILL');`);
    expect(result.exitCode).toBe(1);
  });
});
