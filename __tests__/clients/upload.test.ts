import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { type Services, startServices } from '../../src/emulators/serve.ts';
import { type PythonTools, pythonTools } from '../support/python-tools.ts';
import { command, type Ended } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';

const scratch = makeScratch();
const wheels: TinyWheel[] = [];
let services: Services;
let tools: PythonTools;

beforeAll(async () => {
  tools = await pythonTools();
  services = await startServices({
    scratch: scratch.file('servers'),
  });
}, 300_000);
afterAll(async () => {
  await services.close();
  for (const wheel of wheels) await wheel.remove();
  scratch.remove();
});

async function wheelOf(name: string, metadata = ''): Promise<TinyWheel> {
  const wheel = await tinyWheel(name, '1.0', metadata);
  wheels.push(wheel);
  return wheel;
}

interface Upload {
  readonly token?: string;
  readonly more?: readonly string[];
}

function byTwine(
  { file }: TinyWheel,
  { token = services.pypi.token, more = [] }: Upload = {},
): Promise<Ended> {
  const args = [
    'upload',
    '--non-interactive',
    '--disable-progress-bar',
    '--repository-url',
    services.pypi.upload,
  ];
  const secret = { TWINE_USERNAME: '__token__', TWINE_PASSWORD: token };
  const environment = { ...hostEnvironment(process.env), HOME: scratch.directory, ...secret };
  return command(tools.twine, [...args, ...more, file], { environment });
}

function byUv({ file }: TinyWheel, { token = services.pypi.token, more = [] }: Upload = {}): Promise<Ended> {
  const args = ['publish', '--no-config', '--no-progress', '--publish-url', services.pypi.upload];
  const environment = { ...hostEnvironment(process.env), UV_HTTP_RETRIES: '0', UV_PUBLISH_TOKEN: token };
  return command(tools.uv, [...args, ...more, file], { environment });
}

async function held(project: string): Promise<Readonly<Record<string, string>>> {
  const { pypi } = await services.world();
  return pypi[project]?.['1.0'] ?? {};
}

describe('twine upload', () => {
  it('stores a wheel, byte for byte', async () => {
    const wheel = await wheelOf('tide_twine');
    expect(await byTwine(wheel)).toMatchObject({ exitCode: 0 });
    expect(await held('tide-twine')).toEqual({ [wheel.filename]: wheel.sha256 });
  });

  it('takes the same bytes again as done, and refuses other bytes under the same name', async () => {
    const wheel = await wheelOf('tide_again');
    const other = await wheelOf('tide_again', 'Summary: other bytes\n');
    expect(await byTwine(wheel)).toMatchObject({ exitCode: 0 });
    expect(await byTwine(wheel)).toMatchObject({ exitCode: 0 });
    const refused = await byTwine(other);
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout + refused.stderr).toMatch(/400 .*File already exists/s);
    expect(await held('tide-again')).toEqual({ [wheel.filename]: wheel.sha256 });
  });

  it('is refused with a token that is none', async () => {
    const refused = await byTwine(await wheelOf('tide_refused'), { token: 'pypi-AgENb3RoZXI' });
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('403');
    expect(await held('tide-refused')).toEqual({});
  });
});

describe('uv publish', () => {
  it('stores a wheel by token, byte for byte', async () => {
    const wheel = await wheelOf('tide_uv');
    expect(await byUv(wheel)).toMatchObject({ exitCode: 0 });
    expect(await held('tide-uv')).toEqual({ [wheel.filename]: wheel.sha256 });
  });

  it('asks the index first when told to, and sends nothing that is there', async () => {
    const wheel = await wheelOf('tide_checked');
    const options = { more: ['--check-url', services.pypi.simple] };
    expect(await byUv(wheel, options)).toMatchObject({ exitCode: 0 });
    const before = services.requests.filter(({ method }) => method === 'POST').length;
    const again = await byUv(wheel, options);
    expect([again.exitCode, again.stderr]).toEqual([0, expect.stringContaining('already exists')]);
    expect(services.requests.filter(({ method }) => method === 'POST')).toHaveLength(before);
  });

  it('is refused other bytes under the same name', async () => {
    expect(await byUv(await wheelOf('tide_other'))).toMatchObject({ exitCode: 0 });
    const refused = await byUv(await wheelOf('tide_other', 'Summary: other bytes\n'));
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toContain('File already exists');
  });
});
