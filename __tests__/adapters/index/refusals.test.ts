import { describe, expect, it } from '@jest/globals';
import { refusalFault } from '../../../src/adapters/index/refusals.ts';

const CONTEXT = {
  index: 'pypi',
  filename: 'demo-1.0-py3-none-any.whl',
  address: 'https://upload.index.example/legacy/',
  input: 'pypi-url',
};

// Which answer is which fault is the matter of refusal-table.test.ts.
describe('refusalFault', () => {
  it('tells what the index said, of which file, and names the index as people do', () => {
    const reason = 'Only one sdist may be uploaded per release.';
    const { title, finding } = refusalFault({ status: 400, reason }, CONTEXT);
    expect(finding).toBe(`PyPI answered 400 to demo-1.0-py3-none-any.whl: ${reason}`);
    expect(title).toBe('The release on PyPI has an sdist already');
  });

  it('names the input only where the input is what to change', () => {
    const { title, remedy } = refusalFault(
      { status: 403, reason: 'Invalid or non-existent authentication information.' },
      { ...CONTEXT, index: 'testpypi' },
    );
    expect(title).toBe('TestPyPI does not know the token');
    expect(remedy).toContain('the secret behind testpypi-token');
  });

  it('keeps what it does not know, in the index’s own words', () => {
    expect(refusalFault({ status: 451, reason: 'Unavailable For Legal Reasons' }, CONTEXT)).toMatchObject({
      code: 'upload-refused',
      finding: 'PyPI answered 451 to demo-1.0-py3-none-any.whl: Unavailable For Legal Reasons.',
    });
    expect(refusalFault({ status: 401, reason: 'Unauthorized' }, CONTEXT).code).toBe('upload-forbidden');
  });

  it('does not promise that a damaged archive will do better', () => {
    const { finding } = refusalFault({ status: 500, reason: 'Internal Server Error' }, CONTEXT);
    expect(finding).toContain('500 Internal Server Error (an archive that is damaged is answered so too)');
  });

  it('blames the world for what passes by itself alone', () => {
    const blames = (status: number, reason: string) => refusalFault({ status, reason }, CONTEXT).blame;
    expect(blames(502, 'Bad Gateway')).toBe('world');
    expect(blames(403, 'Read-only mode: Uploads are temporarily disabled')).toBe('world');
    expect(blames(403, 'Invalid or non-existent authentication information')).toBe('user');
    expect(blames(429, 'Too many new projects created')).toBe('user');
  });

  it('names the address and its input where something else than an upload API answers', () => {
    const { title, finding } = refusalFault({ status: 405, reason: 'Method Not Allowed' }, CONTEXT);
    expect(title).toContain('pypi-url');
    expect(finding).toContain('https://upload.index.example/legacy/ answered 405');
  });
});
