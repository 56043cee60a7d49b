/** A service that counts downloads, as PyPI Stats does (its API, "/packages/<package>/recent", as of 2026). */
import { Hono } from 'hono';

/** Downloads of a project on the last day, in the last 7 and in the last 30. */
export interface DownloadCounts {
  readonly last_day: number;
  readonly last_week: number;
  readonly last_month: number;
}

/** Project name in normal form → its counts. A project that is not in it is one that the service has not counted yet. */
export type DownloadSeeds = Readonly<Record<string, DownloadCounts>>;

/** Where the API is, below the service's root. */
export const STATISTICS_API = '/api/packages';

/**
 * The service over these counts.
 *
 * @param seeds a project that is not in it answers 404, as one that was never counted does
 */
export function createStatistics(seeds: DownloadSeeds): Hono {
  const app = new Hono();
  app.get(`${STATISTICS_API}/:name/recent`, (c) => {
    const name = c.req.param('name').toLowerCase();
    if (!Object.hasOwn(seeds, name)) return c.text('404', 404);
    return c.json({ data: seeds[name], package: name, type: 'recent_downloads' });
  });
  return app;
}
