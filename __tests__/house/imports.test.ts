import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Import, ROOT, type SourceFile, sourceFiles } from './source-files.ts';

const FILES = sourceFiles();

/** The first folder of a file below `src`; a file that lies there itself is its own. */
function folderOf(name: string): string {
  return name.split('/')[0] ?? name;
}

const isInternal = ({ target }: Import): boolean => FILES.some(({ name }) => name === target);

interface Layer {
  /** Folders whose code it may run. */
  readonly may: readonly string[];
  /** Folders of which it may take types, beside those. */
  readonly types?: readonly string[];
  readonly why: string;
}

/** Who may import what, each with the sentence that a reader of a failure sees. Its own folder is always allowed. */
const LAYERS: Readonly<Record<string, Layer>> = {
  packaging: { may: [], why: 'packaging is the domain: it imports nothing of the action' },
  plan: { may: ['packaging'], why: 'a plan is a pure value: it knows packaging only' },
  ports: {
    may: [],
    types: ['packaging', 'plan'],
    why: 'ports are interfaces: they know packaging and plan, by types only',
  },
  release: {
    may: ['packaging', 'plan'],
    types: ['ports'],
    why: 'the engine knows plan, packaging and the types of the ports: neither phases nor adapters',
  },
  upload: {
    may: ['packaging', 'plan', 'release'],
    types: ['ports'],
    why: 'upload reaches the world through ports only',
  },
  phases: {
    may: ['packaging', 'plan', 'release', 'upload'],
    types: ['ports'],
    why: 'phases reach the world through ports only',
  },
  report: {
    may: ['packaging', 'plan', 'release'],
    types: ['ports'],
    why: 'reports are made of events: they know neither phases nor adapters',
  },
  adapters: {
    may: ['packaging', 'plan', 'release'],
    types: ['ports'],
    why: 'adapters serve ports: they know neither phases nor the action',
  },
  action: {
    may: ['packaging', 'plan', 'ports', 'release', 'upload', 'phases', 'report', 'adapters'],
    why: 'the action knows all but emulators and the command line',
  },
  emulators: {
    may: ['packaging'],
    why: 'an emulator that shares code with the client cannot catch its errors: packaging only',
  },
  cli: {
    may: [
      'packaging',
      'plan',
      'ports',
      'release',
      'upload',
      'phases',
      'report',
      'adapters',
      'action',
      'emulators',
    ],
    why: 'the command line stands on top of all',
  },
  'main.ts': { may: ['action'], why: 'the entry decides nothing: it starts the action' },
  'post.ts': { may: ['action'], why: 'the entry decides nothing: it starts the action' },
  'rehearse.ts': { may: ['cli'], why: 'the entry decides nothing: it starts the rehearsal' },
  'cli.ts': { may: ['cli', 'action'], why: 'the entry reads the command line and starts a command' },
};

function broken(file: SourceFile, { may, types = [], why }: Layer): readonly string[] {
  const own = folderOf(file.name);
  return file.imports
    .filter(isInternal)
    .filter(({ target, typesOnly }) => {
      const folder = folderOf(target);
      return folder !== own && !may.includes(folder) && !(typesOnly && types.includes(folder));
    })
    .map(({ target }) => `${file.name} imports ${target}: ${why}`);
}

/** Files of one folder, or several, where a rule does not hold, each with its sentence. */
function offenders(test: (file: SourceFile) => boolean, why: string): readonly string[] {
  return FILES.filter(test).map(({ name }) => `${name}: ${why}`);
}

const within = (...folders: readonly string[]) => {
  return ({ name }: SourceFile) => folders.some((folder) => name === folder || name.startsWith(`${folder}/`));
};

const imports = (pattern: RegExp) => {
  return ({ imports: all }: SourceFile) =>
    all.some(({ target, typesOnly }) => !typesOnly && pattern.test(target));
};

describe('the layers', () => {
  it('have a rule for every folder and entry', () => {
    expect([...new Set(FILES.map(({ name }) => folderOf(name)))].sort()).toEqual(Object.keys(LAYERS).sort());
  });

  it.each(Object.entries(LAYERS))('%s imports only what it may', (folder, layer) => {
    const files = FILES.filter(({ name }) => folderOf(name) === folder);
    expect(files.flatMap((file) => broken(file, layer))).toEqual([]);
  });

  it('are those that CONTRIBUTING tells', () => {
    const rules = Object.entries(LAYERS).map(([folder, { may, types = [] }]) => [folder, { may, types }]);
    expect(toldLayers()).toEqual(Object.fromEntries(rules));
  });

  it('are imported by the names of files that are there', () => {
    const lost = FILES.flatMap(({ name, imports: all }) =>
      all
        .filter((each) => each.target.endsWith('.ts') && !isInternal(each))
        .map(({ target }) => `${name} imports ${target}, which is not there`),
    );
    expect(lost).toEqual([]);
  });

  it('go round in no circle', () => {
    expect(circles()).toEqual([]);
  });
});

