/** Where commitizen would write the version. */

import path from 'node:path';
import { COMMITIZEN_FILES, commitizenFiles } from '../../packaging/commitizen.ts';
import { placeReader } from '../../packaging/version-places.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';

export interface CommitizenPlaces {
  /** Places in its `version_files` that say what the source says. */
  readonly places: Project['versionPlaces'];
  /** Files that it would look into by a pattern that cannot be read here. */
  readonly unreadable: readonly string[];
}

/**
 * The places that commitizen's settings name.
 *
 * @param version as it is spelled in the source
 */
export async function commitizenPlaces(
  version: string,
  { directory }: Plan,
  files: Files,
): Promise<CommitizenPlaces> {
  const texts = await Promise.all(COMMITIZEN_FILES.map((file) => files.text(path.join(directory, file))));
  const named = texts.flatMap((text) => soundFiles(text ?? ''));
  const found = await Promise.all(
    named.map(async ({ glob, pattern }) => {
      const names = await files.glob(directory, path.posix.normalize(glob));
      const part = { kind: 'lines', pattern } as const;
      return names.map((file) => ({ file, part }));
    }),
  );
  const all = found.flat();
  const says = await Promise.all(
    all.map(async (place) => {
      const text = await files.text(path.join(directory, place.file));
      return placeReader(place)?.rewritten(text ?? '', version, `${version}x`) !== undefined;
    }),
  );
  return {
    places: all.filter((_, index) => says[index]).map((place) => ({ ...place, version })),
    unreadable: all.filter((place) => placeReader(place) === undefined).map(({ file }) => file),
  };
}

/** Settings that their own tool could not read name nothing. */
function soundFiles(text: string): ReturnType<typeof commitizenFiles> {
  try {
    return commitizenFiles(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
