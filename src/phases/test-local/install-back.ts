/** Installs a release back from an index, as its users will, and tries it. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openArchive } from '../../packaging/archive.ts';
import type { Distribution } from '../../packaging/distribution.ts';
import { parsedFileName } from '../../packaging/distribution.ts';
import { importNames } from '../../packaging/import-names.ts';
import type { IndexName } from '../../plan/known-indexes.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CheckResult } from '../../ports/checks.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Project, UploadReceipt } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { fittingHere } from './fitting.ts';
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

interface Installation {
  readonly requirement: string;
  /** Simple API to look at before the runner's own index. */
  readonly index?: string;
}

/** A file as an index serves it. */
interface Served {
  readonly filename: string;
  readonly url: string;
  readonly sha256: string;
}

/**
 * TestPyPI: our own file by address and digest, everything else from the runner's index, so that nobody's higher version of a dependency
 * on TestPyPI is ever chosen. PyPI: by name and version, as users do.
 */
const INSTALLATIONS: Readonly<
  Record<IndexName, (back: InstallBack, served: Served, extras: string) => Installation>
> = {
  testpypi: ({ project }, { url, sha256 }, extras) => ({
    requirement: `${project.normalizedName}${extras} @ ${url}#sha256=${sha256}`,
  }),
  pypi: ({ plan, project }, _served, extras) => ({
    requirement: `${project.normalizedName}${extras}==${project.version}`,
    index: plan.indexes.pypi.simple,
  }),
};

/** Installs back, imports every module, runs the user's smoke tests. Nothing is done where no file is for this machine. */
export async function installBack(back: InstallBack): Promise<void> {
  const { name, emit } = back;
  const title = `Install back from ${name}`;
  const served = await servedForHere(back);
  if (served === undefined) return skipped(emit, title, 'no file of the release is for this machine');
  await step(
    emit,
    title,
    () => installed(back, served),
    (results) => results.map(({ evidence }) => evidence).join('; '),
  );
}

async function installed(back: InstallBack, served: Served): Promise<readonly CheckResult[]> {
  const { name, plan, project, world } = back;
  const { smoke: commands } = plan.commands;
  const extras = commands.length > 0 && project.extras.length > 0 ? `[${project.extras.join(',')}]` : '';
  // No child may see a token: what a closed index serves was read and compared, and is installed from the same bytes here.
  const { requirement, index } = world.indexes[name].isClosed()
    ? {
        requirement: `${project.normalizedName}${extras} @ ${pathToFileURL(path.join(plan.packages, served.filename)).href}`,
      }
    : INSTALLATIONS[name](back, served, extras);
  const environment = await world.environments.create(`${name}-install-back`);
  const { exitCode, output } = await environment.install([requirement], index === undefined ? {} : { index });
  if (exitCode !== 0)
    stop('install-failed', { what: `${requirement} from ${name}`, tail: lastLines(output, 6) });
  const results = await smoke(environment, {
    subject: `${project.name} ${project.version} from ${name}`,
    modules: await modulesOf(back, served),
    commands,
    frameworks: [],
  });
  await environment.remove();
  return results;
}

/** The file that an installer would take on this machine: a wheel that fits, else the sdist. */
async function servedForHere({
  plan,
  distributions,
  receipt,
  world,
}: InstallBack): Promise<Served | undefined> {
  const [best] = (await fittingHere(distributions, plan, world)).toSorted(
    (one, other) => Number(one.kind === 'sdist') - Number(other.kind === 'sdist'),
  );
  return receipt.files.flatMap(({ filename, url, sha256 }) =>
    url === undefined || filename !== best?.filename ? [] : [{ filename, url, sha256 }],
  )[0];
}

async function modulesOf({ plan, world }: InstallBack, { filename }: Served): Promise<readonly string[]> {
  const bytes = await world.files.bytes(path.join(plan.packages, filename));
  const kind = parsedFileName(filename)?.kind ?? 'wheel';
  return bytes === undefined ? [] : importNames(await openArchive(filename, bytes), kind);
}
