/** Installs a release back from an index, as its users will, and tries it. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openArchive } from '../../packaging/archive.ts';
import type { Distribution } from '../../packaging/distribution.ts';
import { importNames } from '../../packaging/import-names.ts';
import type { IndexName } from '../../plan/known-indexes.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CheckResult } from '../../ports/checks.ts';
import type { InstallOptions } from '../../ports/environments.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Project, UploadReceipt } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { type Share, shares } from '../../release/packages.ts';
import { withBuiltExtras } from './built-extras.ts';
import { fittingHere } from './fitting.ts';
import { settingsFor } from './settings-for.ts';
import { smoke } from './smoke.ts';

export interface InstallBack {
  readonly name: IndexName;
  readonly plan: Plan;
  readonly project: Project;
  readonly distributions: readonly Distribution[];
  readonly receipt: UploadReceipt;
  readonly world: Pick<World, 'environments' | 'files' | 'indexes'>;
  readonly emit: Emit;
}

/**
 * Installs back, imports every module, runs the user's smoke tests. What has no file for this machine is left out.
 *
 * @returns what was tried; undefined where no file is for this machine
 */
export async function installBack(back: InstallBack): Promise<string | undefined> {
  const { name, plan, emit, world } = back;
  const title = `Install back from ${name}`;
  const distributions = await fittingHere(back.distributions, plan, world);
  if (distributions.length === 0) {
    skipped(emit, title, 'no file of the release is for this machine');
    return undefined;
  }
  const project = await withBuiltExtras(back.project, distributions, plan, world.files);
  const here = { ...back, distributions, project };
  const results = await step(
    emit,
    title,
    async () => {
      const found: CheckResult[] = [];
      for (const trial of trialsOf(here)) found.push(...(await tried(trial, here)));
      return found;
    },
    inWords,
  );
  return inWords(results);
}

function inWords(results: readonly CheckResult[]): string {
  return results.map(({ evidence }) => evidence).join('; ');
}

/** One environment: what is installed, and whether the user's commands are run there. */
interface Trial {
  readonly environment: string;
  readonly subject: string;
  readonly packages: readonly Share[];
  readonly commands: readonly string[];
}

/** The packages that have a file for this machine. */
function sharesHere(project: Project, distributions: readonly Distribution[]): readonly Share[] {
  return shares(project, distributions).filter((share) => share.distributions.length > 0);
}

/** Each package by itself, so that one which lacks a requirement is found out; the user's commands where all are. */
function trialsOf({ name, plan, project, distributions }: InstallBack): readonly Trial[] {
  const { smoke: commands } = plan.commands;
  const environment = `${name}-install-back`;
  const subject = `${project.name} ${project.version} from ${name}`;
  const packages = sharesHere(project, distributions);
  if (packages.length === 1) return [{ environment, subject, packages, commands }];
  const alone = packages.map((share): Trial => {
    const { normalizedName, name: title, version } = share.project;
    return {
      environment: `${environment}-${normalizedName}`,
      subject: `${title} ${version} from ${name}`,
      packages: [share],
      commands: [],
    };
  });
  return commands.length === 0 ? alone : [...alone, { environment, subject, packages, commands }];
}

async function tried(trial: Trial, back: InstallBack): Promise<readonly CheckResult[]> {
  const { name, world } = back;
  const { requirements, options } = installation(trial, back);
  const environment = await world.environments.create(trial.environment);
  const { exitCode, output } = await environment.install(requirements, options);
  if (exitCode !== 0)
    stop('install-failed', { what: `${requirements.join(', ')} from ${name}`, tail: lastLines(output, 6) });
  const modules = await Promise.all(trial.packages.map((share) => modulesOf(share, back)));
  const results = await smoke(environment, {
    subject: trial.subject,
    modules: modules.flat(),
    commands: trial.commands,
    frameworks: [],
  });
  await environment.remove();
  return results;
}

interface Installation {
  readonly requirements: readonly string[];
  readonly options: InstallOptions;
}

/**
 * TestPyPI: our own files by address and digest, everything else from the runner's index, so that nobody's higher version of a dependency
 * on TestPyPI is ever chosen. PyPI: by name and version, as users do. No child may see a token: what a closed index serves was read and
 * compared, and is installed from the same bytes here.
 */
function installation({ packages, commands }: Trial, back: InstallBack): Installation {
  const { name, plan, project, world } = back;
  const chosen = sharesHere(project, back.distributions).flatMap((share) => installerChoice(share) ?? []);
  const settings = settingsFor(chosen, plan.commands);
  const wanted = packages.map((share) => ({ share, extras: commands.length > 0 ? extrasOf(share) : '' }));
  if (name === 'pypi' && !world.indexes.pypi.isClosed())
    return {
      requirements: wanted.map(
        ({ share, extras }) => `${share.project.normalizedName}${extras}==${project.version}`,
      ),
      options: { index: plan.indexes.pypi.simple, ...settings },
    };
  const others = sharesHere(project, back.distributions).filter((each) => !isAmong(packages, each));
  return {
    requirements: wanted.map(({ share, extras }) => ownFile(share, extras, back)),
    options: {
      ...settings,
      ...(others.length === 0 ? {} : { constraints: others.map((share) => ownFile(share, '', back)) }),
    },
  };
}

function isAmong(packages: readonly Share[], { project }: Share): boolean {
  return packages.some((each) => each.project.normalizedName === project.normalizedName);
}

function extrasOf({ project: { extras } }: Share): string {
  return extras.length > 0 ? `[${extras.join(',')}]` : '';
}

function ownFile(share: Share, extras: string, { name, plan, receipt, world }: InstallBack): string {
  const filename = installerChoice(share)?.filename;
  const served = receipt.files.find((each) => each.filename === filename);
  if (served?.url === undefined) throw new Error('install-back was asked for before any file was served');
  const address = world.indexes[name].isClosed()
    ? pathToFileURL(path.join(plan.packages, served.filename)).href
    : `${served.url}#sha256=${served.sha256}`;
  return `${share.project.normalizedName}${extras} @ ${address}`;
}

/** The file that an installer would take, of those that are for this machine: a wheel, else the sdist. */
function installerChoice({ distributions }: Share): Distribution | undefined {
  return distributions.find(({ kind }) => kind === 'wheel') ?? distributions[0];
}

async function modulesOf(share: Share, { plan, world }: InstallBack): Promise<readonly string[]> {
  const chosen = installerChoice(share);
  if (chosen === undefined) return [];
  const { filename, kind } = chosen;
  const bytes = await world.files.bytes(path.join(plan.packages, filename));
  return bytes === undefined ? [] : importNames(await openArchive(filename, bytes), kind);
}
