/** As much of DER (X.690) as the extensions of a certificate take, which `X509Certificate` does not give. */

interface Value {
  readonly tag: number;
  readonly content: Buffer;
}

const EXTENSIONS = 0xa3;
const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
const UTF8_STRING = 0x0c;

/** The text of an extension that is a UTF8String (as Fulcio's from `.8` on); undefined where there is none. Raises RangeError for bytes that are no certificate. */
export function extensionText(certificate: Buffer, identifier: string): string | undefined {
  const [whole] = valuesIn(certificate);
  const [signedPart] = valuesIn(whole?.content ?? Buffer.alloc(0));
  const wrapper = valuesIn(signedPart?.content ?? Buffer.alloc(0)).find(({ tag }) => tag === EXTENSIONS);
  const [list] = valuesIn(wrapper?.content ?? Buffer.alloc(0));
  for (const extension of valuesIn(list?.content ?? Buffer.alloc(0))) {
    const parts = valuesIn(extension.content);
    const name = parts.find(({ tag }) => tag === OBJECT_IDENTIFIER);
    if (name === undefined || dotted(name.content) !== identifier) continue;
    const [inner] = valuesIn(parts.find(({ tag }) => tag === OCTET_STRING)?.content ?? Buffer.alloc(0));
    return inner?.tag === UTF8_STRING ? inner.content.toString() : undefined;
  }
  return undefined;
}

/** The values that stand one after the other. */
function valuesIn(bytes: Buffer): readonly Value[] {
  const values: Value[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    const first = bytes.readUInt8(at + 1);
    const longer = first > 0x7f ? first & 0x7f : 0;
    const start = at + 2 + longer;
    const length = longer === 0 ? first : bytes.readUIntBE(at + 2, longer);
    values.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}

/** An object identifier in dots: base 128, the first two numbers in one. */
function dotted(bytes: Buffer): string {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 0x7f);
    if (byte > 0x7f) continue;
    numbers.push(number);
    number = 0;
  }
  const [both = 0, ...others] = numbers;
  const first = Math.min(Math.floor(both / 40), 2);
  return [first, both - first * 40, ...others].join('.');
}
