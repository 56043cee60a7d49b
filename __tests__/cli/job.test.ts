import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Job, type Running, runJob } from '../../src/cli/job.ts';
import type { StepLine } from '../../src/cli/runner/step-line.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { annotation } from '../support/step-context.ts';

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

interface Changes extends Partial<Job> {
  readonly definition?: string;
  /** Cancels main when this line comes. */
  readonly cancelAt?: string;
}

const QUICK = { interrupt: 300, terminate: 300, streams: 300 };

/** Runs an action of these scripts. */
async function running(
  main: string,
  post = '',
  { definition = DEFINITION, cancelAt, ...changes }: Changes = {},
) {
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
    secrets: [],
    node: process.execPath,
    ...changes,
  };
  const controller = new AbortController();
  const options: Running = { cancel: controller.signal, patience: QUICK };
  const result = await runJob(
    job,
    (line) => {
      lines.push(line);
      if (line.kind === 'text' && line.text === cancelAt) controller.abort();
    },
    options,
  );
  const texts = lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
  return { result, lines, texts };
}

describe('runJob', () => {
  it('sets every declared input, and what else the workflow gives', async () => {
    const { texts, lines } = await running(TELL, '', { inputs: { path: 'B', 'not declared': 'x' } });
    expect(JSON.parse(texts[0] ?? '')).toEqual({
      INPUT_PATH: 'B',
      'INPUT_DRY-RUN': 'no',
      INPUT_TWO_WORDS: '',
      INPUT_NOT_DECLARED: 'x',
      OWN_ONE: '1',
    });
    const message = "Unexpected input(s) 'not declared', valid inputs are ['path', 'dry-run', 'two words']";
    expect(lines.filter(({ kind }) => kind === 'annotation')).toEqual([
      annotation('warning', message),
      annotation('warning', message),
    ]);
  });

  it('runs in the workspace and gives the exit code, the outputs and the summary', async () => {
    const { result, texts } = await running(`
      append(process.env.GITHUB_OUTPUT, 'a=1\\nb<<X\\none\\ntwo\\nX\\n');
      append(process.env.GITHUB_STEP_SUMMARY, '# Done\\n');
      console.log(process.cwd());
      process.exitCode = 3;
    `);
    expect([result.exitCode, result.conclusion]).toEqual([3, 'failure']);
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
    const { texts } = await running('', `console.log('post');`, {
      definition: DEFINITION.replace(', post: dist/post.mjs', ''),
    });
    expect(texts).toEqual([]);
  });

  it('is a success where main and post are', async () => {
    expect((await running('')).result.conclusion).toBe('success');
  });

  it.each([
    ['GITHUB_OUTPUT', 'output'],
    ['GITHUB_ENV', 'env'],
    ['GITHUB_STATE', 'state'],
  ])(
    'fails where the action wrote a %s that the runner would refuse, though it ended well',
    async (variable, name) => {
      const { result, lines } = await running(`append(process.env.${variable}, 'rubbish\\n');`);
      expect([result.exitCode, result.conclusion]).toEqual([0, 'failure']);
      expect(lines).toEqual([
        annotation('error', `Unable to process file command '${name}' successfully.`),
        annotation('error', "Invalid format 'rubbish'"),
      ]);
    },
  );

  it('fails where post fails', async () => {
    const { result } = await running('', 'process.exitCode = 1;');
    expect([result.exitCode, result.conclusion]).toEqual([0, 'failure']);
  });

  it('fails where the action gave a command that the runner refuses', async () => {
    const { result } = await running(`console.error('::set-env name=A::x');`);
    expect([result.exitCode, result.conclusion]).toEqual([0, 'failure']);
  });

  it('takes command files that are gone, and those that begin with a byte order mark', async () => {
    const { result, lines } = await running(`
      import { rmSync, writeFileSync } from 'node:fs';
      for (const name of ['STEP_SUMMARY', 'ENV', 'PATH', 'STATE']) rmSync(process.env['GITHUB_' + name]);
      writeFileSync(process.env.GITHUB_OUTPUT, '\ufeffa=1\\n');`);
    expect([result.conclusion, [...result.outputs], result.summary, lines]).toEqual([
      'success',
      [['a', '1']],
      '',
      [],
    ]);
  });

  it('gives variables and directories of main to post, the state under its own name, and masks what main masked', async () => {
    const { texts } = await running(
      `append(process.env.GITHUB_ENV, 'OWN_TWO=2\\nGITHUB_REF=x\\n');
       append(process.env.GITHUB_PATH, '/one\\n/two\\n');
       append(process.env.GITHUB_STATE, 'own=s\\n');
       console.log('::add-mask::s3cret');`,
      `console.log(process.env.OWN_TWO, process.env.GITHUB_REF, process.env.STATE_own, process.env.PATH, 's3cret');`,
      { environment: { PATH: '/bin', GITHUB_REF: 'r' } },
    );
    const directories = ['/two', '/one', '/bin'].join(path.delimiter);
    expect(texts).toEqual([`2 r s ${directories} ***`]);
  });

  it('gives post no output of main, and main no state', async () => {
    const { texts } = await running(
      `console.log(Object.keys(process.env).some((name) => /^STATE/.test(name)));`,
    );
    expect(texts).toEqual(['false']);
  });

  it('masks the job’s own secrets from the start, and drops outputs that hold one at the end', async () => {
    const { result, lines } = await running(
      `console.log('a t0ken'); append(process.env.GITHUB_OUTPUT, 'a=t0ken\\nb=later\\nc=1\\n');`,
      `console.log('::add-mask::later');`,
      { secrets: ['t0ken'] },
    );
    expect(lines).toEqual([
      { kind: 'text', text: 'a ***' },
      annotation('warning', "Skip output 'a' since it may contain secret."),
      annotation('warning', "Skip output 'b' since it may contain secret."),
    ]);
    expect([...result.outputs]).toEqual([['c', '1']]);
  });

  it('shows debug lines with RUNNER_DEBUG=1 only', async () => {
    const debugged = async (value: string) =>
      (await running(`console.log('::debug::deep');`, '', { environment: { RUNNER_DEBUG: value } })).lines;
    expect(await debugged('1')).toEqual([{ kind: 'debug', text: 'deep' }]);
    expect(await debugged('0')).toEqual([]);
  });

  it('tells a child that a signal ended as failed', async () => {
    const { result } = await running(`process.kill(process.pid, 'SIGKILL');`);
    expect([result.exitCode, result.conclusion]).toEqual([137, 'failure']);
  });
});

