import { describe, expect, it } from '@jest/globals';
import { postPublish } from '../../../src/phases/post-publish/post-publish.ts';
import type { Announcer } from '../../../src/ports/announcer.ts';
import type { WebPage } from '../../../src/ports/package-index.ts';
import type { Project, UploadReceipt } from '../../../src/release/facts.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { anAttestation } from '../../support/attestation.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aRelease, type MemoryForgeOptions, memoryForge } from '../../support/memory-forge.ts';
import { type MemoryIndexOptions, memoryIndex } from '../../support/memory-index.ts';
import {
  aBuild,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  DIRECTORY,
  type PlanChanges,
  packageFiles,
  recorder,
} from '../../support/world.ts';

const RUN = aPlan().forge.commit;

interface Parts {
  readonly plan?: PlanChanges;
  readonly forge?: MemoryForgeOptions;
  readonly project?: Partial<Project>;
  readonly files?: Readonly<Record<string, string>>;
  readonly versions?: readonly string[];
  /** What the webhook answers. */
  readonly failure?: Error;
  readonly provenance?: NonNullable<MemoryIndexOptions['provenance']>;
  readonly page?: Partial<WebPage>;
  readonly upload?: UploadReceipt;
}

async function releasing(parts: Parts = {}) {
  const { plan = {}, forge = {}, project = {}, files = {}, failure, upload, ...index } = parts;
  const packages = await packageFiles();
  const memory = memoryForge(forge);
  const told = recorder();
  const announced: Parameters<Announcer['announce']>[0][] = [];
  const world = aWorld({
    forge: memory,
    files: memoryFiles({
      ...packages,
      [`${DIRECTORY}/CHANGELOG.md`]: '## 1.2.0\n\n- New\n',
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text])),
    }),
    indexes: { testpypi: memoryIndex(), pypi: memoryIndex(index) },
    announcer: {
      async announce(announcement) {
        announced.push(announcement);
        if (failure !== undefined) throw failure;
      },
    },
  });
  const build = aBuild(
    ...Object.entries(packages).map(([name, bytes]) => aDistribution(name.split('/').at(-1), bytes)),
  );
  const given = { project: aProject(project), build, ...(upload === undefined ? {} : { upload }) };
  const begin = () => postPublish.run(given, aPlan(plan), world, told.emit);
  return { begin, forge: memory, told, announced, build };
}

