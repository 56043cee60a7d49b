/** Rulesets: what they forbid, and how the API shows them (REST "Rules"). */
import { notFound, ruleViolation } from './errors.ts';
import { apiOf, type Call, json, paged, pageOf, parameter, type Route, repositoryOf } from './route.ts';
import type { Forge, Ruleset } from './state.ts';

export const rulesetRoutes: readonly Route[] = [
  ['GET', '/rulesets', 'metadata=read', 'repos/rules#get-all-repository-rulesets', listRulesets],
  ['GET', '/rulesets/:id{[0-9]+}', 'metadata=read', 'repos/rules#get-a-repository-ruleset', getRuleset],
  ['GET', '/rules/branches/:branch{.+}', 'metadata=read', 'repos/rules#get-rules-for-a-branch', branchRules],
];

/** Nobody but whom the ruleset lets makes, moves or deletes a tag. */
const TAGS: Ruleset = {
  id: 31,
  name: 'Release tags',
  target: 'tag',
  enforcement: 'active',
  include: ['~ALL'],
  exclude: [],
  rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
  bypass: 'never',
};

/** The default branch takes changes by pull request only. */
const BRANCHES: Ruleset = {
  ...TAGS,
  id: 32,
  name: 'Reviewed changes',
  target: 'branch',
  include: ['~DEFAULT_BRANCH'],
  rules: [
    { type: 'deletion' },
    {
      type: 'pull_request',
      parameters: {
        allowed_merge_methods: ['merge', 'squash', 'rebase'],
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: 1,
        required_review_thread_resolution: false,
      },
    },
  ],
};

/** The rulesets that a forge has by its flags. */
export function flaggedRulesets(flags: ReadonlySet<string>): readonly Ruleset[] {
  const made = [
    ...(flags.has('tag-ruleset') ? [TAGS] : []),
    ...(flags.has('branch-ruleset') ? [BRANCHES] : []),
  ];
  return flags.has('ruleset-bypass') ? made.map((each) => ({ ...each, bypass: 'always' as const })) : made;
}

/** The sentences by which GitHub tells what a rule forbids, by its type (project facts 1.2). */
const SENTENCES: Readonly<Record<'creation' | 'move' | 'deletion', Readonly<Record<string, string>>>> = {
  creation: { creation: 'Cannot create ref due to creations being restricted.' },
  move: {
    update: 'Cannot update this protected ref.',
    pull_request: 'Changes must be made through a pull request.',
    merge_queue: 'Changes must be made through the merge queue',
  },
  deletion: { deletion: 'Cannot delete this protected ref.' },
};

/** What the rules say against a change of this reference by the job; undefined where they let it be. */
export function rulesAgainst(
  forge: Forge,
  ref: string,
  change: 'creation' | 'move' | 'deletion',
): string | undefined {
  const said = forge.rulesets
    .filter(
      (set) =>
        set.enforcement === 'active' &&
        (set.bypass === 'never' || set.bypass === 'pull_requests_only') &&
        covers(forge, set, ref),
    )
    .flatMap(({ rules }) => rules.flatMap(({ type }) => SENTENCES[change][type] ?? []));
  return said.length === 0 ? undefined : ruleViolation(...new Set(said));
}

function covers(forge: Forge, { target, include, exclude }: Ruleset, ref: string): boolean {
  const kind = target === 'tag' ? 'refs/tags/' : 'refs/heads/';
  const fits = (pattern: string): boolean =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && ref === `refs/heads/${forge.defaultBranch}`) ||
    fnmatch(pattern).test(ref);
  return ref.startsWith(kind) && include.some(fits) && !exclude.some(fits);
}

/** Ruby's `File.fnmatch` with `FNM_PATHNAME`, without sets of characters (docs: "Creating rulesets for a repository"). */
function fnmatch(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*\/|\*|\?)/)
    .map((part) => WILD[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('');
  return new RegExp(`^${source}$`);
}
const WILD: Readonly<Record<string, string>> = { '**/': '(?:[^/]+/)*', '*': '[^/]*', '?': '[^/]' };

/** An Enterprise Server of a time before rulesets has no such addresses, and some tokens may not see them. */
function requireShown({ flags }: Forge): void {
  if (flags.has('rulesets-hidden')) throw notFound();
}

function listRulesets(call: Call): Response {
  requireShown(call.forge);
  const targets = call.request.query('targets')?.split(',');
  const seen = call.forge.rulesets.filter(({ target }) => targets?.includes(target) ?? true);
  return paged(
    call,
    seen.map((each) => summary(call.forge, each)),
  );
}

function getRuleset(call: Call): Response {
  const { forge } = call;
  requireShown(forge);
  const found = forge.rulesets.find(({ id }) => id === Number(parameter(call, 'id')));
  if (found === undefined) throw notFound();
  return json({
    ...summary(forge, found),
    conditions: { ref_name: { include: found.include, exclude: found.exclude } },
    rules: found.rules,
    // Told to whom the token belongs to; nobody has no such right.
    ...(call.actor === 'job' ? { current_user_can_bypass: found.bypass } : {}),
  });
}

function summary(forge: Forge, { id, name, target, enforcement }: Ruleset): object {
  return {
    id,
    name,
    target,
    source_type: 'Repository',
    source: repositoryOf(forge),
    enforcement,
    node_id: `RRS_${id}`,
    _links: {
      self: { href: `${apiOf(forge)}/rulesets/${id}` },
      html: { href: `${pageOf(forge)}/rules/${id}` },
    },
    created_at: '2025-01-01T00:00:00.000Z',
    updated_at: '2025-01-01T00:00:00.000Z',
  };
}

/** Active rules only, each with the ruleset it comes from; a branch need not be there to be asked for. */
function branchRules(call: Call): Response {
  const { forge } = call;
  requireShown(forge);
  const ref = `refs/heads/${parameter(call, 'branch')}`;
  const active = forge.rulesets.filter((set) => set.enforcement === 'active' && covers(forge, set, ref));
  return paged(
    call,
    active.flatMap(({ id, rules }) =>
      rules.map((rule) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: repositoryOf(forge),
        ruleset_id: id,
      })),
    ),
  );
}
