import path from 'node:path';
import { takesVersionsApart } from '../../packaging/bumpversion.ts';
import type { VersionReplacer } from '../../ports/version-replacer.ts';
import { toolPython } from './tool-python.ts';
import type { Workshop } from './toolchain.ts';

/** For projects that do not bring their own. It reads the configuration of bumpversion and bump2version too. */
const PINNED = 'bump-my-version==1.8.1';
const PROGRAM = 'bump-my-version';

// By default it takes versions for X.Y.Z and drops the rest without a word: other versions are told to it as a whole. Not where the
// configuration has forms of its own, which might be for one file only.
const AS_A_WHOLE = ['--parse', '(?P<version>.+)', '--serialize', '{version}'];
const PLAIN = /^\d+\.\d+\.\d+$/;

/** The port over bump-my-version: the one in the project's environment, else a pinned one by `uv tool run`. */
export function createVersionReplacer({ options, uv, project }: Workshop): VersionReplacer {
  return {
    async replace({ configuration, from, to }) {
      const { dir, base } = path.parse(path.join(options.directory, configuration));
      const run = { directory: dir, environment: { PYTHONDONTWRITEBYTECODE: '1' } };
      const text = (await options.files.text(path.join(dir, base))) ?? '';
      const isPlain = (PLAIN.test(from) && PLAIN.test(to)) || takesVersionsApart(base, text);
      const args = [
        ...['replace', '--config-file', base, '--allow-dirty'],
        ...['--current-version', from, '--new-version', to, ...(isPlain ? [] : AS_A_WHOLE)],
      ];
      const own = project.layout.program(PROGRAM);
      const tool = ['tool', 'run', '--python', toolPython(options.python), '--from', PINNED, PROGRAM];
      const { exitCode, output } = (await options.files.executable(own))
        ? await options.processes.run(own, args, run)
        : await uv.run([...tool, ...args], run);
      return { exitCode, output };
    },
  };
}
