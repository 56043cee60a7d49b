import path from 'node:path';
import { type Towncrier, towncrierSettings } from '../../packaging/towncrier.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { type Fault, fault } from '../../release/fault.ts';

/**
 * The project's settings for towncrier; undefined where it does not use it.
 *
 * @returns the fault `towncrier-invalid` where they are no TOML
 */
export async function readTowncrier(
  { directory }: Plan,
  files: Files,
): Promise<Towncrier | undefined | Fault> {
  const [pyproject, towncrier] = await Promise.all(
    ['pyproject.toml', 'towncrier.toml'].map((name) => files.text(path.join(directory, name))),
  );
  try {
    return towncrierSettings({ pyproject, towncrier });
  } catch (error) {
    if (error instanceof SyntaxError) return fault('towncrier-invalid', { problem: error.message });
    throw error;
  }
}
