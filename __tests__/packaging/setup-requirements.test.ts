import { describe, expect, it } from '@jest/globals';
import { setupRequirements } from '../../src/packaging/setup-requirements.ts';

describe('what setup.cfg requires', () => {
  const of = (cfg: string) => {
    const { requires, mayRequire } = setupRequirements(cfg);
    return [requires, mayRequire].map((list) => list.map((each) => each.trim()).filter(Boolean));
  };

  it('is what its options name, line by line, and its extras apart', () => {
    const cfg = [
      '[metadata]',
      'install_requires = nothing',
      '[options]',
      'Install_Requires =',
      '    core>=1 ; python_version < "4"',
      '',
      '    # not this',
      '    plug==1.2.0',
      'setup_requires: hooks',
      'packages = find:',
      '[options.extras_require]',
      'full =',
      '    extra-one',
      '[options.entry_points]',
      'console_scripts =',
      '    demo = demo:main',
    ].join('\n');
    expect(of(cfg)).toEqual([['core>=1 ; python_version < "4"', 'plug==1.2.0', 'hooks'], ['extra-one']]);
  });

  it('may be several in one line, and is nothing where there is nothing', () => {
    expect(of('[options]\r\ninstall_requires = core; plug\r\n')).toEqual([['core', 'plug'], []]);
    expect(of('    stray\n')).toEqual([[], []]);
    expect(setupRequirements()).toEqual({ requires: [], mayRequire: [] });
  });
});

describe('what setup.py requires', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['setup(install_requires=["core>=1", \'plug[x]\'], name="demo")', ['core>=1', 'plug[x]'], []],
    ['setup(\n  install_requires=(\n    "core",  # "not"\n  ),\n)', ['core'], []],
    ['NEEDED = [\n  "core",\n]\nOTHER = ["not"]\nsetup(install_requires=NEEDED)', ['core'], []],
    ['setup(setup_requires=["hooks"], tests_require=["not"])', ['hooks'], []],
    ['setup(extras_require={"core": ["plug"], "all": ("a", "b")})', [], ['plug', 'a', 'b']],
    ['EXTRAS = {"core": ["plug"]}\nsetup(extras_require=EXTRAS)', [], ['plug']],
    ['setup(install_requires=read("requirements.txt"))', [], []],
    ['N = ["a"]\nN = ["b"]\nsetup(install_requires=N)', [], []],
    ['setup(name="demo", **{"install_requires": ["not"]})', [], []],
    ['def setup(install_requires=["not"]): pass', [], []],
  ])('of %j is %j and %j', (setupPy, requires, mayRequire) => {
    expect(setupRequirements('', setupPy)).toEqual({ requires, mayRequire });
  });
});
