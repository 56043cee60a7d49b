/**
 * The simple API as HTML (PEP 503), for indexes that have no JSON (pypiserver, older devpi). No library that reads HTML is among
 * this project's dependencies, and a page of this API is a list of anchors: only those are read, as HTML 5 spells them.
 */

/** One anchor of a project page. */
export interface SimpleAnchor {
  readonly filename: string;
  /** Absolute, without a fragment. */
  readonly url: string;
  /** 64 lower-case hexadecimal digits; undefined where the index gives another digest or none. */
  readonly sha256: string | undefined;
}

const COMMENT = /<!--[\s\S]*?-->/g;
// An attribute's value may hold `>` where it is quoted: data-requires-python=">=3.9".
const ANCHOR =
  /<a(?<attributes>(?:\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*>(?<text>[\s\S]*?)<\/a\s*>/gi;
const HREF = /(?:^|\s)href\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'<>]+))/i;
const BASE = /<base\s[^>]*?href\s*=\s*["']?(?<href>[^"'\s>]+)/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The files that a project page lists, in its order. `address` is where the page came from. */
export function simpleAnchors(html: string, address: string): readonly SimpleAnchor[] {
  const page = html.replace(COMMENT, '');
  const base = new URL(unescaped(BASE.exec(page)?.groups?.href ?? ''), address);
  return [...page.matchAll(ANCHOR)].flatMap(({ groups }) => {
    const { double, single, bare } = HREF.exec(groups?.attributes ?? '')?.groups ?? {};
    const href = double ?? single ?? bare;
    const filename = unescaped(groups?.text ?? '').trim();
    return href === undefined || filename === '' ? [] : [anchor(filename, new URL(unescaped(href), base))];
  });
}

function anchor(filename: string, url: URL): SimpleAnchor {
  const sha256 = /[#&]sha256=(?<digest>[0-9a-f]{64})(?:&|$)/i.exec(url.hash)?.groups?.digest?.toLowerCase();
  url.hash = '';
  return { filename, url: url.href, sha256 };
}

/** Text with its character references read, of which a simple page has few. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+)|(?<name>[a-z]+));/gi,
    (whole, hex, decimal, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[String(name).toLowerCase()] ?? whole;
    },
  );
}
