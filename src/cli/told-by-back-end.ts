/** What only a project's back end can tell, for the command line itself. */

import type { CoreMetadata } from '../packaging/core-metadata.ts';
import { Stopped } from '../release/fault.ts';
import { openedProject, type ProjectPlace } from './opened-project.ts';

/** Name and version by the project's back end, which works on a copy; undefined where it tells none. */
export async function toldByBackEnd(
  place: ProjectPlace,
): Promise<Pick<CoreMetadata, 'name' | 'version'> | undefined> {
  const { world } = await openedProject(place);
  try {
    return await world.backEnd.metadata(place.directory);
  } catch (error) {
    // What is wrong with it the action itself will say.
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}
