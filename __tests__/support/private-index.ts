/** Stand-ins for indexes that cannot run here, by their manners: what each says where PyPI would say something else. */

import { createHash } from 'node:crypto';
import { type Asked, type Loopback, type Reply, startLoopback } from './loopback.ts';

/** How one kind of index behaves, where from is told beside each. */
export interface Manners {
  readonly server: string;
  /** Path of the upload address. */
  readonly upload: string;
  /** Path of the root of the simple API. */
  readonly simple: string;
  readonly user: string;
  /** What a reader without a credential gets; anybody may read where absent. */
  readonly stranger?: Reply;
  /** What a reader gets who asks for a project that is not there. */
  readonly absent: Reply | 'sent on to PyPI';
  /** Digest in the fragments of a project page. */
  readonly digest: 'sha256' | 'md5' | 'none';
  /** What an upload of a name gets that is there. */
  readonly taken: (filename: string) => Reply | 'overwritten';
}

const REFUSED: Reply = { status: 401, headers: { 'www-authenticate': 'Basic realm="index"' } };
const NONE: Reply = { status: 404, body: 'Not Found' };
const page = (text: string): string => `<!DOCTYPE html><html><body><h1>${text}</h1></body></html>`;

export const MANNERS: readonly Manners[] = [
  {
    // docs.gitlab.com, "PyPI packages in the package registry": forwarding is on unless a group turns it off.
    server: 'GitLab',
    upload: '/api/v4/projects/7/packages/pypi',
    simple: '/api/v4/projects/7/packages/pypi/simple/',
    user: 'gitlab-ci-token',
    stranger: REFUSED,
    absent: 'sent on to PyPI',
    digest: 'sha256',
    taken: () => ({ status: 400, body: { message: 'Validation failed: File name has already been taken' } }),
  },
  {
    server: 'Nexus',
    upload: '/repository/team-hosted/',
    simple: '/repository/team-hosted/simple/',
    user: 'deployer',
    absent: NONE,
    digest: 'md5',
    taken: (name) => ({ status: 400, body: page(`packages/tiny-tide/1.2.0/${name} cannot be updated`) }),
  },
  {
    server: 'Nexus that allows redeployment',
    upload: '/repository/team-hosted/',
    simple: '/repository/team-hosted/simple/',
    user: 'deployer',
    absent: NONE,
    digest: 'sha256',
    taken: () => 'overwritten',
  },
  {
    server: 'Artifactory',
    upload: '/artifactory/api/pypi/team-local/',
    simple: '/artifactory/api/pypi/team-local/simple/',
    user: 'deployer',
    stranger: REFUSED,
    absent: NONE,
    digest: 'none',
    taken: (name) => ({
      status: 403,
      body: { errors: [{ status: 403, message: `Not enough permissions to overwrite artifact '${name}'` }] },
    }),
  },
  {
    // A setting of its administrators: what a reader may not see is not there.
    server: 'Artifactory that hides what is forbidden, and lets its deployer overwrite',
    upload: '/artifactory/api/pypi/team-local/',
    simple: '/artifactory/api/pypi/team-local/simple/',
    user: 'deployer',
    stranger: NONE,
    absent: NONE,
    digest: 'sha256',
    taken: () => 'overwritten',
  },
  {
    server: 'CodeArtifact',
    upload: '/pypi/team/',
    simple: '/pypi/team/simple/',
    user: 'aws',
    stranger: REFUSED,
    absent: NONE,
    digest: 'sha256',
    taken: (name) => ({ status: 409, body: { message: `The asset ${name} is there.` } }),
  },
  {
    server: 'Forgejo',
    upload: '/api/packages/team/pypi',
    simple: '/api/packages/team/pypi/simple/',
    user: 'release-bot',
    stranger: REFUSED,
    absent: NONE,
    digest: 'sha256',
    taken: () => ({ status: 409, body: 'package file already exists' }),
  },
];

/** An index of these manners that runs. */
export interface PrivateIndex {
  /** The upload address. */
  readonly upload: string;
  readonly password: string;
  /** Whom it had uploads from, in their order. */
  readonly uploads: readonly { readonly filename: string; readonly user: string }[];
  /** What it holds: sha256 by file name. */
  held(): Readonly<Record<string, string>>;
  /** Puts a file there by another way. */
  put(filename: string, content: Uint8Array): void;
  close(): Promise<void>;
}

const PASSWORD = 'tide-and-time';

/**
 * Starts an index.
 *
 * @param beyond what stands for PyPI where a request is sent on: an address of another host
 */
export async function startPrivateIndex(manners: Manners, beyond: string): Promise<PrivateIndex> {
  const files = new Map<string, Buffer>();
  const uploads: { filename: string; user: string }[] = [];
  const server: Loopback = await startLoopback((asked) => {
    const user = userOf(asked);
    if (asked.method === 'POST') return posted(asked, user);
    if (user === undefined && manners.stranger !== undefined) return manners.stranger;
    return answered(asked);
  });
  const posted = (asked: Asked, user: string | undefined): Reply => {
    if (user !== manners.user) return REFUSED;
    const { filename, content } = uploadIn(asked.body);
    uploads.push({ filename, user });
    const refusal = files.has(filename) ? manners.taken(filename) : 'overwritten';
    if (refusal !== 'overwritten') return refusal;
    files.set(filename, content);
    return { status: 201 };
  };
  const answered = ({ url }: Asked): Reply => {
    const file = /\/files\/(?<name>[^/]+)$/.exec(url)?.groups?.name;
    if (file !== undefined) {
      const body = files.get(file);
      return body === undefined ? NONE : { status: 200, body };
    }
    if (!url.startsWith(manners.simple)) return NONE;
    if (files.size > 0) return { status: 200, headers: { 'content-type': 'text/html' }, body: listing() };
    if (manners.absent !== 'sent on to PyPI') return manners.absent;
    return { status: 302, headers: { location: `${beyond}/${url.slice(manners.simple.length)}` } };
  };
  const listing = (): string => {
    const links = [...files].map(
      ([name, content]) => `<a href="../../files/${name}${fragment(manners.digest, content)}">${name}</a>`,
    );
    return `<!DOCTYPE html><html><body><h1>Links for tiny-tide</h1>${links.join('\n')}</body></html>`;
  };
  return {
    upload: `${server.base}${manners.upload}`,
    password: PASSWORD,
    uploads,
    held: () =>
      Object.fromEntries([...files].map(([name, content]) => [name, digest('sha256', content)] as const)),
    put: (filename, content) => void files.set(filename, Buffer.from(content)),
    close: () => server.close(),
  };
}

function userOf({ headers }: Asked): string | undefined {
  const [user, password] = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64')
    .toString()
    .split(':');
  return password === PASSWORD ? user : undefined;
}

/** The part `content` of an upload form. No boundary occurs in what it bounds. */
function uploadIn(body: Buffer): { readonly filename: string; readonly content: Buffer } {
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  const named = /name="content"; filename="(?<filename>[^"]+)"/.exec(body.toString('latin1'));
  const start = body.indexOf('\r\n\r\n', named?.index ?? 0, 'latin1') + 4;
  const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), start);
  return { filename: named?.groups?.filename ?? '', content: body.subarray(start, end) };
}

function fragment(kind: Manners['digest'], content: Buffer): string {
  return kind === 'none' ? '' : `#${kind}=${digest(kind, content)}`;
}

function digest(kind: 'sha256' | 'md5', content: Buffer): string {
  return createHash(kind).update(content).digest('hex');
}
