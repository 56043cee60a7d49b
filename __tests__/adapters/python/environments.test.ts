import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Loopback, startLoopback } from '../../support/loopback.ts';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';

const PROJECT = {
  'pyproject.toml': pyproject('[project.scripts]\ntiny = "tiny_project:main"\n'),
  'tiny_project.py': 'def main(): print("from", __file__)\n',
};

let one: PythonWorkshop;
let wheel: string;
beforeAll(async () => {
  one = pythonWorkshop(PROJECT);
  const packages = one.scratch.file('dist');
  await one.python.builder.build({ packages, epoch: 1_700_000_000 });
  wheel = one.scratch.file('dist/tiny_project-1.2.3-py3-none-any.whl');
});
afterAll(() => one.scratch.remove());

describe('an environment', () => {
  it('is empty, then holds what is installed, and is gone when removed', async () => {
    const environment = await one.python.environments.create('wheel, all extras: [a/b]');
    expect(await environment.packages()).toEqual([]);
    expect(await environment.install([wheel, 'colorama==0.4.6'])).toMatchObject({ exitCode: 0 });
    expect(await environment.packages()).toEqual(['colorama==0.4.6', 'tiny-project==1.2.3']);
    await environment.remove();
    await environment.remove();
    expect(readdirSync(one.scratch.file('run/environments'))).toEqual([]);
  });

  it('tells which wheels are for it, and installs none of them', async () => {
    const environment = await one.python.environments.create('fits');
    const others = ['win32', 'win_amd64', 'win_arm64', 'macosx_11_0_arm64'].map((platform) => {
      const other = one.scratch.file(`dist/tiny_project-1.2.3-cp27-cp27m-${platform}.whl`);
      copyFileSync(wheel, other);
      return other;
    });
    const all = await Promise.all([wheel, ...others].map((each) => environment.fits(each)));
    expect(all).toEqual([true, false, false, false, false]);
    expect(await environment.packages()).toEqual([]);
    await environment.remove();
  });

  it('does not take a broken wheel for one of another machine', async () => {
    const environment = await one.python.environments.create('broken');
    const broken = one.scratch.file('dist/tiny_project-1.2.3-cp27-cp27mu-win32.whl');
    one.scratch.write({ 'dist/tiny_project-1.2.3-cp27-cp27mu-win32.whl': 'no archive' });
    expect(await environment.fits(broken)).toBe(true);
    await environment.remove();
  });

  it('shares nothing with another of the same name', async () => {
    const [first, second] = await Promise.all(
      ['same', 'same'].map((name) => one.python.environments.create(name)),
    );
    await first?.install([wheel]);
    expect(await second?.packages()).toEqual([]);
  });

  it('imports what is installed, and never the checkout', async () => {
    const environment = await one.python.environments.create('import');
    const code = 'import sys, tiny_project; print(tiny_project.__file__, sys.argv[1:])';
    expect((await environment.python(code, [])).output).toContain("No module named 'tiny_project'");
    await environment.install([`tiny-project @ ${pathToFileURL(wheel).href}`]);
    const { exitCode, output } = await environment.python(code, ['two words', '-x']);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/site-packages[/\\]tiny_project\.py \['two words', '-x'\]\n$/);
  });

  it('has its scripts first for command lines, in an empty directory', async () => {
    const environment = await one.python.environments.create('command');
    await environment.install([wheel]);
    const { output } = await environment.command(
      'tiny; python -c "import tiny_project; tiny_project.main()"; ls -A',
    );
    expect(output).toMatch(/^from \S+site-packages\S+\nfrom \S+site-packages\S+\n$/);
  });

  it('takes from the constraints what is required of them, and nothing else', async () => {
    for (const name of ['tide-bottom', 'tide-top', 'tide-aside']) {
      const requires = name === 'tide-top' ? '"tide-bottom==1.2.3"' : '';
      const each = pythonWorkshop({
        'pyproject.toml': pyproject(`dependencies = [${requires}]\n`).replace('tiny-project', name),
        [`${name.replace('-', '_')}.py`]: '"""A part of the tide."""\n',
      });
      await each.python.builder.build({ packages: one.scratch.file('pool'), epoch: undefined });
      each.scratch.remove();
    }
    const of = (name: string) =>
      `${name} @ ${pathToFileURL(one.scratch.file('pool', `${name.replace('-', '_')}-1.2.3-py3-none-any.whl`)).href}`;
    const environment = await one.python.environments.create('constraints');
    const { exitCode } = await environment.install([of('tide-top')], {
      constraints: [of('tide-bottom'), of('tide-aside')],
    });
    expect([exitCode, await environment.packages()]).toEqual([0, ['tide-bottom==1.2.3', 'tide-top==1.2.3']]);
  });

  it('refuses a file whose digest differs', async () => {
    const environment = await one.python.environments.create('digest');
    const requirement = `tiny-project @ ${pathToFileURL(wheel).href}#sha256=${'0'.repeat(64)}`;
    const { exitCode, output } = await environment.install([requirement]);
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/hash/i);
  });

  it('takes no requirement for an option', async () => {
    const environment = await one.python.environments.create('option');
    const { exitCode } = await environment.install([
      `--find-links=${one.scratch.file('dist')}`,
      'tiny-project',
    ]);
    expect(exitCode).not.toBe(0);
  });
});

describe('an index beside the runner’s own', () => {
  let index: Loopback;
  beforeAll(async () => {
    index = await startLoopback(() => ({ status: 404 }));
  });
  afterAll(() => index.close());

  it('is asked first', async () => {
    const environment = await one.python.environments.create('index');
    await environment.install(['colorama==0.4.6'], { index: `${index.base}/simple/` });
    expect(index.asked.map(({ url }) => url)).toContain('/simple/colorama/');
    expect(await environment.packages()).toEqual(['colorama==0.4.6']);
  });
});

it('with a limit ends what runs in it when the time is over, and all that comes after', async () => {
  const environment = await one.python.environments.create('limited', 5_000);
  const started = Date.now();
  const { exitCode } = await environment.python('import time; time.sleep(60)', []);
  const again = await environment.python('import time; time.sleep(60)', []);
  expect([exitCode, again.exitCode]).not.toContain(0);
  expect(Date.now() - started).toBeLessThan(40_000);
});

it('is gone, like all others, when all are removed', async () => {
  await one.python.environments.create('last');
  await one.python.environments.removeAll();
  await one.python.environments.removeAll();
  expect(existsSync(one.scratch.file('run/environments'))).toBe(false);
});
