import { describe, expect, it } from '@jest/globals';
import { parsedCoreMetadata } from '../../../src/packaging/core-metadata.ts';
import type { LinkReport } from '../../../src/phases/links.ts';
import { checklist, type Evidence } from '../../../src/phases/pypi/checklist.ts';
import { CHECKLIST_IDS, type ChecklistId, type ChecklistRow } from '../../../src/release/checklist.ts';
import { aBuild, aChange, aCheck, aDistribution, aPlan, aPool, aProject } from '../../support/world.ts';

const COMMIT = aPlan().forge.commit;
const NONE = { kind: 'none', reason: '' } as const;
const metadata = (description: string, lines = '') =>
  parsedCoreMetadata(`Metadata-Version: 2.4\nName: demo\nVersion: 1.2.0\n${lines}\n${description}`);
const checked = (...results: readonly ReturnType<typeof aCheck>[]) => ({ results, fixed: [] });

/** Three that lead somewhere, and for each of these a dead one: of the README or of the metadata. */
function links(...isMetadata: readonly boolean[]): LinkReport {
  const dead = isMetadata.map((each, at) => ({
    ...{ url: `https://${'ab'[at]}.dev`, place: each ? 'Docs' : 'README', isMetadata: each, why: '404' },
    isGone: true,
  }));
  return { alive: 3, dead, untold: [], awaited: 0 };
}

/** One in the metadata, of a host that one name server does not know. */
const HOSTLESS: LinkReport = {
  ...{ alive: 3, untold: [], awaited: 0 },
  dead: [
    { url: 'https://a.dev', place: 'Docs', isMetadata: true, why: 'its host was not found', isGone: false },
  ],
};

const GOOD: Evidence = {
  plan: aPlan(),
  project: aProject(),
  checks: checked(aCheck('tests', { coverage: 91 }), aCheck('format'), aCheck('lint')),
  build: aBuild(aDistribution()),
  metadata: [metadata('Words.\n', 'Description-Content-Type: text/markdown\n')],
  changelog: '# Changes\n\n## [1.2.0] - 2026-01-02\n\n- New\n',
  changes: [],
  published: {},
  commit: { sha: COMMIT, tree: '', parents: [], message: '' },
  tagged: null,
};

