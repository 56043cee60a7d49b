import { describe, expect, it } from '@jest/globals';
import lock from '../../../src/adapters/python/check-tools.txt';

const requirements = lock.trimEnd().split(/\n(?=\S)/);

describe('the lock file of the check tools', () => {
  it('pins twine, ruff and build', () => {
    for (const tool of ['twine', 'ruff', 'build']) expect(lock).toMatch(new RegExp(`^${tool}==\\d`, 'm'));
  });

  it('has the digest of every file it may install', () => {
    expect(requirements.length).toBeGreaterThan(10);
    for (const requirement of requirements)
      expect(requirement).toMatch(/^\S+==\S+[^\n]*(\n\s+--hash=sha256:[0-9a-f]{64}( \\)?)+$/);
  });

  it('names no index and no host', () => {
    expect(lock).not.toMatch(/https?:|index-url|find-links|@/);
  });

  it('leaves keyring out, which would read credentials of the machine', () => {
    expect(lock).not.toMatch(/^keyring/m);
  });
});
