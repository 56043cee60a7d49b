/** Details for every fault there is, as a run could meet them: a new code does not compile until it has some. */

import type { FaultCode } from '../../src/release/fault.ts';
import type { Catalogue } from '../../src/release/fault-catalogue.ts';

const OURS = '87f2be845d9decea9d755754aa12061d6b15677bfd6bccaecbf6d05fbed0c9e9';
const THEIRS = '628a924aeb961cf47f119b2dbb0cde7c9dbe32d2a52652b7bf0114295e8311c4';
const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const CLAIMS =
  'sub: repo:org/demo:ref:refs/tags/v1.2.0, repository: org/demo, repository_owner: org, repository_owner_id: 7, workflow_ref: org/demo/.github/workflows/release.yml@refs/tags/v1.2.0, job_workflow_ref: org/demo/.github/workflows/release.yml@refs/tags/v1.2.0, ref: refs/tags/v1.2.0, environment: (none)';
const FORM = 'Owner org, Repository name demo, Workflow name release.yml, Environment name (empty)';
const CAUSE =
  'This run is of org/demo and stands in release.yml: a fork, a renamed repository, owner or workflow file, and other capital letters make it another publisher. The job names no environment: a publisher that was entered with one takes only a job with `environment:` set to it.';

/** An index's refusal of the wheel. */
function refusal<Reason extends string>(status: number, reason: Reason) {
  return { index: 'pypi', filename: WHEEL, status, reason } as const;
}

/** A refused exchange of the job's identity; the text of some tells the likely cause as well. */
function exchange<Description extends string>(code: string, description: Description, cause: string = CAUSE) {
  return { ...withoutCause(code, description), cause } as const;
}

/** One whose text neither tells a cause nor what to enter. */
function bare<Description extends string>(code: string, description: Description) {
  return { ...withoutCause(code, description), form: '' } as const;
}

function withoutCause<Description extends string>(code: string, description: Description) {
  return { index: 'pypi', code, description, claims: CLAIMS, form: FORM, cause: '' } as const;
}

