import { noticed } from '../../release/event.ts';
import type { UploadReceipt } from '../../release/facts.ts';
import { Stopped } from '../../release/fault.ts';
import { definePhase, type Given } from '../../release/phase.ts';
import { attestationFaults } from '../../upload/attestations.ts';
import { credentialFaults, type Publication, publish } from '../../upload/publish.ts';
import { inBuiltOrder } from '../build/built-order.ts';
import { keepJournal } from '../journal/keep-journal.ts';
import { readProject } from '../setup/project.ts';
import { READING } from '../setup/reading.ts';
import { installBack } from '../test-local/install-back.ts';

/** The whole upload, tried where it does not count. */
export const testpypi = definePhase({
  name: 'testpypi',
  title: 'Publish to TestPyPI',
  needs: ['project', 'build'],
  wants: [],
  uses: [...READING, 'indexes', 'environments', 'clock', 'signer', 'forge', 'checkout', 'handover'],
  yields: 'testUpload',

  async preflight(plan, world) {
    const { indexes, signer } = world;
    const { faults } = await readProject(plan, world);
    if (!plan.indexes.testpypi.required) return faults;
    const credentials = await credentialFaults('testpypi', plan, indexes.testpypi);
    return [...faults, ...credentials, ...(await attestationFaults('testpypi', plan, signer))];
  },

  async recall() {
    return undefined;
  },

  async run(given: Given<'project' | 'build', never>, plan, world, emit): Promise<UploadReceipt> {
    const { build } = given;
    try {
      const project = await inBuiltOrder(given.project, build.distributions, plan, world.files, emit);
      const keep: Publication['keep'] = (attestations) =>
        keepJournal({ project, build, attestations }, plan, world, emit);
      const receipt = await publish({ name: 'testpypi', plan, project, build, world, emit, keep });
      if (plan.mode !== 'dry-run') {
        const { distributions } = build;
        await installBack({ name: 'testpypi', plan, project, distributions, receipt, world, emit });
      }
      return receipt;
    } catch (error) {
      if (plan.indexes.testpypi.required || !(error instanceof Stopped)) throw error;
      for (const { title, finding } of error.faults) {
        noticed(emit, 'warning', title, `${finding} (testpypi: best-effort)`);
      }
      return { url: '', files: [] };
    }
  },
});
