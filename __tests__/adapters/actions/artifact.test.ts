import { readFileSync } from 'node:fs';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHandover } from '../../../src/adapters/actions/handover.ts';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { type ArtifactsEmulator, createArtifacts } from '../../../src/emulators/artifacts.ts';
import { type Listening, listen, type RecordedRequest } from '../../../src/emulators/listen.ts';
import type { Handover, KeptArtifact } from '../../../src/ports/handover.ts';
import { zipOf } from '../../packaging/archives.ts';
import { runtimeToken } from '../../support/runtime-token.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';
import { faultsOf } from '../../support/world.ts';

let server: Listening;
let service: ArtifactsEmulator;
let scratch: Scratch;
let handover: Handover;
let requests: RecordedRequest[];
const before = { ...process.env };

beforeEach(async () => {
  service = createArtifacts({ base: () => server.url, token: runtimeToken() });
  requests = [];
  server = await listen({ service: 'cache', app: service.app, mishaps: [], requests });
  scratch = makeScratch();
  handover = createHandover({ scratch: scratch.file('scratch'), files: createFiles() });
  // The client talks in workflow commands, which would be obeyed where these tests run.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${server.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(),
    GITHUB_SERVER_URL: 'http://github.localhost',
    GITHUB_WORKSPACE: scratch.directory,
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...before };
  scratch.remove();
  await server.close();
});

const WHEEL = 'demo-1.0-py3-none-any.whl';

async function keep(files: Readonly<Record<string, string>>, name = 'pypi-release'): Promise<boolean> {
  scratch.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`dist/${file}`, text])));
  return handover.keep({ name, directory: scratch.file('dist'), files: Object.keys(files) });
}

async function only(): Promise<KeptArtifact> {
  const [artifact, ...others] = await handover.left();
  if (artifact === undefined || others.length > 0) throw new Error('there is not just one artifact');
  return artifact;
}

async function textsOf(artifact: KeptArtifact): Promise<Readonly<Record<string, string>>> {
  const files = await handover.take(artifact);
  return Object.fromEntries(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
}

/** Puts an artifact into the service past the adapter. */
async function leave(name: string, bytes: Uint8Array): Promise<void> {
  const [root, file] = [scratch.file('raw'), scratch.file('raw', name)];
  await createFiles().write(file, bytes);
  await new DefaultArtifactClient().uploadArtifact(name, [file], root, { skipArchive: true });
}

/** Begins an artifact of that name, and never ends it. */
async function begin(name: string): Promise<void> {
  const response = await fetch(
    `${server.url}/twirp/github.actions.results.api.v1.ArtifactService/CreateArtifact`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${runtimeToken()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ workflow_run_backend_id: 'run-1', workflow_job_run_backend_id: 'job-1' },
        ...{ name, version: 7 },
      }),
    },
  );
  expect(response.status).toBe(200);
}

/** The same archive, whose directory says that its one file has this size (APPNOTE 4.3.12). */
function saying(size: number, archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  bytes.writeUInt32LE(size, bytes.indexOf('PK\x01\x02') + 24);
  return bytes;
}

describe('the artifacts of a run', () => {
  it('come back as they were kept, and only those files that were named', async () => {
    scratch.write({ 'dist/other.txt': 'not asked for' });
    await keep({ [WHEEL]: 'wheel', 'release.json': '{}' });
    const artifact = await only();
    expect(artifact).toEqual({
      ...{ id: 1, name: 'pypi-release', size: expect.any(Number) },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await textsOf(artifact)).toEqual({ [WHEEL]: 'wheel', 'release.json': '{}' });
  });

  it('are never replaced by what another job keeps under the same name', async () => {
    await keep({ [WHEEL]: 'first' });
    expect(await keep({ [WHEEL]: 'second' })).toBe(false);
    expect(await textsOf(await only())).toEqual({ [WHEEL]: 'first' });
  });

  it('have names that are taken, too, where a job began to leave something and was killed', async () => {
    await begin('pypi-release');
    expect([await keep({ [WHEEL]: 'first' }), await handover.left()]).toEqual([false, []]);
    await handover.drop('pypi-release');
    expect(await keep({ [WHEEL]: 'first' })).toBe(false);
  });

  it('give way once they are taken back, and nothing is to be taken back twice', async () => {
    await keep({ [WHEEL]: 'first' });
    await handover.drop('pypi-release');
    await handover.drop('pypi-release');
    await keep({ [WHEEL]: 'second' });
    expect(await textsOf(await only())).toEqual({ [WHEEL]: 'second' });
  });

  it('are refused where the bytes are not those of the digest', async () => {
    await keep({ [WHEEL]: 'wheel' });
    const faults = await faultsOf(handover.take({ ...(await only()), sha256: '00' }));
    expect(faults).toMatchObject([{ code: 'artifact-damaged', blame: 'world' }]);
  });

  it('lead nowhere by the names in them', async () => {
    await leave(
      'odd',
      zipOf({ [`../../etc/${WHEEL}`]: 'x', 'a\\release.json': 'y', '/etc/passwd': 'z', 'd/': '' }),
    );
    expect(Object.keys(await textsOf(await only())).sort()).toEqual([WHEEL, 'release.json']);
    expect(() => readFileSync(scratch.file('etc', WHEEL))).toThrow();
  });

  it('may be one distribution as it is', async () => {
    await leave(WHEEL, zipOf({ 'demo.py': '' }));
    expect(Object.keys(await textsOf(await only()))).toEqual([WHEEL]);
  });

  it.each(['release.json', `${WHEEL}.publish.attestation`, 'coverage.xml'])(
    'may be one file as it is, of whatever kind: %s',
    async (name) => {
      await leave(name, new TextEncoder().encode('not a zip'));
      expect(await textsOf(await only())).toEqual({ [name]: 'not a zip' });
    },
  );

  it('are refused where they say that too much would come out of them', async () => {
    await leave('bomb', saying(2 ** 31, zipOf({ [WHEEL]: 'small' })));
    expect(await faultsOf(handover.take(await only()))).toMatchObject([{ code: 'artifact-huge' }]);
  });

  it('give no more than they say: what comes out of one that lies is cut off', async () => {
    await leave('liar', saying(10, zipOf({ [WHEEL]: '0123456789'.repeat(1_000) })));
    expect(await textsOf(await only())).toEqual({ [WHEEL]: '0123456789' });
  });

  it('are refused by their size, before anything of them comes', async () => {
    await keep({ [WHEEL]: 'wheel' });
    const fetched = requests.length;
    const faults = await faultsOf(handover.take({ ...(await only()), size: 2 ** 31 }));
    expect(faults).toMatchObject([{ code: 'artifact-huge' }]);
    expect(requests.slice(fetched).filter(({ method }) => method === 'GET')).toEqual([]);
  });

  it('are refused where they are half an archive', async () => {
    await leave('odd', zipOf({ 'demo.py': 'x' }).slice(0, 30));
    expect(await faultsOf(handover.take(await only()))).toMatchObject([{ code: 'artifact-damaged' }]);
  });

  it('fail by the world’s fault where the service refuses', async () => {
    process.env.ACTIONS_RUNTIME_TOKEN = `${runtimeToken()}other`;
    const faults = await faultsOf(keep({ [WHEEL]: 'wheel' }));
    expect(faults).toMatchObject([{ code: 'artifact-service', blame: 'world' }]);
    expect(faults[0]?.finding).toContain('keeping artifact pypi-release');
  });
});
