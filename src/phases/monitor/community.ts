/** What people make of a repository and of its latest release. */

import { sameVersion } from '../../packaging/version.ts';
import { ownerOf, tagsOfProject } from '../setup/tagging.ts';
import { type Answer, count, countOfBad, none } from './answers.ts';
import type { Look } from './look.ts';

const CRITICAL = 'critical';

/** Open issues with the label `critical`, of which there should be none. */
export async function criticalIssues({ world: { forge } }: Look): Promise<Answer> {
  return countOfBad(await forge.community.issues(CRITICAL));
}

/** Stars of the repository, by what the forge says of it. */
export async function stars({ world: { forge } }: Look): Promise<Answer> {
  return count((await forge.repository.read()).stars);
}

/** Forks of the repository, likewise. */
export async function forks({ world: { forge } }: Look): Promise<Answer> {
  return count((await forge.repository.read()).forks);
}

/** Those to the release of the version that was looked at; its tag is read as the project writes its tags. */
export async function reactions({ world: { forge }, plan, subjects: [subject] }: Look): Promise<Answer> {
  if (subject === undefined) return none('the index could not be asked for the latest release');
  const releases = await forge.community.reactions();
  const owner = ownerOf(subject.name, plan);
  const tags = tagsOfProject(
    releases.map(({ tag }) => tag),
    plan,
    owner,
  );
  const own = tags.find(({ version }) => sameVersion(version, subject.version));
  const release = releases.find(({ tag }) => tag === own?.tag);
  return release === undefined
    ? none(`the forge has no release of ${subject.version} among its newest`)
    : count(release.count, `to ${release.tag}`);
}
