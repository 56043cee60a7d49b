import { describe, expect, it } from '@jest/globals';
import { latestRelease } from '../../../src/phases/monitor/latest-release.ts';
import type { IndexFile } from '../../../src/ports/package-index.ts';

function wheel(version: string, changes: Partial<IndexFile> = {}): IndexFile {
  const filename = `demo-${version}-py3-none-any.whl`;
  return { filename, url: `https://index.example/${filename}`, sha256: '', ...changes };
}

const yanked = { yanked: true } as const;

function latest(...files: readonly IndexFile[]) {
  return latestRelease({ name: 'demo', versions: [], files });
}

describe('the latest release', () => {
  it.each([
    ['the highest by PEP 440', ['1.9', '1.10', '1.2'], '1.10'],
    ['a post release before what it mends', ['1.0', '1.0.post1'], '1.0.post1'],
    ['a final one before a pre-release', ['1.0', '1.1rc1'], '1.0'],
    ['a pre-release where there is no other', ['1.0a1', '1.0a2'], '1.0a2'],
  ] as const)('is %s', (_what, versions, version) => {
    expect(latest(...versions.map((each) => wheel(each)))).toEqual({ version, withdrawn: [] });
  });

  it('is none that was withdrawn, and the higher ones that were are named', () => {
    const files = [wheel('1.0'), wheel('1.1', yanked), wheel('0.9', yanked)];
    expect(latest(...files)).toEqual({ version: '1.0', withdrawn: ['1.1'] });
  });

  it('is offered as long as one file of it is', () => {
    const sdist = { filename: 'demo-1.1.tar.gz', url: '', sha256: '' };
    expect(latest(wheel('1.0'), wheel('1.1', yanked), sdist)).toEqual({ version: '1.1', withdrawn: [] });
  });

  it('has files, whatever versions are listed', () => {
    const files = [wheel('1.0')];
    expect(latestRelease({ name: 'demo', versions: ['1.0', '2.0', 'rubbish'], files })?.version).toBe('1.0');
  });

  it('is none where all were withdrawn, or there is nothing', () => {
    expect(latest(wheel('1.0', yanked))).toBeUndefined();
    expect(latest()).toBeUndefined();
  });
});
