import type { CoreMetadata } from '../packaging/core-metadata.ts';

/** The project's build back end. */
export interface BackEnd {
  /**
   * The core metadata that it gives for a project of the checkout as it stands at the first call (PEP 517). It runs in a copy of the
   * checkout, once in a run, whoever asks. Throws `Stopped` where it fails.
   *
   * @param directory of the project, absolute
   */
  metadata(directory: string): Promise<CoreMetadata>;
}
