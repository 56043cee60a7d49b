/** The release state machine: what publishing checks and does (project facts 1.5). */
import { notFound, type ValidationError, validationFailed } from './errors.ts';
import { isRefName, objectBytes, peeled, readRef, setRef } from './git.ts';
import { parseCommit } from './object-text.ts';
import { rulesAgainst } from './rulesets.ts';
import { amendRelease, type Forge, type StoredRelease } from './state.ts';

export type MakeLatest = 'true' | 'false' | 'legacy';

/** Another release, already published, of the same tag. */
export function publishedOf(forge: Forge, tag: string): StoredRelease | undefined {
  return [...forge.state.releases.values()].find((release) => !release.draft && release.tag === tag);
}

/** The commit a release of `tag` is of: the tag's where it exists, else the target's. Raises 422 for neither. */
export async function releaseCommit(forge: Forge, tag: string, target: string): Promise<string> {
  const tagged = await peeled(forge.git, `refs/tags/${tag}`);
  if (tagged !== undefined) return tagged;
  const branch = target === '' ? forge.defaultBranch : target.replace(/^refs\/heads\//, '');
  const commit =
    (await peeled(forge.git, `refs/heads/${branch}`)) ??
    (/^[0-9a-f]{40}$/.test(target) ? await peeled(forge.git, target) : undefined);
  if (commit === undefined) throw validationFailed(wrong('invalid', 'target_commitish'));
  return commit;
}

/** The date of a commit, by which releases are ordered. */
export async function commitDate(forge: Forge, commit: string): Promise<Date> {
  const bytes = await objectBytes(forge.git, commit, 'commit');
  return bytes === undefined ? forge.now() : new Date(parseCommit(bytes.toString()).committer.date);
}

/** Refuses (422) a tag name that git would not take. */
export async function checkTagName(forge: Forge, tag: string): Promise<void> {
  if (tag !== '' && (await isRefName(forge.git, `refs/tags/${tag}`))) return;
  throw validationFailed(
    { ...wrong('custom', 'tag_name'), message: 'tag_name is not well-formed' },
    { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' },
  );
}

/** Publishes a release that is a draft, or was never stored: checks, makes the tag, freezes, marks the latest. */
export async function publish(
  forge: Forge,
  release: StoredRelease,
  latest: MakeLatest,
): Promise<StoredRelease> {
  requireFreeTag(forge, release);
  const commit = await releaseCommit(forge, release.tag, release.target);
  await makeTag(forge, release.tag, commit);
  const createdAt = await commitDate(forge, commit);
  // Again, with nothing awaited from here on: another release may have been published meanwhile.
  requireFreeTag(forge, release);
  const immutable = forge.flags.has('immutable-releases');
  if (immutable) forge.state.burntTags.add(release.tag);
  const change = { draft: false, immutable, createdAt, publishedAt: forge.now() };
  const published = amendRelease(forge, release, change);
  markLatest(forge, published, latest);
  return published;
}

function requireFreeTag(forge: Forge, release: StoredRelease): void {
  const other = publishedOf(forge, release.tag);
  if (other !== undefined && other.id !== release.id) {
    throw validationFailed(wrong('already_exists', 'tag_name'));
  }
  if (other === undefined && forge.state.burntTags.has(release.tag)) {
    const message = 'tag_name was used by an immutable release';
    throw validationFailed({ ...wrong('custom', 'tag_name'), message });
  }
}

/** Applies `make_latest`. Drafts and pre-releases are never the latest. */
export function markLatest(forge: Forge, release: StoredRelease, latest: MakeLatest): void {
  if (release.draft || release.prerelease || latest === 'false') return;
  const current = latestRelease(forge);
  if (latest === 'legacy' && current !== undefined && current.createdAt > release.createdAt) return;
  forge.state.latest = release.id;
}

/** The latest release: the marked one, else the newest by commit date. */
export function latestRelease(forge: Forge): StoredRelease | undefined {
  const candidates = [...forge.state.releases.values()].filter(
    ({ draft, prerelease }) => !draft && !prerelease,
  );
  const marked = candidates.find((release) => release.id === forge.state.latest);
  return marked ?? candidates.sort(newestFirst)[0];
}

/** The order of lists. */
export function newestFirst(a: StoredRelease, b: StoredRelease): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id;
}

/** With the `workflow-guard` flag: 404 for a commit that adds or changes a workflow against the default branch (docs). */
export async function guardWorkflows(forge: Forge, commit: string): Promise<void> {
  if (!forge.flags.has('workflow-guard')) return;
  const paths = [`refs/heads/${forge.defaultBranch}`, commit];
  const differs = await forge.git([
    'diff',
    '--name-only',
    '--diff-filter=d',
    ...paths,
    '--',
    '.github/workflows',
  ]);
  if (differs.length > 0) throw notFound();
}

async function makeTag(forge: Forge, tag: string, commit: string): Promise<void> {
  const ref = `refs/tags/${tag}`;
  if ((await readRef(forge.git, ref)) !== undefined) return;
  const said = rulesAgainst(forge, ref, 'creation');
  if (said !== undefined) {
    throw validationFailed(
      { ...wrong('custom', 'pre_receive'), message: `pre_receive ${said}` },
      { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' },
    );
  }
  if (await setRef(forge.git, ref, commit, undefined)) return;
  // A tag made in the meantime wins, as one that was there from the start would.
  if ((await peeled(forge.git, ref)) !== undefined) return;
  throw validationFailed({
    resource: 'Release',
    code: 'custom',
    message: 'Published releases must have a valid tag',
  });
}

function wrong(code: ValidationError['code'], field: string): ValidationError {
  return { resource: 'Release', code, field };
}
