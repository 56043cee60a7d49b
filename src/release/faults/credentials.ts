import { quoted, type Row } from './fault-text.ts';

/** Credentials of an index. */
export const credentials = {
  'credential-missing': ((d) => ({
    title: `No credential for ${d.index}`,
    finding: d.reason,
    remedy: `Give the job \`permissions: id-token: write\` and register this workflow as a trusted publisher of ${d.index}; or give ${d.index}-token from a secret.`,
    link: 'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect',
  })) as Row<{ index: string; reason: string }>,
  'token-malformed': ((d) => ({
    title: `${d.input} is not an API token`,
    finding: `${d.input} does not begin with pypi-, as every API token of that index does.`,
    remedy:
      'Copy the token whole, with its pypi- at the front. User names and passwords have not been taken for years.',
  })) as Row<{ input: string }>,
  'identity-refused': ((d) => ({
    title: 'The forge gave no identity token',
    finding: `The request for audience ${quoted(d.audience)} answered: ${d.problem}`,
    remedy: 'Run again. If it stays so, see that the job has `permissions: id-token: write`.',
    blame: 'world',
  })) as Row<{ audience: string; problem: string }>,
  'publisher-unknown': ((d) => ({
    title: `${d.index} does not know this publisher`,
    finding: `${d.index} answered ${d.code}: ${d.description}. This run presents ${d.claims}.`,
    remedy: `Enter exactly these values as trusted publisher of the project on ${d.index}: ${d.form}.`,
  })) as Row<{ index: string; code: string; description: string; claims: string; form: string }>,
  'exchange-refused': ((d) => ({
    title: `${d.index} does not take the identity of this job`,
    finding: `${d.index} answered ${d.code}: ${d.description}. This run presents ${d.claims}.`,
    remedy:
      'Trusted publishing is for jobs on github.com that are not started by pull_request_target. Elsewhere, give an API token from a secret.',
  })) as Row<{ index: string; code: string; description: string; claims: string }>,
  'trusted-publishing-unsupported': ((d) => ({
    title: `${d.index} has no trusted publishing`,
    finding: `${d.address} answered ${d.status}.`,
    remedy: `Give ${d.index}-token from a secret.`,
  })) as Row<{ index: string; address: string; status: number }>,
} as const;
