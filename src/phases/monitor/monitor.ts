import { normalizedName } from '../../packaging/project-name.ts';
import { versionPage } from '../../plan/known-indexes.ts';
import { MONITOR } from '../../plan/paths.ts';
import type { Plan } from '../../plan/plan.ts';
import type { IndexProject } from '../../ports/package-index.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, noticed, step } from '../../release/event.ts';
import type { Monitored } from '../../release/facts.ts';
import { type Fault, fault, faultsOf, Stopped } from '../../release/fault.ts';
import type { Metric } from '../../release/metrics.ts';
import { definePhase } from '../../release/phase.ts';
import { chosenMembers } from '../setup/members.ts';
import { readSource } from '../setup/source.ts';
import { freshInstall } from './fresh-install.ts';
import { latestRelease } from './latest-release.ts';
import type { Subject } from './look.ts';
import { METRICS, measured, metricsInWords } from './metrics.ts';
import { isNetworkTrouble } from './network-trouble.ts';

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
    const faults = await faultsOf(async () => {
      await namesOf(plan, world);
      return [];
    });
    // What passes is met again by the run, which tries once more.
    return faults.filter((each) => !isPassing(each));
  },

  async recall() {
    return undefined;
  },

  async run(_given, plan, world, emit) {
    const { name, subjects } = await step(
      emit,
      'Find the latest release',
      () => latestSubjects(plan, world, emit),
      (found) =>
        found.subjects.map((each) => `${each.name} ${each.version}`).join(', ') || 'it was not to be had',
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
    const monitored = seen(name, subjects, plan);
    if (faults.length > 0) throw new Stopped(faults, { found: { monitored } });
    return monitored;
  },
});

function seen(asked: string | undefined, [subject]: readonly Subject[], { indexes }: Plan): Monitored {
  if (subject === undefined) return { name: asked, version: undefined, url: undefined };
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

interface Latest {
  /** The first that was asked for; undefined where only the back end knows it, and could not be asked. */
  readonly name: string | undefined;
  /** None where the index could not be asked. */
  readonly subjects: readonly Subject[];
}

/** What no network brings, of the index or for the back end, passes by itself, and nobody has to act on it. */
async function latestSubjects(plan: Plan, world: MonitorWorld, emit: Emit): Promise<Latest> {
  const names = await unlessPassing(() => namesOf(plan, world), emit);
  const subjects = names && (await unlessPassing(() => subjectsOf(names, world, emit), emit));
  return { name: names?.[0], subjects: subjects ?? [] };
}

/** What passes by itself is told as a warning, and nothing comes of it. */
async function unlessPassing<Value>(ask: () => Promise<Value>, emit: Emit): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Stopped) || !error.faults.every(isPassing)) throw error;
    for (const { title, finding } of error.faults) noticed(emit, 'warning', title, finding);
    return undefined;
  }
}

async function subjectsOf(names: Names, { indexes }: MonitorWorld, emit: Emit): Promise<readonly Subject[]> {
  const listed = await Promise.all(
    names.map(async (name) => ({ name, there: await indexes.pypi.project(normalizedName(name)) })),
  );
  const known = listed.flatMap(({ name, there }) => (there === undefined ? [] : [{ name, there }]));
  const unknown = listed.filter(({ there }) => there === undefined);
  if (known.length === 0) throw new Stopped(unknown.map(({ name }) => nothingReleased(name, false)));
  for (const { name } of unknown)
    noticed(
      emit,
      'notice',
      `${name} was never released`,
      'The index does not know it. It is left out: what is looked at are the others that are released together.',
    );
  return known.map(({ name, there }) => latestSubject(name, there, emit));
}

/** Whether it passes by itself: trouble of a server, or of the network on the way to what the back end needs. */
function isPassing({ blame, code, finding }: Fault): boolean {
  return blame === 'world' || (code === 'tool-failed' && isNetworkTrouble(finding));
}

function nothingReleased(project: string, isKnown: boolean): Fault {
  return fault('nothing-released', { project, index: 'pypi', isKnown });
}

function latestSubject(name: string, there: IndexProject, emit: Emit): Subject {
  const latest = latestRelease(there);
  if (latest === undefined) throw new Stopped([nothingReleased(name, true)]);
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
