import { importNames } from '../../packaging/import-names.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CheckResult } from '../../ports/checks.ts';
import type { InstallOptions } from '../../ports/environments.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import { stop } from '../../release/fault.ts';
import { inParallel } from '../../release/in-parallel.ts';
import { lastLines } from '../../release/last-lines.ts';
import { definePhase } from '../../release/phase.ts';
import { open } from '../build/distributions.ts';
import { fittingHere } from './fitting.ts';
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
    const tried = await inParallel(variants(plan, project, fitting), AT_ONCE, (variant) =>
      tryVariant(variant, plan, world, emit),
    );
    return { results: tried.flat() };
  },
});

function installOptions({ constraints, distributions }: Variant, { commands }: Plan): InstallOptions {
  const { configSettings: settings } = commands;
  const projects = distributions.filter(({ kind }) => kind === 'sdist').map(({ name }) => name);
  return {
    ...(constraints.length > 0 ? { constraints } : {}),
    ...(settings.length > 0 && projects.length > 0 ? { configSettings: { projects, settings } } : {}),
  };
}

async function tryVariant(
  variant: Variant,
  plan: Plan,
  { environments, files }: Pick<World, 'environments' | 'files'>,
  emit: Emit,
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
      modules: opened.flatMap(({ archive, distribution: { kind } }) => importNames(archive, kind)),
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
