import { boundaryOf, type FormPart, multipart } from './multipart.ts';

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

async function parsed(request: Request, type: string): Promise<Parsed> {
  const form: Parsed = { values: new Map(), files: new Map() };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(await request.text())) add(form.values, name, value);
  }
  if (type.startsWith('multipart/form-data')) {
    const boundary = boundaryOf(type);
    if (boundary === undefined) throw new Error('The form names no boundary.');
    for (const part of multipart(Buffer.from(await request.arrayBuffer()), boundary)) addPart(form, part);
  }
  return form;
}

/** A part without a filename, or with an empty one, is a text. */
function addPart({ values, files }: Parsed, { name, filename, mediaType, bytes }: FormPart): void {
  if (name === undefined) return;
  if (filename === undefined || filename === '') add(values, name, bytes.toString());
  else add(files, name, { filename, mediaType, bytes });
}

function add<Value>(fields: Map<string, readonly Value[]>, name: string, value: Value): void {
  fields.set(name, [...(fields.get(name) ?? []), value]);
}
