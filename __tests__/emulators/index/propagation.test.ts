import { describe, expect, it } from '@jest/globals';
import { createIndex } from '../../../src/emulators/index/emulator.ts';
import type { Propagation } from '../../../src/emulators/index/propagation.ts';

/** An index that got one file at noon. */
function anIndex(propagation: Propagation) {
  let now = Date.parse('2026-09-01T12:00:00Z');
  const { app } = createIndex({
    name: 'pypi',
    base: () => 'http://127.0.0.1',
    keys: () => ({ keys: [] }),
    now: () => new Date(now),
    projects: { demo: { '1.0': ['demo-1.0.tar.gz'] } },
    propagation,
  });
  const shows = async (file: string, accept = 'application/vnd.pypi.simple.v1+json'): Promise<boolean> => {
    const response = await app.request(`http://127.0.0.1${file}`, { headers: { accept } });
    return (await response.text()).includes('demo-1.0.tar.gz');
  };
  const pass = (seconds: number): void => {
    now += seconds * 1_000;
  };
  return { shows, pass, app };
}

describe('propagation', () => {
  it('is immediate where nothing else is said', async () => {
    const { shows } = anIndex({});
    expect([await shows('/simple/demo/'), await shows('/pypi/demo/1.0/json')]).toEqual([true, true]);
  });

  it('takes each node its own time, and requests go round the nodes', async () => {
    const { shows, pass } = anIndex({ 'simple-json': [0, 60] });
    const looks = async () => [
      await shows('/simple/demo/'),
      await shows('/simple/demo/'),
      await shows('/simple/demo/'),
    ];
    expect(await looks()).toEqual([true, false, true]);
    pass(59);
    expect(await looks()).toEqual([false, true, false]);
    pass(1);
    expect(await looks()).toEqual([true, true, true]);
  });

  it('may differ between the forms of a page, and from the record', async () => {
    const { shows, pass } = anIndex({ 'simple-html': [60], record: [30] });
    const looks = async () => [
      await shows('/simple/demo/'),
      await shows('/simple/demo/', 'text/html'),
      await shows('/pypi/demo/1.0/json'),
      await shows('/pypi/demo/json'),
    ];
    expect(await looks()).toEqual([true, false, false, false]);
    pass(30);
    expect(await looks()).toEqual([true, false, true, true]);
    pass(30);
    expect(await looks()).toEqual([true, true, true, true]);
  });

  it('does not know a release whose files are all too new', async () => {
    const { app } = anIndex({ record: [30] });
    expect((await app.request('http://127.0.0.1/pypi/demo/1.0/json')).status).toBe(404);
  });
});
