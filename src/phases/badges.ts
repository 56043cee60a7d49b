/** Badges and announcement: texts made of facts that were verified. Pure. */

import type { Plan } from '../plan/plan.ts';
import type { Announcement, Badges, Project } from '../release/facts.ts';

/** The README that carries badges, in the working directory. */
export const README = 'README.md';

const SHIELDS = 'https://img.shields.io/pypi';
const MARKERS = ['<!-- pypi-release:badges -->', '<!-- /pypi-release:badges -->'] as const;

const BADGES = [
  { label: 'PyPI version', kind: 'v' },
  { label: 'Python versions', kind: 'pyversions' },
  { label: 'Licence', kind: 'l' },
  { label: 'Downloads', kind: 'dm' },
] as const;

/** The badges of a project as Markdown, and those its README lacks. */
export function badgesOf({ normalizedName }: Project, plan: Plan, readme: string | undefined): Badges {
  const page = `${plan.indexes.pypi.web}/project/${normalizedName}/`;
  const image = (kind: string): string => `${SHIELDS}/${kind}/${normalizedName}`;
  return {
    markdown: BADGES.map(({ label, kind }) => `[![${label}](${image(kind)})](${page})`).join('\n'),
    missing: BADGES.filter(({ kind }) => !readme?.includes(image(kind))).map(({ label }) => label),
  };
}

/**
 * The README with the block between the markers renewed; undefined where it has no markers.
 * The markers are `<!-- pypi-release:badges -->` and `<!-- /pypi-release:badges -->`.
 */
export function withBadges(readme: string, { markdown }: Badges): string | undefined {
  const [open, close] = MARKERS;
  const start = readme.indexOf(open);
  const end = readme.indexOf(close, start);
  if (start < 0 || end < 0) return undefined;
  return `${readme.slice(0, start + open.length)}\n${markdown}\n${readme.slice(end)}`;
}

/** At most this many characters in the short text. */
const SHORT = 280;

/** A short text for a feed and a long one for a page. */
export function announcementOf(
  { name, version }: Project,
  notes: string,
  links: { readonly index: string; readonly release: string },
): Announcement {
  const bare = cut(`${name} ${version} is out`, SHORT);
  const head = bare.length + links.index.length + 2 > SHORT ? bare : `${bare}: ${links.index}`;
  const [firstPoint] = notes.split('\n').flatMap((line) => /^\s*[-*]\s+(.*)/.exec(line)?.[1] ?? []);
  const room = SHORT - head.length - 2;
  const point = firstPoint === undefined || room < 40 ? '' : cut(`\n\n${firstPoint}`, room);
  return {
    short: `${head}${point}`,
    long: `# ${name} ${version}\n\n${notes.trim()}\n\n- Index: ${links.index}\n- Release: ${links.release}\n`,
  };
}

/** At most `length` UTF-16 units of a text, without half a character at its end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
