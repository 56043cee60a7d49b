import path from 'node:path';
import { normalizedName } from '../../../packaging/project-name.ts';
import { parsedToml } from '../../../packaging/pyproject.ts';
import { list, valueAt } from '../../../packaging/toml-value.ts';
import type { PythonOptions } from '../options.ts';

/** A lock file that uv cannot install by, as constraints that it can. */
export interface ForeignLock {
  /** Its name. */
  readonly name: string;
  /** A requirements file, absolute. */
  readonly constraints: string;
}

// Poetry's and PDM's have the same tables (of both: `[[package]]` with `name`, `version` and, where it is no index, its source).
const NAMES = ['poetry.lock', 'pdm.lock'];

/** The lock file of another tool in the working directory; undefined where there is none that says anything. */
export async function foreignLock({
  directory,
  scratch,
  files,
}: Pick<PythonOptions, 'directory' | 'scratch' | 'files'>): Promise<ForeignLock | undefined> {
  for (const name of NAMES) {
    const text = await files.text(path.join(directory, name));
    const pins = text === undefined ? [] : pinsIn(text);
    if (pins.length === 0) continue;
    const constraints = path.join(scratch, 'constraints.txt');
    await files.write(constraints, `${pins.join('\n')}\n`);
    return { name, constraints };
  }
  return undefined;
}

/** What has several versions is left to the resolver: which one holds depends on markers of the lock file's own. */
function pinsIn(lock: string): readonly string[] {
  const entries = packagesIn(lock).filter((entry) => !OTHER_SOURCES.some((keys) => valueAt(entry, keys)));
  const pins = entries.map((entry) => {
    const [name, version] = [valueAt(entry, ['name']), valueAt(entry, ['version'])];
    return { name: normalizedName(String(name)), version: String(version) };
  });
  return pins
    .filter(({ name, version }) => pins.every((other) => other.name !== name || other.version === version))
    .map(({ name, version }) => `${name}==${version}`);
}

/** Of Poetry's a repository or a directory; of PDM's the same by keys of their own. */
const OTHER_SOURCES = [['source'], ['git'], ['path'], ['url']];

function packagesIn(lock: string): readonly unknown[] {
  try {
    return list(valueAt(parsedToml(lock), ['package']));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
