import { parsedToml } from '../../../packaging/pyproject.ts';
import { list, valueAt } from '../../../packaging/toml-value.ts';
import type { LeftOut } from '../../../ports/toolchain.ts';
import type { Ini } from '../ini.ts';
import { found, type ProjectTexts, type Requirement, requirement, type Source } from './source.ts';

/** What tox installs in its test environments (tox's documentation, "Configuration", `deps`). */
export const tox: Source = async (project) => (await ofToml(project)) ?? (await ofIni(project));

const TOX_TOML = 'tox.toml';

async function ofToml(project: ProjectTexts) {
  const [ownFile, inPyproject] = [
    toxToml(await project.text(TOX_TOML)),
    valueAt(project.pyproject, ['tool', 'tox']),
  ];
  const places = [
    { origin: TOX_TOML, deps: list(valueAt(ownFile, ['env_run_base', 'deps'])) },
    { origin: '[tool.tox] of pyproject.toml', deps: list(valueAt(inPyproject, ['env_run_base', 'deps'])) },
  ];
  const place = places.find(({ deps }) => deps.length > 0);
  return place === undefined ? undefined : found(place.origin, place.deps.flatMap(tomlEntry));
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
  const legacy = valueAt(project.pyproject, ['tool', 'tox', 'legacy_tox_ini']);
  const texts = {
    'tox.ini': await project.text('tox.ini'),
    'setup.cfg': await project.text('setup.cfg'),
    'legacy_tox_ini of pyproject.toml': typeof legacy === 'string' ? legacy : undefined,
  };
  const given = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const files = await project.ini(Object.fromEntries(given));
  const place = Object.entries(files).find(([, { testenv }]) => testenv?.deps !== undefined);
  if (place === undefined) return undefined;
  const [origin, sections] = place;
  return found(`[testenv] of ${origin}`, lines('testenv', sections).map(iniEntry));
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
