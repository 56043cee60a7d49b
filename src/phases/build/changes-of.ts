import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { World } from '../../ports/world.ts';

/**
 * The files that `work` changes in the checkout. What differed from the commit before, and was left as it was, is not its doing.
 *
 * @param also files above the working directory, where git is not asked for changes
 */
export async function changesOf(
  work: () => Promise<void>,
  { directory }: Plan,
  { checkout, files }: Pick<World, 'checkout' | 'files'>,
  also: readonly string[] = [],
): Promise<readonly string[]> {
  const before = await contents([...(await checkout.changes()), ...also], directory, files);
  await work();
  const after = await contents([...(await checkout.changes()), ...also], directory, files);
  return [...after.keys()].filter((file) => !before.has(file) || before.get(file) !== after.get(file));
}

async function contents(
  names: readonly string[],
  directory: string,
  files: Files,
): Promise<ReadonlyMap<string, string | undefined>> {
  const read = names.map(async (name) => [name, await files.text(path.join(directory, name))] as const);
  return new Map(await Promise.all(read));
}
