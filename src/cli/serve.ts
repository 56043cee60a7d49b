/** `serve`: the built-in servers, until stopped. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ServiceOptions, type Services, startServices } from '../emulators/serve.ts';
import { cacheDirectory } from './places.ts';
import { createReadmeJudge } from './readme.ts';
import type { Print } from './screen.ts';

export interface ServeOptions {
  readonly json: boolean;
  /** File with publishers, pending publishers, projects and flags, for both indexes; and community and downloads. */
  readonly state: string | undefined;
  readonly mishaps: readonly string[];
}

/** Serves until SIGINT or SIGTERM. */
export async function serve({ json, state, mishaps }: ServeOptions, print: Print): Promise<number> {
  const seeds =
    state === undefined ? {} : (JSON.parse(await readFile(state, 'utf8')) as Partial<ServiceOptions>);
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-serve-'));
  const services = await startServices({
    ...seeds,
    repository: 'octo/demo',
    scratch,
    mishaps,
    renders: createReadmeJudge(cacheDirectory()),
  });
  print(json ? JSON.stringify(await addresses(services)) : inWords(services));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await services.close();
  await rm(scratch, { recursive: true, force: true });
  return 0;
}

/** The line that programs read. */
async function addresses({
  pypi,
  testpypi,
  github,
  oidc,
  sigstore,
  statistics,
  env,
}: Services): Promise<unknown> {
  const { fulcio, rekor } = sigstore;
  const trusted = { fulcio, rekor, trusted_root: await sigstore.trustedRoot() };
  return { pypi, testpypi, github, oidc, sigstore: trusted, statistics, env };
}

function inWords({ pypi, testpypi, github, oidc, sigstore }: Services): string {
  return [
    'Serving on loopback until stopped (Ctrl-C).',
    `  PyPI       upload ${pypi.upload}  simple ${pypi.simple}  token ${pypi.token}`,
    `  TestPyPI   upload ${testpypi.upload}  simple ${testpypi.simple}  token ${testpypi.token}`,
    `  GitHub     api ${github.api}  repository ${github.repository}  token ${github.token}`,
    `  OIDC       sign ${oidc.sign}`,
    `  Sigstore   fulcio ${sigstore.fulcio}  rekor ${sigstore.rekor}`,
  ].join('\n');
}
