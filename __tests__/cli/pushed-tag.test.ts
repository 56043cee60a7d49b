import { describe, expect, it } from '@jest/globals';
import { pushedTag } from '../../src/cli/pushed-tag.ts';

const owner = { name: 'demo', isBelowTop: false };
const plain = { format: undefined, version: undefined, all: [], owner };

describe('the tag whose push is rehearsed', () => {
  it.each([['1.2.3'], ['v1.2.3'], ['release-1.2'], ['hatchling-v1.33.0'], ['tools/v26.1'], ['v-5.2']])(
    'is %s, which stands on the tip already, whatever its style',
    (tag) => {
      expect(pushedTag({ ...plain, tags: [tag] })).toBe(tag);
      expect(pushedTag({ ...plain, version: '9.9', tags: [tag] })).toBe(tag);
    },
  );

  it('is the one of the highest version, by PEP 440 and not by text', () => {
    expect(pushedTag({ ...plain, tags: ['v1.10.0rc1', 'v1.9.0', 'v1.10.0', 'v1.2.0'] })).toBe('v1.10.0');
  });

  it('is the project’s own beside one of its neighbour', () => {
    const tags = ['demo-v1.18.0', 'demo-core-v1.32.0'];
    const owner = { name: 'Demo', isBelowTop: false };
    expect(pushedTag({ ...plain, tags, owner })).toBe('demo-v1.18.0');
    expect(pushedTag({ ...plain, tags, owner: { name: 'demo_core', isBelowTop: true } })).toBe(
      'demo-core-v1.32.0',
    );
    expect(pushedTag({ ...plain, tags: ['others-v2.0'], owner })).toBe('others-v2.0');
  });

  it('is none that names no version', () => {
    const tags = ['2.1.x', 'v2', 'nightly', 'latest-main'];
    expect(pushedTag({ ...plain, version: '1.0', tags })).toBe('v2');
    // The release would not read the last one either.
    expect(pushedTag({ ...plain, version: '1.0', tags: ['2.1.x', 'nightly', 'v.5.2.0'] })).toBe('v1.0');
  });

  it('is one of the user’s own format where that is told', () => {
    const tags = ['core-v2.0', 'plugin-v1.1'];
    expect(pushedTag({ ...plain, tags, format: 'plugin-v{version}' })).toBe('plugin-v1.1');
    expect(pushedTag({ ...plain, tags, format: '{version}', version: '3.0' })).toBe('3.0');
  });

  it('is made from the version in the source where none stands there', () => {
    expect(pushedTag({ ...plain, tags: [], version: '1.4' })).toBe('v1.4');
    expect(pushedTag({ ...plain, tags: [] })).toBe('v0.0.0');
  });

  it('is then like the newest version tag, and one patch above it where tags decide', () => {
    const all = ['v0.9', '1.2.0', '1.10.0', '1.2.x', 'demo-extra-v3.0'];
    expect(pushedTag({ ...plain, tags: [], all, version: '1.11' })).toBe('1.11');
    expect(pushedTag({ ...plain, tags: [], all })).toBe('1.10.1');
    expect(pushedTag({ ...plain, tags: [], all, format: 'r{version}' })).toBe('r1.10.1');
  });
});
