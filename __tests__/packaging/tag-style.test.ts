import { describe, expect, it } from '@jest/globals';
import { pushedVersion, tagStyle, versionTags } from '../../src/packaging/tag-style.ts';

const DEMO = { name: 'Demo.Tool', isBelowTop: false };
const HATCH = { name: 'hatch', isBelowTop: false };
const HATCHLING = { name: 'hatchling', isBelowTop: true };
const BOTH = ['v1.0.0', 'hatch-v1.16.0', 'hatch-v1.9.7', 'hatchling-v1.27.0', 'hatchling-v1.9.0'];

describe('the tags of a project', () => {
  it('are ordered by PEP 440, the newest first', () => {
    const tags = ['v1.9.0', 'v1.10.0', 'v1.10.0rc1', 'v1.2'];
    expect(versionTags(tags, DEMO).map(({ version }) => version)).toEqual([
      '1.10.0',
      '1.10.0rc1',
      '1.9.0',
      '1.2',
    ]);
  });

  it.each(['2.1.x', 'v.5.2.0', 'nightly', 'v1.0-final-really', 'latest', 'v', '1.0 2.0'])(
    'do not hold %s, which names no version',
    (tag) => {
      expect(versionTags([tag], DEMO)).toEqual([]);
    },
  );

  it('are those of its name where its directory is not the top', () => {
    expect(versionTags(BOTH, HATCHLING).map(({ tag }) => tag)).toEqual([
      'hatchling-v1.27.0',
      'hatchling-v1.9.0',
    ]);
    expect(versionTags(BOTH, HATCH).map(({ tag }) => tag)).toEqual([
      'hatch-v1.16.0',
      'hatch-v1.9.7',
      'v1.0.0',
    ]);
  });
});

describe('the form of the tags', () => {
  it.each<readonly [readonly string[], string | undefined]>([
    [['v1.2.0', 'v1.1.0'], 'v{version}'],
    [['1.2.0', 'v1.1.0'], '{version}'],
    [['v1.2.0', '1.3.0', '2.1.x', 'v.5.2.0'], '{version}'],
    [['demo-tool-0.3', '1.0'], '{version}'],
    [['demo_tool-v1.2', 'other-v9.9'], 'demo_tool-v{version}'],
    [['demo.tool/v1.2.0'], 'demo.tool/v{version}'],
    [['release-1.2.0'], 'release-{version}'],
    [['v-1.0', 'v-1.1'], 'v-{version}'],
    [['V_1.1'], 'V_{version}'],
    [['2026.1', '25.12.1'], '{version}'],
    [['nightly', '2.1.x'], undefined],
    [[], undefined],
  ])('of %j is %s', (tags, format) => {
    expect(tagStyle(tags, DEMO)?.format).toBe(format);
  });

  it('is that of its own name beside a neighbour’s', () => {
    expect(tagStyle(BOTH, HATCH)).toEqual({ format: 'hatch-v{version}', like: 'hatch-v1.16.0' });
    expect(tagStyle(BOTH, HATCHLING)).toEqual({ format: 'hatchling-v{version}', like: 'hatchling-v1.27.0' });
  });

  it('is a neighbour’s, with its own name, where only neighbours have tags', () => {
    const format = tagStyle(['one/v1.0', 'two/v2.0'], { name: 'three', isBelowTop: true })?.format;
    expect(format).toBe('three/v{version}');
  });
});

describe('a pushed tag', () => {
  it.each([
    ['v1.2.3', '1.2.3'],
    ['1.2.3', '1.2.3'],
    ['V1.2.3', '1.2.3'],
    ['demo-tool-v1.2.3', '1.2.3'],
    ['demo_tool-1.2.3', '1.2.3'],
    ['Demo.Tool/v1.2.3', '1.2.3'],
    ['demo-tool@1.2.3', '1.2.3'],
    ['demo-tool==1.2.3', '1.2.3'],
    ['release/1.2.3rc1', '1.2.3rc1'],
    ['v-1.2.3', '1.2.3'],
    ['v1.3.0-rc.1', '1.3.0-rc.1'],
  ])('%s says %s', (tag, version) => {
    expect(pushedVersion(tag, [], DEMO)?.version).toBe(version);
  });

  it.each(['other-v1.2.3', '2.1.x', 'v.5.2.0', 'nightly', 'demo-tool', 'v1.2.3 '])(
    '%s says nothing',
    (tag) => {
      expect(pushedVersion(tag, [tag], DEMO)).toBeUndefined();
    },
  );

  it('may have a name that is not the project’s where other tags have it too', () => {
    expect(pushedVersion('py-1.2.3', ['py-1.2.2', 'py-1.2.3'], DEMO)?.prefix).toBe('py-');
  });

  it('of a neighbour says nothing of a project that has tags of its own', () => {
    expect(pushedVersion('hatchling-v1.28.0', BOTH, HATCH)).toBeUndefined();
    expect(pushedVersion('hatchling-v1.28.0', BOTH, HATCHLING)?.version).toBe('1.28.0');
  });
});
