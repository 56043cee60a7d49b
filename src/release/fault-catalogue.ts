/**
 * Every fault there is: code → details → what the reader sees. A test renders all of them as one page, to be read like a manual.
 * A code is stable once released: users script on it.
 */

export interface FaultText {
  readonly title: string;
  readonly finding: string;
  readonly remedy: string;
  readonly link?: string;
  /** Whose move it is; `user` where absent. */
  readonly blame?: 'user' | 'world';
}

type Row<Details> = (details: Details) => FaultText;

interface Refusal {
  readonly index: string;
  readonly filename: string;
  readonly status: number;
  /** The index's own sentence. */
  readonly reason: string;
}

const quoted = (value: string): string => (value === '' ? 'empty' : `"${value}"`);
const listed = (values: readonly string[]): string => values.join(', ');

/** What the inputs, the settings and the event say. */
const asked = {
  'input-invalid': ((d) => ({
    title: `Input ${d.input} is not valid`,
    finding: `${d.input} is ${quoted(d.value)}${d.source === 'workflow' ? '' : `, set in ${d.source}`}.`,
    remedy: `Allowed: ${d.allowed}.`,
  })) as Row<{ input: string; value: string; allowed: string; source: string }>,
  'token-empty': ((d) => ({
    title: `${d.input} is empty`,
    finding: `${d.input} was given, but it is empty. A secret that is not set in this repository or environment reads as empty.`,
    remedy: `Set the secret, or remove the input to use trusted publishing.`,
  })) as Row<{ input: string }>,
  'setting-unknown': ((d) => ({
    title: 'Unknown setting in pyproject.toml',
    finding: `[tool.pypi-release] has ${quoted(d.key)}, which is not a setting.`,
    remedy: d.secret
      ? 'A token never stands in a file: give it as an input, from a secret.'
      : `Settings: ${listed(d.allowed)}.`,
  })) as Row<{ key: string; allowed: readonly string[]; secret: boolean }>,
  'address-insecure': ((d) => ({
    title: `${d.input} is not a secure address`,
    finding: `${d.input} is ${quoted(d.value)}: over plain http anyone on the way can read the credential.`,
    remedy: 'Use an https address. Plain http is taken for loopback addresses only.',
  })) as Row<{ input: string; value: string }>,
  'event-unsupported': ((d) => ({
    title: 'This event cannot release',
    finding: `The workflow was started by ${quoted(d.event)}${d.detail === '' ? '' : `: ${d.detail}`}.`,
    remedy: 'Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).',
  })) as Row<{ event: string; detail: string }>,
  'bump-on-tag': ((d) => ({
    title: `${d.input} does not go with a tag push`,
    finding: `${d.input} is ${quoted(d.value)}, but the run was started by tag ${d.tag}: the tag decides the version.`,
    remedy: `Remove ${d.input} from the workflow, or give it only where github.event_name is workflow_dispatch.`,
  })) as Row<{ input: string; value: string; tag: string }>,
  'version-and-bump': ((d) => ({
    title: 'version and bump exclude one another',
    finding: `version is ${quoted(d.version)} and bump is ${quoted(d.bump)}.`,
    remedy: 'Give one of them.',
  })) as Row<{ version: string; bump: string }>,
} as const;

