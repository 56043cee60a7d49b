import path from 'node:path';
import { type Distribution, parsedFileName } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';

/**
 * Those distributions that this machine can install. Of a wheel for one platform, or for one version of Python, the installer itself is asked; an
 * sdist and a wheel for any Python 3 are taken to fit, so that what is wrong with them is found.
 */
export async function fittingHere(
  distributions: readonly Distribution[],
  { packages }: Pick<Plan, 'packages'>,
  { environments }: Pick<World, 'environments'>,
): Promise<readonly Distribution[]> {
  if (!distributions.some(isForSome)) return distributions;
  const environment = await environments.create('fitting');
  const asked = distributions.map(async (each) =>
    !isForSome(each) || (await environment.fits(path.join(packages, each.filename))) ? [each] : [],
  );
  const fitting = (await Promise.all(asked)).flat();
  await environment.remove();
  return fitting;
}

/** Whether a file is a wheel for one platform, or for one version of Python. */
export function isForSome({ filename }: Pick<Distribution, 'filename'>): boolean {
  const { kind, python, abi, platform } = parsedFileName(filename) ?? {};
  const isForAll = platform === 'any' && abi === 'none' && python?.split('.').includes('py3');
  return kind === 'wheel' && isForAll !== true;
}
