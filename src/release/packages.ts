/** A release as the packages it is made of. */

import type { Distribution } from '../packaging/distribution.ts';
import type { Project, ReleasedPackage } from './facts.ts';
import { type Fault, fault } from './fault.ts';

/** One package of a release, as a project of its own with that release's version. */
export type PackageProject = ReleasedPackage & Pick<Project, 'version'>;

/** A package of a release, and its part of the distributions. */
export interface Share {
  readonly project: PackageProject;
  readonly distributions: readonly Distribution[];
}

/** The distributions by their packages, in the order of the uploads. Those of a release with one package are all its own. */
export function shares(
  { packages, version }: Pick<Project, 'packages' | 'version'>,
  distributions: readonly Distribution[],
): readonly Share[] {
  const isAlone = packages.length === 1;
  return packages.map((each) => ({
    project: { ...each, version },
    distributions: distributions.filter(({ name }) => isAlone || name === each.normalizedName),
  }));
}

/** Faults `distribution-unfit` of those that are of none of several packages. */
export function strangers(
  { packages }: Pick<Project, 'packages'>,
  distributions: readonly Distribution[],
): readonly Fault[] {
  if (!hasSeveral({ packages })) return [];
  const all = packages.map(({ name }) => name).join(', ');
  return distributions
    .filter(({ name }) => !packages.some(({ normalizedName }) => normalizedName === name))
    .map(({ filename }) =>
      fault('distribution-unfit', {
        filename,
        problem: `it is of none of the packages of this release (${all}).`,
        remedy: 'Take it out of packages-dir, or name its package in the members input.',
      }),
    );
}

/** Whether a release has more than one package: only then are they told apart in what is said. */
export function hasSeveral({ packages }: Pick<Project, 'packages'>): boolean {
  return packages.length > 1;
}
