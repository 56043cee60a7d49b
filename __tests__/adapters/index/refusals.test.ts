import { describe, expect, it } from '@jest/globals';
import { refusalFault } from '../../../src/adapters/index/refusals.ts';

const CONTEXT = {
  index: 'pypi',
  filename: 'demo-1.0-py3-none-any.whl',
  address: 'https://upload.index.example/legacy/',
  input: 'pypi-url',
};
const SEE = 'See https://packaging.python.org/specifications/core-metadata for more information.';

/** Answers as recorded from Warehouse, and those of other indexes from their users' reports. */
const ANSWERS: readonly (readonly [code: string, status: number, reason: string])[] = [
  ['index-maintenance', 403, 'Read-only mode: Uploads are temporarily disabled.'],
  [
    'index-maintenance',
    403,
    'New uploads are temporarily disabled. See https://index.example/help for more information.',
  ],
  ['index-maintenance', 403, 'New project registration temporarily disabled.'],
  [
    'upload-forbidden',
    403,
    'Invalid or non-existent authentication information. See https://index.example/help/#invalid-auth for more information.',
  ],
  ['upload-forbidden', 403, 'Username/Password authentication is no longer supported.'],
  ['upload-forbidden', 401, 'Unauthorized'],
  ['token-expired', 403, 'Invalid API Token: token is expired'],
  ['token-scope', 403, "Invalid API Token: project-scoped token is not valid for project: 'demo'"],
  [
    'token-scope',
    403,
    "Invalid API Token: OIDC scoped token is not valid for project 'demo', project-scoped token is not valid for project: 'demo'",
  ],
  [
    'project-foreign',
    403,
    "The user 'alice' isn't allowed to upload to project 'demo'. See https://index.example/help/#project-name for more information.",
  ],
  ['project-archived', 403, "The given token isn't allowed to upload to project 'demo'."],
  [
    'account-incomplete',
    403,
    "User 'alice' does not have a verified primary email address. Please add a verified primary email before attempting to upload to the index.",
  ],
  [
    'account-incomplete',
    403,
    "User 'alice' does not have two-factor authentication enabled. Please enable two-factor authentication before attempting to upload.",
  ],
  ['project-creation-limited', 429, 'Too many new projects created'],
  ['project-name-refused', 409, "The name 'demo' conflicts with an existing project."],
  [
    'project-name-refused',
    400,
    "The name 'demo' is too similar to an existing project. See https://index.example/help/#project-name for more information.",
  ],
  [
    'project-name-refused',
    400,
    "The name 'json' isn't allowed (conflict with Python Standard Library module name). See https://index.example/help/#project-name.",
  ],
  [
    'project-name-refused',
    400,
    "The name 'demo' isn't allowed. See https://index.example/help/#project-name for more information.",
  ],
  ['project-name-refused', 400, "The name '-' is invalid."],
  [
    'project-unregistered',
    400,
    'Non-user identities cannot create new projects. This was probably caused by successfully using a pending publisher but specifying the project name incorrectly.',
  ],
  [
    'organization-inactive',
    400,
    'Organization account owning this project is inactive. This may be due to inactive billing for Company Organizations, or administrator intervention.',
  ],
  [
    'file-exists',
    400,
    "File already exists ('demo-1.0-py3-none-any.whl', with blake2_256 hash 'ab'). See https://index.example/help/#file-name-reuse for more information.",
  ],
  ['file-exists', 409, 'Conflict'],
  ['file-exists', 400, 'Repository does not allow updating assets: pypi-hosted'],
  ['file-exists', 400, 'demo-1.0-py3-none-any.whl cannot be updated'],
  ['file-exists', 400, '{"message":"Validation failed: File name has already been taken"}'],
  ['file-exists', 403, 'Not enough permissions to overwrite artifact demo-1.0-py3-none-any.whl'],
  ['file-exists', 403, "Not enough permissions to delete/overwrite all artifacts under 'demo'"],
  [
    'filename-burnt',
    400,
    'This filename was previously used by a file that has since been deleted. Use a different version. See https://index.example/help/#file-name-reuse for more information.',
  ],
  ['release-too-old', 400, 'Uploading new files to releases older than 14 days is not allowed.'],
  ['second-sdist', 400, 'Only one sdist may be uploaded per release.'],
  [
    'file-too-large',
    400,
    "File too large. Limit for project 'demo' is 100 MB. See https://index.example/help/#file-size-limit for more information.",
  ],
  ['file-too-large', 413, 'Payload Too Large'],
  ['project-too-large', 400, "Project size too large. Limit for project 'demo' total size is 10 GB."],
  [
    'platform-tag',
    400,
    "Binary wheel 'demo-1.0-py3-none-linux_x86_64.whl' has an unsupported platform tag 'linux_x86_64'.",
  ],
  [
    'attestations-refused',
    400,
    'Invalid attestations supplied during upload: Attestations are only supported when using Trusted Publishing',
  ],
  [
    'readme-unrenderable',
    400,
    "The description failed to render for 'text/x-rst'. See https://index.example/help/#description-content-type for more information.",
  ],
  ['classifier-refused', 400, `'Private :: Do Not Upload' is not a valid classifier. ${SEE}`],
  ['dependency-direct', 400, `Can't have direct dependency: foo @ https://example.org/foo.zip. ${SEE}`],
  [
    'license-file-missing',
    400,
    'License-File LICENSE does not exist in distribution file demo-1.0.tar.gz at demo-1.0/LICENSE',
  ],
  ['filename-refused', 400, "Filename 'Demo-1.0.tar.gz' is invalid, should be 'demo-1.0.tar.gz'."],
  [
    'filename-refused',
    400,
    "Filename 'foo.bar-1.0-py3-none-any.whl' should contain the normalized project name 'foo_bar', not 'foo.bar'.",
  ],
  ['filename-refused', 400, "Start filename for 'demo' with 'demo'."],
  ['filename-refused', 400, "Version in filename should be '2.0' not '2.1'."],
  ['filename-refused', 400, "Invalid wheel filename (wrong number of parts): 'foo-1.0'"],
  ['filename-refused', 400, 'Invalid source distribution filename: demo.tar.gz'],
  [
    'filename-refused',
    400,
    'Invalid file extension: Extension .whl is invalid for filetype sdist. See https://www.python.org/dev/peps/pep-0527 for more information.',
  ],
  ['archive-refused', 400, 'Invalid distribution file. File is not a zipfile'],
  [
    'archive-refused',
    400,
    'Invalid distribution file. ZIP archive not accepted: ZIP contains a data descriptor. See https://docs.index.example/archives',
  ],
  [
    'archive-refused',
    400,
    "Wheel 'demo-1.0-py3-none-any.whl' does not contain the required RECORD file: demo-1.0.dist-info/RECORD",
  ],
  [
    'archive-refused',
    400,
    "Wheel 'demo-1.0-py3-none-any.whl' has invalid entry points defined in the entry_points.txt file",
  ],
  ['metadata-refused', 400, `'2.0' is not a valid metadata version. ${SEE}`],
  ['metadata-refused', 400, `'foo >= banana' is invalid for 'requires-dist'. ${SEE}`],
  [
    'metadata-refused',
    400,
    "The use of local versions in '2.0+local' is not allowed. See https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers for more information.",
  ],
  ['index-trouble', 400, 'The digest supplied does not match a digest calculated from the uploaded file.'],
  ['index-trouble', 500, 'Internal Server Error'],
  ['index-trouble', 503, 'first byte timeout'],
  ['index-trouble', 408, 'Request Timeout'],
  ['index-trouble', 429, 'Too Many Requests'],
  ['index-address', 405, 'Method Not Allowed'],
  ['index-address', 404, 'Not Found'],
  [
    'index-address',
    410,
    'This API has moved to https://upload.index.example/legacy/. See TODO for more information.',
  ],
  ['index-address', 308, 'Permanent Redirect'],
  ['upload-refused', 400, 'Unknown protocol version.'],
  ['upload-refused', 451, 'Unavailable For Legal Reasons'],
];

