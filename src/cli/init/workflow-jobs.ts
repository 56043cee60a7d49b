/** The jobs of a release workflow, each as the lines of its YAML. */

import { pinnedAction } from './pinned-actions.ts';
import { TOKEN_SECRETS } from './token-secrets.ts';
import { isRaisedByHand, trustingIndexes, type WorkflowTraits } from './workflow-traits.ts';
import { type Lines, quoted, scalar, within } from './yaml-lines.ts';

/** From the jobs without rights to the one that has them. Where nothing can be handed from job to job there is that one alone. */
export function workflowJobs(traits: WorkflowTraits): readonly Lines[] {
  if (!traits.forge.isHome) return [publishing(traits, { ...ALONE, needs: [] })];
  if (traits.compiled === undefined)
    return [prepare(traits), publishing(traits, { ...LAST, needs: ['prepare'] })];
  return [wheels(traits), sdist(traits), publishing(traits, { ...LAST, needs: ['wheels', 'sdist'] })];
}

const HISTORY = 'the tags and the history are needed to settle the version';
const READ_ONLY: Lines = ['permissions:', '  contents: read # to check out'];

function prepare(traits: WorkflowTraits): Lines {
  return [
    "# The project's own code (its build, its tests, its dependencies) runs here, where there is nothing to steal.",
    ...job('prepare', { title: 'Prepare', minutes: 60 }),
    ...within(2, READ_ONLY),
    '  steps:',
    ...within(4, [
      ...checkout(traits, HISTORY),
      ...release(traits, [
        'phase: prepare # ends with an artifact of this run: the distributions, and the record of their digests',
      ]),
    ]),
  ];
}

/** None where the settings have one. */
function buildCommand({ sdistCommand }: WorkflowTraits): Lines {
  return sdistCommand === undefined ? [] : [`build-command: ${scalar(sdistCommand)}`];
}

function wheels(traits: WorkflowTraits): Lines {
  const { directory, versionFromTags } = traits;
  // Quotes that mean the same to the shells of all runners.
  const place = directory === '.' ? '' : `${/^[\w./-]+$/.test(directory) ? directory : `"${directory}"`} `;
  return [
    '# Each machine builds the wheels for its own kind.',
    ...job('wheels', { title: 'Wheels (${{ matrix.os }})', minutes: 120, runsOn: '${{ matrix.os }}' }),
    ...within(2, [
      'strategy:',
      '  matrix:',
      '    os: [ubuntu-latest, ubuntu-24.04-arm, macos-latest, macos-15-intel, windows-latest]',
      ...READ_ONLY,
    ]),
    '  steps:',
    ...within(4, [
      ...checkout(traits, versionFromTags ? 'the version is computed from the tags' : undefined),
      `- uses: ${pinnedAction('actions/setup-python')}`,
      '  with:',
      "    python-version: '3.13' # for cibuildwheel itself",
      '- run: python -m pip install cibuildwheel==4.3.5',
      `- run: ${scalar(`python -m cibuildwheel ${place}--output-dir wheelhouse`)}`,
      ...rust(traits),
      `- uses: ${pinnedAction('actions/upload-artifact')}`,
      '  with:',
      '    name: dist-${{ matrix.os }}',
      '    path: wheelhouse/*.whl',
      '    if-no-files-found: error',
    ]),
  ];
}

/** The containers in which Linux wheels are built have no Rust (cibuildwheel, "FAQ"). */
function rust({ compiled, hasWheelSettings }: WorkflowTraits): Lines {
  if (compiled?.isRust !== true || hasWheelSettings) return [];
  return within(2, [
    'env:',
    "  CIBW_BEFORE_ALL_LINUX: curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal",
    '  CIBW_ENVIRONMENT_LINUX: \'PATH="$HOME/.cargo/bin:$PATH"\'',
  ]);
}

