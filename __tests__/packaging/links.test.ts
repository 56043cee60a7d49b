import { describe, expect, it } from '@jest/globals';
import { isPublicLink, linksIn } from '../../src/packaging/links.ts';

describe('linksIn', () => {
  it('finds links, pictures, bare addresses, references and those in HTML, each once, in their order', () => {
    const text = [
      '[a](https://a.dev/x) ![b](https://b.dev/b.svg) <https://c.dev> https://d.dev/p.',
      '[![badge](https://e.dev/badge.svg)](https://e.dev) [again](https://a.dev/x) [ref][one]',
      '',
      '<p align="center"><img src="https://f.dev/logo.png"> <a href=\'https://g.dev/?x=1&amp;y=2\'>g</a></p>',
      '',
      '[one]: https://h.dev "Title"',
    ].join('\n');
    expect(linksIn(text)).toEqual([
      ...['https://a.dev/x', 'https://b.dev/b.svg', 'https://c.dev', 'https://d.dev/p'],
      ...['https://e.dev', 'https://e.dev/badge.svg', 'https://h.dev'],
      ...['https://f.dev/logo.png', 'https://g.dev/?x=1&y=2'],
    ]);
  });

  it.each([
    ['code', '`https://a.dev` and\n\n```\ncurl https://b.dev\n```\n'],
    ['a comment', '<!-- <a href="https://a.dev">a</a> -->\n'],
    ['plain words', 'See the manual.'],
  ])('finds none in %s', (_what, text) => {
    expect(linksIn(text)).toEqual([]);
  });
});

describe('isPublicLink', () => {
  it.each(['https://a.dev/x', 'http://a.dev', 'HTTPS://A.dev:8443/x?y#z', 'https://xn--bcher-kva.de/'])(
    'takes %s',
    (address) => {
      expect(isPublicLink(address)).toBe(true);
    },
  );

  it.each([
    ...['docs/manual.md', '#usage', 'mailto:a@a.dev', 'ftp://a.dev/x', '//a.dev', 'https://'],
    ...[
      'http://localhost:8000',
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://2130706433/',
    ],
    ...[
      'http://169.254.169.254/latest/meta-data',
      'https://intranet/x',
      'https://printer.local',
      'https://a.test',
    ],
    ...[
      'https://example.com/hook',
      'https://api.example.org',
      'https://wiki.internal/',
      'http://vault.service.consul:8200/',
      'http://api.default.svc/',
      'https://wiki.acme.corp/',
      'https://localhost./',
    ],
    ...['https://user:secret@a.dev/', 'https://{name}.a.dev', 'https://<host>.a.dev', 'https://a.dev/${x}'],
  ])('leaves %s to itself', (address) => {
    expect(isPublicLink(address)).toBe(false);
  });
});