/** The layers in CONTRIBUTING's table. `all above` stands for the rows before. */
function toldLayers(): Readonly<Record<string, Omit<Layer, 'why'>>> {
  const text = readFileSync(path.join(ROOT, '.github/CONTRIBUTING.md'), 'utf8');
  const told: Record<string, Omit<Layer, 'why'>> = {};
  for (const [, names = '', may = '', types = ''] of text.matchAll(
    /^\| (`.+`) \| .+ \| (.+) \| (.+) \|$/gm,
  )) {
    const layer = { may: may === 'all above' ? Object.keys(told) : listed(may), types: listed(types) };
    for (const [, name = ''] of names.matchAll(/`([^`]+)`/g)) told[name] = layer;
  }
  return told;
}

const listed = (cell: string): readonly string[] => (cell === 'nothing' ? [] : cell.split(', '));

/** Every circle of imports that run code, as the files on it. */
function circles(): readonly string[] {
  const runs = new Map(
    FILES.map(({ name, imports: all }) => [
      name,
      all.filter((each) => !each.typesOnly && isInternal(each)).map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    if (trail.includes(name)) found.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (done.has(name) || trail.includes(name)) return;
    for (const target of runs.get(name) ?? []) visit(target, [...trail, name]);
    done.add(name);
  };
  for (const name of runs.keys()) visit(name, []);
  return found;
}

describe('the command line', () => {
  it('runs the action only as a child process', () => {
    const action = imports(/^(main\.ts|post\.ts|action\/run\.ts|release\/perform\.ts|action\/compose\.ts)$/);
    const why = 'rehearse runs the bundled action as a child process, as a runner does';
    expect(offenders((file) => within('cli', 'cli.ts', 'rehearse.ts')(file) && action(file), why)).toEqual(
      [],
    );
  });
});

describe('the doors to the world', () => {
  it('of the runner and of the forge’s toolkit lie in their adapters', () => {
    const why = '@actions/* is imported under adapters/actions and adapters/github only';
    const test = (file: SourceFile) =>
      !within('adapters/actions', 'adapters/github')(file) && imports(/^@actions\//)(file);
    expect(offenders(test, why)).toEqual([]);
  });

  it('are not open to whoever is pure', () => {
    const pure = within('packaging', 'plan', 'ports', 'release', 'upload', 'phases', 'report');
    const world = /^(node:(?!path$|path\/|crypto$|util$|zlib$|url$|buffer$|string_decoder$)|@|hono|jose)/;
    const why = 'it is pure: the world is reached through ports';
    const domain = /^@renovatebot\/pep440$/;
    const test = (file: SourceFile) =>
      pure(file) &&
      file.imports.some(({ target, typesOnly }) => !typesOnly && world.test(target) && !domain.test(target));
    expect(offenders(test, why)).toEqual([]);
  });

  it('process: only the entries, the action and the command line touch the process they run in', () => {
    const why = 'process.* is for the entries, action/ and cli/; process.kill also for what ends children';
    const allowed = within('main.ts', 'post.ts', 'cli.ts', 'rehearse.ts', 'action', 'cli');
    const ends = within('adapters/actions/process-tree.ts');
    const test = (file: SourceFile) =>
      !allowed(file) &&
      (ends(file) ? /\bprocess\.(?!platform\b|kill\b)/ : /\bprocess\.(?!platform\b|arch\b)/).test(file.code);
    expect(offenders(test, why)).toEqual([]);
  });

  it('exit: nobody but the entry leaves a process at once', () => {
    const why = 'set process.exitCode: process.exit cuts off what is still being written';
    const leaves = ({ name, code }: SourceFile) => name !== 'main.ts' && /\bprocess\.exit\(/.test(code);
    expect(offenders(leaves, why)).toEqual([]);
  });

  it('time and network: only adapters/node, emulators and the command line touch them', () => {
    const why =
      'time and network are reached through ports: Date.now, setTimeout and fetch lie in adapters/node';
    const allowed = within('adapters/node', 'emulators', 'cli', 'cli.ts');
    const touches =
      /\bDate\.now\(|\bnew Date\(\)|\bsetTimeout\(|\bsetInterval\(|(?<![.\w])fetch\(|\bperformance\.now\(/;
    expect(offenders((file) => !allowed(file) && touches.test(file.code), why)).toEqual([]);
  });

  it('files: only adapters/node, the cache of the runner, emulators and the command line touch them', () => {
    const why = 'files are reached through the port: node:fs lies in adapters/node';
    const allowed = within('adapters/node', 'emulators', 'cli', 'cli.ts');
    expect(offenders((file) => !allowed(file) && imports(/^node:fs/)(file), why)).toEqual([]);
  });

  it('children: only adapters/actions, emulators and the command line start them', () => {
    const why = 'children are started through adapters/actions, with an allow-listed environment';
    const allowed = within('adapters/actions', 'emulators', 'cli', 'cli.ts');
    expect(offenders((file) => !allowed(file) && imports(/^node:child_process$/)(file), why)).toEqual([]);
  });
});

describe('a path', () => {
  it('is asked for by name nowhere but in the lists', () => {
    const why = 'no `if (path === ...)`: the paths are lists in plan/paths.ts';
    const asks = /\bpath (?:===|!==) '[ABC]'/;
    expect(offenders(({ text }) => asks.test(text), why)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('see imports of every form', () => {
    const all = FILES.flatMap((file) => file.imports);
    expect(all.filter(({ typesOnly }) => typesOnly).length).toBeGreaterThan(50);
    expect(all.filter((each) => isInternal(each) && !each.typesOnly).length).toBeGreaterThan(100);
    expect(all).toContainEqual({ target: '@actions/core', typesOnly: false });
    const dynamic = FILES.find(({ name }) => name === 'action/tool-cache.ts');
    expect(dynamic?.imports.map(({ target }) => target)).toContain('adapters/actions/cache.ts');
  });

  it('see the code, and neither comments nor texts', () => {
    const code = FILES.find(({ name }) => name === 'adapters/node/clock.ts')?.code ?? '';
    expect(code).toMatch(/new Date\(\)|setTimeout\(/);
    expect(FILES.find(({ name }) => name === 'plan/paths.ts')?.code).not.toContain("'setup'");
  });
});
