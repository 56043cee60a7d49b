import { describe, expect, it } from '@jest/globals';
import { FILE_COMMANDS } from '../../../src/cli/runner/file-commands.ts';
import { attempt } from '../../../src/cli/runner/refusal.ts';
import { annotation, watchedStep } from '../../support/step-context.ts';

/** What becomes of a step that wrote this into the file of that command. */
function written(name: string, content: string, secrets: readonly string[] = []) {
  const { context, lines } = watchedStep({ secrets });
  const row = FILE_COMMANDS.find((each) => each.name === name);
  attempt(`file command '${name}'`, context, () => row?.obey(content, context));
  return { lines, record: context.record };
}

describe('the command files', () => {
  it('are read in the runner’s order', () => {
    expect(FILE_COMMANDS.map(({ variable }) => variable)).toEqual([
      'GITHUB_PATH',
      'GITHUB_ENV',
      'GITHUB_STEP_SUMMARY',
      'GITHUB_STATE',
      'GITHUB_OUTPUT',
    ]);
  });

  it.each(['output', 'env', 'state'])('%s fails the step where the runner would refuse it', (name) => {
    const { lines, record } = written(name, 'a=1\nrubbish\n');
    expect(lines).toEqual([
      annotation('error', `Unable to process file command '${name}' successfully.`),
      annotation('error', "Invalid format 'rubbish'"),
    ]);
    expect(record.refusals).toEqual(["Invalid format 'rubbish'"]);
  });

  it('keep what stands before the bad line', () => {
    expect([...written('output', 'a=1\nrubbish\n').record.outputs]).toEqual([['a', '1']]);
  });

  it('refuse an output of no name; a state of no name passes', () => {
    expect(written('output', '=x\n').record.refusals).toEqual(["Value cannot be null. (Parameter 'name')"]);
    expect([...written('state', '=x\n').record.state]).toEqual([['', 'x']]);
  });

  it.each(['NODE_OPTIONS', 'node_options'])('store no %s, with an error, and the step goes on', (name) => {
    const { lines, record } = written('env', `${name}=--require x\nA=1\n`);
    expect(lines).toEqual([
      annotation('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."),
    ]);
    expect([...record.environment, ...record.refusals]).toEqual([['A', '1']]);
  });

  it('name directories line by line; one named again moves to the front', () => {
    const { record } = written('path', '/a\n\n/b\r\n/c\n/a');
    expect([...record.searchPath]).toEqual(['/b', '/c', '/a']);
  });
});

describe('the summary', () => {
  const summaryOf = (content: string, secrets: readonly string[] = []) =>
    written('step_summary', content, secrets).record.uploads.get('step_summary');

  it('is masked line by line', () => {
    expect(summaryOf('# a s3cret\r\n\nline1\nline2', ['s3cret', 'line1\nline2'])).toBe(
      '# a ***\n\n***\n***\n',
    );
  });

  it('is none where it is empty', () => {
    expect(summaryOf('')).toBeUndefined();
  });

  it('of a mebibyte is sent, of more it is an error and not sent, and the step goes on', () => {
    const most = `${'ä'.repeat(512 * 1_024 - 1)}x\n`;
    expect(summaryOf(most)).toBe(most);
    const { lines, record } = written('step_summary', `${most}x`);
    expect(lines).toEqual([
      annotation(
        'error',
        '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1024k.',
      ),
    ]);
    expect([record.uploads.size, record.refusals.length]).toEqual([0, 0]);
  });
});
