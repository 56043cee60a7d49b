import { type Place, placesReader } from './place-reader.ts';
import { outermost, pythonCode } from './python-code.ts';

/** The reader of a Python module: a module-level `__version__`, else `version` or `VERSION`, with a plain literal. */
export const pythonModule = placesReader((text) =>
  assignedVersions(text).toSorted((a, b) => Number(isDunder(b)) - Number(isDunder(a))),
);

/** A module-level assignment of a version. */
export interface AssignedVersion extends Place {
  /** Names that get the version, more than one in a chain. */
  readonly targets: readonly string[];
}

// One or more chained targets, each with or without an annotation, and one plain literal that ends the statement.
const ASSIGNMENT =
  /^(?<targets>(?:(?:__version__|version|VERSION)[ \t]*(?::[ \t]*[\w.[\], ]+?)?[ \t]*=[ \t]*)+)(?<quote>["'])(?<literal>_+)\k<quote>[ \t]*(?:;|$)/gm;

/** Every module-level assignment of a plain literal to `__version__`, `version` or `VERSION`, in their order. */
export function assignedVersions(text: string): readonly AssignedVersion[] {
  return [...outermost(pythonCode(text)).matchAll(ASSIGNMENT)].flatMap(({ index, groups }) => {
    const { targets = '', literal = '' } = groups ?? {};
    const start = index + targets.length + 1;
    const end = start + literal.length;
    const version = text.slice(start, end);
    // What an escape stands for is not what stands there.
    if (version.includes('\\')) return [];
    return [{ version, start, end, targets: targets.match(/\b(?:__version__|version|VERSION)\b/g) ?? [] }];
  });
}

function isDunder({ targets }: AssignedVersion): boolean {
  return targets.includes('__version__');
}
