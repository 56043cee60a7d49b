/** What the runner makes of a step's output lines: workflow commands taken out, secrets masked (actions/runner, ActionCommandManager). */

export type StepLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'endgroup' }
  | {
      readonly kind: 'annotation';
      readonly level: 'error' | 'warning' | 'notice';
      readonly title: string;
      readonly text: string;
    }
  | { readonly kind: 'debug'; readonly text: string };

/** Commands that a runner takes without showing anything of them. */
const SILENT = ['set-output', 'save-state', 'echo', 'add-matcher', 'remove-matcher'];

const COMMAND = /^\s*::([A-Za-z-]+)(?: ([^:]*(?:::?[^:]+)*?))?::(.*)$/;

/**
 * A reader of one step's lines. It remembers masks, and whether commands are stopped.
 *
 * @returns for each line what is to be shown, or undefined where nothing is
 */
export function createStepReader(): (line: string) => StepLine | undefined {
  const masks: string[] = [];
  let stoppedBy: string | undefined;
  const masked = (text: string): string => masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text);

  return (line) => {
    if (stoppedBy !== undefined) {
      if (line.trim() !== `::${stoppedBy}::`) return { kind: 'text', text: masked(line) };
      stoppedBy = undefined;
      return undefined;
    }
    const match = COMMAND.exec(line);
    if (match === null) return { kind: 'text', text: masked(line) };
    const [, name = '', properties = '', data = ''] = match;
    if (name === 'stop-commands') {
      stoppedBy = data;
      return undefined;
    }
    if (name === 'add-mask') {
      masks.push(
        ...unescapedData(data)
          .split('\n')
          .filter((part) => part.trim() !== ''),
      );
      // A mask that is part of another must not lay bare the rest of it.
      masks.sort((one, other) => other.length - one.length);
      return undefined;
    }
    if (SILENT.includes(name)) return undefined;
    return (
      shown(name, masked(titleOf(properties)), masked(unescapedData(data))) ?? {
        kind: 'text',
        text: masked(line),
      }
    );
  };
}

function shown(name: string, title: string, text: string): StepLine | undefined {
  switch (name) {
    case 'group':
      return { kind: 'group', title: text };
    case 'endgroup':
      return { kind: 'endgroup' };
    case 'error':
    case 'warning':
    case 'notice':
      return { kind: 'annotation', level: name, title, text };
    case 'debug':
      return { kind: 'debug', text };
    default:
      return undefined;
  }
}

function titleOf(properties: string): string {
  const title = properties.split(',').find((property) => property.startsWith('title='));
  return (title?.slice('title='.length) ?? '')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

function unescapedData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