/** What the project is. */
const project = {
  'directory-missing': ((d) => ({
    title: 'The project directory does not exist',
    finding: `working-directory is ${quoted(d.directory)}, and there is no such directory in the checkout.`,
    remedy:
      'Check out the repository before this step (actions/checkout), and give the directory relative to its top.',
  })) as Row<{ directory: string }>,
  'pyproject-missing': ((d) => ({
    title: 'No pyproject.toml',
    finding: `There is no pyproject.toml in ${quoted(d.directory)}.`,
    remedy:
      'Give the directory of the Python project as working-directory, or add a pyproject.toml with a [project] table.',
  })) as Row<{ directory: string }>,
  'pyproject-invalid': ((d) => ({
    title: 'pyproject.toml cannot be read',
    finding: d.problem,
    remedy: 'Mend the file; every TOML reader refuses it.',
  })) as Row<{ problem: string }>,
  'project-name-missing': ((d) => ({
    title: 'The project has no name',
    finding: `pyproject.toml in ${quoted(d.directory)} has no [project] name.`,
    remedy: 'Add a [project] table with name and version.',
  })) as Row<{ directory: string }>,
  'version-missing': ((d) => ({
    title: 'The version is not known before the build',
    finding: `${d.project} has no static version in pyproject.toml.`,
    remedy: 'Release by pushing a tag, or give the version input.',
  })) as Row<{ project: string }>,
  'version-invalid': ((d) => ({
    title: 'Not a version',
    finding: `${d.where} is ${quoted(d.value)}, which is not a PEP 440 version.`,
    remedy: 'Use a version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1.',
    link: 'https://packaging.python.org/specifications/version-specifiers',
  })) as Row<{ where: string; value: string }>,
  'version-local': ((d) => ({
    title: 'A local version cannot be published',
    finding: `The version is ${d.version}; what follows the + is for local builds only.`,
    remedy:
      'Release a version without a + part. A version computed from git has one where the commit is not the tag.',
  })) as Row<{ version: string }>,
  'version-disagrees': ((d) => ({
    title: 'The versions disagree',
    finding: d.places.map(({ where, version }) => `${where} says ${version}`).join('; ') + '.',
    remedy:
      'Make them equal: commit the version that the tag names, or push the tag of the version in the source.',
  })) as Row<{ places: readonly { where: string; version: string }[] }>,
  'bump-impossible': ((d) => ({
    title: `The version cannot be bumped`,
    finding: `bump is ${quoted(d.bump)} and the version is ${d.version}: ${d.problem}`,
    remedy: 'Choose another bump, or give the version outright.',
  })) as Row<{ bump: string; version: string; problem: string }>,
  'tag-unfit': ((d) => ({
    title: 'The tag names no version',
    finding: `The tag is ${quoted(d.tag)} and tag-format is ${quoted(d.format)}.`,
    remedy: 'Let the workflow run only for tags of that form, or set tag-format.',
  })) as Row<{ tag: string; format: string }>,
  'changelog-missing': ((d) => ({
    title: 'The changelog file does not exist',
    finding: `changelog is ${quoted(d.file)}, and there is no such file in the working directory.`,
    remedy: 'Correct the name, or leave the input out to have the usual names looked for.',
  })) as Row<{ file: string }>,
  'changelog-section-missing': ((d) => ({
    title: 'The changelog does not have this version',
    finding: `${d.file} has no section for ${d.version}.`,
    remedy: `Add a section for ${d.version}, or let the action date an Unreleased section (a dispatch with version or bump); notes: generated takes the forge's notes instead.`,
  })) as Row<{ file: string; version: string }>,
  'version-taken': ((d) => ({
    title: 'This version is already published',
    finding: `${d.project} ${d.version} is on ${d.index} with ${listed(d.files)}, and its bytes are not these.`,
    remedy: 'An index never takes other bytes under a used file name. Release a new version.',
  })) as Row<{ project: string; version: string; index: string; files: readonly string[] }>,
  'version-behind': ((d) => ({
    title: 'A higher version is already published',
    finding: `The version is ${d.version}, but ${d.index} already has ${d.latest} of that line.`,
    remedy: 'Release a version above it.',
  })) as Row<{ version: string; index: string; latest: string }>,
} as const;

