import type { NewsFragments } from '../../ports/news-fragments.ts';
import { toolPython } from './tool-python.ts';
import type { Workshop } from './toolchain.ts';

/** For projects that do not bring their own. */
const PINNED = 'towncrier==26.9.0';

// In a container the checkout belongs to another user, which the git that towncrier starts would refuse
// (git-config, "GIT_CONFIG_COUNT"). towncrier may import the package to learn its name: that must leave no bytecode.
const VARIABLES = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
  PYTHONDONTWRITEBYTECODE: '1',
};

/**
 * The port over towncrier: the one in the project's environment, else a pinned one by `uv tool run`. An environment is not
 * made for it: path C has none.
 */
export function createNewsFragments({ options, uv, project }: Workshop): NewsFragments {
  const run = { directory: options.directory, environment: VARIABLES };
  return {
    async collect({ version, date, atTop }) {
      // Without a file of settings that is named, it takes the project's name for the directory that `newsfragments` lies in.
      const top = atTop === undefined ? [] : ['--config', atTop.settings, '--name', atTop.name];
      const args = ['build', '--yes', '--version', version, '--date', date, ...top];
      const own = project.layout.program('towncrier');
      const { exitCode, output } = (await options.files.executable(own))
        ? await options.processes.run(own, args, run)
        : await uv.run(
            ['tool', 'run', '--python', toolPython(options.python), '--from', PINNED, 'towncrier', ...args],
            run,
          );
      return { exitCode, output };
    },
  };
}
