import { listed, place, quoted, type Row, sentence } from './fault-text.ts';

/** Several packages in one release. */
export const members = {
  'member-invalid': ((d) => ({
    title: 'A package to be released cannot be read',
    finding: `${d.file}, ${sentence(d.problem)}`,
    remedy:
      'Mend it, such as by a name in [project], or leave its directory out: of the workspace (exclude), or of the members input.',
  })) as Row<{ file: string; problem: string }>,
  'member-unknown': ((d) => ({
    title: 'There is no such member',
    finding: `members names ${quoted(d.entry)}, which fits none of: ${listed(d.known) || 'nothing, for there is no package'}.`,
    remedy:
      'Give names of the workspace’s members, or with a / directories that have a pyproject.toml, setup.cfg or setup.py. Both may be globs.',
  })) as Row<{ entry: string; known: readonly string[] }>,
  'members-private': ((d) => ({
    title: 'No package of the workspace is for an index',
    finding:
      d.known.length === 0
        ? `There is no package below ${place(d.directory)}.`
        : `Below ${place(d.directory)} there are ${listed(d.known)}: each has the classifier "Private ::", no [build-system], or package = false.`,
    remedy: 'Name what is to be released in the members input, or take these marks from it.',
  })) as Row<{ directory: string; known: readonly string[] }>,
  'members-circular': ((d) => ({
    title: 'The packages require one another in a circle',
    finding: `${d.circle[0]} requires ${d.circle.slice(1).join(', which requires ')}.`,
    remedy:
      'What another requires is published before it, which no order can do here: make one of these requirements an extra, or leave a package out (members).',
  })) as Row<{ circle: readonly string[] }>,
  'members-disagree': ((d) => ({
    title: 'The packages have different versions',
    finding: `${d.packages.map(({ name, version }) => `${name} is ${version}`).join('; ')}. One tag stands for all of them.`,
    remedy:
      'Give the version that all shall get as the version input; or release them one by one, each with working-directory and a tag-format of its own, such as NAME-v{version}.',
  })) as Row<{ packages: readonly { name: string; version: string }[] }>,
  'package-unbuilt': ((d) => ({
    title: 'A package has no distribution',
    finding: `${d.directory} holds ${listed(d.found)}, and nothing of ${listed(d.packages)}.`,
    remedy:
      'Let the build put the distributions of every released package there, or name only those that it builds in the members input.',
  })) as Row<{ directory: string; found: readonly string[]; packages: readonly string[] }>,
} as const;
