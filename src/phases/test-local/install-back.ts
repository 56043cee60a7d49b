/** Installs a release back from an index, as its users will, and tries it. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openArchive } from '../../packaging/archive.ts';
import type { Distribution } from '../../packaging/distribution.ts';
import { parsedFileName } from '../../packaging/distribution.ts';
import { importNames } from '../../packaging/import-names.ts';
import type { IndexName } from '../../plan/known-indexes.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Project, UploadReceipt } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
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

/**
 * TestPyPI: our own file by address and digest, everything else from the runner's index, so that nobody's higher version of a dependency
 * on TestPyPI is ever chosen. PyPI: by name and version, as users do.
 */
const INSTALLATIONS: Readonly<Record<IndexName, (back: InstallBack, extras: string) => Installation>> = {
  testpypi: ({ project, receipt }, extras) => {
    const { url, sha256 } = portable(receipt);
    return { requirement: `${project.normalizedName}${extras} @ ${url}#sha256=${sha256}` };
  },
  pypi: ({ plan, project }, extras) => ({
    requirement: `${project.normalizedName}${extras}==${project.version}`,
    index: plan.indexes.pypi.simple,
  }),
};

/** Installs back, imports every module, runs the user's smoke tests. */
export async function installBack(back: InstallBack): Promise<void> {
  const { name, plan, project, world, emit } = back;
  const { smoke: commands } = plan.commands;
  const extras = commands.length > 0 && project.extras.length > 0 ? `[${project.extras.join(',')}]` : '';
  await step(
    emit,
    `Install back from ${name}`,
    async () => {
      // No child may see a token: what a closed index serves was read and compared, and is installed from the same bytes here.
      const { requirement, index } = world.indexes[name].isClosed()
        ? {
            requirement: `${project.normalizedName}${extras} @ ${pathToFileURL(path.join(plan.packages, portable(back.receipt).filename)).href}`,
          }
        : INSTALLATIONS[name](back, extras);
      const environment = await world.environments.create(`${name}-install-back`);
      const { exitCode, output } = await environment.install(
        [requirement],
        index === undefined ? {} : { index },
      );
      if (exitCode !== 0)
        stop('install-failed', { what: `${requirement} from ${name}`, tail: lastLines(output, 6) });
      const results = await smoke(environment, {
        subject: `${project.name} ${project.version} from ${name}`,
        modules: await modulesOf(back),
        commands,
        frameworks: [],
      });
      await environment.remove();
      return results;
    },
    (results) => results.map(({ evidence }) => evidence).join('; '),
  );
}

/** A file that installs on any platform: a pure wheel, else the sdist, else what there is. */
function portable({ files }: UploadReceipt): {
  readonly filename: string;
  readonly url: string;
  readonly sha256: string;
} {
  const served = files.flatMap(({ filename, url, sha256 }) =>
    url === undefined ? [] : [{ filename, url, sha256 }],
  );
  const rank = (filename: string): number => {
    const name = parsedFileName(filename);
    if (name?.platform === 'any') return 0;
    return name?.kind === 'sdist' ? 1 : 2;
  };
  const [best] = served.toSorted((one, other) => rank(one.filename) - rank(other.filename));
  if (best === undefined) throw new Error('install-back was asked for before any file was served');
  return best;
}

async function modulesOf({ plan, distributions, world }: InstallBack): Promise<readonly string[]> {
  const [first] = distributions;
  if (first === undefined) return [];
  const bytes = await world.files.bytes(`${plan.packages}/${first.filename}`);
  return bytes === undefined ? [] : importNames(await openArchive(first.filename, bytes), first.kind);
}