describe('refusalFault', () => {
  it.each(ANSWERS)('makes %s of %i %s', (code, status, reason) => {
    expect(refusalFault({ status, reason }, CONTEXT).code).toBe(code);
  });

  it('tells what the index said, of which file', () => {
    const { finding } = refusalFault(
      { status: 400, reason: 'Only one sdist may be uploaded per release.' },
      CONTEXT,
    );
    expect(finding).toBe('demo-1.0-py3-none-any.whl: 400 Only one sdist may be uploaded per release.');
  });

  it('blames the world for what passes by itself alone', () => {
    const blames = (status: number, reason: string) => refusalFault({ status, reason }, CONTEXT).blame;
    expect(blames(502, 'Bad Gateway')).toBe('world');
    expect(blames(403, 'Read-only mode: Uploads are temporarily disabled')).toBe('world');
    expect(blames(403, 'Invalid or non-existent authentication information')).toBe('user');
    expect(blames(429, 'Too many new projects created')).toBe('user');
  });

  it('names the address and its input where something else than an upload API answers', () => {
    const { title, finding } = refusalFault({ status: 405, reason: 'Method Not Allowed' }, CONTEXT);
    expect(title).toContain('pypi-url');
    expect(finding).toContain('https://upload.index.example/legacy/ answered 405');
  });
});
