import { bundleOf } from './attestation-bundle.ts';
import { type Attestation, attestationList } from './attestation-model.ts';
import { distrust } from './attestation-trust.ts';
import { type Answer, refused } from './errors.ts';
import { sdistName, wheelName } from './filename.ts';
import { normalName } from './names.ts';
import type { Publisher } from './state.ts';
import type { Hashed } from './upload-steps.ts';

/** The attestations of a file with who made them: what the integrity API gives out (PEP 740, `provenance` object). */
export interface Provenance {
  readonly version: 1;
  readonly attestation_bundles: readonly {
    readonly attestations: readonly Attestation[];
    readonly publisher: {
      readonly kind: 'GitHub';
      readonly repository: string;
      readonly workflow: string;
      readonly environment: string | null;
    };
  }[];
}

/** One check of what an attestation says of the file: what is wrong, in the words after "Verification failed: ". */
type Check = (attestation: Attestation, given: Hashed) => string | undefined;

const MOST = 2;
// One publish attestation (its type is an address on the documentation host of PyPI) and one SLSA provenance.
const PREDICATE_TYPES = [
  /^https:\/\/docs\.[^/]+\/attestations\/publish\/v1$/,
  /^https:\/\/slsa\.dev\/provenance\/v1$/,
];

/** What is verified of a statement, in order, after its signature. */
const STATEMENT: readonly Check[] = [oneSubject, subjectName, subjectDigest, knownPredicate];

/**
 * The provenance that an upload brings (step 28); undefined when it brings none or the index does not look; or the refusal.
 */
export async function provenanceFrom(given: Hashed): Promise<Provenance | undefined | Answer> {
  const text = given.form.values.get('attestations')?.at(-1);
  if (text === undefined || given.index.state.flags.has('disable-pep740')) return undefined;
  if (!('publisher' in given.identity)) {
    return invalid('Attestations are only supported when using Trusted Publishing');
  }
  const { publisher } = given.identity;
  const attestations = attestationList(text);
  if (typeof attestations === 'string') return invalid(`Malformed attestations: ${attestations}`);
  if (attestations.length === 0)
    return invalid('Malformed attestations: an empty attestation set is not permitted');
  if (attestations.length > MOST) return invalid(`A maximum of ${MOST} attestations per file are supported`);
  const seen = new Set<string>();
  for (const attestation of attestations) {
    const trouble =
      (await verificationTrouble(attestation, given, publisher)) ?? repeatedType(attestation, seen);
    if (trouble !== undefined) return invalid(trouble);
  }
  return provenance(attestations, publisher);
}

function invalid(why: string): Answer {
  return refused(400, `Invalid attestations supplied during upload: ${why}`);
}

async function verificationTrouble(
  attestation: Attestation,
  given: Hashed,
  publisher: Publisher,
): Promise<string | undefined> {
  const root = await given.index.trustedRoot?.();
  const bundle = root === undefined ? 'Failed to refresh TUF metadata' : bundleOf(attestation);
  if (root === undefined || typeof bundle === 'string')
    return `Unknown error while trying to verify included attestations: ${bundle}`;
  const trouble = distrust(bundle, { root, publisher }) ?? misstatement(attestation, given);
  return trouble === undefined
    ? undefined
    : `Could not verify the uploaded artifact using the included attestation: Verification failed: ${trouble}`;
}

function misstatement(attestation: Attestation, given: Hashed): string | undefined {
  for (const check of STATEMENT) {
    const trouble = check(attestation, given);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function repeatedType(attestation: Attestation, seen: Set<string>): string | undefined {
  const type = statementOf(attestation)?.predicateType ?? '';
  if (seen.has(type)) {
    return `Multiple attestations for the same file with the same predicate type (${type}) are not supported`;
  }
  seen.add(type);
  return undefined;
}

interface Statement {
  readonly subject?: readonly {
    readonly name?: string;
    readonly digest?: Readonly<Record<string, string>>;
  }[];
  readonly predicateType?: string;
}

function statementOf({ envelope }: Attestation): Statement | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(envelope.statement, 'base64').toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // A statement that is not JSON has no subject, and the first check says so.
    return undefined;
  }
}

function oneSubject(attestation: Attestation): string | undefined {
  const subjects = statementOf(attestation)?.subject;
  if (!Array.isArray(subjects)) return 'invalid statement: 1 validation error for _Statement';
  if (subjects.length !== 1) return 'too many subjects in statement (must be exactly one)';
  return subjects[0]?.name ? undefined : 'invalid subject: missing name';
}

/** Names are compared after taking them apart, so that another spelling of the version or order of tags does no harm. */
function subjectName(attestation: Attestation, { file }: Hashed): string | undefined {
  const name = statementOf(attestation)?.subject?.[0]?.name ?? '';
  const parsed = comparable(name);
  if (parsed === undefined) return `invalid subject: Invalid distribution filename: ${name}`;
  return parsed === comparable(file.filename)
    ? undefined
    : `subject does not match distribution name: ${name} != ${file.filename}`;
}

function comparable(filename: string): string | undefined {
  if (filename.endsWith('.whl')) {
    const name = wheelName(filename);
    if (typeof name === 'string') return undefined;
    const tags = filename.slice(0, -'.whl'.length).split('-').slice(2);
    const sorted = tags.map((tag) => tag.toLowerCase().split('.').sort().join('.'));
    return ['wheel', name.normalName, name.version.canonical, ...sorted].join(' ');
  }
  const sdist = /\.(tar\.gz|zip)$/.test(filename) ? sdistName(filename) : undefined;
  return sdist === undefined
    ? undefined
    : ['sdist', normalName(sdist.name), sdist.version.canonical].join(' ');
}

function subjectDigest(attestation: Attestation, { digests }: Hashed): string | undefined {
  const digest = statementOf(attestation)?.subject?.[0]?.digest?.sha256;
  return digest === digests.sha256 ? undefined : 'subject does not match distribution digest';
}

function knownPredicate(attestation: Attestation): string | undefined {
  const type = statementOf(attestation)?.predicateType ?? '';
  return PREDICATE_TYPES.some((known) => known.test(type)) ? undefined : `unknown attestation type: ${type}`;
}

function provenance(attestations: readonly Attestation[], publisher: Publisher): Provenance {
  const { owner, repository, workflow, environment } = publisher;
  const identity = {
    kind: 'GitHub' as const,
    repository: `${owner}/${repository}`,
    workflow,
    environment: environment === '' ? null : environment,
  };
  return { version: 1, attestation_bundles: [{ attestations, publisher: identity }] };
}
