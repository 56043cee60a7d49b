import { GOOD, type RefusedRow } from './row.ts';

/** Where the upload goes: an address that is none. */
const ADDRESSES: readonly RefusedRow[] = [
  {
    claim: 'the slash is missing',
    code: 'index-address',
    status: 308,
    says: 'expected upload URL is /legacy/',
    address: '/legacy',
  },
  {
    claim: 'the action is none that is known',
    code: 'index-address',
    status: 405,
    says: 'Method Not Allowed',
    fields: { ':action': 'publish' },
  },
  {
    claim: 'projects are to be registered first',
    code: 'index-address',
    status: 410,
    says: 'pre-registration is no longer required',
    fields: { ':action': 'submit' },
  },
  {
    claim: 'documentation is uploaded',
    code: 'index-address',
    status: 410,
    says: 'Uploading documentation is no longer supported',
    fields: { ':action': 'doc_upload' },
  },
  {
    claim: 'the address of old is used',
    code: 'index-address',
    status: 410,
    says: 'This API has moved',
    address: '/pypi',
  },
  {
    claim: 'the simple API is posted to',
    code: 'index-address',
    status: 405,
    says: 'Method Not Allowed',
    address: '/simple/',
  },
  {
    claim: 'the front page is posted to',
    code: 'index-address',
    status: 405,
    says: 'Method Not Allowed',
    address: '/',
  },
  { claim: 'nothing is there', code: 'index-address', status: 404, says: 'Not Found', address: '/upload/' },
];

/** The form's own fields: steps 4, 5, 7 and 14 to 16 of an upload. */
const FIELDS: readonly RefusedRow[] = [
  {
    claim: 'the protocol is unknown',
    code: 'form-refused',
    says: 'Unknown protocol version.',
    fields: { protocol_version: '2' },
  },
  {
    claim: 'the name is missing',
    code: 'project-name-invalid',
    says: "'' is an invalid value for Name",
    fields: { name: undefined },
  },
  {
    claim: 'the name is none',
    code: 'project-name-invalid',
    says: 'Start and end with a letter or numeral',
    fields: { name: '-x' },
  },
  {
    claim: 'the kind is missing',
    code: 'form-refused',
    says: 'Invalid value for filetype. Error: This field is required.',
    fields: { filetype: undefined },
  },
  {
    claim: 'the kind is an old one',
    code: 'form-refused',
    says: 'Invalid value for filetype. Error: Use a known file type.',
    fields: { filetype: 'bdist_egg' },
  },
  {
    claim: 'the sha256 is no hex',
    code: 'form-refused',
    says: 'Invalid value for sha256_digest',
    fields: { sha256_digest: 'zz' },
  },
  {
    claim: 'the BLAKE2 digest is no hex',
    code: 'form-refused',
    says: 'Invalid value for blake2_256_digest',
    fields: { blake2_256_digest: 'zz' },
  },
  {
    claim: 'there is no digest',
    code: 'form-refused',
    says: 'Include at least one message digest',
    fields: { sha256_digest: undefined, blake2_256_digest: undefined },
  },
  {
    claim: 'a wheel names no Python version',
    code: 'form-refused',
    says: 'Python version is required for binary distribution uploads',
    fields: { pyversion: undefined },
  },
  {
    claim: 'an sdist names a Python version',
    code: 'form-refused',
    says: "Use 'source' as Python version for an sdist",
    fields: { filetype: 'sdist', pyversion: 'py3' },
  },
  {
    claim: 'a text field comes as a file',
    code: 'form-refused',
    says: 'summary: Should not be a tuple.',
    touch: (form) => form.append('summary', new Blob(['x']), 'f.txt'),
  },
  {
    claim: 'the file is missing',
    code: 'form-refused',
    says: 'Upload payload does not have a file.',
    touch: (form) => form.delete('content'),
  },
  {
    claim: 'the file is announced as an image',
    code: 'form-refused',
    says: 'Invalid distribution file.',
    touch: (form) => form.set('content', new Blob(['x'], { type: 'image/png' }), GOOD.filename),
  },
  {
    claim: 'the digest is another file’s',
    code: 'digest-differs',
    says: 'The digest supplied does not match',
    fields: { sha256_digest: '0'.repeat(64) },
  },
];

export const FORMS: readonly RefusedRow[] = [...ADDRESSES, ...FIELDS];
