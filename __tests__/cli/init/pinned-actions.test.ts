import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pinnedAction } from '../../../src/cli/init/pinned-actions.ts';
import { ROOT } from '../../house/source-files.ts';

const ACTIONS = ['actions/checkout', 'actions/setup-python', 'actions/upload-artifact'] as const;

/** What our own workflows and the examples say behind `uses:`. */
function used(): readonly string[] {
  const files = ['.github/workflows', 'examples/workflows'].flatMap((directory) =>
    readdirSync(path.join(ROOT, directory)).map((name) => path.join(ROOT, directory, name)),
  );
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/uses: (.+)$/gm)].map(([, what = '']) => what));
}

describe.each(ACTIONS)('%s', (name) => {
  it('is written at the very commit that our own workflows use', () => {
    const ours = new Set(used().filter((each) => each.startsWith(`${name}@`)));
    expect([...ours]).toEqual([pinnedAction(name)]);
  });
});
