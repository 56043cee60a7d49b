import type { LeftOut } from '../../../ports/toolchain.ts';
import type { IniFiles } from '../ini.ts';

/** The project as a source of requirements looks at it. */
export interface ProjectTexts {
  /** pyproject.toml. */
  readonly pyproject: Readonly<Record<string, unknown>>;
  /** Text of a file below the project's directory; undefined where there is none. */
  text(file: string): Promise<string | undefined>;
  /** Sections of INI files, read as Python reads them. */
  ini(texts: Readonly<Record<string, string>>): Promise<IniFiles>;
}

/** A requirement as uv takes it. */
export interface Requirement {
  readonly what: string;
  /** Arguments of `uv pip install`. */
  readonly arguments: readonly string[];
}

export interface FoundRequirements {
  /** The place, as a message tells it. */
  readonly origin: string;
  readonly requirements: readonly Requirement[];
  /** What stands there and cannot be taken over. */
  readonly leftOut: readonly LeftOut[];
}

/** A place where projects keep what their tests need; gives undefined where there is nothing. */
export type Source = (project: ProjectTexts) => Promise<FoundRequirements | undefined>;

/** A requirement of PEP 508. */
export function requirement(text: string): Requirement {
  return { what: text, arguments: [text] };
}

/** What was found, or undefined where that is nothing at all. */
export function found(
  origin: string,
  entries: readonly (Requirement | LeftOut)[],
): FoundRequirements | undefined {
  const requirements = entries.filter((entry): entry is Requirement => 'arguments' in entry);
  const leftOut = entries.filter((entry): entry is LeftOut => 'why' in entry);
  return entries.length === 0 ? undefined : { origin, requirements, leftOut };
}
