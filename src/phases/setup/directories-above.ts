import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';

/**
 * The directories above one, up to the top of the checkout, the nearest first.
 *
 * @param own relative to the working directory, with `/`; so are those that come back
 */
export function directoriesAbove(
  own: string,
  { workspace, directory }: Pick<Plan, 'workspace' | 'directory'>,
): readonly string[] {
  const below = path.join(path.relative(workspace, directory), own);
  const levels = path
    .normalize(below)
    .split(path.sep)
    .filter((part) => part !== '.').length;
  return Array.from({ length: levels }, (_, level) => path.posix.join(own, '../'.repeat(level + 1)));
}
