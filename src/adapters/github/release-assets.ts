import { sha256Hex } from '../../packaging/digest.ts';
import type { ForgeAsset, ForgeRelease, ReleaseAssets } from '../../ports/forge.ts';
import { stop } from '../../release/fault.ts';
import { detailsOf, forgeFailure, isRequestError } from './errors.ts';
import type { ForgeCalls, Octokit, RepositoryName } from './octokit.ts';

type RawAsset = Awaited<ReturnType<Octokit['rest']['repos']['getRelease']>>['data']['assets'][number];

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

/** Files on releases. `attach` throws release-conflict and release-immutable, beside what every call does. */
export function createReleaseAssets(calls: ForgeCalls, named: RepositoryName): ReleaseAssets {
  return {
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
  };
}

/** A file as the API tells it. */
export function assetOf(raw: RawAsset): ForgeAsset {
  const sha256 = /^sha256:(?<digest>[0-9a-f]{64})$/.exec(raw.digest ?? '')?.groups?.digest;
  // Anything but `uploaded` is an upload that broke off (`starter`, `open`).
  return { id: raw.id, name: raw.name, complete: raw.state === 'uploaded', sha256 };
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
