import { describe, expect, it } from '@jest/globals';
import { variants } from '../../../src/phases/test-local/variants.ts';
import type { FrameworkTest } from '../../../src/plan/plan.ts';
import { aDistribution, aPlan, aPool, aProject } from '../../support/world.ts';

const WHEEL = aDistribution('demo-1.2.0-py3-none-any.whl');
const SDIST = aDistribution('demo-1.2.0.tar.gz');
const FLASK: FrameworkTest = { framework: 'flask', module: 'demo.app', callable: 'init' };
const FASTAPI: FrameworkTest = { framework: 'fastapi', module: 'demo.api', callable: 'init' };

function of(extras: readonly string[], framework: readonly FrameworkTest[] = [], packages = '/project/dist') {
  const plan = aPlan({ packages, commands: { framework } });
  return variants(plan, aProject({ extras }), [WHEEL]);
}

describe('variants', () => {
  it.each([
    [[], ['wheel', 'sdist']],
    [['a'], ['wheel', 'wheel[a]', 'sdist', 'sdist[a]']],
    [
      ['a', 'b'],
      ['wheel', 'wheel[a]', 'wheel[b]', 'wheel[a,b]', 'sdist', 'sdist[a]', 'sdist[b]', 'sdist[a,b]'],
    ],
  ])('with the extras %j are %j', (extras, titles) => {
    const all = variants(aPlan(), aProject({ extras }), [WHEEL, SDIST]);
    expect(all.map(({ title }) => title)).toEqual(titles);
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length);
  });

  it.each([
    [[], 'wheel'],
    [['a'], 'wheel[a]'],
    [['a', 'b'], 'wheel[a,b]'],
  ])('with the extras %j run the user’s smoke tests once a distribution, in %s', (extras, title) => {
    expect(of(extras).flatMap((each) => (each.smoke ? [each.title] : []))).toEqual([title]);
  });

  it('install the distribution’s own file, with its extras', () => {
    expect(of(['a']).map(({ requirements }) => requirements)).toEqual([
      [`demo @ file:///project/dist/${WHEEL.filename}`],
      [`demo[a] @ file:///project/dist/${WHEEL.filename}`],
    ]);
  });

  it('write the file’s name as an address', () => {
    expect(of([], [], '/my project/dist')[0]?.requirements).toEqual([
      `demo @ file:///my%20project/dist/${WHEEL.filename}`,
    ]);
  });

  it('run a framework test where exactly the extra of that framework is', () => {
    const all = of(['flask', 'other'], [FLASK]);
    expect(all.map(({ title, frameworkTests }) => [title, frameworkTests.length])).toEqual([
      ['wheel', 0],
      ['wheel[flask]', 1],
      ['wheel[other]', 0],
      ['wheel[flask,other]', 0],
    ]);
    expect(all[1]?.requirements).toEqual([`demo[flask] @ file:///project/dist/${WHEEL.filename}`, 'flask']);
  });

  it('bring a framework that no extra brings, in an environment of its own', () => {
    const all = of([], [FLASK, FASTAPI]);
    expect(all.map(({ title, requirements, smoke }) => [title, requirements.slice(1), smoke])).toEqual([
      ['wheel', [], true],
      ['wheel with flask', ['flask'], false],
      ['wheel with fastapi', ['fastapi', 'httpx'], false],
    ]);
    expect(all.map(({ frameworkTests }) => frameworkTests)).toEqual([[], [FLASK], [FASTAPI]]);
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(3);
  });

  it('have names that any file system takes', () => {
    for (const { slug } of of(['a b', 'ü'], [FLASK])) expect(slug).toMatch(/^[A-Za-z0-9._-]+$/);
  });
});

describe('variants of several packages', () => {
  const files = ['core', 'demo'].flatMap((name) => [
    aDistribution(`${name}-1.2.0-py3-none-any.whl`),
    aDistribution(`${name}-1.2.0.tar.gz`),
  ]);
  const pool = aPool('core', 'demo');
  const withExtras: typeof pool = {
    ...pool,
    packages: pool.packages.map((each) => (each.name === 'demo' ? { ...each, extras: ['a'] } : each)),
  };
  const all = variants(aPlan({ commands: { framework: [FLASK] } }), withExtras, files);
  const at = (name: string) => `file:///project/dist/${name}`;

  it('are each package by itself, then all of them together', () => {
    expect(all.map(({ title }) => title)).toEqual([
      ...['core wheel', 'core sdist'],
      ...['demo wheel', 'demo wheel[a]', 'demo sdist', 'demo sdist[a]'],
      ...['all wheels together', 'all sdists together'],
    ]);
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length);
  });

  it('install one and have the others at hand, by a file that installs at once', () => {
    const [, sdist] = all;
    expect(sdist?.requirements).toEqual([`core @ ${at('core-1.2.0.tar.gz')}`]);
    expect(sdist?.constraints).toEqual([`demo @ ${at('demo-1.2.0-py3-none-any.whl')}`]);
  });

  it('run what the user asks for where all are installed, with all extras', () => {
    const [wheels] = all.slice(-2);
    expect(wheels?.requirements).toEqual([
      `core @ ${at('core-1.2.0-py3-none-any.whl')}`,
      `demo[a] @ ${at('demo-1.2.0-py3-none-any.whl')}`,
      'flask',
    ]);
    expect(all.map(({ smoke }) => smoke)).toEqual([...Array(6).fill(false), true, true]);
    expect(all.flatMap(({ frameworkTests }) => frameworkTests)).toEqual([FLASK, FLASK]);
  });

  it('are not together of a kind that none has', () => {
    const wheels = files.filter(({ kind }) => kind === 'wheel');
    const titles = variants(aPlan(), pool, wheels).map(({ title }) => title);
    expect(titles).toEqual(['core wheel', 'demo wheel', 'all wheels together']);
  });
});
