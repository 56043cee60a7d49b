/** What an index holds of a release after a failure: told with the fault, so that nobody has to go and look. */

import type { Distribution } from '../packaging/distribution.ts';
import type { IndexFile, PackageIndex } from '../ports/package-index.ts';
import type { Project } from '../release/facts.ts';
import { Stopped } from '../release/fault.ts';
import { named } from '../release/faults/fault-text.ts';
import { held } from './held.ts';

export interface Standing {
  readonly name: string;
  readonly index: PackageIndex;
  readonly project: Project;
  readonly distributions: readonly Distribution[];
  /** Names of the files that were seen to stand before the failure. */
  readonly known: readonly string[];
}

/**
 * The same failure, each of its faults with a sentence on which files stand and which do not. The index is looked at once more;
 * where it cannot be, the sentence tells what is known without it. What is no `Stopped` is given back as it is.
 */
export async function withStanding(failure: unknown, standing: Standing): Promise<unknown> {
  if (!(failure instanceof Stopped)) return failure;
  const sentence = await standingSentence(standing);
  const faults = failure.faults.map((each) => ({ ...each, finding: `${each.finding} ${sentence}` }));
  return new Stopped(faults, { cause: failure, patience: failure.patience });
}

async function standingSentence(standing: Standing): Promise<string> {
  const { name, index, project, known } = standing;
  try {
    return observedSentence(standing, await held(index, project));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const seen =
      known.length === 0 ? 'no file of this release was seen there' : `${listed(known)} stood there`;
    return `${named(name)} cannot be looked at now; before the failure ${seen}.`;
  }
}

/** Pure: what stands, what is missing, and what is another's. */
function observedSentence({ name, distributions }: Standing, there: readonly IndexFile[]): string {
  const theirs = ({ filename }: Distribution) => there.find((file) => file.filename === filename)?.sha256;
  const standing = distributions.filter((each) => theirs(each) === each.sha256);
  const missing = distributions.filter((each) => theirs(each) === undefined);
  const other = distributions.filter((each) => !standing.includes(each) && !missing.includes(each));
  const groups = [
    [standing, 'stand'],
    [missing, 'are missing'],
    [other, 'stand with other bytes'],
  ] as const;
  const told = groups
    .filter(([files]) => files.length > 0)
    .map(([files, what]) => `${what}: ${listed(files.map(({ filename }) => filename))}`);
  return `On ${named(name)} ${told.join('; ')}.`;
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}
