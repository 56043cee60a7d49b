import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { INPUT_NAMES, NO_TOKEN } from '../../src/action/inputs.ts';
import { ROOT, sourceFiles } from './source-files.ts';

interface Definition {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}

function definition(file: string): Definition {
  return parse(readFileSync(path.join(ROOT, file), 'utf8')) as Definition;
}

const { inputs, outputs, runs } = definition('action.yml');

describe('action.yml', () => {
  it('declares exactly the inputs that are read', () => {
    expect(Object.keys(inputs).sort()).toEqual([...INPUT_NAMES].sort());
  });

  it.each([...Object.entries(inputs), ...Object.entries(outputs)])(
    'describes %s in sentences',
    (_name, { description }) => {
      expect(description.trim()).toMatch(/^\S.{9,}\.$/s);
    },
  );

  it('gives defaults to the tokens, and to what the runner alone knows, so that a setting in pyproject.toml can tell what was left out', () => {
    const defaults = Object.entries(inputs).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, value]],
    );
    expect(Object.fromEntries(defaults)).toEqual({
      'pypi-token': NO_TOKEN,
      'testpypi-token': NO_TOKEN,
      'github-token': '${{ github.token }}',
      leg: '${{ strategy.job-index }}',
    });
  });

  it('requires no input', () => {
    expect(Object.values(inputs).filter((input) => 'required' in input)).toEqual([]);
  });

  it('runs the bundle on Node 24', () => {
    expect(runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' });
  });
});

describe('rehearse/action.yml', () => {
  const sub = definition('rehearse/action.yml');

  it('declares exactly what is read and written', () => {
    const { text = '' } = sourceFiles().find(({ name }) => name === 'cli/sub-action.ts') ?? {};
    const read = /^const INPUTS = \[(?<names>[^\]]*)\]/m.exec(text)?.groups?.names ?? '';
    const written = [...text.matchAll(/\brunner\.output\('(\w+)'/g)].map(([, name]) => name);
    expect(Object.keys(sub.inputs)).toEqual([...read.matchAll(/'(\w+)'/g)].map(([, name]) => name));
    expect(Object.keys(sub.outputs)).toEqual([...new Set(written)]);
  });

  it.each([...Object.entries(sub.inputs), ...Object.entries(sub.outputs)])(
    'describes %s in sentences, and gives it no default that a release has not',
    (_name, value) => {
      expect(value.description.trim()).toMatch(/^\S.{9,}\.$/s);
      expect(Object.keys(value)).toEqual(['description']);
    },
  );

  it('runs a bundle of this very action on Node 24', () => {
    expect(sub.runs).toEqual({ using: 'node24', main: '../dist/rehearse.js' });
  });
});
