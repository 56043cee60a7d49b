import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { openArchive } from '../../src/packaging/archive.ts';
import { tarGzOf, zipOf } from './archives.ts';

const WHEEL = 'sample-1.0-py3-none-any.whl';
const SDIST = 'sample-1.0.tar.gz';
const MEMBERS = { 'sample/__init__.py': '__version__ = "1.0"\n', 'sample/grüße.txt': 'Grüße' };

describe('openArchive', () => {
  it.each([
    ['wheel', WHEEL, async () => zipOf(MEMBERS)],
    ['sdist', SDIST, async () => tarGzOf(MEMBERS)],
  ] as const)('opens a %s', async (_, filename, made) => {
    const archive = await openArchive(filename, await made());
    expect(archive.members).toEqual(['sample/__init__.py', 'sample/grüße.txt']);
    expect(archive.text('sample/grüße.txt')).toBe('Grüße');
    expect(archive.read('sample/__init__.py')).toEqual(Buffer.from('__version__ = "1.0"\n'));
    expect(archive.read('sample')).toBeUndefined();
    expect(archive.text('other')).toBeUndefined();
  });

  it('leaves folders out', async () => {
    const wheel = await openArchive(WHEEL, zipOf({ 'sample/': '', 'sample/a.py': '' }));
    expect(wheel.members).toEqual(['sample/a.py']);
    const sdist = await openArchive(
      SDIST,
      await tarGzOf({ 'sample/a.py': '' }, [{ name: 'sample/', type: 'directory' }]),
    );
    expect(sdist.members).toEqual(['sample/a.py']);
  });

  it('reads through the links of an sdist, and names dangling ones without content', async () => {
    const bytes = await tarGzOf({ './sample-1.0/LICENSE': 'MIT' }, [
      { name: 'sample-1.0/pkg/LICENSE', type: 'symlink', linkname: '../LICENSE' },
      { name: 'sample-1.0/COPYING', type: 'link', linkname: 'sample-1.0/LICENSE' },
      { name: 'sample-1.0/lost', type: 'symlink', linkname: '/nowhere' },
    ]);
    const archive = await openArchive(SDIST, bytes);
    expect(archive.members).toEqual([
      'sample-1.0/LICENSE',
      'sample-1.0/pkg/LICENSE',
      'sample-1.0/COPYING',
      'sample-1.0/lost',
    ]);
    expect(archive.text('sample-1.0/pkg/LICENSE')).toBe('MIT');
    expect(archive.text('sample-1.0/COPYING')).toBe('MIT');
    expect(archive.text('sample-1.0/lost')).toBeUndefined();
  });

  it('reads members larger than a stream takes at once, and more of them than one', async () => {
    const large = 'x'.repeat(300_000);
    const archive = await openArchive(SDIST, await tarGzOf({ 'a/1': large, 'a/2': '', 'a/3': large }));
    expect(['a/1', 'a/2', 'a/3'].map((member) => archive.read(member)?.byteLength)).toEqual([
      300_000, 0, 300_000,
    ]);
  });

  it('reads names longer than the tar header holds', async () => {
    const long = `sample-1.0/${'deep/'.repeat(60)}module.py`;
    const archive = await openArchive(SDIST, await tarGzOf({ [long]: 'x = 1' }));
    expect(archive.text(long)).toBe('x = 1');
  });

  it.each([
    [
      'a wheel that is no zip',
      WHEEL,
      async () => Buffer.from('not a zip'),
      /is not a whole zip archive: invalid zip data/,
    ],
    ['a wheel cut short', WHEEL, async () => zipOf(MEMBERS).subarray(0, -30), /is not a whole zip archive: /],
    [
      'an sdist that is not gzipped',
      SDIST,
      async () => Buffer.from('plain'),
      /gzipped tar archive: incorrect header/,
    ],
    [
      'an sdist cut short',
      SDIST,
      async () => (await tarGzOf(MEMBERS)).subarray(0, -30),
      /gzipped tar archive: unexpected end/,
    ],
    [
      'a gzip without tar',
      SDIST,
      async () => gzipSync('x'.repeat(2000)),
      /gzipped tar archive: Invalid tar header/,
    ],
    [
      'a tar cut in a member',
      SDIST,
      async () => gzipSync((await tarOf()).subarray(0, 700)),
      /archive: Unexpected end of data/,
    ],
  ] as const)('refuses %s', async (_, filename, made, message) => {
    await expect(openArchive(filename, await made())).rejects.toThrow(message);
  });

  it('names the file in a refusal and keeps the cause', async () => {
    const refusal = openArchive(WHEEL, new Uint8Array());
    await expect(refusal).rejects.toThrow('"sample-1.0-py3-none-any.whl" is not a whole zip archive');
    await expect(refusal).rejects.toHaveProperty('cause');
  });

  it('refuses a file of another kind', async () => {
    await expect(openArchive('sample-1.0.zip', zipOf(MEMBERS))).rejects.toThrow(
      '"sample-1.0.zip" is neither a .whl nor a .tar.gz file',
    );
  });
});

async function tarOf(): Promise<Uint8Array> {
  return gunzipSync(await tarGzOf({ 'sample-1.0/a.py': 'x'.repeat(1000) }));
}