describe('post-publish', () => {
  it('tags, releases with every file and its sums, and yields it all', async () => {
    const { begin, forge, build } = await releasing();
    const receipt = await begin();
    expect(forge.changes).toEqual([
      ...['draft', 'attach demo-1.2.0-py3-none-any.whl', 'attach demo-1.2.0.tar.gz'],
      ...['attach SHA256SUMS', 'attach release.json', 'tag v1.2.0', 'publish'],
    ]);
    expect(receipt.tag).toEqual({ name: 'v1.2.0', commit: RUN, decision: 'act' });
    expect(receipt.release).toMatchObject({ id: 1, decision: 'act' });
    expect(receipt.release?.assets).toEqual([
      ...build.distributions.map(({ filename }) => filename),
      ...['SHA256SUMS', 'release.json'],
    ]);
    expect(receipt.announcement.short).toContain('https://pypi.index.example/project/demo/1.2.0/');
    expect(receipt.badges.missing).toHaveLength(4);
    expect(forge.saved.at(-1)).toEqual({
      ...{ tag: 'v1.2.0', commit: RUN, name: 'demo 1.2.0', notes: '- New', draft: false },
      ...{ prerelease: false, latest: undefined, discussionCategory: undefined },
    });
  });

  it('puts the attestations of the job that uploaded on the release, as the index gives them out', async () => {
    const plan: PlanChanges = { attestations: { policy: 'required', fulcio: undefined, rekor: undefined } };
    const publisher = { kind: 'GitHub', repository: 'org/demo', workflow: 'release.yml' };
    const { begin, forge, build } = await releasing({
      plan,
      provenance: (filename) => {
        const found = build.distributions.find((each) => each.filename === filename);
        return found && [{ publisher, attestations: [anAttestation(found)] }];
      },
    });
    await begin();
    const names = build.distributions.map(({ filename }) => filename);
    expect(forge.shelf[0]?.assets.map(({ name }) => name)).toEqual([
      ...names,
      ...names.map((name) => `${name}.publish.attestation`),
      ...['SHA256SUMS', 'release.json'],
    ]);
  });

  it('is satisfied the second time, and changes nothing', async () => {
    const { begin, forge } = await releasing();
    await begin();
    const done = forge.changes.length;
    const again = await begin();
    expect(forge.changes).toHaveLength(done);
    expect([again.tag.decision, again.release?.decision]).toEqual(['satisfied', 'satisfied']);
  });

  it('changes nothing in a dry run', async () => {
    const { begin, forge } = await releasing({ plan: { mode: 'dry-run' } });
    const receipt = await begin();
    expect(forge.changes).toEqual([]);
    expect([receipt.tag.decision, receipt.release]).toEqual([
      'would-act',
      { id: undefined, url: undefined, decision: 'would-act', assets: expect.any(Array) },
    ]);
  });

  it('makes no release where none is asked for', async () => {
    const { begin, forge, told } = await releasing({ plan: { forge: { release: 'none' } } });
    expect((await begin()).release).toBeUndefined();
    expect(forge.changes).toEqual(['tag v1.2.0']);
    expect(told.of('step-ended')).toContainEqual(expect.objectContaining({ says: 'release: none' }));
  });

  it('puts the files that were asked for on the release, once each', async () => {
    const { begin, forge, told } = await releasing({
      plan: { forge: { assets: ['docs/*.pdf', 'docs/m*', 'docs/m*.txt', 'dist/*.whl'] } },
      files: { 'docs/manual.pdf': 'x', 'docs/other.txt': 'y' },
    });
    await begin();
    expect(forge.shelf[0]?.assets.map(({ name }) => name)).toEqual([
      ...['demo-1.2.0-py3-none-any.whl', 'demo-1.2.0.tar.gz', 'SHA256SUMS', 'release.json', 'manual.pdf'],
    ]);
    expect(told.of('noticed').map(({ title }) => title)).toContain('No file fits docs/m*.txt of assets');
  });

  it('knows its draft when it is run again by itself, stopped before it was public', async () => {
    let refuse = true;
    const { begin, forge } = await releasing({
      forge: {
        before(change) {
          if (refuse && change === 'publish') throw new Error('killed');
        },
      },
    });
    await expect(begin()).rejects.toThrow('killed');
    refuse = false;
    expect((await begin()).release?.decision).toBe('act');
    expect(forge.shelf.map(({ draft }) => draft)).toEqual([false]);
    expect(forge.changes.filter((change) => change.startsWith('attach'))).toHaveLength(4);
  });

  it('writes the sums as sha256sum reads them', async () => {
    const { begin, forge, build } = await releasing();
    await begin();
    const text = build.distributions.map(({ sha256, filename }) => `${sha256}  ${filename}\n`).join('');
    const sums = forge.shelf[0]?.assets.find(({ name }) => name === 'SHA256SUMS');
    expect(sums?.sha256).toBe(aDistribution('x-1.tar.gz', text).sha256);
  });
});

describe('the release’s kind', () => {
  const saved = async (parts: Parts) => {
    const { begin, forge } = await releasing(parts);
    await begin();
    return forge.saved.at(-1);
  };

  it.each([
    ['1.2.0', 'auto', false],
    ['1.2.0rc1', 'auto', true],
    ['1.2.0rc1', false, false],
    ['1.2.0', true, true],
  ] as const)('of %s with prerelease: %s has prerelease %s', async (version, prerelease, result) => {
    expect((await saved({ project: { version }, plan: { forge: { prerelease } } }))?.prerelease).toBe(result);
  });

  it.each([
    [['1.2.0', '1.1.0'], 'auto', undefined],
    [['2.0'], 'auto', false],
    [['2.0rc1'], 'auto', undefined],
    [[], 'auto', undefined],
    [['2.0'], true, true],
    [[], false, false],
  ] as const)('beside %j with latest: %s has latest %s', async (versions, latest, result) => {
    expect((await saved({ versions, plan: { forge: { latest } } }))?.latest).toBe(result);
  });
});

