import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createCheckout } from '../../../src/adapters/git/checkout.ts';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { collectNewsFragments } from '../../../src/phases/build/news-fragments.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { CollectedAs } from '../../../src/ports/news-fragments.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { pyproject, pythonWorkshop } from '../../support/python-workshop.ts';
import {
  aPlan,
  aProject,
  codesOf,
  DIRECTORY,
  DONE,
  failing,
  fakeCheckout,
  fakeNewsFragments,
  faultsOf,
  recorder,
} from '../../support/world.ts';

const TOML = '[project]\nname = "demo"\n[tool.towncrier]\nfilename = "NEWS.rst"\n';
const GIVEN: Plan['version'] = { kind: 'given', version: '1.2.0' };
const TITLE = 'Collect the news fragments (towncrier build)';

interface Scene {
  readonly version?: Plan['version'];
  readonly files?: Readonly<Record<string, string>>;
  /** What git tells of before and after. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly failure?: string;
  /** What towncrier writes, and removes where undefined. */
  readonly writes?: Readonly<Record<string, string | undefined>>;
  readonly changelog?: string;
}

function scene({
  version = GIVEN,
  files = {},
  before = [],
  after = [],
  failure,
  writes = {},
  changelog = 'NEWS.rst',
}: Scene = {}) {
  const tree = memoryFiles(
    Object.fromEntries(
      Object.entries({ 'pyproject.toml': TOML, ...files }).map(([name, text]) => [
        `${DIRECTORY}/${name}`,
        text,
      ]),
    ),
  );
  const asked: CollectedAs[] = [];
  const newsFragments = fakeNewsFragments(async (release) => {
    asked.push(release);
    for (const [name, text] of Object.entries(writes)) {
      if (text === undefined) await tree.remove(`${DIRECTORY}/${name}`);
      else await tree.write(path.posix.join(DIRECTORY, name), text);
    }
    return failure === undefined ? DONE : failing(failure);
  });
  const told = recorder();
  const world = {
    newsFragments,
    files: tree,
    checkout: fakeCheckout(before, after),
    clock: fakeClock('2026-03-04T23:00:00Z'),
  };
  const project = aProject({ changelog });
  return { told, asked, work: collectNewsFragments(project, aPlan({ version }), world, told.emit) };
}

