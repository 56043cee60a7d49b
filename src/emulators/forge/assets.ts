/** Release assets: upload, list, read, rename, delete (REST "Release assets"). */
import { createHash } from 'node:crypto';
import { notFound, Refusal, unprocessable, validationFailed } from './errors.ts';
import { maySeeDrafts } from './permissions.ts';
import { assetBody } from './release-bodies.ts';
import { releaseAt } from './releases.ts';
import { bodyOf, type Call, json, noContent, paged, parameter, type Route, textOf } from './route.ts';
import { amendRelease, type Forge, nextId, type StoredAsset, type StoredRelease } from './state.ts';

export const assetRoutes: readonly Route[] = [
  ['GET', '/releases/:id{[0-9]+}/assets', 'contents=read', 'releases/assets#list-release-assets', listAssets],
  [
    'GET',
    '/releases/assets/:asset{[0-9]+}',
    'contents=read',
    'releases/assets#get-a-release-asset',
    getAsset,
  ],
  [
    'PATCH',
    '/releases/assets/:asset{[0-9]+}',
    'contents=write',
    'releases/assets#update-a-release-asset',
    updateAsset,
  ],
  [
    'DELETE',
    '/releases/assets/:asset{[0-9]+}',
    'contents=write',
    'releases/assets#delete-a-release-asset',
    deleteAsset,
  ],
];

/** The routes of the uploads host. */
export const uploadRoutes: readonly Route[] = [
  ['POST', '/releases/:id{[0-9]+}/assets', 'contents=write', '', uploadAsset],
];

/** The most assets a release holds. */
const MOST_ASSETS = 1000;

interface Found {
  readonly release: StoredRelease;
  readonly asset: StoredAsset;
}

/** The name an asset gets: runs of unusual characters become a dot, and no dot may lead or trail. */
function assetName(name: string): string {
  const plain = name
    .replace(/[^A-Za-z0-9._@+-]+/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.+$/, '');
  return plain === '' || plain.startsWith('.') ? `default${plain}` : plain;
}

async function uploadAsset(call: Call): Promise<Response> {
  const { forge, request } = call;
  const release = releaseAt(call);
  if (release.immutable) throw unprocessable('Cannot upload assets to an immutable release.');
  const given = request.query('name') ?? '';
  if (given === '')
    throw validationFailed({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
  const contentType = request.header('content-type');
  // Both headers are required (docs); the wording of these two refusals is not recorded.
  if (contentType === undefined) throw new Refusal({ status: 400, message: 'Bad Content-Type: ' });
  if (request.header('content-length') === undefined) {
    throw new Refusal({ status: 400, message: 'Bad Content-Length: ' });
  }
  const name = assetName(given);
  const bytes = new Uint8Array(await request.arrayBuffer());
  // Looked at after the bytes came: two uploads of one name cannot both pass.
  const now = forge.state.releases.get(release.id);
  if (now === undefined) throw notFound();
  requireFreeName(now, name);
  if (now.assets.length >= MOST_ASSETS)
    throw validationFailed({ resource: 'ReleaseAsset', code: 'invalid', field: 'name' });
  if (forge.flags.has('starter-asset') && !forge.state.starterMade) return leaveStarter(forge, now, name);
  const asset = stored(forge, {
    name,
    label: request.query('label') ?? '',
    contentType,
    bytes,
    state: 'uploaded',
  });
  const amended = amendRelease(forge, now, { assets: [...now.assets, asset] });
  const body = assetBody(forge, amended, asset);
  return json(body, 201, { location: String((body as { url?: unknown }).url) });
}

type Upload = Pick<StoredAsset, 'name' | 'label' | 'contentType' | 'bytes' | 'state'>;

function stored(forge: Forge, upload: Upload): StoredAsset {
  const now = forge.now();
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  return { ...upload, id: nextId(forge.state), sha256, createdAt: now, updatedAt: now };
}

/** An upload that fails on the way: 502 in HTML, and an asset whose name is taken but that has no bytes. */
function leaveStarter(forge: Forge, release: StoredRelease, name: string): Response {
  forge.state.starterMade = true;
  const contentType = 'application/octet-stream';
  const asset = stored(forge, { name, label: null, contentType, bytes: new Uint8Array(), state: 'starter' });
  amendRelease(forge, release, { assets: [...release.assets, asset] });
  return new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', {
    status: 502,
    headers: { 'content-type': 'text/html' },
  });
}

function requireFreeName(release: StoredRelease, name: string): void {
  if (release.assets.some((asset) => asset.name === name)) {
    throw validationFailed({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
  }
}

function listAssets(call: Call): Response {
  const release = releaseAt(call);
  return paged(
    call,
    release.assets.map((asset) => assetBody(call.forge, release, asset)),
  );
}

function assetAt(call: Call): Found {
  const id = Number(parameter(call, 'asset'));
  for (const release of call.forge.state.releases.values()) {
    const asset = release.assets.find((each) => each.id === id);
    const hidden = release.draft && !maySeeDrafts(call.forge, call.actor);
    if (asset !== undefined && !hidden) return { release, asset };
  }
  throw notFound();
}

function getAsset(call: Call): Response {
  const { release, asset } = assetAt(call);
  if (!(call.request.header('accept') ?? '').includes('application/octet-stream')) {
    return json(assetBody(call.forge, release, asset));
  }
  if (asset.state !== 'uploaded') throw notFound();
  return call.forge.flags.has('asset-redirect') ? toStorage(call.forge, asset) : assetBytes(asset);
}

/** GitHub keeps bytes on another host, which must never see the token: here the other name of loopback. */
function toStorage(forge: Forge, asset: StoredAsset): Response {
  const storage = new URL(`/storage/${asset.id}`, forge.base());
  storage.hostname = 'localhost';
  return new Response(null, { status: 302, headers: { location: storage.href } });
}

/** The bytes of an asset, as storage serves them. */
export function assetBytes(asset: StoredAsset): Response {
  return new Response(new Uint8Array(asset.bytes), {
    headers: {
      'content-type': asset.contentType,
      'content-disposition': `attachment; filename=${asset.name}`,
      'content-length': String(asset.bytes.length),
    },
  });
}

async function updateAsset(call: Call): Promise<Response> {
  const { forge } = call;
  const body = await bodyOf(call, { name: 'string', label: 'string?', state: 'string' });
  const { release, asset } = assetAt(call);
  if (release.immutable) throw unprocessable('Cannot update assets of an immutable release.');
  const name = assetName(textOf(body, 'name') ?? asset.name);
  if (name !== asset.name) requireFreeName(release, name);
  const amended = { ...asset, name, label: textOf(body, 'label') ?? asset.label, updatedAt: forge.now() };
  const assets = release.assets.map((each) => (each.id === asset.id ? amended : each));
  return json(assetBody(forge, amendRelease(forge, release, { assets }), amended));
}

function deleteAsset(call: Call): Response {
  const { release, asset } = assetAt(call);
  if (release.immutable) throw unprocessable('Cannot delete assets of an immutable release.');
  amendRelease(call.forge, release, { assets: release.assets.filter((each) => each.id !== asset.id) });
  return noContent();
}
