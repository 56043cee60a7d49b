/** Refusals as GitHub words them. Shapes: REST docs "Troubleshooting", and recorded answers (project facts 1.2). */

/** One row of `errors[]` in a "Validation Failed" body. */
export interface ValidationError {
  readonly resource: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly field?: string;
  readonly message?: string;
}

interface RefusalDetails {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly ValidationError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the documentation address of the route (the authentication errors point elsewhere). */
  readonly docs?: string;
}

/** Thrown by a handler, rendered by the emulator with the route's documentation address. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly ValidationError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly docs: string | undefined;

  constructor(details: RefusalDetails) {
    super(details.message);
    this.name = 'Refusal';
    this.status = details.status;
    this.errors = details.errors;
    this.headers = details.headers ?? {};
    this.docs = details.docs;
  }
}

/** 404, also for what exists but must not be seen. */
export function notFound(): Refusal {
  return new Refusal({ status: 404, message: 'Not Found' });
}

/** 401 for a token that is wrong or expired. */
export function badCredentials(): Refusal {
  return new Refusal({ status: 401, message: 'Bad credentials', docs: '' });
}

/** 401 for a change without any token. */
export function authenticationRequired(): Refusal {
  return new Refusal({ status: 401, message: 'Requires authentication' });
}

/** 403 for a token without the permission that the endpoint needs. */
export function notAccessible(): Refusal {
  return new Refusal({ status: 403, message: 'Resource not accessible by integration' });
}

/** 409 of the git data calls on a repository without any reference. */
export function emptyRepository(): Refusal {
  return new Refusal({ status: 409, message: 'Git Repository is empty.' });
}

/** 422 with a message and no `errors[]`, as the git data calls answer. */
export function unprocessable(message: string): Refusal {
  return new Refusal({ status: 422, message });
}

/** 422 "Validation Failed" with its rows. */
export function validationFailed(...errors: readonly ValidationError[]): Refusal {
  return new Refusal({ status: 422, message: 'Validation Failed', errors });
}

/** 422 of a body that does not fit the endpoint's schema. */
export function invalidRequest(problems: readonly string[]): Refusal {
  return unprocessable(`Invalid request.\n\n${problems.join('\n')}`);
}

/** The message of rules that forbid a change of a reference; the trailing blank lines are GitHub's. */
export function ruleViolation(...sentences: readonly string[]): string {
  return `Repository rule violations found\n\n${sentences.map((each) => `${each}\n\n`).join('')}`;
}
/** What freezes the tag of an immutable release. */
export const PROTECTED_REF = ruleViolation('Cannot update this protected ref.');

/**
 * The JSON of a refusal. `docs`: the end of the route's documentation address, may be empty. The uploads host
 * says `request_id` where the API host says `status`.
 */
export function refusalBody(refusal: Refusal, docs: string, requestId?: string): object {
  const page = refusal.docs ?? docs;
  return {
    message: refusal.message,
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
    documentation_url: `https://docs.github.com/rest${page === '' ? '' : `/${page}`}`,
    ...(requestId === undefined ? { status: String(refusal.status) } : { request_id: requestId }),
  };
}
