import { refused } from './errors.ts';
import { type Form, firstValue } from './form.ts';
import { isProjectName } from './names.ts';
import { pythonRepr } from './python-text.ts';
import type { Rule } from './rules.ts';
import type { Received } from './upload-steps.ts';

const GUIDE = 'See https://packaging.python.org/specifications/core-metadata for more information.';
const NAME_RULE =
  "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'.";
// Python's `$` lets a line end through.
const HEX_DIGEST = /^[0-9a-f]{64}\n?$/i;

/** Before anything else: what makes the form unreadable, and the flags that close the index (steps 1 and 2). */
export const DOOR_RULES: readonly Rule<Received>[] = [
  { about: 'text fields sent as files', answer: textSentAsFile },
  { about: 'flag read-only', answer: flag('read-only', 'Read-only mode: Uploads are temporarily disabled.') },
  {
    about: 'flag disallow-new-upload',
    answer: flag('disallow-new-upload', 'New uploads are temporarily disabled.'),
  },
];

/** The form's own fields (steps 4 and 5); of several troubles the first is told: the name's, then by the field's name. */
export const FORM_RULES: readonly Rule<Received>[] = [
  { about: 'protocol_version', answer: protocolVersion },
  { about: 'name', answer: named },
  { about: 'blake2_256_digest', answer: digestShape('blake2_256_digest', 'BLAKE2') },
  { about: 'filetype', answer: knownKind },
  { about: 'sha256_digest', answer: digestShape('sha256_digest', 'SHA256') },
  { about: 'pyversion', answer: pythonVersion },
  { about: 'a digest at all', answer: someDigest },
];

/** The three digests that a form may carry, those that are not empty. */
export function formDigests(form: Form): Readonly<Record<'md5' | 'sha256' | 'blake2', string | undefined>> {
  return {
    md5: filled(form, 'md5_digest'),
    sha256: filled(form, 'sha256_digest'),
    blake2: filled(form, 'blake2_256_digest'),
  };
}

/** Blanks alone are a value all the same: they only spare an optional field the check of its shape. */
function filled(form: Form, field: string): string | undefined {
  const value = firstValue(form, field);
  return value === '' ? undefined : value;
}

function textSentAsFile({ form }: Received) {
  const field = [...form.files.keys()].find((name) => name !== 'content' && name !== 'gpg_signature');
  return field === undefined ? undefined : refused(400, `${field}: Should not be a tuple.`);
}

function flag(name: string, message: string): Rule<Received>['answer'] {
  return ({ index }) => (index.state.flags.has(name) ? refused(403, message) : undefined);
}

function protocolVersion({ form }: Received) {
  const version = form.values.get('protocol_version')?.at(-1) ?? '1';
  return version === '1' ? undefined : refused(400, 'Unknown protocol version.');
}

function named({ form }: Received) {
  const name = firstValue(form, 'name') ?? '';
  if (isProjectName(name)) return undefined;
  const shown = name.length > 60 ? `${name.slice(0, 30)}...${name.slice(-30)}` : name;
  const trouble = name === '' ? 'This field is required.' : NAME_RULE;
  return refused(400, `${pythonRepr(shown)} is an invalid value for Name. Error: ${trouble} ${GUIDE}`);
}

function digestShape(field: string, algorithm: string): Rule<Received>['answer'] {
  return ({ form }) => {
    const digest = filled(form, field);
    if (digest === undefined || digest.trim() === '' || HEX_DIGEST.test(digest)) return undefined;
    return refused(
      400,
      `Invalid value for ${field}. Error: Use a valid, hex-encoded, ${algorithm} message digest.`,
    );
  };
}

function knownKind({ form }: Received) {
  const kind = firstValue(form, 'filetype') ?? '';
  if (kind === 'sdist' || kind === 'bdist_wheel') return undefined;
  const trouble = kind === '' ? 'This field is required.' : 'Use a known file type.';
  return refused(400, `Invalid value for filetype. Error: ${trouble}`);
}

function pythonVersion({ form }: Received) {
  const version = filled(form, 'pyversion');
  const sdist = firstValue(form, 'filetype') === 'sdist';
  if (!sdist && version !== undefined) return undefined;
  if (sdist && (version === undefined || version === 'source')) return undefined;
  const trouble = sdist
    ? "Use 'source' as Python version for an sdist."
    : 'Python version is required for binary distribution uploads.';
  return refused(400, `Invalid value for pyversion. Error: ${trouble}`);
}

function someDigest({ form }: Received) {
  const none = Object.values(formDigests(form)).every((digest) => digest === undefined);
  return none ? refused(400, 'Error: Include at least one message digest.') : undefined;
}
