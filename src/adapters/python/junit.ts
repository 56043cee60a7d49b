/** What a JUnit report of pytest's says (`--junitxml`, family xunit1). */
export interface JunitReport {
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly troubles: readonly Trouble[];
  readonly tests: readonly TestCase[];
}

/** One test, or one module that was skipped or could not be read. Untrusted text. */
export interface TestCase {
  readonly name: string;
  /** As the runner spells it: relative to wherever it takes for the root, or absolute. */
  readonly file: string;
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
  const figures = { passed, failed, errors, skipped, seconds: figure('time') };
  return { ...figures, troubles: troublesIn(xml), tests: testsIn(xml) };
}

function testsIn(xml: string): readonly TestCase[] {
  return [...xml.matchAll(/<testcase\b[^>]*>/g)].map(([element]) => {
    const given = (key: string) => unescaped(new RegExp(`\\b${key}="([^"]*)"`).exec(element)?.[1] ?? '');
    const name = given('name');
    // Of a module that was not read to its end pytest gives the name alone, and that with dots.
    return { name, file: given('file') || `${(given('classname') || name).replaceAll('.', '/')}.py` };
  });
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
