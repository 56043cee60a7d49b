import type { JunitReport, Trouble } from './junit.ts';

/** One sentence of what the suite came to, such as `pytest 9.2.0: 9 passed, 11 errors in 1.1 s; 11 errors: fixture 'app' not found`. */
export function pytestEvidence(tool: string, report: JunitReport): string {
  const { passed, failed, errors, skipped, seconds } = report;
  const figures = [
    [passed, 'passed'],
    [failed, 'failed'],
    [errors, errors === 1 ? 'error' : 'errors'],
    [skipped, 'skipped'],
  ] as const;
  const named = figures.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  const sentence = `${tool}: ${named.length === 0 ? 'no tests' : named.join(', ')} in ${seconds.toFixed(1)} s`;
  return [sentence, ...mainReasons(report.troubles)].join('; ');
}

/** So many reasons fit into a sentence. */
const TOLD = 3;

/** The most frequent reasons. Missing fixtures count as one, for they are missing together, with their conftest.py. */
function mainReasons(troubles: readonly Trouble[]): readonly string[] {
  const keyOf = ({ kind, reason }: Trouble) => `${kind} ${isFixture(reason) ? 'fixture' : reason}`;
  const groups = [...new Set(troubles.map(keyOf))].map((key) => troubles.filter((one) => keyOf(one) === key));
  const told = groups.sort((one, other) => other.length - one.length).slice(0, TOLD);
  return told.map((group) => {
    const count = `${group.length} ${group[0]?.kind ?? 'failure'}${group.length === 1 ? '' : 's'}`;
    return `${count}: ${sharedReason([...new Set(group.map(({ reason }) => reason))])}`;
  });
}

function isFixture(reason: string): boolean {
  return reason.startsWith("fixture '");
}

function sharedReason(reasons: readonly string[]): string {
  const [only = ''] = reasons;
  // The sentence goes on behind it.
  if (reasons.length <= 1) return only.replace(/(?<=\w)\.$/, '');
  const names = reasons.map((reason) => /'([^']*)'/.exec(reason)?.[0] ?? reason).sort();
  return `fixtures ${names.join(', ')} not found`;
}
