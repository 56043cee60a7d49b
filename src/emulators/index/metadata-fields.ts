import type { Form } from './form.ts';
import type { Version } from './versions.ts';

/** A field of the core metadata as the upload form carries it. */
export interface MetadataField {
  /** Key in the form; some are singular where the metadata library has a plural. */
  readonly form: string;
  /** Name in Warehouse's messages: that of the METADATA file, in lower case. */
  readonly name: string;
  readonly kind: 'text' | 'list' | 'keywords' | 'urls';
  /** The metadata version that brought it. */
  readonly since: MetadataVersion;
}

/** The metadata versions that Warehouse takes, oldest first. 2.0 never was one. */
export const METADATA_VERSIONS = ['1.0', '1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '2.5'] as const;

export type MetadataVersion = (typeof METADATA_VERSIONS)[number];

function field(
  form: string,
  name: string,
  kind: MetadataField['kind'],
  since: MetadataVersion,
): MetadataField {
  return { form, name, kind, since };
}

/** Every field that is read from the form; unknown keys are ignored without a word (core metadata specification). */
export const METADATA_FIELDS: readonly MetadataField[] = [
  field('metadata_version', 'metadata-version', 'text', '1.0'),
  field('name', 'name', 'text', '1.0'),
  field('version', 'version', 'text', '1.0'),
  field('platform', 'platform', 'list', '1.0'),
  field('summary', 'summary', 'text', '1.0'),
  field('description', 'description', 'text', '1.0'),
  field('keywords', 'keywords', 'keywords', '1.0'),
  field('home_page', 'home-page', 'text', '1.0'),
  field('author', 'author', 'text', '1.0'),
  field('author_email', 'author-email', 'text', '1.0'),
  field('license', 'license', 'text', '1.0'),
  field('download_url', 'download-url', 'text', '1.1'),
  field('supported_platform', 'supported-platform', 'list', '1.1'),
  field('classifiers', 'classifier', 'list', '1.1'),
  field('requires', 'requires', 'list', '1.1'),
  field('provides', 'provides', 'list', '1.1'),
  field('obsoletes', 'obsoletes', 'list', '1.1'),
  field('maintainer', 'maintainer', 'text', '1.2'),
  field('maintainer_email', 'maintainer-email', 'text', '1.2'),
  field('requires_dist', 'requires-dist', 'list', '1.2'),
  field('provides_dist', 'provides-dist', 'list', '1.2'),
  field('obsoletes_dist', 'obsoletes-dist', 'list', '1.2'),
  field('requires_python', 'requires-python', 'text', '1.2'),
  field('requires_external', 'requires-external', 'list', '1.2'),
  field('project_urls', 'project-url', 'urls', '1.2'),
  field('description_content_type', 'description-content-type', 'text', '2.1'),
  field('provides_extra', 'provides-extra', 'list', '2.1'),
  field('dynamic', 'dynamic', 'list', '2.2'),
  field('license_expression', 'license-expression', 'text', '2.4'),
  field('license_file', 'license-file', 'list', '2.4'),
  field('import_name', 'import-name', 'list', '2.5'),
  field('import_namespace', 'import-namespace', 'list', '2.5'),
];

/** The metadata of a form, taken apart but not judged. Keys are those of the form. */
export interface RawMetadata {
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Label and address of each project URL. */
  readonly urls: readonly (readonly [label: string, url: string])[];
}

/** Metadata that passed every rule. */
export interface Metadata extends RawMetadata {
  readonly name: string;
  readonly version: Version;
}

/** One thing wrong with a form's metadata. */
export interface MetadataTrouble {
  /** The field that Warehouse files it under, which decides what is told first. */
  readonly field: string;
  readonly message: string;
}

/** Sorts the form's values into texts, lists and URLs; a field of one value that came twice is trouble. */
export function rawMetadata(form: Form): RawMetadata | readonly MetadataTrouble[] {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const troubles: MetadataTrouble[] = [];
  let urls: RawMetadata['urls'] = [];
  for (const { form: key, kind } of METADATA_FIELDS) {
    const values = form.values.get(key);
    if (values === undefined || (values.length === 1 && values[0] === '')) continue;
    const pairs = kind === 'urls' ? values.map(labelAndUrl) : [];
    const invalid =
      kind === 'urls' ? new Set(pairs.map(([label]) => label)).size < pairs.length : values.length > 1;
    if (kind === 'list') lists.set(key, values);
    else if (invalid) troubles.push({ field: key, message: `'${key}' has invalid data` });
    else if (kind === 'urls') urls = pairs;
    else texts.set(key, values[0] ?? '');
  }
  return troubles.length > 0 ? troubles : { texts, lists, urls };
}

function labelAndUrl(text: string): readonly [string, string] {
  const comma = text.indexOf(',');
  return comma < 0 ? [text.trim(), ''] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}
