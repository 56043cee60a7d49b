/** What the servers hold in the end, in terms that two lives of the same release must agree on. */

import type { World } from '../../src/emulators/serve.ts';
import { command } from '../support/scenario.ts';
import type { Life } from './life.ts';

/** Everything that another life of the same release must end with, too. */
export interface Ending {
  readonly indexes: Pick<World, 'pypi' | 'testpypi'>;
  /** By tag: kind of object, and the change against the commit of the runs. */
  readonly tags: Readonly<
    Record<string, { readonly kind: string; readonly parents: string; readonly change: string }>
  >;
  /** Subjects of the commits that the branch gained. */
  readonly branch: readonly string[];
  /** Whether the branch, the tag and the record name one commit. */
  readonly oneCommit: boolean;
  readonly releases: readonly unknown[];
}

/** Reads it. */
export async function endingOf({ services, commit, subject }: Life): Promise<Ending> {
  const { pypi, testpypi, tags } = await services.world();
  const git = async (...args: readonly string[]): Promise<string> =>
    (await command('git', ['-C', services.github.gitDirectory, ...args])).stdout.trim();
  const tagged = Object.entries(tags).map(async ([tag, sha]) => {
    const kind = await git('cat-file', '-t', `refs/tags/${tag}`);
    const parents = await git('rev-list', '--parents', '-n', '1', sha);
    const change = undated(await git('diff', '--no-color', commit, sha));
    return [tag, { kind, parents: parents.split(' ').slice(1).join(' '), change }] as const;
  });
  const releases = await releasesOf(services, subject.repository);
  const tip = await git('rev-parse', 'refs/heads/main');
  const named = [...Object.values(tags), ...releases.map(({ recorded }) => recorded), tip];
  const subjects = await git('log', '--format=%s', `${commit}..refs/heads/main`);
  return {
    indexes: { pypi, testpypi },
    tags: Object.fromEntries(await Promise.all(tagged)),
    branch: subjects.split('\n').filter((line) => line !== ''),
    oneCommit: named.every((sha) => sha === tip),
    releases: releases.map(({ recorded: _recorded, ...release }) => release),
  };
}

/** The changelog has the day of the release. */
function undated(patch: string): string {
  return patch.replace(/\d{4}-\d\d-\d\d/g, 'DAY').replace(/^index .*$/gm, '');
}

interface RawRelease {
  readonly tag_name: string;
  readonly name: string;
  readonly body: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly assets: readonly RawAsset[];
}

interface RawAsset {
  readonly name: string;
  readonly digest: string;
  readonly state: string;
  readonly url: string;
}

/** The assets that hold the same bytes in every life; attestations and the record name moments and commits. */
const SAME_BYTES = /\.(whl|tar\.gz)$|^SHA256SUMS$/;

async function releasesOf({ github }: Life['services'], repository: string) {
  const ask = (url: string, accept: string): Promise<Response> =>
    fetch(url, { headers: { authorization: `Bearer ${github.token}`, accept } });
  const answer = await ask(`${github.api}/repos/octo/${repository}/releases`, 'application/json');
  const releases = (await answer.json()) as readonly RawRelease[];
  return Promise.all(
    releases.map(async ({ tag_name: tag, name, body, draft, prerelease, assets }) => {
      const record = assets.find((asset) => asset.name === 'release.json');
      const text =
        record === undefined ? '{}' : await (await ask(record.url, 'application/octet-stream')).text();
      const shown = assets
        .map((asset) => [asset.name, SAME_BYTES.test(asset.name) ? asset.digest : asset.state] as const)
        .sort(([one], [other]) => one.localeCompare(other));
      const { released: recorded } = JSON.parse(text) as { readonly released?: string };
      return { tag, name, body: undated(body), draft, prerelease, assets: shown, recorded };
    }),
  );
}
