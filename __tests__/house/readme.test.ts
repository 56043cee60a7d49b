import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Definition {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const readme = await readFile('README.md', 'utf8');
const action = parse(await readFile('action.yml', 'utf8')) as Definition;
const rehearsal = parse(await readFile('rehearse/action.yml', 'utf8')) as Definition;

/** The rows of the table below a heading: name and meaning. */
function rowsBelow(heading: string): Readonly<Record<string, string>> {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return Object.fromEntries(
    [...section.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, name, text]) => [name, text]),
  );
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

  it('names only decisions, schemas and documents that are there', async () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].flatMap(([, file]) => file ?? []);
    expect(links.length).toBeGreaterThan(3);
    for (const file of links.filter((each) => !each.endsWith('/')))
      await expect(readFile(file)).resolves.toBeDefined();
  });
});
