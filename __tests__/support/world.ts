/** A world for phases: every door is an object of this file, and a door that a test did not open refuses. */

import { parsedCoreMetadata } from '../../src/packaging/core-metadata.ts';
import { type Distribution, distributionOf } from '../../src/packaging/distribution.ts';
import type { Reading } from '../../src/phases/setup/reading.ts';
import type {
  CommandsPlan,
  ForgePlan,
  HandoverPlan,
  IndexPlan,
  Plan,
  ToolchainPlan,
} from '../../src/plan/plan.ts';
import type { BackEnd } from '../../src/ports/back-end.ts';
import type { Builder, BuildRequest } from '../../src/ports/builder.ts';
import type { Checkout } from '../../src/ports/checkout.ts';
import type { CheckResult, Checks } from '../../src/ports/checks.ts';
import type { Environment, Environments } from '../../src/ports/environments.ts';
import type { Files } from '../../src/ports/files.ts';
import type { Artifact, HandedFile, Handover } from '../../src/ports/handover.ts';
import type { MarkupConverter } from '../../src/ports/markup-converter.ts';
import type { CollectedAs, NewsFragments } from '../../src/ports/news-fragments.ts';
import type { Signer } from '../../src/ports/signer.ts';
import type { CheckoutTags, Tags } from '../../src/ports/tags.ts';
import type { CommandResult, SyncReport, Toolchain } from '../../src/ports/toolchain.ts';
import type { Visit, Web } from '../../src/ports/web.ts';
import type { World } from '../../src/ports/world.ts';
import type { Emit, PhaseEvent } from '../../src/release/event.ts';
import type { Build, ChangedFile, Project } from '../../src/release/facts.ts';
import { type Fault, Stopped } from '../../src/release/fault.ts';
import { tarGzOf, zipOf } from '../packaging/archives.ts';
import { aPlan as aReleasePlan } from './events.ts';
import { fakeClock } from './fake-clock.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryForge } from './memory-forge.ts';
import { memoryIndex } from './memory-index.ts';

export const DIRECTORY = '/project';
export const PACKAGES = '/project/dist';

/** What a test wants different in a plan; the nested parts may be given in part. */
export interface PlanChanges extends Partial<Omit<Plan, 'commands' | 'forge' | 'toolchain' | 'indexes'>> {
  readonly commands?: Partial<CommandsPlan>;
  readonly forge?: Partial<ForgePlan>;
  readonly toolchain?: Partial<ToolchainPlan>;
  readonly testpypi?: Partial<IndexPlan>;
  readonly pypi?: Partial<IndexPlan>;
}

/** Path A of a tag push of demo 1.2.0, in `/project`, without attestations. */
export function aPlan(changes: PlanChanges = {}): Plan {
  const { commands, forge, toolchain, testpypi, pypi, ...others } = changes;
  const base = aReleasePlan({
    workspace: DIRECTORY,
    directory: DIRECTORY,
    packages: PACKAGES,
    scratch: '/scratch',
    ...others,
  });
  return {
    ...base,
    commands: { ...base.commands, ...commands },
    forge: { ...base.forge, ...forge },
    toolchain: { ...base.toolchain, ...toolchain },
    indexes: {
      testpypi: { ...base.indexes.testpypi, ...testpypi },
      pypi: { ...base.indexes.pypi, ...pypi },
    },
  };
}

/** Demo 1.2.0 with a changelog and nothing else. */
export function aProject(changes: Partial<Project> = {}): Project {
  const { name = 'demo', normalizedName = 'demo', extras = [] } = changes;
  return {
    packages: [{ name, normalizedName, directory: '.', extras }],
    name,
    normalizedName,
    version: '1.2.0',
    sourceVersion: '1.2.0',
    readFrom: { name: 'pyproject.toml', version: 'pyproject.toml', tagFormat: 'by tag-format' },
    backEnd: 'hatchling',
    versionFromTags: false,
    versionVariables: {},
    versionPlaces: [{ file: 'pyproject.toml', version: '1.2.0' }],
    tag: 'v1.2.0',
    tagFormat: 'v{version}',
    previousTag: undefined,
    changelog: 'CHANGELOG.md',
    extras: [],
    coverageFloor: undefined,
    ...changes,
  };
}

/** A release of several packages of one version, in the order of their uploads; the last one stands for all. */
export function aPool(...names: readonly string[]): Project {
  const packages = names.map((name) => ({
    name,
    normalizedName: name,
    directory: `packages/${name}`,
    extras: [],
  }));
  const name = names.at(-1) ?? 'demo';
  return { ...aProject({ name, normalizedName: name }), packages };
}

