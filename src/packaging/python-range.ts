import { satisfies } from '@renovatebot/pep440';

/** The Python that GitHub's Linux runners have on PATH (image ubuntu-24.04), then others, the nearest first. */
const OFFERED = ['3.12', '3.13', '3.14', '3.15', '3.11', '3.10', '3.9'] as const;

/**
 * The Python to ask for where a project does not take the runner's own; undefined where it does, and where no known one fits.
 *
 * @param range `requires-python`, a version specifier (PEP 440)
 */
export function pythonOtherThanTheRunners(range: string | undefined): string | undefined {
  if (range === undefined) return undefined;
  // A floor such as 3.13.2 takes the later ones of that line.
  const fitting = OFFERED.find((minor) => satisfies(`${minor}.99`, range));
  return fitting === OFFERED[0] ? undefined : fitting;
}
