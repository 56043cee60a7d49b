/** Events of releases that never were: a plan, facts, and builders that add up the time. */

import { distributionOf } from '../../src/packaging/distribution.ts';
import { PATHS, type PhaseName } from '../../src/plan/paths.ts';
import type { IndexPlan, Plan } from '../../src/plan/plan.ts';
import type { ChecklistRow } from '../../src/release/checklist.ts';
import type { Comparison } from '../../src/release/comparison.ts';
import type {
  Event,
  Outcome,
  PhaseEvent,
  ReleaseEvent,
  StepOutcome,
  Subscriber,
} from '../../src/release/event.ts';
import type { Facts, UploadReceipt } from '../../src/release/facts.ts';
import type { Fault } from '../../src/release/fault.ts';
import type { Metric } from '../../src/release/metrics.ts';

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';
export const OTHER_COMMIT = 'fedcba9876543210fedcba9876543210fedcba98';
/** 2026-01-02T03:04:05Z. */
const BEGIN = 1_767_323_045_000;

/** An event that happens so many seconds after the one before it. */
export interface Told {
  readonly after: number;
  readonly event: ReleaseEvent | (PhaseEvent & { readonly phase: PhaseName });
}

/** A plan: path A of a tag push, with what the test wants different. */
export function aPlan(changes: Partial<Plan> = {}): Plan {
  const path = changes.path ?? 'A';
  return {
    path,
    phases: PATHS[path],
    mode: 'release',
    workspace: '/home/runner/work/demo/demo',
    directory: '/home/runner/work/demo/demo',
    members: 'auto',
    packages: '/home/runner/work/demo/demo/dist',
    handover: { kind: 'files', reason: 'handover: files' },
    scratch: '/home/runner/work/_temp/release',
    version: { kind: 'tag', tag: 'v1.2.0' },
    tagFormat: 'v{version}',
    changelog: 'auto',
    toolchain: { python: undefined, uv: '>=0.5', extras: 'all', cache: { use: false, reason: 'a tag push' } },
    commands: {
      env: [],
      verify: 'auto',
      test: 'auto',
      testMinutes: 60,
      build: undefined,
      configSettings: [],
      fix: false,
      smoke: [],
      framework: [],
    },
    indexes: { testpypi: anIndex('testpypi'), pypi: anIndex('pypi') },
    attestations: { policy: 'off', fulcio: undefined, rekor: undefined },
    statistics: undefined,
    uploader: 'uv',
    uploadConcurrency: 4,
    preflight: 'static',
    forge: {
      repository: 'org/demo',
      commit: COMMIT,
      workflow: 'release.yml',
      branch: undefined,
      server: 'https://forge.example',
      commitPolicy: 'auto',
      release: 'publish',
      prerelease: 'auto',
      latest: 'auto',
      notes: 'changelog',
      assets: [],
      discussionCategory: undefined,
    },
    badges: 'check',
    announce: false,
    allow: [],
    ...changes,
  };
}

function anIndex(name: 'testpypi' | 'pypi'): IndexPlan {
  const web = `https://${name}.index.example`;
  return {
    name,
    upload: `${web}/legacy/`,
    simple: `${web}/simple/`,
    web,
    domain: `${name}.index.example`,
    credential: { kind: 'trusted-publishing' },
    required: true,
  };
}

/** The wheel and the sdist of demo 1.2.0. */
export const WHEEL = distributionOf('demo-1.2.0-py3-none-any.whl', new Uint8Array(18_311).fill(1));
export const SDIST = distributionOf('demo-1.2.0.tar.gz', new Uint8Array(52_004).fill(2));

type Made = 'satisfied' | 'act' | 'would-act';

function receipt(index: 'testpypi' | 'pypi', decision: Made): UploadReceipt {
  const web = `https://${index}.index.example`;
  return {
    url: `${web}/project/demo/1.2.0/`,
    files: [WHEEL, SDIST].map(({ filename, sha256 }) => ({
      filename,
      sha256,
      decision,
      url: decision === 'would-act' ? undefined : `${web}/files/${filename}`,
    })),
  };
}

/** What a release knows; that of a look at one is another matter. */
type ReleaseFacts = Omit<Facts, 'monitored'>;

