import { type Fault, fault, Stopped } from '../../release/fault.ts';

/** What the library's codes (`InternalError.code`) say was being done. */
const OPERATIONS: Readonly<Record<string, string>> = {
  CA_CREATE_SIGNING_CERTIFICATE_ERROR: 'Asking for a signing certificate',
  TLOG_CREATE_ENTRY_ERROR: 'Writing into the transparency log',
};

/** As the library throws: an `InternalError` with a code, whose cause has a status where a server answered. */
interface Thrown {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: Thrown;
  readonly statusCode?: unknown;
}

/**
 * What the library threw, as a `Stopped`: sigstore-trouble where a later try may fare better, sigstore-refused where it will not, and the
 * identity's own fault where the job's token was not to be had.
 */
export function stoppedBy(error: unknown): Stopped {
  const { code, cause, message } = error as Thrown;
  if (cause instanceof Stopped) return cause;
  return new Stopped([faultOf({ code: String(code), cause: cause ?? { message } })], { cause: error });
}

function faultOf({ code, cause }: { readonly code: string; readonly cause: Thrown }): Fault {
  const operation = OPERATIONS[code] ?? 'Signing';
  // The library quotes a token that it cannot read.
  const last = code === 'IDENTITY_TOKEN_PARSE_ERROR' ? 'the identity token cannot be read' : sentence(cause);
  const { statusCode: status } = cause;
  const passing = typeof status !== 'number' || status >= 500 || status === 408 || status === 429;
  return passing
    ? fault('sigstore-trouble', { operation, last })
    : fault('sigstore-refused', { operation, reason: last });
}

function sentence({ message }: Thrown): string {
  const text = typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : '';
  return (text || 'no reason was given').slice(0, 500);
}
