import { parsedToml } from './pyproject.ts';
import { valueAt } from './toml-value.ts';

/** What a Cargo.toml says, as far as a release wants to know it (the Cargo Book, "The Manifest Format" and "Workspaces"). */
export interface CargoManifest {
  /** Undefined where it has no `[package]`, as the root of a workspace may. */
  readonly crate: CargoCrate | undefined;
  /** Undefined where it is no root of a workspace. */
  readonly workspace: CargoWorkspace | undefined;
}

export interface CargoCrate {
  readonly name: string;
  /** Whether the version is that of the workspace (`version.workspace = true`). */
  readonly inheritsVersion: boolean;
  /** `workspace` of `[package]`: the directory of the root, where it does not lie above. */
  readonly root: string | undefined;
}

export interface CargoWorkspace {
  /** Directories of the member crates, as globs. */
  readonly members: readonly string[];
}

/** What `text`, the content of a Cargo.toml, says. Throws SyntaxError that names line and column when it is no TOML. */
export function parsedCargoManifest(text: string): CargoManifest {
  const document = parsedToml(text);
  const [name, root] = [valueAt(document, ['package', 'name']), valueAt(document, ['package', 'workspace'])];
  const members = valueAt(document, ['workspace', 'members']);
  return {
    crate:
      typeof name === 'string'
        ? {
            name,
            inheritsVersion: valueAt(document, ['package', 'version', 'workspace']) === true,
            root: typeof root === 'string' ? root : undefined,
          }
        : undefined,
    workspace:
      'workspace' in document ? { members: Array.isArray(members) ? members.filter(isText) : [] } : undefined,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
