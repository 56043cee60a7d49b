/** How the lines of a step look in a terminal. */

import type { StepLine } from './runner/step-line.ts';

/** Prints one line, or several. */
export type Print = (text: string) => void;

/** A printer of step lines: groups become headings, what is in them is indented, debug lines are dropped. */
export function createScreen(print: Print): (line: StepLine) => void {
  let inGroup = false;
  let told = '';
  const tell: Print = (text) => {
    told += `${text}\n`;
    print(text);
  };
  return (line) => {
    switch (line.kind) {
      case 'group':
        inGroup = true;
        tell(`\n${line.title}`);
        return;
      case 'endgroup':
        inGroup = false;
        return;
      case 'annotation':
        // On the forge an annotation stands beside the log; here it would only say again what the log has just said.
        if (line.title === '' || !told.includes(line.title))
          tell([line.level, line.title, line.text].filter((part) => part !== '').join(': '));
        return;
      case 'text':
        tell(`${inGroup ? '  ' : ''}${line.text}`);
        return;
      case 'debug':
        return;
    }
  };
}
