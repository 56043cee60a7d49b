import { describe, expect, it } from '@jest/globals';
import { readTwine, readUv } from '../../../src/adapters/index/uploader-output.ts';

const WHEEL = 'demo-1.0-py3-none-any.whl';
const ADDRESS = 'https://upload.index.example/legacy/';
const EXISTS = `File already exists ('${WHEEL}', with blake2_256 hash 'ab').`;

/** As `uv publish` 0.13 prints, with the lines before the error. */
const uv = (...causes: readonly string[]): string =>
  [
    `Publishing 1 file to ${ADDRESS}`,
    `Hashing ${WHEEL} (865B)`,
    `Uploading ${WHEEL} (865B)`,
    `error: Failed to publish \`${WHEEL}\` to \`${ADDRESS}\``,
    ...causes.map((cause) => `  cause: ${cause}`),
    '',
  ].join('\n');

/** As `twine upload` 7.0 prints on a wide terminal: lines are padded with blanks. */
const twine = (...error: readonly string[]): string =>
  [
    `Uploading distributions to ${ADDRESS}`,
    `Uploading ${WHEEL}`,
    'WARNING  Error during upload. Retry with the --verbose option for more details.      ',
    ...error.map((line, at) => `${at === 0 ? 'ERROR    ' : '         '}${line}      `),
    '',
  ].join('\n');

describe('readUv', () => {
  it.each([
    [400, `Server returned status code 400 Bad Request. Server says: 400 ${EXISTS}`, EXISTS],
    [
      403,
      'Server returned status code 403 Forbidden. Server says: 403 Invalid or non-existent authentication information. See https://index.example/help/#invalid-auth for more information.',
      'Invalid or non-existent authentication information. See https://index.example/help/#invalid-auth for more information.',
    ],
    [
      503,
      'Server returned status code 503 Service Unavailable. Server says: <html><body><h1>503 Backend</h1></body></html>',
      'Backend',
    ],
    [400, `Upload failed with status code 400 Bad Request. Server says: 400 ${EXISTS}`, EXISTS],
    [
      405,
      'POST requests are not supported by the endpoint, are you using the simple index URL instead of the upload URL? Server says: 405 Method Not Allowed',
      'POST requests are not supported by the endpoint, are you using the simple index URL instead of the upload URL? Server says: 405 Method Not Allowed',
    ],
    [
      500,
      'Server returned status code 500 Internal Server Error',
      'Server returned status code 500 Internal Server Error',
    ],
    [
      308,
      'Request was redirected, but location header is not a URL',
      'Request was redirected, but location header is not a URL',
    ],
  ])('reads the answer %i of "%s"', (status, cause, reason) => {
    expect(readUv({ exitCode: 2, output: uv(cause) })).toEqual({ kind: 'refused', status, reason });
  });

  it('reads the errors of uv before 0.13, which calls its causes otherwise', () => {
    const output = uv(`Upload failed with status code 400 Bad Request. Server says: 400 ${EXISTS}`).replace(
      '  cause: ',
      '  Caused by: ',
    );
    expect(readUv({ exitCode: 2, output })).toEqual({ kind: 'refused', status: 400, reason: EXISTS });
  });

  it('takes all lines of a reason that has several', () => {
    const output = uv(
      'Server returned status code 400 Bad Request. Server says: 400 Malformed attestations: 1 error\n  Invalid JSON\n    for further information',
    );
    expect(readUv({ exitCode: 2, output })).toMatchObject({
      reason: 'Malformed attestations: 1 error Invalid JSON for further information',
    });
  });

  it('knows that no answer came, and says why', () => {
    const output = uv(
      'Failed to send POST request',
      `error sending request for url (${ADDRESS})`,
      'client error (SendRequest)',
      'connection closed before message completed',
    );
    expect(readUv({ exitCode: 2, output })).toEqual({
      kind: 'unanswered',
      reason: `Failed to send POST request: error sending request for url (${ADDRESS}): client error (SendRequest): connection closed before message completed`,
    });
  });

  it('knows that uv itself gave up before sending', () => {
    const output = `Hashing ${WHEEL} (4B)\nerror: Failed to publish: ${WHEEL}\n  cause: Failed to read metadata\n  cause: Failed to read from zip file\n`;
    expect(readUv({ exitCode: 2, output })).toEqual({
      kind: 'unsent',
      exitCode: 2,
      reason: 'Failed to read metadata: Failed to read from zip file',
    });
    expect(readUv({ exitCode: 2, output: 'error: No files found to publish\n' })).toEqual({
      kind: 'unsent',
      exitCode: 2,
      reason: 'No files found to publish',
    });
  });

  it('does not take a skipped file for a stored one', () => {
    const output = `Publishing 1 file to ${ADDRESS}\nwarning: \`Demo.Pkg-1.0.tar.gz\` has a non-normalized filename (expected \`demo_pkg-1.0.tar.gz\`), skipping\n`;
    expect(readUv({ exitCode: 0, output })).toEqual({
      kind: 'unsent',
      exitCode: 0,
      reason:
        '`Demo.Pkg-1.0.tar.gz` has a non-normalized filename (expected `demo_pkg-1.0.tar.gz`), skipping',
    });
  });

  it('takes an upload without an error for stored', () => {
    expect(
      readUv({ exitCode: 0, output: `Publishing 1 file to ${ADDRESS}\nUploading ${WHEEL} (865B)\n` }),
    ).toEqual({ kind: 'stored' });
  });
});

