import { describe, expect, it } from '@jest/globals';
import { type RepositoryTags, standingTag, tagToPush } from '../../src/cli/pushed-tag.ts';

const DEMO: RepositoryTags = {
  onTip: [],
  all: [],
  owner: { name: 'demo', isBelowTop: false },
  tagFormat: 'auto',
};
const CORE = { name: 'demo_core', isBelowTop: true };

/** As a clone has them: what stands on the tip is among all. */
function standing(onTip: readonly string[], { all = [], ...rest }: Partial<RepositoryTags> = {}) {
  return standingTag({ ...DEMO, onTip, all: [...all, ...onTip], ...rest });
}

describe('the tag on the tip whose push is rehearsed', () => {
  it.each([['1.2.3'], ['v1.2.3'], ['release-1.2'], ['v-5.2'], ['v2'], ['Demo-v1.33.0'], ['demo/v26.1']])(
    'is %s, whatever its style',
    (tag) => {
      expect(standing([tag])).toBe(tag);
    },
  );

  it('is the one of the highest version, by PEP 440 and not by text', () => {
    expect(standing(['v1.10.0rc1', 'v1.9.0', 'v1.10.0', 'v1.2.0'])).toBe('v1.10.0');
  });

  it('is the project’s own beside one of its neighbour', () => {
    const tags = ['demo-v1.18.0', 'demo-core-v1.32.0', 'v2.0'];
    expect(standing(tags.slice(0, 2))).toBe('demo-v1.18.0');
    expect(standing(tags, { owner: CORE })).toBe('demo-core-v1.32.0');
  });

  it('is none of a neighbour, which would start no release of this project', () => {
    expect(standing(['others-v2.0'])).toBeUndefined();
    expect(standing(['others-v2.0', 'v1.0'])).toBe('v1.0');
  });

  it('is one under another name that all tags of the repository have', () => {
    expect(standing(['others-v2.0'], { all: ['others-v1.0'] })).toBe('others-v2.0');
  });

  it('is none that names no version', () => {
    expect(standing(['2.1.x', 'nightly', 'stable', 'latest-main', 'v.5.2.0'])).toBeUndefined();
  });

  it('is one of the user’s own format where that is told', () => {
    const tags = ['core-v2.0', 'plugin-v1.1'];
    expect(standing(tags, { tagFormat: 'plugin-v{version}' })).toBe('plugin-v1.1');
    expect(standing(tags, { tagFormat: '{version}' })).toBeUndefined();
  });
});

describe('the tag that is put on the tip', () => {
  it('has the version in the source', () => {
    expect(tagToPush(DEMO, '1.4')).toBe('v1.4');
    expect(tagToPush({ ...DEMO, tagFormat: 'r{version}' }, '1.4')).toBe('r1.4');
  });

  it('has the form of the newest version tag', () => {
    const all = ['v0.9', '1.2.0', '1.10.0', '1.2.x', 'demo-extra-v3.0'];
    expect(tagToPush({ ...DEMO, all }, '1.11')).toBe('1.11');
  });

  it('is one patch above the newest tag of the project where tags decide', () => {
    const all = ['v0.9', '1.2.0', '1.10.0', 'r1.1.0', 'demo-extra-v3.0'];
    expect(tagToPush({ ...DEMO, all }, undefined)).toBe('1.10.1');
    expect(tagToPush({ ...DEMO, all, tagFormat: 'r{version}' }, undefined)).toBe('r1.1.1');
    expect(tagToPush(DEMO, undefined)).toBe('v0.0.0');
  });

  it.each([
    ['auto', ['demo-v1.0']],
    ['auto', ['others-v1.0']],
    ['rel_{version}_x', ['v1.0']],
  ])('is one that the release reads as it was meant (%s, beside %s)', (tagFormat, all) => {
    const tag = tagToPush({ ...DEMO, all, tagFormat }, '2.0');
    expect(standing([tag], { all, tagFormat })).toBe(tag);
  });
});
