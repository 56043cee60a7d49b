import { describe, expect, it } from '@jest/globals';
import { fault, Stopped } from '../../src/release/fault.ts';
import { type Standing, withStanding } from '../../src/upload/standing.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { aDistribution, aProject } from '../support/world.ts';

const [ONE, TWO, THREE] = ['win_amd64', 'win_arm64', 'any'].map((platform) =>
  aDistribution(`demo-1.2.0-py3-none-${platform}.whl`),
);
const ALL = [ONE, TWO, THREE].flatMap((each) => each ?? []);
const TROUBLE = fault('index-trouble', { index: 'pypi', operation: 'upload', attempts: 4, last: '503' });
const FAILURE = new Stopped([TROUBLE], { patience: 5 });

const standing = (changes: Partial<Standing> = {}): Standing => ({
  name: 'pypi',
  index: memoryIndex(),
  project: aProject(),
  distributions: ALL,
  known: [],
  ...changes,
});

/** What is told beyond the failure's own finding. */
async function told(changes: Partial<Standing>): Promise<string | undefined> {
  const failure = await withStanding(FAILURE, standing(changes));
  const [first] = failure instanceof Stopped ? failure.faults : [];
  expect(first?.finding.startsWith(`${TROUBLE.finding} `)).toBe(true);
  return first?.finding.slice(TROUBLE.finding.length + 1);
}

describe('what stands after a failure', () => {
  it('is told file by file: what stands, what is missing, what is another’s', async () => {
    const other = aDistribution(TWO?.filename, 'other bytes');
    const index = memoryIndex({ files: ALL.slice(0, 1).concat(other) });
    expect(await told({ index })).toBe(
      `On PyPI stand: ${ONE?.filename}; are missing: ${THREE?.filename}; stand with other bytes: ${TWO?.filename}.`,
    );
  });

  it('is looked at anew, whatever was seen before', async () => {
    expect(await told({ known: ALL.map(({ filename }) => filename) })).toMatch(/^On PyPI are missing: /);
  });

  it('is what was seen before, where the index cannot be looked at', async () => {
    const index = { ...memoryIndex(), release: () => Promise.reject(FAILURE) };
    expect(await told({ index, known: ['a.whl', 'b.whl'] })).toBe(
      'PyPI cannot be looked at now; before the failure a.whl, b.whl stood there.',
    );
    expect(await told({ index })).toBe(
      'PyPI cannot be looked at now; before the failure no file of this release was seen there.',
    );
  });

  it('goes with every fault, and changes nothing else of the failure', async () => {
    const failure = await withStanding(
      new Stopped([TROUBLE, { ...TROUBLE, code: 'upload-refused' }], { patience: 7 }),
      standing(),
    );
    expect(failure).toMatchObject({
      patience: 7,
      faults: [
        { ...TROUBLE, finding: expect.stringContaining(' On PyPI are missing: ') },
        { code: 'upload-refused', finding: expect.stringContaining(' On PyPI are missing: ') },
      ],
    });
  });

  it('is not told with an error that is no fault', async () => {
    const bug = new TypeError('ours');
    expect(await withStanding(bug, standing())).toBe(bug);
  });
});
