/** Path C by the bundled action to servers that we did not write, by the right of a user with a password. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDevpi, startPypiserver } from '../support/foreign-index.ts';
import { foreignClient } from '../support/foreign-release.ts';
import { closeScenarios, openScenario, type Ran } from '../support/scenario.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';

const USER = 'tide';
const PASSWORD = 'tide-and-time';

interface Told {
  readonly first: Ran;
  readonly second: Ran;
  /** To an index of that kind that has other bytes. */
  readonly conflicting: Ran;
}

let theirs: TinyWheel;
const closing: { close(): Promise<void> }[] = [];
const told = new Map<string, Told>();

beforeAll(async () => {
  theirs = await tinyWheel('tiny_tide', '1.2.0');
  const [own, taken] = [await closedPypiserver(), await closedPypiserver()];
  told.set('pypiserver', await tell(own, taken, PASSWORD));
  const devpi = await startDevpi(USER);
  closing.push(devpi);
  // On a volatile index files are overwritten.
  const indexes = [await devpi.index('prod', false), await devpi.index('taken', true)] as const;
  told.set('devpi-server', await tell(...indexes, devpi.password));
}, 600_000);
afterAll(async () => {
  await closeScenarios();
  await Promise.all(closing.map((each) => each.close()));
  await theirs.remove();
});

async function closedPypiserver(): Promise<string> {
  const server = await startPypiserver({ user: USER, password: PASSWORD });
  closing.push(server);
  return server.upload;
}

async function tell(own: string, taken: string, password: string): Promise<Told> {
  await (await foreignClient({ upload: taken, user: USER, token: password })).upload(theirs);
  const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
  const run = (url: string, more: Readonly<Record<string, string>> = {}): Promise<Ran> =>
    scenario.run({
      inputs: { path: 'C', 'pypi-url': url, 'pypi-user': USER, 'pypi-token': password, ...more },
      identity: false,
    });
  const first = await run(own);
  // Without a journal, whose bytes would be met before those of the index.
  const [second, conflicting] = await Promise.all([
    run(own, { uploader: 'twine' }),
    run(taken, { release: 'none' }),
  ]);
  return { first, second, conflicting };
}

describe.each(['pypiserver', 'devpi-server'])('the bundled action, by path C to %s', (server) => {
  const of = (): Told => told.get(server) as Told;

  it('releases', () => {
    const { report, conclusion } = of().first;
    expect([report.faults, report.outcome, conclusion]).toEqual([[], 'released', 'success']);
    expect(report.indexes.pypi?.files.map(({ decision }) => decision)).toEqual(['act', 'act']);
  });

  it('is satisfied when it is run again, with the other upload tool', () => {
    const { report } = of().second;
    expect([report.faults, report.outcome]).toEqual([[], 'satisfied']);
  });

  it('stops at other bytes before it uploads anything', () => {
    const { report, children } = of().conflicting;
    expect(report.faults.map(({ code }) => code)).toEqual(['upload-conflict']);
    expect(report.faults[0]?.finding).toContain(theirs.sha256);
    expect(children.filter(({ args }) => args.includes('publish'))).toEqual([]);
  });

  it('says what the index lacks', () => {
    expect(of().first.log).toContain('No JSON API on pypi');
  });

  it('shows neither the password nor the header that it goes in', () => {
    const pair = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    for (const { printed, summary } of Object.values(of())) {
      expect(printed).toContain(`::add-mask::${pair}`);
      const said = printed.split('\n').filter((line: string) => !line.startsWith('::add-mask::'));
      expect([...said, summary].filter((line) => line.includes(PASSWORD) || line.includes(pair))).toEqual([]);
    }
  });
});
