import type { Form } from './form.ts';
import { licenseExpression } from './licenses.ts';
import {
  METADATA_FIELDS,
  METADATA_VERSIONS,
  type Metadata,
  type MetadataTrouble,
  type MetadataVersion,
  type RawMetadata,
  rawMetadata,
} from './metadata-fields.ts';
import { INDEX_RULES } from './metadata-index-rules.ts';
import { LIBRARY_RULES } from './metadata-library-rules.ts';
import { normalName } from './names.ts';
import { pythonRepr } from './python-text.ts';
import { requirementFrom } from './requirements.ts';
import { specifierSet } from './specifiers.ts';
import { versionFrom } from './versions.ts';

const GUIDE = 'https://packaging.python.org/specifications/core-metadata';
const LOCAL_GUIDE =
  'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers';
// Trouble with these tends to cause the rest, so it is told first.
const FIRST = ['metadata-version', 'name', 'version'];

const WRITTEN_TEXTS: readonly (readonly [field: string, write: (text: string) => string | undefined])[] = [
  ['requires_python', specifierSet],
  ['license_expression', licenseExpression],
];
const WRITTEN_LISTS: typeof WRITTEN_TEXTS = [
  ['requires_dist', (text) => requirementFrom(text)?.text],
  ['provides_extra', normalName],
];

/** The validated metadata of an upload form, or the one message that Warehouse gives: three rounds, the next only if the one before passed. */
export function metadataFrom(form: Form): Metadata | string {
  const raw = rawMetadata(form);
  if (!('texts' in raw)) return told(raw);
  const troubles = libraryTroubles(raw);
  if (troubles.length > 0) return told(troubles);
  const name = raw.texts.get('name') ?? '';
  const version = versionFrom(raw.texts.get('version') ?? '');
  if (version === undefined) return told([{ field: 'version', message: "'version' is a required field" }]);
  const metadata = { ...raw, name, version };
  const refused = INDEX_RULES.flatMap((rule) => rule(metadata));
  return refused.length > 0 ? told(refused) : { ...metadata, ...written(raw) };
}

/** Values as the libraries write them back, which is what Warehouse stores. */
function written({ texts, lists }: RawMetadata): Pick<RawMetadata, 'texts' | 'lists'> {
  const rewritten = (text: string, write: (text: string) => string | undefined): string =>
    write(text) ?? text;
  const newTexts = new Map(texts);
  const newLists = new Map(lists);
  for (const [field, write] of WRITTEN_TEXTS) {
    const text = texts.get(field);
    if (text !== undefined) newTexts.set(field, rewritten(text, write));
  }
  for (const [field, write] of WRITTEN_LISTS) {
    const list = lists.get(field);
    if (list !== undefined)
      newLists.set(
        field,
        list.map((text) => rewritten(text, write)),
      );
  }
  return { texts: newTexts, lists: newLists };
}

/** What the `packaging` library finds: the metadata version, then for each field there whether it is old enough and whether its value is valid. */
function libraryTroubles(raw: RawMetadata): readonly MetadataTrouble[] {
  const written = raw.texts.get('metadata_version');
  const version = METADATA_VERSIONS.find((known) => known === written);
  const invalid = `${written === undefined ? 'None' : pythonRepr(written)} is not a valid metadata version`;
  const first = version === undefined ? [{ field: 'metadata-version', message: invalid }] : [];
  const others = METADATA_FIELDS.filter(({ form }) => form !== 'metadata_version').flatMap((field) => {
    const present =
      raw.texts.has(field.form) ||
      raw.lists.has(field.form) ||
      (field.kind === 'urls' && raw.urls.length > 0);
    const young = version !== undefined && present ? tooYoung(field.name, field.since, version) : undefined;
    const message = young ?? LIBRARY_RULES[field.form]?.(raw);
    return message === undefined ? [] : [{ field: field.name, message }];
  });
  return [...first, ...others];
}

function tooYoung(name: string, since: MetadataVersion, version: MetadataVersion): string | undefined {
  if (METADATA_VERSIONS.indexOf(since) <= METADATA_VERSIONS.indexOf(version)) return undefined;
  return `${name} introduced in metadata version ${since}, not ${version}`;
}

/** Of all that is wrong one thing is told: that of the most telling field, else of the alphabetically first. */
function told(troubles: readonly MetadataTrouble[]): string {
  const fields = troubles.map(({ field }) => field);
  const field = FIRST.find((candidate) => fields.includes(candidate)) ?? [...fields].sort()[0];
  const message = troubles.find((trouble) => trouble.field === field)?.message ?? '';
  const local =
    field === 'version' && troubles.some((trouble) => trouble.message.includes('use of local versions'));
  return `${message}${message.endsWith('.') ? '' : '.'} See ${local ? LOCAL_GUIDE : GUIDE} for more information.`;
}
