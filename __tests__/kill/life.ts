/** One release's life: its servers, the runs on them, and what the world may never have looked like on the way. */

import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fillForge, sourceOf } from '../../src/cli/repository.ts';
import type { RecordedRequest } from '../../src/emulators/listen.ts';
import { type Services, startServices } from '../../src/emulators/serve.ts';
import { makeScratch } from '../support/scratch.ts';
import { type Ended, jobOf, type Process, started, type Turn } from './process.ts';
import { EBB, type Subject } from './project.ts';

/** Where a run may be killed: before or after its n-th request, child process or file. */
export interface Point {
  readonly kind: 'request' | 'child' | 'file';
  /** From 1. */
  readonly n: number;
  readonly side: 'before' | 'after';
  /** For people: which one that was in the calm run. */
  readonly what: string;
  /** Milliseconds since the epoch in the calm run: the order of points. */
  readonly at: number;
}

/** Where to kill: at a point, or after the n-th request whose name this fits. */
export type Kill = Pick<Point, 'kind' | 'n' | 'side'> | { readonly after: RegExp; readonly n: number };

export interface Ran extends Ended {
  /** The points that the run came by, in their order. */
  readonly points: readonly Point[];
}

export interface LifeOptions {
  /** Git repository of the project. */
  readonly origin: string;
  /** Directory of the bundled action. */
  readonly action: string;
  readonly mishaps?: readonly string[];
  /** What is released; the project of one package where absent. */
  readonly subject?: Subject;
  /** What its runs leave out: the draft that holds what is uploaded, the trial on TestPyPI. */
  readonly without?: readonly ('draft' | 'testpypi')[];
}

export interface Life {
  readonly subject: Subject;
  readonly services: Services;
  /** The commit that the runs are of. */
  readonly commit: string;
  /** Runs the action on a fresh checkout of that commit; killed at the point, where one is given. */
  run(killAt?: Kill, turn?: Turn): Promise<Ran>;
  /** Starts a run and leaves it to the caller. */
  begin(): Promise<Process>;
  /** What was public before its time, as sentences. */
  readonly violations: readonly string[];
  /** How often the announcement was posted. */
  announced(): number;
  close(): Promise<void>;
}

/** Starts servers of its own, on which the project is pending; several are there already, since an index lets only one of them be pending. */
export async function openLife({
  origin,
  action,
  mishaps = [],
  subject = EBB,
  without = [],
}: LifeOptions): Promise<Life> {
  const scratch = makeScratch();
  const violations: string[] = [];
  const watched: { witness: Witnessing } = { witness: async () => 'go-on' };
  const publisher = {
    owner: 'octo',
    owner_id: '3',
    repository: subject.repository,
    workflow: 'release.yml',
    environment: '',
  };
  const projects = Object.keys(subject.files);
  const services = await startServices({
    repository: `octo/${subject.repository}`,
    scratch: scratch.file('servers'),
    ...(projects.length === 1
      ? { pending: projects.map((project) => ({ ...publisher, project })) }
      : { publishers: [{ ...publisher, projects }] }),
    mishaps,
    onRequest: (phase, n, request) => watched.witness(phase, n, request),
  });
  const hook = await startHook();
  const commit = await fillForge(await sourceOf(origin, scratch.file('copy')), services.github.gitDirectory);
  let runs = 0;
  const prepared = async (home: string, turn: Turn = {}) =>
    jobOf({ services, action, home, commit, webhook: hook.url, turn });
  const begin = async (): Promise<Process> => {
    runs += 1;
    return started(await prepared(scratch.file(`run-${runs}`)), undefined);
  };
  return {
    subject,
    services,
    commit,
    violations,
    announced: hook.count,
    begin,
    async run(killAt, turn) {
      runs += 1;
      const job = await prepared(scratch.file(`run-${runs}`), turn);
      const offset = services.requests.length;
      const points: Point[] = [];
      let running: Process | undefined;
      watched.witness = async (side, number, request) => {
        if (side === 'after') violations.push(...(await tooEarly({ services, subject, without }, request)));
        else if (!without.includes('draft'))
          violations.push(...(await unjournaled(services, subject, request)));
        if (running?.ended()) return 'hang-up';
        const point: Point = {
          ...{ kind: 'request', n: number - offset, side, what: nameOf(request), at: Date.now() },
        };
        points.push(point);
        if (!isHere(points, point, killAt)) return 'go-on';
        running?.kill();
        return 'hang-up';
      };
      running = started(job, killAt !== undefined && 'kind' in killAt ? killAt : undefined);
      const { told, ...ended } = await running.end;
      // What a killed client had sent is still on its way.
      await delay(20);
      watched.witness = async () => 'go-on';
      return { ...ended, points: [...points, ...told].sort((one, other) => one.at - other.at) };
    },
    async close() {
      await services.close();
      await hook.close();
      scratch.remove();
    },
  };
}

function isHere(points: readonly Point[], point: Point, kill: Kill | undefined): boolean {
  if (kill === undefined) return false;
  if ('kind' in kill) return kill.kind === 'request' && kill.n === point.n && kill.side === point.side;
  const fits = (each: Point): boolean => each.side === 'after' && kill.after.test(each.what);
  return fits(point) && points.filter(fits).length === kill.n;
}

type Witnessing = (
  side: 'before' | 'after',
  n: number,
  request: RecordedRequest,
) => Promise<'go-on' | 'hang-up'>;

function nameOf({ service, method, path: asked }: RecordedRequest): string {
  return `${service} ${method} ${asked}`;
}

interface Watched {
  readonly services: Services;
  readonly subject: Subject;
  readonly without: NonNullable<LifeOptions['without']>;
}

/** The tag and the published release come last: when either stands, PyPI must hold all files, and TestPyPI the same. */
async function tooEarly(
  { services, subject: { files, version }, without }: Watched,
  request: RecordedRequest,
): Promise<readonly string[]> {
  if (request.service !== 'github' || request.method === 'GET') return [];
  const { pypi, testpypi, tags, releases } = await services.world();
  if (Object.keys(tags).length === 0 && releases.every(({ draft }) => draft)) return [];
  return Object.entries(files).flatMap(([project, wanted]) => {
    const [held, tried] = [pypi, testpypi].map((index) => JSON.stringify(index[project]?.[version] ?? {}));
    const names = Object.keys(pypi[project]?.[version] ?? {});
    const isTried = without.includes('testpypi') || held === tried;
    const whole = wanted.every((file) => names.includes(file)) && isTried;
    return whole
      ? []
      : [
          `after ${nameOf(request)} a tag or release is public, and PyPI has ${names.join(', ') || 'nothing'} of ${project}`,
        ];
  });
}

/** Before the first byte goes to an index, the draft holds all that binds. */
async function unjournaled(
  services: Services,
  { files }: Subject,
  request: RecordedRequest,
): Promise<readonly string[]> {
  if (request.method !== 'POST' || !request.path.endsWith('/legacy/')) return [];
  const { releases } = await services.world();
  const held = releases.flatMap(({ assets }) => Object.keys(assets));
  const distributions = Object.values(files).flat();
  const needed = [
    ...distributions,
    ...distributions.map((file) => `${file}.publish.attestation`),
    'SHA256SUMS',
    'release.json',
  ];
  const missing = needed.filter((name) => !held.includes(name));
  return missing.length === 0 ? [] : [`an upload began before the draft held ${missing.join(', ')}`];
}

interface Hook {
  readonly url: string;
  count(): number;
  close(): Promise<void>;
}

/** Where announcements go. */
async function startHook(): Promise<Hook> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${path.posix.join('/', 'announce')}`,
    count: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
