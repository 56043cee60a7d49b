/** Badges and announcement: texts made of facts that were verified. Pure. */

import { markupNamed, type NamedText } from '../packaging/markup.ts';
import { normalizedName } from '../packaging/project-name.ts';
import { projectPage } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { Announcement, Badges, Project } from '../release/facts.ts';

const SHIELDS = 'https://img.shields.io/pypi';

interface Badge {
  readonly label: string;
  /** As shields.io calls it. */
  readonly kind: string;
  /** Images that tell the same, of whatever service; `name` is the project's where it is in the address. */
  readonly told: readonly RegExp[];
}

const NAME = String.raw`(?<name>[\w.-]+)`;
const address = (pattern: string): RegExp => new RegExp(pattern, 'g');

const BADGES: readonly Badge[] = [
  {
    label: 'PyPI version',
    kind: 'v',
    told: [address(`shields\\.io/pypi/v/${NAME}`), address(`badge\\.fury\\.io/py/${NAME}`)],
  },
  { label: 'Python versions', kind: 'pyversions', told: [address(`shields\\.io/pypi/pyversions/${NAME}`)] },
  {
    label: 'Licence',
    kind: 'l',
    told: [
      address(`shields\\.io/pypi/l/${NAME}`),
      /shields\.io\/(?:github\/license\/|badge\/licen[cs]e[-_])/gi,
    ],
  },
  {
    label: 'Downloads',
    kind: 'dm',
    told: [
      address(`shields\\.io/pypi/d[dwm]/${NAME}`),
      address(`shields\\.io/pepy/dt/${NAME}`),
      address(`pepy\\.tech/(?:personalized-)?badge/${NAME}`),
    ],
  },
];

/** A README's markup: how a badge is written in it, and the lines that hold the block which is kept up to date. */
interface ReadmeMarkup {
  readonly name: Badges['pasted']['markup'];
  badge(label: string, image: string, page: string): string;
  readonly markers: readonly [string, string];
}

const MARKDOWN: ReadmeMarkup = {
  name: 'markdown',
  badge: (label, image, page) => `[![${label}](${image})](${page})`,
  markers: ['<!-- pypi-release:badges -->', '<!-- /pypi-release:badges -->'],
};

const RESTRUCTURED_TEXT: ReadmeMarkup = {
  name: 'rst',
  badge: (label, image, page) => `.. image:: ${image}\n   :target: ${page}\n   :alt: ${label}`,
  // Comments, which end with a blank line, as a block of images begins and ends.
  markers: ['.. pypi-release:badges\n', '\n.. /pypi-release:badges'],
};

/** The badges of a project, and those its README lacks. */
export function badgesOf({ normalizedName }: Project, plan: Plan, readme: NamedText | undefined): Badges {
  const page = projectPage(plan.indexes.pypi, normalizedName);
  const written = ({ badge }: ReadmeMarkup) =>
    BADGES.map(({ label, kind }) => badge(label, `${SHIELDS}/${kind}/${normalizedName}`, page)).join('\n');
  const markup = markupOf(readme);
  return {
    markdown: written(MARKDOWN),
    pasted: { markup: markup.name, text: written(markup) },
    missing: BADGES.filter((badge) => !isShown(badge, normalizedName, readme?.text ?? '')).map(
      ({ label }) => label,
    ),
  };
}

function markupOf(readme: NamedText | undefined): ReadmeMarkup {
  return readme !== undefined && markupNamed(readme.file)?.name === 'reStructuredText'
    ? RESTRUCTURED_TEXT
    : MARKDOWN;
}

function isShown({ told }: Badge, project: string, readme: string): boolean {
  return told.some((image) =>
    [...readme.matchAll(image)].some(({ groups }) => {
      const name = groups?.name?.replace(/\.(?:svg|png)$/, '');
      return name === undefined || normalizedName(name) === project;
    }),
  );
}

/**
 * The README with the block between the markers renewed; undefined where it has no markers.
 * The markers are `<!-- pypi-release:badges -->` and `<!-- /pypi-release:badges -->`, in reStructuredText comments of the same words.
 */
export function withBadges(readme: NamedText, { pasted }: Pick<Badges, 'pasted'>): string | undefined {
  const { text } = readme;
  const [open, close] = markupOf(readme).markers;
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) return undefined;
  return `${text.slice(0, start + open.length)}\n${pasted.text}\n${text.slice(end)}`;
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
