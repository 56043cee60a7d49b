import { named, quoted, type Row, refused, sentence } from './fault-text.ts';

/** Credentials of an index: what is missing before the upload, and what an index says of a token, an account and its rights. */
export const credentials = {
  'credential-missing': ((d) => ({
    title: `No credential for ${named(d.index)}`,
    finding: d.reason,
    remedy: `Give the job \`permissions: id-token: write\` and register this workflow as a trusted publisher of the project on ${named(d.index)}; or give ${d.index}-token from a secret.`,
    link: 'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect',
  })) as Row<{ index: string; reason: string }>,
  'identity-foreign': ((d) => ({
    title: `${named(d.index)} takes no identity of this forge`,
    finding: d.reason,
    remedy: `Make an API token in the account settings of ${named(d.index)} and give it as ${d.index}-token, from a secret. Trusted publishing is for jobs on github.com.`,
  })) as Row<{ index: string; reason: string }>,
  'token-malformed': ((d) => ({
    title: `${d.input} is not an API token`,
    finding: `${d.input} does not begin with pypi-, as every API token of PyPI and TestPyPI does.`,
    remedy:
      'Copy the token whole, with its pypi- at the front. User names and passwords have not been taken for years.',
  })) as Row<{ input: string }>,
  'user-without-token': ((d) => ({
    title: `${d.input} is given without a password`,
    finding: `${d.input} is ${quoted(d.value)}, and ${d.token} is not given: trusted publishing has no user name.`,
    remedy: `Give the user's token or password as ${d.token}, from a secret; or remove ${d.input}.`,
  })) as Row<{ input: string; value: string; token: string }>,
  'user-refused': ((d) => ({
    title: `${named(d.index)} takes no user names`,
    finding: `${d.input} is ${quoted(d.value)}, and the release goes to ${named(d.index)}, which takes API tokens and trusted publishing alone.`,
    remedy: `Remove ${d.input}. It is for an index of your own, whose address goes into ${d.index}-url.`,
  })) as Row<{ index: string; input: string; value: string }>,
  'token-unknown': refused((d) => ({
    title: `${named(d.index)} does not know the token`,
    remedy: `The token was deleted, is not copied whole, or is one of another index: PyPI and TestPyPI have tokens of their own. Make an API token in the account settings of ${named(d.index)} and put it into the secret behind ${d.index}-token. A minted token ends with its trusted publisher: see that the publisher is still registered.`,
  })),
  'token-altered': refused((d) => ({
    title: `The ${named(d.index)} token is not as it was made`,
    remedy: `Copy the token again, whole and without changes, into the secret behind ${d.index}-token, or make a new one.`,
  })),
  'token-expired': refused((d) => ({
    title: `The ${named(d.index)} token has expired`,
    remedy: `If it is an API token with an end date, make a new one and put it into the secret behind ${d.index}-token. If trusted publishing minted it, it lived 15 minutes: run again.`,
  })),
  'token-scope': refused((d) => ({
    title: `The ${named(d.index)} token is for another project`,
    remedy: `Put a token made for this project into the secret behind ${d.index}-token; for a first release it must be one for the whole account, since a project's token cannot make a project. Or register this workflow as a trusted publisher on ${named(d.index)}.`,
  })),
  'publisher-scope': refused((d) => ({
    title: `This trusted publisher belongs to another project on ${named(d.index)}`,
    remedy: `Its token is good for other projects alone, or the publisher was removed since. Add this workflow as a trusted publisher in the publishing settings of this project on ${named(d.index)}, then run again.`,
  })),
  'password-refused': refused((d) => ({
    title: `${named(d.index)} takes no user name and password`,
    remedy: `Make an API token in the account settings of ${named(d.index)} and put it into the secret behind ${d.index}-token, or use trusted publishing.`,
  })),
  'upload-forbidden': refused((d) => ({
    title: `${named(d.index)} does not accept the credential`,
    remedy:
      'See that the token is one of this index, has not expired, and may upload to this project; or that the publisher is registered for it.',
  })),
  'index-forbidden': ((d) => ({
    title: `${named(d.index)} does not let this run read it`,
    finding: `${sentence(`${d.operation}: ${d.address} answered ${d.status}`)}`,
    remedy: `This index lets nobody read without a credential. It is read with ${d.index}-token, so give a token that may read as well as upload; a token of trusted publishing is good for uploads only.`,
  })) as Row<{ index: string; operation: string; address: string; status: number }>,
  'email-unverified': refused((d) => ({
    title: `The account on ${named(d.index)} has no verified e-mail address`,
    remedy: `Log in to ${named(d.index)} as the user that the token belongs to, verify the primary e-mail address in the account settings, then run again.`,
  })),
  'two-factor-missing': refused((d) => ({
    title: `The account on ${named(d.index)} has no two-factor authentication`,
    remedy: `Log in to ${named(d.index)} as the user that the token belongs to, set up two-factor authentication in the account settings, then run again. The token stays good.`,
  })),
  'account-incomplete': refused((d) => ({
    title: `The account on ${named(d.index)} may not upload yet`,
    remedy: `Log in to ${named(d.index)} as the user that the token belongs to, give the account what the answer asks for, then run again.`,
  })),
  'project-foreign': refused((d) => ({
    title: `The token's user may not upload to this project on ${named(d.index)}`,
    remedy: `Either the project belongs to others: use a token of an owner or maintainer, or publish under another name. Or it is archived, which ${named(d.index)} answers in the same words: its owner takes it out of the archive in the project's settings.`,
  })),
  'project-archived': refused((d) => ({
    title: `The project on ${named(d.index)} takes no uploads`,
    remedy: `It is archived or in quarantine. Archived: take it out of the archive in its settings on ${named(d.index)}, then run again. In quarantine: wait for the administrators of ${named(d.index)}, who wrote to its owners.`,
  })),
  'organization-inactive': refused((d) => ({
    title: `The organization on ${named(d.index)} is not active`,
    remedy: `Have an owner of the organization settle its account on ${named(d.index)}, then run again.`,
  })),
} as const;
