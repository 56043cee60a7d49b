/** Generated release notes: here only the comparison line, as GitHub writes it when no pull request was merged. */
import { peeled } from './git.ts';
import { releaseCommit } from './publishing.ts';
import { pageOf } from './route.ts';
import type { Forge } from './state.ts';

export interface NotesWanted {
  readonly tag: string;
  readonly target: string;
  /** The tag to compare with; undefined: the nearest tag before. */
  readonly previous: string | undefined;
}

/** The name and Markdown text of generated notes. Raises 422 when neither tag nor target exists. */
export async function generatedNotes(
  forge: Forge,
  wanted: NotesWanted,
): Promise<{ readonly name: string; readonly body: string }> {
  const commit = await releaseCommit(forge, wanted.tag, wanted.target);
  const previous = wanted.previous ?? (await tagBefore(forge, wanted.tag, commit));
  const range = previous === undefined ? `commits/${wanted.tag}` : `compare/${previous}...${wanted.tag}`;
  return { name: wanted.tag, body: `**Full Changelog**: ${pageOf(forge)}/${range}` };
}

async function tagBefore(forge: Forge, tag: string, commit: string): Promise<string | undefined> {
  const merged = await forge.git(['tag', '--list', '--merged', commit, '--sort=-creatordate']);
  const names = merged
    .toString()
    .split('\n')
    .filter((name) => name !== '' && name !== tag);
  for (const name of names) {
    if ((await peeled(forge.git, `refs/tags/${name}`)) !== commit) return name;
  }
  return undefined;
}
