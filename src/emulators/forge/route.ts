/** What a route is, and what handlers use to read a request and to answer. */
import type { HonoRequest } from 'hono';
import { invalidRequest, Refusal } from './errors.ts';
import type { Actor, Permission } from './permissions.ts';
import type { Forge } from './state.ts';

/** One request, as a handler sees it. */
export interface Call {
  readonly forge: Forge;
  readonly actor: Actor;
  readonly request: HonoRequest;
}

/**
 * One row of a routing table. `path` is below `/repos/{owner}/{repo}`; `docs` is the end of the documentation
 * address that refusals name.
 */
export type Route = readonly [
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  needs: Permission,
  docs: string,
  handle: (call: Call) => Promise<Response> | Response,
];

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** 204 without a body. */
export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** A path parameter, percent-decoded after the path was split (octokit encodes `/` in references). */
export function parameter(call: Call, name: string): string {
  return call.request.param(name) ?? '';
}

/** The address of this repository's API, without a trailing slash. */
export function apiOf(forge: Forge): string {
  return `${forge.base()}${forge.api}/repos/${repositoryOf(forge)}`;
}

/** The address of this repository's web pages. */
export function pageOf(forge: Forge): string {
  return `${forge.base()}/${repositoryOf(forge)}`;
}

/** `owner/name`; the `renamed` flag gives the repository a newer name than clients know. */
export function repositoryOf(forge: Forge): string {
  return `${forge.owner}/${forge.name}${forge.flags.has('renamed') ? '-renamed' : ''}`;
}

const PER_PAGE = { standard: 30, most: 100 };

/** One page of a list, with the `link` header of RFC 8288 when there are more. */
export function paged(call: Call, rows: readonly unknown[]): Response {
  const size = Math.min(positive(call.request.query('per_page')) ?? PER_PAGE.standard, PER_PAGE.most);
  const page = positive(call.request.query('page')) ?? 1;
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links = [
    ...(page > 1 ? [link(call, page - 1, 'prev')] : []),
    ...(page < last ? [link(call, page + 1, 'next'), link(call, last, 'last')] : []),
    ...(page > 1 ? [link(call, 1, 'first')] : []),
  ];
  const headers = links.length === 0 ? undefined : { link: links.join(', ') };
  return json(rows.slice((page - 1) * size, page * size), 200, headers);
}

function link(call: Call, page: number, relation: string): string {
  const url = new URL(call.request.url);
  url.searchParams.set('page', String(page));
  return `<${call.forge.base()}${url.pathname}${url.search}>; rel="${relation}"`;
}

function positive(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

export type FieldType = 'string' | 'boolean' | 'array' | 'object';
/** Field name → its JSON type; `!` marks a required one, `?` one that may be null. */
export type Fields = Readonly<Record<string, FieldType | `${FieldType}!` | `${FieldType}?`>>;

/** The JSON object of a request, checked against the endpoint's fields; raises 400 or 422 as GitHub does. */
export async function bodyOf(call: Call, fields: Fields): Promise<Readonly<Record<string, unknown>>> {
  const text = await call.request.text();
  const body = parsed(text === '' ? '{}' : text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unparsable();
  const given = body as Readonly<Record<string, unknown>>;
  const problems = Object.entries(fields).flatMap(([name, type]) => problemsWith(name, type, given[name]));
  if (problems.length > 0) throw invalidRequest(problems);
  return given;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw unparsable();
    throw error;
  }
}

function unparsable(): Refusal {
  return new Refusal({ status: 400, message: 'Problems parsing JSON' });
}

function problemsWith(name: string, type: string, value: unknown): readonly string[] {
  if (value === undefined) return type.endsWith('!') ? [`"${name}" wasn't supplied.`] : [];
  if (value === null && type.endsWith('?')) return [];
  const wanted = type.replace(/[!?]$/, '');
  const seen = Array.isArray(value) ? 'array' : value === null ? 'nil' : typeof value;
  if (seen === wanted) return [];
  const article = /^[aeiou]/.test(wanted) ? 'an' : 'a';
  return [
    `For 'properties/${name}', ${value === null ? 'nil' : JSON.stringify(value)} is not ${article} ${wanted}.`,
  ];
}

/** A field of a checked body as a string; absent and null give undefined. */
export function textOf(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

/** A field of a checked body as a boolean; absent gives undefined. */
export function flagOf(body: Readonly<Record<string, unknown>>, name: string): boolean | undefined {
  const value = body[name];
  return typeof value === 'boolean' ? value : undefined;
}