// Windows has no signals.
(process.platform === 'win32' ? describe.skip : describe)('a cancelled job', () => {
  it('has the outputs, the state and the summary of main, and runs post', async () => {
    const { result, lines } = await running(
      `process.on('SIGINT', () => {
         append(process.env.GITHUB_OUTPUT, 'a=1\\n');
         append(process.env.GITHUB_STATE, 'key=k\\n');
         append(process.env.GITHUB_STEP_SUMMARY, 'cancelled\\n');
         process.exit(1);
       });
       setTimeout(() => {}, 60_000);
       console.log('ready');`,
      `console.log('post', process.env.STATE_key);`,
      { cancelAt: 'ready' },
    );
    expect([result.conclusion, result.exitCode, result.summary]).toEqual(['cancelled', 1, 'cancelled\n']);
    expect([...result.outputs]).toEqual([['a', '1']]);
    expect(lines).toEqual([
      { kind: 'text', text: 'ready' },
      annotation('error', 'The operation was canceled.'),
      { kind: 'text', text: 'post k' },
    ]);
  });

  it('is cancelled though main ended well', async () => {
    const { result } = await running(
      `process.on('SIGINT', () => process.exit(0)); setTimeout(() => {}, 60_000); console.log('ready');`,
      '',
      { cancelAt: 'ready' },
    );
    expect([result.conclusion, result.exitCode]).toEqual(['cancelled', 0]);
  });

  it('does not cancel post', async () => {
    const { result, texts } = await running(
      '',
      `console.log('post'); setTimeout(() => console.log('done'), 200);`,
      {
        cancelAt: 'post',
      },
    );
    expect([result.conclusion, texts]).toEqual(['success', ['post', 'done']]);
  });

  it('that was cancelled before it began ends at once', async () => {
    scratch.write({
      'action/action.yml': DEFINITION,
      'action/dist/main.mjs': 'setTimeout(() => {}, 60_000);',
      'action/dist/post.mjs': '',
    });
    const [action, temp] = [scratch.file('action'), scratch.file('temp')];
    const job = {
      action,
      inputs: {},
      environment: {},
      secrets: [],
      workspace: scratch.directory,
      temp,
      node: process.execPath,
    };
    const result = await runJob(job, () => undefined, { cancel: AbortSignal.abort(), patience: QUICK });
    expect(result.conclusion).toBe('cancelled');
  });
});
