/** Which environments the distributions are tried in. */

import path from 'node:path';
import { type Distribution, uploadOrder } from '../../packaging/distribution.ts';
import type { FrameworkTest, Plan } from '../../plan/plan.ts';
import type { Project } from '../../release/facts.ts';
import { hasSeveral, type Share, shares } from '../../release/packages.ts';

/** One environment: distributions with some extras, and the framework tests that run in it. */
export interface Variant {
  /** For the log: `wheel[flask]`. */
  readonly title: string;
  /** Fit for a directory name. */
  readonly slug: string;
  /** Those whose modules are imported: one, but where several packages are tried together. */
  readonly distributions: readonly Distribution[];
  /** What is installed: each distribution's file with extras, and a framework that no extra brings. */
  readonly requirements: readonly string[];
  /** Where other packages of the release come from, if something requires them. */
  readonly constraints: readonly string[];
  readonly frameworkTests: readonly FrameworkTest[];
  /** Whether the user's smoke tests run here: once a distribution, where everything is installed. */
  readonly smoke: boolean;
}

/** What a framework's own test client needs beside the framework. */
const FRAMEWORK_REQUIREMENTS: Readonly<Record<FrameworkTest['framework'], readonly string[]>> = {
  flask: ['flask'],
  fastapi: ['fastapi', 'httpx'],
};

/**
 * Wheel and sdist, each without extras, with each extra, and with all of them. Of several packages each is tried so by itself, with the
 * others at hand, since no index has them yet; what the user asks for is tried where all of them are installed together.
 */
export function variants(
  plan: Plan,
  project: Project,
  distributions: readonly Distribution[],
): readonly Variant[] {
  const packages = shares(project, distributions);
  if (!hasSeveral(project)) return packages.flatMap((share) => variantsOf(plan, share));
  const alone = packages.flatMap((share) => {
    const constraints = packages.flatMap((other) => (other === share ? [] : constraint(plan, other)));
    return variantsOf({ ...plan, commands: NOTHING_ASKED }, share).map((each) => ({
      ...each,
      title: `${share.project.name} ${each.title}`,
      constraints,
      smoke: false,
    }));
  });
  return [...alone, ...KINDS.flatMap((kind) => together(kind, plan, packages))];
}

const NOTHING_ASKED = { framework: [] } as const;
const KINDS = ['wheel', 'sdist'] as const;

type Asking = Pick<Plan, 'packages'> & { readonly commands: Pick<Plan['commands'], 'framework'> };

function variantsOf(plan: Asking, { project: { extras }, distributions }: Share): readonly Variant[] {
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

/** A file of the package that any of the others may be tried with: a wheel if there is one. */
function constraint({ packages }: Asking, { distributions }: Share): readonly string[] {
  const [first] = uploadOrder(distributions);
  return first === undefined ? [] : [requirement(packages, first, [])];
}

/** All packages in one environment, with all extras: one file of each, of this kind where the package has one. */
function together(kind: Distribution['kind'], plan: Asking, packages: readonly Share[]): readonly Variant[] {
  const chosen = packages.flatMap(({ project, distributions }) => {
    const file = distributions.find((each) => each.kind === kind) ?? distributions[0];
    return file === undefined ? [] : [{ file, extras: project.extras }];
  });
  if (!chosen.some(({ file }) => file.kind === kind)) return [];
  const tests = plan.commands.framework;
  return [
    {
      title: `all ${kind}s together`,
      slug: `all-${kind}s`,
      distributions: chosen.map(({ file }) => file),
      requirements: [
        ...chosen.map(({ file, extras }) => requirement(plan.packages, file, extras)),
        ...new Set(tests.flatMap(({ framework }) => FRAMEWORK_REQUIREMENTS[framework])),
      ],
      constraints: [],
      frameworkTests: tests,
      smoke: true,
    },
  ];
}

/** A framework test runs where exactly the extra of its framework is installed. */
function testsFor({ commands }: Asking, extras: readonly string[]): readonly FrameworkTest[] {
  return commands.framework.filter(({ framework }) => extras.length === 1 && extras[0] === framework);
}

interface Choice {
  readonly extras: readonly string[];
  readonly isLast: boolean;
  readonly tests: readonly FrameworkTest[];
}

function variant(
  { packages }: Asking,
  distribution: Distribution,
  { extras, isLast, tests }: Choice,
): Variant {
  const { kind, filename } = distribution;
  const suffix = extras.length > 0 ? `[${extras.join(',')}]` : '';
  const frameworks = tests.map(({ framework }) => framework);
  return {
    title: `${kind}${suffix}${suffix === '' && frameworks.length > 0 ? ` with ${frameworks.join(', ')}` : ''}`,
    slug: [filename, ...extras, ...(suffix === '' ? frameworks : [])]
      .join('-')
      .replace(/[^A-Za-z0-9.-]+/g, '_'),
    distributions: [distribution],
    requirements: [
      requirement(packages, distribution, extras),
      ...frameworks.flatMap((framework) => FRAMEWORK_REQUIREMENTS[framework]),
    ],
    constraints: [],
    frameworkTests: tests,
    smoke: isLast,
  };
}

function requirement(packages: string, { name, filename }: Distribution, extras: readonly string[]): string {
  const file = path.join(packages, filename).replaceAll('\\', '/');
  return `${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''} @ ${fileAddress(file)}`;
}

function fileAddress(file: string): string {
  return encodeURI(file.startsWith('/') ? `file://${file}` : `file:///${file}`);
}
