import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';

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

// Text fields of a release (its description) may be long; Warehouse sets no limit on them.
const LONGEST_TEXT = 64 * 1024 * 1024;

/**
 * Reads a posted form (multipart or URL-encoded) and cleans it as Warehouse does: a field whose last value reads `UNKNOWN` is dropped,
 * NUL is written out. A body of another kind is an empty form. Throws when the body cannot be decoded.
 */
export async function formFrom(request: Request): Promise<Form> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type) || request.body === null) {
    return { values: new Map(), files: new Map() };
  }
  const { values, files } = await parsed(request.body as ReadableStream, type);
  for (const [field, texts] of values) {
    if (texts.at(-1)?.trim() === 'UNKNOWN') values.delete(field);
    else
      values.set(
        field,
        texts.map((text) => text.replaceAll('\0', '\\x00')),
      );
  }
  return { values, files };
}

function parsed(
  body: ReadableStream,
  type: string,
): Promise<{ values: Map<string, string[]>; files: Map<string, FormFile[]> }> {
  const values = new Map<string, string[]>();
  const files = new Map<string, FormFile[]>();
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: { 'content-type': type },
      preservePath: true,
      defParamCharset: 'utf8',
      limits: { fieldSize: LONGEST_TEXT, fieldNameSize: 1024 },
    });
    parser.on('field', (name, value) => values.set(name, [...(values.get(name) ?? []), value]));
    parser.on('file', (name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('close', () => {
        const file = {
          filename: info.filename ?? '',
          mediaType: info.mimeType,
          bytes: Buffer.concat(chunks),
        };
        files.set(name, [...(files.get(name) ?? []), file]);
      });
    });
    parser.on('error', reject);
    parser.on('close', () => resolve({ values, files }));
    Readable.fromWeb(body).on('error', reject).pipe(parser);
  });
}
