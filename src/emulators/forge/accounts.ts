/** Accounts as the API shows them: the repository's owner, and the robot whose token a job holds. */
import type { Forge } from './state.ts';

/** The owner of the repository. */
export function ownerBody(forge: Forge): object {
  return accountBody(forge, {
    login: forge.owner,
    id: Number(forge.ownerId),
    type: 'User',
    page: forge.owner,
  });
}

/** The account whose token a job holds. */
export function robotBody(forge: Forge): object {
  return accountBody(forge, {
    login: 'github-actions[bot]',
    id: 41898282,
    type: 'Bot',
    page: 'apps/github-actions',
  });
}

interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
  /** Of the web page, below the server. */
  readonly page: string;
}

function accountBody(forge: Forge, { login, id, type, page }: Account): object {
  const url = `${forge.base()}${forge.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${forge.base()}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${forge.base()}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}
