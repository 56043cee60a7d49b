import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { UploadRequest } from '../../src/ports/package-index.ts';
import { uploadTarget } from '../../src/upload/upload.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { aDistribution, aPlan, aProject } from '../support/world.ts';

const OURS = aDistribution('demo-1.2.0.tar.gz', 'ours');
const target = (index = memoryIndex()) =>
  uploadTarget('pypi', index, { plan: aPlan(), project: aProject() })(OURS);

describe('the upload of a file', () => {
  it('is asked for where the index does not have it', () => {
    expect(target().decide(OURS, undefined)).toEqual({
      kind: 'act',
      change: OURS,
      evidence: 'pypi does not have it',
    });
  });

  it('is satisfied where the index has the same bytes', () => {
    expect(target().decide(OURS, OURS.sha256)).toEqual({
      kind: 'satisfied',
      evidence: 'pypi has it with the same sha256',
    });
  });

  it('conflicts with other bytes, naming both sides', () => {
    const decision = target().decide(OURS, 'beef');
    expect(decision.kind).toBe('conflict');
    if (decision.kind !== 'conflict') return;
    expect(decision.fault.code).toBe('upload-conflict');
    expect(decision.fault.finding).toContain(`demo-1.2.0.tar.gz: here sha256 ${OURS.sha256}, on `);
    expect(decision.fault.finding).toMatch(/ beef\.$/);
  });

  it('names its index and its file', () => {
    expect(target().name).toBe('pypi demo-1.2.0.tar.gz');
  });

  it('looks for its own file among those of the release', async () => {
    const other = aDistribution('demo-1.2.0-py3-none-any.whl');
    expect(await target(memoryIndex({ files: [other] })).observe(OURS)).toBeUndefined();
    expect(await target(memoryIndex({ files: [other, OURS] })).observe(OURS)).toBe(OURS.sha256);
  });

  it('sends the file from the directory of the distributions', async () => {
    const sent: UploadRequest[] = [];
    const index = { ...memoryIndex(), upload: async (request: UploadRequest) => void sent.push(request) };
    await uploadTarget('pypi', index, { plan: aPlan(), project: aProject() })(OURS).act(OURS);
    expect(sent).toMatchObject([
      { file: path.join(aPlan().packages, OURS.filename), filename: OURS.filename, sha256: OURS.sha256 },
    ]);
  });
});
