import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createProcesses, STREAM_LIMIT } from '../../../src/adapters/actions/process.ts';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { anything, tidied } from '../../../src/adapters/python/clean-tree.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

const PATH = process.env.PATH ?? '';
const real = createProcesses({ environment: { PATH } });
const files = createFiles();

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
  scratch.write({ '.gitignore': '*.log\nsecret/\n', 'project/code.py': '' });
  git('.', 'init', '--quiet');
  git('.', 'add', '--all');
});
afterEach(() => scratch.remove());

function git(place: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: scratch.file(place), env: { PATH } });
}

async function leftBy(work: () => void, processes: Pick<typeof real, 'run'> = real) {
  const options = { directory: scratch.file('project'), processes, files };
  return (await tidied(anything, options, async () => work())).left;
}

const at = (place: string) => readdirSync(scratch.file(`project/${place}`)).toSorted();

describe('what is removed after some work', () => {
  it('is what the work made: files, and repositories', async () => {
    const left = await leftBy(() => {
      scratch.write({ 'project/new/one': '', 'project/clone/two': '' });
      git('project/clone', 'init', '--quiet');
    });
    expect(left).toEqual(['clone/', 'new/one']);
    expect(at('.')).toEqual(['code.py']);
  });

  it('is no directory that was there, though it became a repository', async () => {
    scratch.write({ 'project/work/mine': '', 'project/logs/a.log': '', 'project/secret/key': '' });
    const left = await leftBy(() => {
      for (const place of ['work', 'logs', 'secret']) git(`project/${place}`, 'init', '--quiet');
    });
    expect(left).toEqual([]);
    expect([at('work'), at('logs'), at('secret')]).toEqual([
      ['.git', 'mine'],
      ['.git', 'a.log'],
      ['.git', 'key'],
    ]);
  });

  it('is no file that was tracked or ignored, where the project itself became a repository', async () => {
    scratch.write({ 'project/a.log': '', 'project/secret/key': '' });
    const left = await leftBy(() => {
      git('project', 'init', '--quiet');
      scratch.write({ 'project/new': '' });
    });
    expect(left).toEqual(['new']);
    expect(at('.')).toEqual(['.git', 'a.log', 'code.py', 'secret']);
  });

  it('is nothing of a repository that was there and is none any more', async () => {
    scratch.write({ 'project/clone/two': '' });
    git('project/clone', 'init', '--quiet');
    await leftBy(() => rmSync(scratch.file('project/clone/.git'), { recursive: true }));
    expect(at('clone')).toEqual(['two']);
  });

  it('is a new file also beside ignored ones', async () => {
    scratch.write({ 'project/logs/a.log': '' });
    expect(await leftBy(() => scratch.write({ 'project/logs/b': '' }))).toEqual(['logs/b']);
  });

  it('is nothing where git’s list of what was there is too long to be had whole', async () => {
    const processes = {
      run: async (...call: Parameters<typeof real.run>) => {
        const { stdout, ...rest } = await real.run(...call);
        return { ...rest, stdout: stdout.padStart(STREAM_LIMIT, 'x') };
      },
    };
    expect(await leftBy(() => scratch.write({ 'project/new': '' }), processes)).toEqual([]);
    expect(at('.')).toEqual(['code.py', 'new']);
  });
});
