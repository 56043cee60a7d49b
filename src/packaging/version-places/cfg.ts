import { type Place, type PlaceReader, placesReader } from './place-reader.ts';

/** The reader of `key` in `section` of a file of Python's configparser. `attr:` and `file:` of setuptools are no version. */
export function cfgReader(section: string, key: string): PlaceReader {
  return placesReader((text) => placesIn(text, section, key));
}

/** configparser: sections until the next header, keys in any case, `=` or `:`, whole-line comments only. */
function placesIn(text: string, wanted: string, key: string): readonly Place[] {
  const assignment = new RegExp(`^(?<before>${key}[ \\t]*[=:][ \\t]*)(?<version>[^\\s:]+)[ \\t]*$`, 'i');
  let section = '';
  return [...text.matchAll(/^.*$/gm)].flatMap(({ 0: line, index }) => {
    section = /^\[([^\]]+)\]/.exec(line)?.[1] ?? section;
    const { before = '', version = '' } = assignment.exec(line)?.groups ?? {};
    if (section !== wanted || version === '') return [];
    const start = index + before.length;
    return [{ version, start, end: start + version.length }];
  });
}
