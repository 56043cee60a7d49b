/** Whole releases as events: one that passes, one that fails half-way, a dry run, and one that never begins. */

import { PATHS } from '../../src/plan/paths.ts';
import type { ChecklistRow } from '../../src/release/checklist.ts';
import type { Event } from '../../src/release/event.ts';
import type { Facts } from '../../src/release/facts.ts';
import { fault } from '../../src/release/fault.ts';
import {
  allFacts,
  aPlan,
  aStep,
  checks,
  closes,
  decides,
  ended,
  factsUpTo,
  faulted,
  measures,
  notices,
  OTHER_COMMIT,
  opens,
  type PhaseTold,
  phase,
  prints,
  SDIST,
  skips,
  started,
  story,
  type Told,
  WHEEL,
} from '../support/events.ts';

const setup = phase(
  { name: 'setup', title: 'Set up the toolchain and the project', facts: factsUpTo('project') },
  aStep('Provide uv', 0.31, 'uv 0.9.2 from PATH'),
  aStep('Install the project', 4.2, 'Python 3.13.1, 41 packages, locked'),
  skips('Run the verify command', 'there is no ./verify.sh'),
);

const develop = phase(
  { name: 'develop', title: 'Check format, lint and tests', facts: factsUpTo('checks') },
  opens('Format'),
  opens('Lint'),
  opens('Tests'),
  closes('Format', 0.4, 'ruff 0.14.1: 6 files are formatted'),
  closes('Lint', 0.1, 'ruff 0.14.1: no findings'),
  closes('Tests', 7.7, 'pytest 9.0.1: 41 passed, coverage 96 %'),
);

const build = phase(
  { name: 'build', title: 'Build the distributions', facts: factsUpTo('build') },
  aStep('Build the sdist, then the wheel from it', 3.6, '2 files'),
  aStep('Check the metadata', 1.1, 'twine 6.2.0 finds nothing'),
  notices('warning', 'demo-1.2.0.tar.gz is larger', 'It has 52.0 kB; that of 1.1.0 has 18.4 kB.'),
);

const testLocal = phase(
  { name: 'test-local', title: 'Install and try every distribution', facts: factsUpTo('smoke') },
  opens('Try the wheel'),
  opens('Try the sdist'),
  closes('Try the wheel', 2.9, 'imports demo; flask answers 200'),
  closes('Try the sdist', 1.8, 'imports demo; flask answers 200'),
);

function uploads(index: string, decision: 'act' | 'would-act'): PhaseTold {
  return [WHEEL, SDIST].flatMap(({ filename }) =>
    decides(`${index} ${filename}`, decision, 'the index does not have it'),
  );
}

const testpypi = phase(
  { name: 'testpypi', title: 'Rehearse on TestPyPI', facts: factsUpTo('testUpload') },
  uploads('testpypi', 'act'),
  aStep('Upload 2 files', 2.2, 'both stored'),
  aStep('Wait until they are served', 6.4, 'listed with our digests'),
);

const ROWS: readonly ChecklistRow[] = [
  { id: 'tests', verdict: 'passed', evidence: 'pytest 9.0.1: 41 passed', cure: '' },
  { id: 'version', verdict: 'passed', evidence: '1.2.0 is free and above 1.1.0', cure: '' },
  { id: 'changelog', verdict: 'passed', evidence: 'CHANGELOG.md has a section 1.2.0 of 4 lines', cure: '' },
  {
    id: 'links',
    verdict: 'advisory',
    evidence: 'README links to https://docs.example/old|new, which answers 404',
    cure: 'Correct the link.',
  },
  { id: 'coverage', verdict: 'passed', evidence: '96 %, the floor is 90 %', cure: '' },
];

const pypi = phase(
  { name: 'pypi', title: 'Publish on PyPI', facts: factsUpTo('upload') },
  checks(...ROWS),
  uploads('pypi', 'act'),
  aStep('Upload 2 files', 2.4, 'both stored'),
  aStep('Wait until they are served', 9.1, 'listed with our digests'),
);

const postPublish = phase(
  { name: 'post-publish', title: 'Tag, release, announce', facts: allFacts() },
  decides('tag v1.2.0', 'satisfied', 'it is on 0123456'),
  decides('release v1.2.0', 'act', 'the draft has all 4 files'),
  aStep('Publish the release', 0.8),
);

/** Path A of a tag push, to the end. */
export const passed: readonly Event[] = story(
  started(aPlan()),
  setup,
  develop,
  build,
  testLocal,
  testpypi,
  pypi,
  postPublish,
  ended('released', allFacts()),
);

const conflict = {
  ...fault('upload-conflict', {
    index: 'pypi',
    filename: SDIST.filename,
    ours: SDIST.sha256,
    theirs: WHEEL.sha256,
  }),
  phase: 'pypi' as const,
};

