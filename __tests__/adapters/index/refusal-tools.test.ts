import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { refusalFault } from '../../../src/adapters/index/refusals.ts';
import { createUploader, type UploaderName } from '../../../src/adapters/index/uploaders.ts';
import type { Fault } from '../../../src/release/fault.ts';
import { wheel } from '../../emulators/index/harness.ts';
import { type PythonTools, pythonTools } from '../../support/python-tools.ts';
import { ARCHIVES } from '../../support/refused/archives.ts';
import { FILES } from '../../support/refused/files.ts';
import { FORMS } from '../../support/refused/forms.ts';
import { RIGHTS } from '../../support/refused/rights.ts';
import { indexOf, type RefusedRow } from '../../support/refused/row.ts';

let tools: PythonTools;
let directory = '';
beforeAll(async () => {
  tools = await pythonTools();
  directory = await mkdtemp(join(tmpdir(), 'pypi-release-refused-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** The row of this claim, of which all that counts must be in the file itself or in the index. */
function row(rows: readonly RefusedRow[], claim: string): RefusedRow {
  const found = rows.find((each) => each.claim === claim);
  if (found === undefined) throw new Error(`no row: ${claim}`);
  return found;
}

/** A row whose metadata stand in the wheel, where the tools read them. */
function described(code: RefusedRow['code'], says: string, lines: string, version = '1.0'): RefusedRow {
  const metadata = `Metadata-Version: 2.4\nName: demo\nVersion: ${version}\n${lines}\n`;
  const dist = wheel('demo', version, { files: { [`demo-${version}.dist-info/METADATA`]: metadata } });
  return { claim: says, code, says, dist };
}

const ROWS: readonly RefusedRow[] = [
  ...[
    'the index is read-only',
    'new projects are switched off',
    'the token was deleted',
    'the token was altered',
    'the token has expired',
    'the token is for another project',
    'the publisher is one of another project',
    'the project belongs to another user',
    'the project is in quarantine, and a publisher comes',
    'the user has no verified address',
    'the user has no second factor',
    'too many projects were made',
    'the name is too like another',
    'a publisher comes with the name of a project that is not there',
  ].map((claim) => row(RIGHTS, claim)),
  ...[
    'the file is too large',
    'other bytes have the name',
    'the name was used and deleted',
    'the release is closed',
  ].map((claim) => row(FILES, claim)),
  row(FILES, 'a wheel is one of Linux alone'),
  row(FORMS, 'the simple API is posted to'),
  ...[
    'the wheel has no RECORD',
    'the wheel has no WHEEL',
    'the entry points are none',
    'the wheel has code of PyArmor',
  ].map((claim) => row(ARCHIVES, claim)),
  described('classifier-refused', 'is not a valid classifier', 'Classifier: Private :: Do Not Upload'),
  described('metadata-refused', 'must be 512 characters or less', `Summary: ${'a'.repeat(513)}`),
  described(
    'dependency-direct',
    "Can't have direct dependency",
    'Requires-Dist: foo @ https://files.example/foo.zip',
  ),
  described(
    'readme-unrenderable',
    'The description failed to render',
    'Description-Content-Type: text/x-rst\n\nbroken',
  ),
  described('license-file-missing', 'License-File LICENSE does not exist', 'License-File: LICENSE'),
  described('version-local', 'The use of local versions', '', '1.0+local'),
];

/** What the tool makes of the refusal, and which fault that comes to. */
async function refusedBy(name: UploaderName, refused: RefusedRow): Promise<Fault> {
  const served = await indexOf(refused);
  try {
    const dist = await (typeof refused.dist === 'function'
      ? refused.dist()
      : (refused.dist ?? wheel('demo', '1.0')));
    const file = join(directory, dist.filename);
    await writeFile(file, dist.bytes);
    const token = (await refused.token?.(served)) ?? served.token;
    const url = `${served.base}${refused.address ?? '/legacy/'}`;
    const processes = createProcesses({ environment: { PATH: process.env.PATH ?? '', HOME: directory } });
    const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
    const answer = await createUploader(name, { processes, commands }).upload(file, {
      url,
      token,
      user: '__token__',
      attestations: [],
    });
    if (answer.kind !== 'refused')
      throw new Error(`${answer.kind}: ${'reason' in answer ? answer.reason : ''}`);
    return refusalFault(answer, {
      index: 'testpypi',
      filename: dist.filename,
      address: url,
      input: 'testpypi-url',
    });
  } finally {
    await served.close();
  }
}

/** Codes whose finding is in our own words. */
const OWN_WORDS = ['index-address', 'version-local'];

describe.each(['uv', 'twine'] as const)('what %s hands on of a refusal', (name) => {
  it.each(ROWS)('is enough to know $code where $claim', async (refused) => {
    const { code, finding } = await refusedBy(name, refused);
    expect(code).toBe(refused.code);
    if (!OWN_WORDS.includes(code)) expect(finding).toContain(refused.says);
  });
});
