import type { RehearsalWorld } from './rehearsal.ts';

/**
 * What the servers hold at the end of a rehearsal, in a few lines.
 *
 * @param released the commit that was released: of the tags that a project has, those on it are named
 */
export function worldInWords(world: RehearsalWorld, released: unknown): string {
  const releases = world.releases.map(
    ({ tag, draft, assets }) =>
      `${tag} (${draft ? 'draft' : 'published'}, ${Object.keys(assets).length} files)`,
  );
  return [
    'The servers hold:',
    line('TestPyPI', files(world.testpypi)),
    line('PyPI', files(world.pypi)),
    line('tags', tagsInWords(world.tags, released)),
    line('releases', releases),
  ].join('\n');
}

function line(what: string, values: readonly string[]): string {
  return `  ${what.padEnd(9)} ${values.length === 0 ? 'nothing' : values.join(', ')}`;
}

function files(index: RehearsalWorld['pypi']): readonly string[] {
  return Object.values(index).flatMap((project) => Object.values(project).flatMap(Object.keys));
}

/** An old project has some hundred tags, and the rehearsal put none of them there. */
function tagsInWords(tags: RehearsalWorld['tags'], released: unknown): readonly string[] {
  const all = Object.entries(tags);
  const named = all.filter(([, commit]) => commit === released);
  const others = all.length - named.length;
  const counted = named.length === 0 ? `${others} that were there` : `and ${others} that were there`;
  return [
    ...named.map(([tag, commit]) => `${tag} on ${commit.slice(0, 12)}`),
    ...(others === 0 ? [] : [counted]),
  ];
}
