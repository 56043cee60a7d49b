import type { Archive } from './archive.ts';
import type { DistributionName } from './distribution.ts';
import { normalizedName } from './project-name.ts';

/**
 * The core metadata of a distribution, field by field (core metadata specification, 1.0 to 2.5). Every value stands as in
 * the file: names not normalised, requirements not parsed. Absent single fields are left out, absent lists are empty; the
 * three required fields are `''` when absent, so that a check can say so. The placeholder `UNKNOWN` counts as absent.
 */
export interface CoreMetadata {
  readonly metadataVersion: string;
  readonly name: string;
  readonly version: string;
  readonly summary?: string;
  /** The body, or else the field; `''` when there is neither. */
  readonly description: string;
  readonly descriptionContentType?: string;
  readonly requiresPython?: string;
  readonly license?: string;
  readonly licenseExpression?: string;
  readonly homePage?: string;
  readonly downloadUrl?: string;
  readonly author?: string;
  readonly authorEmail?: string;
  readonly maintainer?: string;
  readonly maintainerEmail?: string;
  /** Separated by commas (by spaces in old files), as in the file. */
  readonly keywords?: string;
  readonly licenseFiles: readonly string[];
  readonly classifiers: readonly string[];
  readonly projectUrls: readonly (readonly [label: string, url: string])[];
  readonly requiresDist: readonly string[];
  readonly providesExtra: readonly string[];
  /** With `; private` where the file says so; a single `''` states that there is nothing to import (PEP 794). */
  readonly importNames: readonly string[];
  readonly importNamespaces: readonly string[];
  readonly platforms: readonly string[];
  readonly supportedPlatforms: readonly string[];
  readonly dynamic: readonly string[];
  readonly requiresExternal: readonly string[];
  readonly providesDist: readonly string[];
  readonly obsoletesDist: readonly string[];
}

/** Property to header, in lower case. */
const SINGLE = {
  summary: 'summary',
  descriptionContentType: 'description-content-type',
  requiresPython: 'requires-python',
  license: 'license',
  licenseExpression: 'license-expression',
  homePage: 'home-page',
  downloadUrl: 'download-url',
  author: 'author',
  authorEmail: 'author-email',
  maintainer: 'maintainer',
  maintainerEmail: 'maintainer-email',
  keywords: 'keywords',
} as const;

const MULTIPLE = {
  licenseFiles: 'license-file',
  classifiers: 'classifier',
  requiresDist: 'requires-dist',
  providesExtra: 'provides-extra',
  importNames: 'import-name',
  importNamespaces: 'import-namespace',
  platforms: 'platform',
  supportedPlatforms: 'supported-platform',
  dynamic: 'dynamic',
  requiresExternal: 'requires-external',
  providesDist: 'provides-dist',
  obsoletesDist: 'obsoletes-dist',
} as const;

// Free text whose line breaks mean something; any other folded value is one line.
const MULTI_LINE = new Set(['description', 'license', 'author', 'maintainer']);

interface Message {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** What `text`, the content of a METADATA or PKG-INFO file, says. Never fails: what is not there is absent. */
export function parsedCoreMetadata(text: string): CoreMetadata {
  const { headers, body } = messageIn(text);
  const all = (header: string): readonly string[] => headers.get(header) ?? [];
  const one = (header: string): string | undefined =>
    all(header).find((value) => value !== '' && value !== 'UNKNOWN');
  return {
    metadataVersion: one('metadata-version') ?? '',
    name: one('name') ?? '',
    version: one('version') ?? '',
    description: body.trim() === '' ? (one('description') ?? '') : body,
    projectUrls: all('project-url').map(labelled),
    ...given(SINGLE, one),
    ...mapped(MULTIPLE, all),
  };
}

type Fields<Names, Value> = { readonly [K in keyof Names]: Value };

function mapped<Names extends Readonly<Record<string, string>>, Value>(
  names: Names,
  value: (header: string) => Value,
): Fields<Names, Value> {
  const entries = Object.entries(names).map(([field, header]) => [field, value(header)]);
  return Object.fromEntries(entries) as Fields<Names, Value>;
}

function given<Names extends Readonly<Record<string, string>>>(
  names: Names,
  value: (header: string) => string | undefined,
): Partial<Fields<Names, string>> {
  const present = Object.entries(mapped(names, value)).filter(([, text]) => text !== undefined);
  return Object.fromEntries(present) as Partial<Fields<Names, string>>;
}

/** Core metadata specification, "Project-URL (multiple-use)": label and address divided by the first comma. */
function labelled(value: string): readonly [label: string, url: string] {
  const comma = value.indexOf(',');
  return comma < 0 ? ['', value] : [value.slice(0, comma).trim(), value.slice(comma + 1).trim()];
}

/** Headers up to the first line that is neither header nor continuation; the rest is the body (RFC 822, as Python's email reads it). */
function messageIn(text: string): Message {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const headers = new Map<string, string[]>();
  let at = 0;
  for (let header = HEADER.exec(lines[at] ?? ''); header; header = HEADER.exec(lines[at] ?? '')) {
    const [, name = '', first = ''] = header;
    const end = lines.findIndex((line, index) => index > at && !/^[ \t]/.test(line));
    const folded = lines.slice(at + 1, end < 0 ? lines.length : end);
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), unfolded(key, first, folded)]);
    at += 1 + folded.length;
  }
  const body = lines.slice(lines[at] === '' ? at + 1 : at);
  return { headers, body: body.join('\n') };
}

const HEADER = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/;

/** Continuations start with eight blanks, or seven and a bar (core metadata specification, "Description"). */
function unfolded(key: string, first: string, folded: readonly string[]): string {
  const lines = [first, ...folded.map((line) => line.replace(/^(?: {7}\||[ \t]{1,8})/, ''))];
  return MULTI_LINE.has(key)
    ? lines.join('\n').trim()
    : lines
        .map((line) => line.trim())
        .join(' ')
        .trim();
}

/**
 * The core metadata inside a distribution: `METADATA` of the wheel's `.dist-info`, or `PKG-INFO` at the top of the sdist.
 * The folder whose name agrees with `distributionName` comes first, else the only one of its kind; undefined when there is none.
 */
export function metadataOf(archive: Archive, distributionName: DistributionName): CoreMetadata | undefined {
  const { kind, name } = distributionName;
  const pattern = kind === 'wheel' ? /^([^/]+)\.dist-info\/METADATA$/ : /^([^/]+)\/PKG-INFO$/;
  const found = archive.members.filter((member) => pattern.test(member));
  const own = found.find((member) => normalizedName(member).startsWith(`${name}-`));
  const text = archive.text(own ?? (found.length === 1 ? (found[0] ?? '') : ''));
  return text === undefined ? undefined : parsedCoreMetadata(text);
}
