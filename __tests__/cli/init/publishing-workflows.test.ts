import { describe, expect, it } from '@jest/globals';
import { publishingWorkflows } from '../../../src/cli/init/publishing-workflows.ts';

const means = (text: string) => publishingWorkflows({ 'one.yml': text }).map(({ by }) => by);

describe('workflows that publish already', () => {
  it.each([
    ['      - uses: pypa/gh-action-pypi-publish@release/v1', 'pypa/gh-action-pypi-publish'],
    ['      - uses: org/pypi-release@v1', 'pypi-release'],
    ['      - run: twine upload dist/*', 'the publishing command of a tool'],
    ['      - run: python -m twine  upload --skip-existing dist/*', 'the publishing command of a tool'],
    ['      - run: uv publish --trusted-publishing always', 'the publishing command of a tool'],
    ['      - run: poetry --no-interaction publish --build', 'the publishing command of a tool'],
    ['      - run: python setup.py sdist upload', 'the publishing command of a tool'],
    ['      - run: maturin upload dist/*', 'the publishing command of a tool'],
    ['          command: upload', 'PyO3/maturin-action'],
  ])('are known by what they run: %s', (line, by) => {
    expect(means(`jobs:\n  it:\n    steps:\n${line}\n`)).toEqual([by]);
  });

  it.each([
    ['a comment', '      # then: twine upload dist/*'],
    ['a rehearsal', '      - uses: org/pypi-release/rehearse@v1'],
    ['a job of that name', '      - run: pip install uv\n\n  publish:\n    needs: it'],
    ['an artifact', '      - uses: actions/upload-artifact@v7'],
    ['a check', '      - run: twine check dist/*'],
  ])('are not known by %s', (_what, line) => {
    expect(means(`jobs:\n  it:\n    steps:\n${line}\n`)).toEqual([]);
  });

  it('are told by file', () => {
    const texts = { 'ci.yml': 'run: pytest', 'out.yml': 'run: uv publish' };
    expect(publishingWorkflows(texts).map(({ file }) => file)).toEqual(['out.yml']);
  });
});
