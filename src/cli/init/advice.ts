/** What is left to do once the workflow is written: told so that it can be copied. */

import { normalizedName } from '../../packaging/project-name.ts';
import { tagFor } from '../../packaging/tag-format.ts';
import {
  INDEX_LABELS,
  type IndexAddresses,
  type IndexName,
  publisherPages,
} from '../../plan/known-indexes.ts';
import type { CommandsPlan } from '../../plan/plan.ts';
import type { ForgeAddress } from './forge-address.ts';
import type { InitProject } from './init-project.ts';
import type { PublishingWorkflow } from './publishing-workflows.ts';
import { letsThrough, tagPattern } from './tag-pattern.ts';
import { TOKEN_SECRETS } from './token-secrets.ts';
import { releasesTagsAlone, trustingIndexes, type WorkflowTraits } from './workflow-traits.ts';

export interface Advised {
  readonly project: InitProject;
  readonly traits: WorkflowTraits;
  /** Name of the workflow's file. */
  readonly file: string;
  readonly forge: ForgeAddress;
  /** Whether the forge is known, not made up. */
  readonly isKnown: boolean;
  /** The branch that a run by hand begins from. */
  readonly branch: string;
  readonly indexes: Readonly<Record<IndexName, IndexAddresses>>;
  /** What the project has said of its commands. */
  readonly commands: CommandsPlan;
  /** Other workflows that publish already. */
  readonly others: readonly PublishingWorkflow[];
  /** Command that rehearses the release. */
  readonly rehearsal: string;
}

type Lines = readonly string[];

