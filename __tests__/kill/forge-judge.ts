/** What must hold after a run whose forge was in trouble, and after the calm run that follows it. */

import type { Performed } from '../../src/release/perform.ts';
import { command } from '../support/scenario.ts';
import type { ForgeTrial } from './forge-trial.ts';

export const TAG = 'v1.2.0';

/** Every rule that a run broke, however it went. */
export function ofRun({ outcome, faults, bug }: Performed): readonly string[] {
  if (bug !== undefined) return [`a bug: ${bug instanceof Error ? bug.stack : String(bug)}`];
  if (outcome === 'released' || outcome === 'satisfied') return [];
  if (faults.length === 0) return ['failed without a fault'];
  return faults.flatMap(({ code, finding, remedy }) => [
    ...(code === 'bug' ? [`a bug: ${finding}`] : []),
    ...(remedy.trim().length < 20 ? [`${code} does not name what to do: ${remedy}`] : []),
  ]);
}

/** Every way in which the world is not as after an unharmed release. */
export async function ofWorld(trial: ForgeTrial): Promise<readonly string[]> {
  const { services, commit, indexes } = trial;
  const { tags, releases } = await services.world();
  const git = async (...args: readonly string[]): Promise<string> =>
    (await command('git', ['-C', services.github.gitDirectory, ...args])).stdout.trim();
  const held = [indexes.testpypi, indexes.pypi].map((index) =>
    JSON.stringify([...index.held.values()].map(({ filename, sha256 }) => [filename, sha256]).sort()),
  );
  const files = new Map([...indexes.pypi.held.values()].map(({ filename, sha256 }) => [filename, sha256]));
  const [release, ...others] = releases;
  const differing = [...files].filter(([name, sha256]) => release?.assets[name] !== sha256);
  const names = Object.keys(release?.assets ?? {}).sort();
  const wanted = [...files.keys(), 'SHA256SUMS', 'release.json'].sort();
  const tip = await git('rev-parse', 'refs/heads/main');
  const parents = await git('rev-list', '--parents', '-n', '1', tip);
  const changed = await git('diff', '--name-only', commit, tip);
  const announced = trial.announced();
  const claims: readonly (readonly [boolean, string])[] = [
    [files.size === 2 && held[0] === held[1], `the indexes hold ${held.join(' and ')}`],
    [
      tags[TAG] === tip && Object.keys(tags).length === 1,
      `tags are ${JSON.stringify(tags)}, main is at ${tip}`,
    ],
    [parents === `${tip} ${commit}`, `main is at ${parents}, not right on top of ${commit}`],
    [changed === 'CHANGELOG.md\npyproject.toml', `the release commit changed ${changed}`],
    [release !== undefined && others.length === 0, `there are ${releases.length} releases`],
    [release?.draft === false, 'the release is a draft'],
    [differing.length === 0, `the release has other bytes of ${differing.map(([name]) => name).join(', ')}`],
    [names.join() === wanted.join(), `the release has ${names.join(', ')}`],
    [announced === 1, `it was announced ${announced} times`],
  ];
  return [...claims.flatMap(([holds, says]) => (holds ? [] : [says])), ...trial.violations];
}
