import { STATUS_CODES } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { acceptableOffers } from './accept.ts';
import { asciiJsonText, asciiMarkupText } from './python-text.ts';

/** What the handlers of the emulated index run in: `outgoing` is there under a real server only. */
export type IndexContext = Context<{ Bindings: Partial<HttpBindings> }>;

/** An answer of the upload API, whose reason phrase tells what the matter was. */
export interface Answer {
  readonly status: number;
  /** The reason phrase, before it is brought down to Latin-1. */
  readonly reason: string;
  /** What the body says. */
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const EXPLANATIONS: Readonly<Record<number, string>> = {
  308: 'The resource has been moved to',
  400: 'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  403: 'Access was denied to this resource.',
  409: 'There was a conflict when trying to complete your request.',
  410: 'This resource is no longer available.  No forwarding address is given.',
  429: 'The action could not be performed because there were too many requests by the client.',
};

/** A refusal whose detail is the reason phrase too, as Warehouse's upload API does for old clients. */
export function refused(status: number, detail: string): Answer {
  return { status, reason: detail, detail };
}

/** A refusal told in the reason phrase alone. */
export function statusOnly(status: number, reason: string): Answer {
  return { status, reason, detail: '' };
}

/** The one answer to every upload that went well, also to the second of the same file. */
export const ACCEPTED: Answer = statusOnly(200, 'OK');

/** What comes out of the WSGI server when the application breaks. */
export const BROKEN: Answer = statusOnly(500, 'Internal Server Error');

/** Whether a value is an answer, and not what was asked for. */
export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'reason' in value;
}

/** Sends an answer with the body that the request's `Accept` asks for (WebOb's choice between HTML, JSON and plain text). */
export function sendAnswer(c: IndexContext, answer: Answer): Response {
  const [type, body] = bodyOf(answer, c.req.header('Accept'));
  const headers = { ...answer.headers, 'Content-Type': type, Vary: 'PyPI-Locale, Authorization, Cookie' };
  const reason = latin1(answer.reason);
  const { outgoing } = c.env ?? {};
  if (outgoing !== undefined && reason.includes('\n'))
    return sendRaw(outgoing, answer.status, reason, headers, body);
  if (outgoing !== undefined) outgoing.statusMessage = reason;
  return new Response(body, { status: answer.status, headers });
}

/**
 * Writes the answer past Node's checks: gunicorn lets newlines of a reason phrase through as bare LF, and a client has to live with it.
 */
function sendRaw(
  outgoing: NonNullable<HttpBindings['outgoing']>,
  status: number,
  reason: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Response {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ ...headers, 'Content-Length': String(bytes.length), Connection: 'close' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const socket = 'socket' in outgoing ? outgoing.socket : undefined;
  socket?.write(Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${head}\r\n`, 'latin1'));
  socket?.end(bytes);
  return RESPONSE_ALREADY_SENT;
}

function bodyOf(answer: Answer, accept: string | undefined): readonly [type: string, body: string] {
  if (answer.status === 500) return ['text/html', brokenPage(answer.reason)];
  const explanation = EXPLANATIONS[answer.status] ?? '';
  const line = `${answer.status} ${latin1(answer.reason)}`;
  const [best] = acceptableOffers(accept ?? '', ['text/html', 'application/json']);
  if (best === 'text/html') return ['text/html; charset=UTF-8', page(line, explanation, answer.detail)];
  const text = `${explanation}\n\n\n${answer.detail}\n\n`;
  if (best !== 'application/json') return ['text/plain; charset=UTF-8', `${line}\n\n${text}`];
  const title = STATUS_CODES[answer.status] ?? '';
  const members = { message: text, code: line, title };
  const written = Object.entries(members).map(([name, value]) => `"${name}": ${asciiJsonText(value)}`);
  return ['application/json', `{${written.join(', ')}}`];
}

/** The reason stands unescaped in title and heading, as recorded. */
function page(line: string, explanation: string, detail: string): string {
  const head = `<html>\n <head>\n  <title>${line}</title>\n </head>\n <body>\n  <h1>${line}</h1>\n`;
  return `${head}  ${explanation}<br/><br/>\n${asciiMarkupText(detail)}\n\n\n </body>\n</html>`;
}

function brokenPage(title: string): string {
  return `<html>\n  <head>\n    <title>${title}</title>\n  </head>\n  <body>\n    <h1><p>${title}</p></h1>\n    \n  </body>\n</html>\n`;
}

/** A status line holds Latin-1 only; what is outside becomes a question mark. */
function latin1(text: string): string {
  return text.replace(/[^\p{ASCII}\u0080-\u00ff]/gu, '?');
}

/** 405, with the methods that the address knows. */
export function methodNotAllowed(method: string, allow: string): Response {
  const line = '405 Method Not Allowed';
  const head = `<html>\n <head>\n  <title>${line}</title>\n </head>\n <body>\n  <h1>${line}</h1>\n`;
  const body = `${head}  The method ${method} is not allowed for this resource. <br/><br/>\n\n </body>\n</html>`;
  return new Response(body, {
    status: 405,
    headers: { Allow: allow, 'Content-Type': 'text/html; charset=UTF-8' },
  });
}

/** The site's own page for what is not there. */
export function notFoundPage(): Response {
  const body =
    '<!DOCTYPE html>\n<html lang="en">\n  <head><title>Page Not Found (404)</title></head>\n  <body><h1>We looked everywhere but could not find this page</h1></body>\n</html>\n';
  return new Response(body, { status: 404, headers: { 'Content-Type': 'text/html; charset=UTF-8' } });
}

/** A redirect as Pyramid words it. `location` is absolute, `shown` is the part of it that the text names. */
export function redirect(
  status: 301,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { pathname } = new URL(location);
  const line = `${status} ${STATUS_CODES[status] ?? ''}`;
  const body = `${line}\n\nThe resource has been moved to ${pathname}; you should be redirected automatically.\n\n`;
  const content = { 'Content-Type': 'text/plain; charset=UTF-8', Location: location };
  return new Response(body, { status, headers: { ...headers, ...content } });
}

/** A JSON body as it is, with its status. */
export function jsonResponse(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}
