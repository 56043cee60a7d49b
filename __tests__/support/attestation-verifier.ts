/** Verifies attestations by a program that is not ours: PyPI's own library. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from './python-tools.ts';
import { command } from './scenario.ts';

const PINNED = ['pypi-attestations==0.0.30', 'sigstore==4.5.1'];
const SCRIPT = path.join(path.dirname(fileURLToPath(import.meta.url)), 'verify-attestations.py');

/** An attestation with the file that it should be of, and who should have made it. */
export interface Claimed {
  /** The file, absolute. */
  readonly distribution: string;
  /** As the index gives it out. */
  readonly attestation: unknown;
  /** `owner/name`. */
  readonly repository: string;
  /** File name. */
  readonly workflow: string;
}

/** What the library says of one: the type of the statement it verified, or an error. */
export interface Verdict {
  readonly distribution: string;
  readonly digest: string;
  readonly verified?: string;
  readonly subject?: readonly {
    readonly name: string;
    readonly digest: Readonly<Record<string, string>>;
  }[];
  /** Extensions of the certificate, by object identifier. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly log?: { readonly index: string; readonly kind: string };
  readonly error?: string;
}

/** Verifies each; `directory` is for the files that the program reads. */
export async function verdicts(
  claimed: readonly Claimed[],
  { trustedRoot, directory }: { readonly trustedRoot: unknown; readonly directory: string },
): Promise<readonly Verdict[]> {
  const python = (await pythonEnvironment(PINNED))('python');
  await mkdir(directory, { recursive: true });
  const [root, list] = [path.join(directory, 'trusted-root.json'), path.join(directory, 'claimed.json')];
  await writeFile(root, JSON.stringify(trustedRoot));
  await writeFile(list, JSON.stringify(claimed));
  const { exitCode, stdout, stderr } = await command(python, [SCRIPT, root, list]);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}
