import path from 'node:path';
import type { Processes } from '../actions/process.ts';
import { createCheckout } from './checkout.ts';

/** The directory and those above it, up to the top of the checkout: the nearest first. Outside a repository the directory alone. */
export async function levelsAbove(
  processes: Pick<Processes, 'run'>,
  directory: string,
): Promise<readonly string[]> {
  const prefix = await createCheckout(processes, directory).prefix();
  const levels = prefix.split('/').length;
  return Array.from({ length: levels }, (_, level) => path.join(directory, '../'.repeat(level)));
}
