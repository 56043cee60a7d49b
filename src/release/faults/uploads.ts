import { type FaultText, listed, type Row } from './fault-text.ts';

interface Refusal {
  readonly index: string;
  readonly filename: string;
  readonly status: number;
  /** The index's own sentence. */
  readonly reason: string;
}

/** A row whose finding is the index's own answer. */
const refused =
  (text: (details: Refusal) => Omit<FaultText, 'finding'>): Row<Refusal> =>
  (d) => ({ ...text(d), finding: `${d.filename}: ${d.status} ${d.reason}` });

/** What an index answers to an upload (facts of the legacy upload API). */
export const uploads = {
  'upload-forbidden': refused((d) => ({
    title: `${d.index} does not accept the credential`,
    remedy:
      'See that the token is of this index, not expired, and made for this project; or that the publisher is registered for it.',
  })),
  'upload-refused': refused((d) => ({
    title: `${d.index} refuses the file`,
    remedy: 'Mend what the index says and release again; nothing of this file was stored.',
  })),
  'token-expired': refused((d) => ({
    title: `The token of ${d.index} is too old`,
    remedy: 'Make a new API token and put it into the secret. A minted token lives 15 minutes: run again.',
  })),
  'token-scope': refused((d) => ({
    title: `The token of ${d.index} is for another project`,
    remedy: `Give a token made for this project (or for the whole account, for a first release), or register this workflow as trusted publisher of the project on ${d.index}.`,
  })),
  'project-foreign': refused((d) => ({
    title: `This project on ${d.index} belongs to somebody else`,
    remedy:
      'If it is yours, use a token of an owner or maintainer. Else ask its owners to add you, or publish under another name.',
  })),
  'project-archived': refused((d) => ({
    title: `The project on ${d.index} takes no uploads`,
    remedy: `It is archived or quarantined: see its settings on ${d.index}, take it out of the archive there, then run again.`,
  })),
  'account-incomplete': refused((d) => ({
    title: `The account on ${d.index} may not upload yet`,
    remedy: `Log in to ${d.index}, verify the primary e-mail address and set up two-factor authentication, then run again.`,
  })),
  'project-unregistered': refused((d) => ({
    title: `The project does not exist on ${d.index}, and this publisher may not make it`,
    remedy: `Register a pending publisher on ${d.index} under exactly the name that the distribution’s metadata has; or make the first release with an account-wide token.`,
  })),
  'project-creation-limited': refused((d) => ({
    title: `${d.index} lets no more projects be made at present`,
    remedy:
      'Wait an hour, then run again: the limit is by user and address, and existing projects do not count.',
  })),
  'project-name-refused': refused((d) => ({
    title: `${d.index} does not take this project name`,
    remedy:
      'Choose another name: it is reserved, is a module of the standard library, or reads too much like a project that exists.',
  })),
  'organization-inactive': refused((d) => ({
    title: `The organization on ${d.index} is not active`,
    remedy: `Have an owner of the organization settle its account on ${d.index}, then run again.`,
  })),
  'file-exists': refused((d) => ({
    title: `${d.index} says that it has this file already`,
    remedy: `${d.index} lists no such file with our digest: the same bytes may stand under another name, or the file is hidden. Look at the project there, or release a new version.`,
  })),
  'filename-burnt': refused(() => ({
    title: 'This file name was used once and deleted',
    remedy: 'A file name is never given out twice, not even after deletion. Release a new version.',
  })),
  'release-too-old': refused(() => ({
    title: 'The release is closed for new files',
    remedy: 'Files are taken for 14 days after a release was made. Release a new version with the files.',
  })),
  'second-sdist': refused(() => ({
    title: 'The release has an sdist already',
    remedy: 'One sdist is taken for a release. Upload the one that is there, or release a new version.',
  })),
  'file-too-large': refused((d) => ({
    title: `The file is over the limit of ${d.index}`,
    remedy: `Take what users do not need out of the distribution, or ask ${d.index} for a higher limit for this project.`,
  })),
  'project-too-large': refused((d) => ({
    title: `The project is over its total size on ${d.index}`,
    remedy: `Delete old pre-releases on ${d.index}, or ask it for a higher limit for this project.`,
  })),
  'platform-tag': refused(() => ({
    title: 'The wheel is made for one machine only',
    remedy:
      'Build Linux wheels in a manylinux or musllinux container (cibuildwheel, auditwheel repair); a wheel of pure Python needs no platform tag at all.',
    link: 'https://packaging.python.org/specifications/platform-compatibility-tags',
  })),
  'readme-unrenderable': refused((d) => ({
    title: `${d.index} cannot render the README`,
    remedy:
      'Mend what `twine check --strict` says, or set readme in pyproject.toml to a file of the right type (.md for Markdown, .rst for reStructuredText).',
  })),
  'classifier-refused': refused((d) => ({
    title: `${d.index} does not know a classifier`,
    remedy:
      'Correct the classifiers in pyproject.toml and build again. One that begins with Private is a guard against publishing by mistake.',
  })),
  'dependency-direct': refused((d) => ({
    title: `${d.index} takes no dependency by address`,
    remedy: 'Name a published version in dependencies in place of the address, and build again.',
  })),
  'metadata-refused': refused((d) => ({
    title: `${d.index} refuses the metadata`,
    remedy: 'Correct the field in pyproject.toml, or use a newer build back end, and build again.',
    link: 'https://packaging.python.org/specifications/core-metadata',
  })),
  'license-file-missing': refused(() => ({
    title: 'A licence file that the metadata names is not in the distribution',
    remedy:
      'Make license-files in pyproject.toml name files that are there, and build again with a current build back end.',
  })),
  'filename-refused': refused((d) => ({
    title: `${d.index} refuses the file name`,
    remedy:
      'Build with a current build back end: names follow PEP 625 and PEP 427, with the project and version of the metadata.',
  })),
  'archive-refused': refused((d) => ({
    title: `${d.index} refuses the archive`,
    remedy: 'Build the file again with a current build back end, and do not repack or edit it afterwards.',
  })),
  'attestations-refused': refused((d) => ({
    title: `${d.index} refuses the attestations`,
    remedy:
      'Publish by trusted publishing from the workflow that is registered, not from one that it calls; or set attestations: off.',
  })),
  'upload-conflict': ((d) => ({
    title: `${d.index} holds other bytes under this name`,
    finding: `${d.filename}: here sha256 ${d.ours}, on ${d.index} ${d.theirs}.`,
    remedy:
      'An index never takes other bytes under a used file name. Release a new version, or take the bytes that are there.',
  })) as Row<{ index: string; filename: string; ours: string; theirs: string }>,
  'index-maintenance': refused((d) => ({
    title: `${d.index} takes no uploads at present`,
    remedy: 'Wait until the index is back, then run again: what stands is kept.',
    blame: 'world',
  })),
  'index-trouble': ((d) => ({
    title: `${d.index} does not answer as it should`,
    finding: `${d.operation} failed after ${d.attempts} ${d.attempts === 1 ? 'try' : 'tries'}: ${d.last}`,
    remedy: 'Safe to run again as is: what already stands is looked at first.',
    blame: 'world',
  })) as Row<{ index: string; operation: string; attempts: number; last: string }>,
  'index-address': ((d) => ({
    title: `${d.input} is not an upload address`,
    finding: `${d.address} answered ${d.status} to an upload: it looks like another page of the index.`,
    remedy: 'Give the upload address, which usually ends in /legacy/.',
  })) as Row<{ input: string; address: string; status: number }>,
  'not-served': ((d) => ({
    title: `${d.index} does not serve the files yet`,
    finding: `${listed(d.files)} ${d.files.length === 1 ? 'was' : 'were'} uploaded, but after ${d.seconds} s ${d.where} still does not list ${d.files.length === 1 ? 'it' : 'them'} with our digest.`,
    remedy: 'The files are stored; the index is only slow. Run again later: the run goes on from here.',
    blame: 'world',
  })) as Row<{ index: string; files: readonly string[]; seconds: number; where: string }>,
} as const;
