import type { MarkupConverter } from '../../ports/markup-converter.ts';
import { Stopped } from '../../release/fault.ts';
import script from './markdown.py';
import { lastLines } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

/** The converter port over docutils, which the check tools bring: readme_renderer, and so twine, needs it. */
export function createMarkupConverter({
  options,
  checkTools,
}: Pick<Workshop, 'options' | 'checkTools'>): MarkupConverter {
  return {
    async markdown(restructuredText) {
      try {
        await checkTools.provide();
      } catch (error) {
        // Notes are written when the distributions are public: they must not fail a release.
        if (error instanceof Stopped)
          return { problem: error.faults.map(({ finding }) => finding).join(' ') };
        throw error;
      }
      const { exitCode, stdout, stderr } = await options.processes.run(
        checkTools.layout.python,
        ['-I', '-c', script],
        { directory: options.scratch, input: restructuredText },
      );
      // A traceback ends with its reason.
      return exitCode === 0
        ? { markdown: stdout.replaceAll('\r\n', '\n').trim() }
        : { problem: lastLines(stderr).split('\n').at(-1) ?? '' };
    },
  };
}
