// Core metadata specification, field "Name": ASCII letters, digits, dot, hyphen, underscore; alphanumeric at both ends.
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/** `name` as indexes compare it: lower case, runs of `-`, `_` and `.` as one hyphen (PEP 503). */
export function normalizedName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** The first part of a distribution's file name: the normalised name with `_` for `-` (PEP 427, PEP 625). */
export function fileNameStem(name: string): string {
  return normalizedName(name).replaceAll('-', '_');
}

/** Whether `name` may name a project at all (core metadata specification, field "Name"). */
export function isProjectName(name: string): boolean {
  return PROJECT_NAME.test(name);
}