/** A distribution of these bytes; by default a wheel of demo 1.2.0 that is no archive. */
export function aDistribution(
  filename = 'demo-1.2.0-py3-none-any.whl',
  content: string | Uint8Array = filename,
): Distribution {
  return distributionOf(filename, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** A file that a release changed. */
export function aChange(file: string, content = `${file} as released`): ChangedFile {
  return { file, content: Buffer.from(content).toString('base64') };
}

export function aBuild(...distributions: readonly Distribution[]): Build {
  return { distributions, changed: [] };
}

/** What a wheel of demo 1.2.0 holds, with what the test wants different; undefined takes a member out. */
export function wheelMembers(
  changes: Readonly<Record<string, string | undefined>> = {},
  metadata: readonly string[] = [],
): Readonly<Record<string, string>> {
  return membersOf({
    'demo/__init__.py': '',
    'demo-1.2.0.dist-info/METADATA': metadataText(metadata),
    ...changes,
  });
}

export function sdistMembers(
  changes: Readonly<Record<string, string | undefined>> = {},
  metadata: readonly string[] = [],
): Readonly<Record<string, string>> {
  return membersOf({
    'demo-1.2.0/demo/__init__.py': '',
    'demo-1.2.0/PKG-INFO': metadataText(metadata),
    ...changes,
  });
}

/** Both distributions of demo 1.2.0, by their absolute names. */
export async function packageFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    [`${PACKAGES}/demo-1.2.0-py3-none-any.whl`]: zipOf(wheelMembers()),
    [`${PACKAGES}/demo-1.2.0.tar.gz`]: await tarGzOf(sdistMembers()),
  };
}

function metadataText(lines: readonly string[]): string {
  const given = lines.map((line) => line.split(':', 1).join('').toLowerCase());
  const fields = ['Metadata-Version: 2.4', 'Name: demo', 'Version: 1.2.0'].filter(
    (line) => !given.includes(line.split(':', 1).join('').toLowerCase()),
  );
  return `${[...fields, ...lines].join('\n')}\n\nA demo.\n`;
}

function membersOf(members: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

/** Keeps what a phase tells. */
export interface Recorder {
  readonly emit: Emit;
  readonly events: readonly PhaseEvent[];
  /** The events of one kind. */
  of<Kind extends PhaseEvent['kind']>(kind: Kind): readonly Extract<PhaseEvent, { readonly kind: Kind }>[];
}

export function recorder(): Recorder {
  const events: PhaseEvent[] = [];
  return {
    emit: (event) => void events.push(event),
    events,
    of: (kind) => events.filter((event) => event.kind === kind) as never,
  };
}

export const DONE: CommandResult = { exitCode: 0, output: '' };

export function failing(output: string, exitCode = 1): CommandResult {
  return { exitCode, output };
}

/** A builder that puts nothing anywhere unless told. */
export function fakeBuilder(
  build: (request: BuildRequest) => Promise<CommandResult> | CommandResult = () => DONE,
  check: CommandResult = DONE,
): Builder & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  return {
    calls,
    async prepare() {
      calls.push('prepare');
    },
    async build(request) {
      calls.push(`build ${request.epoch}`);
      return build(request);
    },
    async command(line, request) {
      calls.push(`command ${line}`);
      return build(request);
    },
    async check(files) {
      calls.push(`check ${files.length}`);
      return check;
    },
  } satisfies Builder & { readonly calls: readonly string[] };
}

/** What builds make, which no test's git tracks. */
const PRODUCT = /(?:^|[/\\])(?:dist|build|[^/\\]+\.egg-info)(?:[/\\]|$)/;

/** A checkout at the plan's commit that tracks every file but those; each look at its changes gives the next list, the last one again and again. */
export function fakeCheckout(...changes: readonly (readonly string[])[]): Checkout {
  let look = 0;
  return {
    head: async () => ({ commit: aPlan().forge.commit, time: 1_700_000_000, shallow: false }),
    changes: async () => changes[Math.min(look++, changes.length - 1)] ?? [],
    tracked: async (files) => files.filter((file) => !PRODUCT.test(file)),
    committed: async () => undefined,
    prefix: async () => '',
    commit: async (files) => files,
  } satisfies Checkout;
}

