import { type Caveat, issueToken } from '../../../src/emulators/index/macaroon.ts';
import { NOW, type Served, upload, wheel } from '../../emulators/index/harness.ts';
import { changeProject, changeUser, type RefusedRow } from './row.ts';

const seconds = NOW.getTime() / 1000;

/** A token of the user with these caveats besides. */
function restricted(...caveats: readonly Caveat[]): (served: Served) => string {
  return ({ state }) => {
    const user = state.users.get('alice');
    if (user === undefined) throw new Error('no user');
    return issueToken(state, '127.0.0.1', { user }, caveats);
  };
}

/** A token as an exchange mints it, good for these projects. */
function minted(...names: readonly string[]): (served: Served) => string {
  return ({ state }) => {
    const publisher = { id: 'p', owner: 'acme', ownerId: '1', repository: 'demo', workflow: 'release.yml' };
    state.publishers = [{ ...publisher, environment: '', projects: ids({ state }, names) }];
    const caveats = [
      [4, 'p', null],
      [2, ids({ state }, names)],
      [0, seconds + 900, seconds],
    ] as const;
    return issueToken(state, '127.0.0.1', { publisher: 'p' }, caveats);
  };
}

function ids({ state }: Pick<Served, 'state'>, names: readonly string[]): readonly string[] {
  return names.map((name) => state.projects.get(name)?.id ?? `no ${name}`);
}

/** The index's own token with one character of its signature changed. */
function tampered({ token }: Served): string {
  const at = token.length - 4;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}

const flag = (name: string) => (served: Served) => served.state.flags.add(name);

/** Who uploads, with what right, to which project: steps 1 to 3 and 8 to 11 of an upload, and the making of a project. */
export const RIGHTS: readonly RefusedRow[] = [
  {
    claim: 'the index is read-only',
    code: 'index-maintenance',
    status: 403,
    says: 'Read-only mode',
    prepare: flag('read-only'),
  },
  {
    claim: 'uploads are switched off',
    code: 'index-maintenance',
    status: 403,
    says: 'New uploads are temporarily disabled',
    prepare: flag('disallow-new-upload'),
  },
  {
    claim: 'new projects are switched off',
    code: 'registration-closed',
    status: 403,
    says: 'New project registration temporarily disabled',
    prepare: flag('disallow-new-project-registration'),
    dist: wheel('fresh', '1.0'),
    fields: { name: 'fresh' },
  },
  {
    claim: 'nobody comes',
    code: 'token-unknown',
    status: 403,
    says: 'Invalid or non-existent authentication',
    token: () => null,
  },
  {
    claim: 'the token is nonsense',
    code: 'token-unknown',
    status: 403,
    says: 'Invalid or non-existent authentication',
    token: () => 'pypi-nonsense',
  },
  {
    claim: 'the token was deleted',
    code: 'token-unknown',
    status: 403,
    says: 'Invalid or non-existent authentication',
    token: (served) => {
      const token = restricted()(served);
      served.state.macaroons.clear();
      return token;
    },
  },
  {
    claim: 'the user is disabled',
    code: 'token-unknown',
    status: 403,
    says: 'Invalid or non-existent authentication',
    prepare: (served) => changeUser(served, { disabled: true }),
  },
  {
    claim: 'the token was altered',
    code: 'token-altered',
    status: 403,
    says: 'signatures do not match',
    token: tampered,
  },
  {
    claim: 'a user name and a password come',
    code: 'password-refused',
    status: 403,
    says: 'Username/Password authentication is no longer supported',
    authorization: `Basic ${btoa('alice:secret')}`,
  },
  {
    claim: 'the token has expired',
    code: 'token-expired',
    status: 403,
    says: 'token is expired',
    token: restricted([0, seconds - 1, seconds - 900]),
  },
  {
    claim: 'the token is for another project',
    code: 'token-scope',
    status: 403,
    says: 'project-scoped token is not valid',
    token: restricted([1, ['other']]),
  },
  {
    claim: 'a token of a project is to make another',
    code: 'token-scope',
    status: 403,
    says: 'project-scoped token is not valid',
    token: restricted([1, ['demo']]),
    dist: wheel('fresh', '1.0'),
    fields: { name: 'fresh' },
  },
  {
    claim: 'the publisher is one of another project',
    code: 'publisher-scope',
    status: 403,
    says: 'OIDC scoped token is not valid',
    prepare: (served) => upload(served, wheel('other', '1.0')),
    token: minted('other'),
  },
  {
    claim: 'a publisher comes with the name of a project that is not there',
    code: 'project-unregistered',
    says: 'Non-user identities cannot create new projects',
    token: minted('demo'),
    dist: wheel('fresh', '1.0'),
    fields: { name: 'fresh' },
  },
  {
    claim: 'the project belongs to another user',
    code: 'project-foreign',
    status: 403,
    says: "The user 'alice' isn't allowed to upload",
    prepare: (served) => changeProject(served, { owner: { id: 'b', name: 'bob' } }),
  },
  {
    claim: 'the project is archived, and a user comes',
    code: 'project-foreign',
    status: 403,
    says: "The user 'alice' isn't allowed to upload",
    prepare: (served) => changeProject(served, { status: 'archived' }),
  },
  {
    claim: 'the project is archived, and a publisher comes',
    code: 'project-archived',
    status: 403,
    says: "The given token isn't allowed",
    prepare: (served) => changeProject(served, { status: 'archived' }),
    token: minted('demo'),
  },
  {
    claim: 'the project is in quarantine, and a publisher comes',
    code: 'project-archived',
    status: 403,
    says: "The given token isn't allowed",
    prepare: (served) => changeProject(served, { status: 'quarantined' }),
    token: minted('demo'),
  },
  {
    claim: 'the user has no verified address',
    code: 'email-unverified',
    status: 403,
    says: 'verified primary email address',
    prepare: (served) => changeUser(served, { verifiedAddress: false }),
  },
  {
    claim: 'the user has no second factor',
    code: 'two-factor-missing',
    status: 403,
    says: 'two-factor authentication enabled',
    prepare: (served) => changeUser(served, { twoFactor: false }),
  },
  {
    claim: 'the organization is not active',
    code: 'organization-inactive',
    says: 'Organization account owning this project is inactive',
    prepare: (served) => changeProject(served, { organizationActive: false }),
  },
  {
    claim: 'too many projects were made',
    code: 'project-creation-limited',
    status: 429,
    says: 'Too many new projects created',
    prepare: tooMany,
    dist: wheel('fresh', '1.0'),
    fields: { name: 'fresh' },
  },
  {
    claim: 'the name is one of the standard library',
    code: 'project-name-refused',
    says: 'conflict with Python Standard Library',
    dist: wheel('json', '1.0'),
    fields: { name: 'json' },
  },
  {
    claim: 'the name is prohibited',
    code: 'project-name-refused',
    says: "The name 'banned' isn't allowed.",
    prepare: (served) => served.state.prohibited.add('banned'),
    dist: wheel('banned', '1.0'),
    fields: { name: 'banned' },
  },
  {
    claim: 'the name is too like another',
    code: 'project-similar',
    says: 'is too similar to an existing project',
    dist: wheel('dem0', '1.0'),
    fields: { name: 'dem0' },
  },
];

function tooMany({ state }: Served): void {
  const user = state.users.get('alice')?.id ?? '';
  state.creations = Array.from({ length: 20 }, () => ({ at: NOW.getTime(), user }));
}
