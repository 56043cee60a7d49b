import type { Community } from '../../ports/forge.ts';
import type { ForgeCalls, RepositoryName } from './octokit.ts';

const PAGE = 100;

/** What people make of a repository (REST docs, "Issues", "Releases"). */
export function createCommunity(calls: ForgeCalls, named: RepositoryName): Community {
  return {
    async issues(label) {
      const found = await calls.call(`Counting the open issues labelled ${label}`, (octokit) =>
        octokit.paginate(octokit.rest.issues.listForRepo, {
          ...named,
          labels: label,
          state: 'open',
          per_page: PAGE,
        }),
      );
      // To the API every pull request is an issue, too.
      return found.filter((each) => each.pull_request === undefined).length;
    },
    async reactions() {
      const { data } = await calls.call('Counting the reactions to the releases', ({ rest }) =>
        rest.repos.listReleases({ ...named, per_page: PAGE }),
      );
      return data
        .filter(({ draft }) => !draft)
        .map(({ tag_name: tag, reactions }) => ({ tag, count: reactions?.total_count ?? 0 }));
    },
  };
}
