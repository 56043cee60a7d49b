/** Releases and their assets as the REST API shows them (project facts 1.4). */
import { ownerBody, robotBody } from './accounts.ts';
import { reactionsBody } from './community.ts';
import { apiOf, pageOf, repositoryOf } from './route.ts';
import type { Forge, StoredAsset, StoredRelease } from './state.ts';

/** The body of a release, with the assets it holds now. */
export function releaseBody(forge: Forge, release: StoredRelease): object {
  const url = `${apiOf(forge)}/releases/${release.id}`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${forge.base()}/api/uploads/repos/${repositoryOf(forge)}/releases/${release.id}/assets{?name,label}`,
    html_url: releasePage(forge, release),
    id: release.id,
    node_id: `RE_${release.id}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: release.immutable,
    created_at: seconds(release.createdAt),
    updated_at: seconds(release.updatedAt),
    published_at: release.publishedAt === null ? null : seconds(release.publishedAt),
    ...(release.discussion === undefined || release.draft
      ? {}
      : { discussion_url: `${pageOf(forge)}/discussions/${release.discussion}` }),
    ...reactionsBody(forge, release),
    author: release.draft ? robotBody(forge) : ownerBody(forge),
    assets: release.assets.map((asset) => assetBody(forge, release, asset)),
    tarball_url: release.draft ? null : `${apiOf(forge)}/tarball/${release.tag}`,
    zipball_url: release.draft ? null : `${apiOf(forge)}/zipball/${release.tag}`,
  };
}

/** The body of an asset. `digest` is null where bytes never landed. */
export function assetBody(forge: Forge, release: StoredRelease, asset: StoredAsset): object {
  const whole = asset.state === 'uploaded';
  return {
    url: `${apiOf(forge)}/releases/assets/${asset.id}`,
    browser_download_url: downloadPage(forge, release, asset),
    id: asset.id,
    node_id: `RA_${asset.id}`,
    name: asset.name,
    label: asset.label,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: whole ? `sha256:${asset.sha256}` : null,
    download_count: 0,
    created_at: seconds(asset.createdAt),
    updated_at: seconds(asset.updatedAt),
    uploader: robotBody(forge),
  };
}

/** A release's web page; a draft's changes when it is published. */
function releasePage(forge: Forge, release: StoredRelease): string {
  return `${pageOf(forge)}/releases/tag/${encoded(slugOf(release))}`;
}

/** Where a browser finds an asset. */
function downloadPage(forge: Forge, release: StoredRelease, asset: StoredAsset): string {
  return `${pageOf(forge)}/releases/download/${encoded(slugOf(release))}/${encodeURIComponent(asset.name)}`;
}

function slugOf(release: StoredRelease): string {
  return release.draft ? `untagged-${release.untagged}` : release.tag;
}

function encoded(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
