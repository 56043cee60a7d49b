import type { CompiledParts } from '../../packaging/compiled-parts.ts';
import type { IndexName } from '../../plan/known-indexes.ts';
import { PATHS, type PathName, type PhaseName } from '../../plan/paths.ts';

/** All of a project that its release workflow depends on. */
export interface WorkflowTraits {
  /** What `uses` says of this action, with a comment. */
  readonly action: string;
  /** Where the jobs run. */
  readonly forge: {
    /** Whether the public services know its jobs, and its jobs hand files on by artifacts: github.com alone. */
    readonly isHome: boolean;
  };
  /** The project's directory below the top of the repository, with `/`; `.` at the top. */
  readonly directory: string;
  /** What tells this project's release from others of the repository; empty where it is the repository's own. */
  readonly suffix: string;
  /** Form of its tags, with `{version}`. */
  readonly tagFormat: string;
  /** The path of a pushed tag, and the first choice by hand. */
  readonly path: PathName;
  /** The choices by hand. */
  readonly paths: readonly PathName[];
  readonly versionFromTags: boolean;
  /** What is compiled for each platform; undefined where one wheel fits all. */
  readonly compiled: Pick<CompiledParts, 'isRust'> | undefined;
  /** Makes the source distribution alone, beside a matrix that builds the wheels; undefined where the settings have a command of their own. */
  readonly sdistCommand: string | undefined;
  /** Whether the settings have the workflow itself carry the files from job to job, as this one does not. */
  readonly carriesFiles: boolean;
  /** Whether the project has told cibuildwheel how to build. */
  readonly hasWheelSettings: boolean;
  readonly hasSubmodules: boolean;
  /** A Python that the project takes, where it does not take the runner's own. */
  readonly python: string | undefined;
  /** Indexes that take no identity of these jobs, but a token. */
  readonly tokens: readonly IndexName[];
  /** Whether the release opens a discussion. */
  readonly opensDiscussion: boolean;
}

/** By hand there is no tag to take the version from. Jobs that build wheels by themselves would not hear of another version. */
export function isRaisedByHand({
  versionFromTags,
  compiled,
}: Pick<WorkflowTraits, 'versionFromTags' | 'compiled'>): boolean {
  return versionFromTags && compiled === undefined;
}

/** Whether every run is for a tag, one by hand too. */
export function releasesTagsAlone(traits: Pick<WorkflowTraits, 'versionFromTags' | 'compiled'>): boolean {
  return traits.versionFromTags && !isRaisedByHand(traits);
}

/** The indexes that some path goes to. */
export function indexesOn(paths: readonly PathName[]): readonly IndexName[] {
  const phases: readonly PhaseName[] = paths.flatMap((each) => PATHS[each]);
  return (['pypi', 'testpypi'] as const).filter((index) => phases.includes(index));
}

/** Those of them that take the identity of these jobs. */
export function trustingIndexes({ paths, tokens }: WorkflowTraits): readonly IndexName[] {
  return indexesOn(paths).filter((index) => !tokens.includes(index));
}
