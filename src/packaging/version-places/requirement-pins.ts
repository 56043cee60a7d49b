import { normalizedName } from '../project-name.ts';
import { parsedToml } from '../pyproject.ts';
import { list, valueAt } from '../toml-value.ts';
import { requiredName } from '../workspace-member.ts';
import type { PlaceReader } from './place-reader.ts';
import { rewrittenValue } from './toml.ts';

/**
 * The reader of the exact pins (`demo==1.2.3`, PEP 440 "Version matching"; Poetry's own) of one package in a pyproject.toml: packages of one
 * repository that are released together pin each other. Ranges and prefixes (`==1.2.*`) stay as they are, for they say what they mean.
 *
 * @param name of the package that is required, normalised
 */
export function requirementPins(name: string): PlaceReader {
  return {
    version: (text) => pinsIn(parsedToml(text), name)[0]?.version,
    rewritten(text, from, to) {
      const stale = pinsIn(parsedToml(text), name).filter(({ version }) => version === from);
      return stale.reduce<string | undefined>(
        (done, { keys, before, after }) =>
          done === undefined
            ? done
            : rewrittenValue(done, keys, [`${before}${from}${after}`, `${before}${to}${after}`]),
        stale.length === 0 ? undefined : text,
      );
    },
  };
}

interface Pin {
  /** Where the requirement stands. */
  readonly keys: readonly string[];
  readonly before: string;
  readonly version: string;
  readonly after: string;
}

// `===` compares texts and is no pin of a version; what follows a `;` is no part of the specifier.
const PIN = /^(?<before>[^;@]*?(?<!=)==\s*)(?<version>(?!=)[^\s,;()=*]+)(?<after>(?:[\s,;)].*)?)$/s;

function pinsIn(document: unknown, name: string): readonly Pin[] {
  return [...requirementsIn(document, name), ...poetryPins(document, name)];
}

/**
 * Of Poetry's own tables, where a version alone, or after a `=` or `==`, is an exact one (its documentation, "Dependency
 * specification"): the constraint itself, or `version` in the table of one.
 */
function poetryPins(document: unknown, name: string): readonly Pin[] {
  const poetry = ['tool', 'poetry'];
  const groups = Object.keys(valueAt(document, [...poetry, 'group']) ?? {});
  const tables = [
    [...poetry, 'dependencies'],
    [...poetry, 'dev-dependencies'],
    ...groups.map((group) => [...poetry, 'group', group, 'dependencies']),
  ];
  const entries = tables.flatMap((table) =>
    Object.keys(valueAt(document, table) ?? {})
      .filter((key) => normalizedName(key) === name)
      .map((key) => [...table, key]),
  );
  return entries
    .flatMap((keys) => [keys, [...keys, 'version']])
    .flatMap((keys) => {
      const constraint = valueAt(document, keys);
      if (typeof constraint !== 'string') return [];
      const { before, version } = POETRY_PIN.exec(constraint)?.groups ?? {};
      return before === undefined || version === undefined ? [] : [{ keys, before, version, after: '' }];
    });
}

const POETRY_PIN = /^(?<before>={0,2}\s*)(?<version>\d[^\s,|*<>=^~!]*)$/;

function requirementsIn(document: unknown, name: string): readonly Pin[] {
  return requirementLists(document).flatMap((keys) =>
    list(valueAt(document, keys)).flatMap((requirement, place) => {
      if (typeof requirement !== 'string' || requiredName(requirement) !== name) return [];
      const { before, version, after = '' } = PIN.exec(requirement)?.groups ?? {};
      if (before === undefined || version === undefined) return [];
      return [{ keys: [...keys, String(place)], before, version, after }];
    }),
  );
}

function requirementLists(document: unknown): readonly (readonly string[])[] {
  const tables = [['project', 'optional-dependencies'], ['dependency-groups']];
  return [
    ['project', 'dependencies'],
    ...tables.flatMap((keys) => Object.keys(valueAt(document, keys) ?? {}).map((key) => [...keys, key])),
    ['build-system', 'requires'],
  ];
}
