import { basename } from 'node:path';
import { type Distribution, parsedFileName } from '../../src/packaging/distribution.ts';
import type {
  Described,
  IndexFile,
  PackageIndex,
  Provenance,
  WebPage,
} from '../../src/ports/package-index.ts';

/** An index that is nowhere but in this object. */
export interface MemoryIndex extends PackageIndex {
  /** What it holds, by file name. */
  readonly held: Map<string, IndexFile>;
  /** Every call in its order, such as `release`, `upload demo-1.0.tar.gz` or `project`. */
  readonly calls: readonly string[];
  /** How many uploads were under way at the most. */
  readonly mostAtOnce: () => number;
}

export interface MemoryIndexOptions {
  /** What it holds at the start. */
  readonly files?: readonly Distribution[];
  /** Versions it lists beside those of its files. */
  readonly versions?: readonly string[];
  /** Called before a file is taken, with its name; what it throws is the upload's answer. */
  readonly before?: (filename: string) => Promise<void> | void;
  /** Called after a file was taken; what it throws is a lost answer. */
  readonly after?: (filename: string) => Promise<void> | void;
  /** What the simple API lists, of what is held. */
  readonly listed?: (files: readonly IndexFile[]) => readonly IndexFile[];
  /** The digest of the bytes served for a file. */
  readonly digest?: (file: IndexFile) => string;
  /** The bytes served for a file, by its name. */
  readonly served?: (filename: string) => Uint8Array | undefined;
  /** The attestations it gives out for a file; none where absent. */
  readonly provenance?: (filename: string) => Provenance | undefined;
  /** The page of any version, and what is told of it; what is held has a page, and nothing is told, where absent. */
  readonly page?: Partial<WebPage>;
  readonly described?: Described;
  /** What the attempt to come by a credential throws. */
  readonly refusal?: Error;
}

/** An index at `https://index.example`. */
export function memoryIndex(options: MemoryIndexOptions = {}): MemoryIndex {
  const held = new Map<string, IndexFile>();
  const calls: string[] = [];
  let under = 0;
  let most = 0;
  const take = ({ filename, sha256 }: { readonly filename: string; readonly sha256: string }): void => {
    held.set(filename, { filename, sha256, url: `https://index.example/files/${filename}` });
  };
  for (const file of options.files ?? []) take(file);
  const ofProject = (name: string): readonly IndexFile[] =>
    [...held.values()].filter(({ filename }) => (parsedFileName(filename)?.name ?? name) === name);
  return {
    held,
    calls,
    mostAtOnce: () => most,
    async project(name) {
      calls.push('project');
      const own = ofProject(name);
      const files = options.listed?.(own) ?? own;
      const versions = options.versions ?? [];
      return files.length + versions.length === 0 ? undefined : { name, versions, files };
    },
    async release(name) {
      calls.push('release');
      return ofProject(name);
    },
    async page(name, version) {
      calls.push(`page ${name} ${version}`);
      const url = `https://index.example/project/${name}/${version}/`;
      return { url, status: 200, text: `<h1>${name} ${version}</h1>`, ...options.page };
    },
    async described(name, version) {
      calls.push(`described ${name} ${version}`);
      return options.described;
    },
    async digest(url) {
      const file = held.get(basename(url));
      if (file === undefined) throw new Error(`nothing is served at ${url}`);
      return options.digest?.(file) ?? file.sha256;
    },
    async download(url) {
      const bytes = options.served?.(basename(url));
      if (bytes === undefined) throw new Error(`nothing is served at ${url}`);
      return bytes;
    },
    async provenance(name, _version, filename) {
      calls.push(`provenance ${filename}`);
      return parsedFileName(filename)?.name === name ? options.provenance?.(filename) : undefined;
    },
    async upload(request) {
      calls.push(`upload ${request.filename}`);
      under += 1;
      most = Math.max(most, under);
      try {
        await options.before?.(request.filename);
        take(request);
        await options.after?.(request.filename);
      } finally {
        under -= 1;
      }
    },
    isClosed: () => false,
    limits: () => [],
    async authorise() {
      calls.push('authorise');
      if (options.refusal !== undefined) throw options.refusal;
    },
  } satisfies MemoryIndex;
}
