import type { Handover } from '../../ports/handover.ts';
import type { ArtifactOptions } from './artifact.ts';

/** The handover port over artifacts. The client is loaded when it is first used: most runs never do. */
export function createHandover(options: ArtifactOptions): Handover {
  let loaded: Promise<Handover> | undefined;
  const service = (): Promise<Handover> => {
    loaded ??= import('./artifact.ts').then(({ createArtifactService }) => createArtifactService(options));
    return loaded;
  };
  return {
    keep: async (artifact) => (await service()).keep(artifact),
    drop: async (name) => (await service()).drop(name),
    left: async () => (await service()).left(),
    take: async (artifact) => (await service()).take(artifact),
  };
}
