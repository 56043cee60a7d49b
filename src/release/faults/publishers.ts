import { named, quoted, type Row, sentence } from './fault-text.ts';

/** What an index said to the exchange of the job's identity, and what the job presented. */
export interface RefusedExchange {
  /** Name of the index, as in a plan. */
  readonly index: string;
  /** The index's own code and words; the code is empty where it gave none. */
  readonly code: string;
  readonly description: string;
  /** The deciding claims of the identity token, as one list. */
  readonly claims: string;
  /** What to enter as trusted publisher for this run, field by field. */
  readonly form: string;
  /** What the claims tell of the likely cause, as whole sentences; may be empty. */
  readonly cause: string;
}

/** A row whose finding is the index's answer to the exchange. */
const unexchanged =
  <Details extends RefusedExchange = RefusedExchange>(
    text: (details: Details) => Omit<ReturnType<Row<Details>>, 'finding'>,
  ): Row<Details> =>
  (d) => {
    const answer = [d.code, d.description].filter((part) => part !== '').join(': ');
    return {
      ...text(d),
      finding: `${named(d.index)} answered ${sentence(answer)} This run presents ${d.claims}.`,
    };
  };

/** Words in a row, empty ones left out. */
const said = (...sentences: readonly string[]): string => sentences.filter((one) => one !== '').join(' ');

/** Trusted publishing: the job's identity and its exchange for a token of the index. */
export const publishers = {
  'identity-refused': ((d) => ({
    title: 'GitHub gave no identity token',
    finding: `The request for audience ${quoted(d.audience)} answered: ${sentence(d.problem)}`,
    remedy: 'Run again. If it stays so, see that the job has `permissions: id-token: write`.',
    blame: 'world',
  })) as Row<{ audience: string; problem: string }>,
  'publisher-unknown': unexchanged((d) => ({
    title: `${named(d.index)} does not know this publisher`,
    remedy: said(
      `In the publishing settings of the project on ${named(d.index)}, enter a trusted publisher of exactly these values: ${d.form}.`,
      d.cause,
      `A project that does not exist yet takes a pending publisher, entered in the account's publishing settings: the same values and the project name as in pyproject.toml; it does not reserve the name and lapses after 30 days.`,
    ),
  })),
  'publisher-claim-differs': unexchanged<RefusedExchange & { readonly claim: string }>((d) => ({
    title: `The publisher on ${named(d.index)} was registered for another ${d.claim}`,
    remedy: `Remove the publisher on ${named(d.index)} and enter it anew: ${d.form}. ${named(d.index)} looks up the owner's number when a publisher is entered, so that a renamed or newly made account of the same name is not mistaken for the old one.`,
  })),
  'publisher-environment': unexchanged((d) => ({
    title: `The publisher on ${named(d.index)} was registered for another environment`,
    remedy: said(
      d.cause,
      `Make both alike: set \`environment:\` on the job to the one registered on ${named(d.index)}, or register ${d.form}.`,
    ),
  })),
  'publisher-event': unexchanged((d) => ({
    title: `${named(d.index)} takes no upload from a pull_request_target run`,
    remedy:
      'Such a run may execute code of a stranger with the rights of the repository. Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).',
  })),
  'workflow-reusable': unexchanged<RefusedExchange & { readonly caller: string; readonly called: string }>(
    (d) => ({
      title: `${named(d.index)} takes no upload from a reusable workflow`,
      remedy: `The job stands in ${d.called}, which ${d.caller} calls. Move the step that publishes into a job of the calling workflow itself, and enter that one as trusted publisher on ${named(d.index)}: ${d.form}. A called workflow of the same repository could be registered by its own file, but its attestations would be refused.`,
    }),
  ),
  'workflow-elsewhere': unexchanged((d) => ({
    title: `The workflow file is not where ${named(d.index)} expects it`,
    remedy: `The job must stand in .github/workflows of the repository that releases, at the commit or tag of the run. Enter it as trusted publisher on ${named(d.index)}: ${d.form}.`,
  })),
  'identity-incomplete': unexchanged((d) => ({
    title: 'The identity token lacks what a publisher is known by',
    remedy: `Only a job of GitHub Actions has these claims, and a customised token may leave them out: take the customisation back in the repository's OIDC settings. Or give ${d.index}-token from a secret.`,
  })),
  'identity-unverified': unexchanged((d) => ({
    title: `${named(d.index)} could not verify the identity token`,
    remedy: `Run again: every run asks for a fresh one. If it stays so, the clock of a self-hosted runner may be off, or ${named(d.index)} does not know the keys of the forge.`,
    blame: 'world',
  })),
  'identity-used': unexchanged((d) => ({
    title: `${named(d.index)} says that the identity token was used before`,
    remedy: 'Run again: a fresh one is asked for at every try, and none is ever shown twice.',
    blame: 'world',
  })),
  'issuer-unknown': unexchanged((d) => ({
    title: `${named(d.index)} does not trust this forge's identities`,
    remedy: `Trusted publishing is for jobs on github.com: a GitHub Enterprise Server or another forge issues identities that ${named(d.index)} does not know. Give ${d.index}-token from a secret.`,
  })),
  'pending-publisher-lost': unexchanged((d) => ({
    title: `The project of the pending publisher exists already on ${named(d.index)}`,
    remedy: `A pending publisher does not reserve its name; somebody made the project meanwhile, and ${named(d.index)} has removed the pending publisher. If the project is yours, enter an ordinary publisher in its publishing settings: ${d.form}. Else choose another name.`,
  })),
  'pending-publisher-refused': unexchanged((d) => ({
    title: `${named(d.index)} does not make the project of the pending publisher`,
    remedy: `Choose another project name in pyproject.toml, and enter a pending publisher of that name on ${named(d.index)}: ${d.form}.`,
  })),
  'exchange-refused': unexchanged((d) => ({
    title: `${named(d.index)} does not take the identity of this job`,
    remedy: `Compare the trusted publisher on ${named(d.index)} with what this run presents: ${d.form}. Or give ${d.index}-token from a secret.`,
  })),
  'trusted-publishing-disabled': ((d) => ({
    title: `${named(d.index)} has trusted publishing switched off`,
    finding: `${d.address} answered ${d.status}: ${sentence(d.reason)}`,
    remedy: `Its administrators do so in an emergency. Run again later, or give ${d.index}-token from a secret.`,
    blame: 'world',
  })) as Row<{ index: string; address: string; status: number; reason: string }>,
  'trusted-publishing-unsupported': ((d) => ({
    title: `${named(d.index)} has no trusted publishing`,
    finding: `${d.address} answered ${d.status}, where an index with trusted publishing gives its audience.`,
    remedy: `Give ${d.index}-token from a secret. If ${d.index}-url is set, see that it is the upload address.`,
  })) as Row<{ index: string; address: string; status: number }>,
} as const;
