import type { Rules } from '../../ports/forge.ts';
import { isRequestError } from './errors.ts';
import type { ForgeCalls, Octokit, RepositoryName } from './octokit.ts';
import { refFits } from './ref-pattern.ts';

type Ruleset = Awaited<ReturnType<Octokit['rest']['repos']['getRepoRuleset']>>['data'];

const PAGE = 100;
/** An Enterprise Server before rulesets, a token that may not look, a repository without a commit: nothing is known. */
const UNKNOWN = [403, 404, 409, 422];

/** Types of rules that keep a new tag from being made (REST "Rules"). What a tag's name must be like is not judged here. */
const AGAINST_TAGS: Readonly<Record<string, string>> = {
  creation: 'only those who may bypass it make such tags',
};

/** Types of rules that keep a commit which was just made from being pushed: it is in no pull request, and no check has seen it. */
const AGAINST_PUSHES: Readonly<Record<string, string>> = {
  pull_request: 'changes must be made through a pull request',
  merge_queue: 'changes must be made through the merge queue',
  required_status_checks: 'status checks must pass before a commit is pushed',
  required_deployments: 'a commit must be deployed before it is pushed',
  update: 'only those who may bypass it push to such branches',
};

/** Rules that bind the token, as far as the forge lets it see them: what cannot be seen is taken for absent. */
export function createRules(calls: ForgeCalls, named: RepositoryName): Rules {
  const known = async <T>(
    operation: string,
    work: (octokit: Octokit) => Promise<T>,
  ): Promise<T | undefined> => {
    const answer = await calls.attempt(operation, UNKNOWN, work);
    return isRequestError(answer) ? undefined : answer;
  };
  const binding = async (ids: readonly number[]): Promise<readonly Ruleset[]> => {
    const answers = ids.map((ruleset_id) =>
      known('Reading a ruleset', ({ rest }) => rest.repos.getRepoRuleset({ ...named, ruleset_id })),
    );
    return (await Promise.all(answers)).flatMap((answer) => answer?.data ?? []).filter(binds);
  };
  return {
    async tag(name) {
      const listed = await known('Reading the rulesets for tags', ({ rest }) =>
        rest.repos.getRepoRulesets({ ...named, targets: 'tag', per_page: PAGE }),
      );
      const active = (listed?.data ?? []).filter(({ enforcement }) => enforcement === 'active');
      const sets = await binding(active.map(({ id }) => id));
      return sets
        .filter((set) => covers(set, `refs/tags/${name}`))
        .flatMap((set) => (set.rules ?? []).flatMap(({ type }) => sentence(set, AGAINST_TAGS[type])));
    },
    async branch(name) {
      const listed = await known(`Reading the rules for ${name}`, ({ rest }) =>
        rest.repos.getBranchRules({ ...named, branch: name, per_page: PAGE }),
      );
      const against = (listed?.data ?? []).filter(({ type }) => AGAINST_PUSHES[type] !== undefined);
      const sets = await binding([...new Set(against.flatMap(({ ruleset_id }) => ruleset_id ?? []))]);
      return sets.flatMap((set) =>
        against
          .filter(({ ruleset_id }) => ruleset_id === set.id)
          .flatMap(({ type }) => sentence(set, AGAINST_PUSHES[type])),
      );
    },
  };
}

/** Only what the forge says of this token counts. Who may bypass by pull requests alone may not push. */
function binds({ current_user_can_bypass: bypass }: Ruleset): boolean {
  return bypass === 'never' || bypass === 'pull_requests_only';
}

function covers({ conditions }: Ruleset, ref: string): boolean {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  const fits = (pattern: string): boolean => pattern === '~ALL' || refFits(ref, pattern);
  return include.some(fits) && !exclude.some(fits);
}

function sentence({ name }: Ruleset, says: string | undefined): readonly string[] {
  return says === undefined ? [] : [`the ruleset "${name}" (${says})`];
}
