import type { Distribution } from '../../packaging/distribution.ts';
import { importNames, importNamesBeside } from '../../packaging/import-names.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CheckResult } from '../../ports/checks.ts';
import type { InstallOptions } from '../../ports/environments.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import { stop } from '../../release/fault.ts';
import { inParallel } from '../../release/in-parallel.ts';
import { lastLines } from '../../release/last-lines.ts';
import { definePhase } from '../../release/phase.ts';
import { type Opened, open } from '../opened-distribution.ts';
import { withBuiltExtras } from './built-extras.ts';
import { fittingHere } from './fitting.ts';
import { settingsFor } from './settings-for.ts';
import { smoke } from './smoke.ts';
import { type Variant, variants } from './variants.ts';

/** How many environments are tried at once: installs wait for the disk, imports for a core. */
const AT_ONCE = 3;

/** Installs each distribution into fresh environments, imports it, runs it. */
export const testLocal = definePhase({
  name: 'test-local',
  title: 'Try the distributions in fresh environments',
  needs: ['project', 'build'],
  wants: [],
  uses: ['environments', 'files'],
  yields: 'smoke',

  async preflight() {
    return [];
  },

  async recall() {
    return undefined;
  },

  async run({ project, build }, plan, world, emit) {
    const fitting = await fittingHere(build.distributions, plan, world);
    for (const each of build.distributions.filter((one) => !fitting.includes(one)))
      skipped(emit, `Try ${each.filename}`, 'it is for another platform or Python than this job has');
    const offering = await withBuiltExtras(project, fitting, plan, world.files);
    const tried = await inParallel(variants(plan, offering, fitting), AT_ONCE, (variant) =>
      tryVariant(variant, fitting, { plan, world, emit }),
    );
    return { results: tried.flat() };
  },
});

function installOptions({ constraints, distributions }: Variant, { commands }: Plan): InstallOptions {
  return {
    ...(constraints.length > 0 ? { constraints } : {}),
    ...settingsFor(distributions, commands),
  };
}

interface Trial {
  readonly plan: Plan;
  readonly world: Pick<World, 'environments' | 'files'>;
  readonly emit: Emit;
}

async function tryVariant(
  variant: Variant,
  all: readonly Distribution[],
  { plan, world: { environments, files }, emit }: Trial,
): Promise<readonly CheckResult[]> {
  const work = async (): Promise<readonly CheckResult[]> => {
    const opened = await Promise.all(
      variant.distributions.map((distribution) => open(distribution, plan.packages, files)),
    );
    const environment = await environments.create(variant.slug);
    const { exitCode, output } = await environment.install(
      variant.requirements,
      installOptions(variant, plan),
    );
    if (exitCode !== 0)
      stop('install-failed', {
        what: `${variant.distributions.map(({ filename }) => filename).join(', ')} (${variant.title})`,
        tail: lastLines(output, 6),
      });
    const results = await smoke(environment, {
      subject: variant.title,
      modules: (await Promise.all(opened.map((each) => modulesOf(each, all, { plan, files })))).flat(),
      commands: variant.smoke ? plan.commands.smoke : [],
      frameworks: variant.frameworkTests,
    });
    await environment.remove();
    return results;
  };
  return step(emit, `Try ${variant.title}`, work, (results) =>
    results.map(({ evidence }) => evidence).join('; '),
  );
}

/** What is imported: what the distribution itself holds, an sdist beside the wheel that was built from it. */
async function modulesOf(
  { archive, distribution: { kind, name } }: Opened,
  all: readonly Distribution[],
  { plan, files }: { readonly plan: Plan; readonly files: World['files'] },
): Promise<readonly string[]> {
  const wheel = all.find((other) => other.kind === 'wheel' && other.name === name);
  if (kind === 'wheel' || wheel === undefined) return importNames(archive, kind);
  return importNamesBeside(archive, (await open(wheel, plan.packages, files)).archive);
}
