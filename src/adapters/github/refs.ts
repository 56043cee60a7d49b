import type { Refs } from '../../ports/forge.ts';
import { stop } from '../../release/fault.ts';
import { forgeFailure, isRequestError } from './errors.ts';
import type { ForgeCalls, RepositoryName } from './octokit.ts';

/** Tags of tags are legal in git; nobody nests them deeper. */
const DEEPEST_TAG = 5;

/** Tags and branches. `createTag` throws tag-conflict, `advanceBranch` branch-moved, beside what every call does. */
export function createRefs(calls: ForgeCalls, named: RepositoryName): Refs {
  const pointed = (operation: string, ref: string) =>
    calls.find(operation, async ({ rest }) => (await rest.git.getRef({ ...named, ref })).data.object);
  const refs: Refs = {
    async tag(name) {
      const operation = `Reading the tag ${name}`;
      let object = await pointed(operation, `tags/${name}`);
      for (let depth = 0; object?.type === 'tag' && depth < DEEPEST_TAG; depth += 1) {
        const tag_sha = object.sha;
        object = await calls.find(
          operation,
          async ({ rest }) => (await rest.git.getTag({ ...named, tag_sha })).data.object,
        );
      }
      return object?.sha;
    },
    async createTag(tag) {
      const operation = `Making the tag ${tag.name}`;
      const { name, commit, message } = tag;
      const { data } = await calls.call(operation, ({ rest }) =>
        rest.git.createTag({ ...named, tag: name, message, object: commit, type: 'commit' }),
      );
      const made = await calls.attempt(operation, [422], ({ rest }) =>
        rest.git.createRef({ ...named, ref: `refs/tags/${name}`, sha: data.sha }),
      );
      if (!isRequestError(made)) return;
      // The forge has no field for "exists already": what stands there decides.
      const theirs = await refs.tag(name);
      if (theirs === undefined) throw forgeFailure(operation, made, 1);
      if (theirs !== commit) stop('tag-conflict', { tag: name, ours: commit, theirs });
    },
    async branch(name) {
      return (await pointed(`Reading the branch ${name}`, `heads/${name}`))?.sha;
    },
    async advanceBranch(name, commit) {
      const operation = `Moving the branch ${name} forward`;
      const moved = await calls.attempt(operation, [422], ({ rest }) =>
        rest.git.updateRef({ ...named, ref: `heads/${name}`, sha: commit, force: false }),
      );
      if (!isRequestError(moved)) return;
      const tip = await refs.branch(name);
      if (tip === commit) return;
      const base = await parentOf(calls, named, commit);
      if (tip === undefined || tip === base) throw forgeFailure(operation, moved, 1);
      stop('branch-moved', { branch: name, tip, base: base ?? 'no commit' }, { cause: moved });
    },
  };
  return refs;
}

async function parentOf(
  calls: ForgeCalls,
  named: RepositoryName,
  commit_sha: string,
): Promise<string | undefined> {
  const commit = await calls.find(`Reading the commit ${commit_sha}`, ({ rest }) =>
    rest.git.getCommit({ ...named, commit_sha }),
  );
  return commit?.data.parents[0]?.sha;
}
