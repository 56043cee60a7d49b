import { describe, expect, it } from '@jest/globals';
import { noticed, skipped, step } from '../../src/release/event.ts';
import { recorder } from '../support/world.ts';

describe('step', () => {
  it('tells its start, its end and what came of it, and gives the result on', async () => {
    const told = recorder();
    const result = await step(
      told.emit,
      'Count',
      async () => 3,
      (count) => `${count} things`,
    );
    expect(result).toBe(3);
    expect(told.events).toEqual([
      { kind: 'step-started', step: 'Count' },
      { kind: 'step-ended', step: 'Count', outcome: 'passed', says: '3 things' },
    ]);
  });

  it('tells the first line of a failure and throws it on', async () => {
    const told = recorder();
    const failure = new Error('no\nmore');
    await expect(step(told.emit, 'Count', () => Promise.reject(failure))).rejects.toBe(failure);
    expect(told.events.at(-1)).toEqual({ kind: 'step-ended', step: 'Count', outcome: 'failed', says: 'no' });
  });

  it('tells a skip with its reason', () => {
    const told = recorder();
    skipped(told.emit, 'Count', 'nothing to count');
    expect(told.events).toEqual([
      { kind: 'step-ended', step: 'Count', outcome: 'skipped', says: 'nothing to count' },
    ]);
  });
});

describe('noticed', () => {
  it('tells its level, what it is about, and what was seen', () => {
    const told = recorder();
    noticed(told.emit, 'warning', 'Counted', 'three are missing');
    expect(told.events).toEqual([
      { kind: 'noticed', level: 'warning', title: 'Counted', says: 'three are missing' },
    ]);
  });
});
