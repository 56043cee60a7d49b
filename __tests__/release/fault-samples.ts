/** Details for every fault there is, as a run could meet them: a new code does not compile until it has some. */

import type { FaultCode } from '../../src/release/fault.ts';
import type { Catalogue } from '../../src/release/fault-catalogue.ts';

const OURS = '87f2be845d9decea9d755754aa12061d6b15677bfd6bccaecbf6d05fbed0c9e9';
const THEIRS = '628a924aeb961cf47f119b2dbb0cde7c9dbe32d2a52652b7bf0114295e8311c4';
const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const CLAIMS = 'repository org/demo, workflow release.yml, environment pypi';

/** An index's refusal of the wheel. */
function refusal<Reason extends string>(status: number, reason: Reason) {
  return { index: 'pypi', filename: WHEEL, status, reason } as const;
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
  'event-unsupported': { event: 'pull_request', detail: '' },
  'bump-on-tag': { input: 'bump', value: 'minor', tag: 'v1.2.0' },
  'version-and-bump': { version: '1.2.0', bump: 'minor' },
  'directory-missing': { directory: 'packages/demo' },
  'pyproject-missing': { directory: '.' },
  'pyproject-invalid': { problem: 'pyproject.toml, line 3, column 9: a value is missing.' },
  'project-name-missing': { directory: '.' },
  'version-missing': { project: 'demo' },
  'version-invalid': { where: 'The version input', value: '1.2.x' },
  'version-local': { version: '1.2.0+g0123456' },
  'version-disagrees': {
    places: [
      { where: 'Tag v1.2.0', version: '1.2.0' },
      { where: 'pyproject.toml', version: '1.1.0' },
    ],
  },
  'bump-impossible': { bump: 'stable', version: '1.2.0', problem: 'it is a final release already.' },
  'tag-unfit': { tag: 'nightly', format: 'v{version}' },
  'changelog-missing': { file: 'NEWS.md' },
  'changelog-section-missing': { file: 'CHANGELOG.md', version: '1.2.0' },
  'version-taken': { project: 'demo', version: '1.2.0', index: 'pypi', files: [WHEEL, SDIST] },
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
  'install-failed': {
    what: `${WHEEL} with extra flask`,
    tail: 'No solution found: flask<1 needs markupsafe<2.1.',
  },
  'smoke-failed': { what: WHEEL, tail: "ModuleNotFoundError: No module named 'demo.templates'" },
  'phase-missing': { phase: 'pypi', fact: 'build', first: 'build' },
  'checklist-failed': {
    id: 'changelog',
    evidence: 'CHANGELOG.md has no section 1.2.0.',
    cure: 'Add one.',
  },
  'credential-missing': { index: 'pypi', reason: 'pypi-token is not given, and the job offers no identity.' },
  'token-malformed': { input: 'pypi-token' },
  'identity-refused': { audience: 'pypi', problem: 'HTTP 500.' },
  'publisher-unknown': {
    index: 'pypi',
    code: 'invalid-publisher',
    description: 'valid token, but no corresponding publisher',
    claims: CLAIMS,
    form: 'owner org, repository demo, workflow release.yml, environment pypi',
  },
  'exchange-refused': {
    index: 'pypi',
    code: 'invalid-token',
    description: 'the token is not valid',
    claims: CLAIMS,
  },
  'trusted-publishing-unsupported': {
    index: 'pypi',
    address: 'https://index.example/_/oidc/audience',
    status: 404,
  },
  'upload-forbidden': refusal(403, 'Invalid or non-existent authentication information'),
  'upload-refused': refusal(400, 'Invalid value for pyversion.'),
  'token-expired': refusal(403, 'Invalid API Token: token is expired'),
  'token-scope': refusal(403, "Invalid API Token: project-scoped token is not valid for project: 'demo'"),
  'project-foreign': refusal(403, "The user 'alice' isn't allowed to upload to project 'demo'."),
  'project-archived': refusal(403, "Project 'demo' is archived"),
  'account-incomplete': refusal(403, "User 'alice' does not have a verified primary email address."),
  'project-unregistered': refusal(400, 'Non-user identities cannot create new projects.'),
  'project-creation-limited': refusal(429, 'Too many new projects created'),
  'project-name-refused': refusal(400, "The name 'demo' is too similar to an existing project."),
  'organization-inactive': refusal(400, 'Organization account owning this project is inactive.'),
  'file-exists': refusal(400, `File already exists ('${WHEEL}').`),
  'filename-burnt': refusal(400, 'This filename was previously used by a file that has since been deleted.'),
  'release-too-old': refusal(400, 'Uploading new files to releases older than 14 days is not allowed.'),
  'second-sdist': refusal(400, 'Only one sdist may be uploaded per release.'),
  'file-too-large': refusal(400, "File too large. Limit for project 'demo' is 100 MB."),
  'project-too-large': refusal(400, "Project size too large. Limit for project 'demo' total size is 10 GB."),
  'platform-tag': refusal(400, "Binary wheel has an unsupported platform tag 'linux_x86_64'."),
  'readme-unrenderable': refusal(400, "The description failed to render for 'text/x-rst'."),
  'classifier-refused': refusal(400, "'Private :: Do Not Upload' is not a valid classifier."),
  'dependency-direct': refusal(400, "Can't have direct dependency: flask @ https://files.example/flask.whl"),
  'metadata-refused': refusal(400, "'2.0' is not a valid metadata version"),
  'license-file-missing': refusal(400, 'License-File COPYING does not exist in the distribution file'),
  'filename-refused': refusal(400, "Start filename for 'demo' with 'demo'."),
  'archive-refused': refusal(400, 'Invalid distribution file. File is not a zipfile'),
  'attestations-refused': refusal(400, 'Invalid attestations supplied during upload'),
  'upload-conflict': { index: 'pypi', filename: SDIST, ours: OURS, theirs: THEIRS },
  'index-maintenance': refusal(403, 'Read-only mode: Uploads are temporarily disabled'),
  'index-trouble': { index: 'pypi', operation: `Upload of ${WHEEL}`, attempts: 4, last: 'HTTP 503.' },
  'index-address': { input: 'pypi-url', address: 'https://index.example/simple/', status: 405 },
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
  'release-conflict': { asset: WHEEL, tag: 'v1.2.0', ours: OURS, theirs: THEIRS },
  'branch-moved': { branch: 'main', tip: 'fedcba9', base: '0123456' },
  'not-a-checkout': { directory: '.' },
  'announcement-failed': { answer: 'HTTP 410' },
  bug: { phase: 'build', message: 'sha256 of no file was asked for' },
  cancelled: { signal: 'SIGINT', phase: 'testpypi' },
} as const satisfies { readonly [Code in FaultCode]: Parameters<Catalogue[Code]>[0] };