function row(id: ChecklistId, changes: Partial<Evidence> = {}): ChecklistRow {
  const found = checklist({ ...GOOD, ...changes }).find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no row ${id}`);
  return found;
}

describe('the checklist', () => {
  it('has every row, in order', () => {
    expect(checklist(GOOD).map(({ id }) => id)).toEqual([...CHECKLIST_IDS]);
  });

  it('fails nothing where all is well, and says what to do about all that is not', () => {
    const rows = checklist(GOOD);
    expect(rows.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    for (const { verdict, cure, evidence } of rows) {
      expect(evidence).not.toBe('');
      if (verdict === 'passed' || verdict === 'not-checked') expect(cure).toBe('');
      else expect(cure).not.toBe('');
    }
  });

  const failed = { outcome: 'failed', evidence: '2 findings' } as const;
  const large = { ...aDistribution(), size: 1024 * 1024 + 1 };
  type Case = readonly [ChecklistId, string, Partial<Evidence>, ChecklistRow['verdict'], string | RegExp];
  const table: readonly Case[] = [
    ['tests', 'that pass', {}, 'passed', 'tests is well'],
    ['tests', 'that fail', { checks: checked(aCheck('tests', failed)) }, 'failed', '2 findings'],
    [
      'tests',
      'that the path leaves out',
      { plan: aPlan({ path: 'C' }), checks: undefined },
      'not-checked',
      'not checked (path C)',
    ],
    [
      'tests',
      'that are switched off',
      { checks: checked() },
      'not-checked',
      'not checked (test-command: false)',
    ],
    [
      'tests',
      'that there are none of',
      { checks: checked(aCheck('tests', { outcome: 'not-applicable', evidence: 'none' })) },
      'not-checked',
      'none',
    ],
    ['lint', 'with findings', { checks: checked(aCheck('lint', failed)) }, 'failed', '2 findings'],
    [
      'lint',
      'with findings that fix cannot mend on a tag',
      { checks: checked(aCheck('lint', failed)), plan: aPlan({ commands: { fix: true } }) },
      'advisory',
      '2 findings',
    ],
    ['format', 'not as it should be', { checks: checked(aCheck('format', failed)) }, 'failed', '2 findings'],
    [
      'format',
      'that fix cannot mend on a tag',
      { checks: checked(aCheck('format', failed)), plan: aPlan({ commands: { fix: true } }) },
      'advisory',
      '2 findings',
    ],
    [
      'format',
      'that fix did not mend',
      {
        checks: checked(aCheck('format', failed)),
        plan: aPlan({ commands: { fix: true }, version: { kind: 'source' } }),
      },
      'failed',
      '2 findings',
    ],
    [
      'tests',
      'that fail beside fix on a tag',
      { checks: checked(aCheck('tests', failed)), plan: aPlan({ commands: { fix: true } }) },
      'failed',
      '2 findings',
    ],
    ['build', 'that was inspected', {}, 'passed', /^demo-1\.2\.0-py3-none-any\.whl: /],
    ['build', 'that is not there', { build: undefined }, 'not-checked', 'nothing is built yet'],
    ['version', 'that is free', {}, 'passed', '1.2.0, not on PyPI yet'],
    [
      'version',
      'that has some files',
      { published: { demo: ['1.2'] } },
      'passed',
      '1.2.0, on PyPI already with some files',
    ],
    [
      'version',
      'that PyPI was not asked for',
      { published: undefined },
      'passed',
      '1.2.0; PyPI is not asked',
    ],
    ['changelog', 'with the version', {}, 'passed', 'CHANGELOG.md has 1.2.0, dated 2026-01-02'],
    [
      'changelog',
      'in reStructuredText',
      {
        project: aProject({ changelog: 'CHANGES.rst' }),
        changelog: '1.2.0 (2026-01-02)\n~~~~~~~~~~~~~~~~~~\n\n* New\n',
      },
      'passed',
      'CHANGES.rst has 1.2.0, dated 2026-01-02',
    ],
    [
      'changelog',
      'with the version and no date',
      { changelog: '## 1.2.0\n\n- New\n' },
      'passed',
      'CHANGELOG.md has 1.2.0',
    ],
    [
      'changelog',
      'without the version',
      { changelog: '## 1.1.0\n' },
      'advisory',
      'CHANGELOG.md has no section for 1.2.0',
    ],
    [
      'changelog',
      'with an empty section',
      { changelog: '## 1.2.0\n\n## 1.1.0\n\n- Old\n' },
      'advisory',
      'CHANGELOG.md says nothing of 1.2.0',
    ],
    [
      'changelog',
      'that is not there',
      { project: aProject({ changelog: undefined }) },
      'advisory',
      'there is no changelog',
    ],
    ['committed', 'all', {}, 'passed', `clean tree at ${COMMIT.slice(0, 12)}, tag free`],
    ['committed', 'not all', { changes: ['a.py', 'b.py'] }, 'failed', 'not committed: a.py, b.py'],
    [
      'committed',
      'but for the release’s own changes',
      { changes: ['a.py'], build: { ...aBuild(), changed: [aChange('a.py')] } },
      'passed',
      `clean tree at ${COMMIT.slice(0, 12)}, tag free; a.py rides in the release commit`,
    ],
    ['committed', 'and not pushed', { commit: null }, 'failed', `the forge does not have commit ${COMMIT}`],
    ['committed', 'with the tag elsewhere', { tagged: 'beef' }, 'failed', 'tag v1.2.0 is on beef'],
    ['committed', 'with the tag on it', { tagged: COMMIT }, 'passed', `clean tree at ${COMMIT.slice(0, 12)}`],
    [
      'committed',
      'with the tag on a release commit',
      { tagged: 'beef', build: { ...aBuild(), changed: [aChange('a.py')] } },
      'passed',
      /release commit$/,
    ],
    [
      'committed',
      'with the tag on it, and a release commit to be made on top',
      {
        plan: aPlan({ version: { kind: 'given', version: '1.2.0' } }),
        tagged: COMMIT,
        build: { ...aBuild(), changed: [aChange('a.py')] },
      },
      'failed',
      `tag v1.2.0 is on ${COMMIT}, and the release is of a commit on top of that`,
    ],
    [
      'committed',
      'in a run on the release commit itself',
      {
        plan: aPlan({ version: { kind: 'source' } }),
        tagged: COMMIT,
        commit: { sha: COMMIT, tree: '', parents: ['beef'], message: 'Release v1.2.0' },
        build: { ...aBuild(), changed: [aChange('a.py')] },
      },
      'passed',
      /release commit$/,
    ],
    [
      'committed',
      'and the forge not asked',
      { commit: undefined, tagged: undefined },
      'passed',
      `clean tree at ${COMMIT.slice(0, 12)}`,
    ],
    ['readme', 'that renders', {}, 'passed', /^text\/markdown, \d+ characters, rendered by twine check$/],
    ['readme', 'without a type', { metadata: [metadata('Words.')] }, 'passed', /^text\/x-rst \(by default\)/],
    [
      'readme',
      'that is empty',
      { metadata: [metadata(' \n')] },
      'advisory',
      'the project page will be empty',
    ],
    ['readme', 'of no build', { metadata: [] }, 'not-checked', 'nothing is built yet'],
    ['size', 'that is small', {}, 'passed', 'demo-1.2.0-py3-none-any.whl 1 KiB'],
    ['size', 'over a megabyte', { build: aBuild(large) }, 'advisory', 'demo-1.2.0-py3-none-any.whl 1025 KiB'],
    ['size', 'of no build', { build: undefined }, 'not-checked', 'nothing is built yet'],
    ['coverage', 'without a floor', {}, 'advisory', '91 %, and the project sets no floor'],
    ['coverage', 'at its floor', { project: aProject({ coverageFloor: 91 }) }, 'passed', '91 %, floor 91 %'],
    [
      'coverage',
      'below its floor',
      { project: aProject({ coverageFloor: 92 }) },
      'failed',
      '91 %, floor 92 %',
    ],
    [
      'coverage',
      'that was not measured',
      { checks: checked(aCheck('tests')) },
      'not-checked',
      'the tests measured no coverage',
    ],
    [
      'credentials',
      'for both indexes',
      {},
      'passed',
      'testpypi: trusted publishing, pypi: trusted publishing',
    ],
    [
      'credentials',
      'missing',
      { plan: aPlan({ pypi: { credential: NONE } }) },
      'failed',
      'testpypi: trusted publishing, pypi: none',
    ],
    [
      'credentials',
      'missing for an index that is not planned',
      { plan: aPlan({ path: 'B', testpypi: { credential: NONE } }) },
      'passed',
      'pypi: trusted publishing',
    ],
    [
      'credentials',
      'missing for an index at best effort',
      { plan: aPlan({ testpypi: { credential: NONE, required: false } }) },
      'passed',
      'testpypi: none, pypi: trusted publishing',
    ],
    ['permission', 'to read', {}, 'passed', 'the token may write contents: the forge let it draw up notes'],
    [
      'permission',
      'in a dry run',
      { plan: aPlan({ mode: 'dry-run' }) },
      'not-checked',
      /^a dry run does not ask/,
    ],
    ['permission', 'not asked for', { commit: undefined }, 'not-checked', 'the forge is not asked'],
    [
      'publisher',
      'by trusted publishing',
      {},
      'passed',
      /^this run presents owner org, repository demo, workflow \S+, and the job’s environment$/,
    ],
    [
      'publisher',
      'without a credential',
      { plan: aPlan({ pypi: { credential: NONE } }) },
      'not-checked',
      'there is no credential',
    ],
    [
      'publisher',
      'by token',
      { plan: aPlan({ pypi: { credential: { kind: 'token', user: '__token__' } } }) },
      'not-checked',
      'PyPI gets a token',
    ],
    ['links', 'are not asked yet', {}, 'not-checked', 'nothing is built yet'],
    ['links', 'cannot be asked', { links: { unchecked: 'no network' } }, 'not-checked', 'no network'],
    ['links', 'lead somewhere', { links: links() }, 'passed', '3 links lead somewhere'],
    ['links', 'are dead in the README', { links: links(false) }, 'advisory', /^dead: https:\/\/a\.dev/],
    [
      'links',
      'are dead in the metadata',
      { links: links(false, true) },
      'failed',
      /^dead: https:\/\/a\.dev.*b\.dev/,
    ],
    [
      'links',
      'are dead in the metadata of a release that is half out already',
      { links: links(true), published: { demo: ['1.1', '1.2'] } },
      'advisory',
      /^dead: https:\/\/a\.dev/,
    ],
    [
      'links',
      'are dead in the metadata, and an older release is out',
      { links: links(true), published: { demo: ['1.1'] } },
      'failed',
      /^dead: https:\/\/a\.dev/,
    ],
    [
      'links',
      'of the metadata have a host that was not found',
      { links: HOSTLESS },
      'advisory',
      /its host was not found/,
    ],
  ];

  it.each(table)('%s %s', (id, _how, changes, verdict, evidence) => {
    const found = row(id, changes);
    expect(found.verdict).toBe(verdict);
    expect(found.evidence).toEqual(typeof evidence === 'string' ? evidence : expect.stringMatching(evidence));
  });

  it('turns a row that fails into an allowed one where allow names it, and no other', () => {
    const plan = aPlan({ allow: ['committed'] });
    expect(row('committed', { plan, changes: ['a.py'] }).verdict).toBe('allowed');
    expect(row('committed', { plan }).verdict).toBe('passed');
    expect(row('lint', { plan, checks: checked(aCheck('lint', failed)) }).verdict).toBe('failed');
  });

  it('says of several packages which ones are meant', () => {
    const project = aPool('core', 'demo');
    const of = (name: string, description = 'Words.') =>
      parsedCoreMetadata(`Metadata-Version: 2.4\nName: ${name}\nVersion: 1.2.0\n\n${description}\n`);
    const changes = { project, metadata: [of('core', ''), of('demo')], published: { demo: ['1.2.0'] } };
    expect([row('version', changes).evidence, row('readme', changes).evidence]).toEqual([
      '1.2.0, demo: on PyPI already with some files; core: not on PyPI yet',
      'core: the project page will be empty',
    ]);
    expect(row('readme', { ...changes, metadata: [of('core'), of('demo')] }).evidence).toMatch(
      /^core: text\/x-rst \(by default\), \d+ characters; demo: text/,
    );
  });
});
