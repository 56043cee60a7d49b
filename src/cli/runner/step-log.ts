import type { Masker } from './masker.ts';
import type { AnnotationLevel, StepLine } from './step-line.ts';

/** An error, warning or notice of a step. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
  readonly place?: Readonly<Record<string, string>>;
}

/** Where a step's lines go, its own and the runner's about it. */
export interface StepLog {
  text(line: string): void;
  /** Groups do not nest: one that begins ends the one before it. */
  group(title: string): void;
  endGroup(): void;
  /** Dropped where the job is not debugged. */
  debug(text: string): void;
  annotate(annotation: Annotation): void;
}

export interface StepLogOptions {
  readonly masker: Masker;
  /** RUNNER_DEBUG is 1. */
  readonly debug: boolean;
  readonly show: (line: StepLine) => void;
}

/** Annotations of one level that a step may have; further ones are lines of the log (ExecutionContext, `_maxCountPerIssueType`). */
const MOST_OF_A_LEVEL = 10;
/** Characters of a message; the rest is cut off (ExecutionContext, `_maxIssueMessageLength`). */
const LONGEST_MESSAGE = 4_096;

/** The log of one step. */
export function createStepLog({ masker, debug, show }: StepLogOptions): StepLog {
  const counts = new Map<AnnotationLevel, number>();
  let inGroup = false;
  const endGroup = (): void => {
    if (inGroup) show({ kind: 'endgroup' });
    inGroup = false;
  };
  const text = (line: string): void => show({ kind: 'text', text: masker.mask(line) });
  return {
    text,
    endGroup,
    group(title) {
      endGroup();
      inGroup = true;
      show({ kind: 'group', title: masker.mask(title) });
    },
    debug(message) {
      for (const line of debug ? message.split(/\r?\n/) : [])
        show({ kind: 'debug', text: masker.mask(line) });
    },
    annotate({ level, message, title = '', place = {} }) {
      // Masked before it is cut: half a secret would not be recognised.
      const shown = masker.mask(message).slice(0, LONGEST_MESSAGE);
      // The forge takes no annotation without a message.
      if (shown.trim() === '') return;
      const count = counts.get(level) ?? 0;
      counts.set(level, count + 1);
      if (count >= MOST_OF_A_LEVEL) text(`##[${level}]${shown}`);
      else show({ kind: 'annotation', level, title, text: shown, ...(isEmpty(place) ? {} : { place }) });
    },
  };
}

function isEmpty(place: Readonly<Record<string, string>>): boolean {
  return Object.keys(place).length === 0;
}
