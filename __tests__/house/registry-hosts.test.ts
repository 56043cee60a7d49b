import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from './source-files.ts';

/** Product data: the one source file that holds the addresses. */
const HOLDER = 'src/plan/known-indexes.ts';

/** Assembled here, so that this file holds none of them. */
const dotted = (...labels: readonly string[]): string => labels.join('.');
const REGISTRIES = [
  dotted('pypi', 'org'),
  dotted('pythonhosted', 'org'),
  dotted('pypistats', 'org'),
  dotted('registry', 'npmjs', 'org'),
  dotted('npmjs', 'com'),
];

function filesBelow(directory: string): readonly string[] {
  return readdirSync(path.join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .map((name) => `${directory}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|mjs|py|txt|json|snap|toml|cfg)$/.test(name));
}

/** Files of a folder that hold the host of a registry. */
function holders(directory: string): readonly string[] {
  return filesBelow(directory).filter((name) => {
    const text = readFileSync(path.join(ROOT, name), 'utf8');
    return REGISTRIES.some((host) => new RegExp(`(?<![\\w-])${host.replaceAll('.', '\\.')}\\b`).test(text));
  });
}

describe('the host of a registry', () => {
  it('stands in one source file only', () => {
    expect(holders('src')).toEqual([HOLDER]);
  });

  it('stands in no test', () => {
    expect(holders('__tests__').filter((name) => !name.startsWith('__tests__/fixtures/responses/'))).toEqual(
      [],
    );
  });
});
