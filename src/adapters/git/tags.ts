import type { Tags } from '../../ports/tags.ts';
import type { Processes } from '../actions/process.ts';
import { once } from '../python/once.ts';
import { AS_US, createGit, type Git } from './git.ts';

/** The tags of the checkout around a directory, through `git`. Outside a repository there are none. */
export function createTags(processes: Pick<Processes, 'run'>, directory: string): Tags {
  const git = createGit(processes, directory);
  const remote = once(() => remoteTags(git));
  return {
    async read() {
      const [local, onHead, inHistory, isShallow] = await Promise.all([
        git.lines('tag', '--list'),
        git.lines('tag', '--points-at', 'HEAD'),
        git.lines('tag', '--merged', 'HEAD'),
        git.line('rev-parse', '--is-shallow-repository'),
      ]);
      const shallow = isShallow === 'true';
      const all = shallow ? [...new Set([...local, ...(await remote())])] : local;
      return { all, local, onHead, inHistory, shallow };
    },
    async during(tag, work) {
      const present = await git.line('rev-parse', '--verify', '--quiet', `refs/tags/${tag}`);
      if (present !== undefined) return work();
      // Annotated, since some tools pass over others (git-describe, "--tags").
      await git.change([...AS_US, 'tag', '--annotate', '--no-sign', '--message', tag, tag, 'HEAD']);
      try {
        return await work();
      } finally {
        await git.run(['tag', '--delete', tag]);
      }
    },
  };
}

// A server that does not answer must not hold up the run; without network the tags are those of the checkout.
const BRIEFLY = ['-c', 'http.lowSpeedLimit=1', '-c', 'http.lowSpeedTime=10'];
const WITHOUT_ASKING = { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=10' };

async function remoteTags(git: Git): Promise<readonly string[]> {
  const args = [...BRIEFLY, 'ls-remote', '--tags', '--refs', 'origin'];
  const { exitCode, stdout } = await git.run(args, { variables: WITHOUT_ASKING });
  if (exitCode !== 0) return [];
  return [...stdout.matchAll(/\trefs\/tags\/(\S+)$/gm)].map(([, tag = '']) => tag);
}
