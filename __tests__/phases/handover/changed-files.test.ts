import { describe, expect, it } from '@jest/globals';
import {
  bytesOf,
  changedFiles,
  changedNames,
  settleTree,
} from '../../../src/phases/handover/changed-files.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aChange, aPlan, DIRECTORY, fakeCheckout } from '../../support/world.ts';

const plan = aPlan();
const BYTES = new Uint8Array([0, 0xff, 0x0d, 0x0a]);
const tree = (entries: Readonly<Record<string, string | Uint8Array>>) =>
  memoryFiles(Object.fromEntries(Object.entries(entries).map(([name, it]) => [`${DIRECTORY}/${name}`, it])));

describe('what the release changed', () => {
  it('is carried byte for byte, whatever the bytes, and a file that is gone as gone', async () => {
    const files = tree({ 'src/a.bin': BYTES });
    const checkout = { ...fakeCheckout(), committed: async () => BYTES };
    const changed = await changedFiles(['src/a.bin', 'news/1.md'], plan, { files, checkout });
    expect(changed.map(({ file }) => file)).toEqual(['src/a.bin', 'news/1.md']);
    expect(changed.map(bytesOf)).toEqual([BYTES, null]);
    expect(changedNames(changed)).toBe('src/a.bin, news/1.md');
  });

  it('is named from the top of the checkout, also where it lies above the working directory', async () => {
    const files = memoryFiles({ '/project/uv.lock': 'new', '/project/packages/demo/pyproject.toml': 'new' });
    const at = (directory: string, prefix: string) =>
      [aPlan({ directory }), { files, checkout: { ...fakeCheckout(), prefix: async () => prefix } }] as const;
    const changed = await changedFiles(
      ['pyproject.toml', '../../uv.lock'],
      ...at('/project/packages/demo', 'packages/demo/'),
    );
    expect(changed.map(({ file }) => file)).toEqual(['packages/demo/pyproject.toml', 'uv.lock']);
    await settleTree(changed, ...at('/fresh/packages/demo', 'packages/demo/'));
    expect(files.changes).toEqual(['write /fresh/packages/demo/pyproject.toml', 'write /fresh/uv.lock']);
  });

  it('has the line endings of the repository, not of this system', async () => {
    const files = tree({ 'CHANGELOG.md': 'a\r\n', 'README.md': 'b\n' });
    const asked: string[] = [];
    const checkout = {
      ...fakeCheckout(),
      async committed(file: string) {
        asked.push(file);
        return new TextEncoder().encode('a\n');
      },
    };
    const changed = await changedFiles(['CHANGELOG.md', 'README.md'], plan, { files, checkout });
    expect(changed).toEqual([aChange('CHANGELOG.md', 'a\n'), aChange('README.md', 'b\n')]);
    expect(asked).toEqual(['CHANGELOG.md']);
  });

  it('is what lies there where git has no such file, as behind a link', async () => {
    const files = tree({ 'CHANGELOG.md': 'a\r\n' });
    const changed = await changedFiles(['CHANGELOG.md'], plan, { files, checkout: fakeCheckout() });
    expect(changed).toEqual([aChange('CHANGELOG.md', 'a\r\n')]);
  });

  it('is put into a fresh checkout', async () => {
    const files = tree({ 'CHANGELOG.md': 'Unreleased', 'news/1.md': 'New', other: 'kept' });
    await settleTree([aChange('CHANGELOG.md', '1.2.0'), { file: 'news/1.md', content: null }], plan, {
      files,
      checkout: fakeCheckout(),
    });
    expect(await files.text(`${DIRECTORY}/CHANGELOG.md`)).toBe('1.2.0');
    expect([...files.entries.keys()]).toEqual([`${DIRECTORY}/CHANGELOG.md`, `${DIRECTORY}/other`]);
  });

  it('leaves alone what is so already', async () => {
    const files = tree({ 'CHANGELOG.md': '1.2.0' });
    await settleTree([aChange('CHANGELOG.md', '1.2.0'), aChange('new', '')], plan, {
      files,
      checkout: fakeCheckout(),
    });
    expect(files.changes).toEqual([`write ${DIRECTORY}/new`]);
  });
});