describe('the success metrics', () => {
  it('are told when the release is public, with what was installed back in this job', async () => {
    const { begin, told } = await releasing({ upload: { url: '', files: [], installedBack: 'import demo' } });
    await begin();
    const [measured] = told.of('measured');
    const install = measured?.metrics.find(({ id }) => id === 'install');
    expect(install).toMatchObject({ value: true, says: 'installed back: import demo' });
    expect(measured?.metrics).toHaveLength(9);
  });

  it('claim no installation that this job did not make', async () => {
    const { begin, told } = await releasing();
    await begin();
    const install = told.of('measured')[0]?.metrics.find(({ id }) => id === 'install');
    expect(install).toMatchObject({ value: null, verdict: 'none' });
  });

  it('fail no release, however bad they are', async () => {
    const { begin, told } = await releasing({ page: { status: 404 } });
    expect((await begin()).release?.decision).toBe('act');
    expect(told.of('measured')[0]?.metrics[0]).toMatchObject({ id: 'page', verdict: 'bad' });
  });

  it('are not asked in a dry run', async () => {
    const { begin, told } = await releasing({ plan: { mode: 'dry-run' } });
    await begin();
    expect(told.of('measured')).toEqual([]);
  });
});

describe('the announcement', () => {
  it('is sent once a release, with the release’s address', async () => {
    const { begin, announced } = await releasing({ plan: { announce: true } });
    await begin();
    await begin();
    expect(announced).toEqual([
      expect.objectContaining({ url: 'https://forge.example/org/demo/releases/tag/v1.2.0' }),
    ]);
    expect(announced[0]?.short).toContain('New');
  });

  it('leaves no trace in the notes', async () => {
    const { begin, forge } = await releasing({ plan: { announce: true } });
    await begin();
    expect(forge.changes.slice(-2)).toEqual(['publish', 'annotate']);
    expect(forge.shelf.map(({ notes }) => notes)).toEqual(['- New']);
  });

  it('is sent by the next run where one was killed after it had published, and before it told', async () => {
    let kills = 1;
    const before = (change: string): void => {
      if (change === 'annotate' && kills-- > 0) throw new Error('killed');
    };
    const { begin, announced } = await releasing({ plan: { announce: true }, forge: { before } });
    await expect(begin()).rejects.toThrow('killed');
    expect(announced).toEqual([]);
    expect((await begin()).release?.decision).toBe('satisfied');
    await begin();
    expect(announced).toHaveLength(1);
  });

  it.each([
    ['was killed while it told', new Error('killed')],
    ['was not heard', new Stopped([fault('announcement-failed', { answer: 'HTTP 500' })])],
  ])('is never tried again where a run %s: the webhook may have spoken', async (_what, failure) => {
    const { begin, announced } = await releasing({ plan: { announce: true }, failure });
    await expect(begin()).rejects.toBe(failure);
    await begin();
    expect(announced).toHaveLength(1);
  });

  it('is sent of a release that a person has published, and once, its text as it was', async () => {
    const releases = [aRelease({ draft: false, notes: 'By hand.' })];
    const { begin, announced, forge } = await releasing({ plan: { announce: true }, forge: { releases } });
    expect((await begin()).release?.decision).toBe('satisfied');
    await begin();
    expect(announced).toHaveLength(1);
    expect(forge.shelf.map(({ notes }) => notes)).toEqual(['By hand.']);
  });

  it.each(['annotate', 'attach SHA256SUMS', 'attach release.json'])(
    'is sent of a release that a person has published where a run was killed before %s',
    async (place) => {
      let kills = 1;
      const before = (change: string): void => {
        if (change === place && kills-- > 0) throw new Error('killed');
      };
      const releases = [aRelease({ draft: false, notes: 'By hand.' })];
      const forge = { before, releases };
      const { begin, announced } = await releasing({ plan: { announce: true }, forge });
      await expect(begin()).rejects.toThrow('killed');
      await begin();
      expect(announced).toHaveLength(1);
    },
  );

  const trouble = new Stopped([
    fault('forge-trouble', { operation: 'Changing the notes', attempts: 4, last: 'HTTP 502.' }),
  ]);

  it.each([true, false])(
    'is sent although the mark’s taking off was answered by trouble, after it was done: %s',
    async (isDone) => {
      const { begin, announced, forge } = await releasing({ plan: { announce: true } });
      const { annotate } = forge.releases;
      let troubles = 1;
      Object.assign(forge.releases, {
        async annotate(...[release, notes]: Parameters<typeof annotate>) {
          const fails = troubles-- > 0;
          if (!fails || isDone) await annotate(release, notes);
          if (fails) throw trouble;
        },
      });
      await begin();
      expect([announced.length, forge.shelf.map(({ notes }) => notes)]).toEqual([1, ['- New']]);
    },
  );

  it('waits no longer once a run without a webhook has finished the release', async () => {
    const waiting = '- New\n\n<!-- pypi-release: not announced yet -->';
    const releases = [aRelease({ draft: false, notes: waiting })];
    const { begin, announced, forge } = await releasing({ forge: { releases } });
    await begin();
    expect([announced, forge.shelf.map(({ notes }) => notes)]).toEqual([[], ['- New']]);
  });

  it('keeps what people have written into the notes since', async () => {
    let kills = 1;
    const before = (change: string): void => {
      if (change === 'annotate' && kills-- > 0) throw new Error('killed');
    };
    const { begin, forge } = await releasing({ plan: { announce: true }, forge: { before } });
    await expect(begin()).rejects.toThrow('killed');
    const [release] = forge.shelf;
    if (release === undefined) throw new Error('there is no release');
    await forge.releases.annotate(release, `Thanks!\n\n${release.notes}`);
    await begin();
    expect(forge.shelf.map(({ notes }) => notes)).toEqual(['Thanks!\n\n- New']);
  });

  it.each<readonly [string, PlanChanges, string]>([
    ['where no webhook is given', {}, 'no announce-webhook is given'],
    ['in a dry run', { announce: true, mode: 'dry-run' }, 'no release was published'],
    ['without a release', { announce: true, forge: { release: 'none' } }, 'no release was published'],
    [
      'of a draft that stays one',
      { announce: true, forge: { release: 'draft' } },
      'the release is a draft still',
    ],
  ])('is not sent %s, and that is said', async (_where, plan, says) => {
    const { begin, announced, told } = await releasing({ plan });
    await begin();
    expect(announced).toEqual([]);
    expect(told.of('step-ended')).toContainEqual(
      expect.objectContaining({ step: 'Announce', outcome: 'skipped', says: expect.stringContaining(says) }),
    );
  });

  it('is not sent of an immutable release that a person has published, which could not say that it was', async () => {
    const releases = [aRelease({ draft: false, immutable: true, notes: 'By hand.' })];
    const { begin, announced, forge, told } = await releasing({
      plan: { announce: true },
      forge: { releases },
    });
    await begin();
    expect([announced, forge.shelf.map(({ notes }) => notes)]).toEqual([[], ['By hand.']]);
    expect(told.of('step-ended')).toContainEqual(
      expect.objectContaining({ says: expect.stringContaining('as an immutable release') }),
    );
  });
});

describe('the preflight of post-publish', () => {
  const PYPROJECT = '[project]\nname = "demo"\nversion = "1.2.0"\n';
  const preflight = (forge: MemoryForgeOptions, pyproject = PYPROJECT) =>
    postPublish.preflight(
      aPlan(),
      aWorld({
        forge: memoryForge(forge),
        files: memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: pyproject }),
      }),
    );
  it('tells what the forge refuses, beside the project’s faults', async () => {
    const refusal = new Stopped([fault('forge-token-missing', {})]);
    const codes = (await preflight({ refusal }, 'x = ]')).map(({ code }) => code);
    expect(codes).toEqual(['pyproject-invalid', 'forge-token-missing']);
  });

  it('changes nothing', async () => {
    const forge = memoryForge({ releases: [aRelease()] });
    const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: PYPROJECT });
    await postPublish.preflight(aPlan(), aWorld({ forge, files }));
    expect([...forge.changes, ...files.changes]).toEqual([]);
  });
});
