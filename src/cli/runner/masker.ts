import { secretForms } from './secret-forms.ts';

/** The secrets of a job, from whatever step; each is hidden from when it is known (actions/runner, SecretMasker). */
export interface Masker {
  /** Hides a secret, each of its lines, and every form of either. */
  add(secret: string): void;
  /** The text with `***` for each stretch of secrets; secrets that touch or overlap are one stretch. */
  mask(text: string): string;
}

/** A masker that knows these secrets. */
export function createMasker(secrets: readonly string[] = []): Masker {
  const hidden = new Set<string>();
  const add = (secret: string): void => {
    const lines = secret.split(/[\r\n]/).map((line) => line.trim());
    for (const each of [secret, ...lines].filter((text) => text !== ''))
      for (const form of [each, ...secretForms(each)]) hidden.add(form);
  };
  for (const secret of secrets) add(secret);
  return { add, mask: (text) => withoutStretches(text, stretchesOf(text, hidden)) };
}

interface Stretch {
  readonly start: number;
  /** The place after its last character. */
  readonly end: number;
}

function stretchesOf(text: string, secrets: Iterable<string>): readonly Stretch[] {
  const found = [...secrets].flatMap((secret) => placesOf(text, secret));
  const merged: Stretch[] = [];
  for (const { start, end } of found.sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}

/** Every place of a secret, also those that overlap. */
function placesOf(text: string, secret: string): readonly Stretch[] {
  const places: Stretch[] = [];
  for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + 1))
    places.push({ start, end: start + secret.length });
  return places;
}

function withoutStretches(text: string, stretches: readonly Stretch[]): string {
  const kept = stretches.map(({ start }, at) => text.slice(stretches[at - 1]?.end ?? 0, start));
  return [...kept, text.slice(stretches.at(-1)?.end ?? 0)].join('***');
}
