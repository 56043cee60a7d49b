import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ROOT } from './source-files.ts';

interface Module {
  /** Below the top of the repository, with `/`. */
  readonly name: string;
  readonly text: string;
}

function modulesIn(folder: string): readonly Module[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));
}

const EXPORTED = /^export (?:async )?(?:function|const|class)\*? (?<export>\w+)/gm;
const NAMED = /(?:import|export)(?: type)? \{(?<names>[^}]*)\} from '(?<target>\.[^']+)'/g;
/** All of a module at once: what of it is used stands somewhere in the text. */
const WHOLE = /(?:import \* as \w+ from |\bimport\()'(?<target>\.[^']+)'/g;

/** `FILE NAME` of every value that a module exports. */
function given({ name, text }: Module): readonly string[] {
  return [...text.matchAll(EXPORTED)].map(({ groups }) => `${name} ${groups?.export}`);
}

/** The same of every value that a module takes from others. */
function taken({ name, text }: Module): readonly string[] {
  const at = (target = '') => path.posix.join(path.posix.dirname(name), target);
  const named = [...text.matchAll(NAMED)].flatMap(({ groups }) =>
    (groups?.names ?? '').split(',').map(
      (each) =>
        `${at(groups?.target)} ${each
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, '')}`,
    ),
  );
  const words = [...text.matchAll(WHOLE)].flatMap(({ groups }) =>
    [...new Set(text.match(/\w+/g))].map((word) => `${at(groups?.target)} ${word}`),
  );
  return [...named, ...words];
}

it('nothing is exported for nobody', () => {
  const sources = modulesIn('src');
  const exported = sources.flatMap(given);
  const used = new Set([...sources, ...modulesIn('__tests__')].flatMap(taken));
  expect(exported.length).toBeGreaterThan(500);
  expect(exported.filter((each) => !used.has(each))).toEqual([]);
});
