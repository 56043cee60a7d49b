import { expect, it } from '@jest/globals';
import { descendantsOf, processTable } from '../../../src/adapters/actions/process-table.ts';

const TABLE = '    1     0\n   10     1\n   11    10\n   13    12\n   12    10\n  100     1\n   14    13\n';

it.each<readonly [number, readonly number[]]>([
  [10, [11, 12, 13, 14]],
  [12, [13, 14]],
  [14, []],
  [99, []],
])('of %i descend %j, in whatever order the table has them', (root, descendants) => {
  expect(descendantsOf(root, TABLE).toSorted((one, other) => one - other)).toEqual(descendants);
});

it('nothing descends from a process that is its own parent but others', () => {
  expect(descendantsOf(0, '0 0\n1 0\n')).toEqual([1]);
});

it('an empty table has nobody', () => {
  expect(descendantsOf(10, '')).toEqual([]);
});

const onLinux = process.platform === 'linux' ? it : it.skip;
onLinux('without `ps` the table is read from the files of Linux', async () => {
  const [told, read] = [await processTable(), await processTable('no-such-ps')];
  const own = new RegExp(`^\\s*${process.pid}\\s+${process.ppid}\\s*$`, 'm');
  expect(told).toMatch(own);
  expect(read).toMatch(own);
});