/** The paragraphs of the advice. */
export function advice(advised: Advised): string {
  return [
    found(advised),
    warnings(advised),
    publishers(advised),
    tokens(advised),
    environment(advised),
    ending(advised),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function found({ project, traits }: Advised): Lines {
  const { names, changelog, tagReason, compiledBecause } = project;
  const { tagFormat, versionFromTags, python, hasSubmodules } = traits;
  return rows({
    packages: names.join(', '),
    tags: `${tagPattern(tagFormat)} (${tagReason})`,
    version: versionFromTags ? 'computed from the tags' : '',
    changelog: changelog ?? 'none: the forge writes the notes from the commits',
    wheels: compiledBecause === undefined ? '' : `one for each platform (${compiledBecause})`,
    python: python === undefined ? '' : `${python} (the project does not take the runner's own)`,
    submodules: hasSubmodules ? 'checked out, too' : '',
  });
}

function warnings({
  project,
  traits,
  file,
  isKnown,
  forge: { host },
  indexes,
  commands,
  others,
}: Advised): Lines {
  const { forge, compiled, action, paths } = traits;
  const told: readonly (string | false)[] = [
    ...others.map((other) => clash(other, { project, traits, file })),
    !isKnown && 'The remote "origin" leads to no forge: put yours in place of OWNER and REPOSITORY.',
    !forge.isHome && `${host} is taken for a GitHub Enterprise Server.`,
    action.includes('unpinned-uses') &&
      'The workflow names this action by a tag that moves: put the SHA of a commit that you have read in its place.',
    !forge.isHome &&
      'The job runs on ubuntu-latest: put a label of your own runners in its place, where none is called so.',
    !paths.includes('A') &&
      `Path A is left out: it would first put the files on ${indexes.testpypi.upload}, where all can read them, and pypi-url is an index of your own (${indexes.pypi.upload}). To have it, say in [tool.pypi-release] which test index is meant: testpypi-url.`,
    compiled !== undefined &&
      !forge.isHome &&
      'Only the source distribution is published: jobs of this forge cannot hand on the wheels of a matrix.',
    ...(compiled === undefined ? [] : buildWarnings(commands)),
    project.compiledBecause !== undefined &&
      compiled === undefined &&
      'The wheels of several packages are not built for each platform here: add the matrix that they need ("Wheels from a matrix" in the README of the action).',
  ];
  return told.filter((each) => each !== false);
}

/** Two workflows for one tag would publish it twice, or one of them another project's. Those of this action tell which tags are theirs. */
function clash(
  { file: other, by, own }: PublishingWorkflow,
  { project, traits, file }: Pick<Advised, 'project' | 'traits' | 'file'>,
): string | false {
  if (own !== undefined && !letsThrough(own.tags, tagFor('1.2.3', traits.tagFormat))) return false;
  if (own === undefined || own.directories.includes(traits.directory))
    return `${other} publishes already, by ${by}: keep one of the two for the same tags.`;
  return `${other} releases another project for the same tags. Give this one tags of its own: tag-format = "${normalizedName(project.names[0])}-v{version}" in [tool.pypi-release]. Then remove ${file} and run this again.`;
}

/** Beside a matrix the settings of a build mean something else. */
function buildWarnings({ build, configSettings }: CommandsPlan): Lines {
  if (build !== undefined)
    return [
      `The wheels come from the matrix: see that build-command (${build}) makes the source distribution alone, in packages-dir.`,
    ];
  if (configSettings.length === 0) return [];
  return [
    'The workflow hands config-settings to the build of the source distribution, by its build-command: take them out of [tool.pypi-release], as both are one too many, and give them to cibuildwheel, too.',
  ];
}

function publishers({ project, traits, file, forge, indexes }: Advised): Lines {
  const named = trustingIndexes(traits);
  if (named.length === 0) return [];
  const several = project.names.length > 1;
  return [
    `Enter this trusted publisher on ${named.map((index) => INDEX_LABELS[index]).join(' and on ')}${several ? ', for each package' : ''}:`,
    '',
    ...rows({
      Owner: forge.owner,
      'Repository name': forge.name,
      'Workflow name': file,
      'Environment name': 'pypi',
    }),
    ...named.flatMap((index) => ['', ...pages(INDEX_LABELS[index], project.names, indexes[index])]),
    '',
    'A pending publisher does not reserve the name, and lapses after 30 days.',
    ...(several
      ? ['Only one at a time can be pending: enter that of the next package when the release asks for it.']
      : []),
  ];
}

function pages(label: string, names: InitProject['names'], addresses: IndexAddresses): Lines {
  const ofProject = (name: string) => publisherPages(addresses, normalizedName(name));
  const [first] = names;
  return [
    `  ${label}: in the settings of the project; where there is none yet, as a pending publisher.`,
    ...rows({
      ...Object.fromEntries(names.map((name) => [name, ofProject(name).existing])),
      'none yet': `${ofProject(first).pending} (PyPI Project Name: ${first})`,
    }).map((row) => `  ${row}`),
  ];
}

function tokens({ traits }: Advised): Lines {
  if (traits.tokens.length === 0) return [];
  return [
    'Put a token into a secret of the environment (below), since this index takes no identity of these jobs:',
    '',
    ...rows(Object.fromEntries(traits.tokens.map((index) => [TOKEN_SECRETS[index], INDEX_LABELS[index]]))),
  ];
}

function environment({ traits, forge, branch }: Advised): Lines {
  return [
    'Make the environment in the settings of the repository; the first run would make one without any protection:',
    '',
    ...rows({
      Where: `https://${forge.host}/${forge.owner}/${forge.name}/settings/environments/new`,
      Name: 'pypi',
      'Deployment tags': tagPattern(traits.tagFormat),
      'Deployment branches': releasesTagsAlone(traits) ? '' : `${branch} (for "Run workflow")`,
      'Required reviewers': 'whoever may publish; without one, whoever may push a tag can',
    }),
  ];
}

function ending({ rehearsal }: Advised): Lines {
  return [
    'Then commit and push the workflow. To try the release first, on this machine alone:',
    '',
    `  ${rehearsal}`,
    '',
    'To try it on every pull request, see "Rehearse every pull request" in the README of the action.',
  ];
}

/** Names and values below one another; those without a value are left out. */
function rows(values: Readonly<Record<string, string>>): Lines {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  const width = Math.max(...given.map(([name]) => name.length));
  return given.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
