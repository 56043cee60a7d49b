import path from 'node:path';
import { expect, it } from '@jest/globals';
import { environmentLayout, pathWith } from '../../../src/adapters/python/layout.ts';

it('knows where an environment has its programs, on Windows too', () => {
  const unix = environmentLayout('/env', { os: 'linux' });
  expect([unix.scripts, unix.python, unix.program('ruff')]).toEqual([
    '/env/bin',
    '/env/bin/python',
    '/env/bin/ruff',
  ]);
  const windows = environmentLayout('/env', { os: 'win32' });
  expect([windows.python, windows.program('ruff')]).toEqual([
    '/env/Scripts/python.exe',
    '/env/Scripts/ruff.exe',
  ]);
});

it('puts directories before the search path', () => {
  expect(pathWith(['/a', '/b'], '/c')).toBe(['/a', '/b', '/c'].join(path.delimiter));
});
