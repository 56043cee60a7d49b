import path from 'node:path';
import { parsedToml } from '../../../packaging/pyproject.ts';
import { valueAt } from '../../../packaging/toml-value.ts';
import { levelsAbove } from '../../git/levels.ts';
import { pyprojectOf } from '../environment/project-form.ts';
import type { PythonOptions } from '../options.ts';

export interface RuffSettings {
  readonly present: boolean;
  readonly forFormat: boolean;
  /** `required-version`: a version, or a range of them (PEP 440). */
  readonly requiredVersion: string | undefined;
  /** Another formatter that has settings in pyproject.toml. */
  readonly otherFormatter: string | undefined;
}

/** What the project sets for ruff, as ruff finds it: in its directory, else in the nearest above. Raises `pyproject-invalid`. */
export async function ruffSettings(options: SettingsOptions): Promise<RuffSettings> {
  for (const directory of await levelsAbove(options.processes, options.directory)) {
    const settings = await settingsIn({ ...options, directory });
    if (settings.present) return settings;
  }
  return settingsIn(options);
}

type SettingsOptions = Pick<PythonOptions, 'files' | 'directory' | 'processes'>;

async function settingsIn(options: SettingsOptions): Promise<RuffSettings> {
  const { document } = await pyprojectOf(options);
  const own = await Promise.all(
    ['.ruff.toml', 'ruff.toml'].map((name) => options.files.text(path.join(options.directory, name))),
  );
  const text = own.find((one) => one !== undefined);
  const settings = text === undefined ? valueAt(document, ['tool', 'ruff']) : readable(text);
  const required = valueAt(settings, ['required-version']);
  return {
    present: settings !== undefined,
    forFormat: valueAt(settings, ['format']) !== undefined,
    requiredVersion: typeof required === 'string' ? required : undefined,
    otherFormatter: ['black', 'yapf', 'autopep8', 'blue'].find(
      (name) => valueAt(document, ['tool', name]) !== undefined,
    ),
  };
}

function readable(text: string): unknown {
  try {
    return parsedToml(text);
  } catch {
    // ruff itself says what is wrong with it.
    return {};
  }
}
