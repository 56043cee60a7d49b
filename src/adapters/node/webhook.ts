import type { Announcer } from '../../ports/announcer.ts';
import { stop } from '../../release/fault.ts';
import { type Http, HttpTrouble } from './http.ts';

export interface AnnouncerOptions {
  readonly http: Http;
  /** The webhook's address, a secret; undefined where none was given: then nobody is told. */
  readonly url: string | undefined;
}

/**
 * Announces by one JSON POST of `{text, short, long, url}`; `text` is what Slack, Mattermost and Discord's Slack endpoint show.
 * Never sent twice: a webhook that failed may have spoken already. Throws `Stopped` with announcement-failed.
 */
export function createAnnouncer({ http, url: webhook }: AnnouncerOptions): Announcer {
  return {
    async announce({ short, long, url }) {
      if (webhook === undefined) return;
      const answer = await answerOf(http, webhook, {
        text: short.includes(url) ? short : `${short}\n${url}`,
        short,
        long,
        url,
      });
      if (answer !== undefined) stop('announcement-failed', { answer });
    },
  };
}

/** What was answered, where it is not success. The address is left out: who knows it may post. */
async function answerOf(http: Http, webhook: string, message: unknown): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json' };
  try {
    const { status } = await http.request(webhook, {
      method: 'POST',
      headers,
      body: JSON.stringify(message),
      redirect: 'manual',
    });
    return status >= 200 && status < 300 ? undefined : `HTTP ${status}`;
  } catch (error) {
    if (error instanceof HttpTrouble) return `nothing (${error.last.replaceAll(webhook, 'the webhook')})`;
    throw error;
  }
}