function sdist(traits: WorkflowTraits): Lines {
  return [
    '# The tests, the checks and the source distribution.',
    ...job('sdist', { title: 'Source distribution', minutes: 60 }),
    ...within(2, READ_ONLY),
    '  steps:',
    ...within(4, [
      ...checkout(traits, HISTORY),
      ...release(traits, [
        'phase: prepare',
        ...buildCommand(traits),
        'artifact: dist-sdist # left for the job below, with the record of the commit',
      ]),
    ]),
  ];
}

/** How the job with the rights is called, and the phases that it runs. */
interface Publishing {
  readonly id: string;
  readonly title: string;
  readonly phase: Lines;
  readonly needs: readonly string[];
}

const LAST = { id: 'publish', title: 'Publish', phase: ['phase: publish'] } as const;
const ALONE = { id: 'release', title: 'Release', phase: [] } as const;

function publishing(traits: WorkflowTraits, { id, title, phase, needs }: Publishing): Lines {
  const { compiled, tokens, opensDiscussion } = traits;
  const isAlone = needs.length === 0;
  return [
    ...job(id, { title, minutes: 60, needs }),
    ...within(2, [
      'environment:',
      '  name: pypi',
      '  url: ${{ steps.release.outputs.pypi-url }}',
      'permissions:',
      '  contents: write # to make the tag and the release',
      ...(opensDiscussion ? ['  discussions: write # to open the discussion of the release'] : []),
      ...(trustingIndexes(traits).length === 0
        ? []
        : ['  id-token: write # to prove to the index, and to sign as, this workflow']),
      'steps:',
    ]),
    ...within(4, [
      ...checkout(traits, isAlone ? HISTORY : ''),
      ...release(
        traits,
        [
          ...phase,
          ...(compiled === undefined ? [] : isAlone ? buildCommand(traits) : ['artifact: dist-*']),
          ...tokens.map((index) => `${index}-token: \${{ secrets.${TOKEN_SECRETS[index]} }}`),
        ],
        'release',
      ),
    ]),
  ];
}

interface Job {
  readonly title: string;
  readonly minutes: number;
  readonly needs?: readonly string[];
  readonly runsOn?: string;
}

function job(id: string, { title, minutes, needs = [], runsOn = 'ubuntu-latest' }: Job): Lines {
  return [
    `${id}:`,
    `  name: ${title}`,
    ...(needs.length === 0 ? [] : [`  needs: ${needs.length === 1 ? needs[0] : `[${needs.join(', ')}]`}`]),
    `  runs-on: ${runsOn}`,
    `  timeout-minutes: ${minutes}`,
  ];
}

/** @param why why the whole history is fetched; empty where a job before it has said so; undefined: it is not. */
function checkout({ hasSubmodules }: WorkflowTraits, why: string | undefined): Lines {
  return [
    `- uses: ${pinnedAction('actions/checkout')}`,
    '  with:',
    '    persist-credentials: false',
    ...(why === undefined ? [] : [`    fetch-depth: 0${why === '' ? '' : ` # ${why}`}`]),
    ...(hasSubmodules ? ['    submodules: recursive'] : []),
  ];
}

function release(traits: WorkflowTraits, own: Lines, id?: string): Lines {
  const { action, directory, path, python, carriesFiles, forge } = traits;
  return [
    `- uses: ${action}`,
    ...(id === undefined ? [] : [`  id: ${id}`]),
    '  with:',
    ...within(4, [
      `path: \${{ inputs.path || '${path}' }}`,
      ...(isRaisedByHand(traits) ? ['bump: ${{ inputs.bump }} # empty where a tag was pushed'] : []),
      ...(directory === '.' ? [] : [`working-directory: ${scalar(directory)}`]),
      ...(python === undefined
        ? []
        : [`python-version: ${quoted(python)} # the runner's own does not fit requires-python`]),
      ...(carriesFiles && forge.isHome
        ? ['handover: artifact # whatever the settings of the project say']
        : []),
      ...own,
    ]),
  ];
}
