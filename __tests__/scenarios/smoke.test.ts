import { expect, it } from '@jest/globals';
import { openScenario, writes } from '../support/scenario.ts';

it('smoke', async () => {
  const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
  const t = Date.now();
  const first = await scenario.run({ inputs: { path: 'C' } });
  process.stderr.write(`${Date.now() - t} ms\n${first.log}\n${JSON.stringify(first.children.map((c) => [c.file, ...c.args].join(' ')), null, 1)}\n`);
  const second = await scenario.run({ inputs: { path: 'C' } });
  process.stderr.write(`${second.log}\n${JSON.stringify(first.report, null, 1)}\n${writes(second.requests)}\n`);
  await scenario.close();
  expect(first.exitCode).toBe(0);
});
