import { describe, expect, it } from '@jest/globals';
import { distributionOf, parsedFileName, uploadOrder } from '../../src/packaging/distribution.ts';

describe('parsedFileName', () => {
  it('reads a pure wheel', () => {
    expect(parsedFileName('zest_releaser-9.1.3-py3-none-any.whl')).toEqual({
      kind: 'wheel',
      name: 'zest-releaser',
      version: '9.1.3',
      python: 'py3',
      abi: 'none',
      platform: 'any',
    });
  });

  it('reads a binary wheel with a build number and compressed tags', () => {
    expect(
      parsedFileName(
        'MarkupSafe-3.0.2-1local-cp311.cp312-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl',
      ),
    ).toEqual({
      kind: 'wheel',
      name: 'markupsafe',
      version: '3.0.2',
      build: '1local',
      python: 'cp311.cp312',
      abi: 'cp311',
      platform: 'manylinux2014_x86_64.manylinux_2_17_x86_64',
    });
  });

  it.each([
    ['zest.releaser-9.1.3.tar.gz', 'zest-releaser', '9.1.3'],
    ['Foo-Bar-1.0.0-rc1.tar.gz', 'foo-bar', '1.0.0rc1'],
    ['foo-2-1.0.tar.gz', 'foo-2', '1.0'],
    ['foo-01.0.tar.gz', 'foo', '1.0'],
    ['foo-1!1.0+ubuntu.1.tar.gz', 'foo', '1!1.0+ubuntu.1'],
  ])('reads the sdist %s', (filename, name, version) => {
    expect(parsedFileName(filename)).toEqual({ kind: 'sdist', name, version });
  });

  it('normalises a version spelled in the old way in a wheel', () => {
    expect(parsedFileName('Foo.Bar-1.0_rc1-py3-none-any.whl')).toMatchObject({
      name: 'foo-bar',
      version: '1.0rc1',
    });
  });

  it.each([
    ...[
      'foo-1.0.zip',
      'foo-1.0.egg',
      'foo.whl',
      'foo-1.0-py3-none.whl',
      'foo-1.0-q-py3-none-any.whl',
      'foo.tar.gz',
    ],
    ...[
      'foo-bar.tar.gz',
      '-1.0.tar.gz',
      '_foo-1.0-py3-none-any.whl',
      'foo-dog-py3-none-any.whl',
      'a/foo-1.0.tar.gz',
    ],
    ...[
      'dist/foo-1.0-py3-none-any.whl',
      'foo-1.0-py3-none-a/b.whl',
      'foo- 1.0.tar.gz',
      '',
      '.gitignore',
      'foo-1.0.tar.gz\n',
    ],
  ])('makes nothing of %j', (filename) => {
    expect(parsedFileName(filename)).toBeUndefined();
  });
});

describe('uploadOrder', () => {
  const order = (...names: readonly string[]) =>
    uploadOrder(names.map((filename) => ({ filename }))).map(({ filename }) => filename);

  it('puts wheels first and the sdist last, each by name', () => {
    expect(
      order('SHA256SUMS', 'b-1.tar.gz', 'b-1-py3-none-any.whl', 'a-1.tar.gz', 'a-1-py3-none-any.whl'),
    ).toEqual(['a-1-py3-none-any.whl', 'b-1-py3-none-any.whl', 'a-1.tar.gz', 'b-1.tar.gz', 'SHA256SUMS']);
  });

  it('keeps the order of equal names, and the list it was given', () => {
    const files = [
      { filename: 'b.whl', at: 0 },
      { filename: 'a.whl', at: 1 },
      { filename: 'a.whl', at: 2 },
    ];
    expect(uploadOrder(files).map(({ at }) => at)).toEqual([1, 2, 0]);
    expect(files.map(({ at }) => at)).toEqual([0, 1, 2]);
  });
});

describe('distributionOf', () => {
  it('joins what the name and the bytes say', () => {
    expect(distributionOf('Foo-01.0.tar.gz', Buffer.from('abc'))).toEqual({
      filename: 'Foo-01.0.tar.gz',
      kind: 'sdist',
      name: 'foo',
      version: '1.0',
      size: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it('refuses a file that is no distribution', () => {
    expect(() => distributionOf('notes.txt', new Uint8Array())).toThrow(
      new RangeError('"notes.txt" is not the name of a wheel or of a .tar.gz sdist'),
    );
  });
});
