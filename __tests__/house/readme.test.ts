import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseMishap } from '../../src/emulators/mishaps.ts';
import { CHECKLIST_IDS } from '../../src/release/checklist.ts';
import { sourceFiles } from './source-files.ts';

interface Definition {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const readme = await readFile('README.md', 'utf8');
const action = parse(await readFile('action.yml', 'utf8')) as Definition;
const rehearsal = parse(await readFile('rehearse/action.yml', 'utf8')) as Definition;

/** What stands below a heading, up to the next one of its kind or above. */
function below(heading: string): string {
  return readme.split(new RegExp(`\n##+ ${heading}\n`))[1]?.split(/\n##+ /)[0] ?? '';
}

/** The rows of the table below a heading: name and meaning. */
function rowsBelow(heading: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...below(heading).matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, name, text]) => [name, text]),
  );
}

/** The lines of the workflow below a heading, but for those that tell in its place what is left out. */
function excerptBelow(heading: string): readonly string[] {
  const block = below(heading).split('```yaml\n')[1]?.split('```')[0] ?? '';
  return block.split('\n').filter((line) => line !== '' && !line.trim().startsWith('#'));
}

describe('the README', () => {
  it.each(['inputs', 'outputs'] as const)(
    'says of the %s what action.yml says, no more and no less',
    (kind) => {
      const declared = Object.entries(action[kind]).map(([name, { description }]) => [name, description]);
      expect(rowsBelow(kind === 'inputs' ? 'Inputs' : 'Outputs')).toEqual(Object.fromEntries(declared));
    },
  );

  it('says of the rehearsal what its action.yml says', () => {
    const { inputs, outputs } = rehearsal;
    const declared = Object.entries({ ...inputs, ...outputs }).map(([name, { description }]) => [
      name,
      description,
    ]);
    expect(rowsBelow('Rehearse every pull request')).toEqual(Object.fromEntries(declared));
  });

  it('shows the very workflow of the examples, which `init` writes for a plain project', async () => {
    const example = await readFile('examples/workflows/release.yml', 'utf8');
    expect(readme).toContain(`\n\`\`\`yaml\n${example}\`\`\`\n`);
  });

  it.each([
    ['Wheels from a matrix', 'wheels'],
    ['Rehearse every pull request', 'rehearse'],
    ['Monitoring', 'monitor'],
  ])('shows below "%s" lines of the example, in its order', async (heading, name) => {
    const example = (await readFile(`examples/workflows/${name}.yml`, 'utf8')).split('\n');
    const excerpt = excerptBelow(heading);
    expect(excerpt.length).toBeGreaterThan(8);
    let from = 0;
    for (const line of excerpt) {
      const at = example.indexOf(line, from);
      expect({ line, found: at >= from }).toEqual({ line, found: true });
      from = at + 1;
    }
  });

  it('has a row for each of the checklist', () => {
    expect(Object.keys(rowsBelow('The checklist'))).toEqual([...CHECKLIST_IDS]);
  });

  it('says how trouble is scripted as a bad mishap is told', () => {
    const told = (): unknown => parseMishap('');
    const lists = [...below('Command line').matchAll(/^- (?:Services|Effects): `([^`]+)`/gm)];
    expect(lists).toHaveLength(2);
    for (const [, words] of lists) expect(told).toThrow(`: ${words};`);
    const [grammar = ''] = /service:METHOD [^`]+/.exec(below('Command line')) ?? [];
    expect(told).toThrow(`allowed is ${grammar};`);
  });

  it('has the sections that the action sends its users to', () => {
    const sent = sourceFiles().flatMap(({ text }) => [
      ...text.matchAll(/"([^"]+)" in the README of the action/g),
    ]);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(([, heading = '']) => below(heading) === '')).toEqual([]);
  });

  it('leads by its first links to all its sections, in their order', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    const links = headings.map((each) => `[${each}](#${each.toLowerCase().replaceAll(' ', '-')})`);
    expect(readme).toContain(`\n\n${links.join(' · ')}\n\n`);
  });

  it('names only decisions, schemas and documents that are there', async () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].flatMap(([, file]) => file ?? []);
    expect(links.length).toBeGreaterThan(3);
    for (const file of links.filter((each) => !each.endsWith('/')))
      await expect(readFile(file)).resolves.toBeDefined();
  });
});
