import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../../src/release/fault-catalogue.ts';
import { sourceFiles } from './source-files.ts';

describe('the catalogue of faults', () => {
  it('holds no fault that nothing tells', () => {
    const told = sourceFiles()
      .filter(({ name }) => !name.startsWith('release/fault'))
      .map(({ text }) => text)
      .join('\n');
    expect(Object.keys(CATALOGUE).filter((code) => !told.includes(`'${code}'`))).toEqual([]);
  });
});
