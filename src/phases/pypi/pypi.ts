import path from 'node:path';
import type { CoreMetadata } from '../../packaging/core-metadata.ts';
import { isOfVersion } from '../../packaging/distribution.ts';
import { compareVersions, sameVersion } from '../../packaging/version.ts';
import { versionParts } from '../../packaging/version-parts.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Described, IndexProject } from '../../ports/package-index.ts';
import type { World } from '../../ports/world.ts';
import type { ChecklistRow } from '../../release/checklist.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Build, CheckReport, Project } from '../../release/facts.ts';
import { type Fault, fault, faultsOf, Stopped } from '../../release/fault.ts';
import { hasSeveral, shares } from '../../release/packages.ts';
import { definePhase } from '../../release/phase.ts';
import { attestationFaults } from '../../upload/attestations.ts';
import { type Closing, closingFaults } from '../../upload/closing.ts';
import { credentialFaults, type Publication, publish } from '../../upload/publish.ts';
import { settleTree } from '../build/changed-files.ts';
import { open } from '../build/distributions.ts';
import { findJournal, keepsJournal } from '../journal/journal.ts';
import { keepJournal } from '../journal/keep-journal.ts';
import { lookAtLinks } from '../links.ts';
import { readProject } from '../setup/project.ts';
import { READING, type Reading } from '../setup/reading.ts';
import { installBack } from '../test-local/install-back.ts';
import { checklist, type Evidence } from './checklist.ts';
import { compareWithLast } from './last-release.ts';

type PypiWorld = Reading &
  Pick<World, 'indexes' | 'environments' | 'clock' | 'signer' | 'checkout' | 'forge' | 'web' | 'markup'>;

/** The checklist, then the upload that cannot be undone. */
export const pypi = definePhase({
  name: 'pypi',
  title: 'Publish to PyPI',
  needs: ['project', 'build'],
  wants: ['checks'],
  uses: [...READING, 'indexes', 'environments', 'clock', 'signer', 'checkout', 'forge', 'web', 'markup'],
  yields: 'upload',

  async preflight(plan, world) {
    const { files, indexes, signer, clock } = world;
    const { project, faults } = await readProject(plan, world);
    const credentials = [
      ...(await credentialFaults('pypi', plan, indexes.pypi)),
      ...(await attestationFaults('pypi', plan, signer)),
    ];
    if (project === undefined) return [...faults, ...credentials];
    const uncommitted = await uncommittedFaults(project, plan, world);
    if (plan.indexes.pypi.credential.kind === 'none') return [...credentials, ...uncommitted];
    const now = clock.now();
    const refused = shares(project, []).map((share) =>
      faultsOf(() => unreleasable({ plan, project: share.project, files, now }, project, world)),
    );
    return [...credentials, ...uncommitted, ...(await Promise.all(refused)).flat()];
  },

  async recall() {
    return undefined;
  },

  async run({ project, build, checks }, plan, world, emit) {
    await settleTree(build.changed, plan, world.files);
    const published = await goThroughChecklist({ project, build, checks }, plan, world, emit);
    for (const share of shares(project, build.distributions)) {
      const listed = published.find(({ name }) => name === share.project.normalizedName);
      const title = `Compare ${hasSeveral(project) ? `${share.project.name} ` : ''}with the last release`;
      await compareWithLast({ share, published: listed?.found, title }, plan, world, emit);
    }
    const keep: Publication['keep'] = (attestations) =>
      keepJournal({ project, build, attestations }, plan, world, emit);
    const receipt = await publish({ name: 'pypi', plan, project, build, world, emit, keep });
    if (plan.mode === 'dry-run') return receipt;
    const { distributions } = build;
    const installedBack = await installBack({
      name: 'pypi',
      plan,
      project,
      distributions,
      receipt,
      world,
      emit,
    });
    return { ...receipt, ...(installedBack === undefined ? {} : { installedBack }) };
  },
});

/** What would fail the checklist's `committed` row, told before anything is built or public. */
async function uncommittedFaults(
  project: Project,
  plan: Plan,
  { checkout }: Pick<PypiWorld, 'checkout'>,
): Promise<readonly Fault[]> {
  const evidence: Evidence = {
    ...{ plan, project, checks: undefined, build: undefined, metadata: [], changelog: undefined },
    changes: await changesOf(project, plan, checkout),
    // What the forge has is the question of the phase that tags.
    ...{ commit: undefined, published: undefined, tagged: undefined },
  };
  return failures(checklist(evidence).filter(({ id }) => id === 'committed'));
}

/**
 * A version must be above the latest of its line (`1.2`): a back-port to an older line is fine. A re-run of the same version is, too, as
 * long as the index takes what it lacks.
 */
