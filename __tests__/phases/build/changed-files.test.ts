import { describe, expect, it } from '@jest/globals';
import { bytesOf, changedFiles, changedNames, settleTree } from '../../../src/phases/build/changed-files.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aChange, aPlan, DIRECTORY } from '../../support/world.ts';

const plan = aPlan();
const BYTES = new Uint8Array([0, 0xff, 0x0d, 0x0a]);
const tree = (entries: Readonly<Record<string, string | Uint8Array>>) =>
  memoryFiles(Object.fromEntries(Object.entries(entries).map(([name, it]) => [`${DIRECTORY}/${name}`, it])));

describe('what the release changed', () => {
  it('is carried byte for byte, whatever the bytes, and a file that is gone as gone', async () => {
    const files = tree({ 'src/a.bin': BYTES });
    const changed = await changedFiles(['src/a.bin', 'news/1.md'], plan, files);
    expect(changed.map(({ file }) => file)).toEqual(['src/a.bin', 'news/1.md']);
    expect(changed.map(bytesOf)).toEqual([BYTES, null]);
    expect(changedNames(changed)).toBe('src/a.bin, news/1.md');
  });

  it('is put into a fresh checkout', async () => {
    const files = tree({ 'CHANGELOG.md': 'Unreleased', 'news/1.md': 'New', other: 'kept' });
    await settleTree([aChange('CHANGELOG.md', '1.2.0'), { file: 'news/1.md', content: null }], plan, files);
    expect(await files.text(`${DIRECTORY}/CHANGELOG.md`)).toBe('1.2.0');
    expect([...files.entries.keys()]).toEqual([`${DIRECTORY}/CHANGELOG.md`, `${DIRECTORY}/other`]);
  });

  it('leaves alone what is so already', async () => {
    const files = tree({ 'CHANGELOG.md': '1.2.0' });
    await settleTree([aChange('CHANGELOG.md', '1.2.0'), aChange('new', '')], plan, files);
    expect(files.changes).toEqual([`write ${DIRECTORY}/new`]);
  });
});
