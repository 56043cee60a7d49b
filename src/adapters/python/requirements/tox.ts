import { parsedToml } from '../../../packaging/pyproject.ts';
import { list, valueAt } from '../../../packaging/toml-value.ts';
import type { LeftOut } from '../../../ports/toolchain.ts';
import type { Ini } from '../ini.ts';
import { found, type ProjectTexts, type Requirement, requirement, type Source } from './source.ts';

/** What tox installs in its test environments (tox's documentation, "Configuration", `deps`). */
export const tox: Source = async (project) => (await ofToml(project)) ?? (await ofIni(project));

const TOX_TOML = 'tox.toml';

async function ofToml(project: ProjectTexts) {
  const place = (await tomlPlaces(project, 'deps')).find(({ value }) => list(value).length > 0);
  return place === undefined ? undefined : found(place.origin, list(place.value).flatMap(tomlEntry));
}

/** The first command that tox runs in its test environments, and where that stands; undefined where there is none. */
export async function toxCommand(project: ProjectTexts): Promise<ToxCommand | undefined> {
  const toml = (await tomlPlaces(project, 'commands')).find(({ value }) => list(value).length > 0);
  if (toml !== undefined)
    return { origin: toml.origin, command: list(list(toml.value)[0]).map(String).join(' ') };
  const [origin, sections] =
    (await iniPlaces(project)).find(([, { testenv }]) => testenv?.commands !== undefined) ?? [];
  const command = sections?.testenv?.commands?.trim().split('\n')[0];
  return origin === undefined || command === undefined || command === '' ? undefined : { origin, command };
}

export interface ToxCommand {
  readonly origin: string;
  readonly command: string;
}

async function tomlPlaces(project: ProjectTexts, key: string) {
  const [ownFile, inPyproject] = [
    toxToml(await project.text(TOX_TOML)),
    valueAt(project.pyproject, ['tool', 'tox']),
  ];
  return [
    { origin: TOX_TOML, value: valueAt(ownFile, ['env_run_base', key]) },
    { origin: '[tool.tox] of pyproject.toml', value: valueAt(inPyproject, ['env_run_base', key]) },
  ];
}

function toxToml(text: string | undefined): unknown {
  try {
    return parsedToml(text ?? '');
  } catch {
    // tox itself will say so; the tests need not.
    return {};
  }
}

function tomlEntry(entry: unknown): readonly (Requirement | LeftOut)[] {
  return typeof entry === 'string'
    ? [dependency(entry)]
    : [{ what: JSON.stringify(entry), why: 'it is a reference of tox’s' }];
}

async function ofIni(project: ProjectTexts) {
  const [origin, sections] =
    (await iniPlaces(project)).find(([, { testenv }]) => testenv?.deps !== undefined) ?? [];
  if (origin === undefined || sections === undefined) return undefined;
  return found(`[testenv] of ${origin}`, lines('testenv', sections).map(iniEntry));
}

async function iniPlaces(project: ProjectTexts): Promise<readonly (readonly [string, Ini])[]> {
  const legacy = valueAt(project.pyproject, ['tool', 'tox', 'legacy_tox_ini']);
  const texts = {
    'tox.ini': await project.text('tox.ini'),
    'setup.cfg': await project.text('setup.cfg'),
    'legacy_tox_ini of pyproject.toml': typeof legacy === 'string' ? legacy : undefined,
  };
  const given = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.entries(await project.ini(Object.fromEntries(given)));
}

const DEEPEST = 5;

/** The lines of a section's `deps`; `{[base]deps}` stands for those of another. */
function lines(section: string, sections: Ini, depth = 0): readonly string[] {
  const own = (sections[section]?.deps ?? '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  return own
    .filter((line) => line !== '')
    .flatMap((line) => {
      const other = /^\{\[([^\]]+)\]deps\}$/.exec(line)?.[1];
      return other === undefined || depth === DEEPEST ? [line] : lines(other, sections, depth + 1);
    });
}

function iniEntry(line: string): Requirement | LeftOut {
  // tox's documentation, "Generative environments": `py311,lint: package` is for environments of these factors alone.
  if (/^[\w{}.!,-]+:\s+/.test(line)) return { what: line, why: 'it is for some of tox’s environments only' };
  return dependency(line.replace(/\{(toxinidir|tox_root)\}\/?/g, '').replaceAll('{/}', '/'));
}

function dependency(line: string): Requirement | LeftOut {
  if (line.includes('{')) return { what: line, why: 'it has a substitution of tox’s' };
  const file = /^(-r|-c|--requirement|--constraint)[\s=]*(.+)$/.exec(line);
  if (file !== null) return { what: line, arguments: [file[1] ?? '', file[2] ?? ''] };
  return line.startsWith('-') ? { what: line, why: 'it is an option of pip’s' } : requirement(line);
}
