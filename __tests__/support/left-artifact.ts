import { type ReleaseRecord, recordOf, recordText } from '../../src/release/record.ts';
import { aBuild, aDistribution, aPlan, aProject } from './world.ts';

/** Distributions by name: their content. */
export type Texts = Readonly<Record<string, string>>;

/** A record of these distributions, as a job of this commit writes it. */
export function aRecord(texts: Texts, changes: Partial<ReleaseRecord> = {}): Uint8Array {
  const distributions = Object.entries(texts).map(([name, text]) => aDistribution(name, text));
  const written = recordOf(aPlan().forge.commit, aProject(), aBuild(...distributions));
  return new TextEncoder().encode(recordText({ ...written, ...changes }));
}

/** The files of an artifact that a job left: these distributions, and the record of them. */
export function leftArtifact(
  texts: Texts,
  changes: Partial<ReleaseRecord> = {},
): Readonly<Record<string, Uint8Array>> {
  const encoder = new TextEncoder();
  const files = Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)] as const);
  return { ...Object.fromEntries(files), 'release.json': aRecord(texts, changes) };
}
