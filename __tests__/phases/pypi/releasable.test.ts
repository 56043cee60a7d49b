import { describe, expect, it } from '@jest/globals';
import { unreleasable } from '../../../src/phases/pypi/releasable.ts';
import type { IndexFile } from '../../../src/ports/package-index.ts';
import { RECORD_NAME, recordOf, recordText } from '../../../src/release/record.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { anAsset, aRelease, memoryForge } from '../../support/memory-forge.ts';
import { memoryIndex } from '../../support/memory-index.ts';
import { aBuild, aPlan, aPool, aProject, type PlanChanges } from '../../support/world.ts';

interface Parts {
  readonly versions?: readonly string[];
  readonly files?: readonly string[];
  readonly plan?: PlanChanges;
  readonly project?: ReturnType<typeof aProject>;
  /** Days since the files of the index came. */
  readonly age?: number;
  readonly isKept?: boolean;
}

const NOW = new Date('2026-03-01T00:00:00Z');

function found({ versions = [], files = [], project = aProject(), isKept = false, ...parts }: Parts) {
  const plan = aPlan({ version: { kind: 'source' }, ...parts.plan });
  const uploaded = new Date(NOW.getTime() - (parts.age ?? 0) * 86_400_000).toISOString();
  const listed = files.map((filename): IndexFile => {
    return { filename, url: `https://index.example/files/${filename}`, sha256: '', uploaded };
  });
  const index = {
    ...memoryIndex(),
    project: async (name: string) =>
      versions.length === 0 ? undefined : { name, versions, files: listed, hasJournal: true },
  };
  const content = new TextEncoder().encode(recordText(recordOf(plan.forge.commit, project, aBuild())));
  const kept = aRelease({ draft: true, assets: [anAsset(RECORD_NAME, content)] });
  const forge = memoryForge({ releases: isKept ? [kept] : [], contents: new Map([[100, content]]) });
  const [first] = project.packages;
  if (first === undefined) throw new Error('the project has no package');
  const seen = { plan, files: memoryFiles(), now: NOW, project: { ...first, version: project.version } };
  return unreleasable(seen, project, { indexes: { testpypi: memoryIndex(), pypi: index }, forge });
}

async function codes(parts: Parts): Promise<readonly string[]> {
  return (await found(parts)).map(({ code }) => code);
}

describe('a version can be released', () => {
  it.each<readonly [string, Parts]>([
    ['nobody has the name', {}],
    ['it is the highest of its line, whatever others have', { versions: ['1.1', '1.2.0rc1', '1.3', '2.0'] }],
    ['another epoch has a higher one', { versions: ['1!1.2.5'] }],
    ['its own journal holds what is out', { versions: ['1.2'], files: ['demo-1.2.0.tar.gz'], isKept: true }],
    ['it is known without a file', { versions: ['1.2.0'] }],
  ])('where %s', async (_where, parts) => {
    expect(await codes(parts)).toEqual([]);
  });
});

describe('a version cannot be released', () => {
  it('below the highest of its line, which is named', async () => {
    const [behind, ...others] = await found({ versions: ['1.2.3', '1.2.20', '1.3'] });
    expect([behind?.code, others]).toEqual(['version-behind', []]);
    expect(behind?.finding).toContain('1.2.20');
    expect(behind?.finding).not.toContain('of demo is');
  });

  it('of one of several packages, which is named', async () => {
    const [behind] = await found({ versions: ['1.2.3'], project: aPool('demo-core', 'demo') });
    expect(behind?.finding).toContain('The version of demo-core is 1.2.0');
  });

  const out = { versions: ['1.2.0'], files: ['demo-1.2.0.tar.gz'] };

  it('that somebody else has put on the index, unless a tag insists on it or no journal is kept', async () => {
    expect(await codes(out)).toEqual(['version-taken']);
    expect(await codes({ ...out, plan: { version: { kind: 'tag', tag: 'v1.2.0' } } })).toEqual([]);
    expect(await codes({ ...out, plan: { phases: ['build', 'pypi'] } })).toEqual([]);
  });

  it('that is half out for longer than the index takes files', async () => {
    const half = { ...out, isKept: true };
    expect(await codes({ ...half, age: 13 })).toEqual([]);
    expect(await codes({ ...half, age: 15 })).toEqual(['release-too-old']);
  });
});
