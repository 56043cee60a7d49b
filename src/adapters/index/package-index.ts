import { sha256Hex } from '../../packaging/digest.ts';
import { isOfVersion, parsedFileName } from '../../packaging/distribution.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { userOf } from '../../plan/credential.ts';
import type { IndexPlan } from '../../plan/plan.ts';
import type { IndexFile, PackageIndex, UploadRequest } from '../../ports/package-index.ts';
import { Stopped, stop } from '../../release/fault.ts';
import type { Http, HttpResponse } from '../node/http.ts';
import { LONGEST_ADVICE } from '../node/retry.ts';
import type { Credential } from './credential.ts';
import { servedProvenance } from './integrity.ts';
import { limitsSeen, type Sighting } from './limits.ts';
import { type ListedFile, releaseListing, type SimpleListing, simpleListing } from './listings.ts';
import { type IndexReader, indexAnswer, indexPage, releaseDocument, unexpected } from './reading.ts';
import { createReadingHttp } from './reading-http.ts';
import { refusalFault } from './refusals.ts';
import { releasePages } from './release-pages.ts';
import type { UploadAnswer } from './uploader-output.ts';
import type { Uploader } from './uploaders.ts';

export interface PackageIndexOptions {
  readonly plan: IndexPlan;
  readonly http: Http;
  readonly uploader: Uploader;
  /** Gives a token that is good for an upload now; asked before each. Throws `Stopped`. */
  readonly credential: Credential;
}

/** Preferences of PEP 691, "Version + Format Selection". */
const ACCEPT = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html;q=0.2',
  'text/html;q=0.1',
].join(', ');

/** Milliseconds that one download of a distribution may take. */
const DOWNLOAD_LIMIT = 300_000;

/** Milliseconds that a client is asked to wait at the most (`retry.ts`): the upload tools do not hand a 429's Retry-After on. */
const LIMITED = LONGEST_ADVICE;

/** A package index over its simple API, its JSON API where it has one, and an upload tool. */
export function createPackageIndex(options: PackageIndexOptions): PackageIndex {
  const { plan, uploader, credential } = options;
  const sightings = new Set<Sighting>();
  const reader = { plan, http: createReadingHttp(options), sightings };
  const download = (url: string) => servedFile(reader, url);
  const digest = async (url: string) => sha256Hex(await download(url));
  const release = async (name: string, version: string): Promise<readonly IndexFile[]> => {
    const files = (await databaseFiles(reader, name, version)) ?? (await simpleFiles(reader, name, version));
    return Promise.all(
      files.map(async (file) => ({ ...file, sha256: file.sha256 ?? (await digest(file.url)) })),
    );
  };
  return {
    ...releasePages(reader),
    release,
    digest,
    download,
    async project(name) {
      const listing = await simpleProject(reader, name);
      // Without a digest nothing equals the file; release() fetches what it needs to know better.
      const files = listing?.files.map((file) => ({ ...file, sha256: file.sha256 ?? '' }));
      if (listing === undefined || files === undefined) return undefined;
      const { versions, hasJournal } = listing;
      return { name: normalizedName(name), versions, files, ...(hasJournal ? { hasJournal } : {}) };
    },
    provenance: (name, version, filename) => servedProvenance(reader, { name, version, filename }),
    isClosed: () => reader.http.isClosed(),
    limits: () => limitsSeen(reader.http.isClosed() ? sightings.add('closed') : sightings),
    async authorise() {
      await credential();
    },
    async upload(request) {
      const send = async (renewed: boolean): Promise<UploadAnswer> => {
        const token = await credential(renewed);
        const to = {
          url: plan.upload,
          user: userOf(plan.credential),
          token,
          attestations: request.attestations ?? [],
        };
        return uploader.upload(request.file, to);
      };
      const answer = await send(false);
      await settle(plan, request, isSpent(plan, answer) ? await send(true) : answer, release);
    },
  };
}

interface Reader extends IndexReader {
  /** Written to as the index is read. */
  readonly sightings: Set<Sighting>;
}

