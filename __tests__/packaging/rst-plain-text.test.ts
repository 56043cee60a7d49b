import { describe, expect, it } from '@jest/globals';
import { rstPlainText } from '../../src/packaging/rst-plain-text.ts';

describe('a line of reStructuredText without its markup', () => {
  it.each([
    ['``a`b`` c', 'a`b c'],
    ['`1.2.0 <https://x.example>`__', '1.2.0'],
    [':tag:`1.2.0` `b`_ `c`', '1.2.0 b c'],
    ['**1.2.0** and *b*', '1.2.0 and b'],
    ['|a b| |c|_', 'a b c'],
    ['1.2.0_ a__ b_c _d', '1.2.0 a b_c _d'],
    ['1.2.0\\ (b) \\*c\\*', '1.2.0(b) *c*'],
    ['2 * 3', '2 * 3'],
  ])('%s is %s', (source, plain) => {
    expect(rstPlainText(source)).toBe(plain);
  });
});
