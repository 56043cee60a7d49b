import { connect } from 'node:net';
import type { FaultCode } from '../../../src/release/fault.ts';
import {
  type Dist,
  type Fields,
  NOW,
  type Served,
  serveIndex,
  uploadForm,
  wheel,
} from '../../emulators/index/harness.ts';

/** One refusal that a client can meet: the index as it is then, the upload, what is answered, and which fault that is to be. */
export interface RefusedRow {
  readonly claim: string;
  readonly code: FaultCode;
  /** 400 where absent. */
  readonly status?: number;
  /** Key phrase of the reason. */
  readonly says: string;
  /** Puts the index into the state that refuses. */
  readonly prepare?: (served: Served, clock: TestClock) => unknown;
  /** The token to come with; that of the owner where absent, none where null. */
  readonly token?: (served: Served) => string | null | Promise<string>;
  /** The whole `Authorization` header, in place of a token. */
  readonly authorization?: string;
  /** A good wheel of demo 1.0 where absent. */
  readonly dist?: Dist | (() => Dist | Promise<Dist>);
  readonly fields?: Fields;
  /** The last touch to the form. */
  readonly touch?: (form: FormData) => void;
  /** `/legacy/` where absent. */
  readonly address?: string;
}

/** A clock that a row may set. */
export interface TestClock {
  now: Date;
}

/** The project that every index of the table has, without releases; it belongs to the user of the index's own token. */
export const GOOD = wheel('demo', '1.0');

/** A listening index in the state of a row. Close it when done. */
export async function indexOf(row: RefusedRow): Promise<Served> {
  const clock = { now: NOW };
  const served = await serveIndex({
    now: () => clock.now,
    projects: { demo: {} },
    renders: async (text) => !text.includes('broken'),
    publishers: [],
  });
  await row.prepare?.(served, clock);
  return served;
}

/** An answer as it was on the wire; of a phrase with newlines the first line. */
export interface RawAnswer {
  readonly status: number;
  readonly phrase: string;
  readonly body: string;
}

/** What an index of this row answers to a client that accepts these kinds of bodies; none is asked for where undefined. */
export async function answerTo(
  row: RefusedRow,
  served: Served,
  accept: string | undefined,
): Promise<RawAnswer> {
  const { authorization = await authorizationOf(row, served), address = '/legacy/', touch } = row;
  const dist = await (typeof row.dist === 'function' ? row.dist() : (row.dist ?? GOOD));
  const form = uploadForm(dist, { name: 'demo', version: '1.0', ...row.fields });
  touch?.(form);
  const { headers, bytes } = await posted(form);
  return exchanged(
    served.base,
    [
      `POST ${address} HTTP/1.1`,
      ...(accept === undefined ? [] : [`Accept: ${accept}`]),
      ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
      ...headers,
    ],
    bytes,
  );
}

async function posted(
  form: FormData,
): Promise<{ readonly headers: readonly string[]; readonly bytes: Buffer }> {
  const encoded = new Response(form);
  const bytes = Buffer.from(await encoded.arrayBuffer());
  const headers = [`Content-Type: ${encoded.headers.get('content-type')}`, `Content-Length: ${bytes.length}`];
  return { headers, bytes };
}

/** A request on a bare socket: the reason of an answer may have newlines in it, over which Node's own client gives up. */
async function exchanged(base: string, head: readonly string[], body: Buffer): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(base);
  const socket = connect(Number(port), hostname);
  const closing = [`Host: ${host}`, 'Connection: close', '', ''];
  socket.write([...head, ...closing].join('\r\n'));
  socket.write(body);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return rawAnswer(Buffer.concat(chunks));
}

function rawAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, end).toString('latin1');
  const { status, phrase = '' } =
    /^HTTP\/1\.1 (?<status>\d{3}) ?(?<phrase>[^\r\n]*)/.exec(head)?.groups ?? {};
  if (/^transfer-encoding: chunked/im.test(head)) throw new Error('a body in chunks was not expected');
  return { status: Number(status), phrase, body: bytes.subarray(end + 4).toString() };
}

async function authorizationOf({ token }: RefusedRow, served: Served): Promise<string | undefined> {
  const given = token === undefined ? served.token : await token(served);
  return given === null ? undefined : `Basic ${btoa(`__token__:${given}`)}`;
}

/** The stored project `demo`, changed. */
export function changeProject(served: Served, change: object): void {
  const project = served.state.projects.get('demo');
  if (project === undefined) throw new Error('no project');
  served.state.projects.set('demo', { ...project, ...change });
}

/** The user of the index's own token, changed. */
export function changeUser(served: Served, change: object): void {
  const alice = served.state.users.get('alice');
  if (alice === undefined) throw new Error('no user');
  served.state.users.set('alice', { ...alice, ...change });
}
