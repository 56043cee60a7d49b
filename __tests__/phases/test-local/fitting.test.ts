import { describe, expect, it } from '@jest/globals';
import { fittingHere } from '../../../src/phases/test-local/fitting.ts';
import { aDistribution, aPlan, fakeEnvironments, PACKAGES } from '../../support/world.ts';

const NAMES = [
  'demo-1.2.0-cp310-abi3-win_amd64.whl',
  'demo-1.2.0-cp312-cp312-musllinux_1_2_x86_64.whl',
  'demo-1.2.0-py312-none-any.whl',
  'demo-1.2.0-py3-none-any.whl',
  'demo-1.2.0.tar.gz',
];

describe('fittingHere', () => {
  it('asks the installer of wheels for one platform or one Python, and of nothing else', async () => {
    const asked: string[] = [];
    const fits = async (wheel: string): Promise<boolean> => {
      asked.push(wheel);
      return !wheel.includes('win_amd64');
    };
    const environments = fakeEnvironments({ fits });
    const all = NAMES.map((name) => aDistribution(name));
    const fitting = await fittingHere(all, aPlan(), { environments });
    expect(fitting.map(({ filename }) => filename)).toEqual(NAMES.slice(1));
    expect(asked).toEqual(NAMES.slice(0, 3).map((name) => `${PACKAGES}/${name}`));
    expect(environments.calls).toEqual(['create fitting', 'remove fitting']);
  });

  it('makes no environment where all are for any platform', async () => {
    const environments = fakeEnvironments();
    const pure = [...NAMES.slice(3), 'demo-1.2.0-py2.py3-none-any.whl'].map((name) => aDistribution(name));
    expect(await fittingHere(pure, aPlan(), { environments })).toEqual(pure);
    expect(environments.calls).toEqual([]);
  });
});
