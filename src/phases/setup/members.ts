/** Which packages below the working directory are released together, and in which order. */

import path from 'node:path';
import type { BackEnd } from '../../packaging/back-end.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { projectSource, SOURCE_FILES, type SourceTexts } from '../../packaging/project-source.ts';
import { parsedToml } from '../../packaging/pyproject.ts';
import { requirementOrder } from '../../packaging/requirement-order.ts';
import { setupRequirements } from '../../packaging/setup-requirements.ts';
import { valueAt } from '../../packaging/toml-value.ts';
import { fitsWildcards } from '../../packaging/wildcard.ts';
import { parsedMember, requiredNames, type WorkspaceMember } from '../../packaging/workspace-member.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { stop } from '../../release/fault.ts';
import { sourceTexts } from './source.ts';

/** A package that is to be released with others. */
export interface Member {
  /** Below the working directory, with `/`; `.` where it is that itself. */
  readonly directory: string;
  /** As spelled in its pyproject.toml, setup.cfg or setup.py. */
  readonly spelling: string;
  /** Normalised. */
  readonly name: string;
  readonly manifest: WorkspaceMember;
}

/** What of a plan says which packages are meant. */
type Asked = Pick<Plan, 'directory' | 'workspace' | 'members'>;

/** Packages that are released together. */
export interface Chosen {
  /** Each behind those that it requires. */
  readonly members: readonly [Member, ...Member[]];
  /** Directories of all packages of the workspace, chosen or not: they pin one another. */
  readonly neighbours: readonly string[];
}

/**
 * The packages that are released together; undefined where the project of the working directory is released by itself.
 *
 * @throws Stopped `member-invalid`, `member-unknown`, `members-private` or `members-circular`
 */
export async function chosenMembers(plan: Asked, files: Files): Promise<Chosen | undefined> {
  const root = await rootOf(plan, files);
  if (plan.members === 'auto' && (root?.workspace === undefined || !isVirtual(root))) return undefined;
  const all = await membersBelow(root, plan, files);
  const chosen = await chosenOf(all, plan, files);
  const [first, ...others] = ordered(chosen);
  // A project without [build-system] is still one: setuptools builds it (PEP 517, "Source trees").
  if (first === undefined && plan.members === 'auto' && root?.name !== undefined) return undefined;
  if (first === undefined) return withoutAny(all, plan);
  if (others.length === 0 && first.directory === '.') return undefined;
  const neighbours = [...new Set([...chosen, ...all].map(({ directory }) => directory))];
  return { members: [first, ...others], neighbours };
}

/**
 * Directories of the packages that are released together, below the working directory, with `/`; `.` alone where that is the project.
 * Throws as {@link chosenMembers} does.
 */
export async function packageDirectories(plan: Asked, files: Files): Promise<readonly string[]> {
  const chosen = await chosenMembers(plan, files);
  return chosen?.members.map(({ directory }) => directory) ?? ['.'];
}

/** uv, "Virtual projects": the root holds settings for others, and is itself for no index. */
function isVirtual({ name, isPrivate }: WorkspaceMember): boolean {
  return name === undefined || isPrivate;
}

