/** A part of a multipart form (RFC 7578). */
export interface FormPart {
  /** The field's name; undefined when the part names none. */
  readonly name: string | undefined;
  /** As it stands in the header, control characters too; undefined when the part has none. */
  readonly filename: string | undefined;
  /** Spelt as sent, without parameters; `text/plain` when the part says nothing. */
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const LINE_END = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const ASSUMED_TYPE = 'text/plain';
const PARAMETER = /;\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;

/** The boundary that a `Content-Type` of a multipart form names, or undefined. */
export function boundaryOf(contentType: string): string | undefined {
  const boundary = parameters(contentType).get('boundary');
  return boundary === '' ? undefined : boundary;
}

/**
 * Takes a multipart body apart as Python's `cgi` does, which Warehouse reads forms with: lines may end in LF alone, a missing last
 * boundary is no matter, and a filename may hold any character. Form readers of the npm registry refuse a header with a control
 * character in it, which Warehouse has a refusal of its own for.
 */
export function multipart(body: Buffer, boundary: string): readonly FormPart[] {
  const parts: FormPart[] = [];
  let open = delimiter(body, boundary, 0);
  while (open !== undefined && !open.last) {
    const close = delimiter(body, boundary, open.end);
    parts.push(partOf(body.subarray(open.end, contentEnd(body, close?.start ?? body.length))));
    open = close;
  }
  return parts;
}

interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly last: boolean;
}

/** The next line that is nothing but the boundary, with blanks behind it or the two hyphens that close the form. */
function delimiter(body: Buffer, boundary: string, from: number): Delimiter | undefined {
  const mark = Buffer.from(`--${boundary}`);
  for (let start = body.indexOf(mark, from); start >= 0; start = body.indexOf(mark, start + 1)) {
    if (start > 0 && body[start - 1] !== LINE_END) continue;
    const lineEnd = body.indexOf(LINE_END, start);
    const end = lineEnd < 0 ? body.length : lineEnd + 1;
    const rest = body.toString('latin1', start + mark.length, end).trim();
    if (rest === '' || rest === '--') return { start, end, last: rest !== '' };
  }
  return undefined;
}

/** The line end before a boundary belongs to the boundary, and one at the very end to the boundary that is missing. */
function contentEnd(body: Buffer, boundaryStart: number): number {
  if (body[boundaryStart - 1] !== LINE_END) return boundaryStart;
  const end = boundaryStart - 1;
  return body[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
}

function partOf(part: Buffer): FormPart {
  const headers = new Map<string, string>();
  let offset = 0;
  while (offset < part.length) {
    const lineEnd = part.indexOf(LINE_END, offset);
    const end = lineEnd < 0 ? part.length : lineEnd;
    const line = part.toString('utf8', offset, end).replace(/\r$/, '');
    offset = end + 1;
    if (line === '') break;
    const colon = line.indexOf(':');
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = parameters(headers.get('content-disposition') ?? '');
  const [mediaType = ''] = (headers.get('content-type') ?? ASSUMED_TYPE).split(';');
  return {
    name: disposition.get('name'),
    filename: disposition.get('filename'),
    mediaType: mediaType.trim(),
    bytes: part.subarray(Math.min(offset, part.length)),
  };
}

/** The parameters of a header by their names in lower case. RFC 2231's `filename*` is a name like any other. */
function parameters(header: string): ReadonlyMap<string, string> {
  const found = [...header.matchAll(PARAMETER)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), unquoted(value.trim())] as const,
  );
  return new Map(found);
}

function unquoted(value: string): string {
  const inner = /^"(.*)"$/s.exec(value)?.[1];
  return inner === undefined ? value : inner.replaceAll('\\\\', '\\').replaceAll('\\"', '"');
}
