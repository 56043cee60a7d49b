import { describe, expect, it } from '@jest/globals';
import { boundaryOf, multipart } from '../../../src/emulators/index/multipart.ts';

/** The parts of a body with one part, which has this disposition and content. */
function read(disposition: string, { end = '\r\n', close = '\r\n--b--\r\n' } = {}) {
  const head = `--b${end}Content-Disposition: ${disposition}${end}${end}`;
  return multipart(Buffer.from(`${head}content${close}`, 'latin1'), 'b');
}

describe('a multipart form (as Python 3.13 with cgi reads it)', () => {
  it.each(['\x07', '\x7f', '\t', '\0'])('lets a filename hold the control character %j', (character) => {
    expect(read(`form-data; name="content"; filename="a${character}.whl"`)).toEqual([
      {
        name: 'content',
        filename: `a${character}.whl`,
        mediaType: 'text/plain',
        bytes: Buffer.from('content'),
      },
    ]);
  });

  it.each([
    ['form-data; name=x; filename=a.whl', 'a.whl'],
    ['FORM-DATA; NAME="x"; FILENAME="a.whl"', 'a.whl'],
    ['form-data; name="x"; filename="a;b.whl"', 'a;b.whl'],
    ['form-data; name="x"; filename="a\\"b.whl"', 'a"b.whl'],
    ['form-data; name="x"; filename = "a.whl"', 'a.whl'],
    [`form-data; name="x"; filename*=utf-8''a.whl`, undefined],
  ])('reads %j', (disposition, filename) => {
    expect(read(disposition)).toMatchObject([{ name: 'x', filename }]);
  });

  it.each([{ end: '\n' }, { close: '' }, { close: '\r\n' }, { close: '\r\n--b  \r\n\r\nmore' }])(
    'takes lines that end otherwise: %j',
    (form) => {
      expect(read('form-data; name="x"', form)[0]?.bytes.toString()).toBe('content');
    },
  );

  it('reads the boundary of a header, quoted or not, and misses none that is not there', () => {
    expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b');
    expect(boundaryOf('multipart/form-data; charset=x; boundary=ab')).toBe('ab');
    expect(boundaryOf('multipart/form-data')).toBeUndefined();
  });

  it('takes no longer line for a boundary', () => {
    const [part] = multipart(Buffer.from('--b\r\nContent-Disposition: x; name=y\r\n\r\n--bc\r\n--b--'), 'b');
    expect(part?.bytes.toString()).toBe('--bc');
  });
});
