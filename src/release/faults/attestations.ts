import { listed, named, type Row, sentence } from './fault-text.ts';

/** Attestations: signing them, and finding them again on the index. */
export const attestations = {
  'attestations-need-trusted-publishing': ((d) => ({
    title: `Attestations for ${named(d.index)} need trusted publishing`,
    finding: `attestations is required, and ${d.input} is given: an index takes attestations only with trusted publishing.`,
    remedy: `Remove ${d.input} and register this workflow as trusted publisher; or leave attestations out, and they go to the indexes that take them.`,
  })) as Row<{ index: string; input: string }>,
  'attestations-foreign-forge': ((d) => ({
    title: 'The public Sigstore takes no jobs of this forge',
    finding: `attestations is required, and this job is of ${d.forge}: the public Sigstore vouches for jobs on github.com alone.`,
    remedy:
      'Leave attestations out, and none are signed; or give fulcio-url and rekor-url of a Sigstore that takes this forge.',
  })) as Row<{ forge: string }>,
  'attestations-refused-reusable-workflow': ((d) => ({
    title: 'Attestations from a reusable workflow would be refused',
    finding: `The job stands in ${d.called}, which ${d.caller} calls. The certificate names the caller as the build's configuration, but the publisher that an index knows is the called one.`,
    remedy:
      'Put the publishing job into the workflow that is started, and register that one as trusted publisher; or set attestations: off.',
  })) as Row<{ called: string; caller: string }>,
  'sigstore-trouble': ((d) => ({
    title: 'Sigstore does not answer as it should',
    finding: `${d.operation} failed: ${sentence(d.last)}`,
    remedy:
      'Safe to run again as is: what already stands is looked at first. To go without attestations while Sigstore is away, set attestations: best-effort.',
    blame: 'world',
  })) as Row<{ operation: string; last: string }>,
  'sigstore-refused': ((d) => ({
    title: 'Sigstore refuses to vouch for this job',
    finding: `${d.operation} failed: ${sentence(d.reason)}`,
    remedy:
      'Sigstore takes the identity of jobs on github.com. Correct fulcio-url and rekor-url where they are your own, or set attestations: off.',
  })) as Row<{ operation: string; reason: string }>,
  'provenance-missing': ((d) => ({
    title: `${named(d.index)} does not give out the attestations`,
    finding: `${listed(d.files)} ${d.files.length === 1 ? 'was' : 'were'} uploaded with an attestation each, but after ${d.seconds} s the integrity API of ${named(d.index)} has none.`,
    remedy:
      'The files stand, and attestations cannot be added to them. Run again: the run goes on from here, and says which files have none.',
    blame: 'world',
  })) as Row<{ index: string; files: readonly string[]; seconds: number }>,
  'provenance-differs': ((d) => ({
    title: `${named(d.index)} gives out other attestations than were sent`,
    finding: `${d.filename}: ${d.problem}.`,
    remedy: `Look at the file on ${named(d.index)}: somebody else may have published it. The release stops before its tag.`,
  })) as Row<{ index: string; filename: string; problem: string }>,
} as const;
