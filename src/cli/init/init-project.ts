/** Reads a project as the action does, for all that its release workflow depends on. */

import path from 'node:path';
import { compiledParts } from '../../packaging/compiled-parts.ts';
import type { ProjectSource } from '../../packaging/project-source.ts';
import { parsedToml } from '../../packaging/pyproject.ts';
import { pythonOtherThanTheRunners } from '../../packaging/python-range.ts';
import { valueAt } from '../../packaging/toml-value.ts';
import { changelogFile } from '../../phases/setup/changelog-file.ts';
import { chosenMembers, type Member } from '../../phases/setup/members.ts';
import { unsettledProject } from '../../phases/setup/project.ts';
import { leadOf } from '../../phases/setup/together.ts';
import { foreignForge } from '../../plan/home-forge.ts';
import { indexOfDomain, triesInPublic } from '../../plan/known-indexes.ts';
import type { IndexPlan, Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { Stopped } from '../../release/fault.ts';
import type { OpenedProject } from '../opened-project.ts';
import type { ForgeAddress } from './forge-address.ts';
import { indexesOn, type WorkflowTraits } from './workflow-traits.ts';

/** What was read of a project. */
export interface InitProject {
  /** Names of the packages that are released, as spelled; the one that stands for all first. */
  readonly names: readonly [string, ...string[]];
  /** Below the directory of the project, or of the package that stands for all; undefined where there is none. */
  readonly changelog: string | undefined;
  /** Why its tags have their form, as the end of a sentence. */
  readonly tagReason: string;
  /** What shows that there are compiled parts; undefined where there are none. */
  readonly compiledBecause: string | undefined;
  readonly traits: Omit<WorkflowTraits, 'action' | 'suffix' | 'directory'>;
}

/**
 * Reads the project, or the packages that are released as one.
 *
 * @throws Stopped what keeps it from being read, such as `pyproject-missing`, `pyproject-invalid` or `project-name-missing`
 */
export async function initProject(
  { plan: opened, inputs, world }: OpenedProject,
  { host, owner, name: repository }: ForgeAddress,
): Promise<InitProject> {
  const { files } = world;
  const plan = { ...opened, forge: { ...opened.forge, repository: `${owner}/${repository}` } };
  const members = (await chosenMembers(plan, files))?.members;
  const lead = members && leadOf(members, plan);
  const own = lead === undefined ? plan : { ...plan, directory: path.join(plan.directory, lead.directory) };
  const { source, name, tagging, isFromTags } = await unsettledProject(own, world);
  const changelog = (lead && (await changelogIn(plan, files, name))) ?? (await changelogIn(own, files, name));
  const documents = await documentsOf(own, files);
  const compiled = compiledParts({ ...documents, backEnd: source.backEnd });
  const isHome = foreignForge(`https://${host}`) === undefined;
  const paths = pathsFor(inputs);
  return {
    names: [name, ...others(members, lead)],
    changelog,
    tagReason: tagging.reason,
    compiledBecause: compiled?.because,
    traits: {
      forge: { isHome },
      tagFormat: tagging.format,
      path: paths.includes(plan.path) ? plan.path : 'B',
      paths,
      versionFromTags: isFromTags,
      // One matrix builds one package.
      compiled: members === undefined ? compiled : undefined,
      sdistCommand: sdistCommand(own),
      carriesFiles: inputs.handover === 'files',
      hasWheelSettings: valueAt(documents.document, ['tool', 'cibuildwheel']) !== undefined,
      hasSubmodules: (await files.text(path.join(plan.workspace, '.gitmodules'))) !== undefined,
      python: plan.toolchain.python === undefined ? await otherPython(source, own, files) : undefined,
      tokens: indexesOn(paths).filter((index) => wantsToken(plan.indexes[index], isHome)),
      opensDiscussion: plan.forge.discussionCategory !== undefined,
    },
  };
}

function others(members: readonly Member[] = [], lead: Member | undefined): readonly string[] {
  return members.filter((each) => each !== lead).map(({ spelling }) => spelling);
}

/** That of the working directory counts before that of the package that stands for all. */
async function changelogIn(plan: Plan, files: Files, name: string): Promise<string | undefined> {
  const found = await changelogFile(plan, files, { name, version: undefined });
  if (typeof found === 'object') throw new Stopped([found]);
  return found;
}

async function documentsOf({ directory }: Plan, files: Files) {
  const text = (file: string) => files.text(path.join(directory, file));
  return { document: parsedToml((await text('pyproject.toml')) ?? ''), setupPy: await text('setup.py') };
}

/** uv reads `.python-version` by itself. */
async function otherPython(
  { requiresPython }: ProjectSource,
  { directory, workspace }: Plan,
  files: Files,
): Promise<string | undefined> {
  const pins = [directory, workspace].map((level) => files.text(path.join(level, '.python-version')));
  const isPinned = (await Promise.all(pins)).some((text) => text !== undefined);
  return isPinned ? undefined : pythonOtherThanTheRunners(requiresPython);
}

/** What is for an index of one's own is not tried in public: it goes without the path that tries it. */
function pathsFor(inputs: Parameters<typeof triesInPublic>[0]): WorkflowTraits['paths'] {
  return triesInPublic(inputs) ? ['B', 'C'] : ['A', 'B', 'C'];
}

/** The command alone says what is built and where: none of the settings of a build reaches it by itself. */
function sdistCommand({ commands, directory, packages }: Plan): string | undefined {
  if (commands.build !== undefined) return undefined;
  const place = path.relative(directory, packages).split(path.sep).join('/');
  return [
    'uv build --sdist',
    ...(place === 'dist' ? [] : [`--out-dir ${shellWord(place)}`]),
    ...commands.configSettings.map((setting) => `--config-setting=${shellWord(setting)}`),
  ].join(' ');
}

function shellWord(text: string): string {
  return /^[\w./=:,+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Only the two public indexes take identities, and those of jobs on github.com alone. */
function wantsToken({ domain }: IndexPlan, isHome: boolean): boolean {
  return !isHome || indexOfDomain(domain) === undefined;
}
