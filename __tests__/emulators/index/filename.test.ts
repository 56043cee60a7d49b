import { describe, expect, it } from '@jest/globals';
import { infoFolder, sdistName, wheelName } from '../../../src/emulators/index/filename.ts';

describe('filenames', () => {
  it.each([
    ['foo-1.0.whl', "Invalid wheel filename (wrong number of parts): 'foo-1.0'"],
    ['foo-x-py3-none-any.whl', "Invalid wheel filename (invalid version): 'foo-x-py3-none-any'"],
    ['foo-1.0-q-py3-none-any.whl', "Invalid build number: q in 'foo-1.0-q-py3-none-any'"],
    ['foo__bar-1.0-py3-none-any.whl', "Invalid project name: 'foo__bar-1.0-py3-none-any'"],
  ])('says what is wrong with %s', (filename, trouble) => {
    expect(wheelName(filename)).toBe(trouble);
  });

  it('reads the platforms of a wheel in lower case', () => {
    expect(wheelName('Foo.Bar-1.0-1a-py3-none-Win32.any.whl')).toMatchObject({
      normalName: 'foo-bar',
      platforms: ['win32', 'any'],
    });
  });

  it('splits a source distribution at its last hyphen', () => {
    expect(sdistName('foo-bar-1.0.zip')).toMatchObject({ name: 'foo-bar' });
    expect([sdistName('foo.tar.gz'), sdistName('foo-x.tar.gz')]).toEqual([undefined, undefined]);
  });

  it('names the info folder as the filename spells it', () => {
    expect([infoFolder('foo-1.0_rc1-py3-none-any.whl'), infoFolder('foo-1.0.whl')]).toEqual([
      'foo-1.0_rc1.dist-info',
      undefined,
    ]);
  });
});
