import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../../src/phases/pypi/checklist.ts';
import { evidenceBefore, gatheredEvidence } from '../../../src/phases/pypi/evidence.ts';
import { zipOf } from '../../packaging/archives.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { memoryForge } from '../../support/memory-forge.ts';
import {
  aBuild,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  fakeCheckout,
  fakeWeb,
  PACKAGES,
  type PlanChanges,
  wheelMembers,
} from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const DOCS = 'https://demo.docs.dev/';
const GONE = { [DOCS]: { kind: 'answered', status: 404 } } as const;

interface Parts {
  readonly plan?: PlanChanges;
  readonly versions?: readonly string[];
  readonly forge?: Parameters<typeof memoryForge>[0];
}

function gathered({ plan = {}, versions, forge = {} }: Parts = {}): Promise<Evidence> {
  const bytes = zipOf(wheelMembers({}, [`Project-URL: Docs, ${DOCS}`, 'Project-URL: Home, https://a.dev']));
  const found = versions && { name: 'demo', versions, files: [] };
  return gatheredEvidence(
    {
      project: aProject({ changelog: undefined }),
      build: aBuild(aDistribution(WHEEL, bytes)),
      checks: undefined,
      there: [{ name: 'demo', found }],
    },
    aPlan({ pypi: { simple: 'https://index.dev/simple/' }, ...plan }),
    aWorld({
      files: memoryFiles({ [`${PACKAGES}/${WHEEL}`]: bytes }),
      web: fakeWeb(GONE),
      forge: memoryForge(forge),
    }),
  );
}

describe('the evidence before the upload', () => {
  it.each<readonly [string, Parts, object]>([
    ['nothing was ever published', {}, { awaited: 1, dead: [] }],
    ['a run that was broken off published this version', { versions: ['1.2'] }, { awaited: 1, dead: [] }],
    ['another version is out', { versions: ['1.1', '1.2'] }, { awaited: 0, dead: [{ url: DOCS }] }],
  ])('takes a page that names the project for one to come where %s', async (_what, parts, links) => {
    expect((await gathered(parts)).links).toMatchObject(links);
  });

  it('has the versions that are out, of a package that the index knows or does not', async () => {
    expect((await gathered()).published).toEqual({ demo: [] });
    expect((await gathered({ versions: ['1.1'] })).published).toEqual({ demo: ['1.1'] });
  });

  it('asks the forge only where this job goes on to it', async () => {
    const there = await gathered({ plan: { phases: ['pypi', 'post-publish'] } });
    expect([there.commit?.sha, there.tagged]).toEqual([aPlan().forge.commit, null]);
    const refusal = new Error('the forge was asked');
    const alone = await gathered({ plan: { phases: ['pypi'] }, forge: { refusal } });
    expect([alone.commit, alone.tagged]).toEqual([undefined, undefined]);
  });
});

it('leaves out of the changes what the release itself makes', async () => {
  const checkout = fakeCheckout(['build/lib/a.py', 'src/demo.egg-info/PKG-INFO', 'builder.py', 'src/a.py']);
  const world = { files: memoryFiles(), checkout };
  const { changes } = await evidenceBefore(aProject({ changelog: undefined }), aPlan(), world);
  expect(changes).toEqual(['builder.py', 'src/a.py']);
});
