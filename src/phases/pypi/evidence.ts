/** What the checklist judges: gathered from the checkout, the distributions, the index and the forge. */

import path from 'node:path';
import type { CoreMetadata } from '../../packaging/core-metadata.ts';
import { sameVersion } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Described, IndexProject } from '../../ports/package-index.ts';
import type { World } from '../../ports/world.ts';
import type { Build, CheckReport, Project } from '../../release/facts.ts';
import { lookAtLinks } from '../links.ts';
import { builtMetadata } from '../opened-distribution.ts';
import type { Evidence } from './checklist.ts';

type EvidenceWorld = Pick<World, 'files' | 'checkout' | 'clock' | 'forge' | 'web' | 'markup'>;

/** What the release knows by now. */
export interface Known {
  readonly project: Project;
  readonly build: Build;
  readonly checks: CheckReport | undefined;
}

/** What the index has of a package, before this release. */
export interface Listed {
  /** Normalised. */
  readonly name: string;
  readonly found: IndexProject | undefined;
}

/** The evidence on the brink of the upload. */
export async function gatheredEvidence(
  { there, ...known }: Known & { readonly there: readonly Listed[] },
  plan: Plan,
  world: EvidenceWorld,
): Promise<Evidence> {
  const { project, build } = known;
  const [built, changelog, changes, commit, tagged] = await Promise.all([
    builtMetadata(project, build.distributions, plan, world.files),
    changelogText(project, plan, world.files),
    changesOf(project, plan, world.checkout),
    asksForge(plan) ? world.forge.commits.read(plan.forge.commit) : undefined,
    asksForge(plan) ? world.forge.refs.tag(project.tag) : undefined,
  ]);
  const metadata = built.flatMap((each) => each ?? []);
  const isOwn = (version: string): boolean => sameVersion(version, project.version);
  const isFirst = there.every(({ found }) => (found?.versions ?? []).every(isOwn));
  const awaited = { names: there.map(({ name }) => name), version: project.version, isFirst };
  return {
    plan,
    ...known,
    metadata,
    links: await lookAtLinks(metadata.map(describedBy), plan, world, awaited),
    changelog,
    changes,
    published: Object.fromEntries(there.map(({ name, found }) => [name, found?.versions ?? []])),
    commit: asksForge(plan) ? (commit ?? null) : undefined,
    tagged: asksForge(plan) ? (tagged ?? null) : undefined,
  };
}

/** The evidence before anything is built, without asking any server: what fails by it fails on the brink of the upload, too. */
export async function evidenceBefore(
  project: Project,
  plan: Plan,
  { files, checkout }: Pick<EvidenceWorld, 'files' | 'checkout'>,
): Promise<Evidence> {
  const [changelog, changes] = await Promise.all([
    changelogText(project, plan, files),
    changesOf(project, plan, checkout),
  ]);
  const unknown = { checks: undefined, build: undefined, published: undefined, commit: undefined };
  return { plan, project, metadata: [], changelog, changes, ...unknown, tagged: undefined };
}

async function changelogText(
  { changelog }: Project,
  { directory }: Plan,
  files: World['files'],
): Promise<string | undefined> {
  return changelog === undefined ? undefined : files.text(path.join(directory, changelog));
}

/** What the index will tell of a distribution. */
function describedBy({ description, descriptionContentType, projectUrls, ...old }: CoreMetadata): Described {
  const { homePage, downloadUrl } = old;
  const named = [...projectUrls, ['Home-page', homePage ?? ''], ['Download-URL', downloadUrl ?? '']] as const;
  return {
    description,
    contentType: descriptionContentType,
    urls: named.filter(([, url]) => url !== ''),
  };
}

/** A job that only publishes on indexes may have no right to read the forge. */
function asksForge({ phases }: Plan): boolean {
  return phases.includes('post-publish');
}

/** Below the top of the checkout, as what the release changed is named. */
async function changesOf(
  { packages }: Project,
  { packages: made, directory }: Plan,
  checkout: World['checkout'],
): Promise<readonly string[]> {
  const prefix = await checkout.prefix();
  const products = [
    path.relative(directory, made).replaceAll('\\', '/'),
    ...packages.map((each) => path.posix.join(each.directory, 'build')),
  ];
  const changes = (await checkout.changes()).filter((file) => !isProduct(products, file));
  return changes.map((file) => path.posix.join(prefix, file));
}

/** What the release itself puts into the tree, where the project does not ignore it. */
function isProduct(products: readonly string[], file: string): boolean {
  return (
    products.some((product) => file === product || file.startsWith(`${product}/`)) ||
    /(^|\/)[^/]+\.egg-info(\/|$)/.test(file)
  );
}
