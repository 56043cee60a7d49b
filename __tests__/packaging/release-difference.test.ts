import { describe, expect, it } from '@jest/globals';
import { machinesOf, releaseDifference, wheelTags } from '../../src/packaging/release-difference.ts';

const metadata = (requiresDist: readonly string[], requiresPython?: string) => ({
  requiresDist,
  ...(requiresPython === undefined ? {} : { requiresPython }),
});

describe('releaseDifference', () => {
  it('tells files apart: come, gone, and gone without being code', () => {
    const before = {
      members: [
        ...[
          'humanize.libs/libgomp-1a2b.so.1.0.0',
          'humanize/.dylibs/libz.1.dylib',
          'humanize/__init__.py',
          'humanize/locale/de/humanize.mo',
          'humanize/old.py',
          'humanize/_x.pyi',
          'humanize/lib.so.1',
        ],
        ...[
          'humanize-1.0.data/data/table.csv',
          'humanize-1.0.dist-info/METADATA',
          'humanize-1.0.dist-info/LICENSE',
        ],
      ],
      metadata: undefined,
    };
    const now = {
      members: [
        ...['humanize/__init__.py', 'humanize/new.py'],
        ...['humanize-1.1.data/data/table.csv', 'humanize-1.1.dist-info/METADATA'],
      ],
      metadata: undefined,
    };
    expect(releaseDifference(before, now)).toEqual({
      lost: ['humanize/locale/de/humanize.mo', 'humanize/old.py', 'humanize/_x.pyi', 'humanize/lib.so.1'],
      gained: ['humanize/new.py'],
      lostData: ['humanize/locale/de/humanize.mo'],
      lostRequirements: [],
      gainedRequirements: [],
      requiresPython: undefined,
    });
  });

  it('tells what is asked for now, and no more', () => {
    const found = releaseDifference(
      { members: [], metadata: metadata(['a', 'b>1'], '>=3.9') },
      { members: [], metadata: metadata(['a', 'b>2']) },
    );
    expect(found).toMatchObject({
      lostRequirements: ['b>1'],
      gainedRequirements: ['b>2'],
      requiresPython: ['>=3.9', ''],
    });
    const same = { members: [], metadata: metadata([], '>=3.9') };
    expect(releaseDifference(same, same).requiresPython).toBeUndefined();
  });
});

describe('the tags of a wheel', () => {
  it('for both processors of macOS stand for either', () => {
    expect(machinesOf(['demo-1.0-cp312-cp312-macosx_11_0_universal2.whl'])).toEqual(
      machinesOf([
        'demo-1.0-cp312-cp312-macosx_11_0_arm64.whl',
        'demo-1.0-cp312-cp312-macosx_10_9_x86_64.whl',
      ]),
    );
  });

  it('are those of its name, and an sdist has none', () => {
    expect(wheelTags('demo-1.0-1-cp312-abi3-win_amd64.whl')).toBe('cp312-abi3-win_amd64');
    expect(wheelTags('demo-1.0.tar.gz')).toBeUndefined();
  });

  it('say which machines it is for, whatever the version of their system', () => {
    expect(
      machinesOf([
        'demo-1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
        'demo-1.0-cp313-cp313-manylinux_2_28_x86_64.whl',
        'demo-1.0-cp312-cp312-musllinux_1_2_aarch64.whl',
        'demo-1.0-cp312-cp312-macosx_11_0_arm64.whl',
        'demo-1.0-cp312-cp312-win_amd64.whl',
        'demo-1.0-py3-none-any.whl',
        'demo-1.0.tar.gz',
      ]),
    ).toEqual(['any', 'macosx_arm64', 'manylinux_x86_64', 'musllinux_aarch64', 'win_amd64']);
  });
});
