import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { rehearsal } from '../../src/cli/rehearsal.ts';
import { faultOf } from '../support/faults.ts';
import { commitAll } from '../support/plain-clone.ts';
import { command } from '../support/scenario.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const servers = () => process.getActiveResourcesInfo().filter((name) => /^TCPServer/i.test(name)).length;

it('ends, with no server left, where git cannot give the whole history', async () => {
  const project = scratch.file('project');
  scratch.write({ 'project/pyproject.toml': '[project]\nname = "demo"\nversion = "1.0"\n' });
  await commitAll(project);
  const { stdout } = await command('git', ['-C', project, 'rev-parse', 'HEAD:pyproject.toml']);
  const blob = stdout.trim();
  rmSync(path.join(project, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  const before = servers();
  const options = { project, inputs: {}, event: 'dispatch', mishaps: [], keep: false } as const;
  const fault = await faultOf(rehearsal(options, { show: () => {}, note: () => {} }));
  expect(fault.code).toBe('rehearsal-impossible');
  expect(servers()).toBe(before);
});
