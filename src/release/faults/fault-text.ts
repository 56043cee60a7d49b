/** The shape of a row of the fault catalogue. */

/** What the reader of a fault sees. */
export interface FaultText {
  readonly title: string;
  readonly finding: string;
  readonly remedy: string;
  readonly link?: string;
  /** Whose move it is; `user` where absent. */
  readonly blame?: 'user' | 'world';
}

/** One code's text, made from its details. */
export type Row<Details> = (details: Details) => FaultText;

/** A value as the user wrote it. */
export const quoted = (value: string): string => (value === '' ? 'empty' : `"${value}"`);

/** Several values in a row. */
export const listed = (values: readonly string[]): string => values.join(', ');
