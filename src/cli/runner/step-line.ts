/** One line of a step as the runner shows it, workflow commands taken out and secrets masked. */
export type StepLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'endgroup' }
  | {
      readonly kind: 'annotation';
      readonly level: AnnotationLevel;
      /** As the step gave it: the runner masks messages only (actions/runner, ExecutionContext.AddIssue). */
      readonly title: string;
      readonly text: string;
      /** `file`, `line`, `endLine`, `col` and `endColumn`, those that are there; left out where none is. */
      readonly place?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'debug'; readonly text: string };

export type AnnotationLevel = 'error' | 'warning' | 'notice';