describe('news fragments', () => {
  it('may go to a changelog above the working directory', async () => {
    const { work } = scene({
      changelog: '../NEWS.rst',
      writes: { '../NEWS.rst': '1.2.0' },
      after: ['news/1.md'],
    });
    expect(await work).toEqual(['news/1.md', '../NEWS.rst']);
  });

  it('at the top are found there, where no setting says so, and the title is like the one before', async () => {
    const files = {
      'towncrier.toml': '[tool.towncrier]\ntitle_format = "{version}"\n',
      'newsfragments/1.bugfix.rst': 'Fixed',
      'NEWS.rst': 'v1.1.0\n======\n\n- old\n',
    };
    const { work, asked } = scene({ files });
    await work;
    expect(asked).toEqual([
      { version: 'v1.2.0', date: '2026-03-04', atTop: { settings: 'towncrier.toml', name: aProject().name } },
    ]);
  });

  it('in the package or where a setting says are left to towncrier', async () => {
    const own = scene({
      files: { [`${aProject().name}/newsfragments/1.bugfix.rst`]: '', 'newsfragments/x': '' },
    });
    await own.work;
    const told = {
      'pyproject.toml': `${TOML}directory = "newsfragments"\n`,
      'newsfragments/1.bugfix.rst': '',
    };
    const said = scene({ files: told });
    await said.work;
    expect([...own.asked, ...said.asked].map(({ atTop }) => atTop)).toEqual([undefined, undefined]);
  });

  it.each<Plan['version']>([GIVEN, { kind: 'bump', bump: 'minor' }])(
    'are collected for %j',
    async (version) => {
      const { work, asked, told } = scene({
        version,
        files: { 'news/1.bugfix.rst': 'Fixed', 'NEWS.rst': 'News\n====\n' },
        writes: { 'news/1.bugfix.rst': undefined, 'NEWS.rst': 'demo 1.2.0 (2026-03-04)\n' },
        after: ['NEWS.rst', 'news/1.bugfix.rst'],
      });
      expect(await work).toEqual(['NEWS.rst', 'news/1.bugfix.rst']);
      expect(asked).toEqual([{ version: '1.2.0', date: '2026-03-04' }]);
      expect(told.of('step-ended').map(({ step, says }) => [step, says])).toEqual([
        [TITLE, 'NEWS.rst, news/1.bugfix.rst'],
      ]);
    },
  );

  it.each<Plan['version']>([{ kind: 'tag', tag: 'v1.2.0' }, { kind: 'source' }])(
    'are left where they are for %j',
    async (version) => {
      const { work, asked, told } = scene({ version });
      expect(await work).toEqual([]);
      expect([asked, told.events]).toEqual([[], []]);
    },
  );

  it('are none of a project that does not use towncrier', async () => {
    const { work, asked, told } = scene({ files: { 'pyproject.toml': '[project]\nname = "demo"\n' } });
    expect(await work).toEqual([]);
    expect([asked, told.events]).toEqual([[], []]);
  });

  it('are not collected twice', async () => {
    const { work, asked, told } = scene({
      files: { 'NEWS.rst': 'demo 1.2 (2026-03-03)\n=====================\n' },
    });
    expect(await work).toEqual([]);
    expect(asked).toEqual([]);
    expect(told.of('step-ended').map(({ outcome, says }) => [outcome, says])).toEqual([
      ['skipped', 'NEWS.rst has 1.2.0 already'],
    ]);
  });

  it('are collected beside older releases', async () => {
    const { work, asked } = scene({
      files: { 'NEWS.rst': 'demo 1.1 (2026-03-03)\n=====================\n' },
    });
    await work;
    expect(asked).toHaveLength(1);
  });

  it('do not answer for what differed before', async () => {
    const { work } = scene({
      files: { 'mended.py': 'a', 'NEWS.rst': 'mended', 'news/2.rst': 'mended' },
      writes: { 'NEWS.rst': 'written', 'news/2.rst': undefined },
      before: ['mended.py', 'lost.py', 'NEWS.rst', 'news/2.rst'],
      after: ['mended.py', 'lost.py', 'NEWS.rst', 'news/2.rst'],
    });
    expect(await work).toEqual(['NEWS.rst', 'news/2.rst']);
  });

  it('that towncrier cannot collect stop the release with what it says', async () => {
    const { work, told } = scene({ failure: 'Loading\nNo such template' });
    const [fault] = await faultsOf(work);
    expect(fault?.code).toBe('tool-failed');
    expect(fault?.finding).toContain('No such template');
    expect(told.of('output').map(({ text }) => text)).toEqual(['Loading\nNo such template']);
  });

  it('with settings that cannot be read stop the release', async () => {
    const { work, asked } = scene({ files: { 'towncrier.toml': 'a = ]' } });
    expect(await codesOf(work)).toEqual(['towncrier-invalid']);
    expect(asked).toEqual([]);
  });
});

describe('news fragments and the real towncrier', () => {
  const FILES = {
    'pyproject.toml': pyproject('[tool.towncrier]\ndirectory = "news"\nfilename = "NEWS.md"\n'),
    'tiny_project.py': '"""Tiny."""\n',
    'NEWS.md': '# News\n\n<!-- towncrier release notes start -->\n',
    'news/.gitignore': '!.gitignore\n',
  };
  type Texts = Readonly<Record<string, string>>;

  async function collectTwice(committed: Texts, edited: Texts) {
    const one = pythonWorkshop({ ...FILES, ...committed });
    const { directory, processes } = one.options;
    one.scratch.write(
      Object.fromEntries(Object.entries(edited).map(([name, text]) => [`project/${name}`, text])),
    );
    const world = {
      newsFragments: one.python.newsFragments,
      checkout: createCheckout(processes, directory),
      files: createFiles(),
      clock: fakeClock('2026-03-04T23:00:00Z'),
    };
    const project = aProject({ name: 'tiny-project', version: '1.3.0', changelog: 'NEWS.md' });
    const plan = aPlan({ version: { kind: 'given', version: '1.3.0' }, directory });
    const collect = () => collectNewsFragments(project, plan, world, recorder().emit);
    const [first, second] = [await collect(), await collect()];
    const news = await world.files.text(one.scratch.file('project/NEWS.md'));
    one.scratch.remove();
    return { first, second, news };
  }

  it('are found out as changed and removed, and are not collected twice', async () => {
    const { first, second, news } = await collectTwice(
      { 'news/12.feature': 'Sing.', 'news/13.bugfix.md': 'Fly.' },
      { 'other.txt': 'not ours', 'news/13.bugfix.md': 'Fly!' },
    );
    expect(first).toEqual(['NEWS.md', 'news/12.feature', 'news/13.bugfix.md']);
    expect(second).toEqual([]);
    expect(news).toContain('tiny-project 1.3.0 (2026-03-04)');
    expect(news).toMatch(/- Sing\. \(#12\)[\s\S]*- Fly! \(#13\)/i);
  });

  it('may be none', async () => {
    const { first, news } = await collectTwice({}, {});
    expect(first).toEqual(['NEWS.md']);
    expect(news).toContain('No significant changes');
  });
});
