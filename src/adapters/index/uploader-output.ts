/**
 * What `uv publish` and `twine upload` print, read back into an answer. Neither has a machine-readable output.
 * Seen of uv 0.4 to 0.13 and twine 7.0, each against the same scripted answers.
 */

import { unescaped } from './simple-html.ts';

/** What came of one upload. `reason` is untrusted text of the index or the tool, on one line. */
export type UploadAnswer =
  | { readonly kind: 'stored' }
  /** The index answered, and not with success. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  /** No answer came: the file may be stored or not. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** The tool gave up before it sent anything. */
  | { readonly kind: 'unsent'; readonly exitCode: number; readonly reason: string };

interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

const REASON_LIMIT = 2_000;

/** What `uv publish` came to. */
export function readUv({ exitCode, output }: Ended): UploadAnswer {
  if (exitCode === 0) return uvSuccess(output);
  const answered = /status code (?<status>\d{3})(?:[^.\n]*\. Server says: (?<reason>[\s\S]*))?/.exec(
    output,
  )?.groups;
  if (answered?.status !== undefined)
    return refused(Number(answered.status), answered.reason ?? uvCause(output));
  // uv gives no number where it thinks that it knows better.
  if (output.includes('POST requests are not supported by the endpoint'))
    return refused(405, uvCause(output));
  if (output.includes('Request was redirected')) return refused(308, uvCause(output));
  if (/Failed to send POST request|error sending request/.test(output))
    return { kind: 'unanswered', reason: oneLine(uvCause(output)) };
  return { kind: 'unsent', exitCode, reason: oneLine(uvCause(output)) };
}

/** uv also ends well when it skipped the file, for a name that is not in normal form. */
function uvSuccess(output: string): UploadAnswer {
  if (/^Uploading /m.test(output)) return { kind: 'stored' };
  const warning = /^warning: (?<text>.*skipping.*)$/im.exec(output)?.groups?.text;
  return { kind: 'unsent', exitCode: 0, reason: oneLine(warning ?? output) };
}

/** The last links of the chain of causes, or all that was printed where there is no chain. */
function uvCause(output: string): string {
  const causes = [...output.matchAll(/^\s*(?:cause|Caused by): (?<text>.*)$/gim)].map(
    ({ groups }) => groups?.text ?? '',
  );
  if (causes.length > 0) return causes.join(': ');
  return /^error: (?<text>[\s\S]*)$/m.exec(output)?.groups?.text ?? output;
}

/** What `twine upload --verbose` came to. */
export function readTwine({ exitCode, output }: Ended): UploadAnswer {
  if (exitCode === 0) return { kind: 'stored' };
  const { status, phrase = '', reason = '' } = TWINE_ANSWER.exec(output)?.groups ?? {};
  // PyPI gives its reason in the status line, others only in the body.
  const said = [phrase, ''].includes(reason.trim())
    ? (TWINE_BODY.exec(output)?.groups?.body ?? phrase)
    : reason;
  if (status !== undefined) return refused(Number(status), said);
  const address = Object.entries(TWINE_ADDRESS).find(([name]) => output.includes(`${name}: `));
  if (address !== undefined) return refused(address[1], twineError(output));
  const lost = output.match(/^(?:requests|urllib3|http\.client|ssl|socket)\.\S*: .*$/gm)?.at(-1);
  if (lost !== undefined) return { kind: 'unanswered', reason: oneLine(lost) };
  return { kind: 'unsent', exitCode, reason: oneLine(twineError(output)) };
}

const TWINE_ANSWER = /HTTPError: (?<status>\d{3}) (?<phrase>[^\n]*?) from \S+\s*(?<reason>[\s\S]*)$/;
const TWINE_BODY = /^INFO +Response from \S+:\s+\d{3}[^\n]*\nINFO(?<body>[\s\S]*?)\nERROR /m;
/** Errors of twine's own for answers that tell of a wrong address, and the status of each. */
const TWINE_ADDRESS = {
  RedirectDetected: 308,
  InvalidPyPIUploadURL: 405,
  UploadToDeprecatedPyPIDetected: 410,
};

/** The last ERROR block; else the last line, which in a Python traceback is the exception. */
function twineError(output: string): string {
  const block = /^ERROR +(?<text>[\s\S]*)$/m.exec(output)?.groups?.text;
  return block ?? output.trim().split('\n').at(-1) ?? '';
}

/** The index's own sentence: its status is given apart, and an HTML page is brought down to its text. */
function refused(status: number, text: string): UploadAnswer {
  const page = /<html|<!doctype/i.test(text);
  const bare = page ? unescaped(text.replace(/<(title|style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')) : text;
  const reason = oneLine(bare).replace(new RegExp(`^(?:Error: )?${status}\\s+`), '');
  return { kind: 'refused', status, reason };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, REASON_LIMIT);
}
