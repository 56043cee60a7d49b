import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { INPUT_NAMES, parsedInputs } from '../../../src/action/inputs.ts';
import { workflow } from '../../../src/cli/init/workflow.ts';
import { trustingIndexes } from '../../../src/cli/init/workflow-traits.ts';
import { isTagFormat } from '../../../src/packaging/tag-format.ts';
import { PATHS, selectedPhases } from '../../../src/plan/paths.ts';
import { ROOT } from '../../house/source-files.ts';
import { PLAIN, SHAPES } from './shapes.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface JobText {
  readonly needs?: string | readonly string[];
  readonly environment?: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly 'timeout-minutes': number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: {
    readonly push: { readonly tags: readonly string[] };
    readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, { readonly default: string }>> };
  };
  readonly permissions: object;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, JobText>>;
}

const read = (text: string): Workflow => parse(text) as Workflow;

/** With WORKFLOWS=write the files become what is written now, to be read before they are committed. */
const committed = async (file: string, text: string): Promise<string> => {
  if (process.env.WORKFLOWS === 'write') await writeFile(path.join(ROOT, file), text);
  return readFile(path.join(ROOT, file), 'utf8');
};

const isOurs = ({ uses }: Step): boolean => uses?.includes('/pypi-release@') === true;

/** What a step gives, as the runner gives it for a tag: no input of a dispatch, an unset secret left out. */
function givenOnTag(step: Step): Readonly<Record<string, string>> {
  const values = Object.entries(step.with ?? {}).map(([name, value]): [string, string] => [
    name,
    String(value)
      .replace(/\$\{\{ inputs\.\w+ \|\| '(\w)' \}\}/, '$1')
      .replace(/\$\{\{ inputs\.\w+ \}\}/, '')
      .replace(/\$\{\{ secrets\.\w+ \}\}/, 'pypi-AgEIcHlwaS5vcmc'),
  ]);
  return Object.fromEntries(values);
}

describe.each(Object.entries(SHAPES))('the workflow %s', (file, traits) => {
  const text = workflow(traits);
  const { on, permissions, concurrency, jobs } = read(text);
  const all = Object.entries(jobs);
  const ours = all.flatMap(([, { steps }]) => steps.filter(isOurs));

  it('is what is committed, and linted', async () => {
    expect(await committed(file, text)).toBe(text);
  });

  it('gives no right but to the last job, and each with its reason', () => {
    expect(permissions).toEqual({});
    const writing = all.filter(([, job]) => Object.values(job.permissions).includes('write'));
    expect(writing.map(([id]) => id)).toEqual([all.at(-1)?.[0]]);
    expect(all.filter(([, { environment }]) => environment !== undefined).map(([id]) => id)).toEqual(
      writing.map(([id]) => id),
    );
    for (const line of text.split('\n').filter((each) => /^ +[a-z-]+: (?:read|write)\b/.test(each)))
      expect(line).toMatch(/ # to \w/);
  });

  it('builds nothing beside those rights, where the forge can hand files on', () => {
    const last = ours.at(-1)?.with ?? {};
    expect(last.phase).toBe(traits.forge.isHome ? 'publish' : undefined);
  });

  it('takes identities only where an index does', () => {
    const takes = trustingIndexes(traits).length > 0;
    expect(all.at(-1)?.[1].permissions['id-token']).toBe(takes ? 'write' : undefined);
  });

  it('ends a job that hangs, and drops no release that has begun', () => {
    expect(all.filter(([, job]) => !(job['timeout-minutes'] > 0))).toEqual([]);
    expect(concurrency['cancel-in-progress']).toBe(false);
    expect(concurrency.group).toMatch(/github\.workflow .*github\.ref /);
  });

  it('pins every action of others to a commit, with the version beside it', () => {
    for (const line of text.split('\n').filter((each) => each.includes('uses: actions/')))
      expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('leaves no credential in a checkout', () => {
    const checkouts = all.flatMap(([, { steps }]) =>
      steps.filter(({ uses }) => uses?.includes('/checkout@')),
    );
    expect(checkouts.length).toBe(all.length);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('gives the action inputs that it has, of values that it takes', () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const given of ours.map(givenOnTag)) {
      expect(Object.keys(given).filter((name) => !INPUT_NAMES.includes(name))).toEqual([]);
      expect(parsedInputs(given, {}).faults).toEqual([]);
    }
  });

  it('asks of all jobs the same path, version and directory', () => {
    const shared = ours.map(({ with: given = {} }) => [given.path, given.bump, given['working-directory']]);
    expect(new Set(shared.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('leaves no phase of any path out, and does none twice', () => {
    for (const name of traits.paths) {
      const phases = ours.flatMap(({ with: given = {} }) =>
        selectedPhases(name, String(given.phase ?? 'all')),
      );
      expect(phases).toEqual(PATHS[name]);
    }
  });

  it('offers a path by hand, first the one of a tag', () => {
    expect(on.workflow_dispatch.inputs.path).toMatchObject({
      type: 'choice',
      options: traits.paths,
      default: traits.path,
    });
    expect(givenOnTag(ours[0] ?? {}).path).toBe(traits.path);
  });
});

describe('a workflow', () => {
  it('fetches the history where the version or the tags are asked for', () => {
    const { jobs } = read(workflow({ ...PLAIN, compiled: { isRust: false } }));
    const depths = Object.values(jobs).map(({ steps }) => steps[0]?.with?.['fetch-depth']);
    expect(depths).toEqual([undefined, 0, 0]);
  });

  it('raises the version by hand where the tags alone have it', () => {
    const { on, jobs } = read(workflow({ ...PLAIN, versionFromTags: true }));
    expect(on.workflow_dispatch.inputs.bump?.default).toBe('patch');
    const given = Object.values(jobs).map(({ steps }) => steps.find(isOurs)?.with?.bump);
    expect(given).toEqual(['${{ inputs.bump }}', '${{ inputs.bump }}']);
    expect(read(workflow(PLAIN)).on.workflow_dispatch.inputs).not.toHaveProperty('bump');
  });

  it('leaves the build of Rust to settings that are there', () => {
    const traits = { ...PLAIN, compiled: { isRust: true } };
    expect(workflow(traits)).toContain('CIBW_BEFORE_ALL_LINUX');
    expect(workflow({ ...traits, hasWheelSettings: true })).not.toContain('CIBW_');
  });

  it('holds directories and tags of any spelling as they are', () => {
    const word = fc.stringMatching(/^[\w#:'"&*!%@{}[\], .+-]{1,12}$/);
    const prefix = word.filter((each) => isTagFormat(`${each}{version}`));
    fc.assert(
      fc.property(word, prefix, (directory, given) => {
        const { on, jobs } = read(workflow({ ...PLAIN, directory, tagFormat: `${given}{version}` }));
        expect(on.push.tags).toEqual([`${given.replace(/\+|^!/g, '\\$&')}[0-9]*`]);
        for (const { steps } of Object.values(jobs)) {
          const asked = steps.find(isOurs)?.with?.['working-directory'];
          expect(asked).toBe(directory === '.' ? undefined : directory);
        }
      }),
    );
  });
});
