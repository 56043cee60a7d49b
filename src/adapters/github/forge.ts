import type { Forge, RepositoryReader } from '../../ports/forge.ts';
import { createCommits } from './commits.ts';
import { createCommunity } from './community.ts';
import { createForgeCalls, type ForgeCalls, type ForgeConnection, type RepositoryName } from './octokit.ts';
import { createRefs } from './refs.ts';
import { createReleaseAssets } from './release-assets.ts';
import { createReleases } from './releases.ts';
import { createRules } from './rules.ts';

export interface ForgeOptions extends ForgeConnection {
  /** `owner/name`. */
  readonly repository: string;
}

/** One repository of GitHub, over its REST API. Nothing is asked, nor is the client loaded, before the first call. */
export function createForge({ repository, ...connection }: ForgeOptions): Forge {
  const [owner = '', repo = ''] = repository.split('/');
  const calls = createForgeCalls(connection);
  const named = { owner, repo };
  const refs = createRefs(calls, named);
  return {
    repository: createRepositoryReader(calls, named),
    refs,
    commits: createCommits(calls, named, refs),
    releases: createReleases(calls, named, connection.clock),
    assets: createReleaseAssets(calls, named),
    rules: createRules(calls, named),
    community: createCommunity(calls, named),
  };
}

function createRepositoryReader(calls: ForgeCalls, named: RepositoryName): RepositoryReader {
  return {
    async read() {
      const { data } = await calls.call(`Reading the repository ${named.owner}/${named.repo}`, (octokit) =>
        octokit.rest.repos.get({ ...named }),
      );
      return {
        fullName: data.full_name,
        defaultBranch: data.default_branch,
        archived: data.archived,
        disabled: data.disabled,
        description: data.description ?? '',
        stars: data.stargazers_count,
        forks: data.forks_count,
      };
    },
  };
}
