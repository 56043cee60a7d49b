import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import type { ChecklistRow } from '../../release/checklist.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, faultsOf, Stopped } from '../../release/fault.ts';
import { hasSeveral, shares } from '../../release/packages.ts';
import { definePhase } from '../../release/phase.ts';
import { attestationFaults } from '../../upload/attestations.ts';
import { credentialFaults, type Publication, publish } from '../../upload/publish.ts';
import { inBuiltOrder } from '../build/built-order.ts';
import { settleTree } from '../handover/changed-files.ts';
import { keepJournal } from '../journal/keep-journal.ts';
import { readProject } from '../setup/project.ts';
import { READING } from '../setup/reading.ts';
import { installBack } from '../test-local/install-back.ts';
import { checklist } from './checklist.ts';
import { evidenceBefore, gatheredEvidence, type Known, type Listed } from './evidence.ts';
import { compareWithLast } from './last-release.ts';
import { unreleasable } from './releasable.ts';

const USES = [
  ...READING,
  ...([
    'indexes',
    'environments',
    'clock',
    'signer',
    'checkout',
    'forge',
    'handover',
    'web',
    'markup',
  ] as const),
] as const;

type PypiWorld = Pick<World, (typeof USES)[number]>;

/** The checklist, then the upload that cannot be undone. */
export const pypi = definePhase({
  name: 'pypi',
  title: 'Publish to PyPI',
  needs: ['project', 'build'],
  wants: ['checks'],
  uses: USES,
  yields: 'upload',

  async preflight(plan, world) {
    const { files, indexes, signer, clock } = world;
    const { project, faults } = await readProject(plan, world);
    const credentials = [
      ...(await credentialFaults('pypi', plan, indexes.pypi)),
      ...(await attestationFaults('pypi', plan, signer)),
    ];
    if (project === undefined) return [...faults, ...credentials];
    const uncommitted = await uncommittedFaults(project, plan, world);
    if (plan.indexes.pypi.credential.kind === 'none') return [...credentials, ...uncommitted];
    const now = clock.now();
    const refused = shares(project, []).map((share) =>
      faultsOf(() => unreleasable({ plan, project: share.project, files, now }, project, world)),
    );
    return [...credentials, ...uncommitted, ...(await Promise.all(refused)).flat()];
  },

  async recall() {
    return undefined;
  },

  async run({ project: read, build, checks }, plan, world, emit) {
    await settleTree(build.changed, plan, world);
    const project = await inBuiltOrder(read, build.distributions, plan, world.files, emit);
    const published = await goThroughChecklist({ project, build, checks }, plan, world, emit);
    for (const share of shares(project, build.distributions)) {
      const listed = published.find(({ name }) => name === share.project.normalizedName);
      const title = `Compare ${hasSeveral(project) ? `${share.project.name} ` : ''}with the last release`;
      await compareWithLast({ share, published: listed?.found, title }, plan, world, emit);
    }
    const keep: Publication['keep'] = (attestations) =>
      keepJournal({ project, build, attestations }, plan, world, emit);
    const receipt = await publish({ name: 'pypi', plan, project, build, world, emit, keep });
    if (plan.mode === 'dry-run') return receipt;
    const { distributions } = build;
    const installedBack = await installBack({
      name: 'pypi',
      plan,
      project,
      distributions,
      receipt,
      world,
      emit,
    });
    return { ...receipt, ...(installedBack === undefined ? {} : { installedBack }) };
  },
});

/** What would fail the checklist's `committed` row, told before anything is built or public. */
async function uncommittedFaults(
  project: Project,
  plan: Plan,
  world: Pick<PypiWorld, 'files' | 'checkout'>,
): Promise<readonly Fault[]> {
  // What the forge has is the question of the phase that tags.
  const rows = checklist(await evidenceBefore(project, plan, world));
  return failures(rows.filter(({ id }) => id === 'committed'));
}

/** @returns what the index has of each package, as the checklist found it */
async function goThroughChecklist(
  known: Known,
  plan: Plan,
  world: PypiWorld,
  emit: Emit,
): Promise<readonly Listed[]> {
  const { rows, published } = await step(
    emit,
    'Go through the checklist',
    async () => {
      const there = await Promise.all(
        known.project.packages.map(async ({ normalizedName: name }) => ({
          name,
          found: await world.indexes.pypi.project(name),
        })),
      );
      return { rows: checklist(await gatheredEvidence({ ...known, there }, plan, world)), published: there };
    },
    ({ rows: all }) => {
      const count = (verdict: string): number => all.filter((row) => row.verdict === verdict).length;
      return `${count('passed')} passed, ${count('failed')} failed, ${count('advisory') + count('allowed')} advisory, ${count('not-checked')} not checked`;
    },
  );
  emit({ kind: 'checked', rows });
  const faults = failures(rows);
  if (faults.length > 0) throw new Stopped(faults);
  return published;
}

function failures(rows: readonly ChecklistRow[]): readonly Fault[] {
  return rows
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ id, evidence, cure }) => fault('checklist-failed', { id, evidence, cure }));
}