/** What the project's own tools say. */
const checks = {
  'uv-unavailable': ((d) => ({
    title: 'uv cannot be provided',
    finding: `uv ${d.range} is neither on PATH nor to be had from the package index: ${d.problem}`,
    remedy:
      'Run again if the network failed. Else install uv before this step, or give a uv-version that includes the pinned one.',
    blame: d.problem.startsWith('HTTP') ? 'world' : 'user',
  })) as Row<{ range: string; problem: string }>,
  'download-altered': ((d) => ({
    title: 'A download is not what it should be',
    finding: `${d.file} has sha256 ${d.got}; ${d.wanted} is pinned.`,
    remedy: 'Do not use it. Run again; if it stays so, tell the maintainers of pypi-release.',
  })) as Row<{ file: string; got: string; wanted: string }>,
  'tool-failed': ((d) => ({
    title: `${d.tool} failed`,
    finding: `${d.what} ended with exit code ${d.exitCode}. ${d.tail}`,
    remedy: d.remedy,
  })) as Row<{ tool: string; what: string; exitCode: number; tail: string; remedy: string }>,
  'format-failed': ((d) => ({
    title: 'The code is not formatted',
    finding: d.evidence,
    remedy: 'Run `ruff format`, or set fix: true to have it done in the release commit.',
  })) as Row<{ evidence: string }>,
  'lint-failed': ((d) => ({
    title: 'Lint has findings',
    finding: d.evidence,
    remedy:
      'Run `ruff check --fix` and mend the rest; fix: true has the mechanical part done in the release commit.',
  })) as Row<{ evidence: string }>,
  'tests-failed': ((d) => ({
    title: 'The tests do not pass',
    finding: d.evidence,
    remedy:
      'Mend them. Where they cannot run here, give the project’s own test-command, or test-command: false to go without.',
  })) as Row<{ evidence: string }>,
  'build-empty': ((d) => ({
    title: 'The build left no distribution',
    finding: `${d.command} ended well, but ${quoted(d.directory)} holds ${d.found}.`,
    remedy: 'The build must put one sdist (.tar.gz) or wheels (.whl) into packages-dir.',
  })) as Row<{ command: string; directory: string; found: string }>,
  'distribution-unfit': ((d) => ({
    title: 'A distribution would be refused',
    finding: `${d.filename}: ${d.problem}`,
    remedy: d.remedy,
  })) as Row<{ filename: string; problem: string; remedy: string }>,
  'distribution-altered': ((d) => ({
    title: 'The distributions are not those that were built',
    finding: `${d.filename} has sha256 ${d.got}; the release record says ${d.recorded}.`,
    remedy: 'Hand the distributions on unchanged (an artifact upload keeps them), or build again.',
  })) as Row<{ filename: string; got: string; recorded: string }>,
  'install-failed': ((d) => ({
    title: `${d.what} cannot be installed`,
    finding: d.tail,
    remedy:
      'Install it in a fresh environment to see the same; mend its dependencies or its Requires-Python.',
  })) as Row<{ what: string; tail: string }>,
  'smoke-failed': ((d) => ({
    title: `${d.what} does not work`,
    finding: d.tail,
    remedy:
      'The distribution was installed into a fresh environment, away from the checkout. What it lacks there it lacks for its users.',
  })) as Row<{ what: string; tail: string }>,
  'phase-missing': ((d) => ({
    title: `${d.phase} lacks what ${d.first} yields`,
    finding: `${d.phase} needs ${d.fact}, and it is not there: neither was it made in this job, nor can it be observed.`,
    remedy: `Run ${d.first} first, in this job or one that hands its files on.`,
  })) as Row<{ phase: string; fact: string; first: string }>,
  'checklist-failed': ((d) => ({
    title: `The checklist stops the release at ${d.id}`,
    finding: d.evidence,
    remedy: `${d.cure} To go on all the same, name the row in the allow input: allow: ${d.id}.`,
  })) as Row<{ id: string; evidence: string; cure: string }>,
} as const;

