import standardLibrary from './standard-library.txt';

const PROJECT_NAME = /^([a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;
const STANDARD_LIBRARY: ReadonlySet<string> = new Set(
  standardLibrary.split('\n').filter((name) => name !== ''),
);

/** Whether a text may name a project or an extra (core metadata, `Name`). */
export function isProjectName(text: string): boolean {
  return PROJECT_NAME.test(text);
}

/** A project's name as it is compared (PEP 503). */
export function normalName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** A project's name as it begins a distribution's filename (PEP 427, PEP 625). */
export function filenameName(name: string): string {
  return normalName(name).replaceAll('-', '_');
}

/** A name as Warehouse compares it against squatting: separators gone, letters that look like digits as digits. */
export function lookalikeName(name: string): string {
  return name.replace(/[._-]/g, '').replace(/[li]/gi, '1').replace(/o/gi, '0').toLowerCase();
}

/** Whether a name is that of a top-level module which some Python's standard library has or had. */
export function isStandardLibraryName(name: string): boolean {
  return STANDARD_LIBRARY.has(normalName(name));
}
