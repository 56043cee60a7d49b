/** A forge that listens, with two commits on `main`, and clients for it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getOctokit } from '@actions/github';
import { createForge, type ForgeEmulator, type ForgeOptions } from '../../../src/emulators/forge/emulator.ts';
import { openGit, writeObject } from '../../../src/emulators/forge/git.ts';
import { listen } from '../../../src/emulators/listen.ts';
import type { Exchange } from '../../support/api-description.ts';
import { recordedApp } from '../../support/recorded-app.ts';

export const TOKEN = 'ghs_test';
export const AT = { owner: 'octo', repo: 'demo' };

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of a foreign protocol, looked at by the tests only
  readonly body: any;
  readonly headers: Headers;
}

export interface RunningForge extends ForgeEmulator {
  readonly url: string;
  readonly octokit: ReturnType<typeof getOctokit>;
  /** The commits of `main`, oldest first; none in an empty repository. */
  readonly first: string;
  readonly second: string;
  /** What was said to and by its API, where that is recorded. */
  readonly exchanges: readonly Exchange[];
  /** One request to the repository's API, with the job's token unless `authorization` says otherwise. */
  call(method: string, path: string, body?: unknown, authorization?: string | null): Promise<Answer>;
  stop(): Promise<void>;
}

type Chosen = Partial<Pick<ForgeOptions, 'flags' | 'permissions' | 'now' | 'rulesets' | 'community'>> & {
  readonly empty?: boolean;
  /** Whether `exchanges` are kept. */
  readonly recorded?: boolean;
};

/** Starts a forge on loopback. */
export async function runningForge({
  empty = false,
  recorded = false,
  ...chosen
}: Chosen = {}): Promise<RunningForge> {
  const directory = await mkdtemp(join(tmpdir(), 'forge-test-'));
  const base = { url: '' };
  const forge = createForge({
    base: () => base.url,
    repository: 'octo/demo',
    ownerId: '3',
    repositoryId: '7',
    token: TOKEN,
    directory,
    ...chosen,
  });
  const first = empty ? '' : await commit(forge, { at: 1_700_000_000, files: { 'README.md': '# demo\n' } });
  const files = { 'README.md': '# demo\n', 'pyproject.toml': 'version = "1"\n' };
  const second = empty ? '' : await commit(forge, { at: 1_700_003_600, files, parent: first });
  const exchanges: Exchange[] = [];
  const app = recorded ? recordedApp(forge.app, exchanges) : forge.app;
  const server = await listen({ service: 'github', app, mishaps: [], requests: [] });
  base.url = server.url;
  const stop = async (): Promise<void> => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  };
  const octokit = getOctokit(TOKEN, { baseUrl: `${server.url}/api` });
  const call = caller(server.url);
  return { ...forge, url: server.url, octokit, first, second, exchanges, stop, call };
}

function caller(url: string): RunningForge['call'] {
  return async (method, path, body, authorization = `token ${TOKEN}`) => {
    const address = path.startsWith('http') ? path : `${url}/api/repos/octo/demo${path}`;
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: authorization === null ? {} : { authorization },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
  };
}

interface NewCommit {
  /** Seconds since 1970. */
  readonly at: number;
  readonly files: Readonly<Record<string, string>>;
  readonly parent?: string;
  /** Default `refs/heads/main`. */
  readonly ref?: string;
}

/** Puts a commit of flat files on a reference, past the API. */
export async function commit(
  forge: Pick<ForgeEmulator, 'gitDirectory'>,
  { at, files, parent, ref = 'refs/heads/main' }: NewCommit,
): Promise<string> {
  const git = openGit(forge.gitDirectory);
  const rows: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    rows.push(`100644 blob ${await writeObject(git, 'blob', content)}\t${name}\n`);
  }
  const tree = (await git(['mktree'], rows.join(''))).toString().trim();
  const who = `Ann <ann@example.org> ${at} +0000`;
  const parents = parent === undefined ? '' : `parent ${parent}\n`;
  const sha = await writeObject(
    git,
    'commit',
    `tree ${tree}\n${parents}author ${who}\ncommitter ${who}\n\nwork ${at}\n`,
  );
  await git(['update-ref', ref, sha]);
  return sha;
}