export const SAMPLES = {
  'input-invalid': {
    input: 'path',
    value: 'D',
    allowed: 'A (full), B (quick), C (ultra-fast)',
    source: 'pyproject.toml',
  },
  'token-empty': { input: 'pypi-token' },
  'setting-unknown': { key: 'pth', allowed: ['path', 'phase', 'bump'], secret: false },
  'address-insecure': { input: 'pypi-url', value: 'http://index.example/legacy/' },
  'dry-run-copy': { directory: '/home/runner/demo', problem: 'EACCES: permission denied, open core' },
  'dry-run-linked': { directory: '/home/runner/demo' },
  'rehearsal-impossible': { directory: '/home/runner/demo', problem: 'nothing to commit' },
  'input-staged': { input: 'pypi-url' },
  'event-unsupported': {
    event: 'schedule',
    reason: 'on a schedule nobody asks for this very version',
    remedy: 'Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).',
  },
  'event-untrusted': {
    event: 'pull_request_target',
    reason: "it gives a pull request's code the rights and secrets of this repository",
    remedy: 'Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).',
  },
  'bump-on-tag': { input: 'bump', value: 'minor', tag: 'v1.2.0' },
  'config-settings-unused': { settings: ['cmake.define.FAST=ON'], command: './build.sh' },
  'version-and-bump': { version: '1.2.0', bump: 'minor' },
  'directory-missing': { directory: 'packages/demo' },
  'repository-missing': { directory: '/home/ada/demo' },
  'pyproject-missing': { directory: '.' },
  'pyproject-invalid': { problem: 'pyproject.toml, line 3, column 9: a value is missing.' },
  'cargo-invalid': { problem: 'rust/Cargo.toml, line 3, column 9: a value is missing.' },
  'project-name-missing': { directory: '.' },
  'version-missing': { project: 'demo' },
  'clone-shallow': { project: 'demo', tag: 'v1.2.0' },
  'version-untagged': { project: 'demo' },
  'version-computed': { project: 'demo', version: '1.3.0', computed: '1.2.0' },
  'version-unfinished': { where: 'pyproject.toml', version: '3.1.0.dev', stable: '3.1.0' },
  'version-invalid': { where: 'The version input', value: '1.2.x' },
  'version-local': { version: '1.2.0+g0123456' },
  'version-disagrees': {
    places: [
      { where: 'Tag v1.2.0', version: '1.2.0' },
      { where: 'pyproject.toml', version: '1.1.0' },
    ],
  },
  'version-unspellable': { version: '1.2.0.post1', file: 'Cargo.toml' },
  'version-unwritten': {
    version: '1.3.0',
    files: ['docs/conf.py', 'CITATION.cff'],
    why: 'bumpversion writes there, by .bumpversion.toml',
  },
  'bump-impossible': { bump: 'stable', version: '1.2.0', problem: 'it is a final release already.' },
  'tag-unfit': { tag: 'nightly', format: 'v{version}' },
  'changelog-missing': { file: 'NEWS.md' },
  'file-outside': { what: 'The changelog', file: '../../NEWS.md' },
  'towncrier-invalid': { problem: 'line 3, column 9: a value is missing' },
  'member-invalid': { file: 'packages/core/pyproject.toml', problem: 'line 3, column 9: a value is missing' },
  'member-unknown': { entry: 'demo-cor', known: ['demo', 'demo-core'] },
  'members-private': { directory: '.', known: ['demo-docs'] },
  'members-circular': { circle: ['demo', 'demo-core', 'demo'] },
  'members-disagree': {
    packages: [
      { name: 'demo', version: '1.2.0' },
      { name: 'demo-core', version: '1.1.0' },
    ],
  },
  'package-unbuilt': { directory: 'dist', found: [WHEEL, SDIST], packages: ['demo-core'] },
  'version-released': { project: 'demo', version: '1.2.0', tag: 'v1.2.0' },
  'version-taken': {
    project: 'demo',
    version: '1.2.0',
    index: 'pypi',
    files: [WHEEL, SDIST],
    tag: 'v1.2.0',
    repository: 'org/demo',
  },
  'version-behind': { version: '1.2.0', index: 'pypi', latest: '1.3.1' },
  'uv-unavailable': { range: '>=0.9 <1', problem: 'HTTP 503 after 4 tries.' },
  'download-altered': { file: 'uv-0.9.2-py3-none-manylinux_2_28_x86_64.whl', got: OURS, wanted: THEIRS },
  'tool-failed': {
    tool: 'uv sync',
    what: '`uv sync --locked --all-extras`',
    exitCode: 2,
    tail: 'The lock file needs to be updated.',
    remedy: 'Run `uv lock` and commit uv.lock.',
  },
  'format-failed': {
    evidence: 'ruff 0.14.1: 2 of 6 files would be reformatted: src/demo/app.py, tests/test_app.py.',
  },
  'lint-failed': { evidence: 'ruff 0.14.1: 1 finding: src/demo/app.py:3:8 F401 `os` imported but unused.' },
  'tests-failed': { evidence: 'pytest 9.0.1: 1 failed, 40 passed: tests/test_app.py::test_reset.' },
  'build-empty': { command: 'make dist', directory: 'dist', found: 'no file' },
  'distribution-unfit': {
    filename: WHEEL,
    problem: 'holds demo/.env.',
    remedy: 'Exclude it in the settings of the build back end.',
  },
  'distribution-altered': { filename: WHEEL, got: OURS, recorded: THEIRS },
  'distributions-of-another-commit': {
    directory: '/home/runner/work/demo/demo/dist',
    theirs: '4f2e9c1',
    ours: '8d1b7aa',
  },
  'install-failed': {
    what: `${WHEEL} with extra flask`,
    tail: 'No solution found: flask<1 needs markupsafe<2.1.',
  },
  'smoke-failed': { what: WHEEL, tail: "ModuleNotFoundError: No module named 'demo.templates'" },
  'phase-missing': {
    phase: 'pypi',
    fact: 'build',
    first: 'build',
    searched:
      '/home/runner/work/demo/demo/dist holds no distribution, and this workflow run has no artifact pypi-release with any, or it has expired',
  },
  'handover-impossible': {},
  'artifact-name-unfit': { names: ['wheels-*'] },
  'record-unfit': { file: 'release.json', problem: 'its schema is 2' },
  'artifact-taken': {
    artifact: 'pypi-release',
    job: 'build Linux X64, leg 0',
    files: ['demo-1.2.0-py3-none-any.whl'],
  },
  'artifact-service': {
    operation: 'listing the artifacts of this run',
    problem: 'Failed to ListArtifacts: Failed to make request after 5 attempts: (503) Service Unavailable',
  },
  'artifact-damaged': { artifact: 'pypi-release', problem: 'it is no whole zip archive (invalid zip data)' },
  'artifact-huge': { artifact: 'wheels-linux', size: 3_221_225_472, limit: 1_610_612_736 },
  'artifacts-clash': {
    filename: 'demo-1.2.0-py3-none-any.whl',
    one: { artifact: 'wheels-linux', sha256: 'aaaa' },
    other: { artifact: 'wheels-macos', sha256: 'bbbb' },
  },
  'records-disagree': {
    one: 'wheels-linux',
    other: 'wheels-macos',
    what: 'the version (1.2.0 and 1.3.0)',
  },
  'metric-bad': {
    id: 'install',
    title: 'It installs in a fresh environment',
    says: 'demo==1.2.0 was not installed: no solution found',
    cure: 'Bound the requirement, and release a new version.',
  },
  'nothing-released': { project: 'demo', index: 'pypi', isKnown: false },
  'checklist-failed': {
    id: 'changelog',
    evidence: 'CHANGELOG.md has no section 1.2.0.',
    cure: 'Add one.',
  },
  'credential-missing': { index: 'pypi', reason: 'pypi-token is not given, and the job offers no identity.' },
  'identity-foreign': {
    index: 'pypi',
    reason:
      'pypi-token is not given, and this job is of forge.example: the index takes identities of jobs on github.com alone.',
  },
  'token-malformed': { input: 'pypi-token' },
  'user-without-token': { input: 'pypi-user', value: 'tide', token: 'pypi-token' },
  'user-refused': { index: 'pypi', input: 'pypi-user', value: 'tide' },
  'identity-refused': { audience: 'pypi', problem: 'HTTP 500.' },
  'publisher-unknown': exchange(
    'invalid-publisher',
    'valid token, but no corresponding publisher (Publisher with matching claims was not found)',
  ),
  'publisher-claim-differs': {
    ...withoutCause(
      'invalid-publisher',
      "valid token, but no corresponding publisher (Check failed for required claim 'repository_owner_id')",
    ),
    claim: 'repository_owner_id',
  },
  'publisher-environment': exchange(
    'invalid-publisher',
    "valid token, but no corresponding publisher (Check failed for optional claim 'environment')",
    'The job names no environment: a publisher that was entered with one takes only a job with `environment:` set to it.',
  ),
  'publisher-event': bare(
    'invalid-publisher',
    "valid token, but no corresponding publisher (Publishing from a workflow invoked via 'pull_request_target' is not supported.)",
  ),
  'workflow-reusable': {
    ...withoutCause(
      'invalid-publisher',
      'valid token, but no corresponding publisher (Publisher with matching claims was not found)',
    ),
    caller: 'org/demo/.github/workflows/release.yml',
    called: 'org/shared/.github/workflows/publish.yml',
  },
  'workflow-elsewhere': withoutCause(
    'invalid-publisher',
    "valid token, but no corresponding publisher (The job_workflow_ref claim does not match, expecting one of ['org/demo/.github/workflows/release.yml@refs/tags/v1.2.0'], got 'org/demo/.github/workflows/release.yml@refs/heads/main')",
  ),
  'identity-incomplete': bare(
    'invalid-publisher',
    "valid token, but no corresponding publisher (Missing claim 'repository_owner_id')",
  ),
  'identity-unverified': bare('invalid-token', 'malformed or invalid token'),
  'identity-used': bare('invalid-reuse-token', 'invalid token: already used'),
  'issuer-unknown': bare('invalid-payload', 'unknown trusted publishing issuer'),
  'pending-publisher-lost': withoutCause(
    'invalid-pending-publisher',
    'valid token, but project already exists',
  ),
  'pending-publisher-refused': withoutCause(
    'invalid-payload',
    "The name 'dem0' is too similar to an existing project.",
  ),
  'exchange-refused': withoutCause('invalid-audience', 'the audience is not ours'),
  'trusted-publishing-disabled': {
    index: 'pypi',
    address: 'https://index.example/_/oidc/audience',
    status: 403,
    reason: 'Trusted publishing functionality not enabled',
  },
  'trusted-publishing-unsupported': {
    index: 'pypi',
    address: 'https://index.example/_/oidc/audience',
    status: 404,
  },
  'attestations-need-trusted-publishing': { index: 'pypi', input: 'pypi-token' },
  'attestations-foreign-forge': { forge: 'forge.example' },
  'attestations-refused-reusable-workflow': {
    called: 'org/shared/.github/workflows/publish.yml',
    caller: 'org/demo/.github/workflows/release.yml',
  },
  'sigstore-trouble': { operation: 'Asking for a signing certificate', last: 'HTTP 503.' },
  'sigstore-refused': {
    operation: 'Asking for a signing certificate',
    reason: '(400) There was an error processing the identity token.',
  },
  'provenance-missing': { index: 'pypi', files: [WHEEL, SDIST], seconds: 60 },
  'provenance-differs': {
    index: 'pypi',
    filename: WHEEL,
    problem: 'its publisher is mallory/demo, release.yml',
  },
  'token-unknown': refusal(403, 'Invalid or non-existent authentication information.'),
  'token-altered': refusal(403, 'Invalid API Token: signatures do not match'),
  'token-expired': refusal(403, 'Invalid API Token: token is expired'),
  'token-scope': refusal(403, "Invalid API Token: project-scoped token is not valid for project: 'demo'"),
  'publisher-scope': refusal(403, "Invalid API Token: OIDC scoped token is not valid for project 'demo'"),
  'password-refused': refusal(403, 'Username/Password authentication is no longer supported.'),
  'upload-forbidden': refusal(401, 'Unauthorized'),
  'email-unverified': refusal(
    403,
    "User 'alice', associated with the API token used, does not have a verified primary email address.",
  ),
  'two-factor-missing': refusal(
    403,
    "User 'alice', associated with the API token used, does not have two-factor authentication enabled.",
  ),
  'account-incomplete': refusal(
    403,
    "User 'alice', associated with the API token used, does not have accepted the terms of use.",
  ),
  'project-foreign': refusal(403, "The user 'alice' isn't allowed to upload to project 'demo'."),
  'project-archived': refusal(403, "The given token isn't allowed to upload to project 'demo'."),
  'organization-inactive': refusal(400, 'Organization account owning this project is inactive.'),
  'upload-refused': refusal(400, 'The file offends the policy of this index.'),
  'form-refused': refusal(
    400,
    'Invalid value for pyversion. Error: Python version is required for binary distribution uploads.',
  ),
  'digest-differs': refusal(
    400,
    'The digest supplied does not match a digest calculated from the uploaded file.',
  ),
  'project-unregistered': refusal(400, 'Non-user identities cannot create new projects.'),
  'project-creation-limited': refusal(429, 'Too many new projects created'),
  'registration-closed': refusal(403, 'New project registration temporarily disabled.'),
  'project-name-invalid': refusal(
    400,
    "'-demo' is an invalid value for Name. Error: Start and end with a letter or numeral.",
  ),
  'project-name-refused': refusal(
    400,
    "The name 'json' isn't allowed (conflict with Python Standard Library module name).",
  ),
  'project-similar': refusal(400, "The name 'dem0' is too similar to an existing project."),
  'project-taken': refusal(409, "The name 'demo' conflicts with an existing project."),
  'file-exists': refusal(400, `File already exists ('${WHEEL}').`),
  'filename-burnt': refusal(
    400,
    'This filename was previously used by a file that has since been deleted. Use a different version.',
  ),
  'release-too-old': refusal(400, 'Uploading new files to releases older than 14 days is not allowed.'),
  'second-sdist': refusal(400, 'Only one sdist may be uploaded per release.'),
  'file-too-large': refusal(400, "File too large. Limit for project 'demo' is 100 MB."),
  'project-too-large': refusal(400, "Project size too large. Limit for project 'demo' total size is 10 GB."),
  'platform-tag': refusal(
    400,
    "Binary wheel 'demo-1.2.0-py3-none-linux_x86_64.whl' has an unsupported platform tag 'linux_x86_64'.",
  ),
  'readme-unrenderable': refusal(400, "The description failed to render for 'text/x-rst'."),
  'classifier-refused': refusal(400, "'Private :: Do Not Upload' is not a valid classifier."),
  'dependency-direct': refusal(400, "Can't have direct dependency: flask @ https://files.example/flask.whl."),
  'metadata-version-refused': refusal(400, "'2.6' is not a valid metadata version."),
  'metadata-refused': {
    ...refusal(400, "'flask >= new' is invalid for 'requires-dist'."),
    field: 'Requires-Dist',
  },
  'license-file-missing': refusal(
    400,
    'License-File COPYING does not exist in distribution file demo-1.2.0.tar.gz at demo-1.2.0/COPYING',
  ),
  'filename-refused': refusal(400, "Filename 'Demo-1.2.0.tar.gz' is invalid, should be 'demo-1.2.0.tar.gz'."),
  'filename-foreign': refusal(400, "Start filename for 'demo' with 'demo'."),
  'filename-too-long': refusal(400, `Filename is too long: '${WHEEL}'`),
  'file-kind-refused': refusal(400, 'Invalid file extension: Use .tar.gz, .whl or .zip extension.'),
  'archive-refused': refusal(
    400,
    'Invalid distribution file. ZIP archive not accepted: ZIP contains a data descriptor.',
  ),
  'archive-incomplete': refusal(
    400,
    'Invalid distribution file. WHEEL not found at demo-1.2.0.dist-info/WHEEL',
  ),
  'archive-layout': refusal(
    400,
    'Invalid distribution file. Incorrect number of top-level directories in sdist',
  ),
  'archive-bloated': refusal(400, 'Invalid distribution file. File exceeds compression ratio of 50'),
  'content-forbidden': refusal(400, 'Invalid distribution file. PyArmor-encrypted content is not allowed.'),
  'record-missing': refusal(
    400,
    `Wheel '${WHEEL}' does not contain the required RECORD file: demo-1.2.0.dist-info/RECORD`,
  ),
  'entry-points-invalid': refusal(
    400,
    `Wheel '${WHEEL}' has invalid entry points defined in the entry_points.txt file`,
  ),
  'attestations-untrusted': refusal(
    400,
    'Invalid attestations supplied during upload: Attestations are only supported when using Trusted Publishing',
  ),
  'attestations-malformed': refusal(
    400,
    'Invalid attestations supplied during upload: Malformed attestations: an empty attestation set is not permitted',
  ),
  'attestations-mismatch': refusal(
    400,
    'Invalid attestations supplied during upload: Could not verify the uploaded artifact using the included attestation: Verification failed: subject does not match distribution digest',
  ),
  'attestations-publisher': refusal(
    400,
    "Invalid attestations supplied during upload: Could not verify the uploaded artifact using the included attestation: Verification failed: Certificate's Build Config URI 'org/shared' does not match expected Trusted Publisher",
  ),
  'attestations-unverified': refusal(
    400,
    'Invalid attestations supplied during upload: Unknown error while trying to verify included attestations: Failed to refresh TUF metadata',
  ),
  'attestations-refused': refusal(400, 'Invalid attestations supplied during upload: Verification failed'),
  'index-forbidden': {
    index: 'pypi',
    operation: 'Reading the files of demo',
    address: 'https://index.example/simple/demo/',
    status: 401,
  },
  'upload-conflict': { index: 'pypi', filename: SDIST, ours: OURS, theirs: THEIRS },
  'index-maintenance': refusal(403, 'Read-only mode: Uploads are temporarily disabled'),
  'index-trouble': { index: 'pypi', operation: `Upload of ${WHEEL}`, attempts: 4, last: 'HTTP 503.' },
  'index-address': { input: 'pypi-url', address: 'https://index.example/simple/', status: 405 },
  'testpypi-public': { upload: 'https://index.example/legacy/', trial: 'https://test.index.example/legacy/' },
  'not-stored': { index: 'pypi', files: [WHEEL], seconds: 300 },
  'not-served': { index: 'pypi', files: [WHEEL, SDIST], seconds: 300, where: 'the simple API' },
  'forge-forbidden': {
    operation: 'Make the tag v1.2.0',
    status: 403,
    message: 'Resource not accessible by integration',
    permission: 'contents: write',
  },
  'forge-refused': {
    operation: 'Make the release v1.2.0',
    status: 422,
    message: 'discussion_category_name is invalid',
    remedy: 'Correct discussion-category, or leave it out.',
  },
  'tag-burnt': {
    operation: 'Publish the release v1.2.0',
    status: 422,
    message: 'tag_name was used by an immutable release',
  },
  'release-immutable': {
    operation: `Attach ${WHEEL}`,
    status: 422,
    message: 'Cannot upload assets to an immutable release.',
  },
  'rules-forbid': {
    operation: 'Make the tag v1.2.0',
    status: 422,
    message: 'Repository rule violations found: Cannot create ref due to creations being restricted.',
  },
  'forge-trouble': { operation: 'Read the releases', attempts: 4, last: 'HTTP 502.' },
  'forge-token-missing': {},
  'tag-conflict': { tag: 'v1.2.0', ours: '0123456', theirs: 'fedcba9' },
  'draft-foreign': { tag: 'v1.2.0', url: 'https://forge.example/org/demo/releases/7' },
  'draft-of-another-commit': {
    tag: 'v1.2.0',
    url: 'https://forge.example/org/demo/releases/7',
    theirs: '2222222222222222222222222222222222222222',
    ours: '1111111111111111111111111111111111111111',
  },
  'drafts-disagree': {
    tag: 'v1.2.0',
    one: 'https://forge.example/org/demo/releases/7',
    other: 'https://forge.example/org/demo/releases/8',
  },
  'journal-damaged': {
    url: 'https://forge.example/org/demo/releases/7',
    filename: WHEEL,
    problem: 'it is not there',
  },
  'release-conflict': { asset: WHEEL, tag: 'v1.2.0', ours: OURS, theirs: THEIRS },
  'tag-forbidden': {
    tag: 'v1.2.0',
    rules: ['the ruleset "Release tags" (only those who may bypass it make such tags)'],
  },
  'branch-protected': {
    branch: 'main',
    rules: ['the ruleset "Reviewed changes" (changes must be made through a pull request)'],
  },
  'branch-moved': { branch: 'main', tip: 'fedcba9', base: '0123456' },
  'repository-closed': { repository: 'org/demo', state: 'archived' },
  'commit-missing': { repository: 'org/demo', commit: '0123456' },
  'not-a-checkout': { directory: '.' },
  'announcement-failed': { answer: 'HTTP 410' },
  bug: { phase: 'build', message: 'sha256 of no file was asked for' },
  cancelled: { signal: 'SIGINT', phase: 'testpypi' },
} as const satisfies { readonly [Code in FaultCode]: Parameters<Catalogue[Code]>[0] };
