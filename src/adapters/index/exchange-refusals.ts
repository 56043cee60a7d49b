/** What an index says to the exchange of an identity (Warehouse, `oidc/views.py` and `oidc/models`) → the fault that tells what to do. */

import { type Fault, type FaultCode, fault } from '../../release/fault.ts';
import {
  environmentCause,
  presentedClaims,
  publisherForm,
  renamingCause,
  workflowFiles,
} from './publisher-claims.ts';

/** The index's own words. */
export interface ExchangeRefusal {
  /** Name of the index. */
  readonly index: string;
  readonly address: string;
  readonly status: number;
  /** Empty where the index gave none. */
  readonly code: string;
  readonly description: string;
}

type ExchangeCode = Extract<
  FaultCode,
  | 'publisher-unknown'
  | 'publisher-claim-differs'
  | 'publisher-environment'
  | 'publisher-event'
  | 'workflow-elsewhere'
  | 'identity-incomplete'
  | 'identity-unverified'
  | 'identity-used'
  | 'issuer-unknown'
  | 'pending-publisher-lost'
  | 'pending-publisher-refused'
  | 'trusted-publishing-disabled'
  | 'registration-closed'
  | 'exchange-refused'
>;

interface Row {
  readonly code: string;
  /** Any description where absent. */
  readonly says?: RegExp;
  readonly fault: ExchangeCode;
}

/** The first row that fits decides. Only the codes are an interface; what is told within one is told apart by its English. */
const ROWS: readonly Row[] = [
  { code: 'not-enabled', fault: 'trusted-publishing-disabled' },
  { code: 'invalid-token', fault: 'identity-unverified' },
  { code: 'invalid-reuse-token', fault: 'identity-used' },
  { code: 'invalid-pending-publisher', fault: 'pending-publisher-lost' },
  { code: 'invalid-payload', says: /malformed jwt|validation errors? for/i, fault: 'identity-unverified' },
  { code: 'invalid-payload', says: /unknown trusted publishing issuer/i, fault: 'issuer-unknown' },
  // A pending publisher's project is made by the exchange, and may be refused as any new project.
  { code: 'invalid-payload', says: /registration temporarily disabled/i, fault: 'registration-closed' },
  {
    code: 'invalid-payload',
    says: /^the name |conflicts with an existing/i,
    fault: 'pending-publisher-refused',
  },
  { code: 'invalid-publisher', says: /pull_request_target/, fault: 'publisher-event' },
  { code: 'invalid-publisher', says: /job_workflow_ref claim does not match/, fault: 'workflow-elsewhere' },
  {
    code: 'invalid-publisher',
    says: /missing claim|claims? (?:is|are) empty|extract workflow filename/i,
    fault: 'identity-incomplete',
  },
  { code: 'invalid-publisher', says: /issuer .* does not match/i, fault: 'issuer-unknown' },
  { code: 'invalid-publisher', says: /check failed for optional claim/i, fault: 'publisher-environment' },
  { code: 'invalid-publisher', says: /check failed for required claim/i, fault: 'publisher-claim-differs' },
  { code: 'invalid-publisher', fault: 'publisher-unknown' },
];

/** Faults whose cause is the called workflow, where the job stands in one. */
const OF_WORKFLOW: readonly ExchangeCode[] = ['workflow-elsewhere', 'publisher-unknown'];

/**
 * The fault for a refused exchange, with what this run presents and what to enter for it.
 *
 * @param jwt the identity token that was shown; only its claims are told, never itself
 */
export function exchangeFault(refusal: ExchangeRefusal, jwt: string): Fault {
  const { index, address, status, code } = refusal;
  const description = refusal.description.replace(/\s+/g, ' ').trim();
  const row = ROWS.find((each) => each.code === code && (each.says?.test(description) ?? true));
  const kind = row?.fault ?? 'exchange-refused';
  if (kind === 'trusted-publishing-disabled')
    return fault(kind, { index, address, status, reason: description });
  if (kind === 'registration-closed')
    return fault(kind, { index, filename: 'the exchange of the identity', status, reason: description });
  const said = { index, code, description, claims: presentedClaims(jwt) };
  const files = workflowFiles(jwt);
  if (OF_WORKFLOW.includes(kind) && files !== undefined && files.caller !== files.called)
    return fault('workflow-reusable', {
      ...said,
      ...files,
      form: publisherForm(jwt, 'workflow_ref'),
      cause: '',
    });
  const details = { ...said, form: publisherForm(jwt), cause: causeOf(kind, jwt) };
  if (kind !== 'publisher-claim-differs') return fault(kind, details);
  return fault(kind, {
    ...details,
    claim: /claim '(?<claim>[^']+)'/.exec(description)?.groups?.claim ?? 'claim',
  });
}

/** What the claims alone tell of the cause: whole sentences, where there is something to tell. */
function causeOf(kind: ExchangeCode, jwt: string): string {
  if (kind === 'publisher-unknown') return `${renamingCause(jwt)} ${environmentCause(jwt)}`;
  return kind === 'publisher-environment' ? environmentCause(jwt) : '';
}
