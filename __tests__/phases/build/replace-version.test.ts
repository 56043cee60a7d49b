import { describe, expect, it } from '@jest/globals';
import { replaceVersion } from '../../../src/phases/build/replace-version.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import type { Replacement } from '../../../src/ports/version-replacer.ts';
import type { Project } from '../../../src/release/facts.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import {
  aPlan,
  aProject,
  aWorld,
  DIRECTORY,
  DONE,
  failing,
  fakeCheckout,
  faultsOf,
  recorder,
} from '../../support/world.ts';

const GIVEN: VersionPlan = { kind: 'given', version: '1.3.0' };
const TOML = '[[tool.bumpversion.files]]\nfilename = "docs/conf.py"\n';

function replacing(
  configurations: Readonly<Record<string, string>>,
  { version = GIVEN, project = {}, result = DONE }: Partial<Told> = {},
) {
  const asked: Replacement[] = [];
  const files = memoryFiles(
    Object.fromEntries(Object.entries(configurations).map(([name, text]) => [`${DIRECTORY}/${name}`, text])),
  );
  const world = aWorld({
    files,
    checkout: fakeCheckout([], ['docs/conf.py']),
    versionReplacer: {
      async replace(replacement) {
        asked.push(replacement);
        return result;
      },
    },
  });
  const source = aProject({ version: '1.3.0', sourceVersion: '1.2.0', ...project });
  return { asked, work: () => replaceVersion(source, aPlan({ version }), world, recorder().emit) };
}

interface Told {
  readonly version: VersionPlan;
  readonly project: Partial<Project>;
  readonly result: typeof DONE;
}

describe('the project’s own bumpversion', () => {
  it.each([
    ['pyproject.toml', TOML],
    ['.bumpversion.toml', TOML],
    ['.bumpversion.cfg', '[bumpversion:file:docs/conf.py]\n'],
    ['setup.cfg', '[bumpversion:glob:docs/*]\n'],
  ])('is run where %s names files, and what it changes is told', async (configuration, text) => {
    const { asked, work } = replacing({ [configuration]: text });
    expect(await work()).toEqual(['docs/conf.py']);
    expect(asked).toEqual([{ configuration, from: '1.2.0', to: '1.3.0' }]);
  });

  it('is run by the configuration that it would take itself', async () => {
    const { asked, work } = replacing({ 'pyproject.toml': TOML, '.bumpversion.toml': TOML });
    await work();
    expect(asked.map(({ configuration }) => configuration)).toEqual(['.bumpversion.toml']);
  });

  it('is run in the directory of each package of several, by the version that stands there', async () => {
    const [first] = aProject().packages;
    const packages = ['.', 'packages/core', 'packages/plug', 'packages/same'].map((directory) => ({
      ...(first as typeof first & object),
      directory,
    }));
    const versionPlaces = [
      { file: 'pyproject.toml', version: '1.2.0' },
      { file: 'packages/core/setup.py', version: '1.1.0' },
      { file: 'packages/same/setup.py', version: '1.3.0' },
    ];
    const { asked, work } = replacing(
      {
        '.bumpversion.toml': TOML,
        'packages/core/.bumpversion.toml': TOML,
        'packages/plug/.bumpversion.toml': TOML,
        'packages/same/.bumpversion.toml': TOML,
      },
      { project: { packages, versionPlaces } },
    );
    expect(await work()).toEqual(['docs/conf.py']);
    expect(asked).toEqual([
      { configuration: '.bumpversion.toml', from: '1.2.0', to: '1.3.0' },
      { configuration: 'packages/core/.bumpversion.toml', from: '1.1.0', to: '1.3.0' },
    ]);
  });

  it.each<readonly [what: string, files: Readonly<Record<string, string>>, told: Partial<Told>]>([
    ['no file is named', { '.bumpversion.cfg': '[bumpversion]\ncurrent_version = 1.2.0\n' }, {}],
    ['a tag was pushed', { '.bumpversion.toml': TOML }, { version: { kind: 'tag', tag: 'v1.3.0' } }],
    [
      'the source has the version already',
      { '.bumpversion.toml': TOML },
      { project: { sourceVersion: '1.3' } },
    ],
    ['no source says a version', { '.bumpversion.toml': TOML }, { project: { sourceVersion: undefined } }],
  ])('is not run where %s', async (_what, files, told) => {
    const { asked, work } = replacing(files, told);
    expect(await work()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('stops the release where it fails', async () => {
    const { work } = replacing({ '.bumpversion.toml': TOML }, { result: failing('Did not find 1.2.0') });
    const [fault] = await faultsOf(work());
    expect(fault?.code).toBe('tool-failed');
    expect(fault?.finding).toContain('Did not find 1.2.0');
  });
});