describe('readTwine', () => {
  it.each([
    [400, 'HTTPError: 400 Bad Request from https://upload.index.example/legacy/', EXISTS],
    [
      403,
      'HTTPError: 403 Forbidden from https://upload.index.example/legacy/',
      'Invalid or non-existent authentication information.',
    ],
    [
      413,
      'HTTPError: 413 Request Entity Too Large from https://upload.index.example/legacy/',
      'Payload Too Large',
    ],
  ])('reads the answer %i', (status, head, reason) => {
    expect(readTwine({ exitCode: 1, output: twine(head, reason) })).toEqual({
      kind: 'refused',
      status,
      reason,
    });
  });

  it('reads the last answer where twine tried on after a 5xx', () => {
    const retries =
      'WARNING  Received "503: first byte timeout"\n         Package upload appears to have failed. Retry 1 of 5.\n';
    const output =
      retries +
      twine(
        'HTTPError: 503 Service Unavailable from https://upload.index.example/legacy/',
        'first byte timeout',
      );
    expect(readTwine({ exitCode: 1, output })).toEqual({
      kind: 'refused',
      status: 503,
      reason: 'first byte timeout',
    });
  });

  it('reads an answer of which the reason is empty', () => {
    expect(
      readTwine({
        exitCode: 1,
        output: twine('HTTPError: 502 Bad Gateway from https://upload.index.example/legacy/'),
      }),
    ).toEqual({
      kind: 'refused',
      status: 502,
      reason: 'Bad Gateway',
    });
  });

  it('takes the reason from the body where the status line has none', () => {
    const page =
      '<!DOCTYPE HTML><html><head><title>Error: 409 Conflict</title><style>h1 {color: red}</style></head><body><h1>Error: 409 Conflict</h1><pre>Package &#039;demo&#039; already exists!</pre></body></html>';
    const body = `INFO     Response from https://upload.index.example/legacy/:\n         409 Conflict\nINFO     ${page}\n`;
    const told = twine('HTTPError: 409 Conflict from https://upload.index.example/legacy/', 'Conflict');
    const output = told.replace(/WARNING.*\n/, body);
    expect(readTwine({ exitCode: 1, output })).toMatchObject({
      reason: "Conflict Package 'demo' already exists!",
    });
  });

  it.each([
    ['InvalidPyPIUploadURL', 405],
    ['UploadToDeprecatedPyPIDetected', 410],
  ])('knows the wrong address by %s', (name, status) => {
    const output = twine(`${name}: It appears that this is not the address.`);
    expect(readTwine({ exitCode: 1, output })).toMatchObject({ kind: 'refused', status });
  });

  it('reads a redirect that twine does not follow', () => {
    const output = twine(
      'RedirectDetected: https://upload.index.example/legacy attempted to redirect to https://upload.index.example/legacy/.',
    );
    expect(readTwine({ exitCode: 1, output })).toMatchObject({ kind: 'refused', status: 308 });
  });

  it('knows from the traceback that no answer came', () => {
    const last =
      "requests.exceptions.ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))";
    const output = `Uploading ${WHEEL}\nTraceback (most recent call last):\n  File "adapters.py", line 711, in send\n    raise ConnectionError(err, request=request)\n${last}\n`;
    expect(readTwine({ exitCode: 1, output })).toEqual({ kind: 'unanswered', reason: last });
  });

  it('knows that twine itself gave up before sending', () => {
    const output =
      'Traceback (most recent call last):\n  File "zipfile.py", line 1369\nzipfile.BadZipFile: File is not a zip file\n';
    expect(readTwine({ exitCode: 1, output })).toEqual({
      kind: 'unsent',
      exitCode: 1,
      reason: 'zipfile.BadZipFile: File is not a zip file',
    });
    expect(
      readTwine({ exitCode: 1, output: twine('NonInteractive: Credential not found for password.') }),
    ).toEqual({
      kind: 'unsent',
      exitCode: 1,
      reason: 'NonInteractive: Credential not found for password.',
    });
  });

  it('takes an exit without an error for stored', () => {
    expect(readTwine({ exitCode: 0, output: `Uploading ${WHEEL}\n` })).toEqual({ kind: 'stored' });
  });
});
