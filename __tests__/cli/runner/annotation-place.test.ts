import { describe, expect, it } from '@jest/globals';
import { annotationPlace } from '../../../src/cli/runner/annotation-place.ts';

function placed(given: Readonly<Record<string, string>>) {
  const properties = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  return annotationPlace({ name: 'error', properties, data: 'x' }, '/tide');
}

type Given = Readonly<Record<string, string>>;

describe('the place of an annotation', () => {
  it.each<readonly [Given]>([
    [{}],
    [{ file: 'a.py' }],
    [{ file: 'a.py', line: '1' }],
    [{ line: '1', endLine: '1', col: '2', endColumn: '3' }],
    [{ line: '9', endLine: '10' }],
    [{ line: 'x' }],
  ])('%j stands as it is given', (given) => {
    expect(placed(given)).toEqual({ place: given, problems: [] });
  });

  it.each<readonly [Given, Given]>([
    [{ endLine: '2' }, { line: '2', endLine: '2' }],
    [
      { line: '1', endColumn: '3' },
      { line: '1', col: '3', endColumn: '3' },
    ],
    [{ col: '2' }, {}],
    [{ line: 'x', col: '2' }, { line: 'x' }],
    [
      { line: '1', endLine: '2', col: '3' },
      { line: '1', endLine: '2' },
    ],
    [{ line: '3', endLine: '2' }, {}],
    [{ line: '3', endLine: '2', col: '1' }, {}],
    [{ line: '1', col: '3', endColumn: '2' }, { line: '1' }],
  ])('%j makes no sense and becomes %j, with a word about it', (given, place) => {
    const { problems, ...rest } = placed(given);
    expect(rest).toEqual({ place });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(/^Invalid error command value\. '/);
  });

  it.each([
    ['/tide/src/a.py', 'src/a.py'],
    ['/tide', '/tide'],
    ['/tidehouse/a.py', '/tidehouse/a.py'],
    ['/other/a.py', '/other/a.py'],
    ['src/a.py', 'src/a.py'],
  ])('file %j is shown as %j', (file, shown) => {
    expect(placed({ file }).place).toEqual({ file: shown });
  });

  it('knows of no empty file', () => {
    expect(placed({ file: '' }).place).toEqual({});
  });
});
