/** What phases hand on: one fact a phase, nothing else. */

import type { Distribution } from '../packaging/distribution.ts';
import type { VersionFile } from '../packaging/version-file.ts';
import type { Plan } from '../plan/plan.ts';
import type { CheckResult } from '../ports/checks.ts';

/** A package of a release. Most releases have one; those of a workspace's members may have several, all of one version. */
export interface ReleasedPackage {
  /** As the project spells it. */
  readonly name: string;
  /** PEP 503. */
  readonly normalizedName: string;
  /** Below the working directory, with `/`; `.` where it is the working directory itself. */
  readonly directory: string;
  readonly extras: readonly string[];
}

/** The project to be released, its version settled. Of several packages it has the name of the one that stands for all. */
export interface Project {
  /** In the order of their uploads: one that another requires comes before it. At least one. */
  readonly packages: readonly ReleasedPackage[];
  /** As the project spells it. */
  readonly name: string;
  /** PEP 503. */
  readonly normalizedName: string;
  /** Version to be released, PEP 440 normal form. */
  readonly version: string;
  /** Version that stands in the source, raw; undefined where the back end computes it. */
  readonly sourceVersion: string | undefined;
  /** Where name, version and the form of the tag were read: files, or in words. */
  readonly readFrom: { readonly name: string; readonly version: string; readonly tagFormat: string };
  /** What builds it, by its name on the index; what `build-backend` says where it is none of the known ones. */
  readonly backEnd: string;
  /** Whether a tool computes the version from git's tags, so that they must be right when it is built or installed. */
  readonly versionFromTags: boolean;
  /** Variables that tell that tool the version outright. */
  readonly versionVariables: Readonly<Record<string, string>>;
  /**
   * Every place that is written when the version changes, relative to the working directory, with the version as it is spelled there;
   * the source of the version first, then lock files and the like.
   */
  readonly versionPlaces: readonly (VersionFile & { readonly version: string })[];
  readonly tag: string;
  /** The form of its tags, with `{version}` once. */
  readonly tagFormat: string;
  /** The tag of the highest version below this one, by PEP 440; of a final release, of the highest final one, where there is any. */
  readonly previousTag: string | undefined;
  /** The changelog, relative to the working directory, above which it may lie; undefined where there is none. */
  readonly changelog: string | undefined;
  readonly extras: readonly string[];
  /** The project's own coverage floor in percent. */
  readonly coverageFloor: number | undefined;
}

/** What the project's own checks said. */
export interface CheckReport {
  readonly results: readonly CheckResult[];
  /** Files below the working directory that the checks rewrote. */
  readonly fixed: readonly string[];
}

/** What the installed distributions did. */
export interface SmokeReport {
  readonly results: readonly CheckResult[];
}

/** A file that the release changed (version, changelog, badges, fixes), whole, so that any job can write and commit it. */
export interface ChangedFile {
  /** Below the top of the checkout, with `/`: a name that leads out of it is refused whoever hands it over. */
  readonly file: string;
  /** Its bytes in Base64; null where the release removes it. */
  readonly content: string | null;
}

/** The distributions, and what the working tree gained on the way to them. */
export interface Build {
  readonly distributions: readonly Distribution[];
  /** For the release commit. */
  readonly changed: readonly ChangedFile[];
}

/** A file as an index serves it. */
export interface UploadedFile {
  readonly filename: string;
  readonly sha256: string;
  /** Where the file itself is served; undefined in a dry run. */
  readonly url: string | undefined;
  readonly decision: 'satisfied' | 'act' | 'would-act';
}

export interface UploadReceipt {
  /** The project's page for this version. */
  readonly url: string;
  readonly files: readonly UploadedFile[];
  /** What was found when it was installed back from there in this job; absent where it was not. */
  readonly installedBack?: string;
}

export interface TagReceipt {
  readonly name: string;
  readonly commit: string;
  readonly decision: 'satisfied' | 'act' | 'would-act';
}

export interface ForgeReleaseReceipt {
  readonly id: number | undefined;
  readonly url: string | undefined;
  readonly decision: 'satisfied' | 'act' | 'would-act';
  readonly assets: readonly string[];
}

export interface ReleaseReceipt {
  readonly tag: TagReceipt;
  readonly release: ForgeReleaseReceipt | undefined;
  readonly badges: Badges;
  readonly announcement: Announcement;
}

export interface Badges {
  /** Markdown, one badge a line. */
  readonly markdown: string;
  /** The same in the README's own markup. */
  readonly pasted: { readonly markup: 'markdown' | 'rst'; readonly text: string };
  /** Labels of badges that the README lacks. */
  readonly missing: readonly string[];
}

export interface Announcement {
  /** At most 280 characters. */
  readonly short: string;
  /** Markdown. */
  readonly long: string;
}

/** The release that was looked at. */
export interface Monitored {
  /** As the project spells it; undefined where only its back end knows, and could not be asked. */
  readonly name: string | undefined;
  /** The newest on the index, of several packages that of the first; undefined where the index could not be asked. */
  readonly version: string | undefined;
  /** Its page. */
  readonly url: string | undefined;
}

/** One key per yielding phase. */
export interface Facts {
  readonly project: Project;
  readonly checks: CheckReport;
  readonly build: Build;
  readonly smoke: SmokeReport;
  readonly testUpload: UploadReceipt;
  readonly upload: UploadReceipt;
  readonly released: ReleaseReceipt;
  readonly monitored: Monitored;
}

export type Fact = keyof Facts;

/** The plan and what is known so far: replaced, never written to. */
export interface Release {
  readonly plan: Plan;
  readonly facts: Partial<Facts>;
}
