import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';

/** A part of a form that came with a filename. */
export interface FormFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A posted form: values by field name, in the order they came. */
export interface Form {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, readonly FormFile[]>;
}

/** The first value of a field, which is what a form library looks at. */
export function firstValue(form: Form, field: string): string | undefined {
  return form.values.get(field)?.[0];
}

/**
 * Reads a posted form (multipart or URL-encoded) and cleans it as Warehouse does (`forklift/decorators.py`, `sanitize`): by a field's
 * last value, which when it reads `UNKNOWN` drops the field, and when it holds a NUL stands alone, the NUL written out. A body of
 * another kind is an empty form. Throws when the body cannot be decoded.
 */
export async function formFrom(request: Request): Promise<Form> {
  const type = request.headers.get('Content-Type') ?? '';
  const { values, files } = await parsed(request, type);
  for (const [field, texts] of values) {
    const last = texts.at(-1) ?? '';
    if (last.trim() === 'UNKNOWN') values.delete(field);
    else if (last.includes('\0')) values.set(field, [last.replaceAll('\0', '\\x00')]);
  }
  return { values, files };
}

interface Parsed {
  readonly values: Map<string, readonly string[]>;
  readonly files: Map<string, readonly FormFile[]>;
}

// Text fields of a release (its description) may be long; Warehouse sets no limit on them.
const LONGEST_TEXT = 64 * 1024 * 1024;

async function parsed({ body }: Request, type: string): Promise<Parsed> {
  const form: Parsed = { values: new Map(), files: new Map() };
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type) || body === null) return form;
  const parser = new Busboy({
    headers: { 'content-type': type },
    preservePath: true,
    limits: { fieldSize: LONGEST_TEXT, fieldNameSize: 1024 },
    // One with an empty filename is a text.
    isPartAFile: (_field, _type, filename) => Boolean(filename),
  });
  parser.on('field', (name, value) => add(form.values, name, value));
  await new Promise((resolve, reject) => {
    parser.on('file', (name, stream, filename, _encoding, mediaType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => add(form.files, name, { filename, mediaType, bytes: Buffer.concat(chunks) }));
      // A file that is cut off is the file's error, not the parser's.
      stream.on('error', reject);
    });
    parser.on('finish', resolve).on('error', reject);
    Readable.fromWeb(body as ReadableStream)
      .on('error', reject)
      .pipe(parser);
  });
  return form;
}

function add<Value>(fields: Map<string, readonly Value[]>, name: string, value: Value): void {
  fields.set(name, [...(fields.get(name) ?? []), value]);
}
