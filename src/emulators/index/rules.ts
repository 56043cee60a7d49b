import type { Answer } from './errors.ts';

/** One check of an upload: what it is about, and the answer that ends the upload, if it does. */
export interface Rule<Given> {
  readonly about: string;
  readonly answer: (given: Given) => Answer | undefined | Promise<Answer | undefined>;
}

/** The first answer that a list of rules gives, in its order; undefined when all let the upload pass. */
export async function firstAnswer<Given>(
  rules: readonly Rule<Given>[],
  given: Given,
): Promise<Answer | undefined> {
  for (const { answer } of rules) {
    const found = await answer(given);
    if (found !== undefined) return found;
  }
  return undefined;
}
