/** What must hold after any run in trouble: released, or a fault that says what stands; never a wrong file, never a lost one. */

import type { IndexName } from '../../src/plan/known-indexes.ts';
import type { Fault } from '../../src/release/fault.ts';
import type { Held, Ran } from './trial.ts';

export interface Evidence {
  /** Filename → sha256 of what is to be released. */
  readonly ours: Held;
  readonly ran: Ran;
  readonly held: Readonly<Record<IndexName, Held>>;
}

const INDEXES = ['testpypi', 'pypi'] as const;
const LABELS = { testpypi: 'TestPyPI', pypi: 'PyPI' } as const;

/** Every rule that the run broke, as a sentence; none where all is well. */
export function violations(evidence: Evidence): readonly string[] {
  return [...ofOutcome(evidence), ...ofFiles(evidence), ...ofUploads(evidence)];
}

/** Every rule that the run broke which came after the trouble, when all was calm again. */
export function unhealed({ ours, ran, held }: Evidence): readonly string[] {
  const codes = ran.faults.map(({ code, finding }) => `${code}: ${finding}`).join('; ');
  return [
    ...(ran.outcome === 'failed' ? [`the calm run afterwards failed with ${codes}`] : []),
    ...INDEXES.filter((index) => !isSame(held[index], ours)).map(
      (index) => `after the calm run ${index} lacks files`,
    ),
    ...ofUploads({ ours, ran, held }),
  ];
}

function ofOutcome({ ours, ran, held }: Evidence): readonly string[] {
  const { outcome, faults, bug } = ran;
  if (bug !== undefined) return [`a bug: ${bug instanceof Error ? bug.stack : String(bug)}`];
  if (outcome === 'released') {
    return INDEXES.filter((index) => !isSame(held[index], ours)).map(
      (index) => `released, but ${index} does not hold all of it`,
    );
  }
  if (outcome !== 'failed') return [`the outcome is ${outcome}`];
  if (faults.length === 0) return ['failed without a fault'];
  if (!ran.begun) return ran.sent.length === 0 ? [] : ['the preflight sent something'];
  return faults.flatMap((fault) => ofFault(fault, held));
}

function ofFault(fault: Fault, held: Evidence['held']): readonly string[] {
  const { code, finding, remedy, phase } = fault;
  if (code === 'bug') return [`a bug: ${finding}`];
  if (/what (already )?stands/.test(remedy) && !finding.includes('stand')) {
    return INDEXES.every((index) => Object.keys(held[index]).length === 0 || index !== phase)
      ? []
      : [`${code} does not say which files stand on ${phase}: ${finding}`];
  }
  if (phase !== 'testpypi' && phase !== 'pypi') return [`${code} came in ${phase}`];
  return saysWhatStands(finding, phase, Object.keys(held[phase]))
    ? []
    : [`${code} does not say truly what stands: ${finding} (${Object.keys(held[phase]).join(', ')})`];
}

/** `On PyPI stand: a, b; are missing: c.`, or that the index cannot be looked at. */
function saysWhatStands(finding: string, index: IndexName, held: readonly string[]): boolean {
  if (finding.includes(`${LABELS[index]} cannot be looked at now; before the failure `)) return true;
  const told = new RegExp(`On ${LABELS[index]} (?:stand: (?<files>[^;]+?))?(?:; |\\.$|are missing)`).exec(
    finding,
  );
  if (told === null) return false;
  const files = told.groups?.files?.split(', ') ?? [];
  return [...files].sort().join() === [...held].sort().join();
}

function ofFiles({ ours, held }: Evidence): readonly string[] {
  return INDEXES.flatMap((index) =>
    Object.entries(held[index]).flatMap(([filename, sha256]) =>
      ours[filename] === sha256 ? [] : [`${index} holds a wrong ${filename}`],
    ),
  );
}

function ofUploads({ ours, ran }: Evidence): readonly string[] {
  const { sent, requests } = ran;
  const wrong = sent.filter(
    ({ filename, sha256, held }) => ours[filename] !== sha256 || (held ?? sha256) !== sha256,
  );
  const again = sent.filter(({ held }) => held !== undefined);
  const posts = requests.filter(({ method, path }) => method === 'POST' && path === '/legacy/').length;
  return [
    ...wrong.map(({ index, filename }) => `other bytes of ${filename} were sent to ${index}`),
    ...again.map(({ index, filename }) => `${filename} was sent to ${index}, which had it`),
    ...(posts === sent.length ? [] : [`${sent.length} uploads made ${posts} requests`]),
  ];
}

function isSame(one: Held, other: Held): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
