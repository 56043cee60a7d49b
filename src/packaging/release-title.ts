/** The title of a release in a changelog, after the example of another one. */

import { dateLike } from './changelog-date.ts';
import type { HeadingSays } from './changelog-heading.ts';
import type { Section } from './changelog-sections.ts';

/** What a release is called by in its title. */
export interface TitledAs {
  readonly version: string;
  readonly tag: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * A release's title in the style of another one, with its links moved on; undefined where that one says more than version, date and
 * addresses of the version (a code name).
 */
export function titleFor({ at, says }: Section, wanted: TitledAs): string | undefined {
  const { version, unreleased, date }: HeadingSays = says;
  if (unreleased || version === undefined) return undefined;
  const written = date?.written ?? '';
  const [before = '', after, ...more] = withoutAddresses(at.source).split(version);
  if (after === undefined || more.length > 0 || !after.includes(written)) return undefined;
  const others = `${before}${after.replace(written, '')}`;
  if (!/^(?:\W|_|\bv|\b(?:version|release|released|on)\b)*$/i.test(others)) return undefined;
  const title = date === undefined ? at.source : at.source.replace(written, dateLike(date, wanted.date));
  return titleOf(title, version, wanted);
}

/** The addresses of links in Markdown, and its attributes: `[1.2.0](ADDRESS)`, `{: #demo-v1.2.0 }`. */
const ADDRESSES = /(?<=\])\([^()\s]*\)|\{:[^{}]*\}/g;

function withoutAddresses(title: string): string {
  return title.replace(ADDRESSES, '');
}

/** A title with its version replaced, in its addresses too; undefined where one of these has nothing to be replaced. */
function titleOf(title: string, version: string, { version: next, tag }: TitledAs): string | undefined {
  const literal = version.replace(/\W/g, '\\$&');
  const old = `(?<![0-9.])${literal}(?![0-9]|\\.[0-9])`;
  const said = new RegExp(old, 'g');
  // A comparison with the release before becomes one with this release.
  const compared = new RegExp(`(/compare/)[^\\s/]+?(\\.{2,3})([^\\s/().]*${old})`);
  const addresses = title.match(ADDRESSES) ?? [];
  if (addresses.some((address) => !address.match(said))) return undefined;
  const moved = addresses.map((address) => {
    const { 1: path, 2: dots, 3: last } = compared.exec(address) ?? [];
    if (path === undefined) return address.replace(said, () => next);
    return address.replace(compared, () => `${path}${last}${dots}${tag}`);
  });
  const [first = '', ...rest] = title.split(ADDRESSES);
  return rest.reduce(
    (whole, part, place) => whole + moved[place] + part.replace(said, () => next),
    first.replace(said, () => next),
  );
}
