import { describe, expect, it } from '@jest/globals';
import { linesReader } from '../../../src/packaging/version-places/lines.ts';

describe('lines that a pattern fits', () => {
  it('have the version replaced, and no other line has', () => {
    const text = 'a = "1.2.0"\r\nrelease = "1.2.0"  # v1.2.0\r\n';
    expect(linesReader('^release')?.rewritten(text, '1.2.0', '1.3.0')).toBe(
      'a = "1.2.0"\r\nrelease = "1.3.0"  # v1.3.0\r\n',
    );
  });

  it.each(['11.2.0', '0.1.2.0', '1.2.01', '1.2.0.1', '1.2.0rc1', '1.2.0.post1', '1.2.0.dev3'])(
    'are left alone where they say %s',
    (other) => {
      expect(linesReader('')?.rewritten(`demo ${other}\n`, '1.2.0', '1.3.0')).toBeUndefined();
    },
  );

  it.each(['"1.2.0"', 'v1.2.0.', '==1.2.0,', '(1.2.0)', '1.2.0'])('are written where they say %s', (told) => {
    expect(linesReader('')?.rewritten(told, '1.2.0', '$&')).toBe(told.replace('1.2.0', () => '$&'));
  });

  it('may be told by a pattern of Python, as far as it is one of ours', () => {
    expect(linesReader('(?P<name>rel)ease')?.rewritten('release 1', '1', '2')).toBe('release 2');
    expect(linesReader('(?x) release')).toBeUndefined();
  });
});
