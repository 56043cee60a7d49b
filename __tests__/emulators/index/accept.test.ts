import { describe, expect, it } from '@jest/globals';
import { acceptableOffers } from '../../../src/emulators/index/accept.ts';

const OFFERS = ['text/html', 'application/json'];

describe('acceptableOffers', () => {
  it.each([
    ['offers all to a client that says nothing', undefined, ['text/html', 'application/json']],
    ['keeps its own order under */*', '*/*', ['text/html', 'application/json']],
    ['leaves out what the client did not name', 'application/json', ['application/json']],
    ['puts the higher weight first', 'text/html;q=0.5, application/json', ['application/json', 'text/html']],
    ['takes the narrower range for a type', 'text/*;q=0.1, text/html;q=0.9', ['text/html']],
    ['leaves out what weighs nothing', '*/*, text/html;q=0', ['application/json']],
    ['offers nothing when nothing matches', 'image/png', []],
    ['matches no range with parameters', 'text/html;level=1', []],
  ])('%s', (_claim, header, expected) => {
    expect(acceptableOffers(header, OFFERS)).toEqual(expected);
  });
});
