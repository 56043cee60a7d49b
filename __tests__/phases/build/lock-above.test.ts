import { describe, expect, it } from '@jest/globals';
import { warnOfLockAbove } from '../../../src/phases/build/lock-above.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPlan, aProject, DIRECTORY, recorder } from '../../support/world.ts';

const MEMBER = 'packages/demo';
const lock = (directory: string, version = '1.1.0') =>
  `[[package]]\nname = "demo"\nversion = "${version}"\nsource = { editable = "${directory}" }\n`;

async function warnings(files: Readonly<Record<string, string>>, workspace = DIRECTORY) {
  const told = recorder();
  const directory = `${DIRECTORY}/${MEMBER}`;
  const project = aProject({ version: '1.2.0' });
  await warnOfLockAbove(project, aPlan({ workspace, directory }), memoryFiles(files), told.emit);
  return told.of('noticed').map(({ level, says }) => `${level}: ${says}`);
}

describe('a uv.lock above the working directory', () => {
  it('that has the version of before is told, with its name and what mends it', async () => {
    expect(await warnings({ [`${DIRECTORY}/uv.lock`]: lock(MEMBER) })).toEqual([
      expect.stringMatching(
        /^warning: \.\.\/\.\.\/uv\.lock says demo 1\.1\.0, which is now 1\.2\.0\..*run uv lock there/,
      ),
    ]);
  });

  it.each([
    ['has the version of now', { [`${DIRECTORY}/uv.lock`]: lock(MEMBER, '1.2.0') }],
    ['has another project of that name', { [`${DIRECTORY}/uv.lock`]: lock('elsewhere') }],
    ['is no lock file', { [`${DIRECTORY}/uv.lock`]: '[' }],
    ['lies beside the project', { [`${DIRECTORY}/${MEMBER}/uv.lock`]: lock('.') }],
  ])('is not told of where it %s', async (_what, files) => {
    expect(await warnings(files)).toEqual([]);
  });

  it('is not told of where it lies above the checkout', async () => {
    expect(await warnings({ [`${DIRECTORY}/uv.lock`]: lock(MEMBER) }, `${DIRECTORY}/packages`)).toEqual([]);
  });
});
