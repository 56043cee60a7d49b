import type { LeftOut } from '../../../ports/toolchain.ts';
import type { Completed } from '../../actions/process.ts';
import { uvReason } from './uv-reason.ts';

/** The most of what is wanted that can be had together. */
export interface Widest<Part> {
  readonly kept: readonly Part[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Installs all parts; where they cannot be had together, one after the other, each beside those before it. A part that fails leaves
 * the environment as it was: uv resolves and builds everything before it installs anything.
 *
 * @param parts in the order of their worth: of two that exclude one another the first is kept
 * @param install puts exactly these parts into the environment
 */
export async function widest<Part extends { readonly what: string }>(
  parts: readonly Part[],
  install: (parts: readonly Part[]) => Promise<Completed>,
): Promise<Widest<Part>> {
  const [kept, leftOut]: [Part[], LeftOut[]] = [[], []];
  if (parts.length === 0) return { kept, leftOut };
  if (parts.length > 1 && (await install(parts)).exitCode === 0) return { kept: parts, leftOut };
  for (const part of parts) {
    const { exitCode, output } = await install([...kept, part]);
    if (exitCode === 0) kept.push(part);
    else leftOut.push({ what: part.what, why: uvReason(output) });
  }
  return { kept, leftOut };
}
