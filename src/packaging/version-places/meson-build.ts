import { placesReader } from './place-reader.ts';

// Meson's strings have single quotes, and project() is the first statement (its manual, "Syntax", "project()").
const PROJECT =
  /^(?:\s|#[^\n]*\n)*project\s*\((?:[^()'#]|'(?:\\.|[^'\\])*'|#[^\n]*|\([^()]*\))*?[\s,(](?<before>version\s*:\s*')(?<version>[^'\\]+)'/d;

/** The reader of a meson.build: `version` of its `project()`, where it is a plain literal. */
export const mesonBuild = placesReader((text) => {
  const found = PROJECT.exec(text);
  const [start, end] = found?.indices?.groups?.version ?? [];
  const version = found?.groups?.version;
  return version === undefined || start === undefined || end === undefined ? [] : [{ version, start, end }];
});
