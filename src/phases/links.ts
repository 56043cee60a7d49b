/** Whether the links of a release lead anywhere: those of its description, and those of its metadata. */

import { descriptionType } from '../packaging/description-type.ts';
import { isPublicLink, linksIn } from '../packaging/links.ts';
import { literally } from '../packaging/literally.ts';
import type { Plan } from '../plan/plan.ts';
import type { Described } from '../ports/package-index.ts';
import type { Visit } from '../ports/web.ts';
import type { World } from '../ports/world.ts';
import { few } from '../release/few.ts';
import { inParallel } from '../release/in-parallel.ts';

/** A release that is not out yet: what is of it alone cannot answer. */
export interface Awaited {
  /** Normalised names of its packages. */
  readonly names: readonly string[];
  readonly version: string;
  /** Whether nothing of that name was ever published but this version: a re-run finds some of its files there. */
  readonly isFirst: boolean;
}

export interface Link {
  readonly url: string;
  /** `README`, or the label of the metadata. */
  readonly place: string;
  readonly isMetadata: boolean;
}

/** A link of which something is to be said. */
export interface ToldLink extends Link {
  readonly why: string;
  /** Whether a server itself said that it is gone; where no name server knows the host, another one may. */
  readonly isGone: boolean;
}

export interface LinkReport {
  /** How many lead somewhere. */
  readonly alive: number;
  readonly dead: readonly ToldLink[];
  /** Those that may be alive: who keeps robots out, or gave no answer in time. */
  readonly untold: readonly ToldLink[];
  /** How many come with the release itself. */
  readonly awaited: number;
}

type LinkWorld = Pick<World, 'web' | 'markup' | 'clock'>;

/** Milliseconds for all links together: what was not asked by then is not told. */
const TIME_LIMIT = 60_000;
const AT_ONCE = 8;
const README = 'README';

/**
 * Looks at every link of a release. Dead are a page that is not there (404, 410), and a host that was not found.
 *
 * @param awaited where the release is not out yet
 * @returns `unchecked` with the reason, where nothing can be known: no network, or readers in a network of their own
 */
export async function lookAtLinks(
  described: readonly Described[],
  plan: Plan,
  world: LinkWorld,
  awaited?: Awaited,
): Promise<LinkReport | { readonly unchecked: string }> {
  if (!isPublicLink(plan.indexes.pypi.simple)) return { unchecked: 'the index is not on the public web' };
  const all = (await Promise.all(described.map((each) => linksOf(each, world)))).flat();
  const links = distinct(all);
  const asked = links.filter((link) => awaited === undefined || !comesWith(awaited, link, plan));
  const visits = new Map<Link, Visit>();
  const visited = inParallel(asked, AT_ONCE, async (link) => {
    visits.set(link, await world.web.visit(link.url));
  });
  await world.clock.within(TIME_LIMIT, visited);
  const isClosed = asked.length > 0 && ![...visits.values()].some(({ kind }) => kind === 'answered');
  if (isClosed) return { unchecked: 'no address answered, as where the network is closed' };
  const judged = asked.map((link) => ({ ...link, ...judgement(visits.get(link)) }));
  const own = await ownRepository(judged, plan, world);
  const dead = judged.filter(({ verdict, url }) => verdict === 'dead' && !own.hides(url));
  const untold = judged.filter(
    ({ verdict, url }) => verdict === 'untold' || (verdict === 'dead' && own.hides(url)),
  );
  return {
    alive: judged.filter(({ verdict }) => verdict === 'alive').length,
    dead: dead.map(toldLink),
    untold: untold.map((link) => toldLink(own.hides(link.url) ? { ...link, why: own.why } : link)),
    awaited: links.length - asked.length,
  };
}

function toldLink({ url, place, isMetadata, why, isGone }: ToldLink): ToldLink {
  return { url, place, isMetadata, why, isGone };
}

/** Each address once: of those that are the same, in whichever package, one of the metadata counts. */
function distinct(links: readonly Link[]): readonly Link[] {
  const ofMetadata = links.filter(({ isMetadata }) => isMetadata);
  return [...new Map([...links, ...ofMetadata].map((link) => [link.url, link])).values()];
}

