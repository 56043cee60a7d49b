import { isVersion } from '../version.ts';
import { placesReader } from './place-reader.ts';

/** The reader of a file that holds a version and nothing else but white space. */
export const wholeFile = placesReader((text) => {
  const version = text.trim();
  const start = text.indexOf(version);
  return isVersion(version) ? [{ version, start, end: start + version.length }] : [];
});
