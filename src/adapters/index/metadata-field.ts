/** Which field of the core metadata an index's refusal is about. */

const NAME = '[a-z]+(?:[-_][a-z]+)*';

/** How the sentences of the `packaging` library and of Warehouse (`forklift/metadata.py`) name a field; the first that fits decides. */
const NAMED: readonly RegExp[] = [
  new RegExp(`(?:is invalid|variants) for '(?<field>${NAME})'`),
  new RegExp(`^'(?<field>${NAME})' (?:is a required field|has invalid data|must be|field must be|can only)`),
  new RegExp(`^(?<field>${NAME}) introduced in metadata version`),
];

/** Sentences that leave the field to be guessed from what is wrong. */
const IMPLIED: readonly (readonly [says: RegExp, field: string])[] = [
  [/dynamic field/, 'Dynamic'],
  [/is not a valid email address/, 'Author-Email'],
  [/^Must have a (?:label|URL)|must be \d+ characters or less|is not a valid url/i, 'Project-URL'],
  [/^License is deprecated/, 'License'],
  [/use of local versions/i, 'Version'],
];

/** The field's name as METADATA writes it (`Requires-Dist`); empty where the sentence names none. */
export function metadataField(reason: string): string {
  for (const pattern of NAMED) {
    const field = pattern.exec(reason)?.groups?.field;
    if (field !== undefined) return written(field);
  }
  return IMPLIED.find(([says]) => says.test(reason))?.[1] ?? '';
}

/** Form keys have underscores, and a plural for some of the fields that repeat. */
function written(field: string): string {
  const words = field.replaceAll('_', '-').replace(/^project-urls$/, 'project-url');
  return words.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase()).replace(/-Url$/, '-URL');
}
