import { describe, expect, it } from '@jest/globals';
import { type Questions, smoke } from '../../../src/phases/test-local/smoke.ts';
import { faultOf } from '../../support/faults.ts';
import { DONE, failing, fakeEnvironments } from '../../support/world.ts';

const QUESTIONS: Questions = {
  subject: 'wheel[flask]',
  modules: ['demo', 'demo_extra'],
  commands: ['demo --help', 'demo --version'],
  frameworks: [{ framework: 'flask', module: 'demo.app', callable: 'init' }],
};

async function asked(
  questions: Partial<Questions> = {},
  changes: Parameters<typeof fakeEnvironments>[0] = {},
) {
  const environments = fakeEnvironments({ packages: async () => ['demo==1.2.0', 'flask==3.0'], ...changes });
  const environment = await environments.create('here');
  return { calls: environments.calls, work: smoke(environment, { ...QUESTIONS, ...questions }) };
}

describe('smoke', () => {
  it('asks for the imports, the commands and the frameworks, in this order', async () => {
    const { calls, work } = await asked();
    expect((await work).map(({ id, outcome, evidence }) => [id, outcome, evidence])).toEqual([
      ['import', 'passed', 'import demo, demo_extra'],
      ['smoke', 'passed', 'demo --help'],
      ['smoke', 'passed', 'demo --version'],
      ['framework', 'passed', 'flask=demo.app:init'],
    ]);
    expect(calls.slice(1)).toEqual([
      'here python demo demo_extra',
      'here command demo --help',
      'here command demo --version',
      'here python flask demo.app init',
    ]);
  });

  it('imports nothing where there is nothing to import', async () => {
    const { calls, work } = await asked({ modules: [], commands: [], frameworks: [] });
    expect(await work).toEqual([]);
    expect(calls).toEqual(['create here']);
  });

  it('shows the child’s last lines and what is installed, and asks no more', async () => {
    const { calls, work } = await asked(
      {},
      { command: async (line) => (line === 'demo --help' ? failing('a\nb\nc\nd\ne\n', 7) : DONE) },
    );
    const fault = await faultOf(work);
    expect(fault).toMatchObject({
      code: 'smoke-failed',
      title: 'demo --help with wheel[flask] does not work',
      finding: 'b | c | d | e (exit code 7; installed: demo==1.2.0, flask==3.0)',
    });
    expect(calls.at(-1)).toBe('here command demo --help');
  });

  it.each([
    ['an import', { commands: [], frameworks: [] }, 'import demo, demo_extra with wheel[flask]'],
    ['a framework', { modules: [], commands: [] }, 'flask=demo.app:init with wheel[flask]'],
  ])('stops at %s that fails', async (_what, questions, title) => {
    const { work } = await asked(questions, { python: async () => failing('ModuleNotFoundError: flask') });
    const fault = await faultOf(work);
    expect(fault.title).toContain(title);
    expect(fault.finding).toContain('ModuleNotFoundError: flask');
  });
});
