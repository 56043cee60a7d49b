/** What the refusals of an index sound like, and which fault each is. */

import type { FaultCode, fault } from '../../release/fault.ts';

/** An answer that is not success. */
export interface RefusedUpload {
  readonly status: number;
  /** The index's own sentence. */
  readonly reason: string;
}

/** Codes whose details are those of a refused upload, and nothing more. */
export type RefusalCode = {
  [Code in FaultCode]: RefusalDetails extends Parameters<typeof fault<Code>>[1]
    ? Parameters<typeof fault<Code>>[1] extends { filename: string; status: number; reason: string }
      ? Code
      : never
    : never;
}[FaultCode];

interface RefusalDetails {
  readonly index: string;
  readonly filename: string;
  readonly status: number;
  readonly reason: string;
}

/** Codes that ask for other details than the answer itself. */
type OtherCode =
  | 'index-trouble'
  | 'index-address'
  | 'address-insecure'
  | 'version-local'
  | 'metadata-refused';

interface Row {
  readonly code: RefusalCode | OtherCode;
  /** Any status where absent. */
  readonly statuses?: readonly number[];
  /** Any reason where absent. */
  readonly says?: RegExp;
}

/** A row for each of these sentences under one status. */
function sentences(status: number, rows: readonly (readonly [Row['code'], RegExp])[]): readonly Row[] {
  return rows.map(([code, says]) => ({ code, statuses: [status], says }));
}