/** What the working directory itself is; a file that is no TOML is for the reader of the project to tell. */
async function rootOf({ directory }: Asked, files: Files): Promise<WorkspaceMember | undefined> {
  const texts = await sourceTexts(directory, files);
  try {
    return memberOf(texts);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const MANIFEST = 'pyproject.toml';

/** The root, where it has a name, and the members of its workspace. */
async function membersBelow(
  root: WorkspaceMember | undefined,
  plan: Asked,
  files: Files,
): Promise<readonly Member[]> {
  const { members = [], exclude = [] } = root?.workspace ?? {};
  const [found, excluded] = await Promise.all([
    directoriesFitting(members, plan, files),
    directoriesFitting(exclude, plan, files),
  ]);
  const directories = found.filter((each) => each !== '.' && !excluded.includes(each));
  return membersIn(['.', ...directories], plan, files);
}

/** Directories with files that say what a project is, as often as they fit. */
async function directoriesFitting(
  globs: readonly string[],
  { directory }: Asked,
  files: Files,
): Promise<readonly string[]> {
  const found = await Promise.all(
    globs.map((glob) => files.glob(directory, path.posix.join(glob, `{${SOURCE_FILES}}`))),
  );
  return found.flat().map((file) => path.posix.dirname(file));
}

async function membersIn(
  directories: readonly string[],
  plan: Asked,
  files: Files,
): Promise<readonly Member[]> {
  const read = [...new Set(directories)].map(async (directory): Promise<readonly Member[]> => {
    const texts = await sourceTexts(path.join(plan.directory, directory), files);
    const manifest = sound(path.posix.join(directory, MANIFEST), texts);
    const { name: spelling } = manifest;
    if (spelling !== undefined) return [{ directory, spelling, name: normalizedName(spelling), manifest }];
    if (directory === '.' || !isPackage(texts)) return [];
    return stop('member-invalid', { file: directory, problem: 'its name is in no file that can be read' });
  });
  return (await Promise.all(read)).flat();
}

function sound(file: string, texts: SourceTexts): WorkspaceMember {
  try {
    return memberOf(texts);
  } catch (error) {
    if (error instanceof SyntaxError) stop('member-invalid', { file, problem: error.message });
    throw error;
  }
}

/** What only setup.cfg or setup.py names, uv takes for no member of a workspace, and has no rule for. */
function memberOf(texts: SourceTexts): WorkspaceMember {
  const { name, backEnd } = projectSource(texts);
  const manifest = withSetup(parsedMember(texts[MANIFEST] ?? ''), backEnd, texts);
  return manifest.name === undefined && name !== undefined
    ? { ...manifest, name, isPrivate: false }
    : manifest;
}

/** setuptools has requirements from setup.cfg and setup.py where pyproject.toml leaves them open. */
function withSetup(manifest: WorkspaceMember, { name }: BackEnd, texts: SourceTexts): WorkspaceMember {
  if (name !== 'setuptools' || !manifest.isOpen) return manifest;
  const { requires, mayRequire } = setupRequirements(texts['setup.cfg'], texts['setup.py']);
  return {
    ...manifest,
    requires: [...manifest.requires, ...requiredNames(requires)],
    mayRequire: [...manifest.mayRequire, ...requiredNames(mayRequire)],
  };
}

/** Files of settings alone make no package. */
function isPackage(texts: SourceTexts): boolean {
  return (
    texts['setup.py'] !== undefined ||
    valueAt(parsedToml(texts[MANIFEST] ?? ''), ['build-system']) !== undefined
  );
}

async function chosenOf(all: readonly Member[], plan: Asked, files: Files): Promise<readonly Member[]> {
  const forIndex = all.filter(({ manifest }) => !manifest.isPrivate);
  if (plan.members === 'auto' || plan.members === 'all') return forIndex;
  const chosen = plan.members.map(async (entry) => {
    const found =
      entry.includes('/') || entry === '.' ? await byDirectory(entry, plan, files) : byName(entry, all);
    return found.length > 0
      ? found
      : stop('member-unknown', { entry, known: all.map(({ spelling }) => spelling) });
  });
  const members = (await Promise.all(chosen)).flat();
  return members.filter(
    ({ directory }, at) => members.findIndex((each) => each.directory === directory) === at,
  );
}

/** Packages of a repository need no workspace to be released together. */
async function byDirectory(entry: string, plan: Asked, files: Files): Promise<readonly Member[]> {
  const found = await membersIn(await directoriesFitting([entry], plan, files), plan, files);
  return isGlob(entry) ? found.filter(({ manifest }) => !manifest.isPrivate) : found;
}

function byName(entry: string, all: readonly Member[]): readonly Member[] {
  const pattern = normalizedName(entry);
  return all.filter(
    ({ name, manifest }) => fitsWildcards(name, pattern) && !(isGlob(entry) && manifest.isPrivate),
  );
}

/** What is named outright is wanted; what a glob happens to fit is not, where it says that it is for no index. */
function isGlob(entry: string): boolean {
  return /[*?[{]/.test(entry);
}

/** By all that they require; where extras lead in a circle, as they may, by what they cannot do without. */
function ordered(members: readonly Member[]): readonly Member[] {
  const orders = [
    (each: Member) => [...each.manifest.requires, ...each.manifest.mayRequire],
    (each: Member) => each.manifest.requires,
  ].map((requires) =>
    requirementOrder(members.map((member) => ({ member, name: member.name, requires: requires(member) }))),
  );
  for (const each of orders) if ('order' in each) return each.order.map(({ member }) => member);
  const circles = orders.flatMap((each) => ('circle' in each ? [each.circle] : []));
  return stop('members-circular', { circle: circles.at(-1) ?? [] });
}

function withoutAny(all: readonly Member[], { workspace, directory }: Asked): never {
  const known = all.map(({ spelling }) => spelling);
  stop('members-private', { directory: path.relative(workspace, directory) || '.', known });
}
