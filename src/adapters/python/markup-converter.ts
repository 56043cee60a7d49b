import type { MarkupConverter } from '../../ports/markup-converter.ts';
import { findingsOf, Stopped } from '../../release/fault.ts';
import script from './markdown.py';
import judge from './render.py';
import { lastLines } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

/** The converter port over docutils and readme_renderer, which the check tools bring: twine needs both. */
export function createMarkupConverter({
  options,
  checkTools,
}: Pick<Workshop, 'options' | 'checkTools'>): MarkupConverter {
  const ran = async (code: string, input: string) => {
    try {
      await checkTools.provide();
    } catch (error) {
      // What is asked here is asked of a release that is public: it must not fail one.
      if (error instanceof Stopped) return { problem: findingsOf(error) };
      throw error;
    }
    return options.processes.run(checkTools.layout.python, ['-I', '-c', code], {
      directory: options.scratch,
      input,
    });
  };
  return {
    async markdown(restructuredText) {
      const result = await ran(script, restructuredText);
      if ('problem' in result) return result;
      const { exitCode, stdout, stderr } = result;
      return exitCode === 0
        ? { markdown: stdout.replaceAll('\r\n', '\n').trim() }
        : { problem: reason(stderr) };
    },
    async renders(restructuredText) {
      const result = await ran(judge, restructuredText);
      if ('problem' in result) return result;
      if (result.exitCode === 0) return 'renders';
      return result.stderr.includes('Traceback') ? { problem: reason(result.stderr) } : 'fails';
    },
  };
}

/** A traceback ends with its reason. */
function reason(stderr: string): string {
  return lastLines(stderr).split('\n').at(-1) ?? '';
}
