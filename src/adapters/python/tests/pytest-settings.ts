import path from 'node:path';
import { valueAt } from '../../../packaging/toml-value.ts';
import { pyprojectOf } from '../environment/project-form.ts';
import { readIni } from '../ini.ts';
import type { Workshop } from '../toolchain.ts';

export interface PytestSettings {
  /** `testpaths`, where they are set. */
  readonly paths: readonly string[];
}

// pytest's reference, "Configuration file formats": the first of these is the one that counts, these alone also when empty.
const OWN_FILES = ['pytest.toml', '.pytest.toml', 'pytest.ini', '.pytest.ini'];
const SHARED_FILES = [
  { file: 'tox.ini', section: 'pytest' },
  { file: 'setup.cfg', section: 'tool:pytest' },
] as const;

/** What the project sets for pytest; undefined where it sets nothing. Raises `pyproject-invalid`, `tool-failed`. */
export async function pytestSettings({ options, project }: Workshop): Promise<PytestSettings | undefined> {
  const { document } = await pyprojectOf(options);
  const names = [...OWN_FILES, ...SHARED_FILES.map(({ file }) => file)];
  const texts = await Promise.all(
    names.map(async (name) => [name, await options.files.text(path.join(options.directory, name))] as const),
  );
  const given = Object.fromEntries(
    texts.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const own = OWN_FILES.find((name) => given[name] !== undefined);
  const ini = await readIni(options, project.layout, given);
  if (own !== undefined) return { paths: words(ini[own]?.pytest?.testpaths) };
  const table = valueAt(document, ['tool', 'pytest']);
  if (table !== undefined) {
    const paths = valueAt(table, ['ini_options', 'testpaths']) ?? valueAt(table, ['testpaths']);
    return { paths: Array.isArray(paths) ? paths.map(String) : words(paths) };
  }
  const shared = SHARED_FILES.map(({ file, section }) => ini[file]?.[section]).find(
    (found) => found !== undefined,
  );
  return shared === undefined ? undefined : { paths: words(shared.testpaths) };
}

/** pytest takes the value apart at white space; an array of TOML within an INI reader's reach keeps its quotes. */
function words(value: unknown): readonly string[] {
  return typeof value === 'string' ? (value.match(/[^\s"',[\]]+/g) ?? []) : [];
}
