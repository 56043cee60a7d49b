/** A scripted server on 127.0.0.1: answers as told and keeps what it was asked. */

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  /** The status line's own words; the standard phrase where absent. */
  readonly phrase?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | Buffer | object;
}

/** What to answer; `drop` closes the connection without a word. */
export type Script = (asked: Asked) => Reply | 'drop';

export interface Loopback {
  /** Without a trailing slash. */
  readonly base: string;
  readonly asked: readonly Asked[];
  /** Cuts all connections, in the middle of an answer too. */
  cut(): void;
  close(): Promise<void>;
}

/** Starts a server of this script on a free port. */
export async function startLoopback(script: Script): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks) };
      asked.push(one);
      const reply = script(one);
      if (reply === 'drop') request.socket.destroy();
      else send(response, reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    cut: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, phrase, headers = {}, body = '' }: Reply): void {
  const plain = typeof body === 'string' || Buffer.isBuffer(body);
  const type = plain ? {} : { 'content-type': 'application/json' };
  const bytes = plain ? body : JSON.stringify(body);
  if (phrase === undefined) response.writeHead(status, { ...type, ...headers });
  else response.writeHead(status, phrase, { ...type, ...headers });
  response.end(bytes);
}