/** Credentials of an index. */
const credentials = {
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

/** A row whose finding is the index's own answer. */
const refused =
  (text: (details: Refusal) => Omit<FaultText, 'finding'>): Row<Refusal> =>
  (d) => ({ ...text(d), finding: `${d.filename}: ${d.status} ${d.reason}` });

/** What an index answers to an upload (facts of the legacy upload API). */
const uploads = {
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

/** The forge: tag, commit, release. */
const forge = {
  'forge-forbidden': ((d) => ({
    title: 'The token may not do this',
    finding: `${d.operation}: ${d.status} ${d.message}`,
    remedy: `Give the job \`permissions: ${d.permission}\`.`,
    link: 'https://docs.github.com/actions/security-for-github-actions/security-guides/automatic-token-authentication',
  })) as Row<{ operation: string; status: number; message: string; permission: string }>,
  'forge-refused': ((d) => ({
    title: 'The forge refuses',
    finding: `${d.operation}: ${d.status} ${d.message}`,
    remedy: d.remedy,
  })) as Row<{ operation: string; status: number; message: string; remedy: string }>,
  'tag-burnt': ((d) => ({
    title: 'The tag name can never be released again',
    finding: `${d.operation}: ${d.status} ${d.message}`,
    remedy:
      'An immutable release once had this tag, and such a name stays used even after deletion. Release a new version.',
  })) as Row<{ operation: string; status: number; message: string }>,
  'release-immutable': ((d) => ({
    title: 'The release can no longer be changed',
    finding: `${d.operation}: ${d.status} ${d.message}`,
    remedy: 'It was published as an immutable release. Release a new version.',
  })) as Row<{ operation: string; status: number; message: string }>,
  'rules-forbid': ((d) => ({
    title: 'A rule of the repository forbids this',
    finding: `${d.operation}: ${d.status} ${d.message}`,
    remedy:
      'Let GitHub Actions (or the app whose token this is) bypass the ruleset for release tags and branches, or set commit: pull-request.',
  })) as Row<{ operation: string; status: number; message: string }>,
  'forge-trouble': ((d) => ({
    title: 'The forge does not answer as it should',
    finding: `${d.operation} failed after ${d.attempts} ${d.attempts === 1 ? 'try' : 'tries'}: ${d.last}`,
    remedy: 'Safe to run again as is: what already stands is looked at first.',
    blame: 'world',
  })) as Row<{ operation: string; attempts: number; last: string }>,
  'forge-token-missing': ((_d) => ({
    title: 'No token for the forge',
    finding: 'github-token is empty.',
    remedy: 'Leave the input out to use the job’s own token.',
  })) as Row<Record<never, never>>,
  'tag-conflict': ((d) => ({
    title: 'The tag stands on another commit',
    finding: `${d.tag} points at ${d.theirs}; this release is of ${d.ours}.`,
    remedy:
      'A published tag is never moved. Release a new version, or run the release on the commit that the tag names.',
  })) as Row<{ tag: string; ours: string; theirs: string }>,
  'release-conflict': ((d) => ({
    title: 'The release holds other files',
    finding: `${d.asset} on the release ${d.tag} has sha256 ${d.theirs}; here it has ${d.ours}.`,
    remedy: 'Look at the release and take off what is not of this version, or release a new version.',
  })) as Row<{ asset: string; tag: string; ours: string; theirs: string }>,
  'branch-moved': ((d) => ({
    title: 'The branch has moved on',
    finding: `${d.branch} is at ${d.tip}, but the release commit is made on ${d.base}.`,
    remedy:
      'The tag and the distributions stand. Merge the release commit by hand, or use commit: pull-request.',
  })) as Row<{ branch: string; tip: string; base: string }>,
  'not-a-checkout': ((d) => ({
    title: 'Not a git checkout',
    finding: `${quoted(d.directory)} is not in a git repository.`,
    remedy: 'Check the repository out with actions/checkout before this step.',
  })) as Row<{ directory: string }>,
  'announcement-failed': ((d) => ({
    title: 'The announcement was not taken',
    finding: `The webhook answered ${d.answer}.`,
    remedy: 'The release stands. Send the announcement by hand; it is in the announcement output.',
    blame: 'world',
  })) as Row<{ answer: string }>,
} as const;

const ours = {
  bug: ((d) => ({
    title: 'This is a bug in pypi-release',
    finding: `In ${d.phase}: ${d.message}`,
    remedy: 'Please report it with the log. What already stands is kept; running again is safe.',
    link: 'https://github.com/org/pypi-release/issues/new',
    blame: 'world',
  })) as Row<{ phase: string; message: string }>,
  cancelled: ((d) => ({
    title: 'The run was cancelled',
    finding: `${d.signal} came during ${d.phase}.`,
    remedy: 'Run again: the run goes on from what stands.',
    blame: 'world',
  })) as Row<{ signal: string; phase: string }>,
} as const;

export const CATALOGUE = { ...asked, ...project, ...checks, ...credentials, ...uploads, ...forge, ...ours };

export type Catalogue = typeof CATALOGUE;
