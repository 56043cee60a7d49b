/** How the lines of a step look in a terminal. */

import type { StepLine } from './workflow-commands.ts';

/** Prints one line, or several. */
export type Print = (text: string) => void;

/** A printer of step lines: groups become headings, what is in them is indented, debug lines are dropped. */
export function createScreen(print: Print): (line: StepLine) => void {
  let inGroup = false;
  return (line) => {
    switch (line.kind) {
      case 'group':
        inGroup = true;
        print(`\n${line.title}`);
        return;
      case 'endgroup':
        inGroup = false;
        return;
      case 'annotation':
        print(`${line.level}: ${line.title === '' ? '' : `${line.title}: `}${line.text}`);
        return;
      case 'text':
        print(`${inGroup ? '  ' : ''}${line.text}`);
        return;
      case 'debug':
        return;
    }
  };
}