/** Who uploads, and whether they may (`macaroons/caveats`, `accounts/security_policy.py`, step 9 to 11). */
const RIGHTS = sentences(403, [
  ['registration-closed', /new project registration temporarily disabled/i],
  ['index-maintenance', /read-only mode|temporarily disabled/i],
  ['address-insecure', /ssl is required/i],
  ['token-unknown', /invalid or non-existent authentication/i],
  ['password-refused', /username\/password authentication/i],
  ['token-expired', /invalid api token:.*token is expired/i],
  // An answer to a minted token may tell of its projects in both ways.
  ['publisher-scope', /oidc scoped token is not valid/i],
  ['token-scope', /project-scoped token is not valid/i],
  ['token-altered', /signatures do not match/i],
  ['project-archived', /given token isn't allowed to upload/i],
  ['project-foreign', /isn't allowed to upload to project/i],
  ['email-unverified', /verified primary email/i],
  ['two-factor-missing', /two-factor authentication/i],
  ['account-incomplete', /associated with the api token used/i],
  // Artifactory answers a duplicate so.
  ['file-exists', /overwrite (?:all )?artifact/i],
]);

/** The project that a first upload makes (`packaging/services.py`), and the one that is there. */
const PROJECT = sentences(400, [
  ['project-unregistered', /non-user identities cannot create/i],
  ['project-name-invalid', /is an invalid value for name|\bthe name '.*' is invalid/i],
  ['project-similar', /too similar to an existing project/i],
  ['project-name-refused', /\bthe name '.*' isn't allowed/i],
  ['organization-inactive', /organization account .* inactive/i],
]);

/** The file against what the index holds (steps 13 to 20). */
const FILE = sentences(400, [
  ['digest-differs', /digest supplied does not match/i],
  ['filename-burnt', /previously used by a file that has since been deleted/i],
  // PyPI, Artifact Registry; Nexus; GitLab.
  ['file-exists', /already exist|updating asset|cannot be updated|already been taken/i],
  ['release-too-old', /releases older than \d+ days/i],
  ['second-sdist', /only one sdist/i],
  ['file-too-large', /file too large/i],
  ['project-too-large', /project size too large/i],
  ['file-kind-refused', /invalid file extension/i],
  ['filename-too-long', /filename is too long/i],
  ['filename-foreign', /start filename for/i],
  ['platform-tag', /unsupported platform tag/i],
  [
    'filename-refused',
    /is invalid, should be|should contain the normalized project name|invalid (?:source distribution|wheel) filename|version in filename should be|invalid (?:build number|project name):|cannot upload a file with|parse name and version from wheel filename/i,
  ],
]);

/** What is in the archive (`_is_valid_dist_file`, `utils/zipfiles.py`, `utils/wheel.py`; steps 21 to 27). */
const ARCHIVE = sentences(400, [
  ['license-file-missing', /license-file .* does not exist/i],
  ['record-missing', /required record file/i],
  ['archive-incomplete', /required metadata file|(?:pkg-info|wheel) not found at/i],
  ['entry-points-invalid', /invalid entry points/i],
  ['archive-layout', /number of top-level directories/i],
  ['archive-bloated', /compression ratio/i],
  ['content-forbidden', /content is not allowed/i],
  // Nothing after the sentence: the form announced the file as an image.
  ['form-refused', /^invalid distribution file\.?$/i],
  ['archive-refused', /invalid distribution file|archive not accepted/i],
]);

/** Attestations (`attestations/services.py`), the last of all checks. */
const ATTESTATIONS = sentences(400, [
  ['attestations-untrusted', /invalid attestations supplied.*(?:only|not currently) supported w/i],
  ['attestations-unverified', /invalid attestations supplied.*unknown error while/i],
  [
    'attestations-malformed',
    /invalid attestations supplied.*(?:malformed|maximum of|multiple attestations|predicate type|attestation type|subjects? in statement|json envelope)/i,
  ],
  ['attestations-mismatch', /invalid attestations supplied.*(?:subject does not match|invalid signature)/i],
  ['attestations-publisher', /invalid attestations supplied.*(?:certificate's|build config uri)/i],
  ['attestations-refused', /invalid attestations supplied/i],
]);

/** The metadata (the `packaging` library, then `forklift/metadata.py`), and a form that no good uploader sends. */
const METADATA = sentences(400, [
  ['readme-unrenderable', /description failed to render/i],
  ['version-local', /use of local versions/i],
  ['classifier-refused', /not a valid classifier|classifier .* has been deprecated/i],
  ['dependency-direct', /can't have direct dependency/i],
  ['metadata-version-refused', /not a valid metadata version|introduced in metadata version/i],
  ['metadata-refused', /specifications\/core-metadata|is invalid for '|has invalid data/i],
  [
    'form-refused',
    /invalid form data|unknown protocol version|invalid value for|include at least one message digest|payload does not have a file|should not be a tuple|may not contain duplicate keys/i,
  ],
]);

/**
 * The first row that fits decides. An index tells the kinds of its refusals apart by English alone: the key phrases are those of
 * Warehouse as of August 2026, without the links and digests that follow them.
 */
const ROWS: readonly Row[] = [
  ...RIGHTS,
  { code: 'upload-forbidden', statuses: [401, 403] },
  { code: 'project-creation-limited', statuses: [429], says: /too many new projects/i },
  { code: 'project-taken', statuses: [409], says: /conflicts with an existing project/i },
  { code: 'file-exists', statuses: [409] },
  { code: 'file-too-large', statuses: [413] },
  // Artifactory, where the one that is there is hidden from who asks.
  { code: 'file-exists', statuses: [404], says: /could not locate artifact/i },
  { code: 'index-address', statuses: [301, 302, 307, 308, 404, 405, 410] },
  { code: 'index-trouble', statuses: [408, 425, 429, 499] },
  ...ATTESTATIONS,
  ...PROJECT,
  ...FILE,
  ...ARCHIVE,
  ...METADATA,
];

/** The code of the fault that an answer is; `upload-refused` where no row knows it. */
export function refusalCode({ status, reason }: RefusedUpload): Row['code'] {
  const row = ROWS.find(
    ({ statuses, says }) => (statuses?.includes(status) ?? true) && (says?.test(reason) ?? true),
  );
  return row?.code ?? (status >= 500 ? 'index-trouble' : 'upload-refused');
}
