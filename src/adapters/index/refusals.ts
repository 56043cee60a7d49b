/** An index's refusal → the fault that tells what to do about it. */

import { type Fault, type FaultCode, fault } from '../../release/fault.ts';

/** An answer that is not success. */
export interface RefusedUpload {
  readonly status: number;
  /** The index's own sentence. */
  readonly reason: string;
}

/** What was asked, in the user's own words. */
export interface UploadContext {
  /** Name of the index. */
  readonly index: string;
  readonly filename: string;
  /** The upload address, and the input that set it. */
  readonly address: string;
  readonly input: string;
}

/** Codes whose details are those of a refused upload. */
type RefusalCode = {
  [Code in FaultCode]: Parameters<typeof fault<Code>>[1] extends infer Details
    ? Details extends { filename: string; status: number; reason: string }
      ? Code
      : never
    : never;
}[FaultCode];

interface Row {
  readonly code: RefusalCode | 'index-trouble' | 'index-address';
  /** Any status where absent. */
  readonly statuses?: readonly number[];
  /** Any reason where absent. */
  readonly says?: RegExp;
}

/**
 * The first row that fits decides. An index tells the kinds of its refusals apart by English alone; the key phrases are those of
 * Warehouse (`forklift/legacy.py`, `macaroons/caveats`, `packaging/services.py`), of 2026-08.
 */
const ROWS: readonly Row[] = [
  { code: 'index-maintenance', statuses: [403], says: /read-only mode|temporarily disabled/i },
  { code: 'token-expired', statuses: [403], says: /token is expired/i },
  { code: 'token-scope', statuses: [403], says: /scoped token is not valid for project/i },
  { code: 'project-archived', statuses: [403], says: /given token isn't allowed to upload/i },
  { code: 'project-foreign', statuses: [403], says: /isn't allowed to upload to project/i },
  { code: 'account-incomplete', statuses: [403], says: /verified primary email|two-factor authentication/i },
  // Artifactory answers a duplicate so.
  { code: 'file-exists', statuses: [403], says: /overwrite (?:all )?artifact/i },
  { code: 'upload-forbidden', statuses: [401, 403] },
  { code: 'project-creation-limited', statuses: [429], says: /too many new projects/i },
  { code: 'project-name-refused', statuses: [409], says: /conflicts with an existing project/i },
  { code: 'file-exists', statuses: [409] },
  { code: 'file-too-large', statuses: [413] },
  { code: 'index-address', statuses: [301, 302, 307, 308, 404, 405, 410] },
  { code: 'index-trouble', statuses: [408, 425, 429] },
  // What arrived is not what was sent.
  { code: 'index-trouble', statuses: [400], says: /digest supplied does not match/i },
  { code: 'filename-burnt', statuses: [400], says: /previously used by a file that has since been deleted/i },
  // PyPI, Artifact Registry; Nexus; GitLab.
  {
    code: 'file-exists',
    statuses: [400],
    says: /already exist|updating asset|cannot be updated|already been taken/i,
  },
  { code: 'release-too-old', statuses: [400], says: /releases older than \d+ days/i },
  { code: 'second-sdist', statuses: [400], says: /only one sdist/i },
  { code: 'file-too-large', statuses: [400], says: /file too large/i },
  { code: 'project-too-large', statuses: [400], says: /project size too large/i },
  { code: 'platform-tag', statuses: [400], says: /unsupported platform tag/i },
  { code: 'project-unregistered', statuses: [400], says: /non-user identities cannot create/i },
  {
    code: 'project-name-refused',
    statuses: [400],
    says: /too similar to an existing project|^the name '.*' (?:is invalid|isn't allowed)/i,
  },
  { code: 'organization-inactive', statuses: [400], says: /organization account .* inactive/i },
  { code: 'attestations-refused', statuses: [400], says: /invalid attestations supplied/i },
  { code: 'readme-unrenderable', statuses: [400], says: /description failed to render/i },
  {
    code: 'classifier-refused',
    statuses: [400],
    says: /not a valid classifier|classifier .* has been deprecated/i,
  },
  { code: 'dependency-direct', statuses: [400], says: /can't have direct dependency/i },
  { code: 'license-file-missing', statuses: [400], says: /license-file .* does not exist/i },
  {
    code: 'filename-refused',
    statuses: [400],
    says: /is invalid, should be|should contain the normalized project name|start filename for|invalid (?:source distribution|wheel) filename|version in filename should be|invalid (?:build number|project name):|invalid file extension|filename is too long|cannot upload a file with/i,
  },
  {
    code: 'archive-refused',
    statuses: [400],
    says: /invalid distribution file|archive not accepted|does not contain the required|invalid entry points/i,
  },
  { code: 'metadata-refused', statuses: [400], says: /specifications\/core-metadata|use of local versions/i },
];

/** The fault for this answer. Server trouble (5xx, 408, 429) is the world's; the file may stand all the same. */
export function refusalFault({ status, reason }: RefusedUpload, context: UploadContext): Fault {
  const { index, filename, address, input } = context;
  const row = ROWS.find(
    ({ statuses, says }) => (statuses?.includes(status) ?? true) && (says?.test(reason) ?? true),
  );
  const code = row?.code ?? (status >= 500 ? 'index-trouble' : 'upload-refused');
  if (code === 'index-address') return fault(code, { input, address, status });
  if (code === 'index-trouble')
    return fault(code, {
      index,
      operation: `The upload of ${filename}`,
      attempts: 1,
      last: `${status} ${reason}`,
    });
  return fault(code, { index, filename, status, reason });
}
