import { describe, expect, it } from '@jest/globals';
import { inBuiltOrder } from '../../../src/phases/build/built-order.ts';
import { zipOf } from '../../packaging/archives.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aDistribution, aPlan, aPool, PACKAGES, recorder } from '../../support/world.ts';

/** The order of `a`, `b` and `c`, where their wheels require this. */
async function ordered(requires: Readonly<Record<string, readonly string[]>>) {
  const project = aPool('a', 'b', 'c');
  const wheels = project.packages.map(({ name }) => {
    const lines = ['Metadata-Version: 2.4', `Name: ${name}`, 'Version: 1.2.0'];
    const told = (requires[name] ?? []).map((each) => `Requires-Dist: ${each}`);
    const members = { [`${name}-1.2.0.dist-info/METADATA`]: `${[...lines, ...told].join('\n')}\n\n` };
    return { filename: `${name}-1.2.0-py3-none-any.whl`, bytes: zipOf(members) };
  });
  const files = memoryFiles(
    Object.fromEntries(wheels.map(({ filename, bytes }) => [`${PACKAGES}/${filename}`, bytes])),
  );
  const built = wheels.map(({ filename, bytes }) => aDistribution(filename, bytes));
  const told = recorder();
  const { packages } = await inBuiltOrder(project, built, aPlan(), files, told.emit);
  return [packages.map(({ name }) => name).join(' '), told.of('noticed').length];
}

describe('packages that were built', () => {
  it.each<readonly [string, Readonly<Record<string, readonly string[]>>, number]>([
    ['a b c', { c: ['a', 'b'] }, 0],
    ['b c a', { a: ['C>=1'], c: ['b'] }, 1],
    ['b a c', { a: ['b ; python_version > "3"'] }, 1],
    ['b a c', { a: ['b'], b: ['a ; extra == "full"'] }, 1],
    ['a b c', { a: ['b'], b: ['a'] }, 0],
  ])('go up in the order %s, where their metadata requires %j', async (order, requires, told) => {
    expect(await ordered(requires)).toEqual([order, told]);
  });

  it('are left as they are where there is one, or nothing to read', async () => {
    const project = aPool('a', 'b');
    const told = recorder();
    const [plan, files] = [aPlan(), memoryFiles()];
    expect(await inBuiltOrder(project, [], plan, files, told.emit)).toBe(project);
  });
});