/** All facts of demo 1.2.0, its lasting changes made as `decision` says. */
export function allFacts(decision: Made = 'act'): ReleaseFacts {
  return {
    project: {
      packages: [{ name: 'demo', normalizedName: 'demo', directory: '.', extras: ['flask'] }],
      name: 'demo',
      normalizedName: 'demo',
      version: '1.2.0',
      sourceVersion: '1.2.0',
      readFrom: { name: 'pyproject.toml', version: 'pyproject.toml', tagFormat: 'by tag-format' },
      backEnd: 'hatchling',
      versionFromTags: false,
      versionVariables: {},
      versionPlaces: [{ file: 'pyproject.toml', version: '1.2.0' }],
      tag: 'v1.2.0',
      tagFormat: 'v{version}',
      previousTag: 'v1.1.0',
      changelog: 'CHANGELOG.md',
      extras: ['flask'],
      coverageFloor: 90,
    },
    checks: { results: [], fixed: [] },
    build: { distributions: [WHEEL, SDIST], changed: [] },
    smoke: { results: [] },
    testUpload: receipt('testpypi', decision),
    upload: receipt('pypi', decision),
    released: {
      tag: { name: 'v1.2.0', commit: COMMIT, decision: decision === 'would-act' ? 'would-act' : 'satisfied' },
      release: {
        id: decision === 'would-act' ? undefined : 7,
        url: decision === 'would-act' ? undefined : 'https://forge.example/org/demo/releases/tag/v1.2.0',
        decision,
        assets: [WHEEL.filename, SDIST.filename, 'SHA256SUMS', 'release.json'],
      },
      badges: {
        markdown: '[![PyPI](https://badges.example/v/demo)](https://pypi.index.example/project/demo/)',
        pasted: {
          markup: 'markdown',
          text: '[![PyPI](https://badges.example/v/demo)](https://pypi.index.example/project/demo/)',
        },
        missing: ['PyPI version'],
      },
      announcement: {
        short: 'demo 1.2.0 is out: counters can be reset.',
        long: '## demo 1.2.0\n\nCounters can be reset.',
      },
    },
  };
}

const ORDER: readonly (keyof ReleaseFacts)[] = [
  'project',
  'checks',
  'build',
  'smoke',
  'testUpload',
  'upload',
  'released',
];

/** What is known once the fact `last` is there. */
export function factsUpTo(last: keyof ReleaseFacts, facts: ReleaseFacts = allFacts()): Partial<Facts> {
  const known = ORDER.slice(0, ORDER.indexOf(last) + 1);
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => known.includes(name as keyof ReleaseFacts)),
  );
}

export function started(plan: Plan): readonly Told[] {
  return [{ after: 0, event: { kind: 'release-started', plan } }];
}

export function ended(outcome: Outcome, facts: Partial<Facts>): readonly Told[] {
  return [{ after: 0.1, event: { kind: 'release-ended', outcome, facts } }];
}

export function faulted(...faults: readonly Fault[]): readonly Told[] {
  return faults.map((fault) => ({ after: 0, event: { kind: 'faulted', fault } }));
}

/** What a phase tells, to be given to `phase`. */
export type PhaseTold = readonly { readonly after: number; readonly event: PhaseEvent }[];

/** A step that takes so many seconds. */
export function aStep(title: string, seconds: number, says = '', outcome: StepOutcome = 'passed'): PhaseTold {
  return [...opens(title), ...closes(title, seconds, says, outcome)];
}

/** The beginning of a step: for steps that run side by side. */
export function opens(title: string): PhaseTold {
  return [{ after: 0, event: { kind: 'step-started', step: title } }];
}

/** The end of a step, so many seconds after the event before it. */
export function closes(
  title: string,
  seconds: number,
  says = '',
  outcome: StepOutcome = 'passed',
): PhaseTold {
  return [{ after: seconds, event: { kind: 'step-ended', step: title, outcome, says } }];
}

export function skips(title: string, reason: string): PhaseTold {
  return closes(title, 0, reason, 'skipped');
}

export function decides(target: string, decision: Made | 'conflict', evidence: string): PhaseTold {
  return [{ after: 0, event: { kind: 'decided', target, decision, evidence } }];
}

export function notices(level: 'notice' | 'warning', title: string, says: string): PhaseTold {
  return [{ after: 0, event: { kind: 'noticed', level, title, says } }];
}

export function prints(title: string, text: string): PhaseTold {
  return [{ after: 0, event: { kind: 'output', title, text } }];
}

export function measures(...metrics: readonly Metric[]): PhaseTold {
  return [{ after: 0, event: { kind: 'measured', metrics } }];
}

export function checks(...rows: readonly ChecklistRow[]): PhaseTold {
  return [{ after: 0, event: { kind: 'checked', rows } }];
}

export function compares(comparison: Comparison): PhaseTold {
  return [{ after: 0, event: { kind: 'compared', comparison } }];
}

export interface PhaseTelling {
  readonly name: PhaseName;
  readonly title: string;
  readonly facts?: Partial<Facts>;
  readonly outcome?: 'passed' | 'failed';
}

/** A phase from its start to its end. */
export function phase(
  { name, title, facts = {}, outcome = 'passed' }: PhaseTelling,
  ...told: readonly PhaseTold[]
): readonly Told[] {
  return [
    { after: 0, event: { kind: 'phase-started', phase: name, title } },
    ...told.flat().map(({ after, event }) => ({ after, event: { ...event, phase: name } })),
    { after: 0.05, event: { kind: 'phase-ended', phase: name, outcome, facts } },
  ];
}

/** The events of a release, each with its time. */
export function story(...told: readonly (readonly Told[])[]): readonly Event[] {
  let at = BEGIN;
  return told.flat().map(({ after, event }) => {
    at += Math.round(after * 1000);
    return { ...event, at };
  });
}

/** Tells the events to the subscriber. */
export function tell(subscriber: Subscriber, events: readonly Event[]): void {
  for (const event of events) subscriber(event);
}
