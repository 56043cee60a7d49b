/** The results service of a workflow run, as `ACTIONS_RESULTS_URL` leads to it: the cache and the artifacts at one address. */
import { Hono } from 'hono';
import { createArtifacts } from './artifacts.ts';
import { createCache } from './cache.ts';

export interface ResultsOptions {
  /** The address it will be served at, without a trailing slash. */
  readonly base: () => string;
  /** `ACTIONS_RUNTIME_TOKEN`. */
  readonly token: string;
}

/** Makes the service, with nothing in it. */
export function createResults(options: ResultsOptions): { readonly app: Hono } {
  const app = new Hono();
  app.route('/', createCache(options).app);
  app.route('/', createArtifacts(options).app);
  return { app };
}
