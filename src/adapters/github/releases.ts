import type { Clock } from '../../ports/clock.ts';
import type { ForgeRelease, ReleaseFields, Releases } from '../../ports/forge.ts';
import { Stopped, stop } from '../../release/fault.ts';
import { isRequestError, type RequestError } from './errors.ts';
import type { ForgeCalls, Octokit, RepositoryName } from './octokit.ts';
import { assetOf } from './release-assets.ts';

type RawRelease = Awaited<ReturnType<Octokit['rest']['repos']['getRelease']>>['data'];

const PAGE = 100;
/** Milliseconds to wait before each further look for a draft whose making was not answered: the list lags by seconds. */
const LIST_LAG: readonly number[] = [1_000, 2_000, 4_000, 8_000];

/** Releases; a draft that this run has made is known to it although the list lags. */
export function createReleases(calls: ForgeCalls, named: RepositoryName, clock: Clock): Releases {
  const made = new Map<number, string>();
  const find: Releases['find'] = async (tag) => {
    const operation = `Looking for releases of ${tag}`;
    const published = await calls.find(operation, ({ rest }) =>
      rest.repos.getReleaseByTag({ ...named, tag }),
    );
    const listed = await calls.call(operation, (octokit) => listedReleases(octokit, named, tag));
    const ids = [...made].filter(([, each]) => each === tag).map(([id]) => id);
    const remembered = await Promise.all(
      ids.map((release_id) =>
        calls.find(operation, ({ rest }) => rest.repos.getRelease({ ...named, release_id })),
      ),
    );
    // A later answer about the same release wins: asked by its id, it never lags.
    const found = [...listed, ...[published, ...remembered].flatMap((answer) => answer?.data ?? [])];
    return [...new Map(found.map((release) => [release.id, releaseOf(release)])).values()];
  };
  const saved = async (fields: ReleaseFields, id: number | undefined): Promise<ForgeRelease> => {
    const operation =
      id === undefined ? `Making the release ${fields.tag}` : `Changing the release ${fields.tag}`;
    const body = requestOf(fields);
    const answer = await calls.attempt(operation, [404], async ({ rest }): Promise<RawRelease> => {
      if (id === undefined) return (await rest.repos.createRelease({ ...named, ...body })).data;
      return (await rest.repos.updateRelease({ ...named, ...body, release_id: id })).data;
    });
    if (isRequestError(answer)) return refuseHidden(operation, answer);
    made.set(answer.id, fields.tag);
    return releaseOf(answer);
  };
  return {
    find,
    async save(fields, id) {
      try {
        return await saved(fields, id);
      } catch (failure) {
        const draft = id === undefined ? await madeAllTheSame(failure, fields, { find, clock }) : undefined;
        if (draft === undefined) throw failure;
        return draft;
      }
    },
    async annotate({ id, tag }, notes) {
      await calls.call(`Changing the notes of ${tag}`, ({ rest }) =>
        rest.repos.updateRelease({ ...named, release_id: id, body: notes }),
      );
    },
    async discard({ id, tag }) {
      await calls.find(`Discarding a draft of ${tag}`, ({ rest }) =>
        rest.repos.deleteRelease({ ...named, release_id: id }),
      );
      made.delete(id);
    },
    async generatedNotes(tag, commit, previous) {
      const { data } = await calls.call(`Having notes written for ${tag}`, ({ rest }) =>
        rest.repos.generateReleaseNotes({
          ...named,
          tag_name: tag,
          target_commitish: commit,
          ...(previous === undefined ? {} : { previous_tag_name: previous }),
        }),
      );
      return data.body;
    },
  };
}

/** A draft may stand although its making was answered by trouble; making it again would leave two. */
async function madeAllTheSame(
  failure: unknown,
  { tag, notes }: ReleaseFields,
  { find, clock }: Pick<Releases, 'find'> & { readonly clock: Clock },
): Promise<ForgeRelease | undefined> {
  const isTrouble = failure instanceof Stopped && failure.faults.every(({ blame }) => blame === 'world');
  for (const pause of isTrouble ? LIST_LAG : []) {
    await clock.sleep(pause);
    const draft = (await find(tag)).find((each) => each.draft && each.notes === notes);
    if (draft !== undefined) return draft;
  }
  return undefined;
}

/** Drafts are found in the list alone: the address by tag never shows them. */
async function listedReleases(
  octokit: Octokit,
  named: RepositoryName,
  tag: string,
): Promise<readonly RawRelease[]> {
  return octokit.paginate(octokit.rest.repos.listReleases, { ...named, per_page: PAGE }, ({ data }) =>
    data.filter((release) => release.tag_name === tag),
  );
}

function requestOf({
  tag,
  commit,
  name,
  notes,
  draft,
  prerelease,
  latest,
  discussionCategory,
}: ReleaseFields) {
  const latestAs = latest ? ('true' as const) : ('false' as const);
  return {
    tag_name: tag,
    target_commitish: commit,
    name,
    body: notes,
    draft,
    prerelease,
    // Both are decided when the release is published; a draft or a prerelease can never be the latest.
    ...(draft || prerelease || latest === undefined ? {} : { make_latest: latestAs }),
    ...(draft || discussionCategory === undefined ? {} : { discussion_category_name: discussionCategory }),
  };
}

/** The forge answers 404 to a release that it will not make, so that a token learns nothing of what it may not see. */
function refuseHidden(operation: string, error: RequestError): never {
  const causes = [
    'the token lacks `contents: write`',
    'the commit changes workflow files against the default branch, which the job’s own token may not release',
    'the discussion-category does not exist',
  ];
  const remedy = `One of these is so: ${causes.join('; ')}. For the second, merge the commit into the default branch first, or give the token of an app that has the workflows permission.`;
  return stop(
    'forge-refused',
    { operation, status: error.status, message: 'Not Found', remedy },
    { cause: error },
  );
}

function releaseOf(raw: RawRelease): ForgeRelease {
  return {
    id: raw.id,
    tag: raw.tag_name,
    draft: raw.draft,
    prerelease: raw.prerelease,
    immutable: raw.immutable === true,
    name: raw.name ?? '',
    notes: raw.body ?? '',
    url: raw.html_url,
    uploadUrl: raw.upload_url,
    assets: raw.assets.map(assetOf),
  };
}
