import type { SyncRequest } from '../../../ports/toolchain.ts';
import type { Completed } from '../../actions/process.ts';
import type { Layout } from '../layout.ts';
import type { PythonOptions } from '../options.ts';
import type { Uv } from '../uv.ts';
import type { ProjectForm } from './project-form.ts';

/** An extra or a dependency group of the project. */
export interface Part {
  readonly kind: 'extra' | 'group';
  readonly name: string;
  /** As a message tells it. */
  readonly what: string;
}

export function part(kind: Part['kind'], name: string): Part {
  return { kind, name, what: `${kind} ${name}` };
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
        ...(form.isBareWorkspace || options.together ? ['--all-packages'] : []),
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

/** `uv pip install`: for the Python at hand alone, by the back end's own metadata; any project that can be built takes it. */
export function pipRoad({
  options,
  uv,
  layout,
  form,
}: RoadWork): (parts: readonly Part[], editable: boolean) => Promise<Completed> {
  return (parts, editable) => {
    const named = (wanted: Part['kind']) =>
      parts.filter(({ kind }) => kind === wanted).map(({ name }) => name);
    const extras = named('extra');
    const project = extras.length === 0 ? '.' : `.[${extras.join(',')}]`;
    return uv.run(
      [
        ...['pip', 'install', '--python', layout.python, ...settingsOptions({ options, form })],
        // Of a directory uv keeps the wheel that it built, as long as the settings are no newer: the code may be.
        ...(editable ? ['--editable'] : parts.length === 0 ? ['--refresh'] : []),
        project,
        ...named('group').flatMap((group) => ['--group', group]),
      ],
      { directory: options.directory },
    );
  };
}

/**
 * The options by which the project's back end gets its settings; back ends of other sdists only where pyproject.toml does not tell the
 * project's name, or several projects are built.
 */
export function settingsOptions({ options, form }: Pick<RoadWork, 'options' | 'form'>): readonly string[] {
  const name = options.together ? undefined : form.name;
  return options.configSettings.map((setting) =>
    name === undefined ? `--config-setting=${setting}` : `--config-settings-package=${name}:${setting}`,
  );
}

/** The option by which uv takes this Python. */
export function pythonOption({ python }: Pick<RoadWork, 'python'>): readonly string[] {
  return python === undefined ? [] : ['--python', python];
}
