/**
 * The forms in which a secret may come to light, each of which the runner masks, too (actions/runner 2.336.0, HostContext and
 * ValueEncoders). A form may be empty or the secret itself.
 */
const FORMS: readonly ((secret: string) => string)[] = [
  (secret) => base64(secret, 0),
  // In `base64("user:" + secret)` the secret begins at any of three places of a group.
  (secret) => base64(secret, 1),
  (secret) => base64(secret, 2),
  commandLineArgument,
  expressionString,
  jsonString,
  uriData,
  xmlData,
  withoutDoubleQuotes,
  beforeAmpersand,
  afterAmpersand,
];

/** Every form of a secret besides itself. */
export function secretForms(secret: string): readonly string[] {
  const forms = new Set(FORMS.map((form) => form(secret)));
  return [...forms].filter((form) => form !== '' && form !== secret);
}

function base64(secret: string, shift: number): string {
  const bytes = Buffer.from(secret);
  return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64');
}

function commandLineArgument(secret: string): string {
  return secret.replaceAll('"', '\\"');
}

function expressionString(secret: string): string {
  return secret.replaceAll("'", "''");
}

function jsonString(secret: string): string {
  // .NET's writer escapes three line ends more than JSON.stringify.
  return JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function uriData(secret: string): string {
  // RFC 3986 reserves five characters that encodeURIComponent leaves; half of a surrogate pair, which cannot be encoded, becomes U+FFFD.
  return encodeURIComponent(Buffer.from(secret).toString()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const XML: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
};

function xmlData(secret: string): string {
  return secret.replace(/[<>"'&]/g, (mark) => XML[mark] ?? mark);
}

function withoutDoubleQuotes(secret: string): string {
  return secret.length > 8 && /^".*"$/s.test(secret) ? secret.slice(1, -1) : '';
}

/** PowerShell splits a secret at `&` when it reports an error; shorter parts are no secrets. */
const SHORTEST_PART = 6;

function beforeAmpersand(secret: string): string {
  const coloured = secret.indexOf('&+');
  const part = secret.slice(0, coloured >= 0 ? coloured + 2 : secret.lastIndexOf('&') + 1);
  return part.length >= SHORTEST_PART ? part : '';
}

function afterAmpersand(secret: string): string {
  const coloured = secret.indexOf('&+');
  const plain = secret.lastIndexOf('&');
  if (plain < 0) return '';
  // The letter after `&+` is coloured, so that it stands apart from the rest.
  const part = secret.slice(coloured >= 0 ? coloured + 3 : plain + 1);
  return part.length >= SHORTEST_PART ? part : '';
}
