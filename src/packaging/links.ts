/** Links of a description, and which of them anybody on the web could follow. */

import { lexer, type Token, walkTokens } from 'marked';

/** Addresses that a Markdown text links to or shows pictures from, in their order, each once. What stands in code is none. */
export function linksIn(markdown: string): readonly string[] {
  const found: string[] = [];
  walkTokens(lexer(markdown), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') found.push(String(token.href));
    if (token.type === 'html') found.push(...htmlLinks(String(token.text)));
  });
  return [...new Set(found)];
}

function htmlLinks(html: string): readonly string[] {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const attributes = shown.matchAll(/\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
  return [...attributes].map(([, double, single]) =>
    (double ?? single ?? '').trim().replaceAll('&amp;', '&'),
  );
}

/** Names for examples and for networks of one's own (RFC 2606, 6761, 6762 with its appendix G, 7686, 8375; ICANN's `internal`; Kubernetes, Consul). */
const NOBODYS =
  /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|localdomain|internal|intranet|private|corp|home|lan|svc|consul|onion|home\.arpa)$/;

/**
 * Whether an address is one that anybody on the web could follow: http or https, of a host with a public name. Bare IP addresses, names
 * for examples and placeholders are none, nor is an address that holds a password.
 */
export function isPublicLink(address: string): boolean {
  if (!/^https?:/i.test(address) || /[<>{}$\s]/.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  const host = hostname.replace(/\.$/, '');
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return host.includes('.') && !isAddress && !NOBODYS.test(host) && username === '' && password === '';
}