/** The simple API's page of a project, of its own address alone: no index list is ever read. */
async function simpleProject(
  { plan, http, sightings }: Reader,
  name: string,
): Promise<SimpleListing | undefined> {
  const url = `${plan.simple.replace(/\/*$/, '/')}${normalizedName(name)}/`;
  const request = {
    index: plan.name,
    operation: `Reading the files of ${name}`,
    url,
    options: { headers: { accept: ACCEPT }, sound: isListing },
  };
  const page = await indexPage(http, request);
  const listing =
    page && (simpleListing(page) ?? unexpected(request, page, 'which is no page of the simple API'));
  if (listing?.hasJournal) sightings.add('journal');
  if (listing?.files.some(({ sha256 }) => sha256 === undefined)) sightings.add('undigested');
  return listing;
}

/** A project page, or a page of some index that has no files; not the page of a proxy in its place. */
function isListing(page: HttpResponse): boolean {
  if (page.status !== 200) return true;
  const listing = simpleListing(page);
  if (listing === undefined) return false;
  const isHtml = /\bhtml\b/i.test(page.headers.get('content-type') ?? '');
  // PEP 629's tag, or the heading that PEP 503's example has and every index copies.
  return !isHtml || listing.files.length > 0 || /pypi:repository-version|links for/i.test(page.text());
}

async function simpleFiles(reader: Reader, name: string, version: string): Promise<readonly ListedFile[]> {
  const listing = await simpleProject(reader, name);
  const files = (listing?.files ?? []).filter(({ filename }) => isOfVersion(filename, version));
  if (files.length > 0) reader.sightings.add('unrecorded');
  return files;
}

/** The JSON API's files of a release; undefined where it does not know the release, or there is no such API. */
async function databaseFiles(
  reader: Reader,
  name: string,
  version: string,
): Promise<readonly ListedFile[] | undefined> {
  const request = releaseDocument(
    reader,
    { name, version },
    {
      operation: `Reading the release ${name} ${version}`,
      sound: (page) => page.status !== 200 || releaseListing(page) !== undefined,
    },
  );
  const answer = await indexAnswer(reader.http, request);
  if (answer.status >= 500 || answer.status === 429) unexpected(request, answer);
  const listing = answer.status === 200 ? releaseListing(answer) : undefined;
  if (listing !== undefined) reader.sightings.add('recorded');
  return listing;
}

async function servedFile({ plan, http }: Reader, url: string): Promise<Uint8Array> {
  const request = {
    index: plan.name,
    operation: 'Downloading a file',
    url,
    options: { timeout: DOWNLOAD_LIMIT },
  };
  const file = await indexPage(http, request);
  if (file !== undefined) return file.body;
  return stop('index-trouble', {
    index: plan.name,
    operation: request.operation,
    attempts: 1,
    last: `${url} answered 404`,
  });
}

/** Whether the index no longer takes a minted token, as where its clock is ahead of ours: nothing was stored, and another may be minted. */
function isSpent({ credential }: IndexPlan, answer: UploadAnswer): boolean {
  if (credential.kind !== 'trusted-publishing' || answer.kind !== 'refused' || answer.status !== 403)
    return false;
  return /token is expired|invalid or non-existent authentication/i.test(answer.reason);
}

/** Returns where the file stands; throws `Stopped` with what is in the way. */
async function settle(
  plan: IndexPlan,
  { filename, sha256, attempt: attempts = 1 }: UploadRequest,
  answer: UploadAnswer,
  release: PackageIndex['release'],
): Promise<void> {
  if (answer.kind === 'stored') return;
  const [index, operation] = [plan.name, `The upload of ${filename}`];
  if (answer.kind === 'unanswered')
    stop('index-trouble', { index, operation, attempts, last: answer.reason });
  if (answer.kind === 'unsent') {
    const { exitCode, reason } = answer;
    stop('tool-failed', {
      tool: 'The upload tool',
      what: operation,
      exitCode,
      tail: reason,
      remedy: 'Mend what the tool says and run again; nothing was sent.',
    });
  }
  const asked = { index, filename, address: plan.upload, input: `${plan.name}-url`, attempts };
  const fault = refusalFault(answer, asked);
  if (fault.code !== 'file-exists' && fault.code !== 'upload-refused')
    throw new Stopped([fault], answer.status === 429 ? { patience: LIMITED } : {});
  // Many indexes refuse even the same bytes a second time: what they hold decides, not what they say.
  const parsed = parsedFileName(filename);
  const files = parsed === undefined ? [] : await release(parsed.name, parsed.version);
  const theirs = files.find((file) => file.filename === filename)?.sha256;
  if (theirs === sha256) return;
  if (theirs === undefined) throw new Stopped([fault]);
  stop('upload-conflict', { index, filename, ours: sha256, theirs });
}
