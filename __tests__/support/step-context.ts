import { createMasker } from '../../src/cli/runner/masker.ts';
import { createStepContext, type StepContext } from '../../src/cli/runner/step-context.ts';
import type { StepLine } from '../../src/cli/runner/step-line.ts';

export interface WatchedStep {
  readonly context: StepContext;
  /** What it showed so far. */
  readonly lines: readonly StepLine[];
}

/** A step that has not begun, in a workspace of `/work`. */
export function watchedStep(
  options: { readonly debug?: boolean; readonly secrets?: readonly string[] } = {},
): WatchedStep {
  const lines: StepLine[] = [];
  const context = createStepContext({
    masker: createMasker(options.secrets),
    workspace: '/work',
    debug: options.debug ?? false,
    show: (line) => void lines.push(line),
  });
  return { context, lines };
}

/** A line of text. */
export const text = (shown: string): StepLine => ({ kind: 'text', text: shown });

/** An annotation with a message alone. */
export const annotation = (level: 'error' | 'warning' | 'notice', message: string): StepLine => ({
  kind: 'annotation',
  level,
  title: '',
  text: message,
});
