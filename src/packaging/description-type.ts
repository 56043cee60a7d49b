/** The types of description that an index shows (core metadata specification, "Description-Content-Type"). */
const TYPES = ['text/plain', 'text/x-rst', 'text/markdown'] as const;

export type DescriptionType = (typeof TYPES)[number];

/** What a description without a type is, by the same specification. */
const DEFAULT: DescriptionType = 'text/x-rst';

/** The type that a `Description-Content-Type` names, its parameters left out; undefined for one that no index shows. */
export function descriptionType(contentType: string = DEFAULT): DescriptionType | undefined {
  const named = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType)?.[1]?.toLowerCase();
  return TYPES.find((type) => type === named);
}

/** A `Description-Content-Type` as a sentence shows it. */
export function descriptionTypeInWords(contentType: string | undefined): string {
  return contentType ?? `${DEFAULT} (by default)`;
}
