import { describe, expect, it } from '@jest/globals';
import { simpleAnchors } from '../../../src/adapters/index/simple-html.ts';

const PAGE = 'https://index.example/simple/demo/';
const DIGEST = 'ab'.repeat(32);

const filesOf = (html: string) => simpleAnchors(html, PAGE);

describe('simpleAnchors', () => {
  it('reads a page as pypiserver writes it', () => {
    const html = `<!DOCTYPE html><html><head><title>Links for demo</title></head><body><h1>Links for demo</h1>
      <a href="/packages/demo-1.0-py3-none-any.whl#sha256=${DIGEST}">demo-1.0-py3-none-any.whl</a><br>
      <a href="/packages/demo-1.0.tar.gz#sha256=${DIGEST.toUpperCase()}">demo-1.0.tar.gz</a><br></body></html>`;
    expect(filesOf(html)).toEqual([
      {
        filename: 'demo-1.0-py3-none-any.whl',
        url: 'https://index.example/packages/demo-1.0-py3-none-any.whl',
        sha256: DIGEST,
      },
      { filename: 'demo-1.0.tar.gz', url: 'https://index.example/packages/demo-1.0.tar.gz', sha256: DIGEST },
    ]);
  });

  it('is not led astray by a > in an attribute', () => {
    const html = `<a data-requires-python=">=3.9" href='demo-1.0.tar.gz#sha256=${DIGEST}' data-yanked>demo-1.0.tar.gz</a>`;
    expect(filesOf(html)).toEqual([
      { filename: 'demo-1.0.tar.gz', url: `${PAGE}demo-1.0.tar.gz`, sha256: DIGEST },
    ]);
  });

  it('reads escaped addresses and names', () => {
    const html = `<A HREF="https://files.example/a?x=1&amp;y=2#sha256=${DIGEST}">demo&#45;1.0&#x2B;b.tar.gz</A>`;
    expect(filesOf(html)).toEqual([
      { filename: 'demo-1.0+b.tar.gz', url: 'https://files.example/a?x=1&y=2', sha256: DIGEST },
    ]);
  });

  it('gives no sha256 where there is another digest or none', () => {
    const html = '<a href="a.tar.gz#md5=00">a.tar.gz</a><a href=b.tar.gz>b.tar.gz</a>';
    expect(filesOf(html).map(({ sha256 }) => sha256)).toEqual([undefined, undefined]);
  });

  it('finds the sha256 among what else an address tells of its file', () => {
    const html = `<a href="a.tar.gz#egg=a&amp;sha256=${DIGEST}&amp;subdirectory=x">a.tar.gz</a>`;
    expect(filesOf(html)).toEqual([{ filename: 'a.tar.gz', url: `${PAGE}a.tar.gz`, sha256: DIGEST }]);
  });

  it('follows the base that the page names', () => {
    const html = '<head><base href="https://files.example/root/"></head><a href="a.tar.gz">a.tar.gz</a>';
    expect(filesOf(html)[0]?.url).toBe('https://files.example/root/a.tar.gz');
  });

  it('reads no anchor in a comment, none without an address, and no other element', () => {
    const html = '<!-- <a href="x">x</a> --><a name="top">top</a><abbr href="y">y</abbr>';
    expect(filesOf(html)).toEqual([]);
  });
});
