/** `init`: writes the release workflow of a project, and says what is to be entered where before it can run. */

import { mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { normalizedName } from '../packaging/project-name.ts';
import type { Files } from '../ports/files.ts';
import { Stopped, stop } from '../release/fault.ts';
import { advice } from './init/advice.ts';
import type { ForgeAddress } from './init/forge-address.ts';
import { type GitPlace, gitPlace } from './init/git-place.ts';
import { type InitProject, initProject } from './init/init-project.ts';
import { ownReference } from './init/own-reference.ts';
import { ownWorkflow } from './init/own-workflows.ts';
import { publishingWorkflows } from './init/publishing-workflows.ts';
import { workflow } from './init/workflow.ts';
import type { WorkflowTraits } from './init/workflow-traits.ts';
import { gitIn } from './local-git.ts';
import { type OpenedProject, openedWithSettings } from './opened-project.ts';
import { actionDirectory } from './places.ts';
import type { Print } from './screen.ts';
import { UsageError } from './usage-error.ts';

const WORKFLOWS = '.github/workflows';
const FILE = 'release.yml';

/** Where a repository has no remote on a forge. */
const PLACEHOLDER: ForgeAddress = { host: 'github.com', owner: 'OWNER', name: 'REPOSITORY' };

/**
 * Writes the workflow, and never over another one.
 *
 * @returns the exit code: 0 where the workflow is there as it should be
 * @throws UsageError where there is no such directory
 */
export async function init(given: string, print: Print): Promise<number> {
  const found = await stat(given).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new UsageError(`--project is ${given}. There is no such directory.`);
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-init-'));
  try {
    return await initIn(scratch, await realpath(given), print);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    for (const { title, finding, remedy } of error.faults) print(`${title}: ${finding} ${remedy}`);
    return 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function initIn(scratch: string, directory: string, print: Print): Promise<number> {
  const place = (await gitPlace(directory)) ?? stop('repository-missing', { directory });
  const workspace = place.top;
  const opened = await openedWithSettings({ workspace, directory, scratch });
  const forge = place.forge ?? PLACEHOLDER;
  const project = await initProject(opened, forge);
  const { files } = opened.world;
  const below = path.relative(workspace, directory).split(path.sep).join('/') || '.';
  const texts = await workflowTexts(workspace, files);
  const file = fileFor(below, project, texts);
  const traits: WorkflowTraits = {
    ...project.traits,
    action: await ownReference(actionDirectory(), process.env.PYPI_RELEASE_VERSION ?? '1', forge.host),
    directory: below,
    suffix: file === FILE ? '' : normalizedName(project.names[0]),
  };
  const name = `${WORKFLOWS}/${file}`;
  const written = { name, text: workflow(traits), there: texts[name] };
  const isThere = await write(written, { files, workspace, scratch, print });
  if (!isThere) return 1;
  const others = Object.fromEntries(Object.entries(texts).filter(([each]) => each !== name));
  print('');
  print(advice(advisedOf({ place, forge, project, traits, file, others, opened })));
  return 0;
}

/** The workflows that are there, by name below the top. */
async function workflowTexts(workspace: string, files: Files): Promise<Readonly<Record<string, string>>> {
  const names = (await files.list(path.join(workspace, WORKFLOWS))) ?? [];
  const texts = names
    .filter((name) => /\.ya?ml$/.test(name))
    .map(async (name) => {
      const file = `${WORKFLOWS}/${name}`;
      return [file, (await files.text(path.join(workspace, file))) ?? ''] as const;
    });
  return Object.fromEntries(await Promise.all(texts));
}

/** The usual name is left to another project that has it, and to whatever releases the top where this project lies below. */
function fileFor(below: string, { names }: InitProject, texts: Readonly<Record<string, string>>): string {
  const usual = texts[`${WORKFLOWS}/${FILE}`];
  if (usual === undefined) return FILE;
  const released = ownWorkflow(usual)?.directories ?? ['.'];
  return released.includes(below) ? FILE : `release-${normalizedName(names[0])}.yml`;
}

interface Written {
  /** Below the top. */
  readonly name: string;
  readonly text: string;
  /** What is there now. */
  readonly there: string | undefined;
}

interface Desk {
  readonly files: Files;
  readonly workspace: string;
  readonly scratch: string;
  readonly print: Print;
}

/** Gives whether the file is there as it should be. */
async function write(
  { name, text, there }: Written,
  { files, workspace, scratch, print }: Desk,
): Promise<boolean> {
  if (there?.replaceAll('\r\n', '\n') === text) {
    print(`${name} is there already, as it would be written.`);
    return true;
  }
  if (there === undefined) {
    await files.write(path.join(workspace, name), text);
    print(`Written: ${name}`);
    return true;
  }
  const wanted = path.join(scratch, path.basename(name));
  await files.write(wanted, text);
  const { run } = gitIn(workspace);
  const { stdout } = await run(['diff', '--no-index', '--no-color', '--no-ext-diff', '--', name, wanted]);
  print(`${name} is there, and is not overwritten. What would be written differs by:\n`);
  print(stdout.replace(/^(?:diff|index|---|\+\+\+) .*\n/gm, '').trimEnd());
  print(`\nChange the file by hand, or remove it and run this again.`);
  return false;
}

interface Told {
  readonly place: GitPlace;
  readonly forge: ForgeAddress;
  readonly project: InitProject;
  readonly traits: WorkflowTraits;
  readonly file: string;
  readonly others: Readonly<Record<string, string>>;
  readonly opened: OpenedProject;
}

function advisedOf({ place, forge, project, traits, file, others, opened }: Told) {
  const cli = asWord(path.relative('.', path.join(actionDirectory(), 'dist', 'cli.js')));
  const { directory, indexes, commands } = opened.plan;
  const where = asWord(path.relative('.', directory) || '.');
  return {
    project,
    traits,
    file,
    forge,
    isKnown: place.forge !== undefined,
    branch: place.branch,
    indexes,
    commands,
    others: publishingWorkflows(others),
    rehearsal: `node ${cli} rehearse --project ${where}`,
  };
}

/** One word to a shell. */
function asWord(name: string): string {
  return /[^\w.,:/\\+-]/.test(name) ? `"${name}"` : name;
}
