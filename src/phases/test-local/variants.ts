/** Which environments the distributions are tried in. */

import path from 'node:path';
import type { Distribution } from '../../packaging/distribution.ts';
import type { FrameworkTest, Plan } from '../../plan/plan.ts';
import type { Project } from '../../release/facts.ts';

/** One environment: a distribution with some extras, and the framework tests that run in it. */
export interface Variant {
  /** For the log: `wheel[flask]`. */
  readonly title: string;
  /** Fit for a directory name. */
  readonly slug: string;
  readonly distribution: Distribution;
  /** What is installed: the distribution's file with extras, and a framework that no extra brings. */
  readonly requirements: readonly string[];
  readonly frameworkTests: readonly FrameworkTest[];
  /** Whether the user's smoke tests run here: once a distribution, where everything is installed. */
  readonly smoke: boolean;
}

/** What a framework's own test client needs beside the framework. */
const FRAMEWORK_REQUIREMENTS: Readonly<Record<FrameworkTest['framework'], readonly string[]>> = {
  flask: ['flask'],
  fastapi: ['fastapi', 'httpx'],
};

/** Wheel and sdist, each without extras, with each extra, and with all of them. */
export function variants(
  plan: Plan,
  project: Project,
  distributions: readonly Distribution[],
): readonly Variant[] {
  const { extras } = project;
  const sets = [[], ...extras.map((extra) => [extra]), ...(extras.length > 1 ? [extras] : [])];
  return distributions.flatMap((distribution) => [
    ...sets.map((set) =>
      variant(plan, distribution, {
        extras: set,
        isLast: set.length === extras.length,
        tests: testsFor(plan, set),
      }),
    ),
    ...plan.commands.framework
      .filter(({ framework }) => !extras.includes(framework))
      .map((test) => variant(plan, distribution, { extras: [], isLast: false, tests: [test] })),
  ]);
}

/** A framework test runs where exactly the extra of its framework is installed. */
function testsFor({ commands }: Plan, extras: readonly string[]): readonly FrameworkTest[] {
  return commands.framework.filter(({ framework }) => extras.length === 1 && extras[0] === framework);
}

interface Choice {
  readonly extras: readonly string[];
  readonly isLast: boolean;
  readonly tests: readonly FrameworkTest[];
}

function variant({ packages }: Plan, distribution: Distribution, { extras, isLast, tests }: Choice): Variant {
  const { kind, filename, name } = distribution;
  const suffix = extras.length > 0 ? `[${extras.join(',')}]` : '';
  const frameworks = tests.map(({ framework }) => framework);
  const file = path.join(packages, filename).replaceAll('\\', '/');
  return {
    title: `${kind}${suffix}${suffix === '' && frameworks.length > 0 ? ` with ${frameworks.join(', ')}` : ''}`,
    slug: [filename, ...extras, ...(suffix === '' ? frameworks : [])]
      .join('-')
      .replace(/[^A-Za-z0-9.-]+/g, '_'),
    distribution,
    requirements: [
      `${name}${suffix} @ ${fileAddress(file)}`,
      ...frameworks.flatMap((framework) => FRAMEWORK_REQUIREMENTS[framework]),
    ],
    frameworkTests: tests,
    smoke: isLast,
  };
}

function fileAddress(file: string): string {
  return encodeURI(file.startsWith('/') ? `file://${file}` : `file:///${file}`);
}
