/** What a JUnit report of pytest's says (`--junitxml`, family xunit2). */
export interface JunitReport {
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly troubles: readonly Trouble[];
}

/** One test that did not pass. Untrusted text. */
export interface Trouble {
  readonly kind: 'failure' | 'error';
  readonly reason: string;
}

/**
 * Reads a report; undefined where it is none. pytest writes it with ElementTree, which escapes every quote, ampersand and angle
 * bracket, so that elements and attributes can be told by their marks.
 */
export function readJunit(xml: string): JunitReport | undefined {
  const suite = /<testsuite\b[^>]*>/.exec(xml)?.[0];
  if (suite === undefined) return undefined;
  const figure = (name: string) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(suite)?.[1] ?? 0);
  const [failed, errors, skipped] = [figure('failures'), figure('errors'), figure('skipped')];
  const passed = Math.max(0, figure('tests') - failed - errors - skipped);
  return { passed, failed, errors, skipped, seconds: figure('time'), troubles: troublesIn(xml) };
}

const TROUBLE = /<(failure|error) message="([^"]*)"[^>]*>([^<]*)</g;

function troublesIn(xml: string): readonly Trouble[] {
  return [...xml.matchAll(TROUBLE)].map(([, kind, message = '', text = '']) => ({
    kind: kind === 'failure' ? 'failure' : 'error',
    reason: reasonIn(unescaped(message), unescaped(text)),
  }));
}

/** The line that tells: of an exception its own, of a setup or a collection that failed the last that pytest marks with E. */
function reasonIn(message: string, text: string): string {
  const fixture = /fixture '[^']*' not found/.exec(text);
  if (fixture !== null) return fixture[0];
  const [first = ''] = message.split('\n');
  if (!/^(failed on (setup|teardown)|collection failure)/.test(first)) return first;
  const marked = text.split('\n').filter((line) => /^E\s+\S/.test(line));
  return marked.at(-1)?.replace(/^E\s+/, '') ?? first;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(escaped: string): string {
  return escaped.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
