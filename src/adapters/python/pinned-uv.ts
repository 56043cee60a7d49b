import path from 'node:path';
import { unzipSync } from 'fflate';
import { sha256Hex } from '../../packaging/digest.ts';
import { stop } from '../../release/fault.ts';
import { HttpTrouble } from '../node/http.ts';
import { programName } from './layout.ts';
import type { PythonOptions } from './options.ts';
import { UV_VERSION, UV_WHEELS, type UvWheel } from './uv-wheels.ts';

/** What is needed to fetch and keep uv. */
export type PinnedUvOptions = Pick<
  PythonOptions,
  'files' | 'http' | 'platform' | 'toolCache' | 'toolIndex' | 'uvRange'
>;

/**
 * The pinned uv: the program's file in the tool cache, fetched from the package index where it is not there. Both the wheel and
 * the program in it are pinned by digest, so that neither an index nor a restored cache can slip another one in.
 *
 * Raises `uv-unavailable` and `download-altered`.
 *
 * @param wheels the pins by platform
 */
export async function pinnedUv(options: PinnedUvOptions, wheels: Pins = UV_WHEELS): Promise<string> {
  const { files, toolCache, platform } = options;
  const name = await platformName(options);
  const wheel = wheels[name];
  if (wheel === undefined) return unavailable(options, `there is no pinned wheel for ${name}.`);
  const directory = path.join(toolCache, 'pypi-release', 'uv', UV_VERSION, name);
  const program = path.join(directory, programName('uv', platform.os));
  const kept = await files.bytes(program);
  if (kept === undefined || sha256Hex(kept) !== wheel.program) {
    await files.write(program, programIn(await download(options, wheel), wheel, platform.os));
  }
  if (!(await files.executable(program))) await files.makeExecutable(program);
  return program;
}

type Pins = Readonly<Record<string, UvWheel>>;

async function platformName({ files, platform: { os, arch } }: PinnedUvOptions): Promise<string> {
  if (os !== 'linux') return `${os}-${arch}`;
  // musl's loader stands in /lib by this name on every architecture (musl manual, "Dynamic linking").
  const loaders = (await files.list('/lib')) ?? [];
  const musl = loaders.some((name) => name.startsWith('ld-musl-'));
  return `${os}-${arch}${musl ? '-musl' : ''}`;
}

function unavailable({ uvRange }: PinnedUvOptions, problem: string, cause?: unknown): never {
  return stop('uv-unavailable', { range: uvRange, problem }, { cause });
}

// PEP 691: the simple API as JSON.
const SIMPLE_JSON = 'application/vnd.pypi.simple.v1+json';
// The list of a much-released project is some megabytes, a wheel about twenty.
const DOWNLOAD_TIMEOUT = 120_000;

async function download(options: PinnedUvOptions, { filename, sha256 }: UvWheel): Promise<Uint8Array> {
  const page = new URL('uv/', options.toolIndex).href;
  const list = await fetched(options, page);
  const file = filesIn(list.json()).find((candidate) => candidate.filename === filename);
  if (file === undefined) return unavailable(options, `${page} does not list ${filename}.`);
  const { body } = await fetched(options, new URL(file.url, list.url).href);
  const got = sha256Hex(body);
  if (got !== sha256) stop('download-altered', { file: filename, got, wanted: sha256 });
  return body;
}

async function fetched(options: PinnedUvOptions, url: string) {
  const headers = { accept: `${SIMPLE_JSON}, */*;q=0.1` };
  const request = { headers, timeout: DOWNLOAD_TIMEOUT };
  const response = await options.http.request(url, request).catch((cause: unknown) => {
    if (!(cause instanceof HttpTrouble)) throw cause;
    return unavailable(options, `HTTP: ${url} gave ${cause.message}.`, cause);
  });
  if (response.status !== 200) unavailable(options, `HTTP ${response.status} from ${url}.`);
  return response;
}

interface ListedFile {
  readonly filename: string;
  readonly url: string;
}

function filesIn(page: unknown): readonly ListedFile[] {
  return (page as { readonly files?: readonly ListedFile[] }).files ?? [];
}

function programIn(wheel: Uint8Array, { filename }: UvWheel, os: NodeJS.Platform): Uint8Array {
  // Binary distribution format (PEP 427): programs lie in {name}-{version}.data/scripts/.
  const member = `uv-${UV_VERSION}.data/scripts/${programName('uv', os)}`;
  const program = unzipSync(wheel, { filter: ({ name }) => name === member })[member];
  if (program === undefined) throw new Error(`${filename} has no ${member}`);
  return program;
}
