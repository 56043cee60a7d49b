/** The matrix: each mishap at each request of a calm run, and mishaps that last. */

import type { RecordedRequest } from '../../src/emulators/listen.ts';
import type { TrialOptions } from './trial.ts';

export interface Case {
  readonly name: string;
  readonly options: TrialOptions;
}

/** What can become of one request, as `mishaps.ts` spells it. */
export const EFFECTS = [
  '503',
  '503-after',
  '500',
  'html-502',
  '429-retry-after-7',
  '429',
  'lost',
  'drop',
  'drop-midway',
  'truncated',
  'garbled',
  'html-200',
  'slow-40',
] as const;

/** How many cases of the matrix are tried where nobody asks for all: each effect twice. */
const SPREAD = 2 * EFFECTS.length;
/** Of the mishaps that last, every so manieth is. */
const LASTING_STEP = 3;

const LASTING: readonly Case[] = [
  mishap('sigstore:* /:503'),
  ...[
    ...['pypi', 'testpypi', 'oidc'].flatMap((service) =>
      ['503', '429', '429-retry-after-7', 'drop'].map((effect) => mishap(`${service}:* /:${effect}`)),
    ),
    ...['pypi', 'testpypi'].flatMap((service) =>
      ['503', '429', '500-after', 'lost', 'html-200'].map((effect) =>
        mishap(`${service}:POST /legacy/:${effect}`),
      ),
    ),
    ...['pypi', 'testpypi'].map((service) => mishap(`${service}:GET /pypi/:404`)),
    ...['read-only', 'disallow-new-upload', 'disallow-oidc'].map((flag) => ({
      name: `flag ${flag}`,
      options: { flags: [flag] },
    })),
  ].map(({ name, options }) => ({ name, options: { ...options, attested: false } })),
];

/**
 * Every request of a calm run with every effect, once at exactly that request.
 *
 * @param calm the requests of the calm run
 */
export function matrix(calm: readonly RecordedRequest[]): readonly Case[] {
  const services = [...new Set(calm.map(({ service }) => service))].sort();
  return services.flatMap((service) => {
    const count = calm.filter((request) => request.service === service).length;
    return Array.from({ length: count }, (_, at) => at + 1).flatMap((ordinal) =>
      EFFECTS.map((effect) => mishap(`${service}:* /:${effect}@${ordinal}:1`)),
    );
  });
}

/** The cases of a run: all of them, or the same spread over all requests and effects each time. */
export function chosen(cases: readonly Case[], all: boolean): readonly Case[] {
  if (all) return [...cases, ...LASTING];
  // Coprime to the number of effects, so that all of them come up, at requests from the first to the last.
  const stride = strideFor(cases.length);
  const spread = Array.from({ length: SPREAD }, (_, at) => cases[(at * stride) % cases.length]);
  return [...spread.flatMap((each) => each ?? []), ...LASTING.filter((_, at) => at % LASTING_STEP === 0)];
}

/** The least stride that visits different cases to the end, and no effect twice before the others. */
function strideFor(length: number): number {
  let stride = Math.max(1, Math.floor(length / SPREAD));
  while (common(stride, EFFECTS.length) !== 1 || common(stride, length) !== 1) stride += 1;
  return stride;
}

function common(one: number, other: number): number {
  return other === 0 ? one : common(other, one % other);
}

function mishap(spec: string): Case {
  return { name: spec, options: { mishaps: [spec] } };
}
