import { normalizedName } from '../../packaging/project-name.ts';
import { versionPage } from '../../plan/known-indexes.ts';
import { MONITOR } from '../../plan/paths.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, noticed, step } from '../../release/event.ts';
import type { Monitored } from '../../release/facts.ts';
import { type Fault, fault, faultsOf, Stopped, stop } from '../../release/fault.ts';
import type { Metric } from '../../release/metrics.ts';
import { definePhase } from '../../release/phase.ts';
import { chosenMembers } from '../setup/members.ts';
import { readSource } from '../setup/source.ts';
import { freshInstall } from './fresh-install.ts';
import { latestRelease } from './latest-release.ts';
import type { Subject } from './look.ts';
import { METRICS, measured, metricsInWords } from './metrics.ts';

type MonitorWorld = Pick<World, 'files' | 'backEnd' | 'indexes' | 'clock'>;

/** How the latest release does: read-only, without a build, and on any event. */
export const monitor = definePhase({
  name: MONITOR,
  title: 'Look at the latest release',
  needs: [],
  wants: [],
  uses: [
    ...['files', 'backEnd', 'indexes', 'environments', 'forge'],
    ...['web', 'statistics', 'markup', 'clock'],
  ] as const,
  yields: 'monitored',

  async preflight(plan, world) {
    return faultsOf(async () => {
      await namesOf(plan, world);
      return [];
    });
  },

  async recall() {
    return undefined;
  },

  async run(_given, plan, world, emit) {
    const { names, subjects } = await step(
      emit,
      'Find the latest release',
      async () => {
        const asked = await namesOf(plan, world);
        return { names: asked, subjects: await latestSubjects(asked, world, emit) };
      },
      (found) =>
        found.subjects.map(({ name, version }) => `${name} ${version}`).join(', ') ||
        'the index was not to be asked',
    );
    const metrics = await step(
      emit,
      'Ask how it does',
      () =>
        measured({
          ...{ subjects, plan, world, isFresh: false },
          installs: (subject) => freshInstall(subject, plan, world),
        }),
      metricsInWords,
    );
    emit({ kind: 'measured', metrics });
    const faults = metrics.flatMap((metric) => faultOf(metric));
    if (faults.length > 0) throw new Stopped(faults);
    return seen(names, subjects, plan);
  },
});

function seen([first]: Names, [subject]: readonly Subject[], { indexes }: Plan): Monitored {
  if (subject === undefined) return { name: first, version: undefined, url: undefined };
  const { name, version } = subject;
  return { name, version, url: versionPage(indexes.pypi, normalizedName(name), version) };
}

/** Names of packages, as the project spells them. */
type Names = readonly [string, ...string[]];

/** Those whose releases are looked at. Throws `Stopped`. */
async function namesOf(plan: Plan, { files, backEnd }: MonitorWorld): Promise<Names> {
  const chosen = await chosenMembers(plan, files);
  if (chosen !== undefined) {
    const [first, ...others] = chosen.members;
    return [first.spelling, ...others.map(({ spelling }) => spelling)];
  }
  const source = await readSource(plan, files);
  return [source.name ?? (await backEnd.metadata(plan.directory)).name];
}

/** None where the index cannot be asked: that passes by itself, and nobody has to act on it. */
async function latestSubjects(names: Names, world: MonitorWorld, emit: Emit): Promise<readonly Subject[]> {
  try {
    return await Promise.all(names.map((name) => latestSubject(name, world, emit)));
  } catch (error) {
    if (!(error instanceof Stopped) || error.faults.some(({ blame }) => blame === 'user')) throw error;
    for (const { title, finding } of error.faults) noticed(emit, 'warning', title, finding);
    return [];
  }
}

async function latestSubject(name: string, { indexes }: MonitorWorld, emit: Emit): Promise<Subject> {
  const there = await indexes.pypi.project(normalizedName(name));
  const latest = there && latestRelease(there);
  if (latest === undefined)
    return stop('nothing-released', { project: name, index: 'pypi', isKnown: there !== undefined });
  const { version, withdrawn } = latest;
  if (withdrawn.length > 0)
    noticed(
      emit,
      'notice',
      `${name} ${withdrawn.join(', ')} was withdrawn`,
      `Installers pass it over: what is looked at is ${version}.`,
    );
  return { name, version };
}

/** Only what a maintainer must act on fails a run; everything else is a figure. */
function faultOf({ id, title, verdict, says }: Metric): readonly Fault[] {
  const { cure } = METRICS[id];
  return verdict === 'bad' && cure !== undefined ? [fault('metric-bad', { id, title, says, cure })] : [];
}
