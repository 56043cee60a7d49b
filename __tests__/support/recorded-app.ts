import { Hono } from 'hono';
import type { Exchange } from './api-description.ts';

/** An emulated forge that writes down what is said to and by its API. */
export function recordedApp(app: Hono, exchanges: Exchange[]): Hono {
  const outer = new Hono();
  outer.all('*', async (c) => {
    const asked = c.req.raw.clone();
    const answer = await app.fetch(c.req.raw, c.env);
    const { pathname, searchParams } = new URL(c.req.url);
    const told = answer.clone();
    exchanges.push({
      method: c.req.method,
      path: pathname.replace(/^\/api(\/uploads)?/, ''),
      query: Object.fromEntries(searchParams),
      body: await jsonOf(asked),
      status: answer.status,
      answer: await jsonOf(told),
    });
    return answer;
  });
  return outer;
}

/** octokit names the type of a JSON body, fetch takes text for plain; an upload has the type of its file. */
async function jsonOf(message: Request | Response): Promise<unknown> {
  const type = message.headers.get('content-type') ?? '';
  if (!/^(application\/json; charset=utf-8|text\/plain)/.test(type)) return undefined;
  const text = await message.text();
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined;
}