async function unreleasable(
  seen: Omit<Closing, 'name' | 'there'>,
  release: Project,
  { indexes, forge }: Pick<PypiWorld, 'indexes' | 'forge'>,
): Promise<readonly Fault[]> {
  const { project, plan } = seen;
  const there = await indexes.pypi.project(project.normalizedName);
  const versions = there?.versions ?? [];
  if (there !== undefined && versions.some((version) => sameVersion(version, project.version))) {
    const taken = await takenFaults({ ...release, name: project.name }, plan, { there, forge });
    return taken.length > 0 ? taken : await closingFaults({ ...seen, name: 'pypi', there });
  }
  const line = lineOf(project.version);
  const higher = versions.filter(
    (version) => lineOf(version) === line && compareVersions(version, project.version) > 0,
  );
  const [latest] = higher.toSorted((one, other) => compareVersions(other, one));
  return latest === undefined
    ? []
    : [
        fault('version-behind', {
          ...{ version: project.version, index: 'pypi', latest },
          ...(hasSeveral(release) ? { project: project.name } : {}),
        }),
      ];
}

/**
 * A version on the index whose files no journal holds was not begun by this action. A pushed tag insists on its version: then the bytes
 * are compared once they are built.
 */
async function takenFaults(
  { name, version, tag }: Project,
  plan: Plan,
  { there, forge }: { readonly there: IndexProject; readonly forge: PypiWorld['forge'] },
): Promise<readonly Fault[]> {
  if (plan.version.kind === 'tag' || !plan.phases.includes('build') || !keepsJournal(plan)) return [];
  if ((await findJournal(plan, { tag }, forge)).kind === 'kept') return [];
  const files = there.files
    .map(({ filename }) => filename)
    .filter((filename) => isOfVersion(filename, version));
  const { repository } = plan.forge;
  if (files.length === 0) return [];
  return [fault('version-taken', { project: name, version, index: 'pypi', files, tag, repository })];
}

function lineOf(version: string): string | undefined {
  const parts = versionParts(version);
  return parts === undefined ? undefined : `${parts.epoch}!${parts.release[0] ?? 0}.${parts.release[1] ?? 0}`;
}

interface Known {
  readonly project: Project;
  readonly build: Build;
  readonly checks: CheckReport | undefined;
}

/** What the index has of a package, before this release. */
interface Listed {
  /** Normalised. */
  readonly name: string;
  readonly found: IndexProject | undefined;
}

/** @returns what the index has of each package, as the checklist found it */
async function goThroughChecklist(
  known: Known,
  plan: Plan,
  world: PypiWorld,
  emit: Emit,
): Promise<readonly Listed[]> {
  const { rows, published } = await step(
    emit,
    'Go through the checklist',
    async () => {
      const there = await Promise.all(
        known.project.packages.map(async ({ normalizedName: name }) => ({
          name,
          found: await world.indexes.pypi.project(name),
        })),
      );
      return { rows: checklist(await observed({ ...known, there }, plan, world)), published: there };
    },
    ({ rows: all }) => {
      const count = (verdict: string): number => all.filter((row) => row.verdict === verdict).length;
      return `${count('passed')} passed, ${count('failed')} failed, ${count('advisory') + count('allowed')} advisory, ${count('not-checked')} not checked`;
    },
  );
  emit({ kind: 'checked', rows });
  const faults = failures(rows);
  if (faults.length > 0) throw new Stopped(faults);
  return published;
}

function failures(rows: readonly ChecklistRow[]): readonly Fault[] {
  return rows
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ id, evidence, cure }) => fault('checklist-failed', { id, evidence, cure }));
}

async function observed(
  { there, ...known }: Known & { readonly there: readonly Listed[] },
  plan: Plan,
  world: PypiWorld,
): Promise<Evidence> {
  const { project, build } = known;
  const firsts = shares(project, build.distributions).flatMap(({ distributions: [first] }) => first ?? []);
  const [opened, changelog, changes, commit, tagged] = await Promise.all([
    Promise.all(firsts.map((first) => open(first, plan.packages, world.files))),
    project.changelog === undefined
      ? undefined
      : world.files.text(path.join(plan.directory, project.changelog)),
    changesOf(project, plan, world.checkout),
    asksForge(plan) ? world.forge.commits.read(plan.forge.commit) : undefined,
    asksForge(plan) ? world.forge.refs.tag(project.tag) : undefined,
  ]);
  const metadata = opened.flatMap(({ metadata: each }) => each ?? []);
  const isFirst = there.every(({ found }) => (found?.versions ?? []).length === 0);
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

async function changesOf(
  { packages }: Project,
  { packages: made, directory }: Plan,
  checkout: PypiWorld['checkout'],
): Promise<readonly string[]> {
  const products = [
    path.relative(directory, made).replaceAll('\\', '/'),
    ...packages.map((each) => path.posix.join(each.directory, 'build')),
  ];
  return (await checkout.changes()).filter((file) => !isProduct(products, file));
}

/** What the release itself puts into the tree, where the project does not ignore it. */
function isProduct(products: readonly string[], file: string): boolean {
  return (
    products.some((product) => file === product || file.startsWith(`${product}/`)) ||
    /(^|\/)[^/]+\.egg-info(\/|$)/.test(file)
  );
}
