import { afterEach, describe, expect, it } from '@jest/globals';
import { createStatistics } from '../../../src/adapters/index/statistics.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { type Listening, listen } from '../../../src/emulators/listen.ts';
import { parseMishap } from '../../../src/emulators/mishaps.ts';
import { createStatistics as createService, STATISTICS_API } from '../../../src/emulators/statistics.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const opened: Listening[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const COUNTS = { last_day: 3, last_week: 20, last_month: 90 };

async function asking(name: string, mishap?: string) {
  const app = createService({ demo: COUNTS });
  const mishaps = mishap === undefined ? [] : [parseMishap(mishap)];
  const service = await listen({ service: 'statistics', app, mishaps, requests: [] });
  opened.push(service);
  const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
  return createStatistics({ http, root: `${service.url}${STATISTICS_API}` }).downloads(name);
}

describe('the downloads of a project', () => {
  it('are those of the last day, week and month', async () => {
    expect(await asking('demo')).toEqual({ day: 3, week: 20, month: 90 });
  });

  it('are not to be had where they are not counted yet', async () => {
    expect(await asking('other')).toEqual({ problem: expect.stringContaining('no figures yet') });
  });

  it.each([
    ['429', 'answered 429'],
    ['503', 'answered 503'],
    ['html-200', 'answered 200, without figures'],
    ['drop', '127.0.0.1'],
  ])('are not to be had where the service answers with %s', async (effect, says) => {
    const found = await asking('demo', `statistics:GET /api/:${effect}`);
    expect(found).toEqual({ problem: expect.stringContaining(says) });
  });

  it('are nobody’s to tell where no service is known', async () => {
    const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
    expect(await createStatistics({ http, root: undefined }).downloads('demo')).toEqual({
      problem: 'nobody is known to count the downloads of this index',
    });
  });
});