/** The links of a description and of the metadata. */
async function linksOf(
  { description, contentType, urls }: Described,
  { markup }: LinkWorld,
): Promise<readonly Link[]> {
  const markdown = await asMarkdown(description, contentType, markup);
  const links = [
    ...linksIn(markdown).map((url) => ({ url, place: README, isMetadata: false })),
    ...urls.map(([label, url]) => ({ url, place: label, isMetadata: true })),
  ];
  return links
    .filter(({ url }) => isPublicLink(url))
    .map((link) => ({ ...link, url: link.url.replace(/#.*$/, '') }));
}

async function asMarkdown(
  description: string,
  contentType: string | undefined,
  markup: World['markup'],
): Promise<string> {
  const type = descriptionType(contentType);
  if (type === 'text/markdown') return description;
  if (type !== 'text/x-rst' || description.trim() === '') return '';
  const converted = await markup.markdown(description);
  return 'markdown' in converted ? converted.markdown : '';
}

/** Whether an address is of the release that is awaited: it names its version, or a project that nobody knows yet. */
function comesWith({ names, version, isFirst }: Awaited, { url }: Link, { forge }: Plan): boolean {
  if (new RegExp(`(?<![0-9A-Za-z])(?<!\\d\\.)v?${literally(version)}(?![0-9A-Za-z]|\\.\\d)`, 'i').test(url))
    return true;
  if (!isFirst || url.startsWith(`${forge.server}/`)) return false;
  const plain = url.toLowerCase().replace(/[-_.]+/g, '-');
  return names.some((name) => new RegExp(`(?<![0-9a-z])${name}(?![0-9a-z])`).test(plain));
}

interface Judgement {
  readonly verdict: 'alive' | 'dead' | 'untold';
  readonly why: string;
  readonly isGone: boolean;
}

function judgement(visit: Visit | undefined): Judgement {
  const isGone = false;
  if (visit === undefined) return { verdict: 'untold', why: 'there was no time left', isGone };
  if (visit.kind === 'nowhere') return { verdict: 'dead', why: 'its host was not found', isGone };
  if (visit.kind === 'unanswered') return { verdict: 'untold', why: visit.reason, isGone };
  const { status } = visit;
  if (status < 400) return { verdict: 'alive', why: '', isGone };
  const isTold = status === 404 || status === 410;
  return { verdict: isTold ? 'dead' : 'untold', why: `${status}`, isGone: isTold };
}

/** A private repository is not there for whoever brings no credential, and none is taken along: what lies in it is not known to be dead. */
async function ownRepository(
  judged: readonly (Link & Judgement)[],
  { forge }: Plan,
  { web }: LinkWorld,
): Promise<{ readonly hides: (url: string) => boolean; readonly why: string }> {
  const home = placeOf(`${forge.server}/${forge.repository}`);
  const isOwn = (url: string): boolean =>
    [`${home}/`, `${home}.git/`].some((own) => `${placeOf(url)}/`.startsWith(own));
  const isAsked = judged.some(({ verdict, url }) => verdict === 'dead' && isOwn(url));
  const visit = isAsked ? await web.visit(`${forge.server}/${forge.repository}`) : undefined;
  const isHidden = visit !== undefined && judgement(visit).verdict !== 'alive';
  return { hides: (url) => isHidden && isOwn(url), why: 'the repository is not open to everybody' };
}

/** Host and path of an address, as a forge compares them. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`.toLowerCase();
}

/** What was found, in one sentence. */
export function linksInWords({ alive, dead, untold, awaited }: LinkReport): string {
  const parts = [
    ...(dead.length > 0 ? [`dead: ${fewLinks(dead)}`] : []),
    `${alive} ${alive === 1 ? 'link leads' : 'links lead'} somewhere`,
    ...(untold.length > 0 ? [`could not be told: ${fewLinks(untold)}`] : []),
    ...(awaited > 0 ? [`${awaited} come with the release`] : []),
  ];
  return parts.join('; ');
}

function fewLinks(links: readonly ToldLink[]): string {
  return few(links.map(({ url, place, why }) => `${url} (${place}: ${why})`));
}