const pypiFailed: readonly Told[] = phase(
  { name: 'pypi', title: 'Publish on PyPI', facts: factsUpTo('testUpload'), outcome: 'failed' },
  checks(...ROWS, {
    id: 'readme',
    verdict: 'failed',
    evidence: 'docutils says: line 3: <b>unbalanced',
    cure: 'Mend README.rst.',
  }),
  decides(`pypi ${WHEEL.filename}`, 'act', 'the index does not have it'),
  opens('Upload the wheel'),
  opens('Upload the sdist'),
  decides(`pypi ${SDIST.filename}`, 'conflict', 'the index has other bytes'),
  prints(
    'uv publish',
    'Uploading demo-1.2.0.tar.gz\n::error::not ours to say\n```\nerror: 400 File already exists\n',
  ),
  closes('Upload the sdist', 1.3, 'upload-conflict', 'failed'),
);

/** Path A that meets other bytes on PyPI while the wheel is on its way; the wheel's answer comes too late. */
export const failed: readonly Event[] = story(
  started(aPlan()),
  setup,
  develop,
  build,
  testLocal,
  testpypi,
  pypiFailed,
  faulted(conflict),
  ended('failed', factsUpTo('testUpload')),
  [
    {
      after: 0.5,
      event: {
        kind: 'step-ended',
        phase: 'pypi',
        step: 'Upload the wheel',
        outcome: 'passed',
        says: 'stored',
      },
    },
  ],
);

const planned = allFacts('would-act');
const { testUpload: _notInPathB, ...plannedFacts } = planned;

/** Path B started by hand, as a dry run. */
export const dryRun: readonly Event[] = story(
  started(
    aPlan({
      path: 'B',
      phases: PATHS.B,
      mode: 'dry-run',
      version: { kind: 'bump', bump: 'minor' },
      forge: { ...aPlan().forge, branch: 'main' },
    }),
  ),
  setup,
  develop,
  build,
  phase(
    { name: 'pypi', title: 'Publish on PyPI', facts: factsUpTo('upload', planned) },
    checks(...ROWS),
    uploads('pypi', 'would-act'),
  ),
  phase(
    { name: 'post-publish', title: 'Tag, release, announce' },
    decides('tag v1.2.0', 'would-act', 'there is no such tag'),
    decides('release v1.2.0', 'would-act', 'there is no such release'),
  ),
  ended('dry-run', plannedFacts),
);

/** A release that stops at the looks before the first phase. */
export const refused: readonly Event[] = story(
  started(aPlan()),
  faulted(fault('input-invalid', { input: 'path', value: 'D', allowed: 'A, B, C', source: 'workflow' }), {
    ...fault('tag-conflict', { tag: 'v1.2.0', ours: '0123456', theirs: OTHER_COMMIT }),
    phase: 'post-publish',
  }),
  ended('failed', {}),
);

/** A release that met the world's trouble only, in its first phase of three. */
export const interrupted: readonly Event[] = story(
  started(aPlan({ path: 'C', phases: PATHS.C })),
  phase({ name: 'build', title: 'Build the distributions', facts: factsUpTo('build') }),
  phase(
    { name: 'pypi', title: 'Publish on PyPI', facts: factsUpTo('build'), outcome: 'failed' },
    decides(`pypi ${WHEEL.filename}`, 'satisfied', 'the index has it with our digest'),
  ),
  faulted({
    ...fault('cancelled', { signal: 'SIGINT', phase: 'pypi' }),
    phase: 'pypi',
  }),
  ended('failed', factsUpTo('build')),
);

const metrics = [
  {
    id: 'page',
    title: 'The project page loads',
    value: true,
    verdict: 'good',
    says: 'https://pypi.index.example',
  },
  {
    id: 'links',
    title: 'Dead links',
    value: 1,
    verdict: 'bad',
    says: 'dead: https://a.dev/x_y (README: 404)',
  },
  { id: 'downloads', title: 'Downloads', value: 1900, verdict: 'none', says: '20 in the last week' },
  { id: 'stars', title: 'Stars', value: null, verdict: 'none', says: 'no answer within 60 s' },
] as const;
const url = 'https://pypi.index.example/project/demo/1.2.0/';
const looked: Partial<Facts> = { monitored: { name: 'demo', version: '1.2.0', url } };

/** A look at a release that is public. */
export const monitored: readonly Event[] = story(
  started(aPlan({ phases: ['monitor'] })),
  phase(
    { name: 'monitor', title: 'Look at the latest release', facts: looked },
    aStep('Find the latest release', 0.4, 'demo 1.2.0'),
    measures(...metrics),
  ),
  ended('satisfied', looked),
);
