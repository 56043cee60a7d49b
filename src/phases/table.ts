/** The registry: every phase by its name. */

import type { PhaseTable } from '../release/perform.ts';
import type { AnyPhase } from '../release/phase.ts';
import { build } from './build/build.ts';
import { develop } from './develop/develop.ts';
import { monitor } from './monitor/monitor.ts';
import { postPublish } from './post-publish/post-publish.ts';
import { pypi } from './pypi/pypi.ts';
import { setup } from './setup/setup.ts';
import { testLocal } from './test-local/test-local.ts';
import { testpypi } from './testpypi/testpypi.ts';

/**
 * Which facts and ports a phase gets is checked where it is defined; here that knowledge is given up, once, so that
 * the engine can treat all phases alike.
 */
const phases: Readonly<Record<keyof PhaseTable, unknown>> = {
  setup,
  develop,
  build,
  'test-local': testLocal,
  testpypi,
  pypi,
  'post-publish': postPublish,
  monitor,
};

export const PHASE_TABLE = phases as Readonly<Record<keyof PhaseTable, AnyPhase>>;