/** Tags of a full clone, none but those that are given. */
export function fakeTags(changes: Partial<CheckoutTags> = {}): Tags & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  const all = changes.all ?? changes.local ?? changes.onHead ?? changes.inHistory ?? [];
  const known = { all, local: all, inHistory: changes.onHead ?? all, onHead: [], shallow: false, ...changes };
  return {
    calls,
    read: async () => known,
    async during(tag, work) {
      calls.push(`tag ${tag}`);
      try {
        return await work();
      } finally {
        calls.push(`untag ${tag}`);
      }
    },
  } satisfies Tags & { readonly calls: readonly string[] };
}

/** A back end that refuses unless told what it says. */
export function fakeBackEnd(says?: Readonly<Record<'name' | 'version', string>>): BackEnd {
  const text = says && `Name: ${says.name}\nVersion: ${says.version}\n`;
  return {
    metadata: async () => {
      if (text === undefined) throw new Error('nobody asked the back end');
      return parsedCoreMetadata(text);
    },
  } satisfies BackEnd;
}

/** What reading a project takes: these files, with tags and a back end where they are given. */
export function aReading(files: Files, doors: Partial<Reading> = {}): Reading {
  return { files, tags: fakeTags(), backEnd: fakeBackEnd(), ...doors };
}

export function aCheck(id: CheckResult['id'], changes: Partial<CheckResult> = {}): CheckResult {
  return { id, outcome: 'passed', evidence: `${id} is well`, details: '', ...changes };
}

/** Checks that all pass, but for what is given. */
export function fakeChecks(changes: Partial<Checks> = {}): Checks {
  return {
    install: async () => {},
    format: async () => aCheck('format'),
    lint: async () => aCheck('lint'),
    tests: async () => aCheck('tests'),
    ...changes,
  } satisfies Checks;
}

export interface FakeEnvironments extends Environments {
  /** Everything done, such as `create NAME`, `NAME install a, b`, `NAME python ARGS`, `NAME command LINE`. */
  readonly calls: readonly string[];
  readonly mostAtOnce: () => number;
}

/** Environments in which all goes well, but for what is given. */
export function fakeEnvironments(
  changes: Partial<Pick<Environment, 'install' | 'fits' | 'python' | 'command' | 'packages'>> = {},
): FakeEnvironments {
  const calls: string[] = [];
  let [alive, most] = [0, 0];
  return {
    calls,
    mostAtOnce: () => most,
    async create(name) {
      calls.push(`create ${name}`);
      alive += 1;
      most = Math.max(most, alive);
      return {
        async install(requirements, options) {
          calls.push(
            [
              `${name} install ${requirements.join(', ')}`,
              ...(options?.index === undefined ? [] : [`from ${options.index}`]),
              ...(options?.constraints === undefined ? [] : [`bound to ${options.constraints.join(', ')}`]),
              ...(options?.configSettings === undefined
                ? []
                : [`with ${options.configSettings.settings.join(' ')}`]),
            ].join(' '),
          );
          await new Promise((resolve) => setImmediate(resolve));
          return changes.install?.(requirements, options) ?? DONE;
        },
        fits: async (wheel) => changes.fits?.(wheel) ?? true,
        async python(code, args) {
          calls.push(`${name} python ${args.join(' ')}`);
          return changes.python?.(code, args) ?? DONE;
        },
        async command(line) {
          calls.push(`${name} command ${line}`);
          return changes.command?.(line) ?? DONE;
        },
        packages: async () => changes.packages?.() ?? [],
        async remove() {
          calls.push(`remove ${name}`);
          alive -= 1;
        },
      };
    },
    async removeAll() {
      calls.push('removeAll');
    },
  } satisfies FakeEnvironments;
}

/** Twelve distributions, resolved now, nothing left out. */
export function aSync(changes: Partial<SyncReport> = {}): SyncReport {
  return {
    installed: 12,
    resolution: 'universal',
    because: undefined,
    editable: true,
    leftOut: [],
    testRequirements: undefined,
    ...changes,
  };
}

export function fakeToolchain(changes: Partial<Toolchain> = {}): Toolchain {
  return {
    provide: async () => ({ uv: '0.9.1', origin: 'PATH', python: '3.12.1' }),
    provideCheckTools: async () => [{ name: 'twine', version: '6.0' }],
    sync: async () => aSync(),
    command: async () => DONE,
    ...changes,
  } satisfies Toolchain;
}

/** A converter that marks what it was given, or has this problem. */
export function fakeMarkup(
  problem?: string,
  judged: Awaited<ReturnType<MarkupConverter['renders']>> = 'renders',
): MarkupConverter {
  return {
    renders: async () => judged,
    markdown: async (text) => (problem === undefined ? { markdown: `Markdown of: ${text}` } : { problem }),
  } satisfies MarkupConverter;
}

