/** Serving one emulator on loopback, with its requests written down. */
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { type Context, Hono, type Next } from 'hono';
import { hungUp, type Mishap, mishaps, type Service } from './mishaps.ts';

/** One request that a service got. `status` 0: still being answered, or the connection was dropped. */
export interface RecordedRequest {
  readonly service: Service;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
}

/** Is told of a request before it is handled, and again when its answer is ready and not yet sent. `hang-up` ends the connection instead. */
export type Witness = (
  phase: 'before' | 'after',
  n: number,
  request: RecordedRequest,
) => Promise<'go-on' | 'hang-up'>;

/** A service that listens. */
export interface Listening {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections, idle ones too, so that the process can end. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly service: Service;
  readonly app: Hono;
  readonly mishaps: readonly Mishap[];
  /** Gets every request, in the order of arrival. */
  readonly requests: RecordedRequest[];
  readonly onRequest?: Witness;
}

/** Serves an application on a free port of 127.0.0.1. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { service, app, mishaps: list } = options;
  const outer = new Hono();
  outer.use(recorder(options));
  outer.use(mishaps(service, list));
  // Not mounted as routes: the application keeps its own answer to unknown paths.
  outer.all('*', (c) => app.fetch(c.req.raw, c.env));
  // Without this the whole process would get other Request and Response classes.
  const server = createAdaptorServer({ fetch: outer.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, close: () => closed(server) };
}

type RecordedContext = Context<{ Bindings: HttpBindings }>;

function recorder({ service, requests, onRequest }: ListenOptions) {
  return async (c: RecordedContext, next: Next): Promise<void> => {
    const request = { service, method: c.req.method, path: new URL(c.req.url).pathname, status: 0 };
    const place = requests.push(request) - 1;
    const told = async (phase: 'before' | 'after'): Promise<boolean> =>
      (await onRequest?.(phase, place + 1, requests[place] ?? request)) !== 'hang-up';
    if (!(await told('before'))) return void hungUp(c.env.outgoing, c);
    await next();
    requests[place] = { ...request, status: statusOf(c) };
    if (!(await told('after'))) hungUp(c.env.outgoing, c);
  };
}

function statusOf(c: RecordedContext): number {
  if (c.env.outgoing.destroyed) return 0;
  return c.res.headers.has('x-hono-already-sent') ? c.env.outgoing.statusCode : c.res.status;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
