import type { FaultCode } from '../../../src/release/fault.ts';
import type { Fields } from '../../emulators/index/harness.ts';
import type { RefusedRow } from './row.ts';

/** Code, field in the fault's title where the code is `metadata-refused`, key phrase, and the form's fields that bring it. */
type Case = readonly [code: FaultCode, field: string, says: string, fields: Fields];

const CASES: readonly Case[] = [
  ['metadata-version-refused', '', 'None is not a valid metadata version', { metadata_version: undefined }],
  ['metadata-version-refused', '', "'2.0' is not a valid metadata version", { metadata_version: '2.0' }],
  ['metadata-version-refused', '', "'2.6' is not a valid metadata version", { metadata_version: '2.6' }],
  [
    'metadata-version-refused',
    '',
    'license-expression introduced in metadata version 2.4, not 2.1',
    { metadata_version: '2.1', license_expression: 'MIT' },
  ],
  [
    'metadata-version-refused',
    '',
    'license-file introduced in metadata version 2.4, not 2.1',
    { metadata_version: '2.1', license_file: ['L'] },
  ],
  [
    'metadata-version-refused',
    '',
    'import-name introduced in metadata version 2.5, not 2.4',
    { import_name: ['a'] },
  ],
  [
    'metadata-version-refused',
    '',
    'description-content-type introduced in metadata version 2.1, not 1.2',
    { metadata_version: '1.2', description_content_type: 'text/plain' },
  ],
  ['metadata-refused', 'Version', "'version' is a required field", { version: undefined }],
  ['metadata-refused', 'Version', "'dog' is invalid for 'version'", { version: 'dog' }],
  ['version-local', '', "The use of local versions in '1.0+local' is not allowed.", { version: '1.0+local' }],
  ['metadata-refused', 'Name', "'name' has invalid data", { name: ['demo', 'second'] }],
  ['metadata-refused', 'Summary', "'summary' has invalid data", { summary: ['a', 'b'] }],
  ['metadata-refused', 'Summary', "'summary' must be a single line", { summary: 'a\nb' }],
  [
    'metadata-refused',
    'Summary',
    "'summary' field must be 512 characters or less",
    { summary: 'a'.repeat(513) },
  ],
  [
    'metadata-refused',
    'Description-Content-Type',
    "'description-content-type' must be one of [",
    { description_content_type: 'application/pdf' },
  ],
  [
    'metadata-refused',
    'Description-Content-Type',
    "valid Markdown variants for 'description-content-type' are [",
    { description_content_type: 'text/markdown; variant=Foo' },
  ],
  [
    'metadata-refused',
    'Description-Content-Type',
    'can only specify the UTF-8 charset',
    { description_content_type: 'text/markdown; charset=latin-1' },
  ],
  [
    'metadata-refused',
    'Requires-Dist',
    "'foo >= banana' is invalid for 'requires-dist'",
    { requires_dist: ['foo >= banana'] },
  ],
  ['metadata-refused', 'Requires-Python', "'3' is invalid for 'requires-python'", { requires_python: '3' }],
  ['metadata-refused', 'Provides-Extra', "'-x' is invalid for 'provides-extra'", { provides_extra: ['-x'] }],
  [
    'metadata-refused',
    'License-Expression',
    "'BSD' is invalid for 'license-expression'",
    { license_expression: 'BSD' },
  ],
  [
    'metadata-refused',
    'License-File',
    'parent directory indicators are not allowed',
    { license_file: ['../L'] },
  ],
  ['metadata-refused', 'License-File', 'paths must be resolved', { license_file: ['*.txt'] }],
  ['metadata-refused', 'License-File', 'paths must be relative', { license_file: ['/L'] }],
  ['metadata-refused', 'License-File', "paths must use '/' delimiter", { license_file: ['a\\b'] }],
  ['metadata-refused', 'Dynamic', "'name' is not allowed as a dynamic field", { dynamic: ['Name'] }],
  ['metadata-refused', 'Dynamic', "'foo' is not a valid dynamic field", { dynamic: ['foo'] }],
  [
    'metadata-refused',
    'Import-Name',
    "'not-valid' is not a valid identifier",
    { metadata_version: '2.5', import_name: ['not-valid'] },
  ],
  [
    'metadata-refused',
    'Import-Namespace',
    "'class' is a keyword",
    { metadata_version: '2.5', import_namespace: ['a.class'] },
  ],
  [
    'dependency-direct',
    '',
    "Can't have direct dependency: foo @ https://files.example/foo.zip",
    { requires_dist: ['foo @ https://files.example/foo.zip'] },
  ],
  [
    'dependency-direct',
    '',
    "Can't have direct dependency: 'foo @ https://files.example/foo.zip'",
    { provides_dist: ['foo @ https://files.example/foo.zip'] },
  ],
  [
    'classifier-refused',
    '',
    "'Private :: Do Not Upload' is not a valid classifier",
    { classifiers: ['Private :: Do Not Upload'] },
  ],
  [
    'classifier-refused',
    '',
    'has been deprecated, use one of',
    { classifiers: ['Natural Language :: Ukranian'] },
  ],
  ['metadata-refused', 'Author-Email', "'a@b' is not a valid email address", { author_email: 'A <a@b>' }],
  ['metadata-refused', 'Project-URL', "'not a url' is not a valid url", { home_page: 'not a url' }],
  ['metadata-refused', 'Project-URL', 'Must have a label', { project_urls: [', https://files.example'] }],
  ['metadata-refused', 'Project-URL', 'Must have a URL', { project_urls: ['https://files.example'] }],
  [
    'metadata-refused',
    'Project-URL',
    'must be 32 characters or less.',
    { project_urls: [`${'L'.repeat(33)}, https://files.example`] },
  ],
  ['metadata-refused', 'Project-URL', "'ftp//x' is not a valid url", { project_urls: ['Home, ftp//x'] }],
  [
    'metadata-refused',
    'Project-URL',
    "'project_urls' has invalid data",
    { project_urls: ['A, https://a.example', 'A, https://b.example'] },
  ],
  [
    'metadata-refused',
    'License',
    'License is deprecated when License-Expression is present',
    { license: 'MIT', license_expression: 'MIT' },
  ],
  [
    'readme-unrenderable',
    '',
    "The description failed to render for 'text/x-rst'.",
    { description: 'broken', description_content_type: 'text/x-rst' },
  ],
  [
    'readme-unrenderable',
    '',
    'The description failed to render in the default format of reStructuredText.',
    { description: 'broken' },
  ],
];

/** A refusal of the metadata, with the field that its fault is to name. */
export interface MetadataRow extends RefusedRow {
  readonly field: string;
}

/** The metadata of the form: step 6 of an upload, and the description, step 12. */
export const METADATA: readonly MetadataRow[] = CASES.map(([code, field, says, fields]) => ({
  claim: `the metadata: ${says}`,
  code,
  field,
  says,
  fields,
}));