/** A towncrier that refuses to run unless told what it does. */
export function fakeNewsFragments(
  collect: (release: CollectedAs) => Promise<CommandResult> | CommandResult = () =>
    failing('nobody asked for news fragments'),
): NewsFragments {
  return { collect: async (release) => collect(release) } satisfies NewsFragments;
}

/** A hand-over by artifact pypi-release, of the first attempt of a job. */
export function byArtifact(
  changes: Partial<Extract<HandoverPlan, { readonly kind: 'artifact' }>> = {},
): HandoverPlan {
  return {
    ...{ kind: 'artifact', names: ['pypi-release'], job: 'build, leg 0', attempt: 1 },
    journal: 'pypi-release.journal',
    ...changes,
  };
}

export interface FakeHandover extends Handover {
  /** What was kept. */
  readonly kept: readonly Artifact[];
  /** Names of what was taken back. */
  readonly dropped: readonly string[];
}

/**
 * A run in which earlier jobs have left these artifacts: files by name, by the artifact's name, in that order.
 *
 * @param reserved names under which somebody began to leave something, and never ended
 */
export function fakeHandover(
  artifacts: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {},
  reserved: readonly string[] = [],
): FakeHandover {
  const kept: Artifact[] = [];
  const dropped: string[] = [];
  return {
    kept,
    dropped,
    drop: async (name) => void dropped.push(name),
    async keep(artifact) {
      const stands = artifact.name in artifacts && !dropped.includes(artifact.name);
      if (stands || reserved.includes(artifact.name)) return false;
      kept.push(artifact);
      return true;
    },
    left: async () =>
      Object.keys(artifacts).map((name, at) => ({ id: at + 1, name, size: 1, sha256: undefined })),
    take: async ({ name }) =>
      Object.entries(artifacts[name] ?? {}).map(([file, bytes]): HandedFile => ({ name: file, bytes })),
  } satisfies FakeHandover;
}

/** A signer of a job of org/demo that refuses to sign, but for what is given. */
export function fakeSigner(changes: Partial<Signer> = {}): Signer {
  const workflow = 'org/demo/.github/workflows/release.yml@refs/tags/v1.2.0';
  return {
    signatory: async () => ({ repository: 'org/demo', workflow, jobWorkflow: workflow }),
    attest: () => Promise.reject(new Error('nobody asked for a signature')),
    ...changes,
  } satisfies Signer;
}

/** A web where every address answers 200, but for those that are given. */
export function fakeWeb(
  visits: Readonly<Record<string, Visit>> = {},
): Web & { readonly visited: readonly string[] } {
  const visited: string[] = [];
  return {
    visited,
    async visit(url) {
      visited.push(url);
      return visits[url] ?? { kind: 'answered', status: 200 };
    },
  } satisfies Web & { readonly visited: readonly string[] };
}

/** A world where everything works and nothing is there, but for the doors that are given. */
export function aWorld(doors: Partial<World> = {}): World {
  return {
    toolchain: fakeToolchain(),
    checks: fakeChecks(),
    backEnd: fakeBackEnd(),
    builder: fakeBuilder(),
    environments: fakeEnvironments(),
    markup: fakeMarkup(),
    newsFragments: fakeNewsFragments(),
    versionReplacer: { replace: async () => failing('nobody asked for bumpversion') },
    indexes: { testpypi: memoryIndex(), pypi: memoryIndex() },
    signer: fakeSigner(),
    forge: memoryForge(),
    announcer: { announce: () => Promise.reject(new Error('nobody asked for an announcement')) },
    checkout: fakeCheckout(),
    handover: fakeHandover(),
    tags: fakeTags(),
    statistics: { downloads: async () => ({ problem: 'nobody counts' }) },
    web: fakeWeb(),
    files: memoryFiles(),
    clock: fakeClock(),
    ...doors,
  } satisfies World;
}

/** The faults that this work stops with. Fails where it does not stop, or fails in another way. */
export async function faultsOf(work: Promise<unknown>): Promise<readonly Fault[]> {
  const error = await work.then(
    () => new Error('it did not stop'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Stopped) return error.faults;
  throw error;
}

/** The codes that this work stops with. */
export async function codesOf(work: Promise<unknown>): Promise<readonly string[]> {
  return (await faultsOf(work)).map(({ code }) => code);
}
