import type { FaultCode } from '../../../src/release/fault.ts';

/** An answer that the built-in index does not give, word for word as it was recorded or as users report it. */
export type Recorded = readonly [code: FaultCode, status: number, reason: string];

const UNVERIFIED =
  'Invalid attestations supplied during upload: Could not verify the uploaded artifact using the included attestation: Verification failed: ';

/** Recorded from Warehouse; and of its code what takes a race, a proxy or a second index to meet. */
export const RECORDED: readonly Recorded[] = [
  ['address-insecure', 403, 'SSL is required.'],
  [
    'project-taken',
    409,
    "The name 'demo' conflicts with an existing project. See https://index.example/help/#project-name for more information.",
  ],
  [
    'project-name-invalid',
    400,
    "The name '-' is invalid. See https://index.example/help/#project-name for more information.",
  ],
  ['form-refused', 400, 'Invalid Form Data.'],
  ['form-refused', 400, 'POST body may not contain duplicate keys (URL: https://index.example/legacy/)'],
  [
    'account-incomplete',
    403,
    "User 'alice', associated with the API token used, does not have something new.",
  ],
  ['upload-forbidden', 403, 'Invalid API Token: caveat must be an array'],
  [
    'project-name-refused',
    400,
    "The name 'banned-name' isn't allowed. See https://index.example/help/#project-name for more information.",
  ],
  [
    'attestations-untrusted',
    400,
    'Invalid attestations supplied during upload: Attestations are not currently supported with ActiveState publishers',
  ],
  [
    'attestations-malformed',
    400,
    'Invalid attestations supplied during upload: Multiple attestations for the same file with the same predicate type (https://docs.index.example/attestations/publish/v1) are not supported',
  ],
  [
    'attestations-malformed',
    400,
    'Invalid attestations supplied during upload: Attestation with unsupported predicate type: https://types.example/v1',
  ],
  ['attestations-malformed', 400, `${UNVERIFIED}unknown attestation type: https://types.example/v1`],
  ['attestations-malformed', 400, `${UNVERIFIED}too many subjects in statement (must be exactly one)`],
  ['attestations-malformed', 400, `${UNVERIFIED}expected JSON envelope, got text/plain`],
  ['attestations-mismatch', 400, `${UNVERIFIED}DSSE: invalid signature`],
  [
    'attestations-mismatch',
    400,
    `${UNVERIFIED}subject does not match distribution name: demo-4.0.tar.gz != demo-4.0-py3-none-any.whl`,
  ],
  ['attestations-mismatch', 400, `${UNVERIFIED}subject does not match distribution digest`],
  [
    'attestations-publisher',
    400,
    `${UNVERIFIED}Certificate's OIDCSourceRepositoryURI does not match (got https://github.com/acme/other, expected https://github.com/acme/demo)`,
  ],
  [
    'attestations-publisher',
    400,
    `${UNVERIFIED}Certificate's Build Config URI 'https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v1.0' does not match expected Trusted Publisher (publish.yml @ acme/demo)`,
  ],
  ['attestations-publisher', 400, `${UNVERIFIED}Certificate's OIDCIssuerV2 does not match`],
  [
    'attestations-unverified',
    400,
    'Invalid attestations supplied during upload: Unknown error while trying to verify included attestations: Failed to refresh TUF metadata',
  ],
  [
    'attestations-unverified',
    400,
    'Invalid attestations supplied during upload: Unknown error while trying to verify included attestations: invalid transparency log entry',
  ],
  ['attestations-refused', 400, `${UNVERIFIED}not enough sources of verified time`],
  ['index-trouble', 503, 'Service Unavailable'],
  ['index-trouble', 502, 'Bad Gateway'],
  ['index-trouble', 503, 'first byte timeout'],
  ['index-trouble', 499, 'Client Closed Request'],
  ['index-trouble', 429, 'Too Many Requests'],
  ['index-trouble', 408, 'Request Timeout'],
];

/** A second upload of a file, as indexes of other makes answer it (twine's issues, and their documentation). */
export const DUPLICATES: readonly Recorded[] = [
  ['file-exists', 409, 'Conflict'],
  ['file-exists', 400, "The file already exists: 'demo-1.0-py3-none-any.whl'"],
  ['file-exists', 400, 'Repository does not allow updating assets: pypi-hosted'],
  ['file-exists', 400, '/packages/demo/1.0/demo-1.0-py3-none-any.whl cannot be updated'],
  ['file-exists', 400, 'Validation failed: File name has already been taken'],
  ['file-exists', 403, 'Not enough permissions to overwrite artifact demo-1.0-py3-none-any.whl'],
  ['file-exists', 403, "Not enough permissions to delete/overwrite all artifacts under 'demo'"],
  ['file-exists', 404, "Could not locate artifact 'demo:1.0/demo-1.0-py3-none-any.whl'"],
];
