import { describe, expect, it } from '@jest/globals';
import {
  type Caveat,
  issueToken,
  type Presented,
  presentedToken,
  tokenTrouble,
} from '../../../src/emulators/index/macaroon.ts';
import { emptyProject } from '../../../src/emulators/index/projects.ts';
import { emptyState, type User } from '../../../src/emulators/index/state.ts';
import { NOW } from './harness.ts';

const USER: User = { id: 'u1', name: 'alice', verifiedAddress: true, twoFactor: true, disabled: false };
const DEMO = emptyProject('demo', USER);
const seconds = NOW.getTime() / 1000;

/** A token with these caveats, presented by its user. */
function presented(caveats: readonly Caveat[], alter: (token: Presented) => Presented = (token) => token) {
  const state = emptyState([]);
  const token = presentedToken(issueToken(state, 'index.example', { user: USER }, caveats));
  const macaroon = token === undefined ? undefined : state.macaroons.get(token.identifier);
  if (token === undefined || macaroon === undefined) throw new Error('the token cannot be read back');
  return tokenTrouble({ user: USER, macaroon, token: alter(token) }, DEMO, NOW);
}

describe('tokens', () => {
  it('begin with version, field and length of the location, as those of PyPI do', () => {
    const token = issueToken(emptyState([]), 'index.example', { user: USER }, [[3, USER.id]]);
    expect(token).toMatch(/^pypi-[A-Za-z0-9_-]{85,}$/);
    expect(Buffer.from(token.slice(5), 'base64url').subarray(0, 16).toString('latin1')).toBe(
      '\x02\x01\x0dindex.example',
    );
  });

  // Made with pymacaroons 0.13: location index.example, identifier of 36 times "i", key of 32 times "k", one caveat.
  const FOREIGN =
    'pypi-AgENaW5kZXguZXhhbXBsZQIkaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpAAIHWzMsIngiXQAABiBG4f2v4RDWIClSSFf40wqvtGLGBw6gCVy4WjlTqPLwVQ';

  it('are read as the library writes them', () => {
    const token = presentedToken(FOREIGN);
    expect(token?.identifier).toBe('i'.repeat(36));
    expect(token?.caveats.map(String)).toEqual(['[3,"x"]']);
  });

  it('are signed as the library signs them', () => {
    const token = presentedToken(FOREIGN);
    if (token === undefined) throw new Error('unreadable');
    const user = { ...USER, id: 'x' };
    const macaroon = { id: 'i'.repeat(36), key: Buffer.alloc(32, 'k'), holder: { user }, caveats: [] };
    expect(tokenTrouble({ user, macaroon, token }, DEMO, NOW)).toBeUndefined();
  });

  it.each([
    '',
    'pypi-',
    'pypi-nonsense',
    'ghp_abc',
    `pypi-${Buffer.from([2, 1, 200]).toString('base64url')}`,
  ])('of another make are not read: %j', (text) => {
    expect(presentedToken(text)).toBeUndefined();
  });
});

describe('tokenTrouble', () => {
  it.each<[caveat: Caveat, trouble: string | undefined]>([
    [[3, 'u1'], undefined],
    [[3, 'u2'], 'current user does not match user restriction in token'],
    [[0, seconds + 1, seconds], undefined],
    [[0, seconds, 0], 'token is expired'],
    [[0, seconds + 9, seconds + 1], 'token is expired'],
    [[1, ['demo']], undefined],
    [[1, ['other']], "project-scoped token is not valid for project: 'demo'"],
    [[2, ['other']], "project-scoped token is not valid for project: 'demo'"],
    [[4, 'p1', null], 'OIDC scoped token used outside of an OIDC identified request'],
  ])('of %j is %s, twice', (caveat, trouble) => {
    expect(presented([caveat])).toBe(trouble === undefined ? undefined : `${trouble}, ${trouble}`);
  });

  it('notices another signature', () => {
    expect(presented([], (token) => ({ ...token, signature: Buffer.alloc(32) }))).toBe(
      'signatures do not match',
    );
  });

  it('holds a caveat that it cannot read against the token', () => {
    expect(presented([], (token) => ({ ...token, caveats: [Buffer.from('{')] }))).toBe(
      'caveat must be an array',
    );
  });
});
