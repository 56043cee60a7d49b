import { sha256Hex } from '../../packaging/digest.ts';
import type { ForgeAsset, ForgeRelease, ReleaseFields, Releases } from '../../ports/forge.ts';
import { stop } from '../../release/fault.ts';
import { detailsOf, forgeFailure, isRequestError, type RequestError } from './errors.ts';
import type { ForgeCalls, Octokit, RepositoryName } from './octokit.ts';

type RawRelease = Awaited<ReturnType<Octokit['rest']['repos']['getRelease']>>['data'];
type RawAsset = RawRelease['assets'][number];

const PAGE = 100;
const MEDIA_TYPES: readonly (readonly [suffix: string, type: string])[] = [
  ['.whl', 'application/zip'],
  ['.zip', 'application/zip'],
  ['.gz', 'application/gzip'],
  ['.json', 'application/json'],
  ['.attestation', 'application/json'],
  ['.txt', 'text/plain'],
  ['.md', 'text/plain'],
  ['SHA256SUMS', 'text/plain'],
];

/** Releases and their files. */
export function createReleases(calls: ForgeCalls, named: RepositoryName): Releases {
  // The list may lag behind a release that was just made, so those of this run are asked for by their ids.
  const made = new Map<number, string>();
  return {
    async find(tag) {
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
    },
    async save(fields, id) {
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
    },
    attach: (release, asset) => attached(calls, named, release, asset),
    async detach({ id, name }) {
      // A file that is gone already is what was asked for.
      await calls.find(`Taking ${name} off the release`, ({ rest }) =>
        rest.repos.deleteReleaseAsset({ ...named, asset_id: id }),
      );
    },
    async download({ id, name }) {
      return calls.call(`Reading ${name} from the release`, async ({ rest }) => {
        const { data } = await rest.repos.getReleaseAsset({
          ...named,
          asset_id: id,
          headers: { accept: 'application/octet-stream' },
          // Left to itself octokit reads a file that is served as JSON, and gives what it read.
          request: { parseSuccessResponseBody: false },
        });
        return new Uint8Array(await new Response(data as unknown as ReadableStream).arrayBuffer());
      });
    },
    async generatedNotes(tag, commit) {
      const { data } = await calls.call(`Having notes written for ${tag}`, ({ rest }) =>
        rest.repos.generateReleaseNotes({ ...named, tag_name: tag, target_commitish: commit }),
      );
      return data.body;
    },
  };
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

/** Puts a file on a release; where one of its name is there, their bytes decide. */
async function attached(
  calls: ForgeCalls,
  named: RepositoryName,
  release: ForgeRelease,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<ForgeAsset> {
  const operation = `Putting ${name} on the release ${release.tag}`;
  // The address is a template of RFC 6570. A `+` in a name would be read as a blank, were it not escaped.
  const url = `${release.uploadUrl.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`;
  const headers = { 'content-type': mediaType(name) };
  const answer = await calls.attempt(operation, [422], (octokit) =>
    octokit.request({ method: 'POST', url, headers, data: Buffer.from(content) }),
  );
  if (!isRequestError(answer)) return assetOf(answer.data as RawAsset);
  if (!detailsOf(answer).some(({ code, field }) => code === 'already_exists' && field === 'name'))
    throw forgeFailure(operation, answer, 1);
  const { data } = await calls.call(operation, ({ rest }) =>
    rest.repos.getRelease({ ...named, release_id: release.id }),
  );
  const theirs = data.assets.map(assetOf).find((asset) => asset.name === name);
  const ours = sha256Hex(content);
  if (theirs?.complete && theirs.sha256 === ours) return theirs;
  if (theirs?.complete)
    stop('release-conflict', {
      asset: name,
      tag: release.tag,
      ours,
      theirs: theirs.sha256 ?? 'an unknown digest',
    });
  // An upload of that name began and its bytes never landed: looking again shows it, and it can be taken off.
  return stop(
    'forge-trouble',
    { operation, attempts: 1, last: 'an upload of that name did not come to its end' },
    { cause: answer },
  );
}

function mediaType(name: string): string {
  return MEDIA_TYPES.find(([suffix]) => name.endsWith(suffix))?.[1] ?? 'application/octet-stream';
}

function releaseOf(raw: RawRelease): ForgeRelease {
  return {
    id: raw.id,
    tag: raw.tag_name,
    draft: raw.draft,
    prerelease: raw.prerelease,
    name: raw.name ?? '',
    notes: raw.body ?? '',
    url: raw.html_url,
    uploadUrl: raw.upload_url,
    assets: raw.assets.map(assetOf),
  };
}

function assetOf(raw: RawAsset): ForgeAsset {
  const sha256 = /^sha256:(?<digest>[0-9a-f]{64})$/.exec(raw.digest ?? '')?.groups?.digest;
  // Anything but `uploaded` is an upload that broke off (`starter`, `open`).
  return { id: raw.id, name: raw.name, complete: raw.state === 'uploaded', sha256 };
}
