import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ROOT } from '../house/source-files.ts';

it('ends quietly where nobody reads on, as behind a pipe to head', async () => {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/cli.ts'), '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [exitCode] = await once(child, 'close');
  expect([Buffer.concat(said).toString(), exitCode]).toEqual(['', 0]);
});
