import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { createUploader, type UploaderName } from '../../../src/adapters/index/uploaders.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';
import { type PythonTools, pythonTools } from '../../support/python-tools.ts';
import { type TinyWheel, tinyWheel } from '../../support/tiny-wheel.ts';

const TOKEN = `pypi-${'A'.repeat(90)}`;
const basicOf = (user: string): string => Buffer.from(`${user}:${TOKEN}`).toString('base64');
const PATH = process.env.PATH ?? '';
const REASON =
  "Filename 'x' is invalid, should be 'y' & more words than fit on one line of a terminal, which is eighty columns.";

let tools: PythonTools;
let wheel: TinyWheel;
let server: Loopback | undefined;

beforeAll(async () => {
  tools = await pythonTools();
  wheel = await tinyWheel('tiny_demo', '1.0');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => wheel.remove());

/** An index's answer in the form that the client asked for (facts of the legacy API: JSON for uv, the status line for twine). */
function answer(status: number, reason: string): Reply {
  return {
    status,
    phrase: reason,
    body: { message: `Explained.\n\n\n${reason}\n\n`, code: `${status} ${reason}`, title: 'Title' },
  };
}

async function uploaded(name: UploaderName, reply: Reply | 'drop', user = '__token__') {
  server = await startLoopback(() => reply);
  const environment = { PATH, HOME: '/nonexistent' };
  const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
  const uploader = createUploader(name, { processes: createProcesses({ environment }), commands });
  const to = { url: `${server.base}/legacy/`, user, token: TOKEN, attestations: [] };
  return uploader.upload(wheel.file, to);
}

describe.each(['uv', 'twine'] as const)('the upload by %s', (name) => {
  it('posts the file once, with the token as its right', async () => {
    expect(await uploaded(name, answer(200, 'OK'))).toEqual({ kind: 'stored' });
    const posts = server?.asked.filter(({ method }) => method === 'POST') ?? [];
    expect(posts).toHaveLength(1);
    expect(posts[0]?.url).toBe('/legacy/');
    expect(posts[0]?.headers.authorization).toBe(`Basic ${basicOf('__token__')}`);
    expect(posts[0]?.body.includes(wheel.sha256)).toBe(true);
  });

  it('goes by the right of the user whom the password belongs to', async () => {
    expect(await uploaded(name, answer(200, 'OK'), 'tide')).toEqual({ kind: 'stored' });
    expect(server?.asked.at(-1)?.headers.authorization).toBe(`Basic ${basicOf('tide')}`);
  });

  it.each([400, 403, 409, 429])('gives the status %i and the whole reason', async (status) => {
    expect(await uploaded(name, answer(status, REASON))).toEqual({ kind: 'refused', status, reason: REASON });
  });

  it('gives a server trouble with its status', async () => {
    expect(await uploaded(name, answer(503, 'first byte timeout'))).toEqual({
      kind: 'refused',
      status: 503,
      reason: 'first byte timeout',
    });
  });

  it('knows the wrong address by 405', async () => {
    expect(await uploaded(name, answer(405, 'Method Not Allowed'))).toMatchObject({
      kind: 'refused',
      status: 405,
    });
  });

  it('knows that the connection was lost, and does not try again by itself', async () => {
    expect(await uploaded(name, 'drop')).toMatchObject({ kind: 'unanswered' });
    expect(server?.asked).toHaveLength(1);
  });

  it('never lets the token into what it tells', async () => {
    const told = await uploaded(name, answer(400, `your token is ${TOKEN}`));
    expect(told).toEqual({ kind: 'refused', status: 400, reason: 'your token is ***' });
    const echoed = await uploaded(name, answer(400, `you sent ${basicOf('tide')}`), 'tide');
    expect(echoed).toEqual({ kind: 'refused', status: 400, reason: 'you sent ***' });
  });
});

describe('createUploader', () => {
  const staged: string[] = [];
  const seen = async (name: UploaderName, attestations: readonly string[]) => {
    staged.length = 0;
    const runs: unknown[] = [];
    const processes = {
      async run(command: string, args: readonly string[], options: object) {
        runs.push({ command, args, options });
        return { exitCode: 0, output: 'Uploading x\n', stdout: '', stderr: '' };
      },
    };
    const commands = { uv: async () => '/tools/uv', twine: async () => '/tools/twine' };
    const file = '/packages [1]/demo-1.0.tar.gz';
    const staging = async (files: readonly string[]) => {
      staged.push(...files);
      return { directory: '/stage', remove: async () => void staged.push('removed') };
    };
    await createUploader(name, { processes, commands, staging }).upload(file, {
      url: 'https://index.example/',
      user: '__token__',
      token: TOKEN,
      attestations,
    });
    return JSON.parse(JSON.stringify(runs[0]));
  };

  it.each(['uv', 'twine'] as const)('never puts the token into the argv of %s', async (name) => {
    expect(JSON.stringify((await seen(name, [])).args)).not.toContain(TOKEN);
  });

  it.each(['uv', 'twine'] as const)(
    'hands %s bare names, for brackets in a directory read as a pattern',
    async (name) => {
      const { args, options } = await seen(name, []);
      expect(args.at(-1)).toBe('demo-1.0.tar.gz');
      expect(options.directory).toBe('/packages [1]');
    },
  );

  it('sends attestations only where there are some', async () => {
    const attestation = '/attestations/demo-1.0.tar.gz.publish.attestation';
    expect((await seen('twine', [])).args).not.toContain('--attestations');
    expect((await seen('twine', [attestation])).args.slice(-3)).toEqual([
      '--attestations',
      'demo-1.0.tar.gz',
      'demo-1.0.tar.gz.publish.attestation',
    ]);
    expect((await seen('uv', [attestation])).args.slice(-2)).toEqual([
      'demo-1.0.tar.gz',
      'demo-1.0.tar.gz.publish.attestation',
    ]);
  });

  it('puts file and attestation side by side, away from where they lie, and takes them away again', async () => {
    const attestation = '/attestations/demo-1.0.tar.gz.publish.attestation';
    expect((await seen('uv', [attestation])).options.directory).toBe('/stage');
    expect(staged).toEqual(['/packages [1]/demo-1.0.tar.gz', attestation, 'removed']);
    await seen('uv', []);
    expect(staged).toEqual([]);
  });
});
