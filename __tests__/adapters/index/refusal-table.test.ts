import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { refusalFault } from '../../../src/adapters/index/refusals.ts';
import { readTwine, readUv, type UploadAnswer } from '../../../src/adapters/index/uploader-output.ts';
import type { Fault } from '../../../src/release/fault.ts';
import { CATALOGUE } from '../../../src/release/fault-catalogue.ts';
import { uploads } from '../../../src/release/faults/uploads.ts';
import { ARCHIVES } from '../../support/refused/archives.ts';
import { ATTESTATIONS } from '../../support/refused/attestations.ts';
import { FILES } from '../../support/refused/files.ts';
import { FORMS } from '../../support/refused/forms.ts';
import { METADATA } from '../../support/refused/metadata.ts';
import { DUPLICATES, RECORDED } from '../../support/refused/recorded.ts';
import { RIGHTS } from '../../support/refused/rights.ts';
import { type RawAnswer as Answer, answerTo, indexOf, type RefusedRow } from '../../support/refused/row.ts';

const FILE = 'demo-1.0-py3-none-any.whl';
const ADDRESS = 'https://upload.index.example/legacy/';
const CONTEXT = { index: 'pypi', filename: FILE, address: ADDRESS, input: 'pypi-url' };
/** As uv asks (`crates/uv-publish`). */
const UV_ACCEPT = 'application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7';

/** As uv 0.13 tells an answer: the `code` of a JSON body, or any other body whole. */
function byUv({ status, body }: Answer): UploadAnswer {
  const said = body.startsWith('{') ? String(JSON.parse(body).code) : body;
  const cause = `Server returned status code ${status} ${STATUS_CODES[status] ?? ''}. Server says: ${said}`;
  return readUv({ exitCode: 2, output: `error: Failed to publish \`${FILE}\`\n  cause: ${cause}\n` });
}

/** As twine 7.0 tells it with --verbose: the body, then the status line's own words, of which HTTP/2 has none. */
function byTwine({ status, phrase, body }: Answer): UploadAnswer {
  const lines = [
    `INFO     Response from ${ADDRESS}:`,
    `         ${status} ${phrase}`,
    ...body.split('\n').map((line, at) => `${at === 0 ? 'INFO     ' : '         '}${line}`),
    `ERROR    HTTPError: ${status} ${STATUS_CODES[status] ?? ''} from ${ADDRESS}`,
    `         ${phrase}`,
  ];
  return readTwine({ exitCode: 1, output: `${lines.join('\n')}\n` });
}

function faultOf(answer: UploadAnswer): Fault {
  if (answer.kind !== 'refused') throw new Error(`${answer.kind} is no refusal`);
  return refusalFault(answer, CONTEXT);
}

/** The fault of an answer in every way it may come: by uv, by twine, by twine over HTTP/2, and each body as it is. */
async function faultsOf(
  row: RefusedRow,
): Promise<readonly (readonly [way: string, fault: Fault, answer: Answer])[]> {
  const served = await indexOf(row);
  try {
    const json = await answerTo(row, served, UV_ACCEPT);
    const html = await answerTo(row, served, '*/*');
    const text = await answerTo(row, served, undefined);
    return [
      ['uv', faultOf(byUv(json)), json],
      ['twine', faultOf(byTwine(html)), html],
      ['twine over HTTP/2', faultOf(byTwine({ ...html, phrase: '' })), html],
      ...[json, html, text].map((answer) => {
        const { status, body: reason } = answer;
        return [
          `the body ${reason.slice(0, 20)}`,
          refusalFault({ status, reason }, CONTEXT),
          answer,
        ] as const;
      }),
    ];
  } finally {
    await served.close();
  }
}

/** Codes whose finding is not the index's own sentence, since it says less than we know. */
const OWN_WORDS = ['index-address', 'address-insecure', 'version-local'];

const THEMES: readonly (readonly [theme: string, rows: readonly RefusedRow[]])[] = [
  ['rights', RIGHTS],
  ['the address and the form', FORMS],
  ['the metadata', METADATA],
  ['the file', FILES],
  ['the archive', ARCHIVES],
  ['attestations', ATTESTATIONS],
];

describe.each(THEMES)('a refusal about %s', (_theme, rows) => {
  it.each(rows)('is $code where $claim', async (row) => {
    for (const [way, fault, { status, phrase }] of await faultsOf(row)) {
      expect([status, phrase]).toEqual([
        row.status ?? 400,
        expect.stringContaining(row.says.split('\n')[0] ?? ''),
      ]);
      expect([way, fault.code]).toEqual([way, row.code]);
      if (!OWN_WORDS.includes(row.code)) expect(fault.finding).toContain(row.says);
    }
  });
});

describe('a refusal of the metadata', () => {
  it.each(METADATA.filter(({ code }) => code === 'metadata-refused'))(
    'names the field $field where it says $says',
    async (row) => {
      for (const [, { title, remedy }] of await faultsOf(row)) {
        expect(title).toBe(`PyPI refuses the metadata field ${row.field}`);
        expect(remedy).toMatch(/^Correct .*(?:pyproject\.toml|PEP 440)/);
      }
    },
  );

  it('tells the local version itself', async () => {
    const row = METADATA.find(({ code }) => code === 'version-local');
    const [[, fault] = []] = row === undefined ? [] : await faultsOf(row);
    expect(fault?.finding).toContain('1.0+local');
  });
});

describe('a recorded answer', () => {
  const page = (status: number, reason: string) =>
    `<html>\n <head>\n  <title>${status} ${reason}</title>\n </head>\n <body>\n  <h1>${status} ${reason}</h1>\n  ${reason.replaceAll("'", '&#x27;')}\n </body>\n</html>`;

  it.each([...RECORDED, ...DUPLICATES])('is %s for %i %s', (code, status, reason) => {
    const json = JSON.stringify({
      message: `Explained.\n\n\n${reason}\n\n`,
      code: `${status} ${reason}`,
      title: 'T',
    });
    const ways = [
      faultOf(byUv({ status, phrase: reason, body: json })),
      faultOf(byTwine({ status, phrase: reason, body: page(status, reason) })),
      faultOf(byTwine({ status, phrase: '', body: page(status, reason) })),
      refusalFault({ status, reason }, CONTEXT),
      refusalFault({ status, reason: json }, CONTEXT),
      refusalFault({ status, reason: JSON.stringify({ message: reason }) }, CONTEXT),
    ];
    expect(ways.map((fault) => fault.code)).toEqual(ways.map(() => code));
  });
});

describe('the table of refusals', () => {
  const met = new Set(
    [...THEMES.flatMap(([, rows]) => rows), ...RECORDED.map(([code]) => ({ code }))].map(({ code }) => code),
  );

  it('has no refusal without a fault of its own', () => {
    expect([...met]).not.toContain('upload-refused');
    expect([...met].filter((code) => !(code in CATALOGUE))).toEqual([]);
  });

  it('meets every fault that the catalogue has for an upload', () => {
    const unmet = Object.keys(uploads).filter((code) => !met.has(code as keyof typeof uploads));
    expect(unmet).toEqual(['upload-refused', 'upload-conflict']);
  });
});
