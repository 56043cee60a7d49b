import { cargoSpelling } from './cargo-version.ts';
import type { PlaceReader } from './place-reader.ts';
import { tomlReader } from './toml.ts';

/**
 * The reader of a Cargo.toml. Another spelling of the same version stays as it is.
 *
 * @param table the table that has the version: `package`, or `workspace.package` where crates inherit it
 */
export function cargoToml(table: string): PlaceReader {
  const { version, rewritten } = tomlReader([...table.split('.'), 'version']);
  return {
    version,
    rewritten(text, from, to) {
      const spelled = cargoSpelling(from, to);
      return spelled === undefined ? undefined : rewritten(text, from, spelled);
    },
  };
}
