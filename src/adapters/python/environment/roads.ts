import { normalizedName } from '../../../packaging/project-name.ts';
import type { SyncRequest } from '../../../ports/toolchain.ts';
import type { Completed } from '../../actions/process.ts';
import type { Layout } from '../layout.ts';
import type { PythonOptions } from '../options.ts';
import type { Uv } from '../uv.ts';
import type { LocalProject } from './local-projects.ts';
import type { ProjectForm } from './project-form.ts';

/** An extra or a dependency group of the project. */
export interface Part {
  readonly kind: 'extra' | 'group';
  readonly name: string;
  /** As a message tells it. */
  readonly what: string;
  /** Of a group: that of its pyproject.toml, relative to the project's; `.` for the project's own. */
  readonly directory: string;
}

export function part(kind: Part['kind'], name: string, directory = '.'): Part {
  const what = directory === '.' ? `${kind} ${name}` : `${kind} ${name} of ${directory}`;
  return { kind, name, what, directory };
}

/** What goes into the environment beside the project. */
export interface Load {
  /** `all` where the names need not be known: uv knows them. */
  readonly parts: readonly Part[] | 'all';
  /** Whether the project's code is used where it lies, rather than as a copy. */
  readonly editable: boolean;
}

/** Where the roads run. */
export interface RoadWork {
  readonly options: PythonOptions;
  readonly uv: Uv;
  readonly layout: Layout;
  readonly form: ProjectForm;
  readonly request: SyncRequest;
  /** The Python of the environment, as uv takes it; undefined where uv is to get one. */
  readonly python: string | undefined;
}

/** Where the project itself is put, and looked for. */
export type OwnWork = Pick<RoadWork, 'options' | 'uv' | 'layout' | 'form'>;

/** A road: puts the project and a load into the environment, all or nothing. */
export type Road = (load: Load) => Promise<Completed>;

/**
 * `uv sync`: everything of the project is resolved together, for every Python that it allows.
 *
 * @param locked exactly what the lock file says, which must be up to date
 */
export function syncRoad({ options, uv, layout, form, request, python }: RoadWork, locked: boolean): Road {
  const environment = { UV_PROJECT_ENVIRONMENT: layout.directory };
  const run = { directory: options.directory, environment };
  return ({ parts, editable }) =>
    uv.run(
      [
        'sync',
        ...(locked ? ['--locked'] : []),
        ...(isAlone(form) ? [] : ['--all-packages']),
        ...(parts === 'all' ? everything(request) : chosen(parts)),
        ...(editable ? [] : ['--no-editable', '--refresh']),
        ...pythonOption({ python }),
        ...settingsOptions({ options, form }),
      ],
      run,
    );
}

function everything({ extras }: SyncRequest): readonly string[] {
  const some = extras === 'all' ? ['--all-extras'] : extras.flatMap((extra) => ['--extra', extra]);
  return [...some, '--all-groups'];
}

function chosen(parts: readonly Part[]): readonly string[] {
  return ['--no-default-groups', ...parts.flatMap(({ kind, name }) => [`--${kind}`, name])];
}

/** Whether the project is all that is installed. */
export function isAlone({ packages }: ProjectForm): boolean {
  return packages.every((each) => each === '.');
}

/**
 * `uv pip install`: for the Python at hand alone, by the back end's own metadata; any project that can be built takes it.
 *
 * @param projects what is installed, each with the extras that it offers
 */
export function pipRoad(
  { options, uv, layout, form }: RoadWork,
  projects: readonly Pick<LocalProject, 'directory' | 'extras'>[],
): (parts: readonly Part[], editable: boolean) => Promise<Completed> {
  return (parts, editable) => {
    const wanted = parts.filter(({ kind }) => kind === 'extra').map(({ name }) => name);
    // Of a directory uv keeps the wheel that it built, as long as the settings are no newer: the code may be.
    const refresh = !editable && parts.length === 0;
    return uv.run(
      [
        ...[
          'pip',
          'install',
          '--python',
          layout.python,
          ...settingsOptions({ options, form }),
          ...(refresh ? ['--refresh'] : []),
        ],
        ...projects.flatMap((each) => inPlace(withExtras(each, wanted), editable)),
        ...parts.filter(({ kind }) => kind === 'group').flatMap((group) => ['--group', fromFile(group)]),
      ],
      { directory: options.directory },
    );
  };
}

/** The arguments by which `uv pip install` takes a directory. */
export function inPlace(directory: string, editable: boolean): readonly string[] {
  // A word without a slash would be a name.
  const place = /^\.(?:$|\[)/.test(directory) ? directory : `./${directory}`;
  return editable ? ['--editable', place] : [place];
}

function withExtras(
  { directory, extras }: Pick<LocalProject, 'directory' | 'extras'>,
  wanted: readonly string[],
): string {
  const own = wanted.filter((extra) => hasExtra(extras, extra));
  return own.length === 0 ? directory : `${directory}[${own.join(',')}]`;
}

/** Names of extras are compared like those of projects (PEP 685). */
export function hasExtra(extras: readonly string[], wanted: string): boolean {
  return extras.some((each) => normalizedName(each) === normalizedName(wanted));
}

function fromFile({ name, directory }: Part): string {
  return directory === '.' ? name : `${directory}/pyproject.toml:${name}`;
}

/** The options by which the back ends of the release get their settings; those of other sdists too only where a name is not told. */
export function settingsOptions({ options, form }: Pick<RoadWork, 'options' | 'form'>): readonly string[] {
  return options.configSettings.flatMap(
    (setting) =>
      form.names?.map((name) => `--config-settings-package=${name}:${setting}`) ?? [
        `--config-setting=${setting}`,
      ],
  );
}

/** The option by which uv takes this Python. */
export function pythonOption({ python }: Pick<RoadWork, 'python'>): readonly string[] {
  return python === undefined ? [] : ['--python', python];
}
