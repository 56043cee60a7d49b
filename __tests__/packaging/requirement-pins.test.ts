import { describe, expect, it } from '@jest/globals';
import { placeReader } from '../../src/packaging/version-places.ts';

const read = (text: string) =>
  placeReader({ file: 'pyproject.toml', part: { kind: 'pins', name: 'demo-core' } })?.version(text);
const rewritten = (text: string) =>
  placeReader({ file: 'packages/demo/pyproject.toml', part: { kind: 'pins', name: 'demo-core' } })?.rewritten(
    text,
    '1.2.0',
    '1.3.0',
  );
const requiring = (requirement: string) => `[project]\ndependencies = [\n  ${requirement}\n]\n`;

describe('the pins of a package', () => {
  it.each([
    ['"demo-core==1.2.0"', '"demo-core==1.3.0"'],
    [`'Demo_Core == 1.2.0'`, `'Demo_Core == 1.3.0'`],
    ['"demo.core[fast] (==1.2.0)"', '"demo.core[fast] (==1.3.0)"'],
    ['"demo-core>=1,==1.2.0"', '"demo-core>=1,==1.3.0"'],
    [
      `"demo-core==1.2.0 ; python_version == '3.12'" # stays`,
      `"demo-core==1.3.0 ; python_version == '3.12'" # stays`,
    ],
    ['"demo-core==1.2.0; sys_platform == \\"win32\\""', '"demo-core==1.3.0; sys_platform == \\"win32\\""'],
  ])('in %s become %s', (before, after) => {
    expect(read(requiring(before))).toBe('1.2.0');
    expect(rewritten(requiring(before))).toBe(requiring(after));
  });

  it.each([
    '"demo-core>=1.2.0"',
    '"demo-core~=1.2.0"',
    '"demo-core==1.2.*"',
    '"demo-core===1.2.0"',
    '"demo-core!=1.2.0"',
    '"demo==1.2.0"',
    '"demo-core-extra==1.2.0"',
    '"demo-core; python_version==\'1.2.0\'"',
    '"demo-core @ https://example.org/demo-core==1.2.0.whl"',
  ])('are none in %s', (requirement) => {
    expect([read(requiring(requirement)), rewritten(requiring(requirement))]).toEqual([undefined, undefined]);
  });

  it('are all of a file, and only those of the old version', () => {
    const text = (core: string) =>
      `[project]\ndependencies = ["demo-core==${core}"]\n[project.optional-dependencies]\na = ["x", "demo-core==${core}"]\nb = ["demo-core==1.1.0"]\n[dependency-groups]\ndev = ["demo-core==${core}", { include-group = "x" }]\n[build-system]\nrequires = ["demo-core==${core}"]\n`;
    expect(rewritten(text('1.2.0'))).toBe(text('1.3.0'));
  });
});

describe('the pins of a package in Poetry’s tables', () => {
  const table = (entry: string) => `[tool.poetry.dependencies]\npython = "^3.12"\n${entry}\n`;

  it.each([
    ['demo-core = "1.2.0"', 'demo-core = "1.3.0"'],
    [`Demo_Core = '=1.2.0'`, `Demo_Core = '=1.3.0'`],
    ['demo-core = "== 1.2.0"', 'demo-core = "== 1.3.0"'],
    [
      'demo-core = { version = "1.2.0", extras = ["fast"] } # stays',
      'demo-core = { version = "1.3.0", extras = ["fast"] } # stays',
    ],
  ])('in %s become %s', (before, after) => {
    expect(read(table(before))).toBe('1.2.0');
    expect(rewritten(table(before))).toBe(table(after));
  });

  it.each([
    'demo-core = "^1.2.0"',
    'demo-core = "~1.2.0"',
    'demo-core = ">=1.2.0"',
    'demo-core = "1.2.*"',
    'demo-core = "1.2.0 || 1.1.0"',
    'demo-core = "===1.2.0"',
    'demo-core = { path = "../core" }',
    'demo = "1.2.0"',
  ])('are none in %s', (entry) => {
    expect([read(table(entry)), rewritten(table(entry))]).toEqual([undefined, undefined]);
  });

  it('are those of groups too', () => {
    const text = (core: string) =>
      `[tool.poetry.group.dev.dependencies]\ndemo-core = "${core}"\n[tool.poetry.dev-dependencies]\ndemo-core = "${core}"\n`;
    expect(rewritten(text('1.2.0'))).toBe(text('1.3.0'));
  });
});

describe('a member in uv.lock', () => {
  const LOCK =
    '[[package]]\nname = "demo"\nversion = "1.2.0"\nsource = { editable = "packages/demo" }\n\n[[package]]\nname = "other"\nversion = "1.2.0"\nsource = { registry = "https://example.org/simple" }\n';
  const locked = (directory: string) =>
    placeReader({ file: 'uv.lock', part: { kind: 'member', name: 'demo', directory } });

  it('is that of its directory', () => {
    expect(locked('packages/demo')?.version(LOCK)).toBe('1.2.0');
    expect(locked('packages/demo')?.rewritten(LOCK, '1.2.0', '1.3.0')).toBe(LOCK.replace('1.2.0', '1.3.0'));
    expect([locked('packages/other')?.version(LOCK), locked('.')?.version(LOCK)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('may have any directory', () => {
    const directory = 'libs/built in x';
    expect(locked(directory)?.version(LOCK.replace('packages/demo', directory))).toBe('1.2.0');
  });
});
