import path from 'node:path';
import type { LeftOut } from '../../../ports/toolchain.ts';
import { readIni } from '../ini.ts';
import { installedIn } from '../installed.ts';
import type { Layout } from '../layout.ts';
import type { PythonOptions } from '../options.ts';
import { plainRequirements, requirementsFiles } from '../requirements/files.ts';
import { hatch } from '../requirements/hatch.ts';
import { pdm } from '../requirements/pdm.ts';
import { poetry } from '../requirements/poetry.ts';
import type { ProjectTexts, Source } from '../requirements/source.ts';
import { tox } from '../requirements/tox.ts';
import type { Furnished } from './furnish.ts';
import { pyprojectOf } from './project-form.ts';
import type { RoadWork } from './roads.ts';
import { isForTests } from './test-names.ts';
import { widest } from './widest.ts';

/** Where the tests' requirements may stand beside extras and dependency groups, in the order in which they are looked for. */
const SOURCES: readonly Source[] = [poetry, hatch, pdm, tox, requirementsFiles, plainRequirements];

export interface AddedRequirements {
  /** The places, as a message tells them. */
  readonly origin: string;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Adds what the tests need where neither an extra nor a dependency group has brought it: of one place after the other, until the
 * environment has pytest. Undefined where nothing was to be added. Raises `tool-failed`.
 *
 * @param furnished the names of the extras and groups that are in the environment, and what settled its versions
 */
export async function addTestRequirements(
  work: RoadWork,
  { parts, resolution }: Pick<Furnished, 'parts' | 'resolution'>,
): Promise<AddedRequirements | undefined> {
  const { options, uv, layout } = work;
  const hasPytest = async () =>
    (await installedIn(uv, layout, options.scratch)).some(({ name }) => name === 'pytest');
  // What a lock file has is what the tests are run with, whatever the group is called: nothing is put over it.
  let satisfied = (resolution === 'lock' || parts.some(isForTests)) && (await hasPytest());
  const project = await projectTexts(options, layout);
  const [origins, leftOut]: [string[], LeftOut[]] = [[], []];
  for (const source of SOURCES) {
    if (satisfied) break;
    const found = await source(project);
    if (found === undefined) continue;
    const run = { directory: options.directory };
    const base = ['pip', 'install', '--python', layout.python];
    const got = await widest(found.requirements, (some) =>
      uv.run([...base, ...some.flatMap((one) => one.arguments)], run),
    );
    origins.push(found.origin);
    leftOut.push(...found.leftOut, ...got.leftOut);
    satisfied = await hasPytest();
  }
  return origins.length === 0 ? undefined : { origin: origins.join(', '), leftOut };
}

/** The project's texts, INI files read by its environment's Python. Raises `pyproject-invalid`. */
export async function projectTexts(options: PythonOptions, layout: Layout): Promise<ProjectTexts> {
  const { document } = await pyprojectOf(options);
  return {
    pyproject: document,
    text: (file) => options.files.text(path.join(options.directory, file)),
    ini: (texts) => readIni(options, layout, texts),
  };
}
