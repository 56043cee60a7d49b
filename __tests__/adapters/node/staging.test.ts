import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createStaging } from '../../../src/adapters/node/staging.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

describe('a stage', () => {
  it('has the files side by side under their names, and leaves the originals', async () => {
    scratch.write({ 'dist/a.whl': 'wheel', 'kept/a.whl.publish.attestation': '{}' });
    const files = [scratch.file('dist', 'a.whl'), scratch.file('kept', 'a.whl.publish.attestation')];
    const stage = await createStaging(scratch.file('uploads'))(files);
    expect(readdirSync(stage.directory).sort()).toEqual(['a.whl', 'a.whl.publish.attestation']);
    expect(readFileSync(`${stage.directory}/a.whl`, 'utf8')).toBe('wheel');
    await stage.remove();
    expect(existsSync(stage.directory)).toBe(false);
    expect(files.every((file) => existsSync(file))).toBe(true);
  });

  it('is one of its own each time, so that uploads side by side do not meet', async () => {
    scratch.write({ 'a.whl': 'wheel' });
    const staging = createStaging(scratch.file('uploads'));
    const [one, other] = await Promise.all([
      staging([scratch.file('a.whl')]),
      staging([scratch.file('a.whl')]),
    ]);
    expect(one.directory).not.toBe(other.directory);
  });

  it('is refused for a file that is not there, and leaves nothing behind', async () => {
    scratch.write({ 'a.whl': 'wheel' });
    const files = [scratch.file('a.whl'), scratch.file('none')];
    await expect(createStaging(scratch.file('uploads'))(files)).rejects.toThrow('ENOENT');
    expect(readdirSync(scratch.file('uploads'))).toEqual([]);
  });
});
