import path from 'node:path';
import { type Distribution, parsedFileName } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';

/**
 * Those distributions that this machine can install. Of wheels for one platform the installer itself is asked; an sdist and a wheel for any
 * platform are taken to fit, so that what is wrong with them is found.
 */
export async function fittingHere(
  distributions: readonly Distribution[],
  { packages }: Pick<Plan, 'packages'>,
  { environments }: Pick<World, 'environments'>,
): Promise<readonly Distribution[]> {
  if (!distributions.some(isForOnePlatform)) return distributions;
  const environment = await environments.create('fitting');
  const asked = distributions.map(async (each) =>
    !isForOnePlatform(each) || (await environment.fits(path.join(packages, each.filename))) ? [each] : [],
  );
  const fitting = (await Promise.all(asked)).flat();
  await environment.remove();
  return fitting;
}

function isForOnePlatform({ filename }: Distribution): boolean {
  const platform = parsedFileName(filename)?.platform;
  return platform !== undefined && platform !== 'any';
}
